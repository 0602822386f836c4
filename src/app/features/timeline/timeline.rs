//! The timeline: resources by year as bars, with two ends that choose a range of years.
//!
//! The bars are a picture, which a pointer can brush; the two ends serve the keyboard, and the table below says it all.

use std::time::Duration;

use leptos::children::ViewFn;
use leptos::ev;
use leptos::prelude::*;

use super::months::Months;
use super::table::TimelineTable;
use super::titles::Titles;
use crate::app::components::{DrillDown, PictureButtons, facet_options, wanted};
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::Select;
use crate::app::ui::Show;
use crate::explore::{self, Bar, MOST_PARTS};
use crate::facet::{Kind, ValueIdx};
use crate::i18n;
use crate::picture;
use crate::text::css::percent;

/// How long the ends stand still before the range is chosen: a key that is held down is one choice.
const PAUSE: Duration = Duration::from_millis(350);
/// How many years are written below the bars, at most.
const LABELS: usize = 7;

/// What is known of the range that a reader is choosing.
#[derive(Clone, Copy)]
struct Brush {
    explorer: Explorer,
    line: Memo<explore::Timeline>,
    /// The slots that a reader is choosing, the one where it began first.
    draft: RwSignal<Option<(usize, usize)>>,
    /// The slots that are chosen, or are being chosen; all when none is.
    ends: Memo<(usize, usize)>,
    is_held: StoredValue<bool>,
    n_moves: StoredValue<usize>,
}

/// The view.
#[component]
pub(crate) fn Timeline() -> impl IntoView {
    let explorer = use_explorer();
    let stack = Memo::new(move |_| explorer.look.with(|look| look.stack.clone()));
    let line = Memo::new(move |_| {
        let (filter, stack) = (explorer.filter.read(), stack.read());
        explorer.answered(|text| explore::timeline(explorer.engine, text, &filter, &stack))
    });
    let brush = Brush::new(explorer, line);
    let release = window_event_listener(ev::pointerup, move |_| brush.release());
    on_cleanup(move || release.remove());
    // The slots are those of the whole catalog.
    if line.with_untracked(|line| line.slots.is_empty()) {
        return view! { <p class="nothing">{i18n::no_years()}</p> };
    }
    view! { <Show when=move || line.with(|line| line.total != 0)><Section brush/></Show> }
}

impl Brush {
    fn new(explorer: Explorer, line: Memo<explore::Timeline>) -> Self {
        let draft = RwSignal::new(None);
        let ends = Memo::new(move |_| line.with(|line| line.ends(draft.get())));
        Self { explorer, line, draft, ends, is_held: StoredValue::new(false), n_moves: StoredValue::new(0) }
    }

    /// Chooses the slots that a reader has brushed; the same once more takes the choice back.
    fn choose(self) {
        let Some(slots) = self.draft.get_untracked() else { return };
        let range = self.line.with_untracked(|line| line.brushed(slots));
        self.draft.set(None);
        self.explorer.choose_range("year", range);
    }

    fn press(self, slot: usize) {
        self.is_held.set_value(true);
        self.draft.set(Some((slot, slot)));
    }

    fn pass(self, slot: usize) {
        if self.is_held.get_value() {
            self.draft.update(|draft| *draft = draft.map(|(from, _)| (from, slot)));
        }
    }

    fn release(self) {
        if self.is_held.get_value() {
            self.is_held.set_value(false);
            self.choose();
        }
    }

