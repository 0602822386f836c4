//! A resource: one record of a catalog.
//!
//! Only `id` and `title` are required. A list that is empty and an option that is `None` read "Not stated".

use serde::Serialize;
use serde_json::{Map, Value};

use super::author::Author;
use super::date::PartialDate;
use super::published::Published;
use super::scalar::scalar;
use crate::limits::work;

/// Position of a resource in its catalog, 0-based.
pub type ResourceIdx = u32;

/// One report, guide, case study, tool, …
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "cli", schemars(transform = describe_title_sentence))]
pub struct Resource {
    /// Stable id, unique in the catalog: it is in people's links.
    #[cfg_attr(feature = "cli", schemars(length(min = 1)))]
    pub id: String,
    /// Title as published.
    #[cfg_attr(feature = "cli", schemars(length(min = 1)))]
    pub title: String,
    /// What it says, in a few sentences.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summary: Option<String>,
    /// Where it is: an `http`, `https`, `mailto` or `doi:` address.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "cli", schemars(regex(pattern = r"^([hH][tT][tT][pP][sS]?://|mailto:|doi:10\.)")))]
    pub url: Option<String>,
    /// Its DOI: alone, behind `doi:`, or as an address of doi.org.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(
        feature = "cli",
        schemars(regex(pattern = r"^([dD][oO][iI]:\s*|[hH][tT][tT][pP][sS]?://[^/]+/)?10\.\d+(\.\d+)*/\S+$"))
    )]
    pub doi: Option<String>,
    /// Persons or bodies that wrote it, in order: each a name as it is signed, or an object that states its parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub authors: Vec<Author>,
    /// Organizations that published it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub publishers: Vec<String>,
    /// Name of the journal, magazine, newspaper, blog or series that it appeared in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub container: Option<String>,
    /// Volume of what it appeared in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub volume: Option<String>,
    /// Issue of the volume.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issue: Option<String>,
    /// Its pages in what it appeared in, as `45-67`, or the number that stands for them; how many it has is `pages`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page_range: Option<String>,
    /// Date of publication: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; or as it is known: `ca. 2019`, `2019?`, `[2019]`, `Spring 2020`,
    /// `2015-2018`, `in press`, `forthcoming`, `n.d.`
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "cli", schemars(with = "Option<String>"))]
    pub published: Option<Published>,
    /// Id of a type of the vocabulary.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub r#type: Option<String>,
    /// Ids of themes.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub themes: Vec<String>,
    /// Ids of audiences.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub audiences: Vec<String>,
    /// Ids of levels.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub levels: Vec<String>,
    /// States and countries it is about, by name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub places: Vec<String>,
    /// Free words.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub keywords: Vec<String>,
    /// BCP 47 code of its language, where it is not the catalog's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Id of a kind of access.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub access: Option<String>,
    /// Number of pages.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pages: Option<u32>,
    /// Running time in minutes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// What the record rests on: addresses or citations.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub sources: Vec<String>,
    /// How sure the record's facts are: `high`, `medium` or `low`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<String>,
    /// Values of the organization's own fields: a value or a list of values a field id.
    #[serde(skip_serializing_if = "Map::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub extra: Map<String, Value>,
    /// Keys that this version does not know, kept as they were.
    #[serde(flatten)]
    #[cfg_attr(feature = "cli", schemars(skip))]
    pub other: Map<String, Value>,
}

/// Puts into the schema what exports read of [`Resource::other`].
#[cfg(feature = "cli")]
fn describe_title_sentence(schema: &mut schemars::Schema) {
    let property = serde_json::json!({
        "description": "Title in sentence case, as APA style writes it, where the rules get a name wrong.",
        "type": "string"
    });
    if let Some(properties) = schema.get_mut("properties").and_then(Value::as_object_mut) {
        properties.insert("title_sentence".to_owned(), property);
    }
}

impl Resource {
    /// The names of its authors as readers see them.
    pub fn author_names(&self) -> Vec<String> {
        self.authors.iter().map(|author| author.display().into_owned()).collect()
    }

    /// The date of publication to sort and filter by, as far as it is sure.
    pub fn date(&self) -> Option<PartialDate> {
        self.published.as_ref().and_then(Published::date)
    }

    /// The title in sentence case, where the record states it: what no rule can know of its names.
    pub fn title_sentence(&self) -> Option<&str> {
        self.other.get("title_sentence").and_then(Value::as_str).map(str::trim).filter(|title| !title.is_empty())
    }

    /// The values of an organization's own field, as texts; empty where it has none.
    pub fn extra_values(&self, field: &str) -> Vec<String> {
        values(&self.extra, field)
    }
}

/// Returns some keys in the order of their texts, each with its place, for [`stated_keys`].
pub(crate) fn key_places<'a>(keys: &[&'a str]) -> Vec<(&'a str, usize)> {
    let mut places: Vec<(&str, usize)> = keys.iter().copied().zip(0..).collect();
    places.sort_unstable();
    places
}

/// Returns the places, in order, of those keys that an object has: a catalog may have thousands of own fields, and a record one of them.
pub(crate) fn stated_keys(places: &[(&str, usize)], object: &Map<String, Value>) -> Vec<usize> {
    work::count(object.len());
    let place = |key: &String| places.binary_search_by(|(known, _)| (*known).cmp(key)).ok().map(|at| places[at].1);
    let mut found: Vec<usize> = object.keys().filter_map(place).collect();
    found.sort_unstable();
    found
}

/// The values under a key of an object, as texts; empty where it has none.
pub fn values(object: &Map<String, Value>, key: &str) -> Vec<String> {
    let text = |value: &Value| {
        let text = scalar(value)?;
        (!text.trim().is_empty()).then(|| text.trim().to_owned())
    };
    match object.get(key) {
        Some(Value::Array(values)) => values.iter().filter_map(text).collect(),
        Some(value) => text(value).into_iter().collect(),
        None => Vec::new(),
    }
}
