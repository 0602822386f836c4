//! The frame of the page: the states before a catalog is there, notices, the message on the last change, the foot.

mod footer;
mod loading;
mod notice;
mod toast;

pub(crate) use footer::Footer;
pub(crate) use loading::{Loading, failure};
pub(crate) use notice::{Findings, Hints, PartRead};
pub(crate) use toast::Toast;
