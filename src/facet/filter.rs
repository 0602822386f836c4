//! What a reader chose: values to have, values to leave out.
//!
//! Within a facet any of the chosen values will do, unless all are asked for; across facets all must be met; nothing that is
//! left out may be had.

use super::values::Facet;
use crate::catalog::ResourceSet;
use crate::limits::{CHOSEN_VALUES, work};

/// What is chosen of one facet, as it stands in an address: ids of values, ranges of numbers, or
/// [`NOT_STATED`](super::values::NOT_STATED).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// At least one of these, unless empty; every one of them with [`Choice::all`].
    pub any: Vec<String>,
    /// None of these.
    pub not: Vec<String>,
    /// Whether every chosen value must be had, not just any; never without a chosen value.
    pub all: bool,
}

/// The choices by the key of their facet; a facet without a choice has no entry.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// In the order of their keys: a handful, for which a map would be the larger code.
    choices: Vec<(String, Choice)>,
}

impl Filter {
    /// All choices, in the order of their keys.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &Choice)> {
        self.choices.iter().map(|(key, choice)| (key.as_str(), choice))
    }

    /// What is chosen of a facet.
    pub fn of(&self, key: &str) -> Option<&Choice> {
        self.place(key).ok().map(|at| &self.choices[at].1)
    }

    /// Whether nothing is chosen.
    pub fn is_empty(&self) -> bool {
        self.choices.is_empty()
    }

    /// Whether a value of a facet is chosen.
    pub fn has(&self, key: &str, value: &str) -> bool {
        self.of(key).is_some_and(|choice| choice.any.iter().any(|chosen| chosen == value))
    }

    /// Chooses a value, which is then no longer left out; does nothing where [`CHOSEN_VALUES`] are chosen.
    pub fn choose(&mut self, key: &str, value: &str) {
        self.put(key, value, false);
    }

    /// Leaves a value out, which is then no longer chosen; does nothing where [`CHOSEN_VALUES`] are left out.
    pub fn leave_out(&mut self, key: &str, value: &str) {
        self.put(key, value, true);
    }

    /// Chooses a value, or leaves it out; returns whether there was room for it. Values that are full are not looked through: one that is
    /// among them is not among the others.
    pub fn put(&mut self, key: &str, value: &str, leave_out: bool) -> bool {
        let mut has_room = true;
        self.change(key, |Choice { any, not, .. }| {
            let (values, others) = if leave_out { (not, any) } else { (any, not) };
            has_room = values.len() < CHOSEN_VALUES;
            if has_room {
                work::count(values.len() + others.len());
                if !values.iter().any(|known| known == value) {
                    values.push(value.to_owned());
                }
                others.retain(|other| other != value);
            }
        });
        has_room
    }

    /// Whether a value is left out.
    pub fn leaves_out(&self, key: &str, value: &str) -> bool {
        self.of(key).is_some_and(|choice| choice.not.iter().any(|left_out| left_out == value))
    }

    /// Chooses a value, or takes the choice back.
    pub fn toggle(&mut self, key: &str, value: &str) {
        if self.has(key, value) {
            self.forget(key, value);
        } else {
            self.choose(key, value);
        }
    }

    /// Takes back whatever was said of a value.
    pub fn forget(&mut self, key: &str, value: &str) {
        self.change(key, |choice| {
            choice.any.retain(|chosen| chosen != value);
            choice.not.retain(|left_out| left_out != value);
        });
    }

    /// Says whether every chosen value of a facet must be had or any will do; nothing while none is chosen.
    pub fn set_all(&mut self, key: &str, all: bool) {
        if let Ok(at) = self.place(key) {
            let choice = &mut self.choices[at].1;
            choice.all = all && !choice.any.is_empty();
        }
    }

    /// Takes back whatever was said of the values that are not to be kept, by their facets' keys.
    pub fn retain(&mut self, is_kept: &dyn Fn(&str, &str) -> bool) {
        for (key, choice) in &mut self.choices {
            work::count(choice.any.len() + choice.not.len());
            choice.any.retain(|value| is_kept(key, value));
            choice.not.retain(|value| is_kept(key, value));
            choice.all &= !choice.any.is_empty();
        }
        self.choices.retain(|(_, choice)| !choice.any.is_empty() || !choice.not.is_empty());
    }

    /// Takes back all that was said of a facet.
    pub fn forget_all(&mut self, key: &str) {
        self.choices.retain(|(other, _)| other != key);
    }

    /// Where a facet's choice stands, or where it would.
    fn place(&self, key: &str) -> Result<usize, usize> {
        self.choices.binary_search_by(|(other, _)| other.as_str().cmp(key))
    }

    fn change(&mut self, key: &str, change: impl FnOnce(&mut Choice)) {
        let at = self.place(key).unwrap_or_else(|at| {
            self.choices.insert(at, (key.to_owned(), Choice::default()));
            at
        });
        let choice = &mut self.choices[at].1;
        change(choice);
        choice.all &= !choice.any.is_empty();
        if choice.any.is_empty() && choice.not.is_empty() {
            self.choices.remove(at);
        }
    }

    /// The resources that meet all choices of the facets, of `within`.
    pub fn admitted(&self, facets: &[Facet], within: &ResourceSet) -> ResourceSet {
        let mut set = within.clone();
        for (facet, choice) in self.chosen(facets) {
            choice.narrow(facet, &mut set);
        }
        set
    }

    /// Returns the resources of `within` that meet all choices but the values that are chosen of one facet, `aside`; what is left out of
    /// that one stays left out.
    pub fn admitted_but(&self, facets: &[Facet], within: &ResourceSet, aside: &Facet) -> ResourceSet {
        let mut set = within.clone();
        for (facet, choice) in self.chosen(facets) {
            if std::ptr::eq(facet, aside) { choice.leave_out(facet, &mut set) } else { choice.narrow(facet, &mut set) }
        }
        set
    }

    fn chosen<'a>(&'a self, facets: &'a [Facet]) -> impl Iterator<Item = (&'a Facet, &'a Choice)> {
        facets.iter().filter_map(|facet| Some((facet, self.of(&facet.definition.key)?)))
    }
}

