//! The cloud as a constellation: tags packed in families, thin arcs from the one that is looked at to those it goes with.
//!
//! Places come from the engine in pixels of a picture of the width at hand; style sheets scale them where it is shown smaller, and
//! lay tags out in rows on a phone.

use std::time::Duration;

use leptos::ev;
use leptos::prelude::*;

use super::step::Step;
use super::tag::{TITLE, TagButton, find};
use crate::app::components::{Link, theme_colours};
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::{Button, For};
use crate::explore::{Constellation, Family, Star, State, TagDetail, Tags, constellation, tag_detail};
use crate::i18n;
use crate::text::css::percent;

/// The id of the picture.
const PICTURE: &str = "cloud-picture";
/// The key of the tags that are below no other.
const LOOSE: u32 = u32::MAX;
/// How narrow and how wide a picture is made; its width is a multiple of a step, so that it is not made anew at each pixel.
const NARROWEST: i32 = 560;
const WIDEST: i32 = 1216;
const WIDTH_STEP: i32 = 16;

/// When everything beside the picture is there. From two frames later on tags move to their new places: nothing moves as it first
/// appears, nor while the window changes its size.
const SETTLED: Duration = Duration::from_millis(250);

/// What the parts of the picture share.
#[derive(Clone, Copy)]
struct Picture {
    explorer: Explorer,
    of: Tags,
    step: Memo<Step>,
    places: Memo<Constellation>,
    /// The tag that a reader looks at; style sheets hide what is said of it when the pointer and the focus have left.
    active: RwSignal<Option<u32>>,
    detail: Memo<TagDetail>,
    most: Memo<u32>,
}

/// The picture.
#[component]
pub(crate) fn CloudPicture(
    /// The cloud.
    step: Memo<Step>,
    /// What the tags are.
    of: Tags,
) -> impl IntoView {
    let explorer = use_explorer();
    let (width, moves) = (RwSignal::new(WIDEST), RwSignal::new(false));
    let measure = move || {
        let now = platform::width_of(PICTURE).clamp(NARROWEST, WIDEST) / WIDTH_STEP * WIDTH_STEP;
        if width.try_get_untracked().is_some_and(|before| before != now) {
            width.set(now);
        }
    };
    // What stands beside the picture may come a little later than it.
    let settle = move || {
        measure();
        request_animation_frame(move || request_animation_frame(move || _ = moves.try_set(true)));
    };
    request_animation_frame(measure);
    set_timeout(settle, SETTLED);
    let resized = window_event_listener(ev::resize, move |_| {
        moves.set(false);
        measure();
        set_timeout(settle, SETTLED);
    });
    on_cleanup(move || resized.remove());
    let places = Memo::new(move |_| step.with(|step| constellation(explorer.engine, &step.cloud, width.get())));
    let active = RwSignal::new(None);
    let detail = Memo::new(move |_| {
        let detail = |at| step.with(|step| tag_detail(explorer.engine, &step.cloud, &explorer.matched.read().set, at));
        active.get().map_or_else(TagDetail::default, detail)
    });
    let most =
        Memo::new(move |_| step.with(|step| step.cloud.tags.iter().map(|tag| tag.contrast.here).max().unwrap_or(1)));
    let picture = Picture { explorer, of, step, places, active, detail, most };
    let families = move || places.with(|places| places.families.iter().map(key).collect::<Vec<u32>>());
    let leave = move |key: ev::KeyboardEvent| {
        if key.key() == "Escape" {
            active.set(None);
        }
    };
    view! {
        <div
            id=PICTURE
            class="picture"
            class:moves=moves
            style=("--w", Signal::derive(move || places.with(|places| places.width).to_string()))
            style=("--h", Signal::derive(move || places.with(|places| places.height).to_string()))
            on:keydown=handler(leave)
        >
            {move || arcs(picture)}
            <ul class="cloud"><For each=families key=|key| *key let:family>{family_of(picture, family)}</For></ul>
        </div>
    }
}

/// What tells families apart: the broad theme.
fn key(family: &Family) -> u32 {
    family.caption.as_ref().map_or(LOOSE, |caption| caption.at)
}

impl Picture {
    /// The place of a tag.
    fn star(self, at: u32) -> Option<Star> {
        self.places.with(|places| places.star(at).cloned())
    }
}

/// A family: its caption, and its tags; on a phone these unfold.
fn family_of(picture: Picture, family: u32) -> AnyView {
    let is_open = RwSignal::new(family == LOOSE);
    let stars = move || {
        picture.places.with(|places| {
            let family = places.families.iter().find(|other| key(other) == family);
            family.map_or_else(Vec::new, |family| family.stars.iter().map(|star| star.at).collect::<Vec<u32>>())
        })
    };
    let caption = (family != LOOSE).then(|| {
        let label = picture.of.label(picture.explorer.engine, family);
        view! {
            <div class="caption">
                {star_of(picture, family)}
                <button
                    type="button"
                    class="unfold"
                    aria-expanded={move || is_open.get().to_string()}
                    aria-label=i18n::within(label)
                    on:click=handler(move |_| is_open.update(|is_open| *is_open = !*is_open))
                ></button>
            </div>
        }
    });
    let item = move |at: u32| view! { <li style=("--n", count(picture.step, at))>{star_of(picture, at)}</li> };
    view! {
        <li class="family" class:open=is_open style=("--n", count(picture.step, family))>
            {caption}
            <ul><For each=stars key=|at| *at let:at>{item(at)}</For></ul>
        </li>
    }
}

