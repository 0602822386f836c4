//! Connections: which themes occur together, as a matrix and as a list.

use leptos::prelude::*;

use super::dead_end::DeadEnd;
use super::shape::{asked_for, narrow, switch};
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::explore::{Breadth, Pair, Together as Met, connected, has_breadth, together};
use crate::facet::{Facet, step};

/// The view.
#[component]
pub(super) fn Together() -> impl IntoView {
    let explorer = use_explorer();
    let Some(facet) = connected(explorer.engine) else {
        let text = if explorer.engine.is_empty() { words::NO_RESOURCES } else { words::NO_THEMES };
        return view! { <p class="nothing">{text}</p> }.into_any();
    };
    let [narrow, as_list, by_lift] = [(); 3].map(|()| RwSignal::new(false));
    let met = Memo::new(move |_| {
        let breadth = if narrow.get() { Breadth::Narrow } else { Breadth::Broad };
        explorer.matched.with(|matched| together(facet, &matched.set, breadth))
    });
    let is_empty = Memo::new(move |_| explorer.n_matched() == 0);
    let sentence = move || words::together_sentence(explorer.n_matched(), met.with(|met| met.values.len()));
    let picture = move || {
        met.with(|met| {
            let pairs = met.pairs(by_lift.get());
            if pairs.is_empty() {
                view! { <p class="nothing">{words::NOTHING_TOGETHER}</p> }.into_any()
            } else if as_list.get() {
                list(facet, met, &pairs)
            } else {
                matrix(facet, met)
            }
        })
    };
    view! {
        <section id="together" class="shape" aria-labelledby="together-title">
            <Show when=move || !is_empty.get() fallback=|| view! { <DeadEnd/> }>
                <h3 id="together-title">{words::TOGETHER_TITLE}</h3>
                <p class="quiet">{sentence}</p>
                <div class="controls">
                    {has_breadth(facet).then(|| switch(words::WHICH_THEMES, [words::BROAD, words::NARROW], narrow))}
                    {switch(words::SHOWN_AS, [words::AS_MATRIX, words::AS_LIST], as_list)}
                    {move || as_list.get().then(|| {
                        switch(words::ORDER_OF_PAIRS, [words::MANY_FIRST, words::BEYOND_CHANCE], by_lift)
                    })}
                </div>
                {picture}
            </Show>
        </section>
    }
    .into_any()
}

fn name(facet: &Facet, met: &Met, at: usize) -> String {
    words::line(facet, Some(met.values[at].0))
}

fn said(facet: &Facet, met: &Met, pair: &Pair) -> String {
    words::pair(&name(facet, met, pair.a), &name(facet, met, pair.b), pair.count, pair.lift)
}

fn asked(facet: &'static Facet, met: &Met, pair: &Pair) -> Vec<(&'static str, &'static str)> {
    [pair.a, pair.b].map(|at| asked_for(facet, Some(met.values[at].0))).to_vec()
}

fn list(facet: &'static Facet, met: &Met, pairs: &[Pair]) -> AnyView {
    let item = |pair: &Pair| {
        let text = said(facet, met, pair);
        let link = narrow(asked(facet, met, pair), "pair", text.clone(), text.into_any());
        view! { <li>{link}</li> }.into_any()
    };
    let items: Vec<AnyView> = pairs.iter().map(item).collect();
    view! { <ol class="pairs">{items}</ol> }.into_any()
}

/// Each theme by each other; columns are numbered as the rows are.
fn matrix(facet: &'static Facet, met: &Met) -> AnyView {
    let most = met.most().max(2);
    let n = met.values.len();
    let cell = |a: usize, b: usize| {
        let pair = met.pair(a, b);
        if a == b {
            return view! { <td class="own" aria-hidden="true"></td> }.into_any();
        }
        if pair.count == 0 {
            return view! { <td class="quiet">{words::number(0)}</td> }.into_any();
        }
        let text = words::number(pair.count as usize).into_any();
        let link = narrow(asked(facet, met, &pair), "cell", said(facet, met, &pair), text);
        let (class, lift) = (format!("shade-{}", step(pair.count, 1, most)), words::lift(pair.lift));
        view! { <td class=class title=lift>{link}</td> }.into_any()
    };
    let row = |a: usize| {
        let cells: Vec<AnyView> = (0..n).map(|b| cell(a, b)).collect();
        let total = words::number(met.values[a].1 as usize);
        let label = name(facet, met, a);
        view! {
            <tr><th scope="row"><div><span><span class="nth">{a + 1}</span>{label}</span></div></th>{cells}<td class="total">{total}</td></tr>
        }
        .into_any()
    };
    let head = |at: usize| {
        let label = name(facet, met, at);
        let full = label.clone();
        view! { <th scope="col" title=full><span aria-hidden="true">{at + 1}</span><span class="hidden">{label}</span></th> }
            .into_any()
    };
    let heads: Vec<AnyView> = (0..n).map(head).collect();
    let rows: Vec<AnyView> = (0..n).map(row).collect();
    view! {
        <div class="scroll" tabindex="0" role="region" aria-label=words::CONNECTIONS_TABLE>
            <table>
                <thead><tr><td></td>{heads}<th scope="col" class="total">{words::ALL}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}
