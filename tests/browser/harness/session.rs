//! One browser under control: the few `WebDriver` commands that the tests need, each as a plain call.
//!
//! A command that the browser refuses ends the test with the browser's own words.

use std::cell::{Ref, RefCell};
use std::time::Duration;

use serde_json::{Value, json};

use crate::harness::browsers::{Ability, Browser, Driver};
use crate::harness::poll::until;

/// The key under which `WebDriver` hands out elements.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

const NO_MODIFIER: char = '\u{e000}';
const BACKSPACE: char = '\u{e003}';
const CONTROL: char = '\u{e009}';

/// Whether a character stands for a key of `WebDriver` (Enter, an arrow), which writes nothing.
fn is_key(c: char) -> bool {
    ('\u{e000}'..='\u{e05d}').contains(&c)
}

/// What a command that the browser never answered fails with.
pub(crate) const NO_ANSWER: &str = "timeout: global";

pub(crate) struct Session {
    pub(crate) browser: Browser,
    ability: Ability,
    agent: ureq::Agent,
    running: RefCell<Running>,
}

/// A browser that has started, and the address of its commands.
struct Running {
    driver: Driver,
    address: String,
}

/// Scrolls to an element, unless it is in the window.
const IN_SIGHT: &str = "const element = document.querySelector(arguments[0]), box = element?.getBoundingClientRect();
    if (box && (box.top < 0 || innerHeight < box.bottom)) element.scrollIntoView({ block: 'center' })";

impl Session {
    pub(crate) fn start(browser: Browser, ability: Ability) -> Self {
        let agent = agent();
        let running = RefCell::new(Running::start(browser, ability, &agent));
        Self { browser, ability, agent, running }
    }

    /// Ends the browser and starts another: one that gives no answer any more gives none to the next scenario either.
    pub(crate) fn start_anew(&self) {
        end(&self.agent, &self.address());
        self.running.replace(Running::start(self.browser, self.ability, &self.agent));
    }

    fn address(&self) -> String {
        self.running.borrow().address.clone()
    }

