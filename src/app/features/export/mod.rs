//! What a reader takes away: citations, files, links, and how it is printed.

mod menu;
mod panel;
mod print_form;
mod text;

pub(crate) use menu::ExportMenu;
pub(crate) use panel::ExportPanel;
