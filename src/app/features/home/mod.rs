//! The first page, and the page of all themes.

mod home;
mod states;
mod themes;

pub(crate) use home::HomeView;
pub(crate) use themes::ThemesView;
