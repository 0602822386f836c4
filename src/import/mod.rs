//! From the files of others to a catalog: bytes in, catalog and report out.
//!
//! | module | what it does |
//! | --- | --- |
//! | `detect`, `encoding` | which format it is, by its content; from bytes to text |
//! | `tables`, `workbook` | the rows of tables: text and workbooks, which row names the columns |
//! | `references`, `json` | the entries of other formats, and what lists of references have in common |
//! | `own` | catalogs of our own format |
//! | `source`, `cell_text`, `blocks` | what all of these give: items, fields, values as text, notes |
//! | `prepare`, `fill`, `name_columns` | cells without markup and formulas, blanks that hold the value above, names in two columns |
//! | `column`, `column_mapping` | what a column becomes, and that as it is kept for the next version of a sheet |
//! | `mapping`, `names`, `role` | which field becomes what, by its name and its values |
//! | `values` | what one text holds: dates, numbers, addresses, lists, names, text without markup |
//! | `build`, `terms`, `slug` | the records, the vocabulary, the own fields, ids |
//! | `raw_catalog`, `edit` | a catalog as its JSON objects, and editing it |
//! | `diff`, `merge`, `comparison` | two catalogs beside each other: what differs, one added to the other, what of it is chosen |
//! | `proposals` | tags that are nearly equal, with the edit that makes one of them |
//! | `identifiers`, `duplicates`, `quality`, `remarks` | records that seem to be one; what is missing, nearly equal, uneven |
//! | `suggest` | themes for records that have none |
//! | `pause` | where all of this can be interrupted, so that a page without a worker does not stand still |
//! | `note`, `report`, `failure` | what was read, left out and guessed; why there is no catalog |
//! | `answer` | what a person states of the files, and what a page is told of columns and notes |
//!
//! One row that can't be read never costs the others, and none is left out without a note.

mod answer;
mod blocks;
mod build;
mod cell_text;
mod column;
mod column_mapping;
mod comparison;
mod detect;
mod diff;
mod duplicates;
mod edit;
mod encoding;
mod failure;
mod fill;
mod identifiers;
mod json;
mod mapping;
mod merge;
mod name_columns;
mod names;
mod note;
mod own;
mod pause;
mod prepare;
mod proposals;
mod quality;
mod raw_catalog;
mod references;
mod remarks;
mod report;
mod role;
mod slug;
mod source;
mod suggest;
mod tables;
mod terms;
mod values;
mod workbook;

pub use answer::{ColumnAnswer, NoteAnswer, Wishes, read_files, read_files_in_parts};
pub use cell_text::CellText;
pub use column::Column;
pub use column_mapping::{ColumnMapping, KEPT_MAPPING, Mapping};
pub use comparison::{Choice, Comparison, Difference, compare};
pub use detect::Format;
pub use diff::{Change, Diff, Pair, diff};
pub use duplicates::Common;
pub use edit::{
    Draft, Edit, EditField, FacetChoice, HomePart, LOGO_BYTES, Refusal, Replayed, SavedDraft, Tag, edit_fields,
    facet_choices, has_terms, record_words, replay, tag_lists, tags,
};
pub use failure::Failure;
pub use merge::{Merge, NotTaken, merge};
pub use note::{Kind, Note, Place};
pub use pause::Sliced;
pub use proposals::{Proposal, proposals};
pub use quality::{Quality, Spread};
pub use raw_catalog::{Object, RawCatalog};
pub use remarks::{Remark, remarks};
pub use report::Report;
pub use role::Role;
pub use source::{Cell, Field, FieldIdx, Item, Source};
pub use suggest::{Suggestion, ThemeSuggester, suggest_themes};
pub use values::dates::DayOrder;
pub use values::lists::Separator;

use std::borrow::Cow;

use crate::catalog::Catalog;

/// The share of the work that is done when the rows are there.
const TAKEN_APART: f64 = 0.2;

/// A catalog, and how it came about.
#[derive(Debug, Clone)]
pub struct Import {
    /// The catalog.
    pub catalog: Catalog,
    /// What was read, left out and guessed.
    pub report: Report,
}

/// What a person decided beforehand.
#[derive(Debug, Clone, Default)]
pub struct Options {
    /// Sheets of a workbook by their names; empty: those that are proposed.
    pub sheets: Vec<String>,
    /// What columns become, by their names.
    pub roles: Vec<(String, Role)>,
    /// What columns become, with more than their roles; `roles` count before it.
    pub mapping: Mapping,
    /// What the columns of an earlier version of the source became; the others count before it.
    pub earlier: Mapping,
    /// The encoding of a text, by its name.
    pub encoding: Option<String>,
    /// The sign between the cells of a table; one of ASCII.
    pub delimiter: Option<char>,
    /// The line, or the row of a sheet, that names the columns, from 1.
    pub header: Option<usize>,
    /// Whether marks such as 〃 mean the value above.
    pub fills_dittos: bool,
    /// What is called with the share of the work that is done, from 0 to 1.
    pub on_progress: Option<fn(f64)>,
}

