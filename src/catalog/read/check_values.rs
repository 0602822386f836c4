//! Values that no reader refuses and that a curator should not leave: a language that is no tag, pages that go backwards, hosts that nobody reaches
//! or that look like another, a summary of many pages, authors who are all "others".
//!
//! Looked for where a catalog is checked, not where it is shown.

use super::finding::{Finding, FindingKind, Odd, Place, add, kept};
use crate::catalog::hash::HashSet;
use crate::catalog::model::{Author, Head, List, ResourceIdx, host};
use crate::catalog::names::read;
use crate::catalog::store::Store;
use crate::limits::{NAME_BYTES, SUMMARY_CHARS, work};

/// What the confidence of a record can be.
const CONFIDENCE: [&str; 3] = ["high", "medium", "low"];
/// More pages than an article has whose last page is written with fewer digits than its first: in reviews of law they have many.
const MANY_PAGES: u32 = 200;

/// Adds what is found of the values of a catalog; `places` holds record number and line of each record.
pub(super) fn values(head: &Head, store: &Store, places: &[(u32, u32)], findings: &mut Vec<Finding>) {
    if let Some(language) = head.language.as_deref().filter(|language| !is_language(language)) {
        let place = Place { field: Some("language".to_owned()), line: 1, ..Place::default() };
        add(findings, Finding { place, kind: FindingKind::Odd(Odd::Language, kept(language)) });
    }
    let mut met = HashSet::default();
    for (idx, (record, line)) in (0..).zip(places) {
        let mut find = |field: &str, kind| {
            let id = Some(kept(store.id(idx)));
            let place =
                Place { record: Some(*record as usize), id, field: Some(field.to_owned()), line: *line as usize };
            add(findings, Finding { place, kind });
        };
        of_record(store, idx, &mut met, &mut find);
    }
}

/// Adds what is found of a record; `met` holds the languages that were looked at.
fn of_record(
    store: &Store,
    idx: ResourceIdx,
    met: &mut HashSet<String>,
    find: &mut dyn FnMut(&'static str, FindingKind),
) {
    let mut odd = |field, odd, text: &str| find(field, FindingKind::Odd(odd, kept(text)));
    let language = store.first(idx, List::Language).filter(|language| !is_language(language));
    if let Some(language) = language.filter(|language| met.insert((*language).to_owned())) {
        odd("language", Odd::Language, language);
    }
    if let Some(confidence) = store.confidence(idx).filter(|confidence| !CONFIDENCE.contains(confidence)) {
        odd("confidence", Odd::Confidence, confidence);
    }
    let resource = store.resource(idx);
    if let Some(pages) = resource.page_range.as_deref()
        && let Some(fault) = fault_of_pages(pages)
    {
        odd("page_range", fault, pages);
    }
    if is_nobody(&resource.authors) {
        odd("authors", Odd::OnlyOthers, &resource.authors[0].display());
    }
    let sources = store.sources(idx).into_iter().map(|source| ("sources", source));
    for (field, address) in store.url(idx).map(|url| ("url", url)).into_iter().chain(sources) {
        match host(address) {
            Some(host) if is_local(host) => find(field, FindingKind::Odd(Odd::LocalHost, kept(address))),
            Some(host) => {
                if let Some(letter) = look_alike(host) {
                    find(field, FindingKind::LookAlike(kept(address), letter));
                }
            }
            None => {}
        }
    }
    let n_chars = store.summary(idx).chars().count();
    if n_chars > SUMMARY_CHARS {
        find("summary", FindingKind::LongSummary(n_chars));
    }
}

/// Whether a text has the form of a tag for a language (RFC 5646, section 2.1), with a language of two or three letters: all longer ones are
/// reserved.
fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let language = parts.next().unwrap_or_default();
    let is_word = |part: &str| part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let is_private = matches!(language, "x" | "i" | "X" | "I");
    let is_named = (2..=3).contains(&language.len()) && language.bytes().all(|byte| byte.is_ascii_alphabetic());
    let mut is_behind = false;
    let are_parts = parts.all(|part| {
        // Behind a single letter stands what an extension or a private use says.
        let is_part = match part.len() {
            2..=8 if is_behind || is_private => true,
            2 => part.bytes().all(|byte| byte.is_ascii_alphabetic()),
            4 => part.starts_with(|c: char| c.is_ascii_digit()) || part.bytes().all(|byte| byte.is_ascii_alphabetic()),
            1..=8 => true,
            _ => false,
        };
        is_behind |= part.len() == 1;
        is_part && is_word(part)
    });
    are_parts && (is_named || is_private && tag.len() > 2)
}

/// What is the matter with pages: the last stands before the first, or is the first. Digits that both have may be left out of the last, unless
/// the other way round there were fewer pages.
fn fault_of_pages(text: &str) -> Option<Odd> {
    text.split([',', ';']).find_map(|range| {
        let (first, last) = range.trim().split_once(['-', '–', '—'])?;
        let (first, last) = (first.trim(), last.trim());
        let number = |text: &str| text.parse::<u32>().ok().filter(|_| !text.starts_with('+'));
        if first == last && !first.is_empty() {
            return Some(Odd::OnePage);
        }
        let (from, to) = (number(first)?, number(last)?);
        let shared = first.len().checked_sub(last.len()).map_or("", |n| &first[..n]);
        let whole = number(&format!("{shared}{last}"))?;
        let is_backwards = to < from && (whole < from || whole - from > MANY_PAGES.min(from - to));
        is_backwards.then_some(Odd::Backwards)
    })
}

