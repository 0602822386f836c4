//! Dates of a column: the order of day and month that one of them proves, day numbers of spreadsheets, and what is sure of the rest.

use crate::catalog::{HashMap, PartialDate, Published, month_named};
use crate::text::fold;

/// Which of two numbers before a year is the day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DayOrder {
    /// Nothing proves it: of such dates the year is read.
    #[default]
    Unknown,
    /// Day, month, year.
    DayFirst,
    /// Month, day, year.
    MonthFirst,
}

/// A text read as a date.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::import) struct Reading {
    /// What is sure of it.
    pub(in crate::import) date: Option<PartialDate>,
    /// Whether the date says all that the text says: if not, the text is worth keeping.
    pub(in crate::import) is_whole: bool,
    /// Whether it was the number of a day in a spreadsheet.
    pub(in crate::import) is_serial: bool,
    /// Whether the year was written with two digits.
    pub(in crate::import) is_short_year: bool,
}

/// Dates that were read: a table has few that differ.
#[derive(Debug, Default)]
pub(in crate::import) struct Dates {
    known: [HashMap<String, (Reading, Option<Published>)>; 3],
}

impl Dates {
    /// A text read as a date, and what a record states of its date that has it.
    pub(in crate::import) fn read(&mut self, text: &str, order: DayOrder) -> &(Reading, Option<Published>) {
        let known = &mut self.known[order as usize];
        if known.len() > MOST_KNOWN {
            known.clear();
        }
        // A lookup first: an entry would cost a copy of the text each time.
        if !known.contains_key(text) {
            known.insert(text.to_owned(), (read(text, order), Published::read(text)));
        }
        &known[text]
    }
}

/// Texts that are remembered with what they were read as.
const MOST_KNOWN: usize = 20_000;

/// Days from 30 December 1899, the day 0 of spreadsheets, that are dates of 1954 to 2064: smaller and larger ones are numbers.
const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=60_000;
/// Years of two digits below this are of this century, as spreadsheets have it.
const PIVOT: u16 = 30;

/// Whether a text has the form of a date, with numbers alone.
pub(in crate::import) fn looks_like_date(text: &str) -> bool {
    numbers(without_time(text.trim())).is_some()
}

/// The order that the values of a column prove; nothing where none does or two contradict.
pub(in crate::import) fn order<'a>(values: impl Iterator<Item = &'a str>) -> DayOrder {
    let (mut is_day_first, mut is_month_first) = (false, false);
    for value in values {
        if let Some(([a, b, c], widths)) = numbers(without_time(value.trim()))
            && widths[0] < 3
            && (c > 31 || widths[2] <= 2)
        {
            is_day_first |= (13..=31).contains(&a) && b <= 12;
            is_month_first |= (13..=31).contains(&b) && a <= 12;
        }
    }
    match (is_day_first, is_month_first) {
        (true, false) => DayOrder::DayFirst,
        (false, true) => DayOrder::MonthFirst,
        _ => DayOrder::Unknown,
    }
}

/// Whether a value is a date in which day and month can be told apart by nothing but the order of its column.
pub(in crate::import) fn needs_order(value: &str) -> bool {
    numbers(without_time(value.trim())).is_some_and(|([a, b, _], widths)| {
        widths[0] < 3 && !value.contains('.') && a <= 12 && b <= 12 && a != b && a > 0 && b > 0
    })
}

/// Reads a value of a column with that order.
pub(in crate::import) fn read(value: &str, order: DayOrder) -> Reading {
    let text = value.trim().trim_end_matches('/');
    let text = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')).unwrap_or(text);
    if let Some(date) = of_serial(text) {
        return Reading { date: Some(date), is_whole: true, is_serial: true, ..Reading::default() };
    }
    let text = without_time(text);
    if let Some((numbers, widths)) = numbers(text) {
        // Points stand between day, month and year in that order, wherever they do.
        let is_pointed = text.contains('.') && widths[0] < 3;
        let order = if is_pointed && order == DayOrder::Unknown { DayOrder::DayFirst } else { order };
        return of_numbers(numbers, widths, order);
    }
    if let Some((date, is_whole)) = short_year(text) {
        return Reading { date: Some(date), is_whole, is_short_year: true, ..Reading::default() };
    }
    // «2020-02-10 lun.» names the day in another language.
    let start = text.split(' ').next().filter(|start| start.len() == 10 && text.len() < 18);
    let date = start.and_then(|date| date.parse::<PartialDate>().ok()).and_then(published);
    let Some(stated) = date.map(Into::into).or_else(|| Published::read(text)) else { return Reading::default() };
    Reading {
        date: stated.date(),
        is_whole: stated.date().is_some() && stated.stated().is_none(),
        ..Reading::default()
    }
}

