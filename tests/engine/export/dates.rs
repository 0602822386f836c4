//! Dates that are not certain, that are ranges or seasons, and works that are yet to appear, in every citation and format.

use biblatex::{Bibliography, PermissiveType};
use citationberg::json::Item;
use competency_explorer::catalog::{Head, Published, Resource, read};
use competency_explorer::export::citation::{Style, cite, reference_list};
use competency_explorer::export::{Format, export, json_ld};
use serde_json::{Value, json};

/// A report, or what else is of a type, by one author.
fn work(kind: &str, published: &str) -> Resource {
    Resource {
        id: "a".to_owned(),
        title: "On grading".to_owned(),
        authors: vec!["Ann Lee".into()],
        r#type: Some(kind.to_owned()),
        published: Published::read(published),
        ..Resource::default()
    }
}

/// The entry without what is the same in all of them.
fn date(style: Style, resource: &Resource) -> String {
    let entry = cite(style, resource, &Head::default(), None).plain();
    let rest = entry.strip_prefix("Lee, A").unwrap().trim_start_matches("nn").trim_start_matches(['.', ' ']);
    let title = if style == Style::Apa { "On grading." } else { "On Grading." };
    let rest = rest.replace(['“', '”'], "").replacen(title, "", 1).replace("  ", " ");
    rest.trim_matches(|c: char| c == ' ' || c == '.' && style != Style::Mla).trim_start_matches(['.', ' ']).to_owned()
}

#[test]
fn dates_are_cited_as_certain_as_they_are_stated() {
    // APA 7 sections 8.19 and 9.14, Chicago 17 sections 9.64, 14.145, 15.44 and 15.45, MLA 9 chapter 5, “Publication Date”.
    for (text, apa, chicago, mla) in [
        ("2019", "(2019)", "2019", "2019."),
        ("ca. 2019", "(ca. 2019)", "[ca. 2019]", "Circa 2019."),
        ("um 2019", "(ca. 2019)", "[ca. 2019]", "Circa 2019."),
        ("2019?", "(ca. 2019)", "[2019?]", "2019?"),
        ("[2019]", "(2019)", "[2019]", "[2019]."),
        ("c2019", "(2019)", "2019", "2019."),
        ("2019, cop. 2018", "(2019)", "2019", "2019."),
        ("199?", "(ca. 1990s)", "[1990s?]", "1990s?"),
        ("19--", "(20th century)", "20th century", "20th century."),
        ("[ca. 2019?]", "(ca. 2019)", "[ca. 2019?]", "[Circa 2019?]."),
        ("2015-2018", "(2015–2018)", "2015–18", "2015–18."),
        ("1998-2003", "(1998–2003)", "1998–2003", "1998–2003."),
        ("2000-2004", "(2000–2004)", "2000–2004", "2000–2004."),
        ("Spring 2020", "(2020)", "2020", "Spring 2020."),
        ("in press", "(in press)", "Forthcoming", "Forthcoming."),
        ("forthcoming", "(in press)", "Forthcoming", "Forthcoming."),
        ("forthcoming 2027", "(in press)", "Forthcoming", "Forthcoming."),
        ("n.d.", "(n.d.)", "n.d", ""),
        ("some day", "(n.d.)", "n.d", ""),
        ("10/11/2019", "(2019)", "2019", "2019."),
        ("FY2021", "(2021)", "2021", "2021."),
        ("1890s", "(1890s)", "1890s", "1890s."),
        ("1990's", "(1990s)", "1990s", "1990s."),
        ("[199-?]", "(ca. 1990s)", "[1990s?]", "[1990s?]."),
        ("ca. 1990s", "(ca. 1990s)", "[ca. 1990s]", "Circa 1990s."),
        ("1800s", "(1800s)", "1800s", "1800s."),
        ("18th century", "(18th century)", "18th century", "18th century."),
        ("between 1990 and 1995", "(ca. 1990–1995)", "[ca. 1990–95]", "Circa 1990–95."),
        ("1995, c1994", "(1995)", "1995", "1995."),
        ("©1994", "(1994)", "1994", "1994."),
        ("2018 – present", "(2018–present)", "2018–", "2018–present."),
        ("2018-", "(2018–present)", "2018–", "2018–present."),
        ("ca. 2018-", "(ca. 2018–present)", "[ca. 2018–]", "Circa 2018–present."),
        ("Winter 2019-2020", "(2019–2020)", "2019–20", "Winter 2019–20."),
        ("Fall/Winter 2019", "(2019)", "2019", "Fall/winter 2019."),
        ("mars 2020", "(2020)", "2020", "Mar. 2020."),
    ] {
        let report = work("report", text);
        let all = [Style::Apa, Style::Chicago, Style::Mla].map(|style| date(style, &report));
        assert_eq!(all, [apa, chicago, mla], "{text}");
    }
    for (text, apa, chicago, mla) in [
        ("Spring 2020", "(2020, Spring)", "2020. Getting Smart, Spring 2020", "Getting Smart, spring 2020."),
        (
            "Fall/Winter 2019",
            "(2019, Fall/Winter)",
            "2019. Getting Smart, Fall/Winter 2019",
            "Getting Smart, fall/winter 2019.",
        ),
        (
            "Autumn-Winter 2019",
            "(2019, Fall/Winter)",
            "2019. Getting Smart, Fall/Winter 2019",
            "Getting Smart, fall/winter 2019.",
        ),
        (
            "Winter 2019-2020",
            "(2019–2020, Winter)",
            "2019–20. Getting Smart, Winter 2019–20",
            "Getting Smart, winter 2019–20.",
        ),
        (
            "Winter 2019/20",
            "(2019–2020, Winter)",
            "2019–20. Getting Smart, Winter 2019–20",
            "Getting Smart, winter 2019–20.",
        ),
        ("ca. May 2020", "(ca. 2020, May)", "[ca. 2020]. Getting Smart, May 2020", "Getting Smart, circa May 2020."),
        ("May/June 2020", "(2020, May–June)", "2020. Getting Smart, May–June 2020", "Getting Smart, May–June 2020."),
        ("October 2019 - March 2020", "(2019–2020)", "2019–20. Getting Smart", "Getting Smart, 2019–20."),
        (
            "March 28-30, 2020",
            "(2020, March 28–30)",
            "2020. Getting Smart, March 28–30, 2020",
            "Getting Smart, 28–30 Mar. 2020.",
        ),
        ("28 or 29 April 2020", "(n.d.)", "n.d. Getting Smart", "Getting Smart."),
        ("2018–present", "(2018–present)", "2018–. Getting Smart", "Getting Smart, 2018–present."),
        (
            "28 April - 2 May 2020",
            "(2020, April 28–May 2)",
            "2020. Getting Smart, April 28–May 2, 2020",
            "Getting Smart, 28 Apr.–2 May 2020.",
        ),
        (
            "2020-04-28/2020-05-02",
            "(2020, April 28–May 2)",
            "2020. Getting Smart, April 28–May 2, 2020",
            "Getting Smart, 28 Apr.–2 May 2020.",
        ),
        ("in press", "(in press)", "Forthcoming. Getting Smart", "Getting Smart, forthcoming."),
    ] {
        let post = Resource { container: Some("Getting Smart".to_owned()), ..work("article", text) };
        let all = [Style::Apa, Style::Chicago, Style::Mla].map(|style| date(style, &post));
        let apa = format!("{apa}. Getting Smart");
        assert_eq!(all, [apa.as_str(), chicago, mla], "{text}");
    }
}

