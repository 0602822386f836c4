//! Addresses in a text: as they work when they are followed.

use crate::catalog::{doi_address, href, read_doi};

/// What a text of a column of addresses holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct Found {
    /// Addresses, in their order.
    pub(in crate::import) addresses: Vec<String>,
    /// Whether it is an address that no page may follow, such as `javascript:`.
    pub(in crate::import) is_unsafe: bool,
    /// Whether a remark stands behind the address.
    pub(in crate::import) has_remark: bool,
}

/// Whether a text holds an address.
pub(in crate::import) fn is_address(text: &str) -> bool {
    !find(text).addresses.is_empty()
}

/// The address that markup leads to, in which blanks are its own.
pub(in crate::import) fn exact(text: &str) -> Vec<String> {
    let text = text.trim();
    let is_web = text.starts_with("http://") || text.starts_with("https://");
    let address = if is_web && text.matches("://").count() == 1 { whole(text) } else { None };
    address.map_or_else(|| find(text).addresses, |address| vec![address])
}

/// The addresses of a text.
pub(in crate::import) fn find(text: &str) -> Found {
    let text = text.trim().trim_start_matches('<').trim_end_matches('>').trim();
    let lower = text.get(..12).unwrap_or(text).to_ascii_lowercase();
    if ["javascript:", "data:", "vbscript:"].iter().any(|scheme| lower.starts_with(scheme)) {
        return Found { is_unsafe: true, ..Found::default() };
    }
    let found = |address: Option<String>| Found { addresses: address.into_iter().collect(), ..Found::default() };
    if is_doi(&lower)
        && let Some(doi) = read_doi(text)
    {
        return found(Some(doi_address(&doi)));
    }
    let n_schemes = text.matches("://").count();
    if n_schemes == 1 && (lower.starts_with("http://") || lower.starts_with("https://")) && !text.contains(['\n', '|'])
    {
        let address = without_remark(text);
        return Found { has_remark: address.len() < text.len(), ..found(whole(address.trim_end_matches([',', ';']))) };
    }
    if n_schemes > 0 {
        let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '|'));
        let addresses = parts.filter_map(|part| {
            let start = part.find("http://").or_else(|| part.find("https://"))?;
            whole(part[start..].trim_end_matches([',', ';', '.', ')', ']']))
        });
        return Found { addresses: addresses.collect(), ..Found::default() };
    }
    found(if is_host(text) { whole(&format!("https://{text}")) } else { None })
}

/// An address with its blanks encoded, where it can be followed; other signs stay as they were typed.
fn whole(text: &str) -> Option<String> {
    let address = text.replace(' ', "%20");
    href(&address).map(|_| address)
}

/// An address without the remark behind it. A blank is a part of its path where the ending of a file or more of the path follows.
fn without_remark(text: &str) -> &str {
    let Some(first) = text.find(' ') else { return text };
    let ends = || text.match_indices(' ').map(|(at, _)| at).chain([text.len()]);
    let ends_file = |end: &usize| {
        let name = text[..*end].trim_end_matches([',', ';', ')']).rsplit('/').next().unwrap_or_default();
        name.rsplit_once('.').is_some_and(|(_, ending)| is_file(&ending.to_ascii_lowercase()))
    };
    if let Some(end) = ends().find(ends_file) {
        return &text[..end];
    }
    // `3/5/2020` is a date, `folder/page` more of the path.
    let is_path = |word: &str| word.contains('/') && word.contains(char::is_alphabetic) && !word.starts_with('(');
    let words = text.match_indices(' ').map(|(at, _)| (at + 1, text[at + 1..].split(' ').next().unwrap_or_default()));
    let last = words.filter(|(_, word)| is_path(word)).map(|(at, word)| at + word.len()).next_back();
    &text[..last.unwrap_or(first)]
}

/// Whether a text in lower case begins as a DOI does that is no address.
fn is_doi(lower: &str) -> bool {
    ["10.", "doi:", "doi ", "info:doi/", "urn:doi:"].iter().any(|start| lower.starts_with(start))
}

/// Whether a text begins with the name of a host: `www.example.org`, `example.org/c`.
fn is_host(text: &str) -> bool {
    let host = text.split('/').next().unwrap_or(text);
    let Some((name, last)) = host.rsplit_once('.') else { return false };
    let is_known = text.contains('/') || host.starts_with("www.") || name.contains('.') || last.len() <= 3;
    let is_label = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.');
    is_known
        && (2..=10).contains(&last.len())
        && last.bytes().all(|byte| byte.is_ascii_lowercase())
        && !name.is_empty()
        && name.contains(char::is_alphabetic)
        && host.chars().all(is_label)
        && !text.contains(char::is_whitespace)
        && (text.contains('/') || !is_file(last))
}

/// Whether a word behind a point is the ending of a file.
fn is_file(ending: &str) -> bool {
    ["pdf", "doc", "docx", "xls", "xlsx", "csv", "txt", "zip", "ppt", "pptx", "odt", "ods", "jpg", "png", "md"]
        .contains(&ending)
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn addresses_are_found_in_many_forms() {
        for (text, addresses) in [
            ("https://example.org/a", &["https://example.org/a"][..]),
            ("www.example.org/b", &["https://www.example.org/b"]),
            ("example.org/c", &["https://example.org/c"]),
            ("10.5555/abc.123", &["https://doi.org/10.5555/abc.123"]),
            ("doi:10.5555/ABC.124", &["https://doi.org/10.5555/ABC.124"]),
            (
                "Press page: https://example.org/f, see also https://example.org/f2",
                &["https://example.org/f", "https://example.org/f2"],
            ),
            ("https://example.org/p ath/with space.pdf", &["https://example.org/p%20ath/with%20space.pdf"]),
            ("<https://example.org/j>", &["https://example.org/j"]),
            ("COLORED MAPS - The Night Archive", &[]),
            ("javascript:alert(1)", &[]),
            ("\\\\server\\share\\file.pdf", &[]),
            ("mailto:oda@example.com", &[]),
            ("report.pdf", &[]),
            ("Mr. Smith", &[]),
        ] {
            assert_eq!(find(text).addresses, addresses, "{text}");
        }
        assert!(find("JavaScript:alert(1)").is_unsafe);
    }
}
