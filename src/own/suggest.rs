//! Themes for records that have none, as proposals: one is taken when it is clicked, and never unasked.

use leptos::prelude::*;
use serde_json::json;

use super::pager::Pager;
use super::platform;
use super::state::Making;
use crate::i18n;
use crate::import::Edit;
use crate::session::{Request, SuggestionRow, SuggestionsAnswer};

/// The proposals, made anew whenever the catalog is edited.
#[component]
pub(super) fn Suggest() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own_edit();
    let page = RwSignal::new(0);
    let found = making.editing.asked::<SuggestionsAnswer>(move || Request::Suggestions(page.get()));
    let n = Signal::derive(move || found.with(|found| found.as_ref().map_or(0, |found| found.n)));
    view! {
        <p class="quiet">{texts.suggest_help}</p>
        {move || found.with(|found| found.as_ref().map(|found| match found {
            SuggestionsAnswer { is_complete: true, .. } => view! { <p>{texts.none_without}</p> }.into_any(),
            SuggestionsAnswer { n: 0, .. } => view! { <p>{texts.nothing_suggested}</p> }.into_any(),
            SuggestionsAnswer { rows, .. } => {
                let lines: Vec<AnyView> = rows.iter().map(|record| line(making, record)).collect();
                view! { <ul class="own-lines own-suggested">{lines}</ul> }.into_any()
            }
        }))}
        <Pager page n/>
    }
}

/// A record, with a button for each theme.
fn line(making: Making, record: &SuggestionRow) -> AnyView {
    let texts = i18n::own_edit();
    let SuggestionRow { at, id: of, title, themes } = record.clone();
    let button = |(label, id, percent): (String, String, usize)| {
        let of = of.clone();
        let take = move |_| {
            let edit = Edit::SetValue { record: at, key: "themes".to_owned(), value: json!([id]) };
            making.command(Request::EditRecord { id: of.clone(), edit }, |_| platform::focus("own-suggest"));
        };
        view! { <button type="button" aria-label=(texts.suggestion_for)(&(texts.suggestion)(&label, percent), &title) on:click=take>{(texts.suggestion)(&label, percent)}</button> " " }
    };
    let buttons = themes.into_iter().map(button).collect_view();
    view! { <li><bdi>{title.clone()}</bdi> " " {buttons}</li> }.into_any()
}
