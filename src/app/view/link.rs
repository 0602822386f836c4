//! Links to states of the page: real ones, which can be copied and opened in another tab.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::app::browser::is_plain_click;
use crate::app::explorer::use_explorer;
use crate::explore::State;

/// What a link does to the state.
pub(super) type Change = std::sync::Arc<dyn Fn(&State) -> State + Send + Sync>;

/// Makes a change for a link.
pub(super) fn change(change: impl Fn(&State) -> State + Send + Sync + 'static) -> Change {
    std::sync::Arc::new(change)
}

/// The two attributes of a link that makes a change: its address, and what a click on it does.
pub(super) fn follow(change: Change) -> (Signal<String>, impl Fn(MouseEvent) + Clone + 'static) {
    let explorer = use_explorer();
    let also = change.clone();
    let href = Signal::derive(move || explorer.link(|state| also(state)));
    let click = move |click: MouseEvent| {
        if is_plain_click(&click) {
            click.prevent_default();
            explorer.go(|state| change(state));
        }
    };
    (href, click)
}
