//! BibTeX, for biblatex too: `@techreport`, `@article`, `@book`, `@booklet`, `@misc`, in UTF-8.
//!
//! A report of no institution that is stated beside its authors is `@misc`, and such a book `@booklet`: a `@techreport` must have an
//! `institution`, a `@book` a `publisher` (Patashnik, *`BibTeXing`*, section 3.1).
//! Bodies are in braces, as authors too. Who published a work that no person signs is its author and not named again, as in all
//! formats (APA 7 sections 9.11 and 9.29); where nobody signs, `key` is what styles sort the entry by. Year, month and day are fields of their own, which both programs
//! read. In titles what styles that lower them would lose is in braces: names, acronyms, what begins behind a question mark.

use std::fmt::Write as _;

use crate::catalog::{DateStatement, HashMap, PartialDate, Published, Resource, Span, Unpublished, href};
use crate::export::citation::{
    Contributors, Name, Names, Person, Work, contributors, extended_date, letters, protected, years,
};
use crate::export::context::Context;
use crate::export::escape::line;
use crate::export::identifier::doi;
use crate::export::item::{FormatWriter, Item};
use crate::export::kind::Class;
use crate::export::pages::{in_full, joined_pages};
use crate::text::{fold, push_percent, tokens, without_article, without_tags};

/// The keys of the entries so far: of each, the number of the last one that was made of it with a letter, 1 where none was.
#[derive(Debug, Clone, Default)]
struct Keys(HashMap<String, usize>);

impl Keys {
    /// A key that no entry has yet: the stem, or the stem with the next letter.
    fn unique(&mut self, stem: String) -> String {
        let Some(n) = self.0.get(&stem) else {
            self.0.insert(stem.clone(), 1);
            return stem;
        };
        let mut n = n + 1;
        let mut key = format!("{stem}{}", letters(n));
        while self.0.contains_key(&key) {
            n += 1;
            key = format!("{stem}{}", letters(n));
        }
        self.0.insert(stem, n);
        self.0.insert(key.clone(), 1);
        key
    }
}

/// Writes BibTeX.
#[derive(Debug, Default)]
pub(in crate::export) struct Bibtex {
    /// Citation keys that are taken.
    keys: Keys,
}

impl FormatWriter for Bibtex {
    fn push(&mut self, item: &Item<'_>, out: &mut String) {
        entry(item, &mut self.keys, out);
    }
}

fn entry(item: &Item<'_>, keys: &mut Keys, out: &mut String) {
    let (resource, context) = (item.resource, item.context);
    let work = Work::of(resource, context, None);
    let Contributors { authors, editors, translators, guests, .. } = work.stated_contributors();
    let publishers = latex(&work.stated_publishers().join("; "));
    let entry_type = match work.kind.bibtex {
        "techreport" if publishers.is_empty() => "misc",
        "book" if publishers.is_empty() => "booklet",
        "inproceedings" if work.container.is_none() => "misc",
        stated => stated,
    };
    let _ = write!(out, "@{entry_type}{{{}", key(resource, context, keys));
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = write!(out, ",\n  {name} = {{{value}}}");
        }
    };
    field("title", &title(&work, context));
    // Styles write the word themselves (Patashnik, “edition”).
    let edition = work.stated_edition();
    field("edition", &latex(edition.rsplit_once(' ').map_or(edition, |(which, _)| which)));
    for (name, names) in [("author", &authors), ("editor", &editors), ("translator", &translators)] {
        field(name, &joined(names));
    }
    let guests: Vec<String> = guests.list.iter().map(|name| format!("Guest: {}", name.natural())).collect();
    field("note", &latex(&guests.join("; ")));
    if authors.list.is_empty() && editors.list.is_empty() {
        field("key", &latex(&sort_title(&without_tags(&resource.title), work.language)));
    }
    let series = work.series.as_ref().map(|series| series.name);
    let container = latex(&line(work.container.or(series).or(resource.container.as_deref()).unwrap_or_default()));
    let [in_container, published] = match entry_type {
        "article" => ["journal", "publisher"],
        "incollection" | "inproceedings" => ["booktitle", "publisher"],
        "thesis" | "phdthesis" | "mastersthesis" => ["series", "school"],
        "techreport" => ["series", "institution"],
        "book" => ["series", "publisher"],
        _ if work.container.is_some() => ["howpublished", "publisher"],
        _ => ["series", "howpublished"],
    };
    field(in_container, &container);
    field(published, &publishers);
    let [_, issue, pages] = work.locators();
    let [numbered, number] = work.stated_number();
    // Styles write it in place of the words that they have for a kind of thesis.
    let is_described =
        !work.title_end.description().is_empty() || matches!(work.kind.class, Class::Thesis(..) | Class::Talk(..));
    let called = if is_described { work.description().to_owned() } else { numbered };
    for (name, text) in [("volume", work.stated_volume()), ("type", called), ("number", issue), ("number", number)] {
        field(name, &latex(&text));
    }
    // The dash of a range is two hyphens.
    let pages: Vec<String> = joined_pages(&pages, "\n", in_full).split('\n').map(latex).collect();
    field("pages", &pages.join("--"));
    put_date(work.date, out);
    fields_last(item, out);
    out.push_str("\n}\n\n");
}

