//! A resource on the shelf: its place in the list, what it is, and the reader's note.

use leptos::prelude::*;

use super::shared_list::missing;
use crate::app::components::Link;
use crate::app::components::NoteField;
use crate::app::components::{Byline, Kind, Source};
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::Show;
use crate::catalog::ResourceIdx;
use crate::explore::State;
use crate::i18n;
use crate::shelf::{Item, Shelf};

/// The item.
#[component]
pub(crate) fn ShelfItem(
    /// The resource as it is saved.
    item: Item,
    /// Its place in the list, from 0.
    place: ReadSignal<usize>,
    /// How many items the list has.
    n: Memo<usize>,
) -> impl IntoView {
    let explorer = use_explorer();
    let idx = explorer.engine.find(&item.id);
    let title = idx.map_or_else(|| item.title.as_str().into(), |idx| explorer.engine.shown_title(idx));
    let title = if title.is_empty() { item.id.clone() } else { title.into_owned() };
    let id = item.id.clone();
    let remove = move |_| remove(explorer, &id, place.get_untracked());
    let what = match idx {
        Some(idx) => view! { <Known idx/> },
        None => view! { <p>{missing(&item)}</p> },
    };
    let id = item.id;
    view! {
        <li id=format!("item-{id}") class="kept" data-id=id.clone()>
            <Place id=id.clone() title=title.clone() place n/>
            <div class="what">{what}</div>
            <button
                type="button"
                class="remove"
                id=format!("remove-{id}")
                aria-label=i18n::remove(&title)
                on:click=handler(remove)
            >
                <span class="cross" aria-hidden="true"></span>
            </button>
        </li>
    }
}

/// The place in the list: dragged, stepped, or typed.
#[component]
fn Place(
    /// The id of the resource.
    id: String,
    /// Its title.
    title: String,
    /// Its place.
    place: ReadSignal<usize>,
    /// How many items the list has.
    n: Memo<usize>,
) -> impl IntoView {
    let explorer = use_explorer();
    let number = move || (place.get() + 1).to_string();
    let step = |up: bool| {
        let (id, name) = (id.clone(), if up { "up" } else { "down" });
        let is_end = Memo::new(move |_| if up { place.get() == 0 } else { place.get() + 1 == n.get() });
        view! {
            <button
                type="button"
                class=format!("step {name}")
                id=format!("{name}-{id}")
                aria-label=i18n::move_item(&title, up)
                aria-disabled=move || is_end.get().to_string()
                on:click=handler(move |_| {
                    if !is_end.get_untracked() {
                        let place = place.get_untracked();
                        move_to(explorer, &id, if up { place - 1 } else { place + 1 });
                    }
                })
            >
                <span class="arrow" aria-hidden="true"></span>
            </button>
        }
    };
    let steps = [step(true), step(false)].into_iter().collect::<Vec<AnyView>>();
    let own = id.clone();
    view! {
        <div class="order">
            <span class="handle" aria-hidden="true"></span>
            <input
                type="number"
                class="place"
                id=format!("place-{id}")
                min="1"
                max=move || n.get().to_string()
                aria-label=i18n::place_of(&title)
                prop:value=number
                on:change:target=move |field| {
                    if let Ok(typed) = field.target().value().trim().parse::<usize>() {
                        move_to(explorer, &own, typed.saturating_sub(1));
                    }
                    // Also where it is no place of the list.
                    field.target().set_value(&untrack(|| place_of(explorer, &own) + 1).to_string());
                }
            />
            {steps}
        </div>
    }
}

/// What a resource of the catalog is, and the reader's note on it.
#[component]
fn Known(
    /// The resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let id = store.id(idx);
    // Once the field is there it stays, also when all of the note is deleted.
    let is_noted = RwSignal::new(false);
    let has_field = Memo::new(move |before: Option<&bool>| {
        before == Some(&true) || is_noted.get() || !explorer.shelf.note(id).is_empty()
    });
    let add_note = move |_| {
        is_noted.set(true);
        platform::focus_in_place(&format!("note-{id}"));
    };
    let button = move || {
        view! {
            <button type="button" class="plain add-note" id=format!("add-note:{id}") on:click=handler(add_note)>
                {i18n::add_note()}
            </button>
        }
    };
    view! {
        <p class="kind"><Kind idx/></p>
        <h3 dir="auto" lang=explorer.language(idx)>
            <Link id=format!("hit-{id}") to=move |state: &State| state.opened(id)>{explorer.engine.shown_title(idx)}</Link>
        </h3>
        <div class="by"><Byline idx/> <Source idx/> <Show when=move || !has_field.get()>{button()}</Show></div>
        <Show when=move || has_field.get()><NoteField idx/></Show>
    }
}

/// The place of an item in the current list.
fn place_of(explorer: Explorer, id: &str) -> usize {
    let place = |shelf: &Shelf| shelf.current()?.items.iter().position(|item| item.id == id);
    explorer.shelf.with(place).unwrap_or_default()
}

/// The name of the current list.
fn current(shelf: &Shelf) -> String {
    shelf.current().map(|list| list.name.clone()).unwrap_or_default()
}

/// Gives an item another place, and says so: who can't see it hears it.
pub(crate) fn move_to(explorer: Explorer, id: &str, place: usize) {
    let shelf = explorer.shelf;
    let name = shelf.with_untracked(current);
    shelf.change(|shelf| shelf.move_to(&name, id, place));
    let message = shelf.with_untracked(|shelf| {
        let items = &shelf.list(&name)?.items;
        let at = items.iter().position(|item| item.id == id)?;
        Some(i18n::moved(&items[at].title, at, items.len()))
    });
    shelf.say(message.unwrap_or_default());
}

/// Takes an item off; the focus goes to the one that takes its place.
fn remove(explorer: Explorer, id: &str, place: usize) {
    let shelf = explorer.shelf;
    let name = shelf.with_untracked(current);
    shelf.remove(|shelf| shelf.remove(&name, id));
    let next = shelf.with_untracked(|shelf| {
        let items = &shelf.list(&name)?.items;
        Some(format!("remove-{}", items.get(place).or(items.last())?.id))
    });
    platform::focus_first(&[next.unwrap_or_default(), "results-title".to_owned()]);
}
