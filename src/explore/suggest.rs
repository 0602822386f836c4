//! Suggestions while a query is typed, in groups: the query itself, its near spelling and what it names; values to filter by;
//! titles to open; words to end the last one with.
//!
//! Every count is exact: what taking the suggestion gives in the current state. A suggestion that would find nothing is none; nor is a
//! longer last word with which nothing has all words, so that the search would leave one of them out.

use crate::catalog::{ResourceIdx, ResourceSet, sorted_positions};
use crate::explore::engine::Engine;
use crate::explore::results::recognize::is_plain;
use crate::explore::results::{Recognized, parse_query, recognize, text_hits, top_results};
use crate::explore::state::{Sort, State};
use crate::facet::ValueIdx;
use crate::search::query::Word;
use crate::search::{Hits, Query};
use crate::text::{each_token, is_stop_word, tokens};

/// How many of each kind are suggested at most.
const MOST_VALUES: usize = 4;
const MOST_TITLES: usize = 3;
const MOST_WORDS: usize = 3;
/// How many values are counted exactly, and how many best answers are looked through for their titles.
const MOST_COUNTED: usize = 12;
const MOST_ANSWERS: usize = 24;
/// How many suggestions there are at most.
pub const MOST_SUGGESTIONS: usize = 10;
/// How many typed words a value can stand for, and how many letters the last of them needs.
const MOST_REPLACED: usize = 4;
const FEWEST_LETTERS: usize = 2;

/// What a suggestion does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Suggested {
    /// Searches what is typed.
    Typed,
    /// Searches what is typed with words of the catalog in place of those that it does not have.
    Spelled,
    /// Chooses a value of a facet, in place of the typed words that it stands for.
    Value {
        /// Position of the facet.
        facet: usize,
        /// The value.
        value: ValueIdx,
    },
    /// Chooses all values that words of the query name, in place of these words: each the position of its facet, and its id or
    /// a span of years.
    Named(Vec<(usize, String)>),
    /// Opens a resource.
    Title(ResourceIdx),
    /// Ends the last word.
    Word(String),
}

/// The groups of suggestions, in the order in which they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SuggestionGroup {
    /// The query, as it is or as it may be meant.
    Query,
    /// Themes.
    Theme,
    /// Places.
    Place,
    /// Types.
    Type,
    /// Values of other facets.
    Filter,
    /// Resources.
    Resource,
    /// Queries with a longer last word.
    Word,
}

/// The groups of values, in their order.
const VALUE_GROUPS: [SuggestionGroup; 4] =
    [SuggestionGroup::Theme, SuggestionGroup::Place, SuggestionGroup::Type, SuggestionGroup::Filter];

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
    pub fn applied(&self, engine: &Engine, state: &State) -> State {
        let key = |facet: usize| engine.facets[facet].definition.key.as_str();
        match &self.what {
            Suggested::Title(idx) => state.opened(engine.store.id(*idx)),
            Suggested::Typed | Suggested::Spelled | Suggested::Word(_) => state.with_query(&self.query),
            Suggested::Value { facet, value } => state.with_query(&self.query).with(|state| {
                state.filter.choose(key(*facet), &engine.facets[*facet].values[*value as usize].id);
            }),
            Suggested::Named(values) => state.with_query(&self.query).with(|state| {
                for (facet, value) in values {
                    state.filter.choose(key(*facet), value);
                }
            }),
        }
    }

    /// The group that it stands in.
    #[must_use]
    pub fn group(&self, engine: &Engine) -> SuggestionGroup {
        match &self.what {
            Suggested::Typed | Suggested::Spelled | Suggested::Named(_) => SuggestionGroup::Query,
            Suggested::Value { facet, .. } => match engine.facets[*facet].definition.key.as_str() {
                "theme" => SuggestionGroup::Theme,
                "place" => SuggestionGroup::Place,
                "type" => SuggestionGroup::Type,
                _ => SuggestionGroup::Filter,
            },
            Suggested::Title(_) => SuggestionGroup::Resource,
            Suggested::Word(_) => SuggestionGroup::Word,
        }
    }
}

/// What can be suggested to somebody who has typed this text, group by group.
pub fn suggest(engine: &Engine, state: &State, text: &str) -> Vec<Suggestion> {
    let mut typed = Vec::new();
    each_token(text, |word, range| typed.push((word.to_owned(), range)));
    // Behind a space the last word is ended, and nothing was typed of the next.
    let ends_in_word = text.ends_with(char::is_alphanumeric);
    let Some((last, _)) = typed.last().filter(|(last, _)| ends_in_word && last.chars().count() >= FEWEST_LETTERS)
    else {
        return Vec::new();
    };
    let query = parse_query(engine, text);
    let hits = text_hits(engine, &query, state.only_words);
    let (named, mut searches) = (named(engine, state, text), Searches { engine, state, found: Vec::new() });
    searches.found.push((text.to_owned(), hits.set.clone(), hits.also.partly));
    let mut found: Vec<Suggestion> = searches.counted(Suggested::Typed, text.to_owned()).into_iter().collect();
    let mut values = Vec::new();
    if is_plain(&query) {
        let spelled = respelled(engine, text, &typed);
        found.extend(spelled.and_then(|query| searches.counted(Suggested::Spelled, query)));
        values = self::values(&mut searches, text, &typed);
        values.retain(|value| named.as_ref().is_none_or(|named| !is_same(engine, named, value)));
    }
    found.extend(named);
    for group in VALUE_GROUPS {
        found.extend(values.iter().filter(|value| value.group(engine) == group).cloned());
    }
    found.extend(titles(engine, state, &hits, &query, text, &typed));
    found.extend(words(&mut searches, text, last));
    found.truncate(MOST_SUGGESTIONS);
    found
}

