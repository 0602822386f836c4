//! The quality of a catalog as a list to work through: a remark for each record, value or term that a curator may want to look at.

use serde::Serialize;

use super::duplicates::{Common, pairs};
use super::pause::finish;
use super::quality::{Quality, RARE};
use crate::catalog::{Catalog, HashMap, HashSet, List, Resource};
use crate::export::show_of;
use crate::i18n;
use crate::text::{Stems, is_stop_word, tokens};

/// Something that a curator may want to look at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Remark {
    /// A word for programs: `missing`, `http`, `duplicate`, `near-equal`, `used-once`, `unused` or `rare`.
    pub code: &'static str,
    /// Id of the record; `None` where the catalog as a whole is meant.
    pub id: Option<String>,
    /// Id of the earlier record that a `duplicate` seems to be; `None` of any other code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
    /// Key of the field.
    pub field: String,
    /// What is the case.
    pub text: String,
}

/// The remarks on a catalog: of each record what is missing, links that are not encrypted, records that seem to be one; then values that are
/// nearly equal, keywords that are used once, and themes and audiences that few records have, or none. `quality` is what a look at the same
/// catalog found.
#[must_use]
pub fn remarks(catalog: &Catalog, quality: &Quality) -> Vec<Remark> {
    let mut remarks = Vec::new();
    for resource in &catalog.resources {
        of_record(resource, &mut remarks);
    }
    duplicates(catalog, &mut remarks);
    for finding in &quality.near_equal {
        let field = finding.place.field.clone().unwrap_or_default();
        remarks.push(Remark {
            code: "near-equal",
            id: None,
            other: None,
            field,
            text: i18n::finding_kind(&finding.kind),
        });
    }
    for spread in &quality.spreads {
        let is_free = spread.list == List::Keywords;
        for (value, n) in &spread.counts {
            let (code, text) = match n {
                0 => ("unused", format!("no record has {value}")),
                1 if is_free => ("used-once", format!("one record has {value}")),
                1 => ("rare", format!("one record has {value}")),
                n if !is_free && *n < RARE => ("rare", format!("{n} records have {value}")),
                _ => continue,
            };
            remarks.push(Remark { code, id: None, other: None, field: spread.list.key().to_owned(), text });
        }
    }
    remarks
}

/// What is missing of a record, and whether its link is not encrypted.
fn of_record(resource: &Resource, remarks: &mut Vec<Remark>) {
    let mut add = |code, field: &str, text: &str| {
        let id = Some(resource.id.clone());
        remarks.push(Remark { code, id, other: None, field: field.to_owned(), text: text.to_owned() });
    };
    let has_link = resource.url.is_some() || resource.doi.is_some();
    let is_podcast = resource.r#type.as_deref() == Some("podcast");
    let missing = [
        ("summary", resource.summary.is_none(), "no summary"),
        ("published", resource.published.is_none(), "no date"),
        ("url", !has_link, "no link"),
        ("authors", resource.authors.is_empty() && resource.publishers.is_empty(), "neither author nor publisher"),
        ("type", resource.r#type.is_none(), "no type"),
        ("themes", resource.themes.is_empty(), "no theme"),
        (
            "container",
            is_podcast && resource.container.is_none() && show_of(resource).is_none(),
            "a podcast without its show: write it as container",
        ),
    ];
    for (field, _, text) in missing.into_iter().filter(|(_, is_missing, _)| *is_missing) {
        add("missing", field, text);
    }
    if resource.url.as_deref().is_some_and(|url| url.to_ascii_lowercase().starts_with("http://")) {
        add("http", "url", "the link is not encrypted (http): see whether https leads to it");
    }
}

/// Records that seem to be one: by an identifier, by address, by title and year, or by the words of the title in any order.
fn duplicates(catalog: &Catalog, remarks: &mut Vec<Remark>) {
    let mut known: HashSet<(usize, usize)> = HashSet::default();
    let mut add = |later: usize, earlier: usize, text: &str| {
        if known.insert((later, earlier)) {
            let of = |at: usize| &catalog.resources[at];
            let text = format!("{text} {} “{}”", of(earlier).id, of(earlier).title);
            let (id, other) = (Some(of(later).id.clone()), Some(of(earlier).id.clone()));
            remarks.push(Remark { code: "duplicate", id, other, field: "title".to_owned(), text });
        }
    };
    for (later, earlier, common) in finish(pairs(catalog)) {
        add(later, earlier, common.words());
    }
    let (stems, mut by_words): (Stems, HashMap<Vec<String>, usize>) = (Stems::default(), HashMap::default());
    for (at, resource) in catalog.resources.iter().enumerate() {
        let words = tokens(&resource.title);
        let mut words: Vec<String> =
            words.iter().filter(|word| !is_stop_word(word)).map(|word| stems.of(word).into_owned()).collect();
        words.sort_unstable();
        words.dedup();
        // A title of one word says too little.
        if words.len() > 1 {
            let first = *by_words.entry(words).or_insert(at);
            if first < at {
                add(at, first, Common::Title.words());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::remarks;
    use crate::catalog::{Catalog, Head, Resource};
    use crate::import::Quality;

    #[test]
    fn a_duplicate_names_the_earlier_record_by_its_id() {
        let resource =
            |id: &str, title: &str| Resource { id: id.to_owned(), title: title.to_owned(), ..Resource::default() };
        let resources =
            vec![resource("5", "Lantern atlas"), resource("4", "Of 5 “walks”"), resource("6", "Atlas of lanterns")];
        let catalog = Catalog { head: Head::default(), resources };
        let found = remarks(&catalog, &Quality::of(&catalog));
        let pairs: Vec<_> = found
            .iter()
            .filter(|remark| remark.code == "duplicate")
            .map(|remark| (remark.id.as_deref(), remark.other.as_deref()))
            .collect();
        assert_eq!(pairs, [(Some("6"), Some("5"))]);
        assert!(found.iter().all(|remark| remark.code == "duplicate" || remark.other.is_none()));
    }

    #[test]
    fn a_podcast_without_its_show_is_remarked() {
        let podcast = |publisher: &str, container: Option<&str>| Resource {
            id: publisher.to_owned(),
            title: "On grades".to_owned(),
            publishers: vec![publisher.to_owned()],
            r#type: Some("podcast".to_owned()),
            container: container.map(str::to_owned),
            ..Resource::default()
        };
        let resources =
            vec![podcast("NWEA", None), podcast("WestEd", Some("Leading Voices")), podcast("Grades Podcast", None)];
        let catalog = Catalog { head: Head::default(), resources };
        let found = remarks(&catalog, &Quality::of(&catalog));
        let of_show = found.iter().filter(|remark| remark.code == "missing" && remark.field == "container");
        assert_eq!(of_show.filter_map(|remark| remark.id.as_deref()).collect::<Vec<_>>(), ["NWEA"]);
    }
}
