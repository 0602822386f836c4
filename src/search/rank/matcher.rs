//! How a word of a query is matched: spelled so, folded, of the same stem, begun so, or spelled nearly so.
//!
//! Each way counts less than the one before it; a resource that has the word in another spelling only (`résumé` for `resume`)
//! is a folded match. Numbers are matched as they are: another year is another thing. All tiers together say whether a resource answers; the better tiers say how
//! well.

use std::borrow::Cow;
use std::ops::Range;

use crate::catalog::{ResourceIdx, ResourceSet, sort_positions};
use crate::search::field::TextField;
use crate::search::index::dense_postings::room;
use crate::search::index::{DENSE_SHARE, DensePostings, Index, Postings, PostingsCursor, TermId, dense_postings};
use crate::search::query::Word;
use crate::text::Stems;

/// What each way counts, in 256ths.
const EXACT: u32 = 256;
const FOLDED: u32 = 244;
const STEM: u32 = 216;
const PREFIX: u32 = 176;
pub(in crate::search) const SYNONYM: u32 = 160;
const NEAR: u32 = 112;
const LESS_NEAR: u32 = 72;

/// Words shorter than this are not searched by near spelling; from the second length on, two edits are near.
const NEAR_LENGTH: usize = 4;
/// Up to this length a word that the catalog has is not searched by near spelling, nor one that is all capitals.
const SHORT_LENGTH: usize = 5;
const LESS_NEAR_LENGTH: usize = 8;

/// Which tiers of matching are tried beyond the spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Options {
    /// Words of the same stem.
    pub stems: bool,
    /// Synonyms of the catalog.
    pub synonyms: bool,
    /// Near spellings, where little is found otherwise.
    pub near: bool,
}

impl Options {
    /// All tiers.
    pub const FORGIVING: Self = Self { stems: true, synonyms: true, near: true };
    /// None but the spelling.
    pub const LITERAL: Self = Self { stems: false, synonyms: false, near: false };
}

/// A word of a query, with the resources that answer it.
#[derive(Debug, Clone, Default)]
pub(in crate::search) struct TermMatch<'a> {
    /// All of them, and the factor of the lowest tier.
    pub(in crate::search) all: Postings<'a>,
    pub(in crate::search) factor: u32,
    /// Those that match in a higher tier, each with its factor.
    pub(in crate::search) higher_tiers: Vec<(u32, Postings<'a>)>,
    /// How many there are, and how much that says (inverse document frequency), in 256ths.
    pub(in crate::search) n: usize,
    pub(in crate::search) idf: u32,
}

impl<'a> TermMatch<'a> {
    pub(in crate::search) fn new(
        index: &Index,
        all: Postings<'a>,
        factor: u32,
        higher_tiers: Vec<(u32, Postings<'a>)>,
    ) -> Self {
        let n = all.len();
        let idf = idf_of(index.n_resources(), n);
        // A rarer way says more: half of by how much counts.
        let higher_tiers = higher_tiers.into_iter().map(|(factor, masks)| {
            let own = idf_of(index.n_resources(), masks.len()).max(idf);
            (factor * (idf + own) / (2 * idf), masks)
        });
        Self { all, factor, higher_tiers: higher_tiers.collect(), n, idf }
    }

    /// Returns the match with more resources that have the word as it is meant.
    pub(in crate::search) fn or(mut self, index: &Index, more: Postings<'a>) -> Self {
        let mut sum = room(index.n_resources());
        self.all.add_to(&mut sum);
        more.add_to(&mut sum);
        let all = Postings::Dense(Cow::Owned(DensePostings::of_words(sum, index.n_resources())));
        if self.n == 0 {
            return Self::new(index, all, EXACT, Vec::new());
        }
        let n = all.len();
        let idf = idf_of(index.n_resources(), n);
        let own = idf_of(index.n_resources(), more.len()).max(idf);
        self.higher_tiers.insert(0, (EXACT * (idf + own) / (2 * idf), more));
        Self { all, n, idf, ..self }
    }

    /// Returns the match with the inverse document frequency of the word and its synonyms together, which so many resources have.
    pub(in crate::search) fn common(self, index: &Index, n_together: usize) -> Self {
        Self { idf: idf_of(index.n_resources(), n_together).min(self.idf), ..self }
    }

    /// The one resource that a query names: as a word that stands in all its parts and nowhere else.
    pub(in crate::search) fn record(index: &Index, resource: ResourceIdx) -> Self {
        let masks = Postings::Sparse(Cow::Owned(vec![resource]), Cow::Owned(vec![u8::MAX]));
        Self::new(index, masks, EXACT, Vec::new())
    }
}

impl TermMatch<'_> {
    /// All tiers in which the word matches, and what each counts.
    pub(super) fn tiers(&self) -> impl Iterator<Item = (u32, &Postings<'_>)> {
        std::iter::once((self.factor, &self.all))
            .chain(self.higher_tiers.iter().map(|(factor, masks)| (*factor, masks)))
    }
}

