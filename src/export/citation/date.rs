//! Dates as citation styles write them; never more precise than they were stated.

use crate::catalog::PartialDate;

/// `2018`, `2018, January`, `2018, January 4` (APA 7 section 9.14).
pub(super) fn year_first(date: PartialDate) -> String {
    match (date.month_name(), date.day()) {
        (Some(month), Some(day)) => format!("{}, {month} {day}", date.year()),
        (Some(month), None) => format!("{}, {month}", date.year()),
        _ => date.year().to_string(),
    }
}

/// `2018`, `January 2018`, `January 4, 2018` (Chicago 17 section 6.38).
pub fn month_first(date: PartialDate) -> String {
    match (date.month_name(), date.day()) {
        (Some(month), Some(day)) => format!("{month} {day}, {}", date.year()),
        (Some(month), None) => format!("{month} {}", date.year()),
        _ => date.year().to_string(),
    }
}

/// `2018`, `Jan. 2018`, also of a day in January: the date of a journal's issue (MLA 9, chapter 5, “Publication Date”).
pub(super) fn of_issue(date: PartialDate) -> String {
    let whole = day_first(date);
    match (date.day(), whole.split_once(' ')) {
        (Some(_), Some((_, month_and_year))) => month_and_year.to_owned(),
        _ => whole,
    }
}

/// `2018`, `Jan. 2018`, `4 Jan. 2018`: May, June and July are not shortened, September is to four letters (MLA 9, appendix 1).
pub(super) fn day_first(date: PartialDate) -> String {
    let short = |month: &str| match month.len() {
        0..=4 => month.to_owned(),
        _ if month == "September" => "Sept.".to_owned(),
        _ => format!("{}.", &month[..3]),
    };
    match (date.month_name(), date.day()) {
        (Some(month), Some(day)) => format!("{day} {} {}", short(month), date.year()),
        (Some(month), None) => format!("{} {}", short(month), date.year()),
        _ => date.year().to_string(),
    }
}
