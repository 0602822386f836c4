//! Names: a table of what each manual has for the names of many cultures, and what holds for any name.

use arbtest::arbitrary::{Result, Unstructured};
use competency_explorer::catalog::{
    Author, Contributors, FindingKind, Head, Name, NameParts, Person, Record, Resource, Store, contributors, read,
    read_with_spellings,
};
use competency_explorer::export::citation::{self, Style, cite, reference_list};
use competency_explorer::export::{Context, Format, Known, coins, export, json_ld, meta};
use competency_explorer::i18n;

/// Lines of `names.txt`: author, parts, APA, MLA, Chicago, BibTeX.
fn table() -> Vec<[&'static str; 6]> {
    let lines = include_str!("names.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let row = |line: &'static str| -> [&'static str; 6] { line.split(" | ").collect::<Vec<_>>().try_into().unwrap() };
    lines.map(row).collect()
}

/// A work with one author, as a catalog has it.
fn work(author: &str) -> Resource {
    let author = if author.starts_with('{') { author.to_owned() } else { serde_json::to_string(author).unwrap() };
    let file = format!(r#"{{"resources": [{{"id": "a", "title": "T", "authors": [{author}]}}]}}"#);
    read(file.as_bytes()).unwrap().0.resources.remove(0)
}

/// The parts of names as the table has them: authors, editors, translators.
fn parts(contributors: &Contributors) -> String {
    let part = |name: &Name| match name {
        Name::Body(body) => format!("<{body}>"),
        Name::Person(Person { family, non_dropping, dropping, given, suffix, .. }) => {
            let before = if non_dropping.is_empty() { String::new() } else { format!("[{non_dropping}] ") };
            let behind = if dropping.is_empty() { String::new() } else { format!(" ({dropping})") };
            let parts = [format!("{before}{family}"), format!("{given}{behind}"), suffix.clone()];
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
        }
    };
    let Contributors { authors, editors, translators, illustrators, .. } = contributors;
    let roles = [("", authors), ("ed. ", editors), ("trans. ", translators), ("illus. ", illustrators)];
    let of_role = |(role, names): (&str, &competency_explorer::catalog::Names)| {
        names.list.iter().map(|name| format!("{role}{}", part(name))).collect::<Vec<_>>()
    };
    roles.into_iter().flat_map(of_role).collect::<Vec<_>>().join(" + ")
}

/// The names of texts, in their order, whatever the role.
fn all_of(texts: &[&str]) -> Vec<Name> {
    let texts: Vec<Author> = texts.iter().map(|text| Author::from(*text)).collect();
    let Contributors { authors, editors, translators, .. } = contributors(&texts, &|_| false);
    [authors, editors, translators].into_iter().flat_map(|names| names.list).collect()
}

/// What stands for the authors in the entries of the three styles, and in BibTeX.
fn forms(resource: &Resource) -> [String; 4] {
    let head = Head::default();
    let before = |style, end: &str| {
        let entry = cite(style, resource, &head, None).plain();
        entry.rfind(end).map_or(entry.clone(), |at| entry[..at].to_owned())
    };
    let bibtex = export(Format::Bibtex, &head, [resource.clone()]);
    let field = |name| bibtex.lines().find_map(|line| line.strip_prefix(name));
    let signed = field("  author = {").or(field("  editor = {"));
    let author = signed.or(field("  translator = {")).unwrap();
    let author = author.trim_end_matches(',').strip_suffix('}').unwrap().to_owned();
    [before(Style::Apa, " (n.d.)"), before(Style::Mla, " T."), before(Style::Chicago, " n.d."), author]
}

#[test]
fn names_of_many_cultures_are_written_as_each_manual_has_them() {
    let mut wrong = Vec::new();
    for [author, right, columns @ ..] in table() {
        let resource = work(author);
        let mut right = vec![right];
        for column in columns {
            right.push(if column == "=" { right[right.len() - 1] } else { column });
        }
        let given = parts(&citation::contributors(&resource, &Head::default()));
        let [apa, mla, chicago, bibtex] = forms(&resource);
        let given = [given, apa, mla.trim_end_matches(" “").to_owned(), chicago, bibtex];
        if given.iter().ne(&right) {
            wrong.push(format!("{author}\n  should be {right:?}\n  is        {given:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} are wrong\n{}", wrong.len(), wrong.join("\n"));
    assert!(table().len() >= 120);
}

/// The names of a work with these authors, each a text or an object.
fn parts_of(authors_of: &[&str]) -> String {
    let authors_of: Vec<Author> = authors_of.iter().flat_map(|author| work(author).authors).collect();
    parts(&contributors(&authors_of, &|_| false))
}

#[test]
fn a_body_that_is_no_publisher_stays_whole_in_every_form() {
    let resource = work("Open Science Collaboration");
    let [apa, mla, chicago, bibtex] = forms(&resource);
    assert_eq!([apa.as_str(), &mla, &chicago], ["Open Science Collaboration."; 3]);
    assert_eq!(bibtex, "{Open Science Collaboration}");
    let head = Head::default();
    let text = |format| export(format, &head, [resource.clone()]);
    assert!(text(Format::CslJson).contains(r#""author":[{"literal":"Open Science Collaboration"}]"#));
    assert!(text(Format::Ris).contains("AU  - Open Science Collaboration\r\n"));
    assert!(json_ld(&resource, &head).contains(r#"{"@type":"Organization","name":"Open Science Collaboration"}"#));
    assert!(coins(&resource, &head).contains("&rft.creator=Open%20Science%20Collaboration"));
    assert!(meta(&resource, &head).contains(&("citation_author", "Open Science Collaboration".to_owned())));
}

#[test]
fn words_that_end_the_names_of_bodies_are_no_family_names() {
    for word in
        ["Collaboration", "Consortium", "Group", "Team", "Network", "Council", "Department", "Contributors", "Authors"]
    {
        let name = format!("Quiet Harbor {word}");
        assert_eq!(parts_of(&[&name]), format!("<{name}>"));
    }
}

#[test]
fn a_last_word_in_small_letters_is_no_family_name() {
    assert_eq!(parts_of(&["Wikipedia contributors", "Stack users"]), "<Wikipedia contributors> + <Stack users>");
}

#[test]
fn suffixes_are_no_family_names() {
    assert_eq!(forms(&work("John Smith III"))[0], "Smith, J., III.");
    assert_eq!(forms(&work("Adlai E. Stevenson III"))[0], "Stevenson, A. E., III.");
    assert_eq!(parts_of(&["Vi Hart", "Doe, Vi"]), "Hart, Vi + Doe, Vi");
}

#[test]
fn titles_degrees_and_roles_are_no_part_of_a_name() {
    for name in ["Dr. Jane Doe", "Jane Doe PhD", "Jane Doe, Ph.D."] {
        assert_eq!(forms(&work(name))[0], "Doe, J.", "{name}");
        assert_eq!(parts_of(&[name]), "Doe, Jane", "{name}");
    }
    for name in ["Jane Doe (Ed.)", "Jane Doe, Editor"] {
        assert_eq!(parts_of(&[name]), "ed. Doe, Jane", "{name}");
    }
}

#[test]
fn a_role_behind_a_comma_is_no_given_name_whatever_its_first_word() {
    for role in [
        "Executive Director",
        "Managing Editor",
        "Senior Fellow",
        "Vice President",
        "Assistant Principal",
        "Teacher",
        "Guest Blogger",
        "guest author",
        "PhD candidate",
        "Director of Research",
    ] {
        assert_eq!(parts_of(&[&format!("Jane Doe, {role}")]), "Doe, Jane", "{role}");
    }
    let family_first = ["Ortega y Gasset, José", "van der Berg, Anna Maria", "García Márquez, Gabriel", "Doe, Dean"];
    assert_eq!(
        parts_of(&family_first),
        "Ortega y Gasset, José + [van der] Berg, Anna Maria + García Márquez, Gabriel + Doe, Dean"
    );
}

#[test]
fn persons_between_commas_are_told_from_a_family_name_and_given_names() {
    for list in [
        "Jane Doe, John Smith (Eds.)",
        "Jane Doe, John Smith, eds.",
        "Jane Doe, John Smith",
        "Dr. Jane Doe, Dr. John Smith",
        "Jane Doe, Principal, John Smith, Superintendent",
        "Doe, Jane, John Smith (Editors)",
        "Doe, Jane; Smith, John",
        "Doe, Jane; and Smith, John",
        "Doe, Jane; & Smith, John",
        "Doe, Jane, Ph.D., Smith, John, Ph.D.",
    ] {
        assert_eq!(parts_of(&[list]).replace("ed. ", ""), "Doe, Jane + Smith, John", "{list}");
    }
    assert_eq!(parts_of(&["Smith JD, Lee K"]), "Smith, J. D. + Lee, K.");
    assert_eq!(parts_of(&["Jane Doe and John Smith; Ann Lee"]), "Doe, Jane + Smith, John + Lee, Ann");
    for (one, parts) in [
        ("Ortega y Gasset, José María, PhD", "Ortega y Gasset, José María"),
        ("García Márquez, G. J.", "García Márquez, G. J."),
        ("Jane Doe, M.A.", "Doe, Jane"),
        ("Scott Thomas, Kristin Ann", "Scott Thomas, Kristin Ann"),
        ("Doe, Jane Ann, Jr.", "Doe, Jane Ann, Jr."),
    ] {
        assert_eq!(parts_of(&[one]), parts, "{one}");
    }
}

#[test]
fn offices_and_bylines_are_no_part_of_a_name() {
    for name in [
        "President Jane Doe",
        "Superintendent Jane Doe",
        "Principal Jane Doe",
        "U.S. Sen. Jane Doe",
        "State Rep. Jane Doe",
        "Vice President Jane Doe",
        "Gov. Jane Doe",
        "Former Gov. Jane Doe",
        "Posted by Jane Doe",
        "Written by Jane Doe",
        "Written by: Jane Doe",
        "By Jane Doe",
        "by: Jane Doe",
        "Author: Jane Doe",
    ] {
        assert_eq!(parts_of(&[name]), "Doe, Jane", "{name}");
    }
    assert_eq!(
        parts_of(&["Valéry Giscard d'Estaing", "Leonardo da Vinci and Jane Doe", "Ts'ai Yüan-p'ei"]),
        "Giscard d'Estaing, Valéry + Leonardo da Vinci + Doe, Jane + Ts'ai, Yüan-p'ei"
    );
    assert_eq!(parts_of(&["Dean Smith", "Judge Reinhold"]), "Smith, Dean + Reinhold, Judge");
    assert_eq!(
        parts_of(&["Principal Financial Group", "By Kids For Kids Co"]),
        "<Principal Financial Group> + <By Kids For Kids Co>"
    );
    assert_eq!(parts_of(&["Posted by Aspen Institute"]), "<Aspen Institute>");
}

#[test]
fn a_title_or_a_degree_shows_a_person_whose_family_name_is_a_word_for_bodies() {
    assert_eq!(
        parts_of(&["Dr. Anna Staff", "John Center, Ph.D.", "Mr. Kwame Trust", "John Center EdD"]),
        "Staff, Anna + Center, John + Trust, Kwame + Center, John"
    );
    assert_eq!(parts_of(&["Leonard Trust", "Dr. Pepper Museum"]), "<Leonard Trust> + <Dr. Pepper Museum>");
}

#[test]
fn degrees_are_known_by_their_form() {
    let degrees = "M.Ed. EdD M.A.T. Ph.D. NBCT M.S.Ed. DrPH Pharm.D. LCSW-C LCSW-R B.Mus. MPhil Ed.M. M.A.Ed. CAGS";
    for degree in degrees.split(' ') {
        assert_eq!(parts_of(&[&format!("Jane Doe, {degree}")]), "Doe, Jane", "{degree}");
    }
    assert_eq!(
        parts_of(&["Jane Doe EdM", "Doe, Ed", "Doe, DeEtta", "Doe, McKay", "Doe, Phil"]),
        "Doe, Jane + Doe, Ed + Doe, DeEtta + Doe, McKay + Doe, Phil"
    );
}

#[test]
fn suffixes_and_degrees_within_a_stated_family_name_are_none_of_it() {
    for (family, parts) in [
        ("Doe Jr.", "Doe, Jane, Jr."),
        ("Doe, Jr.", "Doe, Jane, Jr."),
        ("Doe III", "Doe, Jane, III"),
        ("Doe, PhD", "Doe, Jane"),
        ("Doe Ph.D.", "Doe, Jane"),
        ("van der Berg", "[van der] Berg, Jane"),
        ("Ma", "Ma, Jane"),
        ("V", "V, Jane"),
    ] {
        let stated = format!(r#"{{"family": "{family}", "given": "Jane"}}"#);
        assert_eq!(parts_of(&[&stated]), parts, "{family}");
    }
}

#[test]
fn places_and_labels_of_the_catalog_are_no_persons() {
    let file = br#"{"vocabulary": {"audiences": [{"id": "sl", "label": "State Leaders"}, {"id": "pr", "label": "Quiet Readers"}]},
        "resources": [{"id": "a", "title": "A", "places": ["New Hampshire"], "authors": ["Quiet Readers", "New Hampshire"]}]}"#;
    let (catalog, findings) = read(file).unwrap();
    assert_eq!(findings, []);
    let mut store = Store::default();
    store.push(&Record::from(&catalog.resources[0]));
    let known = Known::new(&store);
    let names = citation::contributors(&catalog.resources[0], Context::new(&catalog.head, &known));
    assert_eq!(parts(&names), "<Quiet Readers> + <New Hampshire>");
}

#[test]
fn no_word_that_begins_with_a_bracket_is_a_family_name() {
    for name in
        ["Jane Doe (Editor-in-Chief)", "Col. Jane Doe (Ret.)", "Jane Doe (", "Jane Doe (she/her)", "Jane Doe [sic]"]
    {
        assert_eq!(parts_of(&[name]), "Doe, Jane", "{name}");
    }
    assert_eq!(parts_of(&["Springpoint Schools (New York)"]), "<Springpoint Schools (New York)>");
}

#[test]
fn et_al_is_read_however_it_is_pointed_and_bracketed() {
    for name in ["Jane Doe et. al.", "Jane Doe, et al.,", "Jane Doe [et al.]", "Jane Doe (et al.)"] {
        let names = contributors(&[name.into()], &|_| false);
        assert_eq!((parts(&names), names.authors.has_others), ("Doe, Jane".to_owned(), true), "{name}");
    }
    // As an author of its own it says the same of those before it.
    for own in ["et al.", "and others"] {
        let names = contributors(&["Jane Doe".into(), own.into()], &|_| false);
        assert_eq!((parts(&names), names.authors.has_others), ("Doe, Jane".to_owned(), true), "{own}");
    }
}

#[test]
fn words_and_signs_join_persons_in_any_case() {
    assert_eq!(parts_of(&["JANE DOE AND JOHN SMITH"]), "DOE, JANE + SMITH, JOHN");
    for sign in ["|", "·", "•"] {
        assert_eq!(parts_of(&[&format!("Jane Doe {sign} John Smith")]), "Doe, Jane + Smith, John", "{sign}");
    }
}

#[test]
fn a_role_is_that_of_whom_it_stands_behind_or_of_all() {
    for (texts, parts) in [
        (&["Jane Doe, editor; Ann Lee, translator; Bo Ek"][..], "Ek, Bo + ed. Doe, Jane + trans. Lee, Ann"),
        (&["Bo Ek", "Jane Doe (Ed.)", "Ann Lee (Trans.)"], "Ek, Bo + ed. Doe, Jane + trans. Lee, Ann"),
        (&["Doe, Jane; Lee, Ann (Eds.)"], "ed. Doe, Jane + ed. Lee, Ann"),
        (&["Jane Doe (Ed.) and Ann Lee (Trans.)"], "ed. Doe, Jane + trans. Lee, Ann"),
        (&["Bo Ek; edited by Jane Doe"], "Ek, Bo + ed. Doe, Jane"),
        (&["Bo Ek, edited by Jane Doe"], "Ek, Bo + ed. Doe, Jane"),
        (&["Bo Ek, übersetzt von Ann Lee"], "Ek, Bo + trans. Lee, Ann"),
        (&["Edited by Jane Doe; Ann Lee"], "ed. Doe, Jane + ed. Lee, Ann"),
        (&["Translated by Ann Lee", "Editors: Jane Doe, Bo Ek"], "ed. Doe, Jane + ed. Ek, Bo + trans. Lee, Ann"),
        (
            &["Jane Doe, Managing Editor", "Jane Doe (Editor-in-Chief)", "CASEL Editors"],
            "Doe, Jane + Doe, Jane + <CASEL Editors>",
        ),
        (&["Jane Doe, guest editor"], "ed. Doe, Jane"),
        (&[r#"{"family": "Doe", "given": "Jane", "role": "editor"}"#], "ed. Doe, Jane"),
        (&[r#"{"name": "Jane Doe", "role": "translator"}"#], "trans. Doe, Jane"),
        (&[r#"{"name": "Doe Press", "kind": "organization", "role": "editor"}"#], "ed. <Doe Press>"),
        (&["Doe, Ed"], "Doe, Ed"),
        (&["Anna Lee (Ed.), Bo Ek (Ed.)"], "ed. Lee, Anna + ed. Ek, Bo"),
        (&["Anna Lee (Eds.)", "Bo Ek (Eds.)"], "ed. Lee, Anna + ed. Ek, Bo"),
        (&["Bo Ek", "Illustrated by Ann Lee"], "Ek, Bo + illus. Lee, Ann"),
        (&["Bo Ek, illustrated by Ann Lee"], "Ek, Bo + illus. Lee, Ann"),
        (&["Bo Ek", "Foreword by Ann Lee", "with an introduction by Jane Doe"], "Ek, Bo"),
        (&["Jane Doe (trans. & intro.)"], "trans. Doe, Jane"),
        (&["Jane Doe, Director"], "Doe, Jane"),
    ] {
        assert_eq!(parts_of(texts), parts, "{texts:?}");
    }
}

#[test]
fn what_names_nobody_is_no_author_and_found() {
    for text in [
        "n/a",
        "Unknown",
        "-",
        "/",
        "lee@example.org",
        "https://example.org/lee",
        "Various authors",
        "none",
        "@annalee",
    ] {
        assert_eq!(parts_of(&[text]), "", "{text}");
        assert_eq!(findings_of(text), [FindingKind::NamesNobody(text.to_owned())], "{text}");
    }
    assert_eq!(findings_of("Anna Lee1"), [FindingKind::AuthorMarks("Anna Lee1".to_owned(), "Anna Lee".to_owned())]);
    assert_eq!(findings_of("John Schools"), [FindingKind::LooksLikeBody("John Schools".to_owned())]);
    for text in ["Anna Lee", "Building 21", "et al.", "Na, Hye-sun"] {
        assert_eq!(findings_of(text), [], "{text}");
    }
}

/// What is found of a record with one author.
fn findings_of(author: &str) -> Vec<FindingKind> {
    let file = format!(
        r#"{{"resources": [{{"id": "a", "title": "T", "authors": [{}]}}]}}"#,
        serde_json::to_string(author).unwrap()
    );
    read(file.as_bytes()).unwrap().1.into_iter().map(|finding| finding.kind).collect()
}

#[test]
fn hosts_and_directors_of_recordings_are_called_so() {
    // APA 7 sections 10.12 and 10.13, MLA 9 chapter 5, “Author”, Chicago 17 section 14.267.
    let of = |author: &str, kind: &str| {
        let recording = Resource { r#type: Some(kind.to_owned()), ..work(author) };
        let entry = |style| cite(style, &recording, &Head::default(), None).plain();
        [entry(Style::Apa), entry(Style::Mla), entry(Style::Chicago)]
    };
    let [apa, mla, chicago] = of("Bo Ek (Host)", "podcast");
    assert!(apa.starts_with("Ek, B. (Host). (n.d.). T"), "{apa}");
    assert!(mla.starts_with("Ek, Bo, host. “T.”"), "{mla}");
    assert!(chicago.starts_with("Ek, Bo, host. n.d. “T.”"), "{chicago}");
    assert!(of("Bo Ek (Director)", "video")[0].starts_with("Ek, B. (Director). (n.d.). T"));
    // A report has no director.
    assert!(of("Bo Ek (Director)", "report")[0].starts_with("Ek, B. (n.d.). T"));
}

#[test]
fn illustrators_stand_behind_the_title() {
    let mut book = work("Ann Lee");
    book.authors.push(Author::from("Illustrated by Bo Ek"));
    let entry = |style| cite(style, &book, &Head::default(), None).plain();
    assert!(entry(Style::Apa).starts_with("Lee, A. (n.d.). T (B. Ek, Illus.)."), "{}", entry(Style::Apa));
    assert!(entry(Style::Mla).contains("Illustrated by Bo Ek"), "{}", entry(Style::Mla));
    assert!(entry(Style::Chicago).contains("Illustrated by Bo Ek."), "{}", entry(Style::Chicago));
    assert!(
        export(Format::CslJson, &Head::default(), [book.clone()])
            .contains(r#""illustrator":[{"family":"Ek","given":"Bo"}]"#)
    );
}

/// A book by two persons, edited by one or two and translated by another.
fn edited(n_editors: usize, others: &str) -> Resource {
    let mut book = work("Ann Lee");
    let editors = ["Jane Doe (Ed.)", "John Smith Jr. (Ed.)"];
    book.authors.extend(editors.iter().take(n_editors).map(|editor| Author::from(*editor)));
    book.authors.push(Author::from(format!("Bo Ek{others} (Trans.)")));
    Resource {
        r#type: Some("book".to_owned()),
        publishers: vec!["Meadow Press".to_owned()],
        title: "On Grading".to_owned(),
        ..book
    }
}

#[test]
fn who_edited_and_translated_what_others_wrote_stands_behind_the_title() {
    let entries = |book: &Resource| Style::ALL.map(|style| cite(style, book, &Head::default(), None).plain());
    assert_eq!(
        entries(&edited(2, "")),
        [
            // APA 7 section 10.2, on edited and translated books.
            "Lee, A. (n.d.). On grading (J. Doe & J. Smith, Jr., Eds.; B. Ek, Trans.). Meadow Press.",
            // MLA 9, chapter 5, “Contributor”.
            "Lee, Ann. On Grading. Edited by Jane Doe and John Smith Jr., translated by Bo Ek, Meadow Press.",
            // Chicago 17 section 14.104.
            "Lee, Ann. n.d. On Grading. Edited by Jane Doe and John Smith Jr. Translated by Bo Ek. Meadow Press.",
        ]
    );
    let one = entries(&edited(1, " et al."));
    assert!(one[0].contains("On grading (J. Doe, Ed.; B. Ek et al., Trans.)."), "{one:?}");
    assert!(one[1].contains("Edited by Jane Doe, translated by Bo Ek et al., Meadow"), "{one:?}");
    let article = Resource {
        r#type: Some("article".to_owned()),
        publishers: vec!["Phi Delta Kappan".to_owned()],
        ..edited(0, "")
    };
    assert_eq!(
        entries(&article),
        [
            "Lee, A. (n.d.). On grading (B. Ek, Trans.). Phi Delta Kappan.",
            "Lee, Ann. “On Grading.” Translated by Bo Ek. Phi Delta Kappan.",
            "Lee, Ann. n.d. “On Grading.” Translated by Bo Ek. Phi Delta Kappan.",
        ]
    );
}

#[test]
fn who_edited_and_translated_one_work_is_named_once_in_citations_and_in_both_roles_in_formats() {
    let mut book = edited(0, "");
    book.authors = vec!["Ann Lee".into(), "Jane Doe (Ed. & Trans.)".into()];
    let entries = |book: &Resource| Style::ALL.map(|style| cite(style, book, &Head::default(), None).plain());
    assert_eq!(
        entries(&book),
        [
            "Lee, A. (n.d.). On grading (J. Doe, Ed. & Trans.). Meadow Press.",
            "Lee, Ann. On Grading. Edited and translated by Jane Doe, Meadow Press.",
            "Lee, Ann. n.d. On Grading. Edited and translated by Jane Doe. Meadow Press.",
        ]
    );
    let bibtex = export(Format::Bibtex, &Head::default(), [book]);
    assert!(bibtex.contains("editor = {Doe, Jane}") && bibtex.contains("translator = {Doe, Jane}"), "{bibtex}");
}

#[test]
fn a_translator_alone_signs_in_mla_and_chicago_and_stands_behind_the_title_in_apa() {
    let book = Resource { authors: vec!["Ann Lee (Trans.)".into()], ..edited(0, "") };
    let entries = Style::ALL.map(|style| cite(style, &book, &Head::default(), None).plain());
    assert_eq!(
        entries,
        [
            // APA 7 sections 9.12 and 10.2.
            "On grading (A. Lee, Trans.). (n.d.). Meadow Press.",
            // MLA 9, chapter 5, “Author”.
            "Lee, Ann, translator. On Grading. Meadow Press.",
            // Chicago 17 section 14.103.
            "Lee, Ann, trans. n.d. On Grading. Meadow Press.",
        ]
    );
    // Sorted by what stands in front.
    let other = Resource { title: "Maps".to_owned(), authors: Vec::new(), ..book.clone() };
    let order = |style| reference_list(style, &[other.clone(), book.clone()], &Head::default(), None)[0].0;
    assert_eq!([Style::Apa, Style::Chicago].map(order), [0, 1]);
}

#[test]
fn formats_state_the_role_of_everybody() {
    let (head, book) = (Head::default(), edited(1, " et al."));
    let text = |format| export(format, &head, [book.clone()]);
    let bibtex = text(Format::Bibtex);
    for field in ["author = {Lee, Ann}", "editor = {Doe, Jane}", "translator = {Ek, Bo and others}"] {
        assert!(bibtex.contains(field), "{bibtex}");
    }
    let csl = text(Format::CslJson);
    for field in [
        r#""author":[{"family":"Lee","given":"Ann"}]"#,
        r#""editor":[{"family":"Doe","given":"Jane"}]"#,
        r#""translator":[{"family":"Ek","given":"Bo"}],"note":"et al. (translator)""#,
    ] {
        assert!(csl.contains(field), "{csl}");
    }
    let ris = text(Format::Ris);
    assert!(ris.contains("AU  - Lee, Ann\r\nED  - Doe, Jane\r\nA4  - Ek, Bo\r\n"), "{ris}");
    let json = json_ld(&book, &head);
    assert!(json.contains(r#""editor":[{"@type":"Person","name":"Jane Doe""#), "{json}");
    assert!(meta(&book, &head).contains(&("citation_editor", "Doe, Jane".to_owned())));
    for format in [Format::Markdown, Format::Html] {
        assert!(text(format).contains("Ann Lee; Jane Doe (Ed.); Bo Ek, et al. (Trans.)"), "{}", text(format));
    }
    // Who edits and alone signs is no author in any.
    let edited = work("Jane Doe (Ed.)");
    for format in [Format::Bibtex, Format::CslJson, Format::Ris, Format::JsonLd] {
        let text = export(format, &head, [edited.clone()]);
        assert!(!text.contains("author") && !text.contains("AU  -"), "{text}");
    }
}

#[test]
fn lists_for_readers_have_names_as_citations_do() {
    for (author, shown) in [
        ("Dr. Jane Doe, Ph.D.", "Jane Doe"),
        ("Doe, Jane", "Jane Doe"),
        ("García Mathewson, Tara", "Tara García Mathewson"),
        ("Jane Doe, Superintendent", "Jane Doe"),
        ("Kim Jong-un", "Kim Jong-un"),
        ("Jane Doe and John Smith (Eds.)", "Jane Doe, John Smith (Eds.)"),
        ("Aspen Institute", "Aspen Institute"),
    ] {
        for (format, start) in [(Format::Markdown, "1. T  \n   "), (Format::Html, "<li><p>T<br>")] {
            let text = export(format, &Head::default(), [work(author)]);
            assert!(text.contains(&format!("{start}{shown}")), "{text}");
        }
    }
}

#[test]
fn csv_keeps_authors_as_they_are_read_again() {
    for author in [
        "Dr. Jane Doe, Ph.D. (Ed.)",
        r#"{"family": "García Mathewson", "given": "Tara"}"#,
        r#"{"family": "Smith", "given": "John", "suffix": "Jr.", "role": "editor"}"#,
        r#"{"name": "Jane Doe", "role": "translator"}"#,
    ] {
        let written = export(Format::Csv, &Head::default(), [work(author)]);
        let mut reader = csv::Reader::from_reader(written.trim_start_matches('\u{feff}').as_bytes());
        let at = reader.headers().unwrap().iter().position(|name| name == "authors").unwrap();
        let cell = reader.records().next().unwrap().unwrap()[at].to_owned();
        assert_eq!(parts_of(&[&cell]), parts_of(&[author]), "{cell}");
    }
}

#[test]
fn et_al_stands_for_others_in_every_form() {
    let resource = work("Jane Doe et al.");
    assert_eq!(
        forms(&resource),
        ["Doe, J., et al.", "Doe, Jane, et al.", "Doe, Jane, et al.", "Doe, Jane and others"].map(str::to_owned)
    );
    let head = Head::default();
    let text = export(Format::CslJson, &head, [resource.clone()]);
    // No name stands for them, which processors would print: CSL 1.0.2 has none.
    assert!(text.contains(r#""author":[{"family":"Doe","given":"Jane"}],"note":"et al. (author)""#), "{text}");
    let text = export(Format::Ris, &head, [resource]);
    assert_eq!(text.matches("AU  - ").count(), 1);
    assert!(text.contains("N1  - et al. (author)\r\n"), "{text}");
    // Who is alone in that is nobody.
    assert_eq!(contributors(&["et al.".into()], &|_| false), Contributors::default());
}

#[test]
fn names_in_chinese_japanese_and_korean_letters_have_the_family_name_first() {
    assert_eq!(parts_of(&["村上 春樹", "김 철수"]), "村上, 春樹 + 김, 철수");
    assert_eq!(forms(&work("村上 春樹"))[0], "村上 春樹.");
    let text = export(Format::CslJson, &Head::default(), [work("村上 春樹")]);
    assert!(text.contains(r#"{"family":"村上","given":"春樹"}"#), "{text}");
}

#[test]
fn what_two_plain_words_are_is_stated_by_the_catalog() {
    let body = work(r#"{"name": "Digital Promise", "kind": "organization"}"#);
    assert_eq!(forms(&body)[0], "Digital Promise.");
    // Or known from the publishers of any other record.
    let (head, mut store) = (Head::default(), Store::default());
    let other = Resource { publishers: vec!["New Profit".to_owned()], ..Resource::default() };
    store.push(&Record::from(&other));
    let known = Known::new(&store);
    let text = work("New Profit");
    assert_eq!(cite(Style::Apa, &text, Context::new(&head, &known), None).plain(), "New Profit. (n.d.). T.");
    // Or from another record that states it.
    let mut store = Store::default();
    store.push(&Record::from(&body));
    let known = Known::new(&store);
    let text = work("Digital Promise");
    assert_eq!(cite(Style::Apa, &text, Context::new(&head, &known), None).plain(), "Digital Promise. (n.d.). T.");
    let stated = work(r#"{"family": "Ortega y Gasset", "given": "José"}"#);
    assert_eq!(forms(&stated)[0], "Ortega y Gasset, J.");
}

#[test]
fn check_finds_authors_that_nobody_can_tell() {
    let findings = |authors: &str| {
        let file = format!("{{\"resources\": [{{\"id\": \"a\", \"title\": \"A\",\n\"authors\": [{authors}]}}]}}");
        read(file.as_bytes()).unwrap().1
    };
    let found = findings(r#""Digital Promise""#);
    assert_eq!(found[0].kind, FindingKind::LooksLikeBody("Digital Promise".to_owned()));
    assert_eq!(
        i18n::finding(&found[0]),
        "line 1, record 1 “a”, authors: “Digital Promise” looks like a body and is cited as a person: say so with \
        {\"name\": …, \"kind\": \"organization\"} or \"person\""
    );
    assert_eq!(findings(r#""New Profit""#).len(), 1);
    // Three capitals may be initials, or an acronym.
    assert_eq!(findings(r#""NPR Ed""#).len(), 1);
    let two = findings(r#""Jane Doe and John Smith""#);
    assert_eq!(two[0].kind, FindingKind::SeveralAuthors("Jane Doe and John Smith".to_owned(), 2));
    for (doubtful, kind) in [
        ("Leonard Trust", FindingKind::LooksLikePerson("Leonard Trust".to_owned())),
        ("Jane Doe, Aspen Institute", FindingKind::UnclearPart("Jane Doe, Aspen Institute".to_owned())),
        ("Jane Doe, Curious Gardener", FindingKind::UnclearPart("Jane Doe, Curious Gardener".to_owned())),
    ] {
        let found = findings(&format!("\"{doubtful}\""));
        assert_eq!(found.iter().map(|finding| &finding.kind).collect::<Vec<_>>(), [&kind]);
        assert!(i18n::finding(&found[0]).contains(doubtful));
    }
    // Where it is stated, or known, there is nothing to find; nor in the names of persons.
    for quiet in [
        r#"{"name": "Digital Promise", "kind": "organization"}, {"name": "New Profit", "kind": "person"}"#,
        r#""Susan Patrick", "Grace Young", "Tom Vander Ark", "Mary Hall", "Aspen Institute", "CS Lewis", "Will Green""#,
        r#""Jane Doe, Ph.D.", "Jane Doe, Principal", "Doe, Jane", "John Smith, Jr.", "Dr. Anna Staff", "Grace College""#,
    ] {
        assert_eq!(findings(quiet), []);
    }
    let shipped = read(&std::fs::read("public/catalog.json").unwrap()).unwrap().1;
    let about_authors = |kind: &FindingKind| {
        matches!(
            kind,
            FindingKind::LooksLikeBody(_)
                | FindingKind::LooksLikePerson(_)
                | FindingKind::UnclearPart(_)
                | FindingKind::SeveralAuthors(..)
        )
    };
    assert!(!shipped.iter().any(|finding| about_authors(&finding.kind)), "{shipped:?}");
}

#[test]
fn check_asks_where_the_family_name_may_be_another_than_the_one_that_is_read() {
    let asked = |author: &str| {
        let author = serde_json::to_string(author).unwrap();
        let file = format!("{{\"resources\": [{{\"id\": \"a\", \"title\": \"A\", \"authors\": [{author}]}}]}}");
        let (_, findings, asked) = read_with_spellings(file.as_bytes()).unwrap();
        assert_eq!(findings, []);
        asked.iter().map(i18n::finding).collect::<Vec<_>>()
    };
    assert_eq!(
        asked("Tara García Mathewson"),
        [
            "line 1, record 1 “a”, authors: “Tara García Mathewson” is read as “Mathewson, Tara García”; where the family name is \
          another, write {\"family\": …, \"given\": …}"
        ]
    );
    for name in [
        "Maria Garcia Lopez",
        "Juan Perez de Leon",
        "Nguyen Minh",
        "Trần Lê",
        "Li Na",
        "Yu Lina",
        "Han Xiaoming",
        "Lim Kit Siang",
        "László Péter",
        "Szabó Martin",
        "Mori Kenzo",
        "Tanaka Aimi",
        "Dean Keith Simonton",
    ] {
        assert_eq!(asked(name).len(), 1, "{name}");
    }
    for name in [
        "Gabriel García Márquez",
        "Mario Vargas Llosa",
        "Juan Pérez de León",
        "Bartók Béla",
        "Béla Bartók",
        "Murakami Haruki",
        "Haruki Murakami",
        "Nguyễn Văn An",
        "Viet Thanh Nguyen",
        "Kim Jong-un",
        "Xi Jinping",
        "Yong Zhao",
        "Lee Ann Smith",
        "Kim Lee",
        "Lin Dale",
        "Ana Torres",
        "García Mathewson, Tara",
        "Dean Smith",
        "Juan R. Cruz",
    ] {
        assert_eq!(asked(name), [""; 0], "{name}");
    }
}

#[test]
fn formats_that_split_names_at_commas_keep_bodies_whole_and_family_names_together() {
    let names = [
        (
            "U.S. Department of Education, Office of Educational Technology",
            "U.S. Department of Education – Office of Educational Technology",
        ),
        ("Gallup Services, Inc.", "Gallup Services Inc."),
        ("García Mathewson, Tara", "García Mathewson, Tara"),
        ("Adlai E. Stevenson III", "Stevenson, Adlai E., III"),
        ("村上 春樹", "村上, 春樹"),
    ];
    let head = Head::default();
    for (name, written) in names {
        let resource = work(name);
        let ris = export(Format::Ris, &head, [resource.clone()]);
        assert!(ris.contains(&format!("AU  - {written}\r\n")), "{ris}");
        assert!(meta(&resource, &head).contains(&("citation_author", written.to_owned())));
    }
}

#[test]
fn names_that_are_signed_with_the_family_name_first_keep_their_order_in_every_form() {
    for name in ["Kim Jong-un", "Nguyễn Văn An", "Xi Jinping"] {
        let resource = work(name);
        let csl = export(Format::CslJson, &Head::default(), [resource.clone()]);
        assert!(csl.contains(r#","static-ordering":true}"#), "{csl}");
        let (family, given) = name.split_once(' ').unwrap();
        let ris = export(Format::Ris, &Head::default(), [resource.clone()]);
        assert!(ris.contains(&format!("AU  - {family}, {given}\r\n")), "{ris}");
        assert!(json_ld(&resource, &Head::default()).contains(&format!(r#""name":"{name}""#)));
    }
}

#[test]
fn particles_stand_where_csl_has_them() {
    let text = export(Format::CslJson, &Head::default(), [work("Vincent van Gogh"), work("Alexander von Humboldt")]);
    assert!(text.contains(r#"{"family":"Gogh","non-dropping-particle":"van","given":"Vincent"}"#), "{text}");
    assert!(text.contains(r#"{"family":"Humboldt","dropping-particle":"von","given":"Alexander"}"#), "{text}");
}

#[test]
fn lists_sort_names_as_each_manual_writes_them() {
    let sorted = |style: Style, names_of: &[&str]| {
        let works: Vec<Resource> = names_of.iter().map(|text| work(text)).collect();
        let list = reference_list(style, &works, &Head::default(), None);
        list.into_iter().map(|(at, _)| names_of[at].to_owned()).collect::<Vec<String>>()
    };
    // Nothing stands before something (APA 7 section 9.44).
    let names = ["Ann Browning", "J. Brown", "A. K. Brown", "Vincent van Gogh", "Zoë Ács", "Ann Hall"];
    let apa = ["Zoë Ács", "A. K. Brown", "J. Brown", "Ann Browning", "Ann Hall", "Vincent van Gogh"];
    assert_eq!(sorted(Style::Apa, &names), apa);
    // Chicago sorts a Dutch name behind its particle (17, section 16.71).
    assert_eq!(sorted(Style::Chicago, &["Ann Hall", "Vincent van Gogh"]), ["Vincent van Gogh", "Ann Hall"]);
    let alone = reference_list(Style::Apa, &[work("Ann Hall"), work("Ann Hall et al.")], &Head::default(), None);
    assert!(alone.iter().all(|(_, entry)| entry.plain().contains("(n.d.)")), "{alone:?}");
}

/// Any text, most of it of what names are made of.
fn any_text(u: &mut Unstructured<'_>) -> Result<String> {
    const WORDS: [&str; 40] = [
        "Jane", "Doe", "J.", "JR", "Jr.", "III", "V", "van", "von", "de", "la", "al-", "al-Hakim", "d'", "y", "und",
        "in", "'t", "Dr.", "PhD", "Ph.", "D.", "(Ed.)", "Editor", "Ed.", "et al.", "and", "&", ";", ",", "村上",
        "春樹", "Group", "The", "1950-", "“", "(", ")", "\u{301}", "ẞ",
    ];
    let n = u.int_in_range(0..=8)?;
    let words = (0..n).map(|_| if u.ratio(1, 12)? { u.arbitrary() } else { Ok((*u.choose(&WORDS)?).to_owned()) });
    Ok(words.collect::<Result<Vec<String>>>()?.join(*u.choose(&[" ", ", ", ""])?))
}

#[test]
fn any_text_is_read_and_a_body_stays_whole_in_every_form() {
    arbtest::arbtest(|u| {
        let text = any_text(u)?;
        let Contributors { authors, editors, translators, .. } =
            contributors(&[Author::from(text.as_str())], &|_| false);
        assert!([authors, editors, translators].iter().all(|names| !names.has_others || !names.list.is_empty()));
        for name in &all_of(&[&text]) {
            let forms = [name.with_initials(), name.inverted(), name.inverted_in_chicago(), name.natural()];
            assert!(forms.iter().all(|form| form.trim() == form && !form.contains("  ")), "{text:?}: {forms:?}");
            if let Name::Body(body) = name {
                assert!(forms.iter().all(|form| form == body), "{text:?}: {forms:?}");
            } else {
                assert!(!forms.iter().any(String::is_empty), "{text:?}: {name:?}");
            }
        }
        Ok(())
    });
}

fn any_person(u: &mut Unstructured<'_>) -> Result<Person> {
    let mut one = |of: &[&str]| u.choose(of).map(|text| (*text).to_owned());
    Ok(Person {
        family: one(&[
            "Doe",
            "García Márquez",
            "O'Neal",
            "Ortega y Gasset",
            "Müller",
            "Ó Cadhain",
            "Smith-Jones",
            "Press",
        ])?,
        non_dropping: one(&["", "", "van", "de la", "al-", "d’", "van den"])?,
        dropping: one(&["", "", "von", "de", "von und zu"])?,
        given: one(&["Jane", "J.", "Jean-Paul", "María del Carmen", "J. R. R.", "Zoë", "Ed", "Van"])?,
        suffix: one(&["", "", "Jr.", "III", "Sr"])?,
        is_family_first: false,
    })
}

#[test]
fn a_person_written_with_the_family_name_first_reads_the_same() {
    arbtest::arbtest(|u| {
        let person = any_person(u)?;
        let written = Name::Person(person.clone()).inverted();
        assert_eq!(all_of(&[&written]), [Name::Person(person)], "{written}");
        Ok(())
    });
}

#[test]
fn a_name_in_its_natural_order_stays_as_it_is() {
    arbtest::arbtest(|u| {
        let natural = Name::Person(any_person(u)?).natural();
        let again: Vec<String> = all_of(&[&natural]).iter().map(Name::natural).collect();
        assert_eq!(again, [natural]);
        Ok(())
    });
}

#[test]
fn what_readers_see_of_an_author_has_all_its_parts() {
    arbtest::arbtest(|u| {
        let Person { family, given, suffix, .. } = any_person(u)?;
        let author = Author::Parts(NameParts { family, given, suffix, ..NameParts::default() }.into());
        let Author::Parts(parts) = &author else { return Ok(()) };
        assert!(
            [&parts.family, &parts.given, &parts.suffix].iter().all(|part| author.display().contains(part.as_str()))
        );
        Ok(())
    });
}

#[test]
fn baron_and_ret_before_one_name_are_given_names() {
    for (text, parts) in [
        ("Baron Davis", "Davis, Baron"),
        ("Baron Cohen", "Cohen, Baron"),
        ("Baron R. Davis", "Davis, Baron R."),
        ("Baron Anthony Giddens", "Giddens, Anthony"),
        ("Ret Smith", "Smith, Ret"),
        ("Ret. Jane Smith", "Smith, Jane"),
    ] {
        assert_eq!(parts_of(&[text]), parts, "{text}");
    }
}

#[test]
fn guests_are_in_every_format_and_sign_only_where_nobody_else_does() {
    let made = |authors: &str| {
        let file =
            format!(r#"{{"resources": [{{"id": "a", "title": "T", "type": "podcast", "authors": {authors}}}]}}"#);
        read(file.as_bytes()).unwrap().0.resources.remove(0)
    };
    let head = Head::default();
    let resource = made(r#"["Jane Roe (Host)", "Joe Feldman (Guest)"]"#);
    assert!(!cite(Style::Apa, &resource, &head, None).plain().contains("Feldman"));
    for (format, guest) in [
        (Format::Bibtex, "note = {Guest: Joe Feldman}"),
        (Format::Ris, "N1  - Guest: Joe Feldman\r\n"),
        (Format::CslJson, r#""note":"Guest: Joe Feldman""#),
    ] {
        let text = export(format, &head, [resource.clone()]);
        assert!(text.contains(guest), "{text}");
    }
    assert!(json_ld(&resource, &head).contains(r#""contributor":[{"@type":"Person","#));
    assert!(coins(&resource, &head).contains("&rft.contributor=Feldman%2C%20Joe"), "{}", coins(&resource, &head));
    assert!(meta(&resource, &head).contains(&("DC.contributor", "Joe Feldman".to_owned())));
    let edited = made(r#"["Joe Feldman (Guest)", "Jane Roe (Ed.)"]"#);
    assert!(cite(Style::Apa, &edited, &head, None).plain().starts_with("Roe, J. (Ed.)."));
    assert!(cite(Style::Apa, &made(r#"["Joe Feldman (Guest)"]"#), &head, None).plain().starts_with("Feldman, J."));
}
