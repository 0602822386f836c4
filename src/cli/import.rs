//! `explorer import`: a catalog out of tables, reference lists and JSON of other programs, with a report of what was read.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Result, anyhow, bail};

use super::diff::read_raw;
use super::input::Input;
use super::mapping_file;
use super::output::Output;
use super::progress::Progress;
use super::terminal::{counted, report};
use crate::catalog::{write_head, write_resource};
use crate::import::{
    Column, Failure, Import, KEPT_MAPPING, Kind, Mapping, Merge, NamedFile, NotTaken, Options, Quality, RawCatalog,
    Report, Role, is_hopeless, merge, read_all,
};

/// Notes of a kind that are listed; the others are counted.
const MOST_NOTES: usize = 100;
/// Bytes of files from which on the making of a catalog is shown as work that takes a while.
const LONG_BYTES: usize = 20_000_000;

/// What the command takes.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Arguments {
    /// The files, which become one catalog: CSV and its like, XLSX, ODS, JSON, BibTeX, RIS, in any encoding.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// What is written: the catalog.
    #[arg(short, long)]
    out: PathBuf,
    /// A catalog that the files are added to: new resources are added, blank fields filled, and what is stated stays.
    #[arg(long)]
    into: Option<PathBuf>,
    /// With --into: the values of the files take the place of those that the catalog states.
    #[arg(long, requires = "into")]
    replace: bool,
    /// A sheet of a workbook, by its name; may be repeated. Left out: those that hold tables and are not hidden.
    #[arg(long)]
    sheet: Vec<String>,
    /// What a column becomes: "Column=field", with a field such as title, link, authors, date, keywords, themes, own, private or
    /// none; may be repeated. Or the name of a mapping that --write-map wrote, which ends with .toml.
    #[arg(long, value_parser = rule)]
    map: Vec<Rule>,
    /// Writes what the columns became, for the next version of the same sheet.
    #[arg(long)]
    write_map: Option<PathBuf>,
    /// Keeps what the columns became in the catalog, where the next import --into it finds it.
    #[arg(long)]
    keep_map: bool,
    /// The encoding of a text, such as windows-1251; left out: the one that it seems to be in.
    #[arg(long)]
    encoding: Option<String>,
    /// The sign between the cells of a table, such as ";"; "tab" for a tab. Left out: the one that gives most rows the same cells.
    #[arg(long, value_parser = delimiter)]
    delimiter: Option<char>,
    /// The line of a table that names the columns, or the row of a sheet, from 1. Left out: the one that looks like it.
    #[arg(long)]
    header: Option<usize>,
    /// Reads marks such as 〃 and "ditto" as the value above; left out: as they are typed.
    #[arg(long)]
    fill_dittos: bool,
}

/// What is said of columns: of one, or of many in a file.
#[derive(Debug, Clone)]
enum Rule {
    Column(String, Role),
    File(PathBuf),
}

/// Reads a delimiter.
fn delimiter(text: &str) -> Result<char, String> {
    match text {
        "tab" | "\\t" => Ok('\t'),
        text => text.parse().ok().filter(char::is_ascii).ok_or_else(|| "name one sign of ASCII, or tab".to_owned()),
    }
}

/// Reads `Column=field`, or the name of a mapping.
fn rule(text: &str) -> Result<Rule, String> {
    if Path::new(text).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("toml")) {
        return Ok(Rule::File(text.into()));
    }
    let (column, word) =
        text.rsplit_once('=').ok_or("write it as Column=field, or name a mapping that ends with .toml")?;
    let words: Vec<&str> = Role::ALL.iter().map(|(word, _)| *word).collect();
    let role = Role::of(word.trim()).ok_or_else(|| format!("no such field; there are {}", words.join(", ")))?;
    Ok(Rule::Column(column.trim().to_owned(), role))
}

