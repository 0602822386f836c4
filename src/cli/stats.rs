//! `explorer stats`: how much a catalog holds, facet by facet.

use std::path::Path;
use std::process::ExitCode;

use anyhow::Result;

use crate::explore::{Engine, State, explore};

/// How many values of a facet are listed.
const MOST: usize = 10;

pub(super) fn run(file: &Path) -> Result<ExitCode> {
    let (catalog, _) = super::load(file)?;
    let engine = Engine::new(catalog);
    println!("{}: {} resources", engine.head.title, engine.len());
    let (_, counts) = explore(&engine, &State::default());
    for (facet, counts) in engine.facets.iter().zip(counts).filter(|(facet, _)| facet.is_used()) {
        println!("\n{} ({} values, not stated {})", facet.definition.key, facet.values.len(), counts.not_stated);
        let mut values: Vec<_> = facet.values.iter().zip(counts.values).collect();
        values.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        for (value, count) in values.into_iter().take(MOST) {
            println!("{count:>6}  {}", value.label);
        }
    }
    Ok(ExitCode::SUCCESS)
}
