//! What a type of resource is called in other formats, and how citations treat it: one table.
//!
//! The ids are those of the vocabulary that ships; a type of an organization's own counts as [`OTHER`].

use super::law::{LawKind, law_of};
use super::periodical::{Periodical, book_of, is_proceedings, periodical_of, series_of};
use super::title_end::TitleEnd;
use super::type_id::type_of;
use crate::catalog::{Published, Resource, Span};

/// How citations treat a type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// Stands alone and is dated by year: reports, books.
    Alone,
    /// Appears in a periodical or a blog, under its full date.
    Part,
    /// Stands in a book and is dated by year: a chapter, an entry of a handbook, a paper of proceedings.
    Chapter,
    /// A dissertation or thesis, dated by year, with what APA, MLA and Chicago call it.
    Thesis(&'static str, &'static str, &'static str),
    /// Was given at a meeting, under its full date, with what APA and MLA call it, and Chicago before the meeting.
    Talk(&'static str, &'static str, &'static str),
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

/// What stands in a book.
const IN_BOOK: Kind = kind(Class::Chapter, "incollection", "CHAP", "chapter", "Chapter");

/// What stands in the proceedings of a conference.
const IN_PROCEEDINGS: Kind = kind(Class::Chapter, "inproceedings", "CPAPER", "paper-conference", "ScholarlyArticle");

/// A dissertation or a thesis whose degree nobody states, and those of a degree (APA 7 section 10.6; MLA 9 section 5.119; Chicago 17 section
/// 14.215).
const DISSERTATION: Kind =
    kind(Class::Thesis("Dissertation", "dissertation", "Diss."), "thesis", "THES", "thesis", "Thesis");
const THESIS: Kind = Kind { class: Class::Thesis("Thesis", "thesis", "Thesis"), ..DISSERTATION };
const DOCTORAL: Kind = doctoral("doctoral dissertation", "Doctoral diss.");
const MASTERS: Kind = Kind {
    class: Class::Thesis("Master’s thesis", "master’s thesis", "Master’s thesis"),
    bibtex: "mastersthesis",
    ..DISSERTATION
};

const fn doctoral(mla: &'static str, chicago: &'static str) -> Kind {
    Kind { class: Class::Thesis("Doctoral dissertation", mla, chicago), bibtex: "phdthesis", ..DISSERTATION }
}

/// What was given at a meeting (APA 7 section 10.5; Chicago 17 section 14.217), and what was read there.
const PRESENTATION: Kind = talk("Presentation", "Presentation", "Presented");
const PAPER: Kind = Kind {
    bibtex: "inproceedings",
    ris: "CPAPER",
    csl: "paper-conference",
    schema: "ScholarlyArticle",
    ..talk("Paper presentation", "Conference paper", "Paper presented")
};

const fn talk(apa: &'static str, mla: &'static str, chicago: &'static str) -> Kind {
    kind(Class::Talk(apa, mla, chicago), "misc", "CONF", "speech", "CreativeWork")
}

/// An interview, in whatever it appeared.
const INTERVIEW: Kind = kind(Class::Part, "misc", "PCOMM", "interview", "Article");

/// A page of a website.
const PAGE: Kind = kind(Class::Page, "misc", "ELEC", "webpage", "WebPage");

/// A law (APA 7 section 11.5), a bill (section 11.6), a decision of a court (section 11.4).
const LAW: Kind = kind(Class::Alone, "misc", "STAT", "legislation", "Legislation");
const BILL: Kind = Kind { ris: "BILL", csl: "bill", ..LAW };
const DECISION: Kind = Kind { ris: "CASE", csl: "legal_case", schema: "CreativeWork", ..LAW };

/// A set of data, which APA calls one in brackets (section 10.9).
const DATASET: Kind = kind(Class::Alone, "misc", "DATA", "dataset", "Dataset");

/// A podcast as a whole, and an episode of one (APA 7 section 10.12).
const PODCAST: Kind = Kind { class: Class::Media("Audio podcast", "Podcast"), schema: "PodcastSeries", ..EPISODE };
const EPISODE: Kind =
    kind(Class::Media("Audio podcast episode", "Podcast"), "misc", "SOUND", "broadcast", "PodcastEpisode");

/// Types by id. Zotero's tables decide where formats leave a choice. An article of no periodical that is known is a page of the site
/// of who published it (APA 7 section 10.16).
const KINDS: [(&str, Kind); 41] = [
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
    ("podcast", EPISODE),
    ("webinar", kind(Class::Media("Webinar", "Webinar"), "misc", "VIDEO", "speech", "VideoObject")),
    ("website", Kind { schema: "WebSite", ..PAGE }),
    ("initiative", PAGE),
    ("data-tool", Kind { schema: "WebApplication", ..PAGE }),
    ("dissertation", DISSERTATION),
    ("doctoral-dissertation", DOCTORAL),
    ("phd-dissertation", doctoral("PhD dissertation", "PhD diss.")),
    ("edd-dissertation", doctoral("EdD dissertation", "EdD diss.")),
    ("thesis", THESIS),
    ("dataset", DATASET),
    ("data-set", DATASET),
    ("law", LAW),
    ("legislation", LAW),
    ("regulation", LAW),
    ("statute", LAW),
    ("bill", BILL),
    ("court-case", DECISION),
    ("masters-thesis", MASTERS),
    ("presentation", PRESENTATION),
    ("conference-paper", PAPER),
    ("poster", talk("Poster presentation", "Poster", "Poster presented")),
    ("keynote", talk("Keynote address", "Keynote address", "Keynote address delivered")),
    ("lecture", talk("Lecture", "Lecture", "Lecture delivered")),
    ("speech", talk("Speech", "Speech", "Speech delivered")),
    ("interview", INTERVIEW),
    ("journal-article", IN_JOURNAL),
    ("magazine-article", IN_MAGAZINE),
    ("newspaper-article", IN_NEWSPAPER),
    ("book", kind(Class::Alone, "book", "BOOK", "book", "Book")),
];

const fn kind(class: Class, bibtex: &'static str, ris: &'static str, csl: &'static str, schema: &'static str) -> Kind {
    Kind { class, bibtex, ris, csl, schema }
}

impl Kind {
    /// The kind of a resource: that of what it appeared in, where that is a book or a periodical, or else that of its type.
    pub fn of(resource: &Resource) -> Self {
        if let Some(law) = law_of(resource) {
            return match law.kind {
                LawKind::Statute => LAW,
                LawKind::Bill => BILL,
                LawKind::Decision => DECISION,
            };
        }
        if let Some(book) = book_of(resource) {
            return if is_proceedings(book) { IN_PROCEEDINGS } else { IN_BOOK };
        }
        // A title that states a degree says more than a type.
        let id = TitleEnd::of(&resource.title).degree().unwrap_or(type_of(resource));
        let in_periodical = periodical_of(resource).map(|(_, kind)| match kind {
            Periodical::Journal => IN_JOURNAL,
            Periodical::Magazine => IN_MAGAZINE,
            Periodical::Newspaper => IN_NEWSPAPER,
        });
        if let Some(kind) = in_periodical {
            return if id == "interview" { Self { csl: INTERVIEW.csl, ..kind } } else { kind };
        }
        if id == "article" && series_of(resource).is_some() {
            return REPORT;
        }
        let kind = KINDS.iter().find(|(known, _)| *known == id).map_or(OTHER, |(_, kind)| *kind);
        if kind == EPISODE && is_of_years(resource) { PODCAST } else { kind }
    }

    /// The kind of what stands on a site, not in a periodical or a blog. An interview and an article of a periodical that nobody names stay
    /// what they are for other programs.
    pub(super) fn on_site(self) -> Self {
        if self.csl == INTERVIEW.csl || self.bibtex == "article" {
            return Self { class: Class::Page, bibtex: PAGE.bibtex, ..self };
        }
        Self { schema: self.schema, ..PAGE }
    }

    /// Whether citations state its year alone: what stands alone or in a book, and articles of journals (APA 7 section 9.14).
    pub fn is_dated_by_year(self) -> bool {
        matches!(self.class, Class::Alone | Class::Chapter | Class::Thesis(..)) || self == IN_JOURNAL
    }
}

/// Whether it went on for more than a year, as no episode does.
pub(super) fn is_of_years(resource: &Resource) -> bool {
    let date = resource.published.as_ref().map(Published::statement).unwrap_or_default();
    date.last_year().is_some() || date.span == Span::Open
}
