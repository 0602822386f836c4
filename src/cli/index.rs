//! `explorer index`: the saved index of a catalog, a file beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, Result, bail};

use crate::catalog::{Fingerprint, ReadError, Reader};
use crate::explore::Builder;

pub(super) fn run(file: &Path, out: Option<PathBuf>) -> Result<ExitCode> {
    let out = out.unwrap_or_else(|| file.with_extension("index"));
    if out == file {
        bail!("{} is the catalog itself: say with --out where its index goes", out.display());
    }
    let bytes = fs::read(file).with_context(|| format!("can’t read {}", file.display()))?;
    let index = of(&bytes).with_context(|| format!("no catalog in {}", file.display()))?;
    fs::write(&out, &index).with_context(|| format!("can’t write {}", out.display()))?;
    eprintln!(
        "{}: {} bytes; it fits {} as that is now: make it again whenever the catalog changes",
        out.display(),
        index.len(),
        file.display()
    );
    Ok(ExitCode::SUCCESS)
}

/// The saved index of a catalog's bytes.
pub(super) fn of(bytes: &[u8]) -> Result<Vec<u8>, ReadError> {
    let (mut reader, mut builder) = (Reader::default(), Builder::default());
    reader.read(bytes, &mut |record| builder.push(record))?;
    let rest = reader.finish(&mut |record| builder.push(record))?;
    Ok(builder.finish(rest.head).snapshot(Fingerprint::of(bytes)))
}
