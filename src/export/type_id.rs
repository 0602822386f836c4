//! The type of a resource by the id that this version knows it under.

use crate::catalog::Resource;

/// Other ids of types, as lists of references and spreadsheets have them.
const ALIASES: [(&str, &str); 32] = [
    ("act", "law"),
    ("administrative-rule", "regulation"),
    ("bills", "bill"),
    ("blog", "blog-post"),
    ("blogpost", "blog-post"),
    ("brief", "issue-brief"),
    ("court-decision", "court-case"),
    ("doctoral-thesis", "dissertation"),
    ("film", "video"),
    ("law-or-policy-document", "policy"),
    ("laws", "law"),
    ("master-s-thesis", "masters-thesis"),
    ("master-thesis", "masters-thesis"),
    ("movie", "video"),
    ("phd-dissertation", "dissertation"),
    ("phd-thesis", "dissertation"),
    ("podcast-episode", "podcast"),
    ("policy-brief", "issue-brief"),
    ("post", "blog-post"),
    ("regulations", "regulation"),
    ("research-report", "report"),
    ("statutes", "statute"),
    ("study", "research-study"),
    ("tool-kit", "toolkit"),
    ("video-recording", "video"),
    ("web", "website"),
    ("web-page", "website"),
    ("web-resource", "website"),
    ("web-site", "website"),
    ("webpage", "website"),
    ("white-paper", "report"),
    ("working-paper", "report"),
];

/// Returns the id of a resource's type; empty where none is stated.
pub(super) fn type_of(resource: &Resource) -> &str {
    known(resource.r#type.as_deref().unwrap_or_default())
}

/// Returns the id under which this version knows a type: another one where it has another name, else its own.
pub(super) fn known(id: &str) -> &str {
    let alias = |id: &str| ALIASES.iter().find(|(other, _)| *other == id).map(|(_, known)| *known);
    alias(id).or_else(|| alias(id.strip_suffix('s')?)).unwrap_or(id)
}
