//! What the command does to files: catalogs are never written over, outputs are whole or absent, each file is read once.

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::Output;

use crate::command::{built_page, catalog_of, explorer, names, shell, str_of, text, write_page};
use competency_explorer::catalog::Fingerprint;
use competency_explorer::explore::Prebuilt;
use tempfile::TempDir;

/// A folder with a catalog `c.json`, and under other names the same file: `link` symbolic, `hard` hard, `sub/up` a symbolic link to
/// the folder; with a built page in `app`.
fn folder() -> (TempDir, String) {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name);
    let catalog = catalog_of(20, "Kept");
    fs::write(path("c.json"), &catalog).unwrap();
    symlink("c.json", path("link")).unwrap();
    fs::hard_link(path("c.json"), path("hard")).unwrap();
    fs::create_dir(path("sub")).unwrap();
    symlink("..", path("sub/up")).unwrap();
    fs::create_dir(path("app")).unwrap();
    write_page(&path("app"));
    fs::write(path("app/catalog.json"), catalog_of(3, "Sample")).unwrap();
    (folder, catalog)
}

/// Asserts that a command was refused with a sentence.
fn assert_refused(output: &Output, why: &str, what: &str) {
    let message = text(&output.stderr);
    assert!(output.status.code() == Some(2) && message.contains(why), "{what}: {:?} {message}", output.status);
    assert!(message.lines().count() == 1 && message.starts_with("explorer: "), "{what}: {message}");
}

/// The files of a folder whose names are of what is being written.
fn unfinished(folder: &Path) -> Vec<String> {
    names(folder).into_iter().filter(|name| name.starts_with(".explorer-")).collect()
}

#[test]
fn an_output_that_is_the_catalog_by_any_spelling_or_link_is_refused() {
    let (folder, catalog) = folder();
    let commands = [
        "pack --app app --catalog IN --out OUT",
        "export IN --format json --out OUT",
        "export IN --format ris --out OUT",
        "index IN --out OUT",
    ];
    let absolute = folder.path().join("c.json");
    let spellings = ["c.json", "./c.json", "sub/../c.json", "sub/up/c.json", "link", "hard", str_of(&absolute)];
    for command in commands {
        for (input, out) in spellings.iter().flat_map(|input| spellings.iter().map(move |out| (input, out))) {
            let line = command.replace("IN", input).replace("OUT", out);
            let output = shell(&format!("$explorer {line}"), folder.path());
            assert_refused(&output, "is the catalog itself", &line);
            assert_eq!(fs::read_to_string(&absolute).unwrap(), catalog, "{line}");
        }
        // Standard input may be the file, too.
        let line = format!("$explorer {} < c.json", command.replace("IN", "-").replace("OUT", "hard"));
        assert_refused(&shell(&line, folder.path()), "is the catalog itself", &line);
    }
    assert_refused(&shell("$explorer stats c.json >> c.json", folder.path()), "is the catalog itself", "stats >>");
    assert_eq!(fs::read_to_string(&absolute).unwrap(), catalog);
    assert!(fs::symlink_metadata(folder.path().join("link")).unwrap().is_symlink());
    assert_eq!(unfinished(folder.path()), [""; 0]);
}

#[test]
fn the_catalog_of_a_rendered_folder_is_kept_byte_for_byte_when_the_folder_is_rendered_from_it() {
    let (folder, catalog) = folder();
    let path = |name: &str| folder.path().join(name);
    for (nth, input) in ["site/catalog.json", "site/../site/catalog.json", "own", "-"].into_iter().enumerate() {
        let site = path("site");
        let _ = fs::remove_dir_all(&site);
        fs::create_dir(&site).unwrap();
        match nth {
            2 => {
                fs::write(path("own"), &catalog).unwrap();
                symlink("../own", site.join("catalog.json")).unwrap();
            }
            _ => fs::write(site.join("catalog.json"), &catalog).unwrap(),
        }
        let line = format!("$explorer render --app app --catalog {input} --out site --index < site/catalog.json");
        let output = shell(&line, folder.path());
        let message = text(&output.stderr);
        assert!(
            output.status.success() && message.contains("site/catalog.json: the catalog itself, kept as it is"),
            "{message}"
        );
        assert_eq!(fs::read_to_string(site.join("catalog.json")).unwrap(), catalog, "{input}");
        assert_eq!(fs::symlink_metadata(site.join("catalog.json")).unwrap().is_symlink(), nth == 2);
        let page = fs::read_to_string(site.join("index.html")).unwrap();
        assert!(page.contains("<title>Kept</title>") && page.matches("<li>").count() == 20, "{page}");
        let index = Prebuilt::read(fs::read(site.join("catalog.index")).unwrap()).unwrap();
        assert!(index.is_of(Fingerprint::of(catalog.as_bytes()), 20), "the index fits the catalog that is there");
    }
}

