//! The engine: catalog, text index, facets and orders, how they are built in slices and saved.
//!
//! Immutable once built. Nothing here knows a state.

mod builder;
pub(super) mod calls;
mod engine;
mod labels;
mod names;
mod orders;
mod prose;
pub(super) mod searched;
mod snapshot;
mod word_pair;

pub use builder::{Builder, EngineFinalizer};
pub use calls::{Call, calls};
pub use engine::Engine;
pub(in crate::explore) use names::Names;
pub use orders::newest;
pub(in crate::explore) use prose::Parts;
pub(in crate::explore) use searched::LABELLED;
pub use snapshot::Prebuilt;
pub(in crate::explore) use word_pair::WordPair;
