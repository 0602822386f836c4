//! Words of a query that are names of values: `rubric video` is about rubrics, in videos.
//!
//! Recognized are whole labels of types, audiences, levels, places and own terms, in any form of their words, each name of a type
//! that has several ("Law or policy document"), abbreviations of US states ("NH", "Wash."), years, months, and spans of years. What they were typed for is offered, with exact counts; the query itself is searched as words all the same.

use std::ops::Range;

use super::parse_query::parse_query;
use super::results::text_hits;
use super::years::years_in;
use crate::catalog::{PartialDate, ResourceSet, month_named};
use crate::explore::engine::{Engine, Names};
use crate::explore::state::State;
use crate::explore::us_states::{abbreviated, is_state};
use crate::facet::{Definition, Kind, Origin, ValueIdx};
use crate::search::query::{Expr, Leaf};
use crate::search::{Query, What};
use crate::text::{Stems, is_stop_word, tokens};

/// The built-in facets whose labels are recognized; of a label that several have, the first counts.
const FACETS: [&str; 4] = ["type", "audience", "level", "place"];

/// The facet of years.
const YEAR: &str = "year";

/// Words between two names of one type: "Law or policy document".
const OR: [&str; 4] = ["or", "oder", "ou", "o"];

/// Words that make the month behind them the end of a span.
const OPEN_ENDS: [&str; 6] = ["since", "after", "before", "until", "till", "between"];

/// A value of a facet that words of a query name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Position of the facet.
    pub facet: usize,
    /// The id of the value, or a span of years as a choice asks for it: `2015..`.
    pub value: String,
    /// How many resources match with it and without the query.
    pub count: usize,
}

/// A query of which some words name values.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recognized {
    /// The values, in the order of the text; of each facet one.
    pub values: Vec<Named>,
    /// The query without their words.
    pub rest: String,
    /// How many resources have all values and answer the rest.
    pub count: usize,
    /// How many resources answer the rest, whatever their values.
    pub rest_count: usize,
}

impl Recognized {
    /// The state in which the values are chosen and the rest is searched.
    #[must_use]
    pub fn chosen(&self, engine: &Engine, state: &State) -> State {
        self.values.iter().fold(state.with_query(&self.rest), |state, named| named.chosen(engine, &state))
    }
}

impl Named {
    /// The state in which this value is chosen, and nothing is searched.
    #[must_use]
    pub fn alone(&self, engine: &Engine, state: &State) -> State {
        self.chosen(engine, &state.with_query(""))
    }

    fn chosen(&self, engine: &Engine, state: &State) -> State {
        state.with(|state| state.filter.choose(&engine.facets[self.facet].definition.key, &self.value))
    }
}

/// Whether a query asks for words alone, all of them: only these can become a choice and mean the same.
pub(in crate::explore) fn is_plain(query: &Query) -> bool {
    let are_words = query.leaves.iter().all(|leaf| !leaf.negated && matches!(leaf.what, What::Words(_)));
    let is_leaf = |expr: &Expr| matches!(expr, Expr::Leaf(_));
    let are_all = match &query.expr {
        Some(Expr::All(parts)) => parts.iter().all(is_leaf),
        Some(expr) => is_leaf(expr),
        None => true,
    };
    query.hints.is_empty() && are_words && are_all
}

/// What a text names besides what it is about. `None` where it names nothing, where a single name is all that it is, or where
/// nothing is found by what it names. Values of facets of which something is chosen already are none.
pub fn recognize(engine: &Engine, state: &State, text: &str) -> Option<Recognized> {
    let query = parse_query(engine, text);
    if !is_plain(&query) {
        return None;
    }
    let InText { values: found, rest, is_reworded } = named_in(engine, state, text, &query);
    let rest = rest.join(" ");
    let is_year = |(facet, _): &(usize, String)| engine.facets[*facet].definition.key == YEAR;
    // The words of a label find all that have it.
    if found.is_empty() || rest.is_empty() && found.len() == 1 && !is_year(&found[0]) && !is_reworded {
        return None;
    }
    let n_of = |state: &State, text: &ResourceSet| state.filter.admitted(&engine.facets, text).len();
    let everything = ResourceSet::all(engine.len());
    let values = found.into_iter().map(|(facet, value)| {
        let named = Named { facet, value, count: 0 };
        Named { count: n_of(&named.alone(engine, state), &everything), ..named }
    });
    let mut recognized = Recognized { values: values.collect(), rest, count: 0, rest_count: 0 };
    let of_rest = text_hits(engine, &parse_query(engine, &recognized.rest), state.only_words).set;
    recognized.count = n_of(&recognized.chosen(engine, state), &of_rest);
    recognized.rest_count = n_of(state, &of_rest);
    let finds = recognized.count > 0 || recognized.values.iter().any(|named| named.count > 0);
    finds.then_some(recognized)
}

