//! The catalog: records out of items, the vocabulary and the catalog's own fields out of their values.

use serde_json::{Map, Value};

use super::column::Column;
use super::names::{is_named, normalized};
use super::note::{Kind, Note, Place, Places};
use super::pause::pause_at;
use super::prepare::Links;
use super::role::Role;
use super::slug::{Ids, slug};
use super::source::{FieldIdx, Item, Source};
use super::terms::{Terms, language};
use super::values::dates::{self, Dates};
use super::values::links;
use super::values::lists::{authors, written_list};
use super::values::people::People;
use crate::catalog::{
    Catalog, Field, FieldKind, HashMap, HashSet, Head, Published, Resource, Vocabulary, finding_of_date, read_doi,
};
use crate::i18n;
use crate::text::compare_key;

/// The share of an import that is done when the columns are mapped, and so the records can be made.
pub(super) const MAPPED: f64 = 0.5;
/// After so many items progress is told.
const ITEMS_A_STEP: usize = 1_000;
/// What a record is called that has no title.
pub(super) const NO_TITLE: &str = "(no title)";
/// The own fields that no column names.
const LINKS: &str = "Links";
const CONTAINER: &str = "Published in";
const SHEET: &str = "Sheet";

/// A catalog that is being made.
#[derive(Debug, Default)]
pub(super) struct Builder {
    resources: Vec<Resource>,
    ids: Ids,
    fields: Vec<Field>,
    /// Where the own fields stand by their labels, as they are written and as they compare.
    by_label: HashMap<String, usize>,
    people: People,
    dates: Dates,
    field_ids: Ids,
    themes: Terms,
    types: Terms,
    audiences: Terms,
    levels: Terms,
    access: Terms,
    /// Whether the sheet of a workbook is a field: items come from several.
    has_sheets: bool,
    /// Where each record comes from.
    places: Places,
    /// What is found while records are made.
    pub(super) notes: Vec<Note>,
}

/// A record in the making.
struct Draft<'a> {
    resource: Resource,
    place: &'a Place,
    /// Id that the source gives.
    id: Option<String>,
    subtitle: Option<String>,
    /// What a column of years states.
    year: Option<Published>,
    /// The dates as they are typed.
    dates: Vec<String>,
    /// The name of the field that keeps them, where the record's date is less than they say.
    date_label: Option<String>,
    addresses: Vec<String>,
}

impl Builder {
    /// A catalog without records; whether items come from several sheets of a workbook.
    pub(super) fn new(has_sheets: bool) -> Self {
        Self { has_sheets, ..Self::default() }
    }

    /// Adds the items of a source as its columns say. Each goes as soon as its record is made: of a large table, both would be much.
    /// `on_progress` is called now and then with the share of all work that is done.
    pub(super) async fn add(&mut self, source: Source<'_>, columns: &[Column], markup: &Links, on_progress: fn(f64)) {
        let n_items = source.items.len();
        let names: Vec<String> = columns.iter().map(|column| normalized(&column.name)).collect();
        let has_ids = has_ids(&source, columns);
        self.resources.reserve_exact(n_items);
        let mut items = source.items;
        items.reverse();
        let mut at = 0;
        while let Some(item) = items.pop() {
            pause_at(at).await;
            if at % ITEMS_A_STEP == 0 {
                items.shrink_to_fit();
                #[allow(clippy::cast_precision_loss, reason = "a share")]
                on_progress(MAPPED + (1.0 - MAPPED) * at as f64 / n_items as f64);
            }
            let mut draft = Draft {
                resource: Resource::default(),
                place: &item.place,
                id: None,
                subtitle: None,
                year: None,
                dates: Vec::new(),
                date_label: None,
                addresses: Vec::new(),
            };
            let links = markup.get(&at).map_or(&[][..], Vec::as_slice);
            if links.is_empty() {
                let mut values: Vec<&str> = Vec::new();
                for cells in item.cells.chunk_by(|one, next| one.field == next.field) {
                    values.clear();
                    values.extend(cells.iter().map(|cell| &*cell.text));
                    self.field(&mut draft, &columns[cells[0].field], &values, &[]);
                }
            } else {
                self.fields_with_links(&mut draft, columns, &item, links);
            }
            if self.has_sheets
                && let Some(sheet) = &item.place.sheet
            {
                self.own(&mut draft.resource, SHEET, FieldKind::Terms, true, vec![sheet.clone()]);
            }
            self.finish(draft, &item, &names, has_ids);
            at += 1;
        }
    }

