//! Dates of reference lists as texts: ISO 8601 where they are days, months or years, words where they are more or less than that.

use crate::catalog::{month_name, month_named, season_name};

/// A date of year, month or season, and day, as far as they are stated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::import) struct Parts {
    /// The year, counted as historians do: 1 BC is -1. 0 is not stated.
    pub(in crate::import) year: i32,
    /// 1 to 12, or 0.
    pub(in crate::import) month: u8,
    /// 1 to 31, or 0.
    pub(in crate::import) day: u8,
    /// 1 to 4, or 0.
    pub(in crate::import) season: u8,
}

impl Parts {
    /// The date of numbers: year, month or EDTF season (21 to 24), day. `None` where they make none.
    pub(in crate::import) fn of_numbers(numbers: &[i32]) -> Option<Self> {
        let (year, rest) = numbers.split_first().filter(|(year, _)| **year != 0)?;
        let small = |at: usize| rest.get(at).map_or(Some(0), |n| u8::try_from(*n).ok());
        let (month, day) = (small(0)?, small(1)?);
        match month {
            0..=12 if day <= 31 => Some(Self { year: *year, month, day: if month > 0 { day } else { 0 }, season: 0 }),
            // CSL 1.0.2: 13 to 16 as well; EDTF, level 1: 21 to 24.
            13..=16 | 21..=24 => Some(Self { year: *year, season: (month - 1) % 4 + 1, ..Self::default() }),
            _ => None,
        }
    }

    /// The date as a text: ISO 8601, or a season or an era in words.
    pub(in crate::import) fn text(self) -> String {
        let Self { year, month, day, season } = self;
        if season > 0 || !(1000..=9999).contains(&year) {
            return self.words();
        }
        match (month, day) {
            (0, _) => format!("{year:04}"),
            (_, 0) => format!("{year:04}-{month:02}"),
            _ => format!("{year:04}-{month:02}-{day:02}"),
        }
    }

    /// The date in words: `3 May 2020`, `Spring 2020`, `300 BC`.
    pub(in crate::import) fn words(self) -> String {
        let Self { year, month, day, season } = self;
        let year = if year < 0 { format!("{} BC", -year) } else { year.to_string() };
        let day = (day > 0).then(|| day.to_string());
        let month = season_name(season).or_else(|| month_name(month)).map(str::to_owned);
        [day, month, Some(year)].into_iter().flatten().collect::<Vec<String>>().join(" ")
    }
}

/// Two dates as a range: `2015–2018`, `May 2012 – July 2012`. One that is equal to the other is one date.
pub(in crate::import) fn range(from: Parts, to: Parts) -> String {
    if from == to {
        return from.text();
    }
    let (from, to) = (from.words(), to.words());
    let gap = if from.contains(' ') || to.contains(' ') { " " } else { "" };
    format!("{from}{gap}–{gap}{to}")
}

/// The text of an EDTF date (Library of Congress, levels 0 and 1), as biblatex and CSL-JSON write it: `2012-05/2012-07`, `1723~`,
/// `2012-21`. `None` for all other texts.
pub(in crate::import) fn edtf(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some((from, to)) = text.split_once('/') {
        let open = |text: &str| matches!(text, "" | "..");
        return match (edtf_one(from), edtf_one(to)) {
            (Some((from, from_circa)), Some((to, to_circa))) => Some(circa(range(from, to), from_circa || to_circa)),
            (Some((from, is_circa)), None) if open(to) => Some(circa(format!("{}–", from.words()), is_circa)),
            (None, Some((to, is_circa))) if open(from) => Some(circa(format!("–{}", to.words()), is_circa)),
            _ => None,
        };
    }
    let (date, is_circa) = edtf_one(text)?;
    Some(if is_circa { circa(date.words(), true) } else { date.text() })
}

/// A date that is near the one that a text says.
pub(in crate::import) fn circa(text: String, is_circa: bool) -> String {
    if is_circa { format!("c. {text}") } else { text }
}

