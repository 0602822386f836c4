//! What all styles state about a resource: who signs it, what it is, where it appeared, its title, its address.

use super::names::contributors;
use super::title;
use crate::catalog::{
    Contributors, DateStatement, Maker, Name, Names, PartialDate, Published, Resource, doi_address, href, is_body_word,
    without_acronym,
};
use crate::export::context::Context;
use crate::export::escape;
use crate::export::identifier::doi;
use crate::export::kind::{Class, Kind};
use crate::export::law::{Law, law_of};
use crate::export::periodical::{Series, is_proceedings, periodical_of, series_of};
use crate::export::publisher::is_press;
use crate::export::site::{is_blog, show_of, site_of};
use crate::export::stated_number::split_number;
use crate::export::title::{Manual, unnested};
use crate::export::title_end::TitleEnd;
use crate::export::type_id::type_of;
use crate::text::{fold, with_tags_of_csl, without_entities, without_tags};

/// What a resource appeared in: what it states, unless it is a book, which appears in a series; of an article the publisher that is known to
/// be a periodical, or else the first that is not called as a body is (`Getting Smart`, not `ISTE`), or else the first.
fn container(resource: &Resource, kind: Kind) -> Option<&str> {
    if let Some(stated) = &resource.container {
        return (kind.class != Class::Alone).then_some(stated);
    }
    let is_source = |name: &&String| {
        let is_acronym = name.chars().all(char::is_uppercase);
        !is_acronym && !is_body_word(name)
    };
    let known = periodical_of(resource).map(|(name, _)| name).or_else(|| show_of(resource));
    // What the address leads to, or else what is called as a source is.
    let other = || {
        let source = || resource.publishers.iter().find(is_source).or(resource.publishers.first());
        site_of(resource).or_else(|| source().map(String::as_str))
    };
    let is_part = || kind.class == Class::Part || is_article(resource);
    known.or_else(|| other().filter(|_| is_part()))
}

fn is_article(resource: &Resource) -> bool {
    type_of(resource) == "article"
}

/// What those in the place of an author did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Signers {
    Authors,
    Editors,
    EditorsAndTranslators,
    Translators,
}

/// Those whom an entry names behind its title.
#[derive(Debug, Default)]
pub(super) struct TitleContributors {
    pub(super) editors: Names,
    pub(super) translators: Names,
    /// Those who did both.
    pub(super) both: Names,
    pub(super) illustrators: Names,
}

/// What the styles have in common about a resource.
pub(in crate::export) struct Work<'a> {
    pub(super) resource: &'a Resource,
    /// What it is for other formats; an article or a post that appeared in no periodical is a page.
    pub(in crate::export) kind: Kind,
    pub(super) contributors: Contributors,
    /// The editors of the book that it is a part of, who do not sign it.
    pub(super) book_editors: Names,
    /// The periodical, book, blog or site; none where the work stands on the site of the body that signs it.
    pub(in crate::export) container: Option<&'a str>,
    pub(super) context: Context<'a>,
    pub(in crate::export) language: &'a str,
    pub(in crate::export) is_english: bool,
    /// What is stated of the date of publication.
    pub(in crate::export) date: DateStatement,
    pub(super) accessed: Option<PartialDate>,
    /// The law, the bill or the decision that it is.
    pub(in crate::export) law: Option<Law>,
    /// What stands at the end of its title and is no part of it.
    pub(in crate::export) title_end: TitleEnd,
    /// The series of reports or books that it appeared in.
    pub(in crate::export) series: Option<Series<'a>>,
    /// What tells it from other works of its authors and its year in a list: `a`; mostly empty.
    pub(super) letter: String,
    /// Whether the entry before it in a list has the same authors.
    pub(super) repeats: bool,
}

