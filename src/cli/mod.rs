//! The tool for catalog authors: `explorer check | export | index | pack | render | stats | schema`.
//!
//! Reads and writes files; all it knows of catalogs it has from [`crate::catalog`]. Messages go to stderr, what was asked
//! for to stdout.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks by printing")]

mod check;
mod export;
mod index;
mod pack;
mod page;
mod render;
pub mod schema;
mod stats;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result};
use clap::{Parser, Subcommand};

use crate::catalog::{Catalog, Finding, read};

/// Checks catalogs and makes pages of them.
#[derive(Debug, Parser)]
#[command(name = "explorer", version)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Says what is the matter with a catalog (exit code 0: nothing, 1: findings, 2: could not be read).
    Check {
        /// The catalog, a JSON file.
        file: PathBuf,
    },
    /// Writes a catalog, or what a search finds in it, in the format of another program.
    Export {
        /// The catalog, a JSON file.
        catalog: PathBuf,
        /// The format.
        #[arg(long, value_parser = export::words())]
        format: String,
        /// What is searched: an address of the page from its # on, such as '#/?q=grading&sort=title'; left out: everything.
        #[arg(long, default_value = "")]
        query: String,
        /// What is written; left out: the output.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Saves the index of a large catalog, so that a page need not make it; only for the very bytes of that catalog.
    Index {
        /// The catalog, a JSON file.
        catalog: PathBuf,
        /// What is written; left out: the catalog's name with .index at its end.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Makes one HTML file that opens by double click.
    Pack(Sources),
    /// Makes a folder for a web server.
    Render(Sources),
    /// Says how much a catalog holds.
    Stats {
        /// The catalog, a JSON file.
        file: PathBuf,
    },
    /// Prints the JSON Schema of catalogs.
    Schema,
}

/// What a page is made of, and where it goes.
#[derive(Debug, Clone, clap::Args)]
struct Sources {
    /// The built page: a folder with index.html and what it names.
    #[arg(long)]
    app: PathBuf,
    /// The catalog, a JSON file.
    #[arg(long)]
    catalog: PathBuf,
    /// What is written.
    #[arg(long)]
    out: PathBuf,
    /// Adds the saved index, with which a page of tens of thousands of resources is there sooner; smaller ones need none.
    #[arg(long)]
    index: bool,
    /// Where the folder will stand on the web, such as `https://www.example.org/explorer/`: adds what programs show of a shared
    /// address (Open Graph) and the oEmbed document.
    #[arg(long)]
    url: Option<String>,
    /// An origin, such as `https://data.example.org`, from which the folder may be told to fetch a catalog; may be repeated.
    #[arg(long)]
    catalogs_from: Vec<String>,
}

/// Exit code for "could not do it".
const FAILED: u8 = 2;

/// Runs the command; the exit code of the process.
pub fn main() -> ExitCode {
    let done = match Args::parse().command {
        Command::Check { file } => check::run(&file),
        Command::Export { catalog, format, query, out } => export::run(&catalog, &format, &query, out.as_deref()),
        Command::Index { catalog, out } => index::run(&catalog, out),
        Command::Pack(sources) => pack::run(&sources),
        Command::Render(sources) => render::run(&sources),
        Command::Stats { file } => stats::run(&file),
        Command::Schema => {
            println!("{}", schema::text());
            Ok(ExitCode::SUCCESS)
        }
    };
    done.unwrap_or_else(|error| {
        eprintln!("explorer: {error:#}");
        ExitCode::from(FAILED)
    })
}

/// A catalog and its findings.
fn load(file: &Path) -> Result<(Catalog, Vec<Finding>)> {
    let bytes = std::fs::read(file).with_context(|| format!("can’t read {}", file.display()))?;
    read(&bytes).with_context(|| format!("no catalog in {}", file.display()))
}

/// A catalog for a page, and the bytes that the page is to read: shorter ones, or the file's own when the page should find
/// what is the matter with it.
fn load_for_page(file: &Path) -> Result<(Catalog, Vec<u8>)> {
    let (catalog, findings) = load(file)?;
    if findings.is_empty() {
        let bytes = serde_json::to_vec(&catalog)?;
        return Ok((catalog, bytes));
    }
    eprintln!(
        "explorer: {}: {} findings; the page lists them, as does `explorer check`",
        file.display(),
        findings.len()
    );
    Ok((catalog, std::fs::read(file)?))
}
