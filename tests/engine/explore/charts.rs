//! The map, the timeline and the connections against brute force: every number is the naive one, and every cell leads to
//! exactly the resources that it counts.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::util::naive::{naive_set, naive_values};
use crate::util::{SHIPPED, any_catalog, any_state};
use arbtest::arbitrary::{Result, Unstructured};
use competency_explorer::catalog::{Catalog, PartialDate, ResourceIdx, ResourceSet, read};
use competency_explorer::explore::{
    Axis, Contrast, Engine, LineOrder, ShownMap, State, TreeLevel, View, by_date, co_occurrences, drill_down,
    drill_down_to_month, explore, gap_map, months, parse_query, text_hits, timeline,
};
use competency_explorer::facet::{Facet, NOT_STATED};
use competency_explorer::limits::MAP_CELLS_DRAWN;

/// A catalog, its engine, and a state whose words are matched as they are spelled.
fn any_case(u: &mut Unstructured<'_>) -> Result<(Catalog, Engine, State)> {
    let catalog = any_catalog(u)?;
    let state = State { only_words: true, ..any_state(u)? };
    let engine = Engine::new(catalog.clone());
    Ok((catalog, engine, state))
}

fn any_key(u: &mut Unstructured<'_>) -> Result<&'static str> {
    u.choose(&["theme", "place", "type", "year", "keyword", "grade", "audience", "gone"]).copied()
}

/// What each resource of a set has of a facet.
fn having(catalog: &Catalog, set: &BTreeSet<ResourceIdx>, key: &str) -> Vec<BTreeSet<String>> {
    set.iter().map(|idx| naive_values(catalog, &catalog.resources[*idx as usize], key)).collect()
}

/// Whether a line counts a resource with these values.
fn is_in(facet: &Facet, axis: &Axis, line: usize, values: &BTreeSet<String>) -> bool {
    match axis.lines[line].value {
        Some(value) => values.contains(&facet.values[value as usize].id),
        None => values.is_empty(),
    }
}

fn id(facet: &Facet, value: Option<u32>) -> &str {
    value.map_or(NOT_STATED, |value| facet.values[value as usize].id.as_str())
}

fn n(count: u32) -> usize {
    count as usize
}

#[test]
fn a_cell_of_the_map_counts_what_has_both_values() {
    arbtest::arbtest(|u| {
        let (catalog, engine, state) = any_case(u)?;
        let set = naive_set(&catalog, &state, None);
        let Some(map) = gap_map(&engine, any_key(u)?, any_key(u)?, &explore(&engine, &state).0.set, u.arbitrary()?)
        else {
            assert!(engine.facets.iter().all(|facet| !facet.is_used()));
            return Ok(());
        };
        let facets = [&map.rows, &map.columns].map(|axis| &engine.facets[axis.facet]);
        let values = facets.map(|facet| having(&catalog, &set, &facet.definition.key));
        let types = having(&catalog, &set, "type");
        assert_eq!(map.total, set.len());
        for row in 0..map.rows.lines.len() {
            let in_row = values[0].iter().filter(|values| is_in(facets[0], &map.rows, row, values)).count();
            assert_eq!(n(map.rows.lines[row].count), in_row);
            for column in 0..map.columns.lines.len() {
                let both: Vec<&BTreeSet<String>> = (values[0].iter().zip(&values[1]).zip(&types))
                    .filter(|((a, b), _)| {
                        is_in(facets[0], &map.rows, row, a) && is_in(facets[1], &map.columns, column, b)
                    })
                    .map(|(_, types)| types)
                    .collect();
                assert_eq!(n(map.count(row, column)), both.len());
                for (kind, count) in map.kinds.iter().zip(map.kinds_at(row, column)) {
                    let kind = &engine.facet("type").unwrap().values[*kind as usize].id;
                    assert_eq!(n(*count), both.iter().filter(|types| types.contains(kind)).count(), "{kind}");
                }
                let has_values = map.rows.lines[row].value.is_some() && map.columns.lines[column].value.is_some();
                let in_column =
                    values[1].iter().filter(|values| is_in(facets[1], &map.columns, column, values)).count();
                let counts = (both.len(), in_row, in_column, set.len());
                assert_eq!(map.is_fewer(row, column), has_values && is_clearly_less(counts, 1, 3.84));
                // A gap is less than half of what is expected, and far beyond chance.
                assert_eq!(map.is_gap(row, column), has_values && is_clearly_less(counts, 2, 10.83));
                assert!(map.most() >= map.count(row, column));
            }
        }
        Ok(())
    });
}

/// Whether so many of two values are fewer than a part of what is expected, and how far beyond chance that is.
fn is_clearly_less((both, in_row, in_column, total): (usize, usize, usize, usize), part: usize, least: f64) -> bool {
    let of = |n: usize| u32::try_from(n).unwrap();
    let contrast = Contrast::of_part(of(both), of(in_row), of(in_column), of(total));
    part * both * total < in_row * in_column && contrast.is_clear() && contrast.log_likelihood() >= least
}

#[test]
fn every_value_that_is_found_has_one_line_and_every_line_can_be_opened() {
    arbtest::arbtest(|u| {
        let (_, engine, state) = any_case(u)?;
        let Some(map) = gap_map(&engine, any_key(u)?, any_key(u)?, &explore(&engine, &state).0.set, u.arbitrary()?)
        else {
            return Ok(());
        };
        let facet = &engine.facets[map.rows.facet];
        let all: Vec<u32> = (0..).take(facet.values.len()).collect();
        for order in [LineOrder::Natural, LineOrder::Count] {
            let shown = map.rows.shown(&engine, order, &all);
            let lines: BTreeSet<usize> = shown.iter().map(|shown| shown.line).collect();
            assert_eq!((lines.len(), shown.len()), (map.rows.lines.len(), map.rows.lines.len()));
            for pair in shown.windows(2) {
                assert!(pair[1].depth <= pair[0].depth + 1);
                let [a, b] = [pair[0].line, pair[1].line].map(|line| &map.rows.lines[line]);
                assert!(a.value.is_some(), "what is not stated is last");
                if order == LineOrder::Count && pair[0].depth == pair[1].depth && b.value.is_some() {
                    assert!(a.count >= b.count);
                }
            }
            let closed = map.rows.shown(&engine, order, &[]);
            assert!(closed.iter().all(|shown| shown.depth == 0 && shown.is_open != Some(true)));
        }
        Ok(())
    });
}

#[test]
fn the_gaps_in_sight_are_the_cells_of_two_values_that_clearly_few_resources_have() {
    arbtest::arbtest(|u| {
        let (_, engine, state) = any_case(u)?;
        let Some(map) = gap_map(&engine, any_key(u)?, any_key(u)?, &explore(&engine, &state).0.set, u.arbitrary()?)
        else {
            return Ok(());
        };
        let facets = [map.rows.facet, map.columns.facet].map(|at| &engine.facets[at]);
        let open =
            facets.map(|facet| (0..).take(facet.values.len()).filter(|value| value % 2 == 0).collect::<Vec<u32>>());
        let orders = [LineOrder::Natural, LineOrder::Count];
        let shown = ShownMap::new(&engine, Arc::new(map), orders, open.each_ref().map(Vec::as_slice));
        let value = |axis: &Axis, at: usize| axis.lines[at].value;
        let (mut n_cells, mut gaps) = (0, Vec::new());
        for row in &shown.rows {
            for column in &shown.columns {
                let values = value(&shown.map.rows, row.line).zip(value(&shown.map.columns, column.line));
                n_cells += usize::from(values.is_some());
                let (rows, columns) = (&shown.map.rows.lines, &shown.map.columns.lines);
                let both = n(shown.map.count(row.line, column.line));
                let counts = (both, n(rows[row.line].count), n(columns[column.line].count), shown.map.total);
                if values.is_some() && is_clearly_less(counts, 2, 10.83) {
                    gaps.push((row.line, column.line));
                }
            }
        }
        let found = shown.gaps().into_iter().flat_map(|(row, columns)| columns.into_iter().map(move |at| (row, at)));
        assert_eq!((found.collect::<Vec<_>>(), shown.n_cells()), (gaps.clone(), n_cells));
        let clearest = shown.clearest_gaps(3);
        let surprise = |cell: &(usize, usize)| shown.map.contrast(cell.0, cell.1).log_likelihood();
        assert!(clearest.len() <= 3 && clearest.is_sorted_by(|a, b| surprise(a) >= surprise(b)));
        for (at, (row, column)) in clearest.iter().enumerate() {
            assert!(gaps.contains(&(*row, *column)), "a sentence names what is not in sight");
            assert!(clearest[..at].iter().all(|other| other.0 != *row && other.1 != *column));
        }
        assert!(gaps.iter().all(|gap| clearest.first().is_some_and(|first| surprise(first) >= surprise(gap))));
        for closed in shown.closed_rows() {
            assert!(!open[0].contains(&closed));
            assert!(facets[0].values.iter().any(|value| value.parent == Some(closed)));
        }
        Ok(())
    });
}

#[test]
fn a_cell_leads_to_the_resources_that_it_counts() {
    arbtest::arbtest(|u| {
        let (_, engine, state) = any_case(u)?;
        let Some(map) = gap_map(&engine, any_key(u)?, any_key(u)?, &explore(&engine, &state).0.set, u.arbitrary()?)
        else {
            return Ok(());
        };
        let facets = [&map.rows, &map.columns].map(|axis| &engine.facets[axis.facet]);
        for (row, line) in map.rows.lines.iter().enumerate() {
            for (column, other) in
                map.columns.lines.iter().enumerate().filter(|(column, _)| map.count(row, *column) > 0)
            {
                let values = [
                    (facets[0].definition.key.as_str(), id(facets[0], line.value)),
                    (facets[1].definition.key.as_str(), id(facets[1], other.value)),
                ];
                let next = drill_down(&engine, &state, &values);
                let found = explore(&engine, &next).0.total;
                assert_eq!(found, n(map.count(row, column)), "{values:?} of {state:?} is {next:?}");
                assert_eq!((next.view, next.open, next.pages), (View::List, None, next.pages));
            }
        }
        Ok(())
    });
}

#[test]
fn few_resources_stand_in_the_order_of_their_dates() {
    arbtest::arbtest(|u| {
        let (_, engine, state) = any_case(u)?;
        let set = explore(&engine, &state).0.set;
        let shown = by_date(&engine, &set);
        let date = |idx: ResourceIdx| engine.store.published(idx);
        assert_eq!(shown.len(), set.iter().filter(|idx| date(*idx).is_some()).count());
        assert!(shown.iter().all(|idx| set.contains(*idx)));
        assert!(shown.is_sorted_by_key(|idx| date(*idx)));
        Ok(())
    });
}

#[test]
fn a_bar_of_the_timeline_counts_the_resources_of_its_years() {
    arbtest::arbtest(|u| {
        let (catalog, engine, state) = any_case(u)?;
        let set = naive_set(&catalog, &state, Some("year"));
        let text = text_hits(&engine, &parse_query(&engine, &state.query), true).set;
        let line = timeline(&engine, &text, &state.filter, any_key(u)?);
        assert_eq!(line.total, set.len());
        assert!(line.slots.windows(2).all(|slots| slots[0].to + 1 == slots[1].from));
        let of = |years: &dyn Fn(&BTreeSet<String>) -> bool, bar: &competency_explorer::explore::Bar| {
            let with_years =
                |idx: &&ResourceIdx| years(&naive_values(&catalog, &catalog.resources[**idx as usize], "year"));
            let within: BTreeSet<ResourceIdx> = set.iter().filter(with_years).copied().collect();
            assert_eq!(n(bar.total), within.len());
            assert!(bar.total.max(bar.parts.iter().sum()) <= line.most());
            let Some((facet, values)) = &line.stack else { return };
            let facet = &engine.facets[*facet];
            let told: Vec<&str> = values.iter().map(|value| id(facet, Some(*value))).collect();
            let having = having(&catalog, &within, &facet.definition.key);
            let none_told = |values: &&BTreeSet<String>| told.iter().all(|value| !values.contains(*value));
            let mut expected: Vec<usize> =
                told.iter().map(|value| having.iter().filter(|values| values.contains(*value)).count()).collect();
            expected.push(having.iter().filter(|values| !values.is_empty()).filter(none_told).count());
            expected.push(having.iter().filter(|values| values.is_empty()).count());
            assert_eq!(bar.parts.iter().map(|count| n(*count)).collect::<Vec<_>>(), expected);
        };
        for slot in &line.slots {
            let year = |year: &String| (slot.from..=slot.to).contains(&year.parse().unwrap());
            of(&|years| years.iter().any(year), &slot.bar);
        }
        of(&|years| years.is_empty(), &line.undated);
        Ok(())
    });
}

#[test]
fn a_range_of_the_timeline_gives_what_its_bars_count() {
    arbtest::arbtest(|u| {
        let (_, engine, state) = any_case(u)?;
        let text = text_hits(&engine, &parse_query(&engine, &state.query), true).set;
        let line = timeline(&engine, &text, &state.filter, "");
        if line.slots.is_empty() {
            return Ok(());
        }
        let (a, b) = (u.choose_index(line.slots.len())?, u.choose_index(line.slots.len())?);
        let mut next = state.clone();
        for old in state.filter.of("year").map(|choice| choice.any.clone()).unwrap_or_default() {
            next.filter.forget("year", &old);
        }
        let Some(range) = line.range(a, b) else {
            assert_eq!(explore(&engine, &next).0.total, line.total);
            return Ok(());
        };
        next.filter.choose("year", &range);
        let expected: u32 = line.slots[a.min(b)..=a.max(b)].iter().map(|slot| slot.bar.total).sum();
        assert_eq!(explore(&engine, &next).0.total, n(expected));
        let again = timeline(&engine, &text, &next.filter, "");
        assert_eq!(again.chosen, Some((a.min(b), a.max(b))));
        let bars = |line: &competency_explorer::explore::Timeline| {
            line.slots.iter().map(|slot| slot.bar.total).collect::<Vec<_>>()
        };
        assert_eq!(bars(&again), bars(&line), "a range leaves the bars as they are");
        Ok(())
    });
}

#[test]
fn a_month_counts_what_its_link_leads_to_and_months_make_up_their_year() {
    arbtest::arbtest(|u| {
        let (_, engine, mut state) = any_case(u)?;
        let text = |state: &State| text_hits(&engine, &parse_query(&engine, &state.query), state.only_words).set;
        let line = timeline(&engine, &text(&state), &state.filter, "");
        let Some(slot) = line.slots.iter().find(|slot| slot.bar.total > 0) else { return Ok(()) };
        let years = state.filter.of("year").map(|choice| choice.any.clone()).unwrap_or_default();
        for year in years {
            state.filter.forget("year", &year);
        }
        state.filter.choose("year", &slot.range());
        let line = timeline(&engine, &text(&state), &state.filter, "");
        assert_eq!(line.chosen_year(), Some(slot.from).filter(|from| *from == slot.to));
        let Some(year) = line.chosen_year() else { return Ok(()) };
        let Some(of) = months(&engine, &text(&state), &state.filter, year) else { return Ok(()) };
        assert_eq!(of.counts.iter().sum::<u32>() + of.undated, slot.bar.total, "{of:?}");
        for (month, count) in (1..).zip(of.counts) {
            let next = drill_down_to_month(&engine, &state, year, month);
            assert_eq!(explore(&engine, &next).0.total, n(count), "{year}-{month} of {state:?} is {next:?}");
        }
        Ok(())
    });
}

#[test]
fn the_months_of_a_year_of_the_shipped_catalog_are_those_of_its_records() {
    let engine = &*SHIPPED;
    let all = ResourceSet::all(engine.len());
    let year = |at| engine.store.published(at).map(PartialDate::year);
    let most = (0..).take(engine.len()).filter_map(year).max().unwrap();
    for year in most - 9..=most {
        let with = |month| {
            let dates = (0..).take(engine.len()).filter_map(|at| engine.store.published(at));
            dates.filter(|date| date.year() == year && date.month() == month).count()
        };
        let of = months(engine, &all, &State::default().filter, i64::from(year)).unwrap();
        let counted: Vec<usize> = (1..=12).map(|month| with(Some(month))).collect();
        assert_eq!((of.counts.map(n).to_vec(), n(of.undated)), (counted, with(None)), "{year}");
    }
}

#[test]
fn pairs_are_counted_as_by_hand() {
    arbtest::arbtest(|u| {
        let (catalog, engine, state) = any_case(u)?;
        let set = naive_set(&catalog, &state, None);
        let having = having(&catalog, &set, "theme");
        let facet = engine.facet("theme").unwrap();
        let breadth = *u.choose(&[TreeLevel::Broad, TreeLevel::Narrow])?;
        let met = co_occurrences(facet, &explore(&engine, &state).0.set, breadth);
        assert_eq!(n(met.n_stated), having.iter().filter(|values| !values.is_empty()).count());
        let ids: Vec<&str> = met.values.iter().map(|(value, _)| id(facet, Some(*value))).collect();
        for pair in met.pairs(u.arbitrary()?) {
            let has = |at: usize| having.iter().filter(|values| values.contains(ids[at])).count();
            let both =
                having.iter().filter(|values| values.contains(ids[pair.a]) && values.contains(ids[pair.b])).count();
            assert_eq!(n(pair.count), both);
            #[allow(clippy::cast_precision_loss, reason = "small numbers")]
            let lift = (both * having.iter().filter(|values| !values.is_empty()).count()) as f64
                / (has(pair.a) * has(pair.b)) as f64;
            #[allow(clippy::cast_precision_loss, reason = "small numbers")]
            let tenths = pair.lift as f64;
            assert!((tenths - lift * 10.0).abs() <= 0.5, "{lift} in tenths is {tenths}");
            let next = drill_down(&engine, &state, &[("theme", ids[pair.a]), ("theme", ids[pair.b])]);
            assert_eq!(explore(&engine, &next).0.total, both, "{state:?} becomes {next:?}");
        }
        Ok(())
    });
}

#[test]
fn a_map_has_room_for_a_stated_number_of_cells() {
    let record = |n: usize| {
        format!(
            r#"{{"id": "{n}", "title": "A", "keywords": ["k{n}"], "publishers": ["p{n}"], "themes": ["t{n}"], "published": "{}"}}"#,
            1900 + n % 90
        )
    };
    let records: Vec<String> = (0..400).map(record).collect();
    let themes: Vec<String> = (0..400).map(|n| format!(r#"{{"id": "t{n}", "label": "T{n}"}}"#)).collect();
    let file = format!(
        r#"{{"title": "T", "vocabulary": {{"themes": [{}]}}, "resources": [{}]}}"#,
        themes.join(","),
        records.join(",")
    );
    let engine = Engine::new(read(file.as_bytes()).unwrap().0);
    let all = ResourceSet::all(engine.len());
    for (rows, columns, is_cut) in
        [("keyword", "publisher", false), ("theme", "year", true), ("year", "theme", true), ("theme", "keyword", true)]
    {
        let map = gap_map(&engine, rows, columns, &all, false).unwrap();
        let n_rows = map.rows.lines.len();
        let shown = ShownMap::new(&engine, Arc::new(map), [LineOrder::Count; 2], [&[]; 2]);
        let n_cells = shown.rows.len() * shown.columns.len();
        assert!(n_cells <= MAP_CELLS_DRAWN && n_cells > MAP_CELLS_DRAWN / 2, "{rows} by {columns}: {n_cells} cells");
        assert_eq!(shown.rows.len() + shown.n_more_rows, n_rows, "{rows} by {columns}");
        assert_eq!(shown.n_more_rows > 0, is_cut, "{rows} by {columns}");
    }
}

#[test]
fn the_shipped_catalog_has_a_map_a_timeline_and_connections() {
    let engine = &*SHIPPED;
    let all = ResourceSet::all(engine.len());
    let map = gap_map(engine, "theme", "audience", &all, true).unwrap();
    let themes = engine.facet("theme").unwrap();
    assert_eq!((map.rows.lines.len(), map.rows.n_more), (themes.values.len(), 0));
    assert!(map.most() > 50 && map.kinds.len() == 6);
    assert_eq!(
        map.rows.shown(engine, LineOrder::Natural, &[]).len(),
        themes.values.iter().filter(|value| value.parent.is_none()).count()
    );
    let line = timeline(engine, &all, &State::default().filter, "type");
    assert!(line.slots.len() > 5 && line.slots[0].to > line.slots[0].from, "early years are one slot");
    assert!(line.slots[0].bar.total * 20 <= line.slots.iter().map(|slot| slot.bar.total).sum::<u32>());
    assert_eq!(line.slots.iter().map(|slot| n(slot.bar.total)).sum::<usize>() + n(line.undated.total), engine.len());
    assert!(co_occurrences(themes, &all, TreeLevel::Broad).pairs(false)[0].count > 50);
}
