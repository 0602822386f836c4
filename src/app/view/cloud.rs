//! What the current results are tagged with, as a cloud: toggle buttons, larger where they weigh more.

use leptos::prelude::*;

use super::cloud_list::CloudList;
use super::cloud_settings::CloudSettings;
use super::dead_end::DeadEnd;
use crate::app::browser;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{self, Change, Changes, CloudLook, Tag, Tags};

/// The cloud as it is, and what became of the one before.
#[derive(Clone, PartialEq)]
pub(super) struct Shown {
    look: CloudLook,
    /// The cloud.
    pub(super) cloud: explore::Cloud,
    changes: Changes,
}

/// The cloud, its settings and its twin as a list.
#[component]
pub(super) fn Cloud() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let shown = shown(explorer);
    let of = Memo::new(move |_| shown.with(|shown| shown.cloud.of));
    let is_special = Memo::new(move |_| shown.with(|shown| shown.cloud.special));
    let is_any = move || {
        let Tags::Facet(facet) = of.get() else { return false };
        let key = &engine.facets[facet].definition.key;
        explorer.filter.with(|filter| filter.of(key).is_some_and(|choice| !choice.any.is_empty() && !choice.all))
    };
    view! {
        <section id="cloud" aria-labelledby="cloud-title">
            <h3 id="cloud-title">{move || words::cloud_title(engine, of.get(), explorer.n_matched())}</h3>
            <CloudSettings/>
            <Show when=is_any><p class="quiet">{words::ANY_TAG}</p></Show>
            {move || {
                if is_special.get() {
                    view! {
                        <h4 hidden=move || !has(shown, Some(true))>{words::MORE_HERE}</h4>
                        <TagList shown more=Some(true)/>
                        <h4 hidden=move || !has(shown, Some(false))>{words::LESS_HERE}</h4>
                        <TagList shown more=Some(false)/>
                    }.into_any()
                } else {
                    view! { <TagList shown more=None/> }.into_any()
                }
            }}
            <Empty shown/>
            <p class="quiet help">
                {move || is_special.get().then_some(words::SPECIAL_HELP)} " "
                {move || (!matches!(of.get(), Tags::Facet(_))).then_some(words::STOP_WORDS_LEFT_OUT)}
            </p>
            <p id="cloud-changes" class="quiet" role="status">{move || shown.with(|shown| words::changes(&shown.changes))}</p>
            <CloudList shown/>
        </section>
    }
}

/// The cloud of the state; what became of the one before counts only while the settings stay.
fn shown(explorer: Explorer) -> Memo<Shown> {
    let look = Memo::new(move |_| explorer.with(|state| state.look.cloud.clone()));
    Memo::new(move |before: Option<&Shown>| {
        let (matched, query, look) = (explorer.matched.read(), explorer.query.read(), look.get());
        explorer.filter.track();
        let cloud = explorer.with_untracked(|state| explore::cloud(explorer.engine, state, &query, &matched.set));
        let before = before.filter(|before| before.look == look);
        let changes = before.map_or_else(Changes::default, |before| explore::changes(&before.cloud, &cloud));
        Shown { look, cloud, changes }
    })
}

/// Whether a tag belongs where only tags that are more frequent here do, or only such as are less so, or all.
fn belongs(tag: &Tag, more: Option<bool>) -> bool {
    more.is_none_or(|more| tag.contrast.is_more() == more)
}

fn has(shown: Memo<Shown>, more: Option<bool>) -> bool {
    shown.with(|shown| shown.cloud.tags.iter().any(|tag| belongs(tag, more)))
}

/// Why there is no tag.
#[component]
fn Empty(
    /// The cloud.
    shown: Memo<Shown>,
) -> impl IntoView {
    let explorer = use_explorer();
    let why = Memo::new(move |_| {
        let is_empty = shown.with(|shown| shown.cloud.tags.is_empty());
        let n = explorer.n_matched();
        (is_empty || n == 0).then_some(n)
    });
    let look = move || shown.with(|shown| (shown.look.special, shown.look.least as usize));
    move || {
        let (n, (special, least)) = (why.get()?, look());
        if n == 0 {
            return Some(view! { <DeadEnd/> }.into_any());
        }
        let text = match (special, n == explorer.engine.len()) {
            (true, true) => words::SPECIAL_OF_ALL.to_owned(),
            (true, false) => words::NOTHING_SPECIAL.to_owned(),
            (false, _) => words::none_so_frequent(least),
        };
        let all = move |_| {
            explorer.set_cloud(|look| look.least = 1);
            browser::focus_in_place("cloud-least");
        };
        let button = (!special && least > 1)
            .then(|| view! { <button type="button" class="plain" on:click=all>{words::SHOW_RARE}</button> });
        Some(view! { <p class="none">{text} " " {button}</p> }.into_any())
    }
}

/// Some of the tags.
#[component]
fn TagList(
    /// The cloud.
    shown: Memo<Shown>,
    /// Whether only tags that are more frequent here, or less so; all with `None`.
    more: Option<bool>,
) -> impl IntoView {
    let keys = move || {
        shown.with(|shown| {
            let tags = shown.cloud.tags.iter().filter(|tag| belongs(tag, more));
            tags.map(|tag| (shown.cloud.of, tag.at)).collect::<Vec<_>>()
        })
    };
    view! {
        <ul class="cloud">
            <For each=keys key=|key| *key let:key><li><TagButton shown of=key.0 at=key.1/></li></For>
        </ul>
    }
}

/// A tag: asks for it, or no longer.
#[component]
fn TagButton(
    /// The cloud.
    shown: Memo<Shown>,
    /// What its tags are.
    of: Tags,
    /// Which one.
    at: u32,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let label = of.label(engine, at);
    let now = Memo::new(move |_| {
        shown.with(|shown| shown.cloud.tags.iter().find(|tag| tag.at == at).map(|tag| (tag.contrast.here, tag.step)))
    });
    let count = move || now.get().map_or(0, |(here, _)| here as usize);
    let step = move || format!("step-{}", now.get().map_or(1, |(_, step)| step));
    let pressed = Memo::new(move |_| {
        explorer.filter.track();
        let query = explorer.query.read();
        explorer.with_untracked(|state| of.chosen(engine, state, &query).contains(&at))
    });
    let change = Memo::new(move |_| shown.with(|shown| shown.changes.of(at)));
    let mark = move || {
        change.get().map(|change| {
            let (class, word) = match change {
                Change::Grew => ("change grew", words::LARGER_NOW),
                Change::Shrank => ("change shrank", words::SMALLER_NOW),
                Change::Appeared => ("change appeared", words::NEW_NOW),
            };
            view! { <span class=class title=word aria-hidden="true"></span><span class="hidden">{word}</span> }
        })
    };
    let toggle = move |_| {
        explorer.toggle_tag(of, at);
        browser::focus_first(&[format!("tag-{at}"), "cloud-title".to_owned()]);
    };
    view! {
        <button
            id=format!("tag-{at}")
            type="button"
            class=step
            aria-pressed=move || pressed.get().to_string()
            aria-label=move || words::tag(label, count())
            on:click=toggle
        >
            {label} " " <span class="count">{move || words::number(count())}</span>
        </button>
        {mark}
    }
}
