//! Files of others: what is read of them.

mod libraries;
