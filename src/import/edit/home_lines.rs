//! What the first page of a catalog says, as the lines that a person edits, and back.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::edit::Edit;
use crate::import::raw_catalog::{Object, RawCatalog, is_blank};

/// What stands between label, text and address of a link.
const BETWEEN: &str = " | ";

/// A part of the first page, by its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum HomePart {
    /// What a reader finds here, in a sentence.
    Promise,
    /// Queries to try, one a line.
    Examples,
    /// Where each kind of readers goes on: `label | text | address`, one a line.
    Doors,
    /// What to read first, in the same form.
    Starts,
}

impl HomePart {
    /// All parts.
    pub const ALL: [Self; 4] = [Self::Promise, Self::Examples, Self::Doors, Self::Starts];

    /// The key in the catalog.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Promise => "promise",
            Self::Examples => "examples",
            Self::Doors => "doors",
            Self::Starts => "starts",
        }
    }

    /// The part as text.
    #[must_use]
    pub fn text(self, catalog: &RawCatalog) -> String {
        let value = catalog.head.get("home").and_then(|home| home.get(self.key()));
        match (self, value) {
            (_, None) => String::new(),
            (Self::Promise, Some(value)) => local(value).to_owned(),
            (Self::Examples, Some(value)) => lines(value, |value| local(value).to_owned()),
            (Self::Doors | Self::Starts, Some(value)) => lines(value, link),
        }
    }

    /// The command that makes the part what a text is; `None` where it is that. A line that is not changed stays what it was, with its
    /// other languages.
    #[must_use]
    pub fn edit(self, catalog: &RawCatalog, written: &str) -> Option<Edit> {
        if written.trim() == self.text(catalog).trim() {
            return None;
        }
        let mut home: Object = catalog.head.get("home").and_then(Value::as_object).cloned().unwrap_or_default();
        let old = home.get(self.key()).cloned().unwrap_or_default();
        let shown: fn(&Value) -> String = match self {
            Self::Promise | Self::Examples => |value| local(value).to_owned(),
            Self::Doors | Self::Starts => link,
        };
        let entry = |line: &str| {
            let same = old.as_array().into_iter().flatten().find(|value| shown(value) == line);
            same.cloned().unwrap_or_else(|| match self {
                Self::Promise | Self::Examples => line.into(),
                Self::Doors | Self::Starts => link_of(line),
            })
        };
        let value = if self == Self::Promise {
            Value::from(written.trim())
        } else {
            Value::Array(written.lines().map(str::trim).filter(|line| !line.is_empty()).map(entry).collect())
        };
        home.insert(self.key().to_owned(), value);
        home.retain(|_, value| !is_blank(value));
        let value = if home.is_empty() { Value::Null } else { Value::Object(home) };
        Some(Edit::SetHead { key: "home".to_owned(), value })
    }
}

/// A text, of several languages that of the first.
fn local(value: &Value) -> &str {
    let first = || value.as_object().and_then(|texts| texts.values().next()).and_then(Value::as_str);
    value.as_str().or_else(first).unwrap_or_default()
}

fn lines(value: &Value, line: fn(&Value) -> String) -> String {
    value.as_array().into_iter().flatten().map(line).collect::<Vec<String>>().join("\n")
}

/// A link as a line.
fn link(value: &Value) -> String {
    let of = |key: &str| value.get(key).map(local).unwrap_or_default().to_owned();
    let parts = [of("label"), of("text"), of("address")];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<String>>().join(BETWEEN)
}

/// The link that a line is: its last part is the address, what stands between label and address is the text.
fn link_of(line: &str) -> Value {
    let parts: Vec<&str> = line.split('|').map(str::trim).collect();
    let mut object = Map::new();
    object.insert("label".to_owned(), json!(parts.first().copied().unwrap_or_default()));
    if parts.len() > 2 {
        object.insert("text".to_owned(), json!(parts[1..parts.len() - 1].join(BETWEEN)));
    }
    object.insert("address".to_owned(), json!(if parts.len() > 1 { parts[parts.len() - 1] } else { "#/?view=list" }));
    Value::Object(object)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::HomePart;
    use crate::import::{Draft, RawCatalog};

    #[test]
    fn lines_become_the_first_page_and_stay_what_they_were() {
        let json = r##"{"title":"T","home":{"promise":"All of it","doors":[{"label":{"en":"Teachers","es":"Docentes"},"address":"#/?audience=t"}]},"resources":[]}"##;
        let mut draft = Draft::new(RawCatalog::read(json.as_bytes()).unwrap().0);
        assert_eq!(
            HomePart::ALL.map(|part| part.text(draft.catalog())),
            ["All of it", "", "Teachers | #/?audience=t", ""]
        );
        for part in HomePart::ALL {
            assert_eq!(part.edit(draft.catalog(), &part.text(draft.catalog())), None);
        }
        let written = "Teachers | #/?audience=t\n\nLeaders | For those who lead | #/?audience=l";
        draft.apply(HomePart::Doors.edit(draft.catalog(), written).unwrap()).unwrap();
        assert_eq!(draft.catalog().head["home"]["doors"][0]["label"]["es"], "Docentes");
        assert_eq!(draft.catalog().head["home"]["doors"][1]["text"], "For those who lead");
        assert_eq!(HomePart::Doors.text(draft.catalog()), written.replace("\n\n", "\n"));
        for part in [HomePart::Promise, HomePart::Doors] {
            draft.apply(part.edit(draft.catalog(), "").unwrap()).unwrap();
        }
        assert_eq!(draft.catalog().head.get("home"), None);
    }
}
