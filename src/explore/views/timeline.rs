//! The timeline: how many resources there are of each year, told apart by another facet.
//!
//! The years are those of the whole catalog, and the choice of years does not count, so that it can be widened.

use crate::catalog::{ResourceIdx, ResourceSet, sort_by, sort_positions};
use crate::explore::engine::Engine;
use crate::facet::{Facet, Filter, Kind, NOT_STATED, ValueIdx, most_frequent, range, tally};

/// How many slots there are at most; where there are more years, a slot is several.
const MOST_SLOTS: i64 = 80;
/// How many values are told apart at most.
pub const MOST_PARTS: usize = 4;
/// The earliest years are one slot where they have no more than one in so many of all resources with a year, and are no fewer
/// than so many years.
const ONE_IN: u32 = 20;
const LEAST_EARLY: i64 = 5;
/// A year in the unit of a facet's numbers.
const YEAR: i64 = 10_000;

/// Resources by year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Timeline {
    /// All years of the catalog without a break, the earliest first, those with hardly any resource as one; none when no resource
    /// has a year.
    pub slots: Vec<Slot>,
    /// The resources without a year.
    pub undated: Bar,
    /// How many resources there are, of any year or none.
    pub total: usize,
    /// What bars are divided by: the position of a facet, and its values that are told apart, at most [`MOST_PARTS`].
    pub stack: Option<(usize, Vec<ValueIdx>)>,
    /// The first and the last slot that are chosen, where any is.
    pub chosen: Option<(usize, usize)>,
}

/// One year, or a few.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slot {
    /// The first year.
    pub from: i64,
    /// The last year.
    pub to: i64,
    /// The resources.
    pub bar: Bar,
    /// Whether it is within what is chosen; so are all when nothing is.
    pub is_chosen: bool,
}

/// A number of resources, divided.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Bar {
    /// How many resources.
    pub total: u32,
    /// How many of them have each value that is told apart, then how many have only others, then how many state none. One
    /// that has several counts in each. Empty where nothing is told apart.
    pub parts: Vec<u32>,
}

/// The timeline of what answers the text and meets the filter but for its years; `stack` is the key of a facet, or empty.
pub fn timeline(engine: &Engine, text: &ResourceSet, filter: &Filter, stack: &str) -> Timeline {
    let years = engine.facet("year");
    let set = years.map_or_else(|| text.clone(), |years| filter.admitted_but(&engine.facets, text, years));
    let stack = divided(engine, stack, &set);
    let n_parts = stack.as_ref().map_or(0, |(_, values)| values.len() + 2);
    let totals = engine.facets.iter().zip(engine.totals()).find(|(facet, _)| facet.definition.key == "year");
    let (mut slots, width) =
        totals.map_or_else(|| (Vec::new(), 1), |(years, totals)| slots(years, &totals.values, n_parts));
    let after = slots.get(1).map_or(i64::MAX, |slot| slot.from);
    let place = |value: &ValueIdx| {
        let year = years.and_then(|years| years.values[*value as usize].number).unwrap_or_default().div_euclid(YEAR);
        if year < after { 0 } else { usize::try_from((year - after) / width + 1).unwrap_or(0) }
    };
    let places: Vec<usize> =
        years.map_or_else(Vec::new, |years| (0..).take(years.values.len()).map(|value| place(&value)).collect());
    let dividing = stack.as_ref().map(|(facet, values)| Dividing::new(&engine.facets[*facet], values));
    let mut undated = Bar { total: 0, parts: vec![0; n_parts] };
    for resource in set.iter() {
        let value = years.and_then(|years| years.values_of(resource).first());
        let bar = match value.and_then(|value| slots.get_mut(places[*value as usize])) {
            Some(slot) => &mut slot.bar,
            None => &mut undated,
        };
        bar.total += 1;
        if let Some(dividing) = &dividing {
            dividing.put(dividing.facet.values_of(resource), &mut bar.parts);
        }
    }
    let chosen = mark(&mut slots, filter);
    Timeline { slots, undated, total: set.len(), stack, chosen }
}

/// Returns the resources of a set that state a date, the oldest first.
pub fn by_date(engine: &Engine, set: &ResourceSet) -> Vec<ResourceIdx> {
    let is_shown = |idx: &ResourceIdx| set.contains(*idx) && engine.store.published(*idx).is_some();
    engine.orders.oldest.iter().copied().filter(is_shown).collect()
}

