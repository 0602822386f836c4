//! The tags of a list: renamed, defined, placed below another, made one, taken out.

use leptos::ev::MouseEvent;
use leptos::prelude::*;

use super::editable::Editable;
use super::pager::Pager;
use super::platform;
use super::state::Making;
use crate::i18n;
use crate::import::{Edit, has_terms};
use crate::session::{Request, TagRow, TagsAnswer};

/// Id of the list of themes that are proposed where one is placed.
const THEMES: &str = "own-themes";

/// What the panel knows beside the catalog.
#[derive(Clone, Copy)]
struct Panel {
    making: Making,
    list: RwSignal<String>,
    page: RwSignal<usize>,
    /// The ids of the tags that are chosen, to make one of them.
    chosen: RwSignal<Vec<String>>,
    answer: RwSignal<Option<TagsAnswer>>,
}

/// The tags of a catalog, a list at a time.
#[component]
pub(super) fn Tags() -> impl IntoView {
    let making = Making::here();
    let lists = making.editing.asked::<Vec<(String, Option<String>)>>(|| Request::TagLists);
    // The lists are those that there are when the panel is opened.
    let is_there = Memo::new(move |_| lists.with(Option::is_some));
    move || is_there.get().then(|| panel(making, lists.get_untracked().unwrap_or_default()))
}

fn panel(making: Making, lists: Vec<(String, Option<String>)>) -> AnyView {
    let texts = i18n::own_edit();
    let list = RwSignal::new(lists.first().map(|(list, _)| list.clone()).unwrap_or_default());
    let (query, page, chosen) = (RwSignal::new(String::new()), RwSignal::new(0), RwSignal::new(Vec::new()));
    let answer = making.editing.asked::<TagsAnswer>(move || Request::Tags {
        list: list.get(),
        query: query.get(),
        page: page.get(),
        chosen: chosen.get(),
    });
    let panel = Panel { making, list, page, chosen, answer };
    let options = lists.into_iter().map(|(list, label)| {
        let label = label.unwrap_or_else(|| i18n::labelled(texts.fields, &list).to_owned());
        view! { <option value=list>{label}</option> }
    });
    let choose = move |event| {
        chosen.set(Vec::new());
        page.set(0);
        list.set(event_target_value(&event));
    };
    let search = move |event| {
        page.set(0);
        query.set(event_target_value(&event));
    };
    // Of which list the rows are that are shown.
    let shown = Memo::new(move |_| answer.with(|answer| answer.as_ref().map(|answer| answer.list.clone())));
    view! {
        <p class="quiet">{texts.tags_help}</p>
        <p class="own-find"><label for="own-list">{texts.list}</label> <select id="own-list" on:change=choose>{options.collect_view()}</select> " "
        <label for="own-find-tag">{texts.merge_hint}</label> <input id="own-find-tag" type="search" on:input=search/></p>
        <datalist id=THEMES>{move || themes(panel)}</datalist>
        <Merge panel/>
        {move || shown.get().map(|list| table(panel, &list))}
    }
    .into_any()
}

/// The themes that one may stand below.
fn themes(panel: Panel) -> Vec<AnyView> {
    let option = |label: &String| view! { <option value=label.clone()></option> }.into_any();
    panel.answer.with(|answer| answer.iter().flat_map(|answer| &answer.themes).map(option).collect())
}

/// The tags that are chosen, and the name that they get.
#[component]
fn Merge(
    /// The panel.
    panel: Panel,
) -> impl IntoView {
    let texts = i18n::own_edit();
    let merge = move |event: MouseEvent| {
        let of = |answer: &Option<TagsAnswer>| answer.as_ref().map(|answer| answer.chosen.clone()).unwrap_or_default();
        let from = panel.answer.with_untracked(of).into_iter().map(|(id, _)| id).collect();
        let into = platform::value_of("own-into");
        let list = panel.list.get_untracked();
        panel.making.command(Request::Edit(Edit::MergeTags { list, from, into }), move |_| {
            panel.chosen.set(Vec::new());
            platform::focus_undo(&event);
        });
    };
    // One that is chosen may be deleted or made another since.
    let present = Memo::new(move |_| {
        panel.answer.with(|answer| answer.as_ref().map(|answer| answer.chosen.clone()).unwrap_or_default())
    });
    move || {
        let chosen = present.get();
        let n = chosen.len();
        let option = |(id, label): (String, String)| view! { <option value=id>{label}</option> };
        (n > 1).then(|| {
            view! {
                <p class="notice own-merge"><label for="own-into">{(texts.merge_into)(n)}</label> " "
                <select id="own-into">{chosen.into_iter().map(option).collect_view()}</select> " "
                <button type="button" id="own-merge" class="primary" on:click=merge>{texts.merge}</button></p>
            }
        })
    }
}

