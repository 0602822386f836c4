//! The tool for catalog authors: `explorer check | export | index | pack | render | stats | schema`.
//!
//! Reads and writes files; all it knows of catalogs it has from [`crate::catalog`]. Results go to standard output, messages to
//! standard error. A catalog is never written over: see `input`, `output` and `unfinished`.

mod address;
mod check;
mod export;
mod first_page;
mod index;
mod input;
mod notices;
mod output;
mod pack;
mod page;
mod render;
pub mod schema;
mod stats;
mod terminal;
mod unfinished;

use std::borrow::Cow;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand};

use self::input::{Input, no_catalog};
use self::terminal::{report, visible};
use crate::catalog::{Catalog, Finding, Reader, read};
use crate::explore::{Builder, Engine};

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
    /// Writes the licence notices of the crates in the page, for its build.
    #[command(hide = true)]
    Notices {
        /// What `cargo metadata` prints of the page.
        metadata: PathBuf,
        /// What is written; left out: the output.
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
    #[arg(long, value_parser = address::folder)]
    url: Option<String>,
    /// An origin, such as `https://data.example.org`, from which the folder may be told to fetch a catalog; may be repeated.
    #[arg(long, value_parser = address::origin)]
    catalogs_from: Vec<String>,
}

/// Exit code for "could not do it".
const FAILED: u8 = 2;

/// Exit code where nobody reads the output to its end: that of a process that SIGPIPE ended, as a shell states it.
const PIPE_CLOSED: u8 = 128 + 13;

/// Runs the command; the exit code of the process.
pub fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(error) => return usage(error),
    };
    run(args.command).unwrap_or_else(|error| {
        let is_pipe_closed = |cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe;
        if error.chain().any(|cause| cause.downcast_ref().is_some_and(is_pipe_closed)) {
            return ExitCode::from(PIPE_CLOSED);
        }
        report(&format!("explorer: {error:#}"));
        ExitCode::from(FAILED)
    })
}

fn run(command: Command) -> Result<ExitCode> {
    match command {
        Command::Check { file } => check::run(&file),
        Command::Export { catalog, format, query, out } => export::run(&catalog, &format, &query, out.as_deref()),
        Command::Index { catalog, out } => index::run(&catalog, out),
        Command::Notices { metadata, out } => notices::run(&metadata, out.as_deref()),
        Command::Pack(sources) => pack::run(&sources),
        Command::Render(sources) => render::run(&sources),
        Command::Stats { file } => stats::run(&file),
        Command::Schema => schema::run(),
    }
}

/// Prints how the command is used, or what is wrong with how it was; the exit code. What was typed is quoted without its control
/// characters: it may be the name of a file that came from others.
fn usage(error: clap::Error) -> ExitCode {
    let typed = std::env::args_os().map(|arg| visible(&arg.to_string_lossy()).into_owned());
    let error = Args::try_parse_from(typed).err().unwrap_or(error);
    let _ = error.print();
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(FAILED))
}

/// A catalog and its findings.
fn read_catalog(name: &str, bytes: &[u8]) -> Result<(Catalog, Vec<Finding>)> {
    read(bytes).map_err(|error| no_catalog(name, error))
}

/// The engine of a catalog, made while the file is read, and the number of findings.
fn build_engine(input: &mut Input) -> Result<(Engine, usize)> {
    let (mut reader, mut builder) = (Reader::default(), Builder::default());
    input.read_chunks(&mut |chunk| reader.read(chunk, &mut |record| builder.push(record)))?;
    let rest = reader.finish(&mut |record| builder.push(record)).map_err(|error| no_catalog(&input.name(), error))?;
    let n_findings = rest.findings.len();
    Ok((builder.finish(rest.head), n_findings))
}

/// Returns a catalog for a page, and the bytes that the page is to read: the catalog written again without white space, or the
/// bytes of the input where there are findings, which the page then lists.
fn catalog_for_page<'a>(name: &str, bytes: &'a [u8]) -> Result<(Catalog, Cow<'a, [u8]>)> {
    let (catalog, findings) = read_catalog(name, bytes)?;
    if findings.is_empty() {
        let shorter = serde_json::to_vec(&catalog)?;
        return Ok((catalog, shorter.into()));
    }
    report(&format!("explorer: {name}: {} findings; the page lists them, as does `explorer check`", findings.len()));
    Ok((catalog, bytes.into()))
}
