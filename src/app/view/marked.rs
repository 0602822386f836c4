//! A text with the words that were looked for marked.

use std::ops::Range;

use leptos::prelude::*;

use crate::app::explorer::use_explorer;
use crate::text::highlight;

/// The text, as nodes: none of it is ever read as markup.
#[component]
pub(super) fn Marked(
    /// The text of a record.
    text: &'static str,
) -> impl IntoView {
    let explorer = use_explorer();
    move || {
        let marks = explorer.with_marks(|marks| highlight(text, marks));
        pieces(text, &marks).collect_view()
    }
}

fn pieces(text: &'static str, marks: &[Range<usize>]) -> impl Iterator<Item = AnyView> {
    let ends: Vec<usize> = marks.iter().map(|mark| mark.end).collect();
    let plain_starts = std::iter::once(0).chain(ends.clone());
    let plain_ends = marks.iter().map(|mark| mark.start).chain(std::iter::once(text.len()));
    let plain = plain_starts.zip(plain_ends).map(|(start, end)| text[start..end].into_any());
    let marked = marks.iter().map(|mark| view! { <mark>{&text[mark.clone()]}</mark> }.into_any());
    interleave(plain.collect(), marked.collect())
}

fn interleave(plain: Vec<AnyView>, marked: Vec<AnyView>) -> impl Iterator<Item = AnyView> {
    let mut marked = marked.into_iter();
    plain.into_iter().flat_map(move |piece| std::iter::once(piece).chain(marked.next()))
}
