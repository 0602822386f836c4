//! The page: a Leptos app over the pure engine.
//!
//! It assumes a document as `index.html` makes it: `#app` with the address of the catalog in `data-catalog`. Components
//! fetch, call and show; what can be computed is computed in [`crate::explore`].

#![allow(clippy::needless_pass_by_value, reason = "Leptos hands props over by value")]
#![allow(unreachable_pub, reason = "the component macro makes a public type of every component's props")]

mod boot;
mod browser;
mod explorer;
mod view;
mod words;

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::catalog::Finding;
use crate::explore::Engine;
use boot::BootError;

/// How long a reader waits without being told for what.
const PATIENCE: Duration = Duration::from_millis(400);

/// What the page is doing.
#[derive(Clone)]
enum Stage {
    /// The catalog is on its way; so many resources are there.
    Loading(usize),
    /// It can be used.
    Ready(&'static Engine, &'static [Finding]),
    /// There is no catalog.
    Failed(BootError),
}

/// Shows the page and loads the catalog.
pub fn start() {
    console_error_panic_hook::set_once();
    let Some(place) = browser::mount_point() else { return };
    place.replace_children_with_node_0();
    mount_to(place, App).forget();
}

#[component]
fn App() -> impl IntoView {
    let stage = RwSignal::new(Stage::Loading(0));
    spawn_local(async move {
        let loaded = boot::load(&browser::catalog_address(), |n| stage.set(Stage::Loading(n))).await;
        match loaded {
            // Both live as long as the page.
            Ok((engine, findings)) => stage.set(Stage::Ready(Box::leak(Box::new(engine)), Vec::leak(findings))),
            Err(error) => {
                stage.set(Stage::Failed(error));
                browser::set_root("state", "failed");
            }
        }
    });
    // A catalog that is there at once needs no word of loading, and the page no layout for it.
    let is_slow = RwSignal::new(false);
    set_timeout(move || is_slow.set(true), PATIENCE);
    move || match stage.get() {
        Stage::Loading(n) => is_slow.get().then(|| view::loading(n)).into_any(),
        Stage::Ready(engine, findings) => view! { <view::Page engine findings/> }.into_any(),
        Stage::Failed(error) => view::failure(&error.to_string()).into_any(),
    }
}
