//! The three browsers, and how each is started through its `WebDriver` program.
//!
//! `WebKit` is Debian's `WebKitGTK` with its own small `MiniBrowser`: it stands in for Safari.

use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

use crate::harness::poll::until;
use crate::harness::process::Process;
use crate::harness::tools;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Browser {
    Chromium,
    Firefox,
    WebKit,
}

/// What the browser is able to do: what a reader has switched off is switched off from the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ability {
    Full,
    /// All of it, and no command waits until a page has loaded.
    Impatient,
    NoScripts,
    NoWebAssembly,
}

/// A driver that is ready, at its address; with the display that it draws on, if it needs one.
pub(crate) struct Driver {
    pub(crate) process: Process,
    pub(crate) address: String,
    _display: Option<Process>,
}

impl Browser {
    pub(crate) fn start(self, ability: Ability) -> Driver {
        let port = free_port();
        let display = (self == Self::WebKit).then(|| display(1600, 1100));
        let mut command = self.command(port, ability);
        if let Some((_, name)) = &display {
            command.env("DISPLAY", name);
        }
        let process = Process::start(&mut command);
        Driver { process, address: format!("http://127.0.0.1:{port}"), _display: display.map(|(process, _)| process) }
    }

    /// The programs that a test needs; the driver is the first.
    fn programs(self) -> &'static [&'static str] {
        match self {
            Self::Chromium => &["chromedriver"],
            Self::Firefox => &["geckodriver"],
            Self::WebKit => &["WebKitWebDriver", "Xvfb"],
        }
    }

    /// What is not here of what a test in this browser needs, if anything.
    pub(crate) fn missing(self) -> Option<String> {
        let program = self.programs().iter().find(|program| !tools::is_here(program)).copied();
        let missing = program.or_else(|| tools::axe_file().is_none().then_some("axe-core"));
        missing.map(|missing| format!("there is no {missing} here"))
    }

    fn command(self, port: u16, ability: Ability) -> Command {
        let mut command = Command::new(found(self.programs()[0]));
        command.arg(format!("--port={port}")).env("NO_AT_BRIDGE", "1").env("LIBGL_ALWAYS_SOFTWARE", "1");
        if self == Self::Firefox {
            command.arg("--allow-system-access");
        }
        if (self, ability) == (Self::WebKit, Ability::NoWebAssembly) {
            command.env("JSC_useWasm", "0");
        }
        command
    }

    /// What a new session asks of the driver.
    pub(crate) fn capabilities(self, ability: Ability) -> Value {
        let mut wanted = match self {
            Self::Chromium => json!({
                "goog:chromeOptions": { "args": [
                    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
                    "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--window-size=1280,900",
                ] },
                "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            }),
            Self::Firefox => json!({
                "moz:firefoxOptions": {
                    "args": ["-headless", "--width=1280", "--height=900"],
                    "prefs": {
                        "devtools.console.stdout.content": true,
                        "devtools.console.stdout.chrome": false,
                        // A driver leaves a page while it works, as no person does: that is no error of the page.
                        "dom.ipc.cancel_content_js_when_navigating": false,
                        "javascript.enabled": ability != Ability::NoScripts,
                        "javascript.options.wasm": ability != Ability::NoWebAssembly,
                    },
                },
            }),
            Self::WebKit => json!({
                "webkitgtk:browserOptions": { "binary": mini_browser(), "args": ["--automation"] },
            }),
        };
        if ability == Ability::Impatient {
            wanted["pageLoadStrategy"] = json!("none");
        }
        json!({ "capabilities": { "alwaysMatch": wanted } })
    }
}

fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// A display in memory, and its name: the X server picks a number that is free and writes it down.
fn display(width: u32, height: u32) -> (Process, String) {
    let screen = format!("{width}x{height}x24");
    let server =
        Process::start(Command::new("Xvfb").args(["-displayfd", "1", "-screen", "0", &screen, "-nolisten", "tcp"]));
    let number = |line: &String| line.parse::<u32>().is_ok();
    let lines = until("Xvfb names its display", || server.lines(), |lines| lines.iter().any(number));
    let name = format!(":{}", lines.iter().find(|line| number(line)).unwrap());
    (server, name)
}

/// The program in the folder of the tools, or else on the `PATH`.
fn found(program: &str) -> PathBuf {
    tools::find(program).unwrap_or_else(|| PathBuf::from(program))
}

fn mini_browser() -> PathBuf {
    let folders = Path::new("/usr/lib").read_dir().into_iter().flatten().flatten();
    let browser = folders.map(|folder| folder.path().join("webkit2gtk-4.1/MiniBrowser")).find(|file| file.is_file());
    browser.expect("no MiniBrowser of WebKitGTK here; `scripts/setup.sh test` installs the browsers")
}
