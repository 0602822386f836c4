//! The attributes of a resource, in reading order: what the record view lists and the comparison puts in rows.

use crate::catalog::{FieldKind, ResourceIdx, values};
use crate::explore::engine::Engine;
use crate::facet::{Facet, Kind, Origin};
use crate::limits::SHOWN_COLUMNS;
use crate::text::compare_key;

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
    /// What it says, in a few sentences.
    Summary,
    /// Its address.
    Link,
    /// What the record rests on.
    Sources,
    /// How sure the record's facts are.
    Confidence,
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
    attributes.extend(unplaced(engine, &attributes));
    attributes.extend([Attribute::Pages, Attribute::Minutes]);
    let own = engine.facets.iter().filter(|facet| facet.definition.origin != Origin::BuiltIn);
    attributes.extend(own.map(|facet| Attribute::Facet(facet.definition.key.clone())));
    let rest = engine.head.fields.iter().filter(|field| !field.filter || field.kind == FieldKind::Text);
    attributes.extend(rest.map(|field| Attribute::Field { id: field.id.clone(), label: field.label.clone() }));
    attributes
}

/// The built-in facets that have no place among some attributes: one that is new stands behind the others until it is given one. The
/// year has none, which the date of publication says more exactly.
fn unplaced(engine: &Engine, placed: &[Attribute]) -> Vec<Attribute> {
    let built_in = engine.facets.iter().filter(|facet| facet.definition.origin == Origin::BuiltIn);
    let facets = built_in.filter(|facet| facet.definition.kind != Kind::Number);
    let all = facets.map(|facet| Attribute::Facet(facet.definition.key.clone()));
    all.filter(|attribute| !placed.contains(attribute)).collect()
}

/// The attributes by which resources are compared, in reading order; of the organization's own fields those that it wants compared.
pub fn compared_attributes(engine: &Engine) -> Vec<Attribute> {
    let facet = |key: &str| Attribute::Facet(key.to_owned());
    let mut all = vec![Attribute::Summary, facet("type"), facet("author"), facet("publisher"), Attribute::Published];
    all.extend(["audience", "level", "place", "theme", "keyword"].map(facet));
    all.extend([Attribute::Link, facet("access"), facet("language"), Attribute::Pages, Attribute::Minutes]);
    all.extend(unplaced(engine, &all));
    all.extend([Attribute::Sources, Attribute::Confidence]);
    for field in engine.head.fields.iter().filter(|field| field.compare) {
        let own = engine
            .facets
            .iter()
            .find(|facet| matches!(&facet.definition.origin, Origin::Field { id, .. } if *id == field.id));
        let plain = || Attribute::Field { id: field.id.clone(), label: field.label.clone() };
        all.push(own.map_or_else(plain, |own| facet(&own.definition.key)));
    }
    all
}

/// The columns that a table of results has where a reader has picked none.
const USUAL: [&str; 4] = ["type", "published", "publisher", "theme"];

/// The attributes that a table of results can have as columns, without those that no resource states; of own fields at most
/// [`SHOWN_COLUMNS`].
pub fn columns(engine: &Engine) -> Vec<Attribute> {
    let mut all = attributes(engine);
    let mut n_own = 0;
    all.retain(|attribute| {
        let is_own = matches!(attribute, Attribute::Field { .. });
        n_own += usize::from(is_own);
        !is_own || n_own <= SHOWN_COLUMNS
    });
    all.extend([Attribute::Summary, Attribute::Link, Attribute::Confidence]);
    all.retain(|attribute| match attribute {
        Attribute::Facet(key) => engine.facet(key).is_some_and(Facet::is_used),
        _ => true,
    });
    all
}

/// The columns that are picked by their words, or else the usual ones; in the order of all columns.
pub fn shown_columns(engine: &Engine, words: &[String]) -> Vec<Attribute> {
    let all = columns(engine);
    let is_picked = |attribute: &&Attribute| words.iter().any(|word| word == attribute.word());
    let picked: Vec<Attribute> = all.iter().filter(is_picked).cloned().collect();
    if picked.is_empty() {
        all.into_iter().filter(|attribute| USUAL.contains(&attribute.word())).collect()
    } else {
        picked
    }
}

