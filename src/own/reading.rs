//! How files are read: what is found out of them, each of which a person can state instead.

use leptos::prelude::*;

use super::state::Making;
use crate::i18n;
use crate::import::Wishes;

/// The controls, closed until somebody wants one; each reads the files again at once.
#[component]
pub(super) fn Reading() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own();
    let wishes = move |of: fn(&Wishes) -> String| Signal::derive(move || making.wishes.with(of));
    let delimiter = wishes(|wishes| wishes.delimiter.map(String::from).unwrap_or_default());
    let encoding = wishes(|wishes| wishes.encoding.clone().unwrap_or_default());
    let header = wishes(|wishes| wishes.header.map(|line| line.to_string()).unwrap_or_default());
    let sheets = wishes(|wishes| wishes.sheets.join(", "));
    view! {
        <details class="own-reading" id="own-reading">
            <summary>{texts.reading_title}</summary>
            <p class="quiet">{texts.reading_help}</p>
            {choice(making, "own-delimiter", texts.delimiter, texts.delimiters, delimiter, |wishes, word| wishes.delimiter = word.chars().next())}
            {choice(making, "own-encoding", texts.encoding, texts.encodings, encoding, |wishes, word| wishes.encoding = stated(word))}
            {line(making, "own-header", texts.header, header, |wishes, text| wishes.header = text.trim().parse().ok().filter(|line| *line > 0))}
            <p class="own-check"><input id="own-dittos" type="checkbox" prop:checked=move || making.wishes.with(|wishes| wishes.fills_dittos)
                on:change=move |event| making.set_reading(|wishes| wishes.fills_dittos = event_target_checked(&event), "own-dittos")/>
            <label for="own-dittos">{texts.dittos}</label></p>
            {line(making, "own-sheets", texts.sheets, sheets, |wishes, text| wishes.sheets = text.split(',').filter_map(stated).collect())}
        </details>
    }
}

/// A text without blanks around it; `None` of an empty one.
fn stated(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A choice of words, the first of which leaves it to what is found.
fn choice(
    making: Making,
    id: &'static str,
    label: &'static str,
    words: &'static [(&'static str, &'static str)],
    chosen: Signal<String>,
    set: fn(&mut Wishes, &str),
) -> AnyView {
    let option = |(word, label): &'static (&'static str, &'static str)| {
        view! { <option value=*word prop:selected=move || chosen.get() == *word>{*label}</option> }
    };
    let change = move |event| making.set_reading(|wishes| set(wishes, &event_target_value(&event)), id);
    view! { <p><label for=id>{label}</label><select id=id on:change=change>{words.iter().map(option).collect_view()}</select></p> }
    .into_any()
}

/// A line of text; an empty one leaves it to what is found.
fn line(
    making: Making,
    id: &'static str,
    label: &'static str,
    value: Signal<String>,
    set: fn(&mut Wishes, &str),
) -> AnyView {
    let change = move |event| making.set_reading(|wishes| set(wishes, &event_target_value(&event)), id);
    view! { <p><label for=id>{label}</label><input id=id type="text" autocomplete="off" prop:value=move || value.get() on:change=change/></p> }
    .into_any()
}
