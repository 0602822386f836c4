//! What a catalog says of its first page: a promise, example queries, doors for kinds of readers, where to start.

use serde::Serialize;
use serde_json::{Map, Value};

/// A text of a catalog, the same for all languages or one for each.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum LocalText {
    /// One text for all languages.
    Same(String),
    /// Texts by language (BCP 47), none empty.
    ByLanguage(
        #[cfg_attr(feature = "cli", schemars(with = "std::collections::BTreeMap<String, String>"))] Map<String, Value>,
    ),
}

impl LocalText {
    /// Returns the text for readers of a language: the one of the language as a whole where there is none of its region, the first
    /// where there is neither.
    #[must_use]
    pub fn in_language(&self, language: &str) -> &str {
        let texts = match self {
            Self::Same(text) => return text,
            Self::ByLanguage(texts) => texts,
        };
        let primary = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
        let exact = || texts.iter().find(|(tag, _)| tag.eq_ignore_ascii_case(language));
        let whole = || texts.iter().find(|(tag, _)| primary(tag) == primary(language));
        let text = exact().or_else(whole).or_else(|| texts.iter().next());
        text.and_then(|(_, text)| text.as_str()).unwrap_or_default()
    }
}

/// A place of the page, or of the web, with what leads there.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct HomeLink {
    /// What the link says.
    pub label: LocalText,
    /// One line on what is there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<LocalText>,
    /// An address of the page (`#/?theme=grading`), or of the web.
    pub address: String,
    /// Keys that this version does not know, kept as they were.
    #[serde(flatten)]
    #[cfg_attr(feature = "cli", schemars(skip))]
    pub other: Map<String, Value>,
}

/// The first page; what is not stated is made from the catalog.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Home {
    /// What a reader finds here, in a sentence; `{count}` stands for the number of resources.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promise: Option<LocalText>,
    /// Queries to try.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub examples: Vec<LocalText>,
    /// Where each kind of readers goes on.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub doors: Vec<HomeLink>,
    /// What to read first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub starts: Vec<HomeLink>,
    /// Keys that this version does not know, kept as they were.
    #[serde(flatten)]
    #[cfg_attr(feature = "cli", schemars(skip))]
    pub other: Map<String, Value>,
}

#[cfg(test)]
mod tests {
    use super::LocalText;

    #[test]
    fn a_text_is_that_of_the_language_or_else_the_first() {
        let texts = [("en", "one"), ("es", "uno"), ("pt-BR", "um")];
        let texts = texts.map(|(tag, text)| (tag.to_owned(), text.into()));
        let text = LocalText::ByLanguage(texts.into_iter().collect());
        for (language, expected) in
            [("en", "one"), ("es", "uno"), ("ES-mx", "uno"), ("pt", "um"), ("pt-br", "um"), ("fr", "one"), ("", "one")]
        {
            assert_eq!(text.in_language(language), expected, "{language}");
        }
        assert_eq!(LocalText::Same("one".to_owned()).in_language("es"), "one");
    }
}
