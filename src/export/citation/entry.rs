//! An entry of a list of references: a row of spans, which becomes plain text and HTML.

use crate::catalog::href;
use crate::export::escape;
use crate::export::title::{nested, with_point};

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

    pub(super) fn last(&self) -> Option<char> {
        self.spans.last().and_then(|span| span.text.chars().next_back())
    }

    pub(super) fn push(&mut self, text: &str) {
        self.put(text, false);
    }

    pub(super) fn italic(&mut self, text: &str) {
        self.put(text, true);
    }

    pub(super) fn put(&mut self, text: &str, italic: bool) {
        let text = &*escape::without_controls(text, "");
        match self.spans.last_mut().filter(|span| span.italic == italic) {
            Some(span) => span.text.push_str(text),
            None if text.is_empty() => {}
            None => self.spans.push(Span { text: text.to_owned(), italic }),
        }
    }

    /// Ends a part: a point, unless one or another end of a sentence stands there, in quotation marks too.
    pub(super) fn stop(&mut self) {
        let mut text = String::new();
        self.spans.iter().rev().take(2).for_each(|span| text.insert_str(0, &span.text));
        if text.trim_end_matches(['”', '’', '"']).ends_with(['.', '?', '!', '…']) || text.is_empty() {
            return;
        }
        // Within a closing mark (MLA 9 section 6.53, Chicago 17 section 6.9).
        match self.spans.last_mut().filter(|span| span.text.ends_with('”')) {
            Some(span) => span.text.insert(span.text.len() - '”'.len_utf8(), '.'),
            None => self.push("."),
        }
    }

    /// A blank between parts.
    pub(super) fn gap(&mut self) {
        if self.last().is_some_and(|last| last != ' ') {
            self.push(" ");
        }
    }

    /// An address, a span of its own so that it can be a link.
    pub(super) fn link(&mut self, url: &str) {
        self.spans.push(Span { text: url.to_owned(), italic: false });
    }

    /// A title in quotation marks, with a point within them.
    pub(super) fn quoted(&mut self, title: &str) {
        self.push("“");
        self.push(&with_point(&nested(title)));
        self.push("”");
    }

    /// A title in italics, with a point behind it, or within the quotation marks that it ends with.
    pub(super) fn italic_title(&mut self, title: &str) {
        let ended = with_point(title);
        match ended.strip_suffix('.').filter(|bare| *bare == title) {
            Some(bare) => self.italic(bare),
            None => self.italic(&ended),
        }
        self.stop();
    }
}
