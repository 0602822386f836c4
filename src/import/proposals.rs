//! Tags that are nearly equal, each group with the command that makes one of them.

use std::borrow::Cow;

use super::edit::{Edit, Tag, tags};
use super::quality::Quality;
use super::raw_catalog::RawCatalog;
use crate::catalog::{FindingKind, HashSet, proposed};

/// How many spellings of a tag are offered to stay.
const MOST_WAYS: usize = 6;

/// Tags that seem to be one.
#[derive(Debug, Clone, PartialEq)]
pub struct Proposal {
    /// Key of their list, or the id of an own field.
    pub list: String,
    /// The ways in which it is written, with how many records have each.
    pub spellings: Vec<(String, u32)>,
    /// The first spellings that may stay, each with the command that makes it so; the first is the one that is proposed.
    pub edits: Vec<(String, Edit)>,
}

/// The tags of a list by their labels.
struct Known(Vec<Tag>);

impl Known {
    fn of(mut tags: Vec<Tag>) -> Self {
        tags.sort_by(|a, b| a.label.cmp(&b.label));
        Self(tags)
    }

    /// The ids of the tags of a label, which stands for itself where there are none.
    fn ids(&self, label: &str) -> Vec<String> {
        let first = self.0.partition_point(|tag| tag.label.as_str() < label);
        let of = self.0.iter().skip(first).take_while(|tag| tag.label == label);
        let of: Vec<String> = of.map(|tag| tag.id.clone()).collect();
        if of.is_empty() { vec![label.to_owned()] } else { of }
    }
}

/// The proposals of a look at a catalog. Names of people are left out: whether two are one person, nobody can tell by their letters.
#[must_use]
pub fn proposals(catalog: &RawCatalog, quality: &Quality) -> Vec<Proposal> {
    let mut lists: Vec<(String, Known)> = Vec::new();
    quality
        .near_equal
        .iter()
        .filter_map(|finding| {
            let list = finding.place.field.clone().filter(|list| list != "authors")?;
            let (spellings, into) = match &finding.kind {
                FindingKind::Similar(spellings) => {
                    let into = proposed(spellings).map(Cow::into_owned);
                    (spellings.clone(), into.or_else(|| Some(spellings.first()?.0.clone()))?)
                }
                FindingKind::Joined(spellings, into) => (spellings.clone(), into.clone()),
                _ => return None,
            };
            let at = lists.iter().position(|(other, _)| *other == list).unwrap_or_else(|| {
                lists.push((list.clone(), Known::of(tags(catalog, &list))));
                lists.len() - 1
            });
            let known = &lists.get(at)?.1;
            let others = spellings.iter().map(|(label, _)| label).filter(|label| **label != into);
            let ways = std::iter::once(&into).chain(others).take(MOST_WAYS);
            let edits = ways.filter_map(|into| Some((into.clone(), merge(&list, known, &spellings, into)?))).collect();
            Some(Proposal { list, spellings, edits })
        })
        .collect()
}

/// The command that makes one of the spellings the tag of all.
fn merge(list: &str, known: &Known, spellings: &[(String, u32)], into: &str) -> Option<Edit> {
    let stays = known.ids(into).into_iter().next()?;
    // Two spellings of one tag may be one in the list of tags: then each text is named.
    let gone: HashSet<String> =
        spellings.iter().flat_map(|(label, _)| known.ids(label)).filter(|id| *id != stays).collect();
    let mut from: Vec<String> = gone.into_iter().collect();
    from.sort_unstable();
    Some(Edit::MergeTags { list: list.to_owned(), from, into: stays })
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::proposals;
    use crate::import::{Draft, Quality, RawCatalog};

    #[test]
    fn nearly_equal_tags_are_one_after_their_proposal() {
        let json = r#"{"title":"T","vocabulary":{"themes":[{"id":"m","label":"Competency frameworks"},{"id":"n","label":"Competency framework"}]},"resources":[
            {"id":"a","title":"A","themes":["m"],"keywords":["night walks"]},{"id":"b","title":"B","themes":["n"],"keywords":["Night-walks","tin"]},
            {"id":"c","title":"C","themes":["m"],"keywords":["night walks","TIN"]}]}"#;
        let mut draft = Draft::new(RawCatalog::read(json.as_bytes()).unwrap().0);
        let look = |draft: &Draft| proposals(draft.catalog(), &Quality::of(&draft.catalog().catalog()));
        let found: Vec<(String, String)> =
            look(&draft).into_iter().map(|of| (of.list, of.edits[0].0.clone())).collect();
        assert!(found.contains(&("themes".to_owned(), "Competency frameworks".to_owned())), "{found:?}");
        assert!(found.contains(&("keywords".to_owned(), "night walks".to_owned())), "{found:?}");
        for _ in 0..found.len() {
            let first = look(&draft).swap_remove(0);
            assert_eq!(draft.apply(first.edits[0].1.clone()), Ok(true), "{first:?}");
        }
        assert_eq!(look(&draft), []);
        assert_eq!(draft.catalog().resources[1]["themes"].to_string(), r#"["m"]"#);
        assert_eq!(draft.catalog().resources[1]["keywords"][0], "night walks");
    }

    #[test]
    fn a_curator_may_keep_any_of_the_spellings() {
        let json = r#"{"title":"T","resources":[{"id":"a","title":"A","keywords":["Assesment"]},
            {"id":"b","title":"B","keywords":["Assesment"]},{"id":"c","title":"C","keywords":["Assessment"]}]}"#;
        let mut draft = Draft::new(RawCatalog::read(json.as_bytes()).unwrap().0);
        let found = proposals(draft.catalog(), &Quality::of(&draft.catalog().catalog())).swap_remove(0);
        let (_, edit) = found.edits.into_iter().find(|(into, _)| into == "Assessment").unwrap();
        assert_eq!(draft.apply(edit), Ok(true));
        let all: Vec<String> = draft.catalog().resources.iter().map(|of| of["keywords"].to_string()).collect();
        assert_eq!(all, [r#"["Assessment"]"#; 3]);
    }
}
