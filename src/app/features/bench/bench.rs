//! The measurement: how fast the engine is on the reader's own device, over this catalog or generated ones.

use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::app::platform::{self, Pace, now};
use crate::app::reactive::{handler, view};
use crate::app::state::use_explorer;
use crate::catalog::{Head, Record};
use crate::explore::{Builder, Engine, Task, median_and_p95, sample};
use crate::i18n::{self, Measured};

/// The sizes of generated catalogs that are offered.
const SIZES: [u32; 3] = [1000, 10_000, 100_000];

/// How many states a task is measured on, and how long each is repeated, in milliseconds: clocks of browsers are coarse.
const N_STATES: usize = 50;
const REPEATED: f64 = 4.0;

/// The measurement and its results.
#[component]
pub(crate) fn Bench() -> impl IntoView {
    let engine = use_explorer().engine;
    let results = RwSignal::new(Vec::<Measured>::new());
    let busy = RwSignal::new(None::<usize>);
    let run = move |size: Option<u32>| {
        busy.set(Some(size.map_or(engine.len(), |n| n as usize)));
        spawn_local(async move {
            let measured = match size {
                None => measure(engine, None).await,
                Some(n) => {
                    let start = now();
                    let engine = generated(n).await;
                    measure(&engine, Some(microseconds(now() - start))).await
                }
            };
            // Whoever went elsewhere meanwhile has taken the list along.
            let _ = results.try_update(|results| results.push(measured));
            let _ = busy.try_set(None);
        });
    };
    let button = move |size: Option<u32>| {
        let n = size.map_or(engine.len(), |n| n as usize);
        view! {
            <button type="button" disabled=move || busy.get().is_some() on:click=handler(move |_| run(size))>
                {i18n::measure(n, size.is_none())}
            </button>
        }
    };
    view! {
        <section id="bench" aria-labelledby="bench-title">
            <h3 id="bench-title">{i18n::how_fast()}</h3>
            <p>{i18n::how_fast_help()}</p>
            <p class="choices">{button(None)} {SIZES.map(|n| button(Some(n))).collect_view()}</p>
            <p role="status">{move || busy.get().map(i18n::measuring)}</p>
            {move || results.with(|results| (!results.is_empty()).then(|| table(results)))}
        </section>
    }
}

fn table(results: &[Measured]) -> impl IntoView + use<> {
    let text = i18n::measured(results);
    let row = |measured: &Measured| {
        let cells =
            measured.lines.iter().map(|(_, median, p95)| view! { <td>{i18n::median_and_p95(*median, *p95)}</td> });
        view! {
            <tr>
                <th scope="row">{i18n::resources(measured.n)}</th>
                <td>{measured.made_in.map(i18n::milliseconds)}</td>
                {cells.collect_view()}
            </tr>
        }
    };
    let copied = StoredValue::new(text.clone());
    let copy = move |_| {
        spawn_local(async move {
            platform::copy(&copied.get_value()).await;
        });
    };
    view! {
        <div class="wide" tabindex="0" role="region" aria-labelledby="bench-title">
            <table>
                <caption>{i18n::measured_in()}</caption>
                <thead>
                    <tr>
                        <td></td>
                        <th scope="col">{i18n::made_in()}</th>
                        {Task::ALL.map(|task| view! { <th scope="col">{i18n::task(task)}</th> }).collect_view()}
                    </tr>
                </thead>
                <tbody>{results.iter().map(row).collect_view()}</tbody>
            </table>
        </div>
        <button type="button" id="copy-bench" on:click=handler(copy)>{i18n::copy()}</button>
        <textarea readonly aria-label=i18n::as_text() rows="9">{text}</textarea>
    }
}

/// The engine of a generated catalog, made in slices.
async fn generated(n: u32) -> Engine {
    let (mut builder, mut pace) = (Builder::default(), Pace::start());
    for position in 0..n {
        builder.push(&Record::from(&sample(position)));
        if position % 64 == 0 {
            pace.pause().await;
        }
    }
    let mut finalizer = builder.finalizer(Head::default());
    while finalizer.step() {
        pace.pause().await;
    }
    finalizer.into_engine()
}

/// Of milliseconds.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast ends at the bounds")]
fn microseconds(milliseconds: f64) -> u32 {
    (milliseconds * 1000.0).round() as u32
}

async fn measure(engine: &Engine, made_in: Option<u32>) -> Measured {
    let mut pace = Pace::start();
    let mut lines = Vec::new();
    for task in Task::ALL {
        let mut times = Vec::new();
        for state in task.states(engine, N_STATES) {
            task.run(engine, &state);
            let (start, mut n) = (now(), 0.0);
            while now() - start < REPEATED {
                task.run(engine, &state);
                n += 1.0;
            }
            times.push(microseconds((now() - start) / n));
            pace.pause().await;
        }
        lines.extend(median_and_p95(times).map(|(median, p95)| (task, median, p95)));
    }
    Measured { n: engine.len(), made_in, lines }
}
