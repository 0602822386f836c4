//! Files that nobody made in good faith: bounded work, a report, no panic.

use std::io::{Cursor, Write};

use competency_explorer::import::{Failure, Kind, Options, is_hopeless, read};
use competency_explorer::limits::work;

#[test]
fn any_file_is_answered_in_steps_that_grow_with_its_size() {
    let wide = format!("Title,{}\nA,{}", "x,".repeat(10_000), "1,".repeat(10_000));
    let long = format!("Title,Note\nA,\"{}\"", "word ".repeat(200_000));
    let deep = "[".repeat(10_000);
    let deep_objects = "{\"a\":".repeat(10_000);
    let deep_and_closed = ["[{\"title\":\"A\",\"b\":", &"[".repeat(10_000), &"]".repeat(10_000), "}]"].concat();
    let zeros = format!("Title,Note\n{}", "A\0\0,b\0\n".repeat(10_000));
    let quotes = format!("Title,Note\n{}", "\"A,\"b\n".repeat(10_000));
    let one_line = "a\"b,".repeat(100_000);
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
        &deep_objects,
        &deep_and_closed,
        &zeros,
        &quotes,
        &one_line,
    ];
    for text in texts {
        let before = work::steps();
        let answer = read("any.csv", text.as_bytes(), &Options::default());
        let (steps, n) = (work::steps() - before, text.len() as u64);
        let start: String = text.chars().take(20).collect();
        assert!(steps <= 120 * n + 1_000, "{start}: {steps} steps for {n} bytes");
        // Whatever is refused is refused with a reason, and whatever is read says something or holds an item.
        match answer {
            Ok(import) => assert!(!import.report.notes.is_empty() || import.report.n_items > 0, "{start}"),
            Err(failure) => assert!(!failure.to_string().is_empty(), "{start}"),
        }
    }
    for n in 0..=255_u8 {
        let _ = read("any.csv", &[n; 64], &Options::default());
        let _ = read("any.csv", &[b'P', b'K', 3, 4, n, n, n], &Options::default());
    }
}

