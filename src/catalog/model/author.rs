//! Authors: a name as it is signed, or an object that states its parts.
//!
//! A text leaves to the module `names` what is the family name and what is a body; an object says it. Whichever was read is
//! written.

use std::borrow::Cow;

use serde::Serialize;
use serde_json::{Map, Value};

use super::scalar::scalar;
use crate::catalog::hash::HashSet;

/// One author of a resource, as its record has it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(untagged)]
pub enum Author {
    /// A name as it is signed: `Ada Lovelace`, `Lovelace, Ada` or `Aspen Institute`.
    Text(String),
    /// A name, and whether it is that of an organization or of a person.
    // Most authors are texts: what is more stands apart, so that an author has the size of a text.
    Named(Box<NamedAuthor>),
    /// A person's name in its parts.
    Parts(Box<NameParts>),
}

/// A name, and what it names.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct NamedAuthor {
    /// The name as it is signed.
    #[cfg_attr(feature = "cli", schemars(length(min = 1)))]
    pub name: String,
    /// What it names; where this is not stated, the name is read as a text is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<AuthorKind>,
    /// What was done to the work; where this is not stated, what the name says of it: `Jane Doe (Ed.)`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Keys that this version does not know, kept as they were.
    #[serde(flatten)]
    #[cfg_attr(feature = "cli", schemars(skip))]
    pub other: Map<String, Value>,
}

/// What is wrong with an author of a list.
#[derive(Debug)]
pub(in crate::catalog) enum AuthorFault {
    /// A number, read as a name.
    Number(Value),
    /// Nothing that names anybody: left out.
    NoAuthor(Value),
    /// A kind that authors do not have: left out.
    Kind(Value),
    /// A role that authors do not have: left out.
    Role(Value),
    /// An entry that is null or blank: left out.
    Empty(Value),
    /// A given name without a family name, read as the whole name.
    NoFamily(String),
}

/// What an author is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum AuthorKind {
    /// A body: its name stays whole in every citation.
    Organization,
    /// A person, whatever the name looks like.
    Person,
}

/// What a contributor did to a work.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Wrote it.
    #[default]
    Author,
    /// Edited it.
    Editor,
    /// Translated it.
    Translator,
}

impl Role {
    /// The role of an object that states one which is known; its key is taken out.
    fn take(object: &mut Map<String, Value>, found: &mut dyn FnMut(AuthorFault)) -> Option<Self> {
        let stated = object.get("role").filter(|role| !role.is_null())?;
        let role = match stated.as_str() {
            Some("author") => Self::Author,
            Some("editor") => Self::Editor,
            Some("translator") => Self::Translator,
            _ => {
                found(AuthorFault::Role(stated.clone()));
                return None;
            }
        };
        object.shift_remove("role");
        Some(role)
    }
}

/// The parts of a person's name.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct NameParts {
    /// Family name, with the particles that stay with it: `Ortega y Gasset`, `de la Cruz`.
    #[cfg_attr(feature = "cli", schemars(length(min = 1)))]
    pub family: String,
    /// Given names and initials, with the particles that are dropped with them: `Alexis de` for Tocqueville.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub given: String,
    /// `Jr.`, `III`.
    #[serde(skip_serializing_if = "String::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub suffix: String,
    /// What was done to the work: where this is not stated, it was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub role: Option<Role>,
    /// Keys that this version does not know, kept as they were.
    #[serde(flatten)]
    #[cfg_attr(feature = "cli", schemars(skip))]
    pub other: Map<String, Value>,
}

