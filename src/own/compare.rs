//! Another catalog beside this one: what it has more or otherwise, chosen one by one or all, and a note of the differences.

use leptos::ev::Event;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editing::json;
use super::platform::{self, File};
use super::state::Making;
use crate::i18n;
use crate::limits::OWN_DIFFERENCES_DRAWN;
use crate::session::{DifferenceGroup, DifferenceLine, DifferencesAnswer, Request, Save};

/// The other catalog beside this one, which the worker has.
#[derive(Clone, Copy)]
struct Other {
    making: Making,
    /// A number that changes with the other catalog, and with what is chosen.
    version: RwSignal<usize>,
    /// The number of the comparison that is shown.
    compared: StoredValue<usize>,
}

/// The choice of another catalog, and what differs.
#[component]
pub(super) fn Compare() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own_edit();
    let of = Other { making, version: RwSignal::default(), compared: StoredValue::new(0) };
    let answer = making.editing.asked::<Option<DifferencesAnswer>>(move || {
        of.version.track();
        Request::Differences
    });
    let choose = move |event: Event| {
        if let Some(file) = platform::chosen(&event).into_iter().next() {
            of.take(file.name.clone(), Some(file));
        }
    };
    let built_in = move |_| of.take(texts.built_in.to_owned(), None);
    view! {
        <p class="quiet">{texts.compare_help}</p>
        <p><button type="button" id="own-compare-built-in" on:click=built_in>{texts.compare_built_in}</button></p>
        <p><label for="own-other">{texts.compare_file}</label> <input id="own-other" type="file" on:change=choose/></p>
        {move || answer.with(|answer| answer.as_ref().and_then(Option::as_ref).map(|answer| differences(of, answer)))}
    }
}

impl Other {
    /// Compares with a file, or with the catalog of the page itself.
    fn take(self, name: String, file: Option<File>) {
        spawn_local(async move {
            let request = Request::Compare { name: name.clone(), is_catalog: file.is_none() };
            let why = match platform::read_other(&json(&request), file).await {
                Ok(answer) => serde_json::from_str::<Option<String>>(&answer).ok().flatten(),
                Err(why) => Some(why),
            };
            match why {
                None => {
                    self.making.trouble.set(String::new());
                    self.version.update(|version| *version += 1);
                }
                Some(why) => self.making.not_compared(&name, &why).await,
            }
        });
    }

    /// Chooses differences, or leaves them.
    fn choose(self, from: usize, n: usize, is_chosen: bool) {
        let compared = self.compared.get_value();
        spawn_local(async move {
            drop(platform::ask(&json(&Request::Choose { compared, from, n, is_chosen })).await);
            self.version.update(|version| *version += 1);
        });
    }
}

/// The differences, by what choosing them does.
fn differences(of: Other, answer: &DifferencesAnswer) -> AnyView {
    let texts = i18n::own_edit();
    let (n, n_chosen) = (answer.n, answer.n_chosen);
    let compared = answer.compared;
    of.compared.set_value(compared);
    let groups: Vec<AnyView> = answer.groups.iter().map(|answer| group(of, answer)).collect();
    let merge = move |_| of.making.command(Request::TakeChosen(compared), |_| platform::focus("own-undo"));
    let take = (n > 0).then(|| view! {
        <button type="button" id="own-take-chosen" class="primary" disabled=n_chosen == 0 on:click=merge>{(texts.take_chosen)(n_chosen)}</button> " "
    });
    view! {
        <p id="own-compared" role="status">{(texts.compared_with)(&answer.name, n)}</p>
        {groups}
        <p>{take} <button type="button" id="own-save-note" on:click=move |_| of.making.save(Save::Changes, false)>{texts.change_note}</button></p>
    }
    .into_any()
}

/// The differences of one kind.
fn group(of: Other, answer: &DifferenceGroup) -> AnyView {
    let texts = i18n::own_edit();
    let label = texts.choices.get(answer.choice).copied().unwrap_or_default();
    let (first, n, is_all) = (answer.first, answer.n, answer.n_chosen == answer.n);
    let lines: Vec<AnyView> =
        answer.lines.iter().enumerate().map(|(at, answer)| line(of, first + at, answer)).collect();
    let id = format!("own-all-{first}");
    let toggle = move |event| of.choose(first, n, event_target_checked(&event));
    view! {
        <h3>{label} " (" {i18n::number(n)} ")"</h3>
        <p class="own-check"><input id=id.clone() type="checkbox" aria-label=(texts.choose_all)(label) prop:checked=is_all on:change=toggle/> <label for=id>{texts.all_of}</label></p>
        <ul class="own-lines">{lines}</ul>
        {(n > OWN_DIFFERENCES_DRAWN).then(|| view! { <p class="quiet">{(texts.only_first)(OWN_DIFFERENCES_DRAWN, n)}</p> })}
    }
    .into_any()
}

/// A difference.
fn line(of: Other, at: usize, difference: &DifferenceLine) -> AnyView {
    let texts = i18n::own_edit();
    let id = format!("own-difference-{at}");
    let key = difference.key.strip_prefix("extra.").unwrap_or(&difference.key);
    let key = (!key.is_empty()).then(|| i18n::labelled(texts.fields, key).to_owned());
    let values = difference.there.clone().map(|there| {
        let here = difference.here.clone().unwrap_or_else(|| texts.no_value.to_owned());
        view! { " " <bdi class="own-here">{here}</bdi> " → " <bdi>{there}</bdi> }
    });
    let by = difference.by.and_then(|by| texts.common.get(by).copied());
    let toggle = move |event| of.choose(at, 1, event_target_checked(&event));
    view! {
        <li class="own-check"><input id=id.clone() type="checkbox" prop:checked=difference.is_chosen on:change=toggle/>
        <label for=id><bdi>{difference.title.clone()}</bdi> {key.map(|key| view! { " " <strong>{key}</strong> })} {values}
        {by.map(|by| view! { " " <span class="quiet">"(" {texts.same_as} " " {by} ")"</span> })}</label></li>
    }
    .into_any()
}
