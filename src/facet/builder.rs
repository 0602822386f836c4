//! A facet in the making, from all resources of a catalog.

use std::sync::OnceLock;

use super::definition::{Definition, Kind, Origin, language_code};
use super::values::{Facet, FacetValue, Gathered, ValueIdx};
use crate::limits::{FIELD_VALUES, LABEL_DRAWN, work};
use crate::text::shortened;

use crate::catalog::{HashMap, Head, ResourceIdx, ResourceSet, Store, Term, decimal, parent_faults, sorted_positions};

/// Values that this part of all resources have are kept as a set: as large as a list of so many.
const SET_SHARE: usize = 32;

/// Which values records write in several ways.
#[derive(Debug, Default)]
struct Spellings {
    /// How many values are terms of the vocabulary, which says how they are written.
    n_terms: usize,
    /// The values with several spellings; some several times.
    joined: Vec<ValueIdx>,
}

impl Spellings {
    /// Takes note of a spelling of a value.
    fn meet(&mut self, value: ValueIdx, text: &str, values: &[FacetValue]) {
        let at = value as usize;
        if at >= self.n_terms && values[at].id != text && self.joined.last() != Some(&value) {
            self.joined.push(value);
        }
    }
}

/// A label as the page draws it, in hundreds of places at once.
fn drawn_label(text: &str) -> String {
    shortened(text, LABEL_DRAWN).into_owned()
}

impl Facet {
    /// The facet of all resources of a catalog.
    pub fn new(definition: Definition, head: &Head, store: &Store) -> Self {
        let mut facet = Self::without_resources(definition, head, store.len());
        facet.take(store);
        if facet.definition.kind == Kind::Number {
            facet.sort_numbers();
        }
        facet.count();
        facet.gathered();
        facet
    }

    /// The facet with the values of the vocabulary alone, of a catalog that will have so many resources.
    pub(super) fn without_resources(definition: Definition, head: &Head, n_resources: usize) -> Self {
        let mut facet = Self {
            definition,
            values: Vec::new(),
            by_key: HashMap::default(),
            twins: HashMap::default(),
            folded: OnceLock::new(),
            rows: Vec::new(),
            starts: vec![0],
            totals: Vec::new(),
            member_starts: Vec::new(),
            gathered: OnceLock::new(),
            stated: ResourceSet::none(n_resources),
        };
        let terms = facet.definition.terms(head);
        facet.add_terms(terms);
        facet
    }

