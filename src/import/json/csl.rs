//! Items of CSL-JSON (CSL 1.0.2, `csl-data.json`), as Zotero, Pandoc and Crossref write them.

use super::value::{Object, Value};
use crate::import::references::date_text::{Parts, circa, edtf, range};
use crate::import::references::name_text::with_commas;
use crate::import::references::work::{AtEnd, Work};
use crate::import::references::work_types::{TypeVocabulary, is_precise, word};
use crate::import::role::Role;
use crate::import::source::Source;
use crate::import::values::clean::{clean, visible};

/// Variables that become something else than a field of the catalog's own under their name: what, and under which name.
const VARIABLES: &[(&str, &str, Role)] = &[
    ("DOI", "doi", Role::Doi),
    ("URL", "url", Role::Link),
    ("accessed", "accessed", Role::LeftOut),
    ("annote", "annote", Role::Private),
    ("archive_location", "archive location", Role::LeftOut),
    ("call-number", "call number", Role::Private),
    ("citation-key", "citation key", Role::LeftOut),
    ("citation-label", "citation label", Role::LeftOut),
    ("citation-number", "citation number", Role::LeftOut),
    ("custom", "custom", Role::LeftOut),
    ("event-title", "event", Role::Own),
    ("event", "event", Role::Own),
    ("genre", "type of work", Role::Own),
    ("id", "id", Role::Id),
    ("journalAbbreviation", "journal abbreviation", Role::LeftOut),
    ("language", "language", Role::Language),
    ("number-of-pages", "pages", Role::NumPages),
    ("issue", "issue", Role::Issue),
    ("page", "page range", Role::PageRange),
    ("page-first", "first page", Role::LeftOut),
    ("publisher-place", "place of publication", Role::Own),
    ("shortTitle", "short title", Role::LeftOut),
    ("source", "source", Role::LeftOut),
    ("status", "status", Role::LeftOut),
    ("title-short", "short title", Role::LeftOut),
    ("volume", "volume", Role::Volume),
    ("collection-title", "series", Role::Own),
];

/// Whether objects are items of CSL-JSON: any has a type of CSL, and a date or names as CSL writes them or one of its variables.
pub(super) fn is_csl(objects: &[&Object]) -> bool {
    const LOOKED_AT: usize = 50;
    const OWN_NAMES: [&str; 4] = ["container-title", "publisher-place", "title-short", "collection-title"];
    objects.iter().take(LOOKED_AT).any(|object| {
        let has_type = word(object.text("type"), TypeVocabulary::Csl).is_some();
        let has_date =
            object.get("issued").and_then(Value::object).is_some_and(|date| date.get("date-parts").is_some());
        let is_name = |name: &Object| ["family", "literal"].iter().any(|key| name.get(key).is_some());
        let names = ["author", "editor"].into_iter().filter_map(|key| object.get(key)).flat_map(Value::items);
        let has_names = names.filter_map(Value::object).any(is_name);
        let is_in_press = matches!(object.text("status"), "in press" | "forthcoming");
        has_type && (has_date || is_in_press || has_names || OWN_NAMES.iter().any(|key| object.get(key).is_some()))
    })
}

/// Adds the items of objects.
pub(super) fn push(objects: &[&Object], source: &mut Source<'static>) {
    for object in objects {
        source.n_read += 1;
        let mut work = Work::at(object.line, source);
        let number = if object.get("number").is_some() { "number" } else { "collection-number" };
        let at_end = put_number(object, number, &mut work);
        let kind = put_type(object, at_end, &mut work);
        let is_issue = object.get("issue").is_none() && !OF_OFFICES.contains(&object.text("type"));
        for (key, value) in &object.members {
            match key.as_str() {
                "type" | "genre" => {}
                key if key == number && at_end.number => {}
                "number" | "collection-number" if is_issue => work.put("issue", Role::Issue, &first(value)),
                "edition" => work.add_edition(&first(value), kind),
                "title" => put_title(value, &mut work),
                "author" | "editor" | "translator" => put_names(key, value, &mut work),
                "container-title" => work.add(Role::Container, &first(value)),
                "publisher" => first(value).split("; ").for_each(|body| work.add(Role::Publisher, body)),
                "issued" => work.put("date", Role::Date, &date(value)),
                // What is yet to appear has its status alone.
                "status" if object.get("issued").is_none() => work.put("date", Role::Date, &first(value)),
                "collection-title" if object.get("container-title").is_none() => {
                    work.add(Role::Container, &first(value));
                }
                "abstract" => work.add(Role::Summary, &without_heading(&first(value))),
                "keyword" | "categories" => put_keywords(value, &mut work),
                "note" => put_note(&first(value), &mut work),
                "dimensions" if first(value).ends_with(" min.") => {
                    work.put("minutes", Role::Minutes, first(value).trim_end_matches(" min."));
                }
                _ => put_other(key, value, &mut work),
            }
        }
        work.finish();
    }
}

/// Types whose numbers are those of an office, and no issue of anything.
const OF_OFFICES: [&str; 5] = ["patent", "bill", "legislation", "legal_case", "regulation"];

/// Puts the number of what is no article at the end of the title, with what `genre` says is numbered; returns what stands there.
fn put_number(object: &Object, number: &str, work: &mut Work<'_>) -> AtEnd {
    let has = |keys: &[&str]| keys.iter().any(|key| object.get(key).is_some());
    let number = object.get(number).map(first).unwrap_or_default();
    let kind = object.text("type");
    let is_article = word(kind, TypeVocabulary::Csl) == Some("article");
    if is_article || has(&["issue"]) || OF_OFFICES.contains(&kind) {
        return AtEnd::default();
    }
    work.add_number(object.text("genre"), &number, has(&["container-title", "collection-title"]))
}

