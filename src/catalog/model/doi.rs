//! DOIs: found in every form that catalogs write them, written as addresses.

use super::resource::{Resource, values};
use crate::text::{percent_decoded, push_percent};

/// The hosts of the resolver, present and former (DOI Handbook, section 3.8), and the host of the Handle System.
const RESOLVERS: [&str; 5] = ["doi.org", "dx.doi.org", "www.doi.org", "www.dx.doi.org", "hdl.handle.net"];
/// What publishers write between `/doi/` and a DOI, or behind it, for the form in which a work is shown.
const FORMS: [&str; 10] = ["full", "abs", "abstract", "pdf", "epdf", "pdfdirect", "pdfplus", "epub", "book", "reader"];
/// The most characters of a text in which a DOI is looked for, and the most prefixes that it has.
const MOST_CHARACTERS: usize = crate::limits::DOI_CHARS;
const MOST_PREFIXES: usize = 3;

/// How many digits a registrant has at least.
const REGISTRANT_DIGITS: usize = 4;
/// What stands before a DOI where it is no address: a label, and the namespaces of `info` (RFC 4452) and `urn`.
const NAMESPACES: [&str; 4] = ["doi:", "doi ", "info:doi/", "urn:doi:"];
/// The names that an own field or an unknown key for DOIs has.
const FIELDS: [&str; 2] = ["doi", "DOI"];

/// The DOI that a resource states: in its `doi`, in its address, or in a field of its own of that name.
pub fn stated_doi(resource: &Resource) -> Option<String> {
    let own = FIELDS.iter().flat_map(|field| [values(&resource.extra, field), values(&resource.other, field)]);
    let stated = resource.doi.as_deref().and_then(read_doi);
    stated
        .or_else(|| resource.url.as_deref().and_then(doi_of_address))
        .or_else(|| own.flatten().find_map(|text| read_doi(&text)))
}

/// The DOI in an address of the resolver or of a publisher or behind `doi:`, whatever the case, with percent signs read.
pub fn doi_of_address(text: &str) -> Option<String> {
    if text.chars().nth(MOST_CHARACTERS).is_some() {
        return None;
    }
    // `doi:https://doi.org/10…` and `https://doi.org/doi:10…` are written too.
    let mut path = behind_prefix(text)?;
    for _ in 1..MOST_PREFIXES {
        match behind_prefix(&path) {
            Some(behind) => path = behind,
            None => break,
        }
    }
    bare(&path)
}

/// The DOI that a text states, alone or in one of the forms of [`doi_of_address`].
pub(crate) fn read_doi(text: &str) -> Option<String> {
    doi_of_address(text).or_else(|| bare(text))
}

/// What stands behind `doi:`, or behind the host of an address, with percent signs read.
fn behind_prefix(text: &str) -> Option<String> {
    let text = text.trim();
    let behind = |prefix: &str| {
        let start = text.get(..prefix.len()).filter(|start| start.eq_ignore_ascii_case(prefix));
        start.map(|_| &text[prefix.len()..])
    };
    if let Some(rest) = NAMESPACES.iter().find_map(|namespace| behind(namespace)) {
        return Some(percent_decoded(rest.trim_start().trim_start_matches('/'), b""));
    }
    let rest = ["https://", "http://", "//"].iter().find_map(|scheme| behind(scheme)).unwrap_or(text);
    // The query and the fragment are of the address, not of the DOI.
    let (host, path) = rest.split(['?', '#']).next()?.split_once('/')?;
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let host = host.rsplit_once(':').filter(|(_, port)| is_port(port)).map_or(host, |(host, _)| host);
    if RESOLVERS.iter().any(|resolver| host.eq_ignore_ascii_case(resolver)) {
        return Some(percent_decoded(path.trim_start_matches('/'), b""));
    }
    let is_host = host.rsplit_once('.').is_some_and(|(_, top)| top.starts_with(|c: char| c.is_ascii_alphabetic()));
    if is_host { in_path(path).or_else(|| behind_kind(path)).map(|doi| percent_decoded(doi, b"")) } else { None }
}

