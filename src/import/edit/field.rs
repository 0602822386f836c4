//! A value of a record as the text that a person edits, and back.
//!
//! Several values stand with `; ` between them, terms by their labels. A text that is not changed changes no value: an entry that stands in
//! it as before stays the object that it was.

use serde_json::{Number, Value};

use super::edit::Edit;
use crate::catalog::{FIELDS, FieldType, List};
use crate::import::raw_catalog::{Object, RawCatalog, is_blank, text};
use crate::text::compare_key;

/// What stands between several values, and what parts them.
const BETWEEN: &str = "; ";
const SEPARATOR: char = ';';

/// A field that a person edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EditField {
    /// Key of the record; of an own field its id.
    pub key: String,
    /// What an own field is called; `None` of the fields that every catalog may have.
    pub label: Option<String>,
}

/// The fields of the records of a catalog: those that every catalog may have, then its own.
#[must_use]
pub fn edit_fields(catalog: &RawCatalog) -> Vec<EditField> {
    let built_in = FIELDS.iter().filter(|(_, field)| *field != FieldType::Extra);
    let mut fields: Vec<EditField> =
        built_in.map(|(key, _)| EditField { key: (*key).to_owned(), label: None }).collect();
    for field in own_fields(catalog) {
        let Some(id) = text(field, "id") else { continue };
        let label = text(field, "label").unwrap_or(id);
        fields.push(EditField { key: id.to_owned(), label: Some(label.to_owned()) });
    }
    fields
}

impl EditField {
    /// Whether the text may be long.
    #[must_use]
    pub fn is_long(&self) -> bool {
        self.label.is_none() && ["summary", "sources"].contains(&self.key.as_str())
    }

    /// Whether it holds several values, which are separated by semicolons.
    #[must_use]
    pub fn is_list(&self) -> bool {
        matches!(self.kind(), Some(FieldType::Many(_) | FieldType::Authors | FieldType::Sources))
    }

    /// The value of a record as text; blank where it has none.
    #[must_use]
    pub fn text(&self, catalog: &RawCatalog, record: usize) -> String {
        self.value(catalog, record).map(|value| self.shown(catalog, value)).unwrap_or_default()
    }

    /// The command that gives a record the value that a text is; `None` where it has that value.
    #[must_use]
    pub fn edit(&self, catalog: &RawCatalog, record: usize, written: &str) -> Option<Edit> {
        let written = written.trim();
        if written == self.text(catalog, record).trim() {
            return None;
        }
        let value = if written.is_empty() { Value::Null } else { self.read(catalog, record, written) };
        if self.label.is_some() {
            return Some(Edit::SetOwnValue { record, field: self.key.clone(), value });
        }
        let set = Edit::SetValue { record, key: self.key.clone(), value: value.clone() };
        // What is no term yet becomes one.
        let new = |value: &Value| {
            value.as_str().filter(|id| self.terms(catalog).all(|term| text(term, "id") != Some(*id))).map(str::to_owned)
        };
        let values = if let Value::Array(values) = &value { values.as_slice() } else { std::slice::from_ref(&value) };
        let new: Vec<String> =
            if self.vocabulary().is_some() { values.iter().filter_map(new).collect() } else { Vec::new() };
        if new.is_empty() {
            return Some(set);
        }
        let define = |tag: String| Edit::DefineTag { list: self.key.clone(), tag, definition: None };
        Some(Edit::All { edits: new.into_iter().map(define).chain([set]).collect() })
    }

    fn kind(&self) -> Option<FieldType> {
        let row = FIELDS.into_iter().find(|(key, _)| self.label.is_none() && *key == self.key);
        row.map(|(_, field)| field)
    }

