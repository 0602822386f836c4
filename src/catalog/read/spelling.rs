//! Values that a curator should look at together: those that are counted as one though records spell them otherwise, and those that are
//! nearly equal, each with a proposal.
//!
//! Nearly equal are values of one field that are the same without accents, blanks and punctuation and with `&` for `and`, or that differ in
//! one letter of ten, up to [`MOST_EDITS`]. What differs in a digit or in an initial is something else. Nothing here is square in the number of
//! values: pairs are looked for among values that share a text without one letter (one edit; complete), or a part of their letters
//! (more edits: Li, Deng, Wang and Feng, "Pass-Join", PVLDB 5(3), 2011), of which no more than [`MOST_ALIKE`] are compared each.

use std::hash::BuildHasher;

use super::finding::{Finding, FindingKind, Place, kept};
use crate::catalog::hash::{FastHash, HashMap};
use crate::catalog::model::{FieldKind, Head, List, ResourceIdx, Term, values};
use crate::catalog::store::{Store, sort_by};
use crate::text::{Edits, compare_key, fold, tokens, without_markup};

/// The fewest letters that two nearly equal values have that differ in punctuation, and that differ in a letter.
const FEWEST_LETTERS: usize = 3;
const LETTERS_AN_EDIT: usize = 10;
/// The most letters by which two nearly equal values differ, and the most letters that a value has that is compared.
const MOST_EDITS: usize = 4;
const MOST_LETTERS: usize = crate::limits::ALIKE_LETTERS;
/// How many values with one part of their letters in common are compared, and how many with all letters but one.
const MOST_ALIKE: usize = 16;
const MOST_SPELLED: usize = 256;

/// One way in which a value is written.
#[derive(Debug, Clone)]
struct Spelling {
    text: String,
    n: u32,
    /// The first record that writes it so.
    first: ResourceIdx,
}

/// What was found of the values of a catalog; `places` holds record number and line of each record.
pub(super) fn spellings(head: &Head, store: &Store, places: &[(u32, u32)]) -> Vec<Finding> {
    let words = &head.vocabulary;
    let mut findings = Vec::new();
    for list in List::ALL {
        let field = list.key();
        let terms: &[Term] = match list {
            List::Type => &words.types,
            List::Themes => &words.themes,
            List::Audiences => &words.audiences,
            List::Levels => &words.levels,
            List::Access => &words.access,
            _ => &[],
        };
        let mut found = Values::default();
        for idx in (0..).take(store.len()) {
            store.strings(idx, list).for_each(|text| found.add(text, idx));
        }
        found.report(field, terms, (store, places), &mut findings);
    }
    let mut own: Vec<(&str, Values)> = Vec::new();
    let fields = head.fields.iter().filter(|field| field.kind == FieldKind::Terms);
    own.extend(fields.map(|field| (field.id.as_str(), Values::default())));
    for idx in (0..).take(if own.is_empty() { 0 } else { store.len() }).filter(|idx| store.has_extra(*idx)) {
        // Once for all fields: a record may have thousands.
        let extra = store.extra(idx);
        for (id, found) in &mut own {
            for text in values(&extra, id) {
                found.add(&text, idx);
            }
        }
    }
    for (id, found) in own {
        found.report(id, &[], (store, places), &mut findings);
    }
    findings
}

/// The spellings of one field, in the order in which they are met.
#[derive(Debug, Default)]
struct Values {
    spellings: Vec<Spelling>,
    by_text: HashMap<String, usize>,
}

impl Values {
    fn add(&mut self, text: &str, idx: ResourceIdx) {
        if let Some(at) = self.by_text.get(text) {
            self.spellings[*at].n += 1;
            return;
        }
        self.by_text.insert(text.to_owned(), self.spellings.len());
        self.spellings.push(Spelling { text: text.to_owned(), n: 1, first: idx });
    }

    /// The spellings by value, the most frequent first, in the order in which the values are met.
    fn by_value(&self) -> Vec<Vec<Spelling>> {
        let (mut places, mut by_value): (HashMap<String, usize>, Vec<Vec<Spelling>>) = Default::default();
        for spelling in &self.spellings {
            let place = *places.entry(compare_key(&spelling.text).into_owned()).or_insert(by_value.len());
            if place == by_value.len() {
                by_value.push(Vec::new());
            }
            by_value[place].push(spelling.clone());
        }
        for spellings in &mut by_value {
            sort_by(spellings, |a, b| b.n.cmp(&a.n));
        }
        by_value
    }

