//! `explorer pack`: one HTML file with everything inside, which opens from disk in any browser.
//!
//! Style, glue and start script stand in the page as they are, allowed by their hashes alone; the WebAssembly module as
//! gzip + base64 in an inert script, the catalog as JSON with `<` escaped, or as gzip + base64 when it is large or has its
//! saved index beside it, which is for these very bytes.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use super::args::Sources;
use super::catalog::{catalog_for_page, exit_code};
use super::index;
use super::input::{Input, are_same, read_text};
use super::output::Output;
use super::terminal::{counted, report};
use crate::catalog::Catalog;
use crate::page::{self, Own, compressed, hash};

pub(super) fn run(sources: &Sources, is_strict: bool) -> Result<ExitCode> {
    let Sources { app, catalog: file, out, index: has_index, pages: has_pages, with_import, .. } = sources;
    if *has_pages {
        bail!("one file has no other pages: --pages is for `explorer render`");
    }
    let mut input = Input::open(file)?;
    let mut output = Output::create(out, &input)?;
    let given = input.read()?;
    let (catalog, bytes, n_findings) = catalog_for_page(&input.name(), &given)?;
    let index = has_index.then(|| index::of(&bytes)).transpose()?;
    let mut packed = pack(app, &template(app)?, &catalog, &bytes, index.as_deref())?;
    if *with_import {
        packed.add_own(app)?;
    }
    if let Some(part) = packed.parts.iter().find(|part| are_same(part, out)) {
        bail!("{} belongs to the built page in {}: say with --out where the file goes", part.display(), app.display());
    }
    output.bytes(packed.html.as_bytes())?;
    let name = output.name();
    output.finish()?;
    report(&format!("{name}: {}, {} bytes", counted(catalog.resources.len(), "resource"), packed.html.len()));
    Ok(exit_code(n_findings, is_strict))
}

/// The page of a built folder.
pub(super) fn template(app: &Path) -> Result<String> {
    read_text(&app.join(TEMPLATE))
        .with_context(|| format!("no built page in {}: run `make build` first", app.display()))
}

/// The name of the page in a built folder.
const TEMPLATE: &str = "index.html";

/// The licence notices of what is compiled into the page, in a built folder.
const NOTICES: &str = "THIRD-PARTY.txt";

/// The page of a built folder with everything inside: its own parts, a catalog, and where there is one its saved index.
pub(super) fn pack(
    app: &Path,
    template: &str,
    catalog: &Catalog,
    bytes: &[u8],
    index: Option<&[u8]>,
) -> Result<Packed> {
    let (html, first) = page::first_scripts(template, false)?;
    let parts = vec![app.join(TEMPLATE)];
    let own = attribute(template, "data-own").map(str::to_owned);
    let mut packed = Packed { html, parts, scripts: vec![first], styles: Vec::new(), own };
    packed.leave_own();
    packed.inline_styles(app)?;
    packed.inline_scripts(app)?;
    let notices = app.join(NOTICES);
    if notices.is_file() {
        page::add_part(&mut packed.html, "notices", &Input::open(&notices)?.read()?)?;
        packed.parts.push(notices);
    }
    packed.html = page::with_catalog(&packed.html, catalog, bytes, index)?;
    packed.html = page::policy(&packed.html, &packed.scripts.join(" "), &packed.styles.join(" "), "")?;
    Ok(packed)
}

/// A page on its way into one file, with the hashes of what it may run.
pub(super) struct Packed {
    pub(super) html: String,
    /// The files that it was made of.
    parts: Vec<PathBuf>,
    scripts: Vec<String>,
    styles: Vec<String>,
    /// What the files of the importer are called, without their endings, where it was built.
    own: Option<String>,
}

impl Packed {
    /// Takes away where the importer is: no file is beside the page.
    fn leave_own(&mut self) {
        if let Some(own) = &self.own {
            self.html = self.html.replacen(&format!(" data-own=\"{own}\""), "", 1);
        }
    }

