//! The text of a cell: a part of the text that is read or of a block of it, or its own.

use std::borrow::Cow;
use std::ops::Deref;
use std::rc::Rc;

/// A text of a cell. Copies of one that is a part of another text cost nothing.
#[derive(Debug, Clone)]
pub struct CellText<'a>(Text<'a>);

#[derive(Debug, Clone)]
enum Text<'a> {
    Borrowed(&'a str),
    Owned(String),
    /// From byte to byte of a block, behind one pointer: so that the text takes no more room than a `String`.
    Shared(Rc<Box<str>>, u32, u32),
}

impl CellText<'_> {
    /// The text that comes of it when it is cleaned: where that is a part of it, it stays one.
    pub(super) fn map(self, change: impl for<'b> FnOnce(&'b str) -> Cow<'b, str>) -> Self {
        let changed = match &self.0 {
            Text::Borrowed(text) => match change(text) {
                Cow::Borrowed(part) => Text::Borrowed(part),
                Cow::Owned(text) => Text::Owned(text),
            },
            Text::Owned(text) => match change(text) {
                Cow::Borrowed(part) if part.len() == text.len() => return self,
                part => Text::Owned(part.into_owned()),
            },
            Text::Shared(block, start, end) => match change(&block[*start as usize..*end as usize]) {
                Cow::Borrowed(part) => match place(part, block) {
                    Some((start, end)) => Text::Shared(Rc::clone(block), start, end),
                    None => Text::Owned(part.to_owned()),
                },
                Cow::Owned(text) => Text::Owned(text),
            },
        };
        Self(changed)
    }

    /// The text that takes the place of one that goes: a place in it where it is a part that begins at a byte or behind it, else a copy.
    /// `nowhere` stands in for the block that is given to the place then ([`CellText::share`]).
    pub(super) fn placed(self, whole: &str, from: u32, nowhere: &Rc<Box<str>>) -> CellText<'static> {
        let found = if let Text::Borrowed(part) = self.0 { place(part, whole) } else { None };
        match found.filter(|(start, _)| *start >= from) {
            Some((start, end)) => CellText(Text::Shared(Rc::clone(nowhere), start, end)),
            None => self.into_owned(),
        }
    }

    /// From which byte to which it is a part of a block.
    pub(super) fn range(&self) -> Option<(u32, u32)> {
        if let Text::Shared(_, start, end) = self.0 { Some((start, end)) } else { None }
    }

    /// Makes a text that has a place a part of a block, which begins at a byte of the text that the place is of.
    pub(super) fn share(&mut self, block: &Rc<Box<str>>, begins: u32) {
        if let Text::Shared(_, start, end) = self.0 {
            self.0 = Text::Shared(Rc::clone(block), start - begins, end - begins);
        }
    }

    fn into_owned(self) -> CellText<'static> {
        CellText(Text::Owned(match self.0 {
            Text::Owned(text) => text,
            _ => (*self).to_owned(),
        }))
    }
}

/// From which byte to which a text is a part of another; `None` where it is not.
fn place(part: &str, whole: &str) -> Option<(u32, u32)> {
    let start = (part.as_ptr() as usize).checked_sub(whole.as_ptr() as usize)?;
    let end = start + part.len();
    (end <= whole.len()).then(|| Some((u32::try_from(start).ok()?, u32::try_from(end).ok()?)))?
}

impl Deref for CellText<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match &self.0 {
            Text::Borrowed(text) => text,
            Text::Owned(text) => text,
            Text::Shared(block, start, end) => &block[*start as usize..*end as usize],
        }
    }
}

impl PartialEq for CellText<'_> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl Eq for CellText<'_> {}

impl Default for CellText<'_> {
    fn default() -> Self {
        Self(Text::Borrowed(""))
    }
}

impl From<String> for CellText<'_> {
    fn from(text: String) -> Self {
        Self(Text::Owned(text))
    }
}

impl<'a> From<Cow<'a, str>> for CellText<'a> {
    fn from(text: Cow<'a, str>) -> Self {
        Self(match text {
            Cow::Borrowed(text) => Text::Borrowed(text),
            Cow::Owned(text) => Text::Owned(text),
        })
    }
}

#[cfg(test)]
mod tests {
    use std::borrow::Cow;

    use super::{CellText, Text};

    #[test]
    fn a_part_of_a_part_stays_one() {
        let shared = CellText(Text::Shared(std::rc::Rc::new("a  lantern b".into()), 1, 10));
        let trimmed = shared.map(|text| Cow::Borrowed(text.trim()));
        assert!(matches!(trimmed.0, Text::Shared(_, 3, 10)), "{trimmed:?}");
        assert_eq!(&*trimmed.map(|text| Cow::Owned(text.to_uppercase())), "LANTERN");
    }
}
