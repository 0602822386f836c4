//! What a type of resource is called in other formats, and how citations treat it: one table.
//!
//! The ids are those of the vocabulary that ships; a type of an organization's own counts as [`OTHER`].

use super::periodical::{Periodical, periodical_of, series_of};
use crate::catalog::Resource;

/// How citations treat a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Stands alone and is dated by year: reports, books.
    Alone,
    /// Appears in a periodical or a blog, under its full date.
    Part,
    /// A page of a website, under its full date.
    Page,
    /// A recording, under its full date, with what APA calls it in brackets and what Chicago calls the medium.
    Media(&'static str, &'static str),
}

/// A type, in the words of other formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Kind {
    /// How citations treat it.
    pub class: Class,
    /// Entry type of BibTeX.
    pub bibtex: &'static str,
    /// `TY` of RIS.
    pub ris: &'static str,
    /// `type` of CSL 1.0.2.
    pub csl: &'static str,
    /// Class of schema.org, always a kind of `CreativeWork`.
    pub schema: &'static str,
}

/// Any type that the table does not know.
pub const OTHER: Kind = kind(Class::Alone, "misc", "GEN", "document", "CreativeWork");

const REPORT: Kind = kind(Class::Alone, "techreport", "RPRT", "report", "Report");

/// What a journal printed, whatever its type.
const IN_JOURNAL: Kind = kind(Class::Part, "article", "JOUR", "article-journal", "ScholarlyArticle");

/// What a magazine printed.
const IN_MAGAZINE: Kind = kind(Class::Part, "article", "MGZN", "article-magazine", "Article");

/// What a newspaper printed.
const IN_NEWSPAPER: Kind = kind(Class::Part, "article", "NEWS", "article-newspaper", "NewsArticle");

/// A page of a website.
const PAGE: Kind = kind(Class::Page, "misc", "ELEC", "webpage", "WebPage");

/// Types by id. Zotero's tables decide where formats leave a choice. An article of no periodical that is known is a page of the site
/// of who published it (APA 7 section 10.16).
const KINDS: [(&str, Kind); 17] = [
    ("report", REPORT),
    ("issue-brief", REPORT),
    ("guide", Kind { schema: "Guide", ..REPORT }),
    ("toolkit", Kind { schema: "CreativeWork", ..REPORT }),
    ("case-study", REPORT),
    ("article", Kind { schema: "Article", ..PAGE }),
    ("blog-post", kind(Class::Part, "misc", "BLOG", "post-weblog", "BlogPosting")),
    ("research-study", REPORT),
    ("framework", Kind { schema: "CreativeWork", ..REPORT }),
    ("policy", Kind { schema: "DigitalDocument", ..REPORT }),
    ("video", kind(Class::Media("Video", "Video"), "misc", "VIDEO", "motion_picture", "VideoObject")),
    ("podcast", kind(Class::Media("Audio podcast episode", "Podcast"), "misc", "SOUND", "broadcast", "PodcastEpisode")),
    ("webinar", kind(Class::Media("Webinar", "Webinar"), "misc", "VIDEO", "speech", "VideoObject")),
    ("website", Kind { schema: "WebSite", ..PAGE }),
    ("initiative", PAGE),
    ("data-tool", Kind { schema: "WebApplication", ..PAGE }),
    ("book", kind(Class::Alone, "book", "BOOK", "book", "Book")),
];

const fn kind(class: Class, bibtex: &'static str, ris: &'static str, csl: &'static str, schema: &'static str) -> Kind {
    Kind { class, bibtex, ris, csl, schema }
}

impl Kind {
    /// The kind of a resource: that of what it appeared in, where that is a periodical, or else that of its type.
    pub fn of(resource: &Resource) -> Self {
        match periodical_of(resource) {
            Some((_, Periodical::Journal)) => return IN_JOURNAL,
            Some((_, Periodical::Magazine)) => return IN_MAGAZINE,
            Some((_, Periodical::Newspaper)) => return IN_NEWSPAPER,
            None => {}
        }
        let id = resource.r#type.as_deref().unwrap_or_default();
        if id == "article" && series_of(resource).is_some() {
            return REPORT;
        }
        KINDS.iter().find(|(known, _)| *known == id).map_or(OTHER, |(_, kind)| *kind)
    }

    /// The kind of what stands on a site, not in a periodical or a blog.
    pub(super) fn on_site(self) -> Self {
        Self { schema: self.schema, ..PAGE }
    }

    /// Whether citations state its year alone: what stands alone, and articles of journals (APA 7 section 9.14).
    pub fn is_dated_by_year(self) -> bool {
        self.class == Class::Alone || self == IN_JOURNAL
    }
}
