//! An import as JSON: what a page asks of a worker, and what it is answered.

use serde::{Deserialize, Serialize};

use super::column::Column;
use super::column_mapping::{ColumnMapping, Mapping};
use super::note::{Kind, Note, Place};
use super::role::Role;
use super::values::lists::Separator;
use super::{Import, Options, read_all};
use crate::catalog::FieldKind;

/// What a person decided of columns, by their names.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wishes {
    /// What they become: the word of a [`Role`].
    #[serde(default)]
    pub roles: Vec<(String, String)>,
    /// What stands between their values: a sign, the end of a line, or nothing.
    #[serde(default)]
    pub separators: Vec<(String, String)>,
}

/// What came of an import.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Why there is no catalog.
    pub failure: Option<String>,
    /// Rows or entries that hold anything.
    pub n_read: usize,
    /// Records of the catalog.
    pub n_items: usize,
    /// What each column became.
    pub columns: Vec<ColumnAnswer>,
    /// The notes, those that matter most first.
    pub notes: Vec<NoteAnswer>,
    /// What the catalog is called.
    pub title: String,
    /// What it says of itself.
    pub description: String,
    /// The catalog as JSON.
    pub catalog: String,
}

/// What a column became.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnAnswer {
    /// The sheet or file that it is a column of.
    pub sheet: Option<String>,
    /// Its name in the source.
    pub name: String,
    /// The word of its [`Role`].
    pub role: String,
    /// What a field of the catalog's own holds: `terms`, `number`, `date` or `text`.
    pub kind: String,
    /// Whether readers can filter by it.
    pub is_filter: bool,
    /// What stands between its values: a sign, the end of a line, or nothing.
    pub separator: String,
    /// How many items have a value.
    pub n_filled: usize,
    /// The first values.
    pub samples: Vec<String>,
}

/// One note.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteAnswer {
    /// How much it matters: the position of its [`Kind`], from 0.
    pub kind: usize,
    /// The sheet or file.
    pub sheet: Option<String>,
    /// The line or row, from 1; 0 where the whole source is meant.
    pub line: usize,
    /// The column.
    pub column: Option<String>,
    /// The sentence.
    pub text: String,
}

impl Wishes {
    /// The roles that these words name.
    #[must_use]
    pub fn roles(&self) -> Vec<(String, Role)> {
        self.roles.iter().filter_map(|(name, word)| Some((name.clone(), Role::of(word)?))).collect()
    }

    /// The mapping that these separators are; a field of the catalog's own whose cells hold several values is a list of terms.
    #[must_use]
    pub fn mapping(&self) -> Mapping {
        let column = |(name, sign): &(String, String)| {
            let separator = match sign.as_str() {
                "" => "none",
                "\n" => "line",
                sign => sign,
            };
            let is_list = !sign.is_empty();
            ColumnMapping {
                name: name.clone(),
                separator: Some(separator.to_owned()),
                kind: is_list.then(|| "terms".to_owned()),
                facet: is_list.then_some(true),
                ..ColumnMapping::default()
            }
        };
        Mapping { columns: self.separators.iter().map(column).collect() }
    }
}

/// Reads files, each with its name, as a person wishes. A file that can't be read is a note; where none can be, there is no catalog for
/// the reason of the first.
#[must_use]
pub fn read_files(files: &[(&str, &[u8])], wishes: &Wishes) -> Answer {
    let options = Options { roles: wishes.roles(), mapping: wishes.mapping(), ..Options::default() };
    let (mut files, mut failures) = (files.to_vec(), Vec::new());
    loop {
        match read_all(&files, &options) {
            Ok(mut import) => {
                import.report.notes.splice(0..0, failures);
                return answer(import);
            }
            Err((at, failure)) => {
                let name = files.get(at).map(|(name, _)| (*name).to_owned());
                let place = Place { file: name, ..Place::default() };
                failures.push(Note::new(Kind::LeftOut, "file", place, format!("the file is left out: {failure}")));
                if files.len() <= 1 {
                    let first = if failures.len() == 1 { failure.to_string() } else { failures.swap_remove(0).text };
                    return Answer { failure: Some(first), ..Answer::default() };
                }
                files.remove(at.min(files.len() - 1));
            }
        }
    }
}

