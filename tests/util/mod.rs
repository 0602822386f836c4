//! What several test files need: the shipped catalog, generated catalogs and states.

#![allow(dead_code, clippy::unwrap_used, reason = "each test file uses a part; a test fails by panicking")]

pub(crate) mod growth;
pub(crate) mod naive;
pub(crate) mod reading;

use std::sync::LazyLock;

use arbtest::arbitrary::{Result, Unstructured};
use competency_explorer::catalog::{
    Author, AuthorKind, Catalog, Field, FieldKind, Head, NameParts, NamedAuthor, Published, Resource, Term, Vocabulary,
    read,
};
use competency_explorer::explore::{CloudLook, Engine, Look, MAX_SETS, Shared, Sort, State, VIEWS};

/// The engine of the shipped catalog.
pub(crate) static SHIPPED: LazyLock<Engine> =
    LazyLock::new(|| Engine::new(read(&std::fs::read("public/catalog.json").unwrap()).unwrap().0));

const WORDS: [&str; 17] = [
    "time", "timely", "seat", "état", "Etat", "Straße", "strasse", "K-12", "学習", "the", "grade", "grading", "U.S.",
    "US", "C++", "R&D", "2016",
];
const THEMES: [(&str, Option<&str>); 6] =
    [("a", None), ("a1", Some("a")), ("a11", Some("a1")), ("b", None), ("c", Some("d")), ("d", Some("c"))];

fn words(u: &mut Unstructured<'_>, most: usize) -> Result<String> {
    let n = u.int_in_range(0..=most)?;
    Ok((0..n).map(|_| u.choose(&WORDS).copied()).collect::<Result<Vec<_>>>()?.join(" "))
}

fn some_of(u: &mut Unstructured<'_>, of: &[&str]) -> Result<Vec<String>> {
    let mut some = Vec::new();
    for value in of {
        if u.ratio(1, 3)? {
            some.push((*value).to_owned());
        }
    }
    Ok(some)
}

/// Authors of every form.
fn any_authors(u: &mut Unstructured<'_>) -> Result<Vec<Author>> {
    let mut authors: Vec<Author> = some_of(u, &["Ann État", "Bo Seat"])?.into_iter().map(Into::into).collect();
    if u.ratio(1, 4)? {
        let kind = Some(AuthorKind::Organization);
        authors.push(Author::Named(
            NamedAuthor { name: "Timely Grade".to_owned(), kind, ..NamedAuthor::default() }.into(),
        ));
    }
    if u.ratio(1, 4)? {
        let [family, given, suffix] = ["Time y Seat", "État", "III"].map(str::to_owned);
        authors.push(Author::Parts(NameParts { family, given, suffix, ..NameParts::default() }.into()));
    }
    Ok(authors)
}