    /// Puts the values of an item where they belong, those of fields too that are nothing but a link.
    fn fields_with_links(
        &mut self,
        draft: &mut Draft<'_>,
        columns: &[Column],
        item: &Item<'_>,
        links: &[(FieldIdx, String)],
    ) {
        let mut fields: Vec<FieldIdx> = item.cells.iter().map(|cell| cell.field).collect();
        fields.extend(links.iter().map(|(field, _)| *field));
        fields.sort_unstable();
        fields.dedup();
        for field in fields {
            let values: Vec<&str> = item.values(field).collect();
            let inside = links.iter().filter(|(other, _)| *other == field);
            let inside: Vec<String> = inside.map(|(_, address)| address.clone()).collect();
            self.field(draft, &columns[field], &values, &inside);
        }
    }

    /// Puts the values of a column where they belong.
    fn field(&mut self, draft: &mut Draft<'_>, column: &Column, values: &[&str], inside: &[String]) {
        let resource = &mut draft.resource;
        match column.role {
            Role::Private | Role::LeftOut => {}
            Role::Id => draft.id = values.first().map(|value| (*value).to_owned()),
            Role::Title | Role::Subtitle | Role::Summary => texts(draft, column.role, values, inside),
            Role::Link => self.links(draft, column, values, inside),
            Role::Doi => self.doi(draft, column, values),
            Role::Author | Role::Editor | Role::Translator => {
                let names = if column.is_decided {
                    owned(values)
                } else {
                    values.iter().flat_map(|value| names_of(value)).collect()
                };
                self.people.add(&mut resource.authors, &names, column.role, column.is_decided);
            }
            Role::Date | Role::Year => self.date(draft, column, values),
            Role::Type => {
                let ids = split(column, values).iter().map(|value| self.types.id(value)).collect::<Vec<String>>();
                let mut ids = ids.into_iter();
                resource.r#type = resource.r#type.take().or_else(|| ids.next());
                let rest: Vec<String> = ids.collect();
                self.own(&mut draft.resource, &column.label, FieldKind::Terms, true, rest);
            }
            Role::Theme => {
                add(&mut resource.themes, split(column, values).iter().map(|value| self.themes.id_of_path(value)));
            }
            Role::Audience => {
                add(&mut resource.audiences, split(column, values).iter().map(|value| self.audiences.id(value)));
            }
            Role::Level => add(&mut resource.levels, split(column, values).iter().map(|value| self.levels.id(value))),
            Role::Access => {
                let id = split(column, values).first().map(|value| self.access.id(value));
                resource.access = resource.access.take().or(id);
            }
            Role::Publisher => add(&mut resource.publishers, split(column, values)),
            Role::Place => add(&mut resource.places, split(column, values)),
            Role::Keyword => add(&mut resource.keywords, split(column, values)),
            Role::Language => self.language(draft, column, values),
            Role::NumPages | Role::Minutes => {
                let number = values.first().and_then(|value| value.trim_end_matches(".0").parse().ok());
                let place = if column.role == Role::Minutes { &mut resource.minutes } else { &mut resource.pages };
                *place = number;
                if number.is_none() {
                    self.own(&mut draft.resource, &column.label, FieldKind::Text, false, owned(values));
                }
            }
            Role::Container | Role::Volume | Role::Issue | Role::PageRange => self.locator(draft, column, values),
            Role::Own => self.own_column(draft, column, values, inside),
        }
    }