    /// The program that drives the browser.
    pub(crate) fn driver(&self) -> Ref<'_, Driver> {
        Ref::map(self.running.borrow(), |running| &running.driver)
    }

    #[track_caller]
    pub(crate) fn post(&self, path: &str, body: &Value) -> Value {
        let answer = command(&self.agent, "POST", &format!("{}/{path}", self.address()), body);
        answer.unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    #[track_caller]
    fn get(&self, path: &str) -> Value {
        let answer = command(&self.agent, "GET", &format!("{}/{path}", self.address()), &Value::Null);
        answer.unwrap_or_else(|e| panic!("{path}: {e}"))
    }

    #[track_caller]
    pub(crate) fn visit(&self, address: &str) {
        self.post("url", &json!({ "url": address }));
        self.listen();
    }

    #[track_caller]
    pub(crate) fn back(&self) {
        self.post("back", &json!({}));
    }

    /// Goes back as a script of the page would. The command of a driver passes over entries that no act of a person made, and
    /// what a driver types is none (Firefox, `WebKit`).
    #[track_caller]
    pub(crate) fn back_by_script(&self) {
        self.run("history.back()", &[]);
    }

    /// Goes forward as a script of the page would.
    #[track_caller]
    pub(crate) fn forward_by_script(&self) {
        self.run("history.forward()", &[]);
    }

    #[track_caller]
    pub(crate) fn forward(&self) {
        self.post("forward", &json!({}));
    }

    #[track_caller]
    pub(crate) fn reload(&self) {
        self.post("refresh", &json!({}));
        self.listen();
    }

    /// Runs the body of a function in the page, with `arguments`, and returns what it returns. The driver of `WebKit` loses an answer
    /// now and then, and says so, also where the page is just left: then it is asked once more.
    #[track_caller]
    pub(crate) fn run(&self, body: &str, arguments: &[Value]) -> Value {
        let path = format!("{}/execute/sync", self.address());
        let script = json!({ "script": body, "args": arguments });
        let run = || command(&self.agent, "POST", &path, &script);
        let losses = ["Could not parse script result", "before the unload event"];
        let is_lost = |error: &String| losses.iter().any(|loss| error.contains(loss));
        let answer = run().or_else(|error| if is_lost(&error) { run() } else { Err(error) });
        answer.unwrap_or_else(|e| panic!("execute/sync: {e}"))
    }

    /// Like [`Self::run`], for a body that calls its last argument when it is done.
    #[track_caller]
    pub(crate) fn run_until_called(&self, body: &str, arguments: &[Value]) -> Value {
        self.post("execute/async", &json!({ "script": body, "args": arguments }))
    }

    /// The elements of a selector; empty when there is none.
    #[track_caller]
    pub(crate) fn elements(&self, selector: &str) -> Vec<String> {
        let found = self.post("elements", &json!({ "using": "css selector", "value": selector }));
        let ids = found.as_array().into_iter().flatten();
        ids.filter_map(|element| element[ELEMENT].as_str().map(str::to_owned)).collect()
    }

    /// The first element of a selector, waited for.
    #[track_caller]
    fn element(&self, selector: &str) -> String {
        let found = until(selector, || self.elements(selector), |found| !found.is_empty());
        found[0].clone()
    }

    /// Clicks as a person does: the browser refuses when something else lies on top.
    #[track_caller]
    pub(crate) fn click(&self, selector: &str) {
        let click = || {
            let element = self.element(selector);
            if self.browser == Browser::WebKit {
                // Its driver does not scroll to what lies below the window.
                self.run(IN_SIGHT, &[json!(selector)]);
            }
            command(&self.agent, "POST", &format!("{}/element/{element}/click", self.address()), &json!({}))
        };
        while_it_is_drawn(selector, click).unwrap_or_else(|e| panic!("a click on {selector}: {e}"));
    }

    /// Types behind what is in a field, and waits until the field shows it: the driver of `WebKit` answers before the last letters
    /// have arrived, and what a test does next would overtake them. Keys that write nothing ([`empty`](Self::empty)) are not waited for.
    #[track_caller]
    pub(crate) fn write(&self, selector: &str, text: &str) {
        self.type_keys(selector, text);
        if !text.contains(is_key) {
            self.until_field(selector, |shown| shown.ends_with(text));
        }
    }

    /// Marks all of a text field and deletes it: `WebDriver`'s own way to clear is none that a person has.
    #[track_caller]
    pub(crate) fn empty(&self, selector: &str) {
        self.type_keys(selector, &format!("{CONTROL}a{NO_MODIFIER}{BACKSPACE}"));
        self.until_field(selector, str::is_empty);
    }

    #[track_caller]
    fn type_keys(&self, selector: &str, keys: &str) {
        let type_keys = || {
            let path = format!("{}/element/{}/value", self.address(), self.element(selector));
            command(&self.agent, "POST", &path, &json!({ "text": keys }))
        };
        while_it_is_drawn(selector, type_keys).unwrap_or_else(|e| panic!("keys for {selector}: {e}"));
    }

    /// Waits until a field holds such a text, or until typing took the field away.
    #[track_caller]
    fn until_field(&self, selector: &str, is_typed: impl Fn(&str) -> bool) {
        let value = || self.run("return document.querySelector(arguments[0])?.value ?? null", &[json!(selector)]);
        until(&format!("what is typed into {selector}"), value, |value| value.as_str().is_none_or(&is_typed));
    }

    /// Whether a person can see it, as the browser judges; it needs no scripts of the page.
    #[track_caller]
    pub(crate) fn shows(&self, selector: &str) -> bool {
        self.answer_of_first(selector, "displayed") == true
    }

    #[track_caller]
    pub(crate) fn text(&self, selector: &str) -> String {
        self.answer_of_first(selector, "text").as_str().unwrap_or_default().to_owned()
    }

    /// What the browser says of the first element of a selector, null where there is none.
    #[track_caller]
    fn answer_of_first(&self, selector: &str, question: &str) -> Value {
        let ask = || match self.elements(selector).first() {
            Some(element) => {
                command(&self.agent, "GET", &format!("{}/element/{element}/{question}", self.address()), &Value::Null)
            }
            None => Ok(Value::Null),
        };
        while_it_is_drawn(selector, ask).unwrap_or_else(|e| panic!("{question} of {selector}: {e}"))
    }

    /// The handle of the tab that is driven.
    #[track_caller]
    pub(crate) fn window(&self) -> String {
        self.get("window").as_str().unwrap_or_default().to_owned()
    }

    /// Opens another tab, and gives its handle.
    #[track_caller]
    pub(crate) fn open_tab(&self) -> String {
        self.post("window/new", &json!({ "type": "tab" }))["handle"].as_str().unwrap_or_default().to_owned()
    }

    /// Opens another window, which is in sight as the first one is, and gives its handle.
    #[track_caller]
    pub(crate) fn open_window(&self) -> String {
        self.post("window/new", &json!({ "type": "window" }))["handle"].as_str().unwrap_or_default().to_owned()
    }

    /// Drives a tab from now on.
    #[track_caller]
    pub(crate) fn enter(&self, handle: &str) {
        self.post("window", &json!({ "handle": handle }));
    }

    /// Closes the tab that is driven, and drives another one from now on.
    #[track_caller]
    pub(crate) fn close_tab(&self, next: &str) {
        let _ = self.agent.delete(format!("{}/window", self.address())).call();
        self.enter(next);
    }

    /// Presses one key, wherever the focus is.
    #[track_caller]
    pub(crate) fn press(&self, key: &str) {
        let actions = json!([{ "type": "keyDown", "value": key }, { "type": "keyUp", "value": key }]);
        self.post("actions", &json!({ "actions": [{ "type": "key", "id": "keyboard", "actions": actions }] }));
    }
}

