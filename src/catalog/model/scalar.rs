//! Single values of JSON as texts.

use serde_json::Value;

/// A text, number or truth value as text; a whole number without the zeros behind its point.
pub(in crate::catalog) fn scalar(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => {
            let text = number.to_string();
            let whole = text.split_once('.').filter(|(_, places)| places.bytes().all(|digit| digit == b'0'));
            Some(whole.map_or(text.clone(), |(whole, _)| whole.to_owned()))
        }
        Value::Bool(yes) => Some(yes.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}
