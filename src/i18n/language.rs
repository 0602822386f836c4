//! The languages of the page, and which one it speaks now.

use std::cell::Cell;

use super::en::ENGLISH;
use super::messages::Language;

/// The languages that the page speaks; the first where none is asked for.
pub static LANGUAGES: &[&Language] = &[&ENGLISH];

thread_local! {
    static CURRENT: Cell<&'static Language> = const { Cell::new(&ENGLISH) };
}

/// The language that the page speaks.
pub fn current() -> &'static Language {
    CURRENT.get()
}

/// Makes the page speak a language from the next message on.
pub fn set_current(language: &'static Language) {
    CURRENT.set(language);
}

/// The language of the page for what was asked for, the first wish first: the first that is there in the same or another
/// variety ("es-MX" is answered by "es").
pub fn language_for<'a>(wishes: impl IntoIterator<Item = &'a str>) -> &'static Language {
    best_of(LANGUAGES, wishes)
}

pub(super) fn best_of<'a>(
    languages: &[&'static Language],
    wishes: impl IntoIterator<Item = &'a str>,
) -> &'static Language {
    let primary = |tag: &'a str| tag.split(['-', '_']).next().unwrap_or(tag);
    let found = |wish: &'a str| {
        let same = languages.iter().find(|language| language.tag.eq_ignore_ascii_case(wish));
        same.or_else(|| languages.iter().find(|language| language.tag.eq_ignore_ascii_case(primary(wish))))
    };
    wishes.into_iter().find_map(found).copied().unwrap_or(&ENGLISH)
}
