//! Looking up the synonyms of a catalog in its finished index: in which resources the words of each stand next to each other.

use super::index::Index;
use super::synonyms::{Synonym, Synonyms};
use super::texts::{Texts, parts_with};

impl Synonyms {
    /// Looks up the synonyms that `labels` lists group by group.
    pub fn new(index: &Index, texts: &dyn Texts, labels: &[Vec<&str>]) -> Self {
        let one = |label: &&str| Synonym::new(index, texts, label);
        let groups = labels.iter().map(|group| group.iter().map(one).filter(|one| !one.words.is_empty()).collect());
        Self { groups: groups.collect() }
    }
}

impl Synonym {
    fn new(index: &Index, texts: &dyn Texts, label: &str) -> Self {
        let mut synonym = Self::of(label);
        for resource in index.all_of(&synonym.words).iter() {
            let parts = parts_with(texts, resource, &synonym.words);
            if parts != 0 {
                synonym.resources.push(resource);
                synonym.masks.push(parts);
            }
        }
        synonym
    }
}
