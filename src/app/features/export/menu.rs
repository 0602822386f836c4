//! The menu above the results that has all ways to take them away.

use leptos::prelude::*;

use crate::app::reactive::view;
use crate::app::state::use_explorer;
use crate::app::ui::{Menu, Show};
use crate::i18n;

/// The menu; nothing where there are no results.
#[component]
pub(crate) fn ExportMenu(
    /// What is in it.
    children: ChildrenFn,
) -> impl IntoView {
    let explorer = use_explorer();
    let text = Signal::derive(|| i18n::export_label().to_owned());
    view! {
        <Show when=move || explorer.n_matched() != 0>
            <Menu id="export" class="export-button" text children=children.clone()/>
        </Show>
    }
}
