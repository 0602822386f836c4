//! Dates as citation styles write them; never more precise and never more certain than they were stated.

use super::work::Work;
use crate::catalog::{DateStatement, PartialDate, Resource, Span};
use crate::export::kind::Class;

/// `January`, `January 4` (APA 7 section 9.14, Chicago 17 section 6.38), `4 January`, with months as `write` has them; nothing of a year.
fn within_year(date: PartialDate, day_first: bool, write: fn(&str) -> String) -> String {
    match (date.month_name().map(write), date.day()) {
        (Some(month), Some(day)) if day_first => format!("{day} {month}"),
        (Some(month), Some(day)) => format!("{month} {day}"),
        (month, _) => month.unwrap_or_default(),
    }
}

/// The season, the month or the day of a date or of a range within a year; nothing else of a year and of a range of years.
fn part_of_year(date: DateStatement, day_first: bool, write: fn(&str) -> String) -> String {
    // A winter is of two years: `Winter 2019–20`.
    if let Some(seasons) = date.seasons(write).filter(|_| date.date.is_some()) {
        return seasons;
    }
    let is_one_year = date.last_year().is_none() && date.span != Span::Open;
    let Some(start) = date.date.filter(|_| is_one_year) else { return String::new() };
    let first = within_year(start, day_first, write);
    let Some(end) = date.end else { return first };
    let last = within_year(end, day_first, write);
    match (start.day(), end.day()) {
        (Some(from), Some(to)) if start.month() == end.month() && day_first => {
            last.replacen(&to.to_string(), &format!("{from}–{to}"), 1)
        }
        (Some(_), Some(to)) if start.month() == end.month() => format!("{first}–{to}"),
        _ => format!("{first}–{last}"),
    }
}

/// A year, a decade (`1990s`), a century (`18th century`), or the years of a range, of whose last two digits are enough where `is_short` (Chicago 17 section 9.64, MLA 9 section 2.140).
pub(in crate::export) fn years(date: DateStatement, is_short: bool) -> String {
    match (date.year(), date.last_year()) {
        (Some(year), _) if date.span == Span::Decade => format!("{year}s"),
        (Some(year), _) if date.span == Span::Century => {
            let ending = if year == 2000 { "st" } else { "th" };
            format!("{}{ending} century", year / 100 + 1)
        }
        (Some(from), Some(to)) if is_short && from / 100 == to / 100 && from % 100 > 0 => {
            format!("{from}–{:02}", to % 100)
        }
        (Some(from), Some(to)) => format!("{from}–{to}"),
        (Some(year), None) => year.to_string(),
        (None, _) => String::new(),
    }
}

/// `[ca. 2019]`, `[2019?]`, `[2019]`: what is no date that the work itself has stands in brackets (Chicago 17 section 14.145).
fn in_brackets(date: DateStatement, text: &str) -> String {
    let about = if date.is_approximate { "ca. " } else { "" };
    let doubt = if date.is_doubtful { "?" } else { "" };
    if date.is_uncertain() || date.is_supplied { format!("[{about}{text}{doubt}]") } else { text.to_owned() }
}

