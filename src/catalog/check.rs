//! What a catalog says against its own vocabulary: unknown terms, broken theme trees.
//!
//! Needs the whole catalog, since the vocabulary may stand behind the records.

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Finding, FindingKind, Head, Place, Resource, Term};

/// Adds a finding for each term that the vocabulary does not have, and for each theme with a wrong parent.
/// `places` holds the record number and line of each resource.
pub fn vocabulary(head: &Head, resources: &[Resource], places: &[(usize, usize)], findings: &mut Vec<Finding>) {
    let words = &head.vocabulary;
    for theme in rootless(&words.themes) {
        let place = Place { id: Some(theme.id.clone()), field: Some("themes".to_owned()), line: 1, record: None };
        findings.push(Finding { place, kind: FindingKind::BadParent(theme.parent.clone().unwrap_or_default()) });
    }
    let [themes, types, audiences, levels, access] =
        [&words.themes, &words.types, &words.audiences, &words.levels, &words.access].map(|terms| ids(terms));
    for (resource, (record, line)) in resources.iter().zip(places) {
        let mut check = |field: &str, known: &FxHashSet<&str>, values: &[String]| {
            for value in values.iter().filter(|value| !known.is_empty() && !known.contains(value.as_str())) {
                let place = Place {
                    record: Some(*record),
                    id: Some(resource.id.clone()),
                    field: Some(field.to_owned()),
                    line: *line,
                };
                findings.push(Finding { place, kind: FindingKind::UnknownTerm(value.clone()) });
            }
        };
        check("themes", &themes, &resource.themes);
        check("type", &types, resource.r#type.as_slice());
        check("audiences", &audiences, &resource.audiences);
        check("levels", &levels, &resource.levels);
        check("access", &access, resource.access.as_slice());
    }
}

fn ids(terms: &[Term]) -> FxHashSet<&str> {
    terms.iter().map(|term| term.id.as_str()).collect()
}

/// The themes whose way up does not end at the top: a parent is unknown, or the way goes in a circle.
pub(crate) fn rootless(themes: &[Term]) -> Vec<&Term> {
    let parents: FxHashMap<&str, Option<&str>> =
        themes.iter().map(|theme| (theme.id.as_str(), theme.parent.as_deref())).collect();
    let ends_at_top = |theme: &&Term| {
        let mut above = theme.parent.as_deref();
        for _ in 0..=themes.len() {
            let Some(parent) = above else { return true };
            let Some(next) = parents.get(parent) else { return false };
            above = *next;
        }
        false
    };
    themes.iter().filter(|theme| !ends_at_top(theme)).collect()
}
