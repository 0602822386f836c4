//! Files of others: what is read of them.

mod differences;
mod editing;
mod libraries;
mod round_trips;
mod suggestions;