    /// What a work appeared in, or where there; a second value is a field of the catalog's own.
    fn locator(&mut self, draft: &mut Draft<'_>, column: &Column, values: &[&str]) {
        let resource = &mut draft.resource;
        let place = match column.role {
            Role::Volume => &mut resource.volume,
            Role::Issue => &mut resource.issue,
            Role::PageRange => &mut resource.page_range,
            _ => &mut resource.container,
        };
        let mut values = owned(values);
        if place.is_none() && !values.is_empty() {
            *place = Some(values.remove(0));
        }
        let label = if column.role == Role::Container { CONTAINER } else { &column.label };
        self.own(&mut draft.resource, label, FieldKind::Terms, true, values);
    }

    /// The values of a column of the catalog's own.
    fn own_column(&mut self, draft: &mut Draft<'_>, column: &Column, values: &[&str], inside: &[String]) {
        let label = match column.numbers.as_ref().map(|numbers| numbers.unit.as_str()) {
            Some(unit) if !unit.is_empty() => format!("{} ({unit})", column.label),
            _ => column.label.clone(),
        };
        let values: Vec<String> = match (&column.topic, &column.numbers) {
            (Some(topic), _) => vec![topic.clone()],
            (_, Some(numbers)) => values.iter().filter_map(|value| numbers.read(value)).collect(),
            _ if column.is_yes_no => values.iter().map(|value| yes_no(value).to_owned()).collect(),
            _ if column.kind == FieldKind::Date => {
                let date = |value: &&str| self.dates.read(value, column.order).0.date.map(|date| date.to_string());
                values.iter().filter_map(date).collect()
            }
            _ => split(column, values),
        };
        self.own(&mut draft.resource, &label, column.kind, column.is_filter, values);
        if !inside.is_empty() {
            draft.addresses.extend(inside.iter().flat_map(|address| links::exact(address)));
        }
    }

    /// Adds values to a field of the catalog's own, which is made where there is none of that label.
    fn own(&mut self, resource: &mut Resource, label: &str, kind: FieldKind, is_filter: bool, values: Vec<String>) {
        if values.is_empty() {
            return;
        }
        let at = self.own_field(label, kind, is_filter);
        let id = self.fields[at].id.clone();
        let values = values.into_iter().map(Value::String);
        match resource.extra.get_mut(&id) {
            Some(Value::Array(old)) => old.extend(values),
            Some(old) => {
                let mut all = vec![old.take()];
                all.extend(values);
                *old = Value::Array(all);
            }
            None => {
                let mut values: Vec<Value> = values.collect();
                let value = if values.len() == 1 { values.remove(0) } else { Value::Array(values) };
                if resource.extra.is_empty() {
                    // A map that grows has room for four values at once, which most records of a table do not have.
                    resource.extra = Map::with_capacity(1);
                }
                resource.extra.insert(id, value);
            }
        }
    }

    fn own_field(&mut self, label: &str, kind: FieldKind, is_filter: bool) -> usize {
        let known = self.by_label.get(label).or_else(|| self.by_label.get(&*compare_key(label)));
        if let Some(at) = known {
            let field = &mut self.fields[*at];
            // Columns of one name may hold different things: then the field holds any text.
            if field.kind != kind && matches!(field.kind, FieldKind::Number | FieldKind::Date) {
                field.kind = FieldKind::Terms;
            } else if field.kind == FieldKind::Text {
                (field.kind, field.filter) = (kind, is_filter);
            }
            return *at;
        }
        let id = self.field_ids.unique(label, "field");
        self.fields.push(Field {
            id,
            label: label.to_owned(),
            kind,
            filter: is_filter,
            compare: true,
            ..Field::default()
        });
        for key in [label.to_owned(), compare_key(label).into_owned()] {
            self.by_label.insert(key, self.fields.len() - 1);
        }
        self.fields.len() - 1
    }

