//! Journals, magazines and newspapers among the publishers of a record: what an article or a study appeared in.
//!
//! A catalog has one list of publishers for bodies and for periodicals. A name counts as a periodical's only where its words leave
//! no doubt (`Journal of …`, `Review of …`, `… Daily News`), or where it stands in a small table; `Education Review Office` is in
//! neither. A numbered series of papers is none, nor is a series of books ([`Series`]). Who calls a periodical a journal: the ISSN Portal and the lists of ERIC; a magazine or a newspaper, the periodical
//! itself. News sites that are no newspapers (`Chalkbeat`) are sites (APA 7 section 10.16).

use super::type_id::type_of;
use crate::catalog::{Resource, is_body_word, stated_doi};
use crate::text::fold;

/// What kind of periodical a name is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Periodical {
    /// Of scholars: cited by year, volume and issue.
    Journal,
    /// Of a trade or of the public: cited by its full date.
    Magazine,
    /// Of the day or the week: cited by its full date.
    Newspaper,
}

/// Types of what journals print. Posts, toolkits, guides and sites stay what they are, whoever published them.
const PRINTED: [&str; 9] = [
    "article",
    "research-study",
    "case-study",
    "report",
    "issue-brief",
    "interview",
    "journal-article",
    "magazine-article",
    "newspaper-article",
];

/// Journals on education whose names do not say that they are, folded, without the article in front.
const JOURNALS: &[&str] = &[
    "action in teacher education",
    "aera open",
    "american psychologist",
    "applied developmental science",
    "applied measurement in education",
    "assessment in education",
    "child development",
    "cognition and instruction",
    "computers and education",
    "curriculum inquiry",
    "education and urban society",
    "education policy analysis archives",
    "educational administration quarterly",
    "educational assessment",
    "educational evaluation and policy analysis",
    "educational leadership",
    "educational measurement: issues and practice",
    "educational policy",
    "educational psychologist",
    "educational psychology review",
    "educational researcher",
    "exceptional children",
    "frontiers in education",
    "harvard educational review",
    "kappan",
    "learning and instruction",
    "learning landscapes",
    "nassp bulletin",
    "nature",
    "nature human behaviour",
    "phi delta kappan",
    "plos one",
    "proceedings of the national academy of sciences",
    "psychological science",
    "qualitative report",
    "reading research quarterly",
    "remedial and special education",
    "science",
    "studies in higher education",
    "teachers college record",
    "teaching and teacher education",
    "theory & practice in rural education",
    "theory into practice",
    "urban education",
    "voices in urban education",
];

/// Magazines on education whose names do not say that they are or seem to say otherwise, folded, without the article in front.
const MAGAZINES: &[&str] = &[
    "aasa school administrator",
    "american educator",
    "atlantic",
    "district administration",
    "education next",
    "economist",
    "educause review",
    "forbes",
    "harvard business review",
    "horace",
    "journal",
    "learning professional",
    "national crosstalk",
    "new yorker",
    "newsweek",
    "principal",
    "principal leadership",
    "school administrator",
    "stanford social innovation review",
    "t.h.e. journal",
    "tes",
    "time",
    "us news & world report",
    "wired",
];

/// Newspapers whose names do not say that they are, folded, without the article in front.
const NEWSPAPERS: &[&str] = &[
    "atlanta journal-constitution",
    "baltimore sun",
    "boston globe",
    "chicago sun-times",
    "christian science monitor",
    "chronicle of higher education",
    "dallas morning news",
    "denver post",
    "education week",
    "globe and mail",
    "guardian",
    "independent",
    "mercury news",
    "milwaukee journal sentinel",
    "morning call",
    "new york post",
    "observer",
    "oregonian",
    "plain dealer",
    "san diego union-tribune",
    "toronto star",
    "usa today",
    "wall street journal",
    "washington post",
];
/// Last words of names of newspapers, behind a place or an article.
const ENDS_OF_NEWSPAPERS: [&str; 10] =
    ["courier", "dispatch", "enquirer", "gazette", "herald", "inquirer", "sentinel", "telegraph", "times", "tribune"];

/// How names of journals go on behind `journal` and `review`.
const OF: [&str; 4] = ["of", "for", "in", "on"];
/// What stands before a last `journal` in the name of one; newspapers have a place or a street there.
const SCHOLARLY: [&str; 9] =
    ["academic", "education", "educational", "psychology", "research", "school", "science", "studies", "teaching"];

