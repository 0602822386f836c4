//! Small components that know nothing of catalogs: links, buttons, checkboxes, choices, scrolled boxes.

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
    label: String,
    /// What is scrolled.
    children: Children,
) -> impl IntoView {
    view! { <div class="scroll" tabindex="0" role="region" aria-label=label>{children()}</div> }
}
