//! Quotation marks within titles: nesting, the sign at the end, and apostrophes, which are none.

/// A sign of a title that is a quotation mark: where it stands, whether it opens, how deep it is (0 the outermost).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    at: usize,
    opens: bool,
    depth: usize,
}

/// The quotation marks of a text that have a partner. Single ones are distinguished from apostrophes by what stands around them: one opens
/// behind a blank or a bracket and before a letter, one closes behind a letter or a sign and before none.
fn marks(text: &str) -> Vec<Mark> {
    let chars: Vec<(usize, char)> = text.char_indices().collect();
    // What is open: the place in `found`, and the kind of mark that closes it.
    let (mut found, mut open): (Vec<Option<Mark>>, Vec<(usize, bool)>) = (Vec::new(), Vec::new());
    for (n, (at, c)) in chars.iter().copied().enumerate() {
        let before = n.checked_sub(1).map(|n| chars[n].1);
        let after = chars.get(n + 1).map(|next| next.1);
        let starts = before.is_none_or(|c| c.is_whitespace() || "([{—–-/“‘\"'".contains(c))
            && after.is_some_and(|c| !c.is_whitespace());
        let ends = after.is_none_or(|c| !c.is_alphanumeric()) && before.is_some_and(|c| !c.is_whitespace());
        let is_single = "‘’'".contains(c);
        let may_open = match c {
            '“' => true,
            '‘' | '"' => starts,
            '\'' => starts && !is_elision(&text[at + 1..]),
            _ => false,
        };
        let closes = match c {
            '”' => true,
            '"' => ends,
            '’' | '\'' => ends && !is_plural_genitive(&chars, n),
            _ => false,
        };
        let partner = open.iter().rposition(|(_, single)| *single == is_single);
        if let Some(partner) = partner.filter(|_| closes && (!may_open || c == '"' || c == '\'')) {
            let depth = partner;
            open.truncate(partner);
            found.push(Some(Mark { at, opens: false, depth }));
        } else if may_open {
            open.push((found.len(), is_single));
            found.push(Some(Mark { at, opens: true, depth: open.len() - 1 }));
        }
    }
    // What is never closed is no quotation mark.
    for (place, _) in open {
        found[place] = None;
    }
    found.into_iter().flatten().collect()
}