/// A small catalog of any kind of records.
pub(crate) fn any_catalog(u: &mut Unstructured<'_>) -> Result<Catalog> {
    let term = |(id, parent): &(&str, Option<&str>)| Term {
        id: (*id).to_owned(),
        label: format!("Theme {id} time"),
        parent: parent.map(str::to_owned),
        ..Term::default()
    };
    let grade = Field {
        id: "grade".to_owned(),
        label: "Grade".to_owned(),
        kind: FieldKind::Number,
        filter: true,
        ..Field::default()
    };
    let own = |id: &str, kind| Field { id: id.to_owned(), label: id.to_owned(), kind, ..Field::default() };
    let tags = Field { filter: true, ..own("tags", FieldKind::Terms) };
    let video = Term { id: "video".to_owned(), label: "Film of the time".to_owned(), ..Term::default() };
    let vocabulary =
        Vocabulary { themes: THEMES.iter().map(term).collect(), types: vec![video], ..Vocabulary::default() };
    let mut resources = Vec::new();
    for n in 0..u.int_in_range(0..=90usize)? {
        resources.push(Resource {
            id: format!("r{n}"),
            title: words(u, 4)? + " x",
            summary: u.ratio(3, 4)?.then(|| words(u, 8)).transpose()?,
            doi: [None, Some("10.1000/a".to_owned())][u.choose_index(2)?].clone(),
            authors: any_authors(u)?,
            publishers: some_of(u, &["Time Inc", "Grade"])?,
            published: u
                .choose(&[None, Some("2016"), Some("2016-05"), Some("2018-01-02"), Some("ca. 2016"), Some("in press")])?
                .and_then(Published::read),
            container: [None, Some("Journal of Time".to_owned())][u.choose_index(2)?].clone(),
            volume: [None, Some("12".to_owned())][u.choose_index(2)?].clone(),
            issue: [None, Some("3".to_owned())][u.choose_index(2)?].clone(),
            page_range: [None, Some("45-67".to_owned())][u.choose_index(2)?].clone(),
            r#type: [None, Some("report".to_owned()), Some("video".to_owned())][u.choose_index(3)?].clone(),
            themes: some_of(u, &["a", "a1", "a11", "b", "c", "d", "e"])?,
            places: some_of(u, &["Maine", "Utah"])?,
            keywords: some_of(u, &["seat time", "grading"])?,
            audiences: some_of(u, &["Seat holders"])?,
            extra: any_extra(u)?,
            ..Resource::default()
        });
    }
    let fields = vec![grade, own("note", FieldKind::Text), tags];
    Ok(Catalog { head: Head { title: "T".to_owned(), vocabulary, fields, ..Head::default() }, resources })
}

/// Values of own fields, some of one or more.
fn any_extra(u: &mut Unstructured<'_>) -> Result<serde_json::Map<String, serde_json::Value>> {
    let mut extra = serde_json::Map::new();
    if u.arbitrary()? {
        extra.insert("grade".to_owned(), u.int_in_range(1..=5u8)?.into());
    }
    if u.ratio(1, 3)? {
        extra.insert("note".to_owned(), words(u, 3)?.into());
    }
    if u.ratio(1, 3)? {
        extra.insert("tags".to_owned(), some_of(u, &["Seat time", "état"])?.into());
    }
    Ok(extra)
}

/// Any query: words, beginnings of words, operators, phrases, fields, in any order.
pub(crate) fn any_query(u: &mut Unstructured<'_>) -> Result<String> {
    const PARTS: [&str; 47] = [
        "OR ",
        "OR ",
        "NOT ",
        "-",
        "(",
        ")",
        "\"seat time\" ",
        "\"état\" ",
        "\"time ",
        "ti* ",
        "-grade ",
        "-\"the time\" ",
        "theme:a ",
        "theme:time ",
        "-theme:a1 ",
        "theme:\"Theme b time\" ",
        "type:report ",
        "place:maine ",
        "place:u* ",
        "title:grade ",
        "title:\"seat time\" ",
        "summary:ti* ",
        "year:2016 ",
        "year:>=2017 ",
        "year:2015..2016 ",
        "year:<2018 ",
        "grade:>2 ",
        "keyword:seat ",
        "author:bo ",
        "publisher:\"time inc\" ",
        "type:x ",
        "nofield:time ",
        "ti",
        " é",
        "学",
        " stras",
        "how ",
        "the-time ",
        "-the ",
        "year:2016-05 ",
        "year:2016-05..2018-01 ",
        "year:>2016-05 ",
        "note:time ",
        "note:\"the time\" ",
        "tags:seat ",
        "201",
        "r1",
    ];
    let mut query = String::new();
    if u.arbitrary()? {
        return Ok(query);
    }
    for _ in 0..u.int_in_range(1..=5u8)? {
        let part = if u.arbitrary()? { u.choose(&WORDS)? } else { u.choose(&PARTS)? };
        query.push_str(part);
        query.push_str(if u.ratio(4, 5)? { " " } else { "" });
    }
    Ok(query)
}