/// The slots of all years of a catalog, empty, and how many years each is but the first.
fn slots(years: &Facet, totals: &[u32], n_parts: usize) -> (Vec<Slot>, i64) {
    let numbers = || years.values.iter().filter_map(|value| value.number).map(|number| number.div_euclid(YEAR));
    let (Some(first), Some(last)) = (numbers().min(), numbers().max()) else { return (Vec::new(), 1) };
    let start = many_from(years, totals).filter(|start| start - first >= LEAST_EARLY).unwrap_or(first);
    let mut width = 1;
    while (last - start) / width >= MOST_SLOTS {
        width *= if width.to_string().starts_with('2') { 5 } else { 2 };
    }
    let slot = |from, to| Slot { from, to, bar: Bar { total: 0, parts: vec![0; n_parts] }, is_chosen: true };
    let mut from = start.div_euclid(width) * width;
    let mut slots = Vec::new();
    if first < from {
        slots.push(slot(first, from - 1));
    }
    while from <= last {
        slots.push(slot(from, from + width - 1));
        from += width;
    }
    (slots, width)
}

/// The first year of which the years before have no more than one in [`ONE_IN`] of the resources with a year.
fn many_from(years: &Facet, totals: &[u32]) -> Option<i64> {
    let of_all: u32 = totals.iter().sum();
    let mut before = 0;
    // Values of numbers ascend.
    for (value, n) in years.values.iter().zip(totals) {
        before += n;
        if before > of_all / ONE_IN {
            return Some(value.number?.div_euclid(YEAR));
        }
    }
    None
}

/// The facet that bars are divided by, and its values: the most frequent, of a tree those at the top.
fn divided(engine: &Engine, key: &str, set: &ResourceSet) -> Option<(usize, Vec<ValueIdx>)> {
    let is_it = |facet: &Facet| facet.definition.key == key && facet.definition.kind != Kind::Number && facet.is_used();
    let at = engine.facets.iter().position(is_it)?;
    let facet = &engine.facets[at];
    let mut counts = tally(facet, set).values;
    for (count, value) in counts.iter_mut().zip(&facet.values) {
        *count = if value.parent.is_some() { 0 } else { *count };
    }
    let mut values: Vec<ValueIdx> = most_frequent(&counts, MOST_PARTS).into_iter().map(|(value, _)| value).collect();
    if facet.definition.kind == Kind::Ordered {
        sort_positions(&mut values, &mut |a, b| a.cmp(&b));
    }
    Some((at, values))
}

/// Where the values of a resource stand in a bar.
struct Dividing<'a> {
    facet: &'a Facet,
    places: Vec<Option<usize>>,
    n_values: usize,
}

impl<'a> Dividing<'a> {
    fn new(facet: &'a Facet, values: &[ValueIdx]) -> Self {
        let mut places = vec![None; facet.values.len()];
        values.iter().enumerate().for_each(|(at, value)| places[*value as usize] = Some(at));
        Self { facet, places, n_values: values.len() }
    }

    fn put(&self, values: &[ValueIdx], parts: &mut [u32]) {
        let mut is_told_apart = false;
        for place in values.iter().filter_map(|value| self.places[*value as usize]) {
            parts[place] += 1;
            is_told_apart = true;
        }
        if !is_told_apart {
            parts[self.n_values + usize::from(values.is_empty())] += 1;
        }
    }
}

/// Marks the slots that are chosen; gives the first and the last.
fn mark(slots: &mut [Slot], filter: &Filter) -> Option<(usize, usize)> {
    let choice = filter.of("year")?;
    let named: Vec<(i64, i64)> = choice.any.iter().filter_map(|choice| range(choice)).collect();
    if named.is_empty() && !choice.any.iter().any(|choice| choice == NOT_STATED) {
        return None;
    }
    let meets = |slot: &Slot, (from, to): (i64, i64)| from <= slot.to * YEAR && to >= slot.from * YEAR;
    for slot in slots.iter_mut() {
        slot.is_chosen = named.iter().any(|named| meets(slot, *named));
    }
    let first = slots.iter().position(|slot| slot.is_chosen)?;
    let last = slots.iter().rposition(|slot| slot.is_chosen)?;
    Some((first, last))
}

impl Slot {
    /// Returns what an address says of its years.
    pub fn range(&self) -> String {
        range_of(self.from, self.to)
    }
}

/// `2016` or `2016..2019`.
fn range_of(from: i64, to: i64) -> String {
    if from == to { from.to_string() } else { format!("{from}..{to}") }
}

