//! What stands on paper only: a head over whatever is printed, and whole lists in place of the page's first results.
//!
//! It is made when the browser is about to print, however the reader asked for that, and is gone afterwards.

use leptos::html::Div;
use leptos::prelude::*;

use crate::app::components::{Byline, Kind};
use crate::app::platform;
use crate::app::reactive::view;
use crate::app::state::{Explorer, use_explorer};
use crate::app::state::{Layout, Of, PrintJob};
use crate::catalog::{ResourceIdx, href};
use crate::explore::conditions;
use crate::export::citation::{Citation, Span};
use crate::export::qr_code;
use crate::i18n;

/// The place of the print job; empty but for the moment of printing.
#[component]
pub(crate) fn PrintView(
    /// Resources side by side.
    brief: fn(Vec<ResourceIdx>) -> AnyView,
    /// Resources as a table.
    table: fn(Vec<ResourceIdx>) -> AnyView,
) -> impl IntoView {
    let explorer = use_explorer();
    let place: NodeRef<Div> = NodeRef::new();
    let mounted = StoredValue::new_local(None);
    let begin = move || {
        let Some(place) = place.try_get_untracked().flatten() else { return };
        let job = explorer.print_job.get_value().or_else(|| explorer.usual_print_job());
        // At once, and not as an effect: the browser takes the page as it is when this returns.
        let view = move || {
            provide_context(explorer);
            untrack(|| pages(explorer, job, [brief, table]))
        };
        mounted.set_value(Some(mount_to(place.into(), view)));
        platform::set_root("sheet", if job.is_some() { "whole" } else { "head" });
    };
    let end = move || {
        mounted.set_value(None);
        platform::set_root("sheet", "");
    };
    platform::on_print(begin, end);
    view! { <div id="sheet" node_ref=place></div> }
}

fn pages(explorer: Explorer, job: Option<PrintJob>, [brief, table]: [fn(Vec<ResourceIdx>) -> AnyView; 2]) -> AnyView {
    let order = job.map(|job| explorer.resources_of(job.of)).unwrap_or_default();
    let head = head(explorer, job, order.len());
    let Some(job) = job else { return head };
    let most = if job.is_all { usize::MAX } else { job.layout.most() };
    let cut = (order.len() > most).then(|| view! { <p class="cut">{i18n::cut_short(most, order.len())}</p> });
    let shown = order[..order.len().min(most)].to_vec();
    let body = match job.layout {
        Layout::Brief => brief(shown),
        Layout::Table => table(shown),
        Layout::ReadingList => {
            let items: Vec<AnyView> = shown.into_iter().map(|idx| reading(explorer, idx)).collect();
            view! { <ol class="reading">{items}</ol> }
        }
        Layout::Checklist => {
            let items: Vec<AnyView> = shown.into_iter().map(|idx| to_tick(explorer, idx, job.has_notes)).collect();
            view! { <ul class="checklist">{items}</ul> }
        }
        Layout::Annotated => {
            let resources = shown.iter().map(|idx| explorer.engine.resource(*idx));
            let cited = explorer.cited(job.style, resources).into_iter();
            let items: Vec<AnyView> = cited.map(|(at, citation)| annotated(explorer, shown[at], citation)).collect();
            view! { <ul class="annotated">{items}</ul> }
        }
    };
    view! { {head} {cut} {body} }
}

