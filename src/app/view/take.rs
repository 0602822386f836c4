//! What a reader takes away: the results, or the open resource, as citations or for other programs; and the link.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::drawn::drawn_and;
use super::shape::{button, pick};
use crate::app::browser::{self, Piece};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::catalog::{PartialDate, Resource, ResourceIdx, sorted_positions};
use crate::export::citation::{Citation, Style, cite};
use crate::export::{Format, Search, export, search_citation};
use crate::text::fold;

/// How many resources the box shows.
const MOST_SHOWN: usize = 200;
/// The word for the line on the search.
const SEARCH: &str = "search";
/// The words for the styles of citations.
const STYLES: [&str; 3] = ["apa", "mla", "chicago"];

/// What a reader has set, and what came of an act.
#[derive(Clone, Default)]
pub(super) struct Settings {
    is_open: bool,
    /// The word of a style or a format.
    form: String,
    said: &'static str,
}

/// What is taken away.
struct Taken {
    plain: String,
    /// The same as HTML, where that says more.
    rich: Option<String>,
    name: &'static str,
    kind: &'static str,
}

/// What all results lead to.
pub(super) fn take() -> AnyView {
    let explorer = use_explorer();
    let settings = Settings::start();
    let say = move |into: &mut Piece| {
        let n = explorer.n_matched();
        if n > 0 {
            settings.with(|settings| buttons(explorer, None, n, settings, into));
        }
    };
    drawn_and(say, move |act, value| do_it(explorer, None, settings, act, value))
}

impl Settings {
    /// What stands before a reader has set anything.
    pub(super) fn start() -> RwSignal<Self> {
        RwSignal::new(Self { form: STYLES[0].to_owned(), ..Self::default() })
    }
}

/// Does what the buttons ask for.
pub(super) fn do_it(explorer: Explorer, of: Option<ResourceIdx>, settings: RwSignal<Settings>, act: &str, value: &str) {
    match act.split_once('-').map_or(act, |(_, what)| what) {
        "open" => settings.update(|settings| settings.is_open ^= true),
        "form" => settings.update(|settings| value.clone_into(&mut settings.form)),
        "link" => {
            let address = browser::whole_address();
            spawn_local(async move {
                let is_copied = browser::copy(&address).await;
                let said = if is_copied { words::LINK_COPIED } else { words::LINK_NOT_COPIED };
                settings.try_update(|settings| settings.said = said);
            });
        }
        "share" => {
            let title = explorer.with_untracked(|state| words::page_title(explorer.engine, state));
            browser::share(&title, &browser::whole_address());
        }
        what => {
            let taken = untrack(|| settings.with(|settings| taken(explorer, of, &settings.form, usize::MAX)));
            give(taken, what == "copy", settings);
        }
    }
}

/// Copies it, or makes a file of it, and says what came of that.
fn give(taken: Taken, is_copy: bool, settings: RwSignal<Settings>) {
    if !is_copy {
        let is_saved = browser::save(taken.name, taken.kind, &taken.plain);
        settings.update(|settings| settings.said = if is_saved { "" } else { words::NO_FILE });
        return;
    }
    spawn_local(async move {
        let is_copied = match &taken.rich {
            Some(rich) => browser::copy_rich(&taken.plain, rich).await,
            None => browser::copy(&taken.plain).await,
        };
        let said = if is_copied { words::COPIED } else { words::COPY_BY_HAND };
        // Of a view that is gone by now nothing is said.
        settings.try_update(|settings| settings.said = said);
    });
}

