//! Which row of a table names the columns, and which of the others are items.
//!
//! Rows that are none (comments, the header once more, sections, totals, remarks under the table) are left out with a note each.

use super::table::{Row, Table, letters};
use crate::import::names::{is_known, is_named, normalized};
use crate::import::note::{Kind, Place};
use crate::import::pause::{pause, pause_at};
use crate::import::source::{Item, Source};
use crate::import::values::clean::{clean, visible};
use crate::import::values::dates::looks_like_date;

/// Rows that are looked at to find the header.
const LOOKED_AT: usize = 20;
/// Characters that the name of a column has at most.
const LONGEST_NAME: usize = 80;
/// The name of the field that holds titles of sections.
pub(in crate::import) const SECTION: &str = "Section";

/// The items of a table; `asked` is the line that names the columns, where a person said so.
pub(in crate::import) async fn read(mut table: Table<'_>, asked: Option<usize>) -> Source<'_> {
    let notes = std::mem::take(&mut table.notes);
    let mut source = Source { notes, sheet: table.sheet.clone(), ..Source::default() };
    let rows = std::mem::take(&mut table.rows);
    let table = &table;
    let filled: Vec<&Row<'_>> = rows.iter().filter(|row| !row.is_blank()).collect();
    pause().await;
    source.n_read = filled.len();
    let asked = asked.and_then(|line| filled.iter().position(|row| row.line == line));
    let asked = asked.map(|at| Header { at, n_rows: 1 });
    let is_asked = asked.is_some();
    let Some(header) = asked.or_else(|| header(table, &filled)) else {
        return source;
    };
    let names = header.names(&filled);
    leave_out_above(table, &filled[..header.first_row()], &mut source);
    let body = &filled[header.first_row() + header.n_rows..];
    if header.n_rows == 0 {
        let text = "no row names the columns: they are called Column A, Column B, …";
        source.note(Kind::Guess, "no-header", Place { sheet: table.sheet.clone(), ..Place::default() }, text);
    } else {
        source.n_read = source.n_read.saturating_sub(header.n_rows);
        if !is_asked && (header.first_row() > 0 || header.n_rows > 1) {
            let line = filled[header.first_row() + header.n_rows - 1].line;
            source.note(Kind::Guess, "header", table.place(line), "this row names the columns");
        }
    }
    let kept = items(table, &names, body, &mut source).await;
    pause().await;
    let columns = columns(&names, body, &kept, &mut source, table);
    let kept: Vec<(usize, Option<String>)> = kept.into_iter().map(|(row, section)| (row.line, section)).collect();
    let mut kept = kept.into_iter().peekable();
    for (at, row) in rows.into_iter().enumerate() {
        pause_at(at).await;
        // Rows are in order, and no two begin on one line.
        let Some((_, section)) = kept.next_if(|(line, _)| *line == row.line) else { continue };
        let item = item(table, row, &columns, names.len(), section, &mut source);
        source.items.push(item);
    }
    source
}

/// The item of a row; of `columns`, which field each is.
fn item<'a>(
    table: &Table<'_>,
    row: Row<'a>,
    columns: &[Option<usize>],
    n_names: usize,
    section: Option<String>,
    source: &mut Source<'_>,
) -> Item<'a> {
    let mut item = Item { place: table.place(row.line), cells: Vec::with_capacity(row.cells.len()) };
    if row.cells.iter().skip(n_names).any(|cell| !cell.trim().is_empty()) {
        let n = row.cells.len();
        let text = format!("{n} cells, but {n_names} columns have names; the others are kept under their letters");
        source.note(Kind::Warning, "extra-cells", item.place.clone(), text);
    }
    for (cell, field) in row.cells.into_iter().zip(columns) {
        if let Some(field) = field {
            item.push_cell(*field, cell);
        }
    }
    if let Some(section) = section {
        let field = source.field(SECTION, None);
        item.push(field, &section);
    }
    item
}