#[test]
fn a_catalog_that_a_file_of_the_folder_would_replace_is_refused() {
    let (folder, catalog) = folder();
    let site = folder.path().join("site");
    fs::create_dir(&site).unwrap();
    for name in ["index.html", "a.css", "m.wasm", "catalog.index", "oembed.json", "competency-explorer.html"] {
        let file = site.join(name);
        fs::write(&file, &catalog).unwrap();
        let line = format!("$explorer render --app app --catalog site/{name} --out site --index --url https://a.org/");
        assert_refused(&shell(&line, folder.path()), "is the catalog itself", name);
        assert_eq!(fs::read_to_string(&file).unwrap(), catalog, "{name}");
        assert_eq!(names(&site), [name], "nothing was written");
        fs::remove_file(file).unwrap();
    }
}

#[test]
fn the_built_page_is_not_written_over_by_what_is_made_of_it() {
    let (folder, _) = folder();
    let app = folder.path().join("app");
    let read = |name: &str| fs::read_to_string(app.join(name)).unwrap();
    let before: Vec<String> = names(&app).iter().map(|name| read(name)).collect();
    for name in ["index.html", "a.css", "boot.js", "glue.js", "m.wasm"] {
        let line = format!("$explorer pack --app app --catalog c.json --out app/../app/{name}");
        assert_refused(&shell(&line, folder.path()), "belongs to the built page", name);
    }
    // Through links of another folder.
    let site = folder.path().join("site");
    for (name, part) in [
        ("index.html", "index.html"),
        ("a.css", "boot.js"),
        ("catalog.json", "m.wasm"),
        ("competency-explorer.html", "glue.js"),
    ] {
        fs::create_dir(&site).unwrap();
        symlink(format!("../app/{part}"), site.join(name)).unwrap();
        let output = shell("$explorer render --app app --catalog c.json --out site", folder.path());
        assert_refused(&output, "belongs to the built page", name);
        assert_eq!(names(&app).iter().map(|name| read(name)).collect::<Vec<_>>(), before, "{name}");
        fs::remove_dir_all(&site).unwrap();
    }
    // Into its own folder a page may be rendered again and again.
    for title in ["First", "Second"] {
        fs::write(folder.path().join("c.json"), catalog_of(2, title)).unwrap();
        let output = shell("$explorer render --app app --catalog c.json --out app", folder.path());
        assert!(output.status.success(), "{}", text(&output.stderr));
        let page = read("index.html");
        assert!(page.contains(&format!("<title>{title}</title>")) && page.matches("<li>").count() == 2, "{page}");
        assert!(read("catalog.json").contains(title) && read("competency-explorer.html").contains(title));
        assert_eq!(read("glue.js"), "glue()");
    }
}

#[test]
fn standard_input_is_read_once_also_where_there_are_findings() {
    let (folder, _) = folder();
    let catalog =
        r#"{"resources": [{"id": "a", "title": "Alone", "published": "soon"}, {"id": "b", "title": "Both"}]}"#;
    fs::write(folder.path().join("c.json"), catalog).unwrap();
    for stdin in ["-", "/dev/stdin"] {
        let run = |args: &str| {
            let output = shell(&format!("cat c.json | $explorer {}", args.replace("IN", stdin)), folder.path());
            assert!(output.status.code().is_some_and(|code| code < 2), "{args}: {}", text(&output.stderr));
            text(&output.stdout) + &text(&output.stderr)
        };
        let read = |name: &str| fs::read_to_string(folder.path().join(name)).unwrap();
        let checked = run("check IN");
        assert!(checked.contains("standard input: line 1, record 1 “a”, published"), "{checked}");
        assert!(run("stats IN").contains(": 2 resources"));
        assert!(run("export IN --format csv").contains("Alone"));
        run("pack --app app --catalog IN --out out.html");
        assert!(
            read("out.html").contains("\"Alone\"") && read("out.html").contains("\"soon\""),
            "{}",
            read("out.html")
        );
        run("render --app app --catalog IN --out site");
        assert_eq!(read("site/catalog.json"), catalog);
        assert!(read("site/competency-explorer.html").contains("\"soon\""));
        run("index IN --out out.index");
        let index = Prebuilt::read(fs::read(folder.path().join("out.index")).unwrap()).unwrap();
        assert!(index.is_of(Fingerprint::of(catalog.as_bytes()), 2));
        let nameless = shell(&format!("$explorer index {stdin} < c.json"), folder.path());
        assert_refused(&nameless, "say with --out", "an index of standard input");
    }
}

