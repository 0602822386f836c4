//! Exports of the whole shipped catalog, read back by programs of others: every title, author, date and address is the same.

use crate::util::{SHIPPED, any_catalog};
use biblatex::{Bibliography, ChunksExt, DateValue, PermissiveType};
use biblib::{CitationParser, RisParser};
use citationberg::json::Item;
use competency_explorer::catalog::{Field, FieldKind, Head, PartialDate, Resource, href, read, without_acronym};
use competency_explorer::export::citation::{Name, Style, cite, contributors};
use competency_explorer::export::{Export, Format, columns, csv_table, export, read_cell};
use serde_json::Value;

fn shipped() -> Vec<Resource> {
    (0..).take(SHIPPED.len()).map(|idx| SHIPPED.resource(idx)).collect()
}

fn exported(format: Format) -> String {
    export(format, &SHIPPED.head, shipped())
}

/// A text on one line.
fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The publishers as lists of works have them: without an acronym behind a name.
fn publishers(resource: &Resource) -> impl Iterator<Item = &str> {
    resource.publishers.iter().map(|name| without_acronym(name))
}

fn address(resource: &Resource) -> String {
    resource.url.as_deref().and_then(href).unwrap_or_default()
}

/// Each author as family name and given names; an organization as one text.
fn authors(resource: &Resource) -> Vec<[String; 2]> {
    let parts = |author| match author {
        Name::Person(person) => [person.full_family(), person.given],
        Name::Body(body) => [body, String::new()],
    };
    contributors(resource, &SHIPPED.head).authors.list.into_iter().map(parts).collect()
}

/// Whether these are the authors of a resource, or the bodies that published what nobody signs; a periodical signs nothing.
fn is_signed_so(given: &[[String; 2]], resource: &Resource) -> bool {
    let bodies: Vec<[String; 2]> = publishers(resource).map(|body| [line(body), String::new()]).collect();
    given == authors(resource) || resource.authors.is_empty() && given == bodies
}

/// Year, month and day, as far as they are stated.
fn date(resource: &Resource) -> [i64; 3] {
    let date = resource.date();
    let part = |part: Option<u8>| part.map_or(0, i64::from);
    [
        date.map_or(0, |date| i64::from(date.year())),
        part(date.and_then(PartialDate::month)),
        part(date.and_then(PartialDate::day)),
    ]
}

/// Whether a format has a title as it is, or without the edition or the number at its end, which have fields of their own.
fn is_titled(given: &str, title: &str) -> bool {
    given == title || title.ends_with(')') && title.starts_with(&format!("{given} ("))
}

#[test]
fn bibtex_is_what_biblatex_reads() {
    let entries = Bibliography::parse(&exported(Format::Bibtex)).unwrap().into_vec();
    let resources = shipped();
    assert_eq!(entries.len(), resources.len());
    for (entry, resource) in entries.iter().zip(&resources) {
        let id = &resource.id;
        // Quotation marks are those of LaTeX, and a title in capitals alone has a case.
        let plain = |title: &str| line(title).replace(['"', '“', '”', '‘', '’', '\'', '`'], "").to_lowercase();
        let title = entry.title().unwrap().format_verbatim();
        assert!(is_titled(&plain(&title), &plain(&resource.title)), "{id}: {title}");
        let persons = entry.author().unwrap_or_default().into_iter();
        let given: Vec<[String; 2]> =
            persons.map(|person| [line(&format!("{} {}", person.prefix, person.name)), person.given_name]).collect();
        assert!(is_signed_so(&given, resource), "{id}: {given:?}");
        assert_eq!(entry.url().unwrap_or_default(), address(resource), "{id}");
        let dated = match entry.date() {
            Ok(PermissiveType::Typed(date)) => match date.value {
                DateValue::At(at) => {
                    let part = |part: Option<u8>| part.map_or(0, |part| i64::from(part) + 1);
                    [i64::from(at.year), part(at.month), part(at.day)]
                }
                other => panic!("{id}: {other:?}"),
            },
            Ok(PermissiveType::Chunks(chunks)) => panic!("{id}: {}", chunks.format_verbatim()),
            Err(_) => [0; 3],
        };
        assert_eq!(dated, date(resource), "{id}");
    }
}