/// How many resources have a tag, for the order on a phone.
fn count(step: Memo<Step>, at: u32) -> Signal<String> {
    let now = find(step, at);
    Signal::derive(move || now.with(|now| now.map_or(0, |(tag, _)| tag.contrast.here)).to_string())
}

/// A tag at its place; its name alone where it is no tag of the cloud and only a caption.
fn star_of(picture: Picture, at: u32) -> AnyView {
    let Picture { explorer, of, step, active, detail, most, .. } = picture;
    let now = find(step, at);
    let place = Memo::new(move |_| picture.star(at));
    let number =
        |of: fn(&Star) -> i32| Signal::derive(move || place.with(|place| place.as_ref().map_or(0, of)).to_string());
    let text = Signal::derive(move || {
        place.with(|place| place.as_ref().map_or_else(String::new, |star| star.lines.join("\n")))
    });
    let share =
        Signal::derive(move || now.with(|now| percent(now.map_or(0, |(tag, _)| tag.contrast.here), most.get())));
    let is_theme = matches!(of, Tags::Facet(facet) if explorer.engine.facets[facet].definition.key == "theme");
    let [light, dark] = if is_theme { theme_colours(at) } else { <[String; 2]>::default() };
    let is_tag = Memo::new(move |_| now.with(Option::is_some));
    let look_at = move || {
        if active.get_untracked() != Some(at) {
            active.set(Some(at));
        }
    };
    let button = move || {
        if is_tag.get() {
            view! { <TagButton of at now text/> }
        } else {
            view! { <span dir="auto">{move || text.get()}</span> }
        }
    };
    view! {
        <div
            class="star themed"
            class:partner=move || detail.with(|detail| detail.partners.contains(&at))
            style=("--theme-light", light)
            style=("--theme-dark", dark)
            style=("--x", number(|star| star.rect.x))
            style=("--y", number(|star| star.rect.y))
            style=("--width", number(|star| star.rect.width))
            style=("--height", number(|star| star.rect.height))
            style=("--size", number(|star| star.size))
            style=("--share", share)
            // Not where a tag comes below a pointer that rests: what is said of it would lie over what is pressed next.
            on:pointermove=handler(move |_| look_at())
            on:focusin=handler(move |_| look_at())
        >
            {button}
            {move || (active.get() == Some(at) && is_tag.get()).then(|| tip(picture, at))}
        </div>
    }
}

/// What is said of a tag: how many resources have it, what it goes with, and the newest of them.
fn tip(picture: Picture, at: u32) -> Option<AnyView> {
    let Picture { explorer, of, step, detail, .. } = picture;
    let engine = explorer.engine;
    let (tag, special) = step.with(|step| {
        let tag = step.cloud.tags.iter().find(|tag| tag.at == at).copied();
        tag.map(|tag| (tag, step.cloud.special))
    })?;
    let contrast = tag.contrast;
    let mut figures = vec![i18n::resources(contrast.here as usize), i18n::share(contrast.here, contrast.of_here)];
    figures.extend(special.then(|| i18n::difference(contrast.there, contrast.ratio())));
    let TagDetail { titles, partners } = detail.get();
    let partners: Vec<&str> = partners.iter().map(|other| of.label(engine, *other)).collect();
    let partners =
        (!partners.is_empty()).then(|| view! { <p class="quiet">{i18n::often_with(&i18n::commas(&partners))}</p> });
    let title = |resource: u32| {
        let id = engine.store.id(resource).to_owned();
        let to = move |state: &State| state.opened(&id);
        view! { <li dir="auto" lang=explorer.language(resource)><Link to>{engine.shown_title(resource)}</Link></li> }
    };
    let titles: Vec<AnyView> = titles.into_iter().map(title).collect();
    let place = picture.star(at)?.rect;
    let (width, height) = picture.places.with(|places| (places.width, places.height));
    let side = if place.x + place.width / 2 > width / 2 { " end" } else { "" };
    let above = if place.y > height / 2 { " above" } else { "" };
    Some(view! {
        <div class=format!("tip{side}{above}")>
            <p><strong>{figures.join(" · ")}</strong></p>
            {partners}
            <ul>{titles}</ul>
            {exclude(explorer, of, at)}
        </div>
    })
}

/// The button that leaves out the resources of a tag; nothing for words.
fn exclude(explorer: Explorer, of: Tags, at: u32) -> Option<AnyView> {
    let Tags::Facet(facet) = of else { return None };
    let facet = &explorer.engine.facets[facet];
    let (key, value) = (facet.definition.key.as_str(), facet.values.get(at as usize)?);
    let press = move || {
        explorer.go(|state| state.with(|state| state.filter.leave_out(key, &value.id)));
        platform::focus_in_place(TITLE);
    };
    let label = i18n::about_theme(i18n::not_this(), &value.label);
    Some(
        view! { <Button id=format!("exclude-{at}") class="plain" label text=i18n::not_this() on_press=Box::new(press)/> },
    )
}

/// The arcs from the tag that is looked at to those that it goes with.
fn arcs(picture: Picture) -> Option<AnyView> {
    let from = picture.active.get()?;
    let path = picture.places.with(|places| picture.detail.with(|detail| places.arcs(from, &detail.partners)));
    let (width, height) = picture.places.with(|places| (places.width, places.height));
    Some(
        view! { <svg class="arcs" viewBox=format!("0 0 {width} {height}") aria-hidden="true"><path d=path></path></svg> },
    )
}
