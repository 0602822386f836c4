//! What a reader of a resource may want to read next: the most similar ones, each with the reason, and others of its publisher.

use leptos::prelude::*;

use crate::app::components::{Kind, Link};
use crate::app::reactive::view;
use crate::app::state::{Explorer, use_explorer};
use crate::catalog::{List, ResourceIdx};
use crate::explore::{State, related};
use crate::i18n;

/// The similar resources, and those of the publisher; nothing where there are none.
#[component]
pub(super) fn SimilarResources(
    /// The resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let found = related(engine, idx);
    let similar = found.similar.iter().map(|similar| {
        let reason = view! { <p class="quiet">{i18n::similar_reason(engine, similar)}</p> };
        item(explorer, similar.resource, Some(reason))
    });
    let similar = section(i18n::similar_label().to_owned(), similar.collect());
    let publisher = engine.store.strings(idx, List::Publishers).next().unwrap_or_default();
    let others = found.of_publisher.into_iter().map(|idx| item(explorer, idx, None)).collect();
    view! { {similar} {section(i18n::more_from(publisher), others)} }
}

fn section(title: String, items: Vec<AnyView>) -> AnyView {
    if items.is_empty() {
        return ().into_any();
    }
    view! { <section class="similar"><h3 dir="auto">{title}</h3> <ul>{items}</ul></section> }
}

fn item(explorer: Explorer, idx: ResourceIdx, reason: Option<AnyView>) -> AnyView {
    let store = &explorer.engine.store;
    let to = move |state: &State| state.opened(store.id(idx));
    view! {
        <li>
            <p class="kind"><Kind idx/></p>
            <p dir="auto" lang=explorer.language(idx)><Link to>{explorer.engine.shown_title(idx)}</Link></p>
            {reason}
        </li>
    }
}
