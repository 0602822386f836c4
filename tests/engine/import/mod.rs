//! Files of others: what is read of them.

mod differences;
mod editing;
mod libraries;
mod numbers_and_editions;
mod round_trips;
mod suggestions;
