//! Tests of a session: what is asked and what is answered.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{
    Changed, DifferencesAnswer, FieldAnswer, Only, QualityAnswer, ReadAnswer, RecordsAnswer, Refused, Request, Save,
    SaveParts, Session, SuggestionsAnswer, TagsAnswer, TakenUp,
};
use crate::import::{Edit, HomePart, Wishes, facet_choices};
use crate::limits::{FINDINGS_SHOWN, OWN_ROWS};

/// Bytes that an answer on a list of usual cells may have.
const ANSWER_BYTES: usize = 100_000;

fn ask<T: DeserializeOwned>(session: &mut Session, request: &Request) -> T {
    let answer = session.ask(request);
    assert!(answer.len() < ANSWER_BYTES, "{} bytes: {request:?}", answer.len());
    serde_json::from_str(&answer).unwrap()
}

fn read_as(session: &mut Session, text: &str, wishes: Wishes) -> ReadAnswer {
    session.begin_file("list.csv", text.len());
    for part in text.as_bytes().chunks(7) {
        session.add_bytes(part);
    }
    ask(session, &Request::Read(wishes))
}

fn read(session: &mut Session, text: &str) -> ReadAnswer {
    read_as(session, text, Wishes::default())
}

fn records(session: &mut Session, query: &str, only: Option<Only>, page: usize) -> RecordsAnswer {
    ask(session, &Request::Records { query: query.to_owned(), only, page })
}

/// The ids of the records of [`LIST`].
const IDS: [&str; 3] = ["lantern-atlas", "long-lesson", "counting-rain"];

/// Sets a value of a record of [`LIST`], as it is shown before all edits.
fn set(record: usize, key: &str, text: &str) -> Request {
    Request::SetText { record, id: IDS[record].to_owned(), key: key.to_owned(), is_own: false, text: text.to_owned() }
}

fn data(session: &mut Session) -> Value {
    let parts = SaveParts { today: "2018-01-04".to_owned(), ..SaveParts::default() };
    let file = session.save(&Save::Data("catalog".to_owned()), &parts).unwrap();
    assert_eq!(file.media_type, "application/json");
    serde_json::from_slice(&file.bytes).unwrap()
}

const LIST: &str = "Title,Themes,Keywords,Year\nLantern Atlas,Maps,salt,2014\nLong Lesson,Schools,salt; tin,\nCounting Rain,Maps,rain,\n";

