//! A facet: its values, which resources have each, and which values each resource has.
//!
//! In a tree a resource has the values above its own too, so that counts roll up and a choice includes what is below it.
//! Both directions are kept: values by resource for small sets of resources, resources by value (a list, or for frequent
//! values a set) for large ones.

use std::borrow::Cow;
use std::sync::OnceLock;

use super::definition::{Definition, Kind};
use crate::catalog::{Fingerprint, HashMap, ResourceIdx, ResourceSet, Store, decimal};
use crate::limits::work;
use crate::text::{fold, tokens};

/// The choice that asks for resources without any value; no value can be an empty text.
pub const NOT_STATED: &str = "";

/// Position of a value in its facet.
pub type ValueIdx = u32;

/// One value of a facet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FacetValue {
    /// What stands in addresses, and in records in this spelling or another: that of the vocabulary, else that of most records, of
    /// equally many the first.
    pub id: String,
    /// What a reader sees, at most [`LABEL_DRAWN`](crate::limits::LABEL_DRAWN) characters of it.
    pub label: String,
    /// What it means, where the vocabulary says it.
    pub definition: Option<String>,
    /// The value above it, in a tree.
    pub parent: Option<ValueIdx>,
    /// The values below it, in a tree.
    pub children: Vec<ValueIdx>,
    /// The number it stands for, in ten-thousandths, where values are numbers.
    pub number: Option<i64>,
}

/// One property by which resources are told apart.
#[derive(Debug)]
pub struct Facet {
    /// What it is.
    pub definition: Definition,
    /// All values: those of the vocabulary in its order, then others as met; numbers ascend.
    pub values: Vec<FacetValue>,
    /// The values by their comparing keys.
    pub(super) by_key: HashMap<String, ValueIdx>,
    /// Terms of the vocabulary whose key an earlier one has, by their ids.
    pub(super) twins: HashMap<String, ValueIdx>,
    /// The values by the hashes of their folded ids and labels, in order; made when it is first wanted.
    pub(super) folded: OnceLock<Vec<(u64, ValueIdx)>>,
    /// The values of resource `r` are `rows[starts[r]..starts[r + 1]]`, those above its own included.
    pub(super) rows: Vec<ValueIdx>,
    pub(super) starts: Vec<u32>,
    /// How many resources have each value.
    pub(super) totals: Vec<u32>,
    /// The resources of value `v` in ascending order are `members[member_starts[v]..member_starts[v + 1]]`, or else `sets[v]`,
    /// of those that were gathered.
    pub(super) member_starts: Vec<u32>,
    pub(super) gathered: OnceLock<Gathered>,
    /// The resources that have any value.
    pub(super) stated: ResourceSet,
}

/// The resources of all values of a facet.
#[derive(Debug, PartialEq)]
pub(super) struct Gathered {
    pub(super) members: Vec<ResourceIdx>,
    pub(super) sets: Vec<Option<ResourceSet>>,
}

