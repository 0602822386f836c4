//! From an address to an engine: fetch, read, index, in slices that leave the page alive and that a reader can end.
//!
//! Where the page names a saved index, that is fetched at the same time, and indexing waits until all records are there: then
//! the index fits, or is made as if there were none; so it is where the index does not come soon, or the reader has waited enough.

use std::fmt;

use super::platform::{FetchError, Pace, Whole, fetch};
use super::state::{Bounds, Extent, Progress};
use crate::catalog::{Finding, FindingKind, ReadError, Reader, Record, against_itself};
use crate::embed::{LockedFilter, Setup};
use crate::explore::{Builder, Engine, EngineFinalizer, Prebuilt, conditions};
use crate::i18n;

/// Bytes that are read at a time.
const CHUNK_SIZE: usize = 1 << 16;

/// Why there is no catalog.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum BootError {
    /// It could not be fetched.
    Fetch(FetchError),
    /// It is on another website, which did not let it be fetched: its origin, and that of this page.
    Elsewhere(String, String),
    /// It is no catalog.
    Read(ReadError),
}

impl fmt::Display for BootError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Fetch(FetchError::Status(status)) => write!(f, "{}", i18n::not_served(*status)),
            Self::Fetch(FetchError::Network) => write!(f, "{}", i18n::not_fetched()),
            Self::Elsewhere(there, here) => write!(f, "{}", i18n::catalog_elsewhere(there, here)),
            Self::Read(error) => f.write_str(&i18n::read_error(error)),
        }
    }
}

/// What came of it.
pub(super) struct Loaded {
    pub(super) engine: Engine,
    pub(super) findings: Vec<Finding>,
    pub(super) extent: Extent,
    /// What bounds the engine, if something does.
    pub(super) bounds: Option<Bounds>,
}

/// Loads the catalog at an address, with the saved index at another, if there is one, within what the setup holds fast; `progress` is told how far it is, and `is_stopped` asked whether that is enough.
pub(super) async fn load(
    address: &str,
    index: Option<&str>,
    setup: &Setup,
    is_stopped: impl Fn() -> bool,
    progress: impl Fn(Progress),
) -> Result<Loaded, BootError> {
    let index = index.map(Whole::fetch);
    let stream = fetch(address).await.map_err(BootError::Fetch)?;
    let mut reader = Reader::default();
    let mut builder = if index.is_some() { Builder::deferred() } else { Builder::default() };
    let mut pace = Pace::start();
    let mut bytes_read = Vec::new();
    let mut so_far = Progress { all_bytes: stream.n_bytes(), ..Progress::default() };
    let mut extent = Extent::Whole;
    'reading: loop {
        let bytes = match stream.next().await {
            Ok(Some(bytes)) => bytes,
            Ok(None) => break,
            // What came can be used.
            Err(_) if so_far.resources > 0 => {
                extent = Extent::Interrupted;
                break;
            }
            Err(error) => return Err(BootError::Fetch(error)),
        };
        for chunk in bytes.chunks(CHUNK_SIZE) {
            if is_stopped() {
                break 'reading;
            }
            builder.hash_bytes(chunk);
            if !setup.locked.is_empty() {
                bytes_read.extend_from_slice(chunk);
            }
            reader.read(chunk, &mut |record| builder.push(record)).map_err(BootError::Read)?;
            so_far.bytes += chunk.len();
            so_far.resources = builder.store().len();
            progress(so_far);
            pace.pause().await;
        }
    }
    if is_stopped() {
        extent = Extent::Stopped;
    }
    let index = index.filter(|_| extent == Extent::Whole);
    let loaded = finish(reader, builder, index, extent, (&mut pace, &|| progress(so_far))).await?;
    match setup.locked_filter(&loaded.engine) {
        Some(locked) => bounded(loaded, &bytes_read, locked, (&mut pace, &|| progress(so_far))).await,
        None => Ok(loaded),
    }
}

/// When work pauses, and what is told then that it gets on.
type Steps<'a> = (&'a mut Pace, &'a dyn Fn());

/// Reads a second time, only what is within bounds: so that these bound every number that the page ever says.
async fn bounded(
    loaded: Loaded,
    bytes: &[u8],
    bound: LockedFilter,
    (pace, progressed): Steps<'_>,
) -> Result<Loaded, BootError> {
    let whole = loaded.engine;
    let set = bound.set(&whole);
    let (mut reader, mut builder) = (Reader::default(), Builder::default());
    let mut keep = |record: &Record<'_>| {
        if whole.find(&record.id).is_some_and(|idx| set.contains(idx)) {
            builder.push(record);
        }
    };
    for chunk in bytes.chunks(CHUNK_SIZE) {
        reader.read(chunk, &mut keep).map_err(BootError::Read)?;
        progressed();
        pace.pause().await;
    }
    let head = reader.finish(&mut keep).map_err(BootError::Read)?.head;
    let locked_conditions = conditions(&whole, &bound.state).into_iter();
    let locked_conditions =
        locked_conditions.map(|one| (one.clone(), i18n::lead(&whole, &one), i18n::short(&whole, &one))).collect();
    let engine = finalized(builder.finalizer(head), (pace, progressed)).await;
    Ok(Loaded { engine, bounds: Some(Bounds { locked: bound, locked_conditions }), ..loaded })
}

/// Ends the reading; of a part nothing is found that holds only because it is a part.
async fn finish(
    reader: Reader,
    mut builder: Builder,
    index: Option<Whole>,
    mut extent: Extent,
    (pace, progressed): Steps<'_>,
) -> Result<Loaded, BootError> {
    let rest = reader.finish(&mut |record| builder.push(record)).map_err(BootError::Read)?;
    let mut findings = rest.findings;
    let is_end = |finding: &Finding| matches!(finding.kind, FindingKind::Truncated | FindingKind::Unclosed);
    if extent == Extent::Whole && findings.iter().any(is_end) {
        extent = Extent::Truncated;
    }
    if matches!(extent, Extent::Stopped | Extent::Interrupted) {
        findings.retain(|finding| !is_end(finding));
    } else {
        against_itself(&rest.head, builder.store(), (rest.vocabulary_line, &rest.places), &mut findings);
    }
    if let Some(index) = index
        && let Some(prebuilt) = index.bytes().await.and_then(Prebuilt::read)
    {
        builder.set_snapshot(prebuilt);
    }
    let engine = finalized(builder.finalizer(rest.head), (pace, progressed)).await;
    Ok(Loaded { engine, findings, extent, bounds: None })
}

/// Ends the building of an engine, in slices.
async fn finalized(mut finalizer: EngineFinalizer, (pace, progressed): Steps<'_>) -> Engine {
    while finalizer.step() {
        if pace.is_due() {
            progressed();
        }
        pace.pause().await;
    }
    finalizer.into_engine()
}
