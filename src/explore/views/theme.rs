//! A theme on its own, or a place or another value of a facet: what it means, how much there is of it, what stands beside it, where to
//! begin and what is missing.

use super::statistics::{Contrast, LEAST_FOUND};
use crate::catalog::{PartialDate, ResourceIdx, ResourceSet, sort_by, sort_positions};
use crate::explore::engine::Engine;
use crate::explore::state::State;
use crate::facet::{Facet, Kind, ValueIdx, most_frequent, tally};

/// How many neighbours, publishers and audiences are named at most, and how many resources to begin with.
const NEIGHBOURS: usize = 6;
const PUBLISHERS: usize = 5;
const START: usize = 5;
const PLACES: usize = 8;
const THEMES: usize = 8;
const TYPES: usize = 8;
const MISSING: usize = 3;

/// The types of resources that are written for beginners, where a catalog uses these ids.
const PRACTICAL: [&str; 2] = ["guide", "toolkit"];
/// The kind of access that anybody has, where a catalog uses this id.
const FREE: &str = "free";

/// What a beginner gains by each property of a resource, in points; for each neighbour [`CONNECTS`], at most [`MOST_CONNECTS`].
const IS_PRACTICAL: u32 = 3;
const IS_NEWEST: u32 = 2;
const IS_FREE: u32 = 2;
const CONNECTS: u32 = 1;
const MOST_CONNECTS: u32 = 3;

/// A value of a facet, and how many resources on the theme have it.
pub type Counted = (ValueIdx, u32);

/// A theme that stands beside another one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Neighbour {
    /// Which theme.
    pub theme: ValueIdx,
    /// How many resources are on both.
    pub together: u32,
    /// How many times as likely resources on the theme are to be on this one as those of the whole catalog.
    pub lift: f64,
}

/// Why to begin with a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It is written to be used: a guide or a toolkit. Holds its type.
    Practical(ValueIdx),
    /// None on the theme is newer.
    Newest,
    /// It is about so many of the neighbours too.
    Connects(u32),
    /// Anybody can read it.
    Free,
}

/// A resource to begin with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// Which resource.
    pub resource: ResourceIdx,
    /// Why; never empty.
    pub reasons: Vec<Reason>,
}

/// A value that resources on the theme have not at all, or in less than half of the number that is expected.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Missing {
    /// Position of its facet: level, audience or type.
    pub facet: usize,
    /// Which value.
    pub value: ValueIdx,
    /// How many there are.
    pub here: u32,
    /// How many there would be if the theme were like the whole catalog.
    pub expected: f64,
}

/// All that is said of a theme.
#[derive(Debug, Clone, PartialEq)]
pub struct ThemePage {
    /// Position of its facet: that of the themes, or another one.
    pub facet: usize,
    /// Which value.
    pub value: ValueIdx,
    /// How many resources are on it, or on values below it.
    pub n: u32,
    /// The theme above it, and how many are on that one.
    pub parent: Option<Counted>,
    /// The themes below it, the most first.
    pub children: Vec<Counted>,
    /// What resources on it are more often about than others: the surest ones, of the largest lift first; not what is above or below it.
    pub neighbours: Vec<Neighbour>,
    /// Who publishes the most on it, the most first.
    pub publishers: Vec<Counted>,
    /// From the first year to the last; years without any between them have none.
    pub years: Vec<Counted>,
    /// How many state no year.
    pub undated: u32,
    /// For whom they are, the most first.
    pub audiences: Vec<Counted>,
    /// What they are, the most first.
    pub types: Vec<Counted>,
    /// Which places a theme is about, the most first; none of a place.
    pub places: Vec<Counted>,
    /// Which narrow themes a place is about, the most first; none of a theme.
    pub themes: Vec<Counted>,
    /// What to begin with, the best first.
    pub start: Vec<Start>,
    /// What is missing, the most missed first.
    pub missing: Vec<Missing>,
}

/// Returns the state that shows all resources on a theme, or on a value of another facet, that have another value too.
#[must_use]
pub fn on_theme(state: &State, on: (&str, &str), key: &str, value: &str) -> State {
    state.only(on.0, on.1).with(|state| state.filter.choose(key, value))
}

