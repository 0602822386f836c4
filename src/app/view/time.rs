//! The timeline: resources by year as bars, with two ends that choose a range of years.
//!
//! The bars are a picture, which a pointer can brush; the two ends serve the keyboard, and the table below says it all.

use std::time::Duration;

use leptos::prelude::*;

use super::dead_end::DeadEnd;
use super::shape::{asked_for, narrow, pick};
use super::time_table::table;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{Bar, MOST_PARTS, Timeline, timeline};
use crate::facet::Kind;

/// How long the ends stand still before the range is chosen: a key that is held down is one choice.
const PAUSE: Duration = Duration::from_millis(350);
/// How many years are written below the bars, at most.
const LABELS: usize = 7;
/// The look of what is not told apart, behind that of all values.
const LAST_PARTS: usize = MOST_PARTS;

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
#[component]
pub(super) fn Time() -> impl IntoView {
    let explorer = use_explorer();
    let engine = explorer.engine;
    let stack = Memo::new(move |_| explorer.with(|state| state.look.stack.clone()));
    let line = Memo::new(move |_| {
        explorer.answered(|text| explorer.filter.with(|filter| timeline(engine, text, filter, &stack.read())))
    });
    let n_slots = line.with_untracked(|line| line.slots.len());
    if n_slots == 0 {
        let text = if engine.is_empty() { words::NO_RESOURCES } else { words::NO_YEARS };
        return view! { <p class="nothing">{text}</p> }.into_any();
    }
    let (draft, held) = (RwSignal::new(None), RwSignal::new(false));
    let brush = Brush { explorer, line, draft, held, n_moves: StoredValue::new(0) };
    let release = window_event_listener_untyped("pointerup", move |_| brush.release());
    on_cleanup(move || release.remove());
    let sentence = move || {
        line.with(|line| {
            let (first, last) =
                (line.slots.first().map_or(0, |slot| slot.from), line.slots.last().map_or(0, |slot| slot.to));
            words::time_sentence(line.total, first, last, line.undated.total as usize)
        })
    };
    let dividing = engine.facets.iter().filter(|facet| facet.is_used() && facet.definition.kind != Kind::Number);
    let chosen = Signal::derive(move || {
        line.with(|line| {
            line.stack.as_ref().map_or_else(String::new, |(at, _)| engine.facets[*at].definition.key.clone())
        })
    });
    let take = move |key: String| explorer.stack_by(&key);
    let is_empty = Memo::new(move |_| line.with(|line| line.total == 0));
    view! {
        <section id="timeline" class="shape" aria-labelledby="time-title">
            <Show when=move || is_empty.get()><DeadEnd/></Show>
            <div hidden=is_empty>
                <h3 id="time-title">{words::TIME_TITLE}</h3>
                <p class="quiet">{sentence}</p>
                <div class="controls">
                    {pick("stack", words::STACKED_BY, dividing.collect(), Some(words::UNDIVIDED), chosen, take)}
                </div>
                {legend(brush)}
                {chart(brush, n_slots)}
                {readout(brush)}
                {table(explorer, line)}
            </div>
        </section>
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
}

/// The parts of a bar, the first at the bottom.
fn stack(bar: &Bar, most: u32) -> AnyView {
    let height = |count: u32| format!("{:.2}%", f64::from(count) * 100.0 / f64::from(most));
    let part = |(at, count): (usize, u32)| {
        let class = format!("part part-{at}");
        view! { <span class=class style:block-size=height(count)></span> }.into_any()
    };
    let whole = [bar.total];
    let parts = if bar.parts.is_empty() { &whole[..] } else { &bar.parts };
    let parts = parts.iter().copied().enumerate().filter(|(_, count)| *count > 0);
    // Of two drawings of parts the last ones are others and not stated, however many go before.
    let named = bar.parts.len().saturating_sub(2);
    let place =
        |(at, count): (usize, u32)| (if at >= named && named > 0 { LAST_PARTS + at - named } else { at }, count);
    let parts: Vec<AnyView> = parts.map(place).map(part).collect();
    view! { <span class="stack">{parts}</span> }.into_any()
}

/// The bars, and below them the two ends.
fn chart(brush: Brush, n_slots: usize) -> AnyView {
    let line = brush.line;
    let label = move |at: usize| {
        line.with_untracked(|line| line.slots.get(at).map(|slot| words::years(slot.from, slot.to))).unwrap_or_default()
    };
    let every = n_slots.div_ceil(LABELS);
    let slot = move |at: usize| {
        let bar = move || line.with(|line| line.slots.get(at).map(|slot| stack(&slot.bar, line.most())));
        let is_outside = move || {
            let (first, last) = brush.ends();
            !(first..=last).contains(&at)
                || brush.draft.with(Option::is_none)
                    && line.with(|line| !line.slots.get(at).is_some_and(|slot| slot.is_chosen))
        };
        let title = move || {
            line.with(|line| line.slots.get(at).map(|slot| words::of_years(slot.from, slot.to, slot.bar.total)))
        };
        let written = at.is_multiple_of(every).then(|| view! { <span class="year">{label(at)}</span> });
        view! {
            <div
                class="slot"
                class:outside=is_outside
                title=title
                on:pointerdown=move |_| brush.press(at)
                on:pointerenter=move |_| brush.pass(at)
            >
                {bar} {written}
            </div>
        }
        .into_any()
    };
    let slots: Vec<AnyView> = (0..n_slots).map(slot).collect();
    let undated = move || line.with(|line| (line.undated.total > 0).then(|| stack(&line.undated, line.most())));
    view! {
        <div class="chart" style:--n=n_slots.to_string()>
            <div class="bars-by-year" aria-hidden="true">
                <span class="most">{move || line.with(|line| words::number(line.most() as usize))}</span>
                {slots}
            </div>
            <div class="undated" aria-hidden="true" hidden=move || line.with(|line| line.undated.total == 0)>
                <div class="slot">{undated}<span class="year">{words::NOT_STATED_TEXT}</span></div>
            </div>
            <div class="brush">
                {end(brush, words::FIRST_YEAR, n_slots, false)}
                {end(brush, words::LAST_YEAR, n_slots, true)}
            </div>
        </div>
    }
    .into_any()
}

/// One end of the range.
fn end(brush: Brush, name: &'static str, n_slots: usize, is_last: bool) -> AnyView {
    let at = move || {
        let (first, last) = brush.ends();
        if is_last { last } else { first }
    };
    let year = move || {
        let slot = brush.line.with(|line| line.slots.get(at()).map(|slot| if is_last { slot.to } else { slot.from }));
        slot.map(|year| year.to_string())
    };
    view! {
        <input
            type="range"
            id=if is_last { "last-year" } else { "first-year" }
            min="0"
            max=n_slots.saturating_sub(1).to_string()
            step="1"
            aria-label=name
            aria-valuetext=year
            prop:value=move || at().to_string()
            on:input:target=move |input| brush.move_end(is_last, input.target().value().parse().unwrap_or(0))
        />
    }
    .into_any()
}

/// What is chosen, in words, the way back to all years, and the resources without one.
fn readout(brush: Brush) -> AnyView {
    let line = brush.line;
    let said = move || {
        let (first, last) = brush.ends();
        line.with(|line| {
            let slots = line.slots.get(first..=last).unwrap_or_default();
            let n = slots.iter().map(|slot| slot.bar.total).sum();
            Some(words::of_years(slots.first()?.from, slots.last()?.to, n))
        })
    };
    let is_all = move || line.with(|line| line.chosen.is_none());
    let undated = move || {
        let n = line.with(|line| line.undated.total);
        let year = brush.explorer.engine.facet("year").filter(|_| n > 0)?;
        Some(narrow(vec![asked_for(year, None)], "undated-link", words::undated(n), words::undated(n).into_any()))
    };
    view! {
        <p class="readout">
            <output>{said}</output>
            <button type="button" id="all-years" disabled=is_all on:click=move |_| brush.explorer.choose_range("year", None)>
                {words::ALL_YEARS}
            </button>
            {undated}
        </p>
    }
    .into_any()
}

/// What the parts of the bars are.
fn legend(brush: Brush) -> impl IntoView {
    let engine = brush.explorer.engine;
    move || {
        brush.line.with(|line| {
            let (at, values) = line.stack.as_ref()?;
            let facet = &engine.facets[*at];
            let named = values.iter().enumerate().map(|(at, value)| (at, words::line(facet, Some(*value))));
            let rest = [words::OTHERS, words::NOT_STATED_TEXT].map(str::to_owned);
            let rest = rest.into_iter().enumerate().map(|(at, word)| (LAST_PARTS + at, word));
            let item = |(at, word): (usize, String)| {
                view! { <li><span class=format!("swatch part part-{at}")></span>{word}</li> }.into_any()
            };
            let items: Vec<AnyView> = named.chain(rest).map(item).collect();
            let note = facet.definition.is_multiple().then_some(words::SEVERAL_VALUES);
            Some(view! { <ul class="legend">{items}</ul> <p class="quiet">{note}</p> }.into_any())
        })
    }
}
