//! The command as its tests run it: the process, a built page as small as it can be, generated catalogs.

#![allow(dead_code, clippy::unwrap_used, reason = "each test file uses a part; a test fails by panicking")]

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use tempfile::TempDir;

/// The command, with arguments.
pub(crate) fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_explorer"));
    command.args(args);
    command
}

/// Runs the command to its end.
pub(crate) fn explorer(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

/// Runs a line of a shell in which `$explorer` is the command.
pub(crate) fn shell(line: &str, folder: &Path) -> Output {
    let explorer = env!("CARGO_BIN_EXE_explorer");
    Command::new("sh").args(["-c", line]).env("explorer", explorer).current_dir(folder).output().unwrap()
}

pub(crate) fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

pub(crate) fn str_of(path: &Path) -> &str {
    path.to_str().unwrap()
}

/// Writes a built page, as small as it can be, into a folder.
pub(crate) fn write_page(app: &Path) {
    let html = "<!DOCTYPE html><html lang=\"en\"><head><!-- policy --><!-- /policy --><title>T</title><!-- share --><!-- /share --><!-- first --><!-- /first -->\
        <script src=\"boot.js\"></script><link rel=\"stylesheet\" href=\"./a.css\" />\
        <script async src=\"./glue.js\" data-wasm=\"./m.wasm\"></script></head>\
        <body><div id=\"app\"></div><!-- plain --><!-- /plain --></body></html>";
    for (name, content) in
        [("index.html", html), ("boot.js", "boot()"), ("a.css", "a{}"), ("glue.js", "glue()"), ("m.wasm", "wasm")]
    {
        fs::write(app.join(name), content).unwrap();
    }
}

/// A folder with a built page.
pub(crate) fn built_page() -> TempDir {
    let app = TempDir::new().unwrap();
    write_page(app.path());
    app
}

/// A catalog of so many records.
pub(crate) fn catalog_of(n: usize, title: &str) -> String {
    let record = |n: usize| {
        format!(
            r#"{{"id": "r{n}", "title": "{title} {n}", "summary": "{}", "published": "{}", "keywords": ["k{}", "k{}"]}}"#,
            "Learners advance on demonstrated mastery. ".repeat(n % 7),
            1990 + n % 30,
            n % 91,
            n % 13
        )
    };
    let records: Vec<String> = (0..n).map(record).collect();
    format!("{{\"title\": \"{title}\",\n  \"resources\": [\n{}\n]}}\n", records.join(",\n"))
}

/// The names in a folder, sorted.
pub(crate) fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
