//! Metadata that other programs find in a page: `meta` elements and `COinS`.
//!
//! Nothing here writes a file: that is `formats`.

mod coins;
mod meta;

use std::borrow::Cow;

pub use coins::{COINS, coins};
pub use meta::meta;

use crate::catalog::{Author, Resource};
use crate::limits::{NAMES_DRAWN, TEXT_DRAWN, VALUES_DRAWN, beginning};

/// Returns a resource with as many values, and as much of each text, as its metadata on a page have: more takes long to read.
pub fn beginning_of(resource: &Resource) -> Cow<'_, Resource> {
    let mut room = NAMES_DRAWN;
    let fitting = |length: usize, room: &mut usize| {
        *room = room.saturating_sub(length);
        *room > 0
    };
    let authors = resource.authors.iter().take(VALUES_DRAWN);
    let n_authors = authors.take_while(|author| fitting(author.display().len(), &mut room)).count();
    room = NAMES_DRAWN;
    let publishers = resource.publishers.iter().take(VALUES_DRAWN);
    let n_publishers = publishers.take_while(|name| fitting(name.len(), &mut room)).count();
    if n_authors == resource.authors.len() && n_publishers == resource.publishers.len() && has_short_texts(resource) {
        return Cow::Borrowed(resource);
    }
    let mut drawn = resource.clone();
    // One name that is too long alone is there from its beginning.
    if n_authors == 0
        && let Some(author) = drawn.authors.first_mut()
    {
        *author = Author::Text(beginning(&author.display(), NAMES_DRAWN).to_owned());
    }
    if n_publishers == 0
        && let Some(name) = drawn.publishers.first_mut()
    {
        name.truncate(name.floor_char_boundary(NAMES_DRAWN));
    }
    drawn.authors.truncate(n_authors.max(1));
    drawn.publishers.truncate(n_publishers.max(1));
    let Resource { title, summary, container, sources, keywords, places, themes, .. } = &mut drawn;
    let lists = [sources, keywords, places, themes];
    let texts = [Some(title), summary.as_mut(), container.as_mut()].into_iter().flatten();
    for text in texts {
        text.truncate(text.floor_char_boundary(TEXT_DRAWN));
    }
    for list in lists {
        list.truncate(VALUES_DRAWN);
        for text in list {
            text.truncate(text.floor_char_boundary(TEXT_DRAWN));
        }
    }
    Cow::Owned(drawn)
}

/// Whether the texts of a resource, and its lists of texts, are as long as a page draws them.
fn has_short_texts(resource: &Resource) -> bool {
    let Resource { title, summary, container, sources, keywords, places, themes, .. } = resource;
    let is_short = |text: &String| text.len() <= TEXT_DRAWN;
    [Some(title), summary.as_ref(), container.as_ref()].into_iter().flatten().all(is_short)
        && [sources, keywords, places, themes]
            .iter()
            .all(|list| list.len() <= VALUES_DRAWN && list.iter().all(is_short))
}

#[cfg(test)]
mod tests {
    use super::{beginning_of, coins, meta};
    use crate::catalog::{Author, Head, Resource};
    use crate::export::json_ld;
    use crate::limits::{NAMES_DRAWN, TEXT_DRAWN, VALUES_DRAWN, work};

    /// The steps of making the metadata of a page of a work by some authors, and how long it is.
    fn made(authors: Vec<Author>) -> (u64, usize) {
        let resource = Resource { id: "a".into(), title: "A".into(), authors, ..Resource::default() };
        let before = work::steps();
        let head = Head::default();
        let pairs = meta(&resource, &head);
        let length = coins(&resource, &head).len() + pairs.iter().map(|(_, content)| content.len()).sum::<usize>();
        (work::steps() - before, length)
    }

    #[test]
    fn the_metadata_of_a_work_of_many_authors_takes_no_more_than_those_of_its_first_ones() {
        let many = |n: usize| (0..n).map(|n| Author::Text(format!("Ann Smith{n:05}"))).collect::<Vec<Author>>();
        let (some, all) = (made(many(VALUES_DRAWN)), made(many(10 * VALUES_DRAWN)));
        assert_eq!(all, some);
        assert!(some.0 > 0, "steps are counted");
        for text in ["Jane Doe and ", "von der ", "A. B., ", "x"] {
            let long = made(vec![Author::Text(text.repeat(4 * NAMES_DRAWN))]);
            assert!(long.0 < 20 * NAMES_DRAWN as u64 && long.1 < 20 * NAMES_DRAWN, "{text}: {long:?}");
        }
    }
    #[test]
    fn the_metadata_of_a_work_of_long_texts_has_their_beginnings() {
        let of = |n: usize| {
            let [title, summary] = ["T", "é"].map(|text| text.repeat(n));
            let keywords = vec!["k".to_owned(); n.min(2 * VALUES_DRAWN)];
            Resource { id: "a".into(), title, summary: Some(summary), keywords, ..Resource::default() }
        };
        let made = |resource: &Resource| {
            let head = Head::default();
            let pairs = meta(resource, &head).into_iter().map(|(_, content)| content.len()).sum::<usize>();
            pairs + coins(resource, &head).len() + json_ld(&beginning_of(resource), &head).len()
        };
        let resource = of(TEXT_DRAWN / 10);
        assert_eq!(made(&of(2 * TEXT_DRAWN)), made(&of(4 * TEXT_DRAWN)));
        assert_eq!(*beginning_of(&of(10)), of(10));
        assert!(beginning_of(&resource).keywords.len() == VALUES_DRAWN && resource.keywords.len() > VALUES_DRAWN);
    }
}
