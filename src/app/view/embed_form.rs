//! The form of the view that makes the snippet: what is held fast, parts, colours, height.

use super::embed::{Chosen, to_results};
use super::shape::{checkbox, pick};
use crate::app::browser::{self, Piece};
use crate::app::explorer::Explorer;
use crate::app::words;
use crate::embed::{Height, Part, Scheme};
use crate::explore::{Condition, View, conditions};

/// The words of a skin, in the order of the form.
pub(super) const KEYS: [&str; 5] = ["accent", "background", "text", "radius", "font"];
/// The heights that are offered, in pixels.
const HEIGHTS: [u32; 3] = [500, 800, 1_200];
/// The corners that are offered, in pixels.
const CORNERS: [u32; 4] = [0, 4, 8, 16];
/// The views that an embed can begin with.
const VIEWS: [View; 6] = [View::List, View::Table, View::Cloud, View::Map, View::Time, View::Together];

/// The style token that a word of a skin sets.
pub(super) fn token_of(key: &str) -> &'static str {
    match key {
        "accent" => "--accent",
        "background" => "--paper",
        _ => "--ink",
    }
}

/// The form.
pub(super) fn form(explorer: Explorer, chosen: &Chosen, into: &mut Piece) {
    let part = group(words::EMBED_WHAT, into);
    locks(explorer, chosen, part);
    let views = VIEWS.map(|view| (view.info().word, words::view(view, 0)));
    pick_of("embed-view", words::EMBED_VIEW, &views, chosen.view.info().word, part);
    let part = group(words::EMBED_PARTS, into);
    for one in Part::ALL {
        let id = format!("embed-part:{}", one.word());
        checkbox(&id, one.word(), words::part_name(one), !chosen.wish.hidden.contains(&one), part);
    }
    checkbox("embed-compact", "compact", words::EMBED_COMPACT, chosen.wish.is_compact, part);
    look(chosen, group(words::EMBED_LOOK, into));
    address(chosen, into);
}

fn group<'a>(name: &str, into: &'a mut Piece) -> &'a mut Piece {
    let group = into.child("fieldset");
    group.child("legend").text(name);
    group
}

fn pick_of(act: &str, name: &str, options: &[(&str, String)], now: &str, into: &mut Piece) {
    let options: Vec<(&str, &str)> = options.iter().map(|(word, text)| (*word, text.as_str())).collect();
    pick(act, name, &options, now, into);
}

/// What is filtered now, each facet once, with the tick that holds it fast.
fn locks(explorer: Explorer, chosen: &Chosen, into: &mut Piece) {
    let conditions = explorer.with(|state| conditions(explorer.engine, state));
    into.child("p").text(if conditions.is_empty() { words::EMBED_ALL } else { words::EMBED_FILTERED });
    let mut keys: Vec<(String, Vec<String>)> = Vec::new();
    for one in &conditions {
        let key = match one {
            Condition::Value(key, _) | Condition::LeftOut(key, _) => key.clone(),
            _ => "q".to_owned(),
        };
        let text = words::told(explorer.engine, one);
        match keys.iter_mut().find(|(other, _)| *other == key) {
            Some((_, texts)) => texts.push(text),
            None => keys.push((key, vec![text])),
        }
    }
    for (key, texts) in keys {
        let is_locked = chosen.wish.locked.contains(&key);
        checkbox(&format!("embed-lock:{key}"), "lock", &texts.join(", "), is_locked, into);
    }
    to_results(explorer, into);
}

fn look(chosen: &Chosen, into: &mut Piece) {
    let wish = &chosen.wish;
    let schemes = Scheme::ALL.map(|scheme| (scheme.word(), words::scheme(scheme).to_owned()));
    pick_of("embed-scheme", words::EMBED_SCHEME, &schemes, wish.scheme.word(), into);
    let of = |key: &str| wish.skin.iter().find(|(other, _)| *other == key).map(|(_, value)| value.as_str());
    for (key, name) in [("accent", words::ACCENT), ("background", words::BACKGROUND), ("text", words::TEXT_COLOUR)] {
        colour(key, name, of(key), into.child("p").class("colour"));
    }
    let usual = [(String::new(), words::EMBED_COLOURS.to_owned())];
    let corners = usual.into_iter().chain(CORNERS.map(|n| (n.to_string(), words::pixels(n)))).collect::<Vec<_>>();
    let corners: Vec<(&str, String)> = corners.iter().map(|(word, text)| (word.as_str(), text.clone())).collect();
    pick_of("embed-radius", words::RADIUS, &corners, of("radius").unwrap_or_default(), into);
    text_field("embed-font", words::EMBED_FONT, of("font").unwrap_or_default(), into);
    let heights = HEIGHTS.map(|n| (n.to_string(), words::pixels(n)));
    let mut options = vec![("", words::HEIGHT_AUTO.to_owned())];
    options.extend(heights.iter().map(|(word, text)| (word.as_str(), text.clone())));
    let now = match wish.height {
        Height::Auto => String::new(),
        Height::Fixed(height) => height.to_string(),
    };
    pick_of("embed-height", words::EMBED_HEIGHT, &options, &now, into);
}

/// A colour that is chosen, or not: a tick, and the field once it is.
fn colour(key: &str, name: &str, value: Option<&str>, into: &mut Piece) {
    let turned = if value.is_some() { "off" } else { "on" };
    checkbox(&format!("embed-{key}:{turned}"), key, name, value.is_some(), into);
    if let Some(value) = value {
        let act = format!("embed-{key}");
        let field = into.child("input").with("type", "color").id(&act).with("data-act", &act);
        field.with("aria-label", name).with("value", &format!("#{value}"));
    }
}

fn text_field(act: &str, name: &str, value: &str, into: &mut Piece) {
    let label = into.child("label").class("pick");
    label.child("span").text(name);
    label
        .child("input")
        .with("type", "text")
        .id(act)
        .with("data-act", act)
        .with("spellcheck", "false")
        .with("value", value);
}

/// Where the explorer stands on the web, which a page from disk can't know.
fn address(chosen: &Chosen, into: &mut Piece) {
    if browser::whole_address().starts_with("http") {
        return;
    }
    let group = group(words::EMBED_ADDRESS, into);
    group.child("p").text(words::EMBED_ADDRESS_HINT);
    text_field("embed-address", words::EMBED_ADDRESS_FIELD, &chosen.wish.explorer, group);
}
