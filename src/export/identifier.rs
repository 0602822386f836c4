//! The DOI of a resource, wherever its record states it.

use super::periodical::{Periodical, named_periodical};
use crate::catalog::{Resource, doi_of_address, stated_doi};

/// The DOI of a resource: the one that it states, or the only one among its sources where it appeared in a journal. The sources of
/// others are other works, whose DOI would lead astray.
pub(super) fn doi(resource: &Resource) -> Option<String> {
    stated_doi(resource).or_else(|| {
        let is_article = matches!(named_periodical(resource), Some((_, Periodical::Journal)));
        let mut found: Vec<String> =
            resource.sources.iter().filter(|_| is_article).filter_map(|source| doi_of_address(source)).collect();
        found.dedup_by(|a, b| a.eq_ignore_ascii_case(b));
        if found.len() == 1 { found.pop() } else { None }
    })
}

/// The DOI of a resource, where its address is not that DOI already.
pub(super) fn doi_beside_address(resource: &Resource) -> Option<String> {
    doi(resource).filter(|_| resource.url.as_deref().and_then(doi_of_address).is_none())
}

#[cfg(test)]
mod tests {
    use super::{Resource, doi};

    #[test]
    fn a_doi_is_found_wherever_a_record_states_it() {
        let own = "10.1000/abc";
        let map = |key: &str, text: &str| [(key.to_owned(), text.into())].into_iter().collect();
        for form in [
            own,
            "doi:10.1000/abc",
            "DOI: 10.1000/abc",
            "https://doi.org/10.1000/abc",
            "http://dx.doi.org/10.1000/abc",
            "HTTPS://DOI.ORG/10.1000/abc",
        ] {
            for resource in [
                Resource { doi: Some(form.to_owned()), ..Resource::default() },
                Resource { extra: map("doi", form), ..Resource::default() },
                Resource { other: map("DOI", form), ..Resource::default() },
            ] {
                assert_eq!(doi(&resource).as_deref(), Some(own), "{form}");
            }
        }
        let bad =
            Resource { doi: Some("11.1/x".to_owned()), url: Some("doi:10.1000/abc".to_owned()), ..Resource::default() };
        assert_eq!(doi(&bad).as_deref(), Some(own));
    }

    #[test]
    fn a_doi_among_the_sources_is_that_of_an_article_in_a_journal_where_it_is_the_only_one() {
        let of = |id: &str, publisher: &str, sources: &[&str]| {
            let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
            let (publishers, sources) = (texts(&[publisher]), texts(sources));
            doi(&Resource { r#type: Some(id.to_owned()), publishers, sources, ..Resource::default() })
        };
        let (journal, one, same) = ("Journal of Learning", "https://doi.org/10.1000/a", "http://dx.doi.org/10.1000/A");
        assert_eq!(of("article", journal, &["https://example.org", one]).as_deref(), Some("10.1000/a"));
        assert_eq!(of("research-study", journal, &[one, same]).as_deref(), Some("10.1000/a"));
        assert_eq!(of("article", journal, &[one, "https://doi.org/10.1000/b"]), None);
        assert_eq!(of("article", "Getting Smart", &[one]), None);
        assert_eq!(of("blog-post", journal, &[one]), None);
    }
}
