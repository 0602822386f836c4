//! From the text of a BibTeX file to its entries, each with its line: what is broken costs itself alone.
//!
//! An entry ends with the brace that closes it, or, where braces do not come out even, before the next line that begins an entry
//! (`@book{key,`). Text between entries is a comment (Patashnik, *`BibTeXing`*). All is gone through once, forward.

use super::latex::group_end;
use crate::catalog::{HashMap, month_named};

/// An entry whose values can be read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Entry {
    /// Line of its `@`, from 1.
    pub(super) line: usize,
    /// Its type in small letters.
    pub(super) kind: String,
    /// Its key.
    pub(super) key: String,
    /// Its fields in order, names in small letters, values as they were typed but for macros.
    pub(super) fields: Vec<(String, String)>,
    /// What was mended.
    pub(super) mended: Option<String>,
}

/// An entry that can't be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Broken {
    /// Line of its `@`, from 1.
    pub(super) line: usize,
    /// Its key.
    pub(super) key: String,
    /// What is wrong.
    pub(super) why: String,
}

/// All of a file.
#[derive(Debug, Default)]
pub(super) struct Scanned {
    /// The entries.
    pub(super) entries: Vec<Entry>,
    /// Those that can't be read.
    pub(super) broken: Vec<Broken>,
    /// Names of macros that nothing defines, each once with the line of the entry that it is first in.
    pub(super) unknown: Vec<(usize, String)>,
}

/// An entry as it stands, not yet taken apart.
struct Block<'a> {
    line: usize,
    kind: String,
    body: &'a str,
    /// Whether braces come out even.
    is_even: bool,
}

/// How many bytes macros and inherited fields may add: as many as the file has, four times.
#[derive(Debug)]
pub(super) struct Budget(usize);

impl Budget {
    /// The budget of a file.
    pub(super) fn of(text: &str) -> Self {
        Self(text.len() * 4 + (1 << 16))
    }

    /// Takes bytes from it; false where there are not enough left.
    pub(super) fn takes(&mut self, n: usize) -> bool {
        let left = self.0.checked_sub(n);
        self.0 = left.unwrap_or(0);
        left.is_some()
    }
}

/// The entries of a text.
pub(super) fn scan(text: &str, budget: &mut Budget) -> Scanned {
    let blocks = blocks(text);
    let mut macros = Macros::default();
    for block in blocks.iter().filter(|block| block.kind == "string") {
        if let Ok((fields, _)) = fields(block.body, &mut |name| macros.text(name, budget)) {
            macros.known.extend(fields);
        }
    }
    let mut scanned = Scanned::default();
    for block in blocks.iter().filter(|block| !matches!(&*block.kind, "string" | "preamble" | "comment")) {
        macros.line = block.line;
        let (key, body) = key(block.body);
        let (line, kind, key) = (block.line, block.kind.clone(), key.to_owned());
        match fields(body, &mut |name| macros.text(name, budget)) {
            Ok((fields, mended)) => {
                let uneven = (!block.is_even).then(|| "the braces of the entry do not come out even".to_owned());
                scanned.entries.push(Entry { line, kind, key, fields, mended: mended.or(uneven) });
            }
            Err(why) => scanned.broken.push(Broken { line, key, why }),
        }
    }
    scanned.unknown = macros.unknown;
    scanned
}

/// How many macros that nothing defines are noted.
const MOST_UNKNOWN: usize = 100;

/// The macros of a file: those of `@string`, and months.
#[derive(Default)]
struct Macros {
    known: HashMap<String, String>,
    unknown: Vec<(usize, String)>,
    line: usize,
}

impl Macros {
    /// What a macro stands for; its name where nothing defines it.
    fn text(&mut self, name: &str, budget: &mut Budget) -> String {
        let small = name.to_lowercase();
        if let Some(text) = self.known.get(&small) {
            return if budget.takes(text.len()) { text.clone() } else { name.to_owned() };
        }
        let is_unknown = month_named(name).is_none() && !self.unknown.iter().any(|(_, known)| known == name);
        if is_unknown && self.unknown.len() < MOST_UNKNOWN {
            self.unknown.push((self.line, name.to_owned()));
        }
        name.to_owned()
    }
}

