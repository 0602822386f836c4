//! Another catalog beside this one: what it has more or otherwise, what of it is chosen.

use super::answer::{DifferenceGroup, DifferenceLine, DifferencesAnswer, Refused};
use super::state::{Other, Session};
use crate::import::{Choice, Common, Comparison, Difference, Edit, RawCatalog, Wishes, compare, diff};
use crate::limits::OWN_DIFFERENCES_DRAWN;
use crate::text::shortened;

/// Characters of a value that are shown.
const SHOWN: usize = 120;

impl Session {
    /// Compares with the file that was added; why it can't be read. What is new or missing is chosen.
    pub(super) fn compare(&mut self, name: &str, is_catalog: bool) -> Option<String> {
        let read = if is_catalog {
            self.added_catalog()
        } else {
            // Another version of the list has its columns.
            let wishes = Wishes { earlier: Some(self.mapping.clone()), ..Wishes::default() };
            self.taken(&wishes).map(|read| read.catalog.into())
        };
        let catalog: RawCatalog = match read {
            Ok(catalog) => catalog,
            Err(why) => return Some(why),
        };
        let compared = compare(self.draft().catalog(), &catalog);
        let chosen = compared.differences.iter().map(|of| matches!(of.choice, Choice::Add | Choice::Fill)).collect();
        self.n_compared += 1;
        self.other = Some(Other { name: name.to_owned(), catalog, compared, chosen, is_outdated: false });
        None
    }

    /// Compares the other catalog with this one as it is now: where that was changed, the differences are others, and none is chosen.
    fn compared(&mut self) {
        if let Some(mut other) = self.other.take_if(|other| other.is_outdated) {
            self.n_compared += 1;
            other.compared = compare(self.draft().catalog(), &other.catalog);
            other.chosen = vec![false; other.compared.differences.len()];
            other.is_outdated = false;
            self.other = Some(other);
        }
    }

    pub(super) fn differences(&mut self) -> Option<DifferencesAnswer> {
        self.compared();
        let nth = self.n_compared;
        let Other { name, compared, chosen, .. } = self.other.as_ref()?;
        let groups = Choice::ALL.into_iter().enumerate().filter_map(|(choice, of)| group(compared, chosen, choice, of));
        Some(DifferencesAnswer {
            name: name.clone(),
            compared: nth,
            n: chosen.len(),
            n_chosen: chosen.iter().filter(|is| **is).count(),
            groups: groups.collect(),
        })
    }

    /// The other catalog, if the comparison of a number is still the last.
    fn compared_as(&mut self, nth: usize) -> Option<&mut Other> {
        self.compared();
        if self.n_compared == nth { self.other.as_mut() } else { None }
    }

    /// Chooses differences, or leaves them.
    pub(super) fn choose(&mut self, compared: usize, from: usize, n: usize, is_chosen: bool) {
        if let Some(other) = self.compared_as(compared) {
            other.chosen.iter_mut().skip(from).take(n).for_each(|chosen| *chosen = is_chosen);
        }
    }

    /// What is chosen, as one edit.
    pub(super) fn chosen_edit(&mut self, compared: usize) -> Result<Option<Edit>, Refused> {
        let other = self.compared_as(compared).ok_or(Refused::Outdated)?;
        Ok(other.compared.edit(&|at| other.chosen.get(at) == Some(&true)))
    }

    /// A note of what this catalog has changed since the other.
    pub(super) fn changes(&mut self) -> String {
        let Some(other) = self.other.take() else { return String::new() };
        let note = diff(&other.catalog, self.draft().catalog()).note(&other.catalog);
        self.other = Some(other);
        note
    }
}

/// The differences of a kind; `None` where there are none.
fn group(compared: &Comparison, chosen: &[bool], choice: usize, of: Choice) -> Option<DifferenceGroup> {
    // They stand by their kinds.
    let all = &compared.differences;
    let first = all.iter().position(|difference| difference.choice == of)?;
    let n = all[first..].iter().take_while(|difference| difference.choice == of).count();
    let lines = (first..first + n.min(OWN_DIFFERENCES_DRAWN)).map(|at| line(&all[at], chosen[at]));
    let n_chosen = chosen[first..first + n].iter().filter(|is| **is).count();
    Some(DifferenceGroup { choice, first, n, n_chosen, lines: lines.collect() })
}

fn line(difference: &Difference, is_chosen: bool) -> DifferenceLine {
    let short = |text: &Option<String>| text.as_ref().map(|text| shortened(text, SHOWN).into_owned());
    DifferenceLine {
        is_chosen,
        title: shortened(&difference.title, SHOWN).into_owned(),
        key: difference.key.clone(),
        here: short(&difference.here),
        there: short(&difference.there),
        by: difference.by.map(common),
    }
}

/// The position among all that records may have in common, as the texts of the page have it.
fn common(of: Common) -> usize {
    match of {
        Common::Id => 0,
        Common::Doi => 1,
        Common::Eric => 2,
        Common::Isbn => 3,
        Common::TitleAndAddress => 4,
        Common::Address => 5,
        Common::TitleAndYear => 6,
        Common::Title => 7,
    }
}
