//! What the current results are tagged with, as a cloud: toggle buttons, larger where they weigh more.

use leptos::prelude::*;

use super::list::CloudList;
use super::settings::CloudSettings;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::Button;
use crate::app::ui::{For, Show};
use crate::explore::{self, Change, Changes, CloudLook, Tag, Tags};
use crate::i18n;

/// The id of the title, which takes the focus when a tag is gone that had it.
const TITLE: &str = "cloud-title";

/// A cloud, and what became of the one before.
#[derive(Clone, PartialEq)]
struct Step {
    look: CloudLook,
    cloud: explore::Cloud,
    changes: Changes,
    chosen: Vec<u32>,
}

/// Returns the cloud of the results, computed once for each change of the query, the filter or the settings.
fn steps(explorer: Explorer) -> Memo<Step> {
    let engine = explorer.engine;
    let of = Memo::new(move |_| explorer.with(|state| Tags::of(engine, state)));
    let look = Memo::new(move |_| explorer.look.with(|look| look.cloud.clone()));
    Memo::new(move |before: Option<&Step>| {
        of.track();
        let (matched, query, look) = (explorer.matched.read(), explorer.query.read(), look.get());
        if let Some(before) = before.filter(|_| matched.total == 0) {
            return before.clone();
        }
        let (cloud, chosen) = explorer.with_search(|state| {
            let cloud = explore::cloud(engine, state, &query, &matched.set);
            let chosen = cloud.of.chosen(engine, state, &query);
            (cloud, chosen)
        });
        // What became of the one before counts only while the settings stay.
        let comparable = before.filter(|before| before.look == look);
        let changes = comparable.map_or_else(Changes::default, |before| explore::changes(&before.cloud, &cloud));
        Step { look, cloud, changes, chosen }
    })
}

/// The cloud, its settings and its twin as a list.
#[component]
pub(crate) fn Cloud() -> impl IntoView {
    let explorer = use_explorer();
    let step = steps(explorer);
    view! { <Show when=move || explorer.n_matched() != 0><Section step/></Show> }
}

#[component]
fn Section(
    /// The cloud.
    step: Memo<Step>,
) -> impl IntoView {
    let explorer = use_explorer();
    let cloud = Memo::new(move |_| step.with(|step| step.cloud.clone()));
    let of = Memo::new(move |_| cloud.with(|cloud| cloud.of));
    let is_special = Memo::new(move |_| cloud.with(|cloud| cloud.special));
    let is_empty = Memo::new(move |_| cloud.with(|cloud| cloud.tags.is_empty()));
    let is_any = Memo::new(move |_| is_any(explorer, of.get()));
    let help = move || {
        let special = is_special.get().then_some(i18n::special_help());
        let stop_words = (!matches!(of.get(), Tags::Facet(_))).then_some(i18n::stop_words_left_out());
        special.into_iter().chain(stop_words).collect::<Vec<_>>().join(" ")
    };
    let all = move || view! { <TagList step title="" belongs=|_| true/> };
    view! {
        <section id="cloud" aria-labelledby=TITLE>
            <h3 id=TITLE tabindex="-1">{move || i18n::cloud_title(explorer.engine, of.get(), explorer.n_matched())}</h3>
            <CloudSettings of/>
            <Show when=move || is_any.get()><p class="quiet">{i18n::any_tag()}</p></Show>
            <Show when=move || is_special.get() fallback=all>
                <TagList step title=i18n::more_here() belongs=|tag| tag.contrast.is_more()/>
                <TagList step title=i18n::less_here() belongs=|tag| !tag.contrast.is_more()/>
            </Show>
            <Show when=move || is_empty.get()><WhyEmpty/></Show>
            <p class="quiet help">{move || help()}</p>
            <p id="cloud-changes" class="quiet" role="status">
                {move || step.with(|step| i18n::changes(&step.changes))}
            </p>
            <Show when=move || !is_empty.get()><CloudList cloud/></Show>
        </section>
    }
}