/// The entries of a text as they stand.
fn blocks(text: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut at) = (Vec::new(), 0);
    let (mut line, mut counted) = (1, 0);
    while let Some(found) = text[at..].find('@').map(|found| at + found) {
        let Some((kind, opening)) = opening(text, found) else {
            at = found + 1;
            continue;
        };
        line += text[counted..found].matches('\n').count();
        counted = found;
        let (end, behind, is_even) = block_end(text, opening);
        blocks.push(Block { line, kind, body: &text[opening + 1..end], is_even });
        at = behind;
    }
    blocks
}

/// The type of an entry that begins at a position, in small letters, and the position of its opening brace or parenthesis.
fn opening(text: &str, at: usize) -> Option<(String, usize)> {
    let rest = &text[at + 1..];
    let word = rest.len() - rest.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '_').len();
    let behind = rest[word..].trim_start();
    let opening = text.len() - behind.len();
    (word > 0 && behind.starts_with(['{', '('])).then(|| (rest[..word].to_ascii_lowercase(), opening))
}

/// The end of an entry, where to go on, and whether braces come out even.
fn block_end(text: &str, opening: usize) -> (usize, usize, bool) {
    let has_parentheses = text[opening..].starts_with('(');
    let mut depth = usize::from(!has_parentheses);
    let mut end = None;
    for (n, byte) in text.bytes().enumerate().skip(opening + 1) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b'\n' if starts_entry(text, n + 1) => return (n, n + 1, false),
            _ => {}
        }
        if depth == 0 && byte == if has_parentheses { b')' } else { b'}' } {
            end = Some(n);
            break;
        }
    }
    let Some(end) = end else { return (text.len(), text.len(), false) };
    // A brace too many ends the entry early: its other fields stand behind it.
    let behind = end + 1;
    let rest = &text[behind..];
    let until = rest.find('@').unwrap_or(rest.len());
    if rest[..until].lines().skip(1).any(starts_field) {
        return (behind + until, behind + until, false);
    }
    (end, behind, true)
}

/// Whether an entry with a key begins at a position, blanks left out.
fn starts_entry(text: &str, at: usize) -> bool {
    const LONGEST_KEY: usize = 200;
    let blanks = text[at..].len() - text[at..].trim_start_matches([' ', '\t']).len();
    let at = at + blanks;
    if !text[at..].starts_with('@') {
        return false;
    }
    let Some((kind, opening)) = opening(text, at) else { return false };
    if matches!(&*kind, "string" | "comment" | "preamble") {
        return true;
    }
    let key = text[opening + 1..].bytes().take(LONGEST_KEY).find(|byte| b",={}\"\n()@".contains(byte));
    key == Some(b',')
}

/// Whether a line begins a field that many entries have: then a value that it stands in is not closed.
fn starts_field(line: &str) -> bool {
    const COMMON: [&str; 14] = [
        "author",
        "title",
        "year",
        "date",
        "journal",
        "publisher",
        "booktitle",
        "editor",
        "url",
        "doi",
        "pages",
        "volume",
        "keywords",
        "abstract",
    ];
    let Some((name, value)) = line.split_once('=') else { return false };
    COMMON.iter().any(|known| name.trim().eq_ignore_ascii_case(known))
        && value.trim().chars().next().is_none_or(|c| "{\"".contains(c) || c.is_ascii_digit())
}

/// The key of an entry and what stands behind it; an entry may have none.
fn key(body: &str) -> (&str, &str) {
    let end = body.find([',', '=', '{', '"']).unwrap_or(body.len());
    match body[end..].chars().next() {
        Some(',') => (body[..end].trim(), &body[end + 1..]),
        None => (body.trim(), ""),
        Some(_) => ("", body),
    }
}

