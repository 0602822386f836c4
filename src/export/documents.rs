//! Resources as small web pages of their own: a handout, an outline of slides, a plan of readings. They load nothing, open by
//! double click, and stand on the paper that is in the printer, Letter or A4.

use std::fmt::Write as _;

use super::citation::{Citation, Style, reference_list};
use super::context::Context;
use super::escape::{html, line};
use super::formats::facts;
use super::reading_plan::{Part, ReadingPlan};
use crate::catalog::{PartialDate, Resource, href};

/// The look of every page, which allows itself nothing else.
const STYLE: &str = "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.55 Georgia,serif;color:#1c2326;background:#fff}\
h1{font-size:1.6rem;line-height:1.25}li{margin:0 0 1.4rem;break-inside:avoid}li p{margin:.3rem 0}a{color:#12595e;overflow-wrap:anywhere}\
.note{border-left:3px solid #a4541b;padding-left:.8rem;white-space:pre-line}.quiet{color:#566066}h2{font-size:1.15rem;line-height:1.3;margin:0}\
@media print{body{max-width:none;margin:0;padding:0;font-size:10.5pt;line-height:1.4}a{text-decoration:none}li{margin-bottom:.8rem}}@page{margin:16mm}";

/// What slides add: each is a landscape page.
const SLIDES: &str = "body{max-width:56rem}section{border:1px solid #c9cfd1;margin:0 0 1.5rem;padding:2.5rem 3rem;min-height:26rem;box-sizing:border-box;\
display:flex;flex-direction:column;justify-content:center}section h1{font-size:2.4rem}section h2{font-size:1.8rem;margin-bottom:1rem}\
section li{font-size:1.25rem;line-height:1.4;margin-bottom:.6rem}.quiet{font-size:.95rem}.references li{font-size:.95rem}\
@media print{@page{size:landscape}section{border:0;padding:0;margin:0;min-height:90vh;break-after:page}section:last-of-type{break-after:auto}}";

/// What plans add: boxes to tick, and sittings that stay together.
const PLAN: &str =
    "section{break-inside:avoid;margin:1.2rem 0}ul{list-style:'\\2610\\00a0';padding-left:1.6rem}li{margin:.4rem 0}";

/// What a slide has of a summary at most.
const MOST_POINTS: usize = 4;

/// What stands above the resources of a page.
#[derive(Debug, Clone, Copy, Default)]
pub struct DocumentHead<'a> {
    /// The name of the resources together.
    pub name: &'a str,
    /// Where they are from, and of when.
    pub about: &'a str,
    /// Where they are found in the catalog, where that is on the web, and what the link is called.
    pub link: Option<(&'a str, &'a str)>,
}

/// A resource, and what its reader noted on it; may be empty.
pub type Noted = (Resource, String);

/// Appends the beginning of a page in the language of its catalog, up to its title and what is said below it.
pub fn open_document(head: DocumentHead<'_>, context: Context<'_>, style: &str, out: &mut String) {
    let (title, lang) = (html(head.name), html(context.head.language.as_deref().unwrap_or("en")));
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
        <title>{title}</title>\n<style>{STYLE}{style}</style>\n</head>\n<body>\n"
    );
    put_head(head, out);
}

fn put_head(head: DocumentHead<'_>, out: &mut String) {
    let _ = write!(out, "<h1>{}</h1>\n<p class=\"quiet\">{}</p>\n", html(head.name), html(head.about));
    if let Some((link, word)) = head.link.and_then(|(link, word)| Some((href(link)?, word))) {
        let _ = writeln!(out, "<p><a href=\"{}\">{}</a></p>", html(&link), html(word));
    }
}

/// Appends the end of a page.
pub fn close_document(out: &mut String) {
    out.push_str("</body>\n</html>\n");
}

