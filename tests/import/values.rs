//! What a cell of a table becomes: dates, addresses, DOIs, languages, and columns whose names are words of two languages.

use competency_explorer::catalog::{Author, Published, Resource};
use competency_explorer::import::{ColumnMapping, Failure, Format, Import, Kind, Mapping, Options, Role, read};

fn import(text: &str) -> Import {
    read("a.csv", text.as_bytes(), &Options::default()).unwrap()
}

/// The only record of a table of one row: its cells by the names of their columns.
fn record(column: &str, cell: &str) -> (Resource, Import) {
    let import = import(&format!("Title\t{column}\nLantern Atlas\t{cell}\n"));
    (import.catalog.resources[0].clone(), import)
}

/// The values of the field of the catalog's own with that label.
fn own(import: &Import, label: &str) -> Vec<String> {
    let fields = import.catalog.head.fields.iter().filter(|field| field.label == label);
    let values = |id: &str| import.catalog.resources.iter().flat_map(|record| record.extra_values(id)).collect();
    fields.flat_map(|field| -> Vec<String> { values(&field.id) }).collect()
}

#[test]
fn a_column_of_years_keeps_what_is_uncertain_of_a_year() {
    let import = import("Title,Year\nA,2018\nB,ca. 2019\nC,2019?\nD,in press\nE,n.d.\n");
    let published: Vec<(Option<String>, Option<String>)> = import
        .catalog
        .resources
        .iter()
        .map(|record| {
            let published = record.published.as_ref();
            let stated = published.and_then(Published::stated).map(str::to_owned);
            (published.and_then(Published::date).map(|date| date.to_string()), stated)
        })
        .collect();
    let expected = [
        (Some("2018"), None),
        (Some("2019"), Some("ca. 2019")),
        (Some("2019"), Some("2019?")),
        (None, Some("in press")),
        (None, None),
    ];
    let expected = expected.map(|(date, stated)| (date.map(str::to_owned), stated.map(str::to_owned)));
    assert_eq!(published, expected);
    assert_eq!(own(&import, "Year"), ["n.d."]);
}

#[test]
fn a_year_in_which_nothing_can_be_published_is_no_date() {
    for year in ["3019", "12/13/3019", "2150-01-02"] {
        let import = import(&format!("Title,Date\nA,2018\nB,{year}\n"));
        let published = &import.catalog.resources[1].published;
        assert_eq!(published.as_ref().and_then(Published::date), None, "{year}");
        assert_eq!(own(&import, "Date"), [year]);
    }
}

#[test]
fn a_table_with_a_reference_in_a_cell_is_a_table() {
    for inside in ["@book{x, title={Y}}", "TY  - JOUR", "%0 Book", "%0 a", "PMID- 12"] {
        for text in [
            format!("Title,Note\nA,\"see\n{inside}\"\nB,plain\n"),
            format!("Title,Note\n\"see\n{inside}\",A\nB,plain\n"),
        ] {
            let import = import(&text);
            assert_eq!((import.report.format, import.catalog.resources.len()), (Format::Delimited, 2), "{text}");
        }
    }
    let after_prose =
        "Written by a program, of which, the name, is long\nEncoding: UTF-8, as ever\n\n@book{x, title={Y}}\n";
    assert_eq!(import(after_prose).report.format, Format::BibTex);
}

