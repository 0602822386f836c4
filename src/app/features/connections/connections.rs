//! Connections: which themes occur together, as a ranked list of pairs and as a triangle.

use leptos::prelude::*;

use super::pair::{LISTED, label, link};
use super::triangle::triangle;
use crate::app::components::PictureButtons;
use crate::app::reactive::{Memo, view};
use crate::app::state::use_explorer;
use crate::app::ui::{Button, ScrollRegion, Show, Switch};
use crate::explore::{CoOccurrences, Pair, TreeLevel, co_occurrences, connected, has_tree_levels};
use crate::facet::Facet;
use crate::i18n;
use crate::picture;
use crate::text::css::percent;

/// How many pairs are listed before a reader asks for all.
const FIRST_PAIRS: usize = 15;

/// How a reader looks at the connections; it lasts as long as the view.
#[derive(Clone, Copy)]
struct Settings {
    /// Whether themes are narrow ones.
    narrow: RwSignal<bool>,
    /// Whether the list begins with those that exceed chance the most.
    by_lift: RwSignal<bool>,
    /// Whether all pairs are listed.
    all: RwSignal<bool>,
}

/// The view.
#[component]
pub(crate) fn Connections() -> impl IntoView {
    let explorer = use_explorer();
    let facet = connected(explorer.engine);
    let [narrow, by_lift, all] = [(); 3].map(|()| RwSignal::new(false));
    let settings = Settings { narrow, by_lift, all };
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
    let Settings { narrow, by_lift, all } = settings;
    let found = Memo::new(move |_| {
        let breadth = if narrow.get() { TreeLevel::Narrow } else { TreeLevel::Broad };
        co_occurrences(facet, &explorer.matched.read().set, breadth)
    });
    let title = move || found.with(|found| says(facet, found, explorer.n_matched()));
    let sentence = move || {
        let text = i18n::together_sentence(explorer.n_matched(), found.with(|found| found.values.len()));
        format!("{text} {}", i18n::lift_help())
    };
    let shown = move || {
        found.with(|found| match found.pairs(by_lift.get()) {
            pairs if pairs.is_empty() => view! { <p class="nothing">{i18n::nothing_together()}</p> },
            pairs => {
                let n = if all.get() { pairs.len() } else { FIRST_PAIRS };
                let list = list(facet, found, &pairs[..n.min(pairs.len())], explorer.n_matched());
                let more = (n < pairs.len()).then(|| {
                    let text = i18n::show_all_pairs(pairs.len());
                    view! { <Button id="together-all" class="plain" text on_press=Box::new(move || all.set(true))/> }
                });
                view! { <div class="pairs">{list} {more}</div> {triangle(facet, found)} }
            }
        })
    };
    let draw = move |frame: &picture::Frame<'_>| {
        found.with_untracked(|found| {
            let labels = |at: usize| label(facet, found, at);
            let total = explorer.matched.with_untracked(|matched| matched.total);
            picture::connections(frame, &found.pairs(by_lift.get_untracked()), &labels, total)
        })
    };
    view! {
        <section id="together" class="shape" aria-labelledby="together-title">
            <h3 id="together-title">{move || title()}</h3>
            <p class="quiet">{move || sentence()}</p>
            <Controls settings has_tree_levels=has_tree_levels(facet)/>
            {move || shown()}
            <PictureButtons name="connections" title=Box::new(title) draw=Box::new(draw)/>
        </section>
    }
}

/// The sentence above the picture: the pair that most resources have; the title where there is none.
fn says(facet: &'static Facet, found: &CoOccurrences, total: usize) -> String {
    let pairs = found.pairs(false);
    let lead =
        |pair: &Pair| i18n::leading_pair(label(facet, found, pair.a), label(facet, found, pair.b), pair.count, total);
    pairs.first().map_or_else(|| i18n::together_title().to_owned(), lead)
}

#[component]
fn Controls(
    /// What they set.
    settings: Settings,
    /// Whether there are broad and narrow themes.
    has_tree_levels: bool,
) -> impl IntoView {
    let Settings { narrow, by_lift, .. } = settings;
    let set = |signal: RwSignal<bool>| Box::new(move |is_second| signal.set(is_second));
    let texts = [i18n::broad(), i18n::narrow()];
    let breadth = has_tree_levels.then(|| {
        let on_change = set(narrow);
        view! { <Switch id="together-narrow" name=i18n::which_themes() texts is_second=narrow.into() on_change/> }
    });
    view! {
        <div class="controls">
            {breadth}
            <Switch
                id="together-lift"
                name=i18n::order_of_pairs()
                texts=[i18n::many_first(), i18n::beyond_chance()]
                is_second=by_lift.into()
                on_change=set(by_lift)
            />
        </div>
    }
}

/// The pairs in their order: each with its count, a bar, its share of the results, and how many times as many as expected it is.
fn list(facet: &'static Facet, found: &CoOccurrences, pairs: &[Pair], total: usize) -> AnyView {
    let (most, of) = (found.most(), u32::try_from(total).unwrap_or(u32::MAX));
    let row = |pair: &Pair| {
        let [a, b] = [pair.a, pair.b].map(|at| label(facet, found, at));
        let names = view! { <bdi>{a}</bdi> <span class="plus">" + "</span> <bdi>{b}</bdi> };
        view! {
            <tr>
                <th scope="row">
                    <div>
                        <span>{link(facet, found, pair, LISTED, names)}</span>
                        <span class="length" aria-hidden="true" style:inline-size=percent(pair.count, most)></span>
                    </div>
                </th>
                <td>{i18n::number(pair.count as usize)}</td>
                <td>{i18n::share(pair.count, of)}</td>
                <td>{i18n::tenths(pair.lift)}</td>
            </tr>
        }
    };
    let rows: Vec<AnyView> = pairs.iter().map(row).collect();
    view! {
        <ScrollRegion label=i18n::together_title().to_owned()>
            <table class="ranked">
                <thead>
                    <tr>
                        <th scope="col">{i18n::pair_of_themes_label()}</th>
                        <th scope="col">{i18n::count()}</th>
                        <th scope="col">{i18n::share_label()}</th>
                        <th scope="col">{i18n::beside_chance()}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </ScrollRegion>
    }
}
