//! Connections: which themes occur together, as a matrix and as a list.

use leptos::prelude::*;

use crate::app::components::{DrillDown, wanted};
use crate::app::reactive::{Memo, view};
use crate::app::state::use_explorer;
use crate::app::ui::Show;
use crate::app::ui::{ScrollRegion, Switch};
use crate::explore::{CoOccurrences, Pair, TreeLevel, co_occurrences, connected, has_tree_levels};
use crate::facet::{Facet, step};
use crate::i18n;

/// How a reader looks at the connections; it lasts as long as the view.
#[derive(Clone, Copy)]
struct Settings {
    /// Whether themes are narrow ones.
    narrow: RwSignal<bool>,
    /// Whether the pairs are a list.
    as_list: RwSignal<bool>,
    /// Whether the list begins with those that exceed chance the most.
    by_lift: RwSignal<bool>,
}

/// The view.
#[component]
pub(crate) fn Connections() -> impl IntoView {
    let explorer = use_explorer();
    let facet = connected(explorer.engine);
    let [narrow, as_list, by_lift] = [(); 3].map(|()| RwSignal::new(false));
    let settings = Settings { narrow, as_list, by_lift };
    view! {
        <Show when=move || explorer.n_matched() != 0>
            {match facet {
                Some(facet) => view! { <Section facet settings/> },
                None => view! { <p class="nothing">{i18n::no_themes()}</p> },
            }}
        </Show>
    }
}

#[component]
fn Section(
    /// The facet whose values are connected.
    facet: &'static Facet,
    /// How a reader looks at them.
    settings: Settings,
) -> impl IntoView {
    let explorer = use_explorer();
    let Settings { narrow, as_list, by_lift } = settings;
    let found = Memo::new(move |_| {
        let breadth = if narrow.get() { TreeLevel::Narrow } else { TreeLevel::Broad };
        co_occurrences(facet, &explorer.matched.read().set, breadth)
    });
    let sentence = move || i18n::together_sentence(explorer.n_matched(), found.with(|found| found.values.len()));
    let pairs = move || match (found.with(|found| found.pairs(by_lift.get())), as_list.get()) {
        (pairs, _) if pairs.is_empty() => view! { <p class="nothing">{i18n::nothing_together()}</p> },
        (pairs, true) => found.with(|found| list(facet, found, &pairs)),
        (_, false) => found.with(|found| matrix(facet, found)),
    };
    view! {
        <section id="together" class="shape" aria-labelledby="together-title">
            <h3 id="together-title">{i18n::together_title()}</h3>
            <p class="quiet">{move || sentence()}</p>
            <Controls settings has_tree_levels=has_tree_levels(facet)/>
            {move || pairs()}
        </section>
    }
}

#[component]
fn Controls(
    /// What they set.
    settings: Settings,
    /// Whether there are broad and narrow themes.
    has_tree_levels: bool,
) -> impl IntoView {
    let Settings { narrow, as_list, by_lift } = settings;
    let set = |signal: RwSignal<bool>| Box::new(move |is_second| signal.set(is_second));
    let texts = [i18n::broad(), i18n::narrow()];
    let breadth = has_tree_levels.then(|| {
        let on_change = set(narrow);
        view! { <Switch id="together-narrow" name=i18n::which_themes() texts is_second=narrow.into() on_change/> }
    });
    let texts = [i18n::as_matrix(), i18n::pairs_as_list()];
    let orders = [i18n::many_first(), i18n::beyond_chance()];
    view! {
        <div class="controls">
            {breadth}
            <Switch id="together-list" name=i18n::shown_as() texts is_second=as_list.into() on_change=set(as_list)/>
            <Show when=move || as_list.get()>
                <Switch
                    id="together-lift"
                    name=i18n::order_of_pairs()
                    texts=orders
                    is_second=by_lift.into()
                    on_change=set(by_lift)
                />
            </Show>
        </div>
    }
}

/// The label of the value at a position.
fn label(facet: &'static Facet, found: &CoOccurrences, at: usize) -> &'static str {
    i18n::line(facet, Some(found.values[at].0))
}

/// "Grading and Assessment: 41 resources together, 1.8 times as often as chance"
fn sentence(facet: &'static Facet, found: &CoOccurrences, pair: &Pair) -> String {
    i18n::pair_of_themes(label(facet, found, pair.a), label(facet, found, pair.b), pair.count, pair.lift)
}

/// The pairs in their order.
fn list(facet: &'static Facet, found: &CoOccurrences, pairs: &[Pair]) -> AnyView {
    let item = |pair: &Pair| {
        let text = sentence(facet, found, pair);
        view! { <li>{link(facet, found, pair, "pair", text)}</li> }
    };
    let items: Vec<AnyView> = pairs.iter().map(item).collect();
    view! { <ol class="met">{items}</ol> }
}

/// A link to the resources that have both values.
fn link(facet: &'static Facet, found: &CoOccurrences, pair: &Pair, class: &'static str, text: String) -> AnyView {
    let values = Vec::from([pair.a, pair.b].map(|at| wanted(facet, Some(found.values[at].0))));
    view! { <DrillDown values class label=sentence(facet, found, pair)>{text}</DrillDown> }
}

/// Each theme by each other; columns are numbered as the rows are.
fn matrix(facet: &'static Facet, found: &CoOccurrences) -> AnyView {
    let (n, most) = (found.values.len(), found.most());
    let head = |at: usize| {
        let label = label(facet, found, at);
        view! {
            <th scope="col" title=label>
                <span aria-hidden="true">{(at + 1).to_string()}</span>
                <span class="hidden" dir="auto">{label}</span>
            </th>
        }
    };
    let row = |a: usize| {
        let cells: Vec<AnyView> = (0..n).map(|b| cell(facet, found, (a, b), most)).collect();
        view! {
            <tr>
                <th scope="row">
                    <div><span><span class="nth">{(a + 1).to_string()}</span> <bdi>{label(facet, found, a)}</bdi></span></div>
                </th>
                {cells}
                <td class="total">{i18n::number(found.values[a].1 as usize)}</td>
            </tr>
        }
    };
    let heads: Vec<AnyView> = (0..n).map(head).collect();
    let rows: Vec<AnyView> = (0..n).map(row).collect();
    view! {
        <ScrollRegion label=i18n::connections_table()>
            <table>
                <thead><tr><td></td> {heads} <th scope="col" class="total">{i18n::all()}</th></tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </ScrollRegion>
    }
}

/// The number of resources that have both values; `most` is the largest of all.
fn cell(facet: &'static Facet, found: &CoOccurrences, (a, b): (usize, usize), most: u32) -> AnyView {
    let pair = found.pair(a, b);
    let text = i18n::number(pair.count as usize);
    if a == b {
        return view! { <td class="own" aria-hidden="true"></td> };
    }
    if pair.count == 0 {
        return view! { <td class="quiet">{text}</td> };
    }
    let shade = step(f64::from(pair.count), 1.0, f64::from(most.max(2)));
    view! {
        <td class=format!("shade-{shade}") title=i18n::lift(pair.lift)>{link(facet, found, &pair, "cell", text)}</td>
    }
}