impl Bar {
    /// Returns the parts that have resources, the first at the bottom: each as its position among the looks of parts, and its
    /// count. An undivided bar is one part. In a divided one, others and what is not stated look the same however many named
    /// parts go before: they are at [`MOST_PARTS`] and behind it.
    pub fn layers(&self) -> Vec<(usize, u32)> {
        let whole = [self.total];
        let parts = if self.parts.is_empty() { &whole[..] } else { &self.parts };
        let n_named = if self.parts.is_empty() { 1 } else { self.parts.len().saturating_sub(2) };
        let look = |at: usize| if at < n_named { at } else { MOST_PARTS + at - n_named };
        let layers = parts.iter().enumerate().map(|(at, count)| (look(at), *count));
        layers.filter(|(_, count)| *count > 0).collect()
    }
}

impl Timeline {
    /// Returns the first and the last slot of what is being brushed, or else of what is chosen; of all slots where neither is.
    pub fn ends(&self, brushed: Option<(usize, usize)>) -> (usize, usize) {
        let (a, b) = brushed.or(self.chosen).unwrap_or((0, self.slots.len().saturating_sub(1)));
        (a.min(b), a.max(b))
    }

    /// The year that is chosen, where it is one alone.
    pub fn chosen_year(&self) -> Option<i64> {
        let (first, last) = self.chosen?;
        let slot = self.slots.get(first)?;
        (first == last && slot.from == slot.to).then_some(slot.from)
    }

    /// Returns what an address says of the slots that were brushed; `None` for all, and for one that was chosen already: that
    /// takes the choice back.
    pub fn brushed(&self, (a, b): (usize, usize)) -> Option<String> {
        let is_again = a == b && self.chosen == Some((a, b));
        if is_again { None } else { self.range(a, b) }
    }

    /// What an address says of the years from one slot to another; `None` for all.
    pub fn range(&self, a: usize, b: usize) -> Option<String> {
        let (first, last) = (a.min(b), a.max(b).min(self.slots.len().saturating_sub(1)));
        if first == 0 && last + 1 == self.slots.len() {
            return None;
        }
        Some(range_of(self.slots.get(first)?.from, self.slots.get(last)?.to))
    }

    /// Returns the looks of parts that any bar has, see [`Bar::layers`], in ascending order.
    pub fn looks(&self) -> Vec<usize> {
        let bars = self.slots.iter().map(|slot| &slot.bar).chain([&self.undated]);
        let mut looks: Vec<usize> = bars.flat_map(|bar| bar.layers().into_iter().map(|(look, _)| look)).collect();
        sort_by(&mut looks, usize::cmp);
        looks.dedup();
        looks
    }

    /// The most that stands above a slot; 1 at least.
    pub fn most(&self) -> u32 {
        let bars = self.slots.iter().map(|slot| &slot.bar);
        bars.map(|bar| bar.total.max(bar.parts.iter().sum())).max().unwrap_or(0).max(1)
    }

    /// The numbers at which lines are drawn: round ones, at most five, none above [`most`](Self::most).
    pub fn lines(&self) -> Vec<u32> {
        let most = self.most();
        let step = round_steps().find(|step| most / step <= 5).unwrap_or(most);
        (1..=most / step).map(|n| n * step).collect()
    }

    /// The slots that are labelled: the first, where it is all early years, and those that begin with a round year; at most about
    /// so many.
    pub fn labelled(&self, most: usize) -> Vec<usize> {
        let n = u32::try_from(self.slots.len() / most.max(1)).unwrap_or(u32::MAX);
        let step = i64::from(round_steps().find(|step| *step > n).unwrap_or(1));
        let width = self.slots.last().map_or(1, |slot| slot.to - slot.from + 1);
        let is_early = |slot: &Slot| slot.to - slot.from + 1 > width;
        let is_round = |slot: &Slot| !is_early(slot) && slot.from.rem_euclid(step * width) == 0;
        let mut labelled: Vec<usize> = (0..self.slots.len()).filter(|at| is_round(&self.slots[*at])).collect();
        if self.slots.first().is_some_and(is_early) {
            // Its label is wide: it takes the room of the next ones.
            labelled.retain(|at| *at >= self.slots.len() / most.max(1));
            labelled.insert(0, 0);
        }
        if labelled.is_empty() { vec![0] } else { labelled }
    }

