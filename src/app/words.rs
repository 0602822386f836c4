//! Every text of the interface, in English; another language is another file like this one.
//!
//! What a catalog says of itself (labels, titles) and what a finding says is not here: it comes with the data.

use crate::catalog::PartialDate;
use crate::explore::{Attribute, Engine, Hint, MAX_COMPARED, Sort, State, View};
use crate::facet::{Facet, NOT_STATED, Origin};

/// The language of these words (BCP 47).
pub(super) const LANGUAGE: &str = "en";
pub(super) const NOT_FETCHED: &str =
    "The catalog could not be loaded: there was no answer. Check the connection and load the page again.";
pub(super) const FAILED: &str = "The catalog could not be opened";
pub(super) const PLAIN_BELOW: &str = "Below is the plain list of resources that came with the page.";
pub(super) const LOADING: &str = "Opening the catalog";
pub(super) const SEARCH: &str = "Search";
pub(super) const SEARCH_EXAMPLE: &str = "Title, topic, author, place …";
pub(super) const SKIP: &str = "Skip to the results";
pub(super) const FILTERS: &str = "Filters";
pub(super) const OPEN_FILTERS: &str = "Filter";
pub(super) const CLOSE: &str = "Close";
pub(super) const CLEAR_ALL: &str = "Clear all";
pub(super) const CLEAR_SEARCH: &str = "Clear the search";
pub(super) const CLEAR_FILTERS: &str = "Clear all filters";
pub(super) const CHOSEN: &str = "What narrows the results";
pub(super) const RESULTS: &str = "Results";
pub(super) const SORT_BY: &str = "Sort by";
pub(super) const SHOWN_AS: &str = "Show as";
pub(super) const THEMES: &str = "Themes in these results";
pub(super) const BY_NAME: &str = "A–Z";
pub(super) const BY_COUNT: &str = "By number";
pub(super) const COMPARE: &str = "Compare";
pub(super) const COMPARISON: &str = "Side by side";
pub(super) const COMPARISON_TABLE: &str = "Table of the picked resources";
pub(super) const PUT_BACK: &str = "Clear";
pub(super) const NOTHING_PICKED: &str =
    "Nothing is picked yet. Tick “Compare” on two to four resources in the list, and they stand here side by side.";
pub(super) const SHARED: &str = "shared by all";
pub(super) const SHARED_LEGEND: &str = "Marked: what all of these resources share.";
pub(super) const NOT_STATED_TEXT: &str = "Not stated";
pub(super) const BACK: &str = "Back to the results";
pub(super) const BACK_TO_COMPARISON: &str = "Back to the comparison";
pub(super) const ANY_THEME: &str = "With several themes chosen, resources that have any of them are shown.";
pub(super) const PREVIOUS: &str = "Previous";
pub(super) const NEXT: &str = "Next";
pub(super) const ABOUT: &str = "About this resource";
pub(super) const SOURCES: &str = "How do we know?";
pub(super) const NEW_TAB: &str = "(opens in a new tab)";
pub(super) const NO_LINK: &str = "No address is stated for this resource.";
pub(super) const NOTHING_FOUND: &str = "No resource matches all of this";
pub(super) const NOTHING_FOUND_HELP: &str = "Use fewer words, or take away one of the things named above.";
pub(super) const NO_RESOURCES: &str = "This catalog has no resources yet.";
pub(super) const FROM: &str = "From";
pub(super) const TO: &str = "to";
pub(super) const EARLIEST: &str = "earliest";
pub(super) const LATEST: &str = "latest";
pub(super) const DISMISS: &str = "Dismiss";
pub(super) const NOTHING_LEAVES: &str = "Nothing you type here leaves your device.";

pub(super) fn not_served(status: u16) -> String {
    format!("The catalog could not be loaded: the server answered {status}. Is catalog.json beside this page?")
}

pub(super) fn loaded(n: usize) -> String {
    format!("{} …", resources(n))
}

/// A number as it is read: 12,345.
pub(super) fn number(n: usize) -> String {
    let digits = n.to_string();
    let mut text = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

pub(super) fn resources(n: usize) -> String {
    counted(n, "resource", "resources")
}

pub(super) fn of_resources(n: usize, total: usize) -> String {
    if n == total { resources(total) } else { format!("{} of {}", number(n), resources(total)) }
}

pub(super) fn show_results(n: usize) -> String {
    format!("Show {}", counted(n, "result", "results"))
}

pub(super) fn show_more(n: usize) -> String {
    format!("Show {n} more")
}

pub(super) fn show_all(n: usize) -> String {
    format!("Show all {}", number(n))
}

pub(super) fn show_fewer() -> &'static str {
    "Show fewer"
}

pub(super) fn narrower(label: &str) -> String {
    format!("Themes within {label}")
}

pub(super) fn position(at: usize, of: usize) -> String {
    format!("{} of {}", number(at + 1), number(of))
}

pub(super) fn visit(host: &str) -> String {
    format!("Open at {host}")
}

pub(super) fn compare_this(title: &str) -> String {
    format!("Compare “{title}”")
}

pub(super) fn picked(n: usize, most: usize) -> String {
    format!("{n} of {most} picked")
}

pub(super) fn remove(title: &str) -> String {
    format!("Remove “{title}”")
}

pub(super) fn remove_filter(text: &str) -> String {
    format!("Remove filter: {text}")
}

pub(super) fn tag(label: &str, n: usize) -> String {
    format!("{label}, {}", resources(n))
}

pub(super) fn findings(n: usize) -> String {
    format!("{} in this catalog", counted(n, "thing to look at", "things to look at"))
}

