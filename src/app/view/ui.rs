//! Small components that know nothing of catalogs: links, buttons, checkboxes, choices, scrolled boxes.

use std::rc::Rc;

use leptos::prelude::*;

/// A button with a text.
#[component]
pub(super) fn Button(
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
    view! { <button type="button" id=id class=class aria-label=label on:click=move |_| on_press()>{text}</button> }
}

/// A checkbox with its name behind it.
#[component]
pub(super) fn Checkbox(
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
            <input type="checkbox" id=id name=name prop:checked=checked on:change=move |_| on_change()/>
            <bdi>{text}</bdi>
        </label>
    }
}

/// A box that is scrolled by itself, for what is wider than a phone.
#[component]
pub(super) fn ScrollRegion(
    /// What it is called.
    #[prop(into)]
    label: Signal<String>,
    /// What is scrolled.
    children: Children,
) -> impl IntoView {
    view! { <div class="scroll" tabindex="0" role="region" aria-label=label>{children()}</div> }
}

/// Two buttons, one of which is pressed.
#[component]
pub(super) fn Switch(
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
            <button type="button" id=format!("{id}:{at}") aria-pressed={move || is_pressed()} on:click=move |_| on_change(at == 1)>
                {move || texts.get()[at]}
            </button>
        }
    };
    view! { <span class="switch" role="group" aria-label=name>{side(0)} {side(1)}</span> }
}

/// A choice of one value, with its name before it.
#[component]
pub(super) fn Select(
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
    let option = move |(value, text)| {
        view! { <option value=value prop:selected={move || chosen.get() == value}>{text}</option> }.into_any()
    };
    let options: Vec<AnyView> = options.into_iter().map(option).collect();
    view! {
        <label class=class>
            <span>{name}</span>
            <select id=id on:change:target=move |select| on_change(&select.target().value())>{options}</select>
        </label>
    }
}
