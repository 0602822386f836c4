//! `explorer notices`: the licence notices of the crates that are compiled into the page, for the build.
//!
//! `cargo metadata` says which crates those are (not those that only run while compiling), and where their licence files lie.
//! Where a crate offers MIT among others, that is what it is used under; crates with the same text share it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use super::input::{Input, read_text};
use super::output::Output;

/// What the names of licence files begin with.
const LICENCE_FILES: [&str; 5] = ["LICENSE", "LICENCE", "COPYING", "UNLICENSE", "NOTICE"];

/// What stands at the beginning.
const HEAD: &str = "The Competency Explorer is made of these programs of others, compiled into its WebAssembly module and the glue beside it.\n\
    Each is followed by its licence. The Rust standard library (the Rust project contributors, MIT or Apache-2.0,\n\
    https://github.com/rust-lang/rust) is a part of it, too.\n";

pub(super) fn run(metadata: &Path, out: Option<&Path>) -> Result<ExitCode> {
    let mut input = Input::open(metadata)?;
    let mut out = match out {
        Some(out) => Output::create(out, &input)?,
        None => Output::stdout(&input)?,
    };
    let bytes = input.read()?;
    let metadata: Value = serde_json::from_slice(&bytes)
        .with_context(|| format!("{} is not what cargo metadata prints", input.name()))?;
    out.text(&text(&metadata).with_context(|| format!("can’t make notices of {}", input.name()))?)?;
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// The notices of all crates that are linked into what `cargo metadata` describes.
fn text(metadata: &Value) -> Result<String> {
    let mut by_text: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for package in linked(metadata)? {
        let name = [&package["name"], &package["version"], &package["license"], &package["repository"]];
        let name: Vec<&str> = name.into_iter().filter_map(Value::as_str).collect();
        by_text.entry(licence(package)?).or_default().insert(name.join(", "));
    }
    let mut sections: Vec<(BTreeSet<String>, String)> =
        by_text.into_iter().map(|(text, names)| (names, text)).collect();
    sections.sort();
    let mut out = HEAD.to_owned();
    for (names, text) in sections {
        let names: Vec<String> = names.into_iter().collect();
        let _ = write!(out, "\n{}\n\n{}\n\n{}\n", "=".repeat(80), names.join("\n"), text.trim());
    }
    Ok(out)
}

/// The packages that the root needs at run time: neither macros nor what only they or build scripts need.
fn linked(metadata: &Value) -> Result<Vec<&Value>> {
    let list = |value: &'_ Value, key: &str| value[key].as_array().cloned().unwrap_or_default();
    let packages: BTreeMap<&str, &Value> = metadata["packages"]
        .as_array()
        .context("cargo metadata names no packages")?
        .iter()
        .filter_map(|package| Some((package["id"].as_str()?, package)))
        .collect();
    let is_macro = |package: &Value| {
        list(package, "targets").iter().any(|target| list(target, "kind").iter().any(|kind| kind == "proc-macro"))
    };
    let nodes: BTreeMap<String, Vec<Value>> = list(&metadata["resolve"], "nodes")
        .iter()
        .filter_map(|node| Some((node["id"].as_str()?.to_owned(), list(node, "deps"))))
        .collect();
    let root = metadata["resolve"]["root"].as_str().context("cargo metadata names no root")?;
    let (mut left, mut found) = (vec![root.to_owned()], BTreeSet::new());
    while let Some(id) = left.pop() {
        let Some(package) = packages.get(id.as_str()).filter(|package| !is_macro(package)) else { continue };
        if !found.insert(package["id"].as_str().unwrap_or_default()) {
            continue;
        }
        for dependency in nodes.get(&id).into_iter().flatten() {
            let is_normal = list(dependency, "dep_kinds").iter().any(|kind| kind["kind"].is_null());
            left.extend(dependency["pkg"].as_str().filter(|_| is_normal).map(str::to_owned));
        }
    }
    found.remove(root);
    Ok(found.into_iter().filter_map(|id| packages.get(id).copied()).collect())
}

/// The text of a package's licence: its files, or the MIT licence with its authors where it has none.
fn licence(package: &Value) -> Result<String> {
    let name = package["name"].as_str().unwrap_or_default();
    let terms = package["license"].as_str().unwrap_or_default();
    let manifest = Path::new(package["manifest_path"].as_str().unwrap_or_default());
    let folder = manifest.parent().with_context(|| format!("cargo metadata does not say where {name} is"))?;
    let is_licence = |file: &str| LICENCE_FILES.iter().any(|begin| file.to_ascii_uppercase().starts_with(begin));
    let entries = fs::read_dir(folder).with_context(|| format!("can’t read {}", folder.display()))?;
    let mut files: Vec<String> = entries
        .filter_map(|entry| entry.ok().filter(|entry| entry.path().is_file())?.file_name().into_string().ok())
        .filter(|file| is_licence(file))
        .collect();
    files.sort();
    let is_choice = terms.contains(" OR ") || terms.contains('/');
    let is_mit = |file: &String| file.to_ascii_uppercase().contains("MIT");
    if is_choice && files.iter().any(is_mit) {
        files.retain(|file| is_mit(file) || file.to_ascii_uppercase().starts_with("NOTICE"));
    }
    if files.is_empty() && !terms.contains("MIT") {
        bail!("{name} has no licence file, and its licence ({terms}) is not MIT: add its text to src/cli/notices.rs");
    }
    if files.is_empty() {
        let authors: Vec<&str> =
            package["authors"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let authors = if authors.is_empty() { format!("the authors of {name}") } else { authors.join(", ") };
        return Ok(format!("MIT License\n\nCopyright (c) {authors}\n\n{MIT}"));
    }
    let texts = files.iter().map(|file| Ok(read_text(&folder.join(file))?.replace("\r\n", "\n").trim().to_owned()));
    Ok(texts.collect::<Result<Vec<String>>>()?.join("\n\n"))
}

/// The MIT licence (SPDX: MIT) below its line of copyright.
const MIT: &str = "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated\n\
documentation files (the \"Software\"), to deal in the Software without restriction, including without limitation the\n\
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit\n\
persons to whom the Software is furnished to do so, subject to the following conditions:\n\
\n\
The above copyright notice and this permission notice shall be included in all copies or substantial portions of the\n\
Software.\n\
\n\
THE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE\n\
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR\n\
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR\n\
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.";
