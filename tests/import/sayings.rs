//! What an import says of a file: where a person should look, what is not published and what could be meant otherwise.

use competency_explorer::import::{Kind, Options, read};

/// Files with what is said of them: how much it matters, the line (0: the whole), and a part of the sentence with its place.
const SAID: [(&str, Kind, usize, &str); 29] = [
    ("c11-windows-1252.csv", Kind::Guess, 0, "in the encoding windows-1252"),
    ("c13-windows-1251.csv", Kind::Guess, 0, "in the encoding windows-1251"),
    ("c14-shift-jis.csv", Kind::Guess, 0, "in the encoding Shift_JIS"),
    ("c16-replacement-sign.csv", Kind::Warning, 2, "2 cells hold letters that were lost before"),
    ("c19-stray-quotes.csv", Kind::Warning, 3, "the quote that opens here is never closed"),
    ("c22-ragged-rows.csv", Kind::Warning, 4, "4 cells, but 3 columns have names"),
    ("c25-header-in-row-3.csv", Kind::LeftOut, 1, "Reading list for the night school"),
    ("c25-header-in-row-3.csv", Kind::Guess, 4, "this row names the columns"),
    ("v04-dates-ambiguous.csv", Kind::Guess, 0, "3 dates can mean two days"),
    ("v09-error-values.csv", Kind::Warning, 2, "this item has no title"),
    ("t11-ditto.csv", Kind::Guess, 3, "mean the value above; kept as typed"),
    ("t13-header-copied-into-title.csv", Kind::Warning, 3, "the title is the name of a column"),
    ("m10-category-columns.csv", Kind::Guess, 0, "column Sector: blanks are filled with the value above"),
    ("m15-link-forms.csv", Kind::Warning, 9, "no address that a page may follow"),
    ("m19-duplicates.csv", Kind::Warning, 3, "is the same as the item on line 2"),
    ("m19-duplicates.csv", Kind::Warning, 4, "looks like the item on line 2"),
    ("x01-several-sheets.xlsx", Kind::NotPublished, 0, "sheet old: the sheet is hidden"),
    ("x04-formulas.xlsx", Kind::Warning, 3, "1 formula has no saved result"),
    ("x06-dates.xlsx", Kind::Warning, 3, "a date of 1900"),
    ("x09-totals.xlsx", Kind::LeftOut, 4, "this row seems to add up the others"),
    ("x10-two-tables.xlsx", Kind::Warning, 0, "another table stands beside it in columns F to G"),
    ("x12-colour-coding.xlsx", Kind::Warning, 0, "1 struck through"),
    ("x13-cell-comments.xlsx", Kind::NotPublished, 0, "comments on cells"),
    ("b04-unbalanced.bib", Kind::LeftOut, 3, "“two” is left out: a } is missing"),
    ("b07-zotero-biblatex.bib", Kind::NotPublished, 0, "column file"),
    ("b07-zotero-biblatex.bib", Kind::NotPublished, 0, "column annotation"),
    ("r03-notes-and-abstracts.ris", Kind::NotPublished, 1, "an address of mail"),
    ("j03-array.json", Kind::NotPublished, 0, "column maintainer.email"),
    ("j06-ndjson-bad-line.ndjson", Kind::LeftOut, 2, "not valid JSON (a } is missing at the end): {\"code\":\"n102\""),
];

#[test]
fn what_a_person_should_know_of_a_file_is_said_with_its_place() {
    for (name, kind, line, part) in SAID {
        let bytes = std::fs::read(format!("tests/data/sheets/{name}")).unwrap();
        let report = read(name, &bytes, &Options::default()).unwrap().report;
        let is_said = report.of(kind).any(|note| note.place.line == line && note.to_string().contains(part));
        assert!(is_said, "{name}: {part}: {:#?}", report.notes);
    }
}

#[test]
fn what_can_be_no_item_is_not_warned_of() {
    for name in ["c23-blank-rows.csv", "r06-preamble-bom.ris", "x19-chartsheet.xlsx"] {
        let bytes = std::fs::read(format!("tests/data/sheets/{name}")).unwrap();
        let report = read(name, &bytes, &Options::default()).unwrap().report;
        assert_eq!(report.of(Kind::Warning).count(), 0, "{name}: {:#?}", report.notes);
    }
}

#[test]
fn what_became_of_damaged_bytes_is_said_as_it_is() {
    let many = "Ünïçödé, ".repeat(9);
    let stated = [b"\xef\xbb\xbf", "Title\n".as_bytes(), b"Caf\xe9 Society\n"].concat();
    let guessed = ["Title\n\"".as_bytes(), many.as_bytes(), b"Caf\xe9\"\n"].concat();
    for (bytes, title, said) in
        [(stated, "Caf\u{fffd}", "are shown as \u{fffd}"), (guessed, "Café", "are read as Windows-1252")]
    {
        let import = read("a.csv", &bytes, &Options::default()).unwrap();
        assert!(import.catalog.resources[0].title.contains(title), "{:?}", import.catalog.resources[0].title);
        assert!(
            import.report.of(Kind::Warning).any(|note| note.to_string().contains(said)),
            "{:#?}",
            import.report.notes
        );
    }
}
