//! The cells of Office Open XML workbooks, as text.

use std::borrow::Cow;
use std::io::Cursor;

use calamine::{Cell, DataRef, ExcelDateTime, ExcelDateTimeType, Reader, SheetType, SheetVisible, Xlsx};

use super::archive::Hidden;
use super::format::shown;
use super::sheet::{Area, Sheet, hide, place};
use crate::catalog::{HashMap, HashSet};
use crate::import::failure::Failure;
use crate::import::note::{Kind, Note};
use crate::import::tables::table::{MOST_COLUMNS, Row};
use crate::import::values::clean::{address_of_formula, hyperlink};
use crate::limits::IMPORT_CELLS;

/// Cells of a merged one that get its value.
const MOST_MERGED: usize = 100_000;
/// Cells of the rectangle around a sheet up to which table objects are looked for: the reader of those keeps all of them.
const MOST_AREA: usize = 20_000_000;
/// Cells of a sheet with the blank ones before them in their rows.
const MOST_CELLS: usize = IMPORT_CELLS;
/// Days of 1900: a date without its year, typed in a spreadsheet of today.
const FIRST_YEAR: u16 = 1900;

type Book<'a> = Xlsx<Cursor<&'a [u8]>>;

/// The sheets of a workbook.
pub(super) fn read(bytes: &[u8], hidden: &HashMap<String, Hidden>, asked: &[String]) -> Result<Vec<Sheet>, Failure> {
    let mut book: Book<'_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| Failure::Broken(error.to_string()))?;
    let _ = book.load_tables();
    let metas: Vec<calamine::Sheet> = book.sheets_metadata().to_vec();
    let mut sheets = Vec::new();
    for meta in metas.iter().filter(|meta| meta.typ == SheetType::WorkSheet) {
        let mut sheet =
            Sheet { name: meta.name.clone(), is_hidden: meta.visible != SheetVisible::Visible, ..Sheet::default() };
        let nothing = Hidden::default();
        let is_asked = asked.contains(&meta.name);
        let mut hidden = hidden.get(&meta.name).unwrap_or(&nothing);
        if is_asked {
            hidden = &nothing;
        }
        cells(&mut book, &mut sheet).map_err(|error| Failure::Broken(format!("sheet {}: {error}", meta.name)))?;
        links(&mut book, &mut sheet);
        merged(&mut book, &mut sheet);
        if sheet.n_cells > MOST_CELLS {
            let why = "its cells, with the blank ones before them, are more than are read: save it as CSV";
            return Err(Failure::Broken(format!("sheet {}: {why}", meta.name)));
        }
        formulas(&mut book, &mut sheet);
        areas(&mut book, &mut sheet);
        hide(&mut sheet, hidden);
        sheets.push(sheet);
    }
    Ok(sheets)
}

/// Reads the cells of a sheet, and counts those whose looks may mean something.
fn cells(book: &mut Book<'_>, sheet: &mut Sheet) -> Result<(), calamine::XlsxError> {
    let mut reader = book.worksheet_cells_reader(&sheet.name)?;
    let (mut n_coloured, mut n_struck, mut n_cells) = (0, 0, 0);
    while let Some((cell, style)) = reader.next_cell_with_style_id()? {
        let style = reader.styles().get(style);
        let code = style
            .and_then(|style| style.number_format.as_ref())
            .map_or("General", |format| format.format_code.as_str());
        let (row, column) = (cell.get_position().0 as usize, cell.get_position().1 as usize);
        let text = text(&cell, code);
        if text.is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        if let DataRef::DateTime(date) = cell.get_value()
            && !date.is_duration()
            && date.to_ymd_hms_milli().0 == FIRST_YEAR
        {
            let note = format!("{text}: a date of {FIRST_YEAR} is one whose year was not typed, most likely");
            sheet.notes.push(Note::new(Kind::Warning, "year-1900", place(sheet, row), note));
        }
        n_cells += 1;
        if row > 0 {
            let has_fill = style.and_then(|style| style.fill.as_ref()).is_some_and(is_coloured);
            n_coloured += usize::from(has_fill);
            n_struck += usize::from(style.and_then(|style| style.font.as_ref()).is_some_and(|font| font.strikethrough));
        }
        append(sheet, row, column, text);
        if sheet.n_cells > MOST_CELLS {
            break;
        }
    }
    put_in_order(sheet);
    // Where most cells have a colour, it is that of the table.
    let n_coloured = if n_coloured * 2 > n_cells { 0 } else { n_coloured };
    if n_coloured + n_struck > 0 {
        let text = format!(
            "colours and lines through cells are not imported: {n_coloured} coloured, {n_struck} struck through"
        );
        sheet.notes.push(Note::new(Kind::Warning, "looks", place(sheet, usize::MAX), text));
    }
    Ok(())
}

