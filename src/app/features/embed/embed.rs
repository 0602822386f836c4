//! The view that makes the snippet for somebody's website: what it shows, how it looks, a preview, and a check.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form::{EmbedForm, Settings};
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::ReadOnlyText;
use crate::embed::{EmbedConfig, Snippet, check_snippet, snippet};
use crate::explore::{State, View, conditions};
use crate::i18n;

/// The view.
#[component]
pub(crate) fn EmbedView() -> impl IntoView {
    let explorer = use_explorer();
    let here = platform::page_address();
    let address = if here.starts_with("http") { here } else { i18n::EMBED_PLACEHOLDER.to_owned() };
    let settings = Settings {
        config: RwSignal::new(EmbedConfig { explorer: address, ..EmbedConfig::default() }),
        view: RwSignal::new(View::default()),
        message: RwSignal::new(""),
    };
    let snippet = Memo::new(move |_| settings.config.with(|config| snippet_of(explorer, config, settings.view.get())));
    let part =
        move |part: fn(&Snippet) -> &String| Signal::derive(move || snippet.with(|snippet| part(snippet).clone()));
    let check = Signal::derive(move || {
        settings.config.with(|config| check_snippet(&config.explorer, i18n::check_title(), i18n::check_link()))
    });
    let copy = move || {
        let text = snippet.with_untracked(|snippet| snippet.whole.clone());
        spawn_local(async move {
            let message = if platform::copy(&text).await { i18n::copied() } else { i18n::copy_by_hand() };
            // Of a view that is gone by now nothing is said.
            settings.message.try_set(message);
        });
    };
    view! {
        <div id="embed">
            <p class="lead-in">{i18n::embed_intro()}</p>
            <div class="embed-columns">
                <EmbedForm settings/>
                <div class="embed-result">
                    <h3>{i18n::embed_snippet()}</h3>
                    <ReadOnlyText
                        id="embed-snippet"
                        class="code"
                        label=i18n::embed_snippet()
                        rows="8"
                        text=part(|snippet| &snippet.whole)
                    />
                    <p>
                        {copy_button(settings, copy)}
                        " "
                        <span class="quiet" role="status">{move || settings.message.get()}</span>
                    </p>
                    {folded("embed-frame", i18n::embed_frame(), part(|snippet| &snippet.frame))}
                    {folded("embed-link", i18n::embed_link_label(), part(|snippet| &snippet.link))}
                    <Preview snippet/>
                    <h3>{i18n::embed_check()}</h3>
                    <p>{i18n::embed_check_text()}</p>
                    <ReadOnlyText id="embed-check" class="code" label=i18n::embed_check() rows="8" text=check/>
                </div>
            </div>
        </div>
    }
}

/// The button that copies the snippet, once it is known where the explorer is on the web.
fn copy_button(settings: Settings, copy: impl Fn() + 'static) -> AnyView {
    let text = move || if settings.has_address() { i18n::embed_copy() } else { i18n::embed_address_first() };
    let is_off = move || !settings.has_address();
    view! {
        <button type="button" id="embed-copy" class="primary" disabled={move || is_off()} on:click=handler(move |_| copy())>
            {move || text()}
        </button>
    }
}

/// Returns the snippet for what is set and for what the page has filtered.
fn snippet_of(explorer: Explorer, config: &EmbedConfig, view: View) -> Snippet {
    let conditions = explorer.with(|state| conditions(explorer.engine, state));
    let what: Vec<String> = conditions.iter().map(|one| i18n::condition_text(explorer.engine, one)).collect();
    let what = what.join(", ");
    let state = explorer.with(|state| State {
        query: state.query.clone(),
        only_words: state.only_words,
        filter: state.filter.clone(),
        sort: state.sort,
        view,
        ..State::default()
    });
    snippet(&EmbedConfig {
        state,
        title: i18n::embed_title(explorer.engine, &what),
        link: i18n::embed_link(explorer.engine, explorer.n_matched(), &what),
        ..config.clone()
    })
}

/// The embed as it will be, in a frame of this very page.
#[component]
fn Preview(
    /// What it shows.
    snippet: Memo<Snippet>,
) -> impl IntoView {
    // The frame is loaded anew only where its address is another one.
    let address = Memo::new(move |_| {
        let query = snippet.with(|snippet| snippet.address.split_once('?').map(|(_, query)| query.to_owned()));
        format!("{}?{}", platform::page_address(), query.unwrap_or_default())
    });
    view! {
        <h3>{i18n::embed_preview()}</h3>
        <iframe id="embed-preview" title=i18n::embed_preview() prop:loading="lazy" src=move || address.get()></iframe>
    }
}

/// A text that shows once it is unfolded.
fn folded(id: &'static str, summary: &'static str, text: Signal<String>) -> AnyView {
    view! {
        <details>
            <summary>{summary}</summary>
            <ReadOnlyText id class="code" label=summary rows="4" text/>
        </details>
    }
}
