//! Step 3: what was found in the list, by how much it matters.

use std::sync::Arc;

use leptos::prelude::*;

use super::platform;
use super::state::Making;
use crate::export::csv_table;
use crate::i18n;
use crate::import::{Answer, NoteAnswer};
use crate::limits::FINDINGS_SHOWN;

/// The third step.
#[component]
pub(super) fn Check() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own();
    view! {
        <section class="own-step" aria-labelledby="own-check">
            <h2 id="own-check" tabindex="-1">{texts.step_check}</h2>
            {move || making.answer.get().map(findings)}
        </section>
    }
}

/// The notes of an import: how many of each kind, then the first ones, with what to do about their kind.
fn findings(answer: Arc<Answer>) -> AnyView {
    let texts = i18n::own();
    if answer.notes.is_empty() {
        return view! { <p id="own-no-findings">{texts.no_findings}</p> }.into_any();
    }
    let mut left = FINDINGS_SHOWN;
    let groups = texts.kinds.iter().enumerate().filter_map(|(kind, (label, advice))| {
        let of: Vec<&NoteAnswer> = answer.notes.iter().filter(|note| note.kind == kind).collect();
        let shown: Vec<AnyView> = of.iter().take(left).map(|note| line(note)).collect();
        left -= shown.len();
        (!of.is_empty()).then(|| {
            view! {
                <h3>{(texts.kind_count)(label, of.len())}</h3>
                <p class="quiet">{*advice}</p>
                {(!shown.is_empty()).then(|| view! {
                    <div class="own-wide" tabindex="0" role="region" aria-label=*label>
                        <table class="own-table">
                            <thead><tr><th scope="col">{texts.place}</th><th scope="col">{texts.column}</th><th scope="col">{texts.finding}</th></tr></thead>
                            <tbody>{shown}</tbody>
                        </table>
                    </div>
                })}
            }
        })
    });
    let groups = groups.collect_view();
    let n = answer.notes.len();
    let save = move |_| platform::save("findings.csv", "text/csv;charset=utf-8", &table(&answer.notes));
    view! {
        {groups}
        {(n > FINDINGS_SHOWN).then(|| view! { <p>{(texts.only_first)(FINDINGS_SHOWN, n)}</p> })}
        <p><button type="button" id="own-save-findings" on:click=save>{texts.save_findings}</button></p>
    }
    .into_any()
}

/// Where a note belongs.
fn place(note: &NoteAnswer) -> String {
    let line = (note.line > 0).then(|| (i18n::own().row)(note.line));
    let parts: Vec<String> = [note.sheet.clone(), line].into_iter().flatten().collect();
    if parts.is_empty() && note.column.is_none() { i18n::own().whole_list.to_owned() } else { parts.join(", ") }
}

fn line(note: &NoteAnswer) -> AnyView {
    let column = note.column.clone().unwrap_or_default();
    view! { <tr><td>{place(note)}</td><td dir="auto">{column}</td><td dir="auto">{note.text.clone()}</td></tr> }
        .into_any()
}

/// All notes as CSV.
fn table(notes: &[NoteAnswer]) -> String {
    let texts = i18n::own();
    let head = [texts.seriousness, texts.place, texts.column, texts.finding, texts.what_to_do];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for note in notes {
        let (label, advice) = texts.kinds[note.kind.min(texts.kinds.len() - 1)];
        let column = note.column.clone().unwrap_or_default();
        rows.push(vec![label.to_owned(), place(note), column, note.text.clone(), advice.to_owned()]);
    }
    csv_table(&rows)
}