    /// Adds the importer, with which whoever has the file makes others like it.
    fn add_own(&mut self, app: &Path) -> Result<()> {
        let own = self
            .own
            .clone()
            .with_context(|| format!("the page in {} was built without the importer", app.display()))?;
        let (script, style) = (self.part(app, &format!("{own}.js"))?, self.part(app, &format!("{own}.css"))?);
        let path = app.join(format!("{own}.wasm"));
        let module = Input::open(&path)?.read()?;
        self.parts.push(path);
        self.html = page::add_own(&self.html, Own { script: &script, module: &module, style: &style })?;
        Ok(())
    }

    /// Replaces each `<link rel="stylesheet" href="…">` with the style itself.
    fn inline_styles(&mut self, app: &Path) -> Result<()> {
        let linked = |html: &str| tags(html, "<link rel=\"stylesheet\"", ">").next().map(str::to_owned);
        while let Some(tag) = linked(&self.html) {
            let style = self.part(app, attribute(&tag, "href").context("a stylesheet without an address")?)?;
            self.styles.push(hash(&style));
            let kept = ["id", "media"].map(|name| attribute(&tag, name).map(|value| format!(" {name}=\"{value}\"")));
            let kept = kept.into_iter().flatten().collect::<String>();
            self.html = self.html.replacen(&tag, &format!("<style{kept}>{style}</style>"), 1);
        }
        Ok(())
    }

    /// Replaces each `<script … src="…"></script>` with the script itself.
    ///
    /// The one of the module goes to the end of the page: the parts that it wants stand before it.
    fn inline_scripts(&mut self, app: &Path) -> Result<()> {
        let mut last = String::new();
        let mut wasm = None;
        let external = |html: &str| {
            tags(html, "<script ", "</script>").find(|tag| attribute(tag, "src").is_some()).map(str::to_owned)
        };
        while let Some(tag) = external(&self.html) {
            wasm = wasm.or_else(|| attribute(&tag, "data-wasm").map(str::to_owned));
            let script = self.part(app, attribute(&tag, "src").unwrap_or_default())?.replace("</script", "<\\/script");
            self.scripts.push(hash(&script));
            let inline = format!("<script>{script}</script>");
            let stays = if attribute(&tag, "data-wasm").is_some() {
                last.push_str(&inline);
                last.push('\n');
                ""
            } else {
                &inline
            };
            self.html = self.html.replacen(&tag, stays, 1);
        }
        let path = app.join(wasm.context("index.html names no WebAssembly module")?);
        let module = Input::open(&path)?.read()?;
        self.parts.push(path);
        let parts = format!("<script type=\"text/plain\" id=\"module\">{}</script>\n{last}", compressed(&module));
        self.before_end(&parts)
    }

    /// A file that the page names, as text.
    fn part(&mut self, app: &Path, name: &str) -> Result<String> {
        let path = app.join(name);
        let text = read_text(&path).with_context(|| format!("{TEMPLATE} in {} names a part", app.display()))?;
        self.parts.push(path);
        Ok(text)
    }

    fn before_end(&mut self, parts: &str) -> Result<()> {
        let end = self.html.rfind("</body>").context("index.html has no </body>")?;
        self.html.insert_str(end, parts);
        Ok(())
    }
}

/// The tags that begin and end so.
fn tags<'a>(html: &'a str, start: &'a str, end: &'a str) -> impl Iterator<Item = &'a str> {
    html.match_indices(start).filter_map(move |(from, _)| {
        let to = html[from..].find(end)? + end.len();
        Some(&html[from..from + to])
    })
}

/// The value of a quoted attribute of a tag.
fn attribute<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let (_, value) = tag.split_once(&format!(" {name}=\""))?;
    value.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::{attribute, tags};

    #[test]
    fn tags_and_attributes_are_cut_out() {
        let html = "<p><script async src=\"./a.js\" data-wasm=\"b.wasm\"></script><script>1</script>";
        let found = tags(html, "<script ", "</script>").next();
        assert_eq!(found, Some("<script async src=\"./a.js\" data-wasm=\"b.wasm\"></script>"));
        assert_eq!(found.and_then(|tag| attribute(tag, "data-wasm")), Some("b.wasm"));
        assert_eq!(found.and_then(|tag| attribute(tag, "href")), None);
    }
}
