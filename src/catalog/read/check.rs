//! What a catalog says against itself: unknown terms, broken theme trees, values that are not of their field's kind.
//!
//! Needs the whole catalog, since vocabulary and fields may stand behind the records.

use std::borrow::Cow;

use super::finding::{Finding, FindingKind, Place, add, kept};
use super::keys;
use crate::catalog::hash::{HashMap, HashSet};
use crate::catalog::model::{
    Field, FieldKind, Head, List, PartialDate, ResourceIdx, Term, decimal, key_places, stated_keys, values,
};
use crate::catalog::store::Store;
use crate::limits::{FIELD_VALUES, OWN_FACETS, THEME_DEPTH, work};
use crate::text::{compare_key, without_markup};

/// The lists that hold several values, each of which is looked at for several in one text.
const LISTED: [List; 6] = [List::Themes, List::Audiences, List::Levels, List::Places, List::Publishers, List::Keywords];
/// The fewest commas of a keyword that is a list: `Portland, Maine` is none.
const COMMAS: usize = 2;

/// The first year in which books were printed with movable type in Europe.
const FIRST_YEAR: u16 = 1450;
/// How many years behind the last change of the catalog something may be announced for.
const YEARS_AHEAD: u16 = 5;

/// Adds what is found. `lines` holds the line of the vocabulary, and record number and line of each record.
pub fn against_itself(head: &Head, store: &Store, lines: (usize, &[(u32, u32)]), findings: &mut Vec<Finding>) {
    vocabulary(head, lines.0, findings);
    let words = &head.vocabulary;
    let known = List::ALL.map(|list| (list, known(words.terms(list), store)));
    let mut met = HashSet::default();
    keys::misspelt(store, lines.1, findings);
    let updated = head.updated.as_deref().and_then(|text| PartialDate::read(text).ok());
    let last_year = updated.map_or(u16::MAX, |date| date.year() + YEARS_AHEAD);
    let checked: Vec<&Field> = head.fields.iter().filter(|field| is_checked(field)).collect();
    let places = key_places(&checked.iter().map(|field| field.id.as_str()).collect::<Vec<_>>());
    for (idx, (record, line)) in (0..).zip(lines.1) {
        let mut find = |field: &str, kind| {
            let id = Some(kept(store.id(idx)));
            let place =
                Place { record: Some(*record as usize), id, field: Some(field.to_owned()), line: *line as usize };
            add(findings, Finding { place, kind });
        };
        alone(store, idx, last_year, &mut find);
        let counts = List::ALL.map(|list| (list.key(), store.list(idx, list).count()));
        for (key, n) in counts.into_iter().chain([("sources", store.sources(idx).len())]) {
            if n > FIELD_VALUES {
                find(key, FindingKind::TooManyValues(n));
            }
        }
        for (list, known) in known.iter().filter(|(_, known)| !known.is_empty()) {
            for word in store.list(idx, *list).take(FIELD_VALUES).filter(|word| !known[*word as usize]) {
                let text = store.string(word);
                if several(text, *list).is_empty() {
                    find(list.key(), FindingKind::UnknownTerm(kept(text)));
                }
            }
        }
        for list in LISTED {
            for text in store.list(idx, list).filter(|word| met.insert(*word)).map(|word| store.string(word)) {
                if has_control(text) {
                    find(list.key(), FindingKind::Control(kept(text)));
                }
                let values = several(text, list);
                if markup(list.key(), text, &mut find) {
                    continue;
                }
                if !values.is_empty() {
                    find(list.key(), FindingKind::SeveralValues(text.to_owned(), values));
                }
            }
        }
        if checked.is_empty() || !store.has_extra(idx) {
            continue;
        }
        let extra = store.extra(idx);
        for field in stated_keys(&places, &extra).into_iter().map(|at| checked[at]) {
            if let Some(value) = values(&extra, &field.id).into_iter().find(|value| !fits(field, value)) {
                find(&field.id, FindingKind::WrongValue(value, field.kind));
            }
        }
    }
}

/// Adds the signs of HTML that a text has; returns whether it has any.
fn markup(key: &str, text: &str, find: &mut dyn FnMut(&str, FindingKind)) -> bool {
    let plain = without_markup(text);
    plain.is_some_and(|plain| {
        find(key, FindingKind::Markup(kept(text), kept(&plain)));
        true
    })
}

/// Adds what is found of a record by itself: control characters in its id and its title, signs of HTML, an unlikely year.
fn alone(store: &Store, idx: ResourceIdx, last_year: u16, find: &mut dyn FnMut(&str, FindingKind)) {
    for (key, text) in [("id", store.id(idx)), ("title", store.title(idx))] {
        if has_control(text) {
            find(key, FindingKind::Control(kept(text)));
        }
    }
    for (key, text) in [("title", store.title(idx)), ("summary", store.summary(idx))] {
        markup(key, text, find);
    }
    let year = store.published(idx).map(PartialDate::year);
    if let Some(year) = year.filter(|year| !(FIRST_YEAR..=last_year).contains(year)) {
        find("published", FindingKind::UnlikelyYear(year));
    }
}

