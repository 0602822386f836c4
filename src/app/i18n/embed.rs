//! Texts of the page on other websites, and of the view that makes the snippet for them.

use super::{catalog_title, lead, resources, short};
use crate::embed::{Part, Scheme};
use crate::explore::{Condition, Engine};

pub(crate) const EMBED: &str = "Embed";
pub(crate) const EMBED_THIS: &str = "Embed this on your website";
pub(crate) const OPEN_FULL: &str = "Open full explorer";
/// Said where another language is wanted.
pub(crate) const ONLY_ENGLISH: &str = "This page speaks English; the resources keep their own language.";
pub(crate) const HELD_FAST: &str = "(fixed by this page)";
pub(crate) const SEALED: &str = "This website lets the frame save no files: copy the text instead.";
pub(crate) const EMBED_INTRO: &str = "One snippet for any website. Where scripts are allowed it fits itself into the page, where only frames are it scrolls inside, and where neither is it is a link. Nothing is sent anywhere, no account, no cookie.";
pub(crate) const EMBED_WHAT: &str = "What it shows";
pub(crate) const EMBED_ALL: &str = "All resources. Filter the results first, and the embed begins there.";
pub(crate) const EMBED_FILTERED: &str =
    "It begins with what is filtered now. Tick what readers should not be able to undo:";
pub(crate) const EMBED_CHANGE: &str = "Change the filters";
pub(crate) const EMBED_VIEW: &str = "Shown first as";
pub(crate) const EMBED_PARTS: &str = "Parts";
pub(crate) const EMBED_COMPACT: &str = "Compact: little above, filters behind a button";
pub(crate) const EMBED_LOOK: &str = "Look";
pub(crate) const EMBED_SCHEME: &str = "Light or dark";
pub(crate) const EMBED_COLOURS: &str = "As the catalog has it";
pub(crate) const EMBED_FONT: &str = "Font families (as in CSS)";
pub(crate) const EMBED_HEIGHT: &str = "Height";
pub(crate) const EMBED_ADDRESS: &str = "Where this explorer stands on the web";
pub(crate) const EMBED_ADDRESS_FIELD: &str = "Address of its index.html";
pub(crate) const EMBED_ADDRESS_HINT: &str =
    "This page was opened from disk. Put the folder of the explorer on a web server first, and say here where.";
pub(crate) const EMBED_SNIPPET: &str = "Paste this";
pub(crate) const EMBED_FRAME: &str = "The frame alone, for editors that take only frames";
pub(crate) const EMBED_LINK: &str = "The link alone";
pub(crate) const EMBED_COPY: &str = "Copy the snippet";
pub(crate) const EMBED_PREVIEW: &str = "Preview";
pub(crate) const EMBED_CHECK: &str = "Check my site";
pub(crate) const EMBED_CHECK_TEXT: &str = "Not sure what your website allows? Paste this into a page of it and look at the page: it says which of the three ways works there.";
/// Stands in a snippet where nobody has said yet where the explorer is.
pub(crate) const EMBED_PLACEHOLDER: &str = "https://www.example.org/explorer/index.html";
pub(crate) const ACCENT: &str = "Links and buttons";
pub(crate) const BACKGROUND: &str = "Background";
pub(crate) const TEXT_COLOUR: &str = "Texts";
pub(crate) const RADIUS: &str = "Corners";
pub(crate) const HEIGHT_AUTO: &str = "As high as its content";

/// A condition with the word that leads to it: "about Grading".
pub(crate) fn told(engine: &Engine, condition: &Condition) -> String {
    format!("{} {}", lead(engine, condition), short(engine, condition)).trim().to_owned()
}

pub(crate) fn pixels(n: u32) -> String {
    format!("{n} pixels")
}

pub(crate) fn part_name(part: Part) -> &'static str {
    match part {
        Part::Header => "Title and description",
        Part::Search => "Search box",
        Part::Facets => "Filters",
        Part::Views => "Ways to show the results",
        Part::Tools => "Saving, comparing, citing, printing",
    }
}

pub(crate) fn scheme(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Auto => "As the reader’s device",
        Scheme::Light => "Light",
        Scheme::Dark => "Dark",
    }
}

/// The text of the link, where nothing but a link is allowed.
pub(crate) fn embed_link(engine: &Engine, n: usize, what: &str) -> String {
    let about = if what.is_empty() { String::new() } else { format!(" {what}") };
    format!("Explore {}{about} in {}", resources(n), catalog_title(engine))
}

/// What a screen reader calls the frame.
pub(crate) fn embed_title(engine: &Engine, what: &str) -> String {
    if what.is_empty() { catalog_title(engine).to_owned() } else { format!("{}: {what}", catalog_title(engine)) }
}

pub(crate) fn check_title() -> &'static str {
    "What this website allows"
}

pub(crate) fn check_link() -> &'static str {
    "If you see nothing but this line, this website allows only links."
}

/// That a catalog on another website could not be fetched, and what to do.
pub(crate) fn catalog_elsewhere(there: &str, here: &str) -> String {
    format!(
        "The catalog is on another website, {there}, and could not be read from here ({here}). Two things have to allow \
         it: that website by the header “Access-Control-Allow-Origin: {here}” on its catalog, and this explorer by being \
         made with “explorer render --catalogs-from {there}”. Or put the catalog beside the explorer."
    )
}
