//! What a text states of a date: a day, a month or a year, and whatever else than that.

use super::date::PartialDate;
use super::months;

/// What a text states of a date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[allow(clippy::struct_excessive_bools, reason = "each says one thing of the date, and any may go together")]
pub struct DateStatement {
    /// The date; of a range, its start. None where there is none, or none that is sure.
    pub date: Option<PartialDate>,
    /// The end of a range.
    pub end: Option<PartialDate>,
    /// The season of the year: 1 is spring, 4 is winter.
    pub season: u8,
    /// The second of two seasons, `Fall/Winter`; 0 where there is none.
    pub season_end: u8,
    /// What is dated so: one date or a range, or a time that has a name of its own.
    pub span: Span,
    /// Whether it is said to be about then: `ca. 2019`.
    pub is_approximate: bool,
    /// Whether it is said to be doubtful: `2019?`.
    pub is_doubtful: bool,
    /// Whether it was not found in the work itself: `[2019]`.
    pub is_supplied: bool,
    /// Whether the work is yet to appear.
    pub status: Option<Unpublished>,
    /// Whether the text says more than all of this: a quarter, a school year.
    pub is_vague: bool,
}

/// What a statement of a date spans.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Span {
    /// One date, or a range from a date to another.
    #[default]
    Stated,
    /// The years that share their first digits, from the first to the last: `1990s`, `1800s`.
    Decade,
    /// A century, from its first year to its last.
    Century,
    /// From a date on: `2018–present`.
    Open,
}

/// How far a work is that is yet to appear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unpublished {
    /// It is being printed.
    InPress,
    /// It is announced.
    Forthcoming,
}

impl Unpublished {
    /// The words for it, in English.
    pub fn words(self) -> &'static str {
        match self {
            Self::InPress => "in press",
            Self::Forthcoming => "forthcoming",
        }
    }
}

impl DateStatement {
    /// Whether the date says all there is.
    pub fn is_plain(self) -> bool {
        self.date.is_some() && self == Self::from(self.date)
    }

    /// Whether the date is not certain, in any of the ways in which records say so. One that was not found in the work alone is certain (AACR2
    /// 1.4F7).
    pub fn is_uncertain(self) -> bool {
        self.is_approximate || self.is_doubtful
    }

    /// The year of the date.
    pub fn year(self) -> Option<u16> {
        self.date.map(PartialDate::year)
    }

    /// The last year of a range that ends in another than it begins in.
    pub fn last_year(self) -> Option<u16> {
        self.end.map(PartialDate::year).filter(|year| Some(*year) != self.year())
    }

    /// The English names of the season, or of both with a slash between: `Fall/Winter`; each as `write` has it.
    pub fn seasons(self, write: fn(&str) -> String) -> Option<String> {
        let first = months::season_name(self.season).map(write)?;
        Some(months::season_name(self.season_end).map_or(first.clone(), |second| format!("{first}/{}", write(second))))
    }
}

impl From<Option<PartialDate>> for DateStatement {
    fn from(date: Option<PartialDate>) -> Self {
        Self { date, ..Self::default() }
    }
}
