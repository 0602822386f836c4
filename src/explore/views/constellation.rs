//! The cloud as a picture: tags packed without overlap, those of one broad theme close together below its name.
//!
//! A tag is larger by the square root of its weight: the area of letters, not their height, is what eyes compare. Widths of texts are estimated from a table, so that the picture is the same on every device.

use super::cloud::{Cloud, Tag, Tags};
use super::packing::{Rect, bounds, pack};
use super::statistics::Contrast;
use crate::catalog::{ResourceIdx, ResourceSet, sort_positions};
use crate::explore::engine::Engine;
use crate::facet::{ValueIdx, within};
use crate::text::{broken, em_width};

/// How many tags are packed at most; more of them are no picture.
pub const MOST_PACKED: usize = crate::limits::TAGS_PACKED;
/// How many others are named that a tag goes with, and how many resources.
const MOST_PARTNERS: usize = 3;
const MOST_TITLES: usize = 2;

/// The size of the letters of the lightest tag, in pixels; and how much larger the heaviest is, at most: as much as lets the
/// picture be no higher than a window shows.
const SMALLEST: f64 = 13.0;
const SPANS: [f64; 10] = [33.0, 30.0, 27.0, 24.0, 21.0, 18.0, 16.0, 14.0, 12.0, 10.0];
/// How high the picture is at most, in pixels, if letters can be so small.
const MOST_HEIGHT: i32 = 680;
/// A family is about so many times as wide as high, squared.
const FLATNESS: i32 = 4;
/// The size of the letters of a caption.
const CAPTION: i32 = 12;
/// A caption is set in bold letters, by so many hundredths wider.
const BOLD: i32 = 108;
/// A line is wider than this, in hundredths of an em, only where no break makes it narrower.
const LINE: u32 = 1150;

/// A tag at its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Star {
    /// Which tag.
    pub at: u32,
    /// Where it is.
    pub rect: Rect,
    /// The size of its letters, in pixels.
    pub size: i32,
    /// Its label, in lines.
    pub lines: Vec<String>,
}

/// Tags below one broad theme; or all those that are below none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Family {
    /// The broad theme, as the caption at its place; its tag may be missing from the cloud.
    pub caption: Option<Star>,
    /// The tags.
    pub stars: Vec<Star>,
}

/// All tags of a cloud at their places.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Constellation {
    /// How wide the picture is, in pixels.
    pub width: i32,
    /// How high it is.
    pub height: i32,
    /// The families in the order of the vocabulary, those below no other last.
    pub families: Vec<Family>,
}

impl Constellation {
    /// The place of a tag, or of a caption.
    pub fn star(&self, at: u32) -> Option<&Star> {
        let mut stars = self.families.iter().flat_map(|family| family.caption.iter().chain(&family.stars));
        stars.find(|star| star.at == at)
    }

    /// The `d` of an SVG path: an arc from the middle of a tag to that of each of some others.
    pub fn arcs(&self, from: u32, others: &[u32]) -> String {
        let middle = |at: u32| {
            let rect = self.star(at)?.rect;
            Some((rect.x + rect.width / 2, rect.y + rect.height / 2))
        };
        let arc = |other: &u32| {
            let ((x, y), (to_x, to_y)) = (middle(from)?, middle(*other)?);
            let (by_x, by_y) = (x.midpoint(to_x) - (to_y - y) / 5, y.midpoint(to_y) + (to_x - x) / 5);
            Some(format!("M{x} {y}Q{by_x} {by_y} {to_x} {to_y}"))
        };
        others.iter().filter_map(arc).collect()
    }
}

/// What a tag is about beyond its number.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TagDetail {
    /// The newest resources that have it.
    pub titles: Vec<ResourceIdx>,
    /// The shown tags that go with it most clearly more often than without it.
    pub partners: Vec<u32>,
}

/// Returns the picture of a cloud: of what is special, only what is more frequent here than elsewhere. Empty where there are
/// no tags, or more than [`MOST_PACKED`].
pub fn constellation(engine: &Engine, cloud: &Cloud, width: i32) -> Constellation {
    let tags: Vec<&Tag> = cloud.tags.iter().filter(|tag| !cloud.special || tag.contrast.is_more()).collect();
    if tags.is_empty() || tags.len() > MOST_PACKED {
        return Constellation::default();
    }
    let families = families(engine, cloud.of, &tags);
    let mut found = Constellation::default();
    for span in SPANS {
        found = picture(engine, cloud, &families, &tags, (width, span));
        if found.height <= MOST_HEIGHT {
            break;
        }
    }
    found
}

/// The places of tags among all, by family: a caption, where the family has one, and its members.
type Members = (Option<ValueIdx>, Vec<usize>);

