//! The rules of the code map in `src/lib.rs`, as tests: layers, sizes, who may name what.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use modules::{Modules, functions, rings};

#[path = "util/modules.rs"]
mod modules;

/// Lines that a function may have.
const MOST_LINES: usize = 60;

/// For each layer, the layers that it may use besides itself and `limits`.
const ARROWS: [(&str, &[&str]); 20] = [
    ("limits", &[]),
    ("text", &[]),
    ("colour", &[]),
    ("catalog", &["text"]),
    ("search", &["catalog", "text"]),
    ("facet", &["catalog", "text"]),
    ("explore", &["catalog", "colour", "search", "facet", "text"]),
    ("export", &["catalog", "text"]),
    ("shelf", &["catalog", "export"]),
    ("embed", &["catalog", "colour", "facet", "explore", "export"]),
    ("i18n", &["text", "catalog", "search", "facet", "explore", "export", "shelf", "embed"]),
    ("import", &["catalog", "export", "facet", "i18n", "text"]),
    ("picture", &["text", "facet", "explore", "i18n"]),
    (
        "app",
        &["text", "catalog", "colour", "search", "facet", "explore", "export", "shelf", "embed", "i18n", "picture"],
    ),
    ("bench", &["text", "catalog", "search", "facet", "explore"]),
    ("page", &["text", "catalog", "explore", "export", "i18n"]),
    ("session", &["text", "catalog", "export", "i18n", "import", "page"]),
    ("own", &["text", "catalog", "export", "i18n", "import", "page", "session"]),
    ("cli", &["text", "catalog", "search", "facet", "explore", "export", "embed", "i18n", "import", "page"]),
    ("bin", &["app", "bench", "cli", "own"]),
];

/// Crates that one file (or folder) alone may name; `serde` and `leptos` are everywhere, `wasm_bindgen` comes with them.
const CRATES: [(&str, &str); 29] = [
    ("frostem", "src/text/stem.rs"),
    ("rustc_hash", "src/catalog/hash.rs"),
    ("xxhash_rust", "src/catalog/store/fingerprint.rs"),
    ("qrcodegen", "src/export/qr_code.rs"),
    ("form_urlencoded", "src/explore/state/url.rs"),
    ("serde_json", "src/catalog/"),
    ("schemars", "src/catalog/"),
    ("web_sys", "src/app/platform/"),
    ("js_sys", "src/app/platform/"),
    ("wasm_bindgen", "src/app/platform/"),
    ("wasm_bindgen_futures", "src/app/platform/"),
    ("gloo_net", "src/app/platform/fetch.rs"),
    ("console_error_panic_hook", "src/app/mod.rs"),
    ("calamine", "src/import/workbook/"),
    ("chardetng", "src/import/encoding.rs"),
    ("encoding_rs", "src/import/encoding.rs"),
    ("memchr", "src/import/"),
    ("unicode_normalization", "src/import/values/clean.rs"),
    ("zip", "src/import/workbook/"),
    ("clap", "src/cli/"),
    ("clap_complete", "src/cli/"),
    ("clap_mangen", "src/cli/completions.rs"),
    ("base64", "src/page/encode.rs"),
    ("flate2", "src/page/encode.rs"),
    ("sha2", "src/page/encode.rs"),
    ("same_file", "src/cli/input.rs"),
    ("tempfile", "src/cli/unfinished.rs"),
    ("toml", "src/cli/mapping_file.rs"),
    ("anyhow", "src/cli/"),
];

/// Every Rust file below a folder, with its text.
fn files(folder: &str) -> Vec<(String, String)> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(folder).to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                files.push((path.to_str().unwrap().to_owned(), fs::read_to_string(&path).unwrap()));
            }
        }
    }
    files.sort();
    files
}

/// The code of a file: no comments, nothing behind the start of its tests.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().take_while(|line| *line != "#[cfg(test)]").map(str::trim_start).filter(|line| !line.starts_with("//"))
}

/// The layer of a file: the first folder or file below `src`.
fn layer(path: &str) -> &str {
    let below = path.strip_prefix("src/").unwrap();
    below.split('/').next().unwrap().trim_end_matches(".rs")
}

/// Whether a line of code names a path `name::…`, as a whole word.
fn names(line: &str, name: &str) -> bool {
    let ends_word = |before: &str| !before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':');
    line.match_indices(&format!("{name}::")).any(|(at, _)| ends_word(&line[..at]))
        || line.starts_with(&format!("use {name};"))
}

