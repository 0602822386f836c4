//! A whole catalog.

use serde::Serialize;

use super::head::Head;
use super::resource::Resource;

/// A whole catalog, as it is read and written.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema), schemars(title = "Competency Explorer catalog"))]
pub struct Catalog {
    /// What stands beside the resources.
    #[serde(flatten)]
    pub head: Head,
    /// The resources, in the order of the file.
    pub resources: Vec<Resource>,
}
