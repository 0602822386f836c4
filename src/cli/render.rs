//! `explorer render`: the hosted folder — the built page, its parts beside it, a catalog to fetch, and its saved index if that
//! is asked for.
//!
//! Everything is read before anything is written, and everything is written before anything has its name. The pages that name
//! the other files come last.

use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use super::args::Sources;
use super::catalog::{catalog_for_page, exit_code};
use super::input::{Input, are_same};
use super::output::Folder;
use super::terminal::{counted, report};
use super::unfinished::is_unfinished;
use super::{index, oembed, pack, static_pages};
use crate::page;

/// The catalog, beside the page.
const CATALOG: &str = "catalog.json";
/// The saved index, beside the catalog.
const INDEX: &str = "catalog.index";
/// The page.
const PAGE: &str = "index.html";
/// The page that says what a website allows.
const CHECK: &str = "check.html";
/// The page with everything inside, for sealed frames, from which it may fetch nothing.
const FILE: &str = "competency-explorer.html";

/// Files that are open for writing at a time.
const MOST_OPEN: usize = 100;

/// What is made, not copied.
const MADE: [&str; 5] = [CATALOG, INDEX, page::OEMBED, FILE, PAGE];

pub(super) fn run(sources: &Sources, is_strict: bool) -> Result<ExitCode> {
    let Sources { app, catalog: file, out, index: has_index, url, pages: has_pages, catalogs_from, .. } = sources;
    let mut input = Input::open(file)?;
    let mut folder = Folder::create(out)?;
    // The folder's own catalog is what the page fetches, as it is.
    let is_kept = input.is_at(&folder.path(CATALOG));
    let given = input.read()?;
    let (catalog, bytes, n_findings) = catalog_for_page(&input.name(), &given)?;
    let bytes = if is_kept { given.as_slice() } else { &bytes };
    let template = pack::template(app)?;
    let html = page::name_index(&page::name(&template, &catalog)?, has_index.then_some(INDEX))?;
    let html = page::share(&html, &catalog, url.as_deref())?;
    let connections = [vec!["'self'".to_owned()], catalogs_from.clone()].concat().join(" ");
    let (html, first) = page::first_scripts(&html, true)?;
    let html = page::policy(&html, &format!("'self' {first}"), "'self'", &connections)?;
    let index = has_index.then(|| index::of(bytes)).transpose()?;
    let packed = pack::pack(app, &template, &catalog, bytes, index.as_deref())?;

    for name in parts(app)? {
        let (from, to) = (app.join(&name), folder.path(&name));
        if !are_same(&from, &to) {
            refuse_part(app, &to)?;
            let bytes = Input::open(&from)?.read()?;
            let bytes = if name == CHECK { check_page(&from, &bytes)? } else { bytes };
            folder.put(&name, &bytes, &input)?;
        }
    }
    let oembed = url.as_deref().map(|url| oembed::oembed(&catalog, url)).transpose()?;
    let made = [
        (INDEX, index.as_deref()),
        (CATALOG, (!is_kept).then_some(bytes)),
        (page::OEMBED, oembed.as_deref().map(str::as_bytes)),
        (FILE, Some(packed.html.as_bytes())),
        (PAGE, Some(html.as_bytes())),
    ];
    for (name, bytes) in made {
        let Some(bytes) = bytes else { continue };
        refuse_part(app, &folder.path(name))?;
        folder.put(name, bytes, &input)?;
    }
    folder.publish()?;
    if let Some(url) = url.as_deref().filter(|_| *has_pages) {
        put_pages(out, &static_pages::pages(&catalog, url), &input)?;
    }
    if is_kept {
        report(&format!("{}: the catalog itself, kept as it is", out.join(CATALOG).display()));
    }
    report(&format!("{}: {}", out.display(), counted(catalog.resources.len(), "resource")));
    Ok(exit_code(n_findings, is_strict))
}

/// Writes the static pages into the folder, some at a time: each that is being written is an open file.
fn put_pages(out: &Path, pages: &[(String, String)], input: &Input) -> Result<()> {
    for some in pages.chunks(MOST_OPEN) {
        let mut folder = Folder::create(out)?;
        for (name, text) in some {
            folder.put(name, text.as_bytes(), input)?;
        }
        folder.publish()?;
    }
    report(&format!("{}: {}", out.display(), counted(pages.len(), "static file")));
    Ok(())
}

/// Refuses to write over the built page through a symbolic link from another folder.
fn refuse_part(app: &Path, target: &Path) -> Result<()> {
    let (Some(out), Ok(end), Ok(app)) = (target.parent(), target.canonicalize(), app.canonicalize()) else {
        return Ok(());
    };
    if end.parent() == Some(&app) && !are_same(out, &app) {
        let (target, app) = (target.display(), app.display());
        bail!("{target} belongs to the built page in {app}: say with --out where the folder goes");
    }
    Ok(())
}

/// The page that says what a website allows, with its texts.
fn check_page(path: &Path, bytes: &[u8]) -> Result<Vec<u8>> {
    let unfit = || format!("{} is not of this version", path.display());
    let html = std::str::from_utf8(bytes).with_context(unfit)?;
    Ok(page::check_page(html).with_context(unfit)?.into_bytes())
}

/// The names of the built page's files that are copied, in order.
fn parts(app: &Path) -> Result<Vec<std::ffi::OsString>> {
    let cannot_read = || format!("can’t read {}", app.display());
    let mut names = Vec::new();
    for entry in fs::read_dir(app).with_context(cannot_read)? {
        let entry = entry.with_context(cannot_read)?;
        let name = entry.file_name();
        let is_made = MADE.iter().any(|made| name == *made) || is_unfinished(&name);
        if entry.path().is_file() && !is_made {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
