//! `explorer render`: the hosted folder — the built page, its parts beside it, a catalog to fetch, and its saved index if that
//! is asked for.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::{Sources, index, page};

/// The saved index, beside the catalog.
const INDEX: &str = "catalog.index";

pub(super) fn run(sources: &Sources) -> Result<ExitCode> {
    let Sources { app, catalog: file, out, index: has_index } = sources;
    let (catalog, bytes) = super::load_for_page(file)?;
    let html = fs::read_to_string(app.join("index.html"))
        .with_context(|| format!("no built page in {}: run `make build` first", app.display()))?;
    let html = page::name_index(&page::name(&html, &catalog)?, has_index.then_some(INDEX))?;
    let html = page::policy(&html, "'self'", "'self'", "'self'")?;
    fs::create_dir_all(out).with_context(|| format!("can’t make {}", out.display()))?;
    let same = out.canonicalize()? == app.canonicalize()?;
    for entry in fs::read_dir(app)? {
        let path = entry?.path();
        let is_part = path.is_file() && path.extension().is_some_and(|ending| ending != "html");
        if let Some(name) = path.file_name().filter(|_| is_part && !same) {
            fs::copy(&path, out.join(name)).with_context(|| format!("can’t copy {}", path.display()))?;
        }
    }
    let write = |name: &str, bytes: &[u8]| {
        let target = out.join(name);
        fs::write(&target, bytes).with_context(|| format!("can’t write {}", target.display()))
    };
    if *has_index {
        write(INDEX, &index::of(&bytes)?)?;
    }
    write("catalog.json", &bytes)?;
    fs::write(out.join("index.html"), html)?;
    eprintln!("{}: {} resources", out.display(), catalog.resources.len());
    Ok(ExitCode::SUCCESS)
}
