//! The address grammar: a [`State`] as the fragment of an address, and back.
//!
//! `#/?q=seat+time&theme=grading&theme=pacing&type=report&-place=Maine&year=2016..2019&sort=newest&view=cloud&open=ID&compare=ID`:
//! singular keys, repeated for several values, in one fixed order, defaults omitted. A facet's key alone (`place=`) asks for
//! resources where it is not stated; a minus in front leaves out; `all=theme` asks for all chosen values of a facet, not any;
//! `only=words` searches no other words than the typed ones. How views show what matches: the cloud `cloud=keyword`,
//! `weigh=special`, `order=weight`, `least=3`, `tags=80`; the map `rows=theme`, `columns=place`; the timeline `stack=type`; the
//! table `show=publisher`; the comparison `only=differences`, `only=complete`; the sets `a=` and, for each further one, `b=`, each a fragment; a theme on its own `about=grading`, another value
//! `about=place:Maine`; a list that
//! somebody shares `view=shelf`, `list=Board`, `list-for=Teachers`, `item=ID`; the language of the page `lang=es`. Keys that are not known are kept aside and written back
//! last. `#/own` is no state: `public/boot.js` opens the page where catalogs are made there, and the app hears nothing of it. The bare address `#/` is the first page, `view=list` with nothing else all resources. Reading never fails, and `read(write(state)) == state`.

use form_urlencoded::{Serializer, byte_serialize, parse};

use super::look::{Look, MAX_SETS};
use super::state::{MAX_PAGES, Sort, State};
use super::view::View;
use crate::catalog::{HashSet, PartialDate};
use crate::facet::{Facet, Kind, NOT_STATED, Origin};
use crate::limits::{ADDRESS_BYTES, CHOSEN_VALUES, PICKED, QUERY_BYTES, SHOWN_COLUMNS, UNKNOWN_PAIRS, beginning, work};

const SORTS: [(Sort, &str); 4] =
    [(Sort::Relevance, "relevance"), (Sort::Newest, "newest"), (Sort::Oldest, "oldest"), (Sort::Title, "title")];
/// What `only` says.
const ONLY_WORDS: &str = "words";
const ONLY_DIFFERENCES: &str = "differences";
const ONLY_COMPLETE: &str = "complete";
/// What `weigh` and `order` say.
const SPECIAL: &str = "special";
const BY_WEIGHT: &str = "weight";
/// The keys that are repeated for several values, beside those of facets.
const LISTS: [&str; 3] = ["compare", "item", "show"];
/// The keys of the first set that is compared, and of each other one.
const FIRST_SET: &str = "a";
const OTHER_SET: &str = "b";

/// The word for a sort, in addresses and in the form control.
pub fn sort_word(sort: Sort) -> &'static str {
    word(&SORTS, sort)
}

/// The sort that a word names.
pub fn sort_of(word: &str) -> Option<Sort> {
    named(&SORTS, word)
}

/// The keys and values of an address's fragment (`#/?…`) or query part (`?…`), decoded.
pub fn pairs(address: &str) -> Vec<(String, String)> {
    parse(pairs_of(address).0.as_bytes()).into_owned().collect()
}

/// Whether an address is longer than is read: what is beyond it is no part of the state.
pub fn is_cut(address: &str) -> bool {
    pairs_of(address).1
}

/// The pairs of an address as they stand in it, up to [`ADDRESS_BYTES`], and no more than take as many when they are written: whole
/// ones, for half an id would be another one; and whether there are more.
fn pairs_of(address: &str) -> (&str, bool) {
    let pairs = address.trim_start_matches('#').trim_start_matches('/').trim_start_matches('?');
    let read = beginning(pairs, ADDRESS_BYTES);
    work::count(read.len());
    let whole = if read.len() < pairs.len() { read.rsplit_once('&').map_or("", |(whole, _)| whole) } else { pairs };
    let whole = written_within(whole, ADDRESS_BYTES);
    (whole, whole.len() < pairs.len())
}