/// The fields of an entry, and what was mended; or why they can't be read.
#[allow(clippy::type_complexity, reason = "one use")]
fn fields(
    body: &str,
    expand: &mut dyn FnMut(&str) -> String,
) -> Result<(Vec<(String, String)>, Option<String>), String> {
    let (mut fields, mut mended, mut rest) = (Vec::new(), None, body);
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',' || c == '}');
        if rest.is_empty() {
            return Ok((fields, mended));
        }
        let end = rest.find(|c: char| c.is_whitespace() || "={}\",#%".contains(c)).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(end);
        match behind.trim_start().strip_prefix('=') {
            Some(behind) if !name.is_empty() => {
                let (text, behind) = value(name, behind, expand)?;
                fields.push((name.to_lowercase(), text));
                rest = behind;
            }
            _ => {
                mended = mended.or_else(|| Some(format!("what begins with “{}” is no field", first_words(rest))));
                // Go on with the next line that looks like a field.
                let line = rest.match_indices('\n').map(|(at, _)| &rest[at + 1..]);
                rest = line.into_iter().find(|line| is_field(line)).unwrap_or("");
            }
        }
    }
}

/// Whether a text begins with a name and `=`.
fn is_field(text: &str) -> bool {
    let text = text.trim_start_matches([' ', '\t']);
    let behind = text.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_');
    behind.len() < text.len() && behind.trim_start_matches([' ', '\t']).starts_with('=')
}

fn first_words(text: &str) -> String {
    text.split_whitespace().next().unwrap_or_default().chars().take(30).collect()
}

/// The value behind `=`, its parts joined, and what stands behind it.
fn value<'a>(name: &str, text: &'a str, expand: &mut dyn FnMut(&str) -> String) -> Result<(String, &'a str), String> {
    let (mut value, mut rest) = (String::new(), text.trim_start());
    loop {
        let (part, behind) = match rest.chars().next() {
            Some('{') => {
                let end = group_end(rest, 1);
                (&rest[1..end], rest.get(end + 1..).ok_or_else(|| format!("a }} is missing in its {name}"))?)
            }
            Some('"') => {
                let end = quote_end(rest).ok_or_else(|| format!("a \" is missing in its {name}"))?;
                (&rest[1..end], &rest[end + 1..])
            }
            _ => {
                let end = rest.find(|c: char| c.is_whitespace() || ",#{}\"".contains(c)).unwrap_or(rest.len());
                let (word, behind) = rest.split_at(end);
                let is_number = word.bytes().all(|byte| byte.is_ascii_digit());
                value.push_str(&if is_number { word.to_owned() } else { expand(word) });
                ("", behind)
            }
        };
        if part.lines().skip(1).any(starts_field) {
            let sign = if rest.starts_with('"') { '"' } else { '}' };
            return Err(format!("a {sign} is missing in its {name}"));
        }
        value.push_str(part);
        rest = behind.trim_start();
        match rest.strip_prefix('#') {
            Some(behind) => rest = behind.trim_start(),
            None => return Ok((value, rest)),
        }
    }
}

/// The position of the quotation mark that ends a value, outside of braces.
fn quote_end(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    text.bytes().enumerate().skip(1).find_map(|(at, byte)| {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b'"' if depth == 0 => return Some(at),
            _ => {}
        }
        None
    })
}

#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
#[cfg(test)]
mod tests {
    use super::{Budget, Scanned, scan};

    fn of(text: &str) -> Scanned {
        scan(text, &mut Budget::of(text))
    }