/// Returns which tags belong together: those below one value of a tree, where any of them is shown; then all others.
fn families(engine: &Engine, of: Tags, tags: &[&Tag]) -> Vec<Members> {
    let root = |at: u32| {
        let Tags::Facet(facet) = of else { return None };
        let values = &engine.facets[facet].values;
        let mut root = at;
        while let Some(above) = values.get(root as usize)?.parent {
            root = above;
        }
        (!values[root as usize].children.is_empty()).then_some(root)
    };
    let mut roots: Vec<ValueIdx> = tags.iter().filter_map(|tag| root(tag.at).filter(|root| *root != tag.at)).collect();
    sort_positions(&mut roots, &mut |a, b| a.cmp(&b));
    roots.dedup();
    let members = |is_one: &dyn Fn(u32) -> bool| (0..tags.len()).filter(|at| is_one(tags[*at].at)).collect::<Vec<_>>();
    let mut families: Vec<Members> =
        roots.iter().map(|value| (Some(*value), members(&|at| at != *value && root(at) == Some(*value)))).collect();
    let others = members(&|at| root(at).is_none_or(|root| !roots.contains(&root)));
    if !others.is_empty() {
        families.push((None, others));
    }
    families
}

/// What is packed as one: a family with its caption, or a tag alone.
struct Group {
    /// How many resources of the whole catalog its tags have.
    total: u64,
    rects: Vec<Rect>,
    /// Of each rectangle the family, and which tag of it; none for its caption.
    places: Vec<(usize, Option<usize>)>,
}

/// The positions of some weights, the heaviest first, of equal ones the first.
fn heaviest_first(weights: &[u64]) -> Vec<usize> {
    let mut order: Vec<u32> = (0..).take(weights.len()).collect();
    sort_positions(&mut order, &mut |a, b| weights[b as usize].cmp(&weights[a as usize]).then(a.cmp(&b)));
    order.into_iter().map(|at| at as usize).collect()
}

/// Packs families of tags in a picture that is so wide, with letters that are larger by at most a span.
///
/// What is packed first stands in the middle: by the whole catalog, so that it stays there when the results change.
fn picture(
    engine: &Engine,
    cloud: &Cloud,
    families: &[Members],
    tags: &[&Tag],
    (width, span): (i32, f64),
) -> Constellation {
    let root = |tag: &Tag| tag.contrast.weight(cloud.special).sqrt();
    // What the filters imply would dwarf all else, and says nothing; captions have a size of their own.
    let members = families.iter().flat_map(|(_, members)| members).map(|at| tags[*at]);
    let roots = members.filter(|tag| !cloud.implied.contains(&tag.at)).map(root);
    let (least, most) = roots.fold((f64::MAX, 0.0_f64), |(least, most), root| (least.min(root), most.max(root)));
    let size = |tag: &Tag| {
        SMALLEST
            + if most > least { span * (root(tag).max(least).min(most) - least) / (most - least) } else { span / 2.0 }
    };
    let total = |at: &usize| u64::from(tags[*at].contrast.here) + u64::from(tags[*at].contrast.there);
    let mut groups = Vec::new();
    let mut shown = Vec::new();
    for (family, (root, members)) in families.iter().enumerate() {
        let stars = members
            .iter()
            .map(|at| star(cloud.of.label(engine, tags[*at].at), tags[*at].at, width, size(tags[*at]), LINE));
        let stars: Vec<Star> = stars.collect();
        let caption = root.map(|root| caption(cloud.of.label(engine, root), root, width));
        let totals: Vec<u64> = members.iter().map(total).collect();
        let order = heaviest_first(&totals);
        if let Some(caption) = &caption {
            let alone: Vec<Vec<Rect>> = order.iter().map(|at| vec![stars[*at].rect]).collect();
            let area: i32 = stars.iter().map(|star| star.rect.width * star.rect.height).sum();
            let mut rects = pack(&alone, (area * FLATNESS).isqrt().min(width), 0).concat();
            rects.push(above(&rects, caption.rect, width));
            let places = order.iter().map(|at| (family, Some(*at))).chain([(family, None)]).collect();
            groups.push(Group { total: totals.iter().sum(), rects, places });
        } else {
            let alone =
                |at: usize| Group { total: totals[at], rects: vec![stars[at].rect], places: vec![(family, Some(at))] };
            groups.extend(order.into_iter().map(alone));
        }
        shown.push(Family { caption, stars });
    }
    placed(shown, &groups, width)
}

