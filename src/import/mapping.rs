//! Which field becomes what: by its name, by its values, and by what a person decided.

use super::column::Column;
use super::column_mapping::Mapping;
use super::names::{
    all_words, is_body, is_date_elsewhere, is_foreign, is_private, normalized, role_of, title_score, without_number,
};
use super::note::{Kind, Place};
use super::pause::{pause, pause_at};
use super::role::Role;
use super::source::{FieldIdx, Source};
use super::values::dates::{self, DayOrder};
use super::values::lists::{Separator, written_list};
use super::values::numbers::Numbers;
use super::values::people::in_braces;
use crate::catalog::{FieldKind, HashSet, Published, read_doi};

/// Values of a field that are looked at to guess what it holds.
const LOOKED_AT: usize = 2_000;
/// Characters of the values of a filter, on average and at most.
const LONGEST_TERM: usize = 60;

/// Words that a term has at most.
const MOST_WORDS: usize = 8;

/// The values of the fields of a source that decide: of each, the first ones.
struct Values<'a> {
    of: Vec<Vec<&'a str>>,
    /// How many items have a value of each field.
    n_filled: Vec<usize>,
}

/// Maps the fields of a source; `asked` are names with the roles that a person gave them, which count before those of a kept mapping.
pub(super) async fn map(source: &mut Source<'_>, asked: &[(String, Role)], kept: &Mapping) -> Vec<Column> {
    let sheet = source.sheet.clone();
    let sheet = sheet.as_ref();
    let values = Values::of(source).await;
    let mut columns: Vec<Column> =
        (0..source.fields.len()).map(|field| column(source, &values, field, sheet)).collect();
    roles_by_name(&mut columns);
    pause().await;
    roles_by_value(&mut columns, &values);
    subjects(&mut columns, &values);
    hierarchies(&mut columns, &values);
    pause().await;
    choose_title(&mut columns, &values, source.items.len());
    let fixed: Vec<bool> = columns.iter_mut().map(|column| apply(asked, kept, column)).collect();
    topics(&mut columns, &values, &fixed);
    for (field, column) in columns.iter_mut().enumerate() {
        pause().await;
        details(column, &values.of[field], source.items.len());
        if let Some(mapping) = kept.column(column) {
            mapping.set_details(column, &values.of[field]);
        }
    }
    let seen = seen(source, &columns).await;
    note_guesses(source, &columns, sheet, seen);
    columns
}

impl<'a> Values<'a> {
    async fn of(source: &'a Source<'_>) -> Self {
        let mut of: Vec<Vec<&str>> = vec![Vec::new(); source.fields.len()];
        let mut n_filled = vec![0; source.fields.len()];
        for (at, item) in source.items.iter().enumerate() {
            pause_at(at).await;
            let mut last = None;
            for cell in &item.cells {
                if of[cell.field].len() < LOOKED_AT {
                    of[cell.field].push(&cell.text);
                }
                n_filled[cell.field] += usize::from(last != Some(cell.field));
                last = Some(cell.field);
            }
        }
        Self { of, n_filled }
    }

    /// Whether at least so many hundredths of the values of a field are of a kind, and one is there.
    fn share(&self, field: FieldIdx, percent: usize, is: impl Fn(&str) -> bool) -> bool {
        let values = &self.of[field];
        !values.is_empty() && values.iter().filter(|value| is(value)).count() * 100 >= values.len() * percent
    }
}

fn column(source: &Source<'_>, values: &Values<'_>, field: FieldIdx, sheet: Option<&String>) -> Column {
    let of = &source.fields[field];
    let plain = |value: &'_ str| match of.role {
        Some(Role::Author | Role::Editor | Role::Translator) => in_braces(value).unwrap_or(value).to_owned(),
        _ => value.to_owned(),
    };
    let samples = values.of[field].iter().take(3).map(|value| crate::text::shortened(&plain(value), 60).into_owned());
    Column {
        name: of.name.clone(),
        sheet: sheet.cloned(),
        role: of.role.unwrap_or(Role::Own),
        label: of.name.clone(),
        kind: FieldKind::Text,
        is_filter: false,
        separator: Separator::None,
        order: DayOrder::Unknown,
        n_filled: values.n_filled[field],
        samples: samples.collect(),
        is_decided: of.role.is_some(),
        numbers: None,
        is_yes_no: false,
        topic: None,
    }
}