#[test]
fn ris_is_what_reference_managers_read() {
    let citations = RisParser::new().parse(&exported(Format::Ris)).unwrap();
    let resources = shipped();
    assert_eq!(citations.len(), resources.len());
    for (citation, resource) in citations.iter().zip(&resources) {
        let id = &resource.id;
        assert!(is_titled(&citation.title, &line(&resource.title)), "{id}: {}", citation.title);
        let whole = |names: [Option<&str>; 3]| line(&names.map(Option::unwrap_or_default).join(" "));
        let given: Vec<[String; 2]> = (citation.authors.iter())
            .map(|author| {
                let given = whole([author.given_name.as_deref(), author.middle_name.as_deref(), None]);
                [author.name.clone(), given]
            })
            .collect();
        // Bodies have a dash in place of each comma there.
        let same = |text: &str| line(&text.replace([',', '.', '–'], " ").replace('&', "and"));
        let joined = |names: &[[String; 2]]| names.iter().map(|parts| same(&parts.join(" "))).collect::<Vec<_>>();
        let bodies = publishers(resource).map(same).collect();
        let signed = if resource.authors.is_empty() && !given.is_empty() { bodies } else { joined(&authors(resource)) };
        // This reader parts a name at its "and" and "&".
        assert_eq!(joined(&given).join(" and "), signed.join(" and "), "{id}");
        let part = |part: Option<u8>| part.map_or(0, i64::from);
        let dated =
            citation.date.as_ref().map_or([0; 3], |date| [i64::from(date.year), part(date.month), part(date.day)]);
        assert_eq!(dated, date(resource), "{id}");
        assert_eq!(citation.urls.first().cloned().unwrap_or_default(), address(resource), "{id}");
    }
}

/// All types of items (CSL 1.0.2, appendix III).
const TYPES: &str = "article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset \
    document entry entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map \
    motion_picture musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog \
    regulation report review review-book software song speech standard thesis treaty webpage";

/// The variables of CSL 1.0.2 (appendix IV) that exports use, and the members of an item that are none.
const VARIABLES: &str = "id type title author container-title publisher issued medium URL DOI abstract keyword language number-of-pages dimensions note status volume issue page collection-title number edition";

#[test]
fn csl_json_is_what_citation_processors_read() {
    let text = exported(Format::CslJson);
    let items: Vec<Item> = serde_json::from_str(&text).unwrap();
    let values: Vec<Value> = serde_json::from_str(&text).unwrap();
    let resources = shipped();
    assert_eq!(items.len(), resources.len());
    for ((item, value), resource) in items.iter().zip(&values).zip(&resources) {
        let id = &resource.id;
        assert_eq!(item.id().as_deref(), Some(id.as_str()));
        let kind = item.type_().unwrap();
        assert!(TYPES.split_whitespace().any(|known| known == kind), "{id}: {kind} is no type of CSL");
        for key in value.as_object().unwrap().keys() {
            assert!(VARIABLES.split_whitespace().any(|known| known == key), "{id}: {key}");
        }
        // Titles are in sentence case, and quotation marks American.
        let title = |text: &str| text.to_lowercase().replace(['“', '”', '‘', '’', '"'], "'");
        let given = title(value["title"].as_str().unwrap());
        // A law has its source with its name.
        assert!(
            is_titled(&given, &title(&line(&resource.title))) || ["legislation", "bill"].contains(&&*kind),
            "{id}: {given}"
        );
        assert_eq!(value["URL"].as_str().unwrap_or_default(), address(resource));
        let text = |name: &Value, key: &str| name[key].as_str().unwrap_or_default().to_owned();
        let names = value["author"].as_array().into_iter().flatten();
        let given: Vec<[String; 2]> =
            names.map(|name| [text(name, "family") + &text(name, "literal"), text(name, "given")]).collect();
        if resource.authors.is_empty() {
            // Who published it signs, unless that is a periodical or a press.
            let stated = value["publisher"].as_str().unwrap_or_default();
            let signs = |body: &String| !stated.split("; ").any(|publisher| publisher == body);
            let bodies = publishers(resource).map(line).filter(signs).map(|body| [body, String::new()]).collect();
            let expected: Vec<[String; 2]> = if value["container-title"].is_null() { bodies } else { Vec::new() };
            assert_eq!(given, expected, "{id}");
        } else {
            assert_eq!(given, authors(resource), "{id}");
        }
        let parts = &value["issued"]["date-parts"][0];
        assert_eq!([0, 1, 2].map(|at| parts[at].as_i64().unwrap_or(0)), date(resource), "{id}");
    }
}

