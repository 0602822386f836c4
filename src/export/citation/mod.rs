//! Citations: a resource as one entry of a list of references, in three styles.
//!
//! A citation is a row of spans, so that the same entry becomes plain text and rich text. The styles are written down by their
//! manuals: *Publication Manual of the American Psychological Association*, 7th edition (2020); *MLA Handbook*, 9th edition
//! (2021); *The Chicago Manual of Style*, 17th edition (2017), author-date. Nothing is made up: what a record does not state is
//! left out as the manual says.

mod apa;
mod chicago;
mod date;
mod list;
mod mla;
mod names;
mod numeral;
mod title;

use super::context::Context;
use super::escape;
use super::kind::{Class, Kind};
use super::title::{Manual, nested, unnested, with_point, without_tags};
use crate::catalog::{PartialDate, Resource, href, is_body_word};
use crate::text::fold;

pub use crate::catalog::{Name, Names, Person};
pub use date::month_first;
pub(super) use list::letters;
pub use list::reference_list;
pub use names::authors;
pub(super) use title::kept;

/// A style of citations.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Style {
    /// APA, 7th edition.
    #[default]
    Apa,
    /// MLA, 9th edition.
    Mla,
    /// Chicago, 17th edition, author-date.
    Chicago,
}

impl Style {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Apa, Self::Mla, Self::Chicago];

    /// The name of the style, with its edition.
    pub fn name(self) -> &'static str {
        match self {
            Self::Apa => "APA 7",
            Self::Mla => "MLA 9",
            Self::Chicago => "Chicago 17",
        }
    }
}

/// A piece of a citation.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// Whether it is set in italics.
    pub italic: bool,
}

/// One entry of a list of references.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Citation {
    /// Its pieces, in order.
    pub spans: Vec<Span>,
}

/// A resource in a style. `accessed` is the day on which its page was seen, where that is known: MLA and Chicago show it for
/// works without a date (MLA 9, “Optional Elements”; Chicago 17 section 14.12).
pub fn cite<'a>(
    style: Style,
    resource: &'a Resource,
    context: impl Into<Context<'a>>,
    accessed: Option<PartialDate>,
) -> Citation {
    cite_work(style, &Work::of(resource, context.into(), accessed))
}

fn cite_work(style: Style, work: &Work<'_>) -> Citation {
    match style {
        Style::Apa => apa::cite(work),
        Style::Mla => mla::cite(work),
        Style::Chicago => chicago::cite(work),
    }
}

/// The periodical or blog that an article appeared in, by the order of a record's publishers: the first that is not called
/// as a body is (`Educational Leadership`, not `ASCD`), or else the first.
pub fn container(resource: &Resource) -> Option<&str> {
    let is_periodical = |name: &&String| {
        let is_acronym = name.chars().all(char::is_uppercase);
        !is_acronym && !is_body_word(name)
    };
    let found = resource.publishers.iter().find(is_periodical).or(resource.publishers.first());
    found.filter(|_| Kind::of(resource).class == Class::Part).map(String::as_str)
}

/// What the styles have in common about a resource.
pub(super) struct Work<'a> {
    resource: &'a Resource,
    pub(super) class: Class,
    authors: Names,
    /// The periodical or blog; none where the work stands on the site of the body that signs it.
    pub(super) container: Option<&'a str>,
    context: Context<'a>,
    language: &'a str,
    is_english: bool,
    accessed: Option<PartialDate>,
    /// What tells it from other works of its authors and its year in a list: `a`; mostly empty.
    letter: String,
    /// Whether the entry before it in a list has the same authors.
    repeats: bool,
}

impl<'a> Work<'a> {
    pub(super) fn of(resource: &'a Resource, context: Context<'a>, accessed: Option<PartialDate>) -> Self {
        let language = resource.language.as_deref().or(context.head.language.as_deref()).unwrap_or("en");
        let authors = authors(resource, context);
        let mut class = Kind::of(resource).class;
        let container = container(resource).filter(|name| !authors.list.is_empty() || !is_body_word(name));
        if class == Class::Part && container.is_none() {
            class = Class::Page;
        }
        let is_english = language.get(..2).is_some_and(|code| code.eq_ignore_ascii_case("en"));
        Self {
            resource,
            class,
            authors,
            container,
            context,
            language,
            is_english,
            // A day of access without an address says nothing.
            accessed: accessed.filter(|_| resource.published.is_none() && web_address(resource).is_some()),
            letter: String::new(),
            repeats: false,
        }
    }

    /// Those who sign where persons do not: the bodies that published it. A periodical signs nothing.
    fn bodies(&self) -> Vec<Name> {
        let publishers = self.resource.publishers.iter().filter(|_| self.container.is_none());
        publishers.map(|publisher| Name::Body(escape::line(publisher))).collect()
    }