/// The DOI in the path of a publisher: behind a segment that is `doi` and nothing else.
fn in_path(path: &str) -> Option<&str> {
    let is_form = |segment: &str| FORMS.iter().any(|form| segment.eq_ignore_ascii_case(form));
    let mut rest = path;
    loop {
        let (segment, behind) = rest.split_once('/')?;
        rest = behind;
        if segment.eq_ignore_ascii_case("doi") {
            break;
        }
    }
    let doi = rest.split_once('/').filter(|(segment, _)| is_form(segment)).map_or(rest, |(_, behind)| behind);
    let shown = doi.rsplit_once('/').filter(|(before, last)| before.contains('/') && is_form(last));
    let doi = shown.map_or(doi, |(before, _)| before);
    doi.starts_with("10.").then_some(doi)
}

/// What publishers call a work in the path before its DOI: `link.springer.com/article/10.1007/…`.
const KINDS: [&str; 8] =
    ["article", "articles", "chapter", "book", "content", "document", "referenceworkentry", "protocol"];

/// The DOI in the path of a publisher: behind a segment that says what the work is, without a form or the ending of a file behind it.
fn behind_kind(path: &str) -> Option<&str> {
    let (kind, mut rest) = path.split_once('/')?;
    KINDS.contains(&kind).then_some(())?;
    rest = rest.strip_prefix("pdf/").unwrap_or(rest);
    let rest = rest.strip_suffix(".pdf").unwrap_or(rest);
    let (registrant, suffix) = rest.split_once('/')?;
    let end = suffix
        .find('/')
        .filter(|at| FORMS.contains(&&suffix[at + 1..]))
        .map_or(rest.len(), |at| registrant.len() + 1 + at);
    rest.starts_with("10.").then_some(&rest[..end])
}

/// A DOI that stands alone: `10.`, a registrant of digits and points, a slash, a suffix (ISO 26324; DOI Handbook, section 2.2).
/// Signs of a sentence behind it are no part of it.
fn bare(text: &str) -> Option<String> {
    let mut doi = text.trim();
    let registrant = doi.strip_prefix("10.")?.split_once('/')?.0;
    let is_number = registrant.find('.').unwrap_or(registrant.len()) >= REGISTRANT_DIGITS
        && registrant.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    let is_outside = |c: char| c.is_whitespace() || c.is_control();
    if !is_number || doi.chars().nth(MOST_CHARACTERS).is_some() || doi.contains(is_outside) {
        return None;
    }
    // How many more brackets are closed than opened, of each kind.
    let mut n_closed = [('(', ')'), ('[', ']'), ('<', '>')]
        .map(|(open, close)| (close, doi.matches(close).count().saturating_sub(doi.matches(open).count())));
    while let Some(last) = doi.chars().next_back() {
        match n_closed.iter_mut().find(|(close, _)| *close == last) {
            Some((_, n @ 1..)) => *n -= 1,
            None if ".,;:\"'”’/".contains(last) => {}
            _ => break,
        }
        doi = &doi[..doi.len() - last.len_utf8()];
    }
    doi.split_once('/').filter(|(_, suffix)| !suffix.is_empty()).map(|_| doi.to_owned())
}

/// The address of a DOI: signs that an address may not have are percent and number (DOI Handbook, section 2.5.2).
pub fn doi_address(doi: &str) -> String {
    let mut address = String::from("https://doi.org/");
    for c in doi.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && !"-._~/:;()!$&'*+,=@".contains(c) {
            push_percent(&mut address, u8::try_from(c).unwrap_or(0));
        } else {
            address.push(c);
        }
    }
    address
}

#[cfg(test)]
mod tests {
    use super::{doi_address, doi_of_address, read_doi};

    fn of(url: &str) -> Option<String> {
        doi_of_address(url)
    }

    #[test]
    fn a_doi_behind_the_kind_of_a_work_in_the_path_of_its_publisher_is_one() {
        for path in [
            "article/10.1007/s11092-019-09304-y",
            "content/pdf/10.1007/s11092-019-09304-y.pdf",
            "articles/10.1007/s11092-019-09304-y/full",
        ] {
            let url = format!("https://link.springer.com/{path}");
            assert_eq!(of(&url).as_deref(), Some("10.1007/s11092-019-09304-y"), "{path}");
        }
        assert_eq!(of("https://link.springer.com/journal/10.1007/12345"), None);
        assert_eq!(of("https://example.org/article/1007/abc"), None);
    }

