//! The field of a reader's note on a resource, stored on this device at each letter.

use leptos::prelude::*;

use crate::app::reactive::{Memo, view};
use crate::app::state::use_explorer;
use crate::catalog::ResourceIdx;
use crate::i18n;

/// The field, its text for paper, and what there is to say of it.
#[component]
pub(crate) fn NoteField(
    /// The resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let (shelf, store) = (explorer.shelf, &explorer.engine.store);
    let id = store.id(idx);
    let note = Memo::new(move |_| shelf.note(id));
    // The text that the reader saw last: what another tab has written since then is merged, and not overwritten.
    let base = StoredValue::new(note.get_untracked());
    let is_merged = RwSignal::new(false);
    let shown = move || {
        let text = note.get();
        base.set_value(text.clone());
        text
    };
    let message = move || {
        let refusal = shelf.refusal().map(|_| i18n::notes_not_kept());
        let message = refusal.or(is_merged.get().then_some(i18n::note_merged()))?;
        Some(view! { <p class="said" role="status">{message}</p> })
    };
    view! {
        <textarea
            id=format!("note-{id}")
            rows="3"
            dir="auto"
            aria-label=i18n::note_on(&explorer.engine.shown_title(idx))
            placeholder=i18n::note_example()
            prop:value=shown
            on:input:target=move |input| {
                let (text, merged) = shelf.write_note(id, &base.get_value(), &input.target().value());
                base.set_value(text);
                is_merged.set(merged);
            }
        ></textarea>
        <p class="paper" dir="auto" aria-hidden="true">{move || note.get()}</p>
        {message}
    }
}
