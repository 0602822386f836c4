//! Words for what a search finds, does not find, and could be narrowed to.

use super::facets::{condition, facet_names, facet_within, joint, short, value_label};
use super::functions::{
    address_hint, also_matched, also_searched, broaden_to, facet_name, field_name, label_within, matched_in_fields,
    mostly, none_on, nothing_has, nothing_in, nothing_on_in, of_type, on_rest_of_query, only_in_values, plural_label,
    query_hint, query_in, search_everywhere, suggest_filters, suggest_only, suggest_places, suggest_resources,
    suggest_search, suggest_spelling, suggest_types, suggest_words, with_again, without_choice, without_condition,
    without_query,
};
use super::{chosen_value, commas, date, number, quoted};
use crate::explore::{
    Condition, Engine, Hint, MAX_COMPARED, Named, Recognized, Relaxation, State, Suggested, Suggestion,
    SuggestionGroup, conditions, date_of, nearest_field,
};
use crate::search::query::QueryHint;
use crate::search::{Also, TextField};

/// "Shown is what has most of these words. Also matched: competency. Also searched: mastery-based learning."
pub fn also(also: &Also) -> String {
    let mut lines = Vec::new();
    if also.partly {
        lines.push(mostly().to_owned());
    }
    if !also.spelled.is_empty() {
        lines.push(also_matched(&commas(&also.spelled)));
    }
    if !also.synonyms.is_empty() {
        lines.push(also_searched(&commas(&also.synonyms)));
    }
    lines.join(" ")
}

/// The headline where nothing is found: the conditions that no resource meets together.
pub fn nothing(engine: &Engine, state: &State) -> String {
    let (mut all, mut left_out): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    let mut before = None;
    for condition in &conditions(engine, state) {
        match (condition, all.last_mut()) {
            (Condition::LeftOut(..), _) => left_out.push(short(engine, condition)),
            // One of several values of a facet: "Theme: Grading or Pacing".
            (Condition::Value(key, _), Some(last)) if before.as_ref() == Some(key) => {
                let joint = joint(state.filter.of(key).is_some_and(|choice| choice.all));
                *last = format!("{last} {joint} {}", short(engine, condition));
            }
            _ => all.push(self::condition(engine, condition)),
        }
        before = if let Condition::Value(key, _) = condition { Some(key.clone()) } else { None };
    }
    nothing_has(&all, &left_out)
}

/// "Without Place: Guam: 12 resources"
pub fn way_out(engine: &Engine, way: &Relaxation) -> String {
    let n = way.count;
    match &way.condition {
        Condition::Filter => search_everywhere(n),
        Condition::Query => without_query(n),
        Condition::Facet(_) => without_choice(&condition(engine, &way.condition), n),
        Condition::Part(part) if part.negated => with_again(&short(engine, &way.condition), n),
        Condition::LeftOut(..) => with_again(&short(engine, &way.condition), n),
        Condition::Broader(_, value) => broaden_to(&short(engine, value), &short(engine, &way.condition), n),
        Condition::Part(_) | Condition::Value(..) => without_condition(&condition(engine, &way.condition), n),
    }
}

/// What a suggestion says, in three pieces: what it is where its group does not say so, its name, the count.
pub fn suggestion(engine: &Engine, of: &Suggestion) -> (String, String, String) {
    let (what, label) = match &of.what {
        Suggested::Value { facet, value } => {
            let what =
                if of.group(engine) == SuggestionGroup::Filter { facet_names(&engine.facets[*facet]).1 } else { "" };
            (what, engine.facets[*facet].values[*value as usize].label.clone())
        }
        Suggested::Named(values) => (suggest_only(), in_values(engine, &of.query, values)),
        Suggested::Title(idx) => ("", engine.shown_title(*idx).into_owned()),
        Suggested::Typed => (suggest_search(), quoted(&of.query)),
        Suggested::Spelled => (suggest_spelling(), of.query.clone()),
        Suggested::Word(_) => ("", of.query.clone()),
    };
    let is_title = matches!(of.what, Suggested::Title(_));
    let count = if is_title { String::new() } else { number(of.count) };
    (what.to_owned(), label, count)
}

/// The name of a group of suggestions; the first one, which says itself what it does, has none that is shown.
pub fn suggestion_group(group: SuggestionGroup) -> &'static str {
    match group {
        SuggestionGroup::Query => suggest_search(),
        SuggestionGroup::Theme => facet_name("theme").map_or("", |(many, _)| many),
        SuggestionGroup::Place => suggest_places(),
        SuggestionGroup::Type => suggest_types(),
        SuggestionGroup::Filter => suggest_filters(),
        SuggestionGroup::Resource => suggest_resources(),
        SuggestionGroup::Word => suggest_words(),
    }
}

