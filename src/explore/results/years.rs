//! Spans of years as readers write them in a query: `since 2015`, `between 2015 and 2020`, `2015-2024`, `last 5 years`.

use std::ops::Range;

use crate::text::each_token;

/// The years that are read as years; another number of four digits is a number.
const YEARS: Range<u16> = 1800..2100;
/// How many years "the last years" are at most.
const MOST_YEARS: u16 = 50;
/// What may stand before a span, and says nothing more: `published since 2015`.
const LEADS: [&str; 4] = ["published", "written", "released", "dated"];
/// The numbers that are written as words, from two on.
const NUMBERS: [&str; 9] = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/// A span of years; both ends belong to it, and one that is missing is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct YearSpan {
    pub(super) from: Option<u16>,
    pub(super) to: Option<u16>,
}

impl YearSpan {
    /// The choice of the facet of years that asks for it: `2015..2020`.
    pub(super) fn id(self) -> String {
        let year = |year: Option<u16>| year.map(|year| year.to_string()).unwrap_or_default();
        if self.from == self.to { year(self.from) } else { format!("{}..{}", year(self.from), year(self.to)) }
    }
}

/// A word of the text, with its place.
struct Token<'a> {
    word: String,
    at: Range<usize>,
    /// What stands between it and the next word.
    behind: &'a str,
}

impl Token<'_> {
    fn is(&self, words: &[&str]) -> bool {
        words.contains(&self.word.as_str())
    }

    fn year(&self) -> Option<u16> {
        let is_number = self.word.len() == 4 && self.word.bytes().all(|byte| byte.is_ascii_digit());
        self.word.parse().ok().filter(|year| is_number && YEARS.contains(year))
    }

    /// How many years `5` and `five` are.
    fn count(&self) -> Option<u16> {
        let named = || (2..).zip(NUMBERS).find(|(_, name)| *name == self.word).map(|(n, _)| n);
        self.word.parse().ok().or_else(named).filter(|n| (1..=MOST_YEARS).contains(n))
    }

    fn has_dash(&self) -> bool {
        matches!(self.behind.trim(), "-" | "–" | "—" | ".." | "…")
    }
}

/// Returns the first span of years that a text names, and where it is named. The last years are counted back from `latest`,
/// the latest year of the catalog: the engine has no clock.
pub(super) fn years_in(text: &str, latest: Option<u16>) -> Option<(YearSpan, Range<usize>)> {
    let mut found: Vec<(String, Range<usize>)> = Vec::new();
    each_token(text, |word, at| found.push((word.to_owned(), at)));
    let ends: Vec<usize> = found.iter().skip(1).map(|(_, at)| at.start).chain([text.len()]).collect();
    let tokens: Vec<Token<'_>> = found
        .into_iter()
        .zip(ends)
        .map(|((word, at), end)| Token { behind: text.get(at.end..end).unwrap_or_default(), word, at })
        .collect();
    (0..tokens.len()).find_map(|first| {
        let (span, n) = span_at(&tokens[first..], latest)?;
        let before = first.checked_sub(1).filter(|before| tokens[*before].is(&LEADS));
        // A plus belongs to the year before it: `2020+`.
        let last = &tokens[first + n - 1];
        let end = last.at.end + usize::from(last.behind.starts_with('+'));
        Some((span, tokens[before.unwrap_or(first)].at.start..end))
    })
}