/// The first pairs that take up to `most` bytes when they are written: `[` takes three, `%FF`, which is no text, nine.
fn written_within(pairs: &str, most: usize) -> &str {
    work::count(pairs.len());
    let (mut written, mut end) = (0, 0);
    let length = |text: &str| byte_serialize(text.as_bytes()).map(str::len).sum::<usize>();
    for pair in pairs.split('&') {
        written += parse(pair.as_bytes()).map(|(key, value)| length(&key) + length(&value) + 2).sum::<usize>();
        if written > most {
            return pairs.get(..end).unwrap_or_default().trim_end_matches('&');
        }
        end += pair.len() + 1;
    }
    pairs
}

/// Keys and values as they stand in an address.
pub fn query(pairs: &[(String, String)]) -> String {
    Serializer::new(String::new()).extend_pairs(pairs).finish()
}

/// The fragment of a state, with its `#`.
///
/// ```
/// use competency_explorer::explore::{Sort, State, fragment};
/// let state = State { query: "seat time".into(), sort: Sort::Newest, ..State::default() };
/// assert_eq!(fragment::write(&state), "#/?q=seat+time&sort=newest");
/// ```
pub fn write(state: &State) -> String {
    work::count(1);
    let mut pairs = Serializer::new(String::new());
    if !state.query.is_empty() {
        pairs.append_pair("q", &state.query);
    }
    if state.only_words {
        pairs.append_pair("only", ONLY_WORDS);
    }
    for (key, choice) in state.filter.iter() {
        pairs.extend_pairs(choice.any.iter().map(|value| (key, value)));
        pairs.extend_pairs(choice.all.then_some(("all", key)));
        pairs.extend_pairs(choice.not.iter().map(|value| (format!("-{key}"), value)));
    }
    if state.sort != Sort::default() {
        pairs.append_pair("sort", sort_word(state.sort));
    }
    if state.view != View::default() && state.view != View::Home {
        pairs.append_pair("view", state.view.info().word);
    }
    address_of_look(&state.look, &mut pairs);
    if state.pages > 1 {
        pairs.append_pair("page", &state.pages.to_string());
    }
    if let Some(id) = &state.open {
        pairs.append_pair("open", id);
    }
    pairs.extend_pairs(state.compared.iter().map(|id| ("compare", id)));
    if !state.shared.name.is_empty() {
        pairs.append_pair("list", &state.shared.name);
    }
    if !state.shared.for_whom.is_empty() {
        pairs.append_pair("list-for", &state.shared.for_whom);
    }
    pairs.extend_pairs(state.shared.ids.iter().map(|id| ("item", id)));
    pairs.extend_pairs(state.language.iter().map(|tag| ("lang", tag)));
    pairs.extend_pairs(&state.unknown);
    let pairs = pairs.finish();
    match (state.view, pairs.is_empty()) {
        (View::Home, true) => "#/".to_owned(),
        (View::Home, false) => format!("#/?view={}&{pairs}", View::Home.info().word),
        (View::List, true) => format!("#/?view={}", View::List.info().word),
        _ => format!("#/?{pairs}"),
    }
}

/// Writes down how views show what matches, as far as a reader has set it.
fn address_of_look(look: &Look, pairs: &mut Serializer<'_, String>) {
    let usual = Look::default();
    let (cloud, usual_cloud) = (&look.cloud, &usual.cloud);
    let mut put = |key: &str, value: &str, usual: &str| {
        if value != usual {
            pairs.append_pair(key, value);
        }
    };
    put("cloud", &cloud.of, &usual_cloud.of);
    put("weigh", if cloud.special { SPECIAL } else { "" }, "");
    put("order", if cloud.by_weight { BY_WEIGHT } else { "" }, "");
    put("least", &cloud.least.to_string(), &usual_cloud.least.to_string());
    put("tags", &cloud.most.to_string(), &usual_cloud.most.to_string());
    put("rows", &look.rows, &usual.rows);
    put("columns", &look.columns, &usual.columns);
    put("stack", &look.stack, &usual.stack);
    pairs.extend_pairs(look.shown.iter().map(|column| ("show", column)));
    pairs.extend_pairs(look.only_differences.then_some(("only", ONLY_DIFFERENCES)));
    pairs.extend_pairs(look.only_complete.then_some(("only", ONLY_COMPLETE)));
    let key = |at: usize| if at == 0 { FIRST_SET } else { OTHER_SET };
    pairs.extend_pairs(look.sets.iter().enumerate().map(|(at, set)| (key(at), set)));
    pairs.extend_pairs(look.about.iter().map(|theme| ("about", theme)));
}

