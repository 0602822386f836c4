//! A record as it is read: the borrowed twin of a [`Resource`].
//!
//! Texts point into the bytes that were read wherever these hold them as they are. All lists share one buffer, so that a
//! record that is filled again and again allocates nothing.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::catalog::model::{Author, PartialDate, Resource, author};

/// A part of a record that holds words which many records share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum List {
    /// Id of its type; one at most.
    Type,
    /// Ids of themes.
    Themes,
    /// Ids of audiences.
    Audiences,
    /// Ids of levels.
    Levels,
    /// Names of places.
    Places,
    /// Organizations that published it.
    Publishers,
    /// The names of who wrote it, as readers see them.
    Authors,
    /// Free words.
    Keywords,
    /// BCP 47 code of its language; one at most.
    Language,
    /// Id of a kind of access; one at most.
    Access,
}

/// How many lists a record has.
pub const N_LISTS: usize = 10;

/// The list of sources stands behind the others: no two records share its entries.
const SOURCES: usize = N_LISTS;

impl List {
    /// All lists, in the order in which they are kept.
    pub const ALL: [Self; N_LISTS] = [
        Self::Type,
        Self::Themes,
        Self::Audiences,
        Self::Levels,
        Self::Places,
        Self::Publishers,
        Self::Authors,
        Self::Keywords,
        Self::Language,
        Self::Access,
    ];
}

/// One record; see [`Resource`] for what each part means.
#[derive(Debug, Clone, Default)]
pub struct Record<'a> {
    /// Stable id.
    pub id: Cow<'a, str>,
    /// Title as published.
    pub title: Cow<'a, str>,
    /// What it says.
    pub summary: Option<Cow<'a, str>>,
    /// Where it is.
    pub url: Option<Cow<'a, str>>,
    /// Date of publication.
    pub published: Option<PartialDate>,
    /// Number of pages.
    pub pages: Option<u32>,
    /// Running time in minutes.
    pub minutes: Option<u32>,
    /// How sure the record's facts are.
    pub confidence: Option<Cow<'a, str>>,
    /// Values of the organization's own fields: the text of a JSON object.
    pub extra: Option<Cow<'a, str>>,
    /// The list of authors where one of them is an object: the text of a JSON list.
    pub authors: Option<Cow<'a, str>>,
    /// Keys that this version does not know: the text of a JSON object.
    pub other: Option<Cow<'a, str>>,
    entries: Vec<Cow<'a, str>>,
    /// Start and end of each list in the entries.
    spans: [(usize, usize); N_LISTS + 1],
}

impl<'a> Record<'a> {
    /// The entries of a list, in the record's order.
    pub fn list(&self, list: List) -> &[Cow<'a, str>] {
        self.span(list as usize)
    }

    /// What the record rests on.
    pub fn sources(&self) -> &[Cow<'a, str>] {
        self.span(SOURCES)
    }

    fn span(&self, number: usize) -> &[Cow<'a, str>] {
        let (start, end) = self.spans[number];
        &self.entries[start..end]
    }

