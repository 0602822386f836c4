//! Suggestions while a query is typed: what it names, values to filter by, titles to open, words to end the last one with.
//!
//! Every count is exact: what taking the suggestion gives in the current state.

use crate::catalog::{ResourceIdx, sorted_positions};
use crate::explore::engine::Engine;
use crate::explore::results::recognize::is_plain;
use crate::explore::results::{Recognized, parse_query, recognize, text_hits, top_results};
use crate::explore::state::{Sort, State};
use crate::facet::ValueIdx;
use crate::text::{each_token, tokens};

/// How many of each kind are suggested at most.
const MOST_VALUES: usize = 4;
const MOST_TITLES: usize = 3;
const MOST_WORDS: usize = 3;
/// How many values are weighed exactly, and how many best answers are looked through for their titles.
const MOST_WEIGHED: usize = 12;
const MOST_ANSWERS: usize = 24;
/// How many suggestions there are at most.
pub const MOST_SUGGESTIONS: usize = 8;
/// How many typed words a value can stand for, and how many letters the last of them needs.
const MOST_REPLACED: usize = 4;
const FEWEST_LETTERS: usize = 2;

/// What a suggestion does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggested {
    /// Chooses a value of a facet, in place of the typed words that it stands for.
    Value {
        /// Position of the facet.
        facet: usize,
        /// The value.
        value: ValueIdx,
    },
    /// Chooses all values that words of the query name, in place of these words.
    Named(Vec<(usize, ValueIdx)>),
    /// Opens a resource.
    Title(ResourceIdx),
    /// Ends the last word.
    Word(String),
}

/// One suggestion.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Suggestion {
    /// What it does.
    pub what: Suggested,
    /// The query that stands in the box after it.
    pub query: String,
    /// How many resources match after it; 1 of a title.
    pub count: usize,
}

impl Suggestion {
    /// The state after it is taken.
    #[must_use]
    pub fn taken(&self, engine: &Engine, state: &State) -> State {
        match &self.what {
            Suggested::Title(idx) => state.opened(engine.store.id(*idx)),
            Suggested::Word(_) => state.with_query(&self.query),
            Suggested::Value { facet, value } => {
                with_values(engine, &state.with_query(&self.query), &[(*facet, *value)])
            }
            Suggested::Named(values) => with_values(engine, &state.with_query(&self.query), values),
        }
    }

    /// Whether another one does the same.
    fn is_same(&self, other: &Self) -> bool {
        let values = |what: &Suggested| match what {
            Suggested::Value { facet, value } => vec![(*facet, *value)],
            Suggested::Named(values) => values.clone(),
            Suggested::Title(_) | Suggested::Word(_) => Vec::new(),
        };
        let (own, others) = (values(&self.what), values(&other.what));
        !own.is_empty() && own == others && self.query == other.query
    }
}

fn with_values(engine: &Engine, state: &State, values: &[(usize, ValueIdx)]) -> State {
    state.with(|state| {
        for (facet, value) in values {
            let facet = &engine.facets[*facet];
            state.filter.choose(&facet.definition.key, &facet.values[*value as usize].id);
        }
    })
}

/// What can be suggested to somebody who has typed this text: what it names, values, then titles, then words.
pub fn suggest(engine: &Engine, state: &State, text: &str) -> Vec<Suggestion> {
    let mut typed = Vec::new();
    each_token(text, |word, range| typed.push((word.to_owned(), range.start)));
    // Behind a space the last word is ended, and nothing was typed of the next.
    let ends_in_word = text.ends_with(char::is_alphanumeric);
    let Some((last, _)) = typed.last().filter(|(last, _)| ends_in_word && last.chars().count() >= FEWEST_LETTERS)
    else {
        return Vec::new();
    };
    let mut suggestions: Vec<Suggestion> = named(engine, state, text).into_iter().collect();
    if is_plain(&parse_query(engine, text)) {
        let mut values = values(engine, state, text, &typed);
        values.retain(|value| !suggestions.iter().any(|other| other.is_same(value)));
        suggestions.extend(values);
    }
    suggestions.extend(titles(engine, state, text, &typed));
    suggestions.extend(words(engine, state, text, last));
    suggestions.truncate(MOST_SUGGESTIONS);
    suggestions
}

/// The values that words of the text name, where something is found by them.
fn named(engine: &Engine, state: &State, text: &str) -> Option<Suggestion> {
    let Recognized { values, rest, count, .. } = recognize(engine, state, text).filter(|found| found.count > 0)?;
    let values = values.into_iter().map(|named| (named.facet, named.value)).collect();
    Some(Suggestion { what: Suggested::Named(values), query: rest, count })
}