    /// The authors, or who publishes a work that no person signs (APA 7 section 9.11, Chicago 17 section 15.37).
    pub(super) fn signed(&self) -> Names {
        if self.authors.list.is_empty() {
            Names { list: self.bodies(), has_others: false }
        } else {
            self.authors.clone()
        }
    }

    /// The publishers that are not among those who sign.
    pub(super) fn other_publishers(&self, signed: &[Name]) -> Vec<String> {
        let is_signed = |publisher: &str| {
            signed.iter().any(|name| matches!(name, Name::Body(body) if fold(body) == fold(publisher)))
        };
        let lines = self.resource.publishers.iter().map(|publisher| escape::line(publisher));
        lines.filter(|publisher| !is_signed(publisher)).collect()
    }

    /// The date where it is stated to the month or the day.
    fn day(&self) -> Option<PartialDate> {
        self.resource.published.filter(|date| date.month().is_some())
    }

    /// The address, where it is one of the web; of a DOI the resolver's own (APA 7 section 9.35).
    fn url(&self) -> Option<String> {
        web_address(self.resource)
    }

    /// The title in sentence case, with American quotation marks, where it is English.
    fn sentence(&self) -> String {
        without_tags(&self.sentence_with_tags()).into_owned()
    }

    /// The title in sentence case, with the tags that processors of CSL read, where it has them.
    pub(super) fn sentence_with_tags(&self) -> String {
        if self.is_english {
            unnested(&escape::line(&title::sentence_case(self.resource, self.context)))
        } else {
            escape::line(&self.resource.title)
        }
    }

    /// The title in the title case of a manual, with American quotation marks, where it is English.
    fn headline(&self, manual: Manual) -> String {
        if self.is_english {
            unnested(&escape::line(&title::headline_case(self.resource, self.context, manual)))
        } else {
            escape::line(&without_tags(&self.resource.title))
        }
    }
}

/// The address that an entry shows: that of the DOI where there is one (APA 7 section 9.34, MLA 9 section 5.93, Chicago 17 section
/// 14.8), or else that of the record on the web.
fn web_address(resource: &Resource) -> Option<String> {
    let url = || resource.url.as_deref().and_then(href).filter(|url| !url.starts_with("mailto:"));
    super::doi(resource).map(|doi| super::doi_address(&doi)).or_else(url)
}

impl Citation {
    /// The citation as plain text.
    pub fn plain(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }

    /// The citation as HTML, its address as a link.
    pub fn html(&self) -> String {
        let mut html = String::new();
        for Span { text, italic } in &self.spans {
            let text_html = escape::html(text);
            match href(text).filter(|_| !italic) {
                Some(link) => {
                    for part in ["<a href=\"", &escape::html(&link), "\">", &text_html, "</a>"] {
                        html.push_str(part);
                    }
                }
                None if *italic => {
                    for part in ["<i>", &text_html, "</i>"] {
                        html.push_str(part);
                    }
                }
                None => html.push_str(&text_html),
            }
        }
        html
    }

    fn last(&self) -> Option<char> {
        self.spans.last().and_then(|span| span.text.chars().next_back())
    }

    fn push(&mut self, text: &str) {
        self.put(text, false);
    }

    fn italic(&mut self, text: &str) {
        self.put(text, true);
    }

    fn put(&mut self, text: &str, italic: bool) {
        match self.spans.last_mut().filter(|span| span.italic == italic) {
            Some(span) => span.text.push_str(text),
            None if text.is_empty() => {}
            None => self.spans.push(Span { text: text.to_owned(), italic }),
        }
    }

    /// Ends a part: a point, unless one or another end of a sentence stands there, in quotation marks too.
    fn stop(&mut self) {
        let mut text = String::new();
        self.spans.iter().rev().take(2).for_each(|span| text.insert_str(0, &span.text));
        if !text.trim_end_matches(['”', '’', '"']).ends_with(['.', '?', '!', '…']) && !text.is_empty() {
            self.push(".");
        }
    }

    /// A blank between parts.
    fn gap(&mut self) {
        if self.last().is_some_and(|last| last != ' ') {
            self.push(" ");
        }
    }

    /// An address, a span of its own so that it can be a link.
    fn link(&mut self, url: &str) {
        self.spans.push(Span { text: url.to_owned(), italic: false });
    }

    /// A title in quotation marks, with a point within them.
    fn quoted(&mut self, title: &str) {
        self.push("“");
        self.push(&with_point(&nested(title)));
        self.push("”");
    }

    /// A title in italics, with a point behind it, or within the quotation marks that it ends with.
    fn italic_title(&mut self, title: &str) {
        let ended = with_point(title);
        match ended.strip_suffix('.').filter(|bare| *bare == title) {
            Some(bare) => self.italic(bare),
            None => self.italic(&ended),
        }
        self.stop();
    }
}
