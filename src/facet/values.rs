//! A facet: its values, which resources have each, and which values each resource has.
//!
//! In a tree a resource has the values above its own too, so that counts roll up and a choice includes what is below it.

use std::borrow::Cow;

use super::definition::{Definition, Kind};
use super::filter::NOT_STATED;
use crate::catalog::{HashMap, Head, ResourceIdx, ResourceSet, Store, Term, decimal, rootless, sorted_positions};
use crate::text::fold;

/// Position of a value in its facet.
pub type ValueIdx = u32;

/// One value of a facet.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FacetValue {
    /// What stands in records and addresses.
    pub id: String,
    /// What a reader sees.
    pub label: String,
    /// What it means, where the vocabulary says it.
    pub definition: Option<String>,
    /// The value above it, in a tree.
    pub parent: Option<ValueIdx>,
    /// The values below it, in a tree.
    pub children: Vec<ValueIdx>,
    /// The number it stands for, in ten-thousandths, where values are numbers.
    pub number: Option<i64>,
    resources: Vec<ResourceIdx>,
}

/// One property by which resources are told apart.
#[derive(Debug)]
pub struct Facet {
    /// What it is.
    pub definition: Definition,
    /// All values: those of the vocabulary in its order, then others as met; numbers ascend.
    pub values: Vec<FacetValue>,
    by_id: HashMap<String, ValueIdx>,
    /// The values of resource `r` are `rows[starts[r]..starts[r + 1]]`, those above its own included.
    rows: Vec<ValueIdx>,
    starts: Vec<u32>,
}

impl Facet {
    /// The values of a resource, those above its own included, each once.
    pub fn values_of(&self, resource: ResourceIdx) -> &[ValueIdx] {
        let at = resource as usize;
        &self.rows[self.starts[at] as usize..self.starts[at + 1] as usize]
    }

    /// The ids of the values of a resource as its record states them.
    pub fn own_values(&self, store: &Store, resource: ResourceIdx) -> Vec<String> {
        self.definition.values(store, resource).into_iter().map(Cow::into_owned).collect()
    }

    /// The value with this id, or else the one that reads the same when case and accents do not count.
    pub fn find(&self, id: &str) -> Option<ValueIdx> {
        self.by_id.get(id).copied().or_else(|| {
            let folded = fold(id);
            let same = |value: &FacetValue| fold(&value.id) == folded || fold(&value.label) == folded;
            (0..).zip(&self.values).find(|(_, value)| same(value)).map(|(idx, _)| idx)
        })
    }

    /// The values that one choice names: one by its id, or all within a range of numbers (`2016..2019`, `2016..`, `..2019`,
    /// `2018`). `None` when it names none that this catalog could have.
    pub fn select(&self, choice: &str) -> Option<Vec<ValueIdx>> {
        if self.definition.kind != Kind::Number {
            return self.find(choice).map(|value| vec![value]);
        }
        let (from, to) = range(choice)?;
        let within = |value: &FacetValue| value.number.is_some_and(|number| from <= number && number <= to);
        Some((0..).zip(&self.values).filter(|(_, value)| within(value)).map(|(idx, _)| idx).collect())
    }

    /// Whether a choice names anything that this catalog could have; one that does not is not counted.
    pub fn knows(&self, choice: &str) -> bool {
        choice == NOT_STATED || self.select(choice).is_some()
    }

    /// The resources that any of the choices names; a choice that names no value of this catalog does not count.
    pub fn resources(&self, choices: &[String]) -> Option<ResourceSet> {
        let mut set = ResourceSet::none(self.starts.len() - 1);
        let mut counts = false;
        for choice in choices {
            if choice == NOT_STATED {
                counts = true;
                self.not_stated().for_each(|resource| set.insert(resource));
            } else if let Some(values) = self.select(choice) {
                counts = true;
                let resources = values.iter().flat_map(|value| &self.values[*value as usize].resources);
                resources.for_each(|resource| set.insert(*resource));
            }
        }
        counts.then_some(set)
    }

    /// Whether any resource has a value.
    pub fn is_used(&self) -> bool {
        !self.rows.is_empty()
    }

