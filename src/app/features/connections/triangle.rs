//! Each theme by each other as a triangle: a row and a column a theme, the name of a column slanted at its upper end.

use leptos::prelude::*;

use super::pair::{label, link};
use crate::app::reactive::view;
use crate::app::ui::ScrollRegion;
use crate::explore::CoOccurrences;
use crate::facet::{Facet, step};
use crate::i18n;

/// The triangle.
pub(super) fn triangle(facet: &'static Facet, found: &CoOccurrences) -> AnyView {
    let (n, most) = (found.values.len(), found.most());
    let heads: Vec<AnyView> = (0..n.saturating_sub(1))
        .map(|at| view! { <th scope="col"><span class="hidden" dir="auto">{label(facet, found, at)}</span></th> })
        .collect();
    let row = |a: usize| {
        let mut cells: Vec<AnyView> = (0..a).map(|b| cell(facet, found, (a, b), most)).collect();
        if a + 1 < n {
            // Where the column of a theme begins its row ends: there is room for its name.
            cells.push(view! { <td class="slanted" aria-hidden="true"><bdi>{label(facet, found, a)}</bdi></td> });
        }
        view! { <tr><th scope="row"><bdi>{label(facet, found, a)}</bdi></th> {cells}</tr> }
    };
    let rows: Vec<AnyView> = (0..n).map(row).collect();
    view! {
        <div class="triangle">
            <ScrollRegion label=i18n::connections_table().to_owned()>
                <table>
                    <thead><tr><td></td> {heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </ScrollRegion>
        </div>
    }
}

/// The number of resources that have both values; `most` is the largest of all.
fn cell(facet: &'static Facet, found: &CoOccurrences, (a, b): (usize, usize), most: u32) -> AnyView {
    let pair = found.pair(a, b);
    let text = i18n::number(pair.count as usize);
    if pair.count == 0 {
        return view! { <td><span class="hidden">{text}</span></td> };
    }
    let shade = step(f64::from(pair.count), 1.0, f64::from(most.max(2)));
    let [a, b] = [pair.a, pair.b].map(|at| label(facet, found, at));
    let title = i18n::pair_of_themes(a, b, pair.count, pair.lift);
    view! { <td class=format!("shade-{shade}") title=title>{link(facet, found, &pair, "cell", text.into_any())}</td> }
}
