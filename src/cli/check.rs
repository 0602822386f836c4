//! `explorer check`: all findings, one a line; behind them the values that are counted as one, and those that are nearly equal; and, where
//! that is asked for, what a curator may want to look at. As text, as CSV for a spreadsheet, or as JSON for programs.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use serde_json::json;

use super::input::{Input, no_catalog};
use super::output::Output;
use super::terminal::{counted, print_lines, report};
use crate::catalog::{Finding, n_findings, read_with_spellings};
use crate::export::csv_table;
use crate::i18n;
use crate::import::{Quality, Remark, Suggestion, remarks, suggest_themes};

/// The names of the columns.
const COLUMNS: [&str; 6] = ["kind", "line", "record", "id", "field", "text"];

/// Themes of less confidence are not suggested.
const LEAST_CONFIDENCE: f32 = 0.5;

/// What the command takes.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Arguments {
    /// The catalog, a JSON file.
    file: PathBuf,
    /// How the findings are written.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
    /// Adds what a curator may want to look at: what is missing, resources that seem to be one, values that are nearly equal or used once,
    /// and themes for resources that have none. It does not change the exit code.
    #[arg(long)]
    quality: bool,
}

/// How findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    Text,
    Csv,
    Json,
}

/// A finding or a remark in cells, as they stand under [`COLUMNS`].
type Row = [String; COLUMNS.len()];

pub(super) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let mut input = Input::open(&arguments.file)?;
    let mut out = Output::stdout(&input)?;
    let name = input.name();
    let read = read_with_spellings(&input.read()?);
    let (catalog, findings, spellings) = read.map_err(|error| no_catalog(&name, &error))?;
    let quality = arguments.quality.then(|| Quality::of(&catalog));
    let remarks = quality.as_ref().map(|quality| remarks(&catalog, quality)).unwrap_or_default();
    let suggested = if arguments.quality { suggest_themes(&catalog, LEAST_CONFIDENCE) } else { Vec::new() };
    let suggested: Vec<(&str, Vec<Suggestion>)> =
        suggested.into_iter().map(|(at, themes)| (catalog.resources[at].id.as_str(), themes)).collect();
    if arguments.format == Form::Text {
        print_lines(
            &mut out,
            findings.iter().chain(&spellings).map(|finding| format!("{name}: {}", i18n::finding(finding)).into()),
        )?;
        let quality = quality.as_ref().map(Quality::lines).unwrap_or_default();
        print_lines(&mut out, quality.iter().map(|line| format!("{name}: {line}").into()))?;
        let records = remarks.iter().filter(|remark| remark.code == "duplicate");
        print_lines(&mut out, records.map(|remark| format!("{name}: {} {}", id(remark), remark.text).into()))?;
        print_lines(&mut out, suggested.iter().map(|(id, of)| format!("{name}: {id}: {}", themes(of)).into()))?;
    } else {
        let rows = findings.iter().map(|finding| row("finding", finding));
        let rows = rows.chain(spellings.iter().map(|finding| row("value", finding)));
        let rows = rows.chain(remarks.iter().map(remark_row)).chain(suggested.iter().map(suggestion_row));
        out.text(&written(arguments.format, rows.collect())?)?;
    }
    out.finish()?;
    let mut counts = vec![counted(catalog.resources.len(), "resource"), counted(n_findings(&findings), "finding")];
    if !spellings.is_empty() {
        counts.push(format!("{} to look at", counted(spellings.len(), "value")));
    }
    if arguments.quality {
        counts.push(counted(remarks.len(), "remark"));
    }
    report(&format!("{name}: {}", counts.join(", ")));
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

/// The rows as CSV or as JSON: an array of objects, of which numbers are numbers and blank cells are left out.
fn written(form: Form, rows: Vec<Row>) -> Result<String> {
    if form == Form::Csv {
        let header = COLUMNS.map(str::to_owned).to_vec();
        return Ok(csv_table(&[header].into_iter().chain(rows.into_iter().map(Vec::from)).collect::<Vec<_>>()));
    }
    let object = |row: Row| {
        let cells = COLUMNS.into_iter().zip(row).filter(|(_, text)| !text.is_empty());
        let value = |(key, text): (&str, String)| match (key, text.parse::<u64>()) {
            ("line" | "record", Ok(number)) => (key.to_owned(), json!(number)),
            _ => (key.to_owned(), json!(text)),
        };
        serde_json::Value::Object(cells.map(value).collect())
    };
    Ok(serde_json::to_string_pretty(&rows.into_iter().map(object).collect::<Vec<_>>())? + "\n")
}

fn row(kind: &str, finding: &Finding) -> Row {
    let place = &finding.place;
    let number = |n: usize| if n == 0 { String::new() } else { n.to_string() };
    let of = |text: &Option<String>| text.clone().unwrap_or_default();
    let record = place.record.map(number).unwrap_or_default();
    [kind.to_owned(), number(place.line), record, of(&place.id), of(&place.field), i18n::finding_kind(&finding.kind)]
}

fn remark_row(remark: &Remark) -> Row {
    let (id, blank) = (id(remark).to_owned(), String::new);
    [remark.code.to_owned(), blank(), blank(), id, remark.field.clone(), remark.text.clone()]
}

fn suggestion_row((id, of): &(&str, Vec<Suggestion>)) -> Row {
    ["suggestion".to_owned(), String::new(), String::new(), (*id).to_owned(), "themes".to_owned(), themes(of)]
}

fn id(remark: &Remark) -> &str {
    remark.id.as_deref().unwrap_or_default()
}

/// Suggested themes with their confidence.
fn themes(of: &[Suggestion]) -> String {
    let all = of.iter().map(|of| format!("{} ({:.0} %)", of.theme, of.confidence * 100.0)).collect::<Vec<String>>();
    format!("perhaps {}", all.join(", "))
}
