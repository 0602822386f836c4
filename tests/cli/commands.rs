//! The tool for authors, as a curator runs it.

use std::fs;
use std::path::Path;

use crate::command::{built_page, explorer, str_of, text};
use competency_explorer::catalog::Fingerprint;
use competency_explorer::explore::Prebuilt;
use tempfile::TempDir;

/// The number of resources of the shipped catalog, from its JSON alone.
fn n_shipped() -> usize {
    let json: serde_json::Value = serde_json::from_slice(&fs::read("public/catalog.json").unwrap()).unwrap();
    json["resources"].as_array().unwrap().len()
}

/// Checks a catalog; the exit code and what is printed.
fn check(catalog: &str) -> (Option<i32>, String) {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("c.json");
    fs::write(&file, catalog).unwrap();
    let output = explorer(&["check", file.to_str().unwrap()]);
    let printed = text(&output.stdout) + &text(&output.stderr);
    (output.status.code(), printed.replace(file.to_str().unwrap(), "c.json"))
}

fn pack(app: &Path, catalog: &str) -> String {
    pack_with(app, catalog, &[])
}

fn pack_with(app: &Path, catalog: &str, more: &[&str]) -> String {
    let folder = TempDir::new().unwrap();
    let (file, out) = (folder.path().join("c.json"), folder.path().join("out.html"));
    fs::write(&file, catalog).unwrap();
    let path = |path: &Path| path.to_str().unwrap().to_owned();
    let (app, file, out) = (path(app), path(&file), path(&out));
    let output = explorer(&[&["pack", "--app", &app, "--catalog", &file, "--out", &out], more].concat());
    assert!(output.status.success(), "{}", text(&output.stderr));
    fs::read_to_string(out).unwrap()
}