/// The kind of periodical that a name is of; `None` for the name of a body, and where it can't be told.
pub(super) fn periodical(name: &str) -> Option<Periodical> {
    let folded = fold(name.trim());
    let plain = folded.strip_prefix("the ").unwrap_or(&folded);
    if MAGAZINES.contains(&plain) {
        return Some(Periodical::Magazine);
    }
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let goes_on = |pair: &[&str], first: &str| pair[0] == first && OF.contains(&pair[1]);
    let is_journal = JOURNALS.contains(&plain)
        || words.windows(2).any(|pair| goes_on(pair, "journal"))
        || words.len() > 2 && words[0] == "review" && words[1] == "of"
        || matches!(words[..], [.., before, "journal"] if SCHOLARLY.contains(&before));
    if is_journal {
        return Some(Periodical::Journal);
    }
    if words.contains(&"magazine") {
        return Some(Periodical::Magazine);
    }
    let is_newspaper = NEWSPAPERS.contains(&plain)
        || matches!(words[..], [_, .., "daily", "news"])
        || words.len() + usize::from(plain.len() < folded.len()) > 1
            && words.last().is_some_and(|last| ENDS_OF_NEWSPAPERS.contains(last))
            && !is_body_word(name);
    is_newspaper.then_some(Periodical::Newspaper)
}

/// The periodical that a resource appeared in, with its kind: the first of its publishers that is one. A DOI shows that an
/// article's source is a journal where nothing says what it is: magazines and newspapers have none.
pub(super) fn periodical_of(resource: &Resource) -> Option<(&str, Periodical)> {
    if book_of(resource).is_some() {
        return None;
    }
    typed_periodical(resource).or_else(|| stated_periodical(resource)).or_else(|| named_periodical(resource)).or_else(
        || {
            let is_article = type_of(resource) == "article";
            let source = resource.publishers.first().filter(|name| is_article && !is_body_word(name))?;
            stated_doi(resource).map(|_| (source.as_str(), Periodical::Journal))
        },
    )
}

/// What an article appeared in whose type says what that is: what it states, or else a publisher that is called as one, or the first.
fn typed_periodical(resource: &Resource) -> Option<(&str, Periodical)> {
    let kind = match type_of(resource) {
        "journal-article" => Periodical::Journal,
        "magazine-article" => Periodical::Magazine,
        "newspaper-article" => Periodical::Newspaper,
        _ => return None,
    };
    let named = || named_periodical(resource).map(|(name, _)| name);
    let first = || resource.publishers.iter().map(String::as_str).find(|name| !name.trim().is_empty());
    Some((resource.container.as_deref().or_else(named).or_else(first)?, kind))
}

/// Types of what stands in a book.
const CHAPTERS: [&str; 3] = ["chapter", "book-chapter", "conference-paper"];
/// What the names of books have of which others write the parts, folded.
const BOOKS: [&str; 5] = ["handbook of", "handbook on", "handbook for", "encyclopedia of", "proceedings of"];

/// The book that a resource is a part of: what it states to have appeared in, where its type says that it is a chapter or the name that it is such
/// a book; volumes have these too, issues have not.
pub(super) fn book_of(resource: &Resource) -> Option<&str> {
    let name = resource.container.as_deref()?.trim();
    let id = type_of(resource);
    // A paper that is not said to be printed was read at what it states.
    let is_read =
        id == "conference-paper" && !is_proceedings(name) && resource.volume.is_none() && resource.page_range.is_none();
    if CHAPTERS.contains(&id) {
        return (!is_read).then_some(name);
    }
    let folded = fold(name);
    let is_book = BOOKS.iter().any(|book| folded.contains(book)) && !folded.ends_with(" series");
    let is_part = is_book && resource.issue.is_none() && !NOT_PRINTED.contains(&id) && periodical(name).is_none();
    is_part.then_some(name)
}

/// Whether a book is called as the proceedings of a conference are.
pub(super) fn is_proceedings(book: &str) -> bool {
    fold(book).contains("proceedings")
}

/// What the name of a series of reports or papers has, folded.
const SERIES: [&str; 15] = [
    "working paper",
    "discussion paper",
    "occasional paper",
    "technical paper",
    "policy paper",
    "research paper",
    "staff paper",
    "technical report",
    "research report",
    "evaluation report",
    "policy brief",
    "issue brief",
    "research brief",
    "research memorandum",
    "issue paper",
];
/// Types of what stands in a series where it states neither a volume nor pages.
const REPORTS: [&str; 4] = ["report", "issue-brief", "guide", "toolkit"];