/// Whether two suggestions leave the same query and the same single value.
fn is_same(engine: &Engine, named: &Suggestion, value: &Suggestion) -> bool {
    let (Suggested::Named(values), Suggested::Value { facet, value: idx }) = (&named.what, &value.what) else {
        return false;
    };
    let id = &engine.facets[*facet].values[*idx as usize].id;
    named.query == value.query && matches!(values.as_slice(), [(of, named)] if of == facet && named == id)
}

/// What was searched for suggestions: many of them leave the same query.
struct Searches<'a> {
    engine: &'a Engine,
    state: &'a State,
    /// Queries, which resources answer each, and whether some of these have most of its words alone.
    found: Vec<(String, ResourceSet, bool)>,
}

impl Searches<'_> {
    /// The suggestion with its exact count; none when nothing would match.
    fn counted(&mut self, what: Suggested, query: String) -> Option<Suggestion> {
        let suggestion = Suggestion { what, query, count: 0 };
        let after = suggestion.applied(self.engine, self.state);
        let at = self.found.iter().position(|(query, ..)| *query == after.query).unwrap_or_else(|| {
            let hits = text_hits(self.engine, &parse_query(self.engine, &after.query), after.only_words);
            self.found.push((after.query.clone(), hits.set, hits.also.partly));
            self.found.len() - 1
        });
        let (_, set, is_partly) = &self.found[at];
        if *is_partly && matches!(suggestion.what, Suggested::Word(_)) && !self.has_all_words(&after) {
            return None;
        }
        let count = after.filter.admitted(&self.engine.facets, set).len();
        (count > 0).then_some(Suggestion { count, ..suggestion })
    }

    /// Whether a resource has all words of a query as they are spelled or begin.
    fn has_all_words(&self, state: &State) -> bool {
        let literal = text_hits(self.engine, &parse_query(self.engine, &state.query), true).set;
        !state.filter.admitted(&self.engine.facets, &literal).is_empty()
    }
}

/// A typed word, and where it stands.
type Typed = (String, std::ops::Range<usize>);

/// The text with the nearest words of the catalog in place of those that it does not have; none where it has them all, or
/// nothing is near.
fn respelled(engine: &Engine, text: &str, typed: &[Typed]) -> Option<String> {
    let (mut spelled, mut at) = (String::new(), 0);
    for (nth, (word, range)) in typed.iter().enumerate() {
        let asked = Word { text: word.clone(), typed: word.clone(), prefix: nth + 1 == typed.len() };
        let Some(near) = engine.index.nearest_word(&asked).filter(|_| !is_stop_word(word)) else { continue };
        spelled += &text[at..range.start];
        spelled += near;
        at = range.end;
    }
    (at > 0).then(|| spelled + &text[at..])
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
fn values(searches: &mut Searches<'_>, text: &str, typed: &[Typed]) -> Vec<Suggestion> {
    let met = met(searches.engine, searches.state, typed);
    let rank = |at: u32| (met[at as usize].n_words, met[at as usize].total);
    let best = sorted_positions(met.len(), &mut |a, b| rank(b).cmp(&rank(a)));
    let counted = best.into_iter().take(MOST_COUNTED).filter_map(|at| {
        let Met { n_words, facet, value, .. } = met[at as usize];
        let query = text[..typed[typed.len() - n_words].1.start].trim_end().to_owned();
        Some((n_words, searches.counted(Suggested::Value { facet, value }, query)?))
    });
    let counted: Vec<(usize, Suggestion)> = counted.collect();
    let rank = |at: u32| (counted[at as usize].0, counted[at as usize].1.count);
    let best = sorted_positions(counted.len(), &mut |a, b| rank(b).cmp(&rank(a)));
    best.into_iter().take(MOST_VALUES).map(|at| counted[at as usize].1.clone()).collect()
}

/// All values of any resource whose labels have the last typed words, and that are not chosen.
fn met(engine: &Engine, state: &State, typed: &[Typed]) -> Vec<Met> {
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
    met
}

/// Titles of resources that answer the whole text and name all of it there, best first.
fn titles(
    engine: &Engine,
    state: &State,
    hits: &Hits<'_>,
    query: &Query,
    text: &str,
    typed: &[Typed],
) -> Vec<Suggestion> {
    let set = state.filter.admitted(&engine.facets, &hits.set);
    let best = top_results(engine, hits, query, &set, Sort::Relevance, MOST_ANSWERS);
    let names_all = |idx: &ResourceIdx| {
        let title = tokens(engine.store.title(*idx));
        typed.iter().all(|(word, _)| title.iter().any(|of| of.starts_with(word.as_str())))
    };
    let suggestion = |idx| Suggestion { what: Suggested::Title(idx), query: text.to_owned(), count: 1 };
    best.into_iter().filter(names_all).map(suggestion).take(MOST_TITLES).collect()
}

/// Words of the catalog that begin with the last typed one.
fn words(searches: &mut Searches<'_>, text: &str, last: &str) -> Vec<Suggestion> {
    let mut start = text.len();
    each_token(text, |_, range| start = range.start);
    // A plural finds the same, and does not fit what may stand before it: `without a curves`.
    let is_plural = |word: &str| match word.strip_prefix(last) {
        Some("" | "s") => true,
        Some("es") => ["s", "x", "z", "ch", "sh"].iter().any(|sound| last.ends_with(sound)),
        _ => false,
    };
    let engine = searches.engine;
    let longer = engine.index.completions(last, MOST_WORDS + 3).into_iter().filter(|(word, _)| !is_plural(word));
    let suggestion = |(word, _): (&str, usize)| {
        searches.counted(Suggested::Word(word.to_owned()), format!("{}{word}", &text[..start]))
    };
    longer.filter_map(suggestion).take(MOST_WORDS).collect()
}
