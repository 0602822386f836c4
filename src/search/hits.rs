//! The answer to a query: which resources, and how well each of them answers.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::field::TextField;
use super::index::Index;
use super::lexicon::TermId;
use super::masks::Masks;
use super::matching::{Match, Options, SYNONYM, Scorer, all_of};
use super::query::{Expr, FieldValue, Query, What, Word};
use super::texts::{Texts, parts_with};
use crate::catalog::{ResourceIdx, ResourceSet};

/// Fewer results than this are few: near spellings are tried.
const FEW: usize = 5;

/// Something that was searched beyond the words that were typed, and found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Also {
    /// Synonyms of what was typed.
    Synonyms(Vec<String>),
    /// Words spelled nearly as this one that was typed.
    Near {
        /// What was typed.
        typed: String,
        /// What was found, the most frequent first.
        found: Vec<String>,
    },
}

/// The resources that answer a query.
#[derive(Debug, Clone, Default)]
pub struct Hits<'a> {
    /// Which they are.
    pub set: ResourceSet,
    /// What else was searched.
    pub also: Vec<Also>,
    words: Vec<Match<'a>>,
}

/// A query made ready: its words matched, its fields looked up.
enum Node {
    Word(usize),
    Set(ResourceSet),
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
}

/// A query on its way to an answer.
struct Run<'a, 'q> {
    index: &'a Index,
    texts: &'q dyn Texts,
    query: &'q Query,
    options: Options,
    /// Which words are matched by near spelling too: those found in fewer resources than this.
    near_below: usize,
    words: Vec<Match<'a>>,
    synonyms: Vec<(usize, Vec<&'a str>)>,
    near: Vec<(String, Vec<TermId>)>,
}

impl Index {
    /// The resources that answer a query.
    pub fn hits(&self, query: &Query, options: Options, texts: &dyn Texts) -> Hits<'_> {
        let Some(expr) = &query.expr else {
            return Hits { set: ResourceSet::all(self.n_resources()), ..Hits::default() };
        };
        let run = |near_below| {
            let words = Vec::new();
            Run { index: self, texts, query, options, near_below, words, synonyms: Vec::new(), near: Vec::new() }
                .answer(expr)
        };
        let literal = run(0);
        if !options.near || literal.set.len() >= FEW {
            return literal;
        }
        let mut best = literal;
        for near_below in [FEW, usize::MAX] {
            let wider = run(near_below);
            if wider.set.len() > best.set.len() {
                best = wider;
            }
            if best.set.len() >= FEW {
                break;
            }
        }
        best
    }
}