impl Running {
    fn start(browser: Browser, ability: Ability, agent: &ureq::Agent) -> Self {
        let mut driver = browser.start(ability);
        let status = format!("{}/status", driver.address);
        let is_ready = || driver.process.has_ended() || agent.get(&status).call().is_ok();
        until("the driver answers", is_ready, |is_ready| *is_ready);
        let new = format!("{}/session", driver.address);
        let answer = command(agent, "POST", &new, &browser.capabilities(ability)).unwrap_or_else(|e| {
            panic!(
                "{browser:?} does not start: {e}\n{}\n`scripts/setup.sh test` installs it",
                driver.process.lines().join("\n")
            )
        });
        let address = format!("{new}/{}", answer["sessionId"].as_str().unwrap());
        Self { driver, address }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        end(&self.agent, &self.address());
    }
}

/// Has a driver close its browser; should it fail to, ending the driver is all that is left.
fn end(agent: &ureq::Agent, address: &str) {
    let _ = agent.delete(address).config().timeout_global(Some(Duration::from_secs(10))).build().call();
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder().http_status_as_error(false).proxy(None);
    config.timeout_global(Some(Duration::from_mins(2))).build().into()
}

/// Acts on an element once more whenever it was drawn anew between being found and being used.
#[track_caller]
fn while_it_is_drawn(selector: &str, act: impl FnMut() -> Result<Value, String>) -> Result<Value, String> {
    let is_gone = |answer: &Result<Value, String>| answer.as_ref().is_err_and(|e| e.contains("stale element"));
    until(&format!("{selector} stays"), act, |answer| !is_gone(answer))
}

/// Sends one command and takes the value out of the answer, or the reason why there is none.
fn command(agent: &ureq::Agent, method: &str, address: &str, body: &Value) -> Result<Value, String> {
    let answer = match method {
        "GET" => agent.get(address).call(),
        _ => agent.post(address).send_json(body),
    };
    let mut answer = answer.map_err(|e| e.to_string())?;
    let is_right = answer.status().is_success();
    let mut body: Value =
        answer.body_mut().with_config().limit(u64::MAX).read_json().map_err(|e| format!("unreadable answer: {e}"))?;
    if is_right {
        Ok(body["value"].take())
    } else {
        Err(format!("{} ({})", body["value"]["message"], body["value"]["error"]))
    }
}