    fn report(&self, field: &str, terms: &[Term], of: (&Store, &[(u32, u32)]), findings: &mut Vec<Finding>) {
        let (store, places) = of;
        // At the first record that writes it in another way than is proposed.
        let place = |spelling: &Spelling| {
            let (record, line) = places.get(spelling.first as usize).copied().unwrap_or((spelling.first + 1, 1));
            let id = Some(kept(store.id(spelling.first)));
            Place { record: Some(record as usize), id, field: Some(field.to_owned()), line: line as usize }
        };
        let counted = |spelling: &Spelling| (spelling.text.clone(), spelling.n);
        let terms: HashMap<_, &str> =
            terms.iter().rev().map(|term| (compare_key(&term.id), term.id.as_str())).collect();
        let by_value = self.by_value();
        for value in &by_value {
            let term = terms.get(&compare_key(&value[0].text)).copied();
            let shown = term.unwrap_or(&value[0].text);
            if let Some(other) = value.iter().find(|spelling| spelling.text != shown) {
                let plain = without_markup(shown).unwrap_or_else(|| shown.to_owned());
                let kind = FindingKind::Joined(value.iter().map(counted).collect(), plain);
                findings.push(Finding { place: place(other), kind });
            }
        }
        // Other words than those of a vocabulary are findings already.
        if !terms.is_empty() {
            return;
        }
        let mut totals: Vec<Spelling> = by_value
            .into_iter()
            .filter_map(|value| {
                let most = value.iter().max_by_key(|spelling| (spelling.n, std::cmp::Reverse(&spelling.text)))?;
                Some(Spelling { n: value.iter().map(|spelling| spelling.n).sum(), ..most.clone() })
            })
            .collect();
        // What is said of them must not hang on the order of the records.
        sort_by(&mut totals, |a, b| a.text.cmp(&b.text));
        let mut groups = similar(&totals);
        sort_by(&mut groups, |a, b| totals[a[1]].first.cmp(&totals[b[1]].first));
        for group in groups {
            let kind = FindingKind::Similar(group.iter().map(|at| counted(&totals[*at])).collect());
            findings.push(Finding { place: place(&totals[group[1]]), kind });
        }
    }
}

/// The groups of nearly equal values: of each the most frequent first, of equally frequent ones the first of these values.
fn similar(values: &[Spelling]) -> Vec<Vec<usize>> {
    // Signs of HTML are none of the value's.
    let plain = |text: &str| without_markup(text).map_or_else(|| letters_of(text), |plain| letters_of(&plain));
    let letters: Vec<Vec<char>> = values.iter().map(|value| plain(&value.text)).collect();
    let mut groups = Groups((0..values.len()).collect());
    // What is the same without signs is compared once.
    let (mut first, mut distinct): (HashMap<&[char], usize>, Vec<usize>) = Default::default();
    for (at, own) in letters.iter().enumerate().filter(|(_, own)| own.len() >= FEWEST_LETTERS) {
        let same = *first.entry(own).or_insert(at);
        if same == at {
            distinct.push(at);
        }
        groups.join(same, at);
    }
    distinct.retain(|at| (LETTERS_AN_EDIT - 1..=MOST_LETTERS).contains(&letters[*at].len()));
    let histograms: Vec<Histogram> = letters.iter().map(|letters| histogram(letters)).collect();
    let mut meet = |a: usize, b: usize| {
        let most = most_edits(letters[a].len().max(letters[b].len()));
        // An edit changes two counts at most.
        let n_apart: usize = histograms[a].iter().zip(&histograms[b]).map(|(a, b)| usize::from(a.abs_diff(*b))).sum();
        let may_be = n_apart <= 2 * most && groups.first(a) != groups.first(b);
        if may_be && is_near([&letters[a], &letters[b]], most) && is_same_kind([&values[a].text, &values[b].text]) {
            groups.join(a, b);
        }
    };
    let texts: Vec<Letters<'_>> =
        values.iter().zip(&letters).map(|(value, own)| Letters::new(&value.text, own)).collect();
    by_one_edit(&distinct, &texts, &mut meet);
    by_parts(&distinct, &texts, &mut meet);
    let mut found = groups.of_several();
    for group in &mut found {
        sort_by(group, |a, b| values[*b].n.cmp(&values[*a].n));
    }
    found
}

