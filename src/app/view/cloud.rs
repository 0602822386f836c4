//! The themes of the current results as a cloud: toggle buttons, larger where more resources are.

use leptos::prelude::*;

use crate::app::browser;
use crate::app::explorer::use_explorer;
use crate::app::words;
use crate::catalog::sorted_positions;
use crate::facet::{Tag, ValueIdx, tags};
use crate::text::fold;

/// The cloud of a catalog's themes.
#[component]
pub(super) fn Cloud() -> impl IntoView {
    let explorer = use_explorer();
    let by_count = RwSignal::new(false);
    let Some(facet) = explorer.engine.facet("theme") else { return ().into_any() };
    let tags = Memo::new(move |_| {
        let mut tags = explorer.matched.with(|matched| tags(facet, &matched.set));
        // What is chosen stays in sight, to be taken back, even when nothing is left of it.
        let chosen =
            explorer.with(|state| state.filter.of("theme").map(|choice| choice.any.clone())).unwrap_or_default();
        let lost = chosen.iter().filter_map(|id| facet.find(id));
        for value in lost.filter(|value| tags.iter().all(|tag| tag.value != *value)).collect::<Vec<_>>() {
            tags.push(Tag { value, count: 0, step: 1 });
        }
        tags
    });
    let sorted = move || {
        let label = |tag: &Tag| facet.values[tag.value as usize].label.as_str();
        let (tags, by_count) = (tags.get(), by_count.get());
        let positions = sorted_positions(tags.len(), &mut |a, b| {
            let (a, b) = (&tags[a as usize], &tags[b as usize]);
            let by_name = fold(label(a)).cmp(&fold(label(b)));
            if by_count { b.count.cmp(&a.count).then(by_name) } else { by_name }
        });
        positions.into_iter().map(|at| tags[at as usize].value).collect::<Vec<_>>()
    };
    let order = move |word: &'static str, wanted: bool| {
        view! {
            <button type="button" aria-pressed=move || (by_count.get() == wanted).to_string() on:click=move |_| by_count.set(wanted)>
                {word}
            </button>
        }
    };
    let tag = move |idx: ValueIdx| {
        let value = &facet.values[idx as usize];
        let pressed = move || explorer.with(|state| state.filter.has("theme", &value.id));
        let now = Memo::new(move |_| tags.with(|tags| tags.iter().find(|tag| tag.value == idx).cloned()));
        let count = move || now.with(|tag| tag.as_ref().map_or(0, |tag| tag.count as usize));
        let step = move || now.with(|tag| format!("step-{}", tag.as_ref().map_or(1, |tag| tag.step)));
        let id = format!("tag-{idx}");
        let own = id.clone();
        let toggle = move |_| {
            explorer.toggle("theme", &value.id);
            browser::focus_in_place(&own);
        };
        view! {
            <li>
                <button
                    id=id
                    type="button"
                    class=step
                    aria-pressed=move || pressed().to_string()
                    aria-label=move || words::tag(&value.label, count())
                    on:click=toggle
                >
                    {value.label.as_str()} " " <span class="count">{move || words::number(count())}</span>
                </button>
            </li>
        }
    };
    view! {
        <section id="cloud" aria-labelledby="cloud-title">
            <header>
                <h3 id="cloud-title">{words::THEMES}</h3>
                <div class="switch">{order(words::BY_NAME, false)} {order(words::BY_COUNT, true)}</div>
            </header>
            <Show when=move || explorer.with(|state| state.filter.of("theme").is_some_and(|choice| !choice.all))>
                <p class="quiet">{words::ANY_THEME}</p>
            </Show>
            <ul>
                <For each=sorted key=|value| *value let:value>{tag(value)}</For>
            </ul>
        </section>
    }
    .into_any()
}
