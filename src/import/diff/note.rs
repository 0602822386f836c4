//! The changes between two catalogs as lines, and as a note in Markdown for those who keep a list of what is new.

use std::fmt::Write as _;

use serde_json::Value;

use super::changes::{Change, Diff};
use crate::export::escape_markdown as escape;
use crate::import::raw_catalog::{Object, RawCatalog, text};
use crate::text::shortened;

/// Characters of a value that a note shows.
const SHOWN: usize = 80;

impl Diff {
    /// The changes, a line each, in plain text; `before` is the first of the two catalogs.
    #[must_use]
    pub fn lines(&self, before: &RawCatalog) -> Vec<String> {
        let name = |record: &usize| before.resources.get(*record).map(name).unwrap_or_default();
        let line = |change: &Change| match change {
            Change::Head { key, before, after } => {
                format!("catalog: {key}: {}", values(before.as_ref(), after.as_ref()))
            }
            Change::Field { record, key, before, after } => {
                format!("changed: {}: {key}: {}", name(record), values(before.as_ref(), after.as_ref()))
            }
            Change::Removed { record } => format!("removed: {}", name(record)),
            Change::Added { record, .. } => format!("added: {}", self::name(record)),
            Change::Order { .. } => "order: the records stand in another order".to_owned(),
        };
        self.changes.iter().map(line).collect()
    }

    /// A change note in Markdown: what is added, removed and changed, with the titles of the resources.
    #[must_use]
    pub fn note(&self, before: &RawCatalog) -> String {
        let title = |record: &Object| escape(text(record, "title").unwrap_or("(no title)"));
        let old = |record: &usize| before.resources.get(*record).map(title).unwrap_or_default();
        let mut sections: [(&str, Vec<String>); 4] = [
            ("Added", Vec::new()),
            ("Removed", Vec::new()),
            ("Changed", Vec::new()),
            ("The catalog itself", Vec::new()),
        ];
        let mut last = None;
        for change in &self.changes {
            match change {
                Change::Added { record, .. } => sections[0].1.push(format!("- {}", title(record))),
                Change::Removed { record } => sections[1].1.push(format!("- {}", old(record))),
                Change::Field { record, key, before, after } => {
                    if last.replace(*record) != Some(*record) {
                        sections[2].1.push(format!("- {}", old(record)));
                    }
                    sections[2].1.push(format!(
                        "  - {}: {}",
                        escape(key),
                        escape(&values(before.as_ref(), after.as_ref()))
                    ));
                }
                Change::Head { key, before, after } => {
                    sections[3].1.push(format!(
                        "- {}: {}",
                        escape(key),
                        escape(&values(before.as_ref(), after.as_ref()))
                    ));
                }
                Change::Order { .. } => sections[3].1.push("- The resources stand in another order.".to_owned()),
            }
        }
        let mut note = String::from("# Changes\n");
        for (heading, lines) in sections.iter().filter(|(_, lines)| !lines.is_empty()) {
            let n = lines.iter().filter(|line| line.starts_with("- ")).count();
            let _ = write!(note, "\n## {heading} ({n})\n\n{}\n", lines.join("\n"));
        }
        if self.changes.is_empty() {
            note.push_str("\nNothing changed.\n");
        }
        note
    }
}

/// A record by its id and its title.
fn name(record: &Object) -> String {
    let of = |key: &str| text(record, key).unwrap_or_default().to_owned();
    format!("{} “{}”", of("id"), shortened(&of("title"), SHOWN))
}

/// A value and the one that takes its place.
fn values(before: Option<&Value>, after: Option<&Value>) -> String {
    match (before.map(shown), after.map(shown)) {
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (None, Some(after)) => format!("now {after}"),
        (Some(before), None) => format!("no longer {before}"),
        (None, None) => String::new(),
    }
}

/// A value as a person reads it: texts without quotation marks, lists with commas, long ones cut.
fn shown(value: &Value) -> String {
    let text = match value {
        Value::String(text) => text.clone(),
        Value::Array(values) if values.iter().all(|value| !value.is_object() && !value.is_array()) => {
            values.iter().map(shown).collect::<Vec<String>>().join(", ")
        }
        other => other.to_string(),
    };
    shortened(&text, SHOWN).into_owned()
}
