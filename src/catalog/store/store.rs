//! All records of a catalog, kept close together: texts in blocks of about a megabyte, shared words as numbers.
//!
//! Records are pushed and never changed; how one is kept stands in [`super::block`].

use serde_json::{Map, Value};

use super::block;
use super::block::{Block, Front, lists, text_len};
use super::interner::{Interner, Table};
use super::record::{Record, object};
use super::varint::Varints;
use crate::catalog::model::{Author, List, N_LISTS, PartialDate, Published, Resource, ResourceIdx, author};

/// Bits of a place within a block.
const OFFSET_BITS: u32 = 20;
/// Where the last record of a block may begin, in bytes; a record that is larger alone has a block of its own.
const BLOCK: usize = (1 << OFFSET_BITS) - 1;

/// The records of a catalog.
#[derive(Debug, Clone, Default)]
pub struct Store {
    blocks: Vec<Block>,
    /// Of each record: its block, and where its text and its numbers begin there (24, 20 and 20 bits).
    starts: Vec<u64>,
    words: Interner,
    ids: Table,
}

impl Store {
    /// Takes the next record of the catalog in; its position.
    pub fn push(&mut self, record: &Record<'_>) -> ResourceIdx {
        let idx = ResourceIdx::try_from(self.starts.len()).unwrap_or(ResourceIdx::MAX);
        self.make_room(text_len(record));
        let number = self.blocks.len().saturating_sub(1) as u64;
        if let Some(block) = self.blocks.last_mut() {
            let start = (number << OFFSET_BITS | block.text.len() as u64) << OFFSET_BITS | block.numbers.len() as u64;
            self.starts.push(start);
            block.put(record, |word| self.words.insert(word).0);
        }
        self.ids.push(&record.id);
        idx
    }

    /// How many records there are.
    pub fn len(&self) -> usize {
        self.starts.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.starts.is_empty()
    }

    /// The id of a record.
    pub fn id(&self, idx: ResourceIdx) -> &str {
        self.front(idx).id
    }

    /// The title of a record.
    pub fn title(&self, idx: ResourceIdx) -> &str {
        self.front(idx).title
    }

    /// The summary of a record; empty where there is none.
    pub fn summary(&self, idx: ResourceIdx) -> &str {
        self.front(idx).summary.unwrap_or_default()
    }

    /// The address of a record.
    pub fn url(&self, idx: ResourceIdx) -> Option<&str> {
        self.front(idx).url
    }

    /// The DOI of a record, as it states it.
    pub fn doi(&self, idx: ResourceIdx) -> Option<&str> {
        let front = self.front(idx);
        if front.has_doi() { front.tail().doi } else { None }
    }

    /// The date of publication of a record.
    pub fn published(&self, idx: ResourceIdx) -> Option<PartialDate> {
        self.front(idx).published
    }

    /// The date of publication of a record as it is stated, where that says anything else than a date does.
    pub fn published_text(&self, idx: ResourceIdx) -> Option<&str> {
        let front = self.front(idx);
        if front.has_dated() { front.tail().dated } else { None }
    }

