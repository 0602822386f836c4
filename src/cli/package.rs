//! `explorer package`: a catalog as a Frictionless data package, in a folder or in a ZIP file.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::catalog::{exit_code, report_findings};
use super::input::{Input, no_catalog};
use super::output::{Folder, Output};
use super::terminal::{counted, report};
use crate::catalog::read;
use crate::export::data_package;
use crate::page::zipped;

/// What the command takes.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Arguments {
    /// The catalog, a JSON file.
    catalog: PathBuf,
    /// What is written: a folder, or a file where the name ends with .zip.
    #[arg(short, long)]
    out: PathBuf,
}

pub(super) fn run(arguments: &Arguments, is_strict: bool) -> Result<ExitCode> {
    let mut input = Input::open(&arguments.catalog)?;
    let name = input.name();
    let (catalog, findings) = read(&input.read()?).map_err(|error| no_catalog(&name, &error))?;
    let files = data_package(&catalog);
    if arguments.out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
        let mut out = Output::create(&arguments.out, &input)?;
        let files = files.iter().map(|(name, text)| (*name, text.as_bytes()));
        out.bytes(&zipped(files).context("can’t make the ZIP file")?)?;
        out.finish()?;
    } else {
        let mut folder = Folder::create(&arguments.out)?;
        for (file, text) in &files {
            folder.put(file, text.as_bytes(), &input)?;
        }
        folder.publish()?;
    }
    report_findings(&name, catalog.resources.len(), &findings);
    report(&format!("{}: {}", arguments.out.display(), counted(catalog.resources.len(), "resource")));
    Ok(exit_code(findings.len(), is_strict))
}
