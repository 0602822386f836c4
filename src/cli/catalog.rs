//! Catalogs as the commands read them: with their findings, as an engine, or as the bytes of a page.

use std::borrow::Cow;
use std::process::ExitCode;

use anyhow::Result;

use super::input::{Input, no_catalog};
use super::terminal::{counted, report};
use crate::catalog::{Catalog, Finding, FindingKind, Place, Reader, n_findings, read};
use crate::explore::{Builder, Engine};

/// The engine of a catalog, made while the file is read, and what was found.
pub(super) fn build_engine(input: &mut Input) -> Result<(Engine, Vec<Finding>)> {
    let (mut reader, mut builder) = (Reader::default(), Builder::default());
    input.read_chunks(&mut |chunk| reader.read(chunk, &mut |record| builder.push(record)))?;
    let rest = reader.finish(&mut |record| builder.push(record)).map_err(|error| no_catalog(&input.name(), &error))?;
    let findings = rest.check(builder.store());
    Ok((builder.finish(rest.head), findings))
}

/// A catalog for a page, the bytes that the page is to read, and the number of findings, which are reported: the catalog is written
/// again without white space, or the bytes are those of the input where there are findings, which the page then lists.
pub(super) fn catalog_for_page<'a>(name: &str, bytes: &'a [u8]) -> Result<(Catalog, Cow<'a, [u8]>, usize)> {
    let (catalog, findings) = read(bytes).map_err(|error| no_catalog(name, &error))?;
    report_findings(name, catalog.resources.len(), &findings);
    let bytes = if findings.is_empty() { serde_json::to_vec(&catalog)?.into() } else { bytes.into() };
    Ok((catalog, bytes, findings.len()))
}

/// The exit code of a command that wrote what could be read: with `--strict`, 1 where there are findings, as `check` has it.
pub(super) fn exit_code(n_findings: usize, is_strict: bool) -> ExitCode {
    if is_strict && n_findings > 0 { ExitCode::from(1) } else { ExitCode::SUCCESS }
}

/// Reports to standard error where a file breaks off and what is lost, how many records were left out, and how many findings there
/// are; nothing where there are none.
pub(super) fn report_findings(name: &str, n_resources: usize, findings: &[Finding]) {
    for line in summary(name, n_resources, findings) {
        report(&line);
    }
}

fn summary(name: &str, n_resources: usize, findings: &[Finding]) -> Vec<String> {
    let mut lines = Vec::new();
    let read = counted(n_resources, "resource");
    for Finding { place: Place { record, id, line, .. }, kind } in findings {
        let within = match kind {
            FindingKind::Truncated => {
                let id = id.as_ref().map(|id| format!(" ({id})")).unwrap_or_default();
                format!("inside record {}{id}, which begins on line {line}", record.unwrap_or_default())
            }
            FindingKind::Unclosed => format!("on line {line}, before its brackets are closed"),
            _ => continue,
        };
        lines.push(format!(
            "explorer: warning: {name} breaks off {within}: {read} read, what follows is missing; get the whole file"
        ));
    }
    let is_left_out = |finding: &&Finding| {
        use FindingKind::{BrokenRecord, DuplicateId, NoId, NoTitle, NotARecord};
        matches!(finding.kind, BrokenRecord(_) | DuplicateId | NoId | NoTitle | NotARecord(_))
    };
    let n_left_out = findings.iter().filter(is_left_out).count();
    let n = n_findings(findings);
    if n_left_out > 0 {
        let least = if n > findings.len() { "at least " } else { "" };
        lines
            .push(format!("explorer: warning: {name}: {least}{} left out, {read} read", counted(n_left_out, "record")));
    }
    if !findings.is_empty() {
        let them = if n == 1 { "it" } else { "them" };
        lines.push(format!("explorer: {name}: {}; `explorer check` lists {them}", counted(n, "finding")));
    }
    lines
}
