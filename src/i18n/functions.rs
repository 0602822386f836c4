//! A function for each message, which returns it in the language of the page.

use super::language::current;
use super::messages::messages;
use crate::catalog::{Finding, FindingKind, PartialDate, ReadError};
use crate::embed::{Part, Scheme};
use crate::explore::{Hint, Lesson, Sort, Task, View};
use crate::export::{Format, Part as ReadPart, ReadingPlan};
use crate::search::TextField;
use crate::search::query::QueryHint;
use crate::shelf::NotStored;

/// Makes the functions of the declarations.
macro_rules! functions {
    (
        texts { $($(#[$text_doc:meta])* $text:ident,)* }
        sentences { $($(#[$doc:meta])* fn $name:ident($($arg:ident: $type:ty),*) -> $returned:ty;)* }
    ) => {
        $($(#[$text_doc])* pub fn $text() -> &'static str {
            current().texts.$text
        })*

        $($(#[$doc])* pub fn $name($($arg: $type),*) -> $returned {
            current().messages.$name($($arg),*)
        })*
    };
}

messages!(functions);
