//! A text of a table that is cut into blocks once its rows are known: each goes as soon as no item has a cell in it, so that of a large
//! table rows and records are never there together.

use std::rc::Rc;

use super::pause::pause;
use super::source::{Cell, Item, Source};

/// Bytes of a block, beside the rest of its first item.
const BLOCK: usize = 1 << 20;

/// A source whose cells are places in a text that is to be cut.
pub(super) struct Blocks(Source<'static>);

impl Blocks {
    /// Notes of each cell of a source which part of a text it is; one that is none, or not behind the one before, is copied.
    pub(super) fn of(source: Source<'_>, text: &str) -> Self {
        let (nowhere, mut from) = (Rc::default(), 0);
        let mut cell = |Cell { field, text: of }: Cell<'_>| {
            let placed = of.placed(text, from, &nowhere);
            from = placed.range().map_or(from, |(_, end)| end);
            Cell { field, text: placed }
        };
        let mut item =
            |Item { place, cells }: Item<'_>| Item { place, cells: cells.into_iter().map(&mut cell).collect() };
        let Source { fields, items, notes, n_read, sheet, title, known } = source;
        let items = items.into_iter().map(&mut item).collect();
        Self(Source { fields, items, notes, n_read, sheet, title, known })
    }

    /// Cuts the text into blocks, from its end: what is in a block is let go of the text.
    pub(super) async fn cut(self, mut text: String) -> Source<'static> {
        let Self(mut source) = self;
        let mut last = source.items.len();
        for at in (0..source.items.len()).rev() {
            let first = source.items[at].cells.iter().find_map(|cell| cell.text.range());
            // The first item closes the last block.
            let start = first.map(|(start, _)| start).or_else(|| (at == 0).then_some(0));
            let Some(start) = start.filter(|start| at == 0 || text.len() - *start as usize >= BLOCK) else { continue };
            let mut cells = source.items[at..last].iter().flat_map(|item| &item.cells);
            if !cells.any(|cell| cell.text.range().is_some()) {
                last = at;
                continue;
            }
            let block: Rc<Box<str>> = Rc::new(text[start as usize..].into());
            for cell in source.items[at..last].iter_mut().flat_map(|item| &mut item.cells) {
                cell.text.share(&block, start);
            }
            last = at;
            text.truncate(start as usize);
            text.shrink_to_fit();
            pause().await;
        }
        source
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::super::pause::finish;
    use super::{BLOCK, Blocks};
    use crate::import::source::{Item, Source};

    #[test]
    fn cells_of_a_text_that_goes_are_what_they_were() {
        let lines: Vec<String> = (0..60_000).map(|n| format!("Lantern {n} é,{:>40}", n * 7)).collect();
        let text = lines.join("\n");
        let mut source = Source::default();
        for (at, line) in text.lines().enumerate() {
            let mut item = Item::at(at + 1);
            for (field, cell) in line.split(',').enumerate() {
                item.push_cell(field, Cow::Borrowed(cell));
            }
            item.push(2, "no part of it");
            source.items.push(item);
        }
        // One that stands before the others is copied.
        source.items[9].push_cell(3, Cow::Borrowed(&text[..7]));
        let blocks = Blocks::of(source, &text);
        let n_blocks = text.len() / BLOCK;
        let cut = finish(blocks.cut(text));
        let mut starts: Vec<u32> = Vec::new();
        for (at, item) in cut.items.iter().enumerate() {
            let cells: Vec<&str> = item.cells.iter().map(|cell| &*cell.text).collect();
            assert_eq!(cells[..3], [&format!("Lantern {at} é"), &(at * 7).to_string(), "no part of it"]);
            starts.extend(item.cells[0].text.range().map(|(start, _)| start));
        }
        assert_eq!(&*cut.items[9].cells[3].text, "Lantern");
        let n = starts.windows(2).filter(|pair| pair[1] < pair[0]).count() + 1;
        assert!(starts.len() == 60_000 && n_blocks > 1 && (n == n_blocks || n == n_blocks + 1), "{n} of {n_blocks}");
    }
}