pub(super) fn more_findings(n: usize) -> String {
    format!("… and {} more", number(n))
}

pub(super) fn updated(date: &str) -> String {
    let date = date.parse().map_or_else(|_| date.to_owned(), self::date);
    format!("Catalog of {date}.")
}

/// The name of a view; of the comparison, with how many resources are picked.
pub(super) fn view(view: View, n_picked: usize) -> String {
    let name = match view {
        View::List => "List",
        View::Cloud => "Themes",
        View::Compare => "Compare",
    };
    if n_picked > 0 { format!("{name} ({n_picked})") } else { name.to_owned() }
}

pub(super) fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "Best match",
        Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
        Sort::Title => "Title",
    }
}

/// The name of a facet's values, many and one.
fn facet_names(facet: &Facet) -> (&str, &str) {
    if let Origin::Field { label, .. } = &facet.definition.origin {
        return (label, label);
    }
    match facet.definition.key.as_str() {
        "theme" => ("Themes", "Theme"),
        "type" => ("Type", "Type"),
        "audience" => ("For whom", "For"),
        "level" => ("Level", "Level"),
        "place" => ("Place", "Place"),
        "year" => ("Year", "Year"),
        "publisher" => ("Publisher", "Publisher"),
        "author" => ("Author", "Author"),
        "keyword" => ("Keyword", "Keyword"),
        "language" => ("Language", "Language"),
        "access" => ("Access", "Access"),
        key => (key, key),
    }
}

pub(super) fn facet(facet: &Facet) -> &str {
    facet_names(facet).0
}

pub(super) fn attribute(engine: &Engine, attribute: &Attribute) -> String {
    match attribute {
        Attribute::Facet(key) => match key.as_str() {
            "author" => "Authors".to_owned(),
            "publisher" => "Publishers".to_owned(),
            "place" => "Places".to_owned(),
            "keyword" => "Keywords".to_owned(),
            _ => engine.facet(key).map_or_else(|| key.clone(), |facet| self::facet(facet).to_owned()),
        },
        Attribute::Published => "Published".to_owned(),
        Attribute::Pages => "Pages".to_owned(),
        Attribute::Minutes => "Minutes".to_owned(),
        Attribute::Field { label, .. } => label.clone(),
    }
}

/// What a choice of a facet says: "Theme: Grading", "Not place: Maine".
pub(super) fn choice(facet: &Facet, value: &str, left_out: bool) -> String {
    let (_, one) = facet_names(facet);
    let value = value_label(facet, value);
    if left_out { format!("Not {}: {value}", one.to_lowercase()) } else { format!("{one}: {value}") }
}

fn value_label(facet: &Facet, value: &str) -> String {
    if value == NOT_STATED {
        return NOT_STATED_TEXT.to_lowercase();
    }
    match value.split_once("..") {
        Some((from, "")) => format!("from {from}"),
        Some(("", to)) => format!("up to {to}"),
        Some((from, to)) if facet.find(value).is_none() => format!("{from} to {to}"),
        _ => facet.find(value).map_or_else(|| value.to_owned(), |idx| facet.values[idx as usize].label.clone()),
    }
}

/// A date as it is read: "January 4, 2018", "May 2019", "2016".
pub(super) fn date(date: PartialDate) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let month = date.month().and_then(|month| MONTHS.get(usize::from(month) - 1));
    match (month, date.day()) {
        (Some(month), Some(day)) => format!("{month} {day}, {}", date.year()),
        (Some(month), None) => format!("{month} {}", date.year()),
        (None, _) => date.year().to_string(),
    }
}

pub(super) fn confidence(level: &str) -> String {
    format!("Confidence in this record: {level}. It rests on these sources:")
}

pub(super) fn hint(engine: &Engine, hint: &Hint) -> String {
    match hint {
        Hint::Unknown { key, value } if value.is_empty() => format!("“{key}” in the address means nothing here."),
        Hint::Unknown { key, value } => format!("“{key}={value}” in the address means nothing here."),
        Hint::NoSuchValue { key, value } => {
            let name = engine.facet(key).map_or(key.as_str(), |facet| facet_names(facet).1).to_lowercase();
            format!("This catalog has no {name} “{value}”.")
        }
        Hint::NoSuchResource(id) => format!("The resource “{id}” is not in this catalog any more."),
        Hint::TooManyCompared(n) => format!("{n} resources are picked; the first {MAX_COMPARED} are compared."),
    }
}

/// The title of the tab: what is looked at, then the catalog.
pub(super) fn page_title(engine: &Engine, state: &State) -> String {
    let catalog = catalog_title(engine);
    let open = state.open.as_ref().and_then(|id| engine.find(id)).map(|idx| engine.store.title(idx).to_owned());
    let seen = open.or_else(|| {
        let choices = state.filter.iter().filter_map(|(key, choice)| Some((engine.facet(key)?, choice)));
        let mut parts: Vec<String> =
            Vec::from_iter((!state.query.trim().is_empty()).then(|| format!("“{}”", state.query.trim())));
        for (facet, choice) in choices {
            let known = choice.any.iter().filter(|value| facet.knows(value));
            parts.extend(known.map(|value| value_label(facet, value)));
        }
        if state.view != View::List {
            parts.push(view(state.view, 0));
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    });
    seen.map_or_else(|| catalog.to_owned(), |seen| format!("{seen} – {catalog}"))
}

pub(super) fn catalog_title(engine: &Engine) -> &str {
    let title = engine.head.title.as_str();
    if title.is_empty() { "Competency Explorer" } else { title }
}
