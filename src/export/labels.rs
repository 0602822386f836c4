//! What the vocabulary calls the values of a resource, and what it leaves to its catalog.

use super::context::Context;
use crate::catalog::{Head, List, Resource};
use crate::text::compare_key;

/// The label of a term of a list, or the id itself where the vocabulary has none.
pub(super) fn label<'a>(context: Context<'a>, list: List, id: &'a str) -> &'a str {
    context.term(list, id).map_or(id, |term| &term.label)
}

/// The labels of terms of a list.
pub(super) fn labels(context: Context<'_>, list: List, ids: &[String]) -> Vec<String> {
    ids.iter().map(|id| label(context, list, id).to_owned()).collect()
}

/// The label of a resource's type; empty where none is stated.
pub(super) fn type_label<'a>(resource: &'a Resource, context: Context<'a>) -> &'a str {
    resource.r#type.as_deref().map_or("", |id| label(context, List::Type, id))
}

/// The labels of a resource's themes, then its keywords that are none of these in another spelling.
pub(super) fn subjects(resource: &Resource, context: Context<'_>) -> Vec<String> {
    let mut subjects = labels(context, List::Themes, &resource.themes);
    let keys: Vec<String> = subjects.iter().map(|label| compare_key(label).into_owned()).collect();
    let is_new = |keyword: &String| !keys.iter().any(|key| *key == compare_key(keyword));
    subjects.extend(context.keywords(resource).into_iter().filter(is_new));
    subjects
}

/// The language of a resource, or that of its catalog.
pub(super) fn language<'a>(resource: &'a Resource, head: &'a Head) -> Option<&'a str> {
    resource.language.as_deref().or(head.language.as_deref())
}
