//! Dates as people and programs write them: what is sure of them is read, and the rest is kept as it stands.
//!
//! Read are, besides `YYYY`, `YYYY-MM` and `YYYY-MM-DD`: dates with a time of the day, the year first with other signs between,
//! names of months in six languages, day and month before the year where only one order makes a date, zeros for what is not
//! stated; decades and centuries; dates that are about right (`ca. 2019`, `2019?`, `[2019]`), seasons, ranges, also such as go on (`2018–`), works
//! that are yet to appear, and that there is no date. Of a date of publication with one of copyright behind it (`1995, c1994`) the first is read. Of a quarter and a fiscal year the (first) year is sure, of a day that never was what is left, of one of two days
//! (`10/11/2019`) nothing.

use crate::catalog::model::{
    DateError, DateStatement, PartialDate, Published, Span, Unpublished, month_named, season_named,
};
use crate::text::fold;

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// What stands before or behind a date of a work that is yet to appear, or for the date.
const UNPUBLISHED: [(&str, Unpublished); 14] = [
    ("accepted for publication", Unpublished::InPress),
    ("advance online publication", Unpublished::InPress),
    ("in press", Unpublished::InPress),
    ("im druck", Unpublished::InPress),
    ("sous presse", Unpublished::InPress),
    ("en prensa", Unpublished::InPress),
    ("in corso di stampa", Unpublished::InPress),
    ("no prelo", Unpublished::InPress),
    ("forthcoming", Unpublished::Forthcoming),
    ("to appear", Unpublished::Forthcoming),
    ("to be published", Unpublished::Forthcoming),
    ("im erscheinen", Unpublished::Forthcoming),
    ("à paraître", Unpublished::Forthcoming),
    ("de próxima aparición", Unpublished::Forthcoming),
];
/// How records say that there is no date, folded, without blanks and points.
const NO_DATE: [&str; 14] = [
    "sa",
    "ohnedatum",
    "nd",
    "nodate",
    "undated",
    "dateunknown",
    "unknown",
    "sd",
    "sansdate",
    "sf",
    "sinfecha",
    "oj",
    "ohnejahr",
    "senzadata",
];
/// The fewest letters that name a month or a day of the week.
const FEWEST_LETTERS: usize = 3;

impl PartialDate {
    /// The date that a text means, in any form in which it can mean one date only; of a range within a year that year.
    pub fn read(text: &str) -> Result<Self, DateError> {
        match read(text)? {
            (_, Some(unsure)) => Err(unsure),
            (statement, None) if statement.last_year().is_some() && statement.span == Span::Stated => {
                Err(DateError::TwoYears)
            }
            (DateStatement { date: Some(start), end: Some(_), .. }, None) => date(start.year(), 0, 0),
            (DateStatement { date, .. }, None) => date.ok_or(DateError::Form),
        }
    }
}

impl Published {
    /// The date of publication that a text states, whatever it is; `None` of an empty one.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        match read_published(text) {
            // What can mean one date only is that date.
            Ok((statement, None)) if statement.is_plain() => Self::new(statement.date, None),
            Ok((statement, _)) => Self::new(statement.date, Some(text)),
            Err(_) => Self::new(None, Some(text)),
        }
    }

    /// What is stated of the date. Of one of two days the year is sure, which is enough for a citation.
    pub fn statement(&self) -> DateStatement {
        let Some(text) = self.stated() else { return DateStatement::from(self.date()) };
        match read_published(text) {
            Ok((statement, _)) => statement,
            Err(DateError::DayOrMonth) => {
                let year = text.split(|c: char| !c.is_ascii_digit()).find_map(|number| number.parse().ok());
                DateStatement { is_vague: true, ..DateStatement::from(year) }
            }
            Err(_) => DateStatement::default(),
        }
    }
}

/// Reads a date of publication; `Err(Year)` where its year is later than anything is published.
pub(in crate::catalog) fn read_published(text: &str) -> Result<(DateStatement, Option<DateError>), DateError> {
    let (statement, unsure) = read(text)?;
    statement.date.map_or(Ok(()), |date| date.of_publication().map(|_| ()))?;
    Ok((statement, unsure))
}