/// Gives roles by names. Of roles that have one place, the first column gets it.
fn roles_by_name(columns: &mut [Column]) {
    let names: Vec<String> = columns.iter().map(|column| normalized(&column.name)).collect();
    let has = |name: &str| names.iter().any(|other| other == name);
    let has_title = names.iter().any(|name| title_score(name) > 5);
    let has_publisher = names.iter().any(|name| role_of(name) == Some(Role::Publisher));
    let is_zotero = has("item type") && has("date added") && has("publication title");
    for (column, name) in columns.iter_mut().zip(&names).filter(|(column, _)| !column.is_decided) {
        column.role = match (is_zotero, name.as_str()) {
            (true, "notes" | "file attachments" | "extra") => Role::Private,
            (true, "date added" | "date modified" | "access date" | "library catalog") => Role::LeftOut,
            (true, "place") => Role::Own,
            (_, "id" | "identifier" | "uuid" | "key") => Role::Id,
            (_, name) if is_private(name) || is_private(&all_words(&column.name)) => Role::Private,
            (_, name) if is_foreign(name, &names) => Role::Own,
            (_, name) if is_body(name) && has_title && !has_publisher => Role::Publisher,
            // Titles are chosen among all columns.
            (_, name) => role_of(name).filter(|role| *role != Role::Title).unwrap_or(Role::Own),
        };
    }
    // A second date, and a year beside a year, are fields of their own: only what is one list may stand in several columns.
    for role in [Role::Date, Role::Year, Role::Summary, Role::Type, Role::Language, Role::Doi, Role::NumPages, Role::Id]
    {
        let first = columns.iter().position(|column| column.role == role && !column.is_decided);
        let name = first.map(|first| names[first].clone());
        for (at, column) in
            columns.iter_mut().enumerate().filter(|(_, column)| column.role == role && !column.is_decided)
        {
            if Some(at) != first && Some(&names[at]) != name.as_ref() {
                column.role = Role::Own;
            }
        }
    }
}

/// Whether a text is the range of pages of a work: `12-19`, `e4–e11`.
fn is_page_range(text: &str) -> bool {
    let is_page = |page: &str| page.len() <= 8 && page.chars().any(|c| c.is_ascii_digit());
    text.split_once(['-', '–']).is_some_and(|(first, last)| is_page(first.trim()) && is_page(last.trim()))
}

/// Whether a text numbers a volume or an issue: `12`, `3-4`, `Suppl. 1`.
fn is_number_of_part(text: &str) -> bool {
    text.len() <= 12 && text.chars().any(|c| c.is_ascii_digit())
}

/// Gives columns that are called for their subject the role that their values have: sentences are a summary, a few words are keywords.
fn subjects(columns: &mut [Column], values: &Values<'_>) {
    let has_summary = |columns: &[Column]| columns.iter().any(|column| column.role == Role::Summary);
    for field in 0..columns.len() {
        if columns[field].is_decided {
            continue;
        }
        let is_prose = values.share(field, 50, is_sentence);
        let is_short =
            || values.share(field, 100, |value| value.chars().count() <= LONGEST_TERM && !is_sentence(value));
        let name = normalized(&columns[field].name);
        let is_vague = name == "about";
        // Whoever writes keywords has none but keywords.
        let is_subject = name.contains("about") || name.contains("subject");
        columns[field].role = match columns[field].role {
            Role::Keyword if is_subject && is_prose && !has_summary(columns) => Role::Summary,
            Role::Keyword if is_subject && is_prose => Role::Own,
            Role::Summary if is_vague && is_short() => Role::Keyword,
            role => role,
        };
    }
}

/// Makes keywords that are paths, such as `Arts > Music`, themes where there are none: those can stand one below the other.
fn hierarchies(columns: &mut [Column], values: &Values<'_>) {
    let has_path = |value: &str| [" > ", " » ", " → "].iter().any(|sign| value.contains(sign));
    let is_tree = |field: &FieldIdx| {
        let column = &columns[*field];
        column.role == Role::Keyword && !column.is_decided && values.share(*field, 30, has_path)
    };
    if !columns.iter().any(|column| column.role == Role::Theme)
        && let Some(field) = (0..columns.len()).find(is_tree)
    {
        columns[field].role = Role::Theme;
    }
}

/// Whether a text is more than a list of terms: one of its parts has many words.
fn is_sentence(text: &str) -> bool {
    text.split([';', ',', '|', '\n']).any(|part| part.split_whitespace().count() > MOST_WORDS)
}

