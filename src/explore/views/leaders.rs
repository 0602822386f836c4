//! What leads a cloud: the heaviest tags, and how many results have any of them; for the sentence above the picture.

use super::cloud::{Cloud, Tag, Tags};
use crate::catalog::{ResourceSet, sort_positions};
use crate::explore::engine::Engine;
use crate::facet::within;

/// How many tags lead at most.
const MOST_LEADING: usize = 3;

/// The heaviest tags of a cloud.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leaders {
    /// The tags, the heaviest first: none that the filters imply, none with others below it, and, where tags are weighed by what is
    /// special, none that is rarer here than elsewhere.
    pub tags: Vec<u32>,
    /// How many results have any of them; 0 where that is not counted, as with words.
    pub n: usize,
}

/// Returns what leads a cloud of some results.
pub fn leaders(engine: &Engine, cloud: &Cloud, set: &ResourceSet) -> Leaders {
    let facet = if let Tags::Facet(at) = cloud.of { engine.facets.get(at) } else { None };
    let is_narrow =
        |at: u32| facet.and_then(|facet| facet.values.get(at as usize)).is_none_or(|value| value.children.is_empty());
    let leads = |tag: &&Tag| {
        is_narrow(tag.at) && !cloud.implied.contains(&tag.at) && (!cloud.special || tag.contrast.is_more())
    };
    let tags: Vec<&Tag> = cloud.tags.iter().filter(leads).collect();
    let weight = |at: u32| tags[at as usize].contrast.weight(cloud.special);
    let mut order: Vec<u32> = (0..).take(tags.len()).collect();
    sort_positions(&mut order, &mut |a, b| {
        weight(b).total_cmp(&weight(a)).then(tags[a as usize].at.cmp(&tags[b as usize].at))
    });
    let tags: Vec<u32> = order.into_iter().take(MOST_LEADING).map(|at| tags[at as usize].at).collect();
    let mut any = ResourceSet::none(engine.len());
    if let Some(facet) = facet {
        for tag in &tags {
            any.unite(&within(facet, Some(*tag), set));
        }
    }
    Leaders { tags, n: any.len() }
}
