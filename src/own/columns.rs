//! Step 2: what each column becomes, which can be changed.

use std::sync::Arc;

use leptos::prelude::*;

use super::reading::Reading;
use super::state::Making;
use crate::i18n;
use crate::import::{ColumnAnswer, Wishes};
use crate::session::ReadAnswer;

/// Roles of columns whose cells are split at a separator. Names of authors are told apart by themselves, other cells are one value.
const HAVE_SEPARATORS: [&str; 9] =
    ["keywords", "themes", "audiences", "levels", "places", "publishers", "type", "access", "own"];

/// The second step: the summary of what was read, and the table of columns.
#[component]
pub(super) fn Columns() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own();
    let columns = Memo::new(move |_| {
        let of = |answer: &Arc<ReadAnswer>| (answer.columns.clone(), answer.n_columns);
        making.answer.with(|answer| answer.as_ref().map(of).unwrap_or_default())
    });
    let summary =
        move || making.answer.with(|answer| answer.as_ref().map(|answer| (texts.read)(answer.n_items, answer.n_read)));
    view! {
        <section class="own-step" aria-labelledby="own-columns">
            <h2 id="own-columns" tabindex="-1">{texts.step_columns}</h2>
            <p id="own-summary">{summary}</p>
            <Reading/>
            {move || {
                let (columns, n) = columns.get();
                if columns.is_empty() {
                    return view! { <p class="quiet">{texts.no_columns}</p> }.into_any();
                }
                let n_shown = columns.len();
                let rows = columns.into_iter().enumerate().map(|(at, column)| row(making, at, column)).collect_view();
                view! {
                    <p class="quiet">{texts.columns_help}</p>
                    <div class="own-wide" tabindex="0" role="region" aria-label=texts.columns_table>
                        <table class="own-table">
                            <thead><tr><th scope="col">{texts.column}</th><th scope="col">{texts.samples}</th><th scope="col">{texts.becomes}</th>
                            <th scope="col">{texts.separator}</th></tr></thead>
                            <tbody>{rows}</tbody>
                        </table>
                    </div>
                    {(n > n_shown).then(|| view! { <p>{(texts.more_columns)(n - n_shown)}</p> })}
                    <p><button type="button" on:click=move |_| making.guess_anew() disabled=move || making.wishes.with(|wishes| *wishes == Wishes::default())>
                        {texts.guess_anew}
                    </button></p>
                }.into_any()
            }}
        </section>
    }
}

/// The row of a column.
fn row(making: Making, at: usize, column: ColumnAnswer) -> AnyView {
    let texts = i18n::own();
    let (of_role, of_separator) = (column.name.clone(), column.name.clone());
    let (role_id, separator_id) = (format!("own-role-{at}"), format!("own-separator-{at}"));
    let (of_role_id, of_separator_id) = (role_id.clone(), separator_id.clone());
    let roles = texts.roles.iter().map(|(word, label)| {
        let is_chosen = *word == column.role;
        view! { <option value=*word selected=is_chosen>{*label}</option> }
    });
    let mut signs: Vec<(String, String)> =
        texts.separators.iter().map(|(sign, label)| ((*sign).to_owned(), (*label).to_owned())).collect();
    if !signs.iter().any(|(sign, _)| *sign == column.separator) {
        signs.push((column.separator.clone(), column.separator.clone()));
    }
    let signs = signs.into_iter().map(|(sign, label)| {
        let is_chosen = sign == column.separator;
        view! { <option value=sign selected=is_chosen>{label}</option> }
    });
    let samples = column.samples.iter().map(|sample| view! { <li dir="auto">{sample.clone()}</li> }).collect_view();
    let filled = (texts.filled)(column.n_filled);
    let kind = (column.role == "own").then(|| (texts.own_kind)(&column.kind, column.is_filter));
    view! {
        <tr>
            <th scope="row"><bdi>{column.name.clone()}</bdi> {column.sheet.map(|sheet| view! { <span class="quiet">{sheet}</span> })} <span class="quiet">{filled}</span></th>
            <td><ul>{samples}</ul></td>
            <td><select id=role_id aria-label=(texts.becomes_of)(&column.name) on:change=move |event| making.set_role(&of_role, event_target_value(&event), of_role_id.clone())>
                {roles.collect_view()}
            </select> {kind.map(|kind| view! { <span class="quiet">{kind}</span> })}</td>
            <td>{(column.role == "date" || column.kind == "date").then(|| order(making, at, &column.name))}
            {HAVE_SEPARATORS.contains(&column.role.as_str()).then(|| view! {
                <select id=separator_id aria-label=(texts.separator_of)(&column.name) on:change=move |event| making.set_separator(&of_separator, event_target_value(&event), of_separator_id.clone())>
                    {signs.collect_view()}
                </select>
            })}</td>
        </tr>
    }
    .into_any()
}

/// Which number of the dates of a column comes first, where they can be read either way.
fn order(making: Making, at: usize, column: &str) -> AnyView {
    let texts = i18n::own();
    let (id, name) = (format!("own-order-{at}"), column.to_owned());
    let chosen = making.wishes.with_untracked(|wishes| {
        wishes.orders.iter().find(|(of, _)| of == column).map(|(_, order)| order.clone()).unwrap_or_default()
    });
    let option = |(word, label): &(&'static str, &'static str)| {
        let is_chosen = *word == chosen;
        view! { <option value=*word selected=is_chosen>{*label}</option> }
    };
    let options = texts.orders.iter().map(option).collect_view();
    let control = id.clone();
    let change = move |event| making.set_order(&name, event_target_value(&event), control.clone());
    view! { <select id=id aria-label=(texts.order_of)(column) on:change=change>{options}</select> }.into_any()
}