/// What the terms of a query are.
#[derive(Default)]
struct InText {
    /// Values that they name: each the position of its facet, and its id.
    values: Vec<(usize, String)>,
    /// The other terms.
    rest: Vec<String>,
    /// Whether they name a value by other words than those of its label.
    is_reworded: bool,
}

/// The ids of the values that whole terms of a query name, the longest names first of all, and the text of the others.
fn named_in(engine: &Engine, state: &State, text: &str, query: &Query) -> InText {
    let names = engine.names.get_or_init(|| names_of(engine));
    let InText { mut values, mut rest, mut is_reworded } = InText::default();
    let is_free = |values: &[(usize, String)], facet: usize| {
        let key = &engine.facets[facet].definition.key;
        state.filter.of(key).is_none() && values.iter().all(|(other, _)| *other != facet)
    };
    let of_years = years_at(engine, text).filter(|(facet, ..)| is_free(&values, *facet));
    let in_years = of_years.as_ref().map_or(0..0, |(_, _, at)| at.clone());
    values.extend(of_years.map(|(facet, span, _)| (facet, span)));
    let mut at = 0;
    while let Some(leaf) = query.leaves.get(at) {
        let month = month_at(engine, text, &query.leaves[at..]).filter(|(_, of, _)| is_free(&values, of.0));
        if in_years.contains(&leaf.span.start) {
            at += 1;
        } else if let Some((n, year, clause)) = month {
            // `since June 2024` is a span that no choice of the facet can be.
            let is_end = tokens(&text[..leaf.span.start]).last().is_some_and(|word| OPEN_ENDS.contains(&word.as_str()));
            if is_end {
                rest.extend(query.leaves[at..at + n].iter().map(|leaf| text[leaf.span.clone()].to_owned()));
            } else {
                values.push(year);
                rest.push(clause);
            }
            at += n;
        } else if let Some((n, (facet, value))) =
            state_at(engine, names, text, &query.leaves[at..]).filter(|(_, (facet, _))| is_free(&values, *facet))
        {
            values.push((facet, engine.facets[facet].values[value as usize].id.clone()));
            is_reworded = true;
            at += n;
        } else if let Some((n, (facet, value))) = name_at(names, &query.leaves[at..], &|facet| is_free(&values, facet))
        {
            values.push((facet, engine.facets[facet].values[value as usize].id.clone()));
            at += n;
        } else {
            rest.push(text[leaf.span.clone()].to_owned());
            at += 1;
        }
    }
    InText { values, rest, is_reworded }
}

/// The US state that the first terms name by an abbreviation (`NH`, `W. Va.`) or with the word for what it is (`Washington State`, `state
/// of New York`), where the catalog has it as a place, and how many terms do.
fn state_at(engine: &Engine, names: &Names, text: &str, leaves: &[Leaf]) -> Option<(usize, (usize, ValueIdx))> {
    let at = engine.facets.iter().position(|facet| facet.definition.key == "place")?;
    let places = &engine.facets[at];
    let term = |nth: usize| leaves.get(nth).and_then(|leaf| text.get(leaf.span.clone())).unwrap_or_default();
    let is_word = |nth: usize| term(nth).eq_ignore_ascii_case("state");
    let from = usize::from(is_word(0));
    let is_place = |facet: usize| facet == at;
    if let Some((n, (_, value))) = name_at(names, leaves.get(from..)?, &is_place) {
        let has_word = from > 0 || is_word(n);
        return (has_word && is_state(&places.values[value as usize].id)).then_some((n + 1, (at, value)));
    }
    let two = abbreviated(&[term(0), term(1)].concat()).filter(|_| term(0).ends_with('.'));
    let name = two.or_else(|| abbreviated(term(0)))?;
    let value = places.find(name).filter(|value| engine.totals()[at].values[*value as usize] > 0)?;
    Some((1 + usize::from(two.is_some()), (at, value)))
}

