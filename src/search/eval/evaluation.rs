//! A query on its way to an answer: its words matched, its phrases and fields looked up, the sets put together.

mod compound;

use std::borrow::Cow;

use super::hits::{Also, Hits};
use crate::catalog::ResourceSet;
use crate::search::field::TextField;
use crate::search::index::dense_postings::room;
use crate::search::index::texts::parts_with;
use crate::search::index::{DensePostings, Index, Postings, TermId, Texts};
use crate::search::query::{Expr, FieldValue, Leaf, Query, What, Word};
use crate::search::rank::matcher::all_of;
use crate::search::rank::{Options, SYNONYM, TermMatch};
use crate::text::{self, Mark, is_stop_word, tokens};

/// How many near spellings are named at most.
const MOST_SPELLED: usize = 4;

/// One word of so many may be missing where nothing has all of them.
const FEWER_SHARE: usize = 3;

/// What part of its inverse document frequency (IDF) an optional word counts.
const OPTIONAL_SHARE: u32 = 2;

/// A query made ready: its words matched, its fields looked up.
enum Node {
    Word(usize),
    Set(ResourceSet),
    All(Vec<Node>),
    Any(Vec<Node>),
    Not(Box<Node>),
}

/// The evaluation of a query: its words as they matched, and what else was searched.
pub(super) struct Evaluation<'a, 'q> {
    index: &'a Index,
    texts: &'q dyn Texts,
    query: &'q Query,
    options: Options,
    /// Which words are matched by near spelling too: those found in fewer resources than this.
    near_below: usize,
    words: Vec<TermMatch<'a>>,
    synonyms: Vec<(usize, Vec<&'a str>)>,
    /// What else each word found, the most frequent first.
    near: Vec<Vec<TermId>>,
    /// Words in two pieces, with what they found.
    apart: Vec<(String, ResourceSet)>,
    marks: Vec<Mark>,
}

impl<'a, 'q> Evaluation<'a, 'q> {
    pub(super) fn new(
        index: &'a Index,
        query: &'q Query,
        options: Options,
        near_below: usize,
        texts: &'q dyn Texts,
    ) -> Self {
        let (words, synonyms, near, apart, marks) = (Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
        Self { index, texts, query, options, near_below, words, synonyms, near, apart, marks }
    }

    pub(super) fn answer(mut self, expr: &Expr) -> Hits<'a> {
        let node = self.node(expr, false);
        let mut set = self.set(&node);
        if let Some(record) = self.query.record.filter(|record| (*record as usize) < self.index.n_resources()) {
            set.insert(record);
            self.words.push(TermMatch::record(self.index, record));
        }
        self.raise_by_optional();
        let also = self.also(&set);
        Hits { set, also, marks: self.marks, words: self.words }
    }

    /// The resources that have most of the words of a query that asks for several and nothing else: at least two thirds of them,
    /// and the more of them, as long as these are more than `n_known`. `None` for any other query, and where no more resources
    /// have so many.
    pub(super) fn answer_mostly(mut self, expr: &Expr, n_known: usize) -> Option<Hits<'a>> {
        let Expr::All(parts) = expr else { return None };
        let is_word =
            |part: &Expr| matches!(part, Expr::Leaf(leaf) if matches!(self.query.leaves[*leaf].what, What::Words(_)));
        if !parts.iter().all(is_word) {
            return None;
        }
        let Node::All(nodes) = self.all(parts, false) else { return None };
        let sets: Vec<ResourceSet> = nodes.iter().map(|node| self.set(node)).collect();
        let n = sets.len();
        // Which resources are in at least so many sets: the first of these is that of all that may answer.
        let mut having = vec![self.with_numbers()];
        for set in &sets {
            having.push(ResourceSet::none(self.index.n_resources()));
            for at in (1..having.len()).rev() {
                let mut both = having[at - 1].clone();
                both.intersect(set);
                having[at].unite(&both);
            }
        }
        let least = n - (n / FEWER_SHARE).max(1);
        let set = having.into_iter().skip(least).rfind(|set| set.len() > n_known).filter(|_| n >= FEWER_SHARE)?;
        self.raise_by_optional();
        let also = Also { partly: true, ..self.also(&set) };
        Some(Hits { set, also, marks: self.marks, words: self.words })
    }

