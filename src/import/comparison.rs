//! A catalog beside another, as choices: what the other has that this one lacks or states otherwise, and what only this one has. The chosen
//! ones are one command, which undo takes back together.

use serde_json::Value;

use super::duplicates::Common;
use super::edit::{Edit, edit_fields};
use super::merge::{Merge, merge};
use super::raw_catalog::{RawCatalog, text};
use crate::catalog::{HashMap, HashSet};

/// What a choice does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Choice {
    /// A record that only the other catalog has is added.
    Add,
    /// A value that a record lacks is filled in.
    Fill,
    /// A value is replaced by that of the other catalog.
    Replace,
    /// A record that only this catalog has is deleted.
    Delete,
    /// A member of the head is set.
    Head,
}

impl Choice {
    /// All of them, in the order in which they stand.
    pub const ALL: [Self; 5] = [Self::Add, Self::Fill, Self::Replace, Self::Delete, Self::Head];
}

/// A difference between two catalogs, which can be chosen.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// What it does.
    pub choice: Choice,
    /// Title of the record; blank where the head is meant.
    pub title: String,
    /// The key, of an own field its id behind `extra.`; blank where a whole record is meant.
    pub key: String,
    /// The value here, as a person reads it.
    pub here: Option<String>,
    /// The value there.
    pub there: Option<String>,
    /// What the two records have in common.
    pub by: Option<Common>,
    edit: Edit,
}

/// The differences between two catalogs.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// The differences, by what they do.
    pub differences: Vec<Difference>,
    /// The terms and own fields that the values of the other catalog need.
    words: Vec<Edit>,
}

/// Compares a catalog with another.
#[must_use]
pub fn compare(here: &RawCatalog, there: &RawCatalog) -> Comparison {
    let merged = merge(here, there, true);
    let mut differences = Vec::new();
    for at in &merged.added {
        let record = merged.catalog.resources[*at].clone();
        let title = text(&record, "title").unwrap_or_default().to_owned();
        differences.push(Difference::of_record(Choice::Add, title, Edit::AddRecord { at: usize::MAX, record }));
    }
    differences.extend(of_values(here, &merged));
    let met: HashSet<usize> = merged.met.iter().map(|(at, _)| *at).collect();
    for (at, record) in here.resources.iter().enumerate().filter(|(at, _)| !met.contains(at)) {
        let title = text(record, "title").unwrap_or_default().to_owned();
        differences.push(Difference::of_record(Choice::Delete, title, Edit::DeleteRecord { record: at }));
    }
    let mut words = Vec::new();
    for (key, value) in merged.catalog.head.iter().filter(|(key, value)| here.head.get(*key) != Some(value)) {
        let edit = Edit::SetHead { key: key.clone(), value: value.clone() };
        if ["vocabulary", "fields"].contains(&key.as_str()) {
            words.push(edit);
        } else if key != "id" {
            let written = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let (here, there) = (here.head.get(key).map(written), Some(written(value)));
            let of = Difference::of_record(Choice::Head, String::new(), edit);
            differences.push(Difference { key: key.clone(), here, there, ..of });
        }
    }
    differences.sort_by_key(|difference| difference.choice);
    Comparison { differences, words }
}

/// The values that records lack, or state otherwise.
fn of_values(here: &RawCatalog, merged: &Merge) -> Vec<Difference> {
    let met: HashMap<usize, Common> = merged.met.iter().copied().collect();
    let fields = edit_fields(&merged.catalog);
    let filled = merged.filled.iter().map(|(at, key)| (Choice::Fill, *at, key));
    let replaced = merged.replaced.iter().filter_map(|of| Some((Choice::Replace, of.record?, &of.key)));
    let difference = |(choice, at, key): (Choice, usize, &String)| {
        let own = key.strip_prefix("extra.");
        let record = &merged.catalog.resources[at];
        let value = own.map_or_else(|| record.get(key), |field| record.get("extra")?.get(field));
        let value = value.cloned().unwrap_or_default();
        let edit = match own {
            Some(field) => Edit::SetOwnValue { record: at, field: field.to_owned(), value },
            None => Edit::SetValue { record: at, key: key.clone(), value },
        };
        let field = fields.iter().find(|of| of.label.is_some() == own.is_some() && of.key == own.unwrap_or(key));
        // What the reader does not know stands as it is written.
        let shown = |catalog: &RawCatalog| match field {
            Some(field) => field.text(catalog, at),
            None => {
                catalog.resources.get(at).and_then(|record| record.get(key)).map(Value::to_string).unwrap_or_default()
            }
        };
        let title = here.resources.get(at).and_then(|record| text(record, "title")).unwrap_or_default().to_owned();
        let stated = (choice == Choice::Replace).then(|| shown(here));
        let (there, by) = (Some(shown(&merged.catalog)), met.get(&at).copied());
        Difference { key: key.clone(), here: stated, there, by, ..Difference::of_record(choice, title, edit) }
    };
    filled.chain(replaced).map(difference).collect()
}

