//! A catalog as JSON objects: what is edited, compared and merged, with every key that it has.
//!
//! [`Catalog`] holds what this version knows of a record, and reads values leniently; what a person edits has to stay as it was
//! wherever they changed nothing.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::catalog::{Catalog, Finding, Head, ReadError, read, write_head, write_resource};

/// The key of the list of resources.
pub(super) const RESOURCES: &str = "resources";

/// A record, or what stands beside the records, as a JSON object.
pub type Object = Map<String, Value>;

/// A catalog as JSON objects.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct RawCatalog {
    /// All members beside the resources, in the order of the file.
    pub head: Object,
    /// The resources, in the order of the file.
    pub resources: Vec<Object>,
}

impl RawCatalog {
    /// Reads a catalog. A file that is whole is taken as it is; of any other the records that can be read are taken, and the findings say
    /// what is lost.
    pub fn read(bytes: &[u8]) -> Result<(Self, Vec<Finding>), ReadError> {
        let (catalog, findings) = read(bytes)?;
        Ok((Self::whole(bytes).unwrap_or_else(|| Self::of(&catalog)), findings))
    }

    /// The catalog of a file that is one JSON object with a list of objects; `None` of any other.
    fn whole(bytes: &[u8]) -> Option<Self> {
        let Value::Object(mut head) = serde_json::from_slice(bytes).ok()? else { return None };
        let Some(Value::Array(values)) = head.shift_remove(RESOURCES) else { return None };
        let objects =
            values.into_iter().map(|value| if let Value::Object(object) = value { Some(object) } else { None });
        Some(Self { head, resources: objects.collect::<Option<Vec<Object>>>()? })
    }

    /// The objects that a catalog is written as.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let resources = catalog.resources.iter().map(|resource| object(&write_resource(resource))).collect();
        Self { resources, ..Self::of_head(&catalog.head) }
    }

    /// The object that a head is written as, without records.
    #[must_use]
    pub fn of_head(head: &Head) -> Self {
        Self { head: object(&write_head(head)), resources: Vec::new() }
    }

    /// The catalog as its reader sees it.
    #[must_use]
    pub fn catalog(&self) -> Catalog {
        read(self.to_json().as_bytes()).map(|(catalog, _)| catalog).unwrap_or_default()
    }

    /// The file: a record a line, the records last.
    #[must_use]
    pub fn to_json(&self) -> String {
        let head = serde_json::to_string(&self.head).unwrap_or_default();
        let mut json = head.strip_suffix('}').unwrap_or(&head).to_owned();
        json.push_str(if self.head.is_empty() { "\"resources\":[\n" } else { ",\"resources\":[\n" });
        for (at, resource) in self.resources.iter().enumerate() {
            json.push_str(if at == 0 { "" } else { ",\n" });
            json.push_str(&serde_json::to_string(resource).unwrap_or_default());
        }
        json.push_str("\n]}\n");
        json
    }

    /// The position of the first record with an id.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.resources.iter().position(|resource| text(resource, "id") == Some(id))
    }
}

impl From<Catalog> for RawCatalog {
    /// The objects that a catalog is written as. Each record goes as soon as its object is made.
    fn from(catalog: Catalog) -> Self {
        let resources = catalog.resources.into_iter().map(|resource| object(&write_resource(&resource))).collect();
        Self { resources, ..Self::of_head(&catalog.head) }
    }
}

fn object(json: &str) -> Object {
    serde_json::from_str(json).unwrap_or_default()
}

/// The text under a key; `None` where there is none.
pub(super) fn text<'a>(object: &'a Object, key: &str) -> Option<&'a str> {
    object.get(key).and_then(Value::as_str)
}

/// Whether a value states nothing: null, a blank text, a list or an object without entries.
pub(super) fn is_blank(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(text) => text.trim().is_empty(),
        Value::Array(values) => values.iter().all(is_blank),
        Value::Object(object) => object.is_empty(),
        Value::Bool(_) | Value::Number(_) => false,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::RawCatalog;

    #[test]
    fn a_file_keeps_its_unknown_keys_and_odd_values() {
        let json = "{\"title\":\"T\",\"ours\":[1.50,{\"x\":null}],\"resources\":[\n{\"id\":\"a\",\"title\":\"A\",\"pages\":\"12\",\"z\":1e+3},\n{\"title\":\"no id\"}\n]}\n";
        let (catalog, findings) = RawCatalog::read(json.as_bytes()).unwrap();
        assert_eq!(catalog.to_json(), json);
        assert!(!findings.is_empty());
        assert_eq!((catalog.position("a"), catalog.position("b")), (Some(0), None));
        assert_eq!(catalog.catalog().resources.len(), 1);
    }

    #[test]
    fn of_a_broken_file_the_records_are_taken_that_can_be_read() {
        let (catalog, findings) =
            RawCatalog::read(br#"{"title":"T","resources":[{"id":"a","title":"A"},{"id":"b","ti"#).unwrap();
        assert_eq!((catalog.resources.len(), findings.len()), (1, 1));
        assert_eq!(RawCatalog::default().to_json(), "{\"resources\":[\n\n]}\n");
    }
}
