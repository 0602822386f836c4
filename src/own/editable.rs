//! A value that a click makes a text box: Enter or a click elsewhere takes what was written, Escape leaves it as it was.

use leptos::ev::{FocusEvent, KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use super::platform;
use crate::i18n;

/// A value that can be edited where it stands.
#[component]
pub(super) fn Editable(
    /// Id of the button and of the box.
    id: String,
    /// What the value is.
    label: String,
    /// The value.
    #[prop(into)]
    text: Signal<String>,
    /// Whether it may have several lines.
    #[prop(optional)]
    is_long: bool,
    /// Id of the list of values that are proposed, if there is one.
    #[prop(optional)]
    proposals: &'static str,
    /// What is done with the text that was written.
    on_commit: Callback<String>,
) -> impl IntoView {
    let is_open = RwSignal::new(false);
    // What the box held when it was opened: the answer to an edit before may come later, and is not taken back by one who writes nothing.
    let opened_with = StoredValue::new(String::new());
    let box_id = format!("{id}-box");
    let (opened, of) = (box_id.clone(), id.clone());
    let open = move |_| {
        opened_with.set_value(text.get_untracked());
        is_open.set(true);
        platform::focus(&opened);
    };
    let close = move |written: Option<String>, is_by_key: bool| {
        // A box that goes away loses the focus, too.
        if !is_open.get_untracked() {
            return;
        }
        is_open.set(false);
        if let Some(written) = written.filter(|text| opened_with.with_value(|old| differ(old, text, is_long))) {
            on_commit.run(written);
        }
        if is_by_key {
            platform::focus(&of);
        }
    };
    let (by_key, name) = (close.clone(), label.clone());
    // While an input method composes, its keys choose what is written.
    let key = move |event: KeyboardEvent| match event.key().as_str() {
        _ if event.is_composing() => {}
        "Enter" if !is_long || event.ctrl_key() || event.meta_key() => by_key(Some(event_target_value(&event)), true),
        "Escape" => by_key(None, true),
        _ => {}
    };
    move || {
        if !is_open.get() {
            return button(id.clone(), &name, text.get(), open.clone());
        }
        let close = close.clone();
        let leave = move |event| close(Some(event_target_value(&event)), false);
        text_box(box_id.clone(), label.clone(), opened_with.get_value(), is_long, proposals, key.clone(), leave)
    }
}

/// The button that opens the box.
fn button(id: String, name: &str, text: String, open: impl FnMut(MouseEvent) + 'static) -> AnyView {
    let label = (i18n::own_edit().change)(name, if text.is_empty() { i18n::own_edit().no_value } else { &text });
    let shown = if text.is_empty() { i18n::own_edit().empty.to_owned() } else { text };
    view! { <button type="button" class="own-value" id=id aria-label=label dir="auto" on:click=open>{shown}</button> }
        .into_any()
}

/// Whether two texts differ as a box gives them back: one of one line has no ends of lines.
fn differ(old: &str, written: &str, is_long: bool) -> bool {
    let of = |text: &str| text.chars().filter(|c| *c != '\r' && (is_long || *c != '\n')).collect::<String>();
    of(old) != of(written)
}

/// The box that a text is written in.
fn text_box(
    id: String,
    label: String,
    text: String,
    is_long: bool,
    proposals: &'static str,
    key: impl FnMut(KeyboardEvent) + 'static,
    leave: impl FnMut(FocusEvent) + 'static,
) -> AnyView {
    if is_long {
        return view! { <textarea id=id aria-label=label rows="5" dir="auto" prop:value=text on:keydown=key on:blur=leave></textarea> }.into_any();
    }
    let list = (!proposals.is_empty()).then_some(proposals);
    view! { <input id=id type="text" aria-label=label dir="auto" list=list prop:value=text on:keydown=key on:blur=leave/> }.into_any()
}