/// A value whose label has the last typed words.
struct Met {
    /// How many typed words it has, from the last one on.
    n_words: usize,
    /// How many resources of the whole catalog have it.
    total: u32,
    facet: usize,
    value: ValueIdx,
}

/// The values whose labels have the last typed words, the more of them the better.
fn values(engine: &Engine, state: &State, text: &str, typed: &[(String, usize)]) -> Vec<Suggestion> {
    let Some(((last, _), before)) = typed.split_last() else { return Vec::new() };
    let mut met: Vec<Met> = Vec::new();
    for (word, at, value) in engine.labels().beginning(last) {
        let (at, value) = (*at, *value);
        let facet = &engine.facets[at];
        let total = engine.totals()[at].values[value as usize];
        let this = &facet.values[value as usize];
        if total == 0 || state.filter.has(&facet.definition.key, &this.id) {
            continue;
        }
        let label = tokens(&this.label);
        let held = before.iter().rev().take(MOST_REPLACED - 1);
        let n_more = held.take_while(|(word, _)| label.iter().any(|of| of.starts_with(word.as_str()))).count();
        // A label can have two words that begin alike, even the same one twice: then they stand side by side.
        let is_first = label.iter().find(|of| of.starts_with(last.as_str())).is_some_and(|first| **first == **word);
        if is_first && met.last().is_none_or(|other| (other.facet, other.value) != (at, value)) {
            met.push(Met { n_words: n_more + 1, total, facet: at, value });
        }
    }
    let rank = |at: u32| (met[at as usize].n_words, met[at as usize].total);
    let best = sorted_positions(met.len(), &mut |a, b| rank(b).cmp(&rank(a)));
    let weighed = best.into_iter().take(MOST_WEIGHED).filter_map(|at| {
        let Met { n_words, facet, value, .. } = met[at as usize];
        let query = text[..typed[typed.len() - n_words].1].trim_end().to_owned();
        let suggestion = weigh(engine, state, Suggestion { what: Suggested::Value { facet, value }, query, count: 0 })?;
        Some((n_words, suggestion))
    });
    let weighed: Vec<(usize, Suggestion)> = weighed.collect();
    let rank = |at: u32| (weighed[at as usize].0, weighed[at as usize].1.count);
    let best = sorted_positions(weighed.len(), &mut |a, b| rank(b).cmp(&rank(a)));
    best.into_iter().take(MOST_VALUES).map(|at| weighed[at as usize].1.clone()).collect()
}

/// Titles of resources that answer the whole text and name all of it there, best first.
fn titles(engine: &Engine, state: &State, text: &str, typed: &[(String, usize)]) -> Vec<Suggestion> {
    let query = parse_query(engine, text);
    let hits = text_hits(engine, &query, state.only_words);
    let set = state.filter.admitted(&engine.facets, &hits.set);
    let best = top_results(engine, &hits, &query, &set, Sort::Relevance, MOST_ANSWERS);
    let names_all = |idx: &ResourceIdx| {
        let title = tokens(engine.store.title(*idx));
        typed.iter().all(|(word, _)| title.iter().any(|of| of.starts_with(word.as_str())))
    };
    let suggestion = |idx| Suggestion { what: Suggested::Title(idx), query: text.to_owned(), count: 1 };
    best.into_iter().filter(names_all).map(suggestion).take(MOST_TITLES).collect()
}

/// Words of the catalog that begin with the last typed one.
fn words(engine: &Engine, state: &State, text: &str, last: &str) -> Vec<Suggestion> {
    let mut start = text.len();
    each_token(text, |_, range| start = range.start);
    // A plural finds the same, and does not fit what may stand before it: `without a curves`.
    let is_plural = |word: &str| match word.strip_prefix(last) {
        Some("" | "s") => true,
        Some("es") => ["s", "x", "z", "ch", "sh"].iter().any(|sound| last.ends_with(sound)),
        _ => false,
    };
    let longer = engine.index.completions(last, MOST_WORDS + 3).into_iter().filter(|(word, _)| !is_plural(word));
    let suggestion = |(word, _): (&str, usize)| {
        let query = format!("{}{word}", &text[..start]);
        weigh(engine, state, Suggestion { what: Suggested::Word(word.to_owned()), query, count: 0 })
    };
    longer.filter_map(suggestion).take(MOST_WORDS).collect()
}

/// The suggestion with its exact count; none when nothing would match.
fn weigh(engine: &Engine, state: &State, suggestion: Suggestion) -> Option<Suggestion> {
    let after = suggestion.taken(engine, state);
    let text = text_hits(engine, &parse_query(engine, &after.query), after.only_words).set;
    let count = after.filter.admitted(&engine.facets, &text).len();
    (count > 0).then_some(Suggestion { count, ..suggestion })
}
