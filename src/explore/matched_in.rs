//! In which parts of a resource the words of a query stand.

use super::engine::Engine;
use crate::catalog::ResourceIdx;
use crate::search::{Query, TextField};
use crate::text::highlight;

/// The parts of a resource that hold a word of the query, in the order of their weight. It reads the texts of the one resource:
/// meant for those that are shown.
pub fn matched_in(engine: &Engine, idx: ResourceIdx, query: &Query) -> Vec<TextField> {
    if query.words.is_empty() {
        return Vec::new();
    }
    let answers = |text: &&str| !highlight(text, &query.words).is_empty();
    TextField::ALL.into_iter().filter(|field| texts(engine, idx, *field).iter().any(answers)).collect()
}

fn texts(engine: &Engine, idx: ResourceIdx, field: TextField) -> Vec<&str> {
    let resource = engine.resource(idx);
    let all = |texts| <[String]>::iter(texts).map(String::as_str).collect();
    match field {
        TextField::Title => vec![resource.title.as_str()],
        TextField::Keywords => all(&resource.keywords),
        TextField::Themes => themes(engine, &resource.themes),
        TextField::Authors => all(&resource.authors),
        TextField::Publishers => all(&resource.publishers),
        TextField::Places => all(&resource.places),
        TextField::Summary => all(resource.summary.as_slice()),
    }
}

/// The labels of themes.
fn themes<'a>(engine: &'a Engine, ids: &'a [String]) -> Vec<&'a str> {
    let facet = engine.facet("theme");
    let label = |id: &'a String| {
        facet.and_then(|facet| Some(facet.values[facet.find(id)? as usize].label.as_str())).unwrap_or(id)
    };
    ids.iter().map(label).collect()
}
