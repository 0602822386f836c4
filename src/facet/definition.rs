//! Which facets a catalog has, and where each takes its values from.

use std::borrow::Cow;

use crate::catalog::{
    FIELDS, FieldKind, FieldType, Head, List, PartialDate, ResourceIdx, Store, Term, decimal, values,
};
use crate::limits::{FIELD_VALUES, OWN_FACETS};
use crate::text::compare_key;

/// What the values of a facet are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Words without an order of their own; shown by count.
    Terms,
    /// Words in the order of the vocabulary.
    Ordered,
    /// Words in a tree; a word stands for all below it too.
    Tree,
    /// Numbers or years; chosen by ranges.
    Number,
}

/// Where the values come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Origin {
    /// A field that every catalog may have; named by its key.
    BuiltIn,
    /// An organization's own field.
    Field {
        /// Key in `extra`.
        id: String,
        /// What a reader sees.
        label: String,
        /// What it holds.
        kind: FieldKind,
    },
}

/// One facet, before any record is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Definition {
    /// Singular word, used in addresses.
    pub key: String,
    /// What its values are.
    pub kind: Kind,
    /// Where they come from.
    pub origin: Origin,
}

/// The keys of an address, and the attributes of an embed, that no field of an organization may take; the keys of the built-in
/// facets besides.
const RESERVED: [&str; 48] = [
    "q",
    "sort",
    "view",
    "page",
    "open",
    "compare",
    "about",
    "cloud",
    "weigh",
    "order",
    "least",
    "tags",
    "rows",
    "columns",
    "stack",
    "a",
    "b",
    "title",
    "shelf",
    "list",
    "list-for",
    "item",
    "lock",
    "show",
    "by",
    "bench",
    "summary",
    "all",
    "only",
    "hide",
    "embed",
    "compact",
    "scheme",
    "accent",
    "background",
    "text",
    "font",
    "radius",
    "catalog",
    "lang",
    "query",
    "height",
    "src",
    "style",
    "class",
    "id",
    "prefix",
    "loading",
];

/// The facets that every catalog may have, a row each: the key, what the values are, and the list of a record that holds them;
/// of the year, which stands in the date, none. Their order is that in which readers see them.
const BUILT_IN: [(&str, Kind, Option<List>); 11] = [
    ("theme", Kind::Tree, Some(List::Themes)),
    ("type", Kind::Terms, Some(List::Type)),
    ("audience", Kind::Ordered, Some(List::Audiences)),
    ("level", Kind::Ordered, Some(List::Levels)),
    ("place", Kind::Terms, Some(List::Places)),
    ("year", Kind::Number, None),
    ("publisher", Kind::Terms, Some(List::Publishers)),
    ("author", Kind::Terms, Some(List::Authors)),
    ("keyword", Kind::Terms, Some(List::Keywords)),
    ("language", Kind::Terms, Some(List::Language)),
    ("access", Kind::Ordered, Some(List::Access)),
];

/// The keys of the facets that every catalog may have, in the order in which readers see them.
pub fn built_in_keys() -> [&'static str; 11] {
    BUILT_IN.map(|(key, ..)| key)
}

/// The facets of a catalog: the built-in ones, then the organization's own fields that filter.
pub fn definitions(head: &Head) -> Vec<Definition> {
    let built_in = BUILT_IN.map(|(key, kind, _)| Definition { key: key.to_owned(), kind, origin: Origin::BuiltIn });
    let mut definitions = built_in.to_vec();
    for field in head.fields.iter().filter(|field| field.can_filter()).take(OWN_FACETS) {
        definitions.push(Definition {
            key: free_key(&field.id, &definitions),
            kind: if field.kind == FieldKind::Terms { Kind::Terms } else { Kind::Number },
            origin: Origin::Field { id: field.id.clone(), label: field.label.clone(), kind: field.kind },
        });
    }
    definitions
}

/// The key of an organization's own field: its id, unless that means something else in an address.
fn free_key(id: &str, taken: &[Definition]) -> String {
    let mut key = id.trim_start_matches('-').to_owned();
    while key.is_empty() || RESERVED.contains(&key.as_str()) || taken.iter().any(|other| other.key == key) {
        key.insert_str(0, "x-");
    }
    key
}

