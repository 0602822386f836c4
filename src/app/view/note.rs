//! A reader's note on a resource, kept on this device.

use leptos::prelude::*;

use crate::app::browser::{on_stored, store, stored};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::catalog::ResourceIdx;
use crate::explore::merged_note;

/// The key that a note is stored under: catalogs of other names have notes of their own.
pub(super) fn key(explorer: Explorer, idx: ResourceIdx) -> String {
    let engine = explorer.engine;
    format!("competency-explorer/note/{}/{}", engine.head.title, engine.store.id(idx))
}

/// What there is to say of a note.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    Nothing,
    Merged,
    NotKept,
}

/// The note; what is typed is kept at once.
#[component]
pub(super) fn NoteField(
    /// Which resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let key = key(explorer, idx);
    let first = stored(&key);
    let said = RwSignal::new(if first.is_err() { Said::NotKept } else { Said::Nothing });
    let text = RwSignal::new(first.unwrap_or_default());
    // What was stored when this tab last looked.
    let base = StoredValue::new(text.get_untracked());
    let own = key.clone();
    let keep = move |typed: String| {
        let there = stored(&own).unwrap_or_else(|_| base.get_value());
        let (note, is_merged) = merged_note(&base.get_value(), &there, &typed);
        let is_kept = store(&own, &note).is_ok();
        base.set_value(note.clone());
        text.set(note);
        said.set(if !is_kept {
            Said::NotKept
        } else if is_merged {
            Said::Merged
        } else {
            Said::Nothing
        });
    };
    let look_again = move || {
        if let Some(there) = stored(&key).ok().filter(|there| *there != base.get_value()) {
            base.set_value(there.clone());
            text.set(there);
        }
    };
    let end = StoredValue::new_local(Some(on_stored(look_again)));
    on_cleanup(move || {
        if let Some(end) = end.try_update_value(Option::take).flatten() {
            end();
        }
    });
    let id = format!("note-{}", explorer.engine.store.id(idx));
    view! {
        <textarea
            id=id
            rows="3"
            aria-label=words::note_on(explorer.engine.store.title(idx))
            placeholder=words::NOTE_EXAMPLE
            prop:value=move || text.get()
            on:input:target=move |input| keep(input.target().value())
        ></textarea>
        <p class="paper" aria-hidden="true">{move || text.get()}</p>
        {move || match said.get() {
            Said::Nothing => None,
            Said::Merged => Some(view! { <p class="said" role="status">{words::NOTE_MERGED}</p> }),
            Said::NotKept => Some(view! { <p class="said" role="status">{words::NOTES_NOT_KEPT}</p> }),
        }}
    }
}
