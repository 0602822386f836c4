//! Dates as people and programs write them: what is sure of them is read, and the rest is not.
//!
//! Read are, besides `YYYY`, `YYYY-MM` and `YYYY-MM-DD`: dates with a time of the day, the year first with other signs between,
//! names of months in six languages, day and month before the year where only one order makes a date, zeros for what is not
//! stated, and seasons, quarters, fiscal years and pairs of months, of which the year stays. Of a day that never was what is sure
//! stays; of two years, and of two days (`10/11/2019`), neither is.

use crate::catalog::model::{DateError, PartialDate, month_named};
use crate::text::fold;

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Words for a part of a year that is no month.
const SEASONS: [&str; 6] = ["spring", "summer", "autumn", "fall", "winter", "quarter"];
/// The fewest letters that name a month or a day of the week.
const FEWEST_LETTERS: usize = 3;

impl PartialDate {
    /// The date that a text means, in any form in which it can mean one date only.
    pub fn read(text: &str) -> Result<Self, DateError> {
        let (date, unsure) = read(text)?;
        unsure.map_or(Ok(date), Err)
    }
}

/// The date that a text means, as far as it is sure, and why the rest of it is not.
pub(in crate::catalog) fn read(text: &str) -> Result<(PartialDate, Option<DateError>), DateError> {
    let text: String = text.trim().chars().map(plain_digit).collect();
    match text.parse() {
        // What is no month of a year can be the end of a range of years.
        Err(_) => loose(&text),
        Ok(date) => Ok((date, None)),
    }
}

/// A digit of another width as that of ASCII.
fn plain_digit(c: char) -> char {
    match c {
        '０'..='９' => char::from_u32(u32::from(c) - 0xff10 + 0x30).unwrap_or(c),
        _ => c,
    }
}

/// A part of a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A number of a day, a month or the last two digits of a year, with how many digits it has.
    Short(u16, usize),
    /// A number of four digits.
    Year(u16),
    /// A month by its name.
    Month(u16),
    /// A season or a quarter.
    Season,
    /// A day of the week, or a word between the others.
    Nothing,
}

fn loose(text: &str) -> Result<(PartialDate, Option<DateError>), DateError> {
    let date = without_time(without_frame(text));
    // A whole number with zeros behind its point is that number.
    let date = date.strip_suffix(".0").filter(|year| year.len() == 4).unwrap_or(date);
    let (parts, separator) = compact(date).or_else(|| parts(date)).ok_or(DateError::Form)?;
    match of_parts(&parts, separator) {
        Ok(date) => Ok((date, None)),
        // What can mean two days is left to its author, whole.
        Err(error @ DateError::Impossible) => match sure_of(&parts) {
            Some(date) => Ok((date, Some(error))),
            None => Err(error),
        },
        Err(error) => Err(error),
    }
}

/// The parts of `20191028`.
fn compact(text: &str) -> Option<(Vec<Part>, char)> {
    let is_compact = text.len() == 8 && text.bytes().all(|byte| byte.is_ascii_digit());
    let part = |range| number(text.get(range)?);
    is_compact.then(|| Some((vec![part(0..4)?, part(4..6)?, part(6..8)?], '-')))?
}

/// What is sure of parts that make no date: year and month where the month is stated by its name or behind the year, or by a day that
/// can be no month; else the year.
fn sure_of(parts: &[Part]) -> Option<PartialDate> {
    use Part::{Month, Short, Year};
    let year = parts.iter().find_map(|part| if let Year(year) = part { Some(*year) } else { None })?;
    let month = match *parts {
        [Year(_), Short(month, _), Short(..)]
        | [Short(13.., _), Short(month, _), Year(_)]
        | [Short(month, _), Short(13.., _), Year(_)] => month,
        _ => parts.iter().find_map(|part| if let Month(month) = part { Some(*month) } else { None }).unwrap_or(0),
    };
    date(year, month, 0).or_else(|_| date(year, 0, 0)).ok()
}

