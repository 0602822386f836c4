//! From an address to an engine: fetch, read, index, in slices that leave the page alive.

use std::fmt;

use super::browser::{FetchError, Pace, fetch};
use super::words;
use crate::catalog::{Finding, ReadError, Reader, against_itself};
use crate::explore::{Builder, Engine};

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

/// Loads the catalog at an address; `progress` is told how many resources are there.
pub(super) async fn load(address: &str, progress: impl Fn(usize)) -> Result<(Engine, Vec<Finding>), BootError> {
    let stream = fetch(address).await.map_err(BootError::Fetch)?;
    let mut reader = Reader::default();
    let mut builder = Builder::default();
    let mut pace = Pace::start();
    while let Some(bytes) = stream.next().await.map_err(BootError::Fetch)? {
        for bite in bytes.chunks(BITE) {
            reader.read(bite, &mut |record| builder.push(record)).map_err(BootError::Read)?;
            progress(builder.store().len());
            pace.pause().await;
        }
    }
    let rest = reader.finish(&mut |record| builder.push(record)).map_err(BootError::Read)?;
    let mut findings = rest.findings;
    against_itself(&rest.head, builder.store(), (rest.vocabulary_line, &rest.places), &mut findings);
    Ok((builder.finish(rest.head), findings))
}
