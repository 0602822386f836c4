//! What a reader takes away: citations, files, links, and how it is printed.

mod panel;
mod print_form;
mod text;

pub(crate) use panel::ExportPanel;