/// Reads a table as RFC 4180 has it: the header, then rows of as many cells.
fn table(text: &str) -> Vec<Vec<String>> {
    let text = text.strip_prefix('\u{feff}').expect("spreadsheets need the mark of UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn csv_is_what_spreadsheets_read() {
    let rows = table(&exported(Format::Csv));
    let resources = shipped();
    assert_eq!(rows[0], columns(&SHIPPED.head));
    assert_eq!(rows.len(), resources.len() + 1);
    for (row, resource) in rows[1..].iter().zip(&resources) {
        assert_eq!(row[0], resource.id);
        assert_eq!(row[1], resource.title);
        assert_eq!(row[3], resource.url.clone().unwrap_or_default());
        assert_eq!(row[5], resource.author_names().join("; "));
        let date = row[columns(&SHIPPED.head).iter().position(|column| *column == "published").unwrap()].as_str();
        assert_eq!(date, resource.date().map(|date| date.to_string()).unwrap_or_default());
    }
}

#[test]
fn no_cell_is_a_formula() {
    let title = |title: &str| Resource { id: "a".to_owned(), title: title.to_owned(), ..Resource::default() };
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "=HYPERLINK(\"http://a.example\",\"b\")"] {
        let rows = table(&export(Format::Csv, &Head::default(), [title(text)]));
        assert_eq!(rows[1][1], format!("'{text}"));
    }
}

#[test]
fn json_is_a_catalog_again() {
    let (catalog, findings) = read(exported(Format::Json).as_bytes()).unwrap();
    assert!(findings.is_empty(), "{findings:?}");
    assert_eq!(catalog.resources, shipped());
    assert_eq!(catalog.head, SHIPPED.head);
}

#[test]
fn json_ld_names_every_resource_as_a_learning_resource() {
    let document: Value = serde_json::from_str(&exported(Format::JsonLd)).unwrap();
    assert_eq!(document["@context"], "https://schema.org");
    let graph = document["@graph"].as_array().unwrap();
    let terms: Vec<&Value> = graph[0]["hasDefinedTerm"].as_array().unwrap().iter().map(|term| &term["@id"]).collect();
    let items = graph[1]["itemListElement"].as_array().unwrap();
    for ((at, item), resource) in (1..).zip(items).zip(shipped()) {
        let (position, item) = (&item["position"], &item["item"]);
        assert_eq!((position.as_i64(), item["name"].as_str()), (Some(at), Some(resource.title.as_str())));
        assert!(item["@type"].as_array().unwrap().iter().any(|kind| kind == "LearningResource"));
        for about in item["about"].as_array().into_iter().flatten() {
            assert!(terms.contains(&&about["@id"]), "{about} is defined nowhere");
        }
    }
    assert_eq!(items.len(), SHIPPED.len());
}

#[test]
fn any_catalog_can_be_read_back_in_every_format() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        let text = |format| export(format, &catalog.head, catalog.resources.clone());
        let n = catalog.resources.len();
        assert_eq!(Bibliography::parse(&text(Format::Bibtex)).unwrap().len(), n);
        assert_eq!(text(Format::Ris).matches("ER  - \r\n").count(), n);
        assert_eq!(table(&text(Format::Csv)).len(), n + 1);
        assert_eq!(serde_json::from_str::<Vec<Item>>(&text(Format::CslJson)).unwrap().len(), n);
        assert!(serde_json::from_str::<Value>(&text(Format::JsonLd)).is_ok());
        assert_eq!(text(Format::Html).matches("<li").count(), n);
        assert_eq!(read(text(Format::Json).as_bytes()).unwrap().0.resources.len(), n);
        Ok(())
    });
}

fn made(title: &str, url: &str) -> Resource {
    Resource {
        id: "a".to_owned(),
        title: title.to_owned(),
        url: (!url.is_empty()).then(|| url.to_owned()),
        ..Resource::default()
    }
}

#[test]
fn ris_writes_a_semicolon_of_an_address_as_percent_and_number_and_no_value_in_two_lines() {
    let ris = export(Format::Ris, &Head::default(), [made("Two\nER  - lines", "https://example.org/a;b?c;d")]);
    assert!(ris.contains("UR  - https://example.org/a%3Bb?c%3Bd\r\n"), "{ris}");
    assert_eq!(ris.matches("\r\nER  - ").count(), 1, "{ris}");
}

