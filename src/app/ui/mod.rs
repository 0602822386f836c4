//! Small components without knowledge of catalogs: controls, and the two by which others show something or a list.

mod control;
mod controls;
mod glyph;
mod menu;

pub(crate) use control::{For, Show};
pub(crate) use controls::{Button, Checkbox, Choice, ReadOnlyText, ScrollRegion, Select, Settings, Switch};
pub(crate) use glyph::Glyph;
pub(crate) use menu::{Menu, close_outside};