impl<'a> Work<'a> {
    pub(in crate::export) fn of(resource: &'a Resource, context: Context<'a>, accessed: Option<PartialDate>) -> Self {
        let language = resource.language.as_deref().or(context.head.language.as_deref()).unwrap_or("en");
        let mut contributors = contributors(resource, context);
        let is_signed = !contributors.authors.list.is_empty() || !contributors.editors.list.is_empty();
        let mut kind = Kind::of(resource);
        let mut book_editors = Names::default();
        if kind.class == Class::Chapter {
            std::mem::swap(&mut book_editors, &mut contributors.editors);
        }
        let is_in_series = series_of(resource).is_some();
        let is_periodical = resource.container.is_some() && !is_in_series
            || periodical_of(resource).is_some()
            || show_of(resource).is_some();
        // Who publishes an article on its own site signs it where nobody else does; a site is not named beside its body (APA 7 section
        // 10.16).
        let is_site = !is_periodical && is_article(resource);
        let is_author =
            |body: &str| matches!(&contributors.authors.list[..], [Name::Body(name)] if fold(name) == fold(body));
        let is_apart = |name: &str| {
            if is_site { is_signed && !is_author(name) } else { is_signed || is_blog(resource, context, name) }
        };
        let container = container(resource, kind).filter(|name| is_periodical || is_apart(name));
        let date = resource.published.as_ref().map(Published::statement).unwrap_or_default();
        let is_undated = date.date.is_none() && date.status.is_none();
        if kind.class == Class::Part && container.is_none() {
            kind = kind.on_site();
        }
        let is_english = language.get(..2).is_some_and(|code| code.eq_ignore_ascii_case("en"));
        Self {
            resource,
            kind,
            contributors,
            book_editors,
            container,
            context,
            language,
            is_english,
            date,
            // A day of access without an address says nothing.
            accessed: accessed.filter(|_| is_undated && web_address(resource).is_some()),
            law: law_of(resource),
            title_end: TitleEnd::of(&escape::line(&without_tags(&without_entities(&resource.title)))),
            series: series_of(resource),
            letter: String::new(),
            repeats: false,
        }
    }

    /// Those who sign where persons do not: the bodies that published it. A periodical signs nothing, nor does a press, which publishes what
    /// others wrote, nor who publishes what a translator alone is named of.
    pub(super) fn bodies(&self) -> Vec<Name> {
        let is_part = self.container.is_some() && matches!(self.kind.class, Class::Part | Class::Chapter);
        // The title of a law stands first (APA 7 section 11.4).
        if self.law.is_some() {
            return Vec::new();
        }
        // A show is what its episodes are parts of, and wrote none of them.
        let is_show = |name: &String| show_of(self.resource).is_some_and(|show| escape::line(show) == *name);
        let is_own = !is_part && self.contributors.translators.list.is_empty();
        let is_book = self.kind.csl == "book";
        let signs =
            |name: &String| is_own && !is_show(name) && !(self.kind.class == Class::Alone && is_press(name, is_book));
        self.publishers().filter(signs).map(Name::Body).collect()
    }

    /// The authors; without them the editors (APA 7 section 9.10, MLA 9 chapter 5, “Author”, Chicago 17 section 14.103), or who publishes a
    /// work that no person signs (APA 7 section 9.11, Chicago 17 section 15.37).
    pub(in crate::export) fn signed(&self) -> Names {
        let Contributors { authors, editors, .. } = &self.contributors;
        match (authors.list.is_empty(), editors.list.is_empty()) {
            (true, true) => Names { list: self.bodies(), has_others: false },
            (true, false) => editors.clone(),
            (false, _) => authors.clone(),
        }
    }

    /// Those who sign, and else the translators (MLA 9 chapter 5, “Author”; Chicago 17 section 14.103).
    pub(super) fn signed_or_translators(&self) -> Names {
        let signed = self.signed();
        if signed.list.is_empty() { self.contributors.translators.clone() } else { signed }
    }

    /// What those in an author's place did, where they are no authors.
    pub(super) fn signers(&self) -> Signers {
        let Contributors { authors, editors, translators, .. } = &self.contributors;
        match (authors.list.is_empty(), editors.list.is_empty(), translators.list.is_empty()) {
            (true, false, false) if editors == translators => Signers::EditorsAndTranslators,
            (true, false, _) => Signers::Editors,
            (true, true, false) => Signers::Translators,
            _ => Signers::Authors,
        }
    }

