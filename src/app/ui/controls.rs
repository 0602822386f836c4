//! Small components that know nothing of catalogs: links, buttons, checkboxes, choices, scrolled boxes.

use std::rc::Rc;

use crate::app::reactive::{handler, view};
use crate::i18n;
use leptos::prelude::*;

/// A button with a text.
#[component]
pub(crate) fn Button(
    /// Its id.
    #[prop(into)]
    id: String,
    /// Its class.
    #[prop(optional)]
    class: Option<&'static str>,
    /// Its name where the text does not say enough.
    #[prop(optional, into)]
    label: Option<String>,
    /// Its text.
    #[prop(into)]
    text: String,
    /// What a press does.
    on_press: Box<dyn Fn()>,
) -> impl IntoView {
    view! { <button type="button" id=id class=class aria-label=label on:click=handler(move |_| on_press())>{text}</button> }
}

/// A checkbox with its name behind it.
#[component]
pub(crate) fn Checkbox(
    /// Its id.
    #[prop(into)]
    id: String,
    /// The name of the field.
    name: &'static str,
    /// Its text.
    #[prop(into)]
    text: String,
    /// Whether it is checked.
    checked: Signal<bool>,
    /// What a change does.
    on_change: Box<dyn Fn()>,
) -> impl IntoView {
    view! {
        <label>
            <input
                type="checkbox"
                id=id
                name=name
                prop:checked=checked
                on:change:target=move |input| {
                    on_change();
                    // It shows what is, also where what was asked for can't be.
                    input.target().set_checked(checked.get_untracked());
                }
            />
            <bdi>{text}</bdi>
        </label>
    }
}

/// A box that is scrolled by itself, for what is wider than a phone.
#[component]
pub(crate) fn ScrollRegion(
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What is scrolled.
    children: Children,
) -> impl IntoView {
    view! { <div class="scroll" tabindex="0" role="region" aria-label=label>{children()}</div> }
}

/// Settings that show where there is room for them, and on a phone once a button is pressed.
#[component]
pub(crate) fn Settings(
    /// Their controls.
    children: Children,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    let toggle = move |_| is_open.update(|is_open| *is_open = !*is_open);
    let expanded = move || is_open.get().to_string();
    view! {
        <button type="button" class="narrow-only open-settings" aria-expanded={move || expanded()} on:click=handler(toggle)>{i18n::settings()}</button>
        <div class="folded" class:open=is_open>{children()}</div>
    }
}

/// Two buttons, one of which is pressed.
#[component]
pub(crate) fn Switch(
    /// What the ids of the buttons begin with; behind it stands `:0` or `:1`.
    id: &'static str,
    /// What is switched.
    name: &'static str,
    /// The texts of the buttons.
    #[prop(into)]
    texts: Signal<[&'static str; 2]>,
    /// Whether the second one is pressed.
    is_second: Signal<bool>,
    /// What a press does, of the second one or of the first.
    on_change: Box<dyn Fn(bool)>,
) -> impl IntoView {
    let on_change: Rc<dyn Fn(bool)> = Rc::from(on_change);
    let side = |at: usize| {
        let on_change = Rc::clone(&on_change);
        let is_pressed = move || (is_second.get() == (at == 1)).to_string();
        view! {
            <button type="button" id=format!("{id}:{at}") aria-pressed={move || is_pressed()} on:click=handler(move |_| on_change(at == 1))>
                {move || texts.get()[at]}
            </button>
        }
    };
    view! { <span class="switch" role="group" aria-label=name>{side(0)} {side(1)}</span> }
}

/// A choice of one value by its word, with its name before it.
#[component]
pub(crate) fn Select(
    /// Its id.
    id: &'static str,
    /// The class of the label around it.
    #[prop(default = "pick")]
    class: &'static str,
    /// Its name.
    name: &'static str,
    /// What can be chosen: each value with its text.
    options: Vec<(&'static str, &'static str)>,
    /// The chosen value.
    chosen: Signal<&'static str>,
    /// What a choice does.
    on_change: Box<dyn Fn(&str)>,
) -> impl IntoView {
    let values: Vec<&'static str> = options.iter().map(|(value, _)| *value).collect();
    let options: Vec<(String, String)> =
        options.into_iter().map(|(value, text)| (value.to_owned(), text.to_owned())).collect();
    let own = values.clone();
    let place = Signal::derive(move || {
        let chosen = chosen.get();
        own.iter().position(|value| *value == chosen).unwrap_or_default()
    });
    let choose = move |place: usize| values.get(place).into_iter().for_each(|value| on_change(value));
    view! { <Choice id class label=name options chosen=place on_choose=Box::new(choose)/> }
}

/// A choice of one of several options by its place, with its name before it.
#[component]
pub(crate) fn Choice(
    /// Its id.
    #[prop(into)]
    id: String,
    /// The class of the label around it.
    #[prop(default = "pick")]
    class: &'static str,
    /// Its name.
    label: &'static str,
    /// The value and the text of each option.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    /// The place of the chosen option.
    #[prop(into)]
    chosen: Signal<usize>,
    /// What a choice does; it takes the place of the option.
    on_choose: Box<dyn Fn(usize)>,
) -> impl IntoView {
    let choose = move |value: &str| {
        let place = options.with_untracked(|options| options.iter().position(|(option, _)| option == value));
        place.into_iter().for_each(&on_choose);
    };
    let option = move |(place, (value, text)): (usize, (String, String))| {
        view! { <option value=value prop:selected=move || chosen.get() == place>{text}</option> }
    };
    view! {
        <label class=class>
            <span>{label}</span>
            <select id=id on:change:target=move |select| choose(&select.target().value())>
                {move || options.get().into_iter().enumerate().map(option).collect::<Vec<AnyView>>()}
            </select>
        </label>
    }
}

/// A text to be copied by hand.
#[component]
pub(crate) fn ReadOnlyText(
    /// Its id.
    #[prop(into)]
    id: String,
    /// Its class.
    #[prop(optional)]
    class: Option<&'static str>,
    /// Its name.
    label: &'static str,
    /// How many lines of it show.
    rows: &'static str,
    /// The text.
    #[prop(into)]
    text: Signal<String>,
) -> impl IntoView {
    view! {
        <textarea id=id class=class readonly="" rows=rows aria-label=label spellcheck="false" prop:value=text></textarea>
    }
}
