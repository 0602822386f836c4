//! DOIs: found in every form that catalogs write them, written as addresses.

use super::escape::percent_byte;
use crate::catalog::{Resource, values};

/// The hosts of the resolver, with what they were called before (DOI Handbook, section 3.8).
const RESOLVERS: [&str; 4] = ["doi.org/", "dx.doi.org/", "www.doi.org/", "www.dx.doi.org/"];

/// The names that a field for DOIs has.
const FIELDS: [&str; 2] = ["doi", "DOI"];

/// The DOI of a resource: from its address, or from a field of its own of that name. Not from its sources: those are other works.
pub(super) fn doi(resource: &Resource) -> Option<String> {
    let own = FIELDS.iter().flat_map(|field| [values(&resource.extra, field), values(&resource.other, field)]);
    resource
        .url
        .as_deref()
        .and_then(parse)
        .or_else(|| own.flatten().find_map(|text| parse(&text).or_else(|| bare(&text))))
}

/// The DOI in an address of the resolver or behind `doi:`, whatever the case, with percent signs read.
fn parse(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text.to_ascii_lowercase();
    let behind = |prefix: &str| lower.starts_with(prefix).then(|| &text[prefix.len()..]);
    let scheme = ["https://", "http://", "//"].iter().find_map(|scheme| behind(scheme));
    let rest = scheme.unwrap_or(text);
    let path = RESOLVERS.iter().find_map(|host| {
        rest.to_ascii_lowercase().starts_with(host).then(|| rest[host.len()..].trim_start_matches('/'))
    });
    // The query and the fragment are of the address, not of the DOI.
    let path = path.map(|path| path.split(['?', '#']).next().unwrap_or_default());
    let path = path.or_else(|| behind("doi:").map(str::trim_start).map(|rest| rest.trim_start_matches('/')))?;
    // `doi:https://doi.org/10…` and `https://doi.org/doi:10…` are written too.
    let path = decoded(path);
    parse(&path).or_else(|| bare(&path))
}

/// A DOI that stands alone: `10.`, a registrant of digits and points, a slash, a suffix (ISO 26324; DOI Handbook, section 2.2).
/// Signs of a sentence behind it are no part of it.
fn bare(text: &str) -> Option<String> {
    let mut doi = text.trim();
    let registrant = doi.strip_prefix("10.")?.split_once('/')?.0;
    let is_number =
        registrant.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !is_number || doi.contains(|c: char| c.is_whitespace() || c.is_control()) {
        return None;
    }
    loop {
        let open = |open: char, close: char| doi.matches(open).count() < doi.matches(close).count();
        let last = doi.chars().next_back()?;
        let is_outside = match last {
            '.' | ',' | ';' | ':' | '"' | '\'' | '”' | '’' | '/' => true,
            ')' => open('(', ')'),
            ']' => open('[', ']'),
            '>' => open('<', '>'),
            _ => false,
        };
        if !is_outside {
            break;
        }
        doi = &doi[..doi.len() - last.len_utf8()];
    }
    doi.split_once('/').filter(|(_, suffix)| !suffix.is_empty()).map(|_| doi.to_owned())
}

/// The address of a DOI: signs that an address may not have are percent and number (DOI Handbook, section 2.5.2).
pub(super) fn doi_address(doi: &str) -> String {
    let mut address = String::from("https://doi.org/");
    for c in doi.chars() {
        if c.is_ascii() && !c.is_ascii_alphanumeric() && !"-._~/:;()!$&'*+,=@".contains(c) {
            percent_byte(&mut address, u8::try_from(c).unwrap_or(0));
        } else {
            address.push(c);
        }
    }
    address
}

/// A text with its percent signs read, as far as they are UTF-8.
fn decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let (mut out, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while at < bytes.len() {
        let hex =
            text.get(at + 1..at + 3).filter(|_| bytes[at] == b'%').and_then(|hex| u8::from_str_radix(hex, 16).ok());
        out.push(hex.unwrap_or(bytes[at]));
        at += if hex.is_some() { 3 } else { 1 };
    }
    String::from_utf8(out).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Resource, doi, doi_address};

    fn of(url: &str) -> Option<String> {
        doi(&Resource { url: Some(url.to_owned()), ..Resource::default() })
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
    fn a_doi_is_found_in_a_field_of_its_own() {
        let extra = serde_json::json!({"doi": "10.1000/abc"});
        let other = serde_json::json!({"DOI": "https://doi.org/10.1000/abc"});
        for (extra, other) in [(Some(&extra), None), (None, Some(&other))] {
            let map =
                |value: Option<&serde_json::Value>| value.and_then(|v| v.as_object().cloned()).unwrap_or_default();
            let resource = Resource { extra: map(extra), other: map(other), ..Resource::default() };
            assert_eq!(doi(&resource).as_deref(), Some("10.1000/abc"));
        }
    }

    #[test]
    fn the_address_of_a_doi_leads_to_it_again() {
        for doi in ["10.1000/a<b>c", "10.1000/a#b?c", "10.1000/a%b", "10.1002/(SICI)1(1)", "10.1000/é"] {
            assert_eq!(of(&doi_address(doi)).as_deref(), Some(doi));
        }
    }
}
