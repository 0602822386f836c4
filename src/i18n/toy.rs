//! A second language for tests: Polish numbers and plural forms, a few words of its own, everything else in English.

use std::ops::Deref;

use super::en::ENGLISH;
use super::locale::{Locale, Plural};
use super::messages::{Language, Messages, Texts, messages};
use crate::catalog::{Finding, FindingKind, PartialDate, ReadError};
use crate::embed::{Part, Scheme};
use crate::explore::{Hint, Lesson, Sort, Task, View};
use crate::export::{Format, Part as ReadPart, ReadingPlan};
use crate::search::TextField;
use crate::search::query::QueryHint;
use crate::shelf::NotStored;

/// The language.
pub(super) static TOY: Language =
    Language { tag: "pl", name: "Polski", is_rtl: false, locale: &LOCALE, texts: &TEXTS, messages: &Toy };

static LOCALE: Locale = Locale {
    group: "\u{a0}",
    grouped_from: 5,
    decimal: ",",
    percent: "\u{a0}%",
    comma: ", ",
    and: " i ",
    quotes: ["„", "”"],
    plural: |n| match (n, n % 10, n % 100) {
        (1, ..) => Plural::One,
        (_, 2..=4, tens) if !(12..=14).contains(&tens) => Plural::Few,
        _ => Plural::Many,
    },
};

static TEXTS: Texts = Texts { close: "Zamknij", set_a: "Alfa", ..*ENGLISH.texts };

/// The messages: those of [`Own`] where it has them.
struct Toy;

/// Gives [`Toy`] every message.
macro_rules! of_own {
    (
        texts { $($(#[$text_doc:meta])* $text:ident,)* }
        sentences { $($(#[$doc:meta])* fn $name:ident($($arg:ident: $type:ty),*) -> $returned:ty;)* }
    ) => {
        impl Messages for Toy {
            $(fn $name(&self, $($arg: $type),*) -> $returned {
                Own.$name($($arg),*)
            })*
        }
    };
}

messages!(of_own);

/// The messages that are not English. A method of its own goes before one of the trait behind `Deref`.
struct Own;

impl Deref for Own {
    type Target = dyn Messages;

    fn deref(&self) -> &Self::Target {
        ENGLISH.messages
    }
}

#[allow(clippy::unused_self, reason = "they stand in for methods of the trait")]
impl Own {
    fn resources(&self, n: usize) -> String {
        let form = match (LOCALE.plural)(n) {
            Plural::One => "zasób",
            Plural::Few => "zasoby",
            _ => "zasobów",
        };
        format!("{} {form}", LOCALE.number(n))
    }

    fn date(&self, date: PartialDate) -> String {
        let day = date.day().map(|day| format!("{day}."));
        let month = date.month().map(|month| format!("{month:02}."));
        format!("{}{}{}", day.unwrap_or_default(), month.unwrap_or_default(), date.year())
    }

    fn facet_name(&self, key: &str) -> Option<(&'static str, &'static str)> {
        (key == "theme").then_some(("Tematy", "Temat"))
    }
}
