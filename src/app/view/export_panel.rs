//! What a reader takes away: some resources as citations or for other programs, on paper, and as a link.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::drawn::drawn_and;
use super::export_text::{
    FORMATS, LIST_PAGE, SEARCH, STYLES, Taken, begin_export, file_name, has_notes, is_form, is_list, list_link, taken,
};
use super::print_form;
use super::shape::{button, checkbox, pick};
use crate::app::browser::{self, FileInParts, Pace, Piece};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::taking::{Layout, Of};
use crate::app::words;
use crate::catalog::href;
use crate::export::citation::Style;
use crate::export::{Format, Parts};

/// How many resources the box shows.
const MOST_SHOWN: usize = 200;
/// How many resources are copied at most: a clipboard, and a text of the browser, has its limits.
const MOST_COPIED: usize = 100_000;
/// Above so many letters programs for mail begin to break a link.
const LONGEST_LINK: usize = 2_000;

/// What is unfolded below the buttons.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Panel {
    /// Nothing.
    #[default]
    None,
    /// Citations and exports.
    Forms,
    /// Paper.
    Paper,
}

/// What a reader has set, and what came of an act.
#[derive(Clone, Default)]
pub(super) struct Settings {
    panel: Panel,
    /// The word of a style or a format.
    form: String,
    /// Whether a list that is given away has the reader's notes, which are private.
    has_notes: bool,
    pub(super) layout: Layout,
    pub(super) style: Style,
    pub(super) is_all: bool,
    said: &'static str,
}

/// The buttons that give some resources away, and what they unfold.
pub(super) fn export_panel(of: Of) -> AnyView {
    let explorer = use_explorer();
    let settings = Settings::start(of);
    let say = move |into: &mut Piece| settings.with(|settings| buttons(explorer, of, settings, into));
    drawn_and(say, move |act, value| _ = do_it(explorer, of, settings, act, value))
}

impl Settings {
    /// What stands before a reader has set anything.
    pub(super) fn start(of: Of) -> RwSignal<Self> {
        let form = if of == Of::List { LIST_PAGE } else { STYLES[0] };
        RwSignal::new(Self { form: form.to_owned(), ..Self::default() })
    }
}

/// Does what the buttons ask for; whether it was one of them.
pub(super) fn do_it(explorer: Explorer, of: Of, settings: RwSignal<Settings>, act: &str, value: &str) -> bool {
    let Some(what) = act.strip_prefix(of.prefix()).and_then(|act| act.strip_prefix('-')) else { return false };
    let unfold = |panel: Panel| {
        settings.update(|settings| settings.panel = if settings.panel == panel { Panel::None } else { panel });
    };
    match what {
        "open" => unfold(Panel::Forms),
        "paper" => unfold(Panel::Paper),
        "form" if is_form(value) => settings.update(|settings| value.clone_into(&mut settings.form)),
        "notes" => settings.update(|settings| settings.has_notes ^= true),
        "link" => copy_link(explorer, of, settings),
        "share" => {
            let title = explorer.with_untracked(|state| words::page_title(explorer.engine, state));
            match untrack(|| link(explorer, of)).or_else(|| own_address(explorer, of)) {
                Some(address) => _ = browser::share(&title, &address),
                None => offer_file(of, words::NO_LINK_OF_FILE, settings),
            }
        }
        "copy" if untrack(|| explorer.n_of(of)) > MOST_COPIED => {
            settings.update(|settings| settings.said = words::TOO_MANY_TO_COPY);
        }
        "copy" | "save" => {
            let format = untrack(|| settings.with(|settings| Format::of(&settings.form)));
            if let Some(format) = format.filter(|_| what == "save") {
                save_in_parts(explorer, of, format, settings);
                return true;
            }
            let taken = untrack(|| settings.with(|settings| taken_as(explorer, of, settings, usize::MAX)));
            give(taken, what == "copy", settings);
        }
        _ => print_form::do_it(explorer, of, settings, what, value),
    }
    true
}