impl Options {
    /// Says how much of the work is done.
    fn progress(&self, share: f64) {
        if let Some(on_progress) = self.on_progress {
            on_progress(share);
        }
    }
}

/// A file with its name. Bytes that are given away go as soon as they are read: of a large file, they and the catalog are not there together.
pub type NamedFile<'a> = (&'a str, Cow<'a, [u8]>);

/// Makes a catalog of a file: its name gives the title where nothing else does.
pub fn read(name: &str, bytes: &[u8], options: &Options) -> Result<Import, Failure> {
    read_all(vec![(name, bytes.into())], options).map_err(|(_, failure)| failure)
}

/// Makes one catalog of several files; the failure of one is stated with its position. Catalogs of our own format among them are merged with
/// what comes of the others ([`merge`]).
pub fn read_all(files: Vec<NamedFile<'_>>, options: &Options) -> Result<Import, (usize, Failure)> {
    let mut failed = None;
    let fail = &mut |at, failure| {
        failed = Some((at, failure));
        false
    };
    let import = pause::finish(read_some(files, options, fail));
    failed.map_or(Ok(import), Err)
}

/// Makes one catalog of those of several files that can be read. `fail` is told which can't, and says whether the others are to be read.
async fn read_some(
    files: Vec<NamedFile<'_>>,
    options: &Options,
    fail: &mut dyn FnMut(usize, Failure) -> bool,
) -> Import {
    let is_asked = !options.roles.is_empty() || !options.mapping.columns.is_empty();
    let (mut own, mut tables, mut names) = (Vec::new(), Vec::new(), Vec::new());
    for (at, (name, bytes)) in files.into_iter().enumerate() {
        let text = Some(&*bytes).filter(|bytes| !is_asked && own::may_be(bytes));
        if let Some((catalog, report)) = text.and_then(|text| own::catalog(std::str::from_utf8(text).ok()?)) {
            own.push((name, Import { catalog, report }));
            names.push(name);
            continue;
        }
        match sources_of(bytes, options).await {
            Ok(sources) => {
                tables.push((name, sources));
                names.push(name);
            }
            Err(failure) => {
                if !fail(at, failure) {
                    return joined([]).await;
                }
            }
        }
    }
    options.progress(TAKEN_APART);
    let mut imports = own;
    if !tables.is_empty() || imports.is_empty() {
        imports.push((names.first().copied().unwrap_or_default(), build(tables, options, names.len() > 1).await));
    }
    joined(imports).await
}

/// The catalog of the items of some files. With several of them, notes name the file.
async fn build(files: Vec<(&str, (Format, Vec<Source<'_>>))>, options: &Options, has_several: bool) -> Import {
    let format = files.first().map_or(Format::Delimited, |(_, (format, _))| *format);
    let first = files.first().map_or("", |(name, _)| *name);
    let mut builder = build::Builder::new(files.iter().any(|(_, (_, sources))| sources.len() > 1));
    let (mut columns, mut notes, mut n_read, mut title) = (Vec::new(), Vec::new(), 0, None);
    for (name, (_, sources)) in files {
        let file = has_several.then(|| name.to_owned());
        for mut source in sources {
            source.items.iter_mut().for_each(Item::sort);
            pause::pause().await;
            let kept = options.mapping.clone().over(&options.earlier);
            let emptied = name_columns::join(&mut source, &options.roles, &kept);
            let links = prepare::prepare(&mut source, options.fills_dittos).await;
            let mut mapped = mapping::map(&mut source, &options.roles, &kept).await;
            pause::pause().await;
            fill::fill(&mut source, &mapped);
            pause::pause().await;
            source.items.iter_mut().for_each(|item| item.place.file.clone_from(&file));
            let n_before = builder.notes.len();
            source.notes.iter_mut().for_each(|note| note.place.file.clone_from(&file));
            n_read += source.n_read;
            title = title.or(source.title.take());
            notes.append(&mut source.notes);
            options.progress(build::MAPPED);
            builder.add(source, &mapped, &links, options.on_progress.unwrap_or(|_| {})).await;
            // A mapping that is kept of it would keep the names apart.
            emptied.map(|field| mapped.remove(field));
            builder.notes[n_before..].iter_mut().for_each(|note| note.place.file.clone_from(&file));
            columns.extend(mapped);
        }
    }
    notes.append(&mut builder.notes);
    let title = title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| stem(first));
    let (catalog, places) = builder.into_catalog(&title);
    notes.extend(duplicates::notes(&catalog, &places).await);
    if catalog.resources.is_empty() {
        notes.push(Note::new(Kind::Warning, "no-items", Place::default(), "no items were found in it"));
    }
    let key = |note: &Note| (note.kind, note.place.file.clone(), note.place.sheet.clone(), note.place.line);
    notes.sort_by_cached_key(key);
    let report = Report { format, n_read, n_items: catalog.resources.len(), columns, notes };
    Import { catalog, report }
}

/// Several imports in one: the first, with the others merged into it.
async fn joined<'a>(imports: impl IntoIterator<Item = (&'a str, Import)>) -> Import {
    let mut imports = imports.into_iter();
    let Some((_, mut first)) = imports.next() else {
        return build(Vec::new(), &Options::default(), false).await;
    };
    for (name, import) in imports {
        let merged = merge(&RawCatalog::of(&first.catalog), &RawCatalog::of(&import.catalog), false);
        let place = || Place { file: Some(name.to_owned()), ..Place::default() };
        let text = format!("{} new, {} met an earlier one", merged.added.len(), merged.met.len());
        first.report.notes.push(Note::new(Kind::Guess, "merged", place(), text));
        for of in &merged.not_taken {
            let text = format!("{}: {} is not taken, as another value is stated", of.key, of.offered);
            first.report.notes.push(Note::new(Kind::Warning, "not-taken", place(), text));
        }
        first.catalog = merged.catalog.catalog();
        first.report.n_read += import.report.n_read;
        first.report.columns.extend(import.report.columns);
        first.report.notes.extend(import.report.notes);
        first.report.notes.sort_by_key(|note| note.kind);
        first.report.n_items = first.catalog.resources.len();
    }
    first
}

