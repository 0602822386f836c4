//! Lists of works: their order, and the letters that tell works of one author and one year apart.

use super::entry::Citation;
use super::numeral::spelled;
use super::style::{Style, cite_work};
use super::work::Work;
use crate::catalog::Name;
use crate::catalog::{DateStatement, PartialDate, Resource, sorted_positions};
use crate::export::context::Context;
use crate::text::{fold, without_article, without_entities, without_tags};

/// What an entry is sorted by.
struct Key {
    /// Who signs, each as family name and given names, letters only; the title where nobody does.
    names: Vec<[String; 2]>,
    /// Whether somebody does.
    is_signed: bool,
    /// The date as far as the entry shows it: year, month, day, 0 for what it does not.
    date: [u16; 3],
    title: String,
}

/// Resources as a list of works in a style: the place of each among those given, and its entry, in the order of the list.
///
/// Entries are sorted by who signs, letter by letter, nothing before something, so that one author stands before the same with
/// others; a work that nobody signs by the first significant word of its title. Works of the same authors follow by date and
/// title, in APA undated ones first (APA 7 sections 9.44 to 9.49), in Chicago last (Chicago 17 sections 14.65 and 15.16 to
/// 15.20), in MLA by title alone (MLA 9 sections 5.123 to 5.130). Of one year they have letters, `2019a`, `n.d.-a` (APA 7
/// sections 8.19 and 9.47, Chicago 17 section 15.20); MLA has none, but three hyphens for authors that are those of the entry
/// before (MLA 9 section 5.126). Chicago repeats names: its three-em dash is given up in the 18th edition (2024, section 13.72), since
/// such a line says nothing once it is sorted anew, linked or copied.
pub fn reference_list<'a>(
    style: Style,
    resources: &'a [Resource],
    context: impl Into<Context<'a>>,
    accessed: Option<PartialDate>,
) -> Vec<(usize, Citation)> {
    let context = context.into();
    let mut works: Vec<Work<'_>> = resources.iter().map(|resource| Work::of(resource, context, accessed)).collect();
    let keys: Vec<Key> = works.iter().map(|work| Key::new(style, work)).collect();
    let order = sorted_positions(keys.len(), &mut |a, b| {
        let (a, b) = (&keys[a as usize], &keys[b as usize]);
        let by_date = match style {
            Style::Apa => a.date.cmp(&b.date),
            Style::Mla => std::cmp::Ordering::Equal,
            // Letters follow the titles of a year, whatever the month.
            Style::Chicago => (a.date[0].wrapping_sub(1)).cmp(&b.date[0].wrapping_sub(1)),
        };
        a.names.cmp(&b.names).then(by_date).then_with(|| a.title.cmp(&b.title))
    });
    let order: Vec<usize> = order.into_iter().map(|at| at as usize).collect();
    mark(style, &order, &keys, &mut works);
    order.into_iter().map(|at| (at, cite_work(style, &works[at]))).collect()
}

/// Gives letters to works of one year by the same authors, and marks those whose authors are those of the entry before.
fn mark(style: Style, order: &[usize], keys: &[Key], works: &mut [Work<'_>]) {
    let is_same = |a: usize, b: usize| {
        let (a, b) = (&keys[a], &keys[b]);
        a.is_signed && b.is_signed && a.names == b.names && (style == Style::Mla || a.date[0] == b.date[0])
    };
    let mut start = 0;
    while start < order.len() {
        let n = order[start..].iter().take_while(|at| is_same(order[start], **at)).count().max(1);
        for (nth, at) in order[start..start + n].iter().enumerate().filter(|_| n > 1) {
            match style {
                Style::Mla => works[*at].repeats = nth > 0,
                Style::Apa | Style::Chicago => works[*at].letter = letters(nth + 1),
            }
        }
        start += n;
    }
}

/// `a` for the first, `z` for the 26th, `aa` for the 27th.
pub(in crate::export) fn letters(mut n: usize) -> String {
    let mut letters = String::new();
    while n > 0 {
        n -= 1;
        letters.insert(0, char::from(b'a' + u8::try_from(n % 26).unwrap_or(0)));
        n /= 26;
    }
    letters
}

impl Key {
    fn new(style: Style, work: &Work<'_>) -> Self {
        // A law stands under the name by which it is cited.
        let title = work.law.as_ref().map_or(&work.resource.title, |law| &law.cited);
        let title = significant(&without_tags(&without_entities(title)), work.language);
        let signed_by = if style == Style::Apa { work.signed() } else { work.signed_or_translators() };
        let has_others = signed_by.has_others;
        let signed: Vec<Name> = match style {
            Style::Mla => work.signed_apart_from_publishers().into_iter().cloned().collect(),
            Style::Apa | Style::Chicago if work.cited_as_law(&signed_by).is_some() => Vec::new(),
            // An article that nobody signs has its periodical in the author's place (section 15.49).
            Style::Chicago if signed_by.list.is_empty() => {
                work.periodical_in_front().map(|name| Name::Body(name.to_owned())).into_iter().collect()
            }
            Style::Apa | Style::Chicago => signed_by.list,
        };
        let is_signed = !signed.is_empty();
        let names = if is_signed {
            // Others that are not named tell a work from one that its authors wrote alone.
            let others = has_others.then(|| ["others".to_owned(), String::new()]);
            signed.iter().map(|name| name_key(style, name, work.language)).chain(others).collect()
        } else {
            vec![[title.clone(), String::new()]]
        };
        let shows_day = style == Style::Apa && !work.kind.is_dated_by_year();
        let part = |part: Option<u8>| part.filter(|_| shows_day).map_or(0, u16::from);
        let date = match work.date {
            // What is yet to appear stands behind what has (APA 7 section 9.46, Chicago 17 section 15.45).
            DateStatement { status: Some(_), .. } => [u16::MAX, 0, 0],
            DateStatement { date: Some(date), .. } => [date.year(), part(date.month()), part(date.day())],
            DateStatement { date: None, .. } => [0; 3],
        };
        Self { names, is_signed, date, title }
    }
}

/// The family name and what stands behind it; a body whole, without its article.
fn name_key(style: Style, name: &Name, language: &str) -> [String; 2] {
    if name.is_body() {
        return [significant(&name.natural(), language), String::new()];
    }
    let inverted = match name {
        // The comma that an entry leaves out counts here.
        Name::Person(person) if person.is_family_first => name.split_by_commas(),
        _ if style == Style::Chicago => name.inverted_in_chicago(),
        _ => name.inverted(),
    };
    let (family, given) = inverted.split_once(',').unwrap_or((&inverted, ""));
    // In APA initials come first, and tell apart no Ann Lee from an Amy Lee (section 9.8).
    let initials = if style == Style::Apa { name.with_initials() } else { String::new() };
    let initials = initials.split_once(',').map_or("", |(_, initials)| initials);
    [letters_only(family), format!("{} {}", letters_only(initials), letters_only(given))]
}

/// A text from its first significant word on, a number there in words, letters only.
fn significant(text: &str, language: &str) -> String {
    letters_only(&spelled(without_article(&fold(text), language)))
}

/// Letters and digits, folded: blanks, hyphens and apostrophes do not count (APA 7 section 9.44, Chicago 17 section 16.59).
fn letters_only(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
