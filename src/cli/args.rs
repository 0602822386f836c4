//! The commands and their arguments.

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use super::{address, check, diff, export, import, package, schema};

/// Checks catalogs and makes pages of them.
#[derive(Debug, Parser)]
#[command(name = "explorer", version)]
pub(super) struct Args {
    #[command(subcommand)]
    pub(super) command: Command,
    /// Exits with 1 where the catalog has findings, though all that could be read is written; left out: only `check` does.
    #[arg(long, global = true)]
    pub(super) strict: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Lists the findings of a catalog (exit code 0: none, 1: some, 2: it could not be read).
    Check(check::Arguments),
    /// Prints what a shell completes behind `explorer`.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Lists what differs between two catalogs (exit code 0: nothing, 1: something, 2: one could not be read).
    Diff(diff::Arguments),
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
    /// Makes a catalog of spreadsheets, lists of references or JSON of other programs, or adds them to one, and reports what was read.
    Import(import::Arguments),
    /// Saves the index of a large catalog, so that a page need not make it; only for the very bytes of that catalog.
    Index {
        /// The catalog, a JSON file.
        catalog: PathBuf,
        /// What is written; left out: the catalog's name with .index at its end.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Prints the page of the manual, in troff.
    Man {
        /// The command whose page it is; left out: that of all.
        command: Option<String>,
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
    /// Writes a catalog as a Frictionless data package: its tables as CSV, with a description of their columns.
    Package(package::Arguments),
    /// Makes a folder for a web server.
    Render(Sources),
    /// Says how much a catalog holds.
    Stats {
        /// The catalog, a JSON file.
        file: PathBuf,
    },
    /// Prints the format of catalogs.
    Schema {
        /// How it is written: as JSON Schema, or as the page docs/catalog-format.md.
        #[arg(long, value_enum, default_value_t = schema::Form::Json)]
        format: schema::Form,
    },
}

/// What a page is made of, and where it goes.
#[derive(Debug, Clone, clap::Args)]
pub(super) struct Sources {
    /// The built page: a folder with index.html and what it names.
    #[arg(long)]
    pub(super) app: PathBuf,
    /// The catalog, a JSON file.
    #[arg(long)]
    pub(super) catalog: PathBuf,
    /// What is written.
    #[arg(long)]
    pub(super) out: PathBuf,
    /// Adds the saved index, with which a page of tens of thousands of resources is there sooner; smaller ones need none.
    #[arg(long)]
    pub(super) index: bool,
    /// Adds the importer to the file, so that whoever has it can make a page of their own list with it.
    #[arg(long)]
    pub(super) with_import: bool,
    /// Where the folder will stand on the web, such as `https://www.example.org/explorer/`: adds what programs show of a shared
    /// address (Open Graph) and the oEmbed document.
    #[arg(long, value_parser = address::folder)]
    pub(super) url: Option<String>,
    /// Adds a static page for each resource and theme, a sitemap and a feed to the folder, which --url says the address of.
    #[arg(long, requires = "url")]
    pub(super) pages: bool,
    /// An origin, such as `https://data.example.org`, from which the folder may be told to fetch a catalog; may be repeated.
    #[arg(long, value_parser = address::origin)]
    pub(super) catalogs_from: Vec<String>,
}