/// Whether a fill is a colour other than white and grey.
fn is_coloured(fill: &calamine::Fill) -> bool {
    let is_grey = |color: calamine::Color| color.red == color.green && color.green == color.blue;
    fill.is_visible() && fill.get_color().is_some_and(|color| !is_grey(color))
}

/// A cell as text.
fn text(cell: &Cell<DataRef<'_>>, code: &str) -> String {
    match cell.get_value() {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => (*text).to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => shown(*number, code),
        DataRef::Bool(is) => if *is { "True" } else { "False" }.to_owned(),
        DataRef::DateTime(date) => of_date(*date),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.trim_end_matches("T00:00:00").to_owned(),
        DataRef::Error(error) => error.to_string(),
    }
}

/// A date with its time of the day, where it has one; a time alone in hours, minutes and seconds.
fn of_date(date: ExcelDateTime) -> String {
    if date.is_duration() || date.as_f64() < 1.0 {
        let seconds = (date.as_f64() * 86_400.0).round().max(0.0);
        let seconds = format!("{seconds:.0}").parse::<u64>().unwrap_or(0);
        return format!("{}:{:02}:{:02}", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
    let (year, month, day, hour, minute, ..) = in_whole_minutes(date).to_ymd_hms_milli();
    let day = format!("{year:04}-{month:02}-{day:02}");
    if (hour, minute) == (0, 0) { day } else { format!("{day} {hour:02}:{minute:02}") }
}

/// A date whose last half second before a full minute is that minute: the fraction of a day is seldom exact.
fn in_whole_minutes(date: ExcelDateTime) -> ExcelDateTime {
    let (.., second, milli) = date.to_ymd_hms_milli();
    if second < 59 || milli <= 500 {
        return date;
    }
    let of = |days: f64, is_1904: bool| ExcelDateTime::new(days, ExcelDateTimeType::DateTime, is_1904);
    let days = date.as_f64();
    let is_1904 = of(days, false).to_ymd_hms_milli() != date.to_ymd_hms_milli();
    of((days * 1440.0).round() / 1440.0, is_1904)
}

/// Adds a cell as it comes: to the last row where that is its own, else to one behind it.
fn append(sheet: &mut Sheet, row: usize, column: usize, text: String) {
    if sheet.rows.last().is_none_or(|last| last.line != row + 1) {
        sheet.rows.push(Row { line: row + 1, cells: Vec::new() });
    }
    let at = sheet.rows.len() - 1;
    set(sheet, at, column, text);
}

/// Brings rows in their order that came in another; of one line, the cells of the later are taken.
fn put_in_order(sheet: &mut Sheet) {
    if sheet.rows.is_sorted_by(|a, b| a.line < b.line) {
        return;
    }
    sheet.rows.sort_by_key(|row| row.line);
    let mut rows: Vec<Row<'static>> = Vec::with_capacity(sheet.rows.len());
    for row in std::mem::take(&mut sheet.rows) {
        match rows.last_mut().filter(|last| last.line == row.line) {
            Some(last) => {
                last.cells.resize(last.cells.len().max(row.cells.len()), Cow::Borrowed(""));
                let filled = row.cells.into_iter().enumerate().filter(|(_, cell)| !cell.is_empty());
                filled.for_each(|(column, cell)| last.cells[column] = cell);
            }
            None => rows.push(row),
        }
    }
    sheet.rows = rows;
}

/// Puts a text into a cell of a row that is there.
fn put(sheet: &mut Sheet, row: usize, column: usize, text: String) {
    if let Ok(at) = sheet.rows.binary_search_by_key(&(row + 1), |row| row.line) {
        set(sheet, at, column, text);
    }
}

/// Sets a cell of the row at a position, as long as the sheet with its blank cells is not larger than is read.
fn set(sheet: &mut Sheet, at: usize, column: usize, text: String) {
    let cells = &mut sheet.rows[at].cells;
    let n_more = (column + 1).saturating_sub(cells.len());
    sheet.n_cells += n_more;
    if sheet.n_cells > MOST_CELLS {
        return;
    }
    cells.resize(cells.len() + n_more, Cow::Borrowed(""));
    cells[column] = Cow::Owned(text);
}

fn cell(sheet: &Sheet, row: usize, column: usize) -> Option<&str> {
    let at = sheet.rows.binary_search_by_key(&(row + 1), |row| row.line).ok()?;
    sheet.rows[at].cells.get(column).map(AsRef::as_ref).filter(|text| !text.is_empty())
}

/// Writes a cell that leads somewhere as the formula for that, which the cells of texts have as well.
fn links(book: &mut Book<'_>, sheet: &mut Sheet) {
    let Ok(links) = book.hyperlinks_by_sheet_name(&sheet.name) else { return };
    for link in links {
        let Some(target) = link.target.filter(|target| !target.is_empty()) else { continue };
        let address = match link.location {
            Some(location) if !target.contains('#') => format!("{target}#{location}"),
            _ => target,
        };
        let (row, column) = (link.range.start.0 as usize, link.range.start.1 as usize);
        let text = cell(sheet, row, column).map(str::to_owned);
        // A cell that shows its address needs no other.
        let is_shown = text.as_deref().is_some_and(|text| text.trim_end_matches('/') == address.trim_end_matches('/'));
        if let Some(text) = text.filter(|_| !is_shown && column < MOST_COLUMNS) {
            put(sheet, row, column, hyperlink(&address, &text));
        }
    }
}

/// Gives the value of a cell that is merged downward to all rows that it covers.
fn merged(book: &mut Book<'_>, sheet: &mut Sheet) {
    let Ok(areas) = book.merge_cells_by_sheet_name(&sheet.name) else { return };
    let last = sheet.rows.last().map_or(0, |row| row.line);
    let mut n_left = MOST_MERGED;
    let mut filled: Vec<(usize, usize, String)> = Vec::new();
    for area in areas {
        let (first, column) = (area.start.0 as usize, area.start.1 as usize);
        let Some(text) = cell(sheet, first, column).filter(|_| column < MOST_COLUMNS) else { continue };
        let rows = (first + 1..=(area.end.0 as usize).min(last.saturating_sub(1))).take(n_left);
        let before = filled.len();
        filled.extend(rows.map(|row| (row, column, text.to_owned())));
        n_left -= filled.len() - before;
    }
    // Rows without any other cell are made first, all at once.
    filled.sort_by_key(|(row, ..)| *row);
    let lines: HashSet<usize> = sheet.rows.iter().map(|row| row.line).collect();
    let missing = filled.chunk_by(|(a, ..), (b, ..)| a == b).map(|of_row| of_row[0].0 + 1);
    let missing: Vec<usize> = missing.filter(|line| !lines.contains(line)).collect();
    sheet.rows.extend(missing.into_iter().map(|line| Row { line, cells: Vec::new() }));
    put_in_order(sheet);
    for (row, column, text) in filled {
        put(sheet, row, column, text);
    }
}

/// Notes the formulas whose results are not in the file, and keeps the addresses of those that lead somewhere.
fn formulas(book: &mut Book<'_>, sheet: &mut Sheet) {
    let Ok(mut reader) = book.worksheet_cells_reader(&sheet.name) else { return };
    let (mut missing, mut links) = ((0, usize::MAX), Vec::new());
    while let Ok(Some(formula)) = reader.next_formula() {
        let (row, column) = (formula.get_position().0 as usize, formula.get_position().1 as usize);
        match cell(sheet, row, column) {
            None if !formula.get_value().is_empty() => missing = (missing.0 + 1, missing.1.min(row)),
            None => {}
            Some(text) => {
                let address = address_of_formula(formula.get_value()).filter(|address| address != text);
                links.extend(address.map(|address| (row, column, hyperlink(&address, text))));
            }
        }
    }
    for (row, column, link) in links {
        put(sheet, row, column, link);
    }
    if missing.0 > 0 {
        let formulas = if missing.0 == 1 { "1 formula has".to_owned() } else { format!("{} formulas have", missing.0) };
        let text = format!("{formulas} no saved result: open and save the file in the spreadsheet program");
        sheet.notes.push(Note::new(Kind::Warning, "unsaved-formula", place(sheet, missing.1), text));
    }
}

/// The areas of the table objects of a sheet.
fn areas(book: &mut Book<'_>, sheet: &mut Sheet) {
    let widest = sheet.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    if widest * sheet.rows.last().map_or(0, |row| row.line) > MOST_AREA {
        return;
    }
    let names: Vec<String> = book.table_names_in_sheet(&sheet.name).into_iter().cloned().collect();
    for name in names {
        let Ok(table) = book.table_by_name(&name) else { continue };
        let (Some(start), Some(end)) = (table.data().start(), table.data().end()) else { continue };
        // The row of names stands above the data.
        let Some(first) = (start.0 as usize).checked_sub(1) else { continue };
        sheet.areas.push(Area { rows: (first, end.0 as usize), columns: (start.1 as usize, end.1 as usize) });
    }
}

#[cfg(test)]
mod tests {
    use calamine::{ExcelDateTime, ExcelDateTimeType};

    use super::of_date;

    #[test]
    fn a_time_is_rounded_to_whole_minutes_with_all_that_it_carries() {
        for (days, seconds, text) in [
            (43_536.0, 0.0, "2019-03-12"),
            (43_536.0, 10.0 * 3600.0 + 15.0 * 60.0, "2019-03-12 10:15"),
            (43_536.0, 10.0 * 3600.0 + 59.0 * 60.0 + 59.6, "2019-03-12 11:00"),
            (43_536.0, 23.0 * 3600.0 + 59.0 * 60.0 + 59.6, "2019-03-13"),
            (43_536.0, 0.4, "2019-03-12"),
        ] {
            let date = ExcelDateTime::new(days + seconds / 86_400.0, ExcelDateTimeType::DateTime, false);
            assert_eq!(of_date(date), text);
        }
    }
}
