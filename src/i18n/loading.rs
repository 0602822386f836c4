//! Texts of the time before there is a catalog, and of a catalog that never comes.

use super::resources;

pub fn not_fetched() -> &'static str {
    "The catalog could not be loaded: there was no answer. Check the connection and load the page again."
}

pub fn failed() -> &'static str {
    "The catalog could not be opened"
}

pub fn plain_below() -> &'static str {
    "Below is the plain list of resources that came with the page."
}

pub fn loading() -> &'static str {
    "Opening the catalog"
}

pub fn not_served(status: u16) -> String {
    format!("The catalog could not be loaded: the server answered {status}. Is catalog.json beside this page?")
}

pub fn loaded(n: usize) -> String {
    format!("{} …", resources(n))
}

pub fn stop_loading() -> &'static str {
    "Use what is there"
}

pub fn load_all() -> &'static str {
    "Load all"
}

pub fn try_again() -> &'static str {
    "Try again"
}

pub fn silent() -> &'static str {
    "Nothing has come for a while: the connection may be down."
}

pub fn interrupted(n: usize) -> String {
    format!("This is a part of the catalog: the connection broke off, and {} could be read.", resources(n))
}

pub fn truncated(n: usize) -> String {
    format!("This catalog is damaged: its file ends in the middle, and {} could be read.", resources(n))
}

pub fn stopped(n: usize) -> String {
    format!("{} were read before you stopped.", resources(n))
}
