//! Links to states of the page: real ones, which can be copied and opened in another tab.

use std::sync::Arc;

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::app::platform::{self, is_plain_click};
use crate::app::reactive::{handler, view};
use crate::app::state::use_explorer;
use crate::explore::State;

/// Returns the state that a link leads to, from the state at hand.
#[derive(Clone)]
pub(crate) struct Target(Arc<dyn Fn(&State) -> State + Send + Sync>);

impl<F: Fn(&State) -> State + Send + Sync + 'static> From<F> for Target {
    fn from(target: F) -> Self {
        Self(Arc::new(target))
    }
}

/// A link to another state. Without an id it leaves the focus at the top of what it leads to.
#[component]
pub(crate) fn Link(
    /// Where it leads.
    #[prop(into)]
    to: Target,
    /// Its id.
    #[prop(optional, into)]
    id: Option<String>,
    /// Its class.
    #[prop(optional, into)]
    class: Option<&'static str>,
    /// Its name where the text does not say enough.
    #[prop(optional, into)]
    label: Option<String>,
    /// What is shown when a pointer rests on it.
    #[prop(optional, into)]
    title: Option<String>,
    /// The language of its text, where it is not that of the page.
    #[prop(optional_no_strip)]
    lang: Option<&'static str>,
    /// Whether its text comes from a catalog, and has its own direction (HTML, section 3.2.6.4).
    #[prop(optional)]
    isolated: bool,
    /// The id of what has the focus once it is there, in place of the top.
    #[prop(optional_no_strip)]
    focus: Option<&'static str>,
    /// Its text.
    children: Children,
) -> impl IntoView {
    let stays = id.is_some();
    let explorer = use_explorer();
    let address = to.clone();
    let click = move |click: MouseEvent| {
        if is_plain_click(&click) {
            click.prevent_default();
            explorer.go(|state| to.0(state));
            match focus {
                // Two frames later: until then the page goes to its top, and the focus with it.
                Some(id) => request_animation_frame(move || request_animation_frame(move || platform::focus(id))),
                None if !stays => platform::focus_top(),
                None => {}
            }
        }
    };
    let dir = isolated.then_some("auto");
    view! {
        <a id=id class=class href=move || explorer.link(|state| address.0(state)) aria-label=label title=title lang=lang dir=dir on:click=handler(click)>{children()}</a>
    }
}

/// A link to a state that takes a search to find: its address is found when the pointer or the focus comes to it, or when it is
/// followed.
#[component]
pub(crate) fn DeferredLink(
    /// Where it leads.
    #[prop(into)]
    to: Target,
    /// Its class.
    class: &'static str,
    /// Its name.
    label: String,
    /// Its text.
    text: &'static str,
) -> impl IntoView {
    let is_near = RwSignal::new(false);
    let (address, follow) = follow(to);
    let href = move || if is_near.get() { address.get() } else { "#/".to_owned() };
    let come_near = move || is_near.set(true);
    view! {
        <a
            class=class
            href=href
            aria-label=label
            on:pointerenter=handler(move |_| come_near())
            on:focus=handler(move |_| come_near())
            on:click=move |click| {
                let is_plain = is_plain_click(&click);
                follow(click);
                if is_plain {
                    platform::focus_top();
                }
            }
        >
            {text}
        </a>
    }
}

/// The two attributes of a link: its address, and what a click on it does.
pub(crate) fn follow(to: impl Into<Target>) -> (Signal<String>, impl Fn(MouseEvent) + Clone + 'static) {
    let explorer = use_explorer();
    let to: Target = to.into();
    let also = to.clone();
    let href = Signal::derive(move || explorer.link(|state| also.0(state)));
    let click = move |click: MouseEvent| {
        if is_plain_click(&click) {
            click.prevent_default();
            explorer.go(|state| to.0(state));
        }
    };
    (href, click)
}