    /// The addresses of a column: what is none stays as text.
    fn links(&mut self, draft: &mut Draft<'_>, column: &Column, values: &[&str], inside: &[String]) {
        if !inside.is_empty() {
            draft.addresses.extend(inside.iter().flat_map(|address| links::exact(address)));
            return;
        }
        for value in values.iter().flat_map(|value| written_list(value).unwrap_or_else(|| vec![(*value).to_owned()])) {
            let found = links::find(&value);
            let place = Place { column: Some(column.name.clone()), ..draft.place.clone() };
            if found.is_unsafe {
                let text = format!("{value} is no address that a page may follow; left out");
                self.notes.push(Note::new(Kind::Warning, "unsafe-link", place, text));
            } else if found.addresses.is_empty() {
                let text = format!("{} is no address; kept as text", crate::text::shortened(&value, 60));
                self.notes.push(Note::new(Kind::Warning, "no-link", place, text));
                self.own(&mut draft.resource, &column.label, FieldKind::Text, false, vec![value]);
            } else {
                draft.addresses.extend(found.addresses);
                if found.has_remark {
                    self.own(&mut draft.resource, &column.label, FieldKind::Text, false, vec![value]);
                }
            }
        }
    }

    /// The first DOI of a column; what else it holds is a field of the catalog's own.
    fn doi(&mut self, draft: &mut Draft<'_>, column: &Column, values: &[&str]) {
        let mut others = Vec::new();
        for value in values {
            let parts: Vec<&str> = if read_doi(value).is_some() { vec![value] } else { dois(value) };
            for part in parts {
                match (read_doi(part), &draft.resource.doi) {
                    (Some(doi), None) => draft.resource.doi = Some(doi),
                    (Some(doi), Some(first)) if doi.eq_ignore_ascii_case(first) => {}
                    (Some(doi), Some(_)) => others.push(doi),
                    (None, _) => others.push(part.to_owned()),
                }
            }
        }
        self.own(&mut draft.resource, &column.label, FieldKind::Text, false, others);
    }

    /// The first language that is known; what else a column holds is a field of the catalog's own.
    fn language(&mut self, draft: &mut Draft<'_>, column: &Column, values: &[&str]) {
        let mut parts: Vec<String> = values
            .iter()
            .flat_map(|value| {
                written_list(value).unwrap_or_else(|| value.split([';', ',', '/', '|']).map(str::to_owned).collect())
            })
            .map(|part| part.trim().to_owned())
            .filter(|part| !part.is_empty())
            .collect();
        if parts.is_empty() {
            return;
        }
        let known = parts.iter().position(|part| language(part).is_some());
        if known.is_none() && parts.len() > 1 {
            return self.own(&mut draft.resource, &column.label, FieldKind::Terms, true, parts);
        }
        let first = parts.remove(known.unwrap_or(0));
        draft.resource.language = Some(language(&first).unwrap_or_else(|| first.clone()));
        if !parts.is_empty() {
            let text = format!("{first} is taken for the language; {} in a field of its own", parts.join(", "));
            let place = Place { column: Some(column.name.clone()), ..draft.place.clone() };
            self.notes.push(Note::new(Kind::Guess, "more-languages", place, text));
            self.own(&mut draft.resource, &column.label, FieldKind::Terms, true, parts);
        }
    }

    /// The date of publication. A text that says more than a date can is kept beside it.
    fn date(&mut self, draft: &mut Draft<'_>, column: &Column, values: &[&str]) {
        let mut stated = None;
        let readings: Vec<dates::Reading> = values
            .iter()
            .map(|value| {
                let (reading, published) = self.dates.read(value, column.order);
                stated.clone_from(published);
                *reading
            })
            .collect();
        let Some(first) = readings.first() else { return };
        let date = readings.iter().find_map(|reading| reading.date);
        // What a record states of its date may be more or less than a day; what is none, or is read otherwise, keeps its text beside.
        let stated = stated.filter(|stated| {
            let is_date = date.is_some() || dates::is_status(stated);
            values.len() == 1 && !first.is_whole && is_date && stated.date() == date
        });
        let place = if column.role == Role::Year { &mut draft.year } else { &mut draft.resource.published };
        let is_stated = stated.is_some() && place.is_none();
        *place = place.take().or(stated).or(date.map(Into::into));
        self.note_date(draft, column, values[0], *first);
        if column.role == Role::Date {
            draft.dates.extend(owned(values));
        }
        if draft.dates.len() > 1 || !first.is_whole && !is_stated {
            draft.date_label.get_or_insert_with(|| column.label.clone());
            if column.role == Role::Year {
                draft.dates.extend(owned(values));
            }
        }
    }