/// Where the names of the columns stand.
struct Header {
    /// Position of the row with the names; with none, of the first row.
    at: usize,
    /// 0 where there are none, 2 where groups of columns are named above.
    n_rows: usize,
}

impl Header {
    fn first_row(&self) -> usize {
        self.at + 1 - self.n_rows.max(1)
    }

    /// The names of the columns, blank where a column has none.
    fn names(&self, filled: &[&Row<'_>]) -> Vec<String> {
        if self.n_rows == 0 {
            return vec![String::new(); filled.iter().map(|row| row.cells.len()).max().unwrap_or(0)];
        }
        let name = |cell: &str| clean(cell).text.split_whitespace().collect::<Vec<&str>>().join(" ");
        let mut names: Vec<String> = filled[self.at].cells.iter().map(|cell| name(cell)).collect();
        while names.last().is_some_and(String::is_empty) {
            names.pop();
        }
        names
    }
}

/// The header of a table; `None` where nothing is filled.
fn header(table: &Table<'_>, filled: &[&Row<'_>]) -> Option<Header> {
    filled.first()?;
    if table.is_framed {
        return Some(Header { at: 0, n_rows: 1 });
    }
    let looked_at = &filled[..filled.len().min(LOOKED_AT)];
    let widest = looked_at.iter().map(|row| row.filled().count()).max().unwrap_or(0);
    let mut best: Option<(i64, usize)> = None;
    for (at, row) in looked_at.iter().enumerate() {
        // A row of names leaves few columns unnamed; what has one cell beside wider rows is no header.
        if row.filled().count() * 5 < widest * 2 || is_comment(row, widest) {
            continue;
        }
        let is_first = best.is_none();
        let score = score(row) + if is_first { 3 } else { 0 };
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, at));
        }
    }
    let (score, at) = best?;
    // One text above others of its kind names nothing, unless its name is known.
    let is_one = widest == 1 && !filled[at].filled().any(|column| is_known(&normalized(filled[at].cell(column))));
    if score <= 0 || is_one {
        return Some(Header { at: 0, n_rows: 0 });
    }
    Some(Header { at, n_rows: 1 + usize::from(is_group_row(filled, at)) })
}

/// How much a row looks like names of columns: known names count most, and data against it.
fn score(row: &Row<'_>) -> i64 {
    let mut names: Vec<String> = Vec::new();
    let mut score = 0;
    for cell in row.cells.iter().map(|cell| visible(cell)) {
        let cell = cell.trim();
        if cell.is_empty() {
            continue;
        }
        let name = normalized(cell);
        let is_data = cell.contains("://")
            || cell.contains('@')
            || cell.chars().count() > LONGEST_NAME
            || cell.chars().all(|c| c.is_ascii_digit() || ".,%-+ ".contains(c))
            || looks_like_date(cell);
        score += match (is_data, is_known(&name)) {
            (true, _) => -3,
            (false, true) => 4,
            (false, false) => 1,
        };
        if names.contains(&name) {
            score -= 1;
        }
        names.push(name);
    }
    score
}

/// Whether the row directly above the names holds the names of groups of columns.
fn is_group_row(filled: &[&Row<'_>], at: usize) -> bool {
    let Some(above) = at.checked_sub(1).map(|above| filled[above]) else { return false };
    let columns: Vec<usize> = above.filled().collect();
    let is_adjacent = above.line + 1 == filled[at].line;
    let is_name = |column: &usize| above.cell(*column).chars().count() <= 40 && !above.cell(*column).contains("://");
    // One cell in the first column is a title.
    let is_title = columns == [0];
    is_adjacent && !is_title && columns.len() < filled[at].filled().count() && columns.iter().all(is_name)
        || is_adjacent && is_merged(above, filled[at])
}

/// Whether a row repeats its cells in runs, as a merged cell that is filled does, over a row that does not.
fn is_merged(above: &Row<'_>, names: &Row<'_>) -> bool {
    let n_repeated = |row: &Row<'_>| {
        let columns: Vec<usize> = row.filled().collect();
        columns.windows(2).filter(|pair| row.cell(pair[0]) == row.cell(pair[1])).count()
    };
    n_repeated(above) > 0 && n_repeated(names) == 0
}

