//! Words for what readers take away.

use super::facets::condition;
use super::functions::{annotated, brief, format, list_file, list_page, reading_list, search_line, table_layout};
use crate::explore::{Condition, Engine, State, conditions};
use crate::export::{Form, Layout};

/// What a form of a text is called.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::ListPage => list_page(),
        Form::ListFile => list_file(),
        Form::References(style) => style.name(),
        Form::Export(of) => format(of),
        Form::SearchLine => search_line(),
    }
}

/// What a layout on paper is called.
pub fn layout(layout: Layout) -> &'static str {
    match layout {
        Layout::ReadingList => reading_list(),
        Layout::Annotated => annotated(),
        Layout::Brief => brief(),
        Layout::Table => table_layout(),
    }
}

/// What narrows a search besides its query, each in words.
pub fn filters(engine: &Engine, state: &State) -> Vec<String> {
    let all = conditions(engine, state);
    let chosen = all.iter().filter(|one| matches!(one, Condition::Value(..) | Condition::LeftOut(..)));
    chosen.map(|one| condition(engine, one)).collect()
}
