//! `explorer diff`: what differs between two catalogs, as lines, as JSON or as a note in Markdown.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Result;

use super::catalog::report_findings;
use super::input::{Input, no_catalog};
use super::output::Output;
use super::terminal::{counted, print_lines, report};
use crate::import::{Diff, RawCatalog, diff};

/// What the command takes.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Arguments {
    /// The catalog as it was.
    before: PathBuf,
    /// The catalog as it is.
    after: PathBuf,
    /// How the changes are written: a line each, JSON for programs, or a note in Markdown for readers.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

/// How changes are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Form {
    Text,
    Json,
    Markdown,
}

/// Prints the changes; the exit code is 1 where there are some, as that of `diff` is.
pub(super) fn run(arguments: &Arguments) -> Result<ExitCode> {
    let mut input = Input::open(&arguments.before)?;
    let mut out = Output::stdout(&input)?;
    let before = raw_catalog(&mut input)?;
    let after = read_raw(&arguments.after)?;
    let diff = diff(&before, &after);
    write(&mut out, arguments.format, &diff, &before)?;
    out.finish()?;
    report(&counted(diff.changes.len(), "change"));
    Ok(if diff.changes.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn write(out: &mut Output, form: Form, diff: &Diff, before: &RawCatalog) -> Result<()> {
    match form {
        Form::Text => print_lines(out, diff.lines(before).into_iter().map(Into::into)),
        Form::Markdown => out.text(&diff.note(before)),
        Form::Json => out.text(&(serde_json::to_string_pretty(diff)? + "\n")),
    }
}

/// A catalog as its JSON objects, with what was found reported.
pub(super) fn read_raw(path: &Path) -> Result<RawCatalog> {
    raw_catalog(&mut Input::open(path)?)
}

fn raw_catalog(input: &mut Input) -> Result<RawCatalog> {
    let name = input.name();
    let (catalog, findings) = RawCatalog::read(&input.read()?).map_err(|error| no_catalog(&name, &error))?;
    report_findings(&name, catalog.resources.len(), &findings);
    Ok(catalog)
}
