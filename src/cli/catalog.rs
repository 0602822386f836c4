//! Catalogs as the commands read them: with their findings, as an engine, or as the bytes of a page.

use std::borrow::Cow;

use anyhow::Result;

use super::input::{Input, no_catalog};
use super::terminal::report;
use crate::catalog::{Catalog, Finding, Reader, read};
use crate::explore::{Builder, Engine};

/// A catalog and its findings.
fn read_catalog(name: &str, bytes: &[u8]) -> Result<(Catalog, Vec<Finding>)> {
    read(bytes).map_err(|error| no_catalog(name, error))
}

/// The engine of a catalog, made while the file is read, and the number of findings.
pub(super) fn build_engine(input: &mut Input) -> Result<(Engine, usize)> {
    let (mut reader, mut builder) = (Reader::default(), Builder::default());
    input.read_chunks(&mut |chunk| reader.read(chunk, &mut |record| builder.push(record)))?;
    let rest = reader.finish(&mut |record| builder.push(record)).map_err(|error| no_catalog(&input.name(), error))?;
    let n_findings = rest.findings.len();
    Ok((builder.finish(rest.head), n_findings))
}

/// Returns a catalog for a page, and the bytes that the page is to read: the catalog written again without white space, or the
/// bytes of the input where there are findings, which the page then lists.
pub(super) fn catalog_for_page<'a>(name: &str, bytes: &'a [u8]) -> Result<(Catalog, Cow<'a, [u8]>)> {
    let (catalog, findings) = read_catalog(name, bytes)?;
    if findings.is_empty() {
        let shorter = serde_json::to_vec(&catalog)?;
        return Ok((catalog, shorter.into()));
    }
    report(&format!("explorer: {name}: {} findings; the page lists them, as does `explorer check`", findings.len()));
    Ok((catalog, bytes.into()))
}