/// The longest name of a value that the first terms are, and how many terms it has.
fn name_at(names: &Names, leaves: &[Leaf], is_free: &dyn Fn(usize) -> bool) -> Option<(usize, (usize, ValueIdx))> {
    let stems = Stems::default();
    let mut key = String::new();
    let mut found = None;
    for (n, leaf) in (1..).zip(leaves).take(names.longest) {
        let What::Words(words) = &leaf.what else { break };
        for word in words {
            push(&mut key, &stems.of(&word.text));
        }
        let value = names.of.get(&key).and_then(|all| all.iter().find(|(facet, _)| is_free(*facet)));
        found = value.map(|value| (n, *value)).or(found);
    }
    found
}

/// The facet of years, the span of years that a text names, and where; none where no resource is of these years.
fn years_at(engine: &Engine, text: &str) -> Option<(usize, String, Range<usize>)> {
    let facet = engine.facets.iter().position(|facet| facet.definition.key == YEAR)?;
    let latest = engine.facets[facet].values.iter().filter_map(|value| value.id.parse().ok()).max();
    let (span, at) = years_in(text, latest)?;
    let id = span.id();
    engine.facets[facet].contains_value(&id).then_some((facet, id, at))
}

/// The year and the clause for the month that the first terms name, as `June 2024`, `2024 June` and `2024-06` do, and how many terms do.
fn month_at(engine: &Engine, text: &str, leaves: &[Leaf]) -> Option<(usize, (usize, String), String)> {
    let word = |leaf: &Leaf| match &leaf.what {
        What::Words(words) if words.len() == 1 => Some(words[0].text.clone()),
        _ => None,
    };
    let [first, others @ ..] = leaves else { return None };
    let date = text.get(first.span.clone()).and_then(|typed| typed.parse::<PartialDate>().ok());
    let (n, month, year) = if let Some((date, month)) = date.and_then(|date| Some((date, date.month()?))) {
        (1, Some(month).filter(|_| date.day().is_none())?, date.year().to_string())
    } else {
        let (first, second) = (word(first)?, word(others.first()?)?);
        match month_named(&first) {
            Some(month) => (2, month, second),
            None => (2, month_named(&second)?, first),
        }
    };
    let facet = engine.facets.iter().position(|facet| facet.definition.key == YEAR)?;
    engine.facets[facet].find(&year).filter(|_| year.len() == "2024".len())?;
    let clause = format!("year:{year}-{month:02}");
    Some((n, (facet, year), clause))
}

/// The names of all values that any resource has, as far as they are recognized.
fn names_of(engine: &Engine) -> Names {
    let mut names = Names::default();
    let stems = Stems::default();
    // Whole labels count first.
    let mut alternatives = Vec::new();
    let rank = |definition: &Definition| match (&definition.origin, definition.kind) {
        (Origin::BuiltIn, _) if definition.key == YEAR => Some(FACETS.len()),
        (Origin::BuiltIn, _) => FACETS.iter().position(|key| *key == definition.key),
        (Origin::Field { .. }, Kind::Terms) => Some(FACETS.len() + 1),
        (Origin::Field { .. }, _) => None,
    };
    for wanted in 0..FACETS.len() + 2 {
        let facets = (0..).zip(&engine.facets).filter(|(_, facet)| rank(&facet.definition) == Some(wanted));
        for (at, facet) in facets {
            let totals = &engine.totals()[at].values;
            for (idx, (value, _)) in (0..).zip(facet.values.iter().zip(totals)).filter(|(_, (_, n))| **n > 0) {
                let words = tokens(&value.label);
                name(&mut names, &stems, &words, (at, idx));
                if wanted == 0 {
                    let parts = words.split(|word| OR.contains(&word.as_str())).filter(|part| part.len() < words.len());
                    alternatives.extend(parts.map(|part| (part.to_vec(), (at, idx))));
                }
            }
        }
    }
    for (words, value) in &alternatives {
        name(&mut names, &stems, words, *value);
    }
    names
}

/// Enters the words of a name, in any form, for a value.
fn name(names: &mut Names, stems: &Stems, words: &[String], value: (usize, ValueIdx)) {
    let mut key = String::new();
    words.iter().filter(|word| !is_stop_word(word)).for_each(|word| push(&mut key, &stems.of(word)));
    if !key.is_empty() {
        names.longest = names.longest.max(words.len());
        names.of.entry(key).or_default().push(value);
    }
}

fn push(key: &mut String, stem: &str) {
    if !key.is_empty() {
        key.push(' ');
    }
    key.push_str(stem);
}