#[test]
fn every_format_has_the_doi_of_a_record_in_every_form_and_place() {
    let at = |url: &str| made("A", url);
    let with = |doi: &str| Resource { doi: Some(doi.to_owned()), ..made("A", "https://example.org/a") };
    for resource in [
        at("https://www.doi.org/10.1000/xyz126"),
        at("http://dx.doi.org/10.1000/xyz126"),
        at("doi:10.1000/xyz126"),
        with("10.1000/xyz126"),
        with("doi:10.1000/xyz126"),
        with("DOI: 10.1000/xyz126"),
        with("https://doi.org/10.1000/xyz126"),
        with("HTTP://DX.DOI.ORG/10.1000/xyz126"),
    ] {
        let text = |format| export(format, &Head::default(), [resource.clone()]);
        for (format, stated) in [
            (Format::Bibtex, "doi = {10.1000/xyz126}"),
            (Format::Ris, "DO  - 10.1000/xyz126"),
            (Format::CslJson, "\"DOI\":\"10.1000/xyz126\""),
            (Format::JsonLd, "\"sameAs\":\"https://doi.org/10.1000/xyz126\""),
            (Format::Csv, ",10.1000/xyz126,"),
        ] {
            assert!(text(format).contains(stated), "{format:?} of {resource:?}: {}", text(format));
        }
        // Once: as the link of the title, or behind it.
        for (format, as_link) in [
            (Format::Markdown, "<https://doi.org/10.1000/xyz126>"),
            (Format::Html, "<a href=\"https://doi.org/10.1000/xyz126\">"),
        ] {
            let n = text(format).matches(as_link).count();
            assert_eq!(
                n,
                usize::from(resource.doi.is_some() || resource.url.as_deref() == Some("doi:10.1000/xyz126")),
                "{format:?}"
            );
        }
        for style in Style::ALL {
            let entry = cite(style, &resource, &Head::default(), None).plain();
            assert!(entry.contains("https://doi.org/10.1000/xyz126"), "{entry}");
        }
    }
    let bad = with("n/a");
    for format in [Format::Bibtex, Format::Ris, Format::CslJson, Format::JsonLd, Format::Markdown, Format::Html] {
        assert!(!export(format, &Head::default(), [bad.clone()]).contains("n/a"), "{format:?}");
    }
    // What is data stays.
    for format in [Format::Csv, Format::Json] {
        assert!(export(format, &Head::default(), [bad.clone()]).contains("n/a"), "{format:?}");
    }
}

#[test]
fn a_key_of_bibtex_is_of_ascii_letters_and_never_empty_and_never_twice() {
    let resource = |n: usize, title: &str| Resource { id: format!("学習{n}"), ..made(title, "") };
    let titles = ["学習と評価", "学習", "2019", "Études", "{@}", "学習"];
    let bibtex =
        export(Format::Bibtex, &Head::default(), titles.iter().enumerate().map(|(n, title)| resource(n, title)));
    let keys: Vec<&str> =
        bibtex.lines().filter_map(|line| line.strip_prefix("@misc{")).map(|key| key.trim_end_matches(',')).collect();
    assert_eq!(keys.len(), titles.len(), "{bibtex}");
    for key in &keys {
        assert!(key.starts_with(|c: char| c.is_ascii_alphabetic()), "{key:?}");
        assert!(key.chars().all(|c| c.is_ascii_alphanumeric()), "{key:?}");
    }
    let distinct: std::collections::BTreeSet<&&str> = keys.iter().collect();
    assert_eq!(distinct.len(), keys.len(), "{keys:?}");
    assert_eq!(Bibliography::parse(&bibtex).unwrap().len(), titles.len());
}

#[test]
fn bibtex_takes_every_sign_of_titles_and_addresses() {
    let url = "https://example.org/a_b#c%20d?e={f}&g=~h";
    let resource = Resource { authors: vec!["Ann {Lee".into()], ..made("50% of {A} & B_C #1 \\ $x^2~", url) };
    let bibtex = export(Format::Bibtex, &Head::default(), [resource]);
    let entry = Bibliography::parse(&bibtex).unwrap().into_vec().remove(0);
    assert_eq!(entry.url().unwrap(), "https://example.org/a_b#c%20d?e=%7Bf%7D&g=~h");
    assert_eq!(bibtex.matches('{').count(), bibtex.matches('}').count(), "{bibtex}");
    assert!(bibtex.contains("50\\% of") && bibtex.contains("\\& {B}\\_{C} \\#1"), "{bibtex}");
}

