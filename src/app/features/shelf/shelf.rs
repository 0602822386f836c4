//! The reader's shelf: lists of resources, in the reader's order, with notes.

use leptos::children::ViewFn;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::item::{ShelfItem, move_to};
use super::shared_list::{FileLists, SharedLists, lists_in_file};
use crate::app::components::Link;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::Of;
use crate::app::state::{Explorer, use_explorer};
use crate::app::state::{ShelfStore, list_id};
use crate::app::ui::Show;
use crate::app::ui::{Button, ReadOnlyText};
use crate::explore::{MAX_COMPARED, State};
use crate::i18n;
use crate::shelf::{Item, NotStored, ReadingList, Shelf};

/// How many items are shown at first, and with each "more".
const SHOWN: usize = 50;
/// The id of the control that a file is chosen in.
const FILE: &str = "open-list";

/// The shelf.
#[component]
pub(crate) fn ShelfView(
    /// The buttons that give it away.
    #[prop(into)]
    export: ViewFn,
) -> impl IntoView {
    let explorer = use_explorer();
    let shelf = explorer.shelf;
    let in_file = RwSignal::new(FileLists::default());
    let n_shown = RwSignal::new(SHOWN);
    let n_lists = Memo::new(move |_| shelf.with(|shelf| shelf.lists.len()));
    // A list that somebody shares has the page to itself where the reader has none.
    let is_shared = Memo::new(move |_| explorer.with(|state| !state.shared.ids.is_empty()));
    let end = StoredValue::new_local(Some(platform::on_drag(move |id, place| move_to(explorer, id, place))));
    on_cleanup(move || {
        if let Some(end) = end.try_update_value(Option::take).flatten() {
            end();
        }
    });
    view! {
        <div id="shelf">
            <Refusal/>
            <Unread/>
            <SharedLists in_file/>
            <Show when=move || n_lists.get() != 0>
                <Show when=move || is_shared.get()><h2 class="own">{i18n::your_lists()}</h2></Show>
                <Lists n_shown/>
                <CurrentList n_shown export=export.clone()/>
            </Show>
            <Show when=move || n_lists.get() == 0 && !is_shared.get()>
                <p class="nothing">{i18n::nothing_kept()}</p>
                <p>{new_list(shelf, None)}</p>
            </Show>
            <FileChoice in_file/>
            <p class="quiet small">{i18n::where_kept()}</p>
        </div>
    }
}

/// The button that makes a new list.
fn new_list(shelf: ShelfStore, class: Option<&'static str>) -> AnyView {
    let create = move |_| {
        shelf.change(|shelf| shelf.create(i18n::new_list()));
        platform::focus_in_place("list-name");
    };
    view! { <button type="button" id="new-list" class=class on:click=handler(create)>{i18n::new_list()}</button> }
}

/// The warning that the browser does not store the shelf.
#[component]
fn Refusal() -> impl IntoView {
    let shelf = use_explorer().shelf;
    let warning = move || {
        let text = match shelf.refusal()? {
            NotStored::Refused => i18n::shelf_refused(),
            NotStored::Full => i18n::shelf_full(),
        };
        Some(view! { <p class="notice" id="shelf-refused" role="status">{text}</p> })
    };
    view! { {move || warning()} }
}

/// The notice on a stored text that could not be read, with what can be done with it.
#[component]
fn Unread() -> impl IntoView {
    let shelf = use_explorer().shelf;
    let is_there = Memo::new(move |_| shelf.unread().is_some());
    // Whether the browser would not make a file of it.
    let is_shown = RwSignal::new(false);
    let save = move || {
        let text = untrack(|| shelf.unread()).unwrap_or_default();
        let name = i18n::file_name(i18n::unread_file(), "txt");
        is_shown.set(!platform::save(&name, "text/plain;charset=utf-8", &text));
    };
    view! {
        <Show when=move || is_there.get()>
            <div class="notice" id="shelf-unread">
                <p>{i18n::unread()}</p>
                <p class="take-acts">
                    <Button id="aside-save" text=i18n::save_unread() on_press=Box::new(save)/>
                    " "
                    <Button
                        id="aside-drop"
                        class="plain"
                        text=i18n::drop_unread()
                        on_press=Box::new(move || shelf.delete_unread())
                    />
                </p>
                <Show when=move || is_shown.get()>
                    <p role="alert">{i18n::unread_not_saved()}</p>
                    <ReadOnlyText
                        id="unread-text"
                        label=i18n::save_unread()
                        rows="6"
                        text=Signal::derive(move || shelf.unread().unwrap_or_default())
                    />
                </Show>
            </div>
        </Show>
    }
}

/// The lists to choose from, and a new one.
#[component]
fn Lists(
    /// How many items of the list are shown.
    n_shown: RwSignal<usize>,
) -> impl IntoView {
    let shelf = use_explorer().shelf;
    let lists = Memo::new(move |_| {
        shelf.with(|shelf| {
            let current = current_name(shelf);
            let list = |list: &ReadingList| (list.name.clone(), list.items.len(), list.name == current);
            shelf.lists.iter().map(list).collect::<Vec<_>>()
        })
    });
    let list = move |(place, (name, n, is_current)): (usize, (String, usize, bool))| {
        let text = i18n::list_with_count(&name, n);
        let choose = move |_| {
            shelf.change(|shelf| shelf.choose(&name));
            n_shown.set(SHOWN);
        };
        view! {
            <button
                type="button"
                id=list_id(place)
                dir="auto"
                aria-pressed=is_current.to_string()
                on:click=handler(choose)
            >{text}</button>
        }
    };
    view! {
        <div class="lists" role="group" aria-label=i18n::your_lists()>
            {move || lists.get().into_iter().enumerate().map(list).collect::<Vec<AnyView>>()}
            {new_list(shelf, Some("plain"))}
        </div>
    }
}

