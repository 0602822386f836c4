//! The quality of a catalog as a curator wants to know it: what is missing, which forms links have, which values are nearly equal or used
//! once, and how unevenly themes and audiences are spread.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::catalog::{Catalog, Finding, HashMap, HashSet, Head, List, Resource, spellings_of};
use crate::i18n;

/// In fewer records than this a theme or an audience is rare.
pub(super) const RARE: usize = 3;
/// How many values of a kind a line names; the others are counted.
const MOST_NAMED: usize = 10;

/// What was found of a catalog.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Quality {
    /// How many records there are.
    pub n_records: usize,
    /// In how many records each of the fields is missing that readers look for.
    pub missing: Vec<(&'static str, usize)>,
    /// How many links have each form, the most frequent first.
    pub links: Vec<(String, usize)>,
    /// How the values of themes, audiences and keywords are spread.
    pub spreads: Vec<Spread>,
    /// Values that are counted as one or are nearly equal, each with a proposal.
    pub near_equal: Vec<Finding>,
}

/// How the values of a list are spread over the records.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spread {
    /// Which list.
    pub list: List,
    /// The values with how many records have each, the most frequent first; those of the vocabulary that no record has, too.
    pub counts: Vec<(String, usize)>,
}

impl Quality {
    /// Looks at a catalog.
    #[must_use]
    pub fn of(catalog: &Catalog) -> Self {
        let near_equal = near_equal(&catalog.head, catalog.resources.iter().map(values_of));
        Self { near_equal, ..Self::without_near_equal(catalog) }
    }

    /// Looks at a catalog that is not needed any more: its records go before their values are compared.
    #[must_use]
    pub fn of_last(catalog: Catalog) -> Self {
        let found = Self::without_near_equal(&catalog);
        let near_equal = near_equal(&catalog.head, catalog.resources.into_iter().map(|record| values_of(&record)));
        Self { near_equal, ..found }
    }

    fn without_near_equal(catalog: &Catalog) -> Self {
        let resources = &catalog.resources;
        let missing = |name, is: fn(&Resource) -> bool| (name, resources.iter().filter(|record| is(record)).count());
        Self {
            n_records: resources.len(),
            missing: vec![
                missing("summary", |record| record.summary.is_none()),
                missing("date", |record| record.published.is_none()),
                missing("link", |record| record.url.is_none() && record.doi.is_none()),
                missing("author or publisher", |record| record.authors.is_empty() && record.publishers.is_empty()),
                missing("type", |record| record.r#type.is_none()),
                missing("theme or keyword", |record| record.themes.is_empty() && record.keywords.is_empty()),
            ],
            links: links(resources),
            spreads: [List::Themes, List::Audiences, List::Keywords].map(|list| Spread::of(catalog, list)).into(),
            near_equal: Vec::new(),
        }
    }

    /// The findings in sentences, one a line; none where nothing is to be said.
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let n = self.n_records;
        let mut lines = Vec::new();
        let missing = self.missing.iter().filter(|(_, n)| *n > 0);
        let missing: Vec<String> = missing.map(|(name, missing)| format!("{name} in {missing}")).collect();
        if !missing.is_empty() {
            lines.push(format!("missing, of {n} records: {}", missing.join(", ")));
        }
        if !self.links.is_empty() {
            let forms: Vec<String> = self.links.iter().map(|(form, n)| format!("{form} {n}")).collect();
            lines.push(format!("links: {}", forms.join(", ")));
        }
        for spread in &self.spreads {
            lines.extend(spread.line(n));
        }
        lines.extend(self.near_equal.iter().map(|finding| {
            let field = finding.place.field.as_deref().unwrap_or_default();
            format!("{field}: {}", i18n::finding_kind(&finding.kind))
        }));
        lines
    }
}

impl Spread {
    fn of(catalog: &Catalog, list: List) -> Self {
        let terms = catalog.head.vocabulary.terms(list);
        let mut counts: HashMap<String, usize> = terms.iter().map(|term| (term.id.clone(), 0)).collect();
        for value in catalog.resources.iter().flat_map(|resource| resource.list(list)) {
            match counts.get_mut(&*value) {
                Some(n) => *n += 1,
                None => _ = counts.insert(value.into_owned(), 1),
            }
        }
        let labels: HashMap<&str, &str> = terms.iter().map(|term| (term.id.as_str(), term.label.as_str())).collect();
        let label = |id: &str| labels.get(id).copied().unwrap_or(id).to_owned();
        // A theme above others need not be in a record itself.
        let parents: HashSet<&str> = terms.iter().filter_map(|term| term.parent.as_deref()).collect();
        let counts = counts.into_iter().filter(|(id, n)| *n > 0 || !parents.contains(id.as_str()));
        let mut counts: Vec<(String, usize)> = counts.map(|(id, n)| (label(&id), n)).collect();
        counts.sort_by(|(a, n), (b, m)| m.cmp(n).then_with(|| a.cmp(b)));
        Self { list, counts }
    }

