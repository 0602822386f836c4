//! The cloud as a picture: every tag of any cloud at a place of its own, the same whenever it is made.

use crate::util::naive::query_of;
use crate::util::{SHIPPED, any_catalog, any_state};
use competency_explorer::explore::{
    Cloud, Constellation, Engine, MOST_PACKED, Rect, State, cloud, clouds, constellation, explore, tag_detail,
};
use competency_explorer::facet::within;

fn cloud_of(engine: &Engine, state: &State) -> Cloud {
    cloud(engine, state, &query_of(&state.query), &explore(engine, state).0.set)
}

/// All places of a picture, captions included.
fn rects(picture: &Constellation) -> Vec<Rect> {
    let stars = picture.families.iter().flat_map(|family| family.caption.iter().chain(&family.stars));
    stars.map(|star| star.rect).collect()
}

fn assert_sound(picture: &Constellation, width: i32) {
    let rects = rects(picture);
    for (at, rect) in rects.iter().enumerate() {
        assert!(rects[..at].iter().all(|other| !rect.meets(*other, 0)), "{rect:?} lies over another one");
        let is_inside = 0 <= rect.x && rect.right() <= width && 0 <= rect.y && rect.bottom() <= picture.height;
        assert!(is_inside && rect.width >= 24 && rect.height >= 24, "{rect:?} of {width} × {}", picture.height);
    }
}

#[test]
fn tags_overlap_nowhere_and_each_is_shown_once() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        let mut state = any_state(u)?;
        state.look.cloud.of = (*u.choose(&clouds(&engine))?).to_owned();
        (state.look.cloud.special, state.look.cloud.most) = (u.arbitrary()?, u.int_in_range(1..=200)?);
        let width = u.int_in_range(320..=1216)?;
        let cloud = cloud_of(&engine, &state);
        let picture = constellation(&engine, &cloud, width);
        assert_sound(&picture, width);
        assert_eq!(picture, constellation(&engine, &cloud, width));
        let mut shown: Vec<u32> = Vec::new();
        for family in &picture.families {
            shown.extend(family.stars.iter().map(|star| star.at));
            let has_tag = |at: u32| cloud.tags.iter().any(|tag| tag.at == at);
            shown.extend(family.caption.iter().map(|star| star.at).filter(|at| has_tag(*at)));
        }
        shown.sort_unstable();
        let wanted = cloud.tags.iter().filter(|tag| !cloud.special || tag.contrast.is_more());
        let mut wanted: Vec<u32> = wanted.map(|tag| tag.at).collect();
        wanted.sort_unstable();
        assert_eq!(shown, if wanted.len() > MOST_PACKED { Vec::new() } else { wanted });
        Ok(())
    });
}

#[test]
fn heavier_tags_are_larger_and_narrow_themes_stand_below_their_broad_theme() {
    let themes = SHIPPED.facet("theme").unwrap();
    let mut state = State::default();
    state.look.cloud.most = 200;
    let cloud = cloud_of(&SHIPPED, &state);
    let picture = constellation(&SHIPPED, &cloud, 944);
    assert_sound(&picture, 944);
    let n_broad = themes.values.iter().filter(|value| value.parent.is_none()).count();
    assert_eq!(picture.families.len(), n_broad);
    let here = |at: u32| cloud.tags.iter().find(|tag| tag.at == at).map_or(0, |tag| tag.contrast.here);
    let stars: Vec<_> = picture.families.iter().flat_map(|family| &family.stars).collect();
    for star in &stars {
        let larger = stars.iter().filter(|other| other.size > star.size);
        assert!(larger.clone().all(|other| here(other.at) > here(star.at)), "{:?}", star.lines);
        assert_eq!(star.lines.join(" "), themes.values[star.at as usize].label);
    }
    for family in &picture.families {
        let root = family.caption.as_ref().unwrap().at;
        assert!(family.stars.iter().all(|star| themes.values[star.at as usize].parent == Some(root)));
    }
}

#[test]
fn a_catalog_of_any_size_of_cloud_fits_its_width() {
    for key in clouds(&SHIPPED) {
        for width in [320, 600, 944, 1216] {
            let mut state = State::default();
            (state.look.cloud.of, state.look.cloud.most) = (key.to_owned(), 100);
            let picture = constellation(&SHIPPED, &cloud_of(&SHIPPED, &state), width);
            assert_sound(&picture, width);
            assert!(!picture.families.is_empty(), "{key}");
        }
    }
}

#[test]
fn a_tag_names_resources_that_have_it_and_tags_that_go_with_it() {
    let (cloud, all) = (cloud_of(&SHIPPED, &State::default()), explore(&SHIPPED, &State::default()).0.set);
    let themes = SHIPPED.facet("theme").unwrap();
    let picture = constellation(&SHIPPED, &cloud, 944);
    let mut n_partners = 0;
    for tag in &cloud.tags {
        let detail = tag_detail(&SHIPPED, &cloud, &all, tag.at);
        let with = within(themes, Some(tag.at), &all);
        assert_eq!(detail.titles.len(), with.len().min(2));
        assert!(detail.titles.iter().all(|resource| with.contains(*resource)));
        for partner in &detail.partners {
            let both = within(themes, Some(*partner), &with).len();
            let n = cloud.tags.iter().find(|other| other.at == *partner).unwrap().contrast.here as usize;
            assert!(both * all.len() > n * with.len(), "more often than chance");
        }
        n_partners += detail.partners.len();
        let n_shown = detail.partners.iter().filter(|partner| picture.star(**partner).is_some()).count();
        let from_shown = if picture.star(tag.at).is_some() { n_shown } else { 0 };
        assert_eq!(picture.arcs(tag.at, &detail.partners).matches('Q').count(), from_shown);
    }
    assert!(n_partners > 0);
}
