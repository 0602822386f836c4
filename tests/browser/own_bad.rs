//! Scenarios: files that are damaged, hostile or no list cost neither the page nor the work that is under way.

use std::io::Write as _;

use base64::Engine as _;
use serde_json::json;

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::own::{LIST, N, choose, has_read, open, summary};
use crate::own_edit::{catalog, edit, unfold};

/// What the page does with files that are none.
pub(crate) const SCENARIOS: &[Scenario] = &[
    ("bad files cost a sentence, and no work", bad_files_cost_a_sentence),
    ("odd files are read within bounds, and cost no work", odd_files_are_read),
    ("a file that can't be read is named", an_unreadable_file_is_named),
];

/// A file, as an expression of the page's script of which the bytes are made.
struct Bad {
    name: &'static str,
    content: String,
    /// What the page says of it.
    said: &'static str,
}

fn bad(name: &'static str, content: impl Into<String>, said: &'static str) -> Bad {
    Bad { name, content: content.into(), said }
}

/// The bytes of a file in the script.
fn bytes(content: &[u8]) -> String {
    let packed = base64::engine::general_purpose::STANDARD.encode(content);
    format!("Uint8Array.from(atob('{packed}'), sign => sign.charCodeAt(0))")
}

/// A workbook whose sheet is 1,000 times as large when it is unpacked.
fn bomb() -> Vec<u8> {
    let parts = [
        (
            "[Content_Types].xml",
            "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>".to_owned(),
        ),
        ("xl/workbook.xml", "<workbook/>".to_owned()),
        ("xl/worksheets/sheet1.xml", " ".repeat(40 << 20)),
    ];
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (name, text) in parts {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// Opens the page with a list of which a title is edited.
#[track_caller]
fn begin(page: &Page<'_>) {
    open(page);
    choose(page, &[("list.csv", LIST)]);
    has_read(page, N);
    unfold(page, "#own-records", "#own-v-0-title");
    edit(page, "#own-v-0-title", "Atlas of Lanterns");
}

/// Chooses a file, and waits until it was looked at.
#[track_caller]
fn choose_bad(page: &Page<'_>, name: &str, content: &str) {
    let script = format!(
        "document.querySelector('.own-trouble button')?.click();
        const transfer = new window.DataTransfer(), input = document.querySelector('#own-file');
        transfer.items.add(new window.File([].concat({content}), arguments[0]));
        input.files = transfer.files;
        input.dispatchEvent(new window.Event('change', {{ bubbles: true }}))"
    );
    page.session.run(&script, &[json!(name)]);
    let is_done = "!document.querySelector('#own progress') && (!!document.querySelector('.own-trouble')
        || [...document.querySelectorAll('.own-files bdi')].some(of => of.textContent === NAME))";
    becomes(name, true, || page.is(&is_done.replace("NAME", &json!(name).to_string())));
}

/// Sees that the work is there: the edit, in what would be saved, and that it can be undone.
#[track_caller]
fn is_unharmed(page: &Page<'_>, name: &str) {
    page.session.run("document.querySelector('.own-trouble button')?.click()", &[]);
    let saved = catalog(page);
    let titles: Vec<&str> =
        saved["resources"].as_array().unwrap().iter().filter_map(|of| of["title"].as_str()).collect();
    assert!(titles.contains(&"Atlas of Lanterns") && titles.contains(&"Last Letters"), "{name}: {titles:?}");
    assert_eq!(page.session.text("#own-undo"), "Undo (1)", "{name}");
}

fn bad_files_cost_a_sentence(page: &Page<'_>) {
    begin(page);
    let noise: Vec<u8> =
        (0..20_000_u32).map(|n| u8::try_from(n.wrapping_mul(2_654_435_761) >> 24).unwrap_or(0)).collect();
    let none = "left out";
    let table = [
        bad("bomb.xlsx", bytes(&bomb()), "larger"),
        bad("noise.csv", bytes(&noise), none),
        bad("empty.csv", "''", "empty"),
        bad("deep.json", "'['.repeat(10000) + ']'.repeat(10000)", ""),
        bad("deeper.json", "'{\"resources\":' + '[{\"a\":'.repeat(10000)", ""),
        // 2 GiB, of which the browser holds 16 MiB.
        bad("huge.csv", "new Array(128).fill(new window.Blob([new window.Uint8Array(16 << 20)]))", "too large"),
    ];
    for Bad { name, content, said } in table {
        choose_bad(page, name, &content);
        // Beside a list that can be read, a file that is none is left out, and a finding.
        let heard = format!("{} {}", page.session.text(".own-trouble"), page.text_of(CHECK));
        assert!(heard.contains(said) && heard.contains(name), "{name}: {heard}");
        assert!(summary(page).starts_with(&format!("{N} resource")), "{name}: {}", summary(page));
        is_unharmed(page, name);
        leave(page, name);
    }
    assert_eq!(page.texts(".own-files bdi"), ["list.csv"]);
}

/// The findings.
const CHECK: &str = "document.querySelector('#own-check').parentElement.textContent";

/// Takes a file out, if it is there.
#[track_caller]
fn leave(page: &Page<'_>, name: &str) {
    let leave = "[...document.querySelectorAll('.own-files li')].find(of => of.querySelector('bdi').textContent === arguments[0])
        ?.querySelector('button').click()";
    page.session.run(leave, &[json!(name)]);
    until(name, || summary(page), |summary| summary.starts_with(&format!("{N} resource")));
    becomes(name, false, || page.is("!!document.querySelector('#own progress')"));
}

fn odd_files_are_read(page: &Page<'_>) {
    begin(page);
    let columns = "[...Array(10000).keys()].map(at => 'c' + at).join(',')";
    let table = [
        ("wide.csv", format!("{columns} + '\\n' + {columns} + '\\n'")),
        (
            "cells.csv",
            "'Title,Summary\\n' + ['A', 'B', 'C'].map(of => of + ',' + 'word '.repeat(200000)).join('\\n')".to_owned(),
        ),
        ("nuls.csv", "'Title,Year\\nOne\\0Two,2001\\n\\0\\0,2002\\nThree,\\0\\n'".to_owned()),
        ("quotes.csv", "'Title,Year\\n' + '\"open,2001\\n'.repeat(2000)".to_owned()),
    ];
    for (name, content) in table {
        choose_bad(page, name, &content);
        is_unharmed(page, name);
        leave(page, name);
    }
    is_unharmed(page, "the list alone");
}

fn an_unreadable_file_is_named(page: &Page<'_>) {
    begin(page);
    // As a file behaves that was deleted after it was chosen.
    let broken = "window.slice = window.Blob.prototype.slice;
        window.Blob.prototype.slice = () => ({ arrayBuffer: () => window.Promise.reject(new window.DOMException('it is gone', 'NotReadableError')) })";
    page.session.run(broken, &[]);
    choose_bad(page, "gone.csv", "'Title\\nA\\n'");
    let trouble = page.session.text(".own-trouble");
    assert!(trouble.contains("gone.csv could not be read"), "{trouble}");
    page.session.run("window.Blob.prototype.slice = window.slice", &[]);
    is_unharmed(page, "gone.csv");
}
