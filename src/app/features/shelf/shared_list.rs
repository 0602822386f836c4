//! Lists that somebody shares: they came with the address or in a file, and are a reader's own once they are taken in.

use leptos::prelude::*;

use crate::app::components::{Byline, Facts, KeepButton, Link, Source, Summary};
use crate::app::platform;
use crate::app::reactive::{Memo, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::Button;
use crate::catalog::ResourceIdx;
use crate::explore::{Shared, State, View, is_start};
use crate::i18n;
use crate::limits::SHARED_ITEMS_DRAWN;
use crate::shelf::{Item, ReadingList, Shelf, read_file};

/// The lists of a file, and what is wrong with it.
#[derive(Clone, Default)]
pub(crate) struct FileLists {
    lists: Vec<ReadingList>,
    message: &'static str,
}

/// Where a list came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    Address,
    /// The address, of a list to which the first page leads.
    Start,
    /// A file, and its place there.
    File(usize),
}

/// What a reader does with a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Decision {
    /// Keeps it as a list of its own.
    Keep,
    /// Adds its resources to the current list.
    Add,
    Dismiss,
}

/// Returns the lists of a file.
pub(crate) fn lists_in_file(text: Option<&str>) -> FileLists {
    let reading = text.map(read_file).unwrap_or_default();
    let lists: Vec<ReadingList> = reading.shelf.lists.into_iter().filter(|list| !list.items.is_empty()).collect();
    let message = match (lists.is_empty(), reading.is_cut, reading.is_whole) {
        (true, ..) => i18n::file_unread(),
        (false, true, _) => i18n::file_cut(),
        (false, false, false) => i18n::file_part(),
        (false, false, true) => "",
    };
    FileLists { lists, message }
}

/// The list of the address and those of a file, each with what can be done with it.
#[component]
pub(crate) fn SharedLists(
    /// The lists of the file.
    in_file: RwSignal<FileLists>,
) -> impl IntoView {
    let explorer = use_explorer();
    let shared = Memo::new(move |_| explorer.with(|state| state.shared.clone()));
    let message = move || {
        let message = in_file.with(|in_file| in_file.message);
        (!message.is_empty()).then(|| view! { <p class="notice" role="alert">{message}</p> })
    };
    let lists = move || {
        let is_start = is_start(explorer.engine, &shared.read());
        let source = if is_start { Source::Start } else { Source::Address };
        let linked = in_address(explorer, &shared.read()).map(|list| (source, list));
        let filed = in_file.with(|in_file| in_file.lists.clone()).into_iter().enumerate();
        let all = linked.into_iter().chain(filed.map(|(place, list)| (Source::File(place), list)));
        let view = |(place, (source, list))| view! { <SharedList place source list in_file/> };
        all.enumerate().map(view).collect::<Vec<AnyView>>()
    };
    view! {
        {move || message()}
        {move || lists()}
    }
}

/// The list of the address, if it has one.
fn in_address(explorer: Explorer, shared: &Shared) -> Option<ReadingList> {
    let item = |id: &String| {
        let title = explorer.engine.find(id).map(|idx| explorer.engine.shown_title(idx));
        Item::new(id, &title.unwrap_or_default())
    };
    let name = if shared.name.is_empty() { i18n::unnamed() } else { &shared.name };
    let items: Vec<Item> = shared.ids.iter().map(item).collect();
    let (name, for_whom) = (name.to_owned(), shared.for_whom.clone());
    (!items.is_empty()).then(|| ReadingList { name, for_whom, items, ..ReadingList::default() })
}