impl<'a> Run<'a, '_> {
    fn answer(mut self, expr: &Expr) -> Hits<'a> {
        let node = self.node(expr, false);
        let set = self.set(&node);
        let also = self.also(&set);
        Hits { set, also, words: self.words }
    }

    /// Makes an expression ready.
    fn node(&mut self, expr: &Expr, negated: bool) -> Node {
        match expr {
            Expr::Not(inner) => Node::Not(Box::new(self.node(inner, !negated))),
            Expr::Any(parts) => Node::Any(parts.iter().map(|part| self.node(part, negated)).collect()),
            Expr::All(parts) => self.all(parts, negated),
            Expr::Leaf(_) => self.all(std::slice::from_ref(expr), negated),
        }
    }

    /// Makes parts ready that must all be met; words that stand side by side may be a synonym together.
    fn all(&mut self, parts: &[Expr], negated: bool) -> Node {
        let query = self.query;
        let mut nodes = Vec::new();
        let mut side_by_side: Vec<&Word> = Vec::new();
        for part in parts {
            let words = match part {
                Expr::Leaf(leaf) => match &query.leaves[*leaf].what {
                    What::Words(words) => Some(words),
                    _ => None,
                },
                _ => None,
            };
            if let Some(words) = words {
                side_by_side.extend(words);
                continue;
            }
            self.words(&std::mem::take(&mut side_by_side), negated, &mut nodes);
            match part {
                Expr::Leaf(leaf) => nodes.push(Node::Set(self.leaf(&query.leaves[*leaf].what))),
                other => nodes.push(self.node(other, negated)),
            }
        }
        self.words(&side_by_side, negated, &mut nodes);
        Node::All(nodes)
    }

    fn words(&mut self, words: &[&Word], negated: bool, nodes: &mut Vec<Node>) {
        let folded: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
        let mut at = 0;
        while at < words.len() {
            let synonyms =
                if self.options.synonyms && !negated { self.index.synonyms.find(&folded[at..]) } else { None };
            let n = synonyms.map_or(1, |found| found.n_words);
            let own: Vec<Node> = words[at..at + n].iter().map(|word| Node::Word(self.word(word, negated))).collect();
            at += n;
            let Some(found) = synonyms else {
                nodes.extend(own);
                continue;
            };
            let mut sum = super::masks::dense(self.index.n_resources());
            let mut labels = Vec::new();
            for (label, masks) in self.index.synonyms.others(found) {
                masks.add_to(&mut sum);
                labels.push(label);
            }
            self.synonyms.push((self.words.len(), labels));
            nodes.push(Node::Any(vec![Node::All(own), Node::Word(self.words.len())]));
            self.words.push(Match::new(self.index, Masks::Dense(sum.into()), SYNONYM, Vec::new()));
        }
    }

    fn word(&mut self, word: &Word, negated: bool) -> usize {
        let mut found = self.index.match_word(word, self.options);
        if !negated && found.n < self.near_below {
            let (wider, terms) = self.index.match_nearly(word, self.options);
            if !terms.is_empty() {
                found = wider;
                self.near.push((word.typed.clone(), terms));
            }
        }
        self.words.push(found);
        self.words.len() - 1
    }

    /// The resources that a phrase or a field asks for.
    fn leaf(&mut self, what: &What) -> ResourceSet {
        match what {
            What::Words(words) => {
                let matches: Vec<Match<'_>> =
                    words.iter().map(|word| self.index.match_word(word, self.options)).collect();
                all_of(&matches.iter().map(|word| &word.all).collect::<Vec<_>>(), self.index.n_resources())
            }
            What::Phrase(words) => self.phrase(words, u8::MAX),
            What::Field { field, value } => match (field_of(field), value) {
                (Some(part), FieldValue::Words { words, .. }) => {
                    let mut set = ResourceSet::all(self.index.n_resources());
                    for word in words {
                        let found = self.index.match_word(word, self.options);
                        set.intersect(&found.all.set(self.index.n_resources(), part.bit()));
                    }
                    set
                }
                (Some(part), FieldValue::Phrase { words, .. }) => self.phrase(words, part.bit()),
                _ => {
                    let found = self.texts.field(field, value);
                    found.unwrap_or_else(|| ResourceSet::none(self.index.n_resources()))
                }
            },
        }
    }

    /// The resources in which words stand next to each other, in some parts; the words count for the order.
    fn phrase(&mut self, words: &[String], parts: u8) -> ResourceSet {
        let candidates = self.index.all_of(words);
        for word in words {
            let Some(term) = self.index.lexicon.find(word) else { continue };
            self.words.push(Match::new(self.index, self.index.masks(term), super::matching::EXACT, Vec::new()));
        }
        let is_short = words.len() == 1 && parts == u8::MAX;
        if is_short {
            return candidates;
        }
        let mut set = ResourceSet::none(self.index.n_resources());
        let found = candidates.iter().filter(|resource| parts_with(self.texts, *resource, words) & parts != 0);
        found.for_each(|resource| set.insert(resource));
        set
    }

    fn set(&self, node: &Node) -> ResourceSet {
        let n = self.index.n_resources();
        match node {
            Node::Word(word) => self.words[*word].all.set(n, u8::MAX),
            Node::Set(set) => set.clone(),
            Node::Not(inner) => self.set(inner).complement(),
            Node::Any(parts) => {
                let mut set = ResourceSet::none(n);
                parts.iter().for_each(|part| set.unite(&self.set(part)));
                set
            }
            Node::All(parts) => {
                let words: Vec<&Masks<'_>> = parts
                    .iter()
                    .filter_map(|part| if let Node::Word(word) = part { Some(&self.words[*word].all) } else { None })
                    .collect();
                let mut set = all_of(&words, n);
                for part in parts {
                    match part {
                        Node::Word(_) => {}
                        Node::Not(inner) => set.subtract(&self.set(inner)),
                        other => set.intersect(&self.set(other)),
                    }
                }
                set
            }
        }
    }

    /// What else was searched and has a part in the answer.
    fn also(&self, set: &ResourceSet) -> Vec<Also> {
        let has_part = |masks: &Masks<'_>| masks.set(set.n_resources(), u8::MAX).n_shared(set) > 0;
        let mut also = Vec::new();
        for (typed, terms) in &self.near {
            let found = terms.iter().filter(|term| has_part(&self.index.masks(**term))).take(3);
            let found: Vec<String> = found.map(|term| self.index.lexicon.word(*term).to_owned()).collect();
            if !found.is_empty() {
                also.push(Also::Near { typed: typed.clone(), found });
            }
        }
        for (word, labels) in &self.synonyms {
            if has_part(&self.words[*word].all) {
                also.push(Also::Synonyms(labels.iter().map(|label| (*label).to_owned()).collect()));
            }
        }
        also
    }
}

/// The part of a resource that a field of a query names, where it is no facet.
fn field_of(name: &str) -> Option<TextField> {
    match name {
        "title" => Some(TextField::Title),
        "summary" => Some(TextField::Summary),
        _ => None,
    }
}

impl Hits<'_> {
    /// Whether resources answer in different degrees.
    pub fn is_ranked(&self) -> bool {
        !self.words.is_empty()
    }

    /// The best `most` of a set of resources that answer, each with its score, the best first; equal ones in the order of
    /// `ranks`, which has a number of its own for each resource.
    pub fn best(&self, index: &Index, set: &ResourceSet, most: usize, ranks: &[u32]) -> Vec<(u32, ResourceIdx)> {
        let mut scorers: Vec<Scorer<'_>> = self.words.iter().map(Scorer::new).collect();
        let mut best: BinaryHeap<Reverse<(u64, ResourceIdx)>> = BinaryHeap::new();
        let mut least = 0;
        for resource in set.iter() {
            let score: u32 = scorers.iter_mut().map(|word| word.score(index, resource)).sum();
            if best.len() == most && u64::from(score) < least >> 32 {
                continue;
            }
            let key = u64::from(score) << 32 | u64::from(u32::MAX - ranks[resource as usize]);
            if best.len() < most {
                best.push(Reverse((key, resource)));
            } else if key > least {
                best.pop();
                best.push(Reverse((key, resource)));
            }
            least = best.peek().map_or(0, |Reverse((key, _))| *key);
        }
        let score = |key: u64| u32::try_from(key >> 32).unwrap_or(u32::MAX);
        best.into_sorted_vec().into_iter().map(|Reverse((key, resource))| (score(key), resource)).collect()
    }
}