/// The modules of the package.
fn modules() -> Modules {
    let files = files("src");
    Modules::of(files.iter().map(|(path, text)| (path.strip_prefix("src/").unwrap(), text.as_str())))
}

/// The layer of a module.
fn layer_of(module: &str) -> &str {
    module.split("::").next().unwrap()
}

#[test]
fn layers_use_one_another_as_the_diagram_says() {
    let allowed: BTreeMap<&str, &[&str]> = ARROWS.into_iter().collect();
    let modules = modules();
    let mut n_arrows = 0;
    for (module, uses) in modules.uses().into_iter().filter(|(module, _)| !module.is_empty()) {
        let from = layer_of(&module);
        let allowed = allowed.get(from).unwrap_or_else(|| panic!("{module}: layer {from} is not in the diagram"));
        for used in uses.iter().filter(|used| layer_of(used) != from) {
            n_arrows += 1;
            let may_use = layer_of(used) == "limits" || allowed.contains(&layer_of(used));
            assert!(may_use, "{module} must not use {used}");
        }
    }
    assert!(n_arrows > 100, "the test saw only {n_arrows} arrows: does it still read the code right?");
}

#[test]
fn no_modules_use_one_another_in_a_ring() {
    let rings = rings(&modules().uses(), &|_| true);
    assert!(rings.is_empty(), "{}", rings.join("\n"));
}

#[test]
fn no_folders_use_one_another_in_a_ring() {
    let rings = rings(&modules().uses_of_folders(), &|_| true);
    assert!(rings.is_empty(), "{}", rings.join("\n"));
}

#[test]
fn a_ring_is_seen_however_its_paths_are_written() {
    let layer = "mod a;\nmod b;\npub mod c;\npub use a::A;\npub use b::{B, make as b};\n";
    let ring = |a: &str, b: &str| {
        let files = [("lib.rs", "pub mod l;"), ("l/mod.rs", layer), ("l/a.rs", a), ("l/b.rs", b), ("l/c.rs", "")];
        rings(&Modules::of(files).uses(), &|_| true)
    };
    let is_ring = ["l::a -> l::b", "l::b -> l::a"];
    for path in [
        "use super::b::B;",
        "use super::{c, b::{self, B}};",
        "use crate::l::B;",
        "use crate::{l::{B as Other}};",
        "pub(crate) use super::B;",
        "use self::super::b;",
        "use competency_explorer::l::b;",
        "fn f() { super::b::make() }",
        "fn f(of: &[crate::l::B]) {}",
        "fn f() { for x in crate::l::b() {} }",
        "use super::super::l;\nfn f() { l::b::make() }",
    ] {
        let rings = ring(path, "use super::A;");
        assert!(rings.len() == 1 && is_ring.iter().all(|arrow| rings[0].contains(arrow)), "{path}: {rings:?}");
    }
    for path in [
        "use super::c;",
        "// use super::b::B;",
        "/* use super::b; */ const C: &str = \"super::b::B\"; const R: &str = r#\"\"use super::b\"#;",
        "pub(in crate::l) fn f<'a>(x: &'a char) -> bool { *x == '\"' }",
        "#[cfg(test)]\nmod tests {\n    use crate::l::b::B;\n}\n",
        "use std::b::B;",
    ] {
        assert_eq!(ring(path, "use super::A;"), Vec::<String>::new(), "{path}");
    }
    // Three modules; and a folder whose own items a module uses that the folder uses.
    let three =
        [("lib.rs", ""), ("a.rs", "use crate::b::B;"), ("b.rs", "use crate::c;"), ("c.rs", "fn f() { crate::a::f() }")];
    assert!(rings(&Modules::of(three).uses(), &|_| true)[0].starts_with("3 modules"));
    assert!(rings(&Modules::of(three).uses(), &|module| module != "c").is_empty());
    let folder = [("lib.rs", ""), ("l/mod.rs", "mod a;\nuse a::A;\npub struct Own;"), ("l/a.rs", "use super::Own;")];
    assert!(rings(&Modules::of(folder).uses(), &|_| true)[0].starts_with("2 modules"));
    // Two folders, no module of which is in a ring.
    let files = [("lib.rs", ""), ("l/mod.rs", ""), ("l/a/mod.rs", ""), ("l/a/x.rs", "use crate::l::b::y;")];
    let files = files.into_iter().chain([("l/a/z.rs", ""), ("l/b/mod.rs", ""), ("l/b/y.rs", "use crate::l::a::z;")]);
    let two = Modules::of(files);
    assert_eq!(rings(&two.uses(), &|_| true), Vec::<String>::new());
    assert_eq!(rings(&two.uses_of_folders(), &|_| true), ["2 modules:\n    l::a -> l::b\n    l::b -> l::a"]);
}

