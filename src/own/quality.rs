//! The quality report: what is missing, links, what may be there twice, tags that are nearly equal, used once or nowhere, and how evenly
//! themes and audiences are spread. What can be mended by a click is an edit, which can be undone.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::platform;
use super::state::Making;
use crate::i18n;
use crate::limits::OWN_FIRST;
use crate::session::{Doubled, NearEqual, Only, QualityAnswer, Request, Save, SpreadAnswer};

/// The report, which is made anew whenever the catalog is edited.
#[component]
pub(super) fn QualityReport() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own_edit();
    let report = making.editing.asked::<QualityAnswer>(|| Request::Quality);
    let save = move |_| making.save(Save::Quality, false);
    view! {
        <p class="quiet">{texts.quality_help}</p>
        {move || report.with(|report| report.as_ref().map(|report| {
            let shown = if report.n_remarks == 0 {
                view! { <p>{texts.nothing_to_mend}</p> }.into_any()
            } else {
                parts(making, report)
            };
            view! {
                {shown}
                <p><button type="button" id="own-save-quality" on:click=save>{texts.save_quality}</button></p>
            }
        }))}
    }
}

/// The parts of the report.
fn parts(making: Making, report: &QualityAnswer) -> AnyView {
    let texts = i18n::own_edit();
    view! {
        {missing(making, report)}
        {near_equal(making, report)}
        {duplicates(making, report)}
        {links(report)}
        {named(texts.used_once, &report.used_once)}
        {named(texts.unused, &report.unused)}
        {report.spreads.iter().map(|spread| spread_of(spread, report.n_records)).collect::<Vec<AnyView>>()}
    }
    .into_any()
}

/// What is missing, each with the way to the records that lack it.
fn missing(making: Making, report: &QualityAnswer) -> AnyView {
    let texts = i18n::own_edit();
    let line = |(key, n): &(String, usize)| {
        let label = i18n::labelled(texts.fields, key).to_owned();
        let (text, aria) = ((texts.missing_of)(*n, report.n_records), (texts.show_these)(&label));
        let (of, what) = (key.clone(), format!("{}: {label}", texts.missing));
        let show = move |_| {
            let only = Only::Without(of.clone(), making.n_shown_alone());
            show_only(making, what.clone(), only);
        };
        view! { <li>{label} ": " {text} " " <button type="button" aria-label=aria on:click=show>{texts.show}</button></li> }.into_any()
    };
    section(texts.missing, report.missing.len(), report.missing.iter().map(line).collect())
}

/// Shows some records alone in the table of records.
fn show_only(making: Making, what: String, only: Only) {
    making.only.set(Some((what, only)));
    platform::go_to("own-records");
}

/// Tags that are nearly equal side by side, each with the merge that is proposed.
fn near_equal(making: Making, report: &QualityAnswer) -> AnyView {
    let texts = i18n::own_edit();
    let line = |proposal: &NearEqual| {
        let list = i18n::labelled(texts.fields, &proposal.list).to_owned();
        let spellings = proposal.spellings.iter().map(|(label, n)| view! { <span class="own-spelling"><bdi>{label.clone()}</bdi> " " <span class="quiet">{*n}</span></span> " " });
        // The one that is proposed first, then the others: the most frequent may be the one that is misspelt.
        let ways = proposal.edits.iter().map(|(into, edit)| {
            let edit = edit.clone();
            let merge = move |event: MouseEvent| making.command(Request::Edit(edit.clone()), move |_| platform::focus_undo(&event));
            view! { <button type="button" class="own-merge-near" on:click=merge>{(texts.merge_these)(into)}</button> " " }
        });
        view! { <li class="own-near"><span class="quiet">{list}</span> " " {spellings.collect_view()} {ways.collect_view()}</li> }.into_any()
    };
    let (shown, n) = &report.near_equal;
    section(texts.near_equal, *n, shown.iter().map(line).collect())
}

fn duplicates(making: Making, report: &QualityAnswer) -> AnyView {
    let texts = i18n::own_edit();
    let line = |Doubled { title, text, ids }: &Doubled| {
        let (ids, label) = (ids.clone(), (texts.of_record)(texts.show, title));
        let show = move |_| show_only(making, texts.duplicates.to_owned(), Only::Ids(ids.clone()));
        view! { <li><bdi>{title.clone()}</bdi> " " <span class="quiet">{text.clone()}</span> " " <button type="button" aria-label=label on:click=show>{texts.show}</button></li> }.into_any()
    };
    let (shown, n) = &report.doubled;
    section(texts.duplicates, *n, shown.iter().map(line).collect())
}

fn links(report: &QualityAnswer) -> AnyView {
    let line = |(form, n): &(String, usize)| view! { <li>{form.clone()} ": " {i18n::number(*n)}</li> }.into_any();
    let (shown, n) = &report.links;
    section(i18n::own_edit().links, *n, shown.iter().map(line).collect())
}

fn named(heading: &'static str, (names, n): &(Vec<String>, usize)) -> AnyView {
    if names.is_empty() {
        return ().into_any();
    }
    view! { <h3>{heading} " (" {i18n::number(*n)} ")"</h3> <p>{i18n::first_names(names, *n)}</p> }.into_any()
}

/// How the values of a list are spread: the most frequent with their shares.
fn spread_of(spread: &SpreadAnswer, n_records: usize) -> AnyView {
    let texts = i18n::own_edit();
    let most = spread.rows.first().map_or(1, |(_, n)| *n).max(1);
    let row = |(label, n): &(String, usize)| {
        view! { <tr><th scope="row" dir="auto">{label.clone()}</th><td><meter max=most value=*n aria-hidden="true"></meter> {(texts.share)(*n, n_records)}</td></tr> }
    };
    let n_shown = spread.rows.len();
    let heading = (texts.spread)(&i18n::labelled(texts.fields, &spread.list).to_lowercase());
    let rows = spread.rows.iter().map(row).collect_view();
    let note = (spread.n > n_shown).then(|| view! { <p class="quiet">{(texts.only_first)(n_shown, spread.n)}</p> });
    view! { <h3>{heading}</h3> <table class="own-spread"><tbody>{rows}</tbody></table> {note} }.into_any()
}

/// A heading and the first lines of a list of `n` below it; nothing where there are none.
fn section(heading: &'static str, n: usize, lines: Vec<AnyView>) -> AnyView {
    if n == 0 {
        return ().into_any();
    }
    let note = (n > OWN_FIRST).then(|| view! { <p class="quiet">{(i18n::own_edit().only_first)(OWN_FIRST, n)}</p> });
    view! { <h3>{heading}</h3> <ul class="own-lines">{lines}</ul> {note} }.into_any()
}