/// The resources of one value.
pub(super) enum Members<'a> {
    List(&'a [ResourceIdx]),
    Set(&'a ResourceSet),
}

impl Facet {
    /// The values of a resource, those above its own included, each once.
    pub fn values_of(&self, resource: ResourceIdx) -> &[ValueIdx] {
        let at = resource as usize;
        &self.rows[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The ids of the values of a resource as its record states them.
    pub fn stated_values(&self, store: &Store, resource: ResourceIdx) -> Vec<String> {
        self.definition.values(store, resource).into_iter().map(Cow::into_owned).collect()
    }

    /// The value that has this id in any spelling: case and white space do not count.
    pub(super) fn known(&self, id: &str) -> Option<ValueIdx> {
        self.twins.get(id).or_else(|| self.by_key.get(&*self.definition.comparing_key(id))).copied()
    }

    /// The value that has this id in any spelling, or else the one that reads the same when accents do not count either.
    pub fn find(&self, id: &str) -> Option<ValueIdx> {
        self.known(id).or_else(|| {
            let folded = fold(id);
            let wanted = hash(&folded);
            let all = self.folded.get_or_init(|| self.hashed());
            let alike = all[all.partition_point(|(hash, _)| *hash < wanted)..].iter();
            let same = |idx: &ValueIdx| {
                work::count(1);
                let value = &self.values[*idx as usize];
                fold(&value.id) == folded || fold(&value.label) == folded
            };
            alike.take_while(|(hash, _)| *hash == wanted).map(|(_, idx)| *idx).find(same)
        })
    }

    fn hashed(&self) -> Vec<(u64, ValueIdx)> {
        work::count(self.values.len());
        let both =
            |(idx, value): (ValueIdx, &FacetValue)| [(hash(&fold(&value.id)), idx), (hash(&fold(&value.label)), idx)];
        let mut hashed: Vec<(u64, ValueIdx)> = (0..).zip(&self.values).flat_map(both).collect();
        hashed.sort_unstable();
        hashed.dedup();
        hashed
    }

    /// The values whose label or id answers some test of its folded words.
    pub fn labelled(&self, answers: &dyn Fn(&[String]) -> bool) -> Vec<ValueIdx> {
        let fits = |value: &FacetValue| answers(&tokens(&value.label)) || answers(&tokens(&value.id));
        (0..).zip(&self.values).filter(|(_, value)| fits(value)).map(|(idx, _)| idx).collect()
    }

    /// The values that one choice names: one by its id, or all within a range of numbers (`2016..2019`, `2016..`, `..2019`,
    /// `2018`). `None` when it names none that this catalog could have.
    pub fn select(&self, choice: &str) -> Option<Vec<ValueIdx>> {
        if self.definition.kind != Kind::Number {
            return self.find(choice).map(|value| vec![value]);
        }
        let (from, to) = range(choice)?;
        Some(self.between(from, to))
    }

    /// The values between two numbers in ten-thousandths, both included.
    pub fn between(&self, from: i64, to: i64) -> Vec<ValueIdx> {
        let within = |value: &FacetValue| value.number.is_some_and(|number| from <= number && number <= to);
        (0..).zip(&self.values).filter(|(_, value)| within(value)).map(|(idx, _)| idx).collect()
    }

    /// Returns the values that choices name, and those above them in the tree, in ascending order.
    pub fn with_those_above(&self, choices: &[String]) -> Vec<ValueIdx> {
        let mut values = Vec::new();
        for choice in choices.iter().filter(|choice| *choice != NOT_STATED) {
            let mut next = self.find(choice);
            while let Some(value) = next {
                work::count(1);
                values.push(value);
                next = self.values[value as usize].parent;
            }
        }
        values.sort_unstable();
        values.dedup();
        values
    }

    /// Whether a choice names anything that this catalog could have; one that does not is not counted.
    pub fn contains_value(&self, choice: &str) -> bool {
        choice == NOT_STATED || self.select(choice).is_some()
    }

    /// The resources that a choice names; `None` when it names nothing of this catalog.
    pub(super) fn chosen(&self, choice: &str) -> Option<ResourceSet> {
        if choice == NOT_STATED {
            return Some(self.stated.complement());
        }
        self.select(choice).map(|values| self.with_any(&values))
    }

    /// The resources that have any of some values.
    pub fn with_any(&self, values: &[ValueIdx]) -> ResourceSet {
        let mut set = ResourceSet::none(self.n_resources());
        for value in values {
            match self.members(*value) {
                Members::List(resources) => resources.iter().for_each(|resource| set.insert(*resource)),
                Members::Set(resources) => set.unite(resources),
            }
        }
        set
    }

    /// The resources that any of the choices names; a choice that names no value of this catalog does not count.
    pub fn resources(&self, choices: &[String]) -> Option<ResourceSet> {
        let mut sets = choices.iter().filter_map(|choice| self.chosen(choice));
        let first = sets.next()?;
        Some(sets.fold(first, |mut sum, set| {
            sum.unite(&set);
            sum
        }))
    }

    /// Whether any resource has a value.
    pub fn is_used(&self) -> bool {
        !self.rows.is_empty()
    }

    pub(super) fn n_resources(&self) -> usize {
        self.starts.len() - 1
    }

    pub(super) fn members(&self, value: ValueIdx) -> Members<'_> {
        let at = value as usize;
        let gathered = self.gathered();
        match &gathered.sets[at] {
            Some(set) => Members::Set(set),
            None => {
                Members::List(&gathered.members[self.member_starts[at] as usize..self.member_starts[at + 1] as usize])
            }
        }
    }

    /// Number of bytes that are kept for values and resources.
    pub fn bytes(&self) -> usize {
        let sets = self.n_sets() * self.n_resources() / 8;
        (self.rows.len() + self.starts.len() + self.n_listed() + 2 * self.totals.len()) * size_of::<u32>() + sets
    }
}

fn hash(text: &str) -> u64 {
    Fingerprint::of(text.as_bytes()).hash
}

/// Both ends, included, of a range of numbers as a choice names it, in ten-thousandths.
pub fn range(choice: &str) -> Option<(i64, i64)> {
    let end = |text: &str, open: i64| if text.trim().is_empty() { Some(open) } else { decimal(text) };
    match choice.split_once("..") {
        Some((from, to)) => {
            let (from, to) = (end(from, i64::MIN)?, end(to, i64::MAX)?);
            Some((from.min(to), from.max(to)))
        }
        None => decimal(choice).map(|number| (number, number)),
    }
}
