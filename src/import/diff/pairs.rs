//! Which record of one catalog is which of another: by id, by an identifier, by address, by title.

use serde::Serialize;
use serde_json::Value;

use crate::catalog::{HashMap, Published, Resource, stated_doi};
use crate::import::duplicates::{Common, keys};
use crate::import::raw_catalog::{Object, text};
use crate::text::tokens;

/// Two records that are the same resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// Position in the first catalog.
    pub before: usize,
    /// Position in the second catalog.
    pub after: usize,
    /// What they have in common.
    pub by: Common,
}

/// What is looked at of a record, to tell whether it is another.
pub(in crate::import) fn resource_of(object: &Object) -> Resource {
    let of = |key: &str| text(object, key).map(str::to_owned);
    Resource {
        title: of("title").unwrap_or_default(),
        url: of("url"),
        doi: of("doi"),
        container: of("container"),
        published: text(object, "published").and_then(Published::read),
        extra: object.get("extra").and_then(Value::as_object).cloned().unwrap_or_default(),
        other: object.clone(),
        ..Resource::default()
    }
}

/// Whether two records state that they are different works: other DOIs, or other years of one title.
pub(in crate::import) fn conflict(a: &Resource, b: &Resource) -> bool {
    let differ = |a: Option<String>, b: Option<String>| a.zip(b).is_some_and(|(a, b)| !a.eq_ignore_ascii_case(&b));
    let year = |resource: &Resource| resource.date().map(|date| date.year().to_string());
    differ(stated_doi(a), stated_doi(b)) || differ(year(a), year(b))
}

/// The records that are the same in both, in the order of the second: those with one id, then of the others those that alone have an
/// identifier, an address or a title in common and do not state that they differ. `is_same_id` decides whether one id means one
/// resource.
pub(in crate::import) fn pair_up(
    before: &[Object],
    after: &[Object],
    is_same_id: &dyn Fn(&Object, &Object) -> bool,
) -> Vec<Pair> {
    let mut pairs = by_id(before, after, is_same_id);
    let open = |n: usize, at: &dyn Fn(&Pair) -> usize| {
        let mut is_open = vec![true; n];
        for pair in &pairs {
            is_open[at(pair)] = false;
        }
        is_open
    };
    let (mut open_before, mut open_after) =
        (open(before.len(), &|pair| pair.before), open(after.len(), &|pair| pair.after));
    let of_open = |objects: &[Object], open: &[bool]| -> Vec<Option<Resource>> {
        objects.iter().zip(open).map(|(object, open)| open.then(|| resource_of(object))).collect()
    };
    let (a, b) = (of_open(before, &open_before), of_open(after, &open_after));
    let (in_a, in_b) = (by_key(&a), by_key(&b));
    let mut found: Vec<Pair> = Vec::new();
    for (key, at) in &in_b {
        if let ([before], [after]) = (in_a.get(key).map_or(&[][..], Vec::as_slice), at.as_slice()) {
            found.push(Pair { before: *before, after: *after, by: key.0 });
        }
    }
    found.sort_by_key(|pair| (pair.by, pair.after));
    for pair in found {
        let is_sure = matches!(pair.by, Common::Doi | Common::Eric | Common::Isbn);
        let differ = || a[pair.before].as_ref().zip(b[pair.after].as_ref()).is_none_or(|(a, b)| conflict(a, b));
        if open_before[pair.before] && open_after[pair.after] && (is_sure || !differ()) {
            (open_before[pair.before], open_after[pair.after]) = (false, false);
            pairs.push(pair);
        }
    }
    pairs.sort_by_key(|pair| pair.after);
    pairs
}

/// What a record is known by: its id, or all of it where it has none.
fn id_of(object: &Object) -> String {
    match object.get("id") {
        Some(Value::String(id)) if !id.trim().is_empty() => id.clone(),
        Some(Value::Number(id)) => id.to_string(),
        _ => serde_json::to_string(object).unwrap_or_default(),
    }
}

/// The records with one id, or that have none and are equal; of several with it the first with the first.
fn by_id(before: &[Object], after: &[Object], is_same: &dyn Fn(&Object, &Object) -> bool) -> Vec<Pair> {
    let mut ids: HashMap<String, Vec<usize>> = HashMap::default();
    for (at, object) in before.iter().enumerate().rev() {
        ids.entry(id_of(object)).or_default().push(at);
    }
    let mut pairs = Vec::new();
    for (after, object) in after.iter().enumerate() {
        let Some(known) = ids.get_mut(&id_of(object)) else { continue };
        if let Some(at) = known.last().copied().filter(|at| is_same(&before[*at], object)) {
            known.pop();
            pairs.push(Pair { before: at, after, by: Common::Id });
        }
    }
    pairs
}

/// The positions of records by what they are compared by.
fn by_key(resources: &[Option<Resource>]) -> HashMap<(Common, String), Vec<usize>> {
    let mut by_key: HashMap<(Common, String), Vec<usize>> = HashMap::default();
    for (at, resource) in resources.iter().enumerate() {
        let Some(resource) = resource else { continue };
        let title = tokens(&resource.title).join(" ");
        let title = (!title.is_empty()).then_some((Common::Title, title));
        for key in keys(resource).into_iter().chain(title) {
            by_key.entry(key).or_default().push(at);
        }
    }
    by_key
}
