//! The cloud: what the current results are tagged with, each tag with how many of them have it and a step of size.
//!
//! Tags are the values of a facet or the words of the summaries. They are weighed by how many results have them, or by how
//! surely they are more or less frequent here than in the rest of the catalog (see [`Contrast`]).

use super::pairs::word_pairs;
use super::statistics::Contrast;
use crate::catalog::{ResourceSet, sort_positions};
use crate::explore::engine::Engine;
use crate::explore::state::{CloudLook, State};
use crate::facet::{Facet, Kind, Origin, step, tally};
use crate::search::query::{Expr, with_field, without};
use crate::search::{FieldValue, Query, What};
use crate::text::{Stems, each_token, fold};

/// What says in an address that the words of the summaries are the tags; in a query it names the same words.
pub const SUMMARY: &str = "summary";

/// The facets that can be shown as clouds, besides those of an organization's own words.
const FACETS: [&str; 4] = ["theme", "keyword", "publisher", "place"];

/// From here on numbers of words are those of pairs of words.
const FIRST_PAIR: u32 = 1 << 24;

/// What the tags of a cloud are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Tags {
    /// The values of the facet at this position.
    Facet(usize),
    /// The words of the summaries, those of one stem as one, and pairs of words.
    Words,
    /// The words of the summaries, each by itself, and pairs: where only the typed words are searched.
    Spellings,
}

/// One tag.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tag {
    /// Which value of the facet, which word, or, from a large number on, which pair of words.
    pub at: u32,
    /// How many results have it, and how many of the other resources.
    pub contrast: Contrast,
    /// Its size, 1 to [`STEPS`](crate::facet::STEPS).
    pub step: u8,
}

/// The tags of some results.
#[derive(Debug, Clone, PartialEq)]
pub struct Cloud {
    /// What they are.
    pub of: Tags,
    /// Whether they are weighed by what is special here.
    pub special: bool,
    /// In the order in which they are shown.
    pub tags: Vec<Tag>,
    /// The tags that the filters and the query imply: those that are asked for, and all above them. They are in it or not.
    pub implied: Vec<u32>,
}

/// All that can be shown as a cloud of a catalog, by its key: themes first, the words of the summaries last.
pub fn clouds(engine: &Engine) -> Vec<&str> {
    let mut keys: Vec<&str> = FACETS.into_iter().filter(|key| engine.facet(key).is_some_and(Facet::is_used)).collect();
    let own = engine.facets.iter().filter(|facet| {
        facet.definition.origin != Origin::BuiltIn && facet.definition.kind == Kind::Terms && facet.is_used()
    });
    keys.extend(own.map(|facet| facet.definition.key.as_str()));
    keys.push(SUMMARY);
    keys
}

impl Tags {
    /// What a key names; the first of [`clouds`] where it names none of them.
    pub fn of(engine: &Engine, state: &State) -> Self {
        let key = known(engine, &state.look.cloud.of);
        let words = if state.only_words { Self::Spellings } else { Self::Words };
        engine.facets.iter().position(|facet| facet.definition.key == key).map_or(words, Self::Facet)
    }

    /// What a tag is called.
    pub fn label(self, engine: &Engine, at: u32) -> &str {
        match self {
            Self::Facet(facet) => engine.facets[facet].values.get(at as usize).map_or("", |value| &value.label),
            Self::Words | Self::Spellings => match at.checked_sub(FIRST_PAIR) {
                Some(pair) => word_pairs(engine).get(pair as usize).map_or("", |pair| &pair.label),
                None => engine.summary_words(self == Self::Words).label(&engine.index, at),
            },
        }
    }

    /// The word, or the pair of words, that a text is.
    fn find_word(self, engine: &Engine, text: &str) -> Option<u32> {
        if text.contains(' ') {
            return (FIRST_PAIR..).zip(word_pairs(engine)).find(|(_, pair)| pair.label == text).map(|(at, _)| at);
        }
        engine.summary_words(self == Self::Words).find(&engine.index, text)
    }

    /// The tags that a state asks for.
    pub fn chosen(self, engine: &Engine, state: &State, query: &Query) -> Vec<u32> {
        match self {
            Self::Facet(facet) => {
                let facet = &engine.facets[facet];
                let choice = state.filter.of(&facet.definition.key);
                choice.map_or_else(Vec::new, |choice| choice.any.iter().filter_map(|id| facet.find(id)).collect())
            }
            Self::Words | Self::Spellings => {
                asked_words(query).filter_map(|(_, word)| self.find_word(engine, &word)).collect()
            }
        }
    }

    /// Returns tags and all that stand above them.
    fn implied(self, engine: &Engine, tags: &[u32]) -> Vec<u32> {
        let mut implied = tags.to_vec();
        if let Self::Facet(facet) = self {
            for tag in tags {
                let mut above = engine.facets[facet].values[*tag as usize].parent;
                while let Some(value) = above {
                    implied.push(value);
                    above = engine.facets[facet].values[value as usize].parent;
                }
            }
        }
        implied
    }

