//! The first page of a catalog, read as leniently as records are: a wrong part costs itself only.

use serde_json::{Map, Value};

use super::finding::{Expected, FindingKind, Odd, shown};
use super::keys;
use super::lenient::Taker;
use crate::catalog::model::{Home, HomeLink, LocalText, href};

/// Reads the first page from an object; `found` is called with each finding.
pub(super) fn home(mut object: Map<String, Value>, found: &mut dyn FnMut(FindingKind)) -> Home {
    let promise = object.shift_remove("promise").and_then(|value| text(value, found));
    match &promise {
        Some(LocalText::Same(text)) => placeholders(text, found),
        Some(LocalText::ByLanguage(texts)) => {
            texts.values().filter_map(Value::as_str).for_each(|text| placeholders(text, found));
        }
        None => {}
    }
    let examples = list(&mut object, "examples", found);
    let examples = examples.into_iter().filter_map(|value| text(value, found)).collect();
    let mut links = |key: &str| -> Vec<HomeLink> {
        list(&mut object, key, found).into_iter().filter_map(|value| link(value, found)).collect()
    };
    let (doors, starts) = (links("doors"), links("starts"));
    keys::slips(&object, &keys::HOME, &mut |_, kind| found(kind));
    Home { promise, examples, doors, starts, other: object }
}

/// Finds the words in braces of a text that nothing stands for: `{cuont}`.
fn placeholders(text: &str, found: &mut dyn FnMut(FindingKind)) {
    for part in text.split('{').skip(1) {
        if let Some((word, _)) = part.split_once('}').filter(|(word, _)| *word != "count") {
            found(FindingKind::Odd(Odd::Placeholder, format!("{{{word}}}")));
        }
    }
}

/// The entries of a list.
fn list(object: &mut Map<String, Value>, key: &str, found: &mut dyn FnMut(FindingKind)) -> Vec<Value> {
    match object.shift_remove(key) {
        None | Some(Value::Null) => Vec::new(),
        Some(Value::Array(values)) => values,
        Some(other) => {
            found(FindingKind::WrongType(Expected::List, shown(&other)));
            Vec::new()
        }
    }
}

/// A text, or one for each language; none where nothing is stated.
fn text(value: Value, found: &mut dyn FnMut(FindingKind)) -> Option<LocalText> {
    let mut wrong = |value: &Value| found(FindingKind::WrongType(Expected::LocalText, shown(value)));
    match value {
        Value::Null => None,
        Value::String(text) => (!text.trim().is_empty()).then(|| LocalText::Same(text.trim().to_owned())),
        Value::Object(mut texts) => {
            texts.retain(|_, text| {
                if !text.is_string() {
                    wrong(text);
                }
                text.as_str().is_some_and(|text| !text.trim().is_empty())
            });
            (!texts.is_empty()).then_some(LocalText::ByLanguage(texts))
        }
        other => {
            wrong(&other);
            None
        }
    }
}

/// A link; none where it has no label, or no address that can be one.
fn link(value: Value, found: &mut dyn FnMut(FindingKind)) -> Option<HomeLink> {
    let whole = shown(&value);
    let Value::Object(mut object) = value else {
        found(FindingKind::WrongType(Expected::HomeLink, whole));
        return None;
    };
    let label = object.shift_remove("label").and_then(|value| text(value, found));
    let line = object.shift_remove("text").and_then(|value| text(value, found));
    let address = Taker { object: &mut object, found: &mut |_, kind| found(kind) }.text("address");
    let address = address.filter(|address| address.starts_with("#/") || href(address).is_some());
    let (Some(label), Some(address)) = (label, address) else {
        found(FindingKind::WrongType(Expected::HomeLink, whole));
        return None;
    };
    keys::slips(&object, &keys::LINK, &mut |_, kind| found(kind));
    Some(HomeLink { label, text: line, address, other: object })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use crate::catalog::model::{Home, LocalText};
    use crate::catalog::read::read;

    /// Reads a first page; checks how many findings it has, that each leads to it, and that what is written is read as the same.
    #[track_caller]
    fn check(home: &str, n_findings: usize) -> Option<Home> {
        let file =
            format!("{{\"title\": \"T\",\n\"home\": {home}, \"resources\": [{{\"id\": \"a\", \"title\": \"A\"}}]}}");
        let (catalog, findings) = read(file.as_bytes()).unwrap();
        assert_eq!(findings.len(), n_findings, "{home}: {findings:?}");
        for finding in &findings {
            assert_eq!((finding.place.field.as_deref(), finding.place.line), (Some("home"), 2), "{home}");
        }
        assert_eq!(catalog.resources.len(), 1, "{home}");
        let (again, none) = read(&serde_json::to_vec(&catalog).unwrap()).unwrap();
        assert_eq!((&again.head, none.len()), (&catalog.head, 0), "{home}");
        catalog.head.home
    }

    #[test]
    fn a_first_page_is_read_and_written_and_keeps_what_is_not_known() {
        let home = check(
            r##"{"promise": {"en": "All", "es": "Todo"}, "examples": ["seat time", {"es": "tiempo"}], "later": 1,
                "doors": [{"label": "I teach", "text": "Rubrics", "address": "#/?audience=teachers", "icon": "key"}],
                "starts": [{"label": "Web", "address": "https://example.org/"}]}"##,
            0,
        );
        let home = home.unwrap();
        assert_eq!(home.promise.unwrap().in_language("es"), "Todo");
        assert_eq!(home.examples[0], LocalText::Same("seat time".to_owned()));
        assert_eq!(
            (home.doors[0].address.as_str(), home.doors[0].other["icon"].as_str()),
            ("#/?audience=teachers", Some("key"))
        );
        assert_eq!((home.starts.len(), home.other["later"].as_u64()), (1, Some(1)));
    }

    #[test]
    fn a_wrong_part_of_the_first_page_costs_itself_alone() {
        assert_eq!(check("null", 0), None);
        assert_eq!(check("7", 1), None);
        assert_eq!(check("{}", 0), Some(Home::default()));
        assert_eq!(
            check(r#"{"promise": 7, "examples": "one", "doors": {}, "starts": null}"#, 3),
            Some(Home::default())
        );
        let home = check(r#"{"examples": ["one", 7, " ", {"en": "two", "es": 2}]}"#, 2).unwrap();
        assert_eq!(home.examples.len(), 2);
        let doors = r##"{"doors": [7, {}, {"label": "A"}, {"address": "#/"}, {"label": "B", "address": "javascript:x"},
            {"label": "C", "address": "#/?view=map"}]}"##
            .replace('\n', " ");
        let home = check(&doors, 5).unwrap();
        assert_eq!(home.doors.len(), 1);
    }
}
