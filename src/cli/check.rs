//! `explorer check`: all findings, one a line.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

pub(super) fn run(file: &Path) -> Result<ExitCode> {
    let (catalog, findings) = super::load(file)?;
    for finding in &findings {
        println!("{}: {finding}", file.display());
    }
    eprintln!("{}: {} resources, {} findings", file.display(), catalog.resources.len(), findings.len());
    Ok(if findings.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
