//! Addresses that may become links.
//!
//! Only `http`, `https` and `mailto` ever do, and `doi:`, which is resolved to https. Anything else stays text: a catalog
//! may come from anywhere, and a `javascript:` address must never reach a page as a link. Where an http(s) address leads is read as
//! browsers read it (WHATWG URL Standard, "URL parsing"), and what they would read in another form than it is written stands in
//! theirs: `https://evil.example\@good.example/` leads to `evil.example`, and says so.

use std::borrow::Cow;

use crate::text::{is_invisible, push_percent};

/// Why a text is no address that may become a link.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LinkError {
    /// No scheme stands in front.
    NoScheme,
    /// Another scheme than those that become links.
    Scheme(String),
    /// No `//` stands behind `http:` or `https:`; browsers take the rest for a path of the page at hand. Holds the scheme.
    NoSlashes(String),
    /// There is no host.
    NoHost,
    /// This can't be a host.
    BadHost(String),
    /// A second address stands behind the first.
    Two,
    /// A mail address has no `@`.
    NotMail,
    /// A DOI begins with `10.` and has no blanks.
    NotDoi,
}

/// Where a link made of this text leads, or `None` when it must not be a link: it is no address, or more than an address.
pub fn href(text: &str) -> Option<String> {
    let text = text.trim();
    if text.chars().any(|c| c.is_control() || c.is_whitespace()) || starts_host(text) {
        return None;
    }
    let address = read(text).ok()?;
    Some(match address.split_once(':') {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("doi") => {
            format!("https://doi.org/{}", encoded(rest, "?#\"<>^`{}"))
        }
        _ => address.into_owned(),
    })
}

/// Whether a text without blanks around it is an address as it stands.
pub(in crate::catalog) fn leads(text: &str) -> bool {
    matches!(read(text), Ok(Cow::Borrowed(address)) if address.len() == text.len())
}

/// Whether a text is an address without its scheme that can mean one thing only.
fn starts_host(text: &str) -> bool {
    let begins = |prefix: &str| text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
    begins("www.") || begins("//") || begins("10.") || begins("doi.org/10.") || begins("dx.doi.org/10.")
}

/// The address that a text means, in the form in which a browser would read it; borrowed where that is the text itself.
pub(in crate::catalog) fn read(text: &str) -> Result<Cow<'_, str>, LinkError> {
    // "Remove any leading and trailing C0 control or space", "remove all ASCII tab or newline".
    let trimmed = text.trim_matches(|c: char| c <= ' ' || c.is_whitespace());
    if trimmed.contains(['\t', '\n', '\r']) {
        let joined = trimmed.replace(['\t', '\n', '\r'], "");
        return read(&joined).map(|address| Cow::Owned(address.into_owned()));
    }
    if starts_host(trimmed) {
        let scheme = if trimmed.starts_with("10.") { "doi:" } else { "https:" };
        let slashes = if trimmed.starts_with("10.") || trimmed.starts_with("//") { "" } else { "//" };
        return read(&[scheme, slashes, trimmed].concat()).map(|address| Cow::Owned(address.into_owned()));
    }
    let (scheme, rest) = trimmed.split_once(':').ok_or(LinkError::NoScheme)?;
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
    let is = |name: &str| scheme.eq_ignore_ascii_case(name);
    if !is_scheme {
        Err(LinkError::NoScheme)
    } else if is("http") || is("https") {
        web(trimmed, scheme, rest)
    } else if is("mailto") {
        let to = rest.trim_start();
        let is_mail = to.split_once('@').is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
        if is_mail { Ok(joined(trimmed, "mailto:", &encoded(to, "\"<>`"), rest)) } else { Err(LinkError::NotMail) }
    } else if is("doi") {
        let doi = rest.trim_start();
        let is_doi = doi.starts_with("10.") && !doi.contains(|c: char| c.is_whitespace() || c.is_control());
        if is_doi { Ok(joined(trimmed, "doi:", doi, rest)) } else { Err(LinkError::NotDoi) }
    } else {
        Err(LinkError::Scheme(scheme.to_owned()))
    }
}