#[test]
fn what_is_yet_to_appear_stands_last_and_has_letters() {
    let works =
        [work("report", "in press"), work("report", "2019"), work("report", "n.d."), work("report", "forthcoming")];
    let list = |style| -> Vec<String> {
        let entries = reference_list(style, &works, &Head::default(), None);
        entries.into_iter().map(|(_, entry)| entry.plain()).collect()
    };
    assert_eq!(
        list(Style::Apa),
        [
            "Lee, A. (n.d.). On grading.",
            "Lee, A. (2019). On grading.",
            "Lee, A. (in press-a). On grading.",
            "Lee, A. (in press-b). On grading."
        ]
    );
    let chicago = list(Style::Chicago);
    assert!(
        chicago[1].starts_with("Lee, Ann. Forthcoming-a.") && chicago[3].starts_with("Lee, Ann. n.d."),
        "{chicago:?}"
    );
}

/// The item of CSL-JSON.
fn csl(resource: &Resource) -> Value {
    let text = export(Format::CslJson, &Head::default(), [resource.clone()]);
    let items: Vec<Item> = serde_json::from_str(&text).unwrap();
    assert_eq!(items.len(), 1);
    serde_json::from_str::<Value>(&text).unwrap()[0].clone()
}

/// The values of a tag of RIS.
fn tag(resource: &Resource, tag: &str) -> Vec<String> {
    let text = export(Format::Ris, &Head::default(), [resource.clone()]);
    text.lines().filter_map(|line| line.strip_prefix(&format!("{tag}  - ")).map(str::to_owned)).collect()
}

