//! The files that are made of the catalog: page, folder, data package, the formats of other programs, tables of findings.

use super::check;
use super::request::Save;
use super::state::Session;
use crate::catalog::{Catalog, Record, Store};
use crate::export::{Context, Export, Format, Known, Parts, csv_table, data_package};
use crate::i18n;
use crate::import::{KEPT_MAPPING, Note, NoteAnswer};
use crate::page::{self, Archive, CATALOG_FILE, Content, Own, PAGE_FILE, SINGLE_FILE, zipped};

/// What the browser is told of an archive, and of a table.
const ZIP: &str = "application/zip";
const CSV: &str = "text/csv;charset=utf-8";

/// The importer as it was built: what a page gets that makes others.
#[derive(Debug, Clone, Default)]
pub struct Importer {
    /// The script.
    pub script: String,
    /// The module.
    pub module: Vec<u8>,
    /// The style sheet.
    pub style: String,
}

/// What a saved file is made of beside the catalog.
#[derive(Debug, Clone, Default)]
pub struct SaveParts {
    /// The day, as `2018-01-04`: a catalog is of today where it does not say of which day it is, or was edited.
    pub today: String,
    /// A page with everything inside, in which this catalog takes the place of the one that is there.
    pub html: String,
    /// The importer, where the page gets it.
    pub importer: Option<Importer>,
    /// The files of the folder that the page is of; none where it is one file.
    pub folder: Vec<(String, Vec<u8>)>,
}

/// A file that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedFile {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// What it holds.
    pub bytes: Vec<u8>,
}

impl Session {
    /// Makes a file; else why it can't be made.
    pub fn save(&mut self, save: &Save, parts: &SaveParts) -> Result<SavedFile, String> {
        if !self.has_catalog() {
            return Err(i18n::own().outdated.to_owned());
        }
        let is_edited = self.n_edits() > 0;
        let text = |name: &str, media_type, text: String| {
            Ok(SavedFile { name: name.to_owned(), media_type, bytes: text.into_bytes() })
        };
        match save {
            Save::Findings => text("findings.csv", CSV, csv_table(&findings(&self.notes))),
            Save::Changes => text("changes.md", "text/markdown;charset=utf-8", self.changes()),
            Save::Quality => self.with_catalog(|catalog| text("quality.csv", CSV, csv_table(&check::table(catalog)))),
            _ => {
                let mapping = serde_json::to_value(&self.mapping).ok().filter(|_| !self.mapping.columns.is_empty());
                self.with_catalog(|catalog| {
                    let (stated, kept) = (catalog.head.updated.take(), catalog.head.other.clone());
                    catalog.head.updated = stated.clone().filter(|_| !is_edited).or_else(|| Some(parts.today.clone()));
                    // For the next version of the list.
                    catalog.head.other.extend(mapping.map(|mapping| (KEPT_MAPPING.to_owned(), mapping)));
                    let file = file_of(save, catalog, parts);
                    (catalog.head.updated, catalog.head.other) = (stated, kept);
                    file
                })
            }
        }
    }
}

/// Makes a file of a catalog.
fn file_of(save: &Save, catalog: &Catalog, parts: &SaveParts) -> Result<SavedFile, String> {
    let name = file_name(&catalog.head.title);
    let (ending, media_type, bytes) = match save {
        Save::Page => {
            let page = page_of(&parts.html, catalog, parts.importer.as_ref())?;
            (".html", "text/html;charset=utf-8", page.into_bytes())
        }
        Save::Folder => (".zip", ZIP, folder(catalog, parts)?),
        Save::Package => {
            let files = data_package(catalog);
            let packed = zipped(files.iter().map(|(name, text)| (*name, text.as_bytes())));
            ("-data.zip", ZIP, packed.map_err(|why| why.to_string())?)
        }
        Save::Data(word) => return Ok(data(word, catalog, &name)),
        Save::Findings | Save::Quality | Save::Changes => return Err(String::new()),
    };
    Ok(SavedFile { name: format!("{name}{ending}"), media_type, bytes })
}

/// The catalog in the format of another program, or as the catalog that the command reads.
fn data(word: &str, catalog: &Catalog, name: &str) -> SavedFile {
    let (ending, media_type, text) = match Format::of(word) {
        Some(format) => (format.ending(), format.media_type(), exported(catalog, format)),
        None => ("json", "application/json", serde_json::to_string(catalog).unwrap_or_default()),
    };
    SavedFile { name: format!("{name}.{ending}"), media_type, bytes: text.into_bytes() }
}

/// The folder that a web host serves; where the page is a file, the page with everything inside as its only page.
fn folder(catalog: &Catalog, parts: &SaveParts) -> Result<Vec<u8>, String> {
    let file = page_of(&parts.html, catalog, parts.importer.as_ref())?;
    if parts.folder.is_empty() {
        return zipped([(PAGE_FILE, file.as_bytes())]).map_err(|why| why.to_string());
    }
    let mut archive = Archive::default();
    for (name, bytes) in parts.folder.iter().filter(|(name, _)| name != CATALOG_FILE && name != SINGLE_FILE) {
        let page = (name == PAGE_FILE).then(|| page::with_catalog_beside(&String::from_utf8_lossy(bytes), catalog));
        let page = page.transpose().map_err(|why| why.to_string())?;
        let bytes = page.as_ref().map_or(bytes.as_slice(), String::as_bytes);
        archive.add(name, Content::Bytes(bytes)).map_err(|why| why.to_string())?;
    }
    let added = archive.add(CATALOG_FILE, Content::Json(catalog));
    let added = added.and_then(|()| archive.add(SINGLE_FILE, Content::Bytes(file.as_bytes())));
    added.and_then(|()| archive.finish()).map_err(|why| why.to_string())
}

/// A page with everything inside, with a catalog and perhaps the importer.
fn page_of(html: &str, catalog: &Catalog, importer: Option<&Importer>) -> Result<String, String> {
    let html = page::with_catalog_in_memory(html, catalog).map_err(|why| why.to_string())?;
    let html = match importer {
        Some(Importer { script, module, style }) => page::add_own(&html, Own { script, module, style }),
        None => page::leave_own(&html),
    };
    html.map_err(|why| why.to_string())
}

/// A catalog in the format of another program.
fn exported(catalog: &Catalog, format: Format) -> String {
    let mut store = Store::default();
    for resource in &catalog.resources {
        store.push(&Record::from(resource));
    }
    let known = Known::new(&store);
    let export = Export::new(format, Context::new(&catalog.head, &known));
    Parts::new(export, catalog.resources.iter().cloned()).collect()
}

/// All that was found while the files were read, as rows of a table.
fn findings(notes: &[Note]) -> Vec<Vec<String>> {
    let texts = i18n::own();
    let head = [texts.seriousness, texts.place, texts.column, texts.finding, texts.what_to_do];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for note in notes.iter().map(NoteAnswer::from) {
        let (label, advice) = texts.kinds[note.kind.min(texts.kinds.len() - 1)];
        let place = i18n::note_place(note.sheet.as_deref(), note.line, note.column.is_some());
        rows.push(vec![label.to_owned(), place, note.column.unwrap_or_default(), note.text, advice.to_owned()]);
    }
    rows
}

/// A title as the name of a file: letters and digits of any script, and hyphens.
fn file_name(title: &str) -> String {
    let name: String = title.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let words: Vec<&str> = name.split('-').filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(60).collect();
    if name.is_empty() { "catalog".to_owned() } else { name }
}
