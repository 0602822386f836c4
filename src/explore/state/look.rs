//! What a reader has set of the views: it changes how results are shown, never which.
//!
//! Texts are kept as they came, known or not, like everything in a [`State`](super::state::State).

/// How many sets are compared at most.
pub const MAX_SETS: usize = 4;

/// How many tags a cloud shows at most, if nothing else is set.
pub const TAGS: usize = 50;

/// The settings of all views.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    /// The cloud.
    pub cloud: CloudLook,
    /// The key of the facet whose values are the rows of the map.
    pub rows: String,
    /// The key of the facet whose values are its columns.
    pub columns: String,
    /// The key of the facet by whose values the bars of the timeline are stacked; empty for none.
    pub stack: String,
    /// The columns of the table that a reader has picked, by the words of their attributes; empty for the usual ones.
    pub shown: Vec<String>,
    /// Whether the comparison of resources leaves out the rows in which all say the same.
    pub only_differences: bool,
    /// Whether it leaves out the rows that not all state.
    pub only_complete: bool,
    /// The fragments of the states that are compared as sets, [`MAX_SETS`] at most, each empty for the whole catalog.
    pub sets: Vec<String>,
    /// The id of the theme that is looked at on its own.
    pub about: Option<String>,
}

impl Default for Look {
    fn default() -> Self {
        Self {
            cloud: CloudLook::default(),
            rows: "theme".to_owned(),
            columns: "audience".to_owned(),
            stack: String::new(),
            shown: Vec::new(),
            only_differences: false,
            only_complete: false,
            sets: Vec::new(),
            about: None,
        }
    }
}

/// The settings of the cloud.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CloudLook {
    /// The key of the facet whose values are its tags, or `summary` for the words of the summaries.
    pub of: String,
    /// Whether tags are weighed by what is special about these results, not by how many have them.
    pub special: bool,
    /// Whether the tags stand by weight, not from A to Z.
    pub by_weight: bool,
    /// In how many resources a tag stands at least, 1 or more.
    pub least: u32,
    /// How many tags there are at most, 1 or more.
    pub most: usize,
}

impl Default for CloudLook {
    fn default() -> Self {
        Self { of: "theme".to_owned(), special: false, by_weight: false, least: 1, most: TAGS }
    }
}
