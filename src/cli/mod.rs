//! The tool for catalog authors: `explorer check | completions | diff | export | import | index | man | pack | package | render | schema | stats`.
//!
//! Reads and writes files; all it knows of catalogs it has from [`crate::catalog`]. Results go to standard output, messages to
//! standard error. A catalog is never written over: see `input`, `output` and `unfinished`.

mod address;
mod args;
mod catalog;
mod check;
mod completions;
mod diff;
mod export;
mod format_doc;
mod import;
mod index;
mod input;
mod mapping_file;
mod notices;
mod oembed;
mod output;
mod pack;
mod package;
mod progress;
mod render;
pub mod schema;
mod static_pages;
mod stats;
mod terminal;
mod unfinished;

use std::io;
use std::process::ExitCode;

use anyhow::Result;
use clap::{CommandFactory as _, Parser};

use self::args::{Args, Command};
use self::terminal::{report, visible};

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
    run(args.command, args.strict).unwrap_or_else(|error| {
        let is_pipe_closed = |cause: &io::Error| cause.kind() == io::ErrorKind::BrokenPipe;
        if error.chain().any(|cause| cause.downcast_ref().is_some_and(is_pipe_closed)) {
            return ExitCode::from(PIPE_CLOSED);
        }
        report(&format!("explorer: {error:#}"));
        ExitCode::from(FAILED)
    })
}

fn run(command: Command, is_strict: bool) -> Result<ExitCode> {
    match command {
        Command::Check(arguments) => check::run(&arguments),
        Command::Completions { shell } => completions::completions(Args::command(), shell),
        Command::Diff(arguments) => diff::run(&arguments),
        Command::Export { catalog, format, query, out } => {
            export::run(&catalog, &format, &query, out.as_deref(), is_strict)
        }
        Command::Import(arguments) => import::run(&arguments, is_strict),
        Command::Index { catalog, out } => index::run(&catalog, out, is_strict),
        Command::Man { command } => completions::man(Args::command(), command.as_deref()),
        Command::Notices { metadata, out } => notices::run(&metadata, out.as_deref()),
        Command::Package(arguments) => package::run(&arguments, is_strict),
        Command::Pack(sources) => pack::run(&sources, is_strict),
        Command::Render(sources) => render::run(&sources, is_strict),
        Command::Stats { file } => stats::run(&file, is_strict),
        Command::Schema { format } => schema::run(format),
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