/// Takes in a pair that says how a view shows what matches; whether it was one.
fn looked(look: &mut Look, key: &str, value: &str) -> bool {
    let at_least_one = |value: &str| value.parse::<u32>().ok().filter(|n| *n > 0);
    let is_some = !value.is_empty();
    match key {
        "cloud" if is_some => value.clone_into(&mut look.cloud.of),
        "weigh" if value == SPECIAL => look.cloud.special = true,
        "order" if value == BY_WEIGHT => look.cloud.by_weight = true,
        "least" | "tags" => match at_least_one(value) {
            Some(n) if key == "least" => look.cloud.least = n,
            Some(n) => look.cloud.most = n as usize,
            None => return false,
        },
        "rows" if is_some => value.clone_into(&mut look.rows),
        "columns" if is_some => value.clone_into(&mut look.columns),
        "stack" => value.clone_into(&mut look.stack),
        "show" if is_some => {
            let has_room = look.shown.len() < SHOWN_COLUMNS;
            if has_room {
                look.shown.push(value.to_owned());
            }
            return has_room;
        }
        "only" if value == ONLY_DIFFERENCES => look.only_differences = true,
        "only" if value == ONLY_COMPLETE => look.only_complete = true,
        FIRST_SET if look.sets.is_empty() => look.sets.push(value.to_owned()),
        FIRST_SET => value.clone_into(&mut look.sets[0]),
        OTHER_SET if look.sets.len() < MAX_SETS => {
            // The first one is the whole catalog where the address does not have it.
            let is_alone = look.sets.is_empty();
            look.sets.extend(is_alone.then(String::new));
            look.sets.push(value.to_owned());
        }
        "about" if is_some => look.about = Some(value.to_owned()),
        _ => return false,
    }
    true
}

/// The best reading of a fragment (`#/?…`) or of a query part (`?…`).
///
/// Keys that no catalog has are kept, so that what was read is written back whole:
///
/// ```
/// use competency_explorer::explore::{View, fragment};
/// let state = fragment::read("#/?q=seat+time&view=cloud&utm_source=mail", &[]);
/// assert_eq!((state.query.as_str(), state.view), ("seat time", View::Cloud));
/// assert_eq!(fragment::write(&state), "#/?q=seat+time&view=cloud&utm_source=mail");
/// ```
pub fn read(address: &str, facets: &[Facet]) -> State {
    // In the query part others leave their keys too (mail trackers): what is not ours there is nobody's mistake.
    let is_query_part = address.starts_with('?');
    let pairs = pairs_of(address).0;
    let view = if pairs.is_empty() { View::Home } else { View::List };
    let mut state = State { view, ..State::default() };
    // Once everything is read: all of what is chosen cannot be asked for before it is chosen, nor a query be added to.
    let (mut all, mut dated) = (Vec::new(), Vec::new());
    // What lists have: looking through them would take as many steps for each pair as they are long.
    let mut listed = HashSet::default();
    for (key, value) in parse(pairs.as_bytes()) {
        work::count(1);
        if LISTS.contains(&&*key) && !listed.insert(format!("{key}={value}")) {
            continue;
        }
        if key == "all" && facets.iter().any(|facet| facet.definition.key == value && facet.definition.is_multiple()) {
            if !all.contains(&value) {
                all.push(value);
            }
            continue;
        }
        if let Some(clause) = dated_clause(facets, &key, &value) {
            // More clauses than a query has words do not count there either, and a hint says so.
            if dated.len() < CHOSEN_VALUES {
                dated.push(clause);
            }
            continue;
        }
        let is_ours = known(&mut state, &key, &value)
            || looked(&mut state.look, &key, &value)
            || chosen(&mut state, facets, &mut listed, &key, &value);
        if !is_ours && !is_query_part && state.unknown.len() < UNKNOWN_PAIRS {
            state.unknown.push((key.into_owned(), value.into_owned()));
        }
    }
    for key in all {
        state.filter.set_all(&key, true);
    }
    ask_also(&mut state.query, dated);
    state
}