fn with_score(value: i64) -> (Head, Resource) {
    let field = Field { id: "score".to_owned(), kind: FieldKind::Number, ..Field::default() };
    let head = Head { fields: vec![field], ..Head::default() };
    let extra = [("score".to_owned(), value.into())].into_iter().collect();
    (head, Resource { extra, ..made("A", "") })
}

#[test]
fn a_number_in_csv_is_no_formula() {
    let (head, resource) = with_score(-42);
    let rows = table(&export(Format::Csv, &head, [resource]));
    assert_eq!(rows[1].last().unwrap(), "-42");
}

#[test]
fn titles_that_differ_by_an_apostrophe_are_different_in_csv_and_read_back() {
    let rows = table(&export(Format::Csv, &Head::default(), ["=x", "'=x", "''=x", "'x"].map(|title| made(title, ""))));
    let cells: Vec<&str> = rows[1..].iter().map(|row| row[1].as_str()).collect();
    assert_eq!(cells, ["'=x", "''=x", "'''=x", "'x"]);
    assert!(cells.iter().map(|cell| read_cell(cell)).eq(["=x", "'=x", "''=x", "'x"]));
}

#[test]
fn formulas_in_wide_letters_and_behind_semicolons_are_guarded_in_csv() {
    for (title, cell) in [("＝1+1", "'＝1+1"), ("＋1", "'＋1"), ("－1", "'－1"), ("＠x", "'＠x"), ("x;=1+1", "x;'=1+1")]
    {
        let text = export(Format::Csv, &Head::default(), [made(title, "")]);
        assert_eq!(table(&text)[1][1], cell);
        assert_eq!(csv_table(&[vec![title.to_owned()]]), format!("\u{feff}{}\r\n", quoted(cell)), "one writer for all");
        // A reader that has cells end at semicolons sees no formula either.
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').flexible(true).from_reader(text.as_bytes());
        for cell in reader.records().flat_map(|row| row.unwrap().iter().map(str::to_owned).collect::<Vec<_>>()) {
            assert!(!cell.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']), "{cell:?}");
        }
    }
}

fn quoted(cell: &str) -> String {
    if cell.contains(';') { format!("\"{cell}\"") } else { cell.to_owned() }
}

#[test]
fn reference_managers_get_the_notes_that_are_wanted() {
    let head = Head::default();
    for (format, noted) in [
        (Format::Ris, "N1  - Ask Maine, 2 of 3\r\n"),
        (Format::Bibtex, "annote = {Ask Maine, 2 of 3}"),
        (Format::CslJson, "\"note\":\"Ask Maine, 2 of 3\""),
    ] {
        let notes = [("a".to_owned(), "Ask Maine,\n2 of 3".to_owned())];
        let text = Export::new(format, &head).with_notes(notes).text([made("A", "")]);
        assert!(text.contains(noted), "{text}");
        assert!(!export(format, &head, [made("A", "")]).contains("Maine"));
    }
}

#[test]
fn a_list_as_markdown_or_html_has_its_name_and_the_notes_that_are_wanted() {
    let head = Head { title: "The Catalog".to_owned(), ..Head::default() };
    let notes = [("a".to_owned(), "Read *this*\n\nto the board".to_owned())];
    let list = |format: Format| Export::new(format, &head).titled("Board & Co").with_notes(notes.clone());
    let markdown = list(Format::Markdown).text([made("A", "")]);
    assert!(markdown.starts_with("# Board \\& Co\n") && !markdown.contains("Catalog"), "{markdown}");
    assert!(markdown.contains("\n   > Read \\*this\\*\n   >\n   > to the board\n"), "{markdown}");
    let html = list(Format::Html).text([made("A", "")]);
    assert!(html.contains("<h1>Board &amp; Co</h1>") && !html.contains("Catalog"), "{html}");
    assert!(html.contains("<blockquote>Read *this*<br>to the board</blockquote>"), "{html}");
    let without = Export::new(Format::Markdown, &head).titled("Board").text([made("A", "")]);
    assert!(!without.contains('>'), "{without}");
    assert!(export(Format::Markdown, &head, []).starts_with("# The Catalog\n"));
}
