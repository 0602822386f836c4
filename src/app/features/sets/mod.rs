//! Two sets of resources side by side.

mod paired_bars;
mod set_card;
mod sets;

pub(crate) use sets::CompareSets;