/// Whether a row is a remark: one cell that begins with a sign for it, or a rule of signs.
fn is_comment(row: &Row<'_>, widest: usize) -> bool {
    let mut filled = row.filled();
    let (Some(first), None) = (filled.next(), filled.next()) else { return false };
    let cell = row.cell(first);
    let is_rule = cell.chars().count() > 2 && cell.chars().all(|c| "-=_*#~".contains(c));
    widest > 1 && (is_rule || ["\\", "#", "//", "%"].iter().any(|sign| cell.starts_with(sign)))
}

/// Whether a row is the rule under the head of a table in Markdown.
fn is_rule(row: &Row<'_>) -> bool {
    let is_dashes = |column: usize| row.cell(column).trim_matches(':').chars().all(|c| matches!(c, '-' | '=' | '+'));
    row.filled().all(is_dashes) && row.filled().count() > 1
}

/// Notes the rows above the header; the first text of them may be the name of the catalog.
fn leave_out_above(table: &Table<'_>, rows: &[&Row<'_>], source: &mut Source<'_>) {
    for row in rows {
        let first = row.filled().next().map(|column| visible(row.cell(column)).into_owned()).unwrap_or_default();
        if is_comment(row, 2) {
            source.note(Kind::LeftOut, "comment", table.place(row.line), format!("a remark is left out: {first}"));
            continue;
        }
        source.note(
            Kind::LeftOut,
            "above-header",
            table.place(row.line),
            format!("above the names of the columns: {first}"),
        );
        if source.title.is_none() && first.contains(char::is_alphabetic) {
            source.title = Some(first);
        }
    }
}

/// The rows that are items, each with the title of its section.
async fn items<'t, 'a>(
    table: &Table<'_>,
    names: &[String],
    body: &[&'t Row<'a>],
    source: &mut Source<'_>,
) -> Vec<(&'t Row<'a>, Option<String>)> {
    let widest = names.len().max(1);
    let normal: Vec<String> = names.iter().map(|name| normalized(name)).collect();
    let has_sections = has_sections(names, body);
    let mut section = None;
    let mut kept = Vec::new();
    let n_tail = body.len() - remarks_below(names, body);
    for (at, row) in body.iter().enumerate() {
        pause_at(at).await;
        let first = row.filled().next().map(|column| row.cell(column)).unwrap_or_default();
        let left_out = if is_header_again(&normal, row) {
            Some(("repeated-header", "the names of the columns once more".to_owned()))
        } else if is_comment(row, widest) || is_rule(row) {
            Some(("comment", format!("a remark is left out: {first}")))
        } else if at == 0 && is_explanation(row) {
            Some(("explanation", "this row seems to explain the columns".to_owned()))
        } else if has_sections && is_alone(row, names.len()) {
            section = Some(visible(first).trim_end_matches(':').to_owned());
            Some(("section", format!("{first} is the title of a section; it is kept as {SECTION} of the rows below")))
        } else if at + 1 == n_tail && is_total(row) {
            Some(("total", format!("{first}: this row seems to add up the others")))
        } else if at >= n_tail {
            Some(("below", format!("a remark under the table is left out: {first}")))
        } else {
            None
        };
        match left_out {
            Some((code, text)) => source.note(Kind::LeftOut, code, table.place(row.line), text),
            None => kept.push((*row, section.clone())),
        }
    }
    kept
}

/// Whether a row says the names of the columns, which are normalized.
fn is_header_again(names: &[String], row: &Row<'_>) -> bool {
    let mut n = 0;
    for column in row.filled() {
        if names.get(column).is_none_or(|name| !is_named(row.cell(column), name)) {
            return false;
        }
        n += 1;
    }
    n > 1 || n == names.len()
}

