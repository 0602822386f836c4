//! Addresses that may become links.
//!
//! Only `http`, `https` and `mailto` ever do, and `doi:`, which is resolved to https. Anything else stays text: a catalog
//! may come from anywhere, and a `javascript:` address must never reach a page as a link.

/// Where a link made of this text leads, or `None` when it must not be a link.
pub fn href(text: &str) -> Option<String> {
    let text = text.trim();
    leads(text).then(|| match text.split_once(':') {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("doi") => format!("https://doi.org/{rest}"),
        _ => text.to_owned(),
    })
}

/// Whether a text without blanks around it may be a link.
pub(super) fn leads(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic());
    if !is_plain && text.chars().any(|c| c.is_control() || c.is_whitespace()) {
        return false;
    }
    let Some((scheme, rest)) = text.split_once(':') else { return false };
    let is = |name: &str| scheme.eq_ignore_ascii_case(name);
    if is("http") || is("https") {
        rest.strip_prefix("//").is_some_and(|host| !host.is_empty())
    } else if is("mailto") {
        rest.contains('@')
    } else {
        is("doi") && rest.starts_with("10.")
    }
}

/// The host of an http(s) address without `www.`, to show where a link leads.
pub fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next()?;
    let host = host.rsplit('@').next()?;
    Some(host.strip_prefix("www.").unwrap_or(host))
}

#[cfg(test)]
mod tests {
    use super::{host, href};

    #[track_caller]
    fn check(text: &str, link: Option<&str>) {
        assert_eq!(href(text).as_deref(), link, "{text}");
    }

    #[test]
    fn only_web_mail_and_doi_addresses_become_links() {
        check("https://example.org/a?b=c#d", Some("https://example.org/a?b=c#d"));
        check(" HTTP://example.org ", Some("HTTP://example.org"));
        check("mailto:someone@example.org", Some("mailto:someone@example.org"));
        check("doi:10.1000/182", Some("https://doi.org/10.1000/182"));
        for text in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "example.org",
            "https://",
            "https:example.org",
            "//example.org",
            "https://a b",
            "mailto:nobody",
            "",
            "vbscript:x",
            "doi:abc",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn the_host_is_what_a_reader_recognizes() {
        assert_eq!(host("https://www.example.org/a/b"), Some("example.org"));
        assert_eq!(host("http://user@example.org:80?x"), Some("example.org:80"));
        assert_eq!(host("mailto:a@b"), None);
    }
}