/// Returns the position of a facet and its value that a text means, as `about=` in an address has it: a theme by its id, or a key and
/// an id, as in `place:Maine`.
pub fn subject(engine: &Engine, about: &str) -> Option<(usize, ValueIdx)> {
    let place = |key: &str| engine.facets.iter().position(|facet| facet.definition.key == key);
    let find = |key: &str, id: &str| {
        let at = place(key).filter(|at| engine.facets[*at].definition.kind != Kind::Number)?;
        Some((at, engine.facets[at].find(id)?))
    };
    let keyed = || about.split_once(':').and_then(|(key, id)| find(key, id));
    find("theme", about).or_else(keyed)
}

/// The page of a theme, or of what else [`subject`] finds; `None` where the catalog has none with this id.
pub fn theme_page(engine: &Engine, about: &str) -> Option<ThemePage> {
    let (at, theme) = subject(engine, about)?;
    let themes = engine.facets.iter().position(|facet| facet.definition.key == "theme");
    let (facet, totals) = (&engine.facets[at], &engine.totals()[at].values);
    let set = facet.with_any(&[theme]);
    let value = &facet.values[theme as usize];
    let counted = |value: &ValueIdx| (*value, totals[*value as usize]);
    let neighbours =
        themes.map_or_else(Vec::new, |themes| neighbours(engine, themes, (themes == at).then_some(theme), &set));
    let by = |key: &str, most: usize| {
        let counts = engine.facet(key).map(|facet| tally(facet, &set).values).unwrap_or_default();
        most_frequent(&counts, most)
    };
    let mut years = by("year", usize::MAX);
    sort_by(&mut years, Ord::cmp);
    let mut children: Vec<Counted> = value.children.iter().map(counted).collect();
    sort_by(&mut children, |a, b| b.1.cmp(&a.1));
    let n = totals[theme as usize];
    let undated = engine.facet("year").map_or(n, |facet| tally(facet, &set).not_stated);
    let is_theme = themes == Some(at);
    let unless = |is_left_out: bool, counts: Vec<Counted>| if is_left_out { Vec::new() } else { counts };
    let mut narrow = by("theme", usize::MAX);
    narrow.retain(|(value, _)| {
        engine.facet("theme").is_some_and(|facet| facet.values[*value as usize].children.is_empty())
    });
    narrow.truncate(THEMES);
    Some(ThemePage {
        facet: at,
        value: theme,
        n,
        parent: value.parent.as_ref().map(counted),
        children,
        publishers: by("publisher", PUBLISHERS),
        years,
        undated,
        audiences: by("audience", usize::MAX),
        types: by("type", TYPES),
        places: unless(!is_theme, by("place", PLACES)),
        themes: unless(is_theme, narrow),
        start: start(engine, engine.facet("theme"), &set, &neighbours),
        missing: missing(engine, at, &set),
        neighbours,
    })
}

/// The themes that resources of a set are more often about than others, in descending order of lift. Together in at least three, and not
/// by chance; where there are more than [`NEIGHBOURS`], those that are the surest.
fn neighbours(engine: &Engine, at: usize, theme: Option<ValueIdx>, set: &ResourceSet) -> Vec<Neighbour> {
    let facet = &engine.facets[at];
    let mut found: Vec<(Neighbour, f64)> = Vec::new();
    for (other, contrast) in contrasts(engine, at, set) {
        let is_kin = theme.is_some_and(|theme| is_within(facet, other, theme) || is_within(facet, theme, other));
        if is_kin || f64::from(contrast.here) < LEAST_FOUND || !contrast.is_more() || !contrast.is_clear() {
            continue;
        }
        let lift = f64::from(contrast.here) / contrast.expected();
        found.push((Neighbour { theme: other, together: contrast.here, lift }, contrast.log_likelihood()));
    }
    let mut order: Vec<u32> = (0..).take(found.len()).collect();
    sort_positions(&mut order, &mut |a, b| found[b as usize].1.total_cmp(&found[a as usize].1));
    order.truncate(NEIGHBOURS);
    let lift = |at: u32| found[at as usize].0.lift;
    sort_positions(&mut order, &mut |a, b| lift(b).total_cmp(&lift(a)));
    order.into_iter().map(|at| found[at as usize].0).collect()
}