/// Whether most cells of a row stand in brackets, as units and explanations do.
fn is_explanation(row: &Row<'_>) -> bool {
    let is_bracketed = |column: &usize| {
        let cell = row.cell(*column);
        cell.starts_with('(') && cell.ends_with(')') || cell.starts_with('[') && cell.ends_with(']')
    };
    let filled: Vec<usize> = row.filled().collect();
    filled.len() > 1 && filled.iter().filter(|column| is_bracketed(column)).count() * 2 > filled.len()
}

/// Whether a row of full width has its first cell alone.
fn is_alone(row: &Row<'_>, n_columns: usize) -> bool {
    n_columns > 1 && row.cells.len() >= n_columns.min(2) && row.filled().eq([0])
}

/// Whether rows with their first cell alone are titles of sections: the table begins with one, each has rows below, and more than
/// one is there or it says so by its letters.
fn has_sections(names: &[String], body: &[&Row<'_>]) -> bool {
    let alone: Vec<bool> = body.iter().map(|row| is_alone(row, names.len())).collect();
    let has_rows_below =
        alone.iter().enumerate().filter(|(_, is)| **is).all(|(at, _)| alone.get(at + 1) == Some(&false));
    let is_marked = |row: &&&Row<'_>| {
        let cell = row.cell(0);
        cell.ends_with(':') || cell.contains(char::is_alphabetic) && !cell.contains(char::is_lowercase)
    };
    let titles = || body.iter().zip(&alone).filter(|(_, is)| **is).map(|(row, _)| row);
    let n = titles().count();
    alone.first() == Some(&true)
        && has_rows_below
        && n < body.len() - n + 1
        && (n > 1 || titles().all(|row| is_marked(&row)))
}