#[test]
fn every_error_names_the_file_and_what_to_do() {
    let (folder, _) = folder();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("empty.json"), "").unwrap();
    symlink("nowhere", path("dangling")).unwrap();
    symlink("circle", path("circle")).unwrap();
    fs::write(path("protected"), "old").unwrap();
    fs::set_permissions(path("protected"), fs::Permissions::from_mode(0o444)).unwrap();
    let inputs = [
        ("sub", "can’t read sub: it is a folder; name a file"),
        ("missing.json", "can’t read missing.json: there is no such file"),
        ("dangling", "can’t read dangling: there is no such file"),
        ("c.json/x", "can’t read c.json/x: a part of its path is a file"),
        ("empty.json", "no catalog in empty.json: The catalog is empty"),
    ];
    for (input, why) in inputs {
        for command in [
            "check IN",
            "stats IN",
            "export IN --format ris",
            "export IN --format ris --out never",
            "index IN --out never",
            "pack --app app --catalog IN --out never",
            "render --app app --catalog IN --out never",
        ] {
            let line = command.replace("IN", input);
            assert_refused(&shell(&format!("$explorer {line}"), folder.path()), why, &line);
            assert!(!path("never").exists(), "{line}");
        }
    }
    let outputs = [
        ("sub", "can’t write sub: it is a folder; name a file"),
        ("never/", "can’t write never/: it is a folder; name a file"),
        ("nowhere/out", "can’t write nowhere/out: its folder is not there"),
        ("c.json/x", "can’t write c.json/x: a part of its path is a file"),
        ("circle", "can’t write circle: "),
        ("protected", "can’t write protected: it is write-protected"),
    ];
    for (out, why) in outputs {
        for command in ["export c.json --format ris", "index c.json", "pack --app app --catalog c.json"] {
            let line = format!("{command} --out {out}");
            assert_refused(&shell(&format!("$explorer {line}"), folder.path()), why, &line);
        }
    }
    for (sources, why) in [
        ("--app sub --catalog c.json --out never", "no built page in sub: run `make build` first"),
        ("--app app --catalog c.json --out hard", "can’t write hard: it is a file; name a folder"),
        ("--app app --catalog c.json --out -", "a folder can’t go to -"),
    ] {
        assert_refused(&shell(&format!("$explorer render {sources}"), folder.path()), why, sources);
    }
    fs::remove_file(path("app/glue.js")).unwrap();
    let output = shell("$explorer pack --app app --catalog c.json --out never", folder.path());
    assert_refused(&output, "can’t read app/./glue.js: there is no such file", "a part that is missing");
    assert!(!path("never").exists() && unfinished(folder.path()).is_empty());
}

#[test]
fn a_file_keeps_its_permissions_when_it_is_replaced_and_a_new_one_is_open_to_web_servers() {
    let (folder, _) = folder();
    let mode = |name: &str| fs::metadata(folder.path().join(name)).unwrap().permissions().mode() & 0o777;
    fs::set_permissions(folder.path().join("app/boot.js"), fs::Permissions::from_mode(0o600)).unwrap();
    fs::write(folder.path().join("old.html"), "old").unwrap();
    fs::set_permissions(folder.path().join("old.html"), fs::Permissions::from_mode(0o640)).unwrap();
    let run = |line: &str| {
        let output = shell(&format!("umask 022; $explorer {line}"), folder.path());
        assert!(output.status.success(), "{line}: {}", text(&output.stderr));
    };
    run("pack --app app --catalog c.json --out old.html");
    run("pack --app app --catalog c.json --out new.html");
    run("export c.json --format ris --out new.ris");
    run("index c.json");
    for _ in 0..2 {
        run("render --app app --catalog c.json --out site");
        assert_eq!(mode("site"), 0o755);
        for name in names(&folder.path().join("site")) {
            assert_eq!(mode(&format!("site/{name}")), 0o644, "{name}");
        }
    }
    assert_eq!((mode("old.html"), mode("new.html"), mode("new.ris"), mode("c.index")), (0o640, 0o644, 0o644, 0o644));
}

