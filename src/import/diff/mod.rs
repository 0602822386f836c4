//! What differs between two catalogs: changes as data, which can be taken one by one or all, and a note on them.
//!
//! | part | what lives there |
//! | --- | --- |
//! | `pairs` | which record of the one is which of the other |
//! | `changes` | the changes that make the other of the one, and making them |
//! | `note` | the changes in Markdown |

mod changes;
mod note;
mod pairs;

pub use changes::{Change, Diff, diff};
pub use pairs::Pair;
pub(super) use pairs::{conflict, pair_up, resource_of};
