//! What those who sign a work did, where their text says it: `Jane Doe (Ed.)`, `Edited by Jane Doe`.

use super::body::bare;
use super::words::{DONE_BY, LABELS, has};
use crate::catalog::model::Role;

/// Who edited a work, one and several.
const EDITOR: &str = " ed editor coeditor hrsg ";
const EDITORS: &str = " eds editors coeditors ";
/// Who translated a work, one and several.
const TRANSLATOR: &str = " trans transl translator ";
const TRANSLATORS: &str = " translators ";
/// What may stand before such a word: not what an office has, as a managing editor.
const KINDS: &str = " guest volume ";

/// A role that a text states, and of whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stated {
    /// The role.
    pub(super) role: Role,
    /// Whether it is that of several: `Eds.`
    pub(super) is_plural: bool,
}

/// The role that words state, and no other words.
fn stated(words: &str) -> Option<Stated> {
    let word = match words.split_once(' ') {
        Some((kind, word)) if has(KINDS, &bare(kind)) => bare(word),
        Some(_) => return None,
        None => bare(words),
    };
    let of = |role, list, is_plural| has(list, &word).then_some(Stated { role, is_plural });
    of(Role::Editor, EDITOR, false)
        .or_else(|| of(Role::Editor, EDITORS, true))
        .or_else(|| of(Role::Translator, TRANSLATOR, false))
        .or_else(|| of(Role::Translator, TRANSLATORS, true))
}

/// A text without the role at its end, in parentheses or behind a comma. `Doe, Ed` has a given name.
pub(super) fn without_role(text: &str) -> (&str, Option<Stated>) {
    let whole = text.trim_end_matches([' ', ',', ';']);
    let (name, role) = if let Some(inner) = whole.strip_suffix([')', ']']) {
        let Some(at) = inner.rfind(['(', '[']) else { return (text, None) };
        (&inner[..at], stated(inner[at + 1..].trim()))
    } else {
        let Some((name, last)) = whole.rsplit_once(',') else { return (text, None) };
        let last = last.trim();
        let is_family = !name.trim().contains(' ');
        let is_long = bare(last).len() > 3 && !is_family || bare(last).len() > 5;
        (name, stated(last).filter(|role| is_long || !is_family && (last.ends_with('.') || role.is_plural)))
    };
    let name = name.trim_end_matches([' ', ',']);
    if role.is_some() && !name.is_empty() { (name, role) } else { (text, None) }
}

/// What stands before names and says what they did.
pub(super) struct Byline<'a> {
    /// The names.
    pub(super) names: &'a str,
    /// Whether what stood before them can be no part of a name.
    pub(super) is_sure: bool,
    /// Whether it is a label of several: `Editors:`.
    pub(super) is_plural: bool,
    /// What it says.
    pub(super) role: Role,
}

/// A text without `Written by`, `Edited by`, `By` or `Author:` before the names.
pub(super) fn without_byline(text: &str) -> Byline<'_> {
    let whole = Byline { names: text, is_sure: true, is_plural: false, role: Role::Author };
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    if rest.is_empty() {
        return whole;
    }
    let word = bare(first);
    let label = stated(first);
    let is_plural = label.is_some_and(|label| label.is_plural);
    if has(LABELS, &word) && (first.ends_with(':') || first.ends_with('.') && is_plural) {
        return Byline { names: rest, is_plural, role: label.map_or(Role::Author, |label| label.role), ..whole };
    }
    match rest.split_once(' ') {
        Some((by, names)) if has(DONE_BY, &word) && bare(by) == "by" => {
            let role = match word.as_str() {
                "edited" => Role::Editor,
                "translated" => Role::Translator,
                _ => Role::Author,
            };
            Byline { names, role, ..whole }
        }
        _ if word == "by" => Byline { names: rest, is_sure: first.starts_with(char::is_lowercase), ..whole },
        _ => whole,
    }
}