/// Each value of a facet, in the set against the rest of the catalog.
fn contrasts(engine: &Engine, at: usize, set: &ResourceSet) -> Vec<(ValueIdx, Contrast)> {
    let n = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let (here, of_here, of_all) = (tally(&engine.facets[at], set).values, n(set.len()), n(engine.len()));
    let both = here.iter().zip(&engine.totals()[at].values);
    (0..).zip(both.map(|(here, total)| Contrast::of_part(*here, of_here, *total, of_all))).collect()
}

/// Whether a value is another one or stands below it.
fn is_within(facet: &Facet, mut value: ValueIdx, above: ValueIdx) -> bool {
    loop {
        if value == above {
            return true;
        }
        match facet.values[value as usize].parent {
            Some(parent) => value = parent,
            None => return false,
        }
    }
}

/// The best to begin with: by points for each property, of equally good ones the newest.
fn start(engine: &Engine, themes: Option<&Facet>, set: &ResourceSet, neighbours: &[Neighbour]) -> Vec<Start> {
    let newest = &engine.orders.newest;
    let year = |idx: ResourceIdx| engine.store.published(idx).map(PartialDate::year);
    let on_it = || newest.iter().copied().filter(|idx| set.contains(*idx));
    let last = on_it().next().and_then(year);
    let mut best: Vec<(u32, Start)> = Vec::new();
    for resource in on_it() {
        let mut reasons = Vec::new();
        let mut points = 0;
        let mut give = |more: u32, reason: Reason| {
            points += more;
            reasons.push(reason);
        };
        if let Some(r#type) = value_among(engine, "type", resource, &PRACTICAL) {
            give(IS_PRACTICAL, Reason::Practical(r#type));
        }
        if last.is_some() && year(resource) == last {
            give(IS_NEWEST, Reason::Newest);
        }
        let own = themes.map(|themes| themes.values_of(resource)).unwrap_or_default();
        let n = u32::try_from(neighbours.iter().filter(|near| own.contains(&near.theme)).count()).unwrap_or(0);
        if n > 0 {
            give(CONNECTS * n.min(MOST_CONNECTS), Reason::Connects(n));
        }
        if value_among(engine, "access", resource, &[FREE]).is_some() {
            give(IS_FREE, Reason::Free);
        }
        // In the order of the newest: a later one must be better.
        let at = best.iter().position(|(other, _)| points > *other).unwrap_or(best.len());
        if points > 0 && at < START {
            best.insert(at, (points, Start { resource, reasons }));
            best.truncate(START);
        }
    }
    best.into_iter().map(|(_, start)| start).collect()
}

/// The value of a resource that has one of some ids.
fn value_among(engine: &Engine, key: &str, resource: ResourceIdx, ids: &[&str]) -> Option<ValueIdx> {
    let facet = engine.facet(key)?;
    let is_among = |value: &&ValueIdx| ids.contains(&facet.values[**value as usize].id.as_str());
    facet.values_of(resource).iter().find(is_among).copied()
}

/// The audiences and types that are a [gap](Contrast::is_gap) here, as on the gap map and on the first page; the most missed first.
/// Levels are not: what is for high schools is not for K-12 too, and nothing is missing.
fn missing(engine: &Engine, at: usize, set: &ResourceSet) -> Vec<Missing> {
    let mut found: Vec<Missing> = Vec::new();
    for key in ["audience", "type"] {
        let facet = engine.facets.iter().position(|facet| facet.definition.key == key && facet.is_used());
        let Some(facet) = facet.filter(|facet| *facet != at) else { continue };
        let gaps = contrasts(engine, facet, set).into_iter().filter(|(_, contrast)| contrast.is_gap());
        found.extend(gaps.map(|(value, contrast)| Missing {
            facet,
            value,
            here: contrast.here,
            expected: contrast.expected(),
        }));
    }
    let lack = |at: u32| found[at as usize].expected - f64::from(found[at as usize].here);
    let mut order: Vec<u32> = (0..).take(found.len()).collect();
    sort_positions(&mut order, &mut |a, b| lack(b).total_cmp(&lack(a)));
    order.into_iter().take(MISSING).map(|at| found[at as usize]).collect()
}
