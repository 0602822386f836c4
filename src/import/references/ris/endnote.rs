//! What the tags of `EndNote` become (`EndNote`, "`EndNote` Import": the fields of the generic reference type).

use super::lines::{Entry, Tagged};
use super::refman::{keywords, names};
use crate::import::references::date_text::of_texts;
use crate::import::references::work::Work;
use crate::import::references::work_types::{TypeVocabulary, is_whole};
use crate::import::role::Role;
use crate::import::source::Source;

/// Tags with what their values become, and under which name.
const FIELDS: &[(&str, &str, Role)] = &[
    ("!", "short title", Role::LeftOut),
    ("#", "reviewed item", Role::Own),
    ("&", "section", Role::Own),
    ("+", "address", Role::Private),
    (">", "file", Role::Private),
    ("7", "edition", Role::Own),
    ("@", "ISSN/ISBN", Role::Own),
    ("C", "place of publication", Role::Own),
    ("F", "label", Role::LeftOut),
    ("G", "language", Role::Language),
    ("I", "publisher", Role::Publisher),
    ("J", "container", Role::Container),
    ("L", "call number", Role::Own),
    ("M", "accession number", Role::Own),
    ("N", "issue", Role::Issue),
    ("Q", "translated title", Role::Own),
    ("R", "doi", Role::Doi),
    ("S", "series", Role::Own),
    ("T", "title", Role::Title),
    ("U", "url", Role::Link),
    ("V", "volume", Role::Volume),
    ("W", "database provider", Role::LeftOut),
    ("X", "summary", Role::Summary),
    ("Z", "notes", Role::Private),
    ("[", "access date", Role::LeftOut),
    ("~", "database", Role::Own),
];

/// Adds the item of an entry to a source.
pub(super) fn push(entry: &Entry, source: &mut Source<'static>) {
    let mut work = Work::at(entry.line, source);
    let first = |tag: &str| entry.values.iter().find(|value| value.tag == tag).map_or("", |value| value.text.as_str());
    let kind = work.add_type(first("0"), TypeVocabulary::EndNote);
    let only_keyword = entry.values.iter().filter(|value| value.tag == "K").count() == 1;
    for Tagged { tag, text } in &entry.values {
        match tag.as_str() {
            "0" | "D" | "8" => {}
            "A" => names(text).for_each(|name| work.add(Role::Author, name.trim_end_matches(','))),
            "E" | "Y" => names(text).for_each(|name| work.add(Role::Editor, &name)),
            "?" => names(text).for_each(|name| work.add(Role::Translator, &name)),
            "B" => work.add(Role::Container, text),
            "K" => keywords(text, only_keyword).for_each(|word| work.add(Role::Keyword, word)),
            "P" if is_whole(kind) && text.bytes().all(|byte| byte.is_ascii_digit()) => work.add(Role::NumPages, text),
            "P" => work.put("page range", Role::PageRange, text),
            "9" => work.put("type of work", Role::Own, text),
            "U" => text.split_whitespace().for_each(|address| work.add(Role::Link, address)),
            _ => match FIELDS.iter().find(|(known, ..)| known == tag) {
                Some((_, name, role)) => work.put(name, *role, text),
                None => work.put(&format!("%{tag}"), Role::LeftOut, text),
            },
        }
    }
    let (year, day) = (first("D"), first("8"));
    let date = if day.contains(year) && !year.is_empty() { day.to_owned() } else { of_texts(year, day, "") };
    work.put("date", Role::Date, &date);
    work.finish();
}
