//! What the tags of RIS become (Reference Manager; `EndNote` and Zotero where they differ).

use super::lines::{Entry, Tagged};
use crate::catalog::{Published, is_suffix};
use crate::import::references::date_text::Parts;
use crate::import::references::work::{AtEnd, Work};
use crate::import::references::work_types::{TypeVocabulary, is_part, is_precise, is_whole, word};
use crate::import::role::Role;
use crate::import::source::Source;

/// Tags that become a field of the catalog's own, with the name of the field.
const OWN: &[(&str, &str)] = &[
    ("SN", "ISSN/ISBN"),
    ("CY", "place of publication"),
    ("PP", "place of publication"),
    ("T3", "series"),
    ("AN", "accession number"),
    ("DB", "database"),
    ("TT", "translated title"),
    ("NV", "number of volumes"),
    ("SE", "section"),
    ("OP", "original publication"),
    ("CN", "call number"),
    ("RI", "reviewed item"),
];
/// Tags with remarks, addresses of persons and fields of their user.
const PRIVATE: [&str; 10] = ["N1", "RN", "AD", "PA", "U1", "U2", "U3", "U4", "U5", "L4"];
/// Tags of programs and libraries that say nothing of the work.
const LEFT_OUT: [&str; 17] =
    ["Y2", "RP", "AV", "DP", "LB", "ST", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "CA", "M1", "M2"];
/// Short names of journals, which stand beside the whole ones.
const SHORT: [&str; 3] = ["JA", "J1", "J2"];

/// Adds the item of an entry to a source.
pub(super) fn push(entry: &Entry, source: &mut Source<'static>) {
    let mut work = Work::at(entry.line, source);
    let has = |tags: &[&str]| entry.values.iter().any(|value| tags.contains(&&*value.tag) && !value.text.is_empty());
    let first = |tag: &str| entry.values.iter().find(|value| value.tag == tag).map_or("", |value| value.text.as_str());
    let (number, at_end) = put_number(entry, &first, &mut work);
    let kind = put_type(first("TY"), first("M3"), at_end, &mut work);
    let is_book = is_whole(kind);
    let only_keyword = entry.values.iter().filter(|value| value.tag == "KW").count() == 1;
    for Tagged { tag, text } in &entry.values {
        match tag.as_str() {
            "TY" | "M3" | "AB" | "N2" | "PY" | "Y1" | "DA" | "SP" | "EP" => {}
            "ID" => work.put("id", Role::Id, text),
            "TI" | "T1" | "CT" => work.add(Role::Title, text),
            "BT" if !has(&["TI", "T1", "CT"]) => work.add(Role::Title, text),
            // `JO` may be the name or a short form of it; where the name stands beside it, it is the latter.
            "JO" if is_shorter(text, &[first("JF"), first("T2")]) => {
                work.put("short name of the journal", Role::LeftOut, text);
            }
            "T2" | "BT" | "JO" | "JF" => work.add(Role::Container, text),
            "T3" if !has(&["T2", "BT", "JO", "JF"]) => work.add(Role::Container, text),
            "VL" | "VO" => work.put("volume", Role::Volume, text),
            "ET" => work.add_edition(text, kind),
            "SN" | "IS" if at_end.number && text == number => {}
            "IS" | "CP" => work.put("issue", Role::Issue, text),
            // Of a report it is the number.
            "SN" if first("TY") == "RPRT" && !(at_end.number && is_of_books(text)) => {
                work.put("issue", Role::Issue, text);
            }
            _ if SHORT.contains(&tag.as_str()) => {
                if has(&["T2", "BT", "JO", "JF"]) {
                    work.put("short name of the journal", Role::LeftOut, text);
                } else {
                    work.add(Role::Container, text);
                }
            }
            "AU" | "A1" => names(text).for_each(|name| work.add(Role::Author, &name)),
            "A2" | "A3" | "ED" => names(text).for_each(|name| work.add(Role::Editor, &name)),
            "A4" | "TA" => names(text).for_each(|name| work.add(Role::Translator, &name)),
            "PB" => text.split("; ").for_each(|body| work.add(Role::Publisher, body)),
            "UR" => addresses(text).for_each(|address| work.add(Role::Link, address)),
            "L1" | "L2" | "LK" | "L3" => put_link(text, has(&["UR"]), &mut work),
            "DO" | "DI" => work.add(Role::Doi, text.split_whitespace().next().unwrap_or_default()),
            "KW" => keywords(text, only_keyword).for_each(|word| work.add(Role::Keyword, word)),
            "LA" => work.add(Role::Language, text),
            "N1" if put_own_note(text, &mut work) => {}
            _ if PRIVATE.contains(&tag.as_str()) => work.put(tag, Role::Private, text),
            _ if LEFT_OUT.contains(&tag.as_str()) => work.put(tag, Role::LeftOut, text),
            _ => {
                let name = OWN.iter().find(|(known, _)| known == tag).map_or(tag.as_str(), |(_, name)| name);
                work.put(name, Role::Own, text);
            }
        }
    }
    work.put("date", Role::Date, &date(first("DA"), first("PY"), first("Y1")));
    put_pages(first("SP"), first("EP"), is_book && !is_part(kind), &mut work);
    put_abstract(entry, &mut work);
    work.finish();
}