/// A series of reports, papers or books, and the number in it: `NBER Working Paper`, `24567`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Series<'a> {
    /// What it is called, without a number.
    pub(super) name: &'a str,
    /// The number; may be empty.
    pub(super) number: &'a str,
    /// Whether it is one of reports or papers.
    pub(super) is_of_reports: bool,
}

/// The series that a resource appeared in: what it states to have appeared in where that is called as a series of papers is, or where the
/// resource is a book, or a report that no periodical printed.
pub(super) fn series_of(resource: &Resource) -> Option<Series<'_>> {
    let stated = resource.container.as_deref()?.trim();
    let id = type_of(resource);
    let folded = fold(stated);
    let is_called_so = SERIES.iter().any(|name| folded.contains(name))
        || folded.ends_with(" series")
        || folded.starts_with("eric digest");
    let is_of_reports = is_called_so && (id != "book") && !NOT_PRINTED.contains(&id)
        || REPORTS.contains(&id)
            && resource.volume.is_none()
            && resource.page_range.is_none()
            && periodical(stated).is_none();
    if !is_of_reports && id != "book" || book_of(resource).is_some() {
        return None;
    }
    let (name, in_name) = split_number(stated);
    let number = resource.issue.as_deref().or(resource.volume.as_deref()).or(in_name).unwrap_or_default().trim();
    Some(Series { name, number, is_of_reports })
}

/// The name of a series and the number behind it: `NBER Working Paper No. 24567`.
fn split_number(name: &str) -> (&str, Option<&str>) {
    let Some((before, last)) = name.rsplit_once(' ') else { return (name, None) };
    let number = last.trim_start_matches('#');
    let before = before.trim_end_matches([',', ' ']);
    let marked = ["No.", "no.", "Nr.", "Number", "number", "#"].iter().find_map(|mark| before.strip_suffix(mark));
    let is_paper = before.ends_with("Paper") || before.ends_with("Report") || before.ends_with("Brief");
    let is_number =
        number.chars().any(|c| c.is_ascii_digit()) && (marked.is_some() || last.starts_with('#') || is_paper);
    if is_number { (marked.unwrap_or(before).trim_end_matches([',', ' ']), Some(number)) } else { (name, None) }
}

/// Types that stay what they are, whatever they appeared in.
const NOT_PRINTED: [&str; 14] = [
    "blog-post",
    "video",
    "podcast",
    "webinar",
    "website",
    "initiative",
    "data-tool",
    "book",
    "presentation",
    "conference-paper",
    "poster",
    "keynote",
    "lecture",
    "speech",
];

/// What a resource states that it appeared in, with its kind, where that can be a periodical: a journal where its name says so or it has volumes,
/// issues or DOIs.
fn stated_periodical(resource: &Resource) -> Option<(&str, Periodical)> {
    let name = resource.container.as_deref()?;
    let is_printed = !NOT_PRINTED.contains(&type_of(resource));
    let is_numbered = resource.volume.is_some() || resource.issue.is_some() || stated_doi(resource).is_some();
    let other = if is_numbered { Periodical::Journal } else { Periodical::Magazine };
    (is_printed && series_of(resource).is_none()).then(|| (name, periodical(name).unwrap_or(other)))
}

/// The first publisher of a resource whose name is that of a periodical, with its kind, where a periodical may have printed it.
pub(super) fn named_periodical(resource: &Resource) -> Option<(&str, Periodical)> {
    PRINTED.contains(&type_of(resource)).then_some(())?;
    resource.publishers.iter().find_map(|name| Some((name.as_str(), periodical(name)?)))
}

#[cfg(test)]
mod tests {
    use super::{JOURNALS, MAGAZINES, NEWSPAPERS, Periodical, periodical, periodical_of, series_of};
    use crate::catalog::Resource;
    use crate::text::fold;

