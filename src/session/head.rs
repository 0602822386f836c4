//! Edits of the head of a catalog, made of what it is when they are asked for: one that follows another at once takes nothing of it back.

use serde_json::{Map, Value};

use crate::import::{Edit, RawCatalog, facet_choices};

/// The edit that makes a text of the head another one, without blanks around it; a blank one takes it away. `None` where it is so.
pub(super) fn text_edit(catalog: &RawCatalog, key: &str, text: &str) -> Option<Edit> {
    let text = text.trim();
    if text == catalog.head.get(key).and_then(Value::as_str).unwrap_or_default().trim() {
        return None;
    }
    // A catalog can't be without a title: a blank one is refused.
    let value = if text.is_empty() && key != "title" { Value::Null } else { text.into() };
    Some(Edit::SetHead { key: key.to_owned(), value })
}

/// The edit that sets a colour beside the others, or takes it away.
pub(super) fn colour_edit(catalog: &RawCatalog, key: &str, colour: Option<&str>) -> Edit {
    let mut colours: Map<String, Value> =
        catalog.head.get("colours").and_then(Value::as_object).cloned().unwrap_or_default();
    colours.shift_remove(key);
    colours.extend(colour.map(|colour| (key.to_owned(), colour.into())));
    let value = if colours.is_empty() { Value::Null } else { colours.into() };
    Edit::SetHead { key: "colours".to_owned(), value }
}

/// The edit that moves a facet one place up or down; `None` at an end.
pub(super) fn order_edit(catalog: &RawCatalog, facet: &str, is_up: bool) -> Option<Edit> {
    let mut order: Vec<String> = facet_choices(catalog).into_iter().map(|facet| facet.key).collect();
    let at = order.iter().position(|key| key == facet)?;
    let first = if is_up { at.checked_sub(1)? } else { at };
    if first + 1 == order.len() {
        return None;
    }
    order.swap(first, first + 1);
    Some(Edit::OrderFacets { order })
}