/// The whole text where its rest stays as it is, or else the scheme and the other rest.
fn joined<'a>(text: &'a str, scheme: &str, rest: &str, was: &str) -> Cow<'a, str> {
    if rest == was { Cow::Borrowed(text) } else { Cow::Owned(scheme.to_owned() + rest) }
}

/// An http(s) address: any number of slashes either way, what stands before the last `@`, the host with its port, the rest.
fn web<'a>(text: &'a str, scheme: &str, rest: &'a str) -> Result<Cow<'a, str>, LinkError> {
    let authority = rest.trim_start_matches(['/', '\\']);
    let slashes = &rest[..rest.len() - authority.len()];
    if slashes.len() < 2 {
        return Err(LinkError::NoSlashes(scheme.to_owned()));
    }
    let end = authority.find(['/', '\\', '?', '#']).unwrap_or(authority.len());
    let (authority, behind) = authority.split_at(end);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    if host.is_empty() {
        return Err(LinkError::NoHost);
    }
    let has_second = |at: &str| text.split_whitespace().skip(1).any(|word| word.starts_with(at));
    if has_second("http://") || has_second("https://") {
        return Err(LinkError::Two);
    }
    if !is_host(host) {
        return Err(LinkError::BadHost(host.to_owned()));
    }
    let tail = tail(behind);
    if slashes == "//" && host.len() == authority.len() && matches!(tail, Cow::Borrowed(_)) {
        return Ok(Cow::Borrowed(text));
    }
    Ok(Cow::Owned([scheme, "://", host, &tail].concat()))
}

/// Whether a text can be a host with its port. Of what browsers admit, signs are left out that look like the end of a host.
fn is_host(text: &str) -> bool {
    let bracket = text.strip_prefix('[').and_then(|rest| rest.split_once(']'));
    let (host, port) = match bracket {
        Some((_, behind)) => (text, behind.strip_prefix(':').unwrap_or(behind)),
        None => text.split_once(':').unwrap_or((text, "")),
    };
    let is_port = port.bytes().all(|byte| byte.is_ascii_digit()) && (port.is_empty() || port.parse::<u16>().is_ok());
    // Vowel signs of the scripts of South and Southeast Asia are no letters.
    let is_letter =
        |c: char| (c.is_alphanumeric() && !is_variant(c)) || matches!(c, '-' | '.' | '_' | '\u{900}'..='\u{109f}');
    let is_name = match bracket {
        Some((name, behind)) => {
            name.contains(':')
                && name.bytes().all(|byte| byte.is_ascii_hexdigit() || b":.".contains(&byte))
                && (behind.is_empty() || behind.starts_with(':'))
        }
        None => host.chars().all(is_letter) && host.contains(char::is_alphanumeric) && is_number_or_name(host),
    };
    is_port && is_name
}

/// Whether a letter or digit is a form of another that browsers read as that one (Unicode Technical Standard 46, section 4,
/// "mapped"): raised, lowered, circled, of full width, mathematical. A host with one leads elsewhere than it says.
fn is_variant(c: char) -> bool {
    matches!(c,
        '²' | '³' | '¹' | 'ª' | 'º' | '\u{2b0}'..='\u{2b8}' | '\u{2e0}'..='\u{2e4}' | '\u{1d2c}'..='\u{1d6a}'
        | '\u{1d78}' | '\u{1d9b}'..='\u{1dbf}' | '\u{2070}'..='\u{209c}' | '\u{2100}'..='\u{2188}' | '\u{2460}'..='\u{24ff}'
        | '\u{3200}'..='\u{33ff}' | '\u{a7f2}'..='\u{a7f4}' | '\u{fb00}'..='\u{fb06}' | '\u{ff01}'..='\u{ff5e}' | '\u{1d400}'..='\u{1d7ff}'
        | '\u{1f100}'..='\u{1f1ff}' | '\u{1fbf0}'..='\u{1fbf9}')
}