/// Returns a page to hand out: each resource with who, what and how long, its summary, its address and the note on it.
pub fn handout(
    head: DocumentHead<'_>,
    resources: &[Noted],
    context: Context<'_>,
    length: &dyn Fn(&Resource) -> String,
) -> String {
    let mut out = String::new();
    open_document(head, context, "", &mut out);
    out.push_str("<ol>\n");
    for (resource, note) in resources {
        let _ = write!(out, "<li><h2>{}</h2>", linked_title(resource));
        put_facts(resource, context, &length(resource), &mut out);
        put_text("", resource.summary.as_deref().unwrap_or_default(), &mut out);
        if let Some(link) = resource.url.as_deref().and_then(href).map(|link| html(&link)) {
            let _ = write!(out, "<p><a href=\"{link}\">{link}</a></p>");
        }
        put_text(" class=\"note\"", note, &mut out);
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n");
    close_document(&mut out);
    out
}

/// Returns an outline of slides: a title, a slide for each resource with the sentences of its summary, and the references as APA
/// has them.
pub fn slides(
    head: DocumentHead<'_>,
    resources: &[Noted],
    context: Context<'_>,
    references: &str,
    accessed: Option<PartialDate>,
) -> String {
    let mut out = String::new();
    open_document(DocumentHead { link: None, ..head }, context, SLIDES, &mut out);
    // The first slide is what every page begins with.
    let title_at = out.rfind("<h1>").unwrap_or(out.len());
    out.insert_str(title_at, "<section>");
    out.push_str("</section>\n");
    for (resource, note) in resources {
        let _ = write!(out, "<section><h2>{}</h2>\n<ul>", html(&line(&resource.title)));
        for point in sentences(resource.summary.as_deref().unwrap_or_default()).into_iter().take(MOST_POINTS) {
            let _ = write!(out, "<li>{}</li>", html(&line(point)));
        }
        out.push_str("</ul>");
        put_text(" class=\"note\"", note, &mut out);
        put_facts(resource, context, "", &mut out);
        out.push_str("</section>\n");
    }
    let _ = write!(out, "<section class=\"references\"><h2>{}</h2>\n<ul>", html(references));
    let all: Vec<Resource> = resources.iter().map(|(resource, _)| resource.clone()).collect();
    let cited: Vec<(usize, Citation)> = reference_list(Style::Apa, &all, context, accessed);
    for (_, citation) in cited {
        let _ = write!(out, "<li>{}</li>", citation.html());
    }
    out.push_str("</ul></section>\n");
    close_document(&mut out);
    out
}

/// The words of a plan.
#[derive(Clone, Copy)]
pub struct PlanWords<'a> {
    /// The title of a sitting, by its number and its minutes.
    pub sitting: &'a dyn Fn(usize, u32) -> String,
    /// What of a work is read.
    pub part: &'a dyn Fn(&Part) -> String,
    /// The title over the works whose length is not stated.
    pub unstated: &'a str,
}

/// Returns the page of a plan: its sittings, then the works without a length.
pub fn plan_page(
    head: DocumentHead<'_>,
    resources: &[Noted],
    plan: &ReadingPlan,
    words: PlanWords<'_>,
    context: Context<'_>,
) -> String {
    let mut out = String::new();
    open_document(head, context, PLAN, &mut out);
    let mut section = |title: &str, items: &mut dyn Iterator<Item = (usize, String)>| {
        let _ = write!(out, "<section><h2>{}</h2>\n<ul>", html(title));
        for (at, what) in items {
            let (resource, note) = &resources[at];
            let _ = write!(out, "<li>{} <span class=\"quiet\">{}</span>", linked_title(resource), html(&what));
            put_text(" class=\"note\"", note, &mut out);
            out.push_str("</li>\n");
        }
        out.push_str("</ul></section>\n");
    };
    for (at, sitting) in plan.sittings.iter().enumerate() {
        let minutes = sitting.iter().map(Part::minutes).sum();
        let mut items = sitting.iter().map(|part| (part.work, (words.part)(part)));
        section(&(words.sitting)(at + 1, minutes), &mut items);
    }
    if !plan.unstated.is_empty() {
        section(words.unstated, &mut plan.unstated.iter().map(|at| (*at, String::new())));
    }
    close_document(&mut out);
    out
}

/// The title of a resource as a link to it, where it has an address.
fn linked_title(resource: &Resource) -> String {
    let title = html(&line(&resource.title));
    match resource.url.as_deref().and_then(href) {
        Some(link) => format!("<a href=\"{}\">{title}</a>", html(&link)),
        None => title,
    }
}

fn put_facts(resource: &Resource, context: Context<'_>, length: &str, out: &mut String) {
    let parts = [facts(resource, context), length.to_owned()];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    put_text(" class=\"quiet\"", &parts.join(" · "), out);
}

