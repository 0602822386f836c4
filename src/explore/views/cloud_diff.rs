//! What a change of the filter did to a cloud: which tags are larger now, smaller, new, or gone.

use super::cloud::Cloud;

/// What happened to a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It is larger than before beside the others.
    Grew,
    /// It is smaller than before beside the others.
    Shrank,
    /// It was not there.
    Appeared,
}

/// What happened to a cloud.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// What happened to the tags that are there now, as far as something did, in their order.
    pub tags: Vec<(u32, Change)>,
    /// The tags that are there no longer, in the order in which they stood.
    pub gone: Vec<u32>,
}

impl Changes {
    /// Whether nothing happened.
    pub fn is_empty(&self) -> bool {
        self.tags.is_empty() && self.gone.is_empty()
    }

    /// How many tags something happened to.
    pub fn n(&self, what: Change) -> usize {
        self.tags.iter().filter(|(_, change)| *change == what).count()
    }

    /// What happened to a tag.
    pub fn of(&self, at: u32) -> Option<Change> {
        self.tags.iter().find(|(tag, _)| *tag == at).map(|(_, change)| *change)
    }
}

/// What became of the tags of a cloud. Counts are not compared: a narrower filter makes all of them smaller. Clouds of other
/// tags, or weighed otherwise, are not comparable: nothing happened.
pub fn changes(before: &Cloud, now: &Cloud) -> Changes {
    if (before.of, before.special) != (now.of, now.special) {
        return Changes::default();
    }
    let step = |cloud: &Cloud, at: u32| cloud.tags.iter().find(|tag| tag.at == at).map(|tag| tag.step);
    let change = |at: u32, now: u8| match step(before, at) {
        None => Some(Change::Appeared),
        Some(before) if before < now => Some(Change::Grew),
        Some(before) if before > now => Some(Change::Shrank),
        Some(_) => None,
    };
    let tags = now.tags.iter().filter_map(|tag| Some((tag.at, change(tag.at, tag.step)?)));
    let gone = before.tags.iter().map(|tag| tag.at).filter(|at| step(now, *at).is_none());
    Changes { tags: tags.collect(), gone: gone.collect() }
}

#[cfg(test)]
mod tests {
    use super::{Change, Changes, changes};
    use crate::explore::views::cloud::{Cloud, Tag, Tags};
    use crate::explore::views::statistics::Contrast;

    fn cloud(tags: &[(u32, u8)]) -> Cloud {
        let contrast = Contrast { here: 1, of_here: 1, there: 0, of_there: 0 };
        let tags = tags.iter().map(|(at, step)| Tag { at: *at, contrast, step: *step }).collect();
        Cloud { of: Tags::Words, special: false, tags, implied: Vec::new() }
    }

    #[test]
    fn what_happened_to_each_tag_is_said_once() {
        let (before, now) = (cloud(&[(7, 3), (1, 2), (2, 6), (9, 1)]), cloud(&[(2, 5), (4, 1), (7, 4), (1, 2)]));
        let all = changes(&before, &now);
        assert_eq!(all.tags, [(2, Change::Shrank), (4, Change::Appeared), (7, Change::Grew)]);
        assert_eq!((all.gone.as_slice(), all.n(Change::Grew), all.of(1)), (&[9][..], 1, None));
        assert!(changes(&now, &now).is_empty() && !all.is_empty());
    }

    #[test]
    fn clouds_of_other_tags_are_not_compared() {
        let before = cloud(&[(1, 2)]);
        let other = Cloud { of: Tags::Facet(0), ..before.clone() };
        let otherwise = Cloud { special: true, tags: Vec::new(), ..before.clone() };
        assert_eq!((changes(&before, &other), changes(&before, &otherwise)), (Changes::default(), Changes::default()));
    }
}
