//! How resources are printed: what a reader chooses, and the printing.

use leptos::prelude::*;

use super::export_panel::Settings;
use super::export_text::STYLES;
use super::shape::{button, checkbox, pick};
use crate::app::browser::{self, Piece};
use crate::app::explorer::Explorer;
use crate::app::taking::{Layout, Of, Sheet};
use crate::app::words;
use crate::explore::MAX_COMPARED;
use crate::export::citation::Style;

const LAYOUTS: [(Layout, &str, &str); 4] = [
    (Layout::ReadingList, "reading", words::READING_LIST),
    (Layout::Annotated, "annotated", words::ANNOTATED),
    (Layout::Brief, "brief", words::BRIEF),
    (Layout::Table, "table", words::TABLE_LAYOUT),
];

/// The choices, and the button.
pub(super) fn panel(of: Of, n: usize, settings: &Settings, into: &mut Piece) {
    let id = |what: &str| format!("{}-{what}", of.prefix());
    let layout = of_layout(settings.layout, n);
    let fits = LAYOUTS.iter().filter(|(layout, ..)| match layout {
        Layout::Brief => is_comparable(n),
        Layout::Table => of == Of::Results,
        Layout::ReadingList | Layout::Annotated => true,
    });
    let options: Vec<(&str, &str)> = fits.map(|(_, word, name)| (*word, *name)).collect();
    let chosen = LAYOUTS.iter().find(|(one, ..)| *one == layout).map_or("", |(_, word, _)| word);
    pick(&id("layout"), words::LAYOUT, &options, chosen, into);
    if layout == Layout::Annotated {
        let styles: Vec<(&str, &str)> = STYLES.into_iter().zip(Style::ALL.map(Style::name)).collect();
        let at = Style::ALL.iter().position(|style| *style == settings.style).unwrap_or_default();
        pick(&id("style"), words::CITED_AS, &styles, STYLES[at], into);
    }
    if n > layout.most() {
        checkbox(&id("all"), "all", &words::print_all(n, layout.most()), settings.is_all, into);
    }
    button(&id("print"), words::PRINT_NOW, into.child("p").class("take-acts")).class("primary");
}

fn is_comparable(n: usize) -> bool {
    (2..=MAX_COMPARED).contains(&n)
}

/// The layout, as far as so many resources can have it.
fn of_layout(layout: Layout, n: usize) -> Layout {
    if layout == Layout::Brief && !is_comparable(n) { Layout::default() } else { layout }
}

/// Does what the choices ask for.
pub(super) fn do_it(explorer: Explorer, of: Of, settings: RwSignal<Settings>, what: &str, value: &str) {
    match what {
        "layout" => {
            let layout = LAYOUTS.iter().find(|(_, word, _)| *word == value).map_or_else(Layout::default, |one| one.0);
            settings.update(|settings| settings.layout = layout);
        }
        "style" => {
            let at = STYLES.iter().position(|word| *word == value).unwrap_or_default();
            settings.update(|settings| settings.style = Style::ALL[at]);
        }
        "all" => settings.update(|settings| settings.is_all ^= true),
        "print" => {
            let n = untrack(|| explorer.n_of(of));
            let sheet = settings.with_untracked(|settings| Sheet {
                of,
                layout: of_layout(settings.layout, n),
                style: settings.style,
                is_all: settings.is_all,
            });
            explorer.sheet.set_value(Some(sheet));
            let said = if browser::print() { "" } else { words::NO_PRINT };
            explorer.sheet.set_value(None);
            settings.update(|settings| settings.say(said));
        }
        _ => {}
    }
}
