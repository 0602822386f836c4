//! The months of the one year that is chosen: the timeline seen closer.

use leptos::prelude::*;

use crate::app::components::Link;
use crate::app::reactive::{Memo, view};
use crate::app::state::{Explorer, use_explorer};
use crate::explore::{self, State, drill_down_to_month, months};
use crate::i18n;
use crate::text::css::percent;

/// A bar for each month, each a link to its resources; nothing where several years are chosen, or none.
#[component]
pub(super) fn Months(
    /// The timeline.
    line: Memo<explore::Timeline>,
) -> impl IntoView {
    let explorer = use_explorer();
    let shown = Memo::new(move |_| {
        let year = line.with(explore::Timeline::chosen_year)?;
        let filter = explorer.filter.read();
        explorer.answered(|text| months(explorer.engine, text, &filter, year))
    });
    view! { {move || shown.with(|months| months.as_ref().map(|months| bars(explorer, months)))} }
}

fn bars(explorer: Explorer, months: &explore::Months) -> AnyView {
    let (year, most) = (months.year, months.most());
    let bar = |(month, count): (usize, u32)| {
        let drawn = view! {
            <span class="bar">
                <span class="part" style:block-size=percent(count, most)>
                    <span>{(count > 0).then(|| i18n::number(count as usize))}</span>
                </span>
            </span>
            <span class="month">{i18n::short_month(month)}</span>
        };
        if count == 0 {
            return view! { <li>{drawn}</li> };
        }
        let to = move |state: &State| drill_down_to_month(explorer.engine, state, year, month);
        let label =
            i18n::chosen_value(&i18n::date_text(&format!("{year}-{month:02}")), &i18n::resources(count as usize));
        view! { <li><Link to label>{drawn}</Link></li> }
    };
    let bars: Vec<AnyView> = (1..).zip(months.counts).map(bar).collect();
    let undated =
        (months.undated > 0).then(|| view! { <p class="quiet">{i18n::without_month(months.undated as usize)}</p> });
    view! {
        <section class="by-month" aria-labelledby="months-title">
            <h4 id="months-title">{i18n::year_by_month(year)}</h4>
            <ol>{bars}</ol>
            {undated}
        </section>
    }
}
