//! An export in parts of bounded size: neither who writes a file nor a browser, whose strings end at about half a gigabyte,
//! holds all of it at once.

use crate::catalog::Resource;
use crate::export::Export;

/// Bytes after which a part ends; it is longer by one record at most, the last one by what stands at the end.
const PART: usize = 1 << 18;

/// The parts of an export, one after the other; together they are its text.
#[derive(Debug)]
pub struct Parts<'a, I> {
    /// Nothing once the last part is made.
    export: Option<Export<'a>>,
    resources: I,
}

impl<'a, I: Iterator<Item = Resource>> Parts<'a, I> {
    /// The parts of an export of these resources.
    pub fn new(export: Export<'a>, resources: I) -> Self {
        Self { export: Some(export), resources }
    }
}

impl<I: Iterator<Item = Resource>> Iterator for Parts<'_, I> {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let (export, mut text) = (self.export.as_mut()?, String::new());
        for resource in self.resources.by_ref() {
            export.push(&resource, &mut text);
            if text.len() >= PART {
                return Some(text);
            }
        }
        self.export.take()?.finish(&mut text);
        Some(text)
    }
}

#[cfg(test)]
mod tests {
    use super::{PART, Parts};
    use crate::catalog::{Head, Resource};
    use crate::export::{Export, Format, export};

    #[test]
    fn every_format_comes_in_parts_of_bounded_size_that_together_are_the_export() {
        let summary = "A sentence about mastery. ".repeat(40);
        let resource = |n: u32| Resource {
            id: format!("r{n}"),
            title: format!("Title {n}"),
            summary: Some(summary.clone()),
            keywords: vec![summary.clone()],
            ..Resource::default()
        };
        let head = Head::default();
        for (format, n) in Format::ALL.into_iter().flat_map(|format| [(format, 0), (format, 1), (format, 200)]) {
            let resources = || (0..n).map(resource);
            let parts: Vec<String> = Parts::new(Export::new(format, &head), resources()).collect();
            let whole = export(format, &head, resources());
            assert!(parts.concat() == whole, "{format:?}");
            let longest = parts.iter().map(String::len).max().unwrap_or_default();
            assert!(longest < PART + 3 * summary.len(), "{format:?}: a part of {longest} bytes");
            assert!(parts.len() > whole.len() / (PART + 3 * summary.len()), "{format:?}: {} parts", parts.len());
        }
    }
}
