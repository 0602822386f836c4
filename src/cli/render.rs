//! `explorer render`: the hosted folder — the built page, its parts beside it, a catalog to fetch, and its saved index if that
//! is asked for.

use std::fs;
use std::process::ExitCode;

use anyhow::{Context, Result};

use super::{Sources, index, pack, page};

/// The saved index, beside the catalog.
const INDEX: &str = "catalog.index";

/// The pages that are made, not copied.
const PAGES: [&str; 2] = ["index.html", "competency-explorer.html"];

pub(super) fn run(sources: &Sources) -> Result<ExitCode> {
    let Sources { app, catalog: file, out, index: has_index, url, catalogs_from } = sources;
    let (catalog, bytes) = super::load_for_page(file)?;
    let html = fs::read_to_string(app.join("index.html"))
        .with_context(|| format!("no built page in {}: run `make build` first", app.display()))?;
    let html = page::name_index(&page::name(&html, &catalog)?, has_index.then_some(INDEX))?;
    let url = url.as_deref().map(with_slash);
    let html = page::share(&html, &catalog, url.as_deref())?;
    let connections = [vec!["'self'".to_owned()], catalogs_from.clone()].concat().join(" ");
    let (html, leave) = page::leave_sealed(&html, true)?;
    let html = page::policy(&html, &format!("'self' {leave}"), "'self'", &connections)?;
    fs::create_dir_all(out).with_context(|| format!("can’t make {}", out.display()))?;
    let same = out.canonicalize()? == app.canonicalize()?;
    for entry in fs::read_dir(app)? {
        let path = entry?.path();
        let is_part = path.is_file() && !PAGES.iter().any(|page| path.ends_with(page));
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
    if let Some(url) = &url {
        write(page::OEMBED, page::oembed(&catalog, url)?.as_bytes())?;
    }
    fs::write(out.join(PAGES[0]), html)?;
    // What sealed frames are given in place of the folder, from which they may fetch nothing.
    pack::run(&Sources { out: out.join(PAGES[1]), ..sources.clone() })?;
    eprintln!("{}: {} resources", out.display(), catalog.resources.len());
    Ok(ExitCode::SUCCESS)
}

/// The address of a folder, with the slash at its end.
fn with_slash(url: &str) -> String {
    format!("{}/", url.trim_end_matches('/'))
}