impl Choice {
    /// Keeps what this choice of a facet admits.
    fn narrow(&self, facet: &Facet, set: &mut ResourceSet) {
        if self.all {
            self.any.iter().filter_map(|choice| facet.chosen(choice)).for_each(|chosen| set.intersect(&chosen));
        } else if let Some(chosen) = facet.resources(&self.any) {
            set.intersect(&chosen);
        }
        self.leave_out(facet, set);
    }

    /// Removes what this choice leaves out.
    fn leave_out(&self, facet: &Facet, set: &mut ResourceSet) {
        if let Some(left_out) = facet.resources(&self.not) {
            set.subtract(&left_out);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Choice, Filter};

    #[test]
    fn a_value_is_chosen_or_left_out_but_never_both() {
        let mut filter = Filter::default();
        filter.choose("place", "Maine");
        filter.choose("place", "Maine");
        filter.leave_out("place", "Utah");
        filter.leave_out("place", "Maine");
        let both = Choice { any: vec![], not: vec!["Utah".to_owned(), "Maine".to_owned()], all: false };
        assert_eq!(filter.of("place"), Some(&both));
        filter.choose("place", "Maine");
        assert!(filter.has("place", "Maine") && !filter.has("place", "Utah"));
    }

    #[test]
    fn what_is_taken_back_leaves_no_trace() {
        let mut filter = Filter::default();
        filter.choose("place", "Maine");
        filter.leave_out("type", "video");
        filter.forget("place", "Maine");
        filter.forget("type", "video");
        assert_eq!(filter, Filter::default());
    }

    #[test]
    fn all_of_a_facet_can_be_asked_for_while_something_is_chosen() {
        let mut filter = Filter::default();
        filter.set_all("theme", true);
        assert_eq!(filter, Filter::default());
        filter.choose("theme", "a");
        filter.set_all("theme", true);
        filter.leave_out("theme", "b");
        assert!(filter.of("theme").is_some_and(|choice| choice.all));
        filter.forget("theme", "a");
        assert!(filter.of("theme").is_some_and(|choice| !choice.all));
    }
}
