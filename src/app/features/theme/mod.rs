//! The page of a theme.

mod figures;
mod theme;

pub(crate) use theme::Theme;
