//! What the page said in the console and what it asked the network for, as far as each browser tells.
//!
//! | | `console.warn`, `console.error` | thrown errors, refusals by the policy | requests |
//! | --- | --- | --- | --- |
//! | Chromium | driver's log | driver's log | driver's log of the network: all of them |
//! | Firefox | its standard output | `Services.console`, in the browser's own context | the page's resource timing |
//! | `WebKit` | a script in the page | a script in the page | the page's resource timing |
//!
//! Firefox writes its own troubles down too; those of a page that begin with a text have a quotation mark there.
//! `WebKit` keeps silent while it is driven: the script hears only what comes after the page has loaded. Resource timing has no entry for a request that the policy refused: such a refusal is a message.

use serde_json::{Value, json};

use crate::harness::browsers::Browser;
use crate::harness::poll::until;
use crate::harness::session::Session;

/// Marks the end of what the page has said so far, for browsers that only write it down somewhere.
const END: &str = "nothing more to say";

impl Session {
    /// Starts a new account: what was said and asked for before is somebody else's.
    pub(crate) fn forget(&self) {
        match self.browser {
            Browser::Chromium => {
                self.log("browser");
                self.log("performance");
            }
            Browser::Firefox => {
                self.in_browser_itself("Services.console.reset()", &[]);
            }
            Browser::WebKit => {}
        }
        self.driver().process.forget_lines();
    }

    /// The warnings and errors of the page since the last [`Session::forget`].
    pub(crate) fn complaints(&self) -> Vec<String> {
        match self.browser {
            Browser::Chromium => {
                let messages = self.log("browser").into_iter().filter(|entry| is_grave(&entry["level"]));
                messages.map(|entry| format!("{}: {}", entry["level"], entry["message"])).collect()
            }
            Browser::Firefox => {
                let mut complaints = self.written(&["console.warn: \"", "console.error: \"", "console.assert: \""]);
                let reported = self.in_browser_itself(REPORTED_BY_FIREFOX, &[]);
                complaints.extend(reported.as_array().into_iter().flatten().map(Value::to_string));
                // The driver lifts the time limit of scripts: one is ended only when its page is left in the middle of work.
                complaints.retain(|complaint| !complaint.contains("Script terminated by timeout"));
                complaints
            }
            Browser::WebKit => {
                let heard = self.run("return window.heardByTest ?? []", &[]);
                heard.as_array().into_iter().flatten().map(Value::to_string).collect()
            }
        }
    }

    /// The addresses asked for since the last [`Session::forget`], but those of the page's own parts in memory.
    pub(crate) fn requests(&self) -> Vec<String> {
        let timed = self.run("return performance.getEntriesByType('resource').map(entry => entry.name)", &[]);
        let mut requests: Vec<_> =
            timed.as_array().into_iter().flatten().filter_map(|name| name.as_str().map(str::to_owned)).collect();
        if self.browser == Browser::Chromium {
            let sent = self.log("performance").into_iter().filter_map(|entry| sent_by_chromium(&entry));
            requests.extend(sent);
        }
        requests.retain(|address| !["blob:", "data:", "about:"].iter().any(|own| address.starts_with(own)));
        requests
    }

    /// Has the page that was just loaded listened to, where the browser itself does not.
    pub(crate) fn listen(&self) {
        if self.browser == Browser::WebKit {
            self.run(LISTEN, &[]);
        }
    }

    /// Runs a script with the rights of the browser: Firefox only.
    pub(crate) fn in_browser_itself(&self, script: &str, arguments: &[Value]) -> Value {
        self.post("moz/context", &json!({ "context": "chrome" }));
        let result = self.run(script, arguments);
        self.post("moz/context", &json!({ "context": "content" }));
        result
    }

    /// A command of Chromium's own protocol.
    pub(crate) fn devtools(&self, method: &str, parameters: &Value) -> Value {
        self.post("goog/cdp/execute", &json!({ "cmd": method, "params": parameters }))
    }

    fn log(&self, kind: &str) -> Vec<Value> {
        let entries = self.post("se/log", &json!({ "type": kind }));
        entries.as_array().cloned().unwrap_or_default()
    }

    /// The lines with one of these beginnings of messages that the browser wrote, up to now.
    fn written(&self, kinds: &[&str]) -> Vec<String> {
        self.run("console.info(arguments[0])", &[json!(END)]);
        let has_ended = |lines: &Vec<String>| lines.iter().any(|line| line.contains(END));
        let lines = until("the browser writes messages down", || self.driver().process.lines(), has_ended);
        lines.into_iter().filter(|line| kinds.iter().any(|kind| line.contains(kind))).collect()
    }
}

const LISTEN: &str = "
    if (window.heardByTest) return;
    const heard = window.heardByTest = [];
    for (const level of ['warn', 'error', 'assert']) {
        const usual = console[level];
        console[level] = (...words) => { heard.push(`${level}: ${words}`); usual.apply(console, words); };
    }
    addEventListener('error', event => heard.push(`error: ${event.message}`));
    addEventListener('unhandledrejection', event => heard.push(`rejection: ${event.reason}`));
    document.addEventListener('securitypolicyviolation', event => heard.push(`policy: ${event.blockedURI}`));
";

/// The errors and warnings about web pages; those about the browser's own files are not ours.
const REPORTED_BY_FIREFOX: &str = "
    const problems = Services.console.getMessageArray().filter(message => message instanceof Ci.nsIScriptError);
    const inPage = problems.filter(problem => /^(https?|file|blob):/.test(problem.sourceName));
    return inPage.map(problem => `${problem.category}: ${problem.errorMessage} (${problem.sourceName}:${problem.lineNumber})`);
";

fn is_grave(level: &Value) -> bool {
    level == "SEVERE" || level == "WARNING"
}

/// The address in an entry of the network log, if it tells of a request other than for the page itself.
fn sent_by_chromium(entry: &Value) -> Option<String> {
    let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let event = &message["message"];
    let is_request = event["method"] == "Network.requestWillBeSent" && event["params"]["type"] != "Document";
    is_request.then(|| event["params"]["request"]["url"].as_str().unwrap_or_default().to_owned())
}