/// A text without the brackets around it, what says that it is not exact (`ca. 2019?`), the sign for copyright, and the word for a
/// year that is none of the calendar (`FY2021`).
fn without_frame(text: &str) -> &str {
    const WORDS: [&str; 16] = [
        "circa",
        "ca.",
        "ca",
        "c.",
        "approx.",
        "about",
        "(c)",
        "copyright",
        "©",
        "fiscal year",
        "academic year",
        "school year",
        "fy",
        "ay",
        "c",
        "~",
    ];
    let inside = |open, close| text.strip_prefix(open).and_then(|text| text.strip_suffix(close));
    let mut rest = inside('[', ']').or(inside('(', ')')).unwrap_or(text).trim().trim_end_matches('?').trim_end();
    while let Some(found) = WORDS.iter().find_map(|word| {
        let (start, behind) = rest.split_at_checked(word.len())?;
        let is_apart = !word.ends_with(char::is_alphabetic) || !behind.starts_with(char::is_alphabetic);
        (start.eq_ignore_ascii_case(word) && is_apart).then(|| behind.trim_start())
    }) {
        rest = found;
    }
    rest
}

/// A date without the time of the day and the time zone behind it (ISO 8601, RFC 3339, RFC 5322).
fn without_time(text: &str) -> &str {
    let is_time = |text: &str| {
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let is_clock = |byte: u8| byte.is_ascii_alphanumeric() || b" :.+-".contains(&byte);
        (1..=2).contains(&digits) && text[digits..].starts_with(':') && text.len() < 40 && text.bytes().all(is_clock)
    };
    let is_zone = |text: &str| matches!(text, "Z" | "z") || text.starts_with(['+', '-']) && is_time(&text[1..]);
    let compact = |text: &str, rest: &str| {
        text.len() == 8 && rest.starts_with(|c: char| c.is_ascii_digit()) && !rest.contains([' ', '/'])
    };
    for (at, c) in text.char_indices() {
        let (before, rest) = (&text[..at], &text[at + c.len_utf8()..]);
        let is_end = match c {
            ' ' | '\u{a0}' => is_time(rest.trim_start()),
            'T' | 't' => before.ends_with(|c: char| c.is_ascii_digit()) && (is_time(rest) || compact(before, rest)),
            'Z' | 'z' | '+' | '-' => at == "YYYY-MM-DD".len() && is_zone(&text[at..]),
            _ => false,
        };
        if is_end {
            return before.trim_end();
        }
    }
    text
}

/// The parts of a date, and the sign between its first two numbers; `None` where something else stands there too.
fn parts(text: &str) -> Option<(Vec<Part>, char)> {
    let (mut parts, mut separator, mut rest) = (Vec::new(), ' ', text);
    // A sign in front would be a minus.
    rest.starts_with(char::is_alphanumeric).then_some(())?;
    while let Some(c) = rest.chars().next() {
        let is_digit = |c: char| c.is_ascii_digit();
        if is_digit(c) {
            let end = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
            parts.push(number(&rest[..end])?);
            rest = &rest[end..];
            // 28th, 1er, 1º
            let suffix = ["st", "nd", "rd", "th", "er", "º", "°"].iter().find_map(|suffix| rest.strip_prefix(suffix));
            rest = suffix.unwrap_or(rest);
            continue;
        }
        let is_letter = |c: char| c.is_alphabetic() && !matches!(c, '年' | '月' | '日');
        if is_letter(c) {
            let end = rest.find(|c: char| !is_letter(c)).unwrap_or(rest.len());
            let (word, behind) = rest.split_at(end);
            rest = behind;
            let part = named(&fold(word), &mut rest)?;
            parts.extend((part != Part::Nothing).then_some(part));
            continue;
        }
        if !c.is_whitespace() && !matches!(c, ',' | '.' | '/' | '-' | '–' | '—' | '年' | '月' | '日') {
            return None;
        }
        if separator == ' ' && parts.len() == 1 && !c.is_whitespace() {
            separator = c;
        }
        rest = &rest[c.len_utf8()..];
    }
    Some((parts, separator))
}