    fn value(text: &str, name: &str) -> String {
        let scanned = of(text);
        let fields = &scanned.entries[0].fields;
        fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone()).unwrap_or_default()
    }

    #[test]
    fn values_are_braced_quoted_numbers_macros_and_joined() {
        let text = "@string{ab = \"Al\" # { Bo}}\n@STRING(cd = ab # { C})\n@a{k, x = {a {b} c}, y = \"d {\"}e\", Z = 12, n = cd # \"!\" , m=may}";
        assert_eq!(value(text, "x"), "a {b} c");
        assert_eq!(value(text, "y"), "d {\"}e");
        assert_eq!(value(text, "z"), "12");
        assert_eq!(value(text, "n"), "Al Bo C!");
        assert_eq!(value(text, "m"), "may");
        assert_eq!(of("@a{k, x = foo}").unknown, [(1, "foo".to_owned())]);
    }

    #[test]
    fn an_entry_that_is_not_closed_costs_itself_alone() {
        let good = |key: &str| format!("@book{{{key}, title={{{key}}}}}\n");
        for bad in [
            "@book{bad,\n  title = {Salt and {Tin},\n  author = {T},\n  year = {2009}\n}\n\n",
            "@book{bad,\n  title = \"Salt,\n  author = \"T\",\n  year = 2009\n}\n",
            "@book{bad,\n  title = {Salt,\n  author = {T}}\n}\n",
        ] {
            let scanned = of(&format!("{}{bad}{}", good("one"), good("three")));
            let keys: Vec<&str> = scanned.entries.iter().map(|entry| &*entry.key).collect();
            assert_eq!(keys, ["one", "three"], "{bad}");
            assert_eq!((scanned.broken[0].line, &*scanned.broken[0].key), (2, "bad"), "{bad}");
            assert!(scanned.broken[0].why.contains("title"), "{:?}", scanned.broken);
        }
    }

    #[test]
    fn what_is_whole_of_an_entry_is_kept_with_a_note() {
        for text in [
            "@book{a, title={T}, year={2009}\n\n@book{b, title={U}}",
            "@book{a,\n title={T} x},\n year={2009}\n}\n@book{b, title={U}}",
            "@book{a, title={T} year={2009}\n",
        ] {
            let scanned = of(text);
            let fields = &scanned.entries[0].fields;
            assert_eq!(fields.len(), 2, "{text}: {fields:?}");
            assert!(scanned.entries[0].mended.is_some(), "{text}");
            assert!(scanned.entries.get(1).is_none_or(|entry| entry.key == "b" && entry.mended.is_none()));
        }
    }

    #[test]
    fn what_is_no_entry_is_passed_over() {
        let text = "% me@example.org\n@comment{jabref-meta: x;}\n@preamble{\"x\"}\nfoo @ bar\n@Book ( k , title = {A (b)} )\n@misc{title={no key}} @misc{,title={B}}";
        let scanned = of(text);
        let found: Vec<_> = scanned.entries.iter().map(|e| (e.line, &*e.kind, &*e.key, &*e.fields[0].1)).collect();
        assert_eq!(found, [(5, "book", "k", "A (b)"), (6, "misc", "", "no key"), (6, "misc", "", "B")]);
        assert!(scanned.entries.iter().all(|entry| entry.mended.is_none()));
    }

    #[test]
    fn macros_do_not_grow_beyond_four_times_the_file() {
        let strings = (1..60).map(|n| format!("@string{{a{n} = a{} # a{}}}\n", n - 1, n - 1));
        let first = "@string{a0 = {xxxxxxxxxxxxxxxx}}\n".to_owned();
        let text = std::iter::once(first).chain(strings).collect::<String>() + "@book{k, title = a59}";
        let scanned = of(&text);
        let bytes: usize = scanned.entries[0].fields.iter().map(|(_, value)| value.len()).sum();
        assert!(bytes < text.len() * 5 + (1 << 17), "{bytes}");
    }

    #[test]
    fn any_text_is_scanned() {
        arbtest::arbtest(|u| {
            let units = ["@a{", "k,", "{", "}", "\"", "=", "\n", "#", "x", "@string{", "(", ")", "é", "title = {", ","];
            let n = u.int_in_range(0..=30)?;
            let text = (0..n).map(|_| u.choose(&units).copied()).collect::<Result<String, _>>()?;
            let scanned = of(&text);
            assert!(scanned.entries.len() + scanned.broken.len() <= text.matches('@').count());
            Ok(())
        });
    }
}
