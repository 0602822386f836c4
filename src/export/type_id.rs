//! The type of a resource by the id that this version knows it under.

use crate::catalog::Resource;

/// Other ids of types, as lists of references and spreadsheets have them.
const ALIASES: [(&str, &str); 49] = [
    ("act", "law"),
    ("administrative-rule", "regulation"),
    ("article-journal", "journal-article"),
    ("article-magazine", "magazine-article"),
    ("article-newspaper", "newspaper-article"),
    ("bills", "bill"),
    ("blog", "blog-post"),
    ("blogpost", "blog-post"),
    ("brief", "issue-brief"),
    ("conference-presentation", "presentation"),
    ("conference-session", "presentation"),
    ("conference-talk", "presentation"),
    ("court-decision", "court-case"),
    ("doctoral-thesis", "doctoral-dissertation"),
    ("edd-thesis", "edd-dissertation"),
    ("film", "video"),
    ("keynote-address", "keynote"),
    ("keynote-speech", "keynote"),
    ("law-or-policy-document", "policy"),
    ("laws", "law"),
    ("magazine", "magazine-article"),
    ("master-s-thesis", "masters-thesis"),
    ("master-thesis", "masters-thesis"),
    ("movie", "video"),
    ("newspaper", "newspaper-article"),
    ("paper-conference", "conference-paper"),
    ("paper-presentation", "conference-paper"),
    ("phd-thesis", "phd-dissertation"),
    ("podcast-episode", "podcast"),
    ("policy-brief", "issue-brief"),
    ("post", "blog-post"),
    ("poster-presentation", "poster"),
    ("poster-session", "poster"),
    ("regulations", "regulation"),
    ("research-report", "report"),
    ("slide-deck", "presentation"),
    ("slides", "presentation"),
    ("statutes", "statute"),
    ("study", "research-study"),
    ("talk", "presentation"),
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
