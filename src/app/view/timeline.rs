//! The timeline: resources by year as bars, with two ends that choose a range of years.
//!
//! The bars are a picture, which a pointer can brush; the two ends serve the keyboard, and the table below says it all.

use std::time::Duration;

use leptos::prelude::*;

use super::drawn::drawn_and;
use super::shape::{asked_for, button, narrow, pick, used};
use super::timeline_table::table;
use crate::app::browser::{Piece, place_of};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{Bar, MOST_PARTS, Timeline, timeline};
use crate::facet::Kind;
use crate::text::css::percent;

/// How long the ends stand still before the range is chosen: a key that is held down is one choice.
const PAUSE: Duration = Duration::from_millis(350);
/// How many years are written below the bars, at most.
const LABELS: usize = 7;

/// What the parts of the picture share.
#[derive(Clone, Copy)]
struct Brush {
    explorer: Explorer,
    line: Memo<Timeline>,
    /// The slots that a reader is choosing, the one where it began first.
    draft: RwSignal<Option<(usize, usize)>>,
    /// Whether a pointer is held down.
    held: RwSignal<bool>,
    n_moves: StoredValue<usize>,
}

/// The view.
pub(super) fn time() -> AnyView {
    let explorer = use_explorer();
    let line = Memo::new(move |_| {
        let stack = explorer.look.with(|look| look.stack.clone());
        explorer.answered(|text| explorer.filter.with(|filter| timeline(explorer.engine, text, filter, &stack)))
    });
    let (draft, held) = (RwSignal::new(None), RwSignal::new(false));
    let brush = Brush { explorer, line, draft, held, n_moves: StoredValue::new(0) };
    let release = window_event_listener_untyped("pointerup", move |_| brush.release());
    on_cleanup(move || release.remove());
    let say = move |into: &mut Piece| line.with(|line| brush.all(line, into));
    let act = move |act: &str, value: &str| match act {
        "stack" => explorer.stack_by(value),
        "all-years" => explorer.choose_range("year", None),
        "first-year" | "last-year" => brush.move_end(act == "last-year", value.parse().unwrap_or(0)),
        _ => {}
    };
    view! {
        <div
            class="drawn"
            on:pointerdown=move |event| if let Some(at) = place_of(&event) { brush.press(at) }
            on:pointerover=move |event| if let Some(at) = place_of(&event) { brush.pass(at) }
        >
            {drawn_and(say, act)}
        </div>
    }
    .into_any()
}

impl Brush {
    /// The slots that are chosen, or are being chosen; all when none is.
    fn ends(self) -> (usize, usize) {
        let n = self.line.with(|line| line.slots.len());
        let chosen = self.draft.get().or_else(|| self.line.with(|line| line.chosen));
        let (a, b) = chosen.unwrap_or((0, n.saturating_sub(1)));
        (a.min(b), a.max(b))
    }

    /// Chooses the slots that a reader has brushed; the same once more takes the choice back.
    fn choose(self) {
        let Some((a, b)) = self.draft.get_untracked() else { return };
        self.draft.set(None);
        let range = self.line.with_untracked(|line| {
            let is_again = a == b && line.chosen == Some((a, b));
            if is_again { None } else { line.range(a, b) }
        });
        self.explorer.choose_range("year", range);
    }

    fn press(self, slot: usize) {
        self.held.set(true);
        self.draft.set(Some((slot, slot)));
    }

    fn pass(self, slot: usize) {
        if self.held.get_untracked() {
            self.draft.update(|draft| *draft = draft.map(|(from, _)| (from, slot)));
        }
    }

    fn release(self) {
        if self.held.get_untracked() {
            self.held.set(false);
            self.choose();
        }
    }

    /// Moves one end; what it comes to is chosen when it stands still.
    fn move_end(self, is_last: bool, to: usize) {
        let (first, last) = untrack(|| self.ends());
        self.draft.set(Some(if is_last { (first.min(to), to) } else { (to, last.max(to)) }));
        let n = self.n_moves.try_update_value(|n| {
            *n += 1;
            *n
        });
        let choose_last = move || {
            if self.n_moves.try_get_value() == n {
                self.choose();
            }
        };
        set_timeout(choose_last, PAUSE);
    }

    fn all(self, line: &Timeline, into: &mut Piece) {
        let (Some(first), Some(last)) = (line.slots.first(), line.slots.last()) else {
            into.child("p").class("nothing").text(words::NO_YEARS);
            return;
        };
        if line.total == 0 {
            return;
        }
        let engine = self.explorer.engine;
        let section = into.child("section").id("timeline").class("shape").with("aria-labelledby", "time-title");
        section.child("h3").id("time-title").text(words::TIME_TITLE);
        let sentence = words::time_sentence(line.total, first.from, last.to, line.undated.total as usize);
        section.child("p").class("quiet").text(&sentence);
        let mut options = vec![("", words::UNDIVIDED)];
        options.extend(used(self.explorer, |facet| facet.definition.kind != Kind::Number));
        let chosen = line.stack.as_ref().map_or("", |(at, _)| engine.facets[*at].definition.key.as_str());
        pick("stack", words::STACKED_BY, &options, chosen, section.child("div").class("controls"));
        self.legend(line, section);
        self.chart(line, section);
        self.readout(line, section);
        table(self.explorer, line, section);
    }