/// Gives roles by values, where names gave none: addresses, mail, paths of files.
fn roles_by_value(columns: &mut [Column], values: &Values<'_>) {
    let has_year = columns.iter().any(|column| matches!(column.role, Role::Year | Role::Date));
    for (field, column) in columns.iter_mut().enumerate().filter(|(_, column)| !column.is_decided) {
        if values.share(field, 60, is_mail) || values.share(field, 60, is_local_path) {
            column.role = Role::Private;
        }
        // DOIs tell works apart everywhere: what they are is worth more than that each is another.
        if column.role == Role::Id && values.share(field, 60, |value| read_doi(value).is_some()) {
            column.role = Role::Doi;
        }
        if column.role == Role::Own && is_date_elsewhere(&normalized(&column.name)) && !has_year {
            let is_date = |value: &str| dates::read(value, DayOrder::Unknown).is_whole;
            if values.share(field, 60, is_date) {
                column.role = role_of(&normalized(&column.name)).unwrap_or(Role::Own);
            }
        }
        let is_year =
            |value: &str| value.len() == 4 && value.parse::<u16>().is_ok_and(|year| (1500..2100).contains(&year));
        if column.name.starts_with("Column ") && values.share(field, 100, is_year) && !has_year {
            column.role = Role::Year;
        }
        // «12-19» are no number of pages but where a work stands in its journal.
        if column.role == Role::NumPages && values.share(field, 60, is_page_range) {
            column.role = Role::PageRange;
        }
        // An issue may be a topic, «Sources» are no address.
        let is_wrong = match column.role {
            Role::NumPages => !values.share(field, 100, |value| value.trim_end_matches(".0").parse::<u32>().is_ok()),
            Role::Volume | Role::Issue => !values.share(field, 60, is_number_of_part),
            Role::Year => !values
                .share(field, 30, |value| dates::read(value, DayOrder::Unknown).date.is_some() || is_status(value)),
            Role::Link => !values.share(field, 20, super::values::links::is_address),
            Role::Date => {
                !values.share(field, 50, |value| value.chars().any(|c| c.is_ascii_digit()) || is_status(value))
            }
            Role::Author => values.share(field, 60, super::values::links::is_address),
            Role::Access => values.share(field, 50, |value| value.contains("://")),
            _ => false,
        };
        if is_wrong {
            column.role = Role::Own;
        }
    }
    if !columns.iter().any(|column| column.role == Role::Link) {
        let is_link = |field: &FieldIdx| {
            columns[*field].role == Role::Own
                && !columns[*field].is_decided
                && values.share(*field, 60, |value| value.contains("://"))
        };
        if let Some(field) = (0..columns.len()).find(is_link) {
            columns[field].role = Role::Link;
        }
    }
}

/// Whether a text says of a work that it is yet to appear.
fn is_status(value: &str) -> bool {
    Published::read(value).is_some_and(|published| dates::is_status(&published))
}

fn is_mail(value: &str) -> bool {
    let value = value.strip_prefix("mailto:").unwrap_or(value);
    let Some((before, host)) = value.split_once('@') else { return false };
    !before.is_empty() && !value.contains([' ', '/']) && host.contains('.')
}

/// Whether an address of mail stands in a text.
fn holds_mail(value: &str) -> bool {
    value.contains('@') && value.split(|c: char| c.is_whitespace() || "<>(),;:".contains(c)).any(is_mail)
}

/// Whether a text is a path on somebody's computer.
pub(super) fn is_local_path(value: &str) -> bool {
    let starts = ["/home/", "/Users/", "file://", "\\\\"].iter().any(|start| value.starts_with(start));
    let mut letters = value.chars();
    let is_drive = letters.next().is_some_and(|c| c.is_ascii_alphabetic()) && letters.next() == Some(':');
    starts || is_drive && matches!(letters.next(), Some('\\' | '/')) && !value.contains("://")
}

/// Chooses the column of titles: by its name, else the first of different texts.
fn choose_title(columns: &mut [Column], values: &Values<'_>, n_items: usize) {
    if columns.iter().any(|column| column.role == Role::Title) {
        return;
    }
    let is_free = |column: &Column| matches!(column.role, Role::Own | Role::Type | Role::Keyword) && !column.is_decided;
    let is_text = |field: FieldIdx| {
        !values.share(field, 50, |value| {
            super::values::links::is_address(value)
                || !value.contains(char::is_alphabetic)
                || dates::looks_like_date(value)
        })
    };
    let is_different = |field: FieldIdx| {
        let distinct: HashSet<&str> = values.of[field].iter().copied().collect();
        distinct.len() * 10 >= values.of[field].len() * 9 && columns[field].n_filled * 10 >= n_items * 7
    };
    let mut best: Option<(u8, usize, FieldIdx)> = None;
    for (field, column) in columns.iter().enumerate() {
        let score = title_score(&normalized(&column.name));
        let score = if column.role == Role::Own && !column.is_decided { score } else { 0 };
        let n_filled = column.n_filled;
        if score > 0 && n_filled > 0 && best.is_none_or(|(most, n, _)| (score, n_filled) > (most, n)) {
            best = Some((score, n_filled, field));
        }
    }
    // A column called for a thing has to hold different texts; `Title` holds titles in any case.
    let by_name = best.filter(|(score, _, field)| *score > 5 || is_text(*field) && is_different(*field));
    let by_value =
        || (0..columns.len()).find(|field| is_free(&columns[*field]) && is_text(*field) && is_different(*field));
    let any = || {
        (0..columns.len()).find(|field| is_free(&columns[*field]) && is_text(*field) && !values.of[*field].is_empty())
    };
    if let Some(field) = by_name.map(|(_, _, field)| field).or_else(by_value).or_else(any) {
        columns[field].role = Role::Title;
    }
}

