//! The timeline as a table: a row a year, each a link to its resources.

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::reactive::{Memo, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::ScrollRegion;
use crate::explore::{Bar, Slot, State, Timeline};
use crate::i18n;

/// The table, folded up.
#[component]
pub(crate) fn TimelineTable(
    /// The timeline.
    line: Memo<Timeline>,
) -> impl IntoView {
    let engine = use_explorer().engine;
    let stack = Memo::new(move |_| line.with(|line| line.stack.clone()));
    let parts = move || {
        let head = |text: &'static str| view! { <th scope="col" dir="auto">{text}</th> };
        let parts = stack.get().map_or_else(Vec::new, |(facet, values)| {
            let facet = &engine.facets[facet];
            let named = values.iter().map(|value| i18n::line(facet, Some(*value)));
            named.chain([i18n::others(), i18n::not_stated_text()]).collect()
        });
        parts.into_iter().map(head).collect::<Vec<AnyView>>()
    };
    // The slots are those of the whole catalog.
    let n = line.with_untracked(|line| line.slots.len());
    let rows: Vec<AnyView> = (0..n).map(|at| view! { <Row line at/> }).collect();
    let undated = move || {
        let bar = line.with(|line| line.undated.clone());
        (bar.total > 0).then(|| view! { <tr><th scope="row">{i18n::not_stated_text()}</th> {counts(&bar)}</tr> })
    };
    view! {
        <details class="twin" id="time-table">
            <summary>{i18n::same_as_table()}</summary>
            <ScrollRegion label=i18n::table_of(i18n::time_title())>
                <table>
                    <thead>
                        <tr>
                            <th scope="col">{i18n::year()}</th>
                            <th scope="col" class="total">{i18n::resources_label()}</th>
                            {move || parts()}
                        </tr>
                    </thead>
                    <tbody>{rows} {move || undated()}</tbody>
                </table>
            </ScrollRegion>
        </details>
    }
}

/// A slot.
#[component]
fn Row(
    /// The timeline.
    line: Memo<Timeline>,
    /// Which slot.
    at: usize,
) -> impl IntoView {
    let slot = Memo::new(move |_| line.with(|line| line.slots.get(at).cloned()));
    let cells = move || slot.with(|slot| slot.as_ref().map(|slot| (head(slot), counts(&slot.bar))));
    view! { <tr>{move || cells()}</tr> }
}

/// The years of a slot, as a link where there are resources.
fn head(slot: &Slot) -> AnyView {
    let name = i18n::years(slot.from, slot.to);
    if slot.bar.total == 0 {
        return view! { <th scope="row">{name}</th> };
    }
    let range = slot.range();
    let to = move |state: &State| Explorer::choose_only(state, "year", &range);
    view! { <th scope="row"><Link id=format!("year-{}", slot.from) to>{name}</Link></th> }
}

fn counts(bar: &Bar) -> AnyView {
    let part = |count: &u32| view! { <td>{i18n::number(*count as usize)}</td> };
    let parts: Vec<AnyView> = bar.parts.iter().map(part).collect();
    view! { <td class="total">{i18n::number(bar.total as usize)}</td> {parts} }
}
