//! Records that seem to be the same work: by an identifier, by address, by title and year. All are kept, and named.

use std::hash::BuildHasher;

use serde::Serialize;

use super::identifiers::{eric, isbn};
use super::note::{Kind, Note, Places};
use super::pause::pause_at;
use crate::catalog::{Catalog, HashMap, Resource, stated_doi};
use crate::text::tokens;

/// What two records have in common, the surest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Common {
    /// The id in the catalog.
    Id,
    /// The DOI.
    Doi,
    /// The number of an ERIC document.
    Eric,
    /// The ISBN.
    Isbn,
    /// Title and address.
    TitleAndAddress,
    /// The address.
    Address,
    /// Title and year.
    TitleAndYear,
    /// The title.
    Title,
}

impl Common {
    /// What a record does that has this in common with an earlier one.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Id => "has the id of",
            Self::Doi => "has the DOI of",
            Self::Eric => "has the ERIC number of",
            Self::Isbn => "has the ISBN of",
            Self::TitleAndAddress => "looks like",
            Self::Address => "has the address of",
            Self::TitleAndYear => "has the title and the year of",
            Self::Title => "has the title of",
        }
    }
}

/// The records that have something in common with an earlier one: their position, that of the first such, and the surest of what they
/// have in common.
pub(super) async fn pairs(catalog: &Catalog) -> Vec<(usize, usize, Common)> {
    // The hash of a key stands for it: of a large catalog the keys would be a fourth of its size. What two records have in common is
    // then looked at; of two keys with one hash, which hardly ever are, the second is not found again.
    let mut seen: HashMap<u64, u32> = HashMap::default();
    // A map that grows is there twice for a moment.
    seen.reserve(3 * catalog.resources.len());
    let mut pairs = Vec::new();
    for (at, resource) in catalog.resources.iter().enumerate() {
        pause_at(at).await;
        let mut found = None;
        for key in keys(resource) {
            let hash = seen.hasher().hash_one(&key);
            let first = *seen.entry(hash).or_insert(u32::try_from(at).unwrap_or(u32::MAX)) as usize;
            if first < at && found.is_none() && keys(&catalog.resources[first]).contains(&key) {
                found = Some((at, first, key.0));
            }
        }
        pairs.extend(found);
    }
    pairs
}

/// Notes on records that have an identifier, an address, or title and year in common with an earlier one.
pub(super) async fn notes(catalog: &Catalog, places: &Places) -> Vec<Note> {
    let note = |(at, first, common): (usize, usize, Common)| {
        let (resource, earlier, place) = (catalog.resources.get(at)?, catalog.resources.get(first)?, places.get(at)?);
        let is_same = Resource { id: earlier.id.clone(), ..resource.clone() } == *earlier;
        let how = if is_same { "is the same as" } else { common.words() };
        let (line, file) = places.get(first).map_or((0, None), |place| (place.line, place.file));
        let file = file.filter(|file| place.file.as_ref() != Some(file)).map(|file| format!(" of {file}"));
        let text =
            format!("{} {how} the item on line {line}{}; both are kept", resource.title, file.unwrap_or_default());
        Some(Note::new(Kind::Warning, "duplicate", place, text))
    };
    pairs(catalog).await.into_iter().filter_map(note).collect()
}

/// What a record is compared by, the surest first. The parts of a book have its ISBN, and are no copies of each other.
pub(super) fn keys(resource: &Resource) -> Vec<(Common, String)> {
    let title = tokens(&resource.title).join(" ");
    let address = address(resource.url.as_deref().unwrap_or_default());
    let mut keys = Vec::new();
    if let Some(doi) = stated_doi(resource) {
        // DOIs are compared without regard to case (DOI Handbook, section 2.4).
        keys.push((Common::Doi, doi.to_lowercase()));
    }
    keys.extend(eric(resource).map(|number| (Common::Eric, number)));
    if resource.container.is_none() {
        keys.extend(isbn(resource).map(|isbn| (Common::Isbn, isbn)));
    }
    if !address.is_empty() {
        keys.push((Common::TitleAndAddress, format!("{title}\n{address}")));
        keys.push((Common::Address, address));
    }
    if let Some(date) = resource.date().filter(|_| !title.is_empty()) {
        keys.push((Common::TitleAndYear, format!("{title}\n{}", date.year())));
    }
    keys
}

/// An address without what differs between two forms of it: the scheme, `www.`, capitals, the name of an index page, marks of campaigns, the
/// place in the page, the last slash. The place in the page stays where pages are drawn by it (`#/a`, `#!a`).
fn address(url: &str) -> String {
    let url = url.trim().to_lowercase();
    let rest = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest);
    let rest = rest.strip_prefix("www.").unwrap_or(rest);
    let rest = match rest.split_once('#') {
        Some((before, place)) if !place.starts_with(['/', '!']) => before,
        _ => rest,
    };
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let is_kept = |part: &&str| !part.is_empty() && !part.starts_with("utm_") && !part.starts_with("fbclid=");
    let query: Vec<&str> = query.split('&').filter(is_kept).collect();
    let index = ["index.html", "index.htm", "index.php", "default.aspx"];
    let path = index.iter().find_map(|page| path.strip_suffix(page)).unwrap_or(path).trim_end_matches('/');
    if query.is_empty() { path.to_owned() } else { format!("{path}?{}", query.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::{address, notes};
    use crate::catalog::{Catalog, Head, Resource};
    use crate::import::note::{Place, Places};
    use crate::import::pause::finish;

    #[test]
    fn forms_of_one_address_are_one() {
        for url in [
            "http://example.org/a",
            "https://www.Example.org/a/",
            "https://example.org/a/index.html",
            "https://example.org/a?utm_source=x&utm_medium=y",
            "https://example.org/a#part",
        ] {
            assert_eq!(address(url), "example.org/a", "{url}");
        }
        assert_ne!(address("https://example.org/?id=1"), address("https://example.org/?id=2"));
        assert_ne!(address("https://example.org/#/a"), address("https://example.org/#/b"));
    }

    #[test]
    fn records_are_near_by_doi_address_or_title_and_year() {
        let resource = |title: &str, url: &str, doi: &str, year: &str| Resource {
            title: title.to_owned(),
            url: (!url.is_empty()).then(|| url.to_owned()),
            doi: (!doi.is_empty()).then(|| doi.to_owned()),
            published: year.parse().ok(),
            ..Resource::default()
        };
        let resources = vec![
            resource("Lantern Atlas", "https://example.org/a", "10.5555/A", "2014"),
            resource("Another", "", "https://doi.org/10.5555/a", ""),
            resource("Third", "http://www.example.org/a/", "", ""),
            resource("Lantern atlas!", "https://example.org/b", "", "2014-05"),
            resource("Lantern Atlas", "https://example.org/c", "", "2015"),
            resource("Lantern Atlas", "https://example.org/c", "", "2015"),
        ];
        let mut places = Places::default();
        (1..=resources.len()).for_each(|line| places.push(&Place::line(line)));
        let found = finish(notes(&Catalog { head: Head::default(), resources }, &places));
        let found: Vec<(usize, &str)> = found.iter().map(|note| (note.place.line, note.text.as_str())).collect();
        assert_eq!(
            found,
            [
                (2, "Another has the DOI of the item on line 1; both are kept"),
                (3, "Third has the address of the item on line 1; both are kept"),
                (4, "Lantern atlas! has the title and the year of the item on line 1; both are kept"),
                (6, "Lantern Atlas is the same as the item on line 5; both are kept"),
            ]
        );
    }
}
