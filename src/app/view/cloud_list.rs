//! The cloud as a list: each tag with its count and a bar, and, where what is special is shown, how it compares.

use leptos::prelude::*;

use super::cloud::Shown;
use super::drawn::{drawn, leads_to};
use super::theme_figures::percent;
use crate::app::browser::Piece;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{self, Tag, Tags, asked};

/// The list, folded up; drawn when it is unfolded.
#[component]
pub(super) fn CloudList(
    /// The cloud.
    shown: Memo<Shown>,
) -> impl IntoView {
    let explorer = use_explorer();
    let is_open = RwSignal::new(false);
    let is_empty = move || shown.with(|shown| shown.cloud.tags.is_empty());
    let say = move |into: &mut Piece| {
        if is_open.get() {
            shown.with(|shown| table(explorer, &shown.cloud, into));
        }
    };
    view! {
        <details id="cloud-list" hidden=is_empty on:toggle=move |_| is_open.set(true)>
            <summary>{words::AS_LIST}</summary>
            {drawn(say)}
        </details>
    }
}

fn table(explorer: Explorer, cloud: &explore::Cloud, into: &mut Piece) {
    let most = cloud.tags.iter().map(|tag| tag.contrast.here).max().unwrap_or(1);
    let heads: &[&str] =
        if cloud.special { &[words::SHARE, words::SHARE_ELSEWHERE, words::DIFFERENCE] } else { &[words::SHARE] };
    let table = into.child("div").with("class", "scroll").child("table");
    let head = table.child("thead").child("tr");
    let tags = head.child("th").with("scope", "col").child("span").with("class", "hidden");
    tags.text(words::tags_of(explorer.engine, cloud.of));
    head.child("th").with("scope", "col").with("colspan", "2").text(words::COUNT);
    for text in heads {
        head.child("th").with("scope", "col").with("class", "figure").text(text);
    }
    let body = table.child("tbody");
    for tag in &cloud.tags {
        row(explorer, cloud, tag, most, body.child("tr"));
    }
}

fn row(explorer: Explorer, cloud: &explore::Cloud, tag: &Tag, most: u32, row: &mut Piece) {
    let engine = explorer.engine;
    let (of, contrast) = (cloud.of, tag.contrast);
    let label = of.label(engine, tag.at);
    let figure = |row: &mut Piece, text: &str| _ = row.child("td").with("class", "figure").text(text);
    let href = leads_to(explorer, |state| of.toggled(engine, state, &asked(engine, &state.query), tag.at));
    let head = row.child("th").with("scope", "row");
    head.child("a").with("id", &format!("listed-{}", tag.at)).with("href", &href).text(label);
    if let Tags::Facet(at) = of
        && engine.facets[at].definition.key == "theme"
    {
        let about = leads_to(explorer, |state| state.about(&engine.facets[at].values[tag.at as usize].id));
        let link = head.text(" ").child("a").with("class", "about").with("href", &about);
        link.with("aria-label", &words::about_theme(words::ABOUT_SHORT, label)).text(words::ABOUT_SHORT);
    }
    figure(row, &words::number(contrast.here as usize));
    let bar = row.child("td").with("class", "bar").child("span").with("aria-hidden", "true");
    bar.style("inline-size", &percent(contrast.here, most));
    figure(row, &words::share(contrast.here, contrast.of_here));
    if cloud.special {
        figure(row, &words::share(contrast.there, contrast.of_there));
        figure(row, &words::difference(contrast.here, contrast.there, contrast.ratio()));
    }
}