    /// What the authors of a recording made (APA 7 sections 10.12 and 10.13; MLA 9 chapter 5, “Author”; Chicago 17 section 14.267).
    pub(super) fn made_by(&self) -> Option<Maker> {
        self.contributors.made_by.filter(|_| matches!(self.kind.class, Class::Media(..)))
    }

    /// Who made it, as formats state it: the bodies that published what neither authors nor editors sign as its authors.
    pub(in crate::export) fn stated_contributors(&self) -> Contributors {
        let mut stated = self.contributors.clone();
        if !self.is_signed_by_editors() {
            stated.authors = self.signed();
        }
        if self.kind.class == Class::Chapter {
            stated.editors = self.book_editors.clone();
        }
        stated
    }

    /// Whether those who sign are editors.
    pub(super) fn is_signed_by_editors(&self) -> bool {
        self.contributors.authors.list.is_empty() && !self.contributors.editors.list.is_empty()
    }

    /// Those behind the title: editors, translators, and those who did both; empty where they sign themselves, translators alone only where
    /// `translators_sign`.
    pub(super) fn after_title(&self, translators_sign: bool) -> TitleContributors {
        let Contributors { editors, translators, illustrators, .. } = &self.contributors;
        let illustrators = illustrators.clone();
        let mut behind = TitleContributors {
            editors: editors.clone(),
            translators: translators.clone(),
            illustrators,
            ..TitleContributors::default()
        };
        match self.signers() {
            Signers::EditorsAndTranslators => {
                return TitleContributors { illustrators: behind.illustrators, ..TitleContributors::default() };
            }
            Signers::Editors => behind.editors = Names::default(),
            Signers::Translators if translators_sign => behind.translators = Names::default(),
            Signers::Translators | Signers::Authors => {}
        }
        if !behind.editors.list.is_empty() && behind.editors == behind.translators {
            return TitleContributors {
                both: behind.editors,
                illustrators: behind.illustrators,
                ..TitleContributors::default()
            };
        }
        behind
    }

    /// The publishers that a format states beside those who sign: none of these, and not the periodical or blog.
    pub(in crate::export) fn stated_publishers(&self) -> Vec<String> {
        let signed = self.signed().list;
        let mut publishers = self.other_publishers(&signed);
        publishers.retain(|publisher| self.container.is_none_or(|container| escape::line(container) != *publisher));
        // A university that only the title states, of which the end is cut.
        let is_known =
            |name: &String| publishers.contains(name) || self.publishers().any(|publisher| publisher == *name);
        if let Some(university) = self.university().filter(|name| !is_known(name)) {
            publishers.insert(0, university);
        }
        publishers
    }

    /// The publishers that an entry names beside what it appeared in: none where that is one of them, and none of an article (APA 7 sections 9.25
    /// and 9.29, MLA 9 chapter 5, “Publisher”), and not those who sign.
    pub(super) fn publishers_beside_container(&self, signed: &[Name]) -> Vec<String> {
        let is_alone = self.container.is_some()
            && (self.resource.container.is_none() && !matches!(self.kind.class, Class::Media(..))
                || self.kind.class == Class::Part);
        let mut publishers = if is_alone { Vec::new() } else { self.other_publishers(signed) };
        let university = self.university();
        publishers.retain(|publisher| {
            self.container.is_none_or(|name| escape::line(name) != *publisher) && university.as_ref() != Some(publisher)
        });
        publishers
    }

    /// The publishers that are not among those who sign.
    pub(in crate::export) fn other_publishers(&self, signed: &[Name]) -> Vec<String> {
        let is_signed = |publisher: &str| {
            signed.iter().any(|name| matches!(name, Name::Body(body) if fold(body) == fold(publisher)))
        };
        self.publishers().filter(|publisher| !is_signed(publisher)).collect()
    }

