//! A record as it is read: the borrowed twin of a [`Resource`].
//!
//! Texts point into the bytes that were read wherever these hold them as they are. All lists share one buffer, so that a
//! record that is filled again and again allocates nothing.

use std::borrow::Cow;

use serde_json::{Map, Value};

use crate::catalog::model::{Author, List, N_LISTS, PartialDate, Published, Resource, author, borrowed};

/// The list of sources stands behind the others: no two records share its entries.
const SOURCES: usize = N_LISTS;

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
    /// Its DOI.
    pub doi: Option<Cow<'a, str>>,
    /// Date of publication, as far as it is sure.
    pub published: Option<PartialDate>,
    /// What the record states of the date of publication, where that is no date alone.
    pub dated: Option<Cow<'a, str>>,
    /// Volume of what it appeared in.
    pub volume: Option<Cow<'a, str>>,
    /// Issue of the volume.
    pub issue: Option<Cow<'a, str>>,
    /// Its pages in what it appeared in.
    pub page_range: Option<Cow<'a, str>>,
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
        let mut resource = Resource {
            id: self.id.clone().into_owned(),
            title: self.title.clone().into_owned(),
            summary: own(&self.summary),
            url: own(&self.url),
            doi: own(&self.doi),
            published: Published::new(self.published, self.dated.as_deref()),
            volume: own(&self.volume),
            issue: own(&self.issue),
            page_range: own(&self.page_range),
            pages: self.pages,
            minutes: self.minutes,
            sources: self.sources().iter().map(|entry| entry.clone().into_owned()).collect(),
            confidence: own(&self.confidence),
            extra: object(self.extra.as_deref()),
            other: object(self.other.as_deref()),
            ..Resource::default()
        };
        for list in List::ALL {
            resource.set_list(list, self.list(list).iter().map(|entry| entry.clone().into_owned()));
        }
        if let Some(text) = self.authors.as_deref() {
            resource.authors = author::from_text(text);
        }
        resource
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
            doi: borrow(&resource.doi),
            published: resource.date(),
            dated: resource.published.as_ref().and_then(Published::stated).map(Cow::Borrowed),
            volume: borrow(&resource.volume),
            issue: borrow(&resource.issue),
            page_range: borrow(&resource.page_range),
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
    use super::Record;
    use crate::catalog::model::{List, Resource};
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