    /// Notes what was guessed of a date.
    fn note_date(&mut self, draft: &Draft<'_>, column: &Column, value: &str, reading: dates::Reading) {
        let place = || Place { column: Some(column.name.clone()), ..draft.place.clone() };
        if reading.is_serial {
            let text = format!("{value} is read as the number of a day, as spreadsheets have it");
            self.notes.push(Note::new(Kind::Guess, "day-number", place(), text));
        }
        if reading.is_short_year {
            let year = reading.date.map_or(0, crate::catalog::PartialDate::year);
            let text = format!("{value}: the year is read as {year}");
            self.notes.push(Note::new(Kind::Guess, "short-year", place(), text));
        }
        // What readers of the catalog would be told.
        let stated = draft.resource.published.as_ref().and_then(Published::stated).filter(|_| !reading.is_whole);
        if let Some(found) = stated.and_then(finding_of_date) {
            self.notes.push(Note::new(Kind::Warning, "date", place(), i18n::finding_kind(&found)));
        }
    }

    /// Completes a record and adds it.
    fn finish(&mut self, draft: Draft<'_>, item: &Item<'_>, names: &[String], has_ids: bool) {
        let Draft { mut resource, place, id, subtitle, year, dates, date_label, mut addresses } = draft;
        if let Some(label) = date_label {
            self.own(&mut resource, &label, FieldKind::Text, false, dates);
        }
        if resource.published.is_none() {
            resource.published = year;
        }
        if let Some(subtitle) = subtitle
            && !resource.title.contains(&subtitle)
        {
            resource.title = format!("{}: {subtitle}", resource.title.trim_end_matches([':', ' ']));
        }
        if resource.title.is_empty() || is_error(&resource.title) {
            NO_TITLE.clone_into(&mut resource.title);
            self.notes.push(Note::new(Kind::Warning, "no-title", place.clone(), "this item has no title"));
        } else if item.cells.len() > 1 && names.iter().any(|name| is_named(&resource.title, name)) {
            let text = format!("the title is the name of a column: {}", resource.title);
            self.notes.push(Note::new(Kind::Warning, "title-is-column", place.clone(), text));
        }
        if addresses.len() > 1 {
            let mut known = HashSet::default();
            addresses.retain(|address| known.insert(address.clone()));
        }
        if addresses.is_empty() {
            let doi = resource.doi.as_deref().map(crate::catalog::doi_address);
            addresses.extend(doi);
        }
        resource.url = addresses.first().cloned();
        if addresses.len() > 1 {
            self.own(&mut resource, LINKS, FieldKind::Text, false, addresses);
        }
        let n = self.resources.len() + 1;
        resource.id = match id.filter(|_| has_ids) {
            Some(id) => self.ids.unique_as_is(&id),
            None if resource.title == NO_TITLE => self.ids.unique("", &format!("item-{n}")),
            None => self.ids.unique(&resource.title, &format!("item-{n}")),
        };
        // Lists that have grown have room for more values than they hold: of 100,000 records, that is half the size of the file.
        let Resource { authors, publishers, themes, audiences, levels, places, keywords, .. } = &mut resource;
        authors.shrink_to_fit();
        [publishers, themes, audiences, levels, places, keywords].into_iter().for_each(Vec::shrink_to_fit);
        self.resources.push(resource);
        self.places.push(place);
    }

