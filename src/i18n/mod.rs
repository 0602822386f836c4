//! Every text of the interface, in English; another language is another folder like this one.
//!
//! What a catalog says of itself (labels, titles) and what a finding says is not here: it comes with the data.

#![allow(missing_docs, reason = "the name of a message and its text say what it is")]

mod bench;
mod cloud;
mod compare;
mod embed;
mod facets;
mod loading;
mod record;
mod search;
mod shapes;
mod shelf;
mod take;
mod theme;

pub use bench::*;
pub use cloud::*;
pub use compare::*;
pub use embed::*;
pub use facets::*;
pub use loading::*;
pub use record::*;
pub use search::*;
pub use shapes::*;
pub use shelf::*;
pub use take::*;
pub use theme::*;

use crate::explore::{Condition, Engine, Sort, State, View, conditions};
use crate::facet::NOT_STATED;
use crate::text::isolated;

/// The language of these words (BCP 47).
pub fn language() -> &'static str {
    "en"
}

pub fn skip() -> &'static str {
    "Skip to the results"
}

pub fn close() -> &'static str {
    "Close"
}

pub fn results() -> &'static str {
    "Results"
}

pub fn sort_by() -> &'static str {
    "Sort by"
}

pub fn shown_as() -> &'static str {
    "Show as"
}

pub fn no_resources() -> &'static str {
    "This catalog has no resources yet."
}

pub fn dismiss() -> &'static str {
    "Dismiss"
}

pub fn third_party_file() -> &'static str {
    "THIRD-PARTY.txt"
}

pub fn third_party() -> &'static str {
    "Licences of the parts"
}

pub fn nothing_leaves() -> &'static str {
    "Nothing you type here leaves your device."
}

/// A number as it is read: 12,345.
pub fn number(n: usize) -> String {
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

/// A number with so many digits behind its point, 0 or more. The formatting of the standard library can do more, and its
/// code for fractions is a twentieth of the module.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "what is told is neither large nor negative"
)]
pub fn decimal(value: f64, digits: usize) -> String {
    let unit = (0..digits).fold(1_u32, |unit, _| unit * 10);
    let rounded = (value * f64::from(unit)).round() as u64;
    let unit = u64::from(unit);
    if digits == 0 {
        return rounded.to_string();
    }
    let fraction = (rounded % unit).to_string();
    format!("{}.{}{fraction}", rounded / unit, "0".repeat(digits.saturating_sub(fraction.len())))
}

fn counted(n: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(n), if n == 1 { one } else { many })
}

pub fn resources(n: usize) -> String {
    counted(n, "resource", "resources")
}

pub fn of_resources(n: usize, total: usize) -> String {
    if n == total { resources(total) } else { format!("{} of {}", number(n), resources(total)) }
}

pub fn show_more(n: usize) -> String {
    format!("Show {n} more")
}

pub fn findings(n: usize) -> String {
    format!("{} in this catalog", counted(n, "thing to look at", "things to look at"))
}

pub fn more_findings(n: usize) -> String {
    format!("… and {} more", number(n))
}

pub fn updated(date: &str) -> String {
    let date = date.parse().map_or_else(|_| date.to_owned(), self::date);
    format!("Catalog of {date}.")
}

/// The name of a view; of the comparison and the shelf, with how many resources are there.
pub fn view(view: View, n: usize) -> String {
    let name = match view {
        View::List => "List",
        View::Table => "Table",
        View::Cloud => "Cloud",
        View::Map => "Gap map",
        View::Time => "Timeline",
        View::Together => "Connections",
        View::Sets => "Compare sets",
        View::Compare => "Compare",
        View::Shelf => shelf(),
        View::Embed => embed(),
        View::Bench => how_fast(),
    };
    if n > 0 { format!("{name} ({})", number(n)) } else { name.to_owned() }
}

pub fn sort(sort: Sort) -> &'static str {
    match sort {
        Sort::Relevance => "Best match",
        Sort::Newest => "Newest first",
        Sort::Oldest => "Oldest first",
        Sort::Title => "Title",
    }
}

/// The title of the tab: what is looked at, then the catalog.
pub fn page_title(engine: &Engine, state: &State) -> String {
    let catalog = catalog_title(engine);
    let open = state.open.as_ref().and_then(|id| engine.find(id)).map(|idx| isolated(engine.store.title(idx)));
    let theme = || engine.facet("theme").and_then(|facet| Some((facet, facet.find(state.look.about.as_ref()?)?)));
    let about = || theme().map(|(facet, idx)| isolated(&facet.values[idx as usize].label));
    let seen = open.or_else(about).or_else(|| {
        let mut parts: Vec<String> =
            Vec::from_iter((!state.query.trim().is_empty()).then(|| format!("“{}”", state.query.trim())));
        // The query is said as it was typed; of the facets all that is chosen and all that is left out.
        parts.extend(conditions(engine, state).iter().filter_map(|condition| match condition {
            Condition::Value(_, value) | Condition::LeftOut(_, value) if value == NOT_STATED => {
                Some(self::condition(engine, condition))
            }
            Condition::Value(..) => Some(short(engine, condition)),
            Condition::LeftOut(..) => Some(without(&short(engine, condition))),
            _ => None,
        }));
        if state.view != View::List {
            parts.push(view(state.view, 0));
        }
        (!parts.is_empty()).then(|| parts.join(", "))
    });
    seen.map_or_else(|| catalog.to_owned(), |seen| format!("{seen} – {catalog}"))
}

/// "not Maine"
fn without(value: &str) -> String {
    format!("not {value}")
}

pub fn catalog_title(engine: &Engine) -> &str {
    let title = engine.head.title.as_str();
    if title.is_empty() { "Competency Explorer" } else { title }
}
