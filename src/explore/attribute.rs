//! The attributes of a resource, in reading order: what the record view lists and the comparison puts in rows.

use super::engine::Engine;
use crate::catalog::{FieldKind, ResourceIdx, values};
use crate::facet::Origin;

/// Something that is stated of a resource, or not.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Attribute {
    /// The values of a facet, by its key.
    Facet(String),
    /// The date of publication, as precise as stated.
    Published,
    /// Number of pages.
    Pages,
    /// Running time.
    Minutes,
    /// A field of the organization's own that does not filter: its id and label.
    Field {
        /// Key in `extra`.
        id: String,
        /// What a reader sees.
        label: String,
    },
}

/// One value of an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What a reader sees.
    pub text: String,
    /// The facet's key and the choice that shows all resources with this value, where there is one.
    pub choice: Option<(String, String)>,
}

/// The attributes that the resources of a catalog can have.
pub fn attributes(engine: &Engine) -> Vec<Attribute> {
    let facet = |key: &str| Attribute::Facet(key.to_owned());
    let mut attributes = vec![facet("type"), facet("author"), facet("publisher"), Attribute::Published];
    attributes.extend(["audience", "level", "place", "theme", "keyword", "language", "access"].map(facet));
    attributes.extend([Attribute::Pages, Attribute::Minutes]);
    let own = engine.facets.iter().filter(|facet| facet.definition.origin != Origin::BuiltIn);
    attributes.extend(own.map(|facet| Attribute::Facet(facet.definition.key.clone())));
    let rest = engine.head.fields.iter().filter(|field| !field.filter || field.kind == FieldKind::Text);
    attributes.extend(rest.map(|field| Attribute::Field { id: field.id.clone(), label: field.label.clone() }));
    attributes
}

/// The values of an attribute of a resource; none where it is not stated.
pub fn entries(engine: &Engine, idx: ResourceIdx, attribute: &Attribute) -> Vec<Entry> {
    let plain = |text: String| Entry { text, choice: None };
    match attribute {
        Attribute::Facet(key) => facet_entries(engine, idx, key),
        Attribute::Published => engine
            .store
            .published(idx)
            .iter()
            .map(|date| Entry { text: date.to_string(), choice: Some(("year".to_owned(), date.year().to_string())) })
            .collect(),
        Attribute::Pages => engine.resource(idx).pages.iter().map(|n| plain(n.to_string())).collect(),
        Attribute::Minutes => engine.resource(idx).minutes.iter().map(|n| plain(n.to_string())).collect(),
        Attribute::Field { id, .. } => values(&engine.store.extra(idx), id).into_iter().map(plain).collect(),
    }
}

fn facet_entries(engine: &Engine, idx: ResourceIdx, key: &str) -> Vec<Entry> {
    let Some(facet) = engine.facet(key) else { return Vec::new() };
    facet
        .own_values(&engine.store, idx)
        .into_iter()
        .map(|id| {
            let label = facet.find(&id).map_or_else(|| id.clone(), |value| facet.values[value as usize].label.clone());
            Entry { text: label, choice: Some((key.to_owned(), id)) }
        })
        .collect()
}
