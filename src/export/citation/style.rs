//! The styles, and a resource as an entry in one of them.

use super::entry::Citation;
use super::work::Work;
use super::{apa, chicago, mla};
use crate::catalog::{PartialDate, Resource};
use crate::export::context::Context;

/// A style of citations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// APA, 7th edition.
    #[default]
    Apa,
    /// MLA, 9th edition.
    Mla,
    /// Chicago, 17th edition, author-date.
    Chicago,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Apa, Self::Mla, Self::Chicago];

    /// The name of the style, with its edition.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apa => "APA 7",
            Self::Mla => "MLA 9",
            Self::Chicago => "Chicago 17",
        }
    }

    /// Returns the word for the style in a form control.
    pub fn word(self) -> &'static str {
        match self {
            Self::Apa => "apa",
            Self::Mla => "mla",
            Self::Chicago => "chicago",
        }
    }
}

/// A resource in a style. `accessed` is the day on which its page was seen, where that is known: MLA and Chicago show it for
/// works without a date (MLA 9, “Optional Elements”; Chicago 17 section 14.12).
pub fn cite<'a>(
    style: Style,
    resource: &'a Resource,
    context: impl Into<Context<'a>>,
    accessed: Option<PartialDate>,
) -> Citation {
    cite_work(style, &Work::of(resource, context.into(), accessed))
}

pub(super) fn cite_work(style: Style, work: &Work<'_>) -> Citation {
    match style {
        Style::Apa => apa::cite(work),
        Style::Mla => mla::cite(work),
        Style::Chicago => chicago::cite(work),
    }
}
