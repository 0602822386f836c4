//! Works of kinds that the manuals treat on their own, row by row of `manuals.txt`: in three styles, and in the formats of other programs.

use competency_explorer::catalog::{Head, Resource, read};
use competency_explorer::explore::Engine;
use competency_explorer::export::citation::{Citation, Style, cite};
use competency_explorer::export::{Context, Format, Known, export};
use serde_json::{Value, json};

/// The rows: rule, record, entries in the order of the styles.
fn rows() -> Vec<(&'static str, Value, [&'static str; 3])> {
    let lines = include_str!("manuals.txt").lines().filter(|line| !line.starts_with('#'));
    let row = |(n, line): (usize, &'static str)| {
        let [rule, record, apa, mla, chicago] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
        let mut record: Value = serde_json::from_str(record).unwrap();
        record["id"] = json!(format!("r{n}"));
        (rule, record, [apa, mla, chicago])
    };
    lines.enumerate().map(row).collect()
}

/// The text, what is in italics between two `_`.
fn with_italics(citation: &Citation) -> String {
    let mark = |text: &str, italic: bool| if italic { format!("_{text}_") } else { text.to_owned() };
    citation.spans.iter().map(|span| mark(&span.text, span.italic)).collect()
}

#[test]
fn every_kind_of_work_is_cited_as_its_section_of_the_manual_says() {
    let rows = rows();
    assert!(rows.len() >= 20);
    let records: Vec<&Value> = rows.iter().map(|(_, record, _)| record).collect();
    let (catalog, _) = read(json!({"title": "A catalog", "resources": records}).to_string().as_bytes()).unwrap();
    let engine = Engine::new(catalog);
    let known = Known::new(&engine.store);
    let context = Context::new(&engine.head, &known);
    let mut wrong = Vec::new();
    for (rule, record, entries) in &rows {
        let resource = engine.resource(engine.find(record["id"].as_str().unwrap()).unwrap());
        for (style, entry) in [Style::Apa, Style::Mla, Style::Chicago].into_iter().zip(entries) {
            let given = with_italics(&cite(style, &resource, context, None));
            if *entry != "\"" && given != *entry {
                wrong.push(format!("{rule}, {}\n  should be {entry}\n  is        {given}", style.name()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn work(kind: &str, title: &str, publisher: &str) -> Resource {
    Resource {
        id: "a".to_owned(),
        title: title.to_owned(),
        publishers: Some(publisher.to_owned()).filter(|name| !name.is_empty()).into_iter().collect(),
        published: "2015".parse().ok(),
        r#type: Some(kind.to_owned()),
        ..Resource::default()
    }
}

#[test]
fn laws_bills_sets_of_data_and_podcasts_have_their_types_in_every_format() {
    for (resource, csl, ris, bibtex, schema) in [
        (work("dataset", "Credits", "Zenodo"), "dataset", "DATA", "misc", "Dataset"),
        (work("law", "Every Student Succeeds Act", "U.S. Congress"), "legislation", "STAT", "misc", "Legislation"),
        (work("policy", "An Act, Pub. L. No. 114-95", "U.S. Congress"), "legislation", "STAT", "misc", "Legislation"),
        (work("policy", "33-1632. Mastery", "Idaho Legislature"), "legislation", "STAT", "misc", "Legislation"),
        (work("policy", "HB 1365 — Mastery", "Florida Senate"), "bill", "BILL", "misc", "Legislation"),
        (work("policy", "Graduation Guidelines", "Colorado Board"), "report", "RPRT", "misc", "DigitalDocument"),
        (work("presentation", "On grades", "WestEd"), "speech", "CONF", "misc", "CreativeWork"),
        (work("poster", "On grades", "WestEd"), "speech", "CONF", "misc", "CreativeWork"),
        (work("keynote", "On grades", "WestEd"), "speech", "CONF", "misc", "CreativeWork"),
        (work("conference-paper", "On grades", "WestEd"), "paper-conference", "CPAPER", "misc", "ScholarlyArticle"),
        (work("interview", "On grades", ""), "interview", "PCOMM", "misc", "Article"),
        (work("newspaper-article", "On grades", "Sun"), "article-newspaper", "NEWS", "article", "NewsArticle"),
        (work("magazine-article", "On grades", "Sun"), "article-magazine", "MGZN", "article", "Article"),
        (work("journal-article", "On grades", "Sun"), "article-journal", "JOUR", "article", "ScholarlyArticle"),
        (work("newspaper-article", "On grades", ""), "article-newspaper", "NEWS", "misc", "NewsArticle"),
        (work("podcast", "On grades", "Grades Podcast"), "broadcast", "SOUND", "misc", "PodcastEpisode"),
    ] {
        let text = |format| export(format, &Head::default(), [resource.clone()]);
        let title = &resource.title;
        let item: Value = serde_json::from_str::<Value>(&text(Format::CslJson)).unwrap()[0].take();
        assert_eq!(item["type"], csl, "{title}");
        assert!(text(Format::Ris).starts_with(&format!("TY  - {ris}\r\n")), "{title}: {}", text(Format::Ris));
        assert!(text(Format::Bibtex).starts_with(&format!("@{bibtex}{{")), "{title}: {}", text(Format::Bibtex));
        assert!(
            text(Format::JsonLd).contains(&format!("\"@type\":[\"{schema}\"")),
            "{title}: {}",
            text(Format::JsonLd)
        );
    }
    let series = Resource { published: "2019-2022".parse().ok(), ..work("podcast", "Talking", "Talking Podcast") };
    let json_ld = export(Format::JsonLd, &Head::default(), [series]);
    assert!(json_ld.contains("\"PodcastSeries\""), "{json_ld}");
}

#[test]
fn bibtex_keeps_every_letter_of_a_law_and_csl_has_its_name_and_its_source() {
    let law = work("law", "34 C.F.R. § 200.1. State Plans", "U.S. Department of Education");
    let bibtex = export(Format::Bibtex, &Head::default(), [law.clone()]);
    assert!(bibtex.contains("title = {{34 C.F.R. § 200.1. State Plans}}"), "{bibtex}");
    let csl = export(Format::CslJson, &Head::default(), [law]);
    assert!(csl.contains("\"title\":\"State Plans, 34 C.F.R. § 200.1\""), "{csl}");
}

#[test]
fn a_show_is_what_an_episode_is_part_of_in_every_format_and_no_author() {
    let episode = work("podcast", "On grades", "Growth Over Grades Podcast");
    let text = |format| export(format, &Head::default(), [episode.clone()]);
    let item: Value = serde_json::from_str::<Value>(&text(Format::CslJson)).unwrap()[0].take();
    assert_eq!((&item["container-title"], &item["author"]), (&json!("Growth Over Grades Podcast"), &Value::Null));
    let ris = text(Format::Ris);
    assert!(ris.contains("T2  - Growth Over Grades Podcast\r\n") && !ris.contains("AU  - "), "{ris}");
    let json_ld = text(Format::JsonLd);
    assert!(
        json_ld.contains(r#""partOfSeries":{"@type":"PodcastSeries","name":"Growth Over Grades Podcast"}"#),
        "{json_ld}"
    );
    assert!(!json_ld.contains("\"publisher\""), "{json_ld}");
}

#[test]
fn descriptions_in_brackets_are_in_the_fields_for_them_and_not_in_the_title() {
    let video = work("report", "Seat time [Video]", "WestEd");
    let text = |format| export(format, &Head::default(), [video.clone()]);
    let [csl, ris, bibtex] = [Format::CslJson, Format::Ris, Format::Bibtex].map(text);
    assert!(csl.contains("\"title\":\"Seat time\"") && csl.contains("\"medium\":\"Video\""), "{csl}");
    assert!(ris.contains("TI  - Seat time\r\n") && ris.contains("M3  - Video\r\n"), "{ris}");
    assert!(bibtex.contains("title = {Seat time}") && bibtex.contains("type = {Video}"), "{bibtex}");
    let talk = Resource {
        container: Some("LearnFest".to_owned()),
        authors: vec!["Ann Lee".into()],
        ..work("conference-paper", "On grades", "WestEd")
    };
    let text = |format| export(format, &Head::default(), [talk.clone()]);
    let [csl, ris, bibtex] = [Format::CslJson, Format::Ris, Format::Bibtex].map(text);
    assert!(csl.contains("\"event-title\":\"LearnFest\"") && csl.contains("\"genre\":\"Paper presentation\""), "{csl}");
    assert!(ris.contains("T2  - LearnFest\r\n") && !csl.contains("container-title"), "{ris}");
    assert!(bibtex.starts_with("@inproceedings{") && bibtex.contains("booktitle = {LearnFest}"), "{bibtex}");
}

#[test]
fn editions_and_numbers_at_the_end_of_titles_have_their_fields_in_every_format() {
    for (kind, title, [csl, ris, bibtex]) in [
        ("book", "Grading (2nd ed.)", ["\"edition\":\"2\"", "ET  - 2nd ed.\r\n", "edition = {2nd}"]),
        (
            "report",
            "Grading (Report No. RR-322)",
            ["\"number\":\"RR-322\"", "SN  - RR-322\r\n", "type = {Report},\n  number = {RR-322}"],
        ),
    ] {
        let resource = Resource { authors: vec!["Ann Lee".into()], ..work(kind, title, "Corwin") };
        let text = |format| export(format, &Head::default(), [resource.clone()]);
        let [csl_text, ris_text, bibtex_text] = [Format::CslJson, Format::Ris, Format::Bibtex].map(text);
        assert!(csl_text.contains(csl) && csl_text.contains("\"title\":\"Grading\""), "{csl_text}");
        assert!(ris_text.contains(ris) && ris_text.contains("TI  - Grading\r\n"), "{ris_text}");
        assert!(bibtex_text.contains(bibtex) && bibtex_text.contains("title = {Grading}"), "{bibtex_text}");
        // Records of data keep the title as it is.
        assert!(text(Format::Csv).contains(title));
    }
}