/// Appends a paragraph with some attributes; nothing for an empty text.
fn put_text(attributes: &str, text: &str, out: &mut String) {
    if !text.is_empty() {
        let _ = write!(out, "<p{attributes}>{}</p>", html(text));
    }
}

/// The sentences of a text: cut at a blank behind a full stop, a question or an exclamation mark before which stand two letters or
/// more, so that "U.S. schools" stays together.
fn sentences(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    let (mut from, mut word) = (0, 0);
    for (at, c) in text.char_indices() {
        let before = text[..at].chars().next_back();
        if c == ' ' && word > 2 && before.is_some_and(|c| ".?!".contains(c)) {
            found.push(text[from..at].trim());
            from = at;
        }
        word = match c {
            ' ' => 0,
            '.' | '?' | '!' => {
                if word > 1 {
                    word + 1
                } else {
                    0
                }
            }
            _ if c.is_alphanumeric() => word + 1,
            // A bracket or a quotation mark: no abbreviation.
            _ => 2,
        };
    }
    found.push(text[from..].trim());
    found.retain(|sentence| !sentence.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use super::{DocumentHead, PlanWords, handout, plan_page, sentences, slides};
    use crate::catalog::{Head, Resource};
    use crate::export::reading_plan::reading_plan;

    fn resources() -> Vec<(Resource, String)> {
        let hostile = Resource {
            id: "a".into(),
            title: "Seat <b>Time".into(),
            summary: Some("It asks why. The U.S. answer <i>follows</i>! Then it ends.".into()),
            url: Some("https://example.org/a?b=\"".into()),
            pages: Some(20),
            ..Resource::default()
        };
        let bare = Resource {
            id: "b".into(),
            title: "No more".into(),
            url: Some("javascript:x".into()),
            ..Resource::default()
        };
        vec![(hostile, "Read <first>".into()), (bare, String::new())]
    }

    #[test]
    fn no_text_is_markup_in_any_of_the_pages() {
        let (head, catalog) =
            (DocumentHead { name: "Board <u>", about: "2 <s>", link: Some(("javascript:y", "Open")) }, Head::default());
        let words = PlanWords {
            sitting: &|n, minutes| format!("{n}<q>{minutes}"),
            part: &|part| format!("{}<a", part.to),
            unstated: "No <em>",
        };
        let all = resources();
        let plan = reading_plan(all.iter().map(|(resource, _)| resource), 30);
        let pages = [
            handout(head, &all, (&catalog).into(), &|_| "20 <tt>".into()),
            slides(head, &all, (&catalog).into(), "References <x>", None),
            plan_page(head, &all, &plan, words, (&catalog).into()),
        ];
        for page in pages {
            for tag in ["<b>", "<i>f", "<first", "<u>", "<s>", "<q>", "<em>", "<tt>", "<x>", "javascript:"] {
                assert!(!page.contains(tag), "{tag} in {page}");
            }
            assert!(
                page.contains("Seat &lt;b&gt;Time") && page.contains("Read &lt;first&gt;") && page.contains("No more")
            );
            assert_eq!(page.matches("<section").count(), page.matches("</section>").count());
            assert!(page.contains("default-src 'none'") && page.ends_with("</html>\n"));
        }
    }

    #[test]
    fn a_slide_has_a_point_for_each_sentence() {
        let page = slides(DocumentHead::default(), &resources(), (&Head::default()).into(), "References", None);
        assert!(
            page.contains(
                "<li>It asks why.</li><li>The U.S. answer &lt;i&gt;follows&lt;/i&gt;!</li><li>Then it ends.</li>"
            ),
            "{page}"
        );
        assert_eq!(page.matches("<section").count(), 4, "title, two resources, references");
    }

    #[test]
    fn sentences_are_cut_behind_their_marks() {
        for (text, expected) in [
            ("", &[][..]),
            ("One", &["One"]),
            ("One. Two? Three", &["One.", "Two?", "Three"]),
            ("The U.S. has 3.5 rules. Yes", &["The U.S. has 3.5 rules.", "Yes"]),
            ("  Blank.  Twice. ", &["Blank.", "Twice."]),
        ] {
            assert_eq!(sentences(text), expected);
        }
    }
}
