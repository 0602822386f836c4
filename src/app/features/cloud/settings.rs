//! How the cloud is shown: of what, sized and ordered by what, how much of it.

use leptos::prelude::*;

use crate::app::reactive::{Memo, view};
use crate::app::state::use_explorer;
use crate::app::ui::{Menu, Select, Settings, Switch};
use crate::explore::{CloudLook, SUMMARY, Tags, clouds};
use crate::i18n;

/// The form controls above the cloud.
#[component]
pub(crate) fn CloudSettings(
    /// What the tags are.
    of: Memo<Tags>,
) -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let options = clouds(engine).into_iter().map(|key| (key, i18n::tags(engine, key))).collect();
    let chosen = Signal::derive(move || match of.get() {
        Tags::Facet(at) => engine.facets[at].definition.key.as_str(),
        Tags::Words | Tags::Spellings => SUMMARY,
    });
    let choose = move |key: &str| explorer.set_cloud(|look| key.clone_into(&mut look.of));
    let more = || {
        view! {
            <Choice
                id="cloud-order"
                name=i18n::order()
                texts=[i18n::by_name(), i18n::by_weight()]
                of=|look| &mut look.by_weight
            />
            <Number
                id="cloud-least"
                around=[i18n::least(), i18n::least_unit()]
                value=|look| look.least
                set=|look, n| look.least = n
            />
            <Number
                id="cloud-most"
                around=[i18n::most(), i18n::most_unit()]
                value=|look| u32::try_from(look.most).unwrap_or(u32::MAX)
                set=|look, n| look.most = n as usize
            />
        }
    };
    view! {
        <Settings><div class="settings" role="group" aria-label=i18n::cloud_settings()>
            <Select id="cloud-of" class="sort" name=i18n::tags_are() options chosen on_change=Box::new(choose)/>
            <Choice
                id="cloud-special"
                name=i18n::sized_by()
                texts=[i18n::by_number(), i18n::by_special()]
                of=|look| &mut look.special
            />
            <Menu id="cloud-more" class="plain" text=i18n::more_settings().to_owned()>{more()}</Menu>
        </div></Settings>
    }
}

/// A switch with its name before it.
#[component]
fn Choice(
    /// What the ids of its buttons begin with.
    id: &'static str,
    /// Its name.
    name: &'static str,
    /// The texts of its buttons.
    texts: [&'static str; 2],
    /// What of the settings it sets.
    of: fn(&mut CloudLook) -> &mut bool,
) -> impl IntoView {
    let explorer = use_explorer();
    let is_second = Signal::derive(move || *of(&mut explorer.look.with(|look| look.cloud.clone())));
    let set = move |is_second| explorer.set_cloud(|look| *of(look) = is_second);
    view! {
        <span class="choice">
            <span class="lead" aria-hidden="true">{name}</span>
            <Switch id name texts is_second on_change=Box::new(set)/>
        </span>
    }
}

/// A number, 1 or more; what is none gives way to what is set.
#[component]
fn Number(
    /// Its id.
    id: &'static str,
    /// The texts before and behind it.
    around: [&'static str; 2],
    /// What is set.
    value: fn(&CloudLook) -> u32,
    /// Sets it.
    set: fn(&mut CloudLook, u32),
) -> impl IntoView {
    let explorer = use_explorer();
    let now = Memo::new(move |_| explorer.look.with(|look| value(&look.cloud)));
    let [before, behind] = around;
    view! {
        <label class="number">
            <span>{before}</span>
            <input
                id=id
                type="number"
                min="1"
                max="999"
                inputmode="numeric"
                prop:value={move || now.get().to_string()}
                on:change:target=move |input| match input.target().value().trim().parse() {
                    Ok(n) if n > 0 => explorer.set_cloud(|look| set(look, n)),
                    _ => input.target().set_value(&now.get_untracked().to_string()),
                }
            />
            <span>{behind}</span>
        </label>
    }
}