/// Year, month and day. A year that is not certain has a sign before or behind it, which styles take as long as it ends with four digits
/// (*`BibTeXing`*, “year”); biblatex reads `date` in its place, in the form of ISO 8601-2, and how far the work is in `pubstate`.
fn put_date(date: DateStatement, out: &mut String) {
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = write!(out, ",\n  {name} = {{{value}}}");
        }
    };
    if let Some(status) = date.status {
        field("year", status.words());
        field("pubstate", if status == Unpublished::InPress { "inpress" } else { "forthcoming" });
        return;
    }
    let about = if date.is_uncertain() { "ca. " } else { "" };
    // The year ends with digits: those of a decade are its first and its last.
    let all_years = years(DateStatement { span: Span::Stated, ..date }, false);
    field("year", &format!("{about}{}", all_years.replace('–', "--")));
    // A season is no date for all programs.
    if !date.is_plain() && date.season == 0 {
        field("date", &extended_date(date));
    }
    field("month", &date.seasons(str::to_owned).unwrap_or_default());
    let start = date.date.filter(|_| date.season == 0 && date.last_year().is_none());
    if let Some(month) = start.and_then(PartialDate::month_name) {
        // The name of a month is a macro that styles define: no braces.
        let _ = write!(out, ",\n  month = {}", month[..3].to_ascii_lowercase());
    }
    if let Some(day) = start.and_then(PartialDate::day) {
        let _ = write!(out, ",\n  day = {{{day}}}");
    }
}

fn fields_last(item: &Item<'_>, out: &mut String) {
    let (resource, context) = (item.resource, item.context);
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            let _ = write!(out, ",\n  {name} = {{{value}}}");
        }
    };
    field("url", &url(resource));
    field("doi", &doi(resource).map(|doi| verbatim(&doi)).unwrap_or_default());
    field("abstract", &latex(&line(resource.summary.as_deref().unwrap_or_default())));
    field("annote", &latex(&line(item.note)));
    let keywords: Vec<String> =
        context.keywords(resource).iter().map(|keyword| line(keyword).replace(',', ";")).collect();
    field("keywords", &latex(&keywords.join(", ")));
    field("pagetotal", &resource.pages.map(|pages| pages.to_string()).unwrap_or_default());
    field(
        "langid",
        if resource.language.as_deref().is_some_and(|code| code.starts_with("en")) { "english" } else { "" },
    );
}

/// A title without the article in front, which does not count where titles are sorted.
fn sort_title(title: &str, language: &str) -> String {
    let folded = fold(title);
    let n_words = |text: &str| text.split_whitespace().count();
    let n_left_out = n_words(&folded).saturating_sub(n_words(without_article(&folded, language)));
    title.split_whitespace().skip(n_left_out).collect::<Vec<&str>>().join(" ")
}

/// The key of an entry: family name, year, first word of the title that says something (`patrick2018fit`); of several with the
/// same key, the later ones have a letter.
fn key(resource: &Resource, context: Context<'_>, keys: &mut Keys) -> String {
    let plain = |text: &str| fold(text).chars().filter(char::is_ascii_alphanumeric).collect::<String>();
    let Contributors { authors, editors, .. } = contributors(resource, context);
    let signed = match authors.list.first().or(editors.list.first()) {
        Some(Name::Person(person)) => person.full_family(),
        Some(Name::Body(body)) => body.clone(),
        None => resource.publishers.first().cloned().unwrap_or_default(),
    };
    let signs =
        if resource.authors.is_empty() { plain(signed.split(' ').next().unwrap_or_default()) } else { plain(&signed) };
    let year = resource.published.as_ref().map(Published::statement).and_then(DateStatement::year);
    let year = year.map_or_else(|| "nd".to_owned(), |year| year.to_string());
    let says = |token: &&String| !["a", "an", "the", "of", "on", "in", "to", "for", "and"].contains(&token.as_str());
    let words = tokens(&resource.title);
    let word = words.iter().find(says).map(|word| plain(word)).unwrap_or_default();
    // A key begins with a letter: what has none of the alphabet at hand is a `ref` of its year.
    let (signs, word) = (signs.as_str(), word.as_str());
    let named = if signs.is_empty() && word.is_empty() { plain(&resource.id) } else { format!("{signs}{year}{word}") };
    let stem = match named.as_str() {
        "" => format!("ref{year}"),
        _ if named.starts_with(|c: char| c.is_ascii_alphabetic()) => named,
        _ => format!("ref{named}"),
    };
    keys.unique(stem)
}

/// Names with `and` between them, and those that are not named.
fn joined(names: &Names) -> String {
    let others = names.has_others.then(|| "others".to_owned());
    names.list.iter().map(author).chain(others).collect::<Vec<String>>().join(" and ")
}

