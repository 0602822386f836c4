//! What the command prints: nothing raw that a terminal would act on, and no word where nobody reads any more.

use std::fs;
use std::io::{Read as _, pipe};
use std::process::Stdio;

use crate::command::{catalog_of, command, explorer, shell, str_of, text};
use tempfile::TempDir;

/// A title or a name that would clear a screen, add a line and turn the letters around.
const HOSTILE: &str = "a\u{1b}[2J\u{9b}31m\r\nok.json: 0 findings\u{202e}b\u{7}";

/// Whether a text holds nothing that a terminal acts on but the ends of lines.
fn is_tame(text: &str) -> bool {
    !text.contains(|c: char| c != '\n' && (c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)))
}

#[test]
fn nothing_of_a_catalog_or_of_a_file_name_reaches_the_terminal_raw() {
    let folder = TempDir::new().unwrap();
    let hostile = serde_json::to_string(HOSTILE).unwrap();
    let catalog = format!(
        "{{\"title\": {hostile}, \"vocabulary\": {{\"themes\": [{{\"id\": {hostile}, \"label\": {hostile}}}, {{\"id\": \"x\", \"label\": \"X\", \"parent\": {hostile}}}]}},\n\
         \"resources\": [{{\"id\": {hostile}, \"title\": {hostile}, \"url\": {hostile}, \"published\": {hostile}, \"type\": {hostile}, \
         \"themes\": [{hostile}, \"other\"], \"keywords\": [{hostile}], \"pages\": {hostile}}}, {{\"id\": {hostile}, \"title\": \"B\"}}]}}"
    );
    let file = folder.path().join(format!("c{}.json", HOSTILE.replace('/', "")));
    fs::write(&file, catalog).unwrap();
    let file = str_of(&file);
    let missing = folder.path().join(format!("missing{HOSTILE}"));
    let out = folder.path().join(format!("out{HOSTILE}"));
    let (missing, out) = (str_of(&missing), str_of(&out));
    for args in [
        &["check", file][..],
        &["stats", file],
        &["check", missing],
        &["export", file, "--format", "ris", "--out", out],
        &["export", file, "--format", HOSTILE],
        &["export", file, "--format", "ris", "--query", &format!("#/?{HOSTILE}={HOSTILE}")],
        &["export", file, "--format", "json", "--out", file],
        &["index", file, "--out", folder.path().join(HOSTILE).join("x").to_str().unwrap()],
        &["pack", "--app", missing, "--catalog", file, "--out", out],
        &["render", "--app", missing, "--catalog", file, "--out", out],
        &["check", file, HOSTILE],
        &[HOSTILE],
    ] {
        let output = explorer(args);
        // What is exported is the catalog's, raw as it should be: here it all went to a file.
        let printed = text(&output.stdout) + &text(&output.stderr);
        assert!(is_tame(&printed), "{args:?}: {printed:?}");
        assert!(!printed.lines().any(|line| line.starts_with("ok.json")), "{args:?} has a line of its own: {printed}");
        assert!(printed.contains("\\u{1b}[2J\\u{9b}31m\\r\\nok.json"), "{args:?} shows it escaped: {printed}");
    }
    let checked = text(&explorer(&["check", file]).stdout);
    assert!(checked.lines().count() >= 5 && checked.lines().all(|line| line.contains(": line ")), "{checked}");
}

#[test]
fn a_text_that_is_too_long_for_a_line_is_shortened() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("c.json");
    let long = "é".repeat(100_000);
    let catalog = format!(
        "{{\"title\": \"{long}\", \"resources\": [{{\"id\": \"{long}\", \"title\": \"A\", \"published\": \"{long}\", \"keywords\": [\"{long}\"]}}]}}"
    );
    fs::write(&file, catalog).unwrap();
    for command in ["check", "stats"] {
        let output = explorer(&[command, str_of(&file)]);
        let printed = text(&output.stdout) + &text(&output.stderr);
        let longest = printed.lines().map(|line| line.chars().count()).max();
        assert!(longest.is_some_and(|longest| (50..1_000).contains(&longest)), "{command}: {longest:?}");
    }
}

#[test]
fn the_command_ends_quietly_when_nobody_reads_its_output() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("c.json");
    let catalog = catalog_of(3_000, "T").replace("\"published\": \"19", "\"published\": \"in 19");
    fs::write(&file, catalog).unwrap();
    let file = str_of(&file);
    for args in [&["stats", file][..], &["check", file], &["schema"], &["export", file, "--format", "jsonld"]] {
        // Nobody reads from the start: a short output is in the pipe before a loaded machine comes to close it.
        let (reader, writer) = pipe().unwrap();
        drop(reader);
        let mut child = command(args).stdout(writer).stderr(Stdio::piped()).spawn().unwrap();
        let mut message = String::new();
        child.stderr.take().unwrap().read_to_string(&mut message).unwrap();
        // 141 is what a shell states of a process that SIGPIPE ended.
        assert_eq!((child.wait().unwrap().code(), message.as_str()), (Some(141), ""), "{args:?}");
    }
    let output = shell("$explorer stats c.json | head -1", folder.path());
    assert_eq!(text(&output.stdout), "T: 3000 resources\n");
    // Where all was written before the other end closed, the findings are reported; nothing else is.
    assert!(text(&output.stderr).lines().all(|line| line.ends_with("`explorer check` lists them")));
    // Where messages are no longer read either, what was to be done is done.
    let output =
        shell("{ $explorer export c.json --format ris --out done.ris; echo $? > code; } 2>&1 | true", folder.path());
    assert!(output.status.success());
    assert_eq!(fs::read_to_string(folder.path().join("code")).unwrap(), "0\n");
    assert!(folder.path().join("done.ris").exists());
}
