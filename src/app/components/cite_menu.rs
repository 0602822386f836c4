//! The menu that copies a resource's citation, and a citation as readers see it.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::platform;
use crate::app::reactive::{handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::Menu;
use crate::catalog::ResourceIdx;
use crate::export::citation::{Citation, Span, Style};
use crate::i18n;

/// A citation that was copied, or that the browser did not let the page copy.
type Copied = RwSignal<Option<(Style, Citation, bool)>>;

/// The menu: a button for each style. What was copied shows below them, to be copied by hand where the browser refuses.
#[component]
pub(crate) fn CiteMenu(
    /// The resource.
    idx: ResourceIdx,
    /// What its id begins with.
    place: &'static str,
) -> impl IntoView {
    let engine = use_explorer().engine;
    let (id, label) = (format!("{place}cite-{}", engine.store.id(idx)), i18n::cite_this(&engine.shown_title(idx)));
    let text = Signal::derive(|| i18n::cite_short().to_owned());
    view! { <Menu id class="cite plain" label text>{styles(idx)}</Menu> }
}

/// The buttons, and what the last of them copied.
fn styles(idx: ResourceIdx) -> AnyView {
    let explorer = use_explorer();
    let copied: Copied = RwSignal::new(None);
    let button = |style: Style| {
        let copy = handler(move |_| copy(explorer, idx, style, copied));
        view! { <button type="button" on:click=copy>{style.name()}</button> }
    };
    let message = move || {
        copied.get().map(
            |(style, _, is_copied)| {
                if is_copied { i18n::copied_as(style.name()) } else { i18n::copy_by_hand().to_owned() }
            },
        )
    };
    view! {
        <p class="take-acts">{Style::ALL.map(button).into_iter().collect::<Vec<AnyView>>()}</p>
        <p class="quiet" role="status">{move || message()}</p>
        {move || copied.get().map(|(_, citation, _)| entry(citation))}
    }
}

fn copy(explorer: Explorer, idx: ResourceIdx, style: Style, copied: Copied) {
    let resource = explorer.engine.resource(idx);
    let Some((_, citation)) = untrack(|| explorer.cited(style, std::iter::once(resource))).pop() else { return };
    spawn_local(async move {
        let is_copied = platform::copy_rich(&citation.plain(), &citation.html()).await;
        // The menu may be closed by now.
        copied.try_set(Some((style, citation, is_copied)));
    });
}

/// A citation as it is printed.
pub(crate) fn entry(citation: Citation) -> AnyView {
    let span = |span: Span| {
        if span.italic {
            view! { <i>{span.text}</i> }
        } else {
            span.text.into_any()
        }
    };
    let spans: Vec<AnyView> = citation.spans.into_iter().map(span).collect();
    view! { <p dir="auto">{spans}</p> }
}
