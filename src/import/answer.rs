//! What a person states of the files of an import, and what a page is told of its columns and notes.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::column::Column;
use super::column_mapping::{ColumnMapping, Mapping};
use super::failure::Failure;
use super::note::{Kind, Note, Place};
use super::pause::finish;
use super::role::Role;
use super::values::lists::Separator;
use super::{Import, Options, read_some};
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
    /// Which number of their dates comes first: `day-month` or `month-day`.
    #[serde(default)]
    pub orders: Vec<(String, String)>,
    /// The sheets of workbooks that are read; none: those that are proposed.
    #[serde(default)]
    pub sheets: Vec<String>,
    /// The name of the encoding of texts.
    #[serde(default)]
    pub encoding: Option<String>,
    /// The sign between the cells of tables.
    #[serde(default)]
    pub delimiter: Option<char>,
    /// The line that names the columns.
    #[serde(default)]
    pub header: Option<usize>,
    /// Whether marks such as 〃 mean the value above.
    #[serde(default)]
    pub fills_dittos: bool,
    /// What the columns of an earlier version of the list became, for what is not decided here.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub earlier: Option<Mapping>,
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

    /// The mapping that these separators and orders are; a field of the catalog's own whose cells hold several values is a list of terms.
    #[must_use]
    pub fn mapping(&self) -> Mapping {
        let order = |name: &str| self.orders.iter().find(|(other, _)| other == name).map(|(_, order)| order.clone());
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
                order: order(name),
                ..ColumnMapping::default()
            }
        };
        let has_separator = |name: &str| self.separators.iter().any(|(other, _)| other == name);
        let dates = self.orders.iter().filter(|(name, _)| !has_separator(name)).map(|(name, order)| ColumnMapping {
            name: name.clone(),
            order: Some(order.clone()),
            ..ColumnMapping::default()
        });
        Mapping { columns: self.separators.iter().map(column).chain(dates).collect() }
    }
}

/// Reads files, each with its name, as a person wishes. A file that can't be read is a note; where none can be, there is no catalog for
/// the reason of the first, in a sentence. `on_progress` is called with the share of the work that is done, from 0 to 1.
pub fn read_files(
    files: Vec<(String, Vec<u8>)>,
    wishes: &Wishes,
    on_progress: Option<fn(f64)>,
) -> Result<Import, String> {
    finish(read_files_in_parts(files, wishes.clone(), on_progress))
}

/// Reads files as [`read_files`] does, a part of the work at a time: see [`Sliced`](super::Sliced).
pub async fn read_files_in_parts(
    files: Vec<(String, Vec<u8>)>,
    wishes: Wishes,
    on_progress: Option<fn(f64)>,
) -> Result<Import, String> {
    let options = Options {
        sheets: wishes.sheets.clone(),
        roles: wishes.roles(),
        mapping: wishes.mapping(),
        earlier: wishes.earlier.clone().unwrap_or_default(),
        encoding: wishes.encoding.clone(),
        delimiter: wishes.delimiter,
        header: wishes.header,
        fills_dittos: wishes.fills_dittos,
        on_progress,
    };
    let (names, contents): (Vec<String>, Vec<Vec<u8>>) = files.into_iter().unzip();
    let files = names.iter().map(String::as_str).zip(contents.into_iter().map(Cow::Owned)).collect();
    let mut failures = Vec::new();
    let fail = &mut |at: usize, failure| {
        failures.push((at, failure));
        true
    };
    let mut import = read_some(files, &options, fail).await;
    let note = |(at, failure): &(usize, Failure)| {
        let place = Place { file: names.get(*at).cloned(), ..Place::default() };
        Note::new(Kind::LeftOut, "file", place, format!("the file is left out: {failure}"))
    };
    match &failures[..] {
        [(_, only)] if names.len() == 1 => Err(only.to_string()),
        [first, ..] if failures.len() == names.len() => Err(note(first).text),
        _ => {
            import.report.notes.splice(0..0, failures.iter().map(note));
            Ok(import)
        }
    }
}