/// Whether a host whose last part is a number is an address of four numbers as they are written. Browsers read others too (`0x7f.1`,
/// `2130706433`), as addresses that nobody recognizes in them (WHATWG URL Standard, "ends in a number checker").
fn is_number_or_name(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let last = host.rsplit('.').next().unwrap_or_default();
    let hex = last.strip_prefix("0x").or_else(|| last.strip_prefix("0X"));
    let ends_in_number = last.bytes().all(|byte| byte.is_ascii_digit())
        || hex.is_some_and(|hex| hex.bytes().all(|byte| byte.is_ascii_hexdigit()));
    let is_octet = |part: &str| part.parse::<u8>().is_ok_and(|number| number.to_string() == part);
    !ends_in_number || (host.split('.').count() == 4 && host.split('.').all(is_octet))
}

/// What stands behind a host: path, query and fragment, each with the characters encoded that browsers encode there (WHATWG URL
/// Standard, "percent-encoded bytes"), but for letters of other scripts, which people read.
fn tail(text: &str) -> Cow<'_, str> {
    let fragment = text.find('#').unwrap_or(text.len());
    let query = text[..fragment].find('?').unwrap_or(fragment);
    let path = encoded(&text[..query], "\"<>^`{}\\");
    let [search, hash] =
        [(&text[query..fragment], "\"<>"), (&text[fragment..], "\"<>`")].map(|(text, special)| encoded(text, special));
    match (path, search, hash) {
        (Cow::Borrowed(_), Cow::Borrowed(_), Cow::Borrowed(_)) => Cow::Borrowed(text),
        (path, search, hash) => Cow::Owned([path, search, hash].concat()),
    }
}

/// A text in which blanks, control and invisible characters and the special ones are percent-encoded; a special `\` is `/`.
fn encoded<'a>(text: &'a str, special: &str) -> Cow<'a, str> {
    let is_special = |c: char| {
        if c.is_ascii_alphanumeric() {
            return false;
        }
        c.is_control() || c.is_whitespace() || is_invisible(c) || special.contains(c)
    };
    if !text.contains(is_special) {
        return Cow::Borrowed(text);
    }
    let mut encoded = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '\\' if special.contains('\\') => encoded.push('/'),
            _ if is_special(c) => {
                c.encode_utf8(&mut [0; 4]).bytes().for_each(|byte| push_percent(&mut encoded, byte));
            }
            _ => encoded.push(c),
        }
    }
    Cow::Owned(encoded)
}

/// The host of an http(s) address without `www.`, to show where a link leads.
pub fn host(address: &str) -> Option<&str> {
    let (_, rest) = address.split_once("://")?;
    let host = rest.split(['/', '\\', '?', '#']).next()?;
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
        check(
            "doi:10.1002/(SICI)1097<1::AID#2>3.0.CO;2-O",
            Some("https://doi.org/10.1002/(SICI)1097%3C1::AID%232%3E3.0.CO;2-O"),
        );
        check("https://evil.example\\@good.example/", Some("https://evil.example/@good.example/"));
        for text in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "example.org",
            "www.example.org",
            "https://",
            "https:example.org",
            "//example.org",
            "https://a b",
            "https://example.org/a b",
            "mailto:nobody",
            "",
            "vbscript:x",
            "doi:abc",
            "10.1000/182",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn the_host_is_what_a_reader_recognizes() {
        assert_eq!(host("https://www.example.org/a/b"), Some("example.org"));
        assert_eq!(host("http://user@example.org:80?x"), Some("example.org:80"));
        assert_eq!(host("https://evil.example\\@good.example/"), Some("evil.example"));
        assert_eq!(host("mailto:a@b"), None);
    }
}
