//! The cloud as a list: each tag with its count and a bar, and, where what is special is shown, how it compares.

use super::cloud::Drawing;
use super::drawn::leads_to;
use crate::app::browser::Piece;
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::explore::{self, Tag, Tags, asked};
use crate::text::css::percent;

/// The list, folded up.
pub(super) fn list(drawing: &Drawing<'_>, into: &mut Piece) {
    let (explorer, cloud) = (drawing.explorer, drawing.cloud);
    let details = into.child("details").id("cloud-list");
    details.child("summary").text(words::AS_LIST);
    let most = cloud.tags.iter().map(|tag| tag.contrast.here).max().unwrap_or(1);
    let heads: &[&str] =
        if cloud.special { &[words::SHARE, words::SHARE_ELSEWHERE, words::DIFFERENCE] } else { &[words::SHARE] };
    let table = details.child("div").class("scroll").child("table");
    let head = table.child("thead").child("tr");
    let tags = head.child("th").with("scope", "col").child("span").class("hidden");
    tags.text(words::tags_of(explorer.engine, cloud.of));
    head.child("th").with("scope", "col").with("colspan", "2").text(words::COUNT);
    for text in heads {
        head.child("th").with("scope", "col").class("figure").text(text);
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
    let figure = |row: &mut Piece, text: &str| _ = row.child("td").class("figure").text(text);
    let href = leads_to(explorer, |state| of.toggled(engine, state, &asked(engine, &state.query), tag.at));
    let head = row.child("th").with("scope", "row");
    head.child("a").id(&format!("listed-{}", tag.at)).with("href", &href).isolated().text(label);
    if let Tags::Facet(at) = of
        && engine.facets[at].definition.key == "theme"
    {
        let about = leads_to(explorer, |state| state.about(&engine.facets[at].values[tag.at as usize].id));
        let link = head.text(" ").child("a").class("about").with("href", &about);
        link.with("aria-label", &words::about_theme(words::ABOUT_SHORT, label)).text(words::ABOUT_SHORT);
    }
    figure(row, &words::number(contrast.here as usize));
    let bar = row.child("td").class("bar").child("span").with("aria-hidden", "true");
    bar.style("inline-size", &percent(contrast.here, most));
    figure(row, &words::share(contrast.here, contrast.of_here));
    if cloud.special {
        figure(row, &words::share(contrast.there, contrast.of_there));
        figure(row, &words::difference(contrast.here, contrast.there, contrast.ratio()));
    }
}