/// The table of a list.
fn table(panel: Panel, list: &str) -> AnyView {
    let texts = i18n::own_edit();
    let (is_defined, is_tree) = (has_terms(list), list == "themes");
    let rows = Memo::new(move |_| {
        let of = |row: &TagRow| row.id.clone();
        panel.answer.with(|answer| answer.iter().flat_map(|answer| &answer.rows).map(of).collect::<Vec<String>>())
    });
    let n = move || panel.answer.with(|answer| answer.as_ref().map_or(0, |answer| answer.n));
    view! {
        <div class="own-wide" tabindex="0" role="region" aria-labelledby="own-tags">
            <table class="own-table own-tag-table">
                <thead><tr>
                    <th scope="col">{texts.name}</th><th scope="col">{texts.n_records}</th>
                    {is_defined.then(|| view! { <th scope="col">{texts.definition}</th> })}
                    {is_tree.then(|| view! { <th scope="col">{texts.under}</th> })}
                    <th scope="col">{texts.actions}</th>
                </tr></thead>
                <tbody><For each=move || rows.get() key=Clone::clone children=move |id| row(panel, id, is_defined, is_tree)/></tbody>
            </table>
        </div>
        <Pager page=panel.page n=Signal::derive(n)/>
    }
    .into_any()
}

/// A tag.
fn row(panel: Panel, id: String, is_defined: bool, is_tree: bool) -> AnyView {
    let (making, texts) = (panel.making, i18n::own_edit());
    let of = id.clone();
    let tag = Memo::new(move |old: Option<&TagRow>| {
        let found = |answer: &TagsAnswer| answer.rows.iter().find(|tag| tag.id == of).cloned();
        panel.answer.with(|answer| answer.as_ref().and_then(found)).or_else(|| old.cloned()).unwrap_or_default()
    });
    let choose = move || tag.with(|tag| (texts.choose_tag)(&tag.label));
    let of_delete = move || tag.with(|tag| (texts.of_record)(texts.delete, &tag.label));
    let (toggled, checked) = (id.clone(), id.clone());
    let toggle = move |event| {
        let is_chosen = event_target_checked(&event);
        panel.chosen.update(|chosen| {
            chosen.retain(|other| *other != toggled);
            if is_chosen {
                chosen.push(toggled.clone());
            }
        });
    };
    let deleted = id.clone();
    let delete = move |event: MouseEvent| {
        let edit = Edit::DeleteTag { list: panel.list.get_untracked(), tag: deleted.clone() };
        making.command(Request::Edit(edit), move |_| platform::focus_undo(&event));
    };
    let is_chosen = move || panel.chosen.with(|chosen| chosen.contains(&checked));
    view! {
        <tr>
            <th scope="row"><span class="own-tag"><input type="checkbox" aria-label=choose prop:checked=is_chosen on:change=toggle/> {name(panel, &id, tag)}</span></th>
            <td>{move || i18n::number(tag.with(|tag| tag.n))}</td>
            {is_defined.then(|| view! { <td>{definition(panel, &id, tag)}</td> })}
            {is_tree.then(|| view! { <td>{parent(panel, &id, tag)}</td> })}
            <td class="own-actions"><button type="button" aria-label=of_delete on:click=delete>{texts.delete}</button></td>
        </tr>
    }
    .into_any()
}

fn name(panel: Panel, id: &str, tag: Memo<TagRow>) -> AnyView {
    let of = id.to_owned();
    let rename = move |label: String| {
        if !label.trim().is_empty() && label.trim() != tag.with_untracked(|tag| tag.label.clone()) {
            panel.making.edit(Edit::RenameTag { list: panel.list.get_untracked(), tag: of.clone(), label });
        }
    };
    let text = Signal::derive(move || tag.with(|tag| tag.label.clone()));
    view! { <Editable id=format!("own-t-{id}") label=i18n::own_edit().name.to_owned() text on_commit=Callback::new(rename)/> }.into_any()
}

fn definition(panel: Panel, id: &str, tag: Memo<TagRow>) -> AnyView {
    let of = id.to_owned();
    let define = move |written: String| {
        let definition = Some(written).filter(|text| !text.trim().is_empty());
        panel.making.edit(Edit::DefineTag { list: panel.list.get_untracked(), tag: of.clone(), definition });
    };
    let text = Signal::derive(move || tag.with(|tag| tag.definition.clone()));
    view! { <Editable id=format!("own-d-{id}") label=i18n::own_edit().definition.to_owned() text on_commit=Callback::new(define)/> }.into_any()
}

fn parent(panel: Panel, id: &str, tag: Memo<TagRow>) -> AnyView {
    let of = id.to_owned();
    let text = Signal::derive(move || tag.with(|tag| tag.parent.clone()));
    let place = move |under: String| {
        if under != text.get_untracked() {
            panel.making.command(Request::PlaceTheme { theme: of.clone(), under }, |_| {});
        }
    };
    view! { <Editable id=format!("own-p-{id}") label=i18n::own_edit().under.to_owned() text proposals=THEMES on_commit=Callback::new(place)/> }.into_any()
}