impl Author {
    /// The name as readers see it and as facets and the search have it: given names first, but for names in Chinese,
    /// Japanese or Korean letters.
    pub fn display(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Named(named) => Cow::Borrowed(&named.name),
            Self::Parts(parts) => {
                let NameParts { family, given, suffix, .. } = &**parts;
                let (first, then) = if is_east_asian(family) { (family, given) } else { (given, family) };
                let parts = [first, then, suffix].into_iter().filter(|part| !part.is_empty());
                Cow::Owned(parts.map(String::as_str).collect::<Vec<&str>>().join(" "))
            }
        }
    }

    /// The author as one text, which is read as the same name: parts with the family name before a comma, a stated role behind it in
    /// parentheses: `García Mathewson, Tara (Ed.)`.
    pub fn as_text(&self) -> Cow<'_, str> {
        let (name, role) = match self {
            Self::Text(text) => return Cow::Borrowed(text),
            Self::Named(named) => (Cow::Borrowed(&*named.name), named.role),
            Self::Parts(parts) => {
                let NameParts { family, given, suffix, role, .. } = &**parts;
                let parts = [family, given, suffix].into_iter().filter(|part| !part.is_empty());
                (Cow::Owned(parts.map(String::as_str).collect::<Vec<&str>>().join(", ")), *role)
            }
        };
        match role {
            Some(Role::Editor) => format!("{name} (Ed.)").into(),
            Some(Role::Translator) => format!("{name} (Trans.)").into(),
            Some(Role::Author) | None => name,
        }
    }

    /// The name, where it is stated to be that of an organization.
    pub(in crate::catalog) fn into_organization(self) -> Option<String> {
        match self {
            Self::Named(named) if named.kind == Some(AuthorKind::Organization) => Some(named.name),
            Self::Text(_) | Self::Named(_) | Self::Parts(_) => None,
        }
    }

    /// Reads an author of a list; `None` where there is nothing to read. `found` is called with what is wrong.
    fn read(value: Value, found: &mut dyn FnMut(AuthorFault)) -> Option<Self> {
        match value {
            Value::String(text) if text.trim().is_empty() => {
                found(AuthorFault::Empty(Value::String(text)));
                None
            }
            Value::String(text) => trimmed(&text).map(Self::Text),
            Value::Object(object) => Self::read_object(object, found),
            Value::Null => {
                found(AuthorFault::Empty(value));
                None
            }
            Value::Number(_) => {
                let text = scalar(&value).map(Self::Text);
                found(AuthorFault::Number(value));
                text
            }
            value => {
                found(AuthorFault::NoAuthor(value));
                None
            }
        }
    }

    fn read_object(mut object: Map<String, Value>, found: &mut dyn FnMut(AuthorFault)) -> Option<Self> {
        let is_text = |key: &&str| object.get(*key).is_none_or(|value| value.is_string() || value.is_null());
        if !["name", "family", "given", "suffix"].iter().all(is_text) {
            found(AuthorFault::NoAuthor(Value::Object(object)));
            return None;
        }
        let has = |key: &str| object.get(key).and_then(Value::as_str).is_some_and(|text| !text.trim().is_empty());
        // The parts of a name say more than the name does, which then is kept as it is.
        if has("family") || has("given") {
            let mut take = |key: &str| {
                let text = object.shift_remove(key);
                text.as_ref().and_then(Value::as_str).map(|text| text.trim().to_owned()).unwrap_or_default()
            };
            let [family, given, suffix] = ["family", "given", "suffix"].map(&mut take);
            // Who has one name only has it as a family name (CSL 1.0.2, "Names").
            // Another key may be a slip of it.
            if family.is_empty() && object.keys().all(|key| key == "role") {
                found(AuthorFault::NoFamily(given.clone()));
            }
            let (family, given) = if family.is_empty() { (given, family) } else { (family, given) };
            let role = Role::take(&mut object, found);
            return Some(Self::Parts(NameParts { family, given, suffix, role, other: object }.into()));
        }
        if !has("name") {
            found(AuthorFault::NoAuthor(Value::Object(object)));
            return None;
        }
        let name = object.shift_remove("name").as_ref().and_then(Value::as_str).and_then(trimmed)?;
        let kind = match object.get("kind") {
            Some(Value::String(kind)) if kind == "organization" => Some(AuthorKind::Organization),
            Some(Value::String(kind)) if kind == "person" => Some(AuthorKind::Person),
            None | Some(Value::Null) => None,
            Some(kind) => {
                found(AuthorFault::Kind(kind.clone()));
                None
            }
        };
        if kind.is_some() {
            object.shift_remove("kind");
        }
        let role = Role::take(&mut object, found);
        Some(Self::Named(NamedAuthor { name, kind, role, other: object }.into()))
    }
}

/// The authors of a list of JSON values, each once; `found` is called with what is wrong.
pub(in crate::catalog) fn authors(values: Vec<Value>, found: &mut dyn FnMut(AuthorFault)) -> Vec<Author> {
    let mut authors: Vec<Author> = Vec::with_capacity(values.len());
    let mut known: HashSet<String> = HashSet::default();
    for author in values.into_iter().filter_map(|value| Author::read(value, found)) {
        // An author always has a text form, for its keys are texts.
        if known.insert(serde_json::to_string(&author).unwrap_or_default()) {
            authors.push(author);
        }
    }
    authors
}

/// The authors that a list written by [`written`] holds.
pub(in crate::catalog) fn from_text(text: &str) -> Vec<Author> {
    authors(serde_json::from_str(text).unwrap_or_default(), &mut |_| {})
}

/// The authors as the text of a JSON list, where texts alone do not hold them.
pub(in crate::catalog) fn written(authors: &[Author]) -> Option<String> {
    let is_stated = authors.iter().any(|author| !matches!(author, Author::Text(_)));
    if is_stated { serde_json::to_string(authors).ok() } else { None }
}

/// Whether a text has a letter of Chinese, Japanese or Korean writing, in which the family name stands first.
pub(crate) fn is_east_asian(text: &str) -> bool {
    text.chars().any(|c| matches!(c, '\u{1100}'..='\u{11ff}' | '\u{3005}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}'))
}

fn trimmed(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

impl<T: Into<String>> From<T> for Author {
    fn from(text: T) -> Self {
        Self::Text(text.into())
    }
}