    /// The spread in a sentence.
    fn line(&self, n_records: usize) -> Option<String> {
        let (most, n) = self.counts.first().filter(|(_, n)| *n > 0)?;
        let n_values = self.counts.iter().filter(|(_, n)| *n > 0).count();
        let percent = n * 100 / n_records.max(1);
        let records = if *n == 1 { "record" } else { "records" };
        let mut line =
            format!("{}: {n_values} in use, most often {most} ({n} {records}, {percent} %)", self.list.key());
        if self.list == List::Keywords {
            let n_once = self.counts.iter().filter(|(_, n)| *n == 1).count();
            let _ = write!(line, "; {n_once} are used once");
            return Some(line);
        }
        let of = |is: &dyn Fn(usize) -> bool| -> Vec<&str> {
            self.counts.iter().filter(|(_, n)| is(*n)).map(|(label, _)| label.as_str()).collect()
        };
        for (labels, what) in [(of(&|n| (1..RARE).contains(&n)), "in one or two records"), (of(&|n| n == 0), "in none")]
        {
            if !labels.is_empty() {
                let _ = write!(line, "; {what}: {}", named(&labels));
            }
        }
        Some(line)
    }
}

/// The first of some names, and how many more there are.
fn named(names: &[&str]) -> String {
    let list = names.iter().take(MOST_NAMED).copied().collect::<Vec<&str>>().join(", ");
    match names.len().saturating_sub(MOST_NAMED) {
        0 => list,
        n_more => format!("{list} and {n_more} more"),
    }
}

/// How many links have each form: `https`, `http`, `doi`, `mailto`.
fn links(resources: &[Resource]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for url in resources.iter().filter_map(|resource| resource.url.as_deref()) {
        let is_doi = crate::catalog::doi_of_address(url).is_some();
        let scheme = url.split_once(':').map_or("other", |(scheme, _)| scheme).to_lowercase();
        *counts.entry(if is_doi { "DOI".to_owned() } else { scheme }).or_insert(0) += 1;
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    counts
}

/// The values of a record that are compared, without its long texts: two catalogs would be much.
fn values_of(resource: &Resource) -> Resource {
    Resource {
        id: resource.id.clone(),
        r#type: resource.r#type.clone(),
        themes: resource.themes.clone(),
        audiences: resource.audiences.clone(),
        levels: resource.levels.clone(),
        access: resource.access.clone(),
        authors: resource.authors.clone(),
        publishers: resource.publishers.clone(),
        places: resource.places.clone(),
        keywords: resource.keywords.clone(),
        language: resource.language.clone(),
        container: resource.container.clone(),
        extra: resource.extra.clone(),
        ..Resource::default()
    }
}

/// The values that are counted as one or are nearly equal. Records get the labels of their terms for that, and no vocabulary: labels are
/// compared as other values are.
fn near_equal(head: &Head, values: impl Iterator<Item = Resource>) -> Vec<Finding> {
    let mut labels: HashMap<(List, &str), &str> = HashMap::default();
    for list in [List::Type, List::Themes, List::Audiences, List::Levels, List::Access] {
        for term in head.vocabulary.terms(list) {
            labels.insert((list, &term.id), &term.label);
        }
    }
    let name = |list: List, id: &mut String| {
        if let Some(label) = labels.get(&(list, id.as_str())) {
            (*label).clone_into(id);
        }
    };
    let named = |mut record: Resource| {
        for (list, ids) in [
            (List::Type, record.r#type.as_mut_slice()),
            (List::Themes, &mut record.themes),
            (List::Audiences, &mut record.audiences),
            (List::Levels, &mut record.levels),
            (List::Access, record.access.as_mut_slice()),
        ] {
            for id in ids {
                name(list, id);
            }
        }
        record
    };
    let bare = Head { vocabulary: crate::catalog::Vocabulary::default(), ..head.clone() };
    spellings_of(&bare, values.map(named))
}

#[cfg(test)]
mod tests {
    use super::Quality;
    use crate::import::{Options, read};

    #[test]
    fn the_quality_of_a_catalog_is_said_in_sentences() {
        let csv = "Title,Link,Themes,Tags,Year\nA,https://a.example/1,Maps,night walks; salt,2014\nB,http://a.example/2,Maps,night walks,\n\
            C,,Mapps,Night-walks; tin,2015\nD,https://doi.org/10.5555/d,Maps,,2015\n";
        let import = read("a.csv", csv.as_bytes(), &Options::default());
        let lines = import.map(|import| Quality::of(&import.catalog).lines()).unwrap_or_default();
        assert_eq!(
            lines,
            [
                "missing, of 4 records: summary in 4, date in 1, link in 1, author or publisher in 4, type in 4",
                "links: DOI 1, http 1, https 1",
                "themes: 2 in use, most often Maps (3 records, 75 %); in one or two records: Mapps",
                "keywords: 4 in use, most often night walks (2 records, 50 %); 3 are used once",
                "keywords: “night walks” (2 records), “Night-walks” (1 record) are nearly equal: if they are one value, write all as “night walks”",
            ]
        );
    }
}