/// Whether an apostrophe before this text stands for letters left out at the start of a word: `’90s`, `’em`, `’tis`.
fn is_elision(rest: &str) -> bool {
    let word: String = rest.chars().take_while(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('s')
        || ["em", "tis", "twas", "til", "n", "cause", "round", "bout"].contains(&word.as_str())
}

/// Whether the apostrophe at a place is the genitive of a plural, `students’`, since another sign that can close stands behind it.
fn is_plural_genitive(chars: &[(usize, char)], n: usize) -> bool {
    let is_behind_s = n > 0 && chars[n - 1].1.eq_ignore_ascii_case(&'s');
    let before_word = chars.get(n + 1).is_some_and(|next| next.1 == ' ')
        && chars.get(n + 2).is_some_and(|next| next.1.is_alphanumeric());
    let later = chars[(n + 1).min(chars.len())..].iter().enumerate().any(|(k, (_, c))| {
        let after = chars.get(n + 2 + k).map(|next| next.1);
        "’'".contains(*c) && after.is_none_or(|c| !c.is_alphanumeric())
    });
    is_behind_s && before_word && later
}

/// A text that stands in double quotation marks: its own marks are single, those within them double again, and so on (MLA 9
/// section 6.56; Chicago 17 section 13.30). `“` and `”` around it are not added.
pub(in crate::export) fn nested(text: &str) -> String {
    alternating(text, 1)
}

/// A text that stands in no quotation marks: its own are double, those within them single, and so on, whatever the country or
/// the newspaper it comes from prints (APA 7 section 6.7; MLA 9 section 6.56; Chicago 17 sections 13.7 and 13.30).
/// Both apostrophes of a short `and` are such in print, so that no program takes them for quotation marks: `Rock ’n’ Roll`.
pub(in crate::export) fn unnested(text: &str) -> String {
    alternating(text, 0).replace(" 'n' ", " ’n’ ").replace(" ‘n’ ", " ’n’ ")
}

/// A text whose marks are double at even depths and single at odd ones; `depth` is that of its outermost.
fn alternating(text: &str, depth: usize) -> String {
    let (mut out, mut from) = (String::with_capacity(text.len()), 0);
    for mark in marks(text) {
        out.push_str(&text[from..mark.at]);
        out.push(match (mark.opens, (mark.depth + depth) % 2) {
            (true, 0) => '“',
            (false, 0) => '”',
            (true, _) => '‘',
            (false, _) => '’',
        });
        from = mark.at + text[mark.at..].chars().next().map_or(0, char::len_utf8);
    }
    out.push_str(&text[from..]);
    out
}

/// A text with a point at its end, within the quotation marks that close there (MLA 9 section 6.53; Chicago 17 section 6.9; APA 7
/// section 6.7). A text that ends with another end of a sentence has none; an apostrophe is no quotation mark, and the point
/// stands behind it (Chicago 17 section 6.118).
pub(in crate::export) fn with_point(text: &str) -> String {
    let closing: Vec<usize> = marks(text).iter().filter(|mark| !mark.opens).map(|mark| mark.at).collect();
    let mut end = text.len();
    for (at, _) in text.char_indices().rev() {
        if !closing.contains(&at) {
            break;
        }
        end = at;
    }
    let (body, marks) = text.split_at(end);
    if body.is_empty() || body.ends_with(['.', '?', '!', '…']) {
        return text.to_owned();
    }
    format!("{body}.{marks}")
}

#[cfg(test)]
mod tests {
    use super::{nested, unnested, with_point};

    #[track_caller]
    fn check(title: &str, quoted: &str) {
        assert_eq!(format!("“{}”", with_point(&nested(title))), quoted, "{title}");
    }

    #[test]
    fn quotation_marks_alternate_and_the_point_stands_within_them() {
        check("“I Know” and the “Play”", "“‘I Know’ and the ‘Play.’”");
        check("\"Good-bye, Teacher...\"", "“‘Good-bye, Teacher...’”");
        check("“Why?”", "“‘Why?’”");
        check("What Is “Play”?", "“What Is ‘Play’?”");
        check("The “So-Called ‘Play’”", "“The ‘So-Called “Play.”’”");
        check("Can 'Blended Learning' Help", "“Can ‘Blended Learning’ Help.”");
        check("‘Personalized Learning’ Guidebook", "“‘Personalized Learning’ Guidebook.”");
    }

    #[test]
    fn a_title_in_no_quotation_marks_has_double_ones() {
        assert_eq!(unnested("States Sketch 'Portraits of a Graduate'"), "States Sketch “Portraits of a Graduate”");
        assert_eq!(unnested("The \"So-Called 'Play'\""), "The “So-Called ‘Play’”");
        assert_eq!(unnested("Rural Districts' Needs"), "Rural Districts' Needs");
    }

    #[test]
    fn apostrophes_are_no_quotation_marks() {
        check("Rural Districts' Needs", "“Rural Districts' Needs.”");
        check("The Teachers’", "“The Teachers’.”");
        check("It’s Our Students’ Work", "“It’s Our Students’ Work.”");
        check(
            "'Personalized Learning' Guidebook Geared to Rural Districts' Needs",
            "“‘Personalized Learning’ Guidebook Geared to Rural Districts' Needs.”",
        );
        check("Rock ’n’ Roll in the ’90s", "“Rock ’n’ Roll in the ’90s.”");
        check("'The Students' Choice'", "“‘The Students' Choice.’”");
        check("A 5\" Disk", "“A 5\" Disk.”");
    }
}