/// What a query asks for in place of a choice of a month or a day, which the facet of years has no value for: `year:2024-06`.
fn dated_clause(facets: &[Facet], key: &str, value: &str) -> Option<String> {
    let (key, sign) = key.strip_prefix('-').map_or((key, ""), |key| (key, "-"));
    let is_years = |facet: &Facet| facet.definition.key == "year" && facet.definition.origin == Origin::BuiltIn;
    let date: PartialDate = value.parse().ok()?;
    let has_facet = key == "year" && facets.iter().any(is_years);
    (has_facet && date.month().is_some()).then(|| format!("{sign}year:{date}"))
}

/// Adds clauses to a query that does not have them.
fn ask_also(query: &mut String, clauses: Vec<String>) {
    if clauses.is_empty() {
        return;
    }
    work::count(query.len());
    let mut words: HashSet<String> = query.split_whitespace().map(str::to_owned).collect();
    let new: Vec<String> = clauses.into_iter().filter(|clause| words.insert(clause.clone())).collect();
    if query.contains(" OR ") && !new.is_empty() && query.len() + "()".len() < QUERY_BYTES {
        *query = format!("({query})");
    }
    for clause in new {
        if query.len() + clause.len() >= QUERY_BYTES {
            break;
        }
        if !query.is_empty() {
            query.push(' ');
        }
        query.push_str(&clause);
    }
}

/// Takes in a pair that is no facet's; whether it was one.
fn known(state: &mut State, key: &str, value: &str) -> bool {
    match key {
        "q" => beginning(value, QUERY_BYTES).clone_into(&mut state.query),
        "only" if value == ONLY_WORDS => state.only_words = true,
        "sort" => match sort_of(value) {
            Some(sort) => state.sort = sort,
            None => return false,
        },
        // `#/bench` is short for `#/?view=bench`.
        "bench" if value.is_empty() => state.view = View::Bench,
        "view" => match View::of(value) {
            Some(view) => state.view = view,
            None => return false,
        },
        "page" => match value.parse() {
            Ok(pages) if 1 <= pages => state.pages = MAX_PAGES.min(pages),
            _ => return false,
        },
        "open" if !value.is_empty() => state.open = Some(value.to_owned()),
        "compare" if !value.is_empty() && state.compared.len() < PICKED => state.compared.push(value.to_owned()),
        "lang" if !value.is_empty() => state.language = Some(value.to_owned()),
        "list" => value.clone_into(&mut state.shared.name),
        "list-for" => value.clone_into(&mut state.shared.for_whom),
        "item" if !value.is_empty() && state.shared.ids.len() < PICKED => state.shared.ids.push(value.to_owned()),
        _ => return false,
    }
    true
}

/// Takes in a choice of a facet; whether it was one. What an address says of a value again, in the same way, is passed over.
fn chosen(state: &mut State, facets: &[Facet], listed: &mut HashSet<String>, key: &str, value: &str) -> bool {
    let (name, leave_out) = key.strip_prefix('-').map_or((key, false), |name| (name, true));
    let Some(facet) = facets.iter().find(|facet| facet.definition.key == name) else { return false };
    let value = canonical(facet, value);
    !listed.insert(format!("{key}={value}")) || state.filter.put(name, &value, leave_out)
}

/// The value as the catalog spells it, where it has it.
fn canonical(facet: &Facet, value: &str) -> String {
    let is_word = facet.definition.kind != Kind::Number && value != NOT_STATED;
    match Some(value).filter(|_| is_word).and_then(|value| facet.find(value)) {
        Some(idx) => facet.values[idx as usize].id.clone(),
        None => value.to_owned(),
    }
}

fn word<T: PartialEq + Copy>(words: &[(T, &'static str)], wanted: T) -> &'static str {
    words.iter().find(|(thing, _)| *thing == wanted).map_or("", |(_, word)| word)
}

fn named<T: Copy>(words: &[(T, &str)], wanted: &str) -> Option<T> {
    words.iter().find(|(_, word)| *word == wanted).map(|(thing, _)| *thing)
}