    /// What the parts of the bars are.
    fn legend(self, line: &Timeline, into: &mut Piece) {
        let Some((at, values)) = &line.stack else { return };
        let facet = &self.explorer.engine.facets[*at];
        let named = values.iter().enumerate().map(|(at, value)| (at, words::line(facet, Some(*value))));
        let rest = [words::OTHERS, words::NOT_STATED_TEXT].map(str::to_owned);
        let rest = rest.into_iter().enumerate().map(|(at, word)| (MOST_PARTS + at, word));
        let list = into.child("ul").class("legend");
        for (at, word) in named.chain(rest) {
            let item = list.child("li");
            item.child("span").class(&format!("swatch part part-{at}"));
            item.child("bdi").text(&word);
        }
        if facet.definition.is_multiple() {
            into.child("p").class("quiet").text(words::SEVERAL_VALUES);
        }
    }

    /// The bars, and below them the two ends.
    fn chart(self, line: &Timeline, into: &mut Piece) {
        let n = line.slots.len();
        let ends = self.ends();
        let is_draft = self.draft.with(Option::is_some);
        let chart = into.child("div").class("chart").style("--n", &n.to_string());
        let bars = chart.child("div").class("bars-by-year").with("aria-hidden", "true");
        bars.child("span").class("most").text(&words::number(line.most() as usize));
        for (at, slot) in line.slots.iter().enumerate() {
            let is_outside = !(ends.0..=ends.1).contains(&at) || !is_draft && !slot.is_chosen;
            let place = bars.child("div").class(if is_outside { "slot outside" } else { "slot" });
            place.with("data-at", &at.to_string()).with("title", &words::of_years(slot.from, slot.to, slot.bar.total));
            stack(&slot.bar, line.most(), place);
            if at.is_multiple_of(n.div_ceil(LABELS)) {
                place.child("span").class("year").text(&words::years(slot.from, slot.to));
            }
        }
        let undated =
            chart.child("div").class("undated").with("aria-hidden", "true").flag("hidden", line.undated.total == 0);
        let place = undated.child("div").class("slot");
        stack(&line.undated, line.most(), place);
        place.child("span").class("year").text(words::NOT_STATED_TEXT);
        let brush = chart.child("div").class("brush");
        let year = |at: usize, is_last: bool| {
            line.slots.get(at).map_or(0, |slot| if is_last { slot.to } else { slot.from }).to_string()
        };
        for (id, name, at, is_last) in
            [("first-year", words::FIRST_YEAR, ends.0, false), ("last-year", words::LAST_YEAR, ends.1, true)]
        {
            let end = brush.child("input").with("type", "range").id(id).with("data-typed", id).with("min", "0");
            end.with("max", &n.saturating_sub(1).to_string()).with("step", "1").with("aria-label", name);
            end.with("aria-valuetext", &year(at, is_last)).with("value", &at.to_string());
        }
    }

    /// What is chosen, in words, the way back to all years, and the resources without one.
    fn readout(self, line: &Timeline, into: &mut Piece) {
        let (first, last) = self.ends();
        let slots = line.slots.get(first..=last).unwrap_or_default();
        let n = slots.iter().map(|slot| slot.bar.total).sum();
        let readout = into.child("p").class("readout");
        if let (Some(first), Some(last)) = (slots.first(), slots.last()) {
            readout.child("output").text(&words::of_years(first.from, last.to, n));
        }
        button("all-years", words::ALL_YEARS, readout).flag("disabled", line.chosen.is_none());
        let undated = line.undated.total;
        if let Some(year) = self.explorer.engine.facet("year").filter(|_| undated > 0) {
            let name = words::without_year(undated);
            narrow(self.explorer, &[asked_for(year, None)], "undated-link", &name, readout).text(&name);
        }
    }
}

/// The parts of a bar, the first at the bottom.
fn stack(bar: &Bar, most: u32, into: &mut Piece) {
    let whole = [bar.total];
    let parts = if bar.parts.is_empty() { &whole[..] } else { &bar.parts };
    // Of divided bars the last two parts are others and not stated, however many go before.
    let named = if bar.parts.is_empty() { 1 } else { bar.parts.len() - 2 };
    let stack = into.child("span").class("stack");
    for (at, count) in parts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let look = if at >= named { MOST_PARTS + at - named } else { at };
        stack.child("span").class(&format!("part part-{look}")).style("block-size", &percent(*count, most));
    }
}
