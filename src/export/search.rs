//! A search as one line for the methods section of a paper.

use std::fmt::Write as _;

use super::citation::month_first;
use super::escape::line;
use crate::catalog::PartialDate;

/// What was searched, and what came of it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Search<'a> {
    /// Name of the catalog.
    pub catalog: &'a str,
    /// Date of the catalog, as its head states it.
    pub updated: Option<&'a str>,
    /// The query as typed; empty for none.
    pub query: &'a str,
    /// The filters in words, one a facet: `theme: Grading or Pacing`, `not place: Maine`.
    pub filters: &'a [String],
    /// How many resources match.
    pub matched: usize,
    /// How many there are.
    pub total: usize,
    /// The address that shows the search again; one that is not on the web is left out.
    pub link: &'a str,
    /// The day of the search, where it is known.
    pub searched: Option<PartialDate>,
}

/// One line that says what was searched where and how much was found, so that another can repeat it (PRISMA-S items 1, 8, 9 and
/// 13: the database, the full strategy, the limits, the date).
pub fn search_citation(search: &Search<'_>) -> String {
    let date = |text: &str| text.parse().map_or_else(|_| line(text), month_first);
    let mut text = line(search.catalog);
    if let Some(updated) = search.updated.filter(|updated| !updated.trim().is_empty()) {
        let _ = write!(text, " (catalog of {})", date(updated));
    }
    let query = line(search.query);
    let mut asked: Vec<String> = Vec::from_iter((!query.is_empty()).then(|| format!("query: {query}")));
    asked.extend(search.filters.iter().map(|filter| line(filter)).filter(|filter| !filter.is_empty()));
    if asked.is_empty() {
        asked.push("all resources".to_owned());
    }
    let day = search.searched.map(|day| format!(" on {}", month_first(day))).unwrap_or_default();
    let count = format!("{} of {} resources", search.matched, search.total);
    let _ = write!(text, ", searched{day} for {}; {count}.", asked.join("; "));
    // The path of a page on somebody's disk is no address for others, and nobody's business.
    if search.link.starts_with("http") {
        text.push(' ');
        text.push_str(search.link);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Search, search_citation};

    #[test]
    fn the_line_on_a_search_has_an_address_of_the_web_and_no_path_of_a_disk() {
        for (link, ending) in [
            ("https://example.org/#/?q=a", "1 of 2 resources. https://example.org/#/?q=a"),
            ("file:///home/someone/Competency%20Explorer.html#/?q=a", "1 of 2 resources."),
            ("blob:null/5", "1 of 2 resources."),
            ("", "1 of 2 resources."),
        ] {
            let line = search_citation(&Search { catalog: "Catalog", matched: 1, total: 2, link, ..Search::default() });
            assert!(line.ends_with(ending), "{line}");
        }
    }
}
