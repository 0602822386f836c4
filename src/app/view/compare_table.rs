//! The table of the comparison: a column for each resource, rows in groups.

use leptos::prelude::*;

use super::link::{change, follow};
use super::note::NoteField;
use super::record::value;
use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::catalog::{ResourceIdx, host, href};
use crate::explore::{Attribute, Comparison, Entry, Group, Row};

/// The table; its rows can be cut down to those that differ and to those that all state.
#[component]
pub(super) fn Table(
    /// What stands in it.
    table: Memo<Comparison>,
) -> impl IntoView {
    let explorer = use_explorer();
    let restricted = Memo::new(move |_| explorer.with(|state| (state.look.only_differences, state.look.only_complete)));
    let is_hidden = move |same: bool, is_complete: bool| {
        let (differences, complete) = restricted.get();
        same && differences || !is_complete && complete
    };
    let body = move |group: Group, rows: Vec<Row>| {
        let shapes: Vec<(bool, bool)> = rows.iter().map(|row| (row.same, row.complete)).collect();
        let columns = rows.first().map_or(0, |row| row.cells.len());
        let all_hidden = move || shapes.iter().all(|(same, complete)| is_hidden(*same, *complete));
        let one = move |row: Row| {
            let (same, complete) = (row.same, row.complete);
            let hidden = move || is_hidden(same, complete);
            view! { <tr class:same=same hidden=hidden role="row">{cells(row)}</tr> }
        };
        view! {
            <tbody role="rowgroup" hidden=all_hidden>
                <tr class="group" role="row"><th scope="rowgroup" colspan=columns + 1 role="rowheader"><span>{words::group(group)}</span></th></tr>
                {rows.into_iter().map(one).collect_view()}
            </tbody>
        }
    };
    let none_left = move || table.with(|table| table.rows.iter().all(|row| is_hidden(row.same, row.complete)));
    let drawn = move || {
        let Comparison { resources, rows } = table.get();
        let n = resources.len();
        view! {
            <div class="scroll" tabindex="0" role="region" aria-label=words::COMPARISON_TABLE>
                <table class=format!("columns-{n}") role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <td role="cell"></td>
                            {resources.iter().enumerate().map(|(at, idx)| view! { <Column idx=*idx at of=n/> }).collect_view()}
                        </tr>
                    </thead>
                    {groups(rows).into_iter().map(|(group, rows)| body(group, rows)).collect_view()}
                    <tbody role="rowgroup" class="notes">
                        <tr role="row">
                            <th scope="row" role="rowheader">{words::MY_NOTE}</th>
                            {resources.iter().map(|idx| view! { <td role="cell"><NoteField idx=*idx/></td> }).collect_view()}
                        </tr>
                    </tbody>
                </table>
            </div>
        }
    };
    view! {
        {drawn}
        <p class="quiet" hidden=move || !none_left()>{words::NO_ROWS}</p>
        <p class="quiet small">{words::NOTES_HERE}</p>
    }
}

fn groups(rows: Vec<Row>) -> Vec<(Group, Vec<Row>)> {
    let mut groups: Vec<(Group, Vec<Row>)> = Vec::new();
    for row in rows {
        match groups.last_mut().filter(|(group, _)| *group == row.group) {
            Some((_, rows)) => rows.push(row),
            None => groups.push((row.group, vec![row])),
        }
    }
    groups
}

/// The header of a column: the title, and what can be done with it.
#[component]
fn Column(
    /// Which resource.
    idx: ResourceIdx,
    /// Its place.
    at: usize,
    /// How many columns there are.
    of: usize,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let (id, title) = (store.id(idx), store.title(idx));
    let (href, click) = follow(change(move |state| state.opened(id)));
    let remove = move |_| {
        explorer.toggle_compared(id);
        browser::focus_in_place("results-title");
    };
    let step = move |left: bool| {
        let name = if left { "left" } else { "right" };
        let is_end = if left { at == 0 } else { at + 1 == of };
        let go = move |_| {
            explorer.move_compared(id, left);
            // At the end only the other button is left.
            browser::focus_in_place(&format!("{name}-{id}"));
        };
        view! {
            <button type="button" id=format!("{name}-{id}") class=format!("step {name}") aria-label=words::move_to(title, left) aria-disabled=is_end.to_string() on:click=go>
                <span class="arrow" aria-hidden="true"></span>
            </button>
        }
    };
    view! {
        <th scope="col" role="columnheader" lang=explorer.language(idx)>
            <span class="handles">
                {(of > 1).then(|| view! { {step(true)} {step(false)} })}
                <button type="button" class="remove" aria-label=words::remove(title) on:click=remove>
                    <span class="cross" aria-hidden="true"></span>
                </button>
            </span>
            <a id=format!("column-{id}") href=href on:click=click>{title}</a>
        </th>
    }
}

fn cells(row: Row) -> impl IntoView {
    let explorer = use_explorer();
    let name = words::attribute(explorer.engine, &row.attribute);
    let attribute = row.attribute;
    let cell = |cell: Vec<(Entry, bool)>| view! { <td role="cell">{values(&attribute, cell)}</td> };
    view! {
        <th scope="row" role="rowheader">{name}</th>
        {row.cells.into_iter().map(cell).collect_view()}
    }
}

fn values(attribute: &Attribute, cell: Vec<(Entry, bool)>) -> impl IntoView + use<> {
    if cell.is_empty() {
        return view! { <span class="quiet">{words::NOT_STATED_TEXT}</span> }.into_any();
    }
    let entry = |(entry, shared): (Entry, bool)| {
        let note = shared.then(|| view! { <span class="hidden">" (" {words::SHARED} ")"</span> });
        view! { <li class:shared=shared>{one(attribute, entry)} {note}</li> }
    };
    let long = matches!(attribute, Attribute::Summary).then_some("long");
    view! { <ul class=long>{cell.into_iter().map(entry).collect_view()}</ul> }.into_any()
}

/// A value; an address as the name of its host.
fn one(attribute: &Attribute, entry: Entry) -> impl IntoView + use<> {
    let link = matches!(attribute, Attribute::Link | Attribute::Sources).then(|| href(&entry.text)).flatten();
    match link {
        Some(link) => {
            let name = host(&link).unwrap_or(&link).to_owned();
            view! { <a href=link.clone() title=link target="_blank" rel="noopener noreferrer">{name}<span class="hidden">" " {words::NEW_TAB}</span></a> }
                .into_any()
        }
        None if *attribute == Attribute::Confidence => words::confidence_level(&entry.text).into_any(),
        None => value(attribute, entry).into_any(),
    }
}