    /// The words of a list as numbers, in the record's order.
    pub fn list(&self, idx: ResourceIdx, list: List) -> impl Iterator<Item = u32> + '_ {
        block::list(self.numbers(idx), list)
    }

    /// The words of all lists as numbers, in the order of [`List::ALL`]: for one look at a record in place of ten.
    pub fn lists(&self, idx: ResourceIdx) -> [impl Iterator<Item = u32> + '_; N_LISTS] {
        lists(self.numbers(idx))
    }

    /// The words of a list, in the record's order.
    pub fn strings(&self, idx: ResourceIdx, list: List) -> impl Iterator<Item = &str> + '_ {
        self.list(idx, list).map(|number| self.string(number))
    }

    /// The first word of a list: the only one of a type, a language or a kind of access.
    pub fn first(&self, idx: ResourceIdx, list: List) -> Option<&str> {
        self.strings(idx, list).next()
    }

    /// The word with a number; empty where there is none.
    pub fn string(&self, number: u32) -> &str {
        self.words.get(number)
    }

    /// How many words there are, numbered from 0.
    pub fn n_strings(&self) -> usize {
        self.words.len()
    }

    /// What a record rests on.
    pub fn sources(&self, idx: ResourceIdx) -> Vec<&str> {
        self.front(idx).tail().sources
    }

    /// How sure the facts of a record are.
    pub fn confidence(&self, idx: ResourceIdx) -> Option<&str> {
        self.front(idx).tail().confidence.map(|number| self.string(number))
    }

    /// The names of authors that a record states to be organizations.
    pub fn stated_organizations(&self, idx: ResourceIdx) -> Vec<String> {
        let front = self.front(idx);
        let authors = if front.has_stated_authors() { front.tail().authors.map(author::from_text) } else { None };
        authors.unwrap_or_default().into_iter().filter_map(Author::into_organization).collect()
    }

    /// Whether a record has values of the organization's own fields.
    pub fn has_extra(&self, idx: ResourceIdx) -> bool {
        self.front(idx).has_extra()
    }

    /// The values of the organization's own fields, read anew at each call.
    pub fn extra(&self, idx: ResourceIdx) -> Map<String, Value> {
        let front = self.front(idx);
        if front.has_extra() { object(front.tail().extra) } else { Map::new() }
    }

    /// The keys of a record that are not known, with their values, read anew at each call.
    pub fn other(&self, idx: ResourceIdx) -> Map<String, Value> {
        let front = self.front(idx);
        if front.has_other() { object(front.tail().other) } else { Map::new() }
    }

    /// The whole record, as it was pushed.
    pub fn resource(&self, idx: ResourceIdx) -> Resource {
        let front = self.front(idx);
        let tail = front.tail();
        let own = |text: Option<&str>| text.map(str::to_owned);
        let mut resource = Resource {
            id: front.id.to_owned(),
            title: front.title.to_owned(),
            summary: own(front.summary),
            url: own(front.url),
            doi: own(tail.doi),
            published: Published::new(front.published, tail.dated),
            volume: own(tail.volume),
            issue: own(tail.issue),
            page_range: own(tail.page_range),
            pages: front.pages,
            minutes: front.minutes,
            sources: tail.sources.into_iter().map(str::to_owned).collect(),
            confidence: tail.confidence.map(|number| self.string(number).to_owned()),
            extra: object(tail.extra),
            other: object(tail.other),
            ..Resource::default()
        };
        for list in List::ALL {
            resource.set_list(list, self.strings(idx, list).map(str::to_owned));
        }
        if let Some(text) = tail.authors {
            resource.authors = author::from_text(text);
        }
        resource
    }

    /// The position of the record with an id; of several, the first.
    pub fn find(&self, id: &str) -> Option<ResourceIdx> {
        self.ids.find(id, |idx| self.id(idx))
    }

    /// Bytes of memory held.
    pub fn bytes(&self) -> usize {
        let blocks: usize = self.blocks.iter().map(|block| block.text.capacity() + block.numbers.capacity()).sum();
        let tables = self.blocks.capacity() * size_of::<Block>() + self.starts.capacity() * size_of::<u64>();
        blocks + tables + self.words.bytes() + self.ids.bytes()
    }

    /// Gives back the memory that was taken for records to come.
    pub fn shrink(&mut self) {
        if let Some(last) = self.blocks.last_mut() {
            last.shrink();
        }
        self.starts.shrink_to_fit();
        self.words.shrink();
        self.ids.shrink();
    }

    /// Begins a new block where the last one has no room for a text of this length.
    fn make_room(&mut self, len: usize) {
        let fits = |block: &Block| block.text.len() + len <= BLOCK && block.numbers.len() <= BLOCK;
        if self.blocks.last().is_some_and(fits) {
            return;
        }
        let mut fresh = Block::default();
        // The first block grows as it must: most catalogs are smaller than one.
        if let Some(full) = self.blocks.last_mut() {
            full.shrink();
            fresh.text.reserve_exact(BLOCK.max(len));
            fresh.numbers.reserve_exact(full.numbers.len() + full.numbers.len() / 16);
        }
        self.blocks.push(fresh);
    }

    /// The block of a record, and where its text and its numbers begin there.
    fn place(&self, idx: ResourceIdx) -> Option<(&Block, usize, usize)> {
        let start = *self.starts.get(idx as usize)?;
        let block = self.blocks.get(usize::try_from(start >> (2 * OFFSET_BITS)).ok()?)?;
        let within = |bits: u32| usize::try_from(start >> bits & BLOCK as u64).ok();
        Some((block, within(OFFSET_BITS)?, within(0)?))
    }

    /// The numbers of a record; nothing where there is none. Its text is not touched: it lies elsewhere.
    fn numbers(&self, idx: ResourceIdx) -> Varints<'_> {
        let numbers = self.place(idx).and_then(|(block, _, numbers)| block.numbers.get(numbers..));
        Varints(numbers.unwrap_or_default())
    }

    /// What stands first of a record; nothing where there is none.
    fn front(&self, idx: ResourceIdx) -> Front<'_> {
        let text = self.place(idx).and_then(|(block, text, _)| block.text.get(text..));
        Front::read(text.unwrap_or_default(), self.numbers(idx))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{BLOCK, Store};
    use crate::catalog::model::List;
    use crate::catalog::model::{Author, AuthorKind, NameParts, NamedAuthor, Published, Resource, Role};
    use crate::catalog::store::record::Record;
    use arbtest::arbitrary::{Result, Unstructured};
    use serde_json::{Map, Value, json};

    fn text(u: &mut Unstructured<'_>) -> Result<String> {
        let unit = *u.choose(&["", "a", "é", "学習 ", "\"\\\n", "x y z"])?;
        Ok(unit.repeat(*u.choose(&[1, 2, 40, 200])?))
    }

    fn some(u: &mut Unstructured<'_>) -> Result<Option<String>> {
        if u.arbitrary()? { Ok(Some(text(u)?)) } else { Ok(None) }
    }

    fn list(u: &mut Unstructured<'_>) -> Result<Vec<String>> {
        let n = *u.choose(&[0, 1, 3, 150])?;
        (0..n).map(|_| Ok(format!("{}{}", u.choose(&["k", "é", ""])?, u.int_in_range(0..=40_000u32)?))).collect()
    }

    /// Authors of every form, some with keys of their own.
    fn authors(u: &mut Unstructured<'_>) -> Result<Vec<Author>> {
        let mut authors: Vec<Author> = list(u)?.into_iter().filter(|text| !text.is_empty()).map(Author::from).collect();
        for _ in 0..*u.choose(&[0, 0, 1, 3])? {
            let text = format!("é \"{}", u.int_in_range(0..=9)?);
            let other: Map<String, Value> =
                if u.arbitrary()? { Map::new() } else { [("orcid".to_owned(), json!([1.50]))].into_iter().collect() };
            let kind = *u.choose(&[None, Some(AuthorKind::Organization), Some(AuthorKind::Person)])?;
            let role = *u.choose(&[None, Some(Role::Author), Some(Role::Editor), Some(Role::Translator)])?;
            authors.push(match u.int_in_range(0..=2u8)? {
                0 => Author::Named(NamedAuthor { name: text, kind, role, other }.into()),
                1 => Author::Parts(NameParts { family: text, role, other, ..NameParts::default() }.into()),
                _ => {
                    let [given, suffix] = ["G", "III"].map(str::to_owned);
                    Author::Parts(NameParts { family: text, given, suffix, role, other }.into())
                }
            });
        }
        // A record has each author once.
        let mut once: Vec<Author> = Vec::new();
        for author in authors {
            if !once.contains(&author) {
                once.push(author);
            }
        }
        Ok(once)
    }

    fn map(u: &mut Unstructured<'_>) -> Result<Map<String, Value>> {
        let values = [json!(null), json!(1.50), json!(["a", {"b": "\u{0}\"é"}]), json!(u64::MAX)];
        let n = *u.choose(&[0, 0, 1, 3])?;
        (0..n).map(|_| Ok((text(u)?, u.choose(&values)?.clone()))).collect()
    }

    fn resource(u: &mut Unstructured<'_>) -> Result<Resource> {
        let number = |u: &mut Unstructured<'_>| -> Result<Option<u32>> { u.arbitrary() };
        let mut resource = Resource {
            id: text(u)?,
            title: text(u)?,
            summary: some(u)?,
            url: some(u)?,
            doi: some(u)?,
            published: match u.int_in_range(0..=3)? {
                0 => None,
                1 => "2016-05".parse().ok(),
                2 => Published::new("9999-12-31".parse().ok(), Some("ca. 9999")),
                _ => Published::new(None, Some("in press")),
            },
            volume: some(u)?,
            issue: some(u)?,
            page_range: some(u)?,
            pages: number(u)?,
            minutes: number(u)?,
            sources: list(u)?,
            confidence: some(u)?,
            extra: map(u)?,
            other: map(u)?,
            ..Resource::default()
        };
        for at in List::ALL {
            resource.set_list(at, list(u)?);
        }
        resource.authors = authors(u)?;
        Ok(resource)
    }

    #[test]
    fn what_is_pushed_comes_back() {
        arbtest::arbtest(|u| {
            let resources: Vec<Resource> = (0..u.int_in_range(0..=6)?).map(|_| resource(u)).collect::<Result<_>>()?;
            let mut store = Store::default();
            for (idx, resource) in (0..).zip(&resources) {
                assert_eq!(store.push(&Record::from(resource)), idx);
            }
            assert_eq!(store.len(), resources.len());
            for (idx, resource) in (0..).zip(&resources) {
                assert_eq!(store.resource(idx), *resource);
                assert_eq!((store.id(idx), store.title(idx)), (resource.id.as_str(), resource.title.as_str()));
                assert_eq!(store.summary(idx), resource.summary.as_deref().unwrap_or_default());
                let (date, text) = resource
                    .published
                    .as_ref()
                    .map_or((None, None), |published| (published.date(), published.stated()));
                assert_eq!((store.url(idx), store.published(idx)), (resource.url.as_deref(), date));
                assert_eq!(store.published_text(idx), text);
                assert_eq!(
                    (store.has_extra(idx), store.extra(idx)),
                    (!resource.extra.is_empty(), resource.extra.clone())
                );
                assert_eq!(store.sources(idx), resource.sources);
                assert_eq!(store.confidence(idx), resource.confidence.as_deref());
                for (list, words) in List::ALL.into_iter().zip(store.lists(idx)) {
                    assert!(store.strings(idx, list).eq(resource.list(list).iter().map(|text| &**text)), "{list:?}");
                    assert!(words.eq(store.list(idx, list)), "{list:?}");
                }
                let first = resources.iter().position(|other| other.id == resource.id).unwrap();
                assert_eq!(store.find(&resource.id), u32::try_from(first).ok());
            }
            let beyond = u32::try_from(store.len()).unwrap();
            assert_eq!(store.resource(beyond), Resource::default());
            assert_eq!(store.find("no such id"), None);
            Ok(())
        });
    }

    #[test]
    fn records_beyond_one_block_come_back() {
        let record = |n: usize| Resource {
            id: format!("r{n}"),
            title: "T".repeat(n % 7),
            summary: Some("é".repeat([0, 9, 5_000, BLOCK / 2, BLOCK][n % 5])),
            keywords: vec![format!("k{}", n % 300)],
            ..Resource::default()
        };
        let mut store = Store::default();
        for n in 0..60 {
            store.push(&Record::from(&record(n)));
        }
        for n in 0..60 {
            let idx = store.find(&format!("r{n}")).unwrap();
            assert_eq!(store.resource(idx), record(n));
        }
        // Half of the block's memory may lie idle where the next record did not fit, no more.
        let text: usize = (0..60).map(|n| record(n).summary.unwrap().len()).sum();
        assert!((text..2 * text).contains(&store.bytes()), "{} bytes for {text}", store.bytes());
    }
}