    #[test]
    fn a_doi_is_found_in_every_form_of_the_resolver() {
        for url in [
            "https://doi.org/10.1000/xyz126",
            "http://doi.org/10.1000/xyz126",
            "https://www.doi.org/10.1000/xyz126",
            "https://dx.doi.org/10.1000/xyz126",
            "http://www.dx.doi.org/10.1000/xyz126",
            "HTTPS://DOI.ORG/10.1000/xyz126",
            "doi:10.1000/xyz126",
            "DOI: 10.1000/xyz126",
            "DOI 10.1000/xyz126",
            "info:doi/10.1000/xyz126",
            "urn:doi:10.1000/xyz126",
            "doi:https://doi.org/10.1000/xyz126",
            "https://doi.org/doi:10.1000/xyz126",
            "https://doi.org/10.1000%2Fxyz126",
            "https://doi.org/10.1000/xyz126.",
            "https://doi.org/10.1000/xyz126)",
            "https://doi.org/10.1000/xyz126?utm_source=x#top",
            " doi.org/10.1000/xyz126 ",
        ] {
            assert_eq!(of(url).as_deref(), Some("10.1000/xyz126"), "{url}");
        }
        assert_eq!(of("https://doi.org/10.1002/(SICI)1097(1)").as_deref(), Some("10.1002/(SICI)1097(1)"));
        for url in [
            "https://example.org/10.1000/x",
            "https://doi.org/",
            "doi:11.1/x",
            "https://doi.org/10.1000/",
            "10.1000/x y",
        ] {
            assert_eq!(of(url), None, "{url}");
        }
    }

    #[test]
    fn a_doi_is_found_in_the_path_of_a_publisher_at_any_port_and_at_the_handle_server() {
        for url in [
            "https://doi.org:443/10.1002/abc",
            "http://dx.doi.org:80/10.1002/abc",
            "https://hdl.handle.net/10.1002/abc",
            "hdl.handle.net/10.1002/abc",
            "https://onlinelibrary.wiley.com/doi/10.1002/abc",
            "https://onlinelibrary.wiley.com/doi/10.1002/abc/full",
            "https://journals.example.org/doi/full/10.1002/abc?af=R",
            "https://journals.example.org:8443/doi/abs/10.1002%2Fabc",
            "https://journals.example.org/stable/doi/pdf/10.1002/abc#page=2",
        ] {
            assert_eq!(of(url).as_deref(), Some("10.1002/abc"), "{url}");
        }
        assert_eq!(of("https://example.org/doi/10.1002/a/b").as_deref(), Some("10.1002/a/b"));
        for url in [
            "https://example.org/dois/10.1002/abc",
            "https://example.org/my-doi/10.1002/abc",
            "https://example.org/doi/about/10.1002/abc",
            "https://example.org/doi/10.1002",
            "https://example.org/x?to=/doi/10.1002/abc",
            "https://hdl.handle.net/10986/1234",
            "https://doi.org.example.org/10.1002/abc",
        ] {
            assert_eq!(of(url), None, "{url}");
        }
    }

    #[test]
    fn a_doi_has_three_prefixes_and_2048_characters_at_most() {
        let in_field = |text: String| read_doi(&text);
        let own = "10.1000/abc";
        assert_eq!(in_field(format!("{}{own}", "doi:".repeat(3))).as_deref(), Some(own));
        assert_eq!(in_field(format!("{}{own}", "doi:".repeat(4))), None);
        assert_eq!(in_field(format!("{}{own}", "doi:".repeat(20_000))), None);
        assert_eq!(in_field(format!("{own}{}", ")]>".repeat(600))).as_deref(), Some(own));
        assert_eq!(in_field(format!("10.1000/(a[b]<c>){}", ")".repeat(600))).as_deref(), Some("10.1000/(a[b]<c>)"));
        assert_eq!(in_field(format!("{own}{}", ")".repeat(20_000))), None);
        assert_eq!(in_field(format!("10.1000/{}", "a".repeat(2048 - 8))).map(|doi| doi.len()), Some(2048));
        assert_eq!(in_field(format!("10.1000/{}", "a".repeat(2048 - 7))), None);
    }

    #[test]
    fn the_address_of_a_doi_leads_to_it_again() {
        for doi in ["10.1000/a<b>c", "10.1000/a#b?c", "10.1000/a%b", "10.1002/(SICI)1(1)", "10.1000/é"] {
            assert_eq!(of(&doi_address(doi)).as_deref(), Some(doi));
        }
    }
}
