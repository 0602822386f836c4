//! The record that a pasted text names: by its address, its DOI, an identifier in its address, the address of its own view in this page, or its
//! id.
//!
//! Two addresses are the same when they differ in the scheme, in `www.`, in the case of the host, in a port that is the default,
//! in what is percent-encoded, in a slash at the end, in a place within the page, or in what trackers add. The case of path and
//! parameters counts, and so does every other parameter: they name another page (RFC 3986, 6.2.2 and 6.2.3). A DOI is compared as
//! `doi.org` resolves it: its letters have no case (DOI Handbook, 2.4).

use super::url;
use crate::catalog::{Fingerprint, ResourceIdx};
use crate::explore::engine::Engine;
use crate::text::percent_decoded;

/// The key of an address by which a page of this kind opens a record.
const OPEN: &str = "open";

/// Parameters that trackers add to an address.
const TRACKERS: [&str; 12] =
    ["fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid", "yclid", "_ga", "_gl", "_hsenc", "_hsmi", "mkt_tok"];

/// Encoded signs that stay so in an address: decoded they would part it (RFC 3986, 2.2).
const PARTING: &[u8] = b"/?#&=+%";

/// The digits of an identifier, at least.
const DIGITS_OF_IDENTIFIER: usize = 5;

/// What stands around a pasted address.
const AROUND: [char; 12] = ['<', '>', '"', '\u{201c}', '\u{201d}', '«', '»', '\'', ',', ';', '[', ']'];

/// The record that the whole of a text names, and whether it does so by an address.
pub(in crate::explore) fn record_of(engine: &Engine, text: &str) -> Option<(ResourceIdx, bool)> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if let Some(idx) = engine.find(text) {
        return Some((idx, false));
    }
    let text = unwrapped(text);
    let bare = strip_prefix(text, "doi:").map_or(text, str::trim_start);
    let has_blank = bare.contains(char::is_whitespace);
    if has_blank && !bare.contains("://") {
        return None;
    }
    // Where browsers show a blank, an address has `%20`.
    let bare = bare.replace(' ', "%20");
    let by_identifier = || with_key(engine, &identifier(&bare)?);
    opened(engine, &bare).or_else(|| at_address(engine, &bare)).or_else(by_identifier).map(|idx| (idx, true))
}

/// The record that an address of a page like this one opens.
fn opened(engine: &Engine, text: &str) -> Option<ResourceIdx> {
    let (_, fragment) = text.split_once('#')?;
    let pairs = url::pairs(fragment);
    let (_, id) = pairs.into_iter().find(|(key, _)| key == OPEN)?;
    engine.find(&id)
}

/// The first record with an address.
fn at_address(engine: &Engine, text: &str) -> Option<ResourceIdx> {
    with_key(engine, &key(text)?)
}

/// A text without the signs around it; a closing bracket whose opening one is within the text is its own.
fn unwrapped(text: &str) -> &str {
    let mut text = text;
    loop {
        let mut inner = text.trim_matches(AROUND).trim_start_matches('(');
        let n_of = |sign: char| inner.matches(sign).count();
        if let Some(rest) = inner.trim_end_matches('.').strip_suffix(')').filter(|_| n_of(')') > n_of('(')) {
            inner = rest;
        }
        if inner.len() == text.len() {
            return text;
        }
        text = inner;
    }
}

fn with_key(engine: &Engine, wanted: &str) -> Option<ResourceIdx> {
    let wanted_hash = hash(wanted);
    let all = engine.addresses.get_or_init(|| hashed(engine));
    let from = all.partition_point(|(hash, _)| *hash < wanted_hash);
    let alike = all[from..].iter().take_while(|(hash, _)| *hash == wanted_hash).map(|(_, idx)| *idx);
    alike.filter(|idx| keys(engine, *idx).any(|key| key == wanted)).min()
}

/// What the address and the DOI of a record are compared by.
fn keys(engine: &Engine, idx: ResourceIdx) -> impl Iterator<Item = String> {
    let url = engine.store.url(idx);
    let parts = url.unwrap_or_default().split(['/', '?', '&', '=', '#', '.']).filter_map(identifier);
    [url, engine.store.doi(idx)].into_iter().flatten().filter_map(key).chain(parts)
}

/// What an identifier within an address is compared by, as ERIC, libraries and legislatures give them: letters, and more than a year behind
/// them (`ED561286`, `HB20-1345`).
fn identifier(text: &str) -> Option<String> {
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (first, rest) = text.split_at(letters);
    let n_digits = rest.bytes().filter(u8::is_ascii_digit).count();
    let is_one = (1..=4).contains(&first.len())
        && (DIGITS_OF_IDENTIFIER..=16).contains(&n_digits)
        && rest.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    is_one.then(|| text.to_ascii_lowercase())
}

/// Every record that has an address or a DOI, by the hashes of what these are compared by, in order.
fn hashed(engine: &Engine) -> Vec<(u64, ResourceIdx)> {
    let all = (0..).take(engine.store.len());
    let mut hashed: Vec<(u64, ResourceIdx)> =
        all.flat_map(|idx| keys(engine, idx).map(move |key| (hash(&key), idx))).collect();
    hashed.sort_unstable();
    hashed
}

fn hash(key: &str) -> u64 {
    Fingerprint::of(key.as_bytes()).hash
}

