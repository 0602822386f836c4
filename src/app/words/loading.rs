//! Texts of the time before there is a catalog, and of a catalog that never comes.

use super::resources;

pub(in crate::app) const NOT_FETCHED: &str =
    "The catalog could not be loaded: there was no answer. Check the connection and load the page again.";
pub(in crate::app) const FAILED: &str = "The catalog could not be opened";
pub(in crate::app) const PLAIN_BELOW: &str = "Below is the plain list of resources that came with the page.";
pub(in crate::app) const LOADING: &str = "Opening the catalog";

pub(in crate::app) fn not_served(status: u16) -> String {
    format!("The catalog could not be loaded: the server answered {status}. Is catalog.json beside this page?")
}

pub(in crate::app) fn loaded(n: usize) -> String {
    format!("{} …", resources(n))
}

pub(in crate::app) const STOP_LOADING: &str = "Use what is there";
pub(in crate::app) const LOAD_ALL: &str = "Load all";
pub(in crate::app) const TRY_AGAIN: &str = "Try again";
pub(in crate::app) const SILENT: &str = "Nothing has come for a while: the connection may be down.";

pub(in crate::app) fn interrupted(n: usize) -> String {
    format!("This is a part of the catalog: the connection broke off, and {} could be read.", resources(n))
}

pub(in crate::app) fn truncated(n: usize) -> String {
    format!("This catalog is damaged: its file ends in the middle, and {} could be read.", resources(n))
}

pub(in crate::app) fn stopped(n: usize) -> String {
    format!("{} were read before you stopped.", resources(n))
}
