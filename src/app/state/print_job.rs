//! What is printed: which resources, in which layout.

use crate::export::citation::Style;
use crate::export::{Layout, Selection as Of};

/// What a reader asked to be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PrintJob {
    pub(crate) of: Of,
    pub(crate) layout: Layout,
    pub(crate) style: Style,
    /// Whether a checklist has the reader's notes.
    pub(crate) has_notes: bool,
    /// Whether more than [`Layout::most`] are wanted.
    pub(crate) is_all: bool,
}