/// Inverse document frequency as in BM25, never negative: ln(1 + (N - n + 0.5) / (n + 0.5)); never 0 here, so that a word
/// that all resources hold still says which hold it in their titles.
#[allow(clippy::cast_precision_loss, reason = "catalogs are small beside the 24 bits of a mantissa")]
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and a few thousand")]
fn idf_of(n_resources: usize, n_found: usize) -> u32 {
    let (all, found) = (n_resources as f32, n_found as f32);
    ((256.0 * (1.0 + (all - found + 0.5) / (found + 0.5)).ln()) as u32).max(1)
}

/// Whether a word is typed in capitals as a short acronym is.
fn is_acronym(word: &Word) -> bool {
    word.text.len() > 2 && word.typed.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// The words of the catalog that answer a word in one way.
#[derive(Debug, Default)]
struct MatchTier {
    factor: u32,
    range: Range<TermId>,
    terms: Vec<TermId>,
    /// Other spellings: resources that have the words in these alone do not count.
    unless: Vec<TermId>,
}

impl Index {
    /// Matches a word.
    pub(in crate::search) fn match_word(&self, word: &Word, options: Options) -> TermMatch<'_> {
        self.match_tiers(self.tiers(word, options))
    }

    /// Matches a word, near spellings included; those that were added, the most frequent first.
    pub(in crate::search) fn match_nearly(&self, word: &Word, options: Options) -> (TermMatch<'_>, Vec<TermId>) {
        let mut tiers = self.tiers(word, options);
        let is_had = |term: TermId| tiers.iter().any(|tier| tier.range.contains(&term) || tier.terms.contains(&term));
        let mut near = self.near(word);
        near.retain(|(term, _)| !is_had(*term));
        for (edits, factor) in [(1, NEAR), (2, LESS_NEAR)] {
            let terms: Vec<TermId> = near.iter().filter(|(_, n)| *n == edits).map(|(term, _)| *term).collect();
            if !terms.is_empty() {
                tiers.push(MatchTier { factor, terms, ..MatchTier::default() });
                break;
            }
        }
        let mut added =
            tiers.last().filter(|tier| tier.factor <= NEAR).map_or_else(Vec::new, |tier| tier.terms.clone());
        sort_positions(&mut added, &mut |a, b| self.counts[b as usize].cmp(&self.counts[a as usize]));
        (self.match_tiers(tiers), added)
    }

    /// The word of the catalog that may be meant by one that it has in no form and nothing begins with: the nearest, of equally
    /// near ones the most frequent.
    pub fn nearest_word(&self, word: &Word) -> Option<&str> {
        if !self.tiers(word, Options::FORGIVING).is_empty() {
            return None;
        }
        let near = self.near(word).into_iter();
        let best = near.min_by_key(|(term, edits)| (*edits, std::cmp::Reverse(self.counts[*term as usize])));
        best.map(|(term, _)| self.lexicon.word(term))
    }

    /// Matches one word of the catalog.
    pub(in crate::search) fn match_term(&self, term: TermId) -> TermMatch<'_> {
        TermMatch::new(self, self.masks(term), EXACT, Vec::new())
    }

    fn near(&self, word: &Word) -> Vec<(TermId, u8)> {
        let length = word.text.chars().count();
        if length < NEAR_LENGTH || word.text.contains(char::is_numeric) || self.is_sure(word, length) {
            return Vec::new();
        }
        // Slips are rare in first letters, and of a word that is being typed too little is there to outweigh one.
        let first = word.text.chars().next();
        let begins = |term| !word.prefix || self.lexicon.word(term).chars().take(2).any(|c| Some(c) == first);
        let within = |most| {
            let mut near = self.lexicon.near(&word.text, most, word.prefix);
            near.retain(|near| begins(near.term));
            near
        };
        let near = within(1);
        let near = if near.is_empty() && length >= LESS_NEAR_LENGTH { within(2) } else { near };
        near.into_iter().map(|near| (near.term, near.edits)).collect()
    }

    /// Whether a word means itself and nothing near it: an acronym, and a short word that the catalog has. One letter of four is too much to
    /// be a slip: `NGSS` is no `NGLS`.
    fn is_sure(&self, word: &Word, length: usize) -> bool {
        length <= SHORT_LENGTH && (is_acronym(word) || !word.prefix && self.lexicon.find(&word.text).is_some())
    }

    /// The tiers that find something, the best first.
    fn tiers(&self, word: &Word, options: Options) -> Vec<MatchTier> {
        let mut tiers = Vec::new();
        let folded = self.lexicon.find(&word.text);
        if word.typed == word.text {
            let unless = self.spellings_of(folded);
            if !unless.is_empty() {
                tiers.push(MatchTier {
                    factor: EXACT,
                    terms: folded.into_iter().collect(),
                    unless,
                    ..MatchTier::default()
                });
            }
        } else {
            // `US` and `U.S.` are one acronym.
            let is_acronym = |text: &str| text.len() > 1 && text.bytes().all(|byte| byte.is_ascii_uppercase());
            let (plain, dotted) = (word.typed.replace('.', ""), word.typed.contains('.'));
            let other = match dotted {
                true => plain.to_ascii_uppercase(),
                false if is_acronym(&plain) => {
                    plain.to_lowercase().chars().map(String::from).collect::<Vec<_>>().join(".")
                }
                false => String::new(),
            };
            let terms = [&word.typed, &other].into_iter().filter_map(|spelling| self.lexicon.find(spelling));
            add(&mut tiers, EXACT, terms.collect());
            // The signs are the name: `C` alone is another thing than `C++`.
            if word.typed.ends_with(['+', '#']) {
                return tiers;
            }
        }
        let is_exact = word.typed == word.text && tiers.is_empty();
        tiers.extend(folded.map(|term| MatchTier {
            factor: if is_exact { EXACT } else { FOLDED },
            terms: vec![term],
            ..MatchTier::default()
        }));
        if options.stems {
            add(&mut tiers, STEM, self.of_same_stem(&word.text, folded));
        }
        // An acronym that the catalog has is no beginning of a word: `ESSA` of no essay.
        let is_open = word.prefix && !(is_acronym(word) && self.lexicon.find(&word.typed).is_some());
        let range = if is_open { self.lexicon.with_prefix(&word.text) } else { 0..0 };
        if range.len() > usize::from(folded.is_some()) {
            tiers.push(MatchTier { factor: PREFIX, range, ..MatchTier::default() });
        }
        tiers
    }

    /// Whether the catalog has a word, or one that begins with it where it is being typed.
    pub(in crate::search) fn has_beginning(&self, word: &Word) -> bool {
        self.lexicon.find(&word.text).is_some() || word.prefix && !self.lexicon.with_prefix(&word.text).is_empty()
    }

    /// The words of the catalog that are other forms of a word.
    pub(in crate::search) fn other_forms(&self, word: &Word, options: Options) -> Vec<TermId> {
        if options.stems { self.of_same_stem(&word.text, self.lexicon.find(&word.text)) } else { Vec::new() }
    }

    fn of_same_stem(&self, word: &str, term: Option<TermId>) -> Vec<TermId> {
        if let Some(term) = term {
            return self.lexicon.of_same_stem(term).to_vec();
        }
        // The word is not in the catalog: a word of its stem begins as the stem does, but for its last letter.
        let stems = Stems::default();
        let stem = stems.of(word);
        let start = stem.char_indices().next_back().map_or("", |(last, _)| &stem[..last]);
        let mut alike = if start.len() < 2 { 0..0 } else { self.lexicon.with_prefix(start) };
        let first = alike.find(|term| stems.of(self.lexicon.word(*term)) == stem);
        first.map_or_else(Vec::new, |term| self.lexicon.of_same_stem(term).to_vec())
    }

    fn match_tiers(&self, mut tiers: Vec<MatchTier>) -> TermMatch<'_> {
        let range = tiers.iter().find(|tier| !tier.range.is_empty()).map_or(0..0, |tier| tier.range.clone());
        let mut others: Vec<TermId> =
            tiers.iter().flat_map(|tier| &tier.terms).copied().filter(|term| !range.contains(term)).collect();
        others.dedup();
        let all = self.united(&range, &others);
        let least = tiers.pop().map_or(0, |tier| tier.factor);
        let higher_tiers = tiers.iter().map(|tier| (tier.factor, self.of_tier(tier)));
        TermMatch::new(self, all, least, higher_tiers.collect())
    }

    /// The resources that hold the words of a tier, without those that hold them in other spellings alone.
    fn of_tier(&self, tier: &MatchTier) -> Postings<'_> {
        let masks = self.united(&tier.range, &tier.terms);
        if tier.unless.is_empty() {
            return masks;
        }
        // A word in another spelling is in the index in both: what both have alike is that one alone.
        let spelled = self.united(&(0..0), &tier.unless);
        let (mut whole, mut other) = (PostingsCursor::new(&masks), PostingsCursor::new(&spelled));
        let has_own = |resource: ResourceIdx| (resource, whole.get(resource), other.get(resource));
        let all = masks.set(self.n_resources(), u8::MAX);
        let own: Vec<(ResourceIdx, u8)> = all
            .iter()
            .map(has_own)
            .filter(|(_, whole, other)| whole != other)
            .map(|(at, whole, _)| (at, whole))
            .collect();
        if own.len() < self.n_resources() / DENSE_SHARE {
            return Postings::Sparse(
                own.iter().map(|(at, _)| *at).collect(),
                own.iter().map(|(_, mask)| *mask).collect(),
            );
        }
        let mut words = room(self.n_resources());
        for (at, mask) in &own {
            dense_postings::add(&mut words, *at, *mask);
        }
        Postings::Dense(Cow::Owned(DensePostings::of_words(words, self.n_resources())))
    }

    /// The resources that hold all of some words in a part, each as it is spelled or, where it is a prefix, begun so.
    pub fn holding(&self, words: &[Word], part: TextField) -> ResourceSet {
        let mut set = ResourceSet::all(self.n_resources());
        for word in words {
            set.intersect(&self.match_word(word, Options::LITERAL).all.set(self.n_resources(), part.bit()));
        }
        set
    }

    /// The resources that hold all of some folded words, wherever they stand.
    pub(in crate::search) fn all_of(&self, words: &[String]) -> ResourceSet {
        let n = self.n_resources();
        let mut matches: Vec<Postings<'_>> = Vec::new();
        for word in words {
            let Some(term) = self.lexicon.find(word) else { return ResourceSet::none(n) };
            matches.push(self.masks(term));
        }
        all_of(&matches.iter().collect::<Vec<_>>(), n)
    }
}

