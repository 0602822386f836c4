//! Addresses in a text: as they work when they are followed.

use crate::catalog::{doi_address, href};

/// What a text of a column of addresses holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Found {
    /// Addresses, in their order.
    pub(super) addresses: Vec<String>,
    /// Whether it is an address that no page may follow, such as `javascript:`.
    pub(super) is_unsafe: bool,
}

/// Whether a text holds an address.
pub(super) fn is_address(text: &str) -> bool {
    !find(text).addresses.is_empty()
}

/// The addresses of a text.
pub(super) fn find(text: &str) -> Found {
    let text = text.trim().trim_start_matches('<').trim_end_matches('>').trim();
    let lower = text.get(..12).unwrap_or(text).to_ascii_lowercase();
    if ["javascript:", "data:", "vbscript:"].iter().any(|scheme| lower.starts_with(scheme)) {
        return Found { is_unsafe: true, ..Found::default() };
    }
    let found = |address: Option<String>| Found { addresses: address.into_iter().collect(), is_unsafe: false };
    if let Some(doi) = doi(text) {
        return found(Some(doi_address(doi)));
    }
    let n_schemes = text.matches("://").count();
    if n_schemes == 1 && (lower.starts_with("http://") || lower.starts_with("https://")) && !text.contains(['\n', '|'])
    {
        return found(whole(text));
    }
    if n_schemes > 0 {
        let parts = text.split(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '|'));
        let addresses = parts.filter_map(|part| {
            let start = part.find("http://").or_else(|| part.find("https://"))?;
            whole(part[start..].trim_end_matches([',', ';', '.', ')', ']']))
        });
        return Found { addresses: addresses.collect(), is_unsafe: false };
    }
    found(if is_host(text) { whole(&format!("https://{text}")) } else { None })
}

/// An address with its blanks encoded, where it can be followed; other signs stay as they were typed.
fn whole(text: &str) -> Option<String> {
    // A remark may stand behind an address; a blank inside one is a part of a path.
    let text = match text.split_once(' ') {
        Some((address, rest)) if !rest.contains(['/', '.']) && rest.contains(' ') => {
            address.trim_end_matches([',', ';'])
        }
        _ => text,
    };
    let address = text.replace(' ', "%20");
    href(&address).map(|_| address)
}

/// The DOI that a text is, without what stands before it.
fn doi(text: &str) -> Option<&str> {
    let text = ["doi:", "DOI:", "Doi:", "doi ", "DOI "]
        .iter()
        .find_map(|start| text.strip_prefix(start))
        .unwrap_or(text)
        .trim();
    let (registrant, suffix) = text.strip_prefix("10.")?.split_once('/')?;
    let is_registrant = registrant.len() >= 4 && registrant.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
    (is_registrant && !suffix.is_empty() && !text.contains(' ')).then_some(text)
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
