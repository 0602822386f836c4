//! From an entry of BibTeX to an item: what each field becomes.

use super::latex::{Style, plain, verbatim};
use super::names::{BibName, names};
use super::scan::Entry;
use crate::import::note::Kind;
use crate::import::references::date_text::{edtf, of_texts};
use crate::import::references::work::{AtEnd, Work};
use crate::import::references::work_types::{TypeVocabulary, is_precise, word};
use crate::import::role::Role;
use crate::import::source::Source;

/// How the value of a field is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Value {
    /// One line of text, with apostrophes as LaTeX sets them.
    Title,
    /// Paragraphs.
    Text,
    /// A list of names.
    Names,
    /// Bodies: a list where semicolons stand between.
    Bodies,
    /// Words with commas between, or else semicolons.
    Words,
    /// Addresses.
    Addresses,
    /// A text that is taken as it is.
    Verbatim,
}

/// The fields that become something else than a field of the catalog's own: names of BibTeX, biblatex and of the programs that write
/// them; how the value is read, and what it becomes.
const FIELDS: &[(&str, Value, Role)] = &[
    ("abstract", Value::Text, Role::Summary),
    ("annotation", Value::Text, Role::Private),
    ("annote", Value::Text, Role::Private),
    ("author", Value::Names, Role::Author),
    ("bookauthor", Value::Names, Role::Own),
    ("booktitle", Value::Title, Role::Container),
    ("comment", Value::Text, Role::Private),
    ("creationdate", Value::Verbatim, Role::LeftOut),
    ("date-added", Value::Verbatim, Role::LeftOut),
    ("date-modified", Value::Verbatim, Role::LeftOut),
    ("doi", Value::Verbatim, Role::Doi),
    ("editor", Value::Names, Role::Editor),
    ("file", Value::Verbatim, Role::Private),
    ("gender", Value::Verbatim, Role::LeftOut),
    ("hyphenation", Value::Verbatim, Role::Language),
    ("institution", Value::Bodies, Role::Publisher),
    ("issue", Value::Text, Role::Issue),
    ("journal", Value::Title, Role::Container),
    ("journaltitle", Value::Title, Role::Container),
    ("keyword", Value::Words, Role::Keyword),
    ("keywords", Value::Words, Role::Keyword),
    ("langid", Value::Verbatim, Role::Language),
    ("language", Value::Verbatim, Role::Language),
    ("lastchecked", Value::Verbatim, Role::LeftOut),
    ("localfile", Value::Verbatim, Role::Private),
    ("mendeley-tags", Value::Words, Role::Keyword),
    ("modificationdate", Value::Verbatim, Role::LeftOut),
    ("number", Value::Text, Role::Issue),
    ("numpages", Value::Verbatim, Role::NumPages),
    ("organization", Value::Bodies, Role::Publisher),
    ("owner", Value::Verbatim, Role::LeftOut),
    ("pages", Value::Text, Role::PageRange),
    ("pagetotal", Value::Verbatim, Role::NumPages),
    ("pdf", Value::Addresses, Role::Private),
    ("priority", Value::Verbatim, Role::LeftOut),
    ("publisher", Value::Bodies, Role::Publisher),
    ("ranking", Value::Verbatim, Role::LeftOut),
    ("readstatus", Value::Verbatim, Role::LeftOut),
    ("review", Value::Text, Role::Private),
    ("school", Value::Bodies, Role::Publisher),
    ("subtitle", Value::Title, Role::Subtitle),
    ("tags", Value::Words, Role::Keyword),
    ("timestamp", Value::Verbatim, Role::LeftOut),
    ("title", Value::Title, Role::Title),
    ("translator", Value::Names, Role::Translator),
    ("url", Value::Addresses, Role::Link),
    ("urldate", Value::Verbatim, Role::LeftOut),
    ("username", Value::Verbatim, Role::LeftOut),
    ("volume", Value::Text, Role::Volume),
];