/// The name of a file without its folder and ending.
fn stem(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    if stem.is_empty() { "Catalog".to_owned() } else { stem.to_owned() }
}

/// Whether the beginning of a large file shows that nothing can be read of it: it is no text, or in a format that is not read.
pub fn is_hopeless(beginning: &[u8]) -> bool {
    match detect::container(beginning) {
        Some(Format::Workbook | Format::Empty) => false,
        Some(_) => true,
        None => encoding::decode(beginning, None).is_some_and(|decoded| detect::is_binary(&decoded.text)),
    }
}

/// The items of a file: those of each sheet of a workbook by themselves.
pub fn sources<'a>(bytes: &'a [u8], options: &Options) -> Result<(Format, Vec<Source<'a>>), Failure> {
    pause::finish(sources_of(bytes.into(), options))
}

async fn sources_of<'a>(bytes: Cow<'a, [u8]>, options: &Options) -> Result<(Format, Vec<Source<'a>>), Failure> {
    match detect::container(&bytes) {
        Some(Format::Workbook) => {
            return Ok((Format::Workbook, workbook::read(&bytes, &options.sheets, options.header)?));
        }
        Some(format) => return Err(Failure::Format(format)),
        None => {}
    }
    let asked = options.encoding.as_deref();
    let decoded = match bytes {
        Cow::Borrowed(bytes) => encoding::decode(bytes, asked),
        Cow::Owned(bytes) => encoding::decode_owned(bytes, asked).await,
    };
    let decoded = decoded.ok_or_else(|| Failure::Encoding(asked.unwrap_or_default().to_owned()))?;
    let (format, mut source) = match decoded.text {
        Cow::Borrowed(text) => of_text(text, options).await?,
        Cow::Owned(text) => {
            let (format, source) = of_text(&text, options).await?;
            let blocks = blocks::Blocks::of(source, &text);
            pause::pause().await;
            (format, blocks.cut(text).await)
        }
    };
    if decoded.is_guess {
        let text = format!("the text seems to be in the encoding {}", decoded.encoding);
        source.note(Kind::Guess, "encoding", Place::default(), text);
    }
    if decoded.is_damaged {
        let how =
            if decoded.encoding == "UTF-8" && decoded.is_guess { "read as Windows-1252" } else { "shown as \u{fffd}" };
        let text = format!("some bytes mean nothing in {} and are {how}", decoded.encoding);
        source.note(Kind::Warning, "damaged", Place::default(), text);
    }
    Ok((format, vec![source]))
}

/// The items of a text.
async fn of_text<'a>(text: &'a str, options: &Options) -> Result<(Format, Source<'a>), Failure> {
    // Who states how a table is written says that it is one.
    let is_table = options.delimiter.is_some() || options.header.is_some();
    let format = if is_table { Format::Delimited } else { detect::of_text(text) };
    let source = match format {
        Format::Json => json::read(text),
        Format::BibTex => references::bibtex::read(text),
        Format::Ris => references::ris::read(text),
        Format::Delimited => {
            let table = tables::delimited::read(text, options.delimiter).await;
            tables::header::read(table, options.header).await
        }
        _ => return Err(Failure::Format(format)),
    };
    Ok((format, source))
}
