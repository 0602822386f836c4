//! The first page.

mod home;
mod states;
mod themes;

pub(crate) use home::HomeView;