/// The fields of a catalog's own that have a better name than in BibTeX.
const OWN: &[(&str, &str)] = &[
    ("address", "place of publication"),
    ("chapter", "chapter"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("location", "place of publication"),
    ("pmid", "PMID"),
    ("series", "series"),
];

/// Fields that are read with others or mean something to the program that wrote them alone.
const READ_ELSEWHERE: &[&str] = &[
    "archiveprefix",
    "bibsource",
    "biburl",
    "crossref",
    "date",
    "day",
    "eprint",
    "eprintclass",
    "eprinttype",
    "execute",
    "groups",
    "howpublished",
    "ids",
    "key",
    "label",
    "month",
    "note",
    "options",
    "presort",
    "primaryclass",
    "pubstate",
    "sortkey",
    "type",
    "xdata",
    "xref",
    "year",
];

/// Adds the item of an entry to a source.
pub(super) fn push(entry: &Entry, source: &mut Source<'static>) {
    let mut work = Work::at(entry.line, source);
    if let Some(mended) = &entry.mended {
        work.note(Kind::Warning, "mended-entry", format!("the entry “{}” may not be whole: {mended}", entry.key));
    }
    work.put("key", Role::Id, &entry.key);
    let at_end = put_number(entry, &mut work);
    let kind = put_type(entry, at_end, &mut work);
    let is_book = field(entry, "title").is_some() && kind == "book";
    let has_container = ["journal", "journaltitle", "booktitle"].iter().any(|name| field(entry, name).is_some());
    for (name, raw) in &entry.fields {
        match FIELDS.iter().find(|(known, ..)| known == name) {
            // A book that lists its title for its chapters is in no other book.
            Some(_) if name == "booktitle" && is_book => {}
            Some(_) if name == "number" && at_end.number => {}
            None if name == "edition" => work.add_edition(&plain(raw, Style::Text).text, kind),
            // A series is what a work appeared in where there is nothing else.
            None if name == "series" && !has_container => work.add(Role::Container, &decoded(Value::Title, raw)),
            Some((_, value, role)) => put(&mut work, name, *value, *role, raw),
            None if READ_ELSEWHERE.contains(&&**name) => {}
            None if is_of_program(name) => work.put(name, Role::LeftOut, &verbatim(raw)),
            None => {
                let label = OWN.iter().find(|(known, _)| known == name).map_or(&**name, |(_, label)| label);
                work.put(label, Role::Own, &plain(raw, Style::Text).text);
            }
        }
    }
    work.put("date", Role::Date, &date(entry));
    put_notes(entry, &mut work);
    let groups = field(entry, "groups").unwrap_or_default();
    put(&mut work, "groups", Value::Words, Role::Own, groups);
    work.finish();
}

/// The first value of a field.
fn field<'a>(entry: &'a Entry, name: &str) -> Option<&'a str> {
    entry.fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// Whether a field is one that a program keeps for itself.
fn is_of_program(name: &str) -> bool {
    name.starts_with("bdsk-") || name.starts_with("__") || name.starts_with("citeulike-") || name.starts_with("x-")
}

/// The text of a value that is no list.
fn decoded(value: Value, raw: &str) -> String {
    match value {
        Value::Title => plain(raw, Style::Title).text,
        Value::Text => plain(raw, Style::Text).text,
        _ => plain(raw, Style::Words).text.trim_matches(['{', '}']).to_owned(),
    }
}

fn put(work: &mut Work<'_>, name: &str, value: Value, role: Role, raw: &str) {
    match value {
        Value::Title | Value::Text | Value::Verbatim => work.put(name, role, &decoded(value, raw)),
        Value::Names => names(raw).iter().for_each(|one| match one {
            BibName::Person(text) => work.put(name, role, text),
            BibName::Body(text) => work.put_body(name, role, text),
            BibName::Others => work.put(name, role, "et al."),
        }),
        Value::Bodies => {
            plain(raw, Style::Words).text.split("; ").for_each(|body| work.put(name, role, body));
        }
        Value::Words => {
            let text = plain(raw, Style::Words).text;
            let sign = if text.contains(',') { ',' } else { ';' };
            text.split(sign).for_each(|word| work.put(name, role, word));
        }
        Value::Addresses => addresses(raw).iter().for_each(|address| work.put(name, role, address)),
    }
}

/// The addresses of a value: several where white space stands between and each begins as an address does.
fn addresses(raw: &str) -> Vec<String> {
    let linked = plain(raw, Style::Words).links;
    if !linked.is_empty() {
        return linked;
    }
    let mut addresses: Vec<String> = Vec::new();
    for word in raw.split_whitespace() {
        let address = verbatim(word);
        let begins = address.contains("://") || address.starts_with("www.");
        match addresses.last_mut() {
            Some(last) if !begins => last.push_str(&address),
            _ => addresses.push(address),
        }
    }
    let trim = |address: String| address.trim_end_matches([',', ';']).to_owned();
    addresses.into_iter().map(trim).filter(|address| !address.is_empty()).collect()
}

/// Puts the number of what is no article at the end of the title, with the words of `type`; returns what stands there.
fn put_number(entry: &Entry, work: &mut Work<'_>) -> AtEnd {
    let has = |names: &[&str]| names.iter().any(|name| field(entry, name).is_some());
    let kind = word(&entry.kind, TypeVocabulary::Bibtex);
    if has(&["journal", "journaltitle", "issue"])
        || matches!(kind, Some("article" | "patent" | "periodical" | "thesis"))
    {
        return AtEnd::default();
    }
    let text = |name| plain(field(entry, name).unwrap_or_default(), Style::Text).text;
    work.add_number(&text("type"), &text("number"), has(&["booktitle", "series"]))
}