/// The type, or what stands in `genre`, where that is a more precise type; returns the word for the former.
fn put_type(object: &Object, at_end: AtEnd, work: &mut Work<'_>) -> &'static str {
    let (name, genre) = (object.text("type"), object.text("genre"));
    if is_precise(genre) {
        work.add(Role::Type, &genre.to_lowercase());
        return word(name, TypeVocabulary::Csl).unwrap_or_default();
    }
    let kind = work.add_type(name, TypeVocabulary::Csl);
    work.put("type of work", Role::Own, if at_end.words { "" } else { genre });
    kind
}

/// The first text of a value, without markup: Crossref writes titles as lists.
fn first(value: &Value) -> String {
    value.items().iter().find_map(Value::text).map(plain_text).unwrap_or_default()
}

fn put_title(value: &Value, work: &mut Work<'_>) {
    let title = first(value);
    work.add(Role::Title, &title.split_whitespace().collect::<Vec<&str>>().join(" "));
}

/// The names of a list; those of editors and translators have their role.
fn put_names(key: &str, names: &Value, work: &mut Work<'_>) {
    let role = match key {
        "editor" => Role::Editor,
        "translator" => Role::Translator,
        _ => Role::Author,
    };
    for name in names.items() {
        let is_body = name.object().is_some_and(|name| !name.text("literal").is_empty());
        match name_text(name) {
            text if is_body => work.put_body(key, role, &text),
            text => work.put(key, role, &text),
        }
    }
}

/// A name: a literal, or its parts with commas between, particles before the family name.
fn name_text(name: &Value) -> String {
    let Some(parts) = name.object() else { return name.text().unwrap_or_default().trim().to_owned() };
    let part = |key: &str| plain_text(parts.text(key)).trim().to_owned();
    if let Some(literal) = ["literal", "name"].into_iter().map(part).find(|text| !text.is_empty()) {
        return literal;
    }
    let mut family = String::new();
    for part in ["dropping-particle", "non-dropping-particle", "family"].map(part) {
        // `d’Alembert`, `al-Hakim`: no blank behind an apostrophe or a hyphen.
        if !family.is_empty() && !family.ends_with(['\'', '’', '-']) && !part.is_empty() {
            family.push(' ');
        }
        family.push_str(&part);
    }
    with_commas(&family, &part("given"), &part("suffix"))
}

/// A date: parts, a range, a season, or a text.
fn date(value: &Value) -> String {
    let Some(object) = value.object() else {
        let text = value.text().unwrap_or_default();
        return edtf(text).unwrap_or_else(|| text.to_owned());
    };
    let number = |value: &Value| value.text().and_then(|text| text.trim().trim_end_matches(".0").parse::<i32>().ok());
    let season = object.get("season").and_then(number).filter(|season| (1..=4).contains(season));
    let parts = |value: &Value| {
        let numbers: Option<Vec<i32>> = value.items().iter().take(3).map(number).collect();
        let mut parts = Parts::of_numbers(&numbers?)?;
        if let Some(season) = season.filter(|_| parts.month == 0) {
            parts.season = u8::try_from(season).unwrap_or(0);
        }
        Some(parts)
    };
    let dates: Vec<Parts> = object.get("date-parts").map_or(&[][..], Value::items).iter().filter_map(parts).collect();
    let is_circa = match object.get("circa") {
        Some(Value::Bool(is)) => *is,
        Some(value) => value.text().is_some_and(|text| !matches!(text, "" | "0" | "false")),
        None => false,
    };
    match dates[..] {
        [from, to, ..] => circa(range(from, to), is_circa),
        [one] if is_circa => circa(one.words(), true),
        [one] => one.text(),
        [] => {
            let text = ["literal", "raw", "date"].into_iter().map(|key| object.text(key)).find(|text| !text.is_empty());
            let text = text.unwrap_or_default();
            edtf(text).unwrap_or_else(|| text.to_owned())
        }
    }
}

/// An abstract without the heading that Crossref gives it.
fn without_heading(text: &str) -> String {
    let heading = text.split_once('\n').filter(|(first, _)| {
        let first = first.trim().trim_end_matches(':');
        ["abstract", "summary"].iter().any(|heading| first.eq_ignore_ascii_case(heading))
    });
    heading.map_or(text, |(_, rest)| rest).trim().to_owned()
}

/// The words of a list, or of a text with semicolons or else commas between.
fn put_keywords(value: &Value, work: &mut Work<'_>) {
    for text in value.items().iter().filter_map(Value::text) {
        let sign = if text.contains(';') { ';' } else { ',' };
        text.split(sign).for_each(|word| work.add(Role::Keyword, word));
    }
}

/// A note is private, but for those that this program writes: others whom the record does not name.
fn put_note(text: &str, work: &mut Work<'_>) {
    if !work.add_others(text) {
        work.put("note", Role::Private, text);
    }
}

/// A variable that is none of the above: names, a date or texts.
fn put_other(key: &str, value: &Value, work: &mut Work<'_>) {
    let known = VARIABLES.iter().find(|(known, ..)| *known == key);
    let (name, role) = known.map_or((key, Role::Own), |(_, name, role)| (*name, *role));
    for value in value.items() {
        match value.object() {
            Some(object) if object.get("date-parts").is_some() => work.put(name, role, &date(value)),
            Some(_) => work.put(name, role, &name_text(value)),
            None => work.put(name, role, &plain_text(value.text().unwrap_or_default())),
        }
    }
}

/// A text without markup.
fn plain_text(text: &str) -> String {
    if text.contains(['<', '&']) { clean(text).text.into_owned() } else { visible(text).trim().to_owned() }
}