/// Whether a name is shorter than one of some others.
fn is_shorter(name: &str, others: &[&str]) -> bool {
    others.iter().any(|other| other.len() > name.len())
}

/// Puts the number of what is no article at the end of the title, with what `M3` of a report says is numbered; returns the number and what of it
/// stands there.
fn put_number<'a>(entry: &'a Entry, first: &impl Fn(&str) -> &'a str, work: &mut Work<'_>) -> (&'a str, AtEnd) {
    let has = |tags: &[&str]| entry.values.iter().any(|value| tags.contains(&&*value.tag));
    let is_report = first("TY") == "RPRT";
    let tag = if is_report { "SN" } else { "IS" };
    let is_one = |text: &str| !is_report || !is_of_books(text);
    let number = entry.values.iter().find(|value| value.tag == tag && is_one(&value.text));
    let number = number.map_or("", |value| value.text.as_str());
    if word(first("TY"), TypeVocabulary::Ris) == Some("article") {
        return (number, AtEnd::default());
    }
    let words = if is_report { first("M3") } else { "" };
    (number, work.add_number(words, number, has(&["T2", "BT", "JO", "JF", "T3"])))
}

/// Whether a number is an ISSN or an ISBN.
fn is_of_books(number: &str) -> bool {
    number.bytes().filter(u8::is_ascii_digit).count() > 7 && !number.bytes().any(|byte| byte.is_ascii_lowercase())
}

