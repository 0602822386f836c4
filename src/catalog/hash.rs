//! The maps and sets of the engine, by a fast hash.

/// Maps and sets here need no defence against chosen keys: a catalog harms its own page only.
pub use rustc_hash::{FxBuildHasher as FastHash, FxHashMap as HashMap, FxHashSet as HashSet};
