//! Files of others: what is read of them.

mod libraries;
mod round_trips;
