//! Cells before they are mapped: without markup and formulas, without what stands for nothing, with a note on what was lost.

use crate::catalog::HashMap;
use crate::export::read_cell;
use crate::import::cell_text::CellText;
use crate::import::note::{Kind, Note, Place};
use crate::import::pause::{pause, pause_at};
use crate::import::role::Role;
use crate::import::source::{FieldIdx, Item, Source};
use crate::import::values::clean::clean;

/// Values of a field that are looked at to know whether it holds codes.
const LOOKED_AT: usize = 1_000;

/// Addresses that stood in the markup of cells, each with its field, by the positions of their items.
pub(super) type Links = HashMap<usize, Vec<(FieldIdx, String)>>;

/// What was found in the cells of a field.
#[derive(Debug, Clone, Default)]
struct Found {
    /// How many, and the line of the first.
    errors: (usize, usize),
    nothing: (usize, usize),
    lost: (usize, usize),
    dittos: (usize, usize),
    shortened: (usize, usize),
}

/// Cleans the cells of fields whose role the format does not decide; the addresses of their markup. Marks that mean the value above are
/// that value where `fills_dittos` says so.
pub(super) async fn prepare(source: &mut Source<'_>, fills_dittos: bool) -> Links {
    let mut links = Links::default();
    let mut found = vec![Found::default(); source.fields.len()];
    let codes = hold_codes(source);
    pause().await;
    let mut above: Vec<CellText<'_>> = vec![CellText::default(); if fills_dittos { source.fields.len() } else { 0 }];
    for (at, item) in source.items.iter_mut().enumerate() {
        pause_at(at).await;
        let line = item.place.line;
        for cell in &mut item.cells {
            let found = &mut found[cell.field];
            if cell.text.contains('\u{fffd}') {
                count(&mut found.lost, line);
            }
            if let Some(role) = source.fields[cell.field].role {
                // Programs write the markup of titles and summaries into lists of references as well.
                if matches!(role, Role::Title | Role::Subtitle | Role::Summary) && cell.text.contains(['<', '&']) {
                    cell.text = clean(&format!(".{}", &*cell.text)).text[1..].trim().to_owned().into();
                }
                continue;
            }
            // What spreadsheets would run as a formula has an apostrophe before it in many exports.
            if cell.text.contains('\'') {
                cell.text = read_cell(&cell.text).into();
            }
            let (mut addresses, mut is_error, mut is_nothing) = (Vec::new(), false, false);
            let text = std::mem::take(&mut cell.text).map(|text| {
                let cleaned = clean(text);
                (addresses, is_error, is_nothing) = (cleaned.links, cleaned.is_error, cleaned.is_nothing);
                cleaned.text
            });
            let is_nothing = is_nothing || &*text == "NA" && !codes[cell.field];
            if is_error {
                count(&mut found.errors, line);
            } else if is_nothing {
                count(&mut found.nothing, line);
            } else if is_shortened(&text) {
                count(&mut found.shortened, line);
            } else if is_ditto(&text) {
                count(&mut found.dittos, line);
            }
            if !addresses.is_empty() {
                let field = cell.field;
                links.entry(at).or_default().extend(addresses.into_iter().map(|address| (field, address)));
            }
            cell.text = if is_nothing { CellText::default() } else { text };
            if let Some(above) = above.get_mut(cell.field) {
                fill_ditto(&mut cell.text, above);
            }
        }
        item.cells.retain(|cell| !cell.text.is_empty());
    }
    let sheet = source.items.first().and_then(|item: &Item<'_>| item.place.sheet.clone());
    for (field, found) in found.iter().enumerate() {
        note(source, field, sheet.as_ref(), found, fills_dittos);
    }
    note_lost(source, &found, sheet.as_ref());
    links
}

/// Of each field, whether most of its first values are codes of two capital letters: then `NA` is one.
fn hold_codes(source: &Source<'_>) -> Vec<bool> {
    let is_code = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_uppercase());
    let mut counts = vec![(0, 0); source.fields.len()];
    for cell in source.items.iter().flat_map(|item| &item.cells).filter(|cell| &*cell.text != "NA") {
        let (n, n_codes) = &mut counts[cell.field];
        if *n < LOOKED_AT {
            *n += 1;
            *n_codes += usize::from(is_code(&cell.text));
        }
    }
    counts.into_iter().map(|(n, n_codes)| n_codes * 3 > n * 2).collect()
}