pub(super) fn run(arguments: &Arguments, is_strict: bool) -> Result<ExitCode> {
    let mut inputs = arguments.files.iter().map(|file| Input::open(file)).collect::<Result<Vec<Input>>>()?;
    let Some(first) = inputs.first() else { bail!("name a file") };
    if let Some(lost) = inputs.iter().find(|input| input.is_at(&arguments.out)) {
        bail!(
            "{} is one of the files that are read, and would be lost: say with --out where the output goes",
            lost.name()
        );
    }
    let base = arguments.into.as_deref().map(read_raw).transpose()?;
    let mut out = match &arguments.into {
        Some(into) => Output::create(&arguments.out, &Input::open(into)?)?,
        None => Output::create(&arguments.out, first)?,
    };
    let options = options(arguments, base.as_ref())?;
    let names: Vec<String> = inputs.iter().map(Input::name).collect();
    let mut progress = Progress::begin();
    let bytes = inputs.iter_mut().map(|input| input.read_unless(is_hopeless, &mut progress));
    let bytes = bytes.collect::<Result<Vec<Vec<u8>>>>()?;
    progress.begins("making the catalog", bytes.iter().map(Vec::len).sum::<usize>() > LONG_BYTES);
    let files: Vec<NamedFile<'_>> = names.iter().map(String::as_str).zip(bytes.into_iter().map(Into::into)).collect();
    let mut import = read_all(files, &options).map_err(|(at, failure)| refusal(&names[at], &failure))?;
    check_names(&options.roles, &import.report.columns)?;
    let mut merged = base.map(|base| merge(&base, &RawCatalog::of(&import.catalog), arguments.replace));
    if arguments.keep_map {
        let mapping = serde_json::to_value(Mapping::of(&import.report.columns))?;
        let head = merged.as_mut().map_or(&mut import.catalog.head.other, |merged| &mut merged.catalog.head);
        head.insert(KEPT_MAPPING.to_owned(), mapping);
    }
    match &merged {
        Some(merged) => out.text(&merged.catalog.to_json())?,
        None => write(&mut out, &import, &mut progress)?,
    }
    drop(progress);
    let written = out.name();
    out.finish()?;
    if let Some(file) = &arguments.write_map {
        let mut out = Output::create(file, &inputs[0])?;
        out.text(&mapping_file::text(&import.report.columns)?)?;
        out.finish()?;
    }
    print(&names.join(", "), &import.report);
    let n_resources = match &merged {
        Some(merged) => {
            print_merge(merged);
            merged.catalog.resources.len()
        }
        None => import.report.n_items,
    };
    if merged.is_none() {
        print_some("quality", &Quality::of_last(import.catalog).lines());
    }
    report(&format!("{written}: {}", counted(n_resources, "resource")));
    let has_warnings = import.report.of(Kind::Warning).next().is_some();
    Ok(if is_strict && has_warnings { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// What was decided beforehand: on the command line, in the mappings that it names, or in the catalog that the files are added to.
fn options(arguments: &Arguments, base: Option<&RawCatalog>) -> Result<Options> {
    let (mut roles, mut mapping, mut has_file) = (Vec::new(), Mapping::default(), false);
    let mut earlier = Mapping::default();
    for rule in &arguments.map {
        match rule {
            Rule::Column(name, role) => roles.push((name.clone(), *role)),
            Rule::File(file) => {
                has_file = true;
                mapping.columns.extend(mapping_file::read(file)?.columns);
            }
        }
    }
    let kept = base.and_then(|base| base.head.get(KEPT_MAPPING)).filter(|_| !has_file);
    if let Some(kept) = kept {
        earlier = serde_json::from_value(kept.clone()).unwrap_or_default();
    }
    let (sheets, encoding) = (arguments.sheet.clone(), arguments.encoding.clone());
    Ok(Options {
        sheets,
        roles,
        mapping,
        earlier,
        encoding,
        delimiter: arguments.delimiter,
        header: arguments.header,
        fills_dittos: arguments.fill_dittos,
        on_progress: None,
    })
}

/// Prints what a merge did: how many resources are new and met, then every value that was not taken or is gone.
fn print_merge(merge: &Merge) {
    let records = &merge.catalog.resources;
    report(&format!(
        "{} new, {} that were there, {} filled, {} replaced, {} not taken",
        merge.added.len(),
        merge.met.len(),
        counted(merge.filled.len(), "field"),
        merge.replaced.len(),
        merge.not_taken.len()
    ));
    let id = |at: usize| records.get(at).and_then(|record| record.get("id")?.as_str()).unwrap_or("the catalog");
    let line = |of: &NotTaken, what: &str| {
        let record = of.record.map_or("the catalog", id);
        format!("{record}: {}: {} {what} {}", of.key, shown(&of.stated), shown(&of.offered))
    };
    for line in merge.not_taken.iter().map(|of| line(of, "stays, and not")) {
        report(&format!("not taken: {line}"));
    }
    print_some("replaced", &merge.replaced.iter().map(|of| line(of, "is now")).collect::<Vec<String>>());
}

/// A value in a message.
fn shown(value: &serde_json::Value) -> String {
    crate::text::shortened(&value.to_string(), 80).into_owned()
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
fn write(out: &mut Output, import: &Import, progress: &mut Progress) -> Result<()> {
    let head = write_head(&import.catalog.head);
    out.text(head.strip_suffix('}').unwrap_or(&head))?;
    out.text(",\"resources\":[\n")?;
    for (at, resource) in import.catalog.resources.iter().enumerate() {
        out.text(if at == 0 { "" } else { ",\n" })?;
        out.text(&write_resource(resource))?;
        progress.at("writing the catalog", at as u64, import.report.n_items as u64);
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
    anyhow!("no catalog out of {name}: {failure}")
}