/// What a text states of a date, as far as it is sure, and why the rest of it is not.
pub(in crate::catalog) fn read(text: &str) -> Result<(DateStatement, Option<DateError>), DateError> {
    let text = between(text.trim().chars().map(plain_digit).collect());
    if let Ok(date) = text.parse() {
        return Ok((DateStatement::from(Some(date)), None));
    }
    let plain: String = fold(&text).chars().filter(|c| !c.is_whitespace() && !".()[]".contains(*c)).collect();
    if NO_DATE.contains(&plain.as_str()) {
        return Ok((DateStatement::default(), None));
    }
    let mut statement = DateStatement::default();
    let rest = without_status(&text, &mut statement);
    if rest.is_empty() && statement.status.is_some() {
        return Ok((statement, None));
    }
    let rest = without_qualifiers(rest, &mut statement);
    // `199?` is a decade and `19??` a century: the sign stands for a digit.
    let is_short =
        statement.is_doubtful && matches!(rest.len(), 2 | 3) && rest.bytes().all(|byte| byte.is_ascii_digit());
    let filled = if is_short { format!("{rest:-<4}") } else { String::new() };
    let rest = if is_short { &filled } else { rest };
    let (found, unsure) = loose(without_end(without_copyright(rest, &mut statement), &mut statement))?;
    let DateStatement { is_approximate, is_doubtful, is_supplied, status, .. } = statement;
    let is_vague = statement.is_vague || found.is_vague;
    let span = if found.end.is_none() { statement.span } else { found.span };
    Ok((DateStatement { span, is_approximate, is_doubtful, is_supplied, status, is_vague, ..found }, unsure))
}

/// Returns a text in which `between 1990 and 1995` is the range `~1990–1995`: one date, which is not known better (RDA 1.9.2.4).
fn between(text: String) -> String {
    match text.to_ascii_lowercase().find("between ") {
        Some(at) => format!("{}~{}", &text[..at], text[at + "between ".len()..].replacen(" and ", "–", 1)),
        None => text,
    }
}

/// Returns a date of publication without the date of copyright behind it: `1995, c1994`, `1995 (©1994)` (AACR2 1.4F5, RDA 2.11).
fn without_copyright<'a>(text: &'a str, statement: &mut DateStatement) -> &'a str {
    let bare = text.trim_end_matches([')', ']', '.']);
    let first = || {
        let (start, year) = bare.split_at_checked(bare.len().checked_sub(4)?)?;
        let start = start.trim_end();
        let rest = ["copyright", "cop.", "cop", "©", "c"].iter().find_map(|sign| start.strip_suffix(sign))?;
        let date = rest.trim_end_matches([' ', ',', ';', '(', '[']);
        let is_date = date.len() < rest.len() && date.ends_with(|c: char| c.is_ascii_digit());
        (is_date && year.bytes().all(|byte| byte.is_ascii_digit())).then_some(date)
    };
    first().map_or(text, |date| {
        statement.is_vague = true;
        date
    })
}

/// How records say that something goes on.
const GOES_ON: [&str; 7] = ["present", "ongoing", "to date", "today", "now", "current", "heute"];

/// Returns a date without the sign or the words behind it that say that it goes on: `2018–`, `2018 to present`.
fn without_end<'a>(text: &'a str, statement: &mut DateStatement) -> &'a str {
    let bare = text.trim_end_matches([')', '.']);
    let by_word = GOES_ON.iter().find_map(|word| {
        let (start, end) = bare.split_at_checked(bare.len().checked_sub(word.len())?)?;
        end.eq_ignore_ascii_case(word).then_some(start)
    });
    let is_between = |c: char| c.is_whitespace() || ",-–—(".contains(c);
    let start = by_word.unwrap_or(text).trim_end_matches(is_between);
    let without_to = ["to", "until", "bis"].iter().find_map(|word| start.strip_suffix(word)).map(str::trim_end);
    let start = if by_word.is_some() { without_to.unwrap_or(start) } else { start };
    let has_year = start.len() >= 4 && start.bytes().rev().take(4).all(|byte| byte.is_ascii_digit());
    // `2018-05 to present`; without the word the sign may be one of a date that is cut off.
    let has_month = || by_word.is_some() && start.parse::<PartialDate>().is_ok();
    if !has_year && !has_month() {
        return text;
    }
    // A comma or a bracket alone is one too many: `2018,`, `2018 (`.
    if by_word.is_some() || text[start.len()..].contains(['-', '–', '—']) {
        statement.span = Span::Open;
    }
    start
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
    /// A season; 0 is a quarter.
    Season(u8),
    /// The sign behind the first year of a decade.
    Decade,
    /// The word behind the number of a century.
    Century,
    /// A day of the week, or a word between the others.
    Nothing,
}

