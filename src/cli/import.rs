//! `explorer import`: a catalog out of tables, reference lists and JSON of other programs, with a report of what was read.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};

use super::input::Input;
use super::output::Output;
use super::terminal::{counted, report};
use crate::catalog::{write_head, write_resource};
use crate::import::{Column, Failure, Format, Import, Kind, Options, Quality, Report, Role, read};

/// Notes of a kind that are listed; the others are counted.
const MOST_NOTES: usize = 100;

/// What the command takes.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Arguments {
    /// The file: CSV and its like, XLSX, ODS, JSON, BibTeX, RIS, in any encoding.
    file: PathBuf,
    /// What is written: the catalog.
    #[arg(short, long)]
    out: PathBuf,
    /// A sheet of a workbook, by its name; may be repeated. Left out: those that hold tables and are not hidden.
    #[arg(long)]
    sheet: Vec<String>,
    /// What a column becomes: "Column=field", with a field such as title, link, authors, date, keywords, themes, own, private or
    /// none; may be repeated.
    #[arg(long, value_parser = mapping)]
    map: Vec<(String, Role)>,
    /// The encoding of a text, such as windows-1251; left out: the one that it seems to be in.
    #[arg(long)]
    encoding: Option<String>,
}

/// Reads `Column=field`.
fn mapping(text: &str) -> Result<(String, Role), String> {
    let (column, word) = text.rsplit_once('=').ok_or("write it as Column=field")?;
    let words: Vec<&str> = Role::ALL.iter().map(|(word, _)| *word).collect();
    let role = Role::of(word.trim()).ok_or_else(|| format!("no such field; there are {}", words.join(", ")))?;
    Ok((column.trim().to_owned(), role))
}

pub(super) fn run(arguments: &Arguments, is_strict: bool) -> Result<ExitCode> {
    let mut input = Input::open(&arguments.file)?;
    let mut out = Output::create(&arguments.out, &input)?;
    let name = input.name();
    let bytes = input.read()?;
    let options =
        Options { sheets: arguments.sheet.clone(), roles: arguments.map.clone(), encoding: arguments.encoding.clone() };
    let import = read(&name, &bytes, &options).map_err(|failure| refusal(&name, &failure))?;
    check_names(&arguments.map, &import.report.columns)?;
    write(&mut out, &import)?;
    let written = out.name();
    out.finish()?;
    print(&name, &import.report);
    print_some("quality", &Quality::of(&import.catalog).lines());
    report(&format!("{written}: {}", counted(import.report.n_items, "resource")));
    let has_warnings = import.report.of(Kind::Warning).next().is_some();
    Ok(if is_strict && has_warnings { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// A column that `--map` names has to be there.
fn check_names(asked: &[(String, Role)], columns: &[Column]) -> Result<()> {
    for (name, _) in asked {
        if !columns.iter().any(|column| column.is_called(name)) {
            let names: Vec<&str> = columns.iter().map(|column| column.name.as_str()).collect();
            bail!("--map names the column {name}, which is not there; there are {}", names.join(", "));
        }
    }
    Ok(())
}

/// Writes a catalog with a record a line.
fn write(out: &mut Output, import: &Import) -> Result<()> {
    let head = write_head(&import.catalog.head);
    out.text(head.strip_suffix('}').unwrap_or(&head))?;
    out.text(",\"resources\":[\n")?;
    for (at, resource) in import.catalog.resources.iter().enumerate() {
        out.text(if at == 0 { "" } else { ",\n" })?;
        out.text(&write_resource(resource))?;
    }
    out.text("\n]}\n")
}

/// Prints the report: how much was read, what the columns became, then the notes.
fn print(name: &str, of: &Report) {
    let n = |n: usize, what: &str| counted(n, what);
    report(&format!(
        "{name}: {} read, {} made, {} left out",
        n(of.n_read, "row"),
        n(of.n_items, "item"),
        of.n_left_out()
    ));
    for column in &of.columns {
        report(&column_line(column));
    }
    for (kind, title) in [
        (Kind::LeftOut, "left out"),
        (Kind::Warning, "to look at"),
        (Kind::NotPublished, "not published"),
        (Kind::Guess, "guessed"),
    ] {
        let notes: Vec<String> = of.of(kind).map(ToString::to_string).collect();
        print_some(title, &notes);
    }
}

/// Prints the first of some lines, and how many more there are.
fn print_some(title: &str, lines: &[String]) {
    for line in lines.iter().take(MOST_NOTES) {
        report(&format!("{title}: {line}"));
    }
    if lines.len() > MOST_NOTES {
        report(&format!("{title}: {} more", lines.len() - MOST_NOTES));
    }
}

/// One line on what a column became.
fn column_line(column: &Column) -> String {
    let sheet = column.sheet.as_ref().map(|sheet| format!("sheet {sheet}, ")).unwrap_or_default();
    let samples = column.samples.iter().map(|sample| sample.replace('\n', " ")).collect::<Vec<String>>().join(" | ");
    let what = match column.role {
        Role::Own => format!("own field {}", column.label),
        role => role.word().to_owned(),
    };
    format!("{sheet}column {} -> {what} ({}: {samples})", column.name, counted(column.n_filled, "value"))
}

/// Why a file gives no catalog, and what to do.
fn refusal(name: &str, failure: &Failure) -> anyhow::Error {
    let why = match failure {
        Failure::Encoding(encoding) => format!("no encoding is called {encoding}"),
        Failure::Sheet(sheet) => format!("it has no sheet called {sheet}"),
        Failure::Broken(why) => format!("the workbook can’t be read: {why}"),
        Failure::Format(format) => match format {
            Format::Empty => "the file is empty",
            Format::OldWorkbook => {
                "it is in the old Excel format (.xls) or protected by a password: save it as .xlsx without a password, or as CSV"
            }
            Format::Pdf => "it is a PDF: take the table or list that it was made of",
            Format::Html => "it is a web page: copy its table into a spreadsheet, and save that as CSV",
            Format::Xml => "it is XML: open it in the program that wrote it, and save it as CSV, XLSX, RIS or BibTeX",
            Format::Archive => "it is an archive: take out the file that is meant",
            _ => "it is no text and no workbook: save it as CSV or XLSX",
        }
        .to_owned(),
    };
    anyhow!("no catalog out of {name}: {why}")
}