    /// The university that a thesis was written at: the first publisher that is called as one is, or else the first.
    pub(in crate::export) fn university(&self) -> Option<String> {
        matches!(self.kind.class, Class::Thesis(..)).then_some(())?;
        let is_one =
            |name: &String| ["universi", "college", "school", "institut"].iter().any(|word| fold(name).contains(word));
        // `(Doctoral dissertation, University of Maine)` at the end of the title.
        let in_title = || self.title_end.description().split_once(", ").map(|(_, name)| name.to_owned());
        self.publishers().find(is_one).or_else(in_title).or_else(|| self.publishers().next())
    }

    /// What it is called in brackets: by its title, by the degree of a thesis, or by its kind; empty of other works.
    pub(in crate::export) fn description(&self) -> &str {
        match self.kind.class {
            Class::Thesis(degree, ..) => degree,
            _ if !self.title_end.description().is_empty() => self.title_end.description(),
            Class::Media(called, _) | Class::Talk(called, ..) => called,
            _ if self.kind.csl == "interview" && !fold(&self.resource.title).contains("interview") => "Interview",
            _ => "",
        }
    }

    /// The publishers, each on one line and without an acronym behind its name.
    fn publishers(&self) -> impl Iterator<Item = String> {
        // Of a whole podcast none that is called as it is.
        let title = fold(&self.resource.title);
        let is_itself = move |name: &String| self.is_whole_podcast() && fold(name).starts_with(&title);
        let publishers = self.resource.publishers.iter();
        let publishers = publishers.map(|publisher| without_acronym(&escape::line(publisher)).to_owned());
        publishers.filter(move |name| !is_itself(name))
    }

