//! Texts of the page on other websites, and of the view that makes the snippet for them.

use super::{catalog_title, lead, resources, short};
use crate::embed::{Part, Scheme};
use crate::explore::{Condition, Engine};

pub fn embed() -> &'static str {
    "Embed"
}

pub fn embed_this() -> &'static str {
    "Embed this on your website"
}

pub fn open_full() -> &'static str {
    "Open full explorer"
}

/// Said where another language is wanted.
pub fn only_english() -> &'static str {
    "This page speaks English; the resources keep their own language."
}

pub fn held_fast() -> &'static str {
    "(fixed by this page)"
}

pub fn sealed() -> &'static str {
    "This website lets the frame save no files: copy the text instead."
}

pub fn embed_intro() -> &'static str {
    "One snippet for any website. Where scripts are allowed it fits itself into the page, where only frames are it scrolls inside, and where neither is it is a link. Nothing is sent anywhere, no account, no cookie."
}

pub fn embed_what() -> &'static str {
    "What it shows"
}

pub fn embed_all() -> &'static str {
    "All resources. Filter the results first, and the embed begins there."
}

pub fn embed_filtered() -> &'static str {
    "It begins with what is filtered now. Tick what readers should not be able to undo:"
}

pub fn embed_change() -> &'static str {
    "Change the filters"
}

pub fn embed_view() -> &'static str {
    "Shown first as"
}

pub fn embed_parts() -> &'static str {
    "Parts"
}

pub fn embed_compact() -> &'static str {
    "Compact: little above, filters behind a button"
}

pub fn embed_look() -> &'static str {
    "Look"
}

pub fn embed_scheme() -> &'static str {
    "Light or dark"
}

pub fn embed_colours() -> &'static str {
    "As the catalog has it"
}

pub fn embed_font() -> &'static str {
    "Font families (as in CSS)"
}

pub fn embed_height() -> &'static str {
    "Height"
}

pub fn embed_address() -> &'static str {
    "Where this explorer stands on the web"
}

pub fn embed_address_field() -> &'static str {
    "Address of its index.html"
}

pub fn embed_address_hint() -> &'static str {
    "This page was opened from disk. Put the folder of the explorer on a web server first, and say here where."
}

pub fn embed_snippet() -> &'static str {
    "Paste this"
}

pub fn embed_frame() -> &'static str {
    "The frame alone, for editors that take only frames"
}

pub fn embed_link_label() -> &'static str {
    "The link alone"
}

pub fn embed_copy() -> &'static str {
    "Copy the snippet"
}

pub fn embed_preview() -> &'static str {
    "Preview"
}

pub fn embed_check() -> &'static str {
    "Check my site"
}

pub fn embed_check_text() -> &'static str {
    "Not sure what your website allows? Paste this into a page of it and look at the page: it says which of the three ways works there."
}

/// Stands in a snippet where nobody has said yet where the explorer is.
pub fn embed_placeholder() -> &'static str {
    "https://www.example.org/explorer/index.html"
}

pub fn accent() -> &'static str {
    "Links and buttons"
}

pub fn background() -> &'static str {
    "Background"
}

pub fn text_colour() -> &'static str {
    "Texts"
}

pub fn radius() -> &'static str {
    "Corners"
}

pub fn height_auto() -> &'static str {
    "As high as its content"
}

/// A condition with the word that leads to it: "about Grading".
pub fn told(engine: &Engine, condition: &Condition) -> String {
    format!("{} {}", lead(engine, condition), short(engine, condition)).trim().to_owned()
}

pub fn pixels(n: u32) -> String {
    format!("{n} pixels")
}

pub fn part_name(part: Part) -> &'static str {
    match part {
        Part::Header => "Title and description",
        Part::Search => "Search box",
        Part::Facets => "Filters",
        Part::Views => "Ways to show the results",
        Part::Tools => "Saving, comparing, citing, printing",
    }
}

pub fn scheme(scheme: Scheme) -> &'static str {
    match scheme {
        Scheme::Auto => "As the reader’s device",
        Scheme::Light => "Light",
        Scheme::Dark => "Dark",
    }
}

/// The text of the link, where nothing but a link is allowed.
pub fn embed_link(engine: &Engine, n: usize, what: &str) -> String {
    let about = if what.is_empty() { String::new() } else { format!(" {what}") };
    format!("Explore {}{about} in {}", resources(n), catalog_title(engine))
}

/// What a screen reader calls the frame.
pub fn embed_title(engine: &Engine, what: &str) -> String {
    if what.is_empty() { catalog_title(engine).to_owned() } else { format!("{}: {what}", catalog_title(engine)) }
}

pub fn check_title() -> &'static str {
    "What this website allows"
}

pub fn check_link() -> &'static str {
    "If you see nothing but this line, this website allows only links."
}

/// That a catalog on another website could not be fetched, and what to do.
pub fn catalog_elsewhere(there: &str, here: &str) -> String {
    format!(
        "The catalog is on another website, {there}, and could not be read from here ({here}). Two things have to allow \
         it: that website by the header “Access-Control-Allow-Origin: {here}” on its catalog, and this explorer by being \
         made with “explorer render --catalogs-from {there}”. Or put the catalog beside the explorer."
    )
}
