//! `explorer completions` and `explorer man`: what a shell completes, and the pages of the manual, made of the arguments themselves.

use std::process::ExitCode;

use anyhow::{Result, bail};
use clap_complete::Shell;
use clap_mangen::Man;

use super::output::Output;

/// The name of the command.
const NAME: &str = "explorer";

/// Prints the completions of a shell.
pub(super) fn completions(mut command: clap::Command, shell: Shell) -> Result<ExitCode> {
    let mut bytes = Vec::new();
    clap_complete::generate(shell, &mut command, NAME, &mut bytes);
    print(&bytes)
}

/// Prints the page of the manual, or that of a command.
pub(super) fn man(mut command: clap::Command, of: Option<&str>) -> Result<ExitCode> {
    command.build();
    let command = match of {
        None => command,
        Some(name) => match command.find_subcommand(name) {
            Some(found) => found.clone(),
            None => bail!("there is no command {name}"),
        },
    };
    let mut bytes = Vec::new();
    Man::new(command).render(&mut bytes)?;
    print(&bytes)
}

fn print(bytes: &[u8]) -> Result<ExitCode> {
    let mut out = Output::alone();
    out.bytes(bytes)?;
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}