#[test]
fn formats_state_a_date_in_their_own_words() {
    for (text, issued, [py, da], [year, date], published) in [
        ("2019-10", json!({"date-parts": [[2019, 10]]}), ["2019", "2019/10//"], ["2019", ""], "2019-10"),
        (
            "ca. 2019",
            json!({"date-parts": [[2019]], "circa": true}),
            ["2019", "2019///ca."],
            ["ca. 2019", "2019~"],
            "2019~",
        ),
        (
            "2019?",
            json!({"date-parts": [[2019]], "circa": true}),
            ["2019", "2019///ca."],
            ["ca. 2019", "2019?"],
            "2019?",
        ),
        ("[2019]", json!({"date-parts": [[2019]]}), ["2019", "2019///"], ["2019", "2019"], "2019"),
        (
            "Spring 2020",
            json!({"date-parts": [[2020]], "season": 1}),
            ["2020", "2020///Spring"],
            ["2020", ""],
            "2020-21",
        ),
        (
            "2015-2018",
            json!({"date-parts": [[2015], [2018]]}),
            ["2015", "2015///2015 - 2018"],
            ["2015--2018", "2015/2018"],
            "2015/2018",
        ),
        (
            "May/June 2020",
            json!({"date-parts": [[2020, 5], [2020, 6]]}),
            ["2020", "2020/05//2020-05 - 2020-06"],
            ["2020", "2020-05/2020-06"],
            "2020-05/2020-06",
        ),
        (
            "1990s",
            json!({"date-parts": [[1990], [1999]]}),
            ["1990", "1990///1990s"],
            ["1990--1999", "1990/1999"],
            "1990/1999",
        ),
        (
            "18th century",
            json!({"date-parts": [[1700], [1799]]}),
            ["1700", "1700///18th century"],
            ["1700--1799", "1700/1799"],
            "1700/1799",
        ),
        ("2018–present", json!({"date-parts": [[2018]]}), ["2018", "2018///2018 -"], ["2018", "2018/.."], "2018/.."),
        ("1995, c1994", json!({"date-parts": [[1995]]}), ["1995", "1995///"], ["1995", "1995"], "1995"),
        ("Fall/Winter 2019", json!({"date-parts": [[2019]]}), ["2019", "2019///Fall/Winter"], ["2019", ""], "2019"),
        (
            "Winter 2019-2020",
            json!({"date-parts": [[2019], [2020]], "season": 4}),
            ["2019", "2019///Winter 2019-2020"],
            ["2019--2020", ""],
            "2019/2020",
        ),
        ("in press", Value::Null, ["///in press", ""], ["in press", ""], ""),
        ("Forthcoming", Value::Null, ["///forthcoming", ""], ["forthcoming", ""], ""),
        ("n.d.", Value::Null, ["", ""], ["", ""], ""),
        ("some day", Value::Null, ["", ""], ["", ""], ""),
    ] {
        let resource = work("report", text);
        let item = csl(&resource);
        assert_eq!(item["issued"], issued, "{text}");
        let words = py.strip_prefix("///");
        let (is_status, status) = (words.is_some(), words.map_or(Value::Null, |words| json!(words)));
        assert_eq!(item["status"], status, "{text}");
        assert_eq!([tag(&resource, "PY").concat(), tag(&resource, "DA").concat()], [py, da], "{text}");
        let bibtex = export(Format::Bibtex, &Head::default(), [resource.clone()]);
        let entry = Bibliography::parse(&bibtex).unwrap().into_vec().remove(0);
        let field = |name: &str| entry.get(name).map(biblatex::ChunksExt::format_verbatim).unwrap_or_default();
        assert_eq!([field("year"), field("date")].map(|text| text.replace('–', "--")), [year, date], "{text}");
        if !date.is_empty() || text.contains("Spring") || text.contains("inter") {
            assert!(matches!(entry.date(), Ok(PermissiveType::Typed(_))), "{text}: {bibtex}");
        }
        // BibTeXing: any year whose last four characters are numerals.
        assert!(is_status || year.is_empty() || year.as_bytes()[year.len() - 4..].iter().all(u8::is_ascii_digit));
        let document: Value = serde_json::from_str(&json_ld(&resource, &Head::default())).unwrap();
        let work = &document["@graph"][1];
        assert_eq!(work["datePublished"].as_str().unwrap_or_default(), published, "{text}");
        assert_eq!(work["creativeWorkStatus"], item["status"], "{text}");
        // Data keep the text.
        let csv = export(Format::Csv, &Head::default(), [resource.clone()]);
        assert!(csv.lines().nth(1).unwrap().split(',').any(|cell| cell == text) || text.contains(','), "{csv}");
        let catalog = read(export(Format::Json, &Head::default(), [resource.clone()]).as_bytes()).unwrap().0;
        assert_eq!(catalog.resources, [resource], "{text}");
    }
}