/// A list with what can be done with it.
#[component]
fn SharedList(
    /// Its place among those that are shown.
    place: usize,
    /// Where it came from.
    source: Source,
    /// The list.
    list: ReadingList,
    /// The lists of the file.
    in_file: RwSignal<FileLists>,
) -> impl IntoView {
    let explorer = use_explorer();
    let shelf = explorer.shelf;
    let n_gone = list.items.iter().filter(|item| explorer.engine.find(&item.id).is_none()).count();
    let name = list.name.clone();
    let for_whom = i18n::list_for(&list.for_whom).map(|text| view! { <p class="for-whom" dir="auto">{text}</p> });
    let is_start = source == Source::Start;
    let about = if is_start {
        i18n::readings(list.items.len(), n_gone)
    } else {
        i18n::shared_with_you(list.items.len(), n_gone)
    };
    let (leave, weight) = if is_start { (i18n::to_first_page(), "") } else { (i18n::not_now(), "primary") };
    let (n, most) = (list.items.len(), SHARED_ITEMS_DRAWN);
    let items: Vec<AnyView> = list.items.iter().take(most).map(|item| shared_item(explorer, item)).collect();
    let first = (n > most).then(|| view! { <p class="quiet">{i18n::first_of(most, n)}</p> });
    let list = StoredValue::new(list);
    let decide = move |decision: Decision| {
        let list = list.get_value();
        Box::new(move || take(explorer, in_file, source, &list, decision)) as Box<dyn Fn()>
    };
    let current = Memo::new(move |_| shelf.with(|shelf| shelf.current().map(|list| list.name.clone())));
    let add = move || {
        let text = i18n::add_to(&current.get()?);
        Some(view! { " " <Button id=format!("into:{place}") text on_press=decide(Decision::Add)/> })
    };
    view! {
        <section class="arrived">
            <h2 dir="auto">{name}</h2>
            {for_whom}
            <p class="lead">{about}</p>
            <p class="take-acts">
                <Button
                    id=format!("own:{place}")
                    class=weight
                    text=i18n::keep_as_own()
                    on_press=decide(Decision::Keep)
                />
                {move || add()}
                " "
                <Button id=format!("not:{place}") class="plain" text=leave on_press=decide(Decision::Dismiss)/>
            </p>
            <ol>{items}</ol>
            {first}
        </section>
    }
}

/// A resource of a list, with the note that came with it.
fn shared_item(explorer: Explorer, item: &Item) -> AnyView {
    let resource = match explorer.engine.find(&item.id) {
        Some(idx) => card(explorer, idx),
        None => missing(item),
    };
    let note = (!item.note.is_empty()).then(|| view! { <p class="note" dir="auto">{item.note.clone()}</p> });
    view! { <li>{resource} {note}</li> }
}

/// A resource with enough to decide whether to open it.
fn card(explorer: Explorer, idx: ResourceIdx) -> AnyView {
    let store = &explorer.engine.store;
    let id = store.id(idx);
    view! {
        <article class="card" data-id=id>
            <header>
                <p class="kind"><Facts idx resource=explorer.engine.resource(idx)/></p>
            </header>
            <div class="body">
                <h3><Link isolated=true lang=explorer.language(idx) to=move |state: &State| state.opened(id)>{explorer.engine.shown_title(idx)}</Link></h3>
                <Summary idx visible=80/>
            </div>
            <span class="marks"><KeepButton idx place="shared-"/></span>
            <footer><Byline idx/> <Source idx/></footer>
        </article>
    }
}

/// A saved resource that the catalog does not have.
pub(crate) fn missing(item: &Item) -> AnyView {
    let title = if item.title.is_empty() { &item.id } else { &item.title };
    view! { <span dir="auto">{title.clone()}</span> " " <span class="quiet">{i18n::gone()}</span> }
}

/// Does what a reader decided on a list, which is not shown any more then.
fn take(explorer: Explorer, in_file: RwSignal<FileLists>, source: Source, list: &ReadingList, decision: Decision) {
    if decision != Decision::Dismiss {
        take_in(explorer, list, decision == Decision::Keep);
    }
    match source {
        Source::Address | Source::Start => {
            let is_left = source == Source::Start && decision == Decision::Dismiss;
            let view = if is_left { View::Home } else { View::Shelf };
            explorer.go(|state| state.with(|state| (state.shared, state.view) = (Shared::default(), view)));
        }
        Source::File(place) => in_file.update(|in_file| {
            if place < in_file.lists.len() {
                in_file.lists.remove(place);
            }
            in_file.message = "";
        }),
    }
    platform::focus_top();
}

fn take_in(explorer: Explorer, list: &ReadingList, is_own: bool) {
    let noted: Vec<Item> = list.items.iter().filter(|item| !item.note.is_empty()).cloned().collect();
    if !noted.is_empty() {
        explorer.shelf.add_notes(&noted);
    }
    let items = list.items.iter().map(|item| Item { note: String::new(), ..item.clone() });
    let (n, name) = explorer.shelf.change(|shelf: &mut Shelf| {
        let current = shelf.current().map(|list| list.name.clone()).filter(|_| !is_own);
        let name = current.unwrap_or_else(|| {
            let name = shelf.create(&list.name);
            shelf.set_for_whom(&name, &list.for_whom);
            name
        });
        (shelf.add(&name, items), name)
    });
    let added = i18n::added(n, &name);
    let is_stored = untrack(|| explorer.shelf.refusal()).is_none();
    explorer.shelf.say(if is_stored { added } else { [&added, i18n::notes_not_kept()].join(" ") });
}