fn current_name(shelf: &Shelf) -> String {
    shelf.current().map(|list| list.name.clone()).unwrap_or_default()
}

/// The current list: what can be done with it, and its items.
#[component]
fn CurrentList(
    /// How many items are shown.
    n_shown: RwSignal<usize>,
    /// The buttons that give the list away.
    export: ViewFn,
) -> impl IntoView {
    let shelf = use_explorer().shelf;
    let items = Memo::new(move |_| {
        let items = |shelf: &Shelf| Some(shelf.current()?.items.iter().take(n_shown.get()).cloned().collect());
        shelf.with(items).unwrap_or_default()
    });
    let n = Memo::new(move |_| shelf.with(|shelf| shelf.current().map_or(0, |list| list.items.len())));
    let more = move |_| n_shown.update(|n| *n += SHOWN);
    // The title of a resource that the catalog does not have is that of the list.
    let key = |item: &Item| [item.id.clone(), item.title.clone()].join("\n");
    view! {
        <ListHead/>
        {export.run()}
        <Show when=move || n.get() != 0 fallback=|| view! { <p class="nothing">{i18n::empty_list()}</p> }>
            <ol id="kept">
                <ForEnumerate each=move || moving(items) key let(place, item)><ShelfItem item place n/></ForEnumerate>
            </ol>
        </Show>
        <Show when=move || n_shown.get() < n.get()>
            <button type="button" id="more" on:click=handler(more)>
                {move || i18n::show_more((n.get() - n_shown.get()).min(SHOWN))}
            </button>
        </Show>
    }
}

/// Returns the items that the list is about to show. Elements that are moved for it lose the focus, which they get back then.
fn moving(items: Memo<Vec<Item>>) -> Vec<Item> {
    platform::keep_focus();
    items.get()
}

/// The name of the current list, for whom it is, and the buttons that compare or delete it.
#[component]
fn ListHead() -> impl IntoView {
    let explorer = use_explorer();
    let shelf = explorer.shelf;
    let name = Memo::new(move |_| shelf.with(current_name));
    // Those that can be compared; none where there are too few or too many.
    let compared = Memo::new(move |_| {
        let known = explorer.resources_of(Of::List);
        let known = if (2..=MAX_COMPARED).contains(&known.len()) { known } else { Vec::new() };
        known.into_iter().map(|idx| explorer.engine.store.id(idx).to_owned()).collect::<Vec<String>>()
    });
    let compare = move |state: &State| Explorer::compare_these(state, &compared.get());
    let delete = move || {
        let name = name.get_untracked();
        shelf.remove(|shelf| shelf.delete(&name));
        platform::focus_first(&["results-title".to_owned()]);
    };
    // The name is changed where it stands: Enter takes what is typed, Escape what was there.
    let leave = move |key: KeyboardEvent| match key.key().as_str() {
        "Enter" => platform::leave_field(&key, None),
        "Escape" => platform::leave_field(&key, Some(&name.get_untracked())),
        _ => {}
    };
    view! {
        <div class="list-head">
            <label>
                <span class="hidden">{i18n::list_name()}</span>
                <input
                    type="text"
                    id="list-name"
                    dir="auto"
                    autocomplete="off"
                    title=i18n::list_name()
                    prop:value=move || name.get()
                    on:keydown=handler(leave)
                    on:change:target=move |field| {
                        let before = name.get_untracked();
                        shelf.change(|shelf| shelf.rename(&before, &field.target().value()));
                        // Also where it can't be called that.
                        field.target().set_value(&name.get_untracked());
                    }
                />
            </label>
            <ForWhom name/>
            <Show when=move || !compared.read().is_empty()>
                <Link id="compare-list" to=compare>{i18n::compare_list()}</Link>
            </Show>
            <Button id="delete-list" class="plain" text=i18n::delete_list() on_press=Box::new(delete)/>
        </div>
    }
}

/// For whom the current list is.
#[component]
fn ForWhom(
    /// The name of the list.
    name: Memo<String>,
) -> impl IntoView {
    let shelf = use_explorer().shelf;
    let for_whom = Memo::new(move |_| shelf.with(|shelf| shelf.current().map(|list| list.for_whom.clone())));
    view! {
        <label class="for-whom">
            <span>{i18n::for_whom()}</span>
            <input
                type="text"
                id="list-for"
                dir="auto"
                autocomplete="off"
                placeholder=i18n::for_whom_example()
                prop:value=move || for_whom.get()
                on:change:target=move |field| {
                    let name = name.get_untracked();
                    shelf.change(|shelf| shelf.set_for_whom(&name, &field.target().value()));
                }
            />
        </label>
    }
}

/// The control that opens a file with lists.
#[component]
fn FileChoice(
    /// Where its lists go.
    in_file: RwSignal<FileLists>,
) -> impl IntoView {
    let open = move |_| {
        spawn_local(async move {
            let text = platform::chosen_text(FILE).await;
            in_file.try_set(lists_in_file(text.as_deref()));
            platform::focus_top();
        });
    };
    view! {
        <p class="open-file">
            <label>
                <input type="file" id=FILE accept=".html,.htm,.json,text/html,application/json" on:change=handler(open)/>
                {i18n::open_file()}
            </label>
        </p>
    }
}