/// The span of years that some words begin with, and how many words name it.
fn span_at(tokens: &[Token<'_>], latest: Option<u16>) -> Option<(YearSpan, usize)> {
    let year = |at: usize| tokens.get(at).and_then(Token::year);
    let is = |at: usize, words: &[&str]| tokens.get(at).is_some_and(|token| token.is(words));
    let both = |a: u16, b: u16, n: usize| Some((YearSpan { from: Some(a.min(b)), to: Some(a.max(b)) }, n));
    let since = |from: u16, n: usize| Some((YearSpan { from: Some(from), to: None }, n));
    let until = |to: u16, n: usize| Some((YearSpan { from: None, to: Some(to) }, n));
    let word = tokens.first()?;
    if let Some(first) = word.year() {
        return match year(1) {
            Some(second) if word.has_dash() => both(first, second, 2),
            _ if is(1, &["to", "until", "till", "through"]) => both(first, year(2)?, 3),
            _ if is(1, &["and", "or"]) && is(2, &["later", "newer", "after"]) => since(first, 3),
            _ if is(1, &["onward", "onwards"]) => since(first, 2),
            _ if word.behind.starts_with('+') => since(first, 1),
            _ => None,
        };
    }
    if let Some(decade) = word.word.strip_suffix('s').filter(|decade| decade.len() == 4 && decade.ends_with('0')) {
        let from = decade.parse().ok().filter(|year| YEARS.contains(year))?;
        return both(from, from + 9, 1);
    }
    match (word.word.as_str(), year(1)) {
        ("between", Some(first)) if is(2, &["and", "to"]) => both(first, year(3)?, 4),
        ("from", Some(first)) if is(2, &["to", "until", "till", "through"]) => both(first, year(3)?, 4),
        ("from", Some(first)) if is(2, &["on", "onward", "onwards"]) => since(first, 3),
        ("from" | "between", Some(first)) if tokens[1].has_dash() => both(first, year(2)?, 3),
        ("since", Some(first)) => since(first, 2),
        ("after", Some(first)) => since(first + 1, 2),
        ("before", Some(first)) => until(first - 1, 2),
        ("until" | "till" | "through", Some(last)) => until(last, 2),
        ("up", _) if is(1, &["to"]) => until(year(2)?, 3),
        ("last" | "past", _) if is(2, &["years"]) => {
            since(latest?.checked_sub(tokens.get(1).and_then(Token::count)?)?, 3)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::years_in;

    #[test]
    fn spans_of_years_are_read_as_people_write_them() {
        for (text, span, named) in [
            ("grading since 2015", "2015..", "since 2015"),
            ("after 2019", "2020..", "after 2019"),
            ("before 2020", "..2019", "before 2020"),
            ("until 2020", "..2020", "until 2020"),
            ("up to 2020", "..2020", "up to 2020"),
            ("credit 2015-2024 laws", "2015..2024", "2015-2024"),
            ("2024 – 2015", "2015..2024", "2024 – 2015"),
            ("2015..2024", "2015..2024", "2015..2024"),
            ("Between 2015 and 2020", "2015..2020", "Between 2015 and 2020"),
            ("from 2018 to 2021 guides", "2018..2021", "from 2018 to 2021"),
            ("from 2018-2021", "2018..2021", "from 2018-2021"),
            ("2018 through 2021", "2018..2021", "2018 through 2021"),
            ("2018 to 2018", "2018", "2018 to 2018"),
            ("from 2018 on", "2018..", "from 2018 on"),
            ("2018 or later", "2018..", "2018 or later"),
            ("video 2020+", "2020..", "2020+"),
            ("the 2010s", "2010..2019", "2010s"),
            ("reports published since 2015", "2015..", "published since 2015"),
            ("grading last 5 years", "2019..", "last 5 years"),
            ("past three years", "2021..", "past three years"),
        ] {
            let found = years_in(text, Some(2024)).map(|(span, at)| (span.id(), &text[at]));
            assert_eq!(found, Some((span.to_owned(), named)), "{text}");
        }
    }

    #[test]
    fn what_names_no_span_of_years_is_left_alone() {
        for text in [
            "",
            "2015",
            "in 2015",
            "from 2015",
            "since",
            "since June",
            "since 99",
            "2015 2016",
            "2015 and 2016",
            "2015-06",
            "1000-2000",
            "last years",
            "last 90 years",
            "last 5 weeks",
            "9999s",
            "between 2015",
        ] {
            assert_eq!(years_in(text, Some(2024)), None, "{text}");
        }
        assert_eq!(years_in("last 5 years", None), None, "no year of the catalog to count from");
    }
}
