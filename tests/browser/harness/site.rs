//! What `make build` has left in `dist/`, at an address that a browser can open: from disk, or served from a sub-folder.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::server::{CUT, DRIPPED, HALF, SILENT, Server};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    SingleFile,
    HostedFolder,
}

impl fmt::Display for Form {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::SingleFile => "the single file",
            Self::HostedFolder => "the hosted folder",
        })
    }
}

/// A page that can be opened for as long as the value lives.
pub(crate) struct Site {
    pub(crate) address: String,
    pub(crate) server: Option<Server>,
    folder: Option<TempDir>,
}

impl Site {
    /// The page as it was built.
    pub(crate) fn built(form: Form) -> Self {
        match form {
            Form::SingleFile => Self::on_disk(&built("competency-explorer.html")),
            Form::HostedFolder => Self::served(built("index.html").parent().unwrap(), None),
        }
    }

    /// The hosted folder with these bytes for a catalog, or without any.
    pub(crate) fn with_catalog(catalog: Option<&[u8]>) -> Self {
        let folder = TempDir::new().unwrap();
        for file in built("index.html").parent().unwrap().read_dir().unwrap().flatten() {
            if file.path().is_file() {
                fs::copy(file.path(), folder.path().join(file.file_name())).unwrap();
            }
        }
        let file = folder.path().join("catalog.json");
        match catalog {
            Some(bytes) => fs::write(file, bytes).unwrap(),
            None => fs::remove_file(file).unwrap(),
        }
        let root = folder.path().to_owned();
        Self::served(&root, Some(folder))
    }

    /// Puts another file into the folder.
    pub(crate) fn add(&self, name: &str, bytes: &[u8]) {
        fs::write(self.folder.as_ref().unwrap().path().join(name), bytes).unwrap();
    }

    /// The hosted folder, of whose catalog only the first half ever comes.
    pub(crate) fn stuck(catalog: &[u8]) -> Self {
        Self::with_catalog(Some(catalog)).marked("catalog.json", HALF)
    }

    /// The hosted folder, of which the files whose names end so never come.
    pub(crate) fn slow(ending: &str) -> Self {
        Self::with_catalog(Some(&fs::read(built("catalog.json")).unwrap())).marked(ending, SILENT)
    }

    /// The hosted folder, whose catalog comes in drips.
    pub(crate) fn dripped(catalog: &[u8]) -> Self {
        Self::with_catalog(Some(catalog)).marked("catalog.json", DRIPPED)
    }

    /// The hosted folder with a saved index that never comes.
    pub(crate) fn with_slow_index() -> Self {
        Self::with_index(|_, index| index).marked("catalog.index", SILENT)
    }

    /// The hosted folder, with the first half alone of the files whose names end so, as an upload that broke leaves them.
    pub(crate) fn halved(ending: &str) -> Self {
        let site = Self::with_catalog(Some(&fs::read(built("catalog.json")).unwrap()));
        for file in site.files(ending) {
            let bytes = fs::read(&file).unwrap();
            fs::write(file, &bytes[..bytes.len() / 2]).unwrap();
        }
        site
    }

    /// The hosted folder, with a connection that breaks at two thirds of this catalog.
    pub(crate) fn cut(catalog: &[u8]) -> Self {
        Self::with_catalog(Some(catalog)).marked("catalog.json", CUT)
    }

    /// The hosted folder without the files whose names end so.
    pub(crate) fn without(ending: &str) -> Self {
        let site = Self::with_catalog(Some(&fs::read(built("catalog.json")).unwrap()));
        site.files(ending).iter().for_each(|file| fs::remove_file(file).unwrap());
        site
    }

    /// The name of the script that goes with the module.
    pub(crate) fn module_script() -> String {
        let page = fs::read_to_string(built("index.html")).unwrap();
        let before = page.split(" data-wasm=").next().unwrap();
        let name = before.rsplit("src=\"").next().unwrap().split('"').next().unwrap();
        name.trim_start_matches("./").to_owned()
    }

    /// Lets the files whose names end so come, which did not until now.
    pub(crate) fn let_come(&self, ending: &str) {
        self.files(&format!("{ending}.{SILENT}")).iter().for_each(|mark| fs::remove_file(mark).unwrap());
    }

    /// Says how the server treats the files whose names end so.
    fn marked(self, ending: &str, mark: &str) -> Self {
        self.files(ending).iter().for_each(|file| fs::write(file.with_added_extension(mark), "").unwrap());
        self
    }

    fn files(&self, ending: &str) -> Vec<PathBuf> {
        let files = self.folder.as_ref().unwrap().path().read_dir().unwrap().flatten().map(|file| file.path());
        let files: Vec<PathBuf> = files.filter(|file| file.to_string_lossy().ends_with(ending)).collect();
        assert!(!files.is_empty(), "there is no file {ending}");
        files
    }

