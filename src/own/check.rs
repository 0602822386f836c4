//! Step 3: what was found in the list, by how much it matters.

use leptos::prelude::*;

use super::compare::Compare;
use super::edit::Part;
use super::quality::QualityReport;
use super::state::Making;
use super::suggest::Suggest;
use crate::i18n;
use crate::import::NoteAnswer;
use crate::session::{ReadAnswer, Save};

/// The third step.
#[component]
pub(super) fn Check() -> impl IntoView {
    let making = Making::here();
    let (texts, more) = (i18n::own(), i18n::own_edit());
    view! {
        <section class="own-step" aria-labelledby="own-check">
            <h2 id="own-check" tabindex="-1">{texts.step_check}</h2>
            {move || making.answer.get().map(|answer| findings(making, &answer))}
            <Part id="own-quality" title=more.quality part=|| view! { <QualityReport/> }.into_any()/>
            <Part id="own-suggest" title=more.suggest part=|| view! { <Suggest/> }.into_any()/>
            <Part id="own-compare" title=more.compare part=|| view! { <Compare/> }.into_any()/>
        </section>
    }
}

/// The notes of an import: how many of each kind, then the first ones, with what to do about their kind.
fn findings(making: Making, answer: &ReadAnswer) -> AnyView {
    let texts = i18n::own();
    if answer.notes.is_empty() {
        return view! { <p id="own-no-findings">{texts.no_findings}</p> }.into_any();
    }
    let groups = texts.kinds.iter().enumerate().filter_map(|(kind, (label, advice))| {
        let n = answer.n_notes.get(kind).copied().unwrap_or_default();
        let shown: Vec<AnyView> = answer.notes.iter().filter(|note| note.kind == kind).map(line).collect();
        (n > 0).then(|| {
            view! {
                <h3>{(texts.kind_count)(label, n)}</h3>
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
    let (n, n_shown) = (answer.n_notes.iter().sum::<usize>(), answer.notes.len());
    let save = move |_| making.save(Save::Findings, false);
    view! {
        {groups}
        {(n > n_shown).then(|| view! { <p>{(texts.only_first)(n_shown, n)}</p> })}
        <p><button type="button" id="own-save-findings" on:click=save>{texts.save_findings}</button></p>
    }
    .into_any()
}

fn line(note: &NoteAnswer) -> AnyView {
    let column = note.column.clone().unwrap_or_default();
    let place = i18n::note_place(note.sheet.as_deref(), note.line, note.column.is_some());
    view! { <tr><td>{place}</td><td dir="auto">{column}</td><td dir="auto">{note.text.clone()}</td></tr> }.into_any()
}