/// The answer to an import.
fn answer(Import { catalog, report }: Import) -> Answer {
    Answer {
        failure: None,
        n_read: report.n_read,
        n_items: report.n_items,
        columns: report.columns.into_iter().map(column).collect(),
        notes: report.notes.into_iter().map(note).collect(),
        title: catalog.head.title.clone(),
        description: catalog.head.description.clone().unwrap_or_default(),
        catalog: serde_json::to_string(&catalog).unwrap_or_default(),
    }
}

fn column(column: Column) -> ColumnAnswer {
    let kind = match column.kind {
        FieldKind::Terms => "terms",
        FieldKind::Number => "number",
        FieldKind::Date => "date",
        FieldKind::Text => "text",
    };
    let separator = match column.separator {
        Separator::None => String::new(),
        Separator::Line => "\n".to_owned(),
        Separator::Sign(sign) => sign.to_string(),
    };
    ColumnAnswer {
        sheet: column.sheet,
        name: column.name,
        role: column.role.word().to_owned(),
        kind: kind.to_owned(),
        is_filter: column.is_filter,
        separator,
        n_filled: column.n_filled,
        samples: column.samples,
    }
}

fn note(note: Note) -> NoteAnswer {
    let kind = match note.kind {
        Kind::LeftOut => 0,
        Kind::Warning => 1,
        Kind::NotPublished => 2,
        Kind::Guess => 3,
    };
    let sheet: Vec<String> = [note.place.file, note.place.sheet].into_iter().flatten().collect();
    let sheet = (!sheet.is_empty()).then(|| sheet.join(", "));
    NoteAnswer { kind, sheet, line: note.place.line, column: note.place.column, text: note.text }
}

#[cfg(test)]
mod tests {
    use super::{Wishes, read_files};

    const TABLE: &str = "Title,Shelf,Topics\nLantern Atlas,7,maps/light\nGrain,9,food/fields\n";

    fn pair(name: &str, word: &str) -> (String, String) {
        (name.to_owned(), word.to_owned())
    }

    #[test]
    fn wishes_by_words_and_signs_are_kept() {
        let roles = vec![pair("Topics", "keywords"), pair("Shelf", "?")];
        let wishes = Wishes { roles, separators: vec![pair("Topics", "/")] };
        let answer = read_files(&[("list.csv", TABLE.as_bytes())], &wishes);
        let topics = answer.columns.iter().find(|column| column.name == "Topics");
        assert_eq!(topics.map(|column| (column.role.as_str(), column.separator.as_str())), Some(("keywords", "/")));
        assert!(answer.catalog.contains("\"keywords\":[\"maps\",\"light\"]"), "{}", answer.catalog);
        assert_eq!((answer.n_read, answer.n_items), (2, 2));
    }

    #[test]
    fn an_own_field_with_a_separator_is_a_list_of_terms() {
        let wishes = Wishes { separators: vec![pair("Topics", "/")], ..Wishes::default() };
        let answer = read_files(&[("list.csv", TABLE.as_bytes())], &wishes);
        assert!(answer.catalog.contains("[\"food\",\"fields\"]"), "{}", answer.catalog);
    }

    #[test]
    fn several_files_are_one_catalog_and_one_that_is_none_costs_a_note() {
        let files: [(&str, &[u8]); 3] = [
            ("a.csv", TABLE.as_bytes()),
            ("b.ris", b"TY  - BOOK\nTI  - Third\nER  - \n"),
            ("picture.csv", b"\x89PNG\r\n\x1a\n"),
        ];
        let answer = read_files(&files, &Wishes::default());
        assert_eq!((answer.failure, answer.n_items), (None, 3));
        let left_out = answer.notes.iter().filter(|note| note.kind == 0).filter_map(|note| note.sheet.as_deref());
        assert_eq!(left_out.collect::<Vec<&str>>(), ["picture.csv"]);
    }

    #[test]
    fn what_is_no_list_is_answered_with_a_sentence() {
        assert_eq!(read_files(&[("a.csv", b"")], &Wishes::default()).failure.as_deref(), Some("the file is empty"));
    }
}