fn number(digits: &str) -> Option<Part> {
    let number = digits.parse().ok()?;
    match digits.len() {
        len @ 1..=2 => Some(Part::Short(number, len)),
        4 => Some(Part::Year(number)),
        _ => None,
    }
}

/// What a word means; `None` where it belongs to no date. Of a quarter the number goes too.
fn named(word: &str, rest: &mut &str) -> Option<Part> {
    let begins =
        |name: &&str| word.len() >= FEWEST_LETTERS && name.starts_with(word) && (word.len() == 3 || word == *name);
    if let Some(month) = month_named(word) {
        return Some(Part::Month(month.into()));
    }
    match word {
        "q" => {
            *rest = rest.strip_prefix(['1', '2', '3', '4'])?;
            Some(Part::Season)
        }
        "of" | "the" | "de" | "del" | "der" | "den" | "le" | "el" | "di" => Some(Part::Nothing),
        _ if SEASONS.contains(&word) => Some(Part::Season),
        _ => DAYS.iter().any(begins).then_some(Part::Nothing),
    }
}

/// The date of parts in one of the orders in which dates are written.
#[allow(clippy::match_same_arms, clippy::unnested_or_patterns, reason = "one kind of date a line")]
fn of_parts(parts: &[Part], separator: char) -> Result<PartialDate, DateError> {
    use Part::{Month, Season, Short, Year};
    match *parts {
        [Year(year)] | [Season | Month(_), Season | Month(_), Year(year)] => date(year, 0, 0),
        [Season, Year(year)] | [Year(year), Season] => date(year, 0, 0),
        [Month(month), Year(year)] | [Year(year), Month(month)] => date(year, month, 0),
        [Month(month), Short(day @ 1.., _), Year(year)]
        | [Short(day @ 1.., _), Month(month), Year(year)]
        | [Year(year), Month(month), Short(day @ 1.., _)] => date(year, month, day),
        // A number with a point may be the month of a year, or a number.
        [Year(year), Short(1..=12, _)] if separator == '.' => date(year, 0, 0),
        [Year(_), Short(..)] if separator == '.' => Err(DateError::Form),
        // 2010/11 may be the months of a school year, 2019-20 is no month.
        [Year(year), Short(other, 2)] if other > 12 || separator != '-' && other == (year + 1) % 100 => {
            let is_later = other > year % 100 || other == (year + 1) % 100;
            Err(if is_later { DateError::TwoYears } else { DateError::Impossible })
        }
        // 1999-00 are two years: 00 stands for no month behind a year that ends so.
        [Year(year), Short(0, 2)] if year % 100 == 99 => Err(DateError::TwoYears),
        [Year(year), Short(month, _)] | [Short(month @ 1.., _), Year(year)] => date(year, month, 0),
        [Year(year), Short(month, _), Short(day, _)] => date(year, month, day),
        [Short(a, _), Short(b, _), Year(year)] => match (a, b) {
            (13.., 13..) | (0, _) | (_, 0) => Err(DateError::Impossible),
            (13.., month) => date(year, month, a),
            (month, 13..) => date(year, month, b),
            _ if a == b => date(year, a, b),
            _ => Err(DateError::DayOrMonth),
        },
        [Year(_), Year(_)] | [Season, Year(_), Year(_) | Short(..)] => Err(DateError::TwoYears),
        [Short(..), Short(..), Short(_, 2)] | [Month(_), Short(_, 2)] | [Short(..), Month(_), Short(_, 2)] => {
            Err(DateError::NoYear)
        }
        _ => Err(DateError::Form),
    }
}

/// The date of these numbers, if there is such a day; 0 is not stated.
fn date(year: u16, month: u16, day: u16) -> Result<PartialDate, DateError> {
    match (month, day) {
        (0, 0) => format!("{year:04}"),
        (_, 0) => format!("{year:04}-{month:02}"),
        _ => format!("{year:04}-{month:02}-{day:02}"),
    }
    .parse()
}
