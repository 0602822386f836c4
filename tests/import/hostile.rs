//! Files that nobody made in good faith: bounded work, a report, no panic.

use std::io::{Cursor, Write};

use competency_explorer::import::{Failure, Options, read};

#[test]
fn any_file_is_answered() {
    let wide = format!("Title,{}\nA,{}", "x,".repeat(10_000), "1,".repeat(10_000));
    let long = format!("Title,Note\nA,\"{}\"", "word ".repeat(200_000));
    let deep = "[".repeat(10_000);
    let texts = [
        "",
        " ",
        "\u{0}",
        "\"",
        "\"\"\"",
        ",",
        "\n\n\n",
        "=\"",
        "<",
        "&",
        "[",
        "{",
        "@",
        "@book{",
        "TY  - ",
        "a\u{0}b,c\nd,e",
        &wide,
        &long,
        &deep,
    ];
    for text in texts {
        let _ = read("any.csv", text.as_bytes(), &Options::default());
    }
    for n in 0..=255_u8 {
        let _ = read("any.csv", &[n; 64], &Options::default());
        let _ = read("any.csv", &[b'P', b'K', 3, 4, n, n, n], &Options::default());
    }
}

/// A workbook of one sheet with these rows.
fn workbook(rows: &str) -> Vec<u8> {
    let sheet = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>");
    let kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!("<Relationships><Relationship Id=\"r1\" Type=\"{kind}\" Target=\"{target}\"/></Relationships>")
    };
    archive(&[
        ("[Content_Types].xml", "<Types/>"),
        ("_rels/.rels", &relation(&format!("{kind}/officeDocument"), "xl/workbook.xml")),
        (
            "xl/workbook.xml",
            "<workbook xmlns:r=\"r\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
        ),
        ("xl/_rels/workbook.xml.rels", &relation(&format!("{kind}/worksheet"), "worksheets/sheet1.xml")),
        ("xl/worksheets/sheet1.xml", &sheet),
    ])
}

/// An archive of parts.
fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

fn cell(at: &str, text: &str) -> String {
    format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{text}</t></is></c>")
}

#[test]
fn hidden_rows_and_columns_are_published_when_their_sheet_is_asked_for() {
    let rows = format!(
        "<row r=\"1\">{}{}</row><row r=\"2\">{}{}</row><row r=\"3\" hidden=\"1\">{}</row>",
        cell("A1", "Title"),
        cell("B1", "Author"),
        cell("A2", "Shown"),
        cell("B2", "Oda Brennick"),
        cell("A3", "Secret")
    );
    let bytes = workbook(&rows);
    let titles = |options: &Options| {
        let import = read("a.xlsx", &bytes, options).unwrap();
        import.catalog.resources.into_iter().map(|resource| resource.title).collect::<Vec<String>>()
    };
    assert_eq!(titles(&Options::default()), ["Shown"]);
    assert_eq!(titles(&Options { sheets: vec!["S".to_owned()], ..Options::default() }), ["Shown", "Secret"]);
}

#[test]
fn a_workbook_that_unpacks_to_very_much_is_refused() {
    let bytes = workbook(&" ".repeat(20 << 20));
    assert!(bytes.len() < 1 << 20);
    assert!(matches!(read("a.xlsx", &bytes, &Options::default()), Err(Failure::Broken(why)) if why.contains("larger")));
}

#[test]
fn a_cell_far_away_costs_no_room_between() {
    let far = cell("XFD1048576", "far");
    let rows = format!(
        "<row r=\"1\">{}</row><row r=\"2\">{}</row><row r=\"1048576\">{far}</row>",
        cell("A1", "Title"),
        cell("A2", "A")
    );
    let import = read("a.xlsx", &workbook(&rows), &Options::default()).unwrap();
    assert_eq!(import.catalog.resources.len(), 1);
}

#[test]
fn a_row_of_many_cells_is_read_to_a_limit_that_is_said() {
    let wide = format!("Title,{}\nA,{}", "x,".repeat(10_000), "1,".repeat(10_000));
    let import = read("any.csv", wide.as_bytes(), &Options::default()).unwrap();
    assert!(import.report.notes.iter().any(|note| note.code == "too-many-columns"));
    assert_eq!(import.catalog.resources.len(), 1);
}

#[test]
fn a_spreadsheet_of_opendocument_is_read() {
    let cell = |text: &str| {
        format!("<table:table-cell office:value-type=\"string\"><text:p>{text}</text:p></table:table-cell>")
    };
    let row = |cells: &str| format!("<table:table-row>{cells}</table:table-row>");
    let date = "<table:table-cell office:value-type=\"date\" office:date-value=\"2019-03-12\"><text:p>12.3.19</text:p></table:table-cell>";
    let number =
        "<table:table-cell office:value-type=\"float\" office:value=\"312\"><text:p>312</text:p></table:table-cell>";
    let rows = row(&[cell("Title"), cell("Date"), cell("Pages")].concat())
        + &row(&[&cell("Lantern Atlas"), date, number].concat());
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"Books\">{rows}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    let bytes = archive(&[
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        ("META-INF/manifest.xml", "<manifest:manifest/>"),
        ("content.xml", &content),
    ]);
    let import = read("a.ods", &bytes, &Options::default()).unwrap();
    let [resource] = &import.catalog.resources[..] else { panic!("{:?}", import.report.notes) };
    let published = resource.published.as_ref().map(ToString::to_string);
    assert_eq!(
        (resource.title.as_str(), published.as_deref(), resource.pages),
        ("Lantern Atlas", Some("2019-03-12"), Some(312))
    );
}

#[test]
fn a_sheet_of_few_cells_that_stand_far_apart_is_refused() {
    let head = format!("<row r=\"1\">{}</row>", cell("A1", "Title"));
    let row = |row: usize| format!("<row r=\"{row}\">{}</row>", cell(&format!("BXX{row}"), "x"));
    let rows = (2..=5_200).map(row).collect::<Vec<String>>().concat();
    let failure = read("a.xlsx", &workbook(&(head + &rows)), &Options::default()).err();
    assert!(matches!(&failure, Some(Failure::Broken(why)) if why.contains("cells")), "{failure:?}");
}

#[test]
fn rows_in_any_order_are_read_in_theirs() {
    let row = |row: usize, text: &str| format!("<row r=\"{row}\">{}</row>", cell(&format!("A{row}"), text));
    let rows = [row(3, "B"), row(1, "Title"), row(4, "C"), row(2, "A")].concat();
    let import = read("a.xlsx", &workbook(&rows), &Options::default()).unwrap();
    let titles: Vec<&str> = import.catalog.resources.iter().map(|resource| resource.title.as_str()).collect();
    assert_eq!(titles, ["A", "B", "C"]);
}
