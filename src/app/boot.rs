//! From an address to an engine: fetch, read, index, in slices that leave the page alive and that a reader can end.
//!
//! Where the page names a saved index, that is fetched at the same time, and indexing waits until all records are there: then
//! the index fits, or is made as if there were none.

use std::fmt;

use super::browser::{FetchError, Pace, Whole, fetch};
use super::words;
use crate::catalog::{Finding, FindingKind, ReadError, Reader, against_itself};
use crate::explore::{Builder, Engine, Prebuilt};

/// Bytes that are read at a time.
const BITE: usize = 1 << 16;

/// Why there is no catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BootError {
    /// It could not be fetched.
    Fetch(FetchError),
    /// It is no catalog.
    Read(ReadError),
}

impl fmt::Display for BootError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fetch(FetchError::Status(status)) => write!(f, "{}", words::not_served(*status)),
            Self::Fetch(FetchError::Network) => write!(f, "{}", words::NOT_FETCHED),
            Self::Read(error) => write!(f, "{error}"),
        }
    }
}

/// How far the loading is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Progress {
    /// Resources that are there.
    pub(super) resources: usize,
    /// Bytes that are there.
    pub(super) bytes: usize,
    /// Bytes that there will be, where that is known.
    pub(super) all_bytes: Option<usize>,
}

/// What came of it.
pub(super) struct Loaded {
    pub(super) engine: Engine,
    pub(super) findings: Vec<Finding>,
    /// Whether a reader ended the reading before the catalog did.
    pub(super) is_part: bool,
}

/// Loads the catalog at an address, with the saved index at another, if there is one; `progress` is told how far it is, and `is_stopped` asked whether that is enough.
pub(super) async fn load(
    address: &str,
    index: Option<&str>,
    is_stopped: impl Fn() -> bool,
    progress: impl Fn(Progress),
) -> Result<Loaded, BootError> {
    let index = index.map(Whole::fetch);
    let stream = fetch(address).await.map_err(BootError::Fetch)?;
    let mut reader = Reader::default();
    let mut builder = if index.is_some() { Builder::late() } else { Builder::default() };
    let mut pace = Pace::start();
    let mut so_far = Progress { all_bytes: stream.n_bytes(), ..Progress::default() };
    'reading: while let Some(bytes) = stream.next().await.map_err(BootError::Fetch)? {
        for bite in bytes.chunks(BITE) {
            if is_stopped() {
                break 'reading;
            }
            builder.show(bite);
            reader.read(bite, &mut |record| builder.push(record)).map_err(BootError::Read)?;
            so_far.bytes += bite.len();
            so_far.resources = builder.store().len();
            progress(so_far);
            pace.pause().await;
        }
    }
    finish(reader, builder, index.filter(|_| !is_stopped()), is_stopped(), pace).await
}

/// Ends the reading; of a part nothing is said that holds only because it is a part.
async fn finish(
    reader: Reader,
    mut builder: Builder,
    index: Option<Whole>,
    is_part: bool,
    mut pace: Pace,
) -> Result<Loaded, BootError> {
    let rest = reader.finish(&mut |record| builder.push(record)).map_err(BootError::Read)?;
    let mut findings = rest.findings;
    if is_part {
        findings.retain(|finding| !matches!(finding.kind, FindingKind::Truncated | FindingKind::Unclosed));
    } else {
        against_itself(&rest.head, builder.store(), (rest.vocabulary_line, &rest.places), &mut findings);
    }
    if let Some(index) = index
        && let Some(prebuilt) = index.bytes().await.and_then(Prebuilt::read)
    {
        builder.give(prebuilt);
    }
    let mut finishing = builder.finishing(rest.head);
    while finishing.step() {
        pace.pause().await;
    }
    Ok(Loaded { engine: finishing.done(), findings, is_part })
}
