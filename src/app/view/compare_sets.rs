//! Two sets of resources side by side.

use leptos::prelude::*;

use super::card::in_language;
use super::drawn::{drawn_and, leads_to};
use super::paired_bars::{pairs, years};
use super::set_card::{chosen, side};
use super::shape::switch;
use crate::app::browser::{self, Piece};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::catalog::ResourceIdx;
use crate::explore::{SetComparison, View, compare_sets, set_of};

/// A comparison that is being drawn.
pub(super) struct Drawing<'a> {
    pub(super) explorer: Explorer,
    pub(super) compared: &'a SetComparison,
    /// Whether tables stand in place of the bars.
    pub(super) as_table: bool,
    /// Whether all themes show, and all audiences.
    pub(super) all: [bool; 2],
}

/// Both sides, and all that is said of them.
pub(super) fn sets() -> AnyView {
    let explorer = use_explorer();
    // Whether tables stand in place of the bars; whether all themes show, and all audiences.
    let settings = RwSignal::new([false; 3]);
    // Without sets in the address, the results stand against the whole catalog.
    let compared = move || {
        let [a, b] = explorer.with(|state| state.look.sets.clone().unwrap_or_else(|| [set_of(state), String::new()]));
        compare_sets(explorer.engine, &a, &b)
    };
    let say = move |into: &mut Piece| {
        let [as_table, themes, audiences] = settings.get();
        let now = compared();
        Drawing { explorer, compared: &now, as_table, all: [themes, audiences] }.whole(into);
    };
    drawn_and(say, move |act, value| {
        // Made anew for the act: what is drawn may be drawn again before this is over.
        let now = untrack(compared);
        let (name, to) = act.split_once(':').unwrap_or((act, ""));
        let at: usize = to.parse().unwrap_or(0);
        match name {
            "sets-table" => settings.update(|settings| settings[0] = at == 1),
            "sets-all" => settings.update(|settings| settings[1 + at.min(1)] = true),
            "swap" => {
                let [a, b] = now.states.each_ref().map(set_of);
                explorer.go(|state| state.with(|state| state.look.sets = Some([b, a])));
            }
            "use" => {
                explorer.set_side(at, None);
                browser::focus_in_place("results-title");
            }
            "value" => explorer.set_side(at, chosen(explorer.engine, &now, at, value)),
            _ => {}
        }
    })
}

impl Drawing<'_> {
    fn whole(&self, into: &mut Piece) {
        let whole = into.child("div").id("sets");
        let sides = whole.child("div").class("sides");
        side(self, 0, sides);
        let swap = sides.child("button").with("type", "button").id("swap").with("data-act", "swap");
        swap.with("aria-label", words::SWAP).with("title", words::SWAP);
        swap.child("span").with("aria-hidden", "true").text("⇄");
        side(self, 1, sides);
        if set_of(&self.compared.states[0]) == set_of(&self.compared.states[1]) {
            whole.child("p").class("notice").text(words::SAME_SETS);
        }
        let short = words::sets_in_short(self.compared.sizes, self.compared.shared.0);
        whole.child("p").class("short").with("role", "status").text(&short);
        let legend = whole.child("div").class("legend");
        legend.child("span").class("quiet").text(words::SHARE_OF_EACH);
        switch("sets-table", words::SHOWN_AS, [words::AS_BARS, words::AS_TABLE], self.as_table, legend);
        pairs(self, 0, "theme", &self.compared.themes, whole);
        pairs(self, 1, "audience", &self.compared.audiences, whole);
        years(self, whole);
        self.distinctive(whole);
        let named = whole.child("div").class("beside named");
        self.named("side-0", &words::only_in(0), &self.compared.alone[0], named);
        self.named("both", words::BOTH_SETS, &self.compared.shared, named);
        self.named("side-1", &words::only_in(1), &self.compared.alone[1], named);
    }

    /// The words distinctive of each set.
    fn distinctive(&self, into: &mut Piece) {
        let section = into.child("section").class("distinctive").with("aria-labelledby", "distinctive-title");
        section.child("h3").id("distinctive-title").text(words::DISTINCTIVE);
        section.child("p").class("quiet").text(words::DISTINCTIVE_HELP);
        let beside = section.child("div").class("beside");
        for (side, words_of) in self.compared.words.iter().enumerate() {
            let box_of = beside.child("div").class(&format!("side-{side}"));
            box_of.child("h4").text(words::SET_NAMES[side]);
            if words_of.is_empty() {
                box_of.child("p").class("quiet").text(words::NO_WORDS);
            }
            let list = box_of.child("ul");
            for word in words_of {
                let found =
                    |state: &crate::explore::State| state.with(|state| state.view = View::List).asked(&word.word);
                let item = list.child("li");
                item.child("a").isolated().with("href", &leads_to(self.explorer, found)).text(&word.word);
                item.text(" ").child("span").class("quiet").text(&words::word_counts(word.counts));
            }
        }
    }

    /// The newest resources that both have or that one has alone.
    fn named(&self, class: &str, name: &str, (n, first): &(usize, Vec<ResourceIdx>), into: &mut Piece) {
        let store = &self.explorer.engine.store;
        let column = into.child("div").class(class);
        column.child("h3").text(name).text(" ").child("span").class("badge").text(&words::number(*n));
        let list = column.child("ul");
        for idx in first {
            let id = store.id(*idx);
            let item = list.child("li");
            in_language(self.explorer, *idx, item);
            let href = leads_to(self.explorer, |state| state.opened(id));
            item.child("a").id(&format!("hit-{id}")).with("href", &href).text(store.title(*idx));
        }
        let left = n.saturating_sub(first.len());
        if left > 0 {
            list.child("li").class("quiet").text(&words::and_more(left));
        }
    }
}
