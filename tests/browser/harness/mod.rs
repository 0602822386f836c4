//! What scenarios need: browsers and their sessions, servers, the built page, and what the catalog says.

pub(crate) mod browsers;
pub(crate) mod catalog_facts;
pub(crate) mod console;
pub(crate) mod host_page;
pub(crate) mod page;
pub(crate) mod poll;
pub(crate) mod process;
pub(crate) mod server;
pub(crate) mod session;
pub(crate) mod site;
pub(crate) mod tools;
pub(crate) mod window;
