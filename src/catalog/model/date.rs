//! Dates as publications give them: a year, a month or a day, and no more than was stated.
//!
//! Written as ISO 8601 reduced precision (`2019`, `2019-10`, `2019-10-28`), in the Gregorian calendar, years 1000 to 9999.

use std::fmt;
use std::str::FromStr;

use super::months;

/// A date of year, month or day precision. A less precise date orders before the more precise ones within it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    year: u16,
    /// 1 to 12; 0 where the month is not stated.
    month: u8,
    /// 1 to 31; 0 where the day is not stated.
    day: u8,
}

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateError {
    /// Not of the form `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, nor of another that is read.
    Form,
    /// Of the right form, but no such month or day exists.
    Impossible,
    /// Day and month may stand in either order: `10/11/2019`.
    DayOrMonth,
    /// The year has two digits or is missing: `28 Oct 19`.
    NoYear,
    /// The years are no range: `2019-2018`.
    TwoYears,
    /// Nothing can have been published in that year: `3019`.
    Year,
}

impl PartialDate {
    /// The year, 1000 to 9999.
    pub fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12, where it is stated.
    pub fn month(self) -> Option<u8> {
        (self.month > 0).then_some(self.month)
    }

    /// The English name of the month, where it is stated.
    pub fn month_name(self) -> Option<&'static str> {
        months::month_name(self.month)
    }

    /// The day of the month, 1 to 31, where it is stated.
    pub fn day(self) -> Option<u8> {
        (self.day > 0).then_some(self.day)
    }

    /// The date as one number: 4 bits of month and 5 of day below the year. Never 0.
    pub(in crate::catalog) fn packed(self) -> u32 {
        u32::from(self.year) << 9 | u32::from(self.month) << 5 | u32::from(self.day)
    }

    /// The date that was packed into a number; none in 0.
    pub(in crate::catalog) fn unpacked(number: u32) -> Option<Self> {
        let small = |bits: u32| u8::try_from(bits).ok();
        let (month, day) = (small(number >> 5 & 0xf)?, small(number & 0x1f)?);
        let year = u16::try_from(number >> 9).ok().filter(|year| *year > 0)?;
        Some(Self { year, month, day })
    }
}

impl FromStr for PartialDate {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let mut parts = text.split('-');
        let year = digits(parts.next(), 4)?.ok_or(DateError::Form)?;
        let month = digits(parts.next(), 2)?;
        let day = digits(parts.next(), 2)?;
        if parts.next().is_some() {
            return Err(DateError::Form);
        }
        let last = month.map_or(0, |month| days_in(year, month));
        let possible = year >= 1000
            && month.is_none_or(|month| (1..=12).contains(&month))
            && day.is_none_or(|day| (1..=last).contains(&day));
        if !possible {
            return Err(DateError::Impossible);
        }
        let small = |n: Option<u16>| u8::try_from(n.unwrap_or(0)).unwrap_or(0);
        Ok(Self { year, month: small(month), day: small(day) })
    }
}

/// A part of exactly `width` digits; `None` where the part is absent.
fn digits(part: Option<&str>, width: usize) -> Result<Option<u16>, DateError> {
    let Some(part) = part else { return Ok(None) };
    if part.len() != width || !part.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::Form);
    }
    part.parse().map(Some).map_err(|_| DateError::Form)
}

fn days_in(year: u16, month: u16) -> u16 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        if let Some(month) = self.month() {
            write!(f, "-{month:02}")?;
        }
        if let Some(day) = self.day() {
            write!(f, "-{day:02}")?;
        }
        Ok(())
    }
}

impl serde::Serialize for PartialDate {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::{DateError, PartialDate};

    #[track_caller]
    fn check(text: &str, expect: Result<&str, DateError>) {
        assert_eq!(text.parse::<PartialDate>().map(|date| date.to_string()), expect.map(str::to_owned), "{text}");
    }

    #[test]
    fn a_date_is_as_precise_as_it_was_stated() {
        check("2019", Ok("2019"));
        check("2019-10", Ok("2019-10"));
        check("2020-02-29", Ok("2020-02-29"));
    }

    #[test]
    fn a_day_that_never_was_is_impossible() {
        check("2019-02-29", Err(DateError::Impossible));
        check("1900-02-29", Err(DateError::Impossible));
        check("2019-13", Err(DateError::Impossible));
        check("2019-00", Err(DateError::Impossible));
        check("2019-04-31", Err(DateError::Impossible));
        check("0019", Err(DateError::Impossible));
    }

    #[test]
    fn anything_else_is_of_the_wrong_form() {
        for text in ["", "19", "2019-1", "2019-10-28-1", "10/28/2019", "2019-1a", "+019", "２０１９"] {
            check(text, Err(DateError::Form));
        }
    }

    #[test]
    fn dates_order_by_time() {
        let mut dates: Vec<PartialDate> =
            ["2019-10", "2020", "2019-10-02", "2019"].iter().filter_map(|text| text.parse().ok()).collect();
        dates.sort();
        let written: Vec<String> = dates.iter().map(ToString::to_string).collect();
        assert_eq!(written, ["2019", "2019-10", "2019-10-02", "2020"]);
    }
}