#[test]
fn a_file_says_its_subject_first_and_its_functions_are_short() {
    for (path, text) in files("src").iter().chain(&files("tests")) {
        assert!(text.starts_with("//!"), "{path} does not open with a //! sentence");
    }
    let mut n_functions = 0;
    for (path, text) in &files("src") {
        for function in functions(text) {
            n_functions += 1;
            let (name, line, n_lines) = (function.name, function.line, function.n_lines);
            assert!(n_lines <= MOST_LINES, "{path}:{line}: {name} has {n_lines} lines; at most {MOST_LINES}");
        }
    }
    assert!(n_functions > 1000, "the test saw only {n_functions} functions: does it still read the code right?");
}

#[test]
fn the_lines_of_a_function_are_counted() {
    let code =
        "trait T {\n fn a(&self) -> [u8; 2];\n}\nfn b() {\n if x { '{' } else { \"}\n\" }\n}\nfn c(f: fn(u8)) {}\n";
    let seen: Vec<_> = functions(code).into_iter().map(|f| (f.name, f.line, f.n_lines)).collect();
    assert_eq!(seen, [("a".to_owned(), 2, 1), ("b".to_owned(), 4, 4), ("c".to_owned(), 8, 1)]);
}

/// The tags of a template in which a sign of comparison stands beside all braces: it ends the tag, and what follows is its text.
fn cut_tags(code: &str) -> Vec<&str> {
    let is_cut = |line: &&str| {
        let mut depth = 0;
        let outer: String = line
            .chars()
            .filter(|sign| {
                depth += i32::from(*sign == '{') - i32::from(*sign == '}');
                depth == 0
            })
            .collect();
        line.starts_with('<') && (outer.contains(" > ") || outer.contains(" >= "))
    };
    code.lines().map(str::trim).filter(is_cut).collect()
}

#[test]
fn no_comparison_ends_a_tag() {
    let cut = "<b disabled=move || page.get() >= last() on:click=next>";
    assert_eq!(cut_tags(&format!("{cut}\n<b disabled={{move || page.get() >= last()}} on:click=next>")), [cut]);
    for (path, text) in &files("src/own").into_iter().chain(files("src/app")).collect::<Vec<_>>() {
        assert_eq!(cut_tags(text), Vec::<&str>::new(), "{path}");
    }
}

#[test]
fn a_crate_is_named_in_one_place() {
    for (path, text) in &files("src") {
        for line in code(text) {
            for (name, home) in CRATES {
                let is_json = name == "serde_json"
                    && (["cli", "own", "session", "shelf", "import"].contains(&layer(path))
                        || ["src/export/data_package.rs", "src/page/encode.rs"].contains(&path.as_str()));
                let is_own = ["js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys"].contains(&name)
                    && ["src/own/platform.rs", "src/own/exports.rs"].contains(&path.as_str());
                let is_measured = name == "wasm_bindgen" && path == "src/bench.rs";
                let is_schema = name == "schemars" && path == "src/cli/schema.rs";
                // Archives are read by imports, and written with pages.
                let is_package = name == "zip" && path == "src/page/archive.rs";
                let at_home = path.starts_with(home) || is_json || is_schema || is_package || is_measured || is_own;
                assert!(at_home || !names(line, name), "{path} names {name}, which belongs to {home}: {line}");
            }
        }
    }
}

#[test]
fn every_dependency_has_its_place() {
    let manifest = fs::read_to_string("Cargo.toml").unwrap();
    let (_, rest) = manifest.split_once("\n[dependencies]\n").unwrap();
    let (dependencies, _) = rest.split_once("\n[dev-dependencies]").unwrap();
    let names = dependencies.lines().filter_map(|line| line.split_once(" = ")).map(|(name, _)| name.replace('-', "_"));
    let names: Vec<String> = names.collect();
    assert!(names.len() > 10, "{names:?}");
    for name in names.iter().filter(|name| !["serde", "leptos"].contains(&name.as_str())) {
        assert!(CRATES.iter().any(|(known, _)| known == name), "{name} has no place in CRATES");
    }
}

