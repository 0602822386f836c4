//! Up to four sets of resources side by side.

mod paired_bars;
mod set_card;
mod set_picker;
mod sets;

pub(crate) use sets::CompareSets;
