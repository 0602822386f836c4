//! A theme on its own: what it means, where to begin, what it goes with, and what is missing.

use leptos::prelude::*;

use super::card::{in_language, kind};
use super::drawn::{drawn, leads_to};
use super::theme_figures::{bars, years};
use crate::app::browser::Piece;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{State, ThemePage, theme_page};
use crate::facet::{Facet, ValueIdx};

/// The link to the page of a theme.
pub(super) fn about_theme(explorer: Explorer, id: &str, label: &str, text: &str, into: &mut Piece) {
    let link = into.child("a").class("about").with("href", &leads_to(explorer, |state| state.about(id)));
    link.with("aria-label", &words::about_theme(text, label)).text(text);
}

/// The page of a theme.
#[component]
pub(super) fn Theme(
    /// Which theme.
    idx: ValueIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    let facet = explorer.engine.facet("theme")?;
    let id = facet.values.get(idx as usize)?.id.as_str();
    let page = theme_page(explorer.engine, id)?;
    Some(drawn(move |into| Drawing { explorer, facet, id, page: &page }.all(into)))
}

/// A theme that is being drawn.
pub(super) struct Drawing<'a> {
    pub(super) explorer: Explorer,
    /// The facet of the themes.
    pub(super) facet: &'static Facet,
    /// The theme's id.
    pub(super) id: &'static str,
    pub(super) page: &'a ThemePage,
}

impl Drawing<'_> {
    fn all(&self, into: &mut Piece) {
        let value = &self.facet.values[self.page.theme as usize];
        let article = into.child("article").id("theme").with("data-id", self.id);
        let way = article.child("nav").class("way").with("aria-label", words::RESULTS);
        let back = leads_to(self.explorer, |state| state.with(|state| state.look.about = None));
        way.child("a").id("back").with("href", &back).text(words::BACK);
        let kind = article.child("p").class("kind");
        kind.child("span").class("type").text(words::A_THEME);
        if let Some((parent, _)) = self.page.parent {
            kind.text(" · ").text(words::PART_OF).text(" ");
            self.to_theme(kind, parent);
        }
        article.child("h2").id("theme-title").with("tabindex", "-1").isolated().text(&value.label);
        if let Some(definition) = &value.definition {
            article.child("p").class("summary").isolated().text(definition);
        }
        let n = self.page.n as usize;
        if n == 0 {
            article.child("p").class("actions quiet").text(words::NONE_ON_IT);
        } else {
            let all = leads_to(self.explorer, |state| state.only("theme", self.id));
            let actions = article.child("p").class("actions");
            actions.child("a").class("primary").with("href", &all).text(&words::show_them(n));
        }
        self.start(article);
        self.beside(article);
        let figures = article.child("div").class("figures");
        years(self, figures);
        bars(self, figures, "theme", words::WITHIN, &self.page.children);
        bars(self, figures, "audience", words::FOR_WHOM, &self.page.audiences);
        bars(self, figures, "publisher", words::WHO, &self.page.publishers);
        self.missing(article);
    }

    /// All resources on the theme that have a value of another facet too.
    pub(super) fn on_theme(&self, key: &str, value: &str) -> String {
        leads_to(self.explorer, |state| state.only("theme", self.id).with(|state| state.filter.choose(key, value)))
    }

    /// Another theme as a link to its page.
    pub(super) fn to_theme(&self, into: &mut Piece, idx: ValueIdx) {
        let value = &self.facet.values[idx as usize];
        let href = leads_to(self.explorer, |state| state.about(&value.id));
        into.child("a").isolated().with("href", &href).text(&value.label);
    }

    /// What to begin with, and why.
    fn start(&self, into: &mut Piece) {
        if self.page.start.is_empty() {
            return;
        }
        let store = &self.explorer.engine.store;
        let section = into.child("section").class("start");
        section.child("h3").text(words::START_HERE);
        let list = section.child("ol");
        for start in &self.page.start {
            let idx = start.resource;
            let item = list.child("li");
            kind(self.explorer, idx, item.child("p").class("kind"));
            let href = leads_to(self.explorer, |state| state.opened(store.id(idx)));
            let title = item.child("h4");
            in_language(self.explorer, idx, title);
            title.child("a").with("href", &href).text(store.title(idx));
            let reasons = words::reasons(self.explorer.engine, &start.reasons);
            item.child("p").class("quiet").text(&reasons);
        }
    }

    /// What the theme goes with, a sentence each.
    fn beside(&self, into: &mut Piece) {
        if self.page.neighbours.is_empty() {
            return;
        }
        let section = into.child("section").class("goes-with");
        section.child("h3").text(words::BESIDE);
        section.child("p").class("quiet").with("aria-hidden", "true").text(words::BESIDE_SHOWN);
        let list = section.child("ul");
        for near in &self.page.neighbours {
            let other = &self.facet.values[near.theme as usize].id;
            // Both, not any.
            let both = |state: &State| {
                state.only("theme", self.id).with(|state| {
                    state.filter.choose("theme", other);
                    state.filter.set_all("theme", true);
                })
            };
            let item = list.child("li");
            item.child("span").class("hidden").text(words::BESIDE_LEAD).text(" ");
            item.child("span").class("lift").text(&words::likely(near.lift));
            item.text(" ");
            self.to_theme(item.child("b"), near.theme);
            item.child("span").class("hidden").text(" ").text(words::BESIDE_END);
            item.text(" ");
            let link = item.child("span").class("both").child("a");
            link.with("href", &leads_to(self.explorer, both)).text(&words::together(near.together as usize));
        }
    }

    /// What there is none or little of.
    fn missing(&self, into: &mut Piece) {
        if self.page.missing.is_empty() {
            return;
        }
        let engine = self.explorer.engine;
        let section = into.child("section").class("missing");
        section.child("h3").text(words::MISSING);
        let list = section.child("ul");
        for missing in &self.page.missing {
            let facet = &engine.facets[missing.facet];
            let (name, usual) = words::missing(engine, missing);
            let item = list.child("li");
            item.child("b").isolated().text(&name);
            item.text(": ");
            if missing.here > 0 {
                let value = &facet.values[missing.value as usize].id;
                item.child("a").with("href", &self.on_theme(&facet.definition.key, value)).text(&usual);
            } else {
                item.text(&usual);
            }
            item.text(".");
        }
    }
}