impl Settings {
    /// Says what came of an act.
    pub(super) fn say(&mut self, said: &'static str) {
        self.said = said;
    }
}

fn taken_as(explorer: Explorer, of: Of, settings: &Settings, most: usize) -> Taken {
    taken(explorer, of, &settings.form, settings.has_notes, most)
}

/// The address that shows the resources again, for others to open: a page from disk has none, and its path is nobody's business.
fn link(explorer: Explorer, of: Of) -> Option<String> {
    let address = if of == Of::List {
        list_link(explorer)
    } else {
        explorer.with_untracked(|state| explorer.opened.shared_address(state))
    };
    address.starts_with("http").then_some(address)
}

/// The address of a resource itself.
fn own_address(explorer: Explorer, of: Of) -> Option<String> {
    match of {
        Of::One(idx) => explorer.engine.store.url(idx).and_then(href),
        Of::Results | Of::Picked | Of::List => None,
    }
}

/// Unfolds the files that there are in place of a link, and says why.
fn offer_file(of: Of, message: &'static str, settings: RwSignal<Settings>) {
    settings.update(|settings| {
        settings.panel = Panel::Forms;
        let form = if of == Of::List { LIST_PAGE } else { Format::Html.word() };
        form.clone_into(&mut settings.form);
        settings.said = message;
    });
}

fn copy_link(explorer: Explorer, of: Of, settings: RwSignal<Settings>) {
    let link = untrack(|| link(explorer, of));
    if link.as_ref().is_some_and(|link| of == Of::List && link.len() > LONGEST_LINK) {
        return offer_file(of, words::LINK_TOO_LONG, settings);
    }
    let is_link = link.is_some();
    let Some(address) = link.or_else(|| own_address(explorer, of)) else {
        return offer_file(of, words::NO_LINK_OF_FILE, settings);
    };
    spawn_local(async move {
        let said = match (browser::copy(&address).await, is_link) {
            (true, true) => words::LINK_COPIED,
            (false, true) => words::LINK_NOT_COPIED,
            (true, false) => words::OWN_ADDRESS_COPIED,
            (false, false) => words::OWN_ADDRESS_NOT_COPIED,
        };
        // Of a view that is gone by now nothing is said.
        settings.try_update(|settings| settings.said = said);
    });
}

/// Makes a file of an export, part by part, while the page goes on.
fn save_in_parts(explorer: Explorer, of: Of, format: Format, settings: RwSignal<Settings>) {
    let with_notes = settings.with_untracked(|settings| settings.has_notes);
    let (resources, export) = untrack(|| (explorer.resources_of(of), begin_export(explorer, of, format, with_notes)));
    if resources.len() > MOST_COPIED {
        settings.update(|settings| settings.said = words::MAKING_FILE);
    }
    spawn_local(async move {
        let (mut file, mut pace) = (FileInParts::default(), Pace::start());
        let resources = resources.into_iter().map(|idx| explorer.engine.resource(idx));
        for part in Parts::new(export, resources) {
            file.push(&part);
            pace.pause().await;
        }
        let is_saved = file.save(&file_name(format), format.media_type());
        settings.try_update(|settings| settings.said = if is_saved { "" } else { words::NO_FILE });
    });
}

/// Copies it, or makes a file of it, and says what came of that.
fn give(taken: Taken, is_copy: bool, settings: RwSignal<Settings>) {
    if !is_copy {
        let is_saved = browser::save(&taken.name, taken.kind, &taken.plain);
        settings.update(|settings| settings.said = if is_saved { "" } else { words::NO_FILE });
        return;
    }
    spawn_local(async move {
        let is_copied = match &taken.rich {
            Some(rich) => browser::copy_rich(&taken.plain, rich).await,
            None => browser::copy(&taken.plain).await,
        };
        let said = if is_copied { words::COPIED } else { words::COPY_BY_HAND };
        settings.try_update(|settings| settings.said = said);
    });
}