/// The buttons, and what they open: for all results, or for one resource.
pub(super) fn buttons(explorer: Explorer, of: Option<ResourceIdx>, n: usize, settings: &Settings, into: &mut Piece) {
    let section = into.child("section").class("take").with("aria-label", words::TAKEN);
    let buttons = section.child("p").class("take-buttons");
    // Both stand in the page while a resource is open.
    let id = |what: &str| format!("{}-{what}", if of.is_some() { "cite" } else { "take" });
    let open = if of.is_some() { words::CITE.to_owned() } else { words::take(n) };
    let is_open = if settings.is_open { "true" } else { "false" };
    button(&id("open"), &open, buttons).with("aria-expanded", is_open);
    button(&id("link"), words::COPY_LINK, buttons.text(" ")).class("plain");
    if browser::can_share() {
        button(&id("share"), words::SHARE_LINK, buttons.text(" ")).class("plain");
    }
    buttons.text(" ").child("span").class("quiet").with("role", "status").text(settings.said);
    if !settings.is_open {
        return;
    }
    let panel = section.child("div").class("take-panel");
    let mut options: Vec<(&str, &str)> = STYLES.into_iter().zip(Style::ALL.map(Style::name)).collect();
    options.extend(Format::ALL.map(|format| (format.word(), words::format(format.word()))));
    if of.is_none() {
        options.push((SEARCH, words::SEARCH_LINE));
    }
    pick(&id("form"), words::TAKE_AS, &options, &settings.form, panel);
    let acts = panel.child("p").class("take-acts");
    button(&id("copy"), words::COPY, acts).class("primary");
    button(&id("save"), words::DOWNLOAD, acts.text(" "));
    let text = taken(explorer, of, &settings.form, MOST_SHOWN).plain;
    let field = panel.child("textarea").id(&id("text")).with("readonly", "").with("rows", "9");
    field.with("aria-label", words::TAKEN).with("spellcheck", "false").with("value", &text);
    if n > MOST_SHOWN && settings.form != SEARCH {
        panel.child("p").class("quiet").text(&words::shortened_text(n));
    }
}

/// At most so many resources in a form.
fn taken(explorer: Explorer, of: Option<ResourceIdx>, form: &str, most: usize) -> Taken {
    let engine = explorer.engine;
    if form == SEARCH {
        return Taken {
            plain: search_line(explorer),
            rich: None,
            name: "search.txt",
            kind: "text/plain;charset=utf-8",
        };
    }
    let order = of.map_or_else(|| explorer.order(), |idx| vec![idx]);
    let resources = order.into_iter().take(most).map(|idx| engine.resource(idx));
    if let Some(at) = STYLES.iter().position(|style| *style == form) {
        return citations(explorer, Style::ALL[at], resources);
    }
    let format = Format::of(form).unwrap_or(Format::Ris);
    let plain = export(format, &engine.head, resources);
    let rich = (format == Format::Html).then(|| plain.clone());
    Taken { plain, rich, name: file_name(format), kind: format.media_type() }
}

/// The name of a file in a format.
fn file_name(format: Format) -> &'static str {
    match format {
        Format::Bibtex => "resources.bib",
        Format::Ris => "resources.ris",
        Format::CslJson => "resources-csl.json",
        Format::Csv => "resources.csv",
        Format::Json => "resources.json",
        Format::Markdown => "resources.md",
        Format::Html => "resources.html",
        Format::JsonLd => "resources.jsonld",
    }
}

/// A list of references, in the order of the alphabet, as all three manuals have it.
fn citations(explorer: Explorer, style: Style, resources: impl Iterator<Item = Resource>) -> Taken {
    let accessed: Option<PartialDate> = browser::today().parse().ok();
    let entries: Vec<Citation> =
        resources.map(|resource| cite(style, &resource, &explorer.engine.head, accessed)).collect();
    let keys: Vec<String> = entries.iter().map(|entry| fold(&entry.plain())).collect();
    let order = sorted_positions(keys.len(), &mut |a, b| keys[a as usize].cmp(&keys[b as usize]));
    let plain: Vec<String> = order.iter().map(|at| entries[*at as usize].plain()).collect();
    let rich: Vec<String> = order.iter().map(|at| format!("<p>{}</p>", entries[*at as usize].html())).collect();
    Taken {
        plain: plain.join("\n\n") + "\n",
        rich: Some(rich.join("\n")),
        name: "references.txt",
        kind: "text/plain;charset=utf-8",
    }
}

/// One line that says what was searched where, and how much was found.
fn search_line(explorer: Explorer) -> String {
    let engine = explorer.engine;
    explorer.with(|state| {
        search_citation(&Search {
            catalog: words::catalog_title(engine),
            updated: engine.head.updated.as_deref(),
            query: &state.query,
            filters: &words::filters(engine, state),
            matched: explorer.n_matched(),
            total: engine.len(),
            link: &browser::whole_address(),
            searched: browser::today().parse().ok(),
        })
    })
}