    /// The resources that have all numbers of the query: without one of them a text is about something else.
    fn with_numbers(&self) -> ResourceSet {
        let mut set = ResourceSet::all(self.index.n_resources());
        for leaf in &self.query.leaves {
            let What::Words(words) = &leaf.what else { continue };
            for word in words.iter().filter(|word| word.text.chars().all(char::is_numeric)) {
                set.intersect(&self.index.match_word(word, Options::LITERAL).all.set(set.n_resources(), u8::MAX));
            }
        }
        set
    }

    /// Lets the function words of the query count for the order, a little.
    fn raise_by_optional(&mut self) {
        for word in self.query.with_optional.iter().filter(|word| is_stop_word(&word.text)) {
            let word = Word { prefix: false, ..word.clone() };
            let found = self.index.match_word(&word, Options::LITERAL);
            self.words.push(TermMatch { idf: found.idf / OPTIONAL_SHARE, ..found });
        }
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
                Expr::Leaf(leaf) => nodes.push(Node::Set(self.leaf(&query.leaves[*leaf], negated))),
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
            let joined = if synonyms.is_none() { self.joined(&folded[at..], negated) } else { None };
            let n = synonyms.map_or(1 + usize::from(joined.is_some()), |found| found.n_words);
            let own: Vec<Node> = words[at..at + n].iter().map(|word| self.word(word, negated)).collect();
            at += n;
            if let Some(joined) = joined {
                nodes.push(Node::Any(vec![Node::All(own), joined]));
                continue;
            }
            let Some(found) = synonyms else {
                nodes.extend(own);
                continue;
            };
            let mut sum = room(self.index.n_resources());
            let mut labels = Vec::new();
            for (label, masks) in self.index.synonyms.others(found) {
                masks.add_to(&mut sum);
                labels.push(label);
                self.mark(&tokens(label));
            }
            self.synonyms.push((self.words.len(), labels));
            let masks = Postings::Dense(Cow::Owned(DensePostings::of_words(sum, self.index.n_resources())));
            self.words.push(TermMatch::new(self.index, masks, SYNONYM, Vec::new()));
            let others = self.words.len() - 1;
            if let ([Node::Word(word)], 1) = (own.as_slice(), n) {
                self.share_idf(*word, others);
            }
            nodes.push(Node::Any(vec![Node::All(own), Node::Word(others)]));
        }
    }

    /// Lets a word and its synonyms say as much as they do together: an abbreviation is rarer than what it stands for, and no
    /// more telling.
    fn share_idf(&mut self, word: usize, synonyms: usize) {
        let n = self.index.n_resources();
        let mut together = self.words[word].all.set(n, u8::MAX);
        together.unite(&self.words[synonyms].all.set(n, u8::MAX));
        for at in [word, synonyms] {
            self.words[at] = std::mem::take(&mut self.words[at]).common(self.index, together.len());
        }
    }

    fn word(&mut self, word: &Word, negated: bool) -> Node {
        if negated {
            // What is left out is left out as it is spelled, lest more go than was asked for; and it raises nothing.
            let found = self.index.match_word(word, Options::LITERAL);
            self.words.push(TermMatch { idf: 0, ..found });
            return Node::Word(self.words.len() - 1);
        }
        let mut found = self.index.match_word(word, self.options);
        let is_rare = found.n < self.near_below;
        self.marks.push(vec![text::Word { text: word.text.clone(), prefix: word.prefix }]);
        let mut others = self.index.other_forms(word, self.options);
        self.mark_terms(&others);
        if self.index.has_beginning(word) {
            others.clear();
        }
        if is_rare {
            let (wider, terms) = self.index.match_nearly(word, self.options);
            if !terms.is_empty() {
                found = wider;
                self.mark_terms(&terms);
                others.extend(terms);
            }
        }
        self.near.push(others);
        let found = if is_rare { self.or_apart(word, found) } else { found };
        self.words.push(found);
        Node::Word(self.words.len() - 1)
    }

    /// The resources that a phrase or a field asks for.
    fn leaf(&mut self, leaf: &Leaf, negated: bool) -> ResourceSet {
        if !leaf.negated {
            match &leaf.what {
                What::Phrase(words) | What::Field { value: FieldValue::Phrase { words, .. }, .. } => self.mark(words),
                What::Field { value: FieldValue::Words { words, .. }, .. } => {
                    let mark = |word: &Word| vec![text::Word { text: word.text.clone(), prefix: word.prefix }];
                    self.marks.extend(words.iter().map(mark));
                }
                _ => {}
            }
        }
        match &leaf.what {
            // Words are made ready together with those that stand beside them.
            What::Words(_) => ResourceSet::all(self.index.n_resources()),
            What::Phrase(words) => self.phrase(words, u8::MAX, negated),
            What::Field { field, value } => match (part_of(field), value) {
                (Some(part), FieldValue::Words { words, .. }) => {
                    let mut set = ResourceSet::all(self.index.n_resources());
                    for word in words {
                        let found = self.index.match_word(word, self.options);
                        set.intersect(&found.all.set(self.index.n_resources(), part.bit()));
                    }
                    set
                }
                (Some(part), FieldValue::Phrase { words, .. }) => self.phrase(words, part.bit(), negated),
                _ => {
                    let found = self.texts.field(field, value);
                    found.unwrap_or_else(|| ResourceSet::none(self.index.n_resources()))
                }
            },
        }
    }

    /// The resources in which words stand next to each other, in some parts; the words count for the order, unless they are
    /// left out.
    fn phrase(&mut self, words: &[String], parts: u8, negated: bool) -> ResourceSet {
        let candidates = self.index.all_of(words);
        for word in words.iter().filter(|_| !negated) {
            let Some(term) = self.index.lexicon.find(word) else { continue };
            self.words.push(self.index.match_term(term));
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
                for part in parts {
                    set.unite(&self.set(part));
                }
                set
            }
            Node::All(parts) => {
                let words: Vec<&Postings<'_>> = parts
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

    /// Marks folded words where they stand next to each other.
    fn mark(&mut self, words: &[String]) {
        self.marks.push(words.iter().map(|text| text::Word { text: text.clone(), prefix: false }).collect());
    }

    fn mark_terms(&mut self, terms: &[TermId]) {
        for term in terms {
            self.mark(&[self.index.lexicon.word(*term).to_owned()]);
        }
    }

    /// What else was searched and has a part in the answer: of each word the most frequent, then of each the next.
    fn also(&self, set: &ResourceSet) -> Also {
        let has_part = |masks: &Postings<'_>| masks.set(set.n_resources(), u8::MAX).n_shared(set) > 0;
        let most = self.near.iter().map(Vec::len).max().unwrap_or(0);
        let in_turn = (0..most).flat_map(|at| self.near.iter().filter_map(move |terms| terms.get(at)));
        let spelled = in_turn.filter(|term| has_part(&self.index.masks(**term)));
        let apart = self.apart.iter().filter(|(_, found)| found.n_shared(set) > 0).map(|(label, _)| label.clone());
        let synonyms = self.synonyms.iter().filter(|(word, _)| has_part(&self.words[*word].all));
        Also {
            spelled: apart
                .chain(spelled.map(|term| self.index.lexicon.word(*term).to_owned()))
                .take(MOST_SPELLED)
                .collect(),
            synonyms: synonyms.flat_map(|(_, labels)| labels).map(|label| (*label).to_owned()).collect(),
            partly: false,
        }
    }
}

/// The part of a resource that a field of a query names, where it is no facet.
fn part_of(name: &str) -> Option<TextField> {
    match name {
        "title" => Some(TextField::Title),
        "summary" => Some(TextField::Summary),
        _ => None,
    }
}