/// The buttons, and what they unfold; nothing where there is nothing to take.
pub(super) fn buttons(explorer: Explorer, of: Of, settings: &Settings, into: &mut Piece) {
    let n = explorer.n_of(of);
    if n == 0 {
        return;
    }
    let section = into.child("section").class("take").with("aria-label", words::TAKEN);
    let buttons = section.child("p").class("take-buttons");
    let id = |what: &str| format!("{}-{what}", of.prefix());
    let open = match of {
        Of::One(_) => words::CITE.to_owned(),
        Of::List => words::cite_list(n),
        Of::Results | Of::Picked => words::take(n),
    };
    let unfolds = |panel: Panel| if settings.panel == panel { "true" } else { "false" };
    button(&id("open"), &open, buttons).with("aria-expanded", unfolds(Panel::Forms));
    if !matches!(of, Of::One(_)) && !browser::is_sealed() {
        button(&id("paper"), words::PRINT, buttons.text(" ")).with("aria-expanded", unfolds(Panel::Paper));
    }
    let copy = if of == Of::List { words::COPY_LIST_LINK } else { words::COPY_LINK };
    button(&id("link"), copy, buttons.text(" ")).class("plain");
    if browser::can_share() {
        button(&id("share"), words::SHARE_LINK, buttons.text(" ")).class("plain");
    }
    buttons.text(" ").child("span").class("quiet").with("role", "status").text(settings.said);
    match settings.panel {
        Panel::None => {}
        Panel::Forms => forms(explorer, of, n, settings, section.child("div").class("take-panel")),
        Panel::Paper => print_form::panel(of, n, settings, section.child("div").class("take-panel")),
    }
}

/// The forms, and the text in the chosen one.
fn forms(explorer: Explorer, of: Of, n: usize, settings: &Settings, panel: &mut Piece) {
    let id = |what: &str| format!("{}-{what}", of.prefix());
    let mut options: Vec<(&str, &str)> = Vec::new();
    if of == Of::List {
        options.extend(FORMATS);
    }
    options.extend(STYLES.into_iter().zip(Style::ALL.map(Style::name)));
    options.extend(Format::ALL.map(|format| (format.word(), words::format(format))));
    if of == Of::Results {
        options.push((SEARCH, words::SEARCH_LINE));
    }
    pick(&id("form"), words::TAKE_AS, &options, &settings.form, panel);
    if of == Of::List && has_notes(&settings.form) {
        checkbox(&id("notes"), "notes", words::WITH_NOTES, settings.has_notes, panel);
        let n_notes = || {
            let list = explorer.shelf.with(|shelf| shelf.current().cloned().unwrap_or_default());
            explorer.shelf.n_notes(list.items.iter().map(|item| item.id.as_str()))
        };
        let text = if settings.has_notes { words::with_notes(n_notes()) } else { words::NO_NOTES.to_owned() };
        panel.child("p").class("quiet").id(&id("noted")).with("role", "status").text(&text);
    }
    let acts = panel.child("p").class("take-acts");
    button(&id("copy"), words::COPY, acts).class("primary");
    if browser::is_sealed() {
        acts.text(" ").child("span").class("quiet").text(words::SEALED);
    } else {
        button(&id("save"), words::DOWNLOAD, acts.text(" "));
    }
    let text = taken_as(explorer, of, settings, MOST_SHOWN).plain;
    let field = panel.child("textarea").id(&id("text")).with("readonly", "").with("rows", "9");
    field.with("aria-label", words::TAKEN).with("spellcheck", "false").with("value", &text);
    if n > MOST_SHOWN && settings.form != SEARCH && !is_list(&settings.form) {
        panel.child("p").class("quiet").text(&words::shortened_text(MOST_SHOWN, n));
    }
}
