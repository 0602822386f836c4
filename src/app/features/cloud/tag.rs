//! A tag of the cloud: a button that asks for it, or no longer.

use leptos::prelude::*;

use super::step::Step;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::explore::{Tag, Tags};
use crate::i18n;

/// The id of the title of the cloud, which takes the focus when a tag is gone that had it.
pub(crate) const TITLE: &str = "cloud-title";

/// The tag of a number, as the cloud has it now, and whether it is asked for.
pub(crate) fn find(step: Memo<Step>, at: u32) -> Memo<Option<(Tag, bool)>> {
    Memo::new(move |_| {
        step.with(|step| {
            let tag = step.cloud.tags.iter().find(|tag| tag.at == at)?;
            Some((*tag, step.chosen.contains(&at)))
        })
    })
}

/// The button; it keeps its element while its size changes.
#[component]
pub(crate) fn TagButton(
    /// What the tags are.
    of: Tags,
    /// Which tag.
    at: u32,
    /// What it is now.
    now: Memo<Option<(Tag, bool)>>,
    /// Its text.
    text: Signal<String>,
) -> impl IntoView {
    let explorer = use_explorer();
    let label = of.label(explorer.engine, at);
    let n = Memo::new(move |_| now.with(|now| now.map_or(0, |(tag, _)| tag.contrast.here as usize)));
    view! {
        <button
            type="button"
            id=format!("tag-{at}")
            dir="auto"
            class={move || format!("step-{}", now.with(|now| now.map_or(1, |(tag, _)| tag.step)))}
            aria-pressed={move || now.with(|now| now.is_some_and(|(_, is_chosen)| is_chosen)).to_string()}
            aria-label={move || i18n::tag(label, n.get())}
            on:click=handler(move |_| toggle(explorer, of, at))
        >
            {move || text.get()}
            " "
            <span class="count">{move || i18n::number(n.get())}</span>
        </button>
    }
}

/// Asks for a tag, or no longer; the focus stays on it, or goes to the title where it is gone.
fn toggle(explorer: Explorer, of: Tags, at: u32) {
    explorer.toggle_tag(of, at);
    platform::focus_first(&[format!("tag-{at}"), TITLE.to_owned()]);
}
