//! `explorer export`: a catalog, or what a search finds in it, in the format of another program.
//!
//! The text is written in parts as it is made: memory holds the catalog, never the export.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

use super::catalog::{build_engine, exit_code, report_findings};
use super::input::Input;
use super::output::Output;
use super::terminal::{counted, report};
use crate::explore::{Hint, explore, fragment, hints, parse_query};
use crate::export::{self, Export, Format, Known, Parts};
use crate::i18n;
use crate::limits::UNKNOWN_PAIRS;
use crate::search::query::QueryHint;

/// The words for all formats, as the command takes them.
pub(super) fn words() -> Vec<&'static str> {
    Format::ALL.into_iter().map(Format::word).collect()
}

pub(super) fn run(file: &Path, format: &str, query: &str, out: Option<&Path>, is_strict: bool) -> Result<ExitCode> {
    let Some(format) = Format::of(format) else { bail!("no such format: {format}") };
    let mut input = Input::open(file)?;
    let mut out = match out {
        Some(out) => Output::create(out, &input)?,
        None => Output::stdout(&input)?,
    };
    let (engine, findings) = build_engine(&mut input)?;
    let state = fragment::read(query, &engine.facets);
    let unknown = hints(&engine, &state).into_iter().find_map(|hint| match hint {
        Hint::Unknown { key, value } | Hint::NoSuchValue { key, value } => Some((key, value)),
        // What an address opens or compares does not change what is exported.
        _ => None,
    });
    for hint in hints(&engine, &state) {
        match hint {
            Hint::TooMany { key } => bail!("--query says {key} more often than is read: choose fewer values"),
            Hint::ManyUnknown(key) => bail!(
                "--query has {UNKNOWN_PAIRS} or more keys that mean nothing here, {key} first; take what stands behind # in the \
                page's address"
            ),
            _ => {}
        }
    }
    if let Some((key, value)) = unknown {
        bail!(
            "--query says {key}={value}, which this catalog does not know; take what stands behind # in the page's address"
        );
    }
    for hint in parse_query(&engine, &state.query).hints {
        if matches!(hint, QueryHint::TooLong | QueryHint::TooDeep) {
            report(&format!("--query: {}", i18n::query_hint(&hint, None)));
        }
    }
    let (matched, _) = explore(&engine, &state);
    let resources = matched.first.iter().map(|idx| engine.resource(*idx));
    let known = Known::new(&engine.store);
    let export = Export::new(format, export::Context::new(&engine.head, &known));
    for part in Parts::new(export, resources) {
        out.text(&part)?;
    }
    let name = out.name();
    out.finish()?;
    report_findings(&input.name(), engine.len(), &findings);
    report(&format!("{name}: {} of {}", matched.total, counted(engine.len(), "resource")));
    Ok(exit_code(findings.len(), is_strict))
}
