//! Titles: the cases of the manuals and the sort key, line by line of `titles.txt`, and in the shipped catalog.

use crate::util::SHIPPED;
use competency_explorer::catalog::{Catalog, Head, Resource};
use competency_explorer::explore::Engine;
use competency_explorer::export::citation::{Style, cite};
use competency_explorer::export::{Context, Format, Known, export};
use competency_explorer::text::sort_key;

/// A line of the table: title, context, sentence case, MLA, Chicago, sort key, rule.
fn table() -> Vec<[&'static str; 7]> {
    let lines = include_str!("titles.txt").lines().filter(|line| !line.starts_with('#'));
    lines
        .map(|line| {
            let cells: Vec<&str> = line.split('|').map(str::trim).collect();
            cells.try_into().unwrap_or_else(|cells| panic!("{cells:?}"))
        })
        .collect()
}

fn report(id: &str, title: &str, summary: Option<&str>) -> Resource {
    Resource {
        id: id.to_owned(),
        title: title.to_owned(),
        summary: summary.map(str::to_owned),
        r#type: Some("report".to_owned()),
        ..Resource::default()
    }
}

/// The title as an entry has it: its first span, with what stands in brackets behind it where the title itself ends so.
fn titled(style: Style, resource: &Resource, context: Context<'_>) -> String {
    let entry = cite(style, resource, context, None);
    let behind = entry.spans.get(1).map_or("", |span| span.text.as_str());
    let end = [('(', ')'), ('[', ']')].into_iter().find(|(open, close)| {
        resource.title.ends_with(*close) && !entry.spans[0].text.ends_with(*close) && behind.starts_with([' ', *open])
    });
    let end =
        end.and_then(|(_, close)| Some(&behind[..=behind.find(close)?])).filter(|end| resource.title.ends_with(end));
    entry.spans[0].text.clone() + end.unwrap_or_default()
}

/// What the title of the first of some records is in a style, with all of them as its catalog.
fn in_catalog(style: Style, resources: &[Resource]) -> String {
    let engine = Engine::new(Catalog { head: Head::default(), resources: resources.to_vec() });
    let known = Known::new(&engine.store);
    titled(style, &resources[0], Context::new(&engine.head, &known))
}

