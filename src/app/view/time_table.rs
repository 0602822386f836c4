//! The timeline as a table: a row a year, each a link to its resources.

use leptos::prelude::*;

use super::link::{change, follow};
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::explore::{Bar, Slot, Timeline};

/// The table, drawn when it is first unfolded.
pub(super) fn table(explorer: Explorer, line: Memo<Timeline>) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let rows = move || is_open.get().then(|| line.with(|line| whole(explorer, line)));
    view! {
        <details class="twin" id="time-table" on:toggle=move |_| is_open.set(true)>
            <summary>{words::AS_TABLE}</summary>
            {rows}
        </details>
    }
}

fn whole(explorer: Explorer, line: &Timeline) -> AnyView {
    let facet = line.stack.as_ref().map(|(at, values)| (&explorer.engine.facets[*at], values));
    let mut names: Vec<String> =
        facet.iter().flat_map(|(facet, values)| values.iter().map(|value| words::line(facet, Some(*value)))).collect();
    if facet.is_some() {
        names.extend([words::OTHERS, words::NOT_STATED_TEXT].map(str::to_owned));
    }
    let heads: Vec<AnyView> = names.into_iter().map(|name| view! { <th scope="col">{name}</th> }.into_any()).collect();
    let rows: Vec<AnyView> = line.slots.iter().map(|slot| row(year(slot), &slot.bar)).collect();
    let undated = (line.undated.total > 0).then(|| row(words::NOT_STATED_TEXT.into_any(), &line.undated));
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words::TIME_TITLE>
            <table>
                <thead><tr><th scope="col">{words::YEAR}</th><th scope="col" class="total">{words::RESOURCES}</th>{heads}</tr></thead>
                <tbody>{rows} {undated}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The years of a row: a link that makes them the range.
fn year(slot: &Slot) -> AnyView {
    let name = words::years(slot.from, slot.to);
    if slot.bar.total == 0 {
        return name.into_any();
    }
    let range = if slot.from == slot.to { slot.from.to_string() } else { format!("{}..{}", slot.from, slot.to) };
    let (href, click) = follow(change(move |state| Explorer::choose_only(state, "year", &range)));
    view! { <a href=href on:click=click>{name}</a> }.into_any()
}

fn row(year: AnyView, bar: &Bar) -> AnyView {
    let cell = |count: &u32| view! { <td>{words::number(*count as usize)}</td> }.into_any();
    let cells: Vec<AnyView> = bar.parts.iter().map(cell).collect();
    view! { <tr><th scope="row">{year}</th><td class="total">{words::number(bar.total as usize)}</td>{cells}</tr> }
        .into_any()
}
