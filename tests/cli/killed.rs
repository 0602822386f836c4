//! The command killed at random moments: the catalog is byte for byte what it was, every output whole or what it was before.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::command::{catalog_of, command, names, str_of, write_page};
use tempfile::TempDir;

/// What each command is given, with the folder in place of `IN`.
const COMMANDS: [&str; 5] = [
    "render --app IN/app --catalog IN/site/catalog.json --out IN/site --index",
    "render --app IN/app --catalog IN/site/catalog.json --out IN/fresh",
    "pack --app IN/app --catalog IN/site/catalog.json --out IN/site/packed.html",
    "export IN/site/catalog.json --format jsonld --out IN/site/export.jsonld",
    "index IN/site/catalog.json",
];
/// How often each is killed: 50 times in all.
const KILLS: u32 = 10;

type Files = BTreeMap<PathBuf, Vec<u8>>;

/// All files below a folder but those that are still being written, with their content.
fn files(folder: &Path) -> Files {
    let mut files = Files::new();
    for name in if folder.exists() { names(folder) } else { Vec::new() } {
        let path = folder.join(&name);
        if path.is_dir() && !name.starts_with(".explorer-") {
            files.extend(self::files(&path));
        } else if path.is_file() && !name.starts_with(".explorer-") {
            files.insert(path.clone(), fs::read(path).unwrap());
        }
    }
    files
}

fn unfinished(folder: &Path) -> Vec<PathBuf> {
    names(folder).iter().filter(|name| name.starts_with(".explorer-")).map(|name| folder.join(name)).collect()
}

/// A folder with a catalog in `site`, what was made of an earlier one beside it, and a built page.
fn start(folder: &Path, catalog: &str) {
    let site = folder.join("site");
    for name in ["app", "site"] {
        fs::create_dir(folder.join(name)).unwrap();
    }
    write_page(&folder.join("app"));
    fs::write(folder.join("app/catalog.json"), catalog_of(3, "Sample")).unwrap();
    fs::write(folder.join("app/m.wasm"), "module".repeat(30_000)).unwrap();
    fs::write(site.join("catalog.json"), catalog).unwrap();
    for name in ["index.html", "m.wasm", "packed.html", "export.jsonld", "catalog.index"] {
        fs::write(site.join(name), format!("what {name} was before")).unwrap();
    }
}

/// The files before the command, and after it when nothing stops it; and how long it took.
fn before_and_after(args: &str, catalog: &str) -> (Files, Files, Duration) {
    let folder = TempDir::new().unwrap();
    start(folder.path(), catalog);
    let before = files(folder.path());
    let begun = Instant::now();
    let args = args.replace("IN", str_of(folder.path()));
    assert!(command(&args.split(' ').collect::<Vec<_>>()).stderr(Stdio::null()).status().unwrap().success(), "{args}");
    let took = begun.elapsed();
    let after = files(folder.path());
    let below = |files: Files| {
        files.into_iter().map(|(path, bytes)| (path.strip_prefix(folder.path()).unwrap().to_owned(), bytes)).collect()
    };
    (below(before), below(after), took)
}

#[test]
fn fifty_kills_at_random_moments_leave_the_catalog_as_it_was_and_every_output_whole() {
    let catalog = catalog_of(3_000, "Kept");
    // Numbers that look random and are the same in each run (the constants of Knuth's MMIX).
    let mut seed = 20_260_702_u64;
    let mut part = move || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from(seed >> 40).unwrap()
    };
    let mut n_killed = 0;
    for args in COMMANDS {
        let (before, after, took) = before_and_after(args, &catalog);
        assert!(before != after && before.len() > 8, "{args} writes");
        let folder = TempDir::new().unwrap();
        start(folder.path(), &catalog);
        let line = args.replace("IN", str_of(folder.path()));
        let line: Vec<&str> = line.split(' ').collect();
        for nth in 0..KILLS {
            let mut child = command(&line).stderr(Stdio::null()).spawn().unwrap();
            std::thread::sleep(took * (part() % 1_100) / 1_000);
            let is_over = child.try_wait().unwrap().is_some();
            child.kill().unwrap();
            child.wait().unwrap();
            n_killed += u32::from(!is_over);
            let context = format!("{args}, kill {nth}");
            let now = files(folder.path());
            for (path, bytes) in &now {
                let path = path.strip_prefix(folder.path()).unwrap();
                let is_whole = [&before, &after].iter().any(|files| files.get(path) == Some(bytes));
                assert!(
                    is_whole,
                    "{context}: {} is neither what it was nor whole: {} bytes",
                    path.display(),
                    bytes.len()
                );
            }
            for path in before.keys() {
                assert!(now.contains_key(&folder.path().join(path)), "{context}: {} is gone", path.display());
            }
            assert!(now[&folder.path().join("site/catalog.json")] == catalog.as_bytes(), "{context}: the catalog");
            // A folder that is made anew is whole or not there.
            if folder.path().join("fresh").exists() {
                let in_fresh = |path: &&PathBuf| path.starts_with("fresh");
                let n_whole = after.keys().filter(in_fresh).count();
                assert_eq!(names(&folder.path().join("fresh")).len(), n_whole, "{context}");
                fs::remove_dir_all(folder.path().join("fresh")).unwrap();
            }
        }
        // What the killed ones left is removed by the next one that is not stopped.
        assert!(command(&line).stderr(Stdio::null()).status().unwrap().success());
        assert!(unfinished(folder.path()).is_empty() && unfinished(&folder.path().join("site")).is_empty(), "{args}");
        let now: Files = files(folder.path());
        assert!(now.values().eq(after.values()), "{args}: the same as if nothing had been killed");
    }
    assert!(n_killed > 25, "only {n_killed} of 50 were killed before their end");
}