/// Whether a text has a control character, of which the bytes of most have no sign.
fn has_control(text: &str) -> bool {
    text.bytes().any(|byte| byte < 0x20 || byte == 0x7f || byte == 0xc2) && text.contains(char::is_control)
}

/// Adds what is found beside the records: themes whose parent is not taken, and more synonyms or filters than there can be.
fn vocabulary(head: &Head, line: usize, findings: &mut Vec<Finding>) {
    let words = &head.vocabulary;
    for (theme, fault) in words.themes.iter().zip(parent_faults(&words.themes)) {
        let Some(fault) = fault else { continue };
        let id = Some(kept(&theme.id));
        let place = Place { id, field: Some("themes".to_owned()), line, record: None };
        let parent = kept(theme.parent.as_deref().unwrap_or_default());
        let kind = match fault {
            ParentFault::Rootless => FindingKind::BadParent(parent),
            ParentFault::TooDeep => FindingKind::TooDeep(parent),
        };
        add(findings, Finding { place, kind });
    }
    let mut find = |field: &str, kind| {
        let place = Place { field: Some(field.to_owned()), line, ..Place::default() };
        add(findings, Finding { place, kind });
    };
    if let (_, Some(synonym)) = words.searched_synonyms() {
        find("synonyms", FindingKind::LongSynonym(kept(synonym)));
    }
    let n_filters = head.fields.iter().filter(|field| field.can_filter()).count();
    if n_filters > OWN_FACETS {
        find("fields", FindingKind::TooManyFilters(n_filters));
    }
}

/// The values that one text of a list holds, where signs stand between them; none where it is one value.
fn several(text: &str, list: List) -> Vec<String> {
    let is_listed = list == List::Keywords && text.matches(", ").count() >= COMMAS;
    let signs: &[char] = if is_listed { &[';', '|', ','] } else { &[';', '|'] };
    let values: Vec<String> = text
        .split(signs)
        .map(str::trim)
        .filter(|value| !value.is_empty())
        .take(FIELD_VALUES)
        .map(str::to_owned)
        .collect();
    if values.len() > 1 { values } else { Vec::new() }
}

/// For each word of the records, whether it is the id of a term in any spelling; empty where no terms are named, and all are
/// welcome.
fn known(terms: &[Term], store: &Store) -> Vec<bool> {
    let keys: HashSet<Cow<'_, str>> = terms.iter().map(|term| compare_key(&term.id)).collect();
    let words = (0..).take(if terms.is_empty() { 0 } else { store.n_strings() });
    words.map(|word| keys.contains(&compare_key(store.string(word)))).collect()
}

/// Whether a field's kind leaves some values out.
fn is_checked(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Number | FieldKind::Date)
}

/// Whether a value can be filtered by, as its field says it.
fn fits(field: &Field, value: &str) -> bool {
    match field.kind {
        FieldKind::Number => decimal(value).is_some(),
        FieldKind::Date => PartialDate::read(value).is_ok(),
        FieldKind::Terms | FieldKind::Text => true,
    }
}

/// What is the matter with the parent that a theme names, which is not taken then.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ParentFault {
    /// It is unknown, or the way up goes in a circle.
    Rootless,
    /// It stands as deep as a theme may.
    TooDeep,
}

/// Returns for each theme, in their order, the finding about its parent, if there is one. Linear: every theme is visited once.
pub(crate) fn parent_faults(themes: &[Term]) -> Vec<Option<ParentFault>> {
    // How deep each theme stands, from 1; before that is known 0, and while the way up from it is followed or ends nowhere `NO_ROOT`.
    const NO_ROOT: usize = usize::MAX;
    let places: HashMap<&str, usize> = themes.iter().zip(0..).map(|(theme, at)| (theme.id.as_str(), at)).collect();
    let mut depths = vec![0; themes.len()];
    let mut path = Vec::new();
    for start in 0..themes.len() {
        let mut next = Some(start);
        let mut depth = loop {
            work::count(1);
            match next {
                Some(at) if depths[at] == 0 => {
                    depths[at] = NO_ROOT;
                    path.push(at);
                    match &themes[at].parent {
                        None => break 0,
                        Some(parent) => next = places.get(parent.as_str()).copied(),
                    }
                }
                Some(at) => break depths[at],
                None => break NO_ROOT,
            }
        };
        while let Some(at) = path.pop() {
            depth = depth.saturating_add(1);
            depths[at] = depth;
        }
    }
    let fault = |depth: usize| match depth {
        NO_ROOT => Some(ParentFault::Rootless),
        _ => (depth > THEME_DEPTH && depth % THEME_DEPTH == 1).then_some(ParentFault::TooDeep),
    };
    depths.into_iter().map(fault).collect()
}
