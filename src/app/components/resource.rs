//! Parts of one resource that several views show: its kind, its controls, its values and links.

use std::ops::Range;

use leptos::prelude::*;

use super::link::Link;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::catalog::{List, Resource, ResourceIdx, host, href};
use crate::explore::{Attribute, Entry, MAX_COMPARED, State, is_stated};
use crate::i18n;
use crate::limits::{LABEL_DRAWN, TEXT_DRAWN, VALUES_DRAWN, beginning};
use crate::text::{excerpt_start, first_characters, highlight, shortened_bytes};

/// What HTML ids of a resource's controls begin with among the results, and where it is open: then the results stay behind
/// it, and both are in the document (HTML, section 3.2.6: an id stands once).
pub(crate) const IN_LIST: &str = "";
pub(crate) const IN_RECORD: &str = "record-";

/// The label of a resource's first value of a facet with a vocabulary.
fn label_of(explorer: Explorer, idx: ResourceIdx, key: &str, list: List) -> Option<&'static str> {
    let engine = explorer.engine;
    let facet = engine.facet(key)?;
    let value = facet.find(engine.store.first(idx, list)?)?;
    Some(facet.values[value as usize].label.as_str())
}

/// The label of a resource's type.
pub(crate) fn type_label(explorer: Explorer, idx: ResourceIdx) -> Option<&'static str> {
    label_of(explorer, idx, "type", List::Type)
}

/// "Report · Jan 2018": the day stands among the facts of the record.
#[component]
pub(crate) fn Kind(
    /// The resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let label = type_label(explorer, idx);
    let store = &explorer.engine.store;
    let stated = store.published_text(idx).map(str::to_owned);
    let date = stated.or_else(|| store.published(idx).map(i18n::month_and_year));
    view! {
        {label.map(|label| view! { <span class="type" dir="auto">{label}</span> })}
        {date.map(|date| view! { <span class="date" dir="auto">{date}</span> })}
    }
}

/// "Report · Jan 2018 · 42 pages · Free": what is stated of it.
#[component]
pub(crate) fn Facts(
    /// The resource.
    idx: ResourceIdx,
    /// Its record.
    resource: Resource,
) -> impl IntoView {
    let explorer = use_explorer();
    let access = label_of(explorer, idx, "access", List::Access).filter(|label| is_stated(label));
    let fact = |text: String| view! { <span class="date">{text}</span> };
    view! {
        <Kind idx/>
        {resource.pages.map(|n| fact(i18n::n_pages(n as usize)))}
        {resource.minutes.map(|n| fact(i18n::n_minutes(n as usize)))}
        {access.map(|label| view! { <span class="date" dir="auto">{label}</span> })}
    }
}

/// A text with the words of the query marked in it, shortened where no page has room for it.
pub(crate) fn highlighted(explorer: Explorer, text: &'static str) -> AnyView {
    let (text, rest) = drawn(text, TEXT_DRAWN);
    view! { {move || explorer.with_marks(|marks| marked(text, 0, &highlight(text, marks)))} {rest} }
}

/// What of a text is drawn, and what stands for the rest.
fn drawn(text: &'static str, most: usize) -> (&'static str, Option<&'static str>) {
    let shown = beginning(text, most);
    (shown, (shown.len() < text.len()).then_some("…"))
}

/// A text from `start` on, with its marks from there on, which are in order.
pub(crate) fn marked(text: &'static str, start: usize, marks: &[Range<usize>]) -> AnyView {
    let mut parts = Vec::new();
    let mut from = start;
    for mark in marks.iter().filter(|mark| start <= mark.start) {
        if from < mark.start {
            parts.push(text[from..mark.start].into_any());
        }
        parts.push(view! { <mark>{&text[mark.clone()]}</mark> });
        from = mark.end;
    }
    if from < text.len() {
        parts.push(text[from..].into_any());
    }
    parts.into_any()
}

/// The checkbox that selects a resource for comparison.
#[component]
pub(crate) fn CompareCheckbox(
    /// The resource.
    idx: ResourceIdx,
    /// What its id begins with.
    place: &'static str,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let is_selected = Memo::new(move |_| explorer.with(|state| state.compared.iter().any(|selected| selected == id)));
    let is_full = Memo::new(move |_| !is_selected.get() && explorer.n_selected.get() >= MAX_COMPARED);
    view! {
        <label class="compare">
            <input
                type="checkbox"
                name="compare"
                id=format!("{place}pick-{id}")
                aria-label=i18n::compare_this(&explorer.engine.shown_title(idx))
                prop:checked=move || is_selected.get()
                disabled=move || is_full.get()
                on:change=handler(move |_| explorer.toggle_compared(id))
            />
            <span aria-hidden="true">{i18n::compare()}</span>
        </label>
    }
}