    /// The hosted folder, whose script is followed by another.
    pub(crate) fn with_script(script: &str) -> Self {
        Self::with_catalog(Some(&fs::read(built("catalog.json")).unwrap())).and_script(script)
    }

    /// The same folder, whose script is followed by another.
    pub(crate) fn and_script(self, script: &str) -> Self {
        let file = self.folder.as_ref().unwrap().path().join("boot.js");
        let boot = fs::read_to_string(&file).unwrap();
        fs::write(file, boot + script).unwrap();
        self
    }

    /// The same folder, on whose page time is ten times as fast: what it waits for before it gives up comes as much earlier.
    pub(crate) fn quick(self) -> Self {
        self.so_quick(10)
    }

    /// The same for another number of times.
    pub(crate) fn so_quick(self, times: u32) -> Self {
        let file = self.folder.as_ref().unwrap().path().join("boot.js");
        let boot = fs::read_to_string(&file).unwrap();
        let quick = format!(
            "{{ const later = setTimeout; setTimeout = (act, time, ...rest) => later(act, time / {times}, ...rest); }}"
        );
        fs::write(file, quick + &boot).unwrap();
        self
    }

    /// One page by itself, served or from disk.
    pub(crate) fn of_one_page(form: Form, html: &str) -> Self {
        let folder = TempDir::new().unwrap();
        let file = folder.path().join("index.html");
        fs::write(&file, html).unwrap();
        match form {
            Form::SingleFile => Self { folder: Some(folder), ..Self::on_disk(&file) },
            Form::HostedFolder => Self::served(&file.with_file_name(""), Some(folder)),
        }
    }

    /// The hosted folder with a saved index, rendered by the tool for authors: with what `change` makes of the catalog's bytes
    /// and of the index that fits them.
    pub(crate) fn with_index(change: impl FnOnce(&[u8], Vec<u8>) -> Vec<u8>) -> Self {
        let folder = TempDir::new().unwrap();
        let app = built("index.html");
        let mut render = Command::new(env!("CARGO_BIN_EXE_explorer"));
        render.arg("render").arg("--app").arg(app.parent().unwrap()).arg("--catalog").arg(built("catalog.json"));
        let result = render.arg("--index").arg("--out").arg(folder.path()).output().unwrap();
        assert!(result.status.success(), "explorer render: {}", String::from_utf8_lossy(&result.stderr));
        let file = |name: &str| folder.path().join(name);
        let index = change(&fs::read(file("catalog.json")).unwrap(), fs::read(file("catalog.index")).unwrap());
        fs::write(file("catalog.index"), index).unwrap();
        let root = folder.path().to_owned();
        Self::served(&root, Some(folder))
    }

    /// The single file with another catalog, packed by the tool for authors.
    pub(crate) fn packed(catalog: &Value) -> Self {
        Self::packed_with(catalog, &[])
    }

    pub(crate) fn packed_with(catalog: &Value, more: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        let input = folder.path().join("catalog.json");
        fs::write(&input, catalog.to_string()).unwrap();
        Self::packed_from(built("index.html").parent().unwrap(), &input, more)
    }

    /// The single file, whose script is followed by another.
    pub(crate) fn packed_with_script(script: &str) -> Self {
        let hosted = Self::with_script(script);
        Self::packed_from(hosted.folder.as_ref().unwrap().path(), &built("catalog.json"), &[])
    }

    fn packed_from(app: &Path, catalog: &Path, more: &[&str]) -> Self {
        let folder = TempDir::new().unwrap();
        let output = folder.path().join("packed.html");
        let mut pack = Command::new(env!("CARGO_BIN_EXE_explorer"));
        pack.arg("pack").arg("--app").arg(app).arg("--catalog").arg(catalog).arg("--out").arg(&output);
        let result = pack.args(more).output().unwrap();
        assert!(result.status.success(), "explorer pack: {}", String::from_utf8_lossy(&result.stderr));
        Self { folder: Some(folder), ..Self::on_disk(&output) }
    }

    fn on_disk(file: &Path) -> Self {
        Self { address: format!("file://{}", file.display()), server: None, folder: None }
    }

    fn served(root: &Path, folder: Option<TempDir>) -> Self {
        let server = Server::start(root);
        Self { address: server.address(), server: Some(server), folder }
    }
}

/// What stands in the way of any test: the page is not built.
pub(crate) fn missing() -> Option<String> {
    (!in_dist("index.html").is_file()).then(|| "there is no dist/, which `make build` makes".to_owned())
}

fn built(name: &str) -> PathBuf {
    let file = in_dist(name);
    assert!(file.is_file(), "there is no dist/{name} to test: run `make build` first");
    file
}

fn in_dist(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("dist").join(name)
}
