//! What stands beside the resources: title, description, vocabulary, an organization's own fields.

use serde::Serialize;
use serde_json::{Map, Value};

use super::home::Home;
use super::vocabulary::{Field, Vocabulary};

/// A catalog without its resources.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Head {
    /// Stable id of the catalog: what readers keep is stored under it, so that a corrected title costs nobody anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Name of the catalog.
    pub title: String,
    /// One sentence on what it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// BCP 47 code of the language that its texts are in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Date of the last change: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// Address of the organization's page about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homepage: Option<String>,
    /// Under which terms the catalog itself may be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// What its first page says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<Home>,
    /// The words it classifies by.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub vocabulary: Vocabulary,
    /// The organization's own columns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub fields: Vec<Field>,
    /// Keys that this version does not know, kept as they were.
    #[serde(flatten)]
    #[cfg_attr(feature = "cli", schemars(skip))]
    pub other: Map<String, Value>,
}

impl Head {
    /// The name under which a reader's device stores what belongs to this catalog: its id, or its title where it has none.
    pub fn storage_id(&self) -> &str {
        self.id.as_deref().unwrap_or(&self.title)
    }
}
