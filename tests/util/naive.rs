//! The brute-force oracle: what every answer of the engine must be, written out from the definitions.

#![allow(dead_code, clippy::unwrap_used, reason = "each test file uses a part; a test fails by panicking")]

use std::collections::BTreeSet;
use std::ops::{Bound, RangeBounds};

use competency_explorer::catalog::{Catalog, Resource, ResourceIdx};
use competency_explorer::explore::State;
use competency_explorer::facet::Choice;
use competency_explorer::search::query::{Expr, Leaf, Query, Word};
use competency_explorer::search::{FieldValue, What, parse};
use competency_explorer::text::{each_token, fold, with_signs};

/// The query of a text over a catalog as [`any_catalog`](super::any_catalog) makes them.
pub(crate) fn query_of(text: &str) -> Query {
    const FIELDS: [&str; 16] = [
        "title",
        "summary",
        "theme",
        "type",
        "audience",
        "level",
        "place",
        "year",
        "publisher",
        "author",
        "keyword",
        "language",
        "access",
        "grade",
        "note",
        "tags",
    ];
    parse(text, &|name| FIELDS.contains(&name))
}

/// What stands between words that are asked for, as far as the generated queries have it.
const FUNCTION_WORDS: [&str; 4] = ["the", "how", "in", "or"];

/// Whether a word outside quotes counts: function words do only where nothing else is asked for.
fn counts(query: &Query, word: &Word) -> bool {
    let is_function = |word: &Word| FUNCTION_WORDS.contains(&word.text.as_str());
    let is_content = |leaf: &Leaf| match &leaf.what {
        What::Words(words) => !leaf.negated && words.iter().any(|word| !is_function(word)),
        _ => !leaf.negated,
    };
    !is_function(word) || !query.leaves.iter().any(is_content)
}

/// Whether a leaf asks for nothing, since all of its words are optional.
fn is_optional(query: &Query, leaf: &Leaf) -> bool {
    !leaf.negated && matches!(&leaf.what, What::Words(words) if words.iter().all(|word| !counts(query, word)))
}

/// The values of a record for a facet, with all themes above its own.
pub(crate) fn naive_values(catalog: &Catalog, resource: &Resource, key: &str) -> BTreeSet<String> {
    let themes = &catalog.head.vocabulary.themes;
    // The themes "c" and "d" name each other as parents: both stand at the top.
    let parent = |id: &str| {
        themes.iter().find(|theme| theme.id == id && !["c", "d"].contains(&id)).and_then(|theme| theme.parent.clone())
    };
    match key {
        "theme" => {
            let mut all: BTreeSet<String> = resource.themes.iter().cloned().collect();
            while let Some(above) = all.iter().find_map(|id| parent(id).filter(|above| !all.contains(above))) {
                all.insert(above);
            }
            all
        }
        "type" => resource.r#type.iter().cloned().collect(),
        "audience" => resource.audiences.iter().cloned().collect(),
        "place" => resource.places.iter().cloned().collect(),
        "year" => resource.date().iter().map(|date| date.year().to_string()).collect(),
        "publisher" => resource.publishers.iter().cloned().collect(),
        "author" => resource.author_names().into_iter().collect(),
        "keyword" => resource.keywords.iter().cloned().collect(),
        "grade" | "tags" => resource.extra_values(key).into_iter().collect(),
        _ => BTreeSet::new(),
    }
}

fn naive_names(key: &str, choice: &str, values: &BTreeSet<String>) -> bool {
    if choice.is_empty() {
        return values.is_empty();
    }
    if !["year", "grade"].contains(&key) {
        return values.contains(choice);
    }
    let (from, to) = choice.split_once("..").unwrap_or((choice, choice));
    let (from, to) = (from.parse().unwrap_or(0), to.parse().unwrap_or(9999));
    values.iter().any(|value| (from..=to).contains(&value.parse::<i32>().unwrap()))
}

pub(crate) fn naive_admits(catalog: &Catalog, resource: &Resource, key: &str, choice: &Choice, own: bool) -> bool {
    let real = |choice: &&String| {
        !["no-such-theme", "Atlantis", "soon"].contains(&choice.as_str()) && in_catalog(catalog, key, choice)
    };
    let values = naive_values(catalog, resource, key);
    let any: Vec<_> = choice.any.iter().filter(real).collect();
    let met = |choice: &&String| naive_names(key, choice, &values);
    let chosen = !own || any.is_empty() || if choice.all { any.iter().all(met) } else { any.iter().any(met) };
    chosen && !choice.not.iter().filter(real).any(|choice| naive_names(key, choice, &values))
}

