//! What a catalog says against itself: unknown terms, broken theme trees, values that are not of their field's kind.
//!
//! Needs the whole catalog, since vocabulary and fields may stand behind the records.

use super::{
    Field, FieldKind, Finding, FindingKind, HashMap, HashSet, Head, PartialDate, Place, Resource, Term, decimal,
};

/// Adds what is found. `lines` holds the line of the vocabulary, and record number and line of each resource.
pub fn against_itself(
    head: &Head,
    resources: &[Resource],
    lines: (usize, &[(usize, usize)]),
    findings: &mut Vec<Finding>,
) {
    let words = &head.vocabulary;
    for theme in rootless(&words.themes) {
        let place = Place { id: Some(theme.id.clone()), field: Some("themes".to_owned()), line: lines.0, record: None };
        findings.push(Finding { place, kind: FindingKind::BadParent(theme.parent.clone().unwrap_or_default()) });
    }
    let [themes, types, audiences, levels, access] =
        [&words.themes, &words.types, &words.audiences, &words.levels, &words.access].map(|terms| ids(terms));
    for (resource, (record, line)) in resources.iter().zip(lines.1) {
        let mut find = |field: &str, kind| {
            let id = Some(resource.id.clone());
            let place = Place { record: Some(*record), id, field: Some(field.to_owned()), line: *line };
            findings.push(Finding { place, kind });
        };
        let mut check = |field: &str, known: &HashSet<&str>, values: &[String]| {
            for value in values.iter().filter(|value| !known.is_empty() && !known.contains(value.as_str())) {
                find(field, FindingKind::UnknownTerm(value.clone()));
            }
        };
        check("themes", &themes, &resource.themes);
        check("type", &types, resource.r#type.as_slice());
        check("audiences", &audiences, &resource.audiences);
        check("levels", &levels, &resource.levels);
        check("access", &access, resource.access.as_slice());
        for field in &head.fields {
            if let Some(value) = resource.extra_values(&field.id).into_iter().find(|value| !fits(field, value)) {
                find(&field.id, FindingKind::WrongValue(value, kind_word(field)));
            }
        }
    }
}

/// Whether a value can be filtered by, as its field says it.
fn fits(field: &Field, value: &str) -> bool {
    match field.kind {
        FieldKind::Number => decimal(value).is_some(),
        FieldKind::Date => value.parse::<PartialDate>().is_ok(),
        FieldKind::Terms | FieldKind::Text => true,
    }
}

fn kind_word(field: &Field) -> &'static str {
    if field.kind == FieldKind::Number { "a number such as 12 or 0.5" } else { "a date: YYYY, YYYY-MM or YYYY-MM-DD" }
}

fn ids(terms: &[Term]) -> HashSet<&str> {
    terms.iter().map(|term| term.id.as_str()).collect()
}

/// The themes whose way up does not end at the top: a parent is unknown, or the way goes in a circle.
pub(crate) fn rootless(themes: &[Term]) -> Vec<&Term> {
    let parents: HashMap<&str, Option<&str>> =
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