    /// The catalog.
    pub(super) fn into_catalog(self, title: &str) -> (Catalog, Places) {
        let vocabulary = Vocabulary {
            themes: self.themes.into_terms(),
            types: self.types.into_terms(),
            audiences: self.audiences.into_terms(),
            levels: self.levels.into_terms(),
            access: self.access.into_terms(),
            ..Vocabulary::default()
        };
        let slug = slug(title);
        let head = Head {
            id: (!slug.is_empty()).then_some(slug),
            title: title.to_owned(),
            vocabulary,
            fields: self.fields,
            other: Map::new(),
            ..Head::default()
        };
        (Catalog { head, resources: self.resources }, self.places)
    }
}

/// Whether every item has an id, and another.
fn has_ids(source: &Source<'_>, columns: &[Column]) -> bool {
    let Some(field) = columns.iter().position(|column| column.role == Role::Id) else { return false };
    let mut known = HashSet::default();
    source.items.iter().all(|item| item.values(field).next().is_some_and(|id| known.insert(id)))
}

/// The texts of a title, subtitle or summary, joined; a second title is no part of the first.
fn texts(draft: &mut Draft<'_>, role: Role, values: &[&str], inside: &[String]) {
    let mut found = Vec::new();
    let plain = |value: &str, found: &mut Vec<String>| super::values::clean::without_markdown(value, found);
    match role {
        Role::Summary => {
            let text = values.iter().map(|value| plain(value, &mut found)).collect::<Vec<String>>().join("\n");
            draft.resource.summary = Some(match draft.resource.summary.take() {
                Some(old) if old != text => format!("{old}\n{text}"),
                _ => text,
            });
        }
        Role::Title => {
            let text = values.first().map(|value| plain(value, &mut found)).unwrap_or_default();
            if draft.resource.title.is_empty() {
                draft.resource.title = text.split_whitespace().collect::<Vec<&str>>().join(" ");
            }
            draft.addresses.extend(found.iter().chain(inside).flat_map(|address| links::exact(address)));
        }
        _ => draft.subtitle = values.first().map(|value| plain(value, &mut found)),
    }
}

/// The authors of a cell: a list as a script writes it, or names in any dress.
fn names_of(value: &str) -> Vec<String> {
    written_list(value).unwrap_or_else(|| authors(value))
}

/// The values of a column, each cell split as its column is.
fn split(column: &Column, values: &[&str]) -> Vec<String> {
    if column.is_decided {
        return owned(values);
    }
    values.iter().flat_map(|value| written_list(value).unwrap_or_else(|| column.separator.split(value))).collect()
}

/// The parts of a text that holds several DOIs; all of it where it holds none.
fn dois(text: &str) -> Vec<&str> {
    let is_end = |c: char| c.is_whitespace() || matches!(c, ';' | ',' | '|');
    let parts = || text.split(is_end).filter(|part| !part.is_empty());
    if parts().all(|part| read_doi(part).is_some()) { parts().collect() } else { vec![text] }
}

fn owned(values: &[&str]) -> Vec<String> {
    values.iter().map(|value| (*value).to_owned()).collect()
}

/// Adds values that a list does not have, whatever their capitals.
fn add(list: &mut Vec<String>, values: impl IntoIterator<Item = String>) {
    let mut values = values.into_iter().filter(|value| !value.is_empty());
    let Some(first) = values.next() else { return };
    let Some(second) = values.next() else {
        if list.is_empty() || !list.iter().any(|old| compare_key(old) == compare_key(&first)) {
            list.push(first);
        }
        return;
    };
    let mut known: HashSet<String> = list.iter().map(|old| compare_key(old).into_owned()).collect();
    for value in [first, second].into_iter().chain(values) {
        if known.insert(compare_key(&value).into_owned()) {
            list.push(value);
        }
    }
}

fn yes_no(value: &str) -> &'static str {
    if value.eq_ignore_ascii_case("true") { "Yes" } else { "No" }
}

fn is_error(title: &str) -> bool {
    title.starts_with('#') && super::values::clean::clean(title).is_error
}