    fn value<'a>(&self, catalog: &'a RawCatalog, record: usize) -> Option<&'a Value> {
        let record = catalog.resources.get(record)?;
        if self.label.is_some() { record.get("extra")?.get(&self.key) } else { record.get(&self.key) }
    }

    /// The key of the terms in the vocabulary, where the values are ids of terms.
    fn vocabulary(&self) -> Option<&'static str> {
        match self.kind()? {
            FieldType::One(List::Type) => Some("types"),
            FieldType::One(List::Access) => Some("access"),
            FieldType::Many(List::Themes) => Some("themes"),
            FieldType::Many(List::Audiences) => Some("audiences"),
            FieldType::Many(List::Levels) => Some("levels"),
            _ => None,
        }
    }

    fn terms<'a>(&self, catalog: &'a RawCatalog) -> impl Iterator<Item = &'a Object> {
        let terms = self.vocabulary().and_then(|key| catalog.head.get("vocabulary")?.get(key)?.as_array());
        terms.into_iter().flatten().filter_map(Value::as_object)
    }

    /// A value as text.
    fn shown(&self, catalog: &RawCatalog, value: &Value) -> String {
        match value {
            Value::Array(values) => {
                values.iter().map(|value| self.shown(catalog, value)).collect::<Vec<String>>().join(BETWEEN)
            }
            Value::Object(author) => name(author),
            Value::Null => String::new(),
            Value::String(id) => {
                let term = self.terms(catalog).find(|term| text(term, "id") == Some(id));
                term.and_then(|term| text(term, "label")).unwrap_or(id).to_owned()
            }
            other => other.to_string(),
        }
    }

    /// The value that a text is.
    fn read(&self, catalog: &RawCatalog, record: usize, written: &str) -> Value {
        let number = || written.parse::<f64>().ok().and(written.parse::<Number>().ok());
        match self.kind() {
            Some(FieldType::Pages | FieldType::Minutes) => number().map_or_else(|| written.into(), Value::Number),
            None if self.own_kind(catalog) == Some("number") => number().map_or_else(|| written.into(), Value::Number),
            kind => {
                let old = self.value(catalog, record);
                let is_list = self.is_list()
                    || kind.is_none()
                        && (old.is_some_and(Value::is_array)
                            || self.own_kind(catalog) == Some("terms") && written.contains(SEPARATOR));
                if !is_list {
                    return self.entry(catalog, written);
                }
                Value::Array(self.entries(catalog, old, written))
            }
        }
    }

    /// The values of a list. An old one that stands in the text is taken whole, once, whatever signs are in it; the rest is split.
    fn entries(&self, catalog: &RawCatalog, old: Option<&Value>, written: &str) -> Vec<Value> {
        let old = old.and_then(Value::as_array).into_iter().flatten();
        let mut old: Vec<(String, &Value)> =
            old.map(|value| (self.shown(catalog, value).trim().to_owned(), value)).collect();
        old.retain(|(shown, _)| !shown.is_empty());
        let (mut entries, mut rest) = (Vec::new(), written);
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == SEPARATOR);
            if rest.is_empty() {
                return entries;
            }
            let ends = |shown: &str| {
                let behind = rest.strip_prefix(shown).map(str::trim_start);
                behind.is_some_and(|behind| behind.is_empty() || behind.starts_with(SEPARATOR))
            };
            // The longest: `Smith 2019; p. 4` is not `Smith 2019`.
            let same =
                (0..old.len()).filter(|at| ends(&old[*at].0)).max_by_key(|at| (old[*at].0.len(), usize::MAX - at));
            let n = if let Some(same) = same {
                let (shown, value) = old.remove(same);
                entries.push(value.clone());
                shown.len()
            } else {
                let n = rest.find(SEPARATOR).unwrap_or(rest.len());
                entries.push(self.entry(catalog, rest[..n].trim_end()));
                n
            };
            rest = &rest[n..];
        }
    }

    /// One value: the id of a term, or the text.
    fn entry(&self, catalog: &RawCatalog, written: &str) -> Value {
        let is_it = |term: &&Object| {
            ["label", "id"]
                .iter()
                .any(|key| text(term, key).is_some_and(|text| compare_key(text) == compare_key(written)))
        };
        let term = self.terms(catalog).find(is_it);
        term.and_then(|term| text(term, "id")).unwrap_or(written).into()
    }

    fn own_kind<'a>(&self, catalog: &'a RawCatalog) -> Option<&'a str> {
        own_fields(catalog).find(|field| text(field, "id") == Some(&self.key)).and_then(|field| text(field, "kind"))
    }
}

/// The own fields of a catalog.
fn own_fields(catalog: &RawCatalog) -> impl Iterator<Item = &Object> {
    catalog.head.get("fields").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_object)
}

/// The name of an author, family name first.
fn name(author: &Object) -> String {
    let of = |key: &str| text(author, key).map(str::trim).filter(|text| !text.is_empty());
    let parts: Vec<&str> = ["family", "given", "suffix"].into_iter().filter_map(of).collect();
    of("name").map_or_else(|| parts.join(", "), str::to_owned)
}

