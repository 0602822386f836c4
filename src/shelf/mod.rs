//! What readers save: named lists of resources and notes, without an account.
//!
//! Three layers, each a plain value without a clock, storage or randomness:
//!
//! - [`Shelf`], [`ReadingList`], [`Item`]: what a view shows and changes. Its methods name a list by its name, since names are
//!   unique, and do nothing where the list is gone. What takes something away returns a [`Removed`], with which it can be undone.
//! - [`Replica`]: the same as changes (added, removed, moved, renamed, noted …), each with its time and tab. Replicas of several
//!   tabs merge into one, in any order ([`Replica::merge`]); a replica is written as one change a line ([`Replica::write`]).
//! - [`read`], [`write()`], [`write_list`], [`page()`]: the files that readers exchange, and the format that earlier versions stored;
//!   [`Former`] moves what those stored.
//!
//! [`Storage`] is where the texts go: the browser's in the page, any in a test.

mod file;
mod former;
mod lines;
mod lists;
mod note;
mod order;
mod page;
mod record;
mod replica;
mod stamp;
mod storage;

pub use file::{Reading, read, read_file, write, write_list};
pub use former::Former;
pub use lines::Stored;
pub use lists::{Item, ReadingList, Removed, Shelf};
pub use note::merged_note;
pub use page::{Entry, page};
pub use replica::Replica;
pub use stamp::{Clock, Stamp};
pub use storage::{NotStored, OwnKey, Storage, joined_aside};