    /// Moves one end; what it comes to is chosen when it stands still.
    fn move_end(self, is_last: bool, to: usize) {
        let (first, last) = self.ends.get_untracked();
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

#[component]
fn Section(
    /// What is chosen.
    brush: Brush,
) -> impl IntoView {
    let Brush { explorer, line, .. } = brush;
    let engine = explorer.engine;
    let stack = Memo::new(move |_| line.with(|line| line.stack.clone()));
    let shown_parts =
        Memo::new(move |_| line.with(|line| line.stack.clone().map(|(facet, values)| (facet, values, line.looks()))));
    let sentence = move || {
        line.with(|line| {
            let (first, last) = (line.slots.first()?.from, line.slots.last()?.to);
            let text = i18n::time_sentence(line.total, first, last, line.undated.total as usize);
            let half = line.summary().filter(|(most, _)| most.bar.total > 1 && line.chosen.is_none());
            let half = half.map_or_else(String::new, |(_, since)| i18n::half_since(since.from));
            Some(format!("{half} {text}"))
        })
    };
    let says = move || line.with(i18n::time_says);
    let draw = move |frame: &picture::Frame<'_>| line.with_untracked(|line| picture::timeline(frame, engine, line));
    let mut options = vec![("", i18n::undivided())];
    options.extend(facet_options(explorer, |facet| facet.definition.kind != Kind::Number));
    let chosen = Signal::derive(move || {
        stack.with(|stack| stack.as_ref().map_or("", |(at, _)| engine.facets[*at].definition.key.as_str()))
    });
    let divide = move |key: &str| explorer.stack_by(key);
    view! {
        <section id="timeline" class="shape" aria-labelledby="time-title">
            <h3 id="time-title">{move || says()}</h3>
            <p class="quiet">{move || sentence()}</p>
            <div class="controls">
                <Select id="stack" name=i18n::stacked_by() options chosen on_change=Box::new(divide)/>
            </div>
            <Chart brush legend=move || shown_parts.with(|shown| shown.as_ref().map(|(facet, values, looks)| legend(explorer, *facet, values, looks)))/>
            {move || stack.with(|stack| stack.as_ref().and_then(|(facet, _)| several(explorer, *facet)))}
            <Readout brush/>
            <Titles/>
            <Months line/>
            <PictureButtons name="timeline" title=Box::new(says) draw=Box::new(draw)/>
            <TimelineTable line/>
        </section>
    }
}

/// What the parts of the bars are, of the looks that any bar has.
fn legend(explorer: Explorer, facet: usize, values: &[ValueIdx], looks: &[usize]) -> AnyView {
    let facet = &explorer.engine.facets[facet];
    let named = values.iter().enumerate().map(|(at, value)| (at, i18n::line(facet, Some(*value))));
    let rest = [(MOST_PARTS, i18n::others()), (MOST_PARTS + 1, i18n::not_stated_text())];
    let item = |(at, text): (usize, &'static str)| {
        view! { <li><span class=format!("swatch part part-{at}")></span> <bdi>{text}</bdi></li> }
    };
    let shown = named.chain(rest).filter(|(look, _)| looks.contains(look));
    let items: Vec<AnyView> = shown.map(item).collect();
    view! { <ul class="legend">{items}</ul> }
}

/// That a bar of a facet with several values can be higher than its number of resources.
fn several(explorer: Explorer, facet: usize) -> Option<AnyView> {
    let is_multiple = explorer.engine.facets[facet].definition.is_multiple();
    is_multiple.then(|| view! { <p class="quiet">{i18n::several_values()}</p> })
}

/// The bars, beside them what their parts are, and below them the two ends.
#[component]
fn Chart(
    /// What is chosen.
    brush: Brush,
    /// What the parts of the bars are.
    #[prop(into)]
    legend: ViewFn,
) -> impl IntoView {
    let line = brush.line;
    let n = line.with_untracked(|line| line.slots.len());
    let most = Memo::new(move |_| line.with(explore::Timeline::most));
    let labelled = line.with_untracked(|line| line.labelled(LABELS));
    let slots = (0..n).map(|at| view! { <Slot brush at most is_labelled=labelled.contains(&at)/> });
    let slots: Vec<AnyView> = slots.collect();
    let lines = move || {
        let drawn = |n: u32| {
            let text = i18n::number(n as usize);
            view! { <span class="line" style:inset-block-end=percent(n, most.get())><span>{text}</span></span> }
        };
        line.with(explore::Timeline::lines).into_iter().map(drawn).collect::<Vec<AnyView>>()
    };
    view! {
        <div class="chart" style=("--n", n.to_string())>
            <div class="bars-by-year" aria-hidden="true">
                <span class="lines">{move || lines()}</span>
                {slots}
            </div>
            {move || legend.run()}
            <div class="brush">
                <End brush n is_last=false/>
                <End brush n is_last=true/>
            </div>
        </div>
    }
}

/// The bar of a slot.
#[component]
fn Slot(
    /// What is chosen.
    brush: Brush,
    /// Which slot.
    at: usize,
    /// The largest count.
    most: Memo<u32>,
    /// Whether its years stand below it.
    is_labelled: bool,
) -> impl IntoView {
    let line = brush.line;
    let (from, to) = line.with_untracked(|line| line.slots.get(at).map_or((0, 0), |slot| (slot.from, slot.to)));
    let bar = Memo::new(move |_| line.with(|line| line.slots.get(at).map(|slot| slot.bar.clone()).unwrap_or_default()));
    let is_outside = Memo::new(move |_| {
        let (first, last) = brush.ends.get();
        let is_chosen = line.with(|line| line.slots.get(at).is_some_and(|slot| slot.is_chosen));
        !(first..=last).contains(&at) || brush.draft.with(Option::is_none) && !is_chosen
    });
    let years = if at == 0 && from < to { i18n::before_year(to + 1) } else { i18n::years(from, to) };
    view! {
        <div
            class={move || if is_outside.get() { "slot outside" } else { "slot" }}
            title={move || i18n::of_years(from, to, bar.with(|bar| bar.total))}
            on:pointerdown=handler(move |_| brush.press(at))
            on:pointerover=handler(move |_| brush.pass(at))
        >
            <span class="stack">{move || bar.with(|bar| parts(bar, most.get()))}</span>
            {is_labelled.then(|| view! { <span class="year">{years}</span> })}
        </div>
    }
}

/// The parts of a bar, the first at the bottom.
fn parts(bar: &Bar, most: u32) -> Vec<AnyView> {
    let part = |(look, count)| {
        view! { <span class=format!("part part-{look}") style:block-size=percent(count, most)></span> }
    };
    bar.layers().into_iter().map(part).collect()
}

/// One end of the range of years.
#[component]
fn End(
    /// What is chosen.
    brush: Brush,
    /// How many slots there are.
    n: usize,
    /// Whether it is the last year.
    is_last: bool,
) -> impl IntoView {
    let (id, name) = if is_last { ("last-year", i18n::last_year()) } else { ("first-year", i18n::first_year()) };
    let at = Memo::new(move |_| {
        let (first, last) = brush.ends.get();
        if is_last { last } else { first }
    });
    let year = move || {
        let year =
            brush.line.with(|line| line.slots.get(at.get()).map(|slot| if is_last { slot.to } else { slot.from }));
        year.unwrap_or_default().to_string()
    };
    view! {
        <input
            type="range"
            id=id
            min="0"
            max=n.saturating_sub(1).to_string()
            step="1"
            aria-label=name
            aria-valuetext={move || year()}
            prop:value={move || at.get().to_string()}
            on:input:target=move |input| brush.move_end(is_last, input.target().value().parse().unwrap_or(0))
        />
    }
}

/// What is chosen, in words, the way back to all years, and the resources without one.
#[component]
fn Readout(
    /// What is chosen.
    brush: Brush,
) -> impl IntoView {
    let Brush { explorer, line, ends, .. } = brush;
    let text = move || {
        let (first, last) = ends.get();
        line.with(|line| {
            let slots = line.slots.get(first..=last)?;
            let n = slots.iter().map(|slot| slot.bar.total).sum();
            Some(i18n::of_years(slots.first()?.from, slots.last()?.to, n))
        })
    };
    let n_undated = Memo::new(move |_| line.with(|line| line.undated.total));
    let undated = move || {
        let (year, n) = (explorer.engine.facet("year")?, n_undated.get());
        (n > 0).then(|| {
            let text = i18n::without_year(n);
            let values = vec![wanted(year, None)];
            view! { <DrillDown values class="undated-link" label=text.clone()>{text}</DrillDown> }
        })
    };
    view! {
        <p class="readout">
            <output>{move || text()}</output>
            <button
                type="button"
                id="all-years"
                disabled={move || line.with(|line| line.chosen.is_none())}
                on:click=handler(move |_| explorer.choose_range("year", None))
            >
                {i18n::all_years()}
            </button>
            {move || undated()}
        </p>
    }
}