/// All texts of a record, for a search: small letters, a blank between them.
#[must_use]
pub fn record_words(record: &Object) -> String {
    fn collect(value: &Value, words: &mut String) {
        match value {
            Value::String(text) => {
                words.push_str(text);
                words.push(' ');
            }
            Value::Array(values) => values.iter().for_each(|value| collect(value, words)),
            Value::Object(object) => object.values().for_each(|value| collect(value, words)),
            Value::Number(number) => {
                words.push_str(&number.to_string());
                words.push(' ');
            }
            Value::Null | Value::Bool(_) => {}
        }
    }
    let mut words = String::new();
    record.values().filter(|value| !is_blank(value)).for_each(|value| collect(value, &mut words));
    crate::text::fold(&words)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{EditField, edit_fields, record_words};
    use crate::import::{Draft, RawCatalog};

    const CATALOG: &str = r#"{"title":"T","vocabulary":{"themes":[{"id":"m","label":"Maps"}],"types":[{"id":"r","label":"Report"}]},
        "fields":[{"id":"shelf","label":"Shelf","kind":"terms"},{"id":"cost","label":"Cost","kind":"number"}],
        "resources":[{"id":"a","title":"Atlas","authors":[{"family":"Rivera","given":"Ana"},"Kofi Osei"],"themes":["m","odd"],"type":"r",
        "pages":12,"extra":{"shelf":"A1","cost":3.50}}]}"#;

    fn draft() -> Draft {
        Draft::new(RawCatalog::read(CATALOG.as_bytes()).unwrap().0)
    }

    fn field(draft: &Draft, key: &str) -> EditField {
        edit_fields(draft.catalog()).into_iter().find(|field| field.key == key).unwrap()
    }

    #[test]
    fn a_text_that_is_not_changed_is_no_edit() {
        let draft = draft();
        for field in edit_fields(draft.catalog()) {
            let text = field.text(draft.catalog(), 0);
            assert_eq!(field.edit(draft.catalog(), 0, &format!(" {text} ")), None, "{}", field.key);
        }
        let texts = ["authors", "themes", "type", "pages", "shelf", "cost"]
            .map(|key| field(&draft, key).text(draft.catalog(), 0));
        assert_eq!(texts, ["Rivera, Ana; Kofi Osei", "Maps; odd", "Report", "12", "A1", "3.50"]);
    }

    #[test]
    fn a_changed_text_is_the_value_that_a_person_means() {
        for (key, written, value) in [
            ("authors", "Rivera, Ana; Wei Chen", r#"[{"family":"Rivera","given":"Ana"},"Wei Chen"]"#),
            ("themes", "maps", r#"["m"]"#),
            ("themes", "Maps; Salt", r#"["m","Salt"]"#),
            ("type", " report ", r#""r""#),
            ("pages", "14", "14"),
            ("pages", "some", r#""some""#),
            ("summary", "One; two", r#""One; two""#),
            ("title", "", "null"),
        ] {
            let mut draft = draft();
            let edit = field(&draft, key).edit(draft.catalog(), 0, written);
            let Some(edit) = edit else {
                assert_eq!((key, written), ("type", " report "), "it has this value");
                continue;
            };
            let is_applied = draft.apply(edit).is_ok();
            let now = draft.catalog().resources[0].get(key).cloned().unwrap_or_default();
            assert_eq!(
                (is_applied, now.to_string().as_str()),
                (key != "title", if key == "title" { "\"Atlas\"" } else { value }),
                "{key}: {written}"
            );
        }
    }

    #[test]
    fn the_neighbours_of_a_changed_entry_stay_what_they_are() {
        let catalog = r#"{"title":"T","resources":[{"id":"a","title":"A","sources":["Smith 2019","Smith 2019; p. 4","https://a.example/typo"],
            "authors":[{"name":"Ana Rivera","role":"editor"},"Ana Rivera","Kofi"]}]}"#;
        for (key, written, value) in [
            (
                "sources",
                "Smith 2019; Smith 2019; p. 4; https://a.example/",
                r#"["Smith 2019","Smith 2019; p. 4","https://a.example/"]"#,
            ),
            ("sources", "Smith 2019; p. 4;; new", r#"["Smith 2019; p. 4","new"]"#),
            (
                "authors",
                "Ana Rivera; Ana Rivera; Kofi Osei",
                r#"[{"name":"Ana Rivera","role":"editor"},"Ana Rivera","Kofi Osei"]"#,
            ),
        ] {
            let mut draft = Draft::new(RawCatalog::read(catalog.as_bytes()).unwrap().0);
            let edit = field(&draft, key).edit(draft.catalog(), 0, written).unwrap();
            draft.apply(edit).unwrap();
            assert_eq!(draft.catalog().resources[0][key].to_string(), value, "{written}");
        }
    }

    #[test]
    fn own_fields_hold_numbers_and_lists() {
        let mut draft = draft();
        for (key, written, value) in [
            ("cost", "7.25", "7.25"),
            ("cost", "free", "\"free\""),
            ("shelf", "A1; B2", r#"["A1","B2"]"#),
            ("shelf", "B2", r#"["B2"]"#),
        ] {
            let edit = field(&draft, key).edit(draft.catalog(), 0, written).unwrap();
            draft.apply(edit).unwrap();
            assert_eq!(draft.catalog().resources[0]["extra"][key].to_string(), value);
        }
    }

    #[test]
    fn a_new_theme_is_a_term_and_undo_takes_both_back() {
        let (mut draft, before) = (draft(), draft());
        let edit = field(&draft, "themes").edit(draft.catalog(), 0, "Salt").unwrap();
        draft.apply(edit).unwrap();
        assert_eq!(draft.catalog().head["vocabulary"]["themes"][1]["label"], "Salt");
        draft.undo();
        assert_eq!(draft.catalog(), before.catalog());
    }

    #[test]
    fn a_record_is_found_by_all_of_its_words() {
        let words = record_words(&draft().catalog().resources[0]);
        assert!(["atlas", "rivera", "a1", "12"].iter().all(|word| words.contains(word)), "{words}");
    }
}