/// Whether a choice names a value that the catalog has in its vocabulary or in any record; ranges always count.
fn in_catalog(catalog: &Catalog, key: &str, choice: &str) -> bool {
    choice.is_empty()
        || ["year", "grade"].contains(&key)
        || catalog.head.vocabulary.themes.iter().any(|theme| key == "theme" && theme.id == choice)
        || catalog.resources.iter().any(|resource| naive_values(catalog, resource, key).contains(choice))
}

/// The texts of a record, each with the part that a query can name, if any.
fn texts(catalog: &Catalog, resource: &Resource) -> Vec<(&'static str, String)> {
    let label = |id: &String| {
        catalog.head.vocabulary.themes.iter().find(|t| t.id == *id).map_or(id.clone(), |t| t.label.clone())
    };
    let mut texts = vec![("title", resource.title.clone()), ("summary", resource.summary.clone().unwrap_or_default())];
    texts.extend(resource.themes.iter().map(|id| ("", label(id))));
    let container: Vec<String> = resource.container.iter().cloned().collect();
    for list in [&resource.author_names(), &resource.publishers, &container, &resource.places, &resource.keywords] {
        texts.extend(list.iter().map(|text| ("", text.clone())));
    }
    let types = &catalog.head.vocabulary.types;
    let type_label = |id: &String| types.iter().find(|t| t.id == *id).map_or(id.clone(), |t| t.label.clone());
    texts.extend(resource.r#type.iter().map(|id| ("", type_label(id))));
    texts.extend(resource.audiences.iter().map(|id| ("", id.clone())));
    texts.extend(["note", "tags"].iter().flat_map(|key| {
        resource.extra_values(key).into_iter().map(move |text| (if *key == "note" { "note" } else { "" }, text))
    }));
    texts
}

/// The first and the last day of a date, as texts that order as they do.
fn days(date: &str) -> (String, String) {
    (format!("{date}-01-01")[..10].to_owned(), format!("{date}{}", &"-12-31"[date.len() - 4..]))
}

/// Whether a record is dated within a span.
fn naive_dated(resource: &Resource, value: &FieldValue) -> bool {
    let Some(date) = resource.date().map(|date| date.to_string()) else { return false };
    let (first, last) = days(&date);
    match value {
        FieldValue::Words { raw, .. } | FieldValue::Phrase { raw, .. } => days(raw).0 <= first && last <= days(raw).1,
        FieldValue::Range { from, to, .. } => {
            (match from {
                Bound::Included(from) => days(from).0 <= first,
                Bound::Excluded(from) => days(from).1 < first,
                Bound::Unbounded => true,
            }) && match to {
                Bound::Included(to) => last <= days(to).1,
                Bound::Excluded(to) => last < days(to).0,
                Bound::Unbounded => true,
            }
        }
    }
}

fn has_word(texts: &[(&str, String)], word: &Word) -> bool {
    let has_signs = word.typed.ends_with(['+', '#']);
    let wanted = if has_signs { &word.typed } else { &word.text };
    let answers = |(token, signed): &(String, String)| {
        let token = if has_signs { signed } else { token };
        token == wanted || !has_signs && word.prefix && token.starts_with(wanted)
    };
    texts.iter().any(|(_, text)| signed_tokens(text).iter().any(answers))
}

/// The words of a text, folded, and with the signs behind them that are their names.
fn signed_tokens(text: &str) -> Vec<(String, String)> {
    let mut words = Vec::new();
    each_token(text, |token, range| words.push((token.to_owned(), with_signs(&text[range], token))));
    words
}

fn has_phrase(texts: &[(&str, String)], words: &[String]) -> bool {
    let is_word = |((token, signed), word): (&(String, String), &String)| token == word || signed == word;
    let stand_there = |some: &[(String, String)]| some.iter().zip(words).all(is_word);
    texts.iter().any(|(_, text)| signed_tokens(text).windows(words.len()).any(stand_there))
}

/// Whether a record has a value that a query asks for by its name.
fn naive_field(catalog: &Catalog, resource: &Resource, field: &str, value: &FieldValue) -> bool {
    if field == "year" {
        return naive_dated(resource, value);
    }
    if ["title", "summary", "note"].contains(&field) {
        let texts: Vec<_> = texts(catalog, resource).into_iter().filter(|(part, _)| *part == field).collect();
        return match value {
            FieldValue::Words { words, .. } => words.iter().all(|word| has_word(&texts, word)),
            FieldValue::Phrase { words, .. } => has_phrase(&texts, words),
            FieldValue::Range { .. } => false,
        };
    }
    let values = naive_values(catalog, resource, field);
    if let FieldValue::Range { from, to, .. } = value {
        if !["year", "grade"].contains(&field) {
            return false;
        }
        let bound = |bound: &Bound<String>| bound.as_ref().map(|text| text.parse::<i64>().unwrap());
        return values.iter().any(|value| (bound(from), bound(to)).contains(&value.parse().unwrap()));
    }
    let (FieldValue::Words { raw, .. } | FieldValue::Phrase { raw, .. }) = value else { return false };
    let label = |id: &str| {
        let themes = &catalog.head.vocabulary.themes;
        themes.iter().find(|t| field == "theme" && t.id == id).map_or(id.to_owned(), |t| t.label.clone())
    };
    let mut all: BTreeSet<String> =
        catalog.resources.iter().flat_map(|resource| naive_values(catalog, resource, field)).collect();
    all.extend(catalog.head.vocabulary.themes.iter().filter(|_| field == "theme").map(|theme| theme.id.clone()));
    let is_named = |id: &&String| fold(id) == fold(raw) || fold(&label(id)) == fold(raw);
    if all.iter().any(|id| is_named(&id)) {
        return values.iter().any(|id| is_named(&id));
    }
    values.iter().any(|id| {
        [label(id), id.clone()].iter().any(|text| match value {
            FieldValue::Words { words, .. } => words.iter().all(|word| has_word(&[("", text.clone())], word)),
            FieldValue::Phrase { words, .. } => has_phrase(&[("", text.clone())], words),
            FieldValue::Range { .. } => false,
        })
    })
}

fn naive_expr(catalog: &Catalog, resource: &Resource, query: &Query, expr: &Expr) -> bool {
    let part = |part: &Expr| naive_expr(catalog, resource, query, part);
    match expr {
        Expr::All(parts) => parts.iter().all(part),
        // An alternative that asks for nothing is none.
        Expr::Any(parts) => parts.iter().filter(|expr| !asks_nothing(query, expr)).any(part),
        Expr::Not(inner) => !part(inner),
        Expr::Leaf(leaf) => match &query.leaves[*leaf].what {
            What::Words(words) => {
                let negated = query.leaves[*leaf].negated;
                let counted = words.iter().filter(|word| negated || counts(query, word));
                counted.into_iter().all(|word| has_word(&texts(catalog, resource), word))
            }
            What::Phrase(words) => has_phrase(&texts(catalog, resource), words),
            What::Field { field, value } => naive_field(catalog, resource, field, value),
        },
    }
}

fn asks_nothing(query: &Query, expr: &Expr) -> bool {
    match expr {
        Expr::All(parts) | Expr::Any(parts) => parts.iter().all(|part| asks_nothing(query, part)),
        Expr::Not(inner) => asks_nothing(query, inner),
        Expr::Leaf(leaf) => is_optional(query, &query.leaves[*leaf]),
    }
}

/// Whether a record answers a query, words as they are spelled.
pub(crate) fn naive_answers(catalog: &Catalog, resource: &Resource, query: &Query) -> bool {
    query.expr.as_ref().is_none_or(|expr| naive_expr(catalog, resource, query, expr))
}

/// Whether a record matches a state, with the choice of one facet aside.
pub(crate) fn naive_matches(catalog: &Catalog, resource: &Resource, state: &State, aside: Option<&str>) -> bool {
    (naive_answers(catalog, resource, &query_of(&state.query)) || resource.id == state.query.trim())
        && state.filter.iter().all(|(key, choice)| naive_admits(catalog, resource, key, choice, aside != Some(key)))
}

/// The records that match a state, with the choice of one facet aside.
pub(crate) fn naive_set(catalog: &Catalog, state: &State, aside: Option<&str>) -> BTreeSet<ResourceIdx> {
    (0..).zip(&catalog.resources).filter(|(_, r)| naive_matches(catalog, r, state, aside)).map(|(idx, _)| idx).collect()
}
