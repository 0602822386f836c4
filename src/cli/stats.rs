//! `explorer stats`: how much a catalog holds, facet by facet.

use std::borrow::Cow;
use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use super::catalog::{build_engine, exit_code, report_findings};
use super::input::Input;
use super::output::Output;
use super::terminal::{counted, print_lines};
use crate::explore::{State, explore};

/// How many values of a facet are listed.
const MOST: usize = 10;
/// How many characters of a title or a label are printed.
const MOST_SHOWN: usize = 200;

pub(super) fn run(file: &Path, is_strict: bool) -> Result<ExitCode> {
    let mut input = Input::open(file)?;
    let mut out = Output::stdout(&input)?;
    let (engine, findings) = build_engine(&mut input)?;
    print_lines(
        &mut out,
        [format!("{}: {}", shortened(&engine.head.title), counted(engine.len(), "resource")).into()],
    )?;
    let (_, counts) = explore(&engine, &State::default());
    for (facet, counts) in engine.facets.iter().zip(counts).filter(|(facet, _)| facet.is_used()) {
        let (key, n_values) = (&facet.definition.key, facet.values.len());
        let above = format!("{key} ({}, not stated {})", counted(n_values, "value"), counts.not_stated);
        print_lines(&mut out, ["".into(), above.into()])?;
        let mut values: Vec<_> = facet.values.iter().zip(counts.values).collect();
        values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let lines = values
            .into_iter()
            .take(MOST)
            .map(|(value, count)| format!("{count:>6}  {}", shortened(&value.label)).into());
        print_lines(&mut out, lines)?;
    }
    out.finish()?;
    report_findings(&input.name(), engine.len(), &findings);
    Ok(exit_code(findings.len(), is_strict))
}

/// A text, or its beginning where it is too long for a line.
fn shortened(text: &str) -> Cow<'_, str> {
    match text.char_indices().nth(MOST_SHOWN) {
        Some((end, _)) => format!("{}…", &text[..end]).into(),
        None => text.into(),
    }
}