    /// Whether a tag is a word, or a pair of words, of these stems, which ascend.
    fn is_named(self, engine: &Engine, at: u32, named: &[String], stems: &Stems) -> bool {
        let is_in = |word: &str| named.binary_search_by(|stem| stem.as_str().cmp(&stems.of(word))).is_ok();
        !matches!(self, Self::Facet(_)) && self.label(engine, at).split(' ').all(is_in)
    }

    /// The state in which a tag is asked for that was not, or no longer asked for where it was. `query` is what the text of
    /// the state's query reads as.
    #[must_use]
    pub fn toggled(self, engine: &Engine, state: &State, query: &Query, at: u32) -> State {
        state.with(|state| match self {
            Self::Facet(facet) => {
                let facet = &engine.facets[facet];
                let Some(value) = facet.values.get(at as usize) else { return };
                state.filter.toggle(&facet.definition.key, &value.id);
            }
            Self::Words | Self::Spellings => {
                let asked = asked_words(query).find(|(_, word)| self.find_word(engine, word) == Some(at));
                state.query = match asked {
                    Some((leaf, _)) => without(&state.query, query, leaf),
                    None => with_field(&state.query, query, SUMMARY, self.label(engine, at)),
                };
            }
        })
    }
}

/// The key of a cloud that this catalog has: the one that is asked for, or else the first, which is that of the themes where there
/// are any.
fn known<'a>(engine: &'a Engine, key: &'a str) -> &'a str {
    let clouds = clouds(engine);
    if clouds.contains(&key) { key } else { clouds.first().copied().unwrap_or(SUMMARY) }
}

/// The words, and the pairs of words, that the summary must have whatever else a query asks: the position of each leaf, and its text.
fn asked_words(query: &Query) -> impl Iterator<Item = (usize, String)> {
    let must = |leaf: usize| match &query.expr {
        Some(Expr::All(parts)) => parts.contains(&Expr::Leaf(leaf)),
        Some(expr) => *expr == Expr::Leaf(leaf),
        None => false,
    };
    query.leaves.iter().enumerate().filter_map(move |(at, leaf)| match &leaf.what {
        What::Field { field, value: FieldValue::Words { words, .. } } if field == SUMMARY && must(at) => {
            match words.as_slice() {
                [word] => Some((at, word.text.clone())),
                _ => None,
            }
        }
        What::Field { field, value: FieldValue::Phrase { words, .. } }
            if field == SUMMARY && words.len() == 2 && must(at) =>
        {
            Some((at, words.join(" ")))
        }
        _ => None,
    })
}

/// The cloud of some results. Tags that the state asks for are in it whatever their number, where tags are weighed by that, and no
/// larger than the heaviest of the others; where tags are weighed by what is special, they are not in it, nor what stands above
/// them, nor words that name what is chosen: that the results have them says nothing.
pub fn cloud(engine: &Engine, state: &State, query: &Query, set: &ResourceSet) -> Cloud {
    let look = &state.look.cloud;
    let of = Tags::of(engine, state);
    let mut chosen = of.chosen(engine, state, query);
    let implied = of.implied(engine, &chosen);
    if look.special {
        chosen.clear();
    }
    let mut tags = weighed(engine, of, look, set, &chosen);
    if look.special {
        let stems = Stems::default();
        let named = stems_of_chosen(engine, state, &stems);
        tags.retain(|tag| !implied.contains(&tag.at) && !of.is_named(engine, tag.at, &named, &stems));
    }
    // The heaviest, and of equally heavy ones the first.
    let mut order: Vec<u32> = (0..).take(tags.len()).collect();
    let weight = |tag: &Tag| tag.contrast.weight(look.special);
    let is_chosen = |tag: &Tag| chosen.contains(&tag.at);
    sort_positions(&mut order, &mut |a, b| {
        let (a, b) = (&tags[a as usize], &tags[b as usize]);
        weight(b).total_cmp(&weight(a)).then(a.at.cmp(&b.at))
    });
    let mut left = look.most;
    order.retain(|at| {
        let is_kept = left > 0 || is_chosen(&tags[*at as usize]);
        left = left.saturating_sub(1);
        is_kept
    });
    size(&mut tags, &order, look.special, &implied);
    if !look.by_weight {
        let names: Vec<String> = tags.iter().map(|tag| fold(of.label(engine, tag.at))).collect();
        sort_positions(&mut order, &mut |a, b| names[a as usize].cmp(&names[b as usize]));
    }
    Cloud { of, special: look.special, tags: order.into_iter().map(|at| tags[at as usize]).collect(), implied }
}

