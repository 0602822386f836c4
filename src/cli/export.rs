//! `explorer export`: a catalog, or what a search finds in it, in the format of another program.

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::explore::{Engine, explore, fragment};
use crate::export::{self, Export, Format, Known};

/// Bytes that are written at a time.
const PIECE: usize = 1 << 16;

/// The words for all formats, as the command takes them.
pub(super) fn words() -> Vec<&'static str> {
    Format::ALL.into_iter().map(Format::word).collect()
}

pub(super) fn run(file: &Path, format: &str, query: &str, out: Option<&Path>) -> Result<ExitCode> {
    let Some(format) = Format::of(format) else { bail!("no such format: {format}") };
    let (catalog, _) = super::load(file)?;
    let engine = Engine::new(catalog);
    let state = fragment::read(query, &engine.facets);
    if let Some((key, value)) = state.unknown.first() {
        bail!(
            "--query says {key}={value}, which this catalog does not know; take what stands behind # in the page's address"
        );
    }
    let (matched, _) = explore(&engine, &state);
    let target = || out.map_or_else(|| "the output".to_owned(), |out| out.display().to_string());
    let mut writer: Box<dyn std::io::Write> = match out {
        Some(out) => Box::new(fs::File::create(out).with_context(|| format!("can’t write {}", target()))?),
        None => Box::new(std::io::stdout()),
    };
    let known = Known::new(&engine.store);
    let (mut export, mut text) = (Export::new(format, export::Context::new(&engine.head, &known)), String::new());
    let mut write = |text: &mut String| {
        let done = writer.write_all(text.as_bytes()).with_context(|| format!("can’t write {}", target()));
        text.clear();
        done
    };
    for idx in matched.first {
        export.push(&engine.resource(idx), &mut text);
        if text.len() >= PIECE {
            write(&mut text)?;
        }
    }
    export.finish(&mut text);
    write(&mut text)?;
    eprintln!("{}: {} of {} resources", target(), matched.total, engine.len());
    Ok(ExitCode::SUCCESS)
}