impl Difference {
    /// A difference of a whole record.
    fn of_record(choice: Choice, title: String, edit: Edit) -> Self {
        Self { choice, title, key: String::new(), here: None, there: None, by: None, edit }
    }
}

impl Comparison {
    /// The chosen differences, by their positions, as one command; `None` where none is chosen.
    #[must_use]
    pub fn edit(&self, is_chosen: &dyn Fn(usize) -> bool) -> Option<Edit> {
        let chosen =
            || self.differences.iter().enumerate().filter(|(at, _)| is_chosen(*at)).map(|(_, difference)| difference);
        chosen().next()?;
        let of = |is: fn(Choice) -> bool| chosen().filter(move |of| is(of.choice)).map(|of| of.edit.clone());
        let needs_words = chosen().any(|of| matches!(of.choice, Choice::Add | Choice::Fill | Choice::Replace));
        let mut edits: Vec<Edit> = if needs_words { self.words.clone() } else { Vec::new() };
        // Records go by their positions: those that are deleted go last, the last of them first.
        edits.extend(of(|choice| choice != Choice::Delete));
        edits.extend(of(|choice| choice == Choice::Delete).collect::<Vec<Edit>>().into_iter().rev());
        Some(Edit::All { edits })
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{Choice, Comparison, compare};
    use crate::import::{Common, Draft, RawCatalog};

    const HERE: &str = r#"{"title":"Here","vocabulary":{"themes":[{"id":"m","label":"Maps"}]},"resources":[
        {"id":"a","title":"Atlas","url":"https://a.example/1","themes":["m"]},{"id":"b","title":"Bells","summary":"Ours"},{"id":"z","title":"Only here"}]}"#;
    const THERE: &str = r#"{"title":"There","license":"CC0","vocabulary":{"themes":[{"id":"maps","label":"Maps"},{"id":"s","label":"Salt"}]},"resources":[
        {"id":"x","title":"An atlas","url":"http://www.a.example/1/","themes":["maps"],"published":"2014"},
        {"id":"b","title":"Bells","summary":"Theirs"},{"id":"n","title":"New","themes":["s"]}]}"#;

    fn compared() -> (RawCatalog, Comparison) {
        let of = |json: &str| RawCatalog::read(json.as_bytes()).unwrap().0;
        (of(HERE), compare(&of(HERE), &of(THERE)))
    }

    #[test]
    fn two_catalogs_differ_in_records_values_and_head() {
        let (_, compared) = compared();
        let found: Vec<_> =
            compared.differences.iter().map(|of| (of.choice, of.title.as_str(), of.key.as_str(), of.by)).collect();
        assert_eq!(
            found,
            [
                (Choice::Add, "New", "", None),
                (Choice::Fill, "Atlas", "published", Some(Common::Address)),
                (Choice::Replace, "Atlas", "title", Some(Common::Address)),
                (Choice::Replace, "Atlas", "url", Some(Common::Address)),
                (Choice::Replace, "Bells", "summary", Some(Common::Id)),
                (Choice::Delete, "Only here", "", None),
                (Choice::Head, "", "license", None),
            ]
        );
    }

    #[test]
    fn what_is_chosen_is_one_edit_with_the_words_that_it_needs() {
        let (here, compared) = compared();
        let mut draft = Draft::new(here.clone());
        let is_chosen =
            |at: usize| matches!(compared.differences[at].choice, Choice::Add | Choice::Fill | Choice::Delete);
        draft.apply(compared.edit(&is_chosen).unwrap()).unwrap();
        let ids: Vec<_> = draft.catalog().resources.iter().map(|record| record["id"].as_str().unwrap()).collect();
        assert_eq!(ids, ["a", "b", "n"]);
        assert_eq!(draft.catalog().resources[0]["published"], "2014");
        assert_eq!(
            (draft.catalog().resources[1]["summary"].as_str(), draft.catalog().head["title"].as_str()),
            (Some("Ours"), Some("Here"))
        );
        assert_eq!(draft.catalog().head["vocabulary"]["themes"][1]["label"], "Salt");
        draft.undo();
        assert_eq!(*draft.catalog(), here);
        assert_eq!(compared.edit(&|_| false), None);
    }

    #[test]
    fn a_catalog_does_not_differ_from_itself() {
        let (here, _) = compared();
        assert_eq!(compare(&here, &here).differences, []);
    }

    #[test]
    fn terms_are_shown_by_their_labels() {
        let of = |themes: &str| {
            let json = format!(
                r#"{{"title":"T","vocabulary":{{"themes":[{{"id":"m","label":"Maps"}},{{"id":"s","label":"Salt"}}]}},
                "resources":[{{"id":"a","title":"A","themes":{themes},"authors":[{{"family":"Rivera","given":"Ana"}}]}}]}}"#
            );
            RawCatalog::read(json.as_bytes()).unwrap().0
        };
        let differences = compare(&of(r#"["m"]"#), &of(r#"["m","s"]"#)).differences;
        let shown: Vec<_> = differences.iter().map(|of| (of.here.as_deref(), of.there.as_deref())).collect();
        assert_eq!(shown, [(Some("Maps"), Some("Maps; Salt"))]);
    }
}
