//! The cloud as a list: each tag with its count and a bar, and, where what is special is shown, how it compares.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::app::components::AboutTheme;
use crate::app::components::follow;
use crate::app::platform;
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::For;
use crate::explore::{self, State, Tag, Tags, parse_query};
use crate::i18n;
use crate::text::css::percent;

/// The list, folded up.
#[component]
pub(crate) fn CloudList(
    /// The cloud.
    cloud: Memo<explore::Cloud>,
) -> impl IntoView {
    let explorer = use_explorer();
    let keys = Memo::new(move |_| cloud.with(|cloud| cloud.tags.iter().map(|tag| tag.at).collect::<Vec<u32>>()));
    let most =
        Memo::new(move |_| cloud.with(|cloud| cloud.tags.iter().map(|tag| tag.contrast.here).max().unwrap_or(1)));
    let heads = move || {
        let special = cloud.with(|cloud| cloud.special);
        let texts = [i18n::share_label(), i18n::share_elsewhere(), i18n::difference_label()].into_iter();
        let head = |text| view! { <th scope="col" class="figure">{text}</th> };
        texts.take(if special { 3 } else { 1 }).map(head).collect::<Vec<AnyView>>()
    };
    let item = move |at: u32| {
        let row = Memo::new(move |_| {
            let tag = |cloud: &explore::Cloud| cloud.tags.iter().find(|tag| tag.at == at).copied();
            cloud.with(|cloud| Some((cloud.of, cloud.special, tag(cloud)?)))
        });
        let cells = move || row.get().map(|(of, special, tag)| row_of(explorer, of, special, tag, most.get()));
        view! { <tr>{move || cells()}</tr> }
    };
    view! {
        <details id="cloud-list">
            <summary>{i18n::as_list()}</summary>
            <div class="scroll">
                <table>
                    <thead>
                        <tr>
                            <th scope="col">
                                <span class="hidden">{move || i18n::tags_of(explorer.engine, cloud.with(|cloud| cloud.of))}</span>
                            </th>
                            <th scope="col" colspan="2">{i18n::count()}</th>
                            {move || heads()}
                        </tr>
                    </thead>
                    <tbody><For each=move || keys.get() key=|key| *key let:key>{item(key)}</For></tbody>
                </table>
            </div>
        </details>
    }
}

/// The cells of a tag; `most` is the largest count of any.
fn row_of(explorer: Explorer, of: Tags, special: bool, tag: Tag, most: u32) -> AnyView {
    let (engine, contrast) = (explorer.engine, tag.contrast);
    let label = of.label(engine, tag.at);
    let theme = match of {
        Tags::Facet(at) if engine.facets[at].definition.key == "theme" => engine.facets[at].values.get(tag.at as usize),
        _ => None,
    };
    let about = theme.map(|theme| view! { " " <AboutTheme id=theme.id.clone() label text=i18n::about_short()/> });
    let figure = |text: String| view! { <td class="figure">{text}</td> };
    let elsewhere = special.then(|| {
        let difference = i18n::difference(contrast.there, contrast.ratio());
        view! { {figure(i18n::share(contrast.there, contrast.of_there))} {figure(difference)} }
    });
    view! {
        <th scope="row">{tag_link(explorer, of, tag.at)} {about}</th>
        {figure(i18n::number(contrast.here as usize))}
        <td class="bar"><span aria-hidden="true" style:inline-size=percent(contrast.here, most)></span></td>
        {figure(i18n::share(contrast.here, contrast.of_here))}
        {elsewhere}
    }
}

/// A link that asks for a tag, or no longer; the focus stays on it, also where it moves.
fn tag_link(explorer: Explorer, of: Tags, at: u32) -> AnyView {
    let engine = explorer.engine;
    let id = format!("listed-{at}");
    let (href, follow) = follow(move |state: &State| of.toggled(engine, state, &parse_query(engine, &state.query), at));
    let link = id.clone();
    let click = move |click: MouseEvent| {
        let is_plain = platform::is_plain_click(&click);
        follow(click);
        if is_plain {
            platform::focus_in_place(&link);
        }
    };
    view! { <a id=id href=href dir="auto" on:click=handler(click)>{of.label(engine, at)}</a> }
}