impl Attribute {
    /// The word for it in addresses: a facet's key, a fixed word, or the id of an organization's own field.
    pub fn word(&self) -> &str {
        match self {
            Self::Facet(key) => key,
            Self::Published => "published",
            Self::Pages => "pages",
            Self::Minutes => "minutes",
            Self::Summary => "summary",
            Self::Link => "link",
            Self::Sources => "sources",
            Self::Confidence => "confidence",
            Self::Field { id, .. } => id,
        }
    }
}

/// The values of an attribute of a resource; none where it is not stated.
pub fn entries(engine: &Engine, idx: ResourceIdx, attribute: &Attribute) -> Vec<Entry> {
    let plain = |text: String| Entry { text, choice: None };
    let store = &engine.store;
    match attribute {
        Attribute::Facet(key) => facet_entries(engine, idx, key),
        Attribute::Published => {
            let date = store.published(idx);
            let choice = date.map(|date| ("year".to_owned(), date.year().to_string()));
            // What says anything else than a date does is shown as it is stated.
            let text = store.published_text(idx).map(str::to_owned).or_else(|| date.map(|date| date.to_string()));
            text.into_iter().map(|text| Entry { text, choice: choice.clone() }).collect()
        }
        Attribute::Pages => engine.resource(idx).pages.iter().map(|n| plain(n.to_string())).collect(),
        Attribute::Minutes => engine.resource(idx).minutes.iter().map(|n| plain(n.to_string())).collect(),
        Attribute::Field { id, .. } => values(&store.extra(idx), id).into_iter().map(plain).collect(),
        Attribute::Summary => {
            let summary = Some(store.summary(idx)).filter(|summary| !summary.is_empty());
            summary.into_iter().map(|summary| plain(summary.to_owned())).collect()
        }
        Attribute::Link => store.url(idx).into_iter().map(|url| plain(url.to_owned())).collect(),
        Attribute::Sources => store.sources(idx).into_iter().map(|source| plain(source.to_owned())).collect(),
        Attribute::Confidence => store.confidence(idx).into_iter().map(|level| plain(level.to_owned())).collect(),
    }
}

fn facet_entries(engine: &Engine, idx: ResourceIdx, key: &str) -> Vec<Entry> {
    let Some(facet) = engine.facet(key) else { return Vec::new() };
    let mut entries: Vec<Entry> = Vec::new();
    for written in facet.stated_values(&engine.store, idx) {
        let value = facet.find(&written).map(|value| &facet.values[value as usize]);
        // A term of the vocabulary has a label; another value is shown as this record writes it.
        let label = value.filter(|value| value.label != value.id).map(|value| value.label.clone());
        let id = value.map_or_else(|| written.clone(), |value| value.id.clone());
        let entry = Entry { text: label.unwrap_or(written), choice: Some((key.to_owned(), id)) };
        if !entries.iter().any(|other| other.is_same(&entry)) {
            entries.push(entry);
        }
    }
    entries
}

/// Ids and labels of terms by which a vocabulary says that a fact is not stated.
const UNSTATED: [&str; 5] = ["unknown", "not stated", "not-stated", "unspecified", "n/a"];

/// Whether the id or the label of a term states a fact: not where it means "not stated".
pub fn is_stated(text: &str) -> bool {
    !UNSTATED.contains(&compare_key(text).as_ref())
}

impl Entry {
    /// Whether the entry states a fact: not where it is a term that means "not stated".
    pub fn is_stated(&self) -> bool {
        is_stated(&self.text) && self.choice.as_ref().is_none_or(|(_, id)| is_stated(id))
    }

    /// Whether another entry of the attribute says the same: the same value, however either record writes it.
    pub fn is_same(&self, other: &Self) -> bool {
        match (&self.choice, &other.choice) {
            // A date is more than the year that it leads to.
            (Some((key, id)), Some((_, other_id))) if key != "year" => id == other_id,
            _ => self.text == other.text,
        }
    }
}
