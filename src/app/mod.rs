//! The page: a Leptos app over the pure engine.
//!
//! It assumes a document as `index.html` makes it: `#app` with the address of the catalog in `data-catalog`, and
//! perhaps that of its saved index in `data-index`. Components
//! fetch, call and show; what can be computed is computed in [`crate::explore`].

#![allow(clippy::needless_pass_by_value, reason = "Leptos hands props over by value")]
#![allow(unreachable_pub, reason = "the component macro makes a public type of every component's props")]

mod boot;
mod components;
mod features;
mod page;
mod platform;
mod reactive;
mod state;
mod sync;
mod ui;

use std::time::Duration;

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::reactive::{Memo, view};
use crate::embed::Setup;
use crate::explore::fragment;
use crate::i18n;
use boot::{BootError, Loaded};
use features::shell::{Loading, failure};
use page::Page;
use state::{Explorer, LoadedCatalog, Progress};

/// How long a reader waits without being told for what.
const PATIENCE: Duration = Duration::from_millis(400);

/// What the page is doing.
#[derive(Clone)]
enum Stage {
    /// The catalog is on its way.
    Loading,
    /// It can be used.
    Ready(LoadedCatalog),
    /// There is no catalog.
    Failed(BootError),
}

/// Shows the page and loads the catalog.
pub fn start() {
    console_error_panic_hook::set_once();
    let Some(place) = platform::mount_point() else { return };
    place.replace_children_with_node_0();
    mount_to(place, App).forget();
}

#[component]
fn App() -> impl IntoView {
    let stage = RwSignal::new(Stage::Loading);
    let progress = RwSignal::new(Progress::default());
    let stopped = RwSignal::new(false);
    let setup: &'static Setup = Box::leak(Box::new(Setup::read(&platform::query_part())));
    provide_context(sync::start_host(setup));
    speak_before_loading(setup);
    spawn_local(async move {
        let is_stopped = move || stopped.get_untracked();
        let (catalog, index) = addresses(setup);
        let loaded = boot::load(&catalog, index.as_deref(), setup, is_stopped, |so_far| {
            progress.set(so_far);
            platform::set_root("loaded", &so_far.bytes.to_string());
        })
        .await;
        match loaded {
            Ok(Loaded { engine, findings, extent, bounds }) => {
                let (engine, findings) = (Box::leak(Box::new(engine)), Vec::leak(findings));
                let bounds = bounds.map(|bounds| &*Box::leak(Box::new(bounds)));
                stage.set(Stage::Ready(LoadedCatalog { engine, findings, extent, setup, bounds }));
            }
            Err(error) => {
                let elsewhere = matches!(error, BootError::Fetch(platform::FetchError::Network))
                    .then(|| platform::elsewhere(&catalog))
                    .flatten();
                let error = elsewhere.map_or(error, |(there, here)| BootError::Elsewhere(there, here));
                stage.set(Stage::Failed(error));
                platform::set_state("failed");
            }
        }
    });
    let stop = move || {
        stopped.set(true);
        platform::stop_fetching();
    };
    // A catalog that is there at once needs no word of loading, and the page no layout for it.
    let is_slow = RwSignal::new(false);
    set_timeout(move || is_slow.set(true), PATIENCE);
    move || match stage.get() {
        Stage::Loading => is_slow.get().then(|| view! { <Loading progress stop/> }).into_any(),
        Stage::Ready(catalog) => explorer_page(catalog),
        Stage::Failed(error) => failure(&error.to_string()).into_any(),
    }
}

/// The page over a catalog, with what follows its state outside.
fn explorer_page(catalog: LoadedCatalog) -> AnyView {
    let explorer = Explorer::new(catalog);
    provide_context(explorer);
    sync::follow_state(explorer);
    sync::follow_host(explorer);
    let language = Memo::new(move |_| {
        explorer.with(|state| state.language.is_some());
        i18n::current().tag
    });
    // Every text is another in another language: the page is made anew.
    let page = move || {
        language.track();
        view! { <Page/> }
    };
    page.into_any()
}

/// Makes the page speak the language that its address asks for, else the browser, until the catalog is there.
fn speak_before_loading(setup: &Setup) {
    let of_address = fragment::pairs(&platform::current()).into_iter().find(|(key, _)| key == "lang");
    let (of_address, browser) = (of_address.map(|(_, tag)| tag), platform::languages());
    let wishes = of_address.iter().chain(&setup.language).chain(&browser);
    i18n::set_current(i18n::language_for(wishes.map(String::as_str)));
}

/// Where the catalog is and its saved index: as the page says, unless its setup names another catalog.
fn addresses(setup: &Setup) -> (String, Option<String>) {
    match setup.catalog.as_deref().and_then(platform::web_address) {
        Some(catalog) => (catalog, None),
        None => (platform::catalog_address(), platform::index_address()),
    }
}
