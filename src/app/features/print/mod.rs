//! What stands on paper only.

mod print_view;

pub(crate) use print_view::PrintView;