    fn not_stated(&self) -> impl Iterator<Item = ResourceIdx> + '_ {
        (0..).zip(self.starts.windows(2)).filter(|(_, at)| at[0] == at[1]).map(|(resource, _)| resource)
    }
}

/// Both ends, included, of a range of numbers.
fn range(choice: &str) -> Option<(i64, i64)> {
    let end = |text: &str, open: i64| if text.trim().is_empty() { Some(open) } else { decimal(text) };
    match choice.split_once("..") {
        Some((from, to)) => {
            let (from, to) = (end(from, i64::MIN)?, end(to, i64::MAX)?);
            Some((from.min(to), from.max(to)))
        }
        None => decimal(choice).map(|number| (number, number)),
    }
}

impl Facet {
    /// The facet of all resources of a catalog.
    pub fn new(definition: Definition, head: &Head, store: &Store) -> Self {
        let mut facet =
            Self { definition, values: Vec::new(), by_id: HashMap::default(), rows: Vec::new(), starts: vec![0] };
        let terms = facet.definition.terms(head);
        facet.add_terms(terms);
        let met: Vec<Vec<ValueIdx>> = (0..)
            .take(store.len())
            .map(|resource| facet.definition.values(store, resource).iter().map(|id| facet.value(id)).collect())
            .collect();
        if facet.definition.kind == Kind::Number {
            facet.sort_numbers(met)
        } else {
            facet.fill(met);
            facet
        }
    }

    fn value(&mut self, id: &str) -> ValueIdx {
        if let Some(idx) = self.by_id.get(id) {
            return *idx;
        }
        let idx = ValueIdx::try_from(self.values.len()).unwrap_or(ValueIdx::MAX);
        self.by_id.insert(id.to_owned(), idx);
        let number = if self.definition.kind == Kind::Number { decimal(id) } else { None };
        self.values.push(FacetValue { id: id.to_owned(), label: id.to_owned(), number, ..FacetValue::default() });
        idx
    }

    fn add_terms(&mut self, terms: &[Term]) {
        for term in terms {
            let idx = self.value(&term.id) as usize;
            self.values[idx].label.clone_from(&term.label);
            self.values[idx].definition.clone_from(&term.definition);
        }
        if self.definition.kind != Kind::Tree {
            return;
        }
        let rootless: Vec<&str> = rootless(terms).into_iter().map(|term| term.id.as_str()).collect();
        for term in terms.iter().filter(|term| !rootless.contains(&term.id.as_str())) {
            let Some(parent) = term.parent.as_ref().and_then(|parent| self.by_id.get(parent)).copied() else {
                continue;
            };
            let idx = self.by_id[&term.id];
            self.values[idx as usize].parent = Some(parent);
            self.values[parent as usize].children.push(idx);
        }
    }

    /// Takes the values of each resource in, with all that stand above them.
    fn fill(&mut self, met: Vec<Vec<ValueIdx>>) {
        for (resource, own) in (0..).zip(met) {
            let start = self.rows.len();
            for mut value in own {
                while !self.rows[start..].contains(&value) {
                    self.rows.push(value);
                    self.values[value as usize].resources.push(resource);
                    match self.values[value as usize].parent {
                        Some(parent) => value = parent,
                        None => break,
                    }
                }
            }
            self.starts.push(u32::try_from(self.rows.len()).unwrap_or(u32::MAX));
        }
    }

    /// The same facet with its values in ascending order.
    fn sort_numbers(mut self, met: Vec<Vec<ValueIdx>>) -> Self {
        let number = |idx: ValueIdx| self.values[idx as usize].number;
        let order = sorted_positions(self.values.len(), &mut |a, b| number(a).cmp(&number(b)));
        let mut place = vec![0; order.len()];
        (0..).zip(&order).for_each(|(new, old)| place[*old as usize] = new);
        self.values = order.iter().map(|old| self.values[*old as usize].clone()).collect();
        self.by_id.values_mut().for_each(|idx| *idx = place[*idx as usize]);
        let met = met.into_iter().map(|row| row.into_iter().map(|old| place[old as usize]).collect()).collect();
        self.fill(met);
        self
    }
}