/// "rubric in Videos", "grading in Guides, Teachers", "Maine, High school", "June 2024", "rubric from 2015": a month has its
/// year, and a span of years stands behind all.
fn in_values(engine: &Engine, rest: &str, values: &[(usize, String)]) -> String {
    let has_month = rest.split(' ').any(|term| date_of(term).is_some());
    let is_dated = |(facet, _): &&(usize, String)| has_month && engine.facets[*facet].definition.key == "year";
    let (spans, others): (Vec<_>, Vec<_>) =
        values.iter().filter(|value| !is_dated(value)).partition(|(_, value)| value.contains(".."));
    let names: Vec<String> = others.into_iter().map(|(facet, value)| many(engine, *facet, value)).collect();
    let rest = with_dates(rest);
    let what = match (rest.as_str(), names.as_slice()) {
        ("", _) => commas(&names),
        (_, []) => rest,
        _ => query_in(&rest, &commas(&names)),
    };
    let spans = spans.into_iter().map(|(facet, span)| many(engine, *facet, span));
    [what].into_iter().chain(spans).filter(|text| !text.is_empty()).collect::<Vec<String>>().join(" ")
}

/// A query with its terms for dates as readers write these: "rubric June 2024" for `rubric year:2024-06`.
fn with_dates(query: &str) -> String {
    let terms = query.split(' ').map(|term| date_of(term).map_or_else(|| term.to_owned(), date));
    terms.collect::<Vec<String>>().join(" ")
}

/// The name of a value; of a type, of which there are many, in the plural.
fn many(engine: &Engine, facet: usize, value: &str) -> String {
    let facet = &engine.facets[facet];
    let label = facet.find(value).map(|idx| &facet.values[idx as usize].label);
    match label {
        Some(label) if facet.definition.key == "type" => plural_label(label),
        Some(label) => label.clone(),
        None => value_label(facet, value),
    }
}

/// "Only rubric in Videos: 7 resources"
pub fn recognized(engine: &Engine, found: &Recognized) -> String {
    let values: Vec<(usize, String)> = found.values.iter().map(|named| (named.facet, named.value.clone())).collect();
    only_in_values(&in_values(engine, &found.rest, &values), found.count)
}

/// "No videos on “rubric”.", where nothing has both; else nothing.
pub fn recognized_nothing(engine: &Engine, found: &Recognized) -> Option<String> {
    if found.count > 0 {
        return None;
    }
    let rest = with_dates(&found.rest);
    let key = |named: &Named| engine.facets[named.facet].definition.key.as_str();
    if found.values.iter().any(|named| named.value.contains("..")) {
        let values = found.values.iter();
        let values =
            values.map(|named| condition(engine, &Condition::Value(key(named).to_owned(), named.value.clone())));
        let query = (!rest.is_empty()).then(|| quoted(&rest));
        return Some(nothing_has(&query.into_iter().chain(values).collect::<Vec<String>>(), &[]));
    }
    let names: Vec<String> = found.values.iter().map(|named| many(engine, named.facet, &named.value)).collect();
    Some(match (found.values.as_slice(), names.as_slice()) {
        _ if rest.is_empty() => nothing_in(&names),
        ([one], [name]) if key(one) == "type" => none_on(&label_within(name), &rest),
        _ => nothing_on_in(&rest, &names),
    })
}

/// "7 videos", "Maine: 25"
pub fn named(engine: &Engine, named: &Named) -> String {
    let name = many(engine, named.facet, &named.value);
    let facet = &engine.facets[named.facet];
    if let Some(idx) = facet.find(&named.value).filter(|_| facet.definition.key == "type") {
        let one = label_within(&facet.values[idx as usize].label);
        of_type(named.count, &one, &label_within(&name))
    } else {
        chosen_value(&name, &number(named.count))
    }
}

/// "14 on “rubric”"
pub fn on_rest(found: &Recognized) -> String {
    on_rest_of_query(found.rest_count, &with_dates(&found.rest))
}

/// "Matched in: title, themes"
pub fn matched_in(fields: &[TextField]) -> String {
    let names: Vec<&str> = fields.iter().map(|field| field_name(*field)).collect();
    matched_in_fields(&commas(&names))
}

/// What of a query was not read as it was written, and how it was read instead.
pub fn misread(engine: &Engine, hint: &QueryHint) -> String {
    let meant = if let QueryHint::UnknownField(field) = hint { nearest_field(engine, field) } else { None };
    query_hint(hint, meant)
}

/// What of an address means nothing in this catalog.
pub fn hint(engine: &Engine, hint: &Hint) -> String {
    let facet = match hint {
        Hint::NoSuchValue { key, .. } => engine.facet(key).map_or_else(|| key.clone(), facet_within),
        _ => String::new(),
    };
    address_hint(&hint.shortened(), &facet, MAX_COMPARED)
}
