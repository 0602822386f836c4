//! The gap map: two facets crossed, shaded by the number of resources, with the gaps marked.

use leptos::prelude::*;

use super::drawn::drawn_and;
use super::gap_map_table::{gaps, one_bubble, table};
use super::shape::{button, pick, scrolled, switch, used};
use crate::app::browser::Piece;
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::explore::{Axis, GapMap, LineOrder, ShownLine, crossed, gap_map};
use crate::facet::{Facet, Kind, STEPS, ValueIdx};

/// How a reader looks at the map; it lasts as long as the view.
#[derive(Clone, Default)]
pub(super) struct Settings {
    rows_by_count: bool,
    columns_by_count: bool,
    pub(super) bubbles: bool,
    /// The values whose narrower ones are in sight: whether it is a row, the facet, the value.
    open: Vec<(bool, usize, ValueIdx)>,
}

/// The map, and the lines of it that are in sight.
pub(super) struct Sight<'a> {
    pub(super) explorer: Explorer,
    pub(super) settings: &'a Settings,
    pub(super) map: GapMap,
    pub(super) rows: Vec<ShownLine>,
    pub(super) columns: Vec<ShownLine>,
}

/// The view.
pub(super) fn map() -> AnyView {
    let explorer = use_explorer();
    let settings = RwSignal::new(Settings::default());
    let say = move |into: &mut Piece| {
        let matched = explorer.matched.read();
        if matched.total == 0 {
            return;
        }
        let (rows, columns) = explorer.look.with(|look| (look.rows.clone(), look.columns.clone()));
        let Some(map) =
            gap_map(explorer.engine, &rows, &columns, &matched.set, settings.with(|settings| settings.bubbles))
        else {
            into.child("p").class("nothing").text(words::NO_VALUES);
            return;
        };
        settings.with(|settings| Sight::new(explorer, settings, map).all(into));
    };
    drawn_and(say, move |act, value| do_it(explorer, settings, act, value))
}

/// Does what the controls of the map ask for.
fn do_it(explorer: Explorer, settings: RwSignal<Settings>, act: &str, value: &str) {
    let engine = explorer.engine;
    let crossed = explorer.with_untracked(|state| crossed(engine, &state.look.rows, &state.look.columns));
    let keys = crossed.map(|facets| facets.map(|at| engine.facets[at].definition.key.as_str()));
    let (name, rest) = act.split_once(':').unwrap_or((act, ""));
    match (name, keys) {
        ("map-rows", Some([_, columns])) => explorer.cross(value, columns),
        ("map-columns", Some([rows, _])) => explorer.cross(rows, value),
        ("map-swap", Some([rows, columns])) => explorer.cross(columns, rows),
        _ => settings.update(|settings| match name {
            "map-rows-by" => settings.rows_by_count = rest == "1",
            "map-columns-by" => settings.columns_by_count = rest == "1",
            "map-bubbles" => settings.bubbles = rest == "1",
            "map-close-all" => settings.open.retain(|(is_row, ..)| !is_row),
            _ => rest.split(' ').filter_map(line_of).for_each(|line| {
                match settings.open.iter().position(|open| *open == line) {
                    Some(at) => drop(settings.open.remove(at)),
                    None => settings.open.push(line),
                }
            }),
        }),
    }
}

/// A line as acts name it.
pub(super) fn named(is_row: bool, facet: usize, value: ValueIdx) -> String {
    format!("{}-{facet}-{value}", if is_row { "row" } else { "column" })
}

