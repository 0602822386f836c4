//! How fast the engine is on this device.

mod bench;

pub(crate) use bench::Bench;