fn loose(date: &str) -> Result<(DateStatement, Option<DateError>), DateError> {
    // What is no month of a year can be the end of a range of years.
    if let Ok(date) = date.parse() {
        return Ok((DateStatement::from(Some(date)), None));
    }
    if let Some(years) = without_last_digits(date) {
        return years.map(|years| (years, None));
    }
    let date = without_time(date);
    // A whole number with zeros behind its point is that number.
    let date = date.strip_suffix(".0").filter(|year| year.len() == 4).unwrap_or(date);
    let (parts, separator) = compact(date).or_else(|| parts(date)).ok_or(DateError::Form)?;
    match of_parts(&parts, separator) {
        Ok(statement) => Ok((statement, None)),
        // What can mean two days is left to its author, whole.
        Err(error @ DateError::Impossible) => match sure_of(&parts) {
            Some(date) => Ok((DateStatement { is_vague: true, ..DateStatement::from(Some(date)) }, Some(error))),
            None => Err(error),
        },
        Err(error) => Err(error),
    }
}

/// The years of a text with signs in place of its last digits: `199-` is a decade to libraries, `19--` a century.
fn without_last_digits(text: &str) -> Option<Result<DateStatement, DateError>> {
    let digits = text.trim_end_matches(['-', 'x', 'X', 'u']);
    let number: u16 = digits.parse().ok().filter(|_| text.len() == 4)?;
    match digits.len() {
        3 => Some(decade_of(number * 10)),
        2 => {
            let first = number * 100;
            let years = date(first, 0, 0).and_then(|from| range(from, date(first + 99, 0, 0)?));
            Some(years.map(|years| DateStatement { span: Span::Century, ..years }))
        }
        _ => None,
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

/// A text without what says that the work is yet to appear, at its start or its end.
fn without_status<'a>(text: &'a str, statement: &mut DateStatement) -> &'a str {
    let is_between = |c: char| c.is_whitespace() || ".,;:()[]".contains(c);
    let bare = text.trim_matches(is_between);
    for (words, status) in UNPUBLISHED {
        let at_start = bare.split_at_checked(words.len()).filter(|(start, _)| is_same(start, words));
        let at_end = || {
            let (rest, end) = bare.split_at_checked(bare.len().checked_sub(words.len())?)?;
            is_same(end, words).then_some((end, rest))
        };
        if let Some((_, rest)) = at_start.or_else(at_end) {
            statement.status = Some(status);
            return rest.trim_matches(is_between);
        }
    }
    text
}

/// Whether two texts are one but for the case of their letters.
fn is_same(text: &str, other: &str) -> bool {
    text.eq_ignore_ascii_case(other) || text.to_lowercase() == other
}

/// What a word before a date says of it.
#[derive(Debug, Clone, Copy)]
enum Qualifier {
    Approximate,
    /// The year of copyright, which is cited as that of publication is.
    Copyright,
    /// The year of publication.
    Published,
    /// The first year of what goes on.
    Since,
    /// A fiscal, academic or school year.
    OtherYear,
}