fn line_of(name: &str) -> Option<(bool, usize, ValueIdx)> {
    let mut parts = name.split('-');
    Some((parts.next()? == "row", parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

impl<'a> Sight<'a> {
    fn new(explorer: Explorer, settings: &'a Settings, map: GapMap) -> Self {
        let shown = |axis: &Axis, is_row: bool, by_count: bool| {
            let here = settings.open.iter().filter(|(row, facet, _)| *row == is_row && *facet == axis.facet);
            let open: Vec<ValueIdx> = here.map(|(.., value)| *value).collect();
            axis.shown(explorer.engine, if by_count { LineOrder::Count } else { LineOrder::Natural }, &open)
        };
        let rows = shown(&map.rows, true, settings.rows_by_count);
        let columns = shown(&map.columns, false, settings.columns_by_count);
        Self { explorer, settings, map, rows, columns }
    }

    /// A facet that is crossed.
    pub(super) fn facet(&self, is_row: bool) -> &'static Facet {
        &self.explorer.engine.facets[if is_row { self.map.rows.facet } else { self.map.columns.facet }]
    }

    /// The cells in sight that are gaps, by row.
    pub(super) fn gaps(&self) -> Vec<(usize, Vec<usize>)> {
        let of = |row: usize| {
            let columns = self.columns.iter().map(|column| column.line);
            columns.filter(|column| self.map.is_gap(row, *column)).collect::<Vec<_>>()
        };
        let rows = self.rows.iter().map(|row| (row.line, of(row.line)));
        rows.filter(|(_, columns)| !columns.is_empty()).collect()
    }

    fn all(&self, into: &mut Piece) {
        let title = words::map_title(self.facet(true), self.facet(false));
        let section = into.child("section").id("map").class("shape").with("aria-labelledby", "map-title");
        section.child("h3").id("map-title").text(&title);
        section.child("p").class("quiet").text(&self.sentence());
        self.controls(section);
        self.legend(section);
        table(self, scrolled(&words::table_of(&title), section));
        let left_out = [(&self.map.rows, true), (&self.map.columns, false)].map(|(axis, is_row)| {
            if axis.n_more > 0 { words::left_out(self.facet(is_row), axis.n_more) } else { String::new() }
        });
        section.child("p").class("quiet").text(left_out.join(" ").trim());
        gaps(self, section);
    }

    fn sentence(&self) -> String {
        let stated = |axis: &Axis, shown: &[ShownLine]| {
            shown.iter().filter(|shown| axis.lines[shown.line].value.is_some()).count()
        };
        let cells = stated(&self.map.rows, &self.rows) * stated(&self.map.columns, &self.columns);
        let gaps = self.gaps().iter().map(|(_, columns)| columns.len()).sum();
        words::map_sentence(self.map.total, gaps, cells)
    }

    fn controls(&self, into: &mut Piece) {
        let used = used(self.explorer, |_| true);
        let controls = into.child("div").class("controls");
        let natural = |is_row: bool| words::natural(self.facet(is_row).definition.kind == Kind::Terms);
        let key = |is_row: bool| self.facet(is_row).definition.key.as_str();
        let rows = controls.child("div").class("set");
        pick("map-rows", words::ROWS, &used, key(true), rows);
        let order = [natural(true), words::MANY_FIRST];
        switch("map-rows-by", words::ORDER_OF_ROWS, order, self.settings.rows_by_count, rows);
        button("map-swap", words::SWAP_AXES, controls).class("plain").with("title", words::SWAP_HINT);
        let columns = controls.child("div").class("set");
        pick("map-columns", words::COLUMNS, &used, key(false), columns);
        let order = [natural(false), words::MANY_FIRST];
        switch("map-columns-by", words::ORDER_OF_COLUMNS, order, self.settings.columns_by_count, columns);
        switch("map-bubbles", words::CELLS_AS, [words::SHADING, words::BUBBLES], self.settings.bubbles, controls);
        // All rows that have others below them are opened, or all are closed.
        let lines = &self.map.rows.lines;
        let closed = self.rows.iter().filter(|row| row.is_open == Some(false)).filter_map(|row| lines[row.line].value);
        let closed: Vec<String> = closed.map(|value| named(true, self.map.rows.facet, value)).collect();
        if !closed.is_empty() {
            let all = controls.child("button").with("type", "button").class("plain").id("map-open");
            all.with("data-act", &format!("map-open:{}", closed.join(" "))).text(words::OPEN_ALL);
        } else if self.rows.iter().any(|row| row.is_open.is_some()) {
            let all = controls.child("button").with("type", "button").class("plain").id("map-open");
            all.with("data-act", "map-close-all").text(words::CLOSE_ALL);
        }
    }

    /// What shades or bubbles mean.
    fn legend(&self, into: &mut Piece) {
        let list = into.child("ul").class("legend").with("aria-hidden", "true");
        if let Some(types) = self.explorer.engine.facet("type").filter(|_| self.settings.bubbles) {
            let kinds = self.map.kinds.iter().map(|kind| words::line(types, Some(*kind)));
            for (kind, word) in (0..).zip(kinds.chain([words::OTHERS.to_owned()])) {
                let item = list.child("li");
                one_bubble(kind, item);
                item.child("bdi").text(&word);
            }
        } else {
            let scale = list.child("li").text(words::FEW).text(" ");
            let steps = scale.child("span").class("scale");
            (1..=STEPS).for_each(|step| _ = steps.child("span").class(&format!("swatch shade-{step}")));
            scale.text(" ").text(words::MANY);
        }
        list.child("li").child("span").class("swatch gap");
        list.child("li").text(words::GAP_LEGEND);
    }
}
