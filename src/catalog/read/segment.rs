//! What the cut of a catalog gives: its parts, and how it ended.
//!
//! Parts are bytes as they stand in the file; lines count from 1.

/// A part of the file that is whole.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Segment {
    /// A member of the outermost object other than `resources`.
    Member { key: String, raw: Vec<u8>, line: usize },
    /// Another list of `resources` begins.
    SecondList { line: usize },
    /// An element of `resources`; `line` is where it begins.
    Element { raw: Vec<u8>, line: usize },
    /// A comma is missing or too many.
    Comma { line: usize },
    /// Something stands where nothing should; it is passed over.
    Stray { line: usize },
    /// A comment between two elements, which JSON does not have.
    Comment { raw: Vec<u8>, line: usize },
}

/// How a stream ended.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Ending {
    /// All brackets are closed.
    Closed,
    /// The list of resources was begun, but not closed; holds the last line.
    Unclosed(usize),
    /// The stream ended inside this element.
    InElement { raw: Vec<u8>, line: usize },
}
