//! Looking up the synonyms of a catalog in its finished index: in which resources the words of each stand next to each other.
//!
//! Each text is read once, whatever the number of synonyms: these are a tree of words, in which every token of a text goes on from where
//! the one before it has come to, and begins anew.

use std::iter;

use super::index::Index;
use super::synonyms::{Synonym, Synonyms};
use super::texts::Texts;
use crate::catalog::{HashMap, ResourceIdx, ResourceSet, sorted_positions};
use crate::limits::work;
use crate::text::{each_token, with_signs};

impl Synonyms {
    /// Looks up the synonyms that `labels` lists group by group.
    pub fn new(index: &Index, texts: &dyn Texts, labels: &[Vec<&str>]) -> Self {
        let one = |label: &&str| Some(Synonym::of(label)).filter(|one| !one.words.is_empty());
        let mut groups: Vec<Vec<Synonym>> = labels.iter().map(|group| group.iter().filter_map(one).collect()).collect();
        let mut all: Vec<&mut Synonym> = groups.iter_mut().flatten().collect();
        let mut tree = Tree::new(&all.iter().map(|synonym| &*synonym.words).collect::<Vec<_>>());
        let mut candidates = ResourceSet::none(index.n_resources());
        for synonym in &all {
            candidates.unite(&index.all_of(&synonym.words));
        }
        for resource in candidates.iter() {
            tree.read(texts, resource);
        }
        for (synonym, node) in all.iter_mut().zip(tree.ends) {
            let with_all = index.all_of(&synonym.words);
            let found = tree.found[node as usize].1.iter().filter(|(resource, _)| with_all.contains(*resource));
            (synonym.resources, synonym.masks) = found.copied().unzip();
        }
        Self { groups }
    }
}

/// Phrases as a tree of their words; the root is node 0.
#[derive(Default)]
struct Tree {
    words: HashMap<String, u32>,
    /// Node, word and the node that it leads to, in order.
    steps: Vec<(u32, u32, u32)>,
    /// The node at which each phrase ends.
    ends: Vec<u32>,
    /// Of each node whether a phrase ends there, and the resources that have it, each with the parts in which they do.
    found: Vec<(bool, Vec<(ResourceIdx, u8)>)>,
}

impl Tree {
    fn new(phrases: &[&[String]]) -> Self {
        let mut tree = Self { ends: vec![0; phrases.len()], found: vec![(false, Vec::new())], ..Self::default() };
        // In order each shares its beginning with the one before.
        let (mut before, mut path): (&[String], Vec<u32>) = (&[], vec![0]);
        for at in sorted_positions(phrases.len(), &mut |a, b| phrases[a as usize].cmp(phrases[b as usize])) {
            let words = phrases[at as usize];
            let n_shared = words.iter().zip(before).take_while(|(own, other)| own == other).count();
            path.truncate(n_shared + 1);
            for word in &words[n_shared..] {
                let n_words = u32::try_from(tree.words.len()).unwrap_or(u32::MAX);
                let word = *tree.words.entry(word.clone()).or_insert(n_words);
                let node = u32::try_from(tree.found.len()).unwrap_or(u32::MAX);
                tree.steps.push((path[path.len() - 1], word, node));
                tree.found.push((false, Vec::new()));
                path.push(node);
            }
            let end = path[path.len() - 1];
            tree.ends[at as usize] = end;
            tree.found[end as usize].0 = true;
            before = words;
        }
        tree.steps.sort_unstable();
        tree
    }

    /// Finds the phrases in the texts of a resource; the resources come in order.
    fn read(&mut self, texts: &dyn Texts, resource: ResourceIdx) {
        let (mut reached, mut now) = (Vec::new(), Vec::new());
        texts.texts(resource, &mut |field, text| {
            reached.clear();
            each_token(text, |token, range| {
                now.clear();
                let written = &text[range];
                let signed = if written.ends_with(['+', '#']) { with_signs(written, token) } else { String::new() };
                // A word twice would double the ways to a node with each token.
                let signed = Some(&*signed).filter(|signed| *signed != token);
                for word in iter::once(token).chain(signed).filter_map(|word| self.words.get(word)) {
                    for from in reached.iter().chain(&[0]) {
                        work::count(1);
                        let step = self.steps.binary_search_by(|(node, with, _)| (node, with).cmp(&(from, word)));
                        now.extend(step.ok().map(|step| self.steps[step].2));
                    }
                }
                for node in &now {
                    let (is_end, found) = &mut self.found[*node as usize];
                    if !*is_end {
                        continue;
                    }
                    match found.last_mut().filter(|(last, _)| *last == resource) {
                        Some((_, parts)) => *parts |= field.bit(),
                        None => found.push((resource, field.bit())),
                    }
                }
                std::mem::swap(&mut reached, &mut now);
            });
        });
    }
}