    #[test]
    fn journals_magazines_and_newspapers_are_told_from_bodies_by_their_names() {
        let (journal, magazine) = (Some(Periodical::Journal), Some(Periodical::Magazine));
        let newspaper = Some(Periodical::Newspaper);
        for (name, kind) in [
            ("The Journal of Competency-Based Education", journal),
            ("International Journal of Education and Literacy Studies", journal),
            ("LWATI: A Journal of Contemporary Research", journal),
            ("American Educational Research Journal", journal),
            ("The Elementary School Journal", journal),
            ("Review of Educational Research", journal),
            ("Educational Leadership", journal),
            ("Phi Delta Kappan", journal),
            ("THEORY INTO PRACTICE", journal),
            ("Change: The Magazine of Higher Learning", magazine),
            ("NACUBO Business Officer Magazine", magazine),
            ("THE Journal", magazine),
            ("EDUCAUSE Review", magazine),
            ("Science", journal),
            ("Nature", journal),
            ("The Washington Post Magazine", magazine),
            ("The Atlantic", magazine),
            ("The Wall Street Journal", newspaper),
            ("Milwaukee Journal Sentinel", newspaper),
            ("The New York Times", newspaper),
            ("The Washington Post", newspaper),
            ("Bangor Daily News", newspaper),
            ("The Straits Times", newspaper),
            ("The Gazette", newspaper),
            ("Miami Herald", newspaper),
            ("Education Week", newspaper),
            ("Times Foundation", None),
            ("Herald", None),
            ("Chalkbeat", None),
            ("ETS", None),
            ("KnowledgeWorks", None),
            ("National Science Foundation", None),
            ("Education Review Office", None),
            ("Review Committee on Curriculum 2005", None),
            ("Phi Delta Kappa Educational Foundation", None),
            ("Journalists for Schools", None),
            ("Review of", None),
            ("", None),
        ] {
            assert_eq!(periodical(name), kind, "{name}");
        }
    }

    #[test]
    fn numbered_papers_and_books_stand_in_series_and_no_periodical() {
        let of = |id: &str, container: &str, issue: &str, volume: &str| {
            let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
            Resource {
                r#type: some(id),
                container: some(container),
                issue: some(issue),
                volume: some(volume),
                ..Resource::default()
            }
        };
        for (resource, series) in [
            (of("report", "NBER Working Paper", "24567", ""), Some(("NBER Working Paper", "24567"))),
            (of("report", "NBER Working Paper No. 24567", "", ""), Some(("NBER Working Paper", "24567"))),
            (of("report", "CALDER Working Paper 45-0210", "", ""), Some(("CALDER Working Paper", "45-0210"))),
            (of("article", "IZA Discussion Papers, no. 12", "", ""), Some(("IZA Discussion Papers", "12"))),
            (of("research-study", "Technical Report Series", "7", ""), Some(("Technical Report Series", "7"))),
            (of("report", "ERIC Digest", "ED123", ""), Some(("ERIC Digest", "ED123"))),
            (of("report", "Lumina Lines", "", ""), Some(("Lumina Lines", ""))),
            (of("book", "Studies in Education", "", "3"), Some(("Studies in Education", "3"))),
            (of("report", "Phi Delta Kappan", "2", ""), None),
            (of("report", "Horizons", "", "7"), None),
            (of("article", "Horizons", "7", ""), None),
            (of("podcast", "Interview Series", "7", ""), None),
        ] {
            let found = series_of(&resource);
            assert_eq!(found.as_ref().map(|series| (series.name, series.number)), series, "{resource:?}");
            assert!(found.is_none() || periodical_of(&resource).is_none(), "{resource:?}");
        }
    }

    #[test]
    fn names_of_the_tables_stand_as_they_are_looked_up() {
        for name in JOURNALS.iter().chain(MAGAZINES).chain(NEWSPAPERS) {
            assert_eq!(fold(name), *name);
            assert!(!name.starts_with("the "), "{name}");
        }
    }

    #[test]
    fn a_doi_shows_a_journal_where_an_article_has_a_source_that_is_no_body() {
        let of = |id: &str, publisher: &str, url: &str| {
            let resource = Resource {
                r#type: Some(id.to_owned()),
                publishers: vec![publisher.to_owned()],
                url: Some(url.to_owned()),
                ..Resource::default()
            };
            periodical_of(&resource).map(|(_, kind)| kind)
        };
        let doi = "https://doi.org/10.1000/abc";
        assert_eq!(of("article", "Kairos", doi), Some(Periodical::Journal));
        assert_eq!(of("article", "Kairos", "https://example.org"), None);
        assert_eq!(of("article", "EDUCAUSE Review", doi), Some(Periodical::Magazine));
        assert_eq!(of("article", "RAND Corporation", doi), None);
        assert_eq!(of("research-study", "Kairos", doi), None);
        assert_eq!(of("guide", "Educational Leadership", doi), None);
    }
}