#[test]
fn titles_are_in_the_case_of_each_manual_and_sorted_by_their_first_word() {
    let table = table();
    let mut wrong = Vec::new();
    for [title, context, sentence, mla, chicago, key, rule] in &table {
        let (language, context) = match context.strip_prefix('(').and_then(|rest| rest.split_once(')')) {
            Some((language, context)) => (language, context.trim()),
            None => ("en", *context),
        };
        let mut first = report("a", title, None);
        first.language = Some(language.to_owned());
        let resources = [first, report("b", "Other", Some(context))];
        let or_same = |cell: &'static str, same: &'static str| if cell == "=" { same } else { cell };
        let mla = or_same(mla, title);
        let chicago = if *chicago == "\"" { mla } else { or_same(chicago, title) };
        let wanted = [or_same(sentence, title), mla, chicago, key];
        let got = [
            in_catalog(Style::Apa, &resources),
            in_catalog(Style::Mla, &resources),
            in_catalog(Style::Chicago, &resources),
            sort_key(title, language),
        ];
        for (wanted, got) in wanted.iter().zip(&got) {
            // A title in italics that ends with quotation marks has the point of the entry within them.
            let same = got == wanted || got.replace(".”", "”") == *wanted;
            if !same {
                wrong.push(format!("{title} ({rule})\n  should be {wanted}\n  is        {got}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(table.len() >= 60, "{}", table.len());
}

#[test]
fn races_years_grades_and_compounds_have_the_capitals_of_the_manual() {
    let head = Head::default();
    for (title, sentence) in [
        // APA 7 section 5.7.
        ("Learning for Latinx and Black Students", "Learning for Latinx and Black students"),
        // APA 7 section 6.19: a year is the number of nothing.
        ("World Development Report 2018: Learning", "World development report 2018: Learning"),
        ("Report 7 on Learning", "Report 7 on learning"),
        // APA 7 section 6.17.
        ("e-Learning: a to-do list", "E-learning: A to-do list"),
        ("Bold Moves for A < B", "Bold moves for A < B"),
        ("Adams County, Colo., Forges on with Learning", "Adams County, Colo., forges on with learning"),
    ] {
        assert_eq!(titled(Style::Apa, &report("a", title, None), Context::from(&head)), sentence);
    }
}

#[test]
fn markup_of_html_in_titles_is_read_as_what_it_means() {
    let title = "<b>Bold</b> &amp; &#8220;Free&#8221; <em>Schools</em>";
    let book = report("a", title, None);
    let head = Head::default();
    assert_eq!(titled(Style::Apa, &book, Context::from(&head)), "Bold & “free” schools");
    assert_eq!(titled(Style::Chicago, &book, Context::from(&head)), "Bold & “Free” Schools");
    let text = |format| export(format, &head, [book.clone()]);
    assert!(
        text(Format::CslJson).contains(r#""title":"\u003cb>Bold\u003c/b> & “free” \u003ci>schools\u003c/i>""#),
        "{}",
        text(Format::CslJson)
    );
    assert!(text(Format::Ris).contains("TI  - Bold & “Free” Schools\r\n"), "{}", text(Format::Ris));
    assert!(text(Format::Bibtex).contains("title = {Bold \\& ``Free'' Schools}"), "{}", text(Format::Bibtex));
    // What is no sign stays, and data keep the text.
    assert_eq!(titled(Style::Apa, &report("a", "Q&A; R&D", None), Context::from(&head)), "Q&A; R&D");
    assert!(text(Format::Csv).contains("&amp;"));
}

#[test]
fn names_in_titles_of_the_shipped_catalog_keep_their_capitals() {
    let known = Known::new(&SHIPPED.store);
    let context = Context::new(&SHIPPED.head, &known);
    let mut missing = Vec::new();
    for name in [
        "Doug Tuthill",
        "Zaretta Hammond",
        "Northern Cass",
        "Kettle Moraine",
        "Lindsay Unified",
        "Dr. Cory Steiner",
        "Eastern Carver County",
        "Windsor Locks",
        "San Diego",
        "Western Governors",
        "New Hampshire",
        "Maine",
        "Every Student Succeeds Act",
        "Building 21",
        "Mastery Transcript Consortium",
        "Big Picture Learning",
        "Modern Classrooms Project",
        "Mastery Collaborative",
        "Summit Learning",
        "science of Summit",
    ] {
        let with_it = (0..)
            .take(SHIPPED.len())
            .filter(|idx| SHIPPED.store.title(*idx).to_lowercase().contains(&name.to_lowercase()));
        for idx in with_it {
            let sentence = cite(Style::Apa, &SHIPPED.resource(idx), context, None).plain();
            if !sentence.contains(name) {
                missing.push(format!("{name}: {sentence}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

#[test]
fn publishers_bodies_and_places_of_any_record_keep_their_capitals_in_titles() {
    let named = Resource {
        publishers: [
            "Big Picture Learning",
            "The Modern Classrooms Project (MCP)",
            "Personalize Learning",
            "Getting",
            "Quill",
        ]
        .map(str::to_owned)
        .to_vec(),
        authors: vec!["Mastery Collaborative".into(), "Grace Young".into()],
        places: vec!["Green Valley".to_owned()],
        summary: Some(
            "Schools personalize learning. They are getting on, and the valley is green. So they personalize learning."
                .to_owned(),
        ),
        ..report("b", "Other", None)
    };
    for (title, sentence) in [
        ("Big Picture Learning: A Study", "Big Picture Learning: A study"),
        ("Lessons of the Modern Classrooms Project", "Lessons of the Modern Classrooms Project"),
        ("The Mastery Collaborative Approach", "The Mastery Collaborative approach"),
        ("Schools in Green Valley", "Schools in Green Valley"),
        // A body of one word that is common, or whose words the texts have in small letters, is none in a title.
        ("Ways to Personalize Learning", "Ways to personalize learning"),
        ("Getting Started", "Getting started"),
        ("On Getting Started with Quill", "On getting started with Quill"),
    ] {
        assert_eq!(in_catalog(Style::Apa, &[report("a", title, None), named.clone()]), sentence);
    }
}

#[test]
fn a_publisher_that_is_called_by_a_common_word_makes_no_name_of_it_in_titles() {
    let named = |publishers: &[&str]| Resource {
        publishers: publishers.iter().map(|name| (*name).to_owned()).collect(),
        ..report("b", "Other", None)
    };
    for (title, publishers, sentence) in [
        ("Is Seat Time Dead?", &["Time"][..], "Is seat time dead?"),
        ("Remote Access", &["Access", "Remote"], "Remote access"),
        ("Ways to Actualize Learning", &["Actualize", "Learning Policy Institute"], "Ways to actualize learning"),
        ("Libraries Use Zotero", &["Zotero"], "Libraries use Zotero"),
    ] {
        assert_eq!(in_catalog(Style::Apa, &[report("a", title, None), named(publishers)]), sentence);
        let own = Resource { publishers: named(publishers).publishers, ..report("a", title, None) };
        assert!(cite(Style::Apa, &own, &Head::default(), None).plain().contains(sentence));
    }
}

#[test]
fn capitals_in_titles_of_a_catalog_of_any_size_are_those_of_names() {
    // Titles in headline style alone, of which none says what is a name.
    let titles = [
        ("Gardening with Toddlers: Seeds, Soil, and Sunshine", "Gardening with toddlers: Seeds, soil, and sunshine"),
        ("Maintaining Diesel Engines in Norway", "Maintaining diesel engines in Norway"),
        ("The Hidden Curriculum of Kindergarten Playgrounds", "The hidden curriculum of kindergarten playgrounds"),
        ("Nurses Unionize in Vermont Hospitals", "Nurses unionize in Vermont hospitals"),
        ("Life on Jupiter: Astronomers Speculate", "Life on Jupiter: Astronomers speculate"),
    ];
    for n in [5, 40, 400] {
        let resources: Vec<Resource> =
            (0..n).map(|at| report(&format!("r{at}"), titles[at % titles.len()].0, None)).collect();
        let engine = Engine::new(Catalog { head: Head::default(), resources });
        let known = Known::new(&engine.store);
        for (idx, (_, sentence)) in (0..).zip(titles) {
            let entry = titled(Style::Apa, &engine.resource(idx), Context::new(&engine.head, &known));
            assert_eq!(entry, sentence, "of {n}");
        }
    }
}

#[test]
fn a_publisher_goes_by_the_first_word_of_its_name_where_that_stands_alone() {
    let summit = vec!["Summit Public Schools".to_owned()];
    let entry = |title: &str, other: &str| {
        let resources = vec![
            Resource { publishers: summit.clone(), ..report("a", title, None) },
            report("b", "Other", Some(other)),
        ];
        let engine = Engine::new(Catalog { head: Head::default(), resources });
        let known = Known::new(&engine.store);
        cite(Style::Apa, &engine.resource(0), Context::new(&engine.head, &known), None).plain()
    };
    let small = "At the summit of a summit is no summit, nor is a summit.";
    for (title, other, sentence) in [
        ("The Science of Summit", "Nothing.", "The science of Summit."),
        ("The Science of a Summit", "Nothing.", "The science of a summit."),
        ("The Science of Summit", small, "The science of summit."),
    ] {
        assert!(entry(title, other).contains(sentence), "{}", entry(title, other));
    }
}

#[test]
fn a_name_of_two_words_that_one_text_has_is_one_in_titles() {
    let other = |summary: &str| report("b", "Other", Some(summary));
    for (title, summary, sentence) in [
        (
            "Struggles of Bright Pathway Schools",
            "It began with Bright Pathway last year.",
            "Struggles of Bright Pathway schools",
        ),
        ("Our Bright Pathway", "It began with Bright Pathway, a bright pathway.", "Our bright pathway"),
        ("NYC’s Bright Pathway", "It began with New York’s Bright Pathway last year.", "NYC’s Bright Pathway"),
        // What mentions the title is no name.
        ("Advancing Equity: A Brief", "It belongs to Advancing Equity, a series.", "Advancing equity: A brief"),
    ] {
        assert_eq!(in_catalog(Style::Apa, &[report("a", title, None), other(summary)]), sentence);
    }
}

#[test]
fn common_words_in_titles_of_the_shipped_catalog_are_small() {
    let known = Known::new(&SHIPPED.store);
    let context = Context::new(&SHIPPED.head, &known);
    for (published, lowered) in [
        ("Rethinking State Accountability", "Rethinking state accountability"),
        ("Designing for Equity", "Designing for equity"),
        ("Five Obstacles to Grading Reform", "Five obstacles to grading reform"),
    ] {
        let idx = (0..).take(SHIPPED.len()).find(|idx| SHIPPED.store.title(*idx).starts_with(published)).unwrap();
        let entry = cite(Style::Apa, &SHIPPED.resource(idx), context, None).plain();
        assert!(entry.contains(lowered), "{entry}");
    }
}

#[test]
fn a_stated_title_in_sentence_case_wins() {
    let mut resource = report("a", "The Science of Summit", None);
    resource.other.insert("title_sentence".to_owned(), "The science of Summit".into());
    let head = Head::default();
    assert!(cite(Style::Apa, &resource, &head, None).plain().starts_with("The science of Summit."));
    assert!(cite(Style::Mla, &resource, &head, None).plain().starts_with("The Science of Summit."));
    let bibtex = export(Format::Bibtex, &head, [resource]);
    assert!(bibtex.contains("title = {The Science of {Summit}}"), "{bibtex}");
}

#[test]
fn bibtex_protects_names_letters_and_acronyms() {
    let of = |title: &str| export(Format::Bibtex, &Head::default(), [report("a", title, Some("In Kenya it began."))]);
    assert!(of("Q&A with Teachers").contains("title = {Q\\&{A} with Teachers}"), "{}", of("Q&A with Teachers"));
    let grade = of("Give Me an A: Vitamin C, Plan B and Grade A Schools");
    assert!(grade.contains("an {A}: Vitamin {C}, {Plan} {B} and {Grade} {A} Schools"), "{grade}");
    assert!(
        of("Schools in Kenya and CBE").contains("Schools in {Kenya} and {CBE}"),
        "{}",
        of("Schools in Kenya and CBE")
    );
}

#[test]
fn bibtex_has_braces_where_sentence_case_would_be_lost_and_nowhere_else() {
    let of = |title: &str| {
        let bibtex = export(Format::Bibtex, &Head::default(), [report("a", title, Some("In Kenya it began."))]);
        let title = bibtex.lines().find_map(|line| line.strip_prefix("  title = {")).unwrap();
        title.trim_end_matches(',').strip_suffix('}').unwrap().to_owned()
    };
    for (title, written) in [
        // BibTeX keeps the first letter and the one behind a colon (Patashnik, BibTeXing, section 4).
        ("Kenya: Kenya and Its Schools", "Kenya: Kenya and Its Schools"),
        ("Schools of Kenya", "Schools of {Kenya}"),
        ("Is It Working? Early Findings", "Is It Working? {Early} Findings"),
        ("iNACOL and Grading", "{iNACOL} and Grading"),
        // Capitals alone are no style (APA 7 section 6.17): recased, acronyms stay.
        ("COMPETENCY-BASED EDUCATION IN THE US", "Competency-Based Education in the {US}"),
        // The quotation marks of LaTeX.
        ("Why \"Play\" Matters", "Why ``Play'' Matters"),
        ("\"Play\" and 'Work'", "``{Play}'' and ``Work''"),
        ("The “So-Called ‘Play’”", "The ``So-Called `Play'{}''"),
        ("Students' Needs", "Students' Needs"),
    ] {
        assert_eq!(of(title), written, "{title}");
    }
    // A title in another language is as published.
    let german = Resource { language: Some("de".to_owned()), ..report("a", "Die Angst vor Noten", None) };
    assert!(export(Format::Bibtex, &Head::default(), [german]).contains("title = {Die {Angst} vor {Noten}}"));
}

#[test]
fn quotation_marks_within_quotation_marks_are_single_and_the_point_stands_inside() {
    let article = |title: &str| Resource {
        r#type: Some("article".to_owned()),
        publishers: vec!["Phi Delta Kappan".to_owned()],
        authors: vec!["Ann Lee".into()],
        ..report("a", title, None)
    };
    for (title, quoted) in [
        ("“I Know” and the “Play”", "“‘I Know’ and the ‘Play.’”"),
        ("Why “Play”?", "“Why ‘Play’?”"),
        ("The Students’", "“The Students’.”"),
        ("The “So-Called ‘Play’”", "“The ‘So-Called “Play.”’”"),
    ] {
        for style in [Style::Mla, Style::Chicago] {
            let entry = cite(style, &article(title), &Head::default(), None).plain();
            assert!(entry.contains(quoted), "{style:?}: {entry}");
        }
    }
    let entry = cite(Style::Mla, &report("a", "The “Play”", None), &Head::default(), None).plain();
    assert!(entry.starts_with("The “Play.”"), "{entry}");
}

#[test]
fn tags_of_csl_are_for_its_processors_alone_and_other_signs_stay() {
    let of = |format, title: &str| export(format, &Head::default(), [report("a", title, None)]);
    let of_csl = |title: &str| {
        let items: serde_json::Value = serde_json::from_str(&of(Format::CslJson, title)).unwrap();
        items[0]["title"].as_str().unwrap().to_owned()
    };
    let marked = "A Study of <i>Hamlet</i> in Class";
    assert_eq!(of_csl(marked), "A study of <i>Hamlet</i> in class");
    assert!(of(Format::Bibtex, marked).contains("title = {A Study of {Hamlet} in Class}"));
    let bare = "When x < y in <i> class";
    assert_eq!(of_csl(bare), bare);
    assert!(of(Format::Bibtex, bare).contains("When x < y in <i> class"));
}
