//! Work in progress: what is kept on this device, with the files, until it is saved or thrown away.

use serde::{Deserialize, Serialize};

use super::platform;
use crate::import::Wishes;

/// What was decided.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Decided {
    pub(super) wishes: Wishes,
    /// Title of the catalog, where it is another than the file proposes.
    pub(super) title: Option<String>,
    pub(super) description: Option<String>,
}

/// What is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Draft {
    /// The files, with their sizes in bytes.
    pub(super) files: Vec<(String, usize)>,
    pub(super) decided: Decided,
}

/// The form in which `own.js` gives it.
#[derive(Deserialize)]
struct Kept {
    names: Vec<String>,
    sizes: Vec<usize>,
    decided: String,
}

/// The draft that is kept on this device; where it is taken up, its files are chosen again.
pub(super) async fn load(takes_up: bool) -> Option<Draft> {
    let kept: Kept = serde_json::from_str(&platform::draft(takes_up).await?).ok()?;
    let decided = serde_json::from_str(&kept.decided).unwrap_or_default();
    Some(Draft { files: kept.names.into_iter().zip(kept.sizes).collect(), decided })
}

/// Keeps the chosen files and what was decided; whether the browser could.
pub(super) async fn keep(decided: &Decided) -> bool {
    let decided = serde_json::to_string(decided).unwrap_or_default();
    platform::keep_draft(&decided).await.is_ok()
}
