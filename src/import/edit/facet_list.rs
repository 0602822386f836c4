//! The facets of a catalog as a curator arranges them.

use serde_json::Value;

use crate::facet::built_in_keys;
use crate::import::raw_catalog::{RawCatalog, text};

/// A facet that readers may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FacetChoice {
    /// Its key; of an own field its id.
    pub key: String,
    /// What an own field is called.
    pub label: Option<String>,
    /// Whether readers see it.
    pub is_shown: bool,
}

/// The facets in the order in which readers see them; those that are hidden, too.
#[must_use]
pub fn facet_choices(catalog: &RawCatalog) -> Vec<FacetChoice> {
    let facets = catalog.head.get("facets");
    let named = |key: &str| -> Vec<&str> {
        let list = facets.and_then(|facets| facets.get(key)).and_then(Value::as_array);
        list.into_iter().flatten().filter_map(Value::as_str).collect()
    };
    let (hidden, order) = (named("hidden"), named("order"));
    let built_in =
        built_in_keys().map(|key| FacetChoice { key: key.to_owned(), label: None, is_shown: !hidden.contains(&key) });
    let fields = catalog.head.get("fields").and_then(Value::as_array).into_iter().flatten();
    let own =
        fields.filter_map(Value::as_object).filter(|field| text(field, "kind") != Some("text")).filter_map(|field| {
            let id = text(field, "id")?;
            let label = Some(text(field, "label").unwrap_or(id).to_owned());
            let is_shown = field.get("filter").and_then(Value::as_bool).unwrap_or_default();
            Some(FacetChoice { key: id.to_owned(), label, is_shown })
        });
    let mut choices: Vec<FacetChoice> = built_in.into_iter().chain(own).collect();
    choices.sort_by_key(|choice| order.iter().position(|key| *key == choice.key).unwrap_or(order.len()));
    choices
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::facet_choices;
    use crate::import::{Draft, Edit, RawCatalog};

    #[test]
    fn facets_are_hidden_and_ordered_by_edits() {
        let json = r#"{"title":"T","fields":[{"id":"shelf","label":"Shelf","kind":"terms"},{"id":"note","label":"N","kind":"text"}],"resources":[]}"#;
        let mut draft = Draft::new(RawCatalog::read(json.as_bytes()).unwrap().0);
        let of = |draft: &Draft| {
            facet_choices(draft.catalog()).into_iter().map(|facet| (facet.key, facet.is_shown)).collect::<Vec<_>>()
        };
        assert_eq!(
            (of(&draft).len(), of(&draft)[0].clone(), of(&draft)[11].clone()),
            (12, ("theme".to_owned(), true), ("shelf".to_owned(), false))
        );
        for edit in [
            Edit::ShowFacet { facet: "shelf".to_owned(), is_shown: true },
            Edit::ShowFacet { facet: "theme".to_owned(), is_shown: false },
            Edit::OrderFacets { order: vec!["shelf".to_owned(), "year".to_owned()] },
        ] {
            draft.apply(edit).unwrap();
        }
        let first: Vec<_> = of(&draft).into_iter().take(3).collect();
        assert_eq!(first, [("shelf".to_owned(), true), ("year".to_owned(), true), ("theme".to_owned(), false)]);
    }
}