/// The stems of the words in the labels of all chosen values, ascending.
fn stems_of_chosen(engine: &Engine, state: &State, stems: &Stems) -> Vec<String> {
    let mut named = Vec::new();
    for (key, choice) in state.filter.iter() {
        let Some(facet) = engine.facet(key) else { continue };
        for value in choice.any.iter().filter_map(|id| facet.find(id)) {
            each_token(&facet.values[value as usize].label, |word, _| named.push(stems.of(word).into_owned()));
        }
    }
    named.sort_unstable();
    named
}

/// Gives the shown tags their sizes; those that are implied do not scale the others.
fn size(tags: &mut [Tag], shown: &[u32], special: bool, implied: &[u32]) {
    let shown = || shown.iter().map(|at| *at as usize);
    let others = shown().filter(|at| !implied.contains(&tags[*at].at));
    let weights = others.map(|at| tags[at].contrast.weight(special)).filter(|weight| *weight > 0.0);
    let (least, most) =
        weights.fold((f64::MAX, 0.0_f64), |(least, most), weight| (least.min(weight), most.max(weight)));
    for at in shown() {
        let weight = tags[at].contrast.weight(special);
        tags[at].step = if weight > 0.0 { step(weight.max(least).min(most), least, most) } else { 1 };
    }
}

/// All tags that the settings admit, and the chosen ones.
fn weighed(engine: &Engine, of: Tags, look: &CloudLook, set: &ResourceSet, chosen: &[u32]) -> Vec<Tag> {
    let n = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let (of_here, of_all) = (n(set.len()), n(engine.len()));
    let tag = |at: u32, here: u32, total: u32| {
        let contrast = Contrast::of_part(here, of_here, total, of_all);
        Tag { at, contrast, step: 1 }
    };
    let admits = |tag: &Tag| {
        let is_found = tag.contrast.here > 0 && (!look.special || tag.contrast.is_clear());
        // What is rarer here than elsewhere is in too few resources by its nature.
        let is_enough = tag.contrast.here >= look.least || look.special && !tag.contrast.is_more();
        is_found && is_enough || chosen.contains(&tag.at)
    };
    match of {
        Tags::Facet(facet) => {
            let counts = tally(&engine.facets[facet], set).values;
            let totals = &engine.totals()[facet].values;
            (0..)
                .zip(counts.iter().zip(totals))
                .map(|(at, (here, total))| tag(at, *here, *total))
                .filter(admits)
                .collect()
        }
        Tags::Words | Tags::Spellings => {
            let words = engine.summary_words(of == Tags::Words);
            let mut count = words.count(&engine.index, set);
            let mut best = Best::new(look.most);
            let mut tags = Vec::new();
            for (at, word) in (0..).zip(&words.words) {
                // The most that this word can weigh, and all after it: no less than any of them.
                let most = if look.special {
                    greatest_log_likelihood(word.total, of_here, of_all)
                } else {
                    f64::from(word.total)
                };
                if best.is_beyond(most) && chosen.is_empty() {
                    break;
                }
                if best.is_beyond(most) && !chosen.contains(&at) {
                    continue;
                }
                // What is in every summary is no topic, however many more of these say it.
                if engine.is_prose(of == Tags::Words, at) && !chosen.contains(&at) {
                    continue;
                }
                let tag = tag(at, count.of(word), word.total);
                if admits(&tag) {
                    best.take(tag.contrast.weight(look.special));
                    tags.push(tag);
                }
            }
            for (at, pair) in (FIRST_PAIR..).zip(word_pairs(engine)) {
                let here = pair.resources.iter().filter(|resource| set.contains(**resource)).count();
                let tag = tag(at, n(here), n(pair.resources.len()));
                tags.extend(admits(&tag).then_some(tag));
            }
            tags
        }
    }
}

/// The greatest G² of a word that is in so many of all resources: if all of them are here, or none is.
fn greatest_log_likelihood(total: u32, of_here: u32, of_all: u32) -> f64 {
    let g2 = |here: u32| Contrast::of_part(here, of_here, total, of_all).log_likelihood();
    let rest = of_all.saturating_sub(of_here);
    // Beyond the size of either set more of it means less: what stands before is the greatest.
    if total >= of_here.min(rest) { f64::MAX } else { g2(total).max(g2(0)) }
}

/// The least of the heaviest so far.
struct Best {
    /// Ascending.
    weights: Vec<f64>,
    most: usize,
}

impl Best {
    fn new(most: usize) -> Self {
        Self { weights: Vec::new(), most }
    }

    /// Whether nothing that weighs no more than this is among the heaviest.
    fn is_beyond(&self, most: f64) -> bool {
        self.weights.len() >= self.most && self.weights.first().is_none_or(|least| most < *least)
    }

    fn take(&mut self, weight: f64) {
        let at = self.weights.partition_point(|other| *other < weight);
        self.weights.insert(at, weight);
        if self.weights.len() > self.most {
            self.weights.remove(0);
        }
    }
}
