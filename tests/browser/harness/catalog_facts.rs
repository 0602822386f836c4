//! What the shipped catalog says, worked out from its JSON alone: the page has to agree with it.

use std::fs;
use std::path::Path;

use serde_json::Value;

pub(crate) struct Known {
    pub(crate) catalog: Value,
}

impl Known {
    pub(crate) fn read() -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/catalog.json");
        Self { catalog: serde_json::from_slice(&fs::read(file).unwrap()).unwrap() }
    }

    pub(crate) fn resources(&self) -> &[Value] {
        self.catalog["resources"].as_array().unwrap()
    }

    pub(crate) fn n_resources(&self) -> usize {
        self.resources().len()
    }

    /// How many resources have the theme or one of its children.
    pub(crate) fn n_with_theme(&self, theme: &str) -> usize {
        let is_within = |id: &Value| id == theme || self.term("themes", id)["parent"] == theme;
        self.resources().iter().filter(|resource| texts(resource, "themes").any(is_within)).count()
    }

    /// The words that readers see for the values of a resource's field.
    pub(crate) fn labels(&self, resource: &Value, field: &str, vocabulary: &str) -> Vec<String> {
        texts(resource, field).map(|id| self.term(vocabulary, id)["label"].as_str().unwrap().to_owned()).collect()
    }

    fn term(&self, vocabulary: &str, id: &Value) -> &Value {
        let terms = self.catalog["vocabulary"][vocabulary].as_array().unwrap();
        terms.iter().find(|term| term["id"] == *id).unwrap_or(&Value::Null)
    }
}

/// The values of a field, whether it holds one, several or none.
pub(crate) fn texts<'a>(resource: &'a Value, field: &str) -> impl Iterator<Item = &'a Value> {
    let value = &resource[field];
    let one = value.is_string().then_some(value);
    value.as_array().into_iter().flatten().chain(one)
}
