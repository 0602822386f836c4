//! From the files of others to a catalog: bytes in, catalog and report out.
//!
//! | module | what it does |
//! | --- | --- |
//! | `detect`, `encoding` | which format it is, by its content; from bytes to text |
//! | `tables`, `workbook` | the rows of tables: text and workbooks, which row names the columns |
//! | `references`, `json` | the entries of other formats, and what lists of references have in common |
//! | `own` | catalogs of our own format |
//! | `source` | what all of these give: items, fields, values as text, notes |
//! | `prepare`, `fill` | cells without markup and formulas, blanks that hold the value above |
//! | `column`, `column_mapping` | what a column becomes, and that as it is kept for the next version of a sheet |
//! | `mapping`, `names`, `role` | which field becomes what, by its name and its values |
//! | `values` | what one text holds: dates, numbers, addresses, lists, names, text without markup |
//! | `build`, `terms`, `slug` | the records, the vocabulary, the own fields, ids |
//! | `raw_catalog`, `edit` | a catalog as its JSON objects, and editing it |
//! | `diff`, `merge` | two catalogs beside each other: what differs, and one added to the other |
//! | `identifiers`, `duplicates`, `quality`, `remarks` | records that seem to be one; what is missing, nearly equal, uneven |
//! | `suggest` | themes for records that have none |
//! | `note`, `report`, `failure` | what was read, left out and guessed; why there is no catalog |
//! | `answer` | an import as JSON, for pages that read in a worker |
//!
//! One row that can't be read never costs the others, and none is left out without a note.

mod answer;
mod build;
mod column;
mod column_mapping;
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
mod names;
mod note;
mod own;
mod prepare;
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

pub use answer::{Answer, ColumnAnswer, NoteAnswer, Wishes, read_files};
pub use column::Column;
pub use column_mapping::{ColumnMapping, Mapping};
pub use detect::Format;
pub use diff::{Change, Diff, Pair, diff};
pub use duplicates::Common;
pub use edit::{Draft, Edit, LOGO_BYTES, Refusal, SavedDraft};
pub use failure::Failure;
pub use merge::{Merge, NotTaken, merge};
pub use note::{Kind, Note, Place};
pub use quality::{Quality, Spread};
pub use raw_catalog::{Object, RawCatalog};
pub use remarks::{Remark, remarks};
pub use report::Report;
pub use role::Role;
pub use source::{Cell, Field, FieldIdx, Item, Source};
pub use suggest::{Suggestion, ThemeSuggester, suggest_themes};
pub use values::dates::DayOrder;
pub use values::lists::Separator;

use crate::catalog::Catalog;

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
    /// What the columns of an earlier version of the source became; `roles` count before it.
    pub mapping: Mapping,
    /// The encoding of a text, by its name.
    pub encoding: Option<String>,
}

/// Makes a catalog of a file: its name gives the title where nothing else does.
pub fn read(name: &str, bytes: &[u8], options: &Options) -> Result<Import, Failure> {
    read_all(&[(name, bytes)], options).map_err(|(_, failure)| failure)
}

/// Makes one catalog of several files, each with its name; the failure of one is stated with its position. Catalogs of our own format
/// among them are merged with what comes of the others ([`merge`]).
pub fn read_all(files: &[(&str, &[u8])], options: &Options) -> Result<Import, (usize, Failure)> {
    let is_asked = !options.roles.is_empty() || !options.mapping.columns.is_empty();
    let (mut own, mut tables) = (Vec::new(), Vec::new());
    for (at, (name, bytes)) in files.iter().enumerate() {
        let text = std::str::from_utf8(bytes).ok().filter(|_| !is_asked);
        match text.and_then(own::catalog) {
            Some((catalog, report)) => own.push((*name, Import { catalog, report })),
            None => tables.push((*name, sources(bytes, options).map_err(|failure| (at, failure))?)),
        }
    }
    let has_several = files.len() > 1;
    let table = (!tables.is_empty() || own.is_empty())
        .then(|| (files.first().map_or("", |(name, _)| *name), build(tables, options, has_several)));
    Ok(joined(own.into_iter().chain(table)))
}