/// How many rows at the end are remarks: one cell each, behind a blank row, in a table of several columns.
fn remarks_below(names: &[String], body: &[&Row<'_>]) -> usize {
    let is_remark = |row: &Row<'_>| names.len() > 1 && row.filled().count() == 1;
    let n = body.iter().rev().take_while(|row| is_remark(row)).count();
    // The remarks begin behind the last gap among them.
    let first = body.len() - n;
    let gap = (first.max(1)..body.len()).find(|at| body[at - 1].line + 1 < body[*at].line && is_one_line(body[at - 1]));
    gap.map_or(0, |at| body.len() - at)
}

/// Whether no cell of a row has several lines: then the next row begins on the next line.
fn is_one_line(row: &Row<'_>) -> bool {
    row.cells.iter().all(|cell| !cell.contains('\n'))
}

/// Whether a row names a sum and has numbers beside it.
fn is_total(row: &Row<'_>) -> bool {
    const WORDS: [&str; 12] = [
        "total",
        "totals",
        "sum",
        "grand total",
        "summe",
        "gesamt",
        "somme",
        "suma",
        "totale",
        "totaal",
        "итого",
        "合計",
    ];
    let mut cells = row.filled().map(|column| row.cell(column));
    let is_named = cells.next().is_some_and(|cell| WORDS.contains(&normalized(cell).as_str()));
    let is_number = |cell: &str| cell.chars().any(|c| c.is_ascii_digit()) && !cell.contains(char::is_alphabetic);
    let rest: Vec<&str> = cells.collect();
    is_named && !rest.is_empty() && rest.iter().all(|cell| is_number(cell))
}

/// For each column, the field that it is: none for those without a value and for counters.
fn columns(
    names: &[String],
    body: &[&Row<'_>],
    kept: &[(&Row<'_>, Option<String>)],
    source: &mut Source<'_>,
    table: &Table<'_>,
) -> Vec<Option<usize>> {
    let n = body.iter().map(|row| row.cells.len()).max().unwrap_or(0).max(names.len());
    let mut columns = Vec::with_capacity(n);
    for column in 0..n {
        let name = names.get(column).map_or("", String::as_str);
        let values = || kept.iter().map(|(row, _)| row.cell(column));
        if values().all(str::is_empty) {
            columns.push(None);
            continue;
        }
        let is_unnamed = name.is_empty() || matches!(name, "#" | "No." | "Nr.");
        if is_unnamed && !names.is_empty() && is_counter(values()) {
            let text = "the column counts the rows; it is left out";
            let place = Place { sheet: table.sheet.clone(), ..Place::column(&letters(column)) };
            source.note(Kind::NotPublished, "counter", place, text);
            columns.push(None);
            continue;
        }
        let name = if name.is_empty() { format!("Column {}", letters(column)) } else { name.to_owned() };
        // Each column is a field of its own, whatever its name.
        columns.push(Some(source.add_field(&name, None)));
    }
    columns
}

/// Whether values are 0, 1, 2, … or 1, 2, 3, …, two at least.
fn is_counter<'a>(values: impl Iterator<Item = &'a str>) -> bool {
    let numbers: Option<Vec<u64>> = values.map(|value| clean(value).text.parse().ok()).collect();
    let Some(numbers) = numbers else { return false };
    numbers.len() > 1 && numbers[0] <= 1 && numbers.windows(2).all(|pair| pair[1] == pair[0] + 1)
}

#[cfg(test)]
mod tests {
    use super::super::delimited;
    use crate::import::pause::finish;

    #[track_caller]
    fn check(text: &str, fields: &[&str], n_items: usize, left_out: &[(usize, &str)]) {
        let source = finish(super::read(finish(delimited::read(text, None)), None));
        let names: Vec<&str> = source.fields.iter().map(|field| field.name.as_str()).collect();
        let notes: Vec<(usize, &str)> = source
            .notes
            .iter()
            .filter(|note| note.kind == super::Kind::LeftOut)
            .map(|note| (note.place.line, note.code))
            .collect();
        assert_eq!((names, source.items.len(), notes), (fields.to_vec(), n_items, left_out.to_vec()), "{text}");
    }

    #[test]
    fn the_header_is_found_below_titles_remarks_and_groups() {
        check("Title,Year\nA,2014\nB,2015", &["Title", "Year"], 2, &[]);
        check(
            "My list,spring\n----\n\nTitle,Author,Year\nA,B,1999",
            &["Title", "Author", "Year"],
            1,
            &[(1, "above-header"), (2, "comment")],
        );
        check(
            ",Source,,Access,\nTitle,Author,Year,Link,Price\nA,B,1999,https://a.b,2",
            &["Title", "Author", "Year", "Link", "Price"],
            1,
            &[],
        );
        check("A,https://a.b,2014\nB,https://b.c,2015", &["Column A", "Column B", "Column C"], 2, &[]);
    }

    #[test]
    fn rows_that_are_no_items_are_left_out_with_a_note() {
        check("Title,Pages\n(full title),(number)\nA,3", &["Title", "Pages"], 1, &[(2, "explanation")]);
        check("Title,Pages\nA,3\nTITLE,PAGES\nB,4", &["Title", "Pages"], 2, &[(3, "repeated-header")]);
        check(
            "Title,Author\nHISTORY,\nA,B\nSCIENCE,\nC,D",
            &["Title", "Author", "Section"],
            2,
            &[(2, "section"), (4, "section")],
        );
        check(
            "Title,Copies\nA,3\nB,4\nTotal,7\n\n\"Prices, May\",",
            &["Title", "Copies"],
            2,
            &[(4, "total"), (6, "below")],
        );
    }

    #[test]
    fn rows_that_only_lack_values_are_items() {
        check("Title,Author,Year\nShort row\nFine,B,2021", &["Title", "Author", "Year"], 2, &[]);
        check("Title,Year\nA,2014\nBare,", &["Title", "Year"], 2, &[]);
        check("Title,Author\nA,B,2009", &["Title", "Author", "Column C"], 1, &[]);
    }
}