/// What stands behind the first year of what goes on: a dash, or a dash and a word.
fn ongoing(date: DateStatement, end: &'static str) -> &'static str {
    if date.span == Span::Open { end } else { "" }
}

fn unchanged(name: &str) -> String {
    name.to_owned()
}

impl Work<'_> {
    /// `2019`, `2019a`, `2018, January 4`, `2020, Spring`, `2015–2018`, `2015–present`, `ca. 2019`, `in press`, `n.d.` (APA 7 sections 8.19, 9.14 and 9.17). The
    /// letter stands behind the year, whatever else is shown of the date (section 9.47); `ca.` is the one sign of a date that is not certain.
    pub(super) fn date_in_apa(&self) -> String {
        let lettered =
            |text: &str| if self.letter.is_empty() { text.to_owned() } else { format!("{text}-{}", self.letter) };
        if self.date.status.is_some() {
            return lettered("in press");
        }
        if self.date.date.is_none() {
            return lettered("n.d.");
        }
        let about = if self.date.is_uncertain() { "ca. " } else { "" };
        let part = if self.kind.is_dated_by_year() { String::new() } else { part_of_year(self.date, false, unchanged) };
        let comma = if part.is_empty() { "" } else { ", " };
        let end = ongoing(self.date, "–present");
        format!("{about}{}{}{end}{comma}{part}", years(self.date, false), self.letter)
    }

    /// The year with its letter: `2019a`, `2015–18`, `2015–` of what goes on (Chicago 17 section 14.144), `[ca. 2019]`, `n.d.-a` (Chicago 17 sections 14.145, 15.20 and 15.44); `Forthcoming` of
    /// whatever is yet to appear, in press or not (section 15.45).
    pub(super) fn year_in_chicago(&self) -> String {
        let word = if self.date.status.is_some() { "Forthcoming" } else { "n.d." };
        match self.date.date {
            Some(_) if self.date.status.is_none() => {
                let (years, end) = (years(self.date, true), ongoing(self.date, "–"));
                in_brackets(self.date, &format!("{years}{}{end}", self.letter))
            }
            _ if self.letter.is_empty() => word.to_owned(),
            _ => format!("{word}-{}", self.letter),
        }
    }

    /// The date where it is stated to the season, the month or the day: `Spring 2020`, `January 2018`, `January 4, 2018` (Chicago 17
    /// section 6.38).
    pub(super) fn day_in_chicago(&self) -> Option<String> {
        let part = part_of_year(self.date, false, unchanged);
        (!part.is_empty()).then(|| behind(&part, self.date))
    }

    /// Season or month of a date, without its year: `Spring` (Chicago 17 section 14.171).
    pub(super) fn season_in_chicago(&self) -> String {
        part_of_year(DateStatement { date: self.date.date.map(without_day), ..self.date }, false, unchanged)
    }

    /// `4 Jan. 2018`, `spring 2020`, `2015–18`, `circa 2019`, `2019?`, `[2019]`, `forthcoming` (MLA 9, chapter 5, “Publication Date”, and
    /// appendix 1). A book and its chapters have the year of its copyright page; a
    /// journal whatever it states, as other periodicals have. Nothing where there is no date.
    pub(super) fn date_in_mla(&self) -> Option<String> {
        if self.date.status.is_some() {
            return Some("forthcoming".to_owned());
        }
        let date = self.date;
        let is_of_book = self.kind.csl == "book" || matches!(self.kind.class, Class::Chapter | Class::Thesis(..));
        let part = if is_of_book { String::new() } else { part_of_year(date, true, in_mla) };
        let (gap, years) = (if part.is_empty() { "" } else { " " }, years(date, true));
        let about = if date.is_approximate { "circa " } else { "" };
        let doubt = if date.is_doubtful { "?" } else { "" };
        let text = format!("{about}{part}{gap}{years}{}{doubt}", ongoing(date, "–present"));
        date.date.map(|_| if date.is_supplied { format!("[{text}]") } else { text })
    }
}

fn without_day(date: PartialDate) -> PartialDate {
    date.to_string().get(..7).and_then(|month| month.parse().ok()).unwrap_or(date)
}

/// A part of a year with the year behind it: behind a day stands a comma.
fn behind(part: &str, date: DateStatement) -> String {
    let comma = if part.ends_with(|c: char| c.is_ascii_digit()) { "," } else { "" };
    format!("{part}{comma} {}", years(date, true))
}

/// A name as MLA has it: May, June and July are not shortened, September is to four letters, seasons are in small letters (MLA 9, appendix 1
/// and section 5.84).
fn in_mla(name: &str) -> String {
    match name {
        "Spring" | "Summer" | "Fall" | "Winter" => name.to_lowercase(),
        "September" => "Sept.".to_owned(),
        _ if name.len() <= 4 => name.to_owned(),
        _ => format!("{}.", &name[..3]),
    }
}

/// `2018`, `January 2018`, `January 4, 2018` (Chicago 17 section 6.38).
pub fn month_first(date: PartialDate) -> String {
    let part = within_year(date, false, unchanged);
    if part.is_empty() { date.year().to_string() } else { behind(&part, DateStatement::from(Some(date))) }
}

/// `2018`, `Jan. 2018`, `4 Jan. 2018` (MLA 9, appendix 1).
pub(super) fn day_first(date: PartialDate) -> String {
    let part = within_year(date, true, in_mla);
    if part.is_empty() { date.year().to_string() } else { format!("{part} {}", date.year()) }
}

/// The date of a resource as readers see it: as it is stated where that is no date alone.
pub(in crate::export) fn shown_date(resource: &Resource) -> String {
    let published = resource.published.as_ref();
    let stated = published.and_then(|published| Some(published.stated()?.to_owned()));
    stated.or_else(|| published?.date().map(month_first)).unwrap_or_default()
}

/// The date in the form of ISO 8601-2 (2019), levels 0 and 1: `2019~` is about then, `2019?` doubtful, `2019%` both, `2020-21` spring, `2015/2018`
/// a range, `2018/..` what goes on; nothing where there is no date.
pub(in crate::export) fn extended_date(date: DateStatement) -> String {
    let Some(start) = date.date else { return String::new() };
    let mark = match (date.is_approximate, date.is_doubtful) {
        (true, true) => "%",
        (true, false) => "~",
        (false, true) => "?",
        (false, false) => "",
    };
    match date.end {
        Some(end) => format!("{start}{mark}/{end}{mark}"),
        None if date.span == Span::Open => format!("{start}{mark}/.."),
        None if date.season > 0 && date.season_end == 0 => format!("{start}-{}{mark}", 20 + date.season),
        None => format!("{start}{mark}"),
    }
}