/// Words and signs before a date, in six languages.
const QUALIFIERS: [(&str, Qualifier); 43] = [
    ("circa", Qualifier::Approximate),
    ("ca.", Qualifier::Approximate),
    ("ca", Qualifier::Approximate),
    ("c.", Qualifier::Approximate),
    ("approximately", Qualifier::Approximate),
    ("approx.", Qualifier::Approximate),
    ("approx", Qualifier::Approximate),
    ("about", Qualifier::Approximate),
    ("around", Qualifier::Approximate),
    ("probably", Qualifier::Approximate),
    ("um", Qualifier::Approximate),
    ("etwa", Qualifier::Approximate),
    ("vers", Qualifier::Approximate),
    ("environ", Qualifier::Approximate),
    ("env.", Qualifier::Approximate),
    ("hacia", Qualifier::Approximate),
    ("verso", Qualifier::Approximate),
    ("cerca de", Qualifier::Approximate),
    ("por volta de", Qualifier::Approximate),
    ("~", Qualifier::Approximate),
    ("(c)", Qualifier::Copyright),
    ("copyright", Qualifier::Copyright),
    ("published online", Qualifier::Published),
    ("published", Qualifier::Published),
    ("since", Qualifier::Since),
    ("from", Qualifier::Since),
    ("seit", Qualifier::Since),
    ("©", Qualifier::Copyright),
    ("cop.", Qualifier::Copyright),
    ("cop", Qualifier::Copyright),
    ("p", Qualifier::Copyright),
    ("c", Qualifier::Approximate),
    ("fiscal year", Qualifier::OtherYear),
    ("academic year", Qualifier::OtherYear),
    ("online first", Qualifier::Published),
    ("school year", Qualifier::OtherYear),
    ("schuljahr", Qualifier::OtherYear),
    ("early", Qualifier::Approximate),
    ("mid", Qualifier::Approximate),
    ("late", Qualifier::Approximate),
    ("sy", Qualifier::OtherYear),
    ("fy", Qualifier::OtherYear),
    ("ay", Qualifier::OtherYear),
];

/// Returns a text without the brackets around it, what says that it is not exact (`ca. 2019?`), the sign for copyright, and the word
/// for a fiscal, academic or school year (`FY2021`); what these say goes into `statement`.
fn without_qualifiers<'a>(text: &'a str, statement: &mut DateStatement) -> &'a str {
    let mut rest = text.trim();
    loop {
        let before = rest.len();
        let inside = |open, close| rest.strip_prefix(open).and_then(|text| text.strip_suffix(close));
        if let Some(supplied) = inside('[', ']') {
            statement.is_supplied = true;
            rest = supplied;
        } else if let Some(text) = inside('(', ')') {
            rest = text;
        }
        // `?`, `~` and `%` behind a date are those of ISO 8601-2 (2019), section 8.
        while let Some((at, mark)) = rest.char_indices().next_back().filter(|(_, c)| "?~%".contains(*c)) {
            statement.is_doubtful |= mark != '~';
            statement.is_approximate |= mark != '?';
            rest = &rest[..at];
        }
        rest = rest.trim();
        for (word, qualifier) in QUALIFIERS {
            let Some((start, behind)) = rest.split_at_checked(word.len()) else { continue };
            let is_apart = !word.ends_with(char::is_alphabetic) || !behind.starts_with(char::is_alphabetic);
            if start.eq_ignore_ascii_case(word) && is_apart {
                // A librarian's `c2019` is the year of copyright (AACR2 1.4F6); `c 1890` and `c1890-1895` are about then.
                let is_copyright = word == "c" && is_year(behind);
                let qualifier = if is_copyright { Qualifier::Copyright } else { qualifier };
                statement.is_approximate |= matches!(qualifier, Qualifier::Approximate);
                statement.is_vague |= matches!(qualifier, Qualifier::OtherYear | Qualifier::Copyright);
                if matches!(qualifier, Qualifier::Since) {
                    statement.span = Span::Open;
                }
                // `mid-1990s`.
                rest = behind.trim_start_matches([' ', '\u{a0}', '-']);
            }
        }
        if rest.len() == before {
            return rest;
        }
    }
}

/// Whether a text is a year of four digits.
fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
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
            // `1990s`.
            if let (Some(Part::Year(_)), Some(behind)) = (parts.last(), decade(rest)) {
                parts.push(Part::Decade);
                rest = behind;
            }
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
        if !c.is_whitespace() && !matches!(c, ',' | '.' | '/' | '-' | '–' | '—' | '(' | ')' | '年' | '月' | '日')
        {
            return None;
        }
        if separator == ' ' && parts.len() == 1 && !c.is_whitespace() {
            separator = c;
        }
        rest = &rest[c.len_utf8()..];
    }
    Some((parts, separator))
}

