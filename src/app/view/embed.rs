//! The view that makes the snippet for somebody's website: what it shows, how it looks, a preview, and a check.

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::drawn::{drawn_and, leads_to};
use super::embed_form::{self, KEYS};
use super::shape::button;
use crate::app::browser::{self, Piece};
use crate::app::explorer::{Explorer, use_explorer};
use crate::app::words;
use crate::embed::{Height, Part, Scheme, Snippet, Wish, snippet};
use crate::explore::{State, View, conditions};

/// What an organization has set.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Chosen {
    /// Everything but what follows from the state of the page.
    pub(super) wish: Wish,
    /// How it is shown first.
    pub(super) view: View,
    /// What came of copying.
    pub(super) said: &'static str,
}

/// The view.
pub(super) fn embed() -> AnyView {
    let explorer = use_explorer();
    let here = browser::page_address();
    let explorer_address = if here.starts_with("http") { here } else { words::EMBED_PLACEHOLDER.to_owned() };
    let wish = Wish { explorer: explorer_address, ..Wish::default() };
    let chosen = RwSignal::new(Chosen { wish, ..Chosen::default() });
    let say = move |into: &mut Piece| chosen.with(|chosen| all(explorer, chosen, into));
    drawn_and(say, move |act, value| do_it(explorer, chosen, act, value))
}

fn do_it(explorer: Explorer, chosen: RwSignal<Chosen>, act: &str, value: &str) {
    let (what, which) = act.split_once(':').unwrap_or((act, ""));
    if what == "embed-copy" {
        let text = untrack(|| chosen.with(|chosen| wanted(explorer, chosen).whole));
        spawn_local(async move {
            let said = if browser::copy(&text).await { words::COPIED } else { words::COPY_BY_HAND };
            // Of a view that is gone by now nothing is said.
            chosen.try_update(|chosen| chosen.said = said);
        });
        return;
    }
    chosen.update(|chosen| {
        let wish = &mut chosen.wish;
        match what {
            "embed-lock" => toggle(&mut wish.locked, which.to_owned()),
            "embed-part" => Part::of(which).into_iter().for_each(|part| toggle(&mut wish.hidden, part)),
            "embed-compact" => wish.is_compact ^= true,
            "embed-scheme" => wish.scheme = Scheme::of(value),
            "embed-height" => wish.height = value.parse().map_or(Height::Auto, Height::Fixed),
            "embed-view" => chosen.view = View::of(value).unwrap_or_default(),
            "embed-address" => value.trim().clone_into(&mut wish.explorer),
            _ => {
                if let Some(key) = KEYS.iter().find(|key| what.strip_prefix("embed-") == Some(**key)) {
                    wish.skin.retain(|(other, _)| other != key);
                    // A tick without a value takes the choice back, or begins with the usual colour.
                    let usual =
                        if which == "on" { browser::token(embed_form::token_of(key)) } else { value.to_owned() };
                    if which != "off" && !usual.is_empty() {
                        wish.skin.push((key, usual.trim_start_matches('#').to_owned()));
                    }
                }
            }
        }
        chosen.said = "";
    });
}

fn toggle<T: PartialEq>(all: &mut Vec<T>, one: T) {
    match all.iter().position(|other| *other == one) {
        Some(at) => drop(all.remove(at)),
        None => all.push(one),
    }
}

/// The snippet for what is chosen and for what the page has filtered.
fn wanted(explorer: Explorer, chosen: &Chosen) -> Snippet {
    let conditions = explorer.with(|state| conditions(explorer.engine, state));
    let what: Vec<String> = conditions.iter().map(|one| words::told(explorer.engine, one)).collect();
    let what = what.join(", ");
    let state = explorer.with(|state| State {
        query: state.query.clone(),
        only_words: state.only_words,
        filter: state.filter.clone(),
        sort: state.sort,
        view: chosen.view,
        ..State::default()
    });
    snippet(&Wish {
        state,
        title: words::embed_title(explorer.engine, &what),
        link: words::embed_link(explorer.engine, explorer.n_matched(), &what),
        ..chosen.wish.clone()
    })
}

fn all(explorer: Explorer, chosen: &Chosen, into: &mut Piece) {
    let snippet = wanted(explorer, chosen);
    let whole = into.child("div").id("embed");
    whole.child("p").class("lead-in").text(words::EMBED_INTRO);
    let columns = whole.child("div").class("embed-columns");
    embed_form::form(explorer, chosen, columns.child("div").class("embed-form"));
    let result = columns.child("div").class("embed-result");
    result.child("h3").text(words::EMBED_SNIPPET);
    code("embed-snippet", words::EMBED_SNIPPET, &snippet.whole, "8", result);
    let acts = result.child("p");
    button("embed-copy", words::EMBED_COPY, acts).class("primary");
    acts.text(" ").child("span").class("quiet").with("role", "status").text(chosen.said);
    folded(words::EMBED_FRAME, &snippet.frame, "embed-frame", result);
    folded(words::EMBED_LINK, &snippet.link, "embed-link", result);
    preview(&snippet, result);
    check(&chosen.wish, result);
}

/// The embed as it will be, in a frame of this very page.
fn preview(snippet: &Snippet, into: &mut Piece) {
    into.child("h3").text(words::EMBED_PREVIEW);
    let query = snippet.address.split_once('?').map_or("", |(_, query)| query);
    let frame = into.child("iframe").id("embed-preview").with("title", words::EMBED_PREVIEW).with("loading", "lazy");
    frame.with("src", &format!("{}?{query}", browser::page_address()));
}

/// What finds out what a website allows.
fn check(wish: &Wish, into: &mut Piece) {
    into.child("h3").text(words::EMBED_CHECK);
    into.child("p").text(words::EMBED_CHECK_TEXT);
    let folder = wish.explorer.rfind('/').map_or("", |at| &wish.explorer[..=at]);
    let page = format!("{folder}check.html");
    let text = format!(
        "<script async src=\"{folder}embed.js\"></script>\n<competency-explorer check>\n  <iframe src=\"{page}\" title=\"{}\" width=\"100%\" height=\"280\"></iframe>\n  <p><a href=\"{page}\">{}</a></p>\n</competency-explorer>\n",
        words::check_title(),
        words::check_link()
    );
    code("embed-check", words::EMBED_CHECK, &text, "8", into);
}

fn folded(summary: &str, text: &str, id: &str, into: &mut Piece) {
    let details = into.child("details");
    details.child("summary").text(summary);
    code(id, summary, text, "4", details);
}

/// A text to copy by hand.
fn code(id: &str, name: &str, text: &str, rows: &str, into: &mut Piece) {
    let field = into.child("textarea").id(id).class("code").with("readonly", "").with("rows", rows);
    field.with("aria-label", name).with("spellcheck", "false").with("value", text);
}

/// The way to the results, to filter them first.
pub(super) fn to_results(explorer: Explorer, into: &mut Piece) {
    let href = leads_to(explorer, |state| state.shown_as(View::List));
    into.child("p").child("a").with("href", &href).text(words::EMBED_CHANGE);
}
