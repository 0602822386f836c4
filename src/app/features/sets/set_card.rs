//! One side of the comparison of sets: what it asks for, and how to choose it.

use leptos::prelude::*;

use super::set_picker::SetPicker;
use crate::app::components::Link;
use crate::app::platform;
use crate::app::reactive::{Memo, view};
use crate::app::state::use_explorer;
use crate::app::ui::{Button, Show};
use crate::explore::{SetComparison, State, View};
use crate::i18n;

/// A card: the set in words, how many resources it has, and what it could be instead; or the choice of a set that is not there
/// yet.
#[component]
pub(crate) fn SetCard(
    /// Which set.
    side: usize,
    /// The comparison.
    compared: Memo<SetComparison>,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let this = Memo::new(move |_| compared.with(|compared| compared.states.get(side).cloned()));
    let is_chosen = Memo::new(move |_| this.with(Option::is_some));
    let n = Memo::new(move |_| compared.with(|compared| compared.sizes.get(side).copied().unwrap_or(0)));
    let name = move || match &*this.read() {
        Some(state) => i18n::set(engine, state),
        None => i18n::choose_set().to_owned(),
    };
    let show = move |state: &State| State {
        compared: state.compared.clone(),
        look: state.look.clone(),
        sort: state.sort,
        view: View::List,
        ..this.get_untracked().unwrap_or_default()
    };
    let show_link = move || {
        let n = n.get();
        this.track();
        (n > 0).then(|| view! { " " <Link to=show>{i18n::show_set(n)}</Link> })
    };
    let remove = move || {
        explorer.remove_side(side);
        platform::focus_in_place("results-title");
    };
    view! {
        <section class=format!("side side-{side}") aria-label=i18n::set_name(side)>
            <h3>
                <span class="mark" aria-hidden="true">{i18n::set_name(side)}</span>
                " "
                <bdi>{name}</bdi>
            </h3>
            <Show when=move || is_chosen.get()>
                <p class="size"><strong>{move || i18n::resources(n.get())}</strong> {show_link}</p>
            </Show>
            <SetPicker side this compared/>
            <Show when=move || is_chosen.get()>
                <Button
                    id=format!("remove-set:{side}")
                    class="plain"
                    label=i18n::remove(i18n::set_name(side))
                    text=i18n::remove_set()
                    on_press=Box::new(remove)
                />
            </Show>
        </section>
    }
}
