//! The bar above the results: how many there are, how they are shown, and what can be done with all of them.

use leptos::children::ViewFn;
use leptos::prelude::*;

use crate::app::components::follow;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::{Choice, Show};
use crate::embed::Part;
use crate::explore::{Shared, State, VIEWS, View, ViewInfo, is_start};
use crate::facet::Choice as Choices;
use crate::i18n;

/// The bar; it stays at the upper edge, below the header.
#[component]
pub(crate) fn Bar(
    /// The current view.
    view: Memo<View>,
    /// Whether the filters lie over it.
    covered: Signal<bool>,
    /// Whether the filters are open, on a phone.
    filters_open: RwSignal<bool>,
    /// The choice of an order.
    #[prop(into)]
    sort: ViewFn,
    /// All ways to take away what is shown.
    #[prop(into)]
    export: ViewFn,
) -> impl IntoView {
    let explorer = use_explorer();
    let n_chosen = Memo::new(move |_| {
        let of = |choice: &Choices| choice.any.len() + choice.not.len();
        explorer.filter.with(|filter| filter.iter().map(|(_, choice)| of(choice)).sum::<usize>())
    });
    let open_filters = move |_| {
        filters_open.set(true);
        platform::focus_in_place("facets-title");
    };
    let hides = move |part| explorer.opened.setup.hides(part);
    view! {
        <div class="bar" inert=covered>
            <h2 id="results-title" tabindex="-1">{move || title(explorer, view.get())}</h2>
            <button type="button" id="open-filters" on:click=handler(open_filters)>{move || i18n::open_filters(n_chosen.get())}</button>
            <Show when=move || !view.get().is_whole() && !hides(Part::Views)><Tabs view/></Show>
            <Show when=move || matches!(view.get(), View::List | View::Table)>{sort.run()}</Show>
            <Show when=move || (!view.get().is_whole() || view.get() == View::Compare) && !hides(Part::Tools)>{export.run()}</Show>
        </div>
    }
}

/// What is shown: how many resources, or what stands in their place.
fn title(explorer: Explorer, view: View) -> String {
    match view {
        View::Compare => i18n::comparison().to_owned(),
        View::Bench => i18n::measurement().to_owned(),
        View::Embed => i18n::embed_this().to_owned(),
        View::Shelf if explorer.with(|state| is_start(explorer.engine, &state.shared)) => i18n::start_here().to_owned(),
        View::Shelf => i18n::section(view, 0),
        View::Sets | View::Themes => i18n::view(view),
        _ => i18n::of_resources(explorer.n_matched(), explorer.engine.len()),
    }
}

/// The ways to show the results: links side by side where there is room, one choice on a phone.
#[component]
fn Tabs(
    /// The current one.
    view: Memo<View>,
) -> impl IntoView {
    let explorer = use_explorer();
    let shown_as = move |state: &State, to: View| {
        state.with(|state| {
            state.view = to;
            state.shared = Shared::default();
        })
    };
    let tab = move |info: ViewInfo| {
        let to = info.view;
        let (href, click) = follow(move |state: &State| shown_as(state, to));
        let current = move || (view.get() == to).then_some("page");
        view! { <li><a id=format!("view-{}", info.word) href=href on:click=handler(click) aria-current=current>{i18n::view(to)}</a></li> }
    };
    let tabs = || VIEWS.into_iter().filter(|info| info.is_tab);
    let options = tabs().map(|info| (info.word.to_owned(), i18n::view(info.view))).collect::<Vec<_>>();
    let chosen = Signal::derive(move || tabs().position(|info| info.view == view.get()).unwrap_or_default());
    let choose = move |place: usize| {
        tabs().nth(place).into_iter().for_each(|info| explorer.go(|state| shown_as(state, info.view)));
    };
    view! {
        <nav class="views" aria-label=i18n::shown_as()>
            <ul class="tabs">{tabs().map(tab).collect_view()}</ul>
        </nav>
        <Choice id="view-choice" class="view-choice" label=i18n::shown_as() options chosen on_choose=Box::new(choose)/>
    }
}
