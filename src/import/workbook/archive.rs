//! A look into the archive that a workbook is: what it holds, how large it is unpacked, which rows and columns are hidden.

use std::io::{Cursor, Read};
use std::ops::Range;

use zip::ZipArchive;

use crate::catalog::{HashMap, HashSet};
use crate::import::failure::Failure;
use crate::limits::IMPORT_UNPACKED_BYTES;

/// Bytes that a workbook may have unpacked.
const MOST_BYTES: u64 = IMPORT_UNPACKED_BYTES as u64;
/// Bytes from which on a part may not be more than two hundred times as large as it is packed.
const SUSPICIOUS_BYTES: u64 = 16 << 20;
const MOST_RATIO: u64 = 200;
/// Parts that a workbook may have.
const MOST_PARTS: usize = 10_000;

/// What an archive is.
pub(super) enum Content {
    Xlsx(HashMap<String, Hidden>),
    /// Its `content.xml`.
    Ods(String),
    Other,
}

/// The hidden rows and columns of a sheet, from 0.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    /// Sorted ranges that do not overlap.
    pub(super) rows: Vec<Range<usize>>,
    pub(super) columns: HashSet<usize>,
    /// Comments on cells.
    pub(super) n_comments: usize,
}

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// What an archive holds. One that would unpack to more than is read is refused before anything is kept of it.
pub(super) fn content(bytes: &[u8]) -> Result<Content, Failure> {
    let broken = |_| Failure::Broken("it is damaged, or not whole; save it again".to_owned());
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    check_size(&mut archive)?;
    let has = |archive: &mut Archive<'_>, name: &str| archive.by_name(name).is_ok();
    if has(&mut archive, "xl/workbook.xml") {
        Ok(Content::Xlsx(hidden(&mut archive)))
    } else if has(&mut archive, "xl/workbook.bin") {
        Err(Failure::Broken("it is a binary workbook (.xlsb): save it as .xlsx".to_owned()))
    } else if has(&mut archive, "content.xml") && !has(&mut archive, "word/document.xml") {
        let content = text(&mut archive, "content.xml");
        if content.is_empty() {
            return Err(Failure::Broken(
                "it is damaged, or protected by a password: save it again, without one".to_owned(),
            ));
        }
        Ok(Content::Ods(content))
    } else {
        Ok(Content::Other)
    }
}

/// Unpacks every part, keeping nothing, until one is larger than it may be: what an archive states of its sizes may be false.
fn check_size(archive: &mut Archive<'_>) -> Result<(), Failure> {
    let too_large =
        || Failure::Broken("unpacked, it is larger than a workbook that is read: save the sheet as CSV".to_owned());
    if archive.len() > MOST_PARTS {
        return Err(too_large());
    }
    let mut total = 0_u64;
    let mut buffer = vec![0; 1 << 16];
    for at in 0..archive.len() {
        let Ok(mut part) = archive.by_index(at) else { continue };
        let packed = part.compressed_size().max(1);
        let mut size = 0_u64;
        // A damaged part ends here; whoever needs it says so.
        while let Ok(n) = part.read(&mut buffer) {
            if n == 0 {
                break;
            }
            size += n as u64;
            if total + size > MOST_BYTES || size > SUSPICIOUS_BYTES && size / packed > MOST_RATIO {
                return Err(too_large());
            }
        }
        total += size;
    }
    Ok(())
}

/// The hidden rows and columns of each sheet, by its name.
fn hidden(archive: &mut Archive<'_>) -> HashMap<String, Hidden> {
    let workbook = text(archive, "xl/workbook.xml");
    let relations = text(archive, "xl/_rels/workbook.xml.rels");
    let targets: HashMap<String, String> = tags(&relations, "Relationship")
        .filter_map(|tag| Some((attribute(tag, "Id")?, attribute(tag, "Target")?)))
        .collect();
    let mut hidden = HashMap::default();
    for tag in tags(&workbook, "sheet") {
        let (Some(name), Some(id)) = (attribute(tag, "name"), attribute(tag, "id")) else { continue };
        let Some(target) = targets.get(&id) else { continue };
        let path = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        let sheet = text(archive, &path);
        let mut of = Hidden::default();
        for tag in tags(&sheet, "row").filter(|tag| is_hidden(tag)) {
            let row = attribute(tag, "r").and_then(|row| row.parse::<usize>().ok());
            of.rows.extend(row.filter(|row| *row > 0).map(|row| row - 1..row));
        }
        of.rows.sort_by_key(|rows| rows.start);
        for tag in tags(&sheet, "col").filter(|tag| is_hidden(tag)) {
            let end = |key| attribute(tag, key).and_then(|column| column.parse::<usize>().ok());
            if let (Some(first @ 1..), Some(last)) = (end("min"), end("max")) {
                of.columns.extend(first - 1..last.min(20_000));
            }
        }
        let file = path.rsplit('/').next().unwrap_or_default().to_owned();
        let relations = text(archive, &format!("xl/worksheets/_rels/{file}.rels"));
        for tag in tags(&relations, "Relationship") {
            let target = attribute(tag, "Target").filter(|target| target.contains("comments"));
            let path = target.map(|target| target.replace("../", "xl/").trim_start_matches('/').to_owned());
            of.n_comments += path.map_or(0, |path| tags(&text(archive, &path), "comment").count());
        }
        hidden.insert(unescaped(&name), of);
    }
    hidden
}

/// A part as text; empty where it is none.
fn text(archive: &mut Archive<'_>, name: &str) -> String {
    let mut bytes = Vec::new();
    if let Ok(mut part) = archive.by_name(name) {
        let _ = part.read_to_end(&mut bytes);
    }
    String::from_utf8(bytes).unwrap_or_default()
}

fn is_hidden(tag: &str) -> bool {
    attribute(tag, "hidden").is_some_and(|hidden| hidden == "1" || hidden == "true")
}

/// The start tags of elements of a name, whatever their prefix, without their brackets.
fn tags<'a>(xml: &'a str, name: &'a str) -> impl Iterator<Item = &'a str> {
    xml.split('<').skip(1).filter_map(move |part| {
        let tag = part.split('>').next()?;
        let full = tag.split(|c: char| c.is_whitespace() || c == '/').next()?;
        (full.rsplit(':').next() == Some(name)).then_some(tag)
    })
}

/// The value of an attribute, whatever its prefix.
pub(super) fn attribute(tag: &str, name: &str) -> Option<String> {
    let mut rest = tag;
    while let Some(at) = rest.find('=') {
        let key = rest[..at].trim().rsplit(|c: char| c.is_whitespace() || c == ':').next().unwrap_or_default();
        let value = rest[at + 1..].trim_start();
        let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let (value, behind) = value[1..].split_once(quote)?;
        if key == name {
            return Some(value.to_owned());
        }
        rest = behind;
    }
    None
}

fn unescaped(text: &str) -> String {
    crate::import::values::clean::clean(text).text.into_owned()
}