/// Whether there are authors, and all that they say is that there are others.
fn is_nobody(authors: &[Author]) -> bool {
    let is_others = |author: &Author| {
        let name = author.display();
        name.len() <= NAME_BYTES && {
            let signed = read(&name, &|_| false);
            signed.names.is_empty() && signed.has_others()
        }
    };
    !authors.is_empty() && authors.iter().all(is_others)
}

/// Whether a host is this machine, or one of a network of one's own (RFC 1918, RFC 6761, RFC 6762, RFC 3927, RFC 4193).
fn is_local(host: &str) -> bool {
    let name = match host.strip_prefix('[') {
        Some(rest) => rest.split(']').next().unwrap_or_default(),
        None => host.split(':').next().unwrap_or_default(),
    };
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    if ["localhost", "local", "internal"].iter().any(|last| name.rsplit('.').next() == Some(last)) {
        return true;
    }
    if let Ok(address) = name.parse::<std::net::Ipv4Addr>() {
        return address.is_loopback() || address.is_private() || address.is_link_local() || address.is_unspecified();
    }
    let address = name.parse::<std::net::Ipv6Addr>();
    address.is_ok_and(|address| {
        let first = address.segments()[0];
        address.is_loopback() || address.is_unspecified() || first & 0xfe00 == 0xfc00 || first & 0xffc0 == 0xfe80
    })
}

/// Letters of Cyrillic and Greek that look like Latin ones: a name of these alone looks like another one.
const LOOK_ALIKE: &str = "аеорсухіјѕԛԝһӏο";

/// The first letter of another script in a part of a host that has Latin letters too, or that is all of letters that look like these before a
/// domain of Latin letters (Unicode Technical Standard 39, sections 4 and 5).
fn look_alike(host: &str) -> Option<char> {
    work::count(host.len());
    let is_other = |c: &char| matches!(c, '\u{370}'..='\u{58f}');
    let is_latin = |c: char| c.is_ascii_alphabetic() || matches!(c, '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}');
    let is_latin_domain = host.split(':').next()?.rsplit('.').next()?.chars().any(is_latin);
    host.split('.').find_map(|part| {
        let other = part.chars().find(is_other)?;
        let looks_so = || is_latin_domain && part.chars().all(|c| LOOK_ALIKE.contains(c) || c == '-');
        (part.contains(is_latin) || looks_so()).then_some(other)
    })
}

#[cfg(test)]
mod tests {
    use super::{fault_of_pages, is_language, is_local, look_alike};
    use crate::catalog::read::finding::Odd;

    #[test]
    fn a_language_is_a_tag_of_the_standard() {
        for tag in ["en", "en-US", "es-419", "zh-Hant", "zh-Hant-TW", "sl-rozaj", "de-1996", "x-own", "haw", "en-x-a1"]
        {
            assert!(is_language(tag), "{tag}");
        }
        for text in ["Englsh", "English", "en_US", "e", "en-", "en US", "en-U.S.", "", "12", "en; es"] {
            assert!(!is_language(text), "{text}");
        }
    }

    #[test]
    fn pages_go_forwards_and_are_several() {
        for pages in [
            "45-67",
            "120-8",
            "321-28",
            "1203-15",
            "e0123",
            "1001-62",
            "45-67, 170",
            "S12-S15",
            "vi-x",
            "8",
            "99-101",
            "",
        ] {
            assert_eq!(fault_of_pages(pages), None, "{pages}");
        }
        for pages in ["120-98", "1001-950", "2001-900", "20–18", "67-45", "45-67, 90-80"] {
            assert_eq!(fault_of_pages(pages), Some(Odd::Backwards), "{pages}");
        }
        for pages in ["8-8", "e5-e5", "8 – 8"] {
            assert_eq!(fault_of_pages(pages), Some(Odd::OnePage), "{pages}");
        }
    }

    #[test]
    fn hosts_that_nobody_reaches_or_that_look_like_others_are_found() {
        for host in [
            "localhost:8080",
            "127.0.0.1",
            "10.1.2.3:80",
            "192.168.0.1",
            "172.20.1.1",
            "a.local",
            "[::1]",
            "[fd00::1]:8",
        ] {
            assert!(is_local(host), "{host}");
        }
        for host in ["example.org", "172.32.0.1", "8.8.8.8", "localhost.org", "local.gov", "[2001:db8::1]"] {
            assert!(!is_local(host), "{host}");
        }
        for (host, letter) in [("exаmple.org", 'а'), ("www.gοοd.org", 'ο'), ("аре.com", 'а'), ("раураl.com:80", 'р')]
        {
            assert_eq!(look_alike(host), Some(letter), "{host}");
        }
        for host in ["example.org", "пример.рф", "münchen.de", "παράδειγμα.gr", "сайт.com", "例え.jp", "пример.com"]
        {
            assert_eq!(look_alike(host), None, "{host}");
        }
    }
}