#[test]
fn a_symbolic_link_stays_one_and_a_pipe_is_written_to() {
    let (folder, _) = folder();
    let path = |name: &str| folder.path().join(name);
    symlink("sub/there", path("to")).unwrap();
    symlink("to", path("to-to")).unwrap();
    for _ in 0..2 {
        let output = shell("$explorer export c.json --format ris --out to-to", folder.path());
        assert!(output.status.success(), "{}", text(&output.stderr));
        assert_eq!(fs::read_link(path("to")).unwrap(), PathBuf::from("sub/there"));
        assert_eq!(fs::read_link(path("to-to")).unwrap(), PathBuf::from("to"));
        assert!(fs::read_to_string(path("sub/there")).unwrap().contains("TI  - Kept 7\r\n"));
    }
    let wanted = fs::read(path("sub/there")).unwrap();
    for out in ["-", "/dev/stdout", "/dev/fd/3 3>&1"] {
        let output = shell(&format!("$explorer export c.json --format ris --out {out} | cat"), folder.path());
        assert_eq!(output.stdout, wanted, "{out}");
    }
    let piped = "mkfifo pipe; cat pipe > piped & $explorer export c.json --format ris --out pipe; wait";
    assert!(shell(piped, folder.path()).status.success());
    assert_eq!(fs::read(path("piped")).unwrap(), wanted);
    assert!(!fs::symlink_metadata(path("pipe")).unwrap().is_file(), "the pipe is one still");
}

#[test]
fn a_disk_that_fills_is_stated_and_every_file_is_what_it_was() {
    let (folder, _) = folder();
    let path = |name: &str| folder.path().join(name);
    let catalog = catalog_of(2_000, "Large");
    fs::write(path("c.json"), &catalog).unwrap();
    fs::write(path("app/m.wasm"), "wasm ".repeat(100_000)).unwrap();
    let commands = [
        ("pack --app app --catalog c.json --out OUT", false),
        ("export c.json --format jsonld --out OUT", false),
        ("index c.json --out OUT", false),
        ("render --app app --catalog c.json --out OUT", true),
    ];
    // No file may be larger than 32 blocks of 512 bytes: writing fails in the middle, as it does where a disk fills.
    let limited = |line: &str| shell(&format!("trap '' XFSZ; ulimit -f 32; $explorer {line}"), folder.path());
    for (command, is_folder) in commands {
        let line = command.replace("OUT", "out");
        assert_refused(&limited(&line), "can’t write out", &line);
        assert!(!path("out").exists(), "{line}: what was not there is not there");
        if is_folder {
            fs::create_dir(path("out")).unwrap();
            fs::write(path("out/index.html"), "old").unwrap();
            fs::write(path("out/robots.txt"), "mine").unwrap();
        } else {
            fs::write(path("out"), "old").unwrap();
        }
        assert_refused(&limited(&line), "can’t write out", &line);
        if is_folder {
            assert_eq!(names(&path("out")), ["index.html", "robots.txt"], "{line}");
            assert_eq!(fs::read(path("out/index.html")).unwrap(), b"old");
        } else {
            assert_eq!(fs::read(path("out")).unwrap(), b"old", "{line}");
            fs::remove_file(path("out")).unwrap();
        }
        assert_eq!(unfinished(folder.path()), [""; 0], "{line}");
        assert!(fs::read_to_string(path("c.json")).unwrap() == catalog, "{line}");
    }
    if Path::new("/dev/full").exists() {
        for line in ["stats c.json", "export c.json --format ris", "schema"] {
            let output = shell(&format!("$explorer {line} > /dev/full"), folder.path());
            assert_refused(&output, "the disk is full", line);
        }
        let formats =
            ["json", "jsonld", "csv", "ris", "bibtex"].map(|format| format!("export c.json --format {format}"));
        for line in formats.iter().map(String::as_str).chain(["index c.json", "pack --app app --catalog c.json"]) {
            let output = shell(&format!("$explorer {line} --out /dev/full"), folder.path());
            assert_refused(&output, "can’t write /dev/full: the disk is full", line);
        }
    }
}

#[test]
fn an_address_that_is_no_origin_or_no_folder_is_refused_before_anything_is_written() {
    let (app, out) = (built_page(), TempDir::new().unwrap());
    let site = out.path().join("site");
    let sources = ["render", "--app", str_of(app.path()), "--catalog", "public/catalog.json", "--out", str_of(&site)];
    for more in [
        ["--catalogs-from", "https://a.org\"><script>alert(1)</script>"],
        ["--catalogs-from", "https://a.org; script-src 'unsafe-inline'"],
        ["--catalogs-from", "https://a.org/catalog.json"],
        ["--catalogs-from", "a.org"],
        ["--url", "https://a.org/\" onload=\"x"],
        ["--url", "javascript:alert(1)"],
    ] {
        let output = explorer(&[&sources[..], &more].concat());
        let message = text(&output.stderr);
        assert!(
            output.status.code() == Some(2) && message.contains(more[0]) && message.contains("write "),
            "{message}"
        );
        assert!(!site.exists());
    }
}