#[test]
fn answers_do_not_grow_with_the_list() {
    let rows: Vec<String> = (0..600).map(|n| format!("Lantern {n},Theme {},word {n},", n % 40)).collect();
    let mut session = Session::default();
    let answer = read(&mut session, &format!("Title,Themes,Keywords,Year\n{}", rows.join("\n")));
    assert_eq!((answer.n_items, answer.status.n_records), (600, 600));
    assert!(answer.notes.len() <= FINDINGS_SHOWN);
    let page = records(&mut session, "", None, 3);
    assert_eq!((page.n, page.rows.len(), page.rows[0].at), (600, OWN_ROWS, 3 * OWN_ROWS));
    assert_eq!(records(&mut session, "", None, usize::MAX).rows.last().unwrap().at, 599);
    let tags = |list: &str| Request::Tags { list: list.to_owned(), query: String::new(), page: 0, chosen: Vec::new() };
    let words: TagsAnswer = ask(&mut session, &tags("keywords"));
    assert_eq!((words.n, words.rows.len(), words.themes.len()), (600, OWN_ROWS, 0));
    assert_eq!(ask::<TagsAnswer>(&mut session, &tags("themes")).themes.len(), 40);
    let quality: QualityAnswer = ask(&mut session, &Request::Quality);
    assert_eq!(quality.used_once.1, 600);
    ask::<SuggestionsAnswer>(&mut session, &Request::Suggestions(0));
    session.begin_file("catalog.json", 0);
    session.add_bytes(br#"{"title":"T","resources":[{"id":"new","title":"New"}]}"#);
    assert_eq!(ask::<Option<String>>(&mut session, &Request::Compare { name: "T".to_owned(), is_catalog: true }), None);
    let differences: DifferencesAnswer = ask(&mut session, &Request::Differences);
    assert_eq!(differences.n_chosen, 1);
    assert!(differences.n > 600);
}

#[test]
fn a_reading_in_parts_is_the_same_and_can_be_ended() {
    let rows: Vec<String> = (0..3_000).map(|n| format!("Lantern {n},Theme {};Other,word {n},{n}", n % 40)).collect();
    let table = format!("Title,Themes,Keywords,Year\n{}", rows.join("\n"));
    let (mut at_once, mut in_parts) = (Session::default(), Session::default());
    let answer = read(&mut at_once, &table);
    read(&mut in_parts, LIST);
    let mut parts = 0;
    let mut read_some = |session: &mut Session, most: usize| {
        session.begin_file("list.csv", table.len());
        session.add_bytes(table.as_bytes());
        session.begin_reading(Wishes::default());
        (0..most).find_map(|_| {
            parts += 1;
            session.read_on()
        })
    };
    assert_eq!(read_some(&mut in_parts, 20), None);
    in_parts.end_reading();
    assert_eq!(records(&mut in_parts, "", None, 0).n_all, IDS.len());
    let read: ReadAnswer = serde_json::from_str(&read_some(&mut in_parts, 1_000).unwrap()).unwrap();
    assert_eq!(read, answer);
    assert_eq!(data(&mut in_parts), data(&mut at_once));
    assert!(parts > 60, "{parts} parts");
}

#[test]
fn edits_are_applied_undone_and_refused() {
    let mut session = Session::default();
    read(&mut session, LIST);
    let changed: Changed = ask(&mut session, &set(0, "title", "Atlas of Lanterns"));
    assert_eq!((changed.is_change, changed.refused, changed.status.n_edits), (true, None, 1));
    assert!(!ask::<Changed>(&mut session, &set(0, "title", "Atlas of Lanterns")).is_change);
    assert_eq!(ask::<Changed>(&mut session, &set(0, "title", "")).refused, Some(Refused::Rule(2)));
    let place = Request::PlaceTheme { theme: "maps".to_owned(), under: "Nowhere".to_owned() };
    assert_eq!(ask::<Changed>(&mut session, &place).refused, Some(Refused::NoTheme("Nowhere".to_owned())));
    assert_eq!(records(&mut session, "lanterns", None, 0).rows[0].cells[0], "Atlas of Lanterns");
    let undone: Changed = ask(&mut session, &Request::Step { is_back: true });
    assert_eq!((undone.is_change, undone.status.n_edits, undone.status.n_undone), (true, 0, 1));
    assert_eq!(records(&mut session, "", None, 0).rows[0].title, "Lantern Atlas");
    let fields: Vec<FieldAnswer> = ask(&mut session, &Request::Record { record: 1, id: IDS[1].to_owned() });
    assert!(fields.iter().any(|field| field.key == "keywords" && field.text == "salt; tin"), "{fields:?}");
}

#[test]
fn edits_stay_when_the_files_are_read_anew_and_when_nothing_can_be_read() {
    let mut session = Session::default();
    read(&mut session, LIST);
    ask::<Changed>(&mut session, &set(2, "title", "Rain"));
    for nothing in ["", "%PDF-1.7"] {
        assert!(read(&mut session, nothing).failure.is_some());
    }
    assert_eq!(data(&mut session)["resources"][2]["title"], "Rain");
    let own = Wishes { roles: vec![("Title".to_owned(), "own".to_owned())], ..Wishes::default() };
    assert_eq!(read_as(&mut session, LIST, own).n_lost, 1);
    assert_eq!(read(&mut session, LIST).n_lost, 0);
    assert_eq!(data(&mut session)["resources"][2]["title"], "Rain");
}

#[test]
fn work_that_is_kept_is_taken_up() {
    let mut session = Session::default();
    read(&mut session, LIST);
    ask::<Changed>(&mut session, &set(0, "title", "Kept"));
    ask::<Changed>(&mut session, &set(0, "title", "Undone"));
    ask::<Changed>(&mut session, &Request::Step { is_back: true });
    let decided = session.decided();
    let mut next = Session::default();
    let taken: TakenUp = ask(&mut next, &Request::TakeUp(decided.clone()));
    assert_eq!((taken.wishes.clone(), taken.complete), (Wishes::default(), None));
    let answer = read_as(&mut next, LIST, taken.wishes);
    assert_eq!((answer.status.n_edits, answer.status.n_undone), (1, 1));
    assert_eq!(next.decided(), decided);
    assert_eq!(data(&mut next)["resources"][0]["title"], "Kept");
}

#[test]
fn work_that_was_taken_up_outlasts_what_is_asked_before_the_files_are_read() {
    let mut session = Session::default();
    read(&mut session, LIST);
    ask::<Changed>(&mut session, &set(0, "title", "Kept"));
    let decided = session.decided();
    let mut next = Session::default();
    ask::<TakenUp>(&mut next, &Request::TakeUp(decided.clone()));
    assert_eq!(next.decided(), decided);
    assert_eq!(records(&mut next, "", None, 0), RecordsAnswer::default());
    ask::<QualityAnswer>(&mut next, &Request::Quality);
    ask::<Option<DifferencesAnswer>>(&mut next, &Request::Differences);
    for command in [set(0, "title", "Late"), Request::Step { is_back: true }] {
        assert_eq!(ask::<Changed>(&mut next, &command).refused, Some(Refused::Outdated));
    }
    assert!(next.save(&Save::Data(String::new()), &SaveParts::default()).is_err());
    assert_eq!(next.decided(), decided);
    assert_eq!(read(&mut next, LIST).status.n_edits, 1);
    assert_eq!(data(&mut next)["resources"][0]["title"], "Kept");
}

#[test]
fn what_was_decided_of_columns_is_known_before_the_files_are_read() {
    let mut session = Session::default();
    read(&mut session, LIST);
    ask::<Changed>(&mut session, &set(0, "title", "Kept"));
    let own = Wishes { roles: vec![("Title".to_owned(), "own".to_owned())], ..Wishes::default() };
    assert_eq!(read_as(&mut session, LIST, own).n_lost, 1);
    let decided = session.decided();
    let mut next = Session::default();
    let taken: TakenUp = ask(&mut next, &Request::TakeUp(decided.clone()));
    assert_eq!(taken.complete, Some(Wishes::default()));
    assert_eq!(next.decided(), decided);
}

#[test]
fn an_edit_that_can_not_be_read_costs_no_other() {
    let mut session = Session::default();
    read(&mut session, LIST);
    for (record, title) in [(0, "First"), (1, "Second"), (2, "Third")] {
        ask::<Changed>(&mut session, &set(record, "title", title));
    }
    let mut titles = |unread: &str, n_lost: usize| {
        let mut decided: Value = serde_json::from_str(&Session::decided(&mut session)).unwrap();
        decided["edits"][1] = serde_json::from_str(unread).unwrap();
        let mut next = Session::default();
        ask::<TakenUp>(&mut next, &Request::TakeUp(decided.to_string()));
        assert_eq!(read(&mut next, LIST).n_lost, n_lost);
        records(&mut next, "", None, 0).rows.into_iter().map(|row| row.title).collect::<Vec<String>>()
    };
    assert_eq!(titles(r#"{"edit":"of_another_time"}"#, 1), ["First", "Long Lesson", "Third"]);
    // Positions behind one that may have moved records are not known.
    assert_eq!(titles(r#"{"edit":"delete_record"}"#, 2), ["First", "Long Lesson", "Counting Rain"]);
}

#[test]
fn what_is_missing_leads_to_the_records_which_stay_in_sight() {
    let mut session = Session::default();
    read(&mut session, LIST);
    let quality: QualityAnswer = ask(&mut session, &Request::Quality);
    assert!(quality.missing.contains(&("published".to_owned(), 2)), "{quality:?}");
    let without = |nth| Some(Only::Without("published".to_owned(), nth));
    let titles = |answer: RecordsAnswer| answer.rows.into_iter().map(|row| row.title).collect::<Vec<String>>();
    let both = ["Long Lesson", "Counting Rain"];
    assert_eq!(titles(records(&mut session, "", without(0), 0)), both);
    ask::<Changed>(&mut session, &set(1, "published", "2016"));
    ask::<QualityAnswer>(&mut session, &Request::Quality);
    assert_eq!(titles(records(&mut session, "", without(0), 0)), both);
    assert_eq!(titles(records(&mut session, "", without(1), 0)), ["Counting Rain"]);
}

#[test]
fn a_catalog_is_of_the_day_on_which_it_is_edited() {
    let json = r#"{"title":"T","updated":"2001-01-01","vocabulary":{"themes":[{"id":"m","label":"Maps"}]},"resources":[{"id":"a","title":"A"}]}"#;
    let mut session = Session::default();
    read(&mut session, json);
    assert_eq!(data(&mut session)["updated"], "2001-01-01");
    ask::<Changed>(&mut session, &Request::Edit(Edit::SetHead { key: "title".to_owned(), value: "New".into() }));
    assert_eq!(data(&mut session)["updated"], "2018-01-04");
}

#[test]
fn what_is_chosen_of_another_catalog_is_one_edit() {
    let mut session = Session::default();
    read(&mut session, LIST);
    session.begin_file("other.csv", 0);
    session.add_bytes(b"Title,Year\nPaper Harbors,2018\nLong Lesson,2016\n");
    let compare = Request::Compare { name: "other.csv".to_owned(), is_catalog: false };
    assert_eq!(ask::<Option<String>>(&mut session, &compare), None);
    let differences: DifferencesAnswer = ask(&mut session, &Request::Differences);
    assert_eq!((differences.n_chosen, differences.groups[0].lines[0].title.as_str()), (2, "Paper Harbors"));
    let compared = differences.compared;
    ask::<()>(&mut session, &Request::Choose { compared, from: 0, n: 1, is_chosen: false });
    assert!(ask::<Changed>(&mut session, &Request::TakeChosen(compared)).is_change);
    let saved = data(&mut session);
    assert_eq!(
        (saved["resources"].as_array().unwrap().len(), &saved["resources"][1]["published"]),
        (3, &"2016".into())
    );
    // The differences are others now, and nothing is chosen unasked.
    assert_eq!(ask::<DifferencesAnswer>(&mut session, &Request::Differences).n_chosen, 0);
    let file = session.save(&Save::Changes, &SaveParts::default()).unwrap();
    assert!(file.bytes.starts_with(b"# Changes"));
}

#[test]
fn commands_that_follow_each_other_at_once_are_of_the_records_that_were_shown() {
    let mut session = Session::default();
    read(&mut session, LIST);
    let rows = records(&mut session, "", None, 0).rows;
    let of = |at: usize| rows[at].id.clone();
    assert_eq!([of(0), of(1), of(2)], IDS);
    let delete = |at: usize| Request::EditRecord { id: of(at), edit: Edit::DeleteRecord { record: at } };
    for at in [0, 1] {
        assert!(ask::<Changed>(&mut session, &delete(at)).is_change);
    }
    assert!(ask::<Changed>(&mut session, &set(2, "title", "Rain")).is_change);
    let left = records(&mut session, "", None, 0).rows;
    assert_eq!(left.iter().map(|row| row.title.as_str()).collect::<Vec<&str>>(), ["Rain"]);
    for gone in [delete(1), set(1, "title", "Late")] {
        assert_eq!(ask::<Changed>(&mut session, &gone).refused, Some(Refused::Rule(0)));
    }
    assert!(ask::<Vec<FieldAnswer>>(&mut session, &Request::Record { record: 0, id: of(1) }).is_empty());
    let fields: Vec<FieldAnswer> = ask(&mut session, &Request::Record { record: 2, id: of(2) });
    assert!(fields.iter().any(|field| field.text == "Rain"), "{fields:?}");
}

#[test]
fn edits_of_the_head_that_follow_each_other_at_once_are_all_there() {
    let mut session = Session::default();
    read(&mut session, LIST);
    let home = |part, text: &str| Request::SetHome { part, text: text.to_owned() };
    let colour =
        |key: &str, colour: Option<&str>| Request::SetColour { key: key.to_owned(), colour: colour.map(str::to_owned) };
    let head = |text: &str| Request::SetHead { key: "title".to_owned(), text: text.to_owned() };
    let down = || Request::MoveFacet { facet: "theme".to_owned(), is_up: false };
    for command in [
        home(HomePart::Promise, "All of it"),
        home(HomePart::Examples, "rain"),
        colour("accent", Some("#123456")),
        colour("ground", Some("#fedcba")),
        colour("accent", None),
        head(" Rain "),
        down(),
        down(),
    ] {
        assert!(ask::<Changed>(&mut session, &command).is_change, "{command:?}");
    }
    let changed: Changed = ask(&mut session, &head("Rain"));
    assert!(!changed.is_change);
    let head = &changed.status.head.head;
    assert_eq!(head["title"], "Rain");
    assert_eq!(head["home"], serde_json::json!({ "promise": "All of it", "examples": ["rain"] }));
    assert_eq!(head["colours"], serde_json::json!({ "ground": "#fedcba" }));
    assert_eq!(facet_choices(&changed.status.head)[2].key, "theme");
    let first = facet_choices(&changed.status.head)[0].key.clone();
    assert!(!ask::<Changed>(&mut session, &Request::MoveFacet { facet: first, is_up: true }).is_change);
}

#[test]
fn differences_that_were_compared_anew_are_chosen_and_taken_anew() {
    let mut session = Session::default();
    read(&mut session, LIST);
    session.begin_file("other.csv", 0);
    session.add_bytes(b"Title,Year\nPaper Harbors,2018\nLong Lesson,2016\n");
    let compare = Request::Compare { name: "other.csv".to_owned(), is_catalog: false };
    assert_eq!(ask::<Option<String>>(&mut session, &compare), None);
    let shown = ask::<DifferencesAnswer>(&mut session, &Request::Differences).compared;
    ask::<Changed>(&mut session, &set(1, "published", "2016"));
    let choose = |compared| Request::Choose { compared, from: 0, n: 1, is_chosen: true };
    ask::<()>(&mut session, &choose(shown));
    let now: DifferencesAnswer = ask(&mut session, &Request::Differences);
    assert_eq!(now.n_chosen, 0);
    ask::<()>(&mut session, &choose(now.compared));
    assert_eq!(ask::<Changed>(&mut session, &Request::TakeChosen(shown)).refused, Some(Refused::Outdated));
    assert!(ask::<Changed>(&mut session, &Request::TakeChosen(now.compared)).is_change);
}

#[test]
fn what_columns_became_is_saved_and_holds_for_the_next_version_of_the_list() {
    let mut session = Session::default();
    let own = Wishes { roles: vec![("Keywords".to_owned(), "themes".to_owned())], ..Wishes::default() };
    read_as(&mut session, LIST, own);
    let parts = SaveParts { today: "2018-01-04".to_owned(), ..SaveParts::default() };
    let saved = session.save(&Save::Data("catalog".to_owned()), &parts).unwrap();
    let text = String::from_utf8(saved.bytes).unwrap();
    // A page looks for it in the first bytes.
    assert!(text.find("\"import\":{\"column\":[{") < text.find("\"resources\":"), "{text}");
    let earlier = serde_json::from_value(serde_json::from_str::<Value>(&text).unwrap()["import"].take()).unwrap();
    let mut next = Session::default();
    let wishes = Wishes { earlier: Some(earlier), ..Wishes::default() };
    let answer = read_as(&mut next, &LIST.replace("Counting Rain", "Counting Snow"), wishes);
    let roles: Vec<(&str, &str)> = answer.columns.iter().map(|of| (of.name.as_str(), of.role.as_str())).collect();
    assert!(roles.contains(&("Keywords", "themes")), "{roles:?}");
    // The same list beside it differs in what was changed alone.
    session.begin_file("next.csv", 0);
    session.add_bytes(LIST.replace("Counting Rain", "Counting Snow").as_bytes());
    assert_eq!(
        ask::<Option<String>>(&mut session, &Request::Compare { name: "next".to_owned(), is_catalog: false }),
        None
    );
    let compared = &session.other.as_ref().unwrap().compared;
    assert!(compared.differences.len() <= 2, "{:?}", compared.differences);
}

#[test]
fn a_catalog_that_was_saved_is_saved_again_as_it_is() {
    let mut session = Session::default();
    read(&mut session, LIST);
    ask::<Changed>(&mut session, &set(0, "title", "Atlas of Lanterns"));
    let parts = SaveParts { today: "2018-01-04".to_owned(), ..SaveParts::default() };
    let first = session.save(&Save::Data("catalog".to_owned()), &parts).unwrap();
    let mut next = Session::default();
    next.begin_file("catalog.json", first.bytes.len());
    next.add_bytes(&first.bytes);
    // The page that was saved has its mapping, which is of the list.
    let head: Value = serde_json::from_slice(&first.bytes).unwrap();
    let earlier = serde_json::from_value(head["import"].clone()).unwrap();
    ask::<ReadAnswer>(&mut next, &Request::Read(Wishes { earlier: Some(earlier), ..Wishes::default() }));
    let second = next.save(&Save::Data("catalog".to_owned()), &parts).unwrap();
    assert_eq!(String::from_utf8(second.bytes).unwrap(), String::from_utf8(first.bytes).unwrap());
}
