//! Web addresses that a user gives the command: they go into the page's policy and markup, so only what is one goes through.

use std::net::Ipv6Addr;

/// Reads an origin: `http` or `https`, a host and perhaps a port (RFC 6454; of CSP's host sources those that name one host).
/// The error says what is wrong with it.
pub(super) fn origin(text: &str) -> Result<String, String> {
    match split(text) {
        Some((origin, "")) => Ok(origin.to_ascii_lowercase()),
        Some((origin, _)) => Err(format!("write the origin alone: {}", origin.to_ascii_lowercase())),
        None => Err("write an origin, such as https://data.example.org or https://data.example.org:8443".to_owned()),
    }
}

/// Reads the address of a folder: an origin and a path of the characters that RFC 3986 (section 3.3) has for paths; with a slash
/// at its end. The error says what is wrong with it.
pub(super) fn folder(text: &str) -> Result<String, String> {
    let is_path = |c: char| c.is_ascii_alphanumeric() || "-._~!$()*+,;=:@/%".contains(c);
    let split = split(text).filter(|(_, path)| path.is_empty() || path.starts_with('/') && path.chars().all(is_path));
    let Some((origin, path)) = split else {
        return Err("write the address of the folder, such as https://www.example.org/explorer/".to_owned());
    };
    let path = path.trim_end_matches('/');
    if let Some((above, _)) = path.rsplit_once('/').filter(|(_, last)| last.to_ascii_lowercase().contains(".htm")) {
        return Err(format!("write the address of the folder, not of a page in it: {origin}{above}/"));
    }
    Ok(format!("{}{path}/", origin.to_ascii_lowercase()))
}

/// An origin, and what stands behind it; `None` where there is no origin.
fn split(text: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = text.split_once("://")?;
    let is_web = ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    let end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let (authority, _) = rest.split_at(end);
    let (host, port) = match authority.rsplit_once(':').filter(|_| !authority.ends_with(']')) {
        Some((host, port)) => (host, Some(port)),
        None => (authority, None),
    };
    let is_port =
        |port: &str| port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok_and(|port| port > 0);
    let is_host = match host.strip_prefix('[') {
        Some(address) => address.strip_suffix(']').is_some_and(|address| address.parse::<Ipv6Addr>().is_ok()),
        None => host.split('.').all(is_label),
    };
    (is_web && is_host && port.is_none_or(is_port)).then(|| text.split_at(text.len() - rest.len() + end))
}

/// Whether this is a part of a host's name, as DNS has them (RFC 1123, section 2.1; RFC 5890 for other scripts: `xn--…`).
fn is_label(label: &str) -> bool {
    let is_inner = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_';
    (1..=63).contains(&label.len()) && label.bytes().all(is_inner) && !label.starts_with('-') && !label.ends_with('-')
}

#[cfg(test)]
mod tests {
    use super::{folder, origin};

    #[test]
    fn an_origin_is_a_scheme_a_host_and_perhaps_a_port_and_nothing_else() {
        for (text, read) in [
            ("https://data.example.org", "https://data.example.org"),
            ("HTTPS://Data.Example.ORG:8443", "https://data.example.org:8443"),
            ("http://localhost:8080", "http://localhost:8080"),
            ("http://127.0.0.1", "http://127.0.0.1"),
            ("http://[::1]:80", "http://[::1]:80"),
            ("https://xn--bcher-kva.example", "https://xn--bcher-kva.example"),
        ] {
            assert_eq!(origin(text).as_deref(), Ok(read), "{text}");
        }
        for text in [
            "",
            "https://",
            "data.example.org",
            "https:data.example.org",
            "https://a.org\"><script>alert(1)</script>",
            "https://a.org; script-src *",
            "https://a.org 'unsafe-inline'",
            "https://a.org'",
            "https://a.org\n",
            " https://a.org",
            "https://user@a.org",
            "https://evil.example\\@a.org",
            "https://*.a.org",
            "*",
            "'self'",
            "data:",
            "javascript://a.org",
            "ftp://a.org",
            "file:///etc",
            "https://a..org",
            "https://-a.org",
            "https://a.org:",
            "https://a.org:+1",
            "https://a.org:65536",
            "https://[::1",
            "https://[g::1]",
            "https://bücher.example",
            "https://a.org/",
            "https://a.org/catalog.json",
            "https://a.org?x",
            "https://a.org#x",
        ] {
            assert!(origin(text).is_err(), "{text}");
        }
        assert_eq!(origin("https://A.org/").err().as_deref(), Some("write the origin alone: https://a.org"));
    }

    #[test]
    fn the_address_of_a_folder_ends_with_one_slash_and_holds_nothing_that_markup_or_a_policy_acts_on() {
        for (text, read) in [
            ("https://www.example.org", "https://www.example.org/"),
            ("https://www.example.org/explorer", "https://www.example.org/explorer/"),
            ("https://www.example.org/~ann/a%20b//", "https://www.example.org/~ann/a%20b/"),
        ] {
            assert_eq!(folder(text).as_deref(), Ok(read), "{text}");
        }
        for text in
            ["", "/explorer/", "https://a.org/\"x", "https://a.org/a b", "https://a.org/?q", "https://a.org/#", "x:y"]
        {
            assert!(folder(text).is_err(), "{text}");
        }
        let page = folder("https://a.org/cbe/index.html");
        assert!(page.is_err_and(|why| why.ends_with("in it: https://a.org/cbe/")));
    }
}
