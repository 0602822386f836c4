//! All results as a table, a page at a time, with columns that a reader picks.

use leptos::prelude::*;

use super::card::CompareTick;
use super::dead_end::DeadEnd;
use super::link::{change, follow};
use super::marked::Marked;
use super::results::More;
use crate::app::browser;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::catalog::ResourceIdx;
use crate::explore::{self, Attribute, Sort, entries, shown_columns};
use crate::search::Query;

/// How many values of a resource a cell names.
const MOST_VALUES: usize = 4;

/// The table, or why there is none.
#[component]
pub(super) fn Table() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let shown = Memo::new(move |_| explorer.matched.with(|matched| matched.first.clone()));
    let columns = Memo::new(move |_| explorer.with(|state| shown_columns(engine, &state.look.shown)));
    let head = move || {
        columns.get().iter().map(|attribute| view! { <Head attribute=Some(attribute.clone())/> }).collect_view()
    };
    let n_columns = move || columns.with(Vec::len) + 2;
    view! {
        <div id="table">
            <Show when=move || shown.with(|shown| !shown.is_empty())>
                <Columns columns/>
                <div class="scroll" tabindex="0" role="region" aria-label=words::RESULT_TABLE>
                    <table class="results" class:many=move || { n_columns() > 7 }>
                        <thead>
                            <tr>
                                <Head attribute=None/>
                                {head}
                                <th scope="col" class="pick">{words::COMPARE}</th>
                            </tr>
                        </thead>
                        <tbody>
                            <For each=move || shown.get() key=|idx| *idx let:idx>
                                <Line idx columns/>
                            </For>
                        </tbody>
                    </table>
                </div>
            </Show>
            <Show when=move || shown.with(Vec::is_empty)>
                <DeadEnd/>
            </Show>
            <More shown/>
        </div>
    }
}

/// The header of a column, that of the titles without an attribute; a button where the results can be sorted by it.
#[component]
fn Head(
    /// Of which attribute.
    attribute: Option<Attribute>,
) -> impl IntoView {
    let explorer = use_explorer();
    let current = Memo::new(move |_| {
        let sort = explorer.with(|state| state.sort);
        // Without a query there is no best match: the newest come first.
        if sort == Sort::Relevance && explorer.query.with(Query::is_empty) { Sort::Newest } else { sort }
    });
    let text = attribute.as_ref().map_or(words::TITLE.to_owned(), |of| words::attribute(explorer.engine, of));
    let sorts: [Sort; 2] = match attribute {
        None => [Sort::Title, Sort::Title],
        Some(Attribute::Published) => [Sort::Newest, Sort::Oldest],
        Some(_) => return view! { <th scope="col">{text}</th> }.into_any(),
    };
    let is_sorted = move || sorts.contains(&current.get());
    let direction = move || match current.get() {
        Sort::Newest if is_sorted() => "descending",
        _ if is_sorted() => "ascending",
        _ => "none",
    };
    let id = format!("sort-{}", attribute.as_ref().map_or("title", Attribute::word));
    let own = id.clone();
    let sort = move |_| {
        explorer.sort(if current.get_untracked() == sorts[0] { sorts[1] } else { sorts[0] });
        browser::focus_in_place(&own);
    };
    view! {
        <th scope="col" aria-sort=direction>
            <button type="button" id=id class="sorts" on:click=sort>
                {text}
                <span class="arrow" aria-hidden="true"></span>
            </button>
        </th>
    }
    .into_any()
}

/// One result.
#[component]
fn Line(
    /// Which resource.
    idx: ResourceIdx,
    /// Its attributes that show.
    columns: Memo<Vec<Attribute>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let (href, click) = follow(change(move |state| state.opened(id)));
    view! {
        <tr data-id=id>
            <th scope="row" lang=explorer.language(idx)>
                <a id=format!("hit-{id}") href=href on:click=click><Marked text=store.title(idx)/></a>
            </th>
            {move || columns.get().iter().map(|attribute| cell(explorer, idx, attribute)).collect_view()}
            <td class="pick"><CompareTick idx/></td>
        </tr>
    }
}

fn cell(explorer: Explorer, idx: ResourceIdx, attribute: &Attribute) -> impl IntoView + use<> {
    let engine = explorer.engine;
    let entries = entries(engine, idx, attribute);
    let left = entries.len().saturating_sub(MOST_VALUES);
    let text = |text: String| match attribute {
        Attribute::Published => text.parse().map_or(text, words::date),
        Attribute::Confidence => words::confidence_level(&text),
        _ => text,
    };
    let texts: Vec<String> = entries.into_iter().take(MOST_VALUES).map(|entry| text(entry.text)).collect();
    let is_number = matches!(attribute, Attribute::Pages | Attribute::Minutes);
    let (text, is_none) = (texts.join(", "), texts.is_empty());
    let more = (left > 0).then(|| view! { <span class="quiet">" " {words::and_more(left)}</span> });
    let is_long = matches!(attribute, Attribute::Summary).then_some("long");
    // On a phone the name of the column stands before the value.
    view! {
        <td class=is_long class:count=is_number class:none=is_none data-name=words::attribute(engine, attribute)>
            {text} {more}
        </td>
    }
}

/// Which columns there are.
#[component]
fn Columns(
    /// Those that show.
    columns: Memo<Vec<Attribute>>,
) -> impl IntoView {
    let explorer = use_explorer();
    let tick = move |attribute: Attribute| {
        let name = words::attribute(explorer.engine, &attribute);
        let word = attribute.word().to_owned();
        let (value, own) = (word.clone(), attribute.clone());
        let is_shown = Memo::new(move |_| columns.with(|columns| columns.contains(&own)));
        let is_last = move || is_shown.get() && columns.with(|columns| columns.len() == 1);
        view! {
            <label>
                <input type="checkbox" name="column" value=value prop:checked=move || is_shown.get() disabled=is_last on:change=move |_| explorer.toggle_column(&word)/>
                {name}
            </label>
        }
    };
    view! {
        <details class="columns">
            <summary>{words::COLUMNS} " " <span class="badge">{move || columns.with(Vec::len)}</span></summary>
            <fieldset>
                <legend class="hidden">{words::COLUMNS}</legend>
                {explore::columns(explorer.engine).into_iter().map(tick).collect_view()}
            </fieldset>
        </details>
    }
}
