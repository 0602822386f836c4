//! The features of the page, a folder each. No feature imports another: what two share is in `components` or `state`, and what one
//! shows of another is handed to it by `page`.

pub(crate) mod bench;
pub(crate) mod cloud;
pub(crate) mod compare;
pub(crate) mod connections;
pub(crate) mod embed;
pub(crate) mod export;
pub(crate) mod filters;
pub(crate) mod gap_map;
pub(crate) mod home;
pub(crate) mod print;
pub(crate) mod record;
pub(crate) mod results;
pub(crate) mod search;
pub(crate) mod sets;
pub(crate) mod shelf;
pub(crate) mod shell;
pub(crate) mod theme;
pub(crate) mod timeline;