    /// The record as a resource that owns its texts.
    pub fn to_resource(&self) -> Resource {
        let own = |text: &Option<Cow<'a, str>>| text.as_deref().map(str::to_owned);
        let all = |list: &[Cow<'a, str>]| list.iter().map(|entry| entry.clone().into_owned()).collect();
        let list = |list: List| all(self.list(list));
        let one = |list: List| self.list(list).first().map(|entry| entry.clone().into_owned());
        Resource {
            id: self.id.clone().into_owned(),
            title: self.title.clone().into_owned(),
            summary: own(&self.summary),
            url: own(&self.url),
            authors: match self.authors.as_deref() {
                Some(text) => author::from_text(text),
                None => self.list(List::Authors).iter().map(|text| Author::Text(text.clone().into_owned())).collect(),
            },
            publishers: list(List::Publishers),
            published: self.published,
            r#type: one(List::Type),
            themes: list(List::Themes),
            audiences: list(List::Audiences),
            levels: list(List::Levels),
            places: list(List::Places),
            keywords: list(List::Keywords),
            language: one(List::Language),
            access: one(List::Access),
            pages: self.pages,
            minutes: self.minutes,
            sources: all(self.sources()),
            confidence: own(&self.confidence),
            extra: object(self.extra.as_deref()),
            other: object(self.other.as_deref()),
        }
    }

    /// Empties the record, to be filled again.
    pub(in crate::catalog) fn clear(&mut self) {
        let mut entries = std::mem::take(&mut self.entries);
        entries.clear();
        *self = Self { entries, ..Self::default() };
    }

    /// How many entries all lists have together: where the next list begins.
    pub(in crate::catalog) fn n_entries(&self) -> usize {
        self.entries.len()
    }

    /// Adds an entry to the list that began at `start`, unless it stands there already.
    pub(in crate::catalog) fn add(&mut self, start: usize, entry: Cow<'a, str>) {
        if !self.entries[start..].contains(&entry) {
            self.entries.push(entry);
        }
    }

    /// Takes back the entries from `start` on.
    pub(in crate::catalog) fn cut(&mut self, start: usize) {
        self.entries.truncate(start);
    }

    /// Ends a list that began at `start`.
    pub(in crate::catalog) fn close(&mut self, list: List, start: usize) {
        self.spans[list as usize] = (start, self.entries.len());
    }

    /// Ends the list of sources that began at `start`.
    pub(in crate::catalog) fn close_sources(&mut self, start: usize) {
        self.spans[SOURCES] = (start, self.entries.len());
    }

    /// Sets the authors, of whom one or more are objects.
    pub(in crate::catalog) fn set_authors(&mut self, authors: &[Author]) {
        let start = self.entries.len();
        self.entries.extend(authors.iter().map(|author| Cow::Owned(author.display().into_owned())));
        self.close(List::Authors, start);
        self.authors = author::written(authors).map(Cow::Owned);
    }

    fn fill(&mut self, number: usize, texts: impl IntoIterator<Item = Cow<'a, str>>) {
        let start = self.entries.len();
        self.entries.extend(texts);
        self.spans[number] = (start, self.entries.len());
    }
}

impl<'a> From<&'a Resource> for Record<'a> {
    fn from(resource: &'a Resource) -> Self {
        let borrow = |text: &'a Option<String>| text.as_deref().map(Cow::Borrowed);
        let mut record = Self {
            id: Cow::Borrowed(&resource.id),
            title: Cow::Borrowed(&resource.title),
            summary: borrow(&resource.summary),
            url: borrow(&resource.url),
            published: resource.published,
            pages: resource.pages,
            minutes: resource.minutes,
            confidence: borrow(&resource.confidence),
            extra: json(&resource.extra),
            authors: author::written(&resource.authors).map(Cow::Owned),
            other: json(&resource.other),
            ..Self::default()
        };
        for list in List::ALL {
            record.fill(list as usize, resource.list(list));
        }
        record.fill(SOURCES, borrowed(&resource.sources));
        record
    }
}

impl Resource {
    /// The entries of a list; of the authors, the names that readers see.
    pub fn list(&self, list: List) -> Vec<Cow<'_, str>> {
        match list {
            List::Type => borrowed(self.r#type.as_slice()),
            List::Themes => borrowed(&self.themes),
            List::Audiences => borrowed(&self.audiences),
            List::Levels => borrowed(&self.levels),
            List::Places => borrowed(&self.places),
            List::Publishers => borrowed(&self.publishers),
            List::Authors => self.authors.iter().map(Author::display).collect(),
            List::Keywords => borrowed(&self.keywords),
            List::Language => borrowed(self.language.as_slice()),
            List::Access => borrowed(self.access.as_slice()),
        }
    }
}

fn borrowed(texts: &[String]) -> Vec<Cow<'_, str>> {
    texts.iter().map(|text| Cow::Borrowed(text.as_str())).collect()
}

/// An object as the text in which a record holds it; `None` for an empty one.
fn json(map: &Map<String, Value>) -> Option<Cow<'static, str>> {
    // A map of texts to values has a text form always.
    if map.is_empty() { None } else { serde_json::to_string(map).ok().map(Cow::Owned) }
}

/// The object that a text holds; empty where there is none.
pub(super) fn object(text: Option<&str>) -> Map<String, Value> {
    text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::{List, Record};
    use crate::catalog::model::Resource;
    use serde_json::json;

    #[test]
    fn a_record_is_the_resource_it_was_made_of() {
        let mut resource = Resource { id: "a".to_owned(), title: "A".to_owned(), ..Resource::default() };
        assert_eq!(Record::from(&resource).to_resource(), resource);
        resource.themes = vec!["x".to_owned(), "y".to_owned()];
        resource.sources = vec!["s".to_owned()];
        resource.r#type = Some("t".to_owned());
        resource.extra.insert("cost".to_owned(), json!([1.50, "x", null]));
        resource.other.insert("isbn".to_owned(), json!({"a": ["\"\n"]}));
        let record = Record::from(&resource);
        assert_eq!(record.list(List::Themes), ["x", "y"]);
        assert_eq!(record.to_resource(), resource);
    }
}