/// A name as BibTeX splits it: particles, family name, suffix and given names with commas between; what it would split or take
/// for a particle is in braces, and so is a body.
fn author(name: &Name) -> String {
    let braced = |text: &str| format!("{{{}}}", latex(text));
    let part = |text: &str| {
        let is_whole = text.contains(',') || text.split(' ').any(|word| word.eq_ignore_ascii_case("and"));
        if is_whole { braced(text) } else { latex(text) }
    };
    let Name::Person(Person { family, non_dropping, dropping, given, suffix, .. }) = name else {
        let Name::Body(body) = name else { return String::new() };
        return braced(body);
    };
    if given.is_empty() && suffix.is_empty() && non_dropping.is_empty() && dropping.is_empty() {
        return braced(family);
    }
    // BibTeX takes all up to the last word in small letters for a particle: `Ortega y Gasset`.
    let has_small = family.contains(' ') && family.split(' ').any(|word| word.starts_with(char::is_lowercase));
    let family = if has_small { braced(family) } else { part(family) };
    let particles = [dropping, non_dropping].into_iter().filter(|particle| !particle.is_empty());
    let particles: Vec<String> = particles.map(|particle| part(particle)).collect();
    let is_joined = non_dropping.ends_with(['-', '\'', '’']);
    let gap = if particles.is_empty() || is_joined { "" } else { " " };
    let suffix = if suffix.is_empty() { String::new() } else { format!(", {}", part(suffix)) };
    format!("{}{gap}{family}{suffix}, {}", particles.join(" "), part(given))
}

/// The title, in braces what styles that lower titles would take a capital from.
fn title(work: &Work<'_>, context: Context<'_>) -> String {
    let (title, kept) = protected(work.resource(), context, work.is_english);
    let title = work.cut_stated(&work.title_end, &title);
    // No style changes the letters of a law (APA 7 section 11.1; MLA 9 chapter 2).
    if work.law.is_some() {
        return line(&format!("{{{}}}", with_marks(&latex(title))));
    }
    let (mut from, mut text) = (0, String::new());
    for kept in kept.into_iter().filter(|kept| kept.end <= title.len()) {
        let _ = write!(text, "{}{{{}}}", latex(&title[from..kept.start]), latex(&title[kept.clone()]));
        from = kept.end;
    }
    text.push_str(&latex(&title[from..]));
    line(&with_marks(&text))
}

/// A text with the quotation marks of LaTeX (Knuth, *The `TeXbook`*, chapter 2); an empty group parts a mark from the next.
fn with_marks(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let mark = match c {
            '“' => "``",
            '”' => "''",
            '‘' => "`",
            '’' => "'",
            _ => {
                out.push(c);
                continue;
            }
        };
        if out.ends_with(&mark[..1]) {
            out.push_str("{}");
        }
        out.push_str(mark);
    }
    out
}

/// Pairs of letters of which LaTeX makes one: dashes, quotation marks, inverted marks (Knuth, *The `TeXbook`*, chapter 9; T1 encoding).
const LIGATURES: [&str; 8] = ["--", "``", "''", "?`", "!`", ",,", "<<", ">>"];

/// A text for LaTeX. Braces become commands, for BibTeX counts even those behind a backslash; an empty group parts a ligature.
fn latex(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut last = None;
    for c in text.chars() {
        if last.replace(c).is_some_and(|last| LIGATURES.iter().any(|pair| pair.chars().eq([last, c]))) {
            out.push_str("{}");
        }
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '&' | '%' | '$' | '#' | '_' => {
                out.push('\\');
                out.push(c);
            }
            _ if c.is_control() => out.push(' '),
            _ => out.push(c),
        }
    }
    out
}

/// The address as it is: `url` is a verbatim field.
fn url(resource: &Resource) -> String {
    resource.url.as_deref().and_then(href).map(|url| verbatim(&url)).unwrap_or_default()
}

/// A verbatim value; what would end the field is written as percent and number.
fn verbatim(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match u8::try_from(c) {
            Ok(byte) if "{}\\ ".contains(c) || byte.is_ascii_control() => push_percent(&mut out, byte),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Keys, letters};

    #[test]
    fn no_key_is_given_twice_and_each_has_the_first_free_letter() {
        arbtest::arbtest(|u| {
            let (mut keys, mut had) = (Keys::default(), Vec::new());
            for _ in 0..u.int_in_range(0..=60)? {
                let stem = *u.choose(&["lee2019fit", "lee2019fitb", "lee2019fitbb", "ref", "refa", "refaa"])?;
                let tried = (2..).map(|n| format!("{stem}{}", letters(n)));
                let first = std::iter::once(stem.to_owned()).chain(tried).find(|key| !had.contains(key));
                let key = keys.unique(stem.to_owned());
                assert_eq!(Some(&key), first.as_ref());
                had.push(key);
            }
            Ok(())
        });
    }

    #[test]
    fn the_next_letter_of_a_stem_is_known_without_trying_those_before() {
        let mut keys = Keys::default();
        let last = (0..4000).map(|_| keys.unique("lee2019fit".to_owned())).last();
        assert_eq!(last, Some(format!("lee2019fit{}", letters(4000))));
        assert_eq!(keys.0.get("lee2019fit"), Some(&4000));
    }
}