/// What stands behind the sign of a decade: `1890s`, `1890's`.
fn decade(text: &str) -> Option<&str> {
    let rest = text.strip_prefix(['\'', '’']).unwrap_or(text).strip_prefix('s')?;
    (!rest.starts_with(char::is_alphanumeric)).then_some(rest)
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
    if let Some(season) = season_named(word) {
        return Some(Part::Season(season));
    }
    match word {
        "q" => {
            *rest = rest.strip_prefix(['1', '2', '3', '4'])?;
            Some(Part::Season(0))
        }
        "quarter" => Some(Part::Season(0)),
        "century" | "cent" | "jahrhundert" | "siecle" => Some(Part::Century),
        "term" | "semester" | "issue" | "to" | "bis" | "through" | "of" | "the" | "de" | "del" | "der" | "den"
        | "le" | "el" | "di" => Some(Part::Nothing),
        _ => DAYS.iter().any(begins).then_some(Part::Nothing),
    }
}

/// The date of parts in one of the orders in which dates are written.
#[allow(clippy::match_same_arms, clippy::unnested_or_patterns, reason = "one kind of date a line")]
fn of_parts(parts: &[Part], separator: char) -> Result<DateStatement, DateError> {
    use Part::{Decade, Month, Season, Short, Year};
    let plain = |date: Result<PartialDate, DateError>| date.map(|date| DateStatement::from(Some(date)));
    if parts.iter().any(|part| matches!(part, Season(_) | Decade | Part::Century)) {
        return of_seasons(parts);
    }
    match *parts {
        [Year(year)] => plain(date(year, 0, 0)),
        [Month(month), Month(last), Year(year)] if month < last => range(date(year, month, 0)?, date(year, last, 0)?),
        [Month(month), Year(year)] | [Year(year), Month(month)] => plain(date(year, month, 0)),
        [Month(month), Short(day @ 1.., _), Year(year)]
        | [Short(day @ 1.., _), Month(month), Year(year)]
        | [Year(year), Month(month), Short(day @ 1.., _)] => plain(date(year, month, day)),
        [Month(month), Short(day @ 1.., _), Short(last, _), Year(year)]
        | [Short(day @ 1.., _), Short(last, _), Month(month), Year(year)]
            if day < last =>
        {
            range(date(year, month, day)?, date(year, month, last)?)
        }
        [Month(month), Short(day @ 1.., _), Month(last_month), Short(last, _), Year(year)]
        | [Short(day @ 1.., _), Month(month), Short(last, _), Month(last_month), Year(year)] => {
            range(date(year, month, day)?, date(year, last_month, last)?)
        }
        // A number with a point may be the month of a year, or a number.
        [Year(year), Short(1..=12, _)] if separator == '.' => plain(date(year, 0, 0)),
        [Year(_), Short(..)] if separator == '.' => Err(DateError::Form),
        // 2010/11 may be the months of a school year, 2019-20 is no month.
        [Year(year), Short(other, 2)] if other > 12 || separator != '-' && other == (year + 1) % 100 => {
            let is_later = other > year % 100 || other == (year + 1) % 100;
            if is_later { years(year, other) } else { Err(DateError::Impossible) }
        }
        // 1999-00 are two years: 00 stands for no month behind a year that ends so.
        [Year(year), Short(0, 2)] if year % 100 == 99 => years(year, 0),
        [Year(year), Short(month, _)] | [Short(month @ 1.., _), Year(year)] => plain(date(year, month, 0)),
        [Year(year), Short(month, _), Short(day, _)] => plain(date(year, month, day)),
        [Short(a, _), Short(b, _), Year(year)] => match (a, b) {
            (13.., 13..) | (0, _) | (_, 0) => Err(DateError::Impossible),
            (13.., month) => plain(date(year, month, a)),
            (month, 13..) => plain(date(year, month, b)),
            _ if a == b => plain(date(year, a, b)),
            _ => Err(DateError::DayOrMonth),
        },
        [Year(from), Year(to)] => range(date(from, 0, 0)?, date(to, 0, 0)?),
        [Month(month), Year(from), Month(last), Year(to)] | [Year(from), Short(month, _), Year(to), Short(last, _)] => {
            range(date(from, month, 0)?, date(to, last, 0)?)
        }
        [Year(from), Short(month, _), Short(day, _), Year(to), Short(last, _), Short(last_day, _)] => {
            range(date(from, month, day)?, date(to, last, last_day)?)
        }
        [Short(..), Short(..), Short(_, 2)] | [Month(_), Short(_, 2)] | [Short(..), Month(_), Short(_, 2)] => {
            Err(DateError::NoYear)
        }
        _ => Err(DateError::Form),
    }
}

