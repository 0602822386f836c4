//! The language of a resource's own texts.

use crate::app::browser::Piece;
use crate::app::explorer::Explorer;
use crate::catalog::ResourceIdx;

/// Says the language of a resource's own text in an element, where it is not that of the interface; its direction is its own.
pub(super) fn in_language(explorer: Explorer, idx: ResourceIdx, into: &mut Piece) {
    into.isolated();
    if let Some(language) = explorer.language(idx) {
        into.with("lang", language);
    }
}
