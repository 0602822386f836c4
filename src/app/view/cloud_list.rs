//! The cloud as a list: each tag with its count and a bar, and, where what is special is shown, how it compares.

use leptos::prelude::*;

use super::cloud::Shown;
use super::link::{change, follow};
use super::theme::about_theme;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{Tag, Tags, asked};

/// The list, folded up; drawn when it is unfolded.
#[component]
pub(super) fn CloudList(
    /// The cloud.
    shown: Memo<Shown>,
) -> impl IntoView {
    let explorer = use_explorer();
    let is_open = RwSignal::new(false);
    let is_empty = move || shown.with(|shown| shown.cloud.tags.is_empty());
    let table = move || {
        let cloud = shown.with(|shown| shown.cloud.clone());
        let most = cloud.tags.iter().map(|tag| tag.contrast.here).max().unwrap_or(1);
        let heads: &[&str] =
            if cloud.special { &[words::SHARE, words::SHARE_ELSEWHERE, words::DIFFERENCE] } else { &[words::SHARE] };
        view! {
            <div class="scroll">
                <table>
                    <thead>
                        <tr>
                            <th scope="col"><span class="hidden">{words::tags_of(explorer.engine, cloud.of)}</span></th>
                            <th scope="col" colspan="2">{words::COUNT}</th>
                            {heads.iter().map(|head| view! { <th scope="col" class="figure">{*head}</th> }).collect_view()}
                        </tr>
                    </thead>
                    <tbody>
                        {cloud.tags.iter().map(|tag| row(explorer, cloud.of, cloud.special, *tag, most)).collect_view()}
                    </tbody>
                </table>
            </div>
        }
    };
    view! {
        <details id="cloud-list" hidden=is_empty on:toggle=move |_| is_open.set(true)>
            <summary>{words::AS_LIST}</summary>
            {move || is_open.get().then(table)}
        </details>
    }
}

fn row(explorer: Explorer, of: Tags, special: bool, tag: Tag, most: u32) -> impl IntoView {
    let engine = explorer.engine;
    let (label, contrast) = (of.label(engine, tag.at), tag.contrast);
    let (href, click) = follow(change(move |state| of.toggled(engine, state, &asked(engine, &state.query), tag.at)));
    let length = format!("{:.1}%", 100.0 * f64::from(contrast.here) / f64::from(most.max(1)));
    let about = match of {
        Tags::Facet(at) if engine.facets[at].definition.key == "theme" => {
            Some(about_theme(&engine.facets[at].values[tag.at as usize].id, label, words::ABOUT_SHORT))
        }
        _ => None,
    };
    let figures = special.then(|| {
        view! {
            <td class="figure">{words::share(contrast.there, contrast.of_there)}</td>
            <td class="figure">{words::difference(contrast.here, contrast.there, contrast.ratio())}</td>
        }
    });
    view! {
        <tr>
            <th scope="row"><a href=href on:click=click>{label}</a> {about}</th>
            <td class="figure">{words::number(contrast.here as usize)}</td>
            <td class="bar"><span aria-hidden="true" style:inline-size=length></span></td>
            <td class="figure">{words::share(contrast.here, contrast.of_here)}</td>
            {figures}
        </tr>
    }
}
