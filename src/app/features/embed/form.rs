//! The form of the view that makes the snippet: what readers can't undo, parts, colours, height.

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::platform;
use crate::app::reactive::{Memo, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::Show;
use crate::app::ui::{Checkbox, Choice};
use crate::embed::{EmbedConfig, Height, Part, Scheme};
use crate::explore::{Condition, State, VIEWS, View, ViewInfo, conditions};
use crate::i18n;

/// The heights that are offered, in pixels.
const HEIGHTS: [u32; 3] = [500, 800, 1_200];
/// The corners that are offered, in pixels.
const CORNERS: [u32; 4] = [0, 4, 8, 16];
/// A colour that can be chosen: its key, its name, and the style token that it replaces.
type ColourInfo = (&'static str, fn() -> &'static str, &'static str);
const COLOURS: [ColourInfo; 3] = [
    ("accent", i18n::accent, "--accent"),
    ("background", i18n::background, "--paper"),
    ("text", i18n::text_colour, "--ink"),
];

/// What an organization has set, and the message on the last action.
#[derive(Clone, Copy)]
pub(crate) struct Settings {
    /// Everything but what follows from the state of the page.
    pub(crate) config: RwSignal<EmbedConfig>,
    /// The view that is shown first.
    pub(crate) view: RwSignal<View>,
    pub(crate) message: RwSignal<&'static str>,
}

impl Settings {
    /// Whether it is known where the explorer is on the web.
    pub(super) fn has_address(self) -> bool {
        self.config.with(|config| config.explorer != i18n::EMBED_PLACEHOLDER)
    }

    fn change(self, change: &dyn Fn(&mut EmbedConfig)) {
        self.config.update(change);
        self.message.set("");
    }

    /// Returns a value of the skin; empty where none is chosen.
    fn skin(self, key: &str) -> String {
        let value =
            |config: &EmbedConfig| config.skin.iter().find(|(other, _)| *other == key).map(|(_, value)| value.clone());
        self.config.with(value).unwrap_or_default()
    }

    /// Chooses a value of the skin; an empty one takes the choice back.
    fn set_skin(self, key: &'static str, value: &str) {
        self.change(&|config| {
            config.skin.retain(|(other, _)| *other != key);
            if !value.is_empty() {
                config.skin.push((key, value.to_owned()));
            }
        });
    }
}

/// The form.
#[component]
pub(crate) fn EmbedForm(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    // A page from disk can't know where the explorer is on the web.
    let is_on_web = platform::whole_address().starts_with("http");
    view! {
        <div class="embed-form">
            {(!is_on_web).then(|| view! { <Address settings/> })}
            <fieldset>
                <legend>{i18n::embed_what()}</legend>
                <Locks settings/>
                <ViewChoice settings/>
            </fieldset>
            <fieldset>
                <legend>{i18n::embed_parts()}</legend>
                <Parts settings/>
            </fieldset>
            <fieldset>
                <legend>{i18n::embed_look()}</legend>
                <Look settings/>
            </fieldset>
        </div>
    }
}

/// A facet or the query, as far as it is filtered now: its key, and what is chosen, in words.
fn filtered(explorer: Explorer) -> Vec<(String, String)> {
    let mut filtered: Vec<(String, String)> = Vec::new();
    for condition in explorer.with(|state| conditions(explorer.engine, state)) {
        let text = i18n::condition_text(explorer.engine, &condition);
        let key = match condition {
            Condition::Value(key, _) | Condition::LeftOut(key, _) => key,
            _ => "q".to_owned(),
        };
        match filtered.iter_mut().find(|(other, _)| *other == key) {
            Some((_, texts)) => *texts = [texts, ", ", &text].concat(),
            None => filtered.push((key, text)),
        }
    }
    filtered
}

/// What is filtered now, each facet once, with the checkbox that keeps readers from changing it.
#[component]
fn Locks(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let explorer = use_explorer();
    let filtered = Memo::new(move |_| filtered(explorer));
    let lock = move |(key, text): (String, String)| {
        let id = format!("embed-lock:{key}");
        let own = key.clone();
        let checked = Signal::derive(move || settings.config.with(|config| config.locked.contains(&own)));
        let toggle = move || settings.change(&|config| toggle(&mut config.locked, &key));
        view! { <Checkbox id name="lock" text checked on_change=Box::new(toggle)/> }
    };
    view! {
        <p>{move || if filtered.read().is_empty() { i18n::embed_all() } else { i18n::embed_filtered() }}</p>
        {move || filtered.get().into_iter().map(lock).collect::<Vec<AnyView>>()}
        <p><Link to=|state: &State| state.shown_as(View::List)>{i18n::embed_change()}</Link></p>
    }
}

fn toggle<T: PartialEq + Clone>(all: &mut Vec<T>, one: &T) {
    match all.iter().position(|other| other == one) {
        Some(at) => drop(all.remove(at)),
        None => all.push(one.clone()),
    }
}

#[component]
fn ViewChoice(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let views = || VIEWS.into_iter().filter(|info| info.is_embeddable);
    let option = |info: ViewInfo| (info.word.to_owned(), i18n::view(info.view));
    let options: Vec<(String, String)> = views().map(option).collect();
    let chosen = Signal::derive(move || {
        let view = settings.view.get();
        views().position(|info| info.view == view).unwrap_or_default()
    });
    let choose = move |place: usize| {
        settings.view.set(views().nth(place).map_or_else(View::default, |info| info.view));
        settings.message.set("");
    };
    view! { <Choice id="embed-view" label=i18n::embed_view() options chosen on_choose=Box::new(choose)/> }
}

fn position<T: PartialEq>(all: &[T], one: T) -> usize {
    all.iter().position(|other| *other == one).unwrap_or_default()
}

/// The parts that are shown, and whether they take little room.
#[component]
fn Parts(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let part = move |part: Part| {
        let checked = Signal::derive(move || settings.config.with(|config| !config.hidden.contains(&part)));
        let toggle = move || settings.change(&|config| toggle(&mut config.hidden, &part));
        let id = format!("embed-part:{}", part.word());
        view! { <Checkbox id name=part.word() text=i18n::part_name(part) checked on_change=Box::new(toggle)/> }
    };
    let is_compact = Signal::derive(move || settings.config.with(|config| config.is_compact));
    let toggle_compact = move || settings.change(&|config| config.is_compact ^= true);
    view! {
        {Part::ALL.into_iter().map(part).collect::<Vec<AnyView>>()}
        <Checkbox
            id="embed-compact"
            name="compact"
            text=i18n::embed_compact()
            checked=is_compact
            on_change=Box::new(toggle_compact)
        />
    }
}

/// Colours, corners, font and height.
#[component]
fn Look(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let schemes = Scheme::ALL.map(|scheme| (scheme.word().to_owned(), i18n::scheme(scheme).to_owned())).to_vec();
    let scheme = Signal::derive(move || position(&Scheme::ALL, settings.config.with(|config| config.scheme)));
    let set_scheme = move |place: usize| {
        settings.change(&|config| config.scheme = Scheme::ALL.get(place).copied().unwrap_or_default());
    };
    let corners = move || position(&CORNERS.map(|n| n.to_string()), settings.skin("radius"));
    let corner = Signal::derive(move || if settings.skin("radius").is_empty() { 0 } else { corners() + 1 });
    let set_corner = move |place: usize| {
        let value = CORNERS.get(place.wrapping_sub(1)).map_or(String::new(), u32::to_string);
        settings.set_skin("radius", &value);
    };
    let height = Signal::derive(move || match settings.config.with(|config| config.height) {
        Height::Auto => 0,
        Height::Fixed(height) => position(&HEIGHTS, height) + 1,
    });
    let set_height = move |place: usize| {
        let height = HEIGHTS.get(place.wrapping_sub(1)).map_or(Height::Auto, |height| Height::Fixed(*height));
        settings.change(&|config| config.height = height);
    };
    let font = Signal::derive(move || settings.skin("font"));
    let set_font = move |value: &str| settings.set_skin("font", value);
    view! {
        <Choice id="embed-scheme" label=i18n::embed_scheme() options=schemes chosen=scheme on_choose=Box::new(set_scheme)/>
        {COLOURS.map(|(key, name, token)| view! { <Colour key name=name() token settings/> }).into_iter().collect::<Vec<AnyView>>()}
        <Choice
            id="embed-radius"
            label=i18n::radius()
            options=sizes(i18n::embed_colours(), &CORNERS)
            chosen=corner
            on_choose=Box::new(set_corner)
        />
        <TextField id="embed-font" label=i18n::embed_font() value=font on_change=Box::new(set_font)/>
        <Choice
            id="embed-height"
            label=i18n::embed_height()
            options=sizes(i18n::height_auto(), &HEIGHTS)
            chosen=height
            on_choose=Box::new(set_height)
        />
    }
}

/// Options for sizes in pixels, behind the usual one.
fn sizes(usual: &str, sizes: &[u32]) -> Vec<(String, String)> {
    let usual = (String::new(), usual.to_owned());
    std::iter::once(usual).chain(sizes.iter().map(|n| (n.to_string(), i18n::pixels(*n)))).collect()
}

/// A colour that is chosen, or not: a checkbox, and the field once it is.
#[component]
fn Colour(
    /// Its key.
    key: &'static str,
    /// Its name.
    name: &'static str,
    /// The style token that it replaces.
    token: &'static str,
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let is_chosen = Memo::new(move |_| !settings.skin(key).is_empty());
    let set = move |value: &str| settings.set_skin(key, value.trim_start_matches('#'));
    // It begins with the usual colour.
    let toggle = move || set(&if is_chosen.get_untracked() { String::new() } else { platform::token(token) });
    view! {
        <p class="colour">
            <Checkbox
                id=format!("embed-{key}:on")
                name=key
                text=name
                checked=Signal::derive(move || is_chosen.get())
                on_change=Box::new(toggle)
            />
            <Show when=move || is_chosen.get()>
                <input
                    type="color"
                    id=format!("embed-{key}")
                    aria-label=name
                    prop:value=move || format!("#{}", settings.skin(key))
                    on:change:target=move |field| set(&field.target().value())
                />
            </Show>
        </p>
    }
}

/// A field for a short text, with its name before it.
#[component]
fn TextField(
    /// Its id.
    id: &'static str,
    /// Its name.
    label: &'static str,
    /// The text.
    value: Signal<String>,
    /// What a change does.
    on_change: Box<dyn Fn(&str)>,
) -> impl IntoView {
    view! {
        <label class="pick">
            <span>{label}</span>
            <input
                type="text"
                id=id
                spellcheck="false"
                prop:value=value
                on:change:target=move |field| on_change(&field.target().value())
            />
        </label>
    }
}

/// Where the explorer is on the web.
#[component]
fn Address(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let address = Signal::derive(move || {
        if settings.has_address() { settings.config.with(|config| config.explorer.clone()) } else { String::new() }
    });
    let set = move |value: &str| {
        let value = value.trim();
        let value = if value.is_empty() { i18n::EMBED_PLACEHOLDER } else { value };
        settings.change(&|config| value.clone_into(&mut config.explorer));
    };
    view! {
        <fieldset>
            <legend>{i18n::embed_address()}</legend>
            <p>{i18n::embed_address_hint()}</p>
            <TextField id="embed-address" label=i18n::embed_address_field() value=address on_change=Box::new(set)/>
        </fieldset>
    }
}
