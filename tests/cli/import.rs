//! `explorer import`, as a curator runs it.

use std::fmt::Write as _;
use std::fs;

use crate::command::{explorer, shell, str_of, text};
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

/// A folder with files of these names and contents.
fn folder(files: &[(&str, &str)]) -> TempDir {
    let folder = TempDir::new().unwrap();
    for (name, content) in files {
        fs::write(folder.path().join(name), content).unwrap();
    }
    folder
}

/// Runs a line of a shell in a folder; the exit code and what is printed.
#[cfg(unix)]
fn run(folder: &TempDir, line: &str) -> (Option<i32>, String) {
    let output = shell(line, folder.path());
    (output.status.code(), text(&output.stdout) + &text(&output.stderr))
}

#[cfg(unix)]
#[test]
fn several_files_become_one_catalog_whose_notes_name_the_file() {
    let files = folder(&[
        ("a.csv", "Title,Tags\nLantern Atlas,maps\n"),
        ("b.csv", "Title,Tags\nQuiet Rooms,maps\nLantern Atlas,night\nTitle,Tags\n"),
        (
            "own.json",
            r#"{"title": "Own", "fields": [{"id": "shelf", "label": "Shelf"}], "resources": [
            {"id": "quiet-rooms", "title": "Quiet Rooms", "summary": "Calm.", "extra": {"shelf": "7"}},
            {"id": "new", "title": "New"}]}"#,
        ),
    ]);
    let (code, report) =
        run(&files, "$explorer import a.csv b.csv -o c.json && $explorer import own.json a.csv b.csv -o d.json");
    assert_eq!(code, Some(0), "{report}");
    assert!(report.contains("left out: b.csv, line 4: the names of the columns once more"), "{report}");
    assert!(report.contains("c.json: 3 resources") && report.contains("d.json: 4 resources"), "{report}");
    let catalog = fs::read_to_string(files.path().join("d.json")).unwrap();
    assert!(catalog.contains("\"title\":\"Own\"") && catalog.contains("\"keywords\":[\"maps\"]"), "{catalog}");
    let (code, report) = run(&files, "$explorer import a.csv b.csv -o b.csv");
    assert!(code == Some(2) && report.contains("would be lost"), "{report}");
}

#[cfg(unix)]
#[test]
fn files_are_added_to_a_catalog_and_what_is_not_taken_is_listed() {
    let files = folder(&[
        (
            "c.json",
            r#"{"title": "C", "resources": [{"id": "a", "title": "Lantern Atlas", "published": "2014", "ours": 1}]}"#,
        ),
        ("new.csv", "Title,Year,Summary,Publisher\nLantern Atlas,2014,Maps at night.,Moss\nQuiet Rooms,2021,,\n"),
        ("newer.csv", "Title,Year,Summary\nLantern Atlas,2014,Other words.\n"),
    ]);
    let (code, report) = run(&files, "$explorer import new.csv --into c.json -o d.json");
    assert!(
        code == Some(0) && report.contains("1 new, 1 that were there, 2 fields filled, 0 replaced, 0 not taken"),
        "{report}"
    );
    let catalog = fs::read_to_string(files.path().join("d.json")).unwrap();
    assert!(catalog.contains(r#""ours":1,"summary":"Maps at night.","publishers":["Moss"]"#), "{catalog}");
    let (_, report) = run(&files, "$explorer import newer.csv --into d.json -o e.json");
    assert!(report.contains("not taken: a: summary: \"Maps at night.\" stays, and not \"Other words.\""), "{report}");
    let (code, printed) = run(&files, "$explorer diff d.json e.json");
    assert_eq!((code, printed.as_str()), (Some(0), "0 changes\n"));
    let (_, report) = run(&files, "$explorer import newer.csv --into d.json --replace -o e.json");
    assert!(report.contains("1 replaced, 0 not taken"), "{report}");
    let (code, printed) = run(&files, "$explorer diff d.json e.json");
    assert_eq!(code, Some(1));
    assert_eq!(printed, "changed: a “Lantern Atlas”: summary: Maps at night. → Other words.\n1 change\n");
    let (_, json) = run(&files, "$explorer diff d.json e.json --format json 2>/dev/null");
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["changes"][0]["key"], "summary");
    let (code, report) = run(&files, "$explorer import new.csv --into c.json -o c.json");
    assert!(code == Some(2) && report.contains("which would be lost"), "{report}");
}

#[cfg(unix)]
#[test]
fn what_columns_become_is_kept_for_the_next_version_of_a_sheet() {
    let first = "What,Who,When,Room,Codes\nLantern Atlas,Oda Brennick,03/04/2014,7,a/b\nQuiet Rooms,Tavi Morrow,05/06/2021,9,c\n";
    let files = folder(&[("list.csv", first), ("next.csv", &first.replace("7,a/b", "x,d/e"))]);
    let (code, report) =
        run(&files, "$explorer import list.csv --map What=title --map Who=authors --write-map map.toml -o a.json");
    assert_eq!(code, Some(0), "{report}");
    let map = fs::read_to_string(files.path().join("map.toml")).unwrap();
    assert!(map.contains("name = \"Who\"\nfield = \"authors\"\n"), "{map}");
    // As it was written it changes nothing.
    let (code, report) = run(&files, "$explorer import list.csv --map map.toml -o b.json && cmp a.json b.json");
    assert_eq!(code, Some(0), "{report}");
    let map =
        map.replace("name = \"When\"\nfield = \"own\"", "name = \"When\"\nfield = \"date\"\norder = \"day-month\"");
    let map =
        map.replace("name = \"Codes\"\nfield = \"own\"", "name = \"Codes\"\nfield = \"keywords\"\nseparator = \"/\"");
    let map = map.replace(
        "name = \"Room\"\nfield = \"own\"\nkind = \"number\"",
        "name = \"Room\"\nfield = \"own\"\nlabel = \"Raum\"\nkind = \"text\"",
    );
    let map = map
        .split("[[column]]")
        .map(|column| column.replace("\norder = \"day-month\"\norder", "\norder"))
        .collect::<Vec<_>>()
        .join("[[column]]");
    fs::write(files.path().join("map.toml"), map).unwrap();
    let (code, report) = run(&files, "$explorer import next.csv --map map.toml --keep-map -o c.json");
    assert_eq!(code, Some(0), "{report}");
    let catalog = fs::read_to_string(files.path().join("c.json")).unwrap();
    assert!(
        catalog.contains("\"published\":\"2014-04-03\"") && catalog.contains("\"keywords\":[\"d\",\"e\"]"),
        "{catalog}"
    );
    // The catalog keeps it: the next import into it needs no file.
    let (code, report) =
        run(&files, "$explorer import next.csv --into c.json -o d.json && $explorer diff c.json d.json");
    assert_eq!(code, Some(0), "{report}");
    let (code, report) =
        run(&files, "sed -i s/authors/nonsense/ map.toml && $explorer import next.csv --map map.toml -o e.json");
    assert!(code == Some(2) && report.contains("column Who: field = “nonsense” is no word for a field"), "{report}");
}

#[cfg(unix)]
#[test]
fn a_large_file_that_is_no_list_is_refused_by_its_beginning() {
    let folder = TempDir::new().unwrap();
    let file = fs::File::create(folder.path().join("list.csv")).unwrap();
    // Two gigabytes of zeros, which take no room on the disk, and more than the memory that the command may have.
    file.set_len(2 << 30).unwrap();
    let output = shell("ulimit -v 1500000; $explorer import list.csv -o catalog.json", folder.path());
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stderr));
    assert_eq!(
        text(&output.stderr),
        "explorer: no catalog out of list.csv: it is no text and no workbook: save it as CSV or XLSX\n"
    );
    assert!(!folder.path().join("catalog.json").exists());
}

