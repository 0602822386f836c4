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
    let trimmed = text.trim_matches(|c: char| c <= ' ' || c.is_whitespace() || is_invisible(c));
    // As addresses stand in running text (RFC 3986, appendix C).
    let trimmed = trimmed.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).map_or(trimmed, str::trim);
    // As they stand in the source of a page of HTML.
    if trimmed.contains("&amp;") { owned(address(&trimmed.replace("&amp;", "&"))) } else { address(trimmed) }
}

fn owned(address: Result<Cow<'_, str>, LinkError>) -> Result<Cow<'static, str>, LinkError> {
    address.map(|address| Cow::Owned(address.into_owned()))
}

/// The address that a text without blanks around it means; each form is undone once, so that none is looked for in what it becomes.
fn address(trimmed: &str) -> Result<Cow<'_, str>, LinkError> {
    if trimmed.contains(['\t', '\n', '\r']) {
        return owned(address(&trimmed.replace(['\t', '\n', '\r'], "")));
    }
    if starts_host(trimmed) {
        let scheme = if trimmed.starts_with("10.") { "doi:" } else { "https:" };
        let slashes = if trimmed.starts_with("10.") || trimmed.starts_with("//") { "" } else { "//" };
        return owned(address(&[scheme, slashes, trimmed].concat()));
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
    let is_letter = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_') || is_plain(c);
    let is_name = match bracket {
        Some((name, behind)) => {
            name.contains(':')
                && name.bytes().all(|byte| byte.is_ascii_hexdigit() || b":.".contains(&byte))
                && (behind.is_empty() || behind.starts_with(':'))
        }
        None => {
            host.chars().all(is_letter)
                && host.contains(char::is_alphanumeric)
                && host.split('.').all(has_one_direction)
                && is_number_or_name(host)
        }
    };
    is_port && is_name
}

/// Whether a letter beyond ASCII is of a script that hosts are written in today, and browsers read it as it stands but for its case
/// (Unicode Technical Standard 46, section 4): not `ﬁ`, `ſ`, `ĳ`, `µ` or `①`, with which a host would lead elsewhere than it says.
fn is_plain(c: char) -> bool {
    let is_mapped = matches!(c,
        '\u{132}' | '\u{133}' | '\u{13f}' | '\u{140}' | '\u{149}' | '\u{17f}' | '\u{1c4}'..='\u{1cc}' | '\u{1f1}'..='\u{1f3}'
        | '\u{37a}' | '\u{3d0}'..='\u{3d6}' | '\u{3f0}'..='\u{3f9}' | '\u{4c0}' | '\u{1e9a}'..='\u{1e9e}');
    // Vowel signs of the scripts of South and Southeast Asia are no letters.
    let is_sign = matches!(c, '\u{900}'..='\u{109f}');
    let is_of_script = matches!(c,
        '\u{c0}'..='\u{2af}' | '\u{370}'..='\u{52f}' | '\u{531}'..='\u{586}' | '\u{10d0}'..='\u{10fa}' | '\u{1200}'..='\u{137f}'
        | '\u{1780}'..='\u{17b3}' | '\u{1e00}'..='\u{1eff}' | '\u{3005}'..='\u{3007}' | '\u{3041}'..='\u{3096}'
        | '\u{30a1}'..='\u{30fe}' | '\u{3105}'..='\u{312f}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}'
        | '\u{20000}'..='\u{2a6df}');
    is_sign || !is_mapped && c.is_alphanumeric() && (is_of_script || is_rtl(c))
}

/// Whether a letter is of Hebrew or Arabic script.
fn is_rtl(c: char) -> bool {
    matches!(c, '\u{5d0}'..='\u{5ea}' | '\u{620}'..='\u{64a}' | '\u{671}'..='\u{674}' | '\u{679}'..='\u{6d3}')
}

/// Whether a part of a host that has letters written from right to left begins with one, has no others, and ends with no hyphen:
/// browsers refuse it else (RFC 5893, section 2).
fn has_one_direction(part: &str) -> bool {
    !part.contains(is_rtl)
        || part.starts_with(is_rtl) && !part.ends_with('-') && part.chars().all(|c| is_rtl(c) || !c.is_alphabetic())
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

    /// Of each kind some, out of all letters that a browser reads otherwise than they stand, or refuses.
    #[test]
    fn a_host_with_letters_that_browsers_read_otherwise_or_refuse_is_no_link() {
        for c in "ſĳŀŉǆǉǳªºµ¼²ẚẛẞﬁﬀⱼⱽⅷ①㎏ａ𝐚ϐϒϰϲӀℓ\u{212a}ᴬㄱㆍﾀ\u{f900}ͺᾳ𐐀".chars()
        {
            assert_eq!(href(&format!("https://a{c}evil.example")), None, "{c}");
        }
        for host in ["aאevil.example", "אa.example", "1א.example", "א-.example", "aبevil.example"] {
            assert_eq!(href(&format!("https://{host}/")), None, "{host}");
        }
        for host in [
            "münchen.de",
            "ÉCOLE.fr",
            "straße.de",
            "łódź.pl",
            "пример.рф",
            "παράδειγμα.gr",
            "例え.jp",
            "サッカー.jp",
            "中文.cn",
            "한국.kr",
        ] {
            assert!(href(&format!("https://{host}/")).is_some(), "{host}");
        }
        for host in [
            "אתר.co.il",
            "www.אתר2.co.il",
            "مثال.إختبار",
            "उदाहरण.भारत",
            "ตัวอย่าง.ไทย",
            "მაგალითი.ge",
            "օրինակ.am",
            "việtnam.vn",
        ] {
            assert!(href(&format!("https://{host}/")).is_some(), "{host}");
        }
    }

    #[track_caller]
    fn check(text: &str, link: Option<&str>) {
        assert_eq!(href(text).as_deref(), link, "{text}");
    }

    #[test]
    fn an_ampersand_of_html_is_read_once_however_often_it_was_written_as_one() {
        check("https://example.org/?a=1&amp;b=2", Some("https://example.org/?a=1&b=2"));
        check("https://example.org/?a&amp;amp;b", Some("https://example.org/?a&amp;b"));
        let long = format!("https://example.org/?a&{}", "amp;".repeat(100_000));
        check(&long, Some(&long.replacen("amp;", "", 1)));
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