/// Gives a column the role that a person gave its name, or that is kept for it; whether one is.
fn apply(asked: &[(String, Role)], kept: &Mapping, column: &mut Column) -> bool {
    if let Some((_, role)) = asked.iter().find(|(name, _)| column.is_called(name)) {
        column.role = *role;
        return true;
    }
    kept.column(column).is_some_and(|mapping| mapping.set_role(column))
}

/// Joins columns that each hold a mark or their own name to one field, of which each is a value.
fn topics(columns: &mut [Column], values: &Values<'_>, fixed: &[bool]) {
    const MARKS: [&str; 9] = ["x", "X", "✓", "✔", "•", "●", "✗", "☒", "☑"];
    let is_topic = |field: usize| {
        let name = normalized(&columns[field].name);
        let is_own = |value: &&str| MARKS.contains(value) || normalized(value) == name;
        let is_free = !columns[field].is_decided && !fixed[field] && columns[field].role != Role::Title;
        is_free && !values.of[field].is_empty() && values.of[field].iter().all(is_own)
    };
    let found: Vec<usize> = (0..columns.len()).filter(|field| is_topic(*field)).collect();
    if found.len() < 2 {
        return;
    }
    let names: Vec<&str> = found.iter().map(|field| columns[*field].name.as_str()).collect();
    let common = names[1..].iter().fold(names[0], |common, name| {
        let n = common.char_indices().zip(name.chars()).take_while(|((_, a), b)| a == b).count();
        &common[..common.char_indices().nth(n).map_or(common.len(), |(at, _)| at)]
    });
    let stem = common.trim_end_matches(|c: char| !c.is_alphabetic());
    let label = if stem.chars().count() < 3 { "Topics".to_owned() } else { format!("{}s", stem.trim_end_matches('s')) };
    for field in found {
        let column = &mut columns[field];
        (column.role, column.label, column.topic) = (Role::Own, label.clone(), Some(column.name.clone()));
        (column.kind, column.is_filter) = (FieldKind::Terms, true);
    }
}

/// Decides separator, order of dates, kind and filter of a column.
fn details(column: &mut Column, values: &[&str], n_items: usize) {
    if column.topic.is_some() || column.is_decided && column.role != Role::Own {
        if column.role == Role::Date {
            column.order = dates::order(values.iter().copied());
        }
        return;
    }
    match column.role {
        Role::Keyword | Role::Theme | Role::Audience | Role::Level => {
            let texts: Vec<&str> = values.iter().copied().filter(|value| written_list(value).is_none()).collect();
            column.separator = Separator::of_list(&texts);
        }
        // Names of bodies may be long and have commas, but no other signs.
        Role::Publisher if values.iter().any(|value| value.contains("; ")) => column.separator = Separator::Sign(';'),
        Role::Publisher | Role::Place | Role::Type | Role::Access => {
            column.separator = Separator::of_own(values);
        }
        Role::Link => column.separator = Separator::Line,
        Role::Date | Role::Year => column.order = dates::order(values.iter().copied()),
        Role::Own => own(column, values, n_items),
        _ => {}
    }
}