/// Any settings of the views.
pub(crate) fn any_look(u: &mut Unstructured<'_>) -> Result<Look> {
    let key = |u: &mut Unstructured<'_>| {
        Ok((*u.choose(&["theme", "audience", "keyword", "summary", "gone & more"])?).to_owned())
    };
    let mut look = Look { rows: key(u)?, columns: key(u)?, ..Look::default() };
    look.cloud = CloudLook {
        of: key(u)?,
        special: u.arbitrary()?,
        by_weight: u.arbitrary()?,
        least: u.int_in_range(1..=9)?,
        most: u.int_in_range(1..=99)?,
    };
    look.stack = if u.arbitrary()? { key(u)? } else { String::new() };
    look.shown = some_of(u, &["type", "published", "gone"])?;
    (look.only_differences, look.only_complete) = (u.arbitrary()?, u.arbitrary()?);
    let set = |u: &mut Unstructured<'_>| Ok((*u.choose(&["#/?place=Maine", "", "#/?q=a%26b&year=..2019"])?).to_owned());
    look.sets = (0..u.int_in_range(0..=MAX_SETS)?).map(|_| set(u)).collect::<Result<_>>()?;
    look.about = if u.ratio(1, 3)? { Some(key(u)?) } else { None };
    Ok(look)
}

/// Characters that addresses, programs on the way and people treat in their own ways.
const ODD: [&str; 24] = [
    "a", "Board", " ", "\u{feff}", "\u{85}", "\u{a0}", "\u{2028}", "=", "&", "#", "?", "%", "%20", "+", "/", "\\",
    "\"", "\n", "\u{0}", "\u{202e}", "é", "e\u{301}", "學", "😀",
];

/// Any text of odd characters, at least so many.
fn odd_text(u: &mut Unstructured<'_>, least: usize) -> Result<String> {
    let n = u.int_in_range(least..=4)?;
    (0..n).map(|_| u.choose(&ODD).copied()).collect()
}

/// Any list that somebody shares: with a name or without, each of its resources once.
fn any_shared(u: &mut Unstructured<'_>) -> Result<Shared> {
    let mut shared = Shared { name: odd_text(u, 0)?, for_whom: odd_text(u, 0)?, ..Shared::default() };
    for _ in 0..u.int_in_range(0..=5)? {
        let id = odd_text(u, 1)?;
        if !shared.ids.contains(&id) {
            shared.ids.push(id);
        }
    }
    Ok(shared)
}

/// Any state that a reader of such a catalog could reach, or a link could ask for.
pub(crate) fn any_state(u: &mut Unstructured<'_>) -> Result<State> {
    let mut state = State { query: any_query(u)?, ..State::default() };
    let choices: [(&str, &[&str]); 6] = [
        ("theme", &["a", "a1", "a11", "b", "c", "d", "e", "", "no-such-theme"]),
        ("type", &["report", "video", ""]),
        ("place", &["Maine", "Utah", "", "Atlantis"]),
        ("year", &["2016", "2016..2017", "..2017", "2017..", "", "soon"]),
        ("keyword", &["seat time", "grading"]),
        ("grade", &["1..2", "4", "5..", ""]),
    ];
    for (key, values) in choices {
        for value in values {
            match u.int_in_range(0..=11u8)? {
                0 | 1 => state.filter.choose(key, value),
                2 => state.filter.leave_out(key, value),
                _ => {}
            }
        }
    }
    for key in ["theme", "place", "keyword"] {
        state.filter.set_all(key, u.ratio(1, 4)?);
    }
    state.only_words = u.ratio(1, 8)?;
    state.sort = *u.choose(&[Sort::Relevance, Sort::Newest, Sort::Oldest, Sort::Title])?;
    state.view = u.choose(&VIEWS)?.view;
    state.look = any_look(u)?;
    state.pages = u.int_in_range(1..=4)?;
    state.open = match u.int_in_range(0..=3u8)? {
        0 => Some("r0".to_owned()),
        1 => Some(odd_text(u, 1)?),
        _ => None,
    };
    state.compared = some_of(u, &["r1", "r2", "r3", "gone", "r4", "r5"])?;
    if u.ratio(1, 3)? {
        state.shared = any_shared(u)?;
    }
    if u.ratio(1, 4)? {
        state.language = Some(odd_text(u, 1)?);
    }
    if u.ratio(1, 4)? {
        state.unknown.push(("utm_source".to_owned(), "mail & more".to_owned()));
    }
    Ok(state)
}
