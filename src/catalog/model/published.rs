//! When a resource was published, as its record states it.
//!
//! A day, a month or a year says all there is of most. Of what says more, less or something else (`ca. 2019`, `Spring 2020`, `2015-2018`,
//! `in press`) the text is kept, and is what the page shows and what is written; the date in it is what is sorted and filtered by.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

use super::date::{DateError, PartialDate};

/// The last year in which anything is taken to be published: nothing here knows today's date, and `3019` is a slip.
const LAST_YEAR: u16 = 2100;

/// A date of publication: the date that is sure of it, and its text where that says anything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Published {
    date: Option<PartialDate>,
    /// Never the text of the date.
    text: Option<String>,
}

impl Published {
    /// What a record states, with the date that is sure of it; `None` of an empty text without one.
    pub(in crate::catalog) fn new(date: Option<PartialDate>, text: Option<&str>) -> Option<Self> {
        let text = text.filter(|text| !text.is_empty() && date.is_none_or(|date| date.to_string() != **text));
        (date.is_some() || text.is_some()).then(|| Self { date, text: text.map(str::to_owned) })
    }

    /// The date to sort and filter by; none where no year is sure.
    pub fn date(&self) -> Option<PartialDate> {
        self.date
    }

    /// The text as it is stated, where it says anything else than a date does.
    pub fn stated(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// The text: as it is stated, or the date.
    pub fn text(&self) -> Cow<'_, str> {
        match (&self.text, self.date) {
            (Some(text), _) => Cow::Borrowed(text),
            (None, date) => Cow::Owned(date.map(|date| date.to_string()).unwrap_or_default()),
        }
    }
}

impl PartialDate {
    /// The date, where something can be published in its year.
    pub(in crate::catalog) fn of_publication(self) -> Result<Self, DateError> {
        if self.year() > LAST_YEAR { Err(DateError::Year) } else { Ok(self) }
    }
}

impl From<PartialDate> for Published {
    fn from(date: PartialDate) -> Self {
        Self { date: Some(date), text: None }
    }
}

impl FromStr for Published {
    type Err = DateError;

    /// A date of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; [`Published::read`] takes any text.
    fn from_str(text: &str) -> Result<Self, DateError> {
        text.parse().map(PartialDate::into)
    }
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text())
    }
}

impl Serialize for Published {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.text())
    }
}
