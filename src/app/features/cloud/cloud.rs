//! What the current results are tagged with, as a cloud: toggle buttons, larger where they weigh more.

use leptos::prelude::*;

use super::list::CloudList;
use super::picture::CloudPicture;
use super::settings::CloudSettings;
use super::step::{Step, steps};
use super::tag::{TITLE, TagButton, find};
use crate::app::components::PictureButtons;
use crate::app::reactive::{Memo, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::Button;
use crate::app::ui::{For, Show};
use crate::explore::{self, MOST_PACKED, Tag, Tags};
use crate::i18n;
use crate::picture;

/// The cloud, its settings and its twin as a list.
#[component]
pub(crate) fn Cloud() -> impl IntoView {
    let explorer = use_explorer();
    let step = steps(explorer);
    view! { <Show when=move || explorer.n_matched() != 0><Section step/></Show> }
}

/// The tags that are more frequent here, or all where that is not asked.
fn is_in_picture(step: &Step, tag: &Tag) -> bool {
    !step.cloud.special || tag.contrast.is_more()
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
    let n_more =
        Memo::new(move |_| step.with(|step| step.cloud.tags.iter().filter(|tag| is_in_picture(step, tag)).count()));
    let says = move || {
        let (n, set) = (explorer.n_matched(), explorer.matched.read());
        step.with(|step| {
            let leaders = explore::leaders(explorer.engine, &step.cloud, &set.set);
            i18n::cloud_says(explorer.engine, &step.cloud, &leaders, n)
        })
    };
    let help = move || {
        let size = if is_special.get() { i18n::special_help() } else { i18n::size_help() };
        let stop_words = (!matches!(of.get(), Tags::Facet(_))).then_some(i18n::stop_words_left_out());
        [size].into_iter().chain(stop_words).collect::<Vec<_>>().join(" ")
    };
    let is_packed = Memo::new(move |_| (1..=MOST_PACKED).contains(&n_more.get()));
    let picture = move || {
        let of = of.get();
        if is_packed.get() {
            view! { <CloudPicture step of/> }
        } else {
            view! { <TagList step of more=true/> }
        }
    };
    let draw = move |frame: &picture::Frame<'_>| {
        step.with_untracked(|step| picture::cloud(frame, explorer.engine, &step.cloud))
    };
    let buttons = move || {
        let (title, draw) = (Box::new(says), Box::new(draw));
        is_packed.get().then(|| view! { <PictureButtons name="cloud" title draw/> })
    };
    let less = move || is_special.get().then(|| view! { <TagList step of=of.get() more=false/> });
    view! {
        <section id="cloud" aria-labelledby=TITLE>
            <h3 id=TITLE tabindex="-1">{move || says()}</h3>
            <p class="quiet">{move || i18n::cloud_title(explorer.engine, of.get(), explorer.n_matched())}</p>
            <CloudSettings of/>
            <Show when=move || is_any.get()><p class="quiet">{i18n::any_tag()}</p></Show>
            <Show when=move || is_special.get() && n_more.get() != 0><h4>{i18n::more_here()}</h4></Show>
            {picture}
            {less}
            <Show when=move || is_empty.get()><WhyEmpty/></Show>
            <p class="quiet help">{move || help()}</p>
            {buttons}
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

/// Tags one behind the other: those that are less frequent here than elsewhere, or more than a picture has room for.
#[component]
fn TagList(
    /// The cloud.
    step: Memo<Step>,
    /// What the tags are.
    of: Tags,
    /// Whether they are those that would be in the picture.
    more: bool,
) -> impl IntoView {
    let explorer = use_explorer();
    let keys = Memo::new(move |_| {
        step.with(|step| {
            let tags = step.cloud.tags.iter().filter(|tag| is_in_picture(step, tag) == more);
            tags.map(|tag| tag.at).collect::<Vec<u32>>()
        })
    });
    let item = move |at: u32| {
        let text = Signal::derive(move || of.label(explorer.engine, at).to_owned());
        view! { <li><TagButton of at now=find(step, at) text/></li> }
    };
    view! {
        <Show when=move || !more && keys.with(|keys| !keys.is_empty())><h4>{i18n::less_here()}</h4></Show>
        <ul class="cloud flow"><For each=move || keys.get() key=|key| *key let:key>{item(key)}</For></ul>
    }
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
