//! `explorer export`: a catalog, or what a search finds in it, in the format of another program.
//!
//! The text is written in parts as it is made: memory holds the catalog, never the export.

use std::path::Path;
use std::process::ExitCode;

use anyhow::{Result, bail};

use super::input::Input;
use super::output::Output;
use super::terminal::report;
use crate::catalog::Resource;
use crate::explore::{explore, fragment};
use crate::export::{self, Export, Format, Known};

/// Bytes of text after which a part is written.
const PART: usize = 1 << 16;

/// The words for all formats, as the command takes them.
pub(super) fn words() -> Vec<&'static str> {
    Format::ALL.into_iter().map(Format::word).collect()
}

pub(super) fn run(file: &Path, format: &str, query: &str, out: Option<&Path>) -> Result<ExitCode> {
    let Some(format) = Format::of(format) else { bail!("no such format: {format}") };
    let mut input = Input::open(file)?;
    let mut out = match out {
        Some(out) => Output::create(out, &input)?,
        None => Output::stdout(&input)?,
    };
    let engine = super::build_engine(&mut input)?;
    let state = fragment::read(query, &engine.facets);
    if let Some((key, value)) = state.unknown.first() {
        bail!(
            "--query says {key}={value}, which this catalog does not know; take what stands behind # in the page's address"
        );
    }
    let (matched, _) = explore(&engine, &state);
    let resources = matched.first.iter().map(|idx| engine.resource(*idx));
    let known = Known::new(&engine.store);
    let export = Export::new(format, export::Context::new(&engine.head, &known));
    write_parts(export, resources, &mut |part| out.text(part))?;
    let name = out.name();
    out.finish()?;
    report(&format!("{name}: {} of {} resources", matched.total, engine.len()));
    Ok(ExitCode::SUCCESS)
}

/// Writes resources part by part.
fn write_parts(
    mut export: Export<'_>,
    resources: impl Iterator<Item = Resource>,
    write: &mut dyn FnMut(&str) -> Result<()>,
) -> Result<()> {
    let mut text = String::new();
    for resource in resources {
        export.push(&resource, &mut text);
        if text.len() >= PART {
            write(&text)?;
            text.clear();
        }
    }
    export.finish(&mut text);
    write(&text)
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::{PART, write_parts};
    use crate::catalog::{Head, Resource};
    use crate::export::{Export, Format, export};

    #[test]
    fn every_format_is_written_in_parts_of_bounded_size_that_together_are_the_export() {
        let summary = Some("A sentence about mastery. ".repeat(200));
        let resource = |n: u32| Resource {
            id: format!("r{n}"),
            title: format!("Title {n}"),
            summary: summary.clone(),
            ..Resource::default()
        };
        let resources: Vec<Resource> = (0..300).map(resource).collect();
        let head = Head::default();
        for format in Format::ALL {
            let (mut whole, mut n_parts) = (String::new(), 0);
            write_parts(Export::new(format, &head), resources.iter().cloned(), &mut |part| {
                assert!(part.len() < PART + 20_000, "{format:?}: {} bytes", part.len());
                whole.push_str(part);
                n_parts += 1;
                Ok(())
            })
            .unwrap();
            assert!(whole == export(format, &head, resources.iter().cloned()), "{format:?}");
            assert!(n_parts >= whole.len() / (PART + 20_000), "{format:?}: {n_parts} parts, {} bytes", whole.len());
        }
    }
}
