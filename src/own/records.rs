//! The table of records: searched by typing, a page at a time, each value edited where it stands.

use leptos::ev::MouseEvent;
use leptos::prelude::*;
use serde_json::json;

use super::editable::Editable;
use super::pager::Pager;
use super::platform;
use super::state::Making;
use crate::i18n;
use crate::import::Edit;
use crate::limits::OWN_ROWS;
use crate::session::{COLUMNS, FieldAnswer, RecordRow, RecordsAnswer, Request};

/// What the table knows beside the catalog.
#[derive(Clone, Copy)]
struct Table {
    making: Making,
    /// The words that are looked for.
    query: RwSignal<String>,
    page: RwSignal<usize>,
    /// Id of the record that shows all fields.
    unfolded: RwSignal<String>,
    /// Position of the record that shows them once it is there.
    added: RwSignal<Option<usize>>,
    answer: RwSignal<Option<RecordsAnswer>>,
}

/// The table of records.
#[component]
pub(super) fn Records() -> impl IntoView {
    let making = Making::here();
    let texts = i18n::own_edit();
    let (query, page) = (RwSignal::new(String::new()), RwSignal::new(0));
    let answer = making.editing.asked(move || Request::Records {
        query: query.get(),
        only: making.only.get().map(|(_, only)| only),
        page: page.get(),
    });
    let table = Table { making, query, page, unfolded: RwSignal::default(), added: RwSignal::default(), answer };
    table.follow();
    let counts = move || answer.with(|answer| answer.as_ref().map_or((0, 0), |answer| (answer.n, answer.n_all)));
    let rows = Memo::new(move |_| {
        let of = |row: &RecordRow| (row.at, row.id.clone());
        answer.with(|answer| answer.iter().flat_map(|answer| &answer.rows).map(of).collect::<Vec<(usize, String)>>())
    });
    let search = move |event| {
        page.set(0);
        query.set(event_target_value(&event));
    };
    let found = move || answer.with(Option::is_some).then(|| (texts.found)(counts().0, counts().1));
    let head = COLUMNS.map(|key| view! { <th scope="col">{i18n::labelled(texts.fields, key)}</th> });
    view! {
        <p class="own-find"><label for="own-find">{texts.find}</label>
        <input id="own-find" type="search" prop:value=move || query.get() on:input=search/>
        <span class="quiet" role="status">{found}</span></p>
        {move || making.only.get().map(|(what, _)| view! {
            <p class="notice">{(texts.only)(&what)} " " <button type="button" on:click=move |_| making.only.set(None)>{texts.show_all}</button></p>
        })}
        <p><button type="button" id="own-add" on:click=move |_| table.add()>{texts.add_record}</button></p>
        <div class="own-wide" tabindex="0" role="region" aria-labelledby="own-records">
            <table class="own-table own-records">
                <thead><tr>{head.collect_view()}<th scope="col">{texts.actions}</th></tr></thead>
                <tbody><For each=move || rows.get() key=Clone::clone children=move |(at, id)| row(table, at, id)/></tbody>
            </table>
        </div>
        <Pager page n=Signal::derive(move || counts().0)/>
    }
}

impl Table {
    /// Unfolds a record that was added, once it is there.
    fn follow(self) {
        Effect::new(move |_| {
            let id = self.added.get().and_then(|at| self.look(at, |row| row.id.clone()));
            if let Some(id) = id {
                self.unfolded.set(id);
                self.added.set(None);
            }
        });
    }

    /// Looks at a row.
    fn look<T>(self, at: usize, look: impl FnOnce(&RecordRow) -> T) -> Option<T> {
        self.answer.with(|answer| answer.as_ref()?.rows.iter().find(|row| row.at == at).map(look))
    }

    /// Adds a record at the end, and shows it.
    fn add(self) {
        let title = i18n::own_edit().new_record;
        let record = json!({ "title": title }).as_object().cloned().unwrap_or_default();
        self.making.command(Request::Edit(Edit::AddRecord { at: usize::MAX, record }), move |_| {
            let last = untrack(|| self.making.editing.n_records()).saturating_sub(1);
            self.making.only.set(None);
            self.query.set(String::new());
            self.page.set(last / OWN_ROWS);
            self.added.set(Some(last));
            platform::focus(&format!("own-v-{last}-title"));
        });
    }
}

