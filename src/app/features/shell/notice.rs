//! What a reader should know before reading: findings of the catalog, and what of the address this catalog does not have.

use leptos::prelude::*;

use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Extent, use_explorer};
use crate::catalog::n_findings;
use crate::explore::hints;
use crate::i18n;
use crate::limits::HINTS_SHOWN;

/// How many findings are listed.
const MOST: usize = crate::limits::FINDINGS_SHOWN;

/// That only a part of the catalog was read: as the reader wanted, or because there was no more of it.
#[component]
pub(crate) fn PartRead() -> impl IntoView {
    let opened = use_explorer().opened;
    let is_shown = RwSignal::new(true);
    let dismiss = move |_| {
        is_shown.set(false);
        platform::focus_in_place("results-title");
    };
    let n = opened.engine.len();
    // What stands in the page itself does not come anew.
    let again = (!platform::is_packed()).then_some(i18n::try_again());
    let (text, again) = match opened.extent {
        Extent::Whole => return None,
        Extent::Stopped => (i18n::stopped(n), Some(i18n::load_all())),
        Extent::Interrupted => (i18n::interrupted(n), again),
        Extent::Truncated => (i18n::truncated(n), again),
    };
    Some(view! {
        <p id="part" class="notice" role="status" hidden=move || !is_shown.get()>
            <span>{text}</span>
            <span>
                {again.map(|again| view! { <button type="button" class="plain" on:click=handler(|_| platform::reload())>{again}</button> })}
                <button type="button" class="plain" on:click=handler(dismiss)>{i18n::dismiss()}</button>
            </span>
        </p>
    })
}

/// The findings, folded up.
#[component]
pub(crate) fn Findings() -> impl IntoView {
    let findings = use_explorer().opened.findings;
    (!findings.is_empty()).then(|| {
        let all = n_findings(findings);
        let rest = all.saturating_sub(MOST);
        view! {
            <details id="findings" class="notice">
                <summary>{i18n::findings(all)}</summary>
                <ul>
                    {findings.iter().take(MOST).map(|finding| view! { <li>{i18n::finding(finding)}</li> }).collect_view()}
                    {(rest > 0).then(|| view! { <li>{i18n::more_findings(rest)}</li> })}
                </ul>
            </details>
        }
    })
}

/// What of the address this catalog does not have.
#[component]
pub(crate) fn Hints() -> impl IntoView {
    let explorer = use_explorer();
    let hints = Memo::new(move |_| explorer.with(|state| hints(explorer.engine, state)));
    move || {
        let hints = hints.get();
        let is_cut = explorer.is_address_cut.get();
        (is_cut || !hints.is_empty()).then(|| {
            let dismiss = move |_| {
                explorer.dismiss_hints();
                platform::focus_in_place("results-title");
            };
            let rest = hints.len().saturating_sub(HINTS_SHOWN);
            let shown = hints.iter().take(HINTS_SHOWN).map(|hint| i18n::hint(explorer.engine, hint));
            let cut = is_cut.then(|| i18n::address_cut().to_owned());
            let text: Vec<String> =
                cut.into_iter().chain(shown).chain((rest > 0).then(|| i18n::more_findings(rest))).collect();
            view! {
                <p id="hints" class="notice">
                    <span>{text.join(" ")}</span>
                    <button type="button" class="plain" on:click=handler(dismiss)>{i18n::dismiss()}</button>
                </p>
            }
        })
    }
}
