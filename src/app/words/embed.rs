//! Texts of the page on other websites, and of the view that makes the snippet for them.

use super::{catalog_title, lead, resources, short};
use crate::embed::{Part, Scheme};
use crate::explore::{Condition, Engine};

pub(in crate::app) const EMBED: &str = "Embed";
pub(in crate::app) const EMBED_THIS: &str = "Embed this on your website";
pub(in crate::app) const OPEN_FULL: &str = "Open full explorer";
/// Said where another language is wanted.
pub(in crate::app) const ONLY_ENGLISH: &str = "This page speaks English; the resources keep their own language.";
pub(in crate::app) const HELD_FAST: &str = "(fixed by this page)";
pub(in crate::app) const SEALED: &str = "This website lets the frame save no files: copy the text instead.";
pub(in crate::app) const EMBED_INTRO: &str = "One snippet for any website. Where scripts are allowed it fits itself into the page, where only frames are it scrolls inside, and where neither is it is a link. Nothing is sent anywhere, no account, no cookie.";
pub(in crate::app) const EMBED_WHAT: &str = "What it shows";
pub(in crate::app) const EMBED_ALL: &str = "All resources. Filter the results first, and the embed begins there.";
pub(in crate::app) const EMBED_FILTERED: &str =
    "It begins with what is filtered now. Tick what readers should not be able to undo:";
pub(in crate::app) const EMBED_CHANGE: &str = "Change the filters";
pub(in crate::app) const EMBED_VIEW: &str = "Shown first as";
pub(in crate::app) const EMBED_PARTS: &str = "Parts";
pub(in crate::app) const EMBED_COMPACT: &str = "Compact: little above, filters behind a button";
pub(in crate::app) const EMBED_LOOK: &str = "Look";
pub(in crate::app) const EMBED_SCHEME: &str = "Light or dark";
pub(in crate::app) const EMBED_COLOURS: &str = "As the catalog has it";
pub(in crate::app) const EMBED_FONT: &str = "Font families (as in CSS)";
pub(in crate::app) const EMBED_HEIGHT: &str = "Height";
pub(in crate::app) const EMBED_ADDRESS: &str = "Where this explorer stands on the web";
pub(in crate::app) const EMBED_ADDRESS_FIELD: &str = "Address of its index.html";
pub(in crate::app) const EMBED_ADDRESS_HINT: &str =
    "This page was opened from disk. Put the folder of the explorer on a web server first, and say here where.";
pub(in crate::app) const EMBED_SNIPPET: &str = "Paste this";
pub(in crate::app) const EMBED_FRAME: &str = "The frame alone, for editors that take only frames";
pub(in crate::app) const EMBED_LINK: &str = "The link alone";
pub(in crate::app) const EMBED_COPY: &str = "Copy the snippet";
pub(in crate::app) const EMBED_PREVIEW: &str = "Preview";
pub(in crate::app) const EMBED_CHECK: &str = "Check my site";
pub(in crate::app) const EMBED_CHECK_TEXT: &str = "Not sure what your website allows? Paste this into a page of it and look at the page: it says which of the three ways works there.";
/// Stands in a snippet where nobody has said yet where the explorer is.
pub(in crate::app) const EMBED_PLACEHOLDER: &str = "https://www.example.org/explorer/index.html";
pub(in crate::app) const ACCENT: &str = "Links and buttons";
pub(in crate::app) const BACKGROUND: &str = "Background";
pub(in crate::app) const TEXT_COLOUR: &str = "Texts";
pub(in crate::app) const RADIUS: &str = "Corners";
pub(in crate::app) const HEIGHT_AUTO: &str = "As high as its content";

/// A condition with the word that leads to it: "about Grading".
pub(in crate::app) fn told(engine: &Engine, condition: &Condition) -> String {
    format!("{} {}", lead(engine, condition), short(engine, condition)).trim().to_owned()
}

pub(in crate::app) fn pixels(n: u32) -> String {
    format!("{n} pixels")
}

pub(in crate::app) fn part_name(part: Part) -> &'static str {
    match part {
        Part::Header => "Title and description",
        Part::Search => "Search box",
        Part::Facets => "Filters",
        Part::Views => "Ways to show the results",
        Part::Tools => "Saving, comparing, citing, printing",
    }
}

pub(in crate::app) fn scheme(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Auto => "As the reader’s device",
        Scheme::Light => "Light",
        Scheme::Dark => "Dark",
    }
}

/// The text of the link, where nothing but a link is allowed.
pub(in crate::app) fn embed_link(engine: &Engine, n: usize, what: &str) -> String {
    let about = if what.is_empty() { String::new() } else { format!(" {what}") };
    format!("Explore {}{about} in {}", resources(n), catalog_title(engine))
}

/// What a screen reader calls the frame.
pub(in crate::app) fn embed_title(engine: &Engine, what: &str) -> String {
    if what.is_empty() { catalog_title(engine).to_owned() } else { format!("{}: {what}", catalog_title(engine)) }
}

pub(in crate::app) fn check_title() -> &'static str {
    "What this website allows"
}

pub(in crate::app) fn check_link() -> &'static str {
    "If you see nothing but this line, this website allows only links."
}

/// That a catalog on another website could not be fetched, and what to do.
pub(in crate::app) fn catalog_elsewhere(there: &str, here: &str) -> String {
    format!(
        "The catalog is on another website, {there}, and could not be read from here ({here}). Two things have to allow \
         it: that website by the header “Access-Control-Allow-Origin: {here}” on its catalog, and this explorer by being \
         made with “explorer render --catalogs-from {there}”. Or put the catalog beside the explorer."
    )
}