/// The type, and the words beside it, where they are no type themselves.
fn put_type(name: &str, beside: &str, at_end: AtEnd, work: &mut Work<'_>) -> &'static str {
    if is_precise(beside) {
        work.add(Role::Type, &beside.to_lowercase());
        return word(name, TypeVocabulary::Ris).unwrap_or_default();
    }
    let kind = work.add_type(name, TypeVocabulary::Ris);
    work.put("type of work", Role::Own, if at_end.words { "" } else { beside });
    kind
}

/// The names of a value: one, but where it goes on in lines of their own or is a list with semicolons.
pub(super) fn names(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(['\n', ';']).map(str::trim).filter(|name| !name.is_empty());
    parts.map(|name| {
        let parts: Vec<&str> = name.split(',').map(str::trim).filter(|part| !part.is_empty()).collect();
        match parts[..] {
            // Family name, given names, suffix is the order of RIS; some write the suffix second.
            [family, suffix, given] if is_suffix(suffix) && !is_suffix(given) => format!("{family}, {given}, {suffix}"),
            _ => parts.join(", "),
        }
    })
}

/// The words of a value: one a line. A single value with semicolons is a list.
pub(super) fn keywords(text: &str, is_only: bool) -> impl Iterator<Item = &str> {
    let words = text.split(move |c| c == '\n' || c == ';' && is_only);
    // A star is before the main subjects of MEDLINE.
    words.map(|word| word.trim().trim_start_matches('*'))
}

/// The addresses of a value: what stands between blanks and semicolons, up to the first blank where nothing behind it is an address.
fn addresses(text: &str) -> impl Iterator<Item = &str> {
    let words = text.split_whitespace().map(|word| word.trim_end_matches(';'));
    words
        .enumerate()
        .filter(|(at, word)| *at == 0 || word.contains("://") || word.starts_with("www."))
        .map(|(_, word)| word)
}

/// The address of a full text or a link resolver, where the entry has no other; a file of somebody's computer is private.
fn put_link(text: &str, has_address: bool, work: &mut Work<'_>) {
    let address = text.split_whitespace().next().unwrap_or_default();
    if !address.starts_with("http://") && !address.starts_with("https://") {
        work.put("file", Role::Private, text);
    } else if has_address {
        work.put("other address", Role::LeftOut, address);
    } else {
        work.add(Role::Link, address);
    }
}

/// Reads a note that this program writes: others whom a record does not name, and how many pages it has.
fn put_own_note(text: &str, work: &mut Work<'_>) -> bool {
    if let Some(pages) = text.strip_suffix(" pages").filter(|n| n.bytes().all(|byte| byte.is_ascii_digit())) {
        work.add(Role::NumPages, pages);
        return true;
    }
    work.add_others(text)
}

/// The date of an entry: the most precise of those that it states, of the year of publication.
fn date(day: &str, year: &str, former: &str) -> String {
    let published = if year.is_empty() { former } else { year };
    // `///in press`.
    let published = published.strip_prefix("///").unwrap_or(published);
    let of = |text: &str| slashed(text).or_else(|| dated(text));
    match (of(published), of(day)) {
        (Some(year), Some(day)) if day.contains(&year) => day,
        // `DA  - May 3` has no year of its own.
        (Some(year), None) if year.len() == 4 && !day.is_empty() => {
            of(&format!("{day} {year}")).unwrap_or_else(|| format!("{day} {year}"))
        }
        (Some(year), _) => year,
        (None, Some(day)) if published.is_empty() => day,
        (None, _) if published.is_empty() => day.to_owned(),
        (None, _) => published.to_owned(),
    }
}

/// A text that states a date: the date, or the text where it says anything else.
fn dated(text: &str) -> Option<String> {
    Published::read(text).filter(|published| published.date().is_some()).map(|published| published.to_string())
}

/// The date of `YYYY/MM/DD/other`, whose parts may be empty.
fn slashed(text: &str) -> Option<String> {
    let mut parts = text.splitn(4, '/').map(str::trim);
    let year = parts.next()?;
    let number = |part: Option<&str>| part.and_then(|part| part.parse::<i32>().ok());
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let year_text = year.to_owned();
    let year = number(Some(year)).filter(|_| is_year && text.len() > 4)?;
    let (month, day, other) = (parts.next(), parts.next(), parts.next().unwrap_or_default());
    if [month, day].into_iter().flatten().any(|part| !part.is_empty() && part.parse::<u8>().is_err()) {
        return None;
    }
    let date = Parts::of_numbers(&[year, number(month).unwrap_or(0), number(day).unwrap_or(0)])?;
    // What stands behind the last slash is a season, or says that the date is not certain.
    // What has a year of its own says all: `2015///2015-2018`.
    if other.contains(&year_text) && other.len() > year_text.len() {
        return Some(other.to_owned());
    }
    Some(if other.is_empty() { date.text() } else { format!("{other} {}", date.words()) })
}

/// The pages of an entry: from and to, or how many a book has.
fn put_pages(start: &str, end: &str, is_book: bool, work: &mut Work<'_>) {
    let is_number = !start.is_empty() && start.bytes().all(|byte| byte.is_ascii_digit());
    let range = match (start, end) {
        (start, "") if is_book && is_number => return work.add(Role::NumPages, start),
        (start, "") => start.to_owned(),
        ("", end) => end.to_owned(),
        (start, end) if start == end || start.contains(['-', '–']) => start.to_owned(),
        (start, end) => format!("{start}–{end}"),
    };
    work.put("page range", Role::PageRange, &range);
}

/// The abstract: all texts that are given for it, each once.
fn put_abstract(entry: &Entry, work: &mut Work<'_>) {
    let mut texts: Vec<&str> = Vec::new();
    for value in entry.values.iter().filter(|value| matches!(value.tag.as_str(), "AB" | "N2")) {
        if !texts.contains(&value.text.as_str()) {
            texts.push(&value.text);
        }
    }
    work.add(Role::Summary, &texts.join("\n"));
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn the_date_is_the_most_precise_of_the_year_of_publication() {
        for (day, year, former, expect) in [
            ("2018/01/04/", "2018", "", "2018-01-04"),
            ("", "2020//", "", "2020"),
            ("", "", "2020/02//", "2020-02"),
            ("", "2020///Spring", "", "Spring 2020"),
            ("May 3", "2014", "", "2014-05-03"),
            ("May", "2014", "", "2014-05"),
            ("2019/12/30", "2020", "", "2020"),
            ("2014-05-03", "", "", "2014-05-03"),
            ("", "in press", "", "in press"),
            ("", "c. 1890", "", "c. 1890"),
            ("2019///ca.", "2019", "", "ca. 2019"),
            ("2015 - 2018", "2015", "", "2015 - 2018"),
            ("2015///2015 - 2018", "2015", "", "2015 - 2018"),
            ("2019///Winter 2019-2020", "2019", "", "Winter 2019-2020"),
            ("1990///1990s", "1990", "", "1990s"),
            ("", "///in press", "", "in press"),
            ("", "", "", ""),
            ("Winter", "2014", "", "Winter 2014"),
        ] {
            assert_eq!(date(day, year, former), expect, "{day} {year} {former}");
        }
    }
}
