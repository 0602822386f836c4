//! The title of the page, its views, and what is the same in every language.

use super::facets::{condition, short};
use super::functions::{
    catalog_of, colours_dark, colours_light, colours_of_device, not_value, section_results, section_saved, view_name,
    with_count,
};
use super::{commas, current, date_text, quoted};
use crate::embed::Scheme;
use crate::explore::{Condition, Engine, State, View, conditions, subject};
use crate::facet::NOT_STATED;
use crate::text::isolated;

/// The file of the licences of the parts.
pub const THIRD_PARTY_FILE: &str = "THIRD-PARTY.txt";

/// The tag of the language of the page (BCP 47).
pub fn language() -> &'static str {
    current().tag
}

/// The date of a catalog, as it is stated there.
pub fn updated(date: &str) -> String {
    catalog_of(&date_text(date))
}

/// The name of a view.
pub fn view(view: View) -> String {
    view_name(view).to_owned()
}

/// The name of a section of the page, with how many resources are there.
pub fn section(section: View, n: usize) -> String {
    let name = match section {
        View::List => section_results(),
        View::Shelf => section_saved(),
        other => view_name(other),
    };
    if n > 0 { with_count(name, n) } else { name.to_owned() }
}

/// What the switch between light and dark shows.
pub fn scheme_shown(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Auto => colours_of_device(),
        Scheme::Light => colours_light(),
        Scheme::Dark => colours_dark(),
    }
}

/// The title of the tab: what is looked at, then the catalog.
pub fn page_title(engine: &Engine, state: &State) -> String {
    let catalog = catalog_title(engine);
    let open = state.open.as_ref().and_then(|id| engine.find(id)).map(|idx| isolated(&engine.shown_title(idx)));
    let about = || subject(engine, state.look.about.as_ref()?);
    let about = || about().map(|(facet, idx)| isolated(&engine.facets[facet].values[idx as usize].label));
    let seen = open.or_else(about).or_else(|| {
        let mut parts: Vec<String> =
            Vec::from_iter((!state.query.trim().is_empty()).then(|| quoted(state.query.trim())));
        // The query is said as it was typed; of the facets all that is chosen and all that is left out.
        parts.extend(conditions(engine, state).iter().filter_map(|condition| match condition {
            Condition::Value(_, value) | Condition::LeftOut(_, value) if value == NOT_STATED => {
                Some(self::condition(engine, condition))
            }
            Condition::Value(..) => Some(short(engine, condition)),
            Condition::LeftOut(..) => Some(not_value(&short(engine, condition))),
            _ => None,
        }));
        if !matches!(state.view, View::List | View::Home) {
            parts.push(view(state.view));
        }
        (!parts.is_empty()).then(|| commas(&parts))
    });
    seen.map_or_else(|| catalog.to_owned(), |seen| format!("{seen} – {catalog}"))
}

/// The title of a catalog; where it has none, the name of the product.
pub fn catalog_title(engine: &Engine) -> &str {
    let title = engine.head.title.as_str();
    if title.is_empty() { "Competency Explorer" } else { title }
}

/// The name of a file.
pub fn file_name(of: &str, ending: &str) -> String {
    format!("{of}.{ending}")
}