    /// The resource.
    pub(in crate::export) fn resource(&self) -> &'a Resource {
        self.resource
    }

    /// The number in a series of reports or books, or of an episode; empty where none is stated.
    pub(in crate::export) fn number(&self) -> String {
        match &self.series {
            Some(series) => escape::line(series.number),
            None if matches!(self.kind.class, Class::Media(..)) => {
                escape::line(self.resource.issue.as_deref().unwrap_or_default())
            }
            None => String::new(),
        }
    }

    /// What formats have fields for: what is numbered, as the end of the title of a report says it, and the number in a series or else at that
    /// end.
    pub(in crate::export) fn stated_number(&self) -> [String; 2] {
        let number = self.number();
        if !number.is_empty() || !self.has_number_at_end() {
            return [String::new(), number];
        }
        let number = self.title_end.number();
        let (words, number) = if self.kind.csl == "report" { split_number(number) } else { ("", number) };
        [words, number].map(escape::line)
    }

    /// Whether the number at the end of the title is the only one, so that it has the field of one: that of an article is its
    /// issue, and that of a work in a series its number there.
    fn has_number_at_end(&self) -> bool {
        let [_, issue, _] = self.locators();
        self.number().is_empty() && issue.is_empty() && self.series.is_none() && self.kind.bibtex != "article"
    }

    /// The volume; of a work in a series where the issue is its number there.
    pub(in crate::export) fn stated_volume(&self) -> String {
        let [volume, ..] = self.locators();
        let stated = |text: &Option<String>| escape::line(text.as_deref().unwrap_or_default());
        if self.series.is_some() && self.resource.issue.is_some() { stated(&self.resource.volume) } else { volume }
    }

    /// The edition that has a field of its own: none of an article, whose date reference managers have there.
    pub(in crate::export) fn stated_edition(&self) -> &str {
        if self.kind.bibtex == "article" { "" } else { self.title_end.edition() }
    }

    /// The title, in whatever letters, without the edition or number at its end that has a field of its own.
    pub(in crate::export) fn cut_stated<'t>(&self, end: &TitleEnd, title: &'t str) -> &'t str {
        let is_kept = !end.number().is_empty() && !self.has_number_at_end()
            || !end.edition().is_empty() && self.stated_edition().is_empty();
        if is_kept { title } else { end.cut_stated(title) }
    }

    /// Whether it is a whole podcast and no episode of one.
    pub(super) fn is_whole_podcast(&self) -> bool {
        self.kind.schema == "PodcastSeries"
    }

    /// Volume, issue and pages of a periodical, each on one line; empty where it is not stated, and the first two where they are the
    /// [number](Self::number).
    pub(in crate::export) fn locators(&self) -> [String; 3] {
        let Resource { volume, issue, page_range, .. } = self.resource;
        let is_numbered = self.series.is_some();
        let is_episode = matches!(self.kind.class, Class::Media(..));
        let of = |text: &Option<String>| escape::line(text.as_deref().unwrap_or_default());
        [
            if is_numbered { String::new() } else { of(volume) },
            if is_numbered || is_episode { String::new() } else { of(issue) },
            of(page_range),
        ]
    }

    /// Whether it is a page of a site, and no site itself: an article, or what has a path within its site.
    pub(super) fn is_page_of_site(&self) -> bool {
        let id = type_of(self.resource);
        let path = self.url().and_then(|url| url.split_once("://")?.1.split_once('/').map(|(_, path)| path.to_owned()));
        self.kind.class == Class::Page
            && (!matches!(id, "website" | "initiative" | "data-tool")
                || id == "website" && path.is_some_and(|path| !path.trim_matches('/').is_empty()))
    }

    /// Volume, issue and pages as entries show them: with a dash between the numbers of a double issue (APA 7 section 6.6).
    pub(super) fn shown_locators(&self) -> [String; 3] {
        let [volume, issue, pages] = self.locators();
        let is_range = issue.split_once('-').is_some_and(|(from, to)| {
            [from, to].iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
        });
        [volume, if is_range { issue.replace('-', "–") } else { issue }, pages]
    }

    /// The address, where it is one of the web; of a DOI the resolver's own (APA 7 section 9.35).
    pub(super) fn url(&self) -> Option<String> {
        web_address(self.resource)
    }

    /// The name and the source of a law that no person signs, which stand in place of the author (APA 7 section 11.5, Chicago 17 section 15.58).
    pub(super) fn cited_as_law(&self, signed: &Names) -> Option<String> {
        let law = self.law.as_ref().filter(|law| law.has_source);
        law.filter(|_| signed.list.iter().all(Name::is_body)).map(Law::in_full)
    }

    /// The title in sentence case, with American quotation marks, where it is English.
    pub(super) fn sentence(&self) -> String {
        without_tags(&self.sentence_with_tags()).into_owned()
    }

    /// The end of the title in sentence case: its own, where the record states it and it has one.
    pub(in crate::export) fn end_of_sentence(&self, title: &str) -> TitleEnd {
        let own = TitleEnd::of(title);
        if own == TitleEnd::default() { self.title_end.clone() } else { own }
    }

    /// The title in sentence case, with the tags that processors of CSL read, where it has them.
    pub(in crate::export) fn sentence_with_tags(&self) -> String {
        if self.is_english {
            unnested(&escape::line(&with_tags_of_csl(&title::sentence_case(self.resource, self.context))))
        } else {
            escape::line(&with_tags_of_csl(&without_entities(&self.resource.title)))
        }
    }

    /// The book that it is a part of, in sentence case where it is English; proceedings are called by a name.
    pub(super) fn book_sentence(&self, name: &str) -> String {
        if !self.is_english || is_proceedings(name) {
            return escape::line(name);
        }
        let sentence = title::book_in_sentence_case(self.resource, self.context, name);
        unnested(&escape::line(&without_tags(&sentence)))
    }

    /// The title in the title case of a manual, with American quotation marks, where it is English.
    pub(super) fn headline(&self, manual: Manual) -> String {
        if self.is_english {
            unnested(&escape::line(&title::headline_case(self.resource, self.context, manual)))
        } else {
            escape::line(&without_tags(&without_entities(&self.resource.title)))
        }
    }
}

/// The address that an entry shows: that of the DOI where there is one (APA 7 section 9.34, MLA 9 section 5.93, Chicago 17 section
/// 14.8), or else that of the record on the web.
fn web_address(resource: &Resource) -> Option<String> {
    let url = || resource.url.as_deref().and_then(href).filter(|url| !url.starts_with("mailto:"));
    doi(resource).map(|doi| doi_address(&doi)).or_else(url)
}