/// A record: a row, and below it all its fields where it is unfolded.
fn row(table: Table, at: usize, id: String) -> AnyView {
    let (making, texts) = (table.making, i18n::own_edit());
    let cells = COLUMNS.iter().enumerate().map(|(nth, key)| {
        let text = Memo::new(move |old: Option<&String>| {
            let now = table.look(at, |row| row.cells.get(nth).cloned().unwrap_or_default());
            now.or_else(|| old.cloned()).unwrap_or_default()
        });
        let field = Shown { key: (*key).to_owned(), ..Shown::default() };
        cell(making, (at, &id), field, text.into(), "v")
    });
    let mut cells = cells.collect::<Vec<AnyView>>().into_iter();
    let title = cells.next();
    let cells: Vec<AnyView> = cells.map(|cell| view! { <td>{cell}</td> }.into_any()).collect();
    let (of, deleted, doubled, unfolded) = (id.clone(), id.clone(), id.clone(), id.clone());
    let is_unfolded = Memo::new(move |_| table.unfolded.with(|unfolded| *unfolded == of));
    let unfold = move |_| {
        table.unfolded.set(if is_unfolded.get_untracked() { String::new() } else { id.clone() });
    };
    let name = Memo::new(move |_| table.look(at, |row| row.title.clone()).unwrap_or_default());
    let of_record = move |what: &'static str| move || name.with(|name| (texts.of_record)(what, name));
    let fields_word = move || if is_unfolded.get() { texts.fewer_fields } else { texts.all_fields };
    let fields_label = move || name.with(|name| (texts.of_record)(fields_word(), name));
    let delete = move |event: MouseEvent| {
        let edit = Edit::DeleteRecord { record: at };
        making.command(Request::EditRecord { id: deleted.clone(), edit }, move |_| platform::focus_undo(&event));
    };
    let duplicate = move |_| {
        let edit = Edit::DuplicateRecord { record: at };
        making.command(Request::EditRecord { id: doubled.clone(), edit }, |_| {});
    };
    view! {
        <tr>
            <th scope="row">{title}</th>{cells}
            <td class="own-actions">
                <button type="button" aria-expanded=move || is_unfolded.get().to_string() aria-label=fields_label on:click=unfold>
                    {fields_word}
                </button> " "
                <button type="button" aria-label=of_record(texts.duplicate) on:click=duplicate>{texts.duplicate}</button> " "
                <button type="button" aria-label=of_record(texts.delete) on:click=delete>{texts.delete}</button>
            </td>
        </tr>
        {move || is_unfolded.get().then(|| all_fields(making, at, unfolded.clone()))}
    }
    .into_any()
}

/// All fields of a record, in a row of their own.
fn all_fields(making: Making, at: usize, id: String) -> AnyView {
    let texts = i18n::own_edit();
    let of = id.clone();
    let answer = making.editing.asked::<Vec<FieldAnswer>>(move || Request::Record { record: at, id: of.clone() });
    let fields = Memo::new(move |_| {
        answer.with(|answer| answer.iter().flatten().cloned().map(Shown::from).collect::<Vec<Shown>>())
    });
    let line = move |field: Shown| {
        let of = field.clone();
        let text = Memo::new(move |_| {
            let is_it = |other: &&FieldAnswer| other.key == of.key && other.label == of.label;
            answer
                .with(|answer| answer.iter().flatten().find(is_it).map(|field| field.text.clone()))
                .unwrap_or_default()
        });
        let label = field.name();
        view! { <dt>{label}</dt> <dd>{cell(making, (at, &id), field, text.into(), "f")}</dd> }
    };
    view! {
        <tr class="own-fields"><td colspan=COLUMNS.len() + 1>
            <p class="quiet">{texts.list_hint}</p>
            <dl><For each=move || fields.get() key=Clone::clone children=line/></dl>
        </td></tr>
    }
    .into_any()
}

/// A field of a record as it is shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct Shown {
    key: String,
    /// What an own field is called.
    label: Option<String>,
    is_long: bool,
}

impl From<FieldAnswer> for Shown {
    fn from(FieldAnswer { key, label, is_long, .. }: FieldAnswer) -> Self {
        Self { key, label, is_long }
    }
}

impl Shown {
    /// What the field is called.
    fn name(&self) -> String {
        self.label.clone().unwrap_or_else(|| i18n::labelled(i18n::own_edit().fields, &self.key).to_owned())
    }
}

/// A value of the record at a position, of an id.
fn cell(making: Making, (at, of): (usize, &str), field: Shown, text: Signal<String>, place: &str) -> AnyView {
    let (id, label, is_long) = (format!("own-{place}-{at}-{}", field.key), field.name(), field.is_long);
    let of = of.to_owned();
    let commit = move |written: String| {
        let (id, key, is_own) = (of.clone(), field.key.clone(), field.label.is_some());
        making.command(Request::SetText { record: at, id, key, is_own, text: written }, |_| {});
    };
    view! { <Editable id label text is_long on_commit=Callback::new(commit)/> }.into_any()
}