/// The letters of a value, and a hash of its digits: values that differ in a digit are never met.
struct Letters<'a> {
    own: &'a [char],
    digits: u64,
}

impl<'a> Letters<'a> {
    fn new(text: &str, own: &'a [char]) -> Self {
        Self { own, digits: FastHash.hash_one(digits_of(text)) }
    }

    /// A hash of some letters of this value.
    fn hash(&self, letters: &[char]) -> u64 {
        FastHash.hash_one((self.digits, letters))
    }
}

/// The digits of a text.
fn digits_of(text: &str) -> String {
    text.chars().filter(|c| c.is_numeric()).collect()
}

/// How many of its letters are of each kind.
type Histogram = [u8; 32];

fn histogram(letters: &[char]) -> Histogram {
    let mut counts = Histogram::default();
    for letter in letters.iter().take(MOST_LETTERS) {
        let count = &mut counts[(u32::from(*letter) % 32) as usize];
        *count = count.saturating_add(1);
    }
    counts
}

/// The letters and digits of a text without accents and without an article in front, `&` as `and`.
fn letters_of(text: &str) -> Vec<char> {
    let folded = fold(text);
    folded.strip_prefix("the ").unwrap_or(&folded).replace('&', "and").chars().filter(|c| c.is_alphanumeric()).collect()
}

/// How many letters two values may differ in, the longer of which has so many.
fn most_edits(n_letters: usize) -> usize {
    (n_letters / LETTERS_AN_EDIT).min(MOST_EDITS)
}

/// Whether two values differ in no more letters than that.
fn is_near(letters: [&Vec<char>; 2], most: usize) -> bool {
    let mut edits = Edits::new(&String::from_iter(letters[0]), u8::try_from(most).unwrap_or(0));
    letters[1].iter().all(|letter| edits.push(*letter)) && edits.distance().is_some()
}

/// Whether two values differ in no digit and in no initial.
fn is_same_kind(texts: [&str; 2]) -> bool {
    let [digits, other_digits] = texts.map(digits_of);
    let [one, other] = texts.map(tokens);
    let is_initial = |(a, b): (&String, &String)| a != b && a.chars().count() == 1 && b.chars().count() == 1;
    digits == other_digits && !(one.len() == other.len() && one.iter().zip(&other).any(is_initial))
}

