//! `explorer index`: the saved index of a catalog, a file beside it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::catalog::{exit_code, report_findings};
use super::input::{Input, no_catalog};
use super::output::Output;
use super::terminal::report;
use crate::catalog::{Fingerprint, ReadError, ReadReport, Reader};
use crate::explore::Builder;

pub(super) fn run(file: &Path, out: Option<PathBuf>, is_strict: bool) -> Result<ExitCode> {
    let mut input = Input::open(file)?;
    let beside = || file.file_stem().map(|_| file.with_extension("index")).filter(|_| !input.is_stdin());
    let out = out.or_else(beside).context("an index of standard input has no name: say with --out where it goes")?;
    let mut out = Output::create(&out, &input)?;
    let bytes = input.read()?;
    let (builder, rest) = build(&bytes).map_err(|error| no_catalog(&input.name(), &error))?;
    let findings = rest.check(builder.store());
    report_findings(&input.name(), builder.store().len(), &findings);
    let index = builder.finish(rest.head).snapshot(Fingerprint::of(&bytes));
    out.bytes(&index)?;
    let name = out.name();
    out.finish()?;
    report(&format!(
        "{name}: {} bytes; it fits {} as that is now: make it again whenever the catalog changes",
        index.len(),
        input.name()
    ));
    Ok(exit_code(findings.len(), is_strict))
}

/// The saved index of a catalog's bytes.
pub(super) fn of(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let (builder, rest) = build(bytes)?;
    Ok(builder.finish(rest.head).snapshot(Fingerprint::of(bytes)))
}

/// The records of a catalog, and what stands beside them.
fn build(bytes: &[u8]) -> Result<(Builder, ReadReport), ReadError> {
    let (mut reader, mut builder) = (Reader::default(), Builder::default());
    reader.read(bytes, &mut |record| builder.push(record))?;
    let rest = reader.finish(&mut |record| builder.push(record))?;
    Ok((builder, rest))
}
