//! `explorer import`, as a curator runs it.

use std::fs;

use crate::command::{explorer, str_of, text};
use tempfile::TempDir;

/// Imports a file; the exit code, the report, and the catalog where one was written.
fn import(bytes: &[u8], more: &[&str]) -> (Option<i32>, String, Option<String>) {
    let folder = TempDir::new().unwrap();
    let (file, out) = (folder.path().join("list.csv"), folder.path().join("catalog.json"));
    fs::write(&file, bytes).unwrap();
    let output = explorer(&[&["import", str_of(&file), "-o", str_of(&out)], more].concat());
    let printed = text(&output.stdout) + &text(&output.stderr);
    (output.status.code(), printed.replace(str_of(folder.path()), "."), fs::read_to_string(out).ok())
}

#[test]
fn a_table_becomes_a_catalog_that_the_check_accepts() {
    let folder = TempDir::new().unwrap();
    let (file, out) = (folder.path().join("list.csv"), folder.path().join("catalog.json"));
    let table = "Title,Level,Category,Year\nLantern Atlas,beginner,Maps > Night,2014\nTotal,,,2014\nQuiet Rooms,advanced,Rooms,2021\n";
    fs::write(&file, table).unwrap();
    let made = explorer(&["import", str_of(&file), "-o", str_of(&out)]);
    assert!(made.status.success(), "{}", text(&made.stderr));
    let checked = explorer(&["check", str_of(&out)]);
    assert_eq!(checked.status.code(), Some(0), "{}", text(&checked.stdout));
    assert!(text(&checked.stderr).contains("3 resources, 0 findings"), "{}", text(&checked.stderr));
}

#[test]
fn the_report_says_what_was_read_left_out_and_guessed_with_lines() {
    let table = "My list\n\nTitle;Year;Notes for me\nA;2014;x\n\nTitle;Year;Notes for me\nB;#REF!;y\n";
    let (code, report, catalog) = import(table.as_bytes(), &["--map", "Notes for me=private"]);
    assert_eq!(code, Some(0), "{report}");
    for line in [
        "./list.csv: 4 rows read, 2 items made, 2 left out",
        "column Title -> title (2 values: A | B)",
        "left out: line 1: above the names of the columns: My list",
        "left out: line 6: the names of the columns once more",
        "to look at: line 7, column Year: 1 cell holds an error of the spreadsheet; read as blank",
        "not published: column Notes for me: not published: it seems to be private",
        "guessed: cells are separated by semicolons",
        "./catalog.json: 2 resources",
    ] {
        assert!(report.lines().any(|printed| printed == line), "{line}\n{report}");
    }
    let catalog = catalog.unwrap();
    assert!(catalog.contains("\"title\":\"My list\"") && !catalog.contains("\"x\""), "{catalog}");
}

#[test]
fn a_column_becomes_what_map_says() {
    let table = "Name,What,Where\nLantern,Oda Brennick,shelf 7\n";
    let (_, report, catalog) = import(table.as_bytes(), &["--map", "What=authors", "--map", "where=none"]);
    let catalog = catalog.unwrap();
    assert!(catalog.contains("\"authors\":[\"Oda Brennick\"]") && !catalog.contains("shelf 7"), "{catalog}\n{report}");
    for (map, why) in
        [("Nothing=title", "which is not there"), ("What=nonsense", "no such field"), ("What", "Column=field")]
    {
        let (code, report, catalog) = import(table.as_bytes(), &["--map", map]);
        assert!(code == Some(2) && report.contains(why) && catalog.is_none(), "{map}: {report}");
    }
}

#[test]
fn what_is_no_list_is_refused_in_one_sentence_and_nothing_is_written() {
    let sentences: [(&[u8], &str); 6] = [
        (b"", "the file is empty"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "old Excel format (.xls) or protected by a password"),
        (b"PK\x03\x04 no archive", "the workbook can’t be read: it is damaged"),
        (b"%PDF-1.7", "it is a PDF"),
        (b"<!doctype html><p>x", "it is a web page"),
        (b"\x00\x01\x02\x03\xff\xfe\x00\x07\x08", "it is no text and no workbook"),
    ];
    for (bytes, sentence) in sentences {
        let (code, report, catalog) = import(bytes, &[]);
        assert!(code == Some(2) && report.contains(sentence) && catalog.is_none(), "{sentence}: {report}");
        assert_eq!(report.lines().count(), 1, "{report}");
    }
}

#[test]
fn an_encoding_can_be_named() {
    let (code, _, catalog) = import(b"Title;Year\n\xcb\xe0\xec\xef\xe0;2014\n", &["--encoding", "windows-1251"]);
    assert!(code == Some(0) && catalog.unwrap().contains("Лампа"));
    let (code, report, _) = import(b"Title;Year\na;1\n", &["--encoding", "no-such"]);
    assert!(code == Some(2) && report.contains("no encoding is called no-such"), "{report}");
}

#[test]
fn sheets_are_chosen_by_name_and_hidden_ones_only_so() {
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("catalog.json");
    let made = |more: &[&str]| {
        let file = "tests/data/sheets/x01-several-sheets.xlsx";
        let output = explorer(&[&["import", file, "-o", str_of(&out)], more].concat());
        (output.status.code(), text(&output.stderr), fs::read_to_string(&out).unwrap_or_default())
    };
    let (_, report, catalog) = made(&[]);
    assert!(report.contains("sheet old: the sheet is hidden") && !catalog.contains("Do not publish"), "{report}");
    let (_, _, catalog) = made(&["--sheet", "old"]);
    assert!(catalog.contains("Do not publish") && !catalog.contains("Lantern Atlas"), "{catalog}");
    let (code, report, _) = made(&["--sheet", "none"]);
    assert!(code == Some(2) && report.contains("no sheet called none"), "{report}");
}