impl Definition {
    /// Whether a resource can have several values, so that all of some can be asked for.
    pub fn is_multiple(&self) -> bool {
        match &self.origin {
            Origin::Field { kind, .. } => *kind == FieldKind::Terms,
            Origin::BuiltIn => {
                self.list().is_some_and(|list| FIELDS.iter().all(|(_, field)| *field != FieldType::One(list)))
            }
        }
    }

    /// The values of a resource, as they stand in its record.
    pub(super) fn values<'a>(&self, store: &'a Store, resource: ResourceIdx) -> Vec<Cow<'a, str>> {
        match &self.origin {
            Origin::Field { id, kind, .. } => {
                let mut values = values(&store.extra(resource), id);
                values.truncate(FIELD_VALUES);
                values.into_iter().filter_map(|value| normal(*kind, value)).map(Cow::Owned).collect()
            }
            Origin::BuiltIn => match self.list() {
                Some(list) => store.strings(resource, list).take(FIELD_VALUES).map(Cow::Borrowed).collect(),
                None => store.published(resource).iter().map(|date| Cow::Owned(date.year().to_string())).collect(),
            },
        }
    }

    /// What two spellings of one value have in common: of numbers the number, of languages the code whatever its case and signs
    /// (BCP 47, RFC 5646, section 2.1.1), of other words the [key](compare_key).
    pub(super) fn comparing_key<'a>(&self, value: &'a str) -> Cow<'a, str> {
        if self.kind == Kind::Number
            && let Some(number) = decimal(value)
        {
            return Cow::Owned(number.to_string());
        }
        let key = compare_key(value);
        if self.is_language() && key.contains('_') { Cow::Owned(key.replace('_', "-")) } else { key }
    }

    /// Whether the values are codes of languages.
    pub(super) fn is_language(&self) -> bool {
        self.list() == Some(List::Language)
    }

    /// The list of a resource that holds the values, where one does.
    pub(super) fn list(&self) -> Option<List> {
        let row = BUILT_IN.iter().find(|(key, ..)| self.origin == Origin::BuiltIn && *key == self.key);
        row.and_then(|(.., list)| *list)
    }

    /// The terms of the vocabulary that the values are ids of; none where they are labelled by themselves.
    pub(crate) fn terms<'a>(&self, head: &'a Head) -> &'a [Term] {
        self.list().map_or(&[], |list| head.vocabulary.terms(list))
    }
}

/// A code of a language in the case that is customary (RFC 5646, section 2.1.1): `en`, `en-US`, `zh-Hant`.
pub(super) fn language_code(code: &str) -> String {
    let mut parts = code.split(['-', '_']);
    let mut written = parts.next().unwrap_or_default().to_ascii_lowercase();
    // Behind a single letter there is no script and no region.
    let mut is_open = written.len() > 1;
    for part in parts {
        let lower = part.to_ascii_lowercase();
        is_open &= part.len() > 1;
        written.push('-');
        match lower.split_at_checked(1) {
            Some((first, rest)) if is_open && part.len() == 4 => {
                written.push_str(&first.to_ascii_uppercase());
                written.push_str(rest);
            }
            _ if is_open && part.len() == 2 => written.push_str(&part.to_ascii_uppercase()),
            _ => written.push_str(&lower),
        }
    }
    written
}

/// A value of an organization's own field in the form it is filtered by; `None` when it is not of the field's kind.
fn normal(kind: FieldKind, value: String) -> Option<String> {
    match kind {
        FieldKind::Number => decimal(&value).map(|_| value),
        FieldKind::Date => PartialDate::read(&value).ok().map(|date| date.year().to_string()),
        FieldKind::Terms | FieldKind::Text => Some(value),
    }
}

#[cfg(test)]
mod tests {
    use super::language_code;

    #[test]
    fn codes_of_languages_are_written_as_is_customary() {
        for (code, written) in [
            ("EN", "en"),
            ("en_us", "en-US"),
            ("zh-hant-tw", "zh-Hant-TW"),
            ("de-CH-1996", "de-CH-1996"),
            ("en-x-US", "en-x-us"),
        ] {
            assert_eq!(language_code(code), written);
        }
    }
}