/// The type of an entry; what it says of itself in `type` is a field of its own, where it is not a type itself.
fn put_type(entry: &Entry, at_end: AtEnd, work: &mut Work<'_>) -> &'static str {
    let stated = plain(field(entry, "type").unwrap_or_default(), Style::Title).text;
    let stated = match stated.to_lowercase().as_str() {
        "phdthesis" => "PhD thesis".to_owned(),
        "mathesis" | "mastersthesis" => "Master’s thesis".to_owned(),
        "techreport" => String::new(),
        _ => stated,
    };
    let is_any = word(&entry.kind, TypeVocabulary::Bibtex) == Some("") && !at_end.words;
    if is_precise(&stated) || is_any && !stated.is_empty() {
        work.add(Role::Type, &stated.to_lowercase());
        return word(&entry.kind, TypeVocabulary::Bibtex).unwrap_or_default();
    }
    let kind = work.add_type(&entry.kind, TypeVocabulary::Bibtex);
    let stated = match (&*entry.kind, &*stated) {
        ("phdthesis", "") => "PhD thesis",
        ("mastersthesis", "") => "Master’s thesis",
        // It stands at the end of the title.
        _ if at_end.words => "",
        (_, stated) => stated,
    };
    work.put("type of work", Role::Own, stated);
    kind
}

/// The date of an entry: `date`, or year, month and day, or what it says of its publication.
fn date(entry: &Entry) -> String {
    let text = |name: &str| plain(field(entry, name).unwrap_or_default(), Style::Words).text;
    // `~` behind a year says that it is not exact, and is no blank.
    let raw = |name: &str| field(entry, name).unwrap_or_default().replace(['{', '}'], "");
    if let Some(date) = edtf(&raw("date")) {
        return date;
    }
    match (text("date"), text("year")) {
        (date, _) if !date.is_empty() => date,
        (_, year) if year.is_empty() && text("month").is_empty() => match text("pubstate").to_lowercase().as_str() {
            "inpress" => "in press".to_owned(),
            "inpreparation" => "in preparation".to_owned(),
            state => state.to_owned(),
        },
        (_, year) => {
            // Two years may be those of one winter or one school year.
            let is_plain = text("month").is_empty() && !year.contains('/');
            let year = edtf(&raw("year")).filter(|_| is_plain).unwrap_or(year);
            of_texts(&year, &text("month"), &text("day"))
        }
    }
}

/// Notes, how it was published, and the addresses in them; the address of a preprint where there is no other.
fn put_notes(entry: &Entry, work: &mut Work<'_>) {
    let mut links = Vec::new();
    for name in ["howpublished", "note"] {
        let decoded = plain(field(entry, name).unwrap_or_default(), Style::Text);
        let mut rest = decoded.text.as_str();
        if decoded.links.is_empty() {
            let bare = rest.split_whitespace().map(|word| word.trim_end_matches(['.', ',', ';', ')']));
            links.extend(
                bare.filter(|word| word.starts_with("http://") || word.starts_with("https://")).map(str::to_owned),
            );
        }
        if decoded.links.iter().any(|link| link == rest) || links.iter().any(|link| link == rest) {
            rest = "";
        }
        links.extend(decoded.links.clone());
        let has_publisher =
            ["publisher", "organization", "institution", "school"].iter().any(|name| field(entry, name).is_some());
        if name == "howpublished" && !has_publisher && is_publisher(rest) {
            rest.split("; ").for_each(|body| work.add(Role::Publisher, body));
        } else if name == "howpublished" && entry.kind == "misc" && is_publisher(rest) {
            // A work of no other type that has a publisher beside appeared in what is named here.
            work.add(Role::Container, rest);
        } else {
            work.add_remark(if name == "note" { "note" } else { "how published" }, rest);
        }
    }
    let has_address = ["url", "doi"].iter().any(|name| field(entry, name).is_some());
    let preprint = field(entry, "eprint").map(|id| preprint(entry, &verbatim(id)));
    match preprint {
        Some(Some(address)) if !has_address && links.is_empty() => links.push(address),
        Some(None) => work.put("eprint", Role::Own, &verbatim(field(entry, "eprint").unwrap_or_default())),
        _ => {}
    }
    work.add_links(&links);
}

/// Whether a text on how a work was published is the name of who published it.
fn is_publisher(text: &str) -> bool {
    const HOW: [&str; 10] =
        ["online", "website", "web page", "webpage", "blog", "blog post", "web", "electronic", "internet", "print"];
    let small = text.to_lowercase();
    !text.contains("://") && !small.contains("access") && !HOW.contains(&small.as_str()) && !text.contains('\n')
}

/// The address of a preprint in the archive that an entry names.
fn preprint(entry: &Entry, id: &str) -> Option<String> {
    let archive = field(entry, "eprinttype").or_else(|| field(entry, "archiveprefix"))?;
    let site = match archive.trim_matches(['{', '}']).to_lowercase().as_str() {
        "arxiv" => "https://arxiv.org/abs/",
        "jstor" => "https://www.jstor.org/stable/",
        "pubmed" => "https://pubmed.ncbi.nlm.nih.gov/",
        "hdl" => "https://hdl.handle.net/",
        _ => return None,
    };
    Some(format!("{site}{}", id.trim_start_matches("arXiv:")))
}