    /// The slot with the most resources, the last of several, and the last slot of those from which on half of all resources with a
    /// year are; `None` where none has a year.
    pub fn summary(&self) -> Option<(&Slot, &Slot)> {
        let most = self.slots.iter().max_by_key(|slot| slot.bar.total).filter(|slot| slot.bar.total > 0)?;
        let total: u32 = self.slots.iter().map(|slot| slot.bar.total).sum();
        let mut since = 0;
        let middle = self.slots.iter().rev().find(|slot| {
            since += slot.bar.total;
            since * 2 >= total
        })?;
        Some((most, middle))
    }
}

/// 1, 2, 5, 10, 20, 50 and so on.
fn round_steps() -> impl Iterator<Item = u32> {
    (0..9).flat_map(|power| [1, 2, 5].map(|n| n * 10_u32.pow(power)))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Bar, MOST_PARTS, Slot, Timeline};

    fn timeline(chosen: Option<(usize, usize)>) -> Timeline {
        let slot = |from| Slot { from, to: from + 1, bar: Bar::default(), is_chosen: true };
        let slots = [2010, 2012, 2014].map(slot).to_vec();
        Timeline { slots, undated: Bar::default(), total: 0, stack: None, chosen }
    }

    #[test]
    fn what_is_brushed_stands_before_what_is_chosen() {
        assert_eq!(timeline(None).ends(None), (0, 2));
        assert_eq!(timeline(Some((1, 1))).ends(None), (1, 1));
        assert_eq!(timeline(Some((1, 1))).ends(Some((2, 0))), (0, 2));
    }

    #[test]
    fn a_slot_that_is_brushed_again_gives_back_all_years() {
        assert_eq!(timeline(None).brushed((1, 1)).as_deref(), Some("2012..2013"));
        assert_eq!(timeline(Some((1, 1))).brushed((1, 1)), None);
        assert_eq!(timeline(Some((1, 1))).brushed((1, 0)).as_deref(), Some("2010..2013"));
        assert_eq!(timeline(Some((1, 1))).brushed((2, 0)), None);
    }

    #[test]
    fn others_and_not_stated_look_the_same_however_many_parts_are_named() {
        let bar = |parts: &[u32]| Bar { total: 9, parts: parts.to_vec() }.layers();
        assert_eq!(bar(&[]), [(0, 9)]);
        assert_eq!(bar(&[4, 0, 3, 2, 1]), [(0, 4), (2, 3), (MOST_PARTS, 2), (MOST_PARTS + 1, 1)]);
        assert_eq!(bar(&[5, 4]), [(MOST_PARTS, 5), (MOST_PARTS + 1, 4)]);
        assert_eq!(Bar::default().layers(), []);
        let mut line = timeline(None);
        assert!(line.looks().is_empty());
        line.slots[1].bar = Bar { total: 9, parts: vec![4, 0, 3, 0, 2] };
        line.undated = Bar { total: 1, parts: vec![1, 0, 0, 0, 0] };
        assert_eq!(line.looks(), [0, 2, MOST_PARTS + 1], "what no bar has needs no name");
    }

    fn of_totals(totals: &[u32]) -> Timeline {
        let slot = |(at, total): (i64, &u32)| Slot {
            from: 2000 + at,
            to: 2000 + at,
            bar: Bar { total: *total, parts: Vec::new() },
            is_chosen: true,
        };
        let undated = Bar { total: 1000, parts: Vec::new() };
        Timeline { slots: (0..).zip(totals).map(slot).collect(), undated, ..timeline(None) }
    }

    #[test]
    fn what_has_no_year_does_not_scale_the_years() {
        assert_eq!(of_totals(&[3, 41, 7]).most(), 41);
        assert_eq!(of_totals(&[3, 41, 7]).lines(), [10, 20, 30, 40]);
        assert_eq!(of_totals(&[3, 4]).lines(), [1, 2, 3, 4]);
        assert_eq!(of_totals(&[0]).lines(), [1]);
    }

    #[test]
    fn round_years_are_labelled() {
        let labelled = of_totals(&[1; 17]).labelled(7);
        assert_eq!(labelled, [0, 5, 10, 15]);
        let mut early = of_totals(&[1; 17]);
        early.slots[0].from = 1960;
        assert_eq!(early.labelled(7), [0, 5, 10, 15]);
        assert_eq!(of_totals(&[1]).labelled(7), [0]);
        assert_eq!(of_totals(&[]).labelled(7), [0]);
    }

    #[test]
    fn the_summary_names_the_best_year_and_the_middle_one() {
        let line = of_totals(&[1, 5, 2, 2]);
        let (most, middle) = line.summary().unwrap();
        assert_eq!((most.from, middle.from), (2001, 2001));
        assert!(of_totals(&[0, 0]).summary().is_none());
    }
}
