//! The pages of an article in what it appeared in: `45-67`, `145-67, 170`, `e0123`.

/// The ranges of a text of pages, each with its first and its last page in full; the last is empty where there is one page, or a number
/// that stands for all.
pub(super) fn page_ranges(text: &str) -> Vec<(String, String)> {
    const LABELS: [&str; 8] = ["pages", "pages.", "page", "pp.", "pp", "p.", "S.", "Seiten"];
    let bare = LABELS.iter().find_map(|label| text.trim().strip_prefix(label)?.strip_prefix(' ')).unwrap_or(text);
    let parts = bare.split([',', ';']).map(str::trim).filter(|part| !part.is_empty());
    parts.map(|part| range(part).unwrap_or_else(|| (part.to_owned(), String::new()))).collect()
}

/// First and last page of a range, the latter with the digits that it shares with the first; `None` where a hyphen means none.
fn range(text: &str) -> Option<(String, String)> {
    let (first, last) = text.split_once(|c| "-‐‑–—".contains(c))?;
    let (first, last) = (first.trim_end(), last.trim_start_matches(|c: char| c == '-' || c.is_whitespace()));
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_number(first) || !is_number(last) {
        let is_page = |text: &str| !text.is_empty() && text.chars().all(char::is_alphanumeric);
        return (is_page(first) && is_page(last)).then(|| (first.to_owned(), last.to_owned()));
    }
    let shared = first.len().saturating_sub(last.len());
    let last = format!("{}{last}", &first[..shared]);
    (last.len() > first.len() || *last > *first).then(|| (first.to_owned(), last))
}

/// The ranges with a text between first and last page, which `shorten` may take digits from, and commas between ranges.
pub(super) fn joined_pages(text: &str, between: &str, shorten: fn(&str, &str) -> usize) -> String {
    let one = |(first, last): (String, String)| match last.as_str() {
        "" => first,
        last => format!("{first}{between}{}", &last[shorten(&first, last)..]),
    };
    page_ranges(text).into_iter().map(one).collect::<Vec<String>>().join(", ")
}

/// No digit is left out.
pub(super) fn in_full(_: &str, _: &str) -> usize {
    0
}

/// How many digits of the last page are left out: all but two of those that it shares with the first, of pages from 100 on (MLA 9, section 2.139).
pub(super) fn as_in_mla(first: &str, last: &str) -> usize {
    shared(first, last).min(last.len().saturating_sub(2))
}

/// How many digits of the last page are left out: none behind a page below 100 and a round hundred, those shared behind its first nine pages,
/// otherwise all but two of them (Chicago 17 section 9.61).
pub(super) fn as_in_chicago(first: &str, last: &str) -> usize {
    let in_hundred: Vec<u8> = first.bytes().rev().take(2).collect();
    match in_hundred[..] {
        _ if first.len() < 3 => 0,
        [b'0', b'0'] => 0,
        [_, b'0'] => shared(first, last),
        _ => as_in_mla(first, last),
    }
}

/// How many digits two numbers of one length begin with alike.
fn shared(first: &str, last: &str) -> usize {
    let are_numbers =
        first.len() == last.len() && [first, last].iter().all(|text| text.bytes().all(|b| b.is_ascii_digit()));
    let n_same = first.bytes().zip(last.bytes()).take_while(|(a, b)| a == b).count();
    if are_numbers { n_same } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::{as_in_chicago, as_in_mla, in_full, joined_pages};

    #[test]
    fn pages_are_shortened_as_each_manual_has_it() {
        for (text, full, mla, chicago) in [
            ("45-67", "45–67", "45–67", "45–67"),
            ("pp. 45–67", "45–67", "45–67", "45–67"),
            ("3-10", "3–10", "3–10", "3–10"),
            ("100-104", "100–104", "100–04", "100–104"),
            ("107-108", "107–108", "107–08", "107–8"),
            ("321-28", "321–328", "321–28", "321–28"),
            ("498--532", "498–532", "498–532", "498–532"),
            ("808-833", "808–833", "808–33", "808–33"),
            ("1496-1500", "1496–1500", "1496–500", "1496–500"),
            ("923-1003", "923–1003", "923–1003", "923–1003"),
            ("12-15, 20", "12–15, 20", "12–15, 20", "12–15, 20"),
            ("S12-S18", "S12–S18", "S12–S18", "S12–S18"),
            ("e0123", "e0123", "e0123", "e0123"),
            ("2019-3", "2019-3", "2019-3", "2019-3"),
            ("45-", "45-", "45-", "45-"),
            ("", "", "", ""),
        ] {
            let all = [in_full, as_in_mla, as_in_chicago].map(|shorten| joined_pages(text, "–", shorten));
            assert_eq!(all, [full, mla, chicago], "{text}");
        }
    }
}