#[test]
fn no_feature_of_the_page_imports_another() {
    let features = files("src/app/features");
    assert!(features.len() > 20, "the test saw only {} files", features.len());
    for (path, text) in features.iter().filter(|(path, _)| path != "src/app/features/mod.rs") {
        for line in code(text) {
            let climbs = line.contains("super::super") || line.contains("app::features");
            assert!(!climbs, "{path} looks out of its folder for another feature: {line}");
        }
    }
    for (folder, above) in [("components", ["features"].as_slice()), ("ui", &["features", "components", "state"])] {
        for (path, text) in files(&format!("src/app/{folder}")) {
            for (line, above) in code(&text).flat_map(|line| above.iter().map(move |above| (line, above))) {
                assert!(!line.contains(&format!("app::{above}")), "{path} is below {above}: {line}");
            }
        }
    }
}

#[test]
fn only_i18n_holds_text_that_a_reader_sees() {
    let folders = ["features", "components", "ui"].map(|folder| files(&format!("src/app/{folder}")));
    for (path, text) in folders.concat() {
        for line in code(&text) {
            // A text node of the markup begins a piece of a line with a quoted sentence; attributes and keys are lower case.
            let shouts = line.match_indices('"').any(|(at, _)| {
                let rest = &line[at + 1..];
                // The name of a key on the keyboard is matched, not shown.
                let is_matched =
                    line[..at].ends_with("== ") || rest.split_once('"').is_some_and(|(_, on)| on.starts_with(" =>"));
                rest.starts_with(|c: char| c.is_uppercase()) && !is_matched
            });
            assert!(!shouts, "{path}: is this a text for readers? It belongs to src/i18n: {line}");
        }
    }
}

#[test]
fn machines_are_given_no_numbers_for_readers() {
    for (path, text) in files("src/app") {
        for line in code(&text) {
            let is_machine = ["style:", "style=(", "set_tokens(", " r=", " cx=", " cy=", " y=", "viewBox="];
            let is_read =
                ["i18n::decimal", "i18n::percent", "i18n::number", "i18n::share", "i18n::part_of", "i18n::times"];
            let is_mixed = is_machine.iter().any(|to| line.contains(to)) && is_read.iter().any(|of| line.contains(of));
            assert!(!is_mixed, "{path}: a message is no number for CSS or SVG; that is `text::css`: {line}");
        }
    }
}

#[test]
fn layouts_for_widths_are_for_screens() {
    for style in fs::read_dir("src/app/style").unwrap() {
        let path = style.unwrap().path();
        for line in fs::read_to_string(&path).unwrap().lines().filter(|line| line.contains("@media")) {
            let is_said = !line.contains("(width") || line.contains("screen") || line.contains("print");
            assert!(is_said, "{}: the paper is as narrow as a phone: {line}", path.display());
        }
    }
}

#[test]
fn the_engine_does_no_input_or_output() {
    for (path, text) in files("src").iter().filter(|(path, _)| !["app", "cli", "bin", "own"].contains(&layer(path))) {
        for line in code(text) {
            // Workbooks are read out of memory by the traits of the standard library.
            let is_memory = path.starts_with("src/import/workbook/") && line.starts_with("use std::io::{Cursor, Read}");
            // Packing writes into memory.
            let is_packing = path == "src/page/encode.rs" && line == "use std::io::{self, Write};";
            let is_cursor = ["src/import/workbook/", "src/page/archive.rs"].iter().any(|of| path.starts_with(of))
                && line == "use std::io::Cursor;";
            if is_memory || is_cursor || is_packing {
                continue;
            }
            for word in ["std::fs", "std::io", "std::env", "std::time", "println!", "eprintln!", "std::thread"] {
                assert!(!line.contains(word), "{path} names {word}: {line}");
            }
        }
    }
}

#[test]
fn the_published_schema_is_that_of_the_types() {
    let published = fs::read_to_string("public/catalog.schema.json").unwrap();
    assert!(
        published.trim() == competency_explorer::cli::schema::text(),
        "run `cargo run -- schema > public/catalog.schema.json`"
    );
}

#[test]
fn the_documented_format_is_that_of_the_types() {
    let documented = fs::read_to_string("docs/catalog-format.md").unwrap();
    assert!(
        documented == competency_explorer::cli::schema::markdown(),
        "run `cargo run -- schema --format markdown > docs/catalog-format.md`"
    );
}