/// The date of parts of which one is a season, a quarter or a decade.
#[allow(clippy::unnested_or_patterns, reason = "one kind of date a line")]
fn of_seasons(parts: &[Part]) -> Result<DateStatement, DateError> {
    use Part::{Century, Decade, Month, Season, Short, Year};
    let vague = |year| date(year, 0, 0).map(|date| DateStatement { is_vague: true, ..DateStatement::from(Some(date)) });
    let season = |season: u8, year| match season {
        0 => vague(year),
        _ => date(year, 0, 0).map(|date| DateStatement { season, ..DateStatement::from(Some(date)) }),
    };
    let years_to = |from, to| range(date(from, 0, 0)?, date(to, 0, 0)?);
    match *parts {
        [Season(name), Year(year)] | [Year(year), Season(name)] => season(name, year),
        [Year(year), Decade] => decade_of(year),
        [Short(number @ 11..=21, _), Century] => {
            let first = (number - 1) * 100;
            years_to(first, first + 99).map(|range| DateStatement { span: Span::Century, ..range })
        }
        [Year(from), Decade, Year(to), Decade] => years_to(from, to + 9),
        [Season(first @ 1..), Season(last @ 1..), Year(year)] if first != last => {
            season(first, year).map(|statement| DateStatement { season_end: last, ..statement })
        }
        [Season(_) | Month(_), Season(_), Year(year)] | [Season(_), Month(_), Year(year)] => vague(year),
        [Season(name), Year(from), Year(to)] => Ok(of_winter(name, years_to(from, to)?)),
        [Season(name), Year(year), Short(other, 2)] => Ok(of_winter(name, years(year, other)?)),
        [Season(first @ 1..), Season(last @ 1..), Year(from), Year(to)] if first != last => {
            Ok(DateStatement { season: first, season_end: last, ..years_to(from, to)? })
        }
        [Season(_), Year(from), Season(_), Year(to)] => {
            years_to(from, to).map(|range| DateStatement { is_vague: true, ..range })
        }
        _ => Err(DateError::Form),
    }
}

/// The statement of a range of dates, which does not end before it begins.
fn range(from: PartialDate, to: PartialDate) -> Result<DateStatement, DateError> {
    match from.cmp(&to) {
        std::cmp::Ordering::Less => Ok(DateStatement { end: Some(to), ..DateStatement::from(Some(from)) }),
        std::cmp::Ordering::Equal => Ok(DateStatement::from(Some(from))),
        std::cmp::Ordering::Greater => Err(DateError::TwoYears),
    }
}

/// The range from a year to another of which two digits are stated.
fn years(year: u16, last_digits: u16) -> Result<DateStatement, DateError> {
    let century = year - year % 100 + if last_digits < year % 100 { 100 } else { 0 };
    range(date(year, 0, 0)?, date(century + last_digits, 0, 0)?)
}

/// The decade that begins with a year, or the century (`1800s`: Chicago 17 section 9.32); of any other year that year is sure.
fn decade_of(year: u16) -> Result<DateStatement, DateError> {
    let first = date(year, 0, 0)?;
    if !year.is_multiple_of(10) {
        return Ok(DateStatement { is_vague: true, ..DateStatement::from(Some(first)) });
    }
    let n_years = if year.is_multiple_of(100) && year < 2000 { 100 } else { 10 };
    range(first, date(year + n_years - 1, 0, 0)?).map(|range| DateStatement { span: Span::Decade, ..range })
}

/// A range of years of which a season is meant: a winter.
fn of_winter(season: u8, range: DateStatement) -> DateStatement {
    DateStatement { season, is_vague: season == 0, ..range }
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