    /// Takes the values of all resources in, with all that stand above them.
    fn take(&mut self, store: &Store) {
        let resources = (0..).take(store.len());
        let list = self.definition.list();
        if let Some(list) = list {
            let own: usize =
                resources.clone().map(|resource| store.list(resource, list).take(FIELD_VALUES).count()).sum();
            // In a tree, about one above each.
            self.rows.reserve_exact(if self.definition.kind == Kind::Tree { own * 2 } else { own });
        }
        self.starts.reserve_exact(store.len());
        // The value of each text of the store, once it was met.
        let mut known: Vec<Option<ValueIdx>> = vec![None; if list.is_some() { store.n_strings() } else { 0 }];
        // The last resource that each value was added to, counted from 1.
        let mut met = vec![0; self.values.len()];
        let mut spellings = Spellings { n_terms: self.values.len(), ..Spellings::default() };
        for resource in resources {
            match (list, &self.definition.origin) {
                (Some(list), _) => {
                    for text in store.list(resource, list).take(FIELD_VALUES) {
                        let value = known[text as usize].unwrap_or_else(|| {
                            let value = self.value(store.string(text));
                            spellings.meet(value, store.string(text), &self.values);
                            value
                        });
                        known[text as usize] = Some(value);
                        self.add(resource, value, &mut met);
                    }
                }
                (None, Origin::BuiltIn) => {
                    if let Some(date) = store.published(resource) {
                        let value = self.value(&date.year().to_string());
                        self.add(resource, value, &mut met);
                    }
                }
                (None, Origin::Field { .. }) if !store.has_extra(resource) => {}
                (None, Origin::Field { .. }) => {
                    for text in self.definition.values(store, resource) {
                        let value = self.value(&text);
                        spellings.meet(value, &text, &self.values);
                        self.add(resource, value, &mut met);
                    }
                }
            }
            self.starts.push(u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
        }
        if !spellings.joined.is_empty() {
            self.respell(store, &spellings);
        }
        if self.definition.is_language() {
            for value in &mut self.values[spellings.n_terms..] {
                value.id = language_code(&value.id);
                value.label.clone_from(&value.id);
            }
        }
    }

    /// Writes the values that have several spellings as most resources write them.
    fn respell(&mut self, store: &Store, spellings: &Spellings) {
        let mut is_joined = vec![false; self.values.len()];
        spellings.joined.iter().for_each(|value| is_joined[*value as usize] = true);
        // Each spelling of these, as it is met first, with how many write it so.
        let (mut places, mut counts): (HashMap<String, usize>, Vec<(String, u32)>) = Default::default();
        for resource in (0..).take(store.len()) {
            if !self.values_of(resource).iter().any(|value| is_joined[*value as usize]) {
                continue;
            }
            for text in self.definition.values(store, resource) {
                let place = *places.entry(text.clone().into_owned()).or_insert(counts.len());
                if place == counts.len() {
                    counts.push((text.into_owned(), 0));
                }
                counts[place].1 += 1;
            }
        }
        let mut most = vec![0; self.values.len()];
        for (text, count) in counts {
            let Some(value) = self.known(&text).map(|value| value as usize).filter(|value| is_joined[*value]) else {
                continue;
            };
            if count > most[value] {
                most[value] = count;
                self.values[value].label = drawn_label(&text);
                self.values[value].id = text;
            }
        }
    }

    /// Gives a resource a value and those above it; `last` holds for each value the last resource that has it, counted from 1.
    fn add(&mut self, resource: ResourceIdx, mut value: ValueIdx, last: &mut Vec<u32>) {
        last.resize(self.values.len(), 0);
        while std::mem::replace(&mut last[value as usize], resource + 1) != resource + 1 {
            work::count(1);
            self.rows.push(value);
            match self.values[value as usize].parent {
                Some(parent) => value = parent,
                None => break,
            }
        }
    }

    /// The value that has this id in any spelling, which is new if there is none.
    pub(super) fn value(&mut self, id: &str) -> ValueIdx {
        if let Some(idx) = self.known(id) {
            return idx;
        }
        let key = self.definition.comparing_key(id).into_owned();
        let idx = self.new_value(id);
        self.by_key.insert(key, idx);
        idx
    }

    fn new_value(&mut self, id: &str) -> ValueIdx {
        let idx = ValueIdx::try_from(self.values.len()).unwrap_or(ValueIdx::MAX);
        let number = if self.definition.kind == Kind::Number { decimal(id) } else { None };
        self.values.push(FacetValue { id: id.to_owned(), label: drawn_label(id), number, ..FacetValue::default() });
        idx
    }

    fn add_terms(&mut self, terms: &[Term]) {
        for term in terms {
            let mut idx = self.value(&term.id) as usize;
            // Two terms are two, however alike their ids are.
            if self.values[idx].id != term.id {
                let twin = self.new_value(&term.id);
                self.twins.insert(term.id.clone(), twin);
                idx = twin as usize;
            }
            self.values[idx].label = drawn_label(&term.label);
            self.values[idx].definition.clone_from(&term.definition);
        }
        if self.definition.kind != Kind::Tree {
            return;
        }
        for (term, fault) in terms.iter().zip(parent_faults(terms)) {
            if fault.is_some() {
                continue;
            }
            let parent = term.parent.as_ref().and_then(|parent| self.known(parent));
            let (Some(parent), Some(idx)) = (parent, self.known(&term.id)) else { continue };
            self.values[idx as usize].parent = Some(parent);
            self.values[parent as usize].children.push(idx);
        }
    }

    /// Puts the values in ascending order.
    fn sort_numbers(&mut self) {
        let number = |idx: ValueIdx| self.values[idx as usize].number;
        let order = sorted_positions(self.values.len(), &mut |a, b| number(a).cmp(&number(b)));
        let mut place = vec![0; order.len()];
        (0..).zip(&order).for_each(|(new, old)| place[*old as usize] = new);
        self.values = order.iter().map(|old| self.values[*old as usize].clone()).collect();
        self.by_key.values_mut().for_each(|idx| *idx = place[*idx as usize]);
        self.rows.iter_mut().for_each(|idx| *idx = place[*idx as usize]);
    }

    /// Counts the resources of each value, and says where their lists will begin.
    pub(super) fn count(&mut self) {
        self.rows.shrink_to_fit();
        self.starts.shrink_to_fit();
        self.totals = vec![0; self.values.len()];
        for value in &self.rows {
            self.totals[*value as usize] += 1;
        }
        let mut end = 0;
        self.member_starts = vec![0];
        for total in &self.totals {
            end += if self.is_frequent(*total) { 0 } else { *total };
            self.member_starts.push(end);
        }
        for (resource, row) in (0..).zip(self.starts.windows(2)) {
            if row[0] < row[1] {
                self.stated.insert(resource);
            }
        }
    }

    /// Whether a value of so many resources has a set.
    fn is_frequent(&self, total: u32) -> bool {
        total as usize > self.n_resources() / SET_SHARE
    }

    /// How many values have a set.
    pub(super) fn n_sets(&self) -> usize {
        self.totals.iter().filter(|total| self.is_frequent(**total)).count()
    }

    /// How long the lists of the others are together.
    pub(super) fn n_listed(&self) -> usize {
        self.member_starts.last().map_or(0, |end| *end as usize)
    }

    /// The resources by value; gathered from the values by resource when they are first wanted.
    pub(super) fn gathered(&self) -> &Gathered {
        self.gathered.get_or_init(|| self.gather())
    }

    fn gather(&self) -> Gathered {
        let (n, n_words) = (self.n_resources(), self.n_resources().div_ceil(64));
        let in_set: Vec<bool> = self.totals.iter().map(|total| self.is_frequent(*total)).collect();
        // Where the next resource of each list goes; of a set, where its words begin, all sets being one for now.
        let mut next: Vec<usize> = self.member_starts.iter().map(|start| *start as usize).collect();
        let mut end = 0;
        for (place, _) in next.iter_mut().zip(&in_set).filter(|(_, in_set)| **in_set) {
            *place = end;
            end += n_words;
        }
        let (mut members, mut sets) = (vec![0; self.n_listed()], vec![0u64; end]);
        for (resource, row) in (0u32..).zip(self.starts.windows(2)) {
            let (word, bit) = (resource as usize / 64, 1 << (resource % 64));
            for value in &self.rows[row[0] as usize..row[1] as usize] {
                let place = &mut next[*value as usize];
                if in_set[*value as usize] {
                    sets[*place + word] |= bit;
                } else {
                    members[*place] = resource;
                    *place += 1;
                }
            }
        }
        let mut words = sets.chunks_exact(n_words.max(1));
        let set =
            |in_set: &bool| if *in_set { words.next().map(|words| ResourceSet::of_words(words, n)) } else { None };
        Gathered { members, sets: in_set.iter().map(set).collect() }
    }
}