/// Packs groups, the heaviest first, and gives tags their places.
fn placed(mut families: Vec<Family>, groups: &[Group], width: i32) -> Constellation {
    let has_captions = families.iter().any(|family| family.caption.is_some());
    let order = heaviest_first(&groups.iter().map(|group| group.total).collect::<Vec<_>>());
    let rects: Vec<Vec<Rect>> = order.iter().map(|at| groups[*at].rects.clone()).collect();
    let packed = pack(&rects, width, if has_captions { 14 } else { 2 }).concat();
    let around = bounds(&packed);
    let places = order.iter().flat_map(|at| &groups[*at].places);
    for ((family, star), rect) in places.zip(&packed) {
        let family = &mut families[*family];
        let star = star.map_or(family.caption.as_mut(), |star| family.stars.get_mut(star));
        if let Some(star) = star {
            // The picture is as wide as it may be, what is packed in its middle.
            let x = rect.x - around.x + (width - around.width) / 2;
            star.rect = Rect { x, y: rect.y - around.y, ..*rect };
        }
    }
    Constellation { width, height: around.height, families }
}

/// Hundredths of an em in pixels, rounded up.
fn in_pixels(em: u32, size: i32) -> i32 {
    let em = i32::try_from(em.min(1_000_000)).unwrap_or(0);
    (em * size + 99) / 100
}

/// A tag with letters of a size; not at its place yet.
#[allow(clippy::cast_possible_truncation, reason = "sizes of letters are small")]
fn star(label: &str, at: u32, width: i32, size: f64, line: u32) -> Star {
    let size = size.round() as i32;
    let lines = broken(label, line);
    let widest = lines.iter().map(|line| em_width(line)).max().unwrap_or(0);
    let n_lines = i32::try_from(lines.len()).unwrap_or(1).max(1);
    // Lines are 1.1 times as high as letters, with room around for what is drawn around a chosen tag.
    let height = (n_lines * size * 11 + 9) / 10 + 2;
    let rect = Rect { x: 0, y: 0, width: (in_pixels(widest, size) + 8).clamp(24, width), height: height.max(24) };
    Star { at, rect, size, lines }
}

/// A caption; not at its place yet.
fn caption(label: &str, at: u32, width: i32) -> Star {
    let mut caption = star(label, at, width, f64::from(CAPTION), 1200);
    caption.rect.width = (caption.rect.width * BOLD / 100).min(width);
    caption
}

/// A caption above the highest of some rectangles, within the width.
fn above(rects: &[Rect], caption: Rect, width: i32) -> Rect {
    let top = bounds(rects).y;
    let highest = rects.iter().find(|rect| rect.y == top).copied().unwrap_or_default();
    let around = bounds(rects);
    let middle = highest.x + highest.width / 2 - caption.width / 2;
    // A group is never wider than the picture.
    let least = around.right() - width;
    let x = middle.clamp(least, (around.x + width - caption.width).max(least));
    Rect { x, y: top - caption.height, ..caption }
}

/// Returns what a tag of a cloud is about; nothing for words.
pub fn tag_detail(engine: &Engine, cloud: &Cloud, set: &ResourceSet, at: u32) -> TagDetail {
    let Tags::Facet(facet) = cloud.of else { return TagDetail::default() };
    let facet = &engine.facets[facet];
    let with = within(facet, Some(at), set);
    let newest = engine.orders.newest.iter().copied();
    let titles = newest.filter(|resource| with.contains(*resource)).take(MOST_TITLES).collect();
    let is_above = |mut value: u32, other: u32| loop {
        match facet.values.get(value as usize).and_then(|value| value.parent) {
            Some(above) if above == other => return true,
            Some(above) => value = above,
            None => return false,
        }
    };
    let is_other = |other: u32| other != at && !is_above(at, other) && !is_above(other, at);
    let n = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    let together = |tag: &&Tag| {
        let both = n(within(facet, Some(tag.at), &with).len());
        let contrast = Contrast::of_part(both, n(with.len()), tag.contrast.here, n(set.len()));
        (contrast.is_more() && contrast.is_clear()).then(|| (contrast.log_likelihood(), tag.at))
    };
    let has_star = |tag: &&Tag| facet.values[tag.at as usize].children.is_empty();
    let others = cloud.tags.iter().filter(|tag| is_other(tag.at)).filter(has_star);
    let mut found: Vec<(f64, u32)> = others.filter_map(|tag| together(&tag)).collect();
    let mut partners = Vec::new();
    while partners.len() < MOST_PARTNERS {
        let best = found.iter().copied().reduce(|best, other| if other.0 > best.0 { other } else { best });
        let Some((_, best)) = best else { break };
        found.retain(|(_, other)| *other != best);
        partners.push(best);
    }
    TagDetail { titles, partners }
}