/// The pairs of which one becomes the other by one letter more, less, other or swapped with its neighbour: those have a text in
/// common that is one of them, or one of them without a letter.
fn by_one_edit(values: &[usize], texts: &[Letters<'_>], meet: &mut dyn FnMut(usize, usize)) {
    let mut hashes: Vec<(u64, usize)> = Vec::new();
    for at in values {
        let text = &texts[*at];
        hashes.push((text.hash(text.own), *at));
        let mut without: Vec<char> = text.own[1..].to_vec();
        for (left_out, letter) in text.own.iter().enumerate() {
            hashes.push((text.hash(&without), *at));
            if let Some(next) = without.get_mut(left_out) {
                *next = *letter;
            }
        }
    }
    hashes.sort_unstable();
    // A run of one letter is the same without any of them.
    hashes.dedup();
    for alike in hashes.chunk_by(|a, b| a.0 == b.0) {
        for (n, (_, a)) in alike.iter().enumerate() {
            let others = alike[n + 1..].iter().take(MOST_SPELLED);
            for (_, b) in others {
                meet(*a, *b);
            }
        }
    }
}

/// The pairs that may be a few edits apart: cut into one part more than there are edits, one of two such values has a part that stands in
/// the other too, about where it stands in the one.
fn by_parts(values: &[usize], texts: &[Letters<'_>], meet: &mut dyn FnMut(usize, usize)) {
    let mut long: Vec<usize> =
        values.iter().copied().filter(|at| texts[*at].own.len() + 2 >= 2 * LETTERS_AN_EDIT).collect();
    sort_by(&mut long, |a, b| texts[*a].own.len().cmp(&texts[*b].own.len()));
    let mut parts: HashMap<(usize, usize, u64), Vec<usize>> = HashMap::default();
    for at in long {
        let (text, own) = (&texts[at], texts[at].own);
        for length in own.len().saturating_sub(MOST_EDITS)..=own.len() {
            let most = most_edits(length + MOST_EDITS);
            for part in 0..=most {
                let (start, end) = part_of(length, most + 1, part);
                for from in start.saturating_sub(most)..=(start + most).min(own.len() - (end - start)) {
                    let hash = text.hash(&own[from..from + end - start]);
                    let alike = parts.get(&(length, part, hash)).map(Vec::as_slice).unwrap_or_default();
                    for other in alike {
                        meet(*other, at);
                    }
                }
            }
        }
        let n_parts = most_edits(own.len() + MOST_EDITS) + 1;
        for part in 0..n_parts {
            let (start, end) = part_of(own.len(), n_parts, part);
            let alike = parts.entry((own.len(), part, text.hash(&own[start..end]))).or_default();
            if alike.len() < MOST_ALIKE {
                alike.push(at);
            }
        }
    }
}

/// Where a part of several about equal ones begins and ends.
fn part_of(length: usize, n_parts: usize, part: usize) -> (usize, usize) {
    (length * part / n_parts, length * (part + 1) / n_parts)
}

/// Groups of things that belong together, directly or by way of others: for each the next one nearer to the first of its group.
struct Groups(Vec<usize>);

impl Groups {
    fn first(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.first(a), self.first(b));
        self.0[a.max(b)] = a.min(b);
    }

    /// The groups of more than one, in the order of their first ones.
    fn of_several(mut self) -> Vec<Vec<usize>> {
        let mut groups: Vec<Vec<usize>> = vec![Vec::new(); self.0.len()];
        for at in 0..self.0.len() {
            let first = self.first(at);
            groups[first].push(at);
        }
        groups.retain(|group| group.len() > 1);
        groups
    }
}

#[cfg(test)]
mod tests {
    use super::{Letters, by_one_edit, by_parts, letters_of};

    /// How many pairs of these values are compared.
    fn n_compared(values: &[String]) -> usize {
        let letters: Vec<Vec<char>> = values.iter().map(|value| letters_of(value)).collect();
        let texts: Vec<Letters<'_>> =
            values.iter().zip(&letters).map(|(value, own)| Letters::new(value, own)).collect();
        let (all, mut n) = ((0..values.len()).collect::<Vec<usize>>(), 0);
        by_one_edit(&all, &texts, &mut |_, _| n += 1);
        by_parts(&all, &texts, &mut |_, _| n += 1);
        n
    }

    #[test]
    fn values_that_differ_in_digits_alone_are_never_compared() {
        let numbered = |stem: &str| (0..2_000).map(|n| format!("{stem}{n:06}")).collect::<Vec<String>>();
        assert_eq!(n_compared(&numbered(&"x".repeat(30))), 0);
        assert_eq!(n_compared(&numbered("open data set number ")), 0);
    }

    #[test]
    fn a_run_of_one_letter_makes_a_pair_of_values_no_more_than_one() {
        let n = n_compared(&[format!("a{}", "x".repeat(11)), format!("a{}", "x".repeat(12))]);
        assert_eq!(n, 1);
    }

    #[test]
    fn four_times_the_values_are_compared_four_and_a_half_times_as_often_at_most() {
        let values = |n: u64| -> Vec<String> {
            // Words of 12 letters each by a multiplicative generator (Knuth, volume 2, section 3.3.4).
            let mut state = 1_u64;
            let mut letter = || {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                char::from(b'a' + u8::try_from((state >> 33) % 26).unwrap_or(0))
            };
            let mut word = || (0..12).map(|_| letter()).collect::<String>();
            // Of each value a second one with a slip.
            (0..n / 2)
                .flat_map(|_| {
                    let text = format!("{} {}", word(), word());
                    [format!("{text}s"), text]
                })
                .collect()
        };
        let (few, many) = (n_compared(&values(1_000)), n_compared(&values(4_000)));
        assert!(few >= 500, "{few}");
        assert!(many * 2 <= few * 9, "{few} {many}");
    }
}
