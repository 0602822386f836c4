//! The record that a pasted text names: by its address, its DOI, the address of its own view in this page, or its id.
//!
//! Two addresses are the same when they differ in the scheme, in `www.`, in a slash at the end, in case, in a place within the
//! page, or in what trackers add. A DOI is compared as `doi.org` resolves it: its letters have no case (DOI Handbook, 2.4).

use std::cmp::Ordering;

use super::engine::Engine;
use super::fragment;
use crate::catalog::{Fingerprint, ResourceIdx};

/// The key of an address by which a page of this kind opens a record.
const OPEN: &str = "open";

/// Parameters that trackers add to an address.
const TRACKERS: [&str; 7] = ["fbclid", "gclid", "igshid", "mc_cid", "mc_eid", "msclkid", "yclid"];

/// What stands around a pasted address.
const AROUND: [char; 12] = ['<', '>', '"', '\u{201c}', '\u{201d}', '«', '»', '\'', ',', ';', '[', ']'];

/// The record that the whole of a text names, and whether it does so by an address.
pub(super) fn record_of(engine: &Engine, text: &str) -> Option<(ResourceIdx, bool)> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    if let Some(idx) = engine.find(text) {
        return Some((idx, false));
    }
    let text = text.trim_matches(AROUND);
    let bare = strip_prefix(text, "doi:").map_or(text, str::trim_start);
    let has_blank = bare.contains(char::is_whitespace);
    if has_blank && !bare.contains("://") {
        return None;
    }
    // Where browsers show a blank, an address has `%20`.
    let bare = bare.replace(' ', "%20");
    opened(engine, &bare).or_else(|| at_address(engine, &bare)).map(|idx| (idx, true))
}

/// The record that an address of a page like this one opens.
fn opened(engine: &Engine, text: &str) -> Option<ResourceIdx> {
    let (_, fragment) = text.split_once('#')?;
    let pairs = fragment::pairs(fragment);
    let (_, id) = pairs.into_iter().find(|(key, _)| key == OPEN)?;
    engine.find(&id)
}

/// The first record with an address; where the parameters of the address are not those of any, without them.
fn at_address(engine: &Engine, text: &str) -> Option<ResourceIdx> {
    let wanted = key(text)?;
    let whole = with_key(engine, &wanted);
    whole.or_else(|| with_key(engine, wanted.split_once('?')?.0))
}

fn with_key(engine: &Engine, wanted: &str) -> Option<ResourceIdx> {
    let wanted_hash = hash(wanted);
    let all = engine.addresses.get_or_init(|| hashed(engine));
    let from = all.partition_point(|(hash, _)| *hash < wanted_hash);
    let alike = all[from..].iter().take_while(|(hash, _)| *hash == wanted_hash).map(|(_, idx)| *idx);
    alike.filter(|idx| engine.store.url(*idx).and_then(key).as_deref() == Some(wanted)).min()
}

/// Every record that has an address, by the hash of what its address is compared by, in order.
fn hashed(engine: &Engine) -> Vec<(u64, ResourceIdx)> {
    let all = (0..).take(engine.store.len());
    let mut hashed: Vec<(u64, ResourceIdx)> =
        all.filter_map(|idx| Some((hash(&key(engine.store.url(idx)?)?), idx))).collect();
    hashed.sort_unstable_by(|a, b| a.0.cmp(&b.0).then(Ordering::Equal));
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
        return Some(format!("doi.org/{}", rest.to_lowercase()));
    }
    let (page, place) = rest.split_once('#').unwrap_or((rest, ""));
    let (page, parameters) = page.split_once('?').unwrap_or((page, ""));
    let page = page.trim_end_matches(['/', '.']).to_lowercase();
    let page = page.strip_prefix("www.").unwrap_or(&page);
    let (host, path) = page.split_once('/').unwrap_or((page, ""));
    let (name, ending) = host.rsplit_once('.')?;
    let is_host = !name.is_empty() && ending.len() > 1 && ending.chars().all(char::is_alphabetic);
    if !is_host {
        return None;
    }
    if host.strip_suffix("doi.org").is_some_and(|sub| sub.is_empty() || sub.ends_with('.')) {
        return Some(format!("doi.org/{path}"));
    }
    let is_tracker = |name: &str| name.starts_with("utm_") || TRACKERS.contains(&name);
    let own = parameters.split('&').filter(|pair| !is_tracker(pair.split('=').next().unwrap_or_default()));
    let own: Vec<String> = own.filter(|pair| !pair.is_empty()).map(str::to_lowercase).collect();
    let mut key = page.to_owned();
    if !own.is_empty() {
        key.push('?');
        key.push_str(&own.join("&"));
    }
    // In an application of one page the place is the page.
    if place.starts_with(['/', '!']) {
        key.push('#');
        key.push_str(&place.to_lowercase());
    }
    Some(key)
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
    use super::key;

    #[test]
    fn addresses_that_lead_to_the_same_page_compare_equal() {
        for same in [
            &["https://www.a.org/B/c/", "HTTP://a.org/B/c#part", "a.org/B/c?utm_source=x&fbclid=y", "a.org/b/c"][..],
            &["https://a.org/?id=7&utm_medium=m", "a.org?id=7"],
            &[
                "https://doi.org/10.1000/XYZ(1)",
                "10.1000/xyz(1)",
                "doi:10.1000/xyz(1)",
                "https://dx.doi.org/10.1000/xyz(1)",
            ],
        ] {
            assert!(same.iter().all(|address| key(address).is_some() && key(address) == key(same[0])), "{same:?}");
        }
        assert_ne!(key("a.org/?id=7"), key("a.org/?id=8"));
        assert_ne!(key("a.org/#/one"), key("a.org/#/two"));
        for text in ["", "seat", "K-12", "3.10", "U.S.", "10.5/x", "a.b", "seat.", "1.2.3", "#/?open=a"] {
            assert_eq!(key(text), None, "{text}");
        }
    }
}