/// Adds a tier of those words that no tier has yet; none where all are had.
fn add(tiers: &mut Vec<MatchTier>, factor: u32, mut terms: Vec<TermId>) {
    terms.retain(|term| tiers.iter().all(|tier| !tier.terms.contains(term)));
    if !terms.is_empty() {
        tiers.push(MatchTier { factor, terms, ..MatchTier::default() });
    }
}

/// The resources that hold all of some words; every resource where there are none.
pub(in crate::search) fn all_of(words: &[&Postings<'_>], n_resources: usize) -> ResourceSet {
    // The shortest list first: what it leaves is little to look at.
    let first = words.iter().min_by_key(|masks| masks.n_listed().unwrap_or(usize::MAX));
    let Some(first) = first else { return ResourceSet::all(n_resources) };
    let mut set = first.set(n_resources, u8::MAX);
    words.iter().filter(|masks| !std::ptr::eq(**masks, *first)).for_each(|masks| masks.intersect(&mut set));
    set
}

/// Reads how well resources answer a word, in ascending order.
#[derive(Debug)]
pub(super) struct Scorer<'a> {
    idf: u32,
    tiers: Vec<(u32, PostingsCursor<'a>)>,
}

impl<'a> Scorer<'a> {
    pub(super) fn new(word: &'a TermMatch<'a>) -> Self {
        let tiers = word.tiers().map(|(factor, masks)| (factor, PostingsCursor::new(masks)));
        Self { idf: word.idf, tiers: tiers.collect() }
    }

    /// What a resource, which is not before the last one, gets for this word.
    pub(super) fn score(&mut self, index: &Index, resource: ResourceIdx) -> u32 {
        let length_bucket = index.length_buckets[resource as usize];
        let impact =
            |cursor: &mut PostingsCursor<'_>| u32::from(index.impacts.get(length_bucket, cursor.get(resource)));
        let best = self.tiers.iter_mut().map(|(factor, cursor)| *factor * impact(cursor)).max().unwrap_or(0);
        weighed(best, self.idf)
    }
}

/// The points that a word gives which counts so much, in 256ths, by how much it says. What counts more gives more: no way
/// counts less than a quarter.
pub(super) fn weighed(counts: u32, idf: u32) -> u32 {
    (counts / 64) * idf
}