/// What it is, what was asked for, how much was found, when, and where it is found again.
fn head(explorer: Explorer, job: Option<PrintJob>, n: usize) -> AnyView {
    let catalog = i18n::catalog_title(explorer.engine);
    let is_list = job.is_some_and(|job| job.of == Of::List);
    let (is_whole, asked) = explorer.with(|state| {
        (state.view.is_whole() || state.open.is_some() || state.look.about.is_some(), i18n::set(explorer.engine, state))
    });
    let list = explorer.shelf.with(|shelf| shelf.current().map(|list| (list.name.clone(), list.for_whom.clone())));
    let title = match list.filter(|_| is_list) {
        Some((name, for_whom)) => {
            let for_whom = i18n::list_for(&for_whom).map(|text| view! { <p dir="auto">{text}</p> });
            view! { <h1 dir="auto">{name}</h1> {for_whom} <p dir="auto">{catalog}</p> }
        }
        None => view! { <h1 dir="auto">{catalog}</h1> },
    };
    let today = platform::today();
    let is_narrowed = !is_whole && explorer.with(|state| !conditions(explorer.engine, state).is_empty());
    // Without a query or a filter the number below says all.
    let asked = is_narrowed.then(|| view! { <p class="asked">{asked}</p> });
    let n = if job.is_some() { n } else { explorer.n_matched() };
    let is_counted = job.is_some() || !is_whole;
    let date = if is_counted { i18n::printed(n, &today) } else { i18n::date_text(&today) };
    let link = if is_list { explorer.list_link() } else { platform::whole_address() };
    let is_on_web = link.starts_with("http");
    let code = is_on_web.then(|| code_of(&link));
    let address = is_on_web.then(|| view! { <p class="quiet address">{paper_link(link)}</p> });
    view! {
        <div class="sheet-head">
            {code}
            {title}
            {asked}
            <p class="quiet">{date}</p>
            {address}
        </div>
    }
}

/// The QR code of a link, or that it is too long for one.
fn code_of(link: &str) -> AnyView {
    let Some(code) = qr_code(link) else { return view! { <p class="quiet">{i18n::too_long_for_code()}</p> } };
    let n = code.width().to_string();
    view! {
        <svg class="code" viewBox=["0 0", &n, &n].join(" ") role="img" aria-label=i18n::qr_code()>
            <path d=code.path()></path>
        </svg>
    }
}

/// A link whose address can be read on paper and clicked in a PDF.
fn paper_link(link: String) -> AnyView {
    let href = link.clone();
    view! { <a href=href>{link}</a> }
}

/// A resource with its facts.
fn reading(explorer: Explorer, idx: ResourceIdx) -> AnyView {
    let store = &explorer.engine.store;
    view! {
        <li>
            <div class="block">
                <p class="title" dir="auto" lang=explorer.language(idx)>{store.title(idx)}</p>
                <Byline idx/>
                <p class="kind"><Kind idx/></p>
                {address(explorer, idx)}
            </div>
            {about(explorer, idx)}
        </li>
    }
}

/// A resource with a box to tick.
fn to_tick(explorer: Explorer, idx: ResourceIdx, has_note: bool) -> AnyView {
    let title = explorer.engine.shown_title(idx);
    view! {
        <li>
            <p class="title" dir="auto" lang=explorer.language(idx)>{title}</p>
            <Byline idx/>
            {address(explorer, idx)}
            {has_note.then(|| note(explorer, idx))}
        </li>
    }
}

/// The address of a resource, where it has one.
fn address(explorer: Explorer, idx: ResourceIdx) -> AnyView {
    let link = explorer.engine.store.url(idx).and_then(href);
    link.map(|link| view! { <p class="address">{paper_link(link)}</p> }).into_any()
}

/// What the reader noted on a resource, if anything.
fn note(explorer: Explorer, idx: ResourceIdx) -> AnyView {
    let note = explorer.shelf.note(explorer.engine.store.id(idx));
    (!note.is_empty())
        .then(|| view! { <p class="note"><strong>{i18n::my_note_says()}</strong> " " <bdi>{note}</bdi></p> })
        .into_any()
}

/// A resource as it is cited, with what it says and what the reader says of it.
fn annotated(explorer: Explorer, idx: ResourceIdx, citation: Citation) -> AnyView {
    let span = |span: Span| match (span.italic, href(&span.text)) {
        (true, _) => view! { <i>{span.text}</i> },
        (false, Some(link)) => view! { <a href=link>{span.text}</a> },
        (false, None) => span.text.into_any(),
    };
    let entry: Vec<AnyView> = citation.spans.into_iter().map(span).collect();
    view! { <li><p class="entry" dir="auto">{entry}</p> {about(explorer, idx)} {note(explorer, idx)}</li> }
}

fn about(explorer: Explorer, idx: ResourceIdx) -> AnyView {
    let summary = explorer.engine.store.summary(idx);
    (!summary.is_empty())
        .then(|| view! { <p class="about" dir="auto" lang=explorer.language(idx)>{summary}</p> })
        .into_any()
}