/// What an address is compared by; `None` for a text that is none.
fn key(address: &str) -> Option<String> {
    let address = strip_prefix(address.trim(), "doi:").unwrap_or(address.trim());
    let rest = ["https://", "http://"].iter().find_map(|scheme| strip_prefix(address, scheme)).unwrap_or(address);
    if is_doi(rest) {
        return Some(format!("doi.org/{}", percent_decoded(rest, b"").to_lowercase()));
    }
    let (page, place) = rest.split_once('#').unwrap_or((rest, ""));
    let (page, parameters) = page.split_once('?').unwrap_or((page, ""));
    let page = page.trim_end_matches(['/', '.']);
    let (host, path) = page.split_once('/').unwrap_or((page, ""));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let host = [":443", ":80"].iter().find_map(|port| host.strip_suffix(port)).unwrap_or(host);
    if !is_host(host) {
        return None;
    }
    if host.strip_suffix("doi.org").is_some_and(|sub| sub.is_empty() || sub.ends_with('.')) {
        return Some(format!("doi.org/{}", percent_decoded(path, b"").to_lowercase()));
    }
    let mut key = host.to_owned();
    if !path.is_empty() {
        key.push('/');
        key.push_str(&percent_decoded(path, PARTING));
    }
    let own = parameters.split('&').filter(|pair| !pair.is_empty() && !is_tracker(host, pair));
    for (n, pair) in own.enumerate() {
        key.push(if n == 0 { '?' } else { '&' });
        key.push_str(&percent_decoded(pair, PARTING));
    }
    // In an application of one page the place is the page.
    if place.starts_with(['/', '!']) {
        key.push('#');
        key.push_str(&percent_decoded(place, PARTING));
    }
    Some(key)
}

/// Whether a text in lower case is the name of a host, with a port or without.
fn is_host(text: &str) -> bool {
    let name = match text.rsplit_once(':') {
        Some((name, port)) if !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit()) => name,
        _ => text,
    };
    let ends = |(name, ending): (&str, &str)| {
        !name.is_empty() && ending.chars().nth(1).is_some() && ending.chars().all(char::is_alphabetic)
    };
    name.rsplit_once('.').is_some_and(ends)
}

/// Whether a parameter was added by a tracker: `si` is that of shared videos.
fn is_tracker(host: &str, pair: &str) -> bool {
    let name = pair.split('=').next().unwrap_or_default().to_ascii_lowercase();
    let is_shared = || name == "si" && (host == "youtu.be" || host.ends_with("youtube.com"));
    name.starts_with("utm_") || TRACKERS.contains(&name.as_str()) || is_shared()
}

/// Whether a text is a DOI without its resolver: `10.`, digits, a slash, a name (DOI Handbook, 2.2).
fn is_doi(text: &str) -> bool {
    let Some((registrant, name)) = text.strip_prefix("10.").and_then(|rest| rest.split_once('/')) else { return false };
    let is_registrant = registrant.len() >= 4 && registrant.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    is_registrant && !name.is_empty()
}

/// A text without its beginning, whatever the case of that.
fn strip_prefix<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let begins = text.get(..prefix.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(prefix));
    begins.then(|| &text[prefix.len()..])
}

#[cfg(test)]
mod tests {
    use super::{identifier, key};

    #[test]
    fn an_identifier_has_letters_and_more_than_a_year() {
        for (text, is_one) in [
            ("ED561286", true),
            ("ej1234567", true),
            ("HB20-1345", true),
            ("K12", false),
            ("2018", false),
            ("20180612", false),
            ("CBE2018", false),
            ("report20180612", false),
            ("ED561286.pdf", false),
            ("é12345", false),
        ] {
            assert_eq!(identifier(text).is_some(), is_one, "{text}");
        }
    }

    #[test]
    fn addresses_that_lead_to_the_same_page_compare_equal() {
        for same in [
            &["https://www.a.org/B/c/", "HTTP://a.org/B/c#part", "a.org/B/c?utm_source=x&fbclid=y", "A.org:443/B/c"][..],
            &["https://a.org/?id=7&utm_medium=m", "a.org?id=7"],
            &["https://a.org/café b", "a.org/caf%C3%A9%20b", "a.org/caf%c3%a9 b"],
            &["https://youtu.be/aB?si=x", "youtu.be/aB"],
            &[
                "https://doi.org/10.1000/XYZ(1)",
                "10.1000/xyz(1)",
                "https://doi.org/10.1000%2Fxyz%281%29",
                "doi:10.1000/xyz(1)",
                "https://dx.doi.org/10.1000/xyz(1)",
            ],
        ] {
            assert!(same.iter().all(|address| key(address).is_some() && key(address) == key(same[0])), "{same:?}");
        }
        assert_ne!(key("a.org/?id=7"), key("a.org/?id=8"));
        for [one, other] in [
            ["a.org/B", "a.org/b"],
            ["a.org?V=x", "a.org?V=X"],
            ["a.org/a%2Fb", "a.org/a/b"],
            ["a.org:8443/x", "a.org/x"],
            ["a.org/%FF", "a.org/%FE"],
        ] {
            assert!(key(one).is_some() && key(one) != key(other), "{one} {other}");
        }
        assert_ne!(key("a.org/#/one"), key("a.org/#/two"));
        for text in ["", "seat", "K-12", "3.10", "U.S.", "10.5/x", "a.b", "seat.", "1.2.3", "#/?open=a"] {
            assert_eq!(key(text), None, "{text}");
        }
    }
}