/// Returns whether tags widen the results: any of the chosen ones will do.
fn is_any(explorer: Explorer, of: Tags) -> bool {
    let Tags::Facet(facet) = of else { return false };
    let key = &explorer.engine.facets[facet].definition.key;
    explorer.filter.with(|filter| filter.of(key).is_some_and(|choice| !choice.any.is_empty() && !choice.all))
}

/// Some of the tags: only those that are more frequent here, or only those that are less so, or all.
#[component]
fn TagList(
    /// The cloud.
    step: Memo<Step>,
    /// Its title; empty for none.
    title: &'static str,
    /// Whether a tag is one of them.
    belongs: fn(&Tag) -> bool,
) -> impl IntoView {
    let keys = Memo::new(move |_| {
        let is_here = |tag: &&Tag| belongs(tag);
        step.with(|step| step.cloud.tags.iter().filter(is_here).map(|tag| tag.at).collect::<Vec<u32>>())
    });
    let is_titled = move || !title.is_empty() && keys.with(|keys| !keys.is_empty());
    let item = move |at: u32| view! { <TagItem step at/> };
    view! {
        <Show when=is_titled><h4>{title}</h4></Show>
        <ul class="cloud"><For each=move || keys.get() key=|key| *key let:key>{item(key)}</For></ul>
    }
}

/// A tag: asks for it, or no longer.
#[component]
fn TagItem(
    /// The cloud.
    step: Memo<Step>,
    /// Which tag.
    at: u32,
) -> impl IntoView {
    let explorer = use_explorer();
    let now = Memo::new(move |_| {
        step.with(|step| {
            let tag = step.cloud.tags.iter().find(|tag| tag.at == at)?;
            Some((step.cloud.of, *tag, step.chosen.contains(&at), step.changes.of(at)))
        })
    });
    move || {
        let (of, tag, is_pressed, change) = now.get()?;
        let (label, n) = (of.label(explorer.engine, at), tag.contrast.here as usize);
        Some(view! {
            <li>
                <button
                    type="button"
                    id=format!("tag-{at}")
                    dir="auto"
                    class=format!("step-{}", tag.step)
                    aria-pressed=is_pressed.to_string()
                    aria-label=i18n::tag(label, n)
                    on:click=handler(move |_| toggle(explorer, of, at))
                >
                    {label}
                    " "
                    <span class="count">{i18n::number(n)}</span>
                </button>
                {change.map(changed)}
            </li>
        })
    }
}

/// Asks for a tag, or no longer; the focus stays on it, or goes to the title where it is gone.
fn toggle(explorer: Explorer, of: Tags, at: u32) {
    explorer.toggle_tag(of, at);
    platform::focus_first(&[format!("tag-{at}"), TITLE.to_owned()]);
}

/// What became of a tag, as a mark and for those who do not see it.
fn changed(change: Change) -> AnyView {
    let (class, word) = match change {
        Change::Grew => ("change grew", i18n::larger_now()),
        Change::Shrank => ("change shrank", i18n::smaller_now()),
        Change::Appeared => ("change appeared", i18n::new_now()),
    };
    view! { <span class=class title=word aria-hidden="true"></span> <span class="hidden">{word}</span> }
}

/// What to do where no tag is frequent enough, or special.
#[component]
fn WhyEmpty() -> impl IntoView {
    let explorer = use_explorer();
    let look = Memo::new(move |_| explorer.look.with(|look| (look.cloud.special, look.cloud.least)));
    let why = move || match (look.get(), explorer.n_matched() == explorer.engine.len()) {
        ((true, _), true) => i18n::special_of_all().to_owned(),
        ((true, _), false) => i18n::nothing_special().to_owned(),
        ((false, least), _) => i18n::none_so_frequent(least as usize),
    };
    let can_lower = Memo::new(move |_| matches!(look.get(), (false, 2..)));
    let show_rare = move || explorer.set_cloud(|look| look.least = 1);
    view! {
        <p class="none">
            {move || why()}
            <Show when=move || can_lower.get()>
                " "
                <Button id="cloud-all" class="plain" text=i18n::show_rare() on_press=Box::new(show_rare)/>
            </Show>
        </p>
    }
}
