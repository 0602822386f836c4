//! What the tags of `PubMed` become (National Library of Medicine, "MEDLINE/`PubMed` Data Element Descriptions").

use super::lines::{Entry, Tagged};
use super::refman::keywords;
use crate::catalog::Published;
use crate::import::references::work::Work;
use crate::import::references::work_types::{TypeVocabulary, word};
use crate::import::role::Role;
use crate::import::source::Source;

/// Tags that become a field of the catalog's own, with the name of the field.
const OWN: &[(&str, &str)] =
    &[("PMID", "PMID"), ("PMC", "PMCID"), ("ISBN", "ISBN"), ("TT", "translated title"), ("EN", "edition")];

/// Adds the item of an entry to a source.
pub(super) fn push(entry: &Entry, source: &mut Source<'static>) {
    let mut work = Work::at(entry.line, source);
    let has = |tag: &str| entry.values.iter().any(|value| value.tag == tag && !value.text.is_empty());
    let types = entry.values.iter().filter(|value| value.tag == "PT");
    let known =
        types.clone().find_map(|value| word(&value.text, TypeVocabulary::EndNote).filter(|word| !word.is_empty()));
    work.add(Role::Type, known.unwrap_or_default());
    let mut has_whole_name = false;
    let mut doi = None;
    for Tagged { tag, text } in &entry.values {
        match tag.as_str() {
            "BTI" if has("TI") => work.add(Role::Container, text),
            "TI" | "BTI" => work.add(Role::Title, text),
            "AB" => work.add(Role::Summary, text),
            // The short form of the name before it.
            "AU" if has_whole_name => {}
            "FAU" | "AU" | "CN" => work.add(Role::Author, text),
            "FED" => work.add(Role::Editor, text),
            "ED" if !has("FED") => work.add(Role::Editor, text),
            "DP" => work.put("date", Role::Date, &date(text)),
            "LID" | "AID" => doi = doi.or_else(|| text.strip_suffix("[doi]").map(str::trim)),
            "JT" => work.add(Role::Container, text),
            "TA" if !has("JT") => work.add(Role::Container, text),
            "OT" | "MH" => keywords(text, false).for_each(|word| work.add(Role::Keyword, word)),
            "LA" => work.add(Role::Language, text),
            "VI" => work.put("volume", Role::Volume, text),
            "IP" => work.put("issue", Role::Issue, text),
            "PG" => work.put("page range", Role::PageRange, text),
            "PB" => work.add(Role::Publisher, text),
            "AD" | "IRAD" => work.put("affiliation", Role::Private, text),
            _ => match OWN.iter().find(|(known, _)| known == tag) {
                Some((_, name)) => work.put(name, Role::Own, text),
                None => work.put(tag, Role::LeftOut, text),
            },
        }
        has_whole_name = tag == "FAU" || has_whole_name && !matches!(tag.as_str(), "AU" | "FAU");
    }
    work.add(Role::Doi, doi.unwrap_or_default());
    let number = entry.values.iter().find(|value| value.tag == "PMID").map_or("", |value| value.text.as_str());
    if doi.is_none() && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) {
        work.add(Role::Link, &format!("https://pubmed.ncbi.nlm.nih.gov/{number}/"));
    }
    work.finish();
}

/// The date of publication: `2020 Feb 3`, `2020 Spring`, `2020 Jan-Feb`.
fn date(text: &str) -> String {
    Published::read(text).map(|published| published.to_string()).unwrap_or_default()
}