/// A workbook of one sheet with these rows.
pub(crate) fn workbook(rows: &str) -> Vec<u8> {
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

pub(crate) fn cell(at: &str, text: &str) -> String {
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
fn a_large_file_that_is_no_list_is_known_by_its_beginning() {
    let noise: Vec<u8> = (0..=255_u8).cycle().take(1 << 16).collect();
    let zeros = vec![0; 1 << 16];
    for bytes in [&zeros[..], &noise, b"%PDF-1.7\n", b"\x89PNG\r\n", b"\x1f\x8b\x08"] {
        assert!(is_hopeless(bytes), "{:?}", &bytes[..4]);
    }
    let utf_16: Vec<u8> = "Title;Länk\n".repeat(99).encode_utf16().flat_map(u16::to_le_bytes).collect();
    for bytes in [&utf_16[..], b"", b"Title,Link\nA,b\n", b"PK\x03\x04", "Название;Год\n".as_bytes(), b"{\"a\": 1}"]
    {
        assert!(!is_hopeless(bytes), "{bytes:?}");
    }
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

/// A spreadsheet of `OpenDocument` with one sheet of this content.
fn spreadsheet(table: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"L\">{table}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    archive(&[("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", &content)])
}

#[test]
fn links_merged_and_hidden_cells_of_opendocument_are_read_as_those_of_excel() {
    let cell = |text: &str| format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = |more: &str, cells: &[String]| format!("<table:table-row {more}>{}</table:table-row>", cells.concat());
    let column = "<table:table-column/>";
    let hidden = "<table:table-column table:visibility=\"collapse\"/>";
    let link = cell("<text:a xlink:href=\"https://example.org/a?b=1&amp;c\">open</text:a>");
    let formula = "<table:table-cell table:formula=\"of:=HYPERLINK(&quot;https://example.org/b&quot;;&quot;go&quot;)\"><text:p>go</text:p></table:table-cell>";
    let merged = "<table:table-cell table:number-rows-spanned=\"2\"><text:p>Sea</text:p></table:table-cell>";
    let remark = "<table:table-cell><office:annotation><text:p>secret</text:p></office:annotation><text:p>Wind &amp; <text:s text:c=\"1\"/>Air</text:p></table:table-cell>";
    let rows = [
        row("", &[cell("Theme"), cell("Salary"), cell("Title"), cell("Link")]),
        row("", &[merged.to_owned(), cell("9"), cell("Glass"), link]),
        row("", &["<table:covered-table-cell/>".to_owned(), cell("9"), remark.to_owned(), formula.to_owned()]),
        row("table:visibility=\"filter\"", &[cell("Air"), cell("9"), cell("Hidden"), cell("https://example.org/c")]),
    ];
    let table = [column, hidden, column, column, &rows.concat()].concat();
    let import = read("a.ods", &spreadsheet(&table), &Options::default()).unwrap();
    let read: Vec<(&str, Option<&str>, usize)> = import
        .catalog
        .resources
        .iter()
        .map(|record| (record.title.as_str(), record.url.as_deref(), record.themes.len()))
        .collect();
    let expected =
        [("Glass", Some("https://example.org/a?b=1&c"), 1), ("Wind & Air", Some("https://example.org/b"), 1)];
    assert_eq!(read, expected);
    let said = import.report.of(Kind::NotPublished).map(ToString::to_string).collect::<Vec<String>>().join("\n");
    for part in ["1 hidden rows", "1 hidden columns", "1 comments"] {
        assert!(said.contains(part), "{said}");
    }
}

#[test]
fn a_row_of_opendocument_that_is_repeated_without_end_is_refused_or_blank() {
    let cell = "<table:table-cell><text:p>Title</text:p></table:table-cell>";
    let row =
        |n: usize, cell: &str| format!("<table:table-row table:number-rows-repeated=\"{n}\">{cell}</table:table-row>");
    let blank = "<table:table-cell table:number-columns-repeated=\"16384\"/>";
    let full = row(1, cell) + &row(1, &cell.replace("Title", "A")) + &row(1_048_574, blank);
    assert_eq!(read("a.ods", &spreadsheet(&full), &Options::default()).unwrap().catalog.resources.len(), 1);
    let endless = row(1, cell) + &row(usize::MAX, &cell.replace("Title", "A"));
    let failure = read("a.ods", &spreadsheet(&endless), &Options::default()).err();
    assert!(matches!(&failure, Some(Failure::Broken(why)) if why.contains("cells")), "{failure:?}");
}

#[test]
fn repeated_rows_of_opendocument_whose_texts_are_more_than_are_read_are_refused() {
    let text = "x".repeat(20_000);
    let cell = format!("<table:table-cell><text:p>{text}</text:p></table:table-cell>");
    let row = format!("<table:table-row table:number-rows-repeated=\"1000000\">{cell}</table:table-row>");
    let failure = read("a.ods", &spreadsheet(&row), &Options::default()).err();
    assert!(matches!(&failure, Some(Failure::Broken(why)) if why.contains("cells")), "{failure:?}");
}

#[test]
fn hidden_rows_of_opendocument_stay_hidden_however_many_they_are() {
    let row = |more: &str, text: &str| {
        format!(
            "<table:table-row {more}><table:table-cell><text:p>{text}</text:p></table:table-cell></table:table-row>"
        )
    };
    let hidden = "table:visibility=\"collapse\" table:number-rows-repeated=\"30000\"";
    let rows = [row("", "Title"), row("", "A"), row(hidden, "Secret"), row("", "B"), row(hidden, "Secret")].concat();
    let import = read("a.ods", &spreadsheet(&rows), &Options::default()).unwrap();
    let titles: Vec<&str> = import.catalog.resources.iter().map(|record| record.title.as_str()).collect();
    assert_eq!(titles, ["A", "B"]);
    assert!(import.report.of(Kind::NotPublished).any(|note| note.to_string().contains("60000 hidden rows")));
}

#[test]
fn the_address_of_a_formula_is_the_link_of_its_cell() {
    let formula = "<c r=\"B2\" t=\"str\"><f>HYPERLINK(\"https://example.org/a\",\"open\")</f><v>open</v></c>";
    let rows = format!(
        "<row r=\"1\">{}{}</row><row r=\"2\">{}{formula}</row>",
        cell("A1", "Title"),
        cell("B1", "Link"),
        cell("A2", "Glass")
    );
    let import = read("a.xlsx", &workbook(&rows), &Options::default()).unwrap();
    assert_eq!(import.catalog.resources[0].url.as_deref(), Some("https://example.org/a"));
}
