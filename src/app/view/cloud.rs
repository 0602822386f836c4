//! What the current results are tagged with, as a cloud: toggle buttons, larger where they weigh more.

use std::cell::RefCell;

use leptos::prelude::*;

use super::cloud_list::list;
use super::cloud_settings::{set, settings};
use super::drawn::drawn_and;
use super::shape::button;
use crate::app::browser::{self, Piece};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{self, Change, Changes, CloudLook, Tag, Tags};

/// What of the page names the cloud.
const TITLE: &str = "cloud-title";

/// A cloud that is being drawn.
pub(super) struct Drawing<'a> {
    pub(super) explorer: Explorer,
    pub(super) look: &'a CloudLook,
    pub(super) cloud: &'a explore::Cloud,
    changes: &'a Changes,
    chosen: Vec<u32>,
}

/// The cloud, its settings and its twin as a list.
pub(super) fn cloud() -> AnyView {
    let explorer = use_explorer();
    let before: RefCell<Option<(CloudLook, explore::Cloud)>> = RefCell::default();
    let say = move |into: &mut Piece| {
        let (matched, query) = (explorer.matched.read(), explorer.query.read());
        let look = explorer.look.with(|look| look.cloud.clone());
        if matched.total == 0 {
            return;
        }
        let cloud = explorer.with(|state| explore::cloud(explorer.engine, state, &query, &matched.set));
        // What became of the one before counts only while the settings stay.
        let comparable = before.take().filter(|(before, _)| *before == look);
        let changes = comparable.map_or_else(Changes::default, |(_, before)| explore::changes(&before, &cloud));
        let chosen = explorer.with(|state| cloud.of.chosen(explorer.engine, state, &query));
        Drawing { explorer, look: &look, cloud: &cloud, changes: &changes, chosen }.all(matched.total, into);
        before.replace(Some((look, cloud)));
    };
    drawn_and(say, move |act, value| match act.strip_prefix("tag-").and_then(|at| at.parse().ok()) {
        Some(at) => {
            let of = explorer.with_untracked(|state| Tags::of(explorer.engine, state));
            explorer.toggle_tag(of, at);
            browser::focus_first(&[act.to_owned(), TITLE.to_owned()]);
        }
        None => set(explorer, act, value),
    })
}

impl Drawing<'_> {
    fn all(&self, n: usize, into: &mut Piece) {
        let engine = self.explorer.engine;
        let section = into.child("section").id("cloud").with("aria-labelledby", TITLE);
        let title = section.child("h3").id(TITLE).with("tabindex", "-1");
        title.text(&words::cloud_title(engine, self.cloud.of, n));
        settings(self, section);
        if self.is_any() {
            section.child("p").class("quiet").text(words::ANY_TAG);
        }
        if self.cloud.special {
            self.tags(words::MORE_HERE, Some(true), section);
            self.tags(words::LESS_HERE, Some(false), section);
        } else {
            self.tags("", None, section);
        }
        if self.cloud.tags.is_empty() {
            self.why_empty(n, section);
        }
        let help = section.child("p").class("quiet help");
        if self.cloud.special {
            help.text(words::SPECIAL_HELP).text(" ");
        }
        if !matches!(self.cloud.of, Tags::Facet(_)) {
            help.text(words::STOP_WORDS_LEFT_OUT);
        }
        let said = section.child("p").id("cloud-changes").class("quiet").with("role", "status");
        said.text(&words::changes(self.changes));
        if !self.cloud.tags.is_empty() {
            list(self, section);
        }
    }

    /// Whether tags widen the results: any of the chosen ones will do.
    fn is_any(&self) -> bool {
        let Tags::Facet(facet) = self.cloud.of else { return false };
        let key = &self.explorer.engine.facets[facet].definition.key;
        self.explorer.with(|state| state.filter.of(key).is_some_and(|choice| !choice.any.is_empty() && !choice.all))
    }

    /// Some of the tags: only those that are more frequent here, or only those that are less so, or all.
    fn tags(&self, title: &str, more: Option<bool>, into: &mut Piece) {
        let belongs = |tag: &&Tag| more.is_none_or(|more| tag.contrast.is_more() == more);
        let mut tags = self.cloud.tags.iter().filter(belongs).peekable();
        if tags.peek().is_some() && !title.is_empty() {
            into.child("h4").text(title);
        }
        let list = into.child("ul").class("cloud");
        tags.for_each(|tag| self.tag(tag, list.child("li")));
    }

    /// A tag: asks for it, or no longer.
    fn tag(&self, tag: &Tag, into: &mut Piece) {
        let (label, n) = (self.cloud.of.label(self.explorer.engine, tag.at), tag.contrast.here as usize);
        let is_pressed = self.chosen.contains(&tag.at);
        let button = button(&format!("tag-{}", tag.at), label, into).isolated().class(&format!("step-{}", tag.step));
        button
            .with("aria-pressed", if is_pressed { "true" } else { "false" })
            .with("aria-label", &words::tag(label, n));
        button.text(" ").child("span").class("count").text(&words::number(n));
        let Some(change) = self.changes.of(tag.at) else { return };
        let (class, word) = match change {
            Change::Grew => ("change grew", words::LARGER_NOW),
            Change::Shrank => ("change shrank", words::SMALLER_NOW),
            Change::Appeared => ("change appeared", words::NEW_NOW),
        };
        into.child("span").class(class).with("title", word).with("aria-hidden", "true");
        into.child("span").class("hidden").text(word);
    }

    fn why_empty(&self, n: usize, into: &mut Piece) {
        let why = into.child("p").class("none");
        let least = self.look.least as usize;
        match (self.look.special, n == self.explorer.engine.len()) {
            (true, true) => _ = why.text(words::SPECIAL_OF_ALL),
            (true, false) => _ = why.text(words::NOTHING_SPECIAL),
            (false, _) => _ = why.text(&words::none_so_frequent(least)),
        }
        if !self.look.special && least > 1 {
            button("cloud-all", words::SHOW_RARE, why.text(" ")).class("plain");
        }
    }
}