#[test]
fn an_english_word_is_a_name_of_another_language_only_among_others() {
    let rows = "A\tCensus 2010\nB\tInterviews\nC\tSurvey\nD\tMaps of 1990\n";
    let data = import(&format!("Title\tData\n{rows}"));
    assert!(data.catalog.resources.iter().all(|record| record.published.is_none()));
    assert_eq!(own(&data, "Data").len(), 4);
    let public = import("Title\tPublic\nA\tyes\nB\tno\nC\tyes\n");
    assert!(public.catalog.resources.iter().all(|record| record.audiences.is_empty()));
    assert_eq!(own(&public, "Public"), ["yes", "no", "yes"]);
    let art = import("Title\tArt\nA\tpainting\nB\tsculpture\nC\tpainting\n");
    assert!(art.catalog.resources.iter().all(|record| record.r#type.is_none()));

    let published =
        |import: &Import| import.catalog.resources.iter().filter(|record| record.published.is_some()).count();
    assert_eq!(published(&import("Titolo\tData\nA\t2010\nB\t2011\n")), 2);
    assert_eq!(published(&import("Title\tData\nA\t2010-05-03\nB\t2011\n")), 2);
    assert!(import("Titre\tPublic\nA\tEnfants\n").catalog.resources[0].audiences == ["enfants"]);
    assert!(import("Titel\tArt\nA\tBuch\n").catalog.resources[0].r#type.as_deref() == Some("buch"));
}

#[test]
fn a_column_of_dates_holds_dates_in_half_of_its_cells_at_least() {
    let rows = ["A", "B", "C", "D", "E"].map(|title| [title, "not yet known"].join("\t")).join("\n");
    let few = import(&format!("Title\tDate\n{rows}\nT10\tabout 2010\n"));
    assert!(few.catalog.resources.iter().all(|record| record.published.is_none()));
    let all = import("Title\tDate\nA\tin press\nB\tn.d.\nC\t2010\nD\tsoon\n");
    assert!(own(&all, "Date").contains(&"soon".to_owned()) && all.catalog.resources[2].published.is_some());
}

#[test]
fn a_remark_behind_an_address_is_no_part_of_it() {
    for (cell, url) in [
        ("https://x.example/a.pdf (PDF)", "https://x.example/a.pdf"),
        ("https://x.example/a accessed 3.5.2020", "https://x.example/a"),
        ("https://x.example/a accessed 3/5/2020", "https://x.example/a"),
        ("https://x.example/a, (PDF)", "https://x.example/a"),
        ("https://x.example/a b.pdf (PDF)", "https://x.example/a%20b.pdf"),
        ("https://x.example/p ath/with space.pdf", "https://x.example/p%20ath/with%20space.pdf"),
        ("https://x.example/my folder/page", "https://x.example/my%20folder/page"),
    ] {
        let (record, import) = record("Link", cell);
        assert_eq!(record.url.as_deref(), Some(url), "{cell}");
        let has_remark = !cell.replace(' ', "%20").eq(url);
        assert_eq!(own(&import, "Link"), if has_remark { vec![cell] } else { Vec::new() }, "{cell}");
    }
}

#[test]
fn a_doi_is_stored_bare_and_a_second_one_is_kept() {
    for cell in [
        "10.5555/x",
        "DOI 10.5555/x",
        "Doi:10.5555/x",
        "doi: 10.5555/x",
        "https://www.doi.org/10.5555/x",
        "http://dx.doi.org/10.5555/x",
    ] {
        let (record, import) = record("DOI", cell);
        assert_eq!((record.doi.as_deref(), own(&import, "DOI").len()), (Some("10.5555/x"), 0), "{cell}");
        assert_eq!(record.url.as_deref(), Some("https://doi.org/10.5555/x"), "{cell}");
    }
    let (first, both) = record("DOI", "10.5555/x; doi:10.5555/y");
    assert_eq!(first.doi.as_deref(), Some("10.5555/x"));
    assert_eq!(own(&both, "DOI"), ["10.5555/y"]);
    let (none, import) = record("DOI", "not yet");
    assert_eq!((none.doi, own(&import, "DOI")), (None, vec!["not yet".to_owned()]));
}

#[test]
fn the_first_language_is_the_language_and_the_others_are_kept() {
    for (cell, code, others) in [
        ("English; Spanish", Some("en"), &["Spanish"][..]),
        ("Spanish, English", Some("es"), &["English"]),
        ("Klingon / German", Some("de"), &["Klingon"]),
        ("eng - English", Some("en"), &[]),
        ("pt-BR", Some("pt-BR"), &[]),
    ] {
        let (record, import) = record("Language", cell);
        assert_eq!(record.language.as_deref(), code, "{cell}");
        assert_eq!(own(&import, "Language"), others, "{cell}");
        let is_noted = import.report.notes.iter().any(|note| note.code == "more-languages");
        assert_eq!(is_noted, !others.is_empty(), "{cell}");
    }
}

#[test]
fn xml_and_web_pages_are_refused_as_what_they_are() {
    for (text, format) in [
        ("<?xml version=\"1.0\"?>\n<xml><records><record>A</record></records></xml>\n", Format::Xml),
        ("<?xml version=\"1.0\"?>\n<?mso-application progid=\"Excel.Sheet\"?>\n<Workbook></Workbook>", Format::Xml),
        ("<records>\n<record>A</record>\n</records>", Format::Xml),
        ("<ss:Workbook xmlns:ss=\"x\">\n</ss:Workbook>", Format::Xml),
        ("<meta charset=\"utf-8\">\n<table><tr><td>A</td></tr></table>", Format::Html),
        ("<TABLE border=1><tr><td>A", Format::Html),
        ("<!-- saved -->\n<html><body></body></html>", Format::Html),
        ("<?xml version=\"1.0\"?>\n<html xmlns=\"x\"></html>", Format::Html),
    ] {
        let failure = read("a.xls", text.as_bytes(), &Options::default()).err();
        assert_eq!(failure, Some(Failure::Format(format)), "{text}");
    }
    for text in ["<b>Title</b>,Year\nA,2010\n", "<https://example.org>,Link\nA,b\n"] {
        assert_eq!(import(text).report.format, Format::Delimited, "{text}");
    }
}

#[test]
fn braces_mean_a_body_in_lists_of_references_alone() {
    let (record, _) = record("Author", "{Doe}");
    assert!(record.authors == [Author::Text("{Doe}".to_owned())], "{:?}", record.authors);
    let list = import("@book{a, title={A}, author={{Night Archive of Lindmar}}}\n");
    let column = list.report.columns.iter().find(|column| column.role == Role::Author).unwrap();
    assert_eq!(column.samples, ["Night Archive of Lindmar"]);
    assert_eq!(list.catalog.resources[0].authors[0].display(), "Night Archive of Lindmar");
}

#[test]
fn columns_of_articles_say_where_each_stands_in_its_journal() {
    let import = import(
        "Title,Journal,Volume,Issue,Pages\nLantern Atlas,Review of Maps,12,3,45-67\nSalt Roads,Review of Maps,13,1-2,5–9\n",
    );
    let places: Vec<[Option<&str>; 4]> = import
        .catalog
        .resources
        .iter()
        .map(|record| [&record.container, &record.volume, &record.issue, &record.page_range].map(Option::as_deref))
        .collect();
    let expected = [
        [Some("Review of Maps"), Some("12"), Some("3"), Some("45-67")],
        [Some("Review of Maps"), Some("13"), Some("1-2"), Some("5–9")],
    ];
    assert_eq!(places, expected);
    assert!(import.catalog.head.fields.is_empty(), "{:?}", import.catalog.head.fields);
}

#[test]
fn a_column_of_issues_that_are_topics_is_a_field_of_the_catalogs_own() {
    let (record, import) = record("Issue", "Credit for learning outside school");
    assert_eq!(record.issue, None);
    assert_eq!(own(&import, "Issue"), ["Credit for learning outside school"]);
}

#[test]
fn columns_for_the_parts_of_a_name_are_one_author() {
    for (first, last) in [("First Name", "Last Name"), ("Vorname", "Nachname"), ("Given name", "Surname")] {
        let import = import(&format!("Title,{first},{last}\nGlass,Ann,Vole\nWind,,Glass Council\n"));
        let authors: Vec<String> =
            import.catalog.resources.iter().map(|record| record.authors[0].display().into_owned()).collect();
        assert_eq!(authors, ["Ann Vole", "Glass Council"], "{first}");
        assert!(import.report.notes.iter().any(|note| note.code == "name-columns"));
    }
    let decided = import("Title,Author,First Name,Last Name\nGlass,Bo Teal,Ann,Vole\n");
    assert_eq!(decided.catalog.resources[0].authors.len(), 1);
    assert_eq!(own(&decided, "First Name"), ["Ann"]);
}

#[test]
fn columns_for_the_parts_of_a_name_that_a_kept_mapping_calls_private_are_not_published() {
    let text = "Title,First Name,Last Name\nGlass,Secretann,Secretvole\n";
    let column = |name: &str| ColumnMapping {
        name: name.to_owned(),
        field: Some("private".to_owned()),
        ..ColumnMapping::default()
    };
    let mapping = Mapping { columns: vec![column("First Name"), column("last name")] };
    let import = read("a.csv", text.as_bytes(), &Options { mapping, ..Options::default() }).unwrap();
    let json = serde_json::to_string(&import.catalog).unwrap();
    assert!(!json.contains("Secret"), "{json}");
    assert!(import.catalog.resources[0].authors.is_empty());
}

#[test]
fn columns_that_became_one_name_are_one_column_of_a_kept_mapping_which_reads_them_again() {
    let text = "Title,First Name,Last Name,Note\nGlass,Ann,Vole,good\n";
    let first = import(text);
    let mapping = Mapping::of(&first.report.columns);
    let names: Vec<&str> = mapping.columns.iter().map(|column| column.name.as_str()).collect();
    assert_eq!(names, ["Title", "Author", "Note"]);
    let again = read("a.csv", text.as_bytes(), &Options { mapping, ..Options::default() }).unwrap();
    assert_eq!(again.catalog, first.catalog);
    assert_eq!(again.catalog.resources[0].authors[0].display(), "Ann Vole");
}

#[test]
fn identifiers_that_are_dois_are_dois() {
    let import =
        import("Title,Identifier\nGlass,doi:10.5555/g.1\nWind,https://doi.org/10.5555/w.2\nRain,10.5555/r.3\n");
    let dois: Vec<Option<&str>> = import.catalog.resources.iter().map(|record| record.doi.as_deref()).collect();
    assert_eq!(dois, [Some("10.5555/g.1"), Some("10.5555/w.2"), Some("10.5555/r.3")]);
}

#[test]
fn a_column_that_says_in_brackets_that_it_is_private_is_not_published() {
    let (record, import) = record("Comments (internal)", "do not print");
    assert!(record.extra.is_empty() && import.catalog.head.fields.is_empty(), "{record:?}");
}

#[test]
fn one_row_below_lines_of_another_program_is_a_table() {
    let import =
        import("Exported from LibSys on 2024-05-03\nUser: admin\n\n\nTitle,Author,Year\nGlass,Ann Vole,2011\n");
    let titles: Vec<&str> = import.catalog.resources.iter().map(|record| record.title.as_str()).collect();
    assert_eq!(titles, ["Glass"]);
}

#[test]
fn markup_and_short_names_of_journals_in_ris_are_read_as_what_they_mean() {
    let import = import(
        "TY  - JOUR\nTI  - Glass &amp; <i>Wind</i>\nAB  - <p>One.</p><p>Two.</p>\nJO  - HR\nJF  - Harbor Review\nER  - \n",
    );
    let record = &import.catalog.resources[0];
    assert_eq!((record.title.as_str(), record.summary.as_deref()), ("Glass & Wind", Some("One.\nTwo.")));
    assert_eq!((record.container.as_deref(), record.extra.len()), (Some("Harbor Review"), 0));
}

#[test]
fn columns_are_known_by_the_names_that_curators_give_them() {
    let words = "Schools move students on when they show what they can do, and say how long that takes";
    for (name, values, role) in [
        ("Link to resource", ["https://example.org/a", "https://example.org/b"], Role::Link),
        ("Resource URL", ["https://example.org/a", "https://example.org/b"], Role::Link),
        ("Full text link", ["https://example.org/a.pdf", "https://example.org/b.pdf"], Role::Link),
        ("Year published", ["2014", "2019"], Role::Year),
        ("Pub. yr", ["2014", "2019"], Role::Year),
        ("Date of pub.", ["2014-05-01", "2019-06"], Role::Date),
        ("Date added", ["2024-05-01", "2024-06-02"], Role::Own),
        ("Who wrote it", ["Ann Vole", "Tam Lark"], Role::Author),
        ("Creator(s)", ["Ann Vole", "Tam Lark"], Role::Author),
        ("Organization", ["Lantern Trust", "Grain Board"], Role::Publisher),
        ("Publishing org", ["Lantern Trust", "Grain Board"], Role::Publisher),
        ("Audience(s)", ["Teachers; Principals", "Teachers"], Role::Audience),
        ("Who it’s for", ["Teachers; Principals", "Teachers"], Role::Audience),
        ("Grade band", ["K-5", "9-12"], Role::Level),
        ("Grade level(s)", ["K-5", "9-12"], Role::Level),
        ("State/region", ["Maine", "Oregon"], Role::Place),
        ("Country", ["Chile", "Ghana"], Role::Place),
        ("Geographic focus", ["Maine", "Oregon"], Role::Place),
        ("Type of material", ["Report", "Video"], Role::Type),
        ("Format", ["PDF", "Web page"], Role::Own),
        ("Topic 1", ["grading", "pacing"], Role::Keyword),
        ("Subject area", ["grading; pacing", "pacing"], Role::Keyword),
        (
            "Subject",
            ["grading, pacing, credit, time, rubrics, feedback, evidence, equity, badges", "pacing"],
            Role::Keyword,
        ),
        ("What it is about", ["grading; pacing", "pacing"], Role::Keyword),
        ("What it is about", [words, words], Role::Summary),
        ("Subject", [words, words], Role::Summary),
        ("About", [words, words], Role::Summary),
        ("About", ["grading; pacing", "pacing"], Role::Keyword),
        ("Focus areas", ["Grading", "Pacing"], Role::Theme),
        ("Brief description", [words, words], Role::Summary),
        ("Notes for us", ["ask Ann", "broken?"], Role::Private),
        ("Staff notes", ["ask Ann", "broken?"], Role::Private),
        ("Link to self-assessment", ["https://example.org/a", "https://example.org/b"], Role::Link),
        ("Relevance for US schools", ["high", "low"], Role::Own),
        ("Keywords", [words, words], Role::Keyword),
        ("Language(s)", ["English", "Spanish"], Role::Language),
        ("# of pages", ["12", "40"], Role::NumPages),
        ("Free or paid?", ["Free", "Paid"], Role::Access),
    ] {
        let list = import(&format!("Title\t{name}\nLantern Atlas\t{}\nGrain\t{}\n", values[0], values[1]));
        let column = list.report.columns.iter().find(|column| column.name == name).unwrap();
        assert_eq!(column.role, role, "{name}: {values:?}");
    }
}

#[test]
fn the_body_of_a_list_of_bodies_is_its_title() {
    let list = import(
        "Organization,Website,State\nLantern Trust,https://example.org/a,Maine\nGrain Board,https://example.org/b,Iowa\n",
    );
    let titles: Vec<&str> = list.catalog.resources.iter().map(|record| record.title.as_str()).collect();
    assert_eq!(titles, ["Lantern Trust", "Grain Board"]);
}

#[test]
fn sentences_on_the_subject_beside_a_summary_are_a_field_of_their_own() {
    let words = "Schools move students on when they show what they can do at last";
    let list = import(&format!("Title,Summary,What it is about\nA,Short,{words}\nB,Short,{words}\n"));
    assert_eq!(own(&list, "What it is about"), [words, words]);
    assert_eq!(list.catalog.resources[0].summary.as_deref(), Some("Short"));
}

#[test]
fn the_values_of_an_item_may_stand_in_an_object_beside_its_id() {
    for wrapper in ["attributes", "fields", "_source", "node"] {
        let text = format!(
            r#"{{"data":[{{"id":"9","{wrapper}":{{"title":"Night walks","year":2014,"authors":[{{"first":"Jane","last":"Doe"}}],"links":{{"self":"https://example.org/1"}}}}}}]}}"#
        );
        let record = import(&text).catalog.resources.remove(0);
        assert_eq!((record.title.as_str(), record.id.as_str()), ("Night walks", "9"), "{wrapper}");
        assert_eq!(record.published.map(|published| published.to_string()).as_deref(), Some("2014"), "{wrapper}");
        assert_eq!(record.authors, [Author::Text("Jane Doe".to_owned())], "{wrapper}");
        assert_eq!(record.url.as_deref(), Some("https://example.org/1"), "{wrapper}");
    }
    // An item with a title of its own, however that is called, is no wrapper.
    let record = import(r#"[{"Titel":"Night walks","record":{"title":"Some Journal","year":1999}}]"#)
        .catalog
        .resources
        .remove(0);
    assert_eq!(record.title, "Night walks");
    let record = import(r#"[{"title":"Night walks","record":{"title":"Some Journal","year":1999}}]"#)
        .catalog
        .resources
        .remove(0);
    assert_eq!((record.title.as_str(), record.published), ("Night walks", None));
}

#[test]
fn topics_that_are_paths_are_themes_one_below_the_other() {
    let import = import("Title\tTopics\nA\tGrading > Rubrics; Access\nB\tGrading > Scales\n");
    let themes = &import.catalog.head.vocabulary.themes;
    let parent = |label: &str| themes.iter().find(|term| term.label == label).and_then(|term| term.parent.as_deref());
    assert_eq!((parent("Rubrics"), parent("Scales"), parent("Access")), (Some("grading"), Some("grading"), None));
    assert_eq!(import.catalog.resources[0].themes, ["rubrics", "access"]);
}

#[test]
fn texts_whose_lines_are_no_rows_are_refused_as_what_they_are() {
    let why = |text: &str| {
        read("a.txt", text.as_bytes(), &Options::default()).err().map(|why| why.to_string()).unwrap_or_default()
    };
    assert!(why("- title: A\n  year: 2014\n- title: B\n  year: 2015\n").contains("YAML"));
    let list = "Doe, J. (2014). A guide. Org A. https://example.org/1\nRoe, J., & Doe, J. (n.d.). B report. Org B.\n";
    assert!(why(list).contains("running text"));
    for table in [
        "Note: x\tYear\nA: b\t2014\n",
        "Citation,Year\n\"Doe, J. (2014). A guide.\",2014\n\"Roe, J. (2015). B.\",2015\n",
        "Title: A\nTitle: B\n",
    ] {
        assert_eq!(why(table), "", "{table}");
    }
}

#[test]
fn a_date_that_readers_would_be_told_of_is_said_where_it_stands() {
    let import = import("Title\tDate\nA\t3/14/2019\nB\t13/45/2019\nC\t12/5/2018\nD\tspring 2016\n");
    let notes: Vec<_> =
        import.report.of(Kind::Warning).map(|note| (note.place.line, note.place.column.as_deref())).collect();
    assert_eq!(notes, [(3, Some("Date"))], "{:#?}", import.report.notes);
    let json = serde_json::to_vec(&import.catalog).unwrap();
    assert_eq!(competency_explorer::catalog::read(&json).unwrap().1.len(), 1);
}