/// A link out of the catalog.
#[component]
pub(crate) fn OutsideLink(
    /// Its address.
    #[prop(into)]
    href: String,
    /// Its text.
    #[prop(into)]
    text: String,
    /// Its class.
    #[prop(optional)]
    class: Option<&'static str>,
    /// What is shown when a pointer rests on it.
    #[prop(optional, into)]
    title: Option<String>,
    /// Whether its text comes from a catalog, and has its own direction.
    #[prop(optional)]
    isolated: bool,
) -> impl IntoView {
    let is_framed = platform::is_framed();
    // The frame may let nothing out: then the address can still be copied.
    let address = platform::is_sealed().then(|| view! { <span class="outside-address">{href.clone()}</span> " " });
    let hint = (!is_framed).then(|| view! { <span class="hidden">" " {i18n::new_tab()}</span> });
    view! {
        {address}
        <a
            href=href
            class=class
            title=title
            dir=isolated.then_some("auto")
            rel="noopener noreferrer"
            target=if is_framed { "_top" } else { "_blank" }
        >
            {text}
            {hint}
        </a>
    }
}

/// The link to where a resource is, by the name of its host; nothing where it has no address.
#[component]
pub(crate) fn Source(
    /// The resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let link = use_explorer().engine.store.url(idx).and_then(href)?;
    let host = host(&link).unwrap_or(&link).to_owned();
    Some(view! { <OutsideLink class="source" title=i18n::visit(&host) text=host href=link/> })
}

/// A value as a link to all resources that have it.
pub(crate) fn value(attribute: &Attribute, entry: Entry) -> AnyView {
    let text = match attribute {
        Attribute::Published => entry.text.parse().map_or_else(|_| entry.text.clone(), i18n::date),
        _ => shortened_bytes(&entry.text, TEXT_DRAWN).into_owned(),
    };
    match entry.choice {
        Some((key, value)) => {
            let to = move |state: &State| state.only(&key, &value);
            view! { <Link to isolated=true {..} data-filter="">{text}</Link> }
        }
        None => view! { <bdi>{text}</bdi> },
    }
}

/// Who wrote and published a resource; nothing where neither is stated.
#[component]
pub(crate) fn Byline(
    /// The resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let names = |list: List, class: &'static str| {
        let mut names: Vec<&'static str> = store.strings(idx, list).take(VALUES_DRAWN + 1).collect();
        let has_more = names.len() > VALUES_DRAWN;
        names.truncate(VALUES_DRAWN);
        let marked_names = move || {
            let name = |(at, name): (usize, &&'static str)| {
                let joint = (at > 0).then_some(", ");
                let shown = first_characters(name, LABEL_DRAWN);
                let (name, rest) = (shown, (shown.len() < name.len()).then_some("…"));
                let text = explorer.with_marks(|marks| marked(name, 0, &highlight(name, marks)));
                view! { {joint} <bdi>{text} {rest}</bdi> }
            };
            let rest = has_more.then(|| view! { ", …" });
            names.iter().enumerate().map(name).chain(rest).collect::<Vec<AnyView>>()
        };
        store.first(idx, list).map(|_| view! { <span class=class>{marked_names}</span> })
    };
    let parts = [(List::Authors, "authors"), (List::Container, "publishers"), (List::Publishers, "publishers")];
    let parts: Vec<AnyView> = parts.into_iter().filter_map(|(list, class)| names(list, class)).collect();
    (!parts.is_empty()).then(|| view! { <p class="byline">{parts}</p> })
}

/// The button that saves a resource in the list, or takes it out.
#[component]
pub(crate) fn KeepButton(
    /// The resource.
    idx: ResourceIdx,
    /// What its id begins with.
    place: &'static str,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let id = store.id(idx);
    let is_kept = Memo::new(move |_| explorer.shelf.with(|shelf| shelf.has(id)));
    view! {
        <button
            type="button"
            class="keep"
            id=format!("{place}keep-{id}")
            aria-pressed=move || is_kept.get().to_string()
            aria-label=i18n::keep_this(&explorer.engine.shown_title(idx))
            on:click=handler(move |_| explorer.shelf.toggle(idx))
        >
            <span aria-hidden="true">{move || if is_kept.get() { i18n::kept_label() } else { i18n::keep() }}</span>
        </button>
    }
}

/// The summary of a resource, from where the words that were looked for are among the first `visible` characters; nothing where
/// there is none. What stands before is there for paper, which has room for all of it.
#[component]
pub(crate) fn Summary(
    /// The resource.
    idx: ResourceIdx,
    /// How many characters are seen at least.
    visible: usize,
) -> impl IntoView {
    let explorer = use_explorer();
    let (text, rest) = drawn(explorer.engine.store.summary(idx), TEXT_DRAWN);
    let shown = move || {
        let marks = explorer.with_marks(|marks| highlight(text, marks));
        let start = excerpt_start(text, &marks, visible);
        let cut = (start > 0).then(|| {
            view! { <span class="cut">{&text[..start]}</span> <span class="gap">"… "</span> }
        });
        view! { {cut} {marked(text, start, &marks)} {rest} }
    };
    (!text.is_empty())
        .then(|| view! { <p class="summary" dir="auto" lang=explorer.language(idx)>{move || shown()}</p> })
}