#[test]
fn a_clean_catalog_exits_with_0() {
    let (code, printed) = check(r#"{"title": "T", "resources": [{"id": "a", "title": "A"}]}"#);
    assert_eq!((code, printed.as_str()), (Some(0), "c.json: 1 resource, 0 findings\n"));
}

#[test]
fn findings_exit_with_1_and_say_where() {
    let (code, printed) = check("{\"resources\": [{\"id\": \"a\", \"title\": \"A\"},\n{\"title\": \"B\"}]}");
    let finding = "c.json: line 2, record 2, id: no id: the record was left out; give it a short, unique id\n";
    assert_eq!((code, printed), (Some(1), format!("{finding}c.json: 1 resource, 1 finding\n")));
}

#[test]
fn what_cannot_be_read_exits_with_2_and_says_why() {
    let (code, printed) = check("hello");
    assert_eq!(code, Some(2));
    assert!(printed.contains("not JSON: line 1"), "{printed}");
    let missing = explorer(&["check", "no/such/file.json"]);
    assert_eq!(missing.status.code(), Some(2));
    assert!(text(&missing.stderr).contains("can’t read no/such/file.json"));
}

#[test]
fn a_packed_page_names_no_other_file() {
    let html = pack(built_page().path(), r#"{"title": "A & B", "resources": [{"id": "a", "title": "</script><b>"}]}"#);
    assert!(!html.contains("src=") && !html.contains("<link"), "{html}");
    assert!(html.contains("<title>A &amp; B</title>") && html.contains("<style>a{}</style>"), "{html}");
    assert!(html.contains(r"\u003c/script>\u003cb>") && html.contains("&lt;/script&gt;&lt;b&gt;"), "{html}");
    assert!(html.contains("connect-src  blob: data:") && html.contains("script-src 'sha256-"), "{html}");
    let order = ["boot()", "id=\"catalog\"", "id=\"module\"", "glue()", "</body>"].map(|part| html.find(part).unwrap());
    assert!(order.is_sorted(), "{html}");
}

#[test]
fn a_large_catalog_is_packed_compressed() {
    let records: Vec<String> =
        (0..20_000).map(|n| format!(r#"{{"id": "{n}", "title": "{}"}}"#, "long title ".repeat(12))).collect();
    let catalog = format!("{{\"resources\": [{}]}}", records.join(","));
    let html = pack(built_page().path(), &catalog);
    assert!(html.contains("<script type=\"text/plain\" id=\"catalog\">H4sI"), "gzip in base64");
    assert!(html.len() < catalog.len() / 2, "{} bytes", html.len());
}

#[test]
fn a_page_that_is_not_built_is_named() {
    let empty = TempDir::new().unwrap();
    let app = empty.path().to_str().unwrap();
    let output = explorer(&["pack", "--app", app, "--catalog", "public/catalog.json", "--out", "never.html"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(text(&output.stderr).contains("make build"), "{}", text(&output.stderr));
}

#[test]
fn a_folder_that_knows_its_address_says_what_others_show_of_it() {
    let (app, out) = (built_page(), TempDir::new().unwrap());
    let (app, folder) = (app.path().to_str().unwrap(), out.path().to_str().unwrap());
    let sources = ["render", "--app", app, "--catalog", "public/catalog.json", "--out", folder];
    let address = ["--url", "https://a.org/cbe", "--catalogs-from", "https://data.a.org"];
    let output = explorer(&[&sources[..], &address].concat());
    assert!(output.status.success(), "{}", text(&output.stderr));
    let read = |name: &str| fs::read_to_string(out.path().join(name)).unwrap();
    let page = read("index.html");
    for wanted in [
        "<meta property=\"og:url\" content=\"https://a.org/cbe/\">",
        "<meta property=\"og:image\" content=\"https://a.org/cbe/share.png\">",
        "type=\"application/json+oembed\" href=\"https://a.org/cbe/oembed.json\"",
        "connect-src 'self' https://data.a.org blob: data:",
    ] {
        assert!(page.contains(wanted), "no {wanted}");
    }
    let oembed: serde_json::Value = serde_json::from_str(&read("oembed.json")).unwrap();
    assert_eq!((&oembed["version"], &oembed["type"]), (&"1.0".into(), &"rich".into()));
    let frame = oembed["html"].as_str().unwrap();
    assert!(frame.starts_with("<iframe src=\"https://a.org/cbe/index.html?embed=\""), "{frame}");
    // Sealed frames are led to the file, by a script that the policy names by its hash and that the file does without.
    let leads = |page: &str| page.contains("location.replace(");
    assert!(leads(&page) && page.contains("'self' 'sha256-") && !leads(&read("competency-explorer.html")));
    // Without an address nothing is said that would need one.
    let output = explorer(&sources);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let page = read("index.html");
    assert!(page.contains("og:title") && !page.contains("og:image") && !page.contains("oembed"));
}

#[test]
fn a_rendered_folder_fetches_its_catalog_from_beside_the_page() {
    let (app, out) = (built_page(), TempDir::new().unwrap());
    let path = |dir: &TempDir| dir.path().to_str().unwrap().to_owned();
    let output = explorer(&["render", "--app", &path(&app), "--catalog", "public/catalog.json", "--out", &path(&out)]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let html = fs::read_to_string(out.path().join("index.html")).unwrap();
    assert!(
        html.contains("script-src 'self' 'sha256-")
            && html.contains("' 'wasm-unsafe-eval'; style-src 'self';")
            && html.contains("connect-src 'self' blob: data:")
    );
    assert_eq!(html.matches("<li>").count(), n_shipped());
    for name in ["boot.js", "a.css", "glue.js", "m.wasm", "catalog.json"] {
        assert!(out.path().join(name).exists(), "{name}");
    }
}

#[test]
fn an_index_stands_beside_its_catalog_and_fits_it() {
    let folder = TempDir::new().unwrap();
    let (file, index) = (folder.path().join("c.json"), folder.path().join("c.index"));
    let catalog = fs::read("public/catalog.json").unwrap();
    fs::write(&file, &catalog).unwrap();
    let output = explorer(&["index", file.to_str().unwrap()]);
    assert!(output.status.success(), "{}", text(&output.stderr));
    let said = text(&output.stderr);
    assert!(said.contains("c.index: ") && said.contains("whenever the catalog changes"), "{said}");
    let prebuilt = Prebuilt::read(fs::read(&index).unwrap()).unwrap();
    assert!(prebuilt.is_of(Fingerprint::of(&catalog), n_shipped()));
    assert!(!prebuilt.is_of(Fingerprint::of(&catalog[1..]), n_shipped()));
    // Where it is asked for, not beside.
    let elsewhere = folder.path().join("other");
    let args = ["index", file.to_str().unwrap(), "--out", elsewhere.to_str().unwrap()];
    assert!(explorer(&args).status.success());
    assert_eq!(fs::read(elsewhere).unwrap(), fs::read(&index).unwrap());
}

#[test]
fn an_index_that_cannot_be_made_exits_with_2_and_says_why() {
    let folder = TempDir::new().unwrap();
    let file = folder.path().join("c.index");
    let args = ["index", file.to_str().unwrap()];
    fs::write(&file, "{}").unwrap();
    for (args, why) in [(&args[..], "say with --out"), (&["index", "no/such.json"], "can’t read no/such.json")] {
        let output = explorer(args);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(why), "{}", text(&output.stderr));
    }
    assert_eq!(fs::read(&file).unwrap(), b"{}");
}

#[test]
fn a_page_has_an_index_when_that_is_asked_for() {
    let (app, out) = (built_page(), TempDir::new().unwrap());
    let path = |dir: &TempDir| dir.path().to_str().unwrap().to_owned();
    let (app_path, out_path) = (path(&app), path(&out));
    let args = ["render", "--app", &app_path, "--catalog", "public/catalog.json", "--out", &out_path, "--index"];
    assert!(explorer(&args).status.success());
    let page = || fs::read_to_string(out.path().join("index.html")).unwrap();
    assert!(page().contains("<div id=\"app\" data-index=\"catalog.index\">"), "{}", page());
    let catalog = fs::read(out.path().join("catalog.json")).unwrap();
    let prebuilt = Prebuilt::read(fs::read(out.path().join("catalog.index")).unwrap()).unwrap();
    assert!(prebuilt.is_of(Fingerprint::of(&catalog), n_shipped()));
    let without = explorer(&args[..7]);
    assert!(without.status.success() && !page().contains("data-index"), "{}", page());

    let catalog = r#"{"resources": [{"id": "a", "title": "A"}]}"#;
    let html = pack_with(app.path(), catalog, &["--index"]);
    for id in ["index", "catalog", "module"] {
        assert!(html.contains(&format!("<script type=\"text/plain\" id=\"{id}\">H4sI")), "{id}: {html}");
    }
    assert!(!pack(app.path(), catalog).contains("id=\"index\""));
}

#[test]
fn an_export_holds_what_a_search_finds() {
    let catalog = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/catalog.json");
    let export = |more: &[&str]| explorer(&[&["export", catalog.to_str().unwrap()], more].concat());
    let all = export(&["--format", "ris"]);
    assert!(
        all.status.success() && text(&all.stderr).contains(&format!("{0} of {0}", n_shipped())),
        "{}",
        text(&all.stderr)
    );
    assert_eq!(text(&all.stdout).matches("\r\nER  - ").count(), n_shipped());
    let folder = TempDir::new().unwrap();
    let out = folder.path().join("found.bib");
    let found = export(&["--format", "bibtex", "--query", "#/?q=golden+ticket", "--out", out.to_str().unwrap()]);
    assert!(found.status.success() && found.stdout.is_empty());
    let written = fs::read_to_string(out).unwrap();
    assert_eq!(written.matches("\n@").count() + usize::from(written.starts_with('@')), 1, "{written}");
    assert!(written.contains("Golden"), "{written}");
}

#[test]
fn an_export_that_cannot_be_made_says_why() {
    let catalog = Path::new(env!("CARGO_MANIFEST_DIR")).join("public/catalog.json");
    let catalog = catalog.to_str().unwrap();
    for (args, why) in [
        (["export", catalog, "--format", "docx"], "csl-json"),
        (["export", "nowhere.json", "--format", "ris"], "nowhere.json"),
    ] {
        let output = explorer(&args);
        assert_eq!(output.status.code(), Some(2));
        assert!(text(&output.stderr).contains(why), "{}", text(&output.stderr));
    }
    let vain = explorer(&["export", catalog, "--format", "ris", "--query", "#/?colour=red"]);
    assert!(vain.status.code() == Some(2) && text(&vain.stderr).contains("colour=red"), "{}", text(&vain.stderr));
}

#[test]
fn the_licences_of_the_crates_in_the_page_go_where_the_page_goes() {
    let folder = TempDir::new().unwrap();
    let path = |name: &str| folder.path().join(name);
    // What cargo prints, in short: a page, the crates that it links, and what only runs while they are compiled.
    let package = |name: &str, terms: &str, kind: &str, files: &[(&str, &str)]| {
        fs::create_dir(path(name)).unwrap();
        for (file, text) in files {
            fs::write(path(name).join(file), text).unwrap();
        }
        serde_json::json!({
            "id": name, "name": name, "version": "1.0.0", "license": terms, "repository": null, "authors": ["A. Writer"],
            "manifest_path": path(name).join("Cargo.toml"), "targets": [{ "kind": [kind] }],
        })
    };
    let mit = [("LICENSE-MIT", "MIT, (c) One\r\n"), ("LICENSE-APACHE", "Apache")];
    let packages = [
        package("page", "MIT", "lib", &[]),
        package("one", "MIT OR Apache-2.0", "lib", &mit),
        package("two", "MIT/Apache-2.0", "lib", &mit),
        package("zlib", "Zlib", "lib", &[("LICENSE.md", "Zlib, (c) Z")]),
        package("bare", "MIT", "lib", &[]),
        package("macros", "GPL-3.0", "proc-macro", &[]),
        package("below-macros", "GPL-3.0", "lib", &[]),
        package("build", "GPL-3.0", "lib", &[]),
    ];
    let needs = |id: &str, needed: &[(&str, Option<&str>)]| {
        let dep =
            |(pkg, kind): &(&str, Option<&str>)| serde_json::json!({ "pkg": pkg, "dep_kinds": [{ "kind": kind }] });
        serde_json::json!({ "id": id, "deps": needed.iter().map(dep).collect::<Vec<_>>() })
    };
    let nodes = [
        needs("page", &[("one", None), ("zlib", None), ("macros", None), ("build", Some("build"))]),
        needs("one", &[("two", None), ("bare", None)]),
        needs("macros", &[("below-macros", None)]),
    ];
    let metadata = serde_json::json!({ "packages": packages, "resolve": { "root": "page", "nodes": nodes } });
    fs::write(path("metadata.json"), metadata.to_string()).unwrap();
    let app = built_page();
    let (from, notices) = (path("metadata.json"), app.path().join("THIRD-PARTY.txt"));
    let collect = || explorer(&["notices", str_of(&from), "--out", str_of(&notices)]);
    assert!(collect().status.success(), "{}", text(&collect().stderr));
    let written = fs::read_to_string(&notices).unwrap();
    let shared = "one, 1.0.0, MIT OR Apache-2.0\ntwo, 1.0.0, MIT/Apache-2.0\n\nMIT, (c) One\n";
    for wanted in [shared, "Zlib, (c) Z", "Copyright (c) A. Writer\n\nPermission"] {
        assert!(written.contains(wanted), "no {wanted} in {written}");
    }
    assert!(!["Apache\n", "page,", "macros", "build,"].iter().any(|other| written.contains(other)), "{written}");
    // They go into the folder, and into the file.
    let catalog = r#"{"resources": [{"id": "a", "title": "A"}]}"#;
    fs::write(path("c.json"), catalog).unwrap();
    let (file, site) = (path("c.json"), path("site"));
    let sources = ["--app", str_of(app.path()), "--catalog", str_of(&file), "--out", str_of(&site)];
    assert!(explorer(&[&["render"], &sources[..]].concat()).status.success());
    assert_eq!(fs::read_to_string(site.join("THIRD-PARTY.txt")).unwrap(), written);
    assert!(pack(app.path(), catalog).contains("<script type=\"text/plain\" id=\"notices\">H4sI"));
    // A crate without the text of a licence that can't do without stops the build.
    fs::remove_file(path("zlib/LICENSE.md")).unwrap();
    let output = collect();
    assert!(output.status.code() == Some(2) && text(&output.stderr).contains("zlib has no licence file"));
}

/// The commands that write something of a catalog, each with where it writes.
fn written_of(file: &Path, app: &Path, out: &Path) -> Vec<Vec<String>> {
    let name = |end: &str| str_of(&out.join(end)).to_owned();
    let (file, app) = (str_of(file), str_of(app));
    let of = |args: &[&str]| args.iter().map(|arg| (*arg).to_owned()).collect::<Vec<String>>();
    let mut commands = vec![of(&["export", file, "--format", "csv"]), of(&["stats", file])];
    commands.push(of(&["index", file, "--out", &name("c.index")]));
    commands.push(of(&["pack", "--app", app, "--catalog", file, "--out", &name("c.html")]));
    commands.push(of(&["render", "--app", app, "--catalog", file, "--out", &name("site")]));
    commands
}

#[test]
fn a_file_that_is_cut_off_is_read_as_far_as_it_goes_and_every_command_says_where_it_breaks() {
    let whole = "{\"resources\": [\n{\"id\": \"a\", \"title\": \"A\"},\n{\"id\": \"b\", \"title\": \"B\"},\n{\"id\": \"c\", \"title\": \"C\"}\n]}\n";
    for (cut, said) in [
        (whole.find("\"C\"").unwrap(), "breaks off inside record 3 (c), which begins on line 4: 2 resources read"),
        (whole.find("\"B\"").unwrap(), "breaks off inside record 2 (b), which begins on line 3: 1 resource read"),
        (whole.find("\n]").unwrap(), "breaks off on line 4, before its brackets are closed: 3 resources read"),
    ] {
        let (folder, app) = (TempDir::new().unwrap(), built_page());
        let file = folder.path().join("c.json");
        fs::write(&file, &whole[..cut]).unwrap();
        for command in written_of(&file, app.path(), folder.path()) {
            let args: Vec<&str> = command.iter().map(String::as_str).collect();
            let output = explorer(&args);
            let message = text(&output.stderr);
            assert_eq!(output.status.code(), Some(0), "{args:?}: {message}");
            assert!(message.contains(said) && message.contains("c.json"), "{args:?}: {message}");
            assert!(message.contains("1 finding; `explorer check` lists it"), "{args:?}: {message}");
            assert_eq!(explorer(&[&args[..], &["--strict"]].concat()).status.code(), Some(1), "{args:?}");
        }
        assert_eq!(explorer(&["check", str_of(&file)]).status.code(), Some(1));
    }
}

#[test]
fn every_command_reports_what_is_left_out_and_how_many_findings_check_lists() {
    let records =
        r#"{"id": "a", "title": "A", "authors": ["Digital Promise"]}, {"id": "a", "title": "B"}, {"id": "c"}"#;
    for (catalog, said, strict) in [
        (
            format!("{{\"resources\": [{records}]}}"),
            &["2 records left out, 1 resource read", "3 findings; `explorer check` lists them"][..],
            1,
        ),
        (r#"{"resources": [{"id": "a", "title": "A"}]}"#.to_owned(), &[], 0),
    ] {
        let (folder, app) = (TempDir::new().unwrap(), built_page());
        let file = folder.path().join("c.json");
        fs::write(&file, catalog).unwrap();
        for command in written_of(&file, app.path(), folder.path()) {
            let args: Vec<&str> = command.iter().map(String::as_str).collect();
            let output = explorer(&args);
            let message = text(&output.stderr);
            assert_eq!(output.status.code(), Some(0), "{args:?}: {message}");
            assert!(said.iter().all(|said| message.contains(said)), "{args:?}: {message}");
            assert_eq!(message.contains("explorer:"), !said.is_empty(), "{args:?}: {message}");
            assert_eq!(explorer(&[&args[..], &["--strict"]].concat()).status.code(), Some(strict), "{args:?}");
        }
    }
}

#[test]
fn an_export_of_a_value_that_the_catalog_does_not_have_is_refused() {
    for (query, named) in [
        ("#/?type=nope", "type=nope"),
        ("#/?place=Nowhere&q=grading", "place=Nowhere"),
        ("#/?-theme=nope", "theme=nope"),
        ("#/?year=abc", "year=abc"),
    ] {
        let output = explorer(&["export", "public/catalog.json", "--format", "ris", "--query", query]);
        let message = text(&output.stderr);
        assert!(output.status.code() == Some(2) && message.contains(named), "{query}: {message}");
        assert!(output.stdout.is_empty(), "{query}");
    }
    let joined = |n: usize, pair: &dyn Fn(usize) -> String| (0..n).map(pair).collect::<Vec<String>>().concat();
    let (chosen, numbered) = (joined(300, &|n| format!("&theme=v{n}")), joined(100, &|n| format!("&k{n}=v")));
    for (query, reason) in [
        (format!("#/?q=grading{chosen}"), "--query says theme more often than is read: choose fewer values"),
        (format!("#/?q=grading{numbered}"), "--query has 50 or more keys that mean nothing here, k0 first; take what"),
    ] {
        let output = explorer(&["export", "public/catalog.json", "--format", "ris", "--query", &query]);
        let message = text(&output.stderr);
        assert!(output.status.code() == Some(2) && message.contains(reason), "{message}");
    }
    // A query of which a part counts is answered by that part, and says so once.
    let long = format!("#/?q={}", "grading+".repeat(100));
    let output = explorer(&["export", "public/catalog.json", "--format", "ris", "--query", &long]);
    let message = text(&output.stderr);
    let n_said = message.matches("--query: This is a long query: only its first words count.").count();
    assert!(output.status.success() && n_said == 1, "{message}");
    let known = ["export", "public/catalog.json", "--format", "ris", "--query", "#/?theme=grading&open=nope"];
    assert!(explorer(&known).status.success());
}
