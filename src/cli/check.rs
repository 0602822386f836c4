//! `explorer check`: all findings, one a line.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::input::Input;
use super::output::Output;
use super::terminal::{print_lines, report};

pub(super) fn run(file: &Path) -> Result<ExitCode> {
    let mut input = Input::open(file)?;
    let mut out = Output::stdout(&input)?;
    let (catalog, findings) = super::read_catalog(&input.name(), &input.read()?)?;
    let name = input.name();
    print_lines(&mut out, findings.iter().map(|finding| format!("{name}: {finding}").into()))?;
    out.finish()?;
    report(&format!("{name}: {} resources, {} findings", catalog.resources.len(), findings.len()));
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
