//! The fields of a record, a row each: every reader and every table of the columns of an export takes them from here.

use std::borrow::Cow;

use super::author::Author;
use super::resource::Resource;

/// A field of a record that holds words which many records share.
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
    /// What it appeared in; one at most.
    Container,
}

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
        Self::Container,
    ];

    /// The key of the list in a record.
    #[must_use]
    pub fn key(self) -> &'static str {
        let holds = |field: FieldType| match field {
            FieldType::One(list) | FieldType::Many(list) => list == self,
            FieldType::Authors => self == Self::Authors,
            _ => false,
        };
        FIELDS.into_iter().find(|(_, field)| holds(*field)).map_or("", |(key, _)| key)
    }
}

/// How many lists a record has.
pub const N_LISTS: usize = 11;

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldType {
    /// The stable id.
    Id,
    /// The title.
    Title,
    /// What it says.
    Summary,
    /// Where it is.
    Url,
    /// Its DOI, in any form.
    Doi,
    /// Who wrote it: texts and objects.
    Authors,
    /// Volume of what it appeared in.
    Volume,
    /// Issue of the volume.
    Issue,
    /// Its pages in what it appeared in.
    PageRange,
    /// Date of publication.
    Published,
    /// One shared word.
    One(List),
    /// Several shared words.
    Many(List),
    /// Number of pages.
    Pages,
    /// Running time in minutes.
    Minutes,
    /// What the record rests on.
    Sources,
    /// How sure its facts are.
    Confidence,
    /// The organization's own fields.
    Extra,
}

/// The keys of a record with what they hold, in the order in which they are written.
pub const FIELDS: [(&str, FieldType); 25] = [
    ("id", FieldType::Id),
    ("title", FieldType::Title),
    ("summary", FieldType::Summary),
    ("url", FieldType::Url),
    ("doi", FieldType::Doi),
    ("authors", FieldType::Authors),
    ("publishers", FieldType::Many(List::Publishers)),
    ("container", FieldType::One(List::Container)),
    ("volume", FieldType::Volume),
    ("issue", FieldType::Issue),
    ("page_range", FieldType::PageRange),
    ("published", FieldType::Published),
    ("type", FieldType::One(List::Type)),
    ("themes", FieldType::Many(List::Themes)),
    ("audiences", FieldType::Many(List::Audiences)),
    ("levels", FieldType::Many(List::Levels)),
    ("places", FieldType::Many(List::Places)),
    ("keywords", FieldType::Many(List::Keywords)),
    ("language", FieldType::One(List::Language)),
    ("access", FieldType::One(List::Access)),
    ("pages", FieldType::Pages),
    ("minutes", FieldType::Minutes),
    ("sources", FieldType::Sources),
    ("confidence", FieldType::Confidence),
    ("extra", FieldType::Extra),
];

/// Where a resource holds the words of a list.
enum Words<'a> {
    One(&'a mut Option<String>),
    Many(&'a mut Vec<String>),
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
            List::Container => borrowed(self.container.as_slice()),
        }
    }

    /// Sets the entries of a list; of those with one at most, to the first. Authors become texts.
    pub(in crate::catalog) fn set_list(&mut self, list: List, entries: impl IntoIterator<Item = String>) {
        let mut entries = entries.into_iter();
        match self.words(list) {
            Some(Words::One(place)) => *place = entries.next(),
            Some(Words::Many(place)) => *place = entries.collect(),
            None => self.authors = entries.map(Author::Text).collect(),
        }
    }

    fn words(&mut self, list: List) -> Option<Words<'_>> {
        Some(match list {
            List::Type => Words::One(&mut self.r#type),
            List::Themes => Words::Many(&mut self.themes),
            List::Audiences => Words::Many(&mut self.audiences),
            List::Levels => Words::Many(&mut self.levels),
            List::Places => Words::Many(&mut self.places),
            List::Publishers => Words::Many(&mut self.publishers),
            List::Authors => return None,
            List::Keywords => Words::Many(&mut self.keywords),
            List::Language => Words::One(&mut self.language),
            List::Access => Words::One(&mut self.access),
            List::Container => Words::One(&mut self.container),
        })
    }
}

/// Texts as they are lent.
pub(in crate::catalog) fn borrowed(texts: &[String]) -> Vec<Cow<'_, str>> {
    texts.iter().map(|text| Cow::Borrowed(text.as_str())).collect()
}

#[cfg(test)]
mod tests {
    use super::{FIELDS, FieldType, List, Resource};

    #[test]
    fn a_list_has_one_field_and_is_set_as_it_is_read() {
        for (at, list) in List::ALL.into_iter().enumerate() {
            assert_eq!(at, list as usize);
            let rows: Vec<_> = FIELDS.iter().filter(|(key, _)| *key == list.key()).collect();
            assert_eq!(rows.len(), 1, "{list:?}");
            let mut resource = Resource::default();
            resource.set_list(list, ["a".to_owned(), "b".to_owned()]);
            let n = if matches!(rows[0].1, FieldType::One(_)) { 1 } else { 2 };
            assert_eq!(resource.list(list), ["a", "b"][..n], "{list:?}");
        }
    }

    #[test]
    fn a_resource_is_written_in_the_order_of_its_fields() {
        let mut resource = Resource { id: "i".to_owned(), title: "t".to_owned(), ..Resource::default() };
        for list in List::ALL {
            resource.set_list(list, ["x".to_owned()]);
        }
        (resource.summary, resource.url) = (Some("s".to_owned()), Some("https://a.b".to_owned()));
        resource.doi = Some("10.1000/a".to_owned());
        let some = || Some("1".to_owned());
        (resource.volume, resource.issue, resource.page_range) = (some(), some(), some());
        (resource.published, resource.confidence) = ("2019".parse().ok(), Some("high".to_owned()));
        (resource.pages, resource.minutes, resource.sources) = (Some(1), Some(2), vec!["s".to_owned()]);
        resource.extra.insert("a".to_owned(), 1.into());
        let written = serde_json::to_value(&resource).unwrap_or_default();
        let keys: Vec<&str> = written.as_object().into_iter().flatten().map(|(key, _)| key.as_str()).collect();
        assert_eq!(keys, FIELDS.map(|(key, _)| key));
    }
}
