//! An organization's page on another origin (another port), with the explorer in frames on it.

use serde_json::{Value, json};

use crate::harness::page::Page;
use crate::harness::poll::becomes;
use crate::harness::session::Session;
use crate::harness::site::{Form, Site};

/// What is sent around the page from its first moment on: `window.heard` has the messages that came, `window.told` the events
/// of the elements.
const RECORDER: &str = "<script>
    window.heard = [];
    window.told = [];
    addEventListener('message', event => heard.push(event.data));
    for (const name of ['explorer:filter', 'explorer:open']) {
        addEventListener(name, event => told.push({ name, ...event.detail }));
    }
</script>";

/// An embed as the snippet has it: what is set, as words of an address, and more attributes of the frame.
pub(crate) struct Embed<'a> {
    pub(crate) attributes: &'a str,
    pub(crate) query: &'a str,
    pub(crate) frame: &'a str,
}

/// The embed that most scenarios look at: resources on policy, which readers can't change.
pub(crate) const POLICY: Embed<'_> =
    Embed { attributes: "theme=\"policy\" lock=\"theme\"", query: "theme=policy&lock=theme", frame: "" };

impl Embed<'_> {
    /// Its HTML, for an explorer at this address.
    pub(crate) fn html(&self, explorer: &str) -> String {
        let Self { attributes, query, frame } = self;
        format!(
            "<competency-explorer {attributes}>
               <iframe src=\"{explorer}index.html?{query}&embed=\" title=\"Resources\" width=\"100%\" height=\"700\"
                 loading=\"lazy\" frameborder=\"0\" {frame}></iframe>
               <p><a href=\"{explorer}index.html\">Explore the resources</a></p>
             </competency-explorer>"
        )
    }
}

/// The script of the snippet.
pub(crate) fn script(explorer: &str) -> String {
    format!("<script async src=\"{explorer}embed.js\"></script>")
}

/// An organization's page with this in its head and in its text.
pub(crate) fn organization(head: &str, text: &str) -> Site {
    let html = format!(
        "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Northfield Schools</title>
         <link rel=\"icon\" href=\"data:,\"><meta name=\"viewport\" content=\"width=device-width\">{head}</head>
         <body><header><h1>Northfield Schools</h1></header>
         <main><p>What we read on learning that goes by competency.</p>{text}<p id=\"below\">Write to our office.</p></main>
         </body></html>"
    );
    Site::of_one_page(Form::HostedFolder, &html)
}

/// The same with all scripts: the recorder's and ours.
pub(crate) fn scripted(page: &Page<'_>, head: &str, text: &str) -> Site {
    organization(&format!("{RECORDER}{}{head}", script(&page.site.address)), text)
}

/// Opens an organization's page, and waits for its first explorer.
#[track_caller]
pub(crate) fn visit(page: &Page<'_>, host: &Site, fragment: &str) {
    page.session.visit("about:blank");
    page.session.visit(&format!("{}{fragment}", host.address));
    inside(page, 0, || becomes("the explorer's state", "ready".to_owned(), || page.state()));
}

/// Does something inside a frame.
#[track_caller]
pub(crate) fn inside<T>(page: &Page<'_>, nth: usize, act: impl FnOnce() -> T) -> T {
    page.session.enter_frame(nth);
    let done = act();
    page.session.leave_frame();
    done
}

/// Clicks by script: a driver would first scroll frames that are not made to scroll.
#[track_caller]
pub(crate) fn push(page: &Page<'_>, selector: &str) {
    becomes(selector, true, || page.is(&format!("!!document.querySelector({})", json!(selector))));
    page.session.run("const it = document.querySelector(arguments[0]); it.focus(); it.click()", &[json!(selector)]);
}

/// The height of a frame as the organization's page has it, and that of the frame's content.
pub(crate) fn heights(page: &Page<'_>, nth: usize) -> (f64, f64) {
    let frame = page.number(&format!("document.querySelectorAll('iframe')[{nth}].getBoundingClientRect().height"));
    let content =
        inside(page, nth, || page.number("Math.ceil(document.documentElement.getBoundingClientRect().height)"));
    (frame, content)
}

/// Waits until a frame is as high as its content.
#[track_caller]
pub(crate) fn fits(page: &Page<'_>, nth: usize) {
    becomes("as high as its content", true, || {
        let (frame, content) = heights(page, nth);
        (frame - content).abs() < 2.0 && content > 300.0
    });
}

/// How many messages of a kind have come.
pub(crate) fn n_heard(page: &Page<'_>, kind: &str) -> usize {
    let script = "return heard.filter(said => said && said.type === arguments[0]).length";
    page.session.run(script, &[json!(kind)]).as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or_default()
}

/// The events that the elements told.
pub(crate) fn told(page: &Page<'_>) -> Vec<Value> {
    page.session.run("return told", &[]).as_array().cloned().unwrap_or_default()
}

impl Session {
    /// Goes into a frame of the page: all that follows is about what is in there.
    #[track_caller]
    pub(crate) fn enter_frame(&self, nth: usize) {
        let frame = self.run("return document.querySelectorAll('iframe')[arguments[0]]", &[json!(nth)]);
        self.post("frame", &json!({ "id": frame }));
    }

    /// Comes back to the page.
    #[track_caller]
    pub(crate) fn leave_frame(&self) {
        self.post("frame", &json!({ "id": null }));
    }
}
