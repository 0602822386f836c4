//! What curators ask of a catalog: its quality as a table, its data package, its static pages; and what their shells ask.

use std::fs;

use crate::command::{built_page, explorer, names, str_of, text};
use tempfile::TempDir;

const CATALOG: &str = r#"{"title": "T", "vocabulary": {"themes": [{"id": "g", "label": "Grading"}, {"id": "u", "label": "Unused"}]},
    "fields": [{"id": "n", "label": "N", "kind": "number"}],
    "resources": [
        {"id": "a", "title": "Grading by standards", "summary": "S.", "themes": ["g"], "url": "http://example.org/a", "extra": {"n": 7}},
        {"id": "b", "title": "How grading by standards works, and more", "published": "2014", "pages": 3},
        {"id": "c", "title": "Standards by Grading", "type": "no-such", "keywords": ["=1+1"]}]}"#;

fn catalog() -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("c.json");
    fs::write(&file, CATALOG).unwrap();
    let file = str_of(&file).to_owned();
    (folder, file)
}

#[test]
fn findings_and_remarks_are_written_as_tables_for_people_and_programs() {
    let (_folder, file) = catalog();
    let csv = explorer(&["check", &file, "--format", "csv", "--quality"]);
    assert_eq!(csv.status.code(), Some(0), "{}", text(&csv.stdout));
    let csv = text(&csv.stdout);
    assert!(csv.starts_with("\u{feff}kind,line,record,id,field,text\r\n"), "{csv}");
    for line in [
        "missing,,,b,summary,no summary\r\n",
        "http,,,a,url,the link is not encrypted (http): see whether https leads to it\r\n",
        "duplicate,,,c,title,has the title of a “Grading by standards”\r\n",
        "unused,,,,themes,no record has Unused\r\n",
        "used-once,,,,keywords,one record has =1+1\r\n",
        "suggestion,,,b,themes,perhaps g (100 %)\r\n",
    ] {
        assert!(csv.contains(line), "{line}{csv}");
    }
    let json = explorer(&["check", &file, "--format", "json", "--quality"]);
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert!(
        json.as_array().unwrap().iter().any(|row| row["kind"] == "suggestion" && row.get("line").is_none()),
        "{json}"
    );
    let plain = text(&explorer(&["check", &file]).stdout);
    assert!(!plain.contains("no summary") && !plain.contains("perhaps"), "{plain}");
    let broken = r#"{"resources": [{"id": "a", "title": "A"}, {"title": "B"}]}"#;
    fs::write(&file, broken).unwrap();
    let json = explorer(&["check", &file, "--format", "json"]);
    assert_eq!(json.status.code(), Some(1));
    let json: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    assert_eq!((&json[0]["kind"], &json[0]["record"], &json[0]["field"]), (&"finding".into(), &2.into(), &"id".into()));
}

#[test]
fn a_data_package_says_what_its_columns_hold() {
    let (folder, file) = catalog();
    let out = folder.path().join("package");
    let made = explorer(&["package", &file, "-o", str_of(&out)]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    assert_eq!(names(&out), ["datapackage.json", "resources.csv", "terms.csv"]);
    let package: serde_json::Value = serde_json::from_slice(&fs::read(out.join("datapackage.json")).unwrap()).unwrap();
    for (at, rows) in [(0, 3), (1, 2)] {
        let table = &package["resources"][at];
        let bytes = fs::read(out.join(table["path"].as_str().unwrap())).unwrap();
        let mut reader = csv::Reader::from_reader(bytes.as_slice());
        let header: Vec<String> = reader.headers().unwrap().iter().map(str::to_owned).collect();
        let fields = table["schema"]["fields"].as_array().unwrap();
        assert_eq!(fields.iter().map(|field| field["name"].as_str().unwrap()).collect::<Vec<_>>(), header);
        let records: Vec<csv::StringRecord> = reader.records().map(|record| record.unwrap()).collect();
        assert_eq!(records.len(), rows);
        for (record, (field, column)) in
            records.iter().flat_map(|record| fields.iter().enumerate().map(move |(at, field)| (record, (field, at))))
        {
            let cell = &record[column];
            let fits = match field["type"].as_str().unwrap() {
                "integer" => cell.is_empty() || cell.parse::<i64>().is_ok(),
                "number" => cell.is_empty() || cell.parse::<f64>().is_ok(),
                kind => kind == "string",
            };
            assert!(fits, "{cell}: {field}");
        }
    }
    let n = package["resources"][0]["schema"]["fields"]
        .as_array()
        .unwrap()
        .iter()
        .find(|field| field["name"] == "n")
        .unwrap();
    assert_eq!((&n["type"], &n["title"]), (&"number".into(), &"N".into()));
    let zip = folder.path().join("p.zip");
    assert!(explorer(&["package", &file, "-o", str_of(&zip)]).status.success());
    let mut zip = zip::ZipArchive::new(fs::File::open(zip).unwrap()).unwrap();
    let mut descriptor = String::new();
    std::io::Read::read_to_string(&mut zip.by_name("datapackage.json").unwrap(), &mut descriptor).unwrap();
    assert_eq!(descriptor.as_bytes(), fs::read(out.join("datapackage.json")).unwrap());
}

#[test]
fn a_folder_gets_static_pages_where_they_are_asked_for() {
    let (folder, file) = catalog();
    let app = built_page();
    let out = folder.path().join("site");
    let render = |more: &[&str]| {
        let sources = ["render", "--app", str_of(app.path()), "--catalog", &file, "--out", str_of(&out)];
        explorer(&[&sources, more].concat())
    };
    assert!(render(&[]).status.success());
    assert!(!names(&out).iter().any(|name| name.starts_with("resource-")), "{:?}", names(&out));
    assert_eq!(render(&["--pages"]).status.code(), Some(2), "pages need an address");
    let made = render(&["--pages", "--url", "https://example.org/x/"]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let names = names(&out);
    for name in ["resource-a.html", "resource-b.html", "theme-g.html", "sitemap.xml", "feed.atom"] {
        assert!(names.iter().any(|other| other == name), "{name}: {names:?}");
    }
    let page = fs::read_to_string(out.join("resource-a.html")).unwrap();
    assert!(
        page.contains("application/ld+json") && page.contains("href=\"https://example.org/x/theme-g.html\""),
        "{page}"
    );
}

#[test]
fn shells_complete_the_commands_and_the_manual_has_a_page_for_each() {
    for shell in ["bash", "zsh", "fish"] {
        let printed = text(&explorer(&["completions", shell]).stdout);
        assert!(printed.contains("import") && printed.contains("write-map"), "{shell}: {printed}");
    }
    let page = text(&explorer(&["man"]).stdout);
    assert!(page.contains(".TH explorer 1") && page.contains("import"), "{page}");
    let page = text(&explorer(&["man", "import"]).stdout);
    assert!(page.contains("explorer\\-import") && page.contains("\\-\\-into"), "{page}");
    assert_eq!(explorer(&["man", "nothing"]).status.code(), Some(2));
}
