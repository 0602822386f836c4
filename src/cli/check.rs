//! `explorer check`: all findings, one a line; behind them the values that are counted as one, and those that are nearly equal.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::input::{Input, no_catalog};
use super::output::Output;
use super::terminal::{counted, print_lines, report};
use crate::catalog::read_with_spellings;
use crate::i18n;

pub(super) fn run(file: &Path) -> Result<ExitCode> {
    let mut input = Input::open(file)?;
    let mut out = Output::stdout(&input)?;
    let name = input.name();
    let read = read_with_spellings(&input.read()?);
    let (catalog, findings, spellings) = read.map_err(|error| no_catalog(&name, &error))?;
    print_lines(
        &mut out,
        findings.iter().chain(&spellings).map(|finding| format!("{name}: {}", i18n::finding(finding)).into()),
    )?;
    out.finish()?;
    let mut counts = vec![counted(catalog.resources.len(), "resource"), counted(findings.len(), "finding")];
    if !spellings.is_empty() {
        counts.push(format!("{} to look at", counted(spellings.len(), "value")));
    }
    report(&format!("{name}: {}", counts.join(", ")));
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