/// Whether a record states that its work is yet to appear.
pub(in crate::import) fn is_status(published: &Published) -> bool {
    published.statement().status.is_some()
}

/// A date in whose year something can be published.
fn published(date: PartialDate) -> Option<PartialDate> {
    Published::read(&date.to_string())?.date()
}

/// The date of the number of a day in a spreadsheet; a time behind the point is left out.
pub(in crate::import) fn of_serial(text: &str) -> Option<PartialDate> {
    let (days, part) = text.split_once('.').unwrap_or((text, "0"));
    let is_number = days.len() == 5 && part.bytes().all(|byte| byte.is_ascii_digit());
    let days: u32 = is_number.then(|| days.parse().ok()).flatten()?;
    SERIALS.contains(&days).then(|| of_days(days))?
}

/// The date that many days behind 30 December 1899.
pub(in crate::import) fn of_days(days: u32) -> Option<PartialDate> {
    // Civil date from a count of days: eras of 400 years that begin in March.
    let days = i64::from(days) + 693_899;
    let (era, day) = (days / 146_097, days % 146_097);
    let year = (day - day / 1460 + day / 36524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let (month, carry) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    format!("{:04}-{month:02}-{day:02}", year + era * 400 + carry).parse().ok()
}

/// Three numbers with one of the signs of dates between them, and how many digits each has.
fn numbers(text: &str) -> Option<([u16; 3], [usize; 3])> {
    let sign = text.chars().find(|c| !c.is_ascii_digit()).filter(|c| matches!(c, '/' | '.' | '-'))?;
    let mut parts = text.split(sign).map(str::trim);
    let (mut numbers, mut widths) = ([0; 3], [0; 3]);
    for (number, width) in numbers.iter_mut().zip(&mut widths) {
        let part = parts.next().filter(|part| (1..=4).contains(&part.len()))?;
        (*number, *width) = (part.parse().ok()?, part.len());
    }
    let is_year_first = widths[0] == 4 && widths[1] <= 2 && widths[2] <= 2;
    let is_year_last = widths[0] <= 2 && widths[1] <= 2 && matches!(widths[2], 2 | 4);
    (parts.next().is_none() && (is_year_first || is_year_last)).then_some((numbers, widths))
}

fn of_numbers([a, b, c]: [u16; 3], widths: [usize; 3], order: DayOrder) -> Reading {
    let date = |year: u16, month: u16, day: u16| {
        let text = match (month, day) {
            (0, _) => format!("{year:04}"),
            (_, 0) => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        };
        text.parse::<PartialDate>().ok().and_then(published)
    };
    if widths[0] == 4 {
        let whole = date(a, b, c);
        return Reading { date: whole.or_else(|| date(a, 0, 0)), is_whole: whole.is_some(), ..Reading::default() };
    }
    let is_short_year = widths[2] == 2;
    let year = if is_short_year { of_two_digits(c) } else { c };
    let whole = match order {
        DayOrder::DayFirst => date(year, b, a),
        DayOrder::MonthFirst => date(year, a, b),
        DayOrder::Unknown if a > 12 || a == b => date(year, b, a),
        DayOrder::Unknown if b > 12 => date(year, a, b),
        DayOrder::Unknown => None,
    };
    let whole = whole.filter(|_| a > 0 && b > 0);
    let sure = whole.or_else(|| if is_short_year { None } else { date(year, 0, 0) });
    Reading { date: sure, is_whole: whole.is_some(), is_short_year: is_short_year && whole.is_some(), is_serial: false }
}

/// The date of `12-Mar-19`, and whether it is one for certain.
fn short_year(text: &str) -> Option<(PartialDate, bool)> {
    let (before, year) = text.rsplit_once([' ', '-', '/', '\''])?;
    let is_month = before.contains(char::is_alphabetic);
    let year: u16 = (year.len() == 2 && is_month).then(|| year.parse().ok()).flatten()?;
    // «May 12» is a day.
    before.contains(|c: char| c.is_ascii_digit()).then_some(())?;
    let text = format!("{before} {}", of_two_digits(year)).replace('-', " ");
    PartialDate::read(&text).ok().and_then(published).map(|date| (date, is_plain(&text)))
}

fn of_two_digits(year: u16) -> u16 {
    if year < PIVOT { 2000 + year } else { 1900 + year }
}

/// A text without the time of the day behind it.
fn without_time(text: &str) -> &str {
    let is_time = |rest: &str| {
        rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(':') && rest.len() < 16 && !rest.contains('/')
    };
    let at =
        text.char_indices().find(|(at, c)| *at >= 6 && matches!(c, ' ' | 'T') && is_time(text[at + 1..].trim_start()));
    at.map_or(text, |(at, _)| text[..at].trim_end_matches(','))
}

/// Whether a text says nothing besides numbers, months and days of the week.
fn is_plain(text: &str) -> bool {
    let mut words = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    let is_known = |word: &str| {
        let word = fold(word);
        month_named(&word).is_some()
            || ["st", "nd", "rd", "th", "er", "of", "de", "年", "月", "日", "年月日", "t", "z"].contains(&word.as_str())
            || ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().any(|day| word.starts_with(day))
    };
    words.all(is_known) && !text.contains(['?', '[', '~', '(', '–', '—', '<', '>'])
}

#[cfg(test)]
mod tests {
    use super::{DayOrder, of_days, order, read};

    #[track_caller]
    fn check(text: &str, date: &str, is_whole: bool) {
        let reading = read(text, DayOrder::DayFirst);
        let read = reading.date.map(|date| date.to_string()).unwrap_or_default();
        assert_eq!((read.as_str(), reading.is_whole), (date, is_whole), "{text}");
    }

    #[test]
    fn dates_are_read_in_many_styles_and_what_is_unsure_keeps_its_text() {
        for (text, date) in [
            ("2019-03-12", "2019-03-12"),
            ("12/03/2019 10:15", "2019-03-12"),
            ("25/12/2018", "2018-12-25"),
            ("12 March 2019", "2019-03-12"),
            ("March 12, 2019", "2019-03-12"),
            ("12-Mar-19", "2019-03-12"),
            ("Mar 2019", "2019-03"),
            ("2019 Mar", "2019-03"),
            ("2019", "2019"),
            ("20190312", "2019-03-12"),
            ("18430900", "1843-09"),
            ("2019-03-12T10:15:00Z", "2019-03-12"),
            ("2019///", "2019"),
            ("2020/05/03/", "2020-05-03"),
            ("<2020-02-10 lun.>", "2020-02-10"),
            ("43536", "2019-03-12"),
            ("44197.5", "2021-01-01"),
            ("2019.0", "2019"),
        ] {
            check(text, date, true);
        }
        for (text, date) in [
            ("Spring 2020", "2020"),
            ("2015-2018", "2015"),
            ("c. 1890", "1890"),
            ("[1923?]", "1923"),
            ("1890s", "1890"),
            ("2012/2013", "2012"),
            ("2 June?", ""),
            ("n.d.", ""),
            ("forthcoming", ""),
            ("0:32:49", ""),
            ("R/P1Y", ""),
        ] {
            check(text, date, false);
        }
    }

    #[test]
    fn one_date_proves_the_order_of_its_column() {
        assert_eq!(order(["5/3/2024", "12/27/2023"].into_iter()), DayOrder::MonthFirst);
        assert_eq!(order(["12/03/2019 10:15", "25/12/2018"].into_iter()), DayOrder::DayFirst);
        assert_eq!(order(["01/11/2015", "02/10/2015"].into_iter()), DayOrder::Unknown);
        assert_eq!(order(["13/11/2015", "02/14/2015"].into_iter()), DayOrder::Unknown);
        let unsure = read("01/11/2015", DayOrder::Unknown);
        assert_eq!((unsure.date.map(|date| date.to_string()).as_deref(), unsure.is_whole), (Some("2015"), false));
    }

    #[test]
    fn days_are_counted_as_spreadsheets_do() {
        for (days, date) in [(77, "1900-03-17"), (43_831, "2020-01-01"), (60_000, "2064-04-08"), (36_585, "2000-02-29")]
        {
            assert_eq!(of_days(days).map(|date| date.to_string()).as_deref(), Some(date));
        }
    }
}