/// Guesses what a field of the catalog's own holds.
fn own(column: &mut Column, values: &[&str], n_items: usize) {
    let name = normalized(&column.name);
    let is_word = |words: &[&str]| name.split(' ').any(|word| words.contains(&without_number(word)));
    let is_bool = |value: &&str| matches!(*value, "True" | "False" | "true" | "false" | "TRUE" | "FALSE");
    if values.iter().all(is_bool) {
        (column.is_yes_no, column.kind, column.is_filter) = (true, FieldKind::Terms, true);
        return;
    }
    let is_dated =
        is_word(&["date", "datum", "fecha", "published", "added", "updated", "modified", "created", "accessed"]);
    column.order = dates::order(values.iter().copied());
    let is_date = |value: &&str| {
        let reading = dates::read(value, column.order);
        reading.is_whole && (is_dated || !reading.is_serial && value.len() > 7 && !value.contains("  "))
    };
    if !values.is_empty() && values.iter().all(is_date) {
        column.kind = FieldKind::Date;
        column.is_filter = true;
        return;
    }
    let is_text_by_name =
        is_word(&["isbn", "issn", "code", "phone", "tel", "telephone", "version", "id", "zip", "postcode"]);
    column.numbers = if is_text_by_name { None } else { Numbers::of(values) };
    if column.numbers.is_some() {
        (column.kind, column.is_filter) = (FieldKind::Number, true);
        return;
    }
    let is_note = is_word(&["note", "notes", "comment", "comments", "remarks", "bemerkung", "bib"]);
    let texts: Vec<&str> = values.iter().copied().filter(|value| written_list(value).is_none()).collect();
    if !is_note && !is_text_by_name {
        column.separator = if column.is_decided { Separator::None } else { Separator::of_own(&texts) };
    }
    let parts: Vec<String> = texts.iter().flat_map(|value| column.separator.split(value)).collect();
    let distinct: HashSet<&String> = parts.iter().collect();
    let longest = parts.iter().map(|part| part.chars().count()).max().unwrap_or(0);
    let has_lists = texts.len() < values.len() || column.separator != Separator::None;
    let repeats = distinct.len() * 10 <= parts.len() * 8 || n_items < 10 && longest <= 30 && !is_dated;
    let is_short = longest <= LONGEST_TERM && parts.iter().all(|part| !part.contains("://") && !part.contains('\n'));
    if is_short && !is_note && !is_text_by_name {
        column.kind = FieldKind::Terms;
        column.is_filter = repeats || has_lists;
    }
}

/// Of each column, how many dates need the order of the others, and whether an address of mail stands in a text that is published.
async fn seen(source: &Source<'_>, columns: &[Column]) -> Vec<(usize, bool)> {
    let mut seen = vec![(0, false); columns.len()];
    for (at, item) in source.items.iter().enumerate() {
        pause_at(at).await;
        for cell in &item.cells {
            let (column, (n_unsure, has_mail)) = (&columns[cell.field], &mut seen[cell.field]);
            if column.role == Role::Date || column.role == Role::Own && column.kind == FieldKind::Date {
                *n_unsure += usize::from(dates::needs_order(&cell.text));
            }
            *has_mail |= column.role == Role::Own && holds_mail(&cell.text);
        }
    }
    seen
}

/// Notes the guesses that a person may want to change.
fn note_guesses(source: &mut Source<'_>, columns: &[Column], sheet: Option<&String>, seen: Vec<(usize, bool)>) {
    let mut notes = Vec::new();
    let mut add = |kind, code, column: &Column, text: String| {
        let place = Place { sheet: sheet.cloned(), ..Place::column(&column.name) };
        notes.push((kind, code, place, text));
    };
    for (column, (n_unsure, has_mail)) in columns.iter().zip(seen) {
        match column.role {
            Role::Private => {
                add(Kind::NotPublished, "private", column, "not published: it seems to be private".to_owned());
            }
            Role::LeftOut if !column.is_decided => {
                add(
                    Kind::NotPublished,
                    "left-out",
                    column,
                    "left out: the program that wrote the file keeps it for itself".to_owned(),
                );
            }
            Role::Date | Role::Own if column.role == Role::Date || column.kind == FieldKind::Date => {
                let text = match column.order {
                    _ if n_unsure == 0 => continue,
                    DayOrder::DayFirst => "read as day, month, year: one of the dates can be nothing else".to_owned(),
                    DayOrder::MonthFirst => "read as month, day, year: one of the dates can be nothing else".to_owned(),
                    DayOrder::Unknown => format!(
                        "{} can mean two days, as no date proves which number is the month: the year is read, the text kept",
                        if n_unsure == 1 { "1 date".to_owned() } else { format!("{n_unsure} dates") }
                    ),
                };
                add(Kind::Guess, "date-order", column, text);
            }
            _ => {}
        }
        if column.numbers.as_ref().is_some_and(|numbers| numbers.is_ambiguous) {
            let text = "the comma is read as a separator of thousands, the point as the decimal mark";
            add(Kind::Guess, "decimal-mark", column, text.to_owned());
        }
        if has_mail {
            add(Kind::Warning, "mail", column, "it holds addresses of mail, which will be public".to_owned());
        }
    }
    for (kind, code, place, text) in notes {
        source.note(kind, code, place, text);
    }
}
