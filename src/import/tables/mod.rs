//! Tables of text: their rows, and which of these is the header.

pub(super) mod delimited;
pub(super) mod header;
pub(super) mod table;
