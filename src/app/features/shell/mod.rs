//! The frame of the page: the states before a catalog is there, notices, the message on the last change, the foot.

mod bar;
mod footer;
mod header;
mod loading;
mod notice;
mod scheme;
mod toast;

pub(crate) use bar::Bar;
pub(crate) use footer::Footer;
pub(crate) use header::Header;
pub(crate) use loading::{Loading, failure};
pub(crate) use notice::{Findings, Hints, PartRead};
pub(crate) use toast::{Removed, Toast};
