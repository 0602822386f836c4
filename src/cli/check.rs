//! `explorer check`: all findings, one a line; behind them the values that are counted as one, and those that are nearly equal; and, where
//! that is asked for, what a curator may want to look at. As text, as CSV for a spreadsheet, or as JSON for programs.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::SystemTime;

use anyhow::Result;
use serde_json::json;

use super::input::{Input, no_catalog};
use super::output::Output;
use super::terminal::{counted, print_lines, report};
use crate::catalog::{
    Catalog, Finding, FindingKind, HashSet, Odd, PartialDate, Place, Resource, at_their_keys, n_findings,
    read_with_spellings,
};
use crate::export::{Class, Kind, OTHER, csv_table};
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
    let bytes = input.read()?;
    let read = read_with_spellings(&bytes);
    let (catalog, mut findings, mut spellings) = read.map_err(|error| no_catalog(&name, &error))?;
    let mut more: Vec<Finding> = changed_tomorrow(&catalog, now()).into_iter().collect();
    at_their_keys(&bytes, &mut more);
    findings.splice(0..0, more);
    let mut types = plain_types(&catalog);
    at_their_keys(&bytes, &mut types);
    spellings.splice(0..0, types);
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

/// The seconds since 1970.
fn now() -> u64 {
    SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).map_or(0, |time| time.as_secs())
}

/// The finding that the last change of a catalog is yet to come, by the seconds since 1970: in no time zone has its day begun.
fn changed_tomorrow(catalog: &Catalog, now: u64) -> Option<Finding> {
    const ZONE_AHEAD: u64 = 14 * 3600;
    let updated = catalog.head.updated.as_deref()?;
    let date = PartialDate::read(updated).ok()?;
    let (year, month, day) = day_of(now + ZONE_AHEAD);
    let stated = (u64::from(date.year()), date.month().map_or(0, u64::from), date.day().map_or(0, u64::from));
    let place = Place { field: Some("updated".to_owned()), line: 1, ..Place::default() };
    let kind = FindingKind::Odd(Odd::Future, updated.to_owned());
    (stated > (year, month, day)).then_some(Finding { place, kind })
}

/// Year, month and day of seconds since 1970 (Hinnant, “chrono-compatible low-level date algorithms”, `civil_from_days`).
fn day_of(seconds: u64) -> (u64, u64, u64) {
    let days = seconds / 86_400 + 719_468;
    let (era, of_era) = (days / 146_097, days % 146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let shifted = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 { shifted + 3 } else { shifted - 9 };
    (year + era * 400 + u64::from(month < 3), month, day)
}

/// The types of resources that are cited as documents of no kind, each once, at its first such resource.
fn plain_types(catalog: &Catalog) -> Vec<Finding> {
    let mut met = HashSet::default();
    // What stands in books is known without the name of its book.
    let is_of_books = |id: &str| {
        let in_book =
            Resource { r#type: Some(id.to_owned()), container: Some("Book".to_owned()), ..Resource::default() };
        Kind::of(&in_book).class == Class::Chapter
    };
    let of = |(record, resource): (usize, &Resource)| {
        let id = resource.r#type.as_deref().filter(|id| Kind::of(resource) == OTHER && !is_of_books(id))?;
        let place =
            Place { record: Some(record), id: Some(resource.id.clone()), field: Some("type".to_owned()), line: 1 };
        met.insert(id.to_owned()).then(|| Finding { place, kind: FindingKind::Odd(Odd::PlainType, id.to_owned()) })
    };
    (1..).zip(&catalog.resources).filter_map(of).collect()
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

#[cfg(test)]
mod tests {
    use super::{changed_tomorrow, day_of, plain_types};
    use crate::catalog::{Catalog, Head, Resource};

    #[test]
    fn a_type_that_is_cited_as_a_document_of_no_kind_is_found_once() {
        let of = |id: &str, title: &str, container: Option<&str>| Resource {
            title: title.to_owned(),
            r#type: Some(id.to_owned()),
            container: container.map(str::to_owned),
            ..Resource::default()
        };
        for (id, container, is_found) in [
            ("zine", None, true),
            ("zine", Some("Journal of Zines"), false),
            ("report", None, false),
            ("phd-thesis", None, false),
            ("web-page", None, false),
            ("chapter", None, false),
            ("chapter", Some("Handbook"), false),
        ] {
            let resources = vec![of(id, "A", container), of(id, "B", container)];
            let catalog = Catalog { head: Head::default(), resources };
            assert_eq!(plain_types(&catalog).len(), usize::from(is_found), "{id}");
        }
    }

    #[test]
    fn a_change_is_found_that_is_yet_to_come_in_every_time_zone() {
        assert_eq!(day_of(0), (1970, 1, 1));
        assert_eq!(day_of(951_782_400), (2000, 2, 29));
        assert_eq!(day_of(1_772_323_199), (2026, 2, 28));
        // The first of March 2026, at noon.
        let now = 1_772_366_400;
        for (updated, is_found) in [
            ("2026-03-01", false),
            ("2026-03-02", false),
            ("2026-03-03", true),
            ("2026-03", false),
            ("2026-04", true),
            ("2026", false),
            ("2027", true),
            ("soon", false),
        ] {
            let head = Head { updated: Some(updated.to_owned()), ..Head::default() };
            let catalog = Catalog { head, resources: Vec::new() };
            assert_eq!(changed_tomorrow(&catalog, now).is_some(), is_found, "{updated}");
        }
    }
}