/// One date of EDTF, and whether it is approximate or uncertain.
fn edtf_one(text: &str) -> Option<(Parts, bool)> {
    let bare = text.trim_end_matches(['~', '?', '%']);
    let is_circa = bare.len() < text.len();
    let date = bare.split('T').next()?;
    let (sign, digits) = date.strip_prefix('-').map_or((1, date), |rest| (-1, rest));
    let mut numbers = Vec::new();
    for (at, part) in digits.split('-').enumerate() {
        let width = if at == 0 { 4 } else { 2 };
        let is_number = part.len() == width && part.bytes().all(|byte| byte.is_ascii_digit());
        numbers.push(part.parse::<i32>().ok().filter(|_| is_number)?);
    }
    // The year 0 of ISO 8601 is 1 BC.
    if sign < 0 || numbers[0] == 0 {
        numbers[0] = -numbers[0] - 1;
    }
    (numbers.len() < 4).then_some(())?;
    Some((Parts::of_numbers(&numbers)?, is_circa))
}

/// The month that a text names alone, with or without a point: `Sept.`, `5`, `05`.
pub(in crate::import) fn month(text: &str) -> Option<u8> {
    let text = text.trim().trim_end_matches('.');
    let number = text.parse().ok().filter(|number| (1..=12).contains(number) && text.len() < 3);
    number.or_else(|| month_named(text).filter(|_| text.chars().all(char::is_alphabetic)))
}

/// A date of year, month and day as separate texts, as BibTeX has them; what is no number or month stays as it was typed.
pub(in crate::import) fn of_texts(year: &str, months: &str, days: &str) -> String {
    let (year, months, days) = (year.trim(), months.trim(), days.trim());
    // `10~May`, `May 10` and `March/April`.
    let words: Vec<&str> =
        months.split(|c: char| c.is_whitespace() || c == '~' || c == ',').filter(|w| !w.is_empty()).collect();
    let (months, days) = match words[..] {
        [a, b] if month(a).is_some() && b.bytes().all(|byte| byte.is_ascii_digit()) && days.is_empty() => (a, b),
        [a, b] if month(b).is_some() && a.bytes().all(|byte| byte.is_ascii_digit()) && days.is_empty() => (b, a),
        _ => (months, days),
    };
    let number = year.parse::<i32>().ok().filter(|_| year.len() == 4);
    let (Some(year_number), Some(month)) = (number, month(months)) else {
        let parts = [days, months, year].into_iter().filter(|part| !part.is_empty());
        return parts.collect::<Vec<&str>>().join(" ");
    };
    let parts = Parts { year: year_number, month, ..Parts::default() };
    match days.parse::<u8>() {
        Ok(day @ 1..=31) => Parts { day, ..parts }.text(),
        _ if days.is_empty() => parts.text(),
        _ => format!("{} {}", days.replace("--", "–").replace('-', "–"), parts.words()),
    }
}

#[cfg(test)]
mod tests {
    use super::{edtf, of_texts};

    #[test]
    fn dates_of_edtf_are_texts() {
        for (text, date) in [
            ("2012-05-21", Some("2012-05-21")),
            ("2012-05", Some("2012-05")),
            ("2012-05-21T10:00:00Z", Some("2012-05-21")),
            ("2012-05/2012-07", Some("May 2012 – July 2012")),
            ("2015/2018", Some("2015–2018")),
            ("2015/", Some("2015–")),
            ("2015/..", Some("2015–")),
            ("2012-21", Some("Spring 2012")),
            ("2012-24", Some("Winter 2012")),
            ("1723~", Some("c. 1723")),
            ("2012-05?", Some("c. May 2012")),
            ("-0299", Some("300 BC")),
            ("2012/13", None),
            ("in press", None),
            ("2012-5", None),
            ("12", None),
            ("2012-13-40", Some("Spring 2012")),
            ("2012-30", None),
        ] {
            assert_eq!(edtf(text).as_deref(), date, "{text}");
        }
    }

    #[test]
    fn year_month_and_day_of_bibtex_are_one_date() {
        for (year, month, day, date) in [
            ("2012", "may", "", "2012-05"),
            ("2012", "Sept.", "", "2012-09"),
            ("2012", "05", "3", "2012-05-03"),
            ("2012", "May", "21-23", "21–23 May 2012"),
            ("2012", "10~May", "", "2012-05-10"),
            ("2012", "may 10", "", "2012-05-10"),
            ("2012", "March/April", "", "March/April 2012"),
            ("2012/2013", "", "", "2012/2013"),
            ("c. 1890", "", "", "c. 1890"),
            ("in press", "may", "", "may in press"),
            ("", "May", "", "May"),
            ("2012", "", "", "2012"),
        ] {
            assert_eq!(of_texts(year, month, day), date);
        }
    }
}