/// Whether a long number was written as `9.78E+12`, by which digits are lost.
fn is_shortened(text: &str) -> bool {
    let Some((number, exponent)) = text.split_once("E+") else { return false };
    let are_digits =
        |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit() || b".,".contains(&byte));
    are_digits(number) && are_digits(exponent)
}

/// Whether a text says that the value above holds here too.
fn is_ditto(text: &str) -> bool {
    ["〃", "ditto", "Ditto", "do.", "\"", "''", "″", "idem", "dito"].contains(&text)
}

/// Gives a mark the value above, which any other value is for those below.
fn fill_ditto<'a>(text: &mut CellText<'a>, above: &mut CellText<'a>) {
    if is_ditto(text) && !above.is_empty() {
        *text = above.clone();
    } else if !text.is_empty() {
        above.clone_from(text);
    }
}

fn count(count: &mut (usize, usize), line: usize) {
    if count.0 == 0 {
        count.1 = line;
    }
    count.0 += 1;
}

/// Notes what was found in a field.
fn note(source: &mut Source<'_>, field: FieldIdx, sheet: Option<&String>, found: &Found, fills_dittos: bool) {
    let column = source.fields[field].name.clone();
    let mut add = |kind, code, (n, line): (usize, usize), text: &str| {
        if n > 0 {
            let place = Place { sheet: sheet.cloned(), line, ..Place::column(&column) };
            let cells = if n == 1 { "1 cell".to_owned() } else { format!("{n} cells, this the first,") };
            source.notes.push(Note::new(kind, code, place, format!("{cells} {text}")));
        }
    };
    let hold = |n: usize, one: &'static str, many: &'static str| if n == 1 { one } else { many };
    let n = found.errors.0;
    add(
        Kind::Warning,
        "errors",
        found.errors,
        hold(n, "holds an error of the spreadsheet; read as blank", "hold errors of the spreadsheet; read as blank"),
    );
    let n = found.nothing.0;
    add(
        Kind::Guess,
        "nothing",
        found.nothing,
        hold(n, "holds a sign or word for nothing; read as blank", "hold a sign or word for nothing; read as blank"),
    );
    let n = found.shortened.0;
    add(
        Kind::Warning,
        "shortened-number",
        found.shortened,
        hold(
            n,
            "was shortened by a spreadsheet program, and has lost digits; kept as it is",
            "were shortened by a spreadsheet program, and have lost digits; kept as they are",
        ),
    );
    let n = found.dittos.0;
    let (one, many) = if fills_dittos {
        ("is read as the value above", "are read as the value above")
    } else {
        ("seems to mean the value above; kept as typed", "seem to mean the value above; kept as typed")
    };
    add(Kind::Guess, "ditto", found.dittos, hold(n, one, many));
}

/// Notes letters that were lost before: all cells of a source together.
fn note_lost(source: &mut Source<'_>, found: &[Found], sheet: Option<&String>) {
    let n: usize = found.iter().map(|found| found.lost.0).sum();
    let Some(line) = found.iter().filter(|found| found.lost.0 > 0).map(|found| found.lost.1).min() else { return };
    let text = format!("{n} cells hold letters that were lost before (\u{fffd}), the first here");
    source.notes.push(Note::new(
        Kind::Warning,
        "lost-letters",
        Place { sheet: sheet.cloned(), ..Place::line(line) },
        text,
    ));
}
