//! Components that know the catalog and the state, and that several features show: links, parts of a resource, notes.
//!
//! They import no feature.

mod about_theme;
mod cite_menu;
mod drill_down;
mod link;
mod note_field;
mod picture;
mod resource;
mod states_link;
mod theme_mark;

pub(crate) use about_theme::AboutTheme;
pub(crate) use cite_menu::{CiteMenu, entry};
pub(crate) use drill_down::{DrillDown, facet_options, wanted};
pub(crate) use link::{DeferredLink, Link, Target, follow};
pub(crate) use note_field::NoteField;
pub(crate) use picture::PictureButtons;
pub(crate) use resource::{
    Byline, CompareCheckbox, Facts, IN_LIST, IN_RECORD, KeepButton, Kind, OutsideLink, Source, Summary, highlighted,
    value,
};
pub(crate) use states_link::{STATES, StatesLink};
pub(crate) use theme_mark::{ThemeDot, ThemeGlyph, theme_colours};