impl From<Column> for ColumnAnswer {
    fn from(column: Column) -> Self {
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
        Self {
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
}

impl From<&Note> for NoteAnswer {
    fn from(note: &Note) -> Self {
        let kind = match note.kind {
            Kind::LeftOut => 0,
            Kind::Warning => 1,
            Kind::NotPublished => 2,
            Kind::Guess => 3,
        };
        let sheet: Vec<&str> =
            [&note.place.file, &note.place.sheet].into_iter().flatten().map(String::as_str).collect();
        let sheet = (!sheet.is_empty()).then(|| sheet.join(", "));
        Self { kind, sheet, line: note.place.line, column: note.place.column.clone(), text: note.text.clone() }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{ColumnAnswer, NoteAnswer, Wishes};
    use crate::import::Import;

    const TABLE: &str = "Title,Shelf,Topics\nLantern Atlas,7,maps/light\nGrain,9,food/fields\n";

    fn read_files(files: &[(&str, &[u8])], wishes: &Wishes) -> Import {
        let files = files.iter().map(|(name, bytes)| ((*name).to_owned(), bytes.to_vec())).collect();
        super::read_files(files, wishes, None).unwrap()
    }

    fn json(import: &Import) -> String {
        serde_json::to_string(&import.catalog).unwrap()
    }

    fn pair(name: &str, word: &str) -> (String, String) {
        (name.to_owned(), word.to_owned())
    }

    #[test]
    fn wishes_by_words_and_signs_are_kept() {
        let roles = vec![pair("Topics", "keywords"), pair("Shelf", "?")];
        let wishes = Wishes { roles, separators: vec![pair("Topics", "/")], ..Wishes::default() };
        let answer = read_files(&[("list.csv", TABLE.as_bytes())], &wishes);
        let columns: Vec<ColumnAnswer> = answer.report.columns.iter().cloned().map(ColumnAnswer::from).collect();
        let topics = columns.iter().find(|column| column.name == "Topics");
        assert_eq!(topics.map(|column| (column.role.as_str(), column.separator.as_str())), Some(("keywords", "/")));
        assert!(json(&answer).contains("\"keywords\":[\"maps\",\"light\"]"), "{}", json(&answer));
        assert_eq!((answer.report.n_read, answer.report.n_items), (2, 2));
    }

    #[test]
    fn an_own_field_with_a_separator_is_a_list_of_terms() {
        let wishes = Wishes { separators: vec![pair("Topics", "/")], ..Wishes::default() };
        let answer = read_files(&[("list.csv", TABLE.as_bytes())], &wishes);
        assert!(json(&answer).contains("[\"food\",\"fields\"]"), "{}", json(&answer));
    }

    #[test]
    fn a_table_is_read_as_a_person_says_that_it_is_written() {
        let read = |text: &[u8], wishes: Wishes| json(&read_files(&[("list.csv", text)], &wishes));
        let text = "List of\tnothing\nTitle\tPrice\nA\t1,5\n";
        let header = Wishes { delimiter: Some('\t'), header: Some(2), ..Wishes::default() };
        assert!(read(text.as_bytes(), header).contains("\"title\":\"A\""));
        let encoding = Wishes { encoding: Some("windows-1251".to_owned()), ..Wishes::default() };
        assert!(read(b"Title,Year\n\xe0,2010\n", encoding).contains("\"title\":\"а\""));
        let dates = Wishes { orders: vec![pair("Date", "month-day")], ..Wishes::default() };
        assert!(read(b"Title,Date\nA,01/02/2015\n", dates).contains("2015-01-02"));
    }

    #[test]
    fn marks_mean_the_value_above_where_a_person_says_so() {
        let text = "Title,Publisher,Shelf\nA,Nightwick,1\nB,〃,\nC,ditto,〃\nD,Oda,〃\n";
        let read = |fills_dittos| {
            let import = read_files(&[("list.csv", text.as_bytes())], &Wishes { fills_dittos, ..Wishes::default() });
            let publishers: Vec<String> =
                import.catalog.resources.iter().map(|resource| resource.publishers.join("; ")).collect();
            let said = import.report.notes.iter().filter(|note| note.code == "ditto").map(|note| note.text.clone());
            (publishers, said.collect::<Vec<String>>().join(" "))
        };
        assert_eq!(read(false).0, ["Nightwick", "〃", "ditto", "Oda"]);
        assert!(read(false).1.contains("kept as typed"));
        assert_eq!(read(true).0, ["Nightwick", "Nightwick", "Nightwick", "Oda"]);
        assert!(read(true).1.contains("are read as the value above"), "{}", read(true).1);
    }

    #[test]
    fn several_files_are_one_catalog_and_one_that_is_none_costs_a_note() {
        let files: [(&str, &[u8]); 3] = [
            ("a.csv", TABLE.as_bytes()),
            ("b.ris", b"TY  - BOOK\nTI  - Third\nER  - \n"),
            ("picture.csv", b"\x89PNG\r\n\x1a\n"),
        ];
        let answer = read_files(&files, &Wishes::default());
        assert_eq!(answer.report.n_items, 3);
        let notes: Vec<NoteAnswer> = answer.report.notes.iter().map(NoteAnswer::from).collect();
        let left_out = notes.iter().filter(|note| note.kind == 0).filter_map(|note| note.sheet.as_deref());
        assert_eq!(left_out.collect::<Vec<&str>>(), ["picture.csv"]);
    }

    #[test]
    fn what_is_no_list_is_answered_with_a_sentence() {
        let failure = super::read_files(vec![("a.csv".to_owned(), Vec::new())], &Wishes::default(), None).err();
        assert_eq!(failure.as_deref(), Some("the file is empty"));
    }
}