/// The command may have three times the bytes of the table, and 8 MB for itself: `ulimit -d` holds for all memory that it asks for
/// (`RLIMIT_DATA`, Linux 4.7 on).
#[cfg(target_os = "linux")]
#[test]
fn a_long_table_becomes_a_catalog_in_three_times_its_bytes() {
    let words = "lantern atlas grain rain harbor garden salt road bell letter mastery ".repeat(10);
    let mut table = "Title,Written by,Published,Topics,Keywords,Link,Summary,Publisher,Shelf\n".to_owned();
    for at in 0..30_000 {
        let (person, other, year) = (at % 977, at % 577, 1990 + at % 33);
        let _ = writeln!(
            table,
            "\"Lantern atlas of grain number {at}\",\"Ana Rivera {person}; Kofi Osei {other}\",{year},\"Grain {}; Rain {}\",\"word {}; salt\",\
             https://example.org/r/{at},\"{words}{at}\",Press {},A{}",
            at % 7,
            at % 9,
            at % 997,
            at % 99,
            at % 700
        );
    }
    let folder = TempDir::new().unwrap();
    fs::write(folder.path().join("list.csv"), &table).unwrap();
    let kilobytes = (3 * table.len() + 8_000_000) / 1024;
    let output = shell(&format!("ulimit -d {kilobytes}; $explorer import list.csv -o catalog.json"), folder.path());
    assert_eq!(output.status.code(), Some(0), "{} bytes: {}", table.len(), text(&output.stderr));
    assert!(text(&output.stderr).contains("30000 items made"), "{}", text(&output.stderr));
}

#[test]
fn a_table_is_read_as_its_arguments_say_that_it_is_written() {
    let table = "Our list\tof books\nTitle\tAuthor\nGlass, Salt\tAnn Vole\n";
    let (_, report, catalog) = import(table.as_bytes(), &["--delimiter", "tab", "--header", "2"]);
    let catalog = catalog.unwrap();
    assert!(catalog.contains("\"title\":\"Glass, Salt\"") && catalog.contains("Ann Vole"), "{catalog}\n{report}");
    let (code, report, _) = import(table.as_bytes(), &["--delimiter", "ab"]);
    assert!(code == Some(2) && report.contains("one sign of ASCII"), "{report}");
}