/// The catalog of the items of some files. With several of them, notes name the file.
fn build(files: Vec<(&str, (Format, Vec<Source>))>, options: &Options, has_several: bool) -> Import {
    let format = files.first().map_or(Format::Delimited, |(_, (format, _))| *format);
    let first = files.first().map_or("", |(name, _)| *name);
    let mut builder = build::Builder::new(files.iter().any(|(_, (_, sources))| sources.len() > 1));
    let (mut columns, mut notes, mut n_read, mut title) = (Vec::new(), Vec::new(), 0, None);
    for (name, (_, sources)) in files {
        let file = has_several.then(|| name.to_owned());
        for mut source in sources {
            source.items.iter_mut().for_each(Item::sort);
            let links = prepare::prepare(&mut source);
            let mapped = mapping::map(&mut source, &options.roles, &options.mapping);
            fill::fill(&mut source, &mapped);
            source.items.iter_mut().for_each(|item| item.place.file.clone_from(&file));
            let n_before = builder.notes.len();
            builder.add(&source, &mapped, &links);
            builder.notes[n_before..].iter_mut().for_each(|note| note.place.file.clone_from(&file));
            source.notes.iter_mut().for_each(|note| note.place.file.clone_from(&file));
            columns.extend(mapped);
            n_read += source.n_read;
            title = title.or(source.title);
            notes.extend(source.notes);
        }
    }
    notes.append(&mut builder.notes);
    let title = title.filter(|title| !title.trim().is_empty()).unwrap_or_else(|| stem(first));
    let (catalog, places) = builder.into_catalog(&title);
    notes.extend(duplicates::notes(&catalog, &places));
    if catalog.resources.is_empty() {
        notes.push(Note::new(Kind::Warning, "no-items", Place::default(), "no items were found in it"));
    }
    let key = |note: &Note| (note.kind, note.place.file.clone(), note.place.sheet.clone(), note.place.line);
    notes.sort_by_cached_key(key);
    let report = Report { format, n_read, n_items: catalog.resources.len(), columns, notes };
    Import { catalog, report }
}

/// Several imports in one: the first, with the others merged into it.
fn joined<'a>(imports: impl IntoIterator<Item = (&'a str, Import)>) -> Import {
    let mut imports = imports.into_iter();
    let Some((_, mut first)) = imports.next() else { return build(Vec::new(), &Options::default(), false) };
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

/// The items of a file: those of each sheet of a workbook by themselves.
pub fn sources(bytes: &[u8], options: &Options) -> Result<(Format, Vec<Source>), Failure> {
    match detect::container(bytes) {
        Some(Format::Workbook) => return Ok((Format::Workbook, workbook::read(bytes, &options.sheets)?)),
        Some(format) => return Err(Failure::Format(format)),
        None => {}
    }
    let asked = options.encoding.as_deref();
    let decoded = encoding::decode(bytes, asked);
    let decoded = decoded.ok_or_else(|| Failure::Encoding(asked.unwrap_or_default().to_owned()))?;
    let text = decoded.text.as_str();
    let format = detect::of_text(text);
    let mut source = match format {
        Format::Json => json::read(text),
        Format::BibTex => references::bibtex::read(text),
        Format::Ris => references::ris::read(text),
        Format::Delimited => tables::header::read(&tables::delimited::read(text)),
        _ => return Err(Failure::Format(format)),
    };
    if decoded.is_guess {
        let text = format!("the text seems to be in the encoding {}", decoded.encoding);
        source.note(Kind::Guess, "encoding", Place::default(), text);
    }
    if decoded.is_damaged {
        let text = format!("some bytes mean nothing in {} and are shown as \u{fffd}", decoded.encoding);
        source.note(Kind::Warning, "damaged", Place::default(), text);
    }
    Ok((format, vec![source]))
}
