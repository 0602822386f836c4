//! Words for what readers take away.

use super::facets::condition;
use super::functions::{
    annotated, brief, checklist, format, handout_form, handout_help, list_file, list_page, n_minutes, n_pages,
    page_help, plan_form, purpose_cite, purpose_data, purpose_manager, purpose_page, reading_list, search_line,
    slides_form, slides_help, table_layout,
};
use crate::catalog::Resource;
use crate::explore::{Condition, Engine, State, conditions};
use crate::export::{Form, Layout, Purpose};

/// What a form of a text is called.
pub fn form(form: Form) -> &'static str {
    match form {
        Form::ListPage => list_page(),
        Form::ListFile => list_file(),
        Form::References(style) => style.name(),
        Form::Export(of) => format(of),
        Form::SearchLine => search_line(),
        Form::Handout => handout_form(),
        Form::Plan => plan_form(),
        Form::Slides => slides_form(),
    }
}

/// What forms are for.
pub fn purpose(purpose: Purpose) -> &'static str {
    match purpose {
        Purpose::Cite => purpose_cite(),
        Purpose::Manager => purpose_manager(),
        Purpose::Data => purpose_data(),
        Purpose::Page => purpose_page(),
    }
}

/// What a page is that is given to others.
pub fn page_about(form: Form) -> &'static str {
    match form {
        Form::Handout => handout_help(),
        Form::Slides => slides_help(),
        _ => page_help(),
    }
}

/// The stated length of a resource; empty where none is.
pub fn length(resource: &Resource) -> String {
    let pages = resource.pages.map(|n| n_pages(n as usize));
    let minutes = resource.minutes.map(|n| n_minutes(n as usize));
    pages.into_iter().chain(minutes).collect::<Vec<_>>().join(" · ")
}

/// What a layout on paper is called.
pub fn layout(layout: Layout) -> &'static str {
    match layout {
        Layout::ReadingList => reading_list(),
        Layout::Annotated => annotated(),
        Layout::Brief => brief(),
        Layout::Table => table_layout(),
        Layout::Checklist => checklist(),
    }
}

/// What narrows a search besides its query, each in words.
pub fn filters(engine: &Engine, state: &State) -> Vec<String> {
    let all = conditions(engine, state);
    let chosen = all.iter().filter(|one| matches!(one, Condition::Value(..) | Condition::LeftOut(..)));
    chosen.map(|one| condition(engine, one)).collect()
}
