//! A facet as bytes, and back.
//!
//! What it is, and what the vocabulary says of its values, comes from the head of the catalog. The bytes hold what the
//! resources say: the ids of the values that the vocabulary does not have, in order; of each resource how many values it has;
//! then these. Numbers have no vocabulary; all of them are in the bytes, in ascending order.

use super::definition::Definition;
use super::values::Facet;
use crate::catalog::{Head, Source, Writer};

impl Facet {
    /// Writes the facet down.
    pub(crate) fn save(&self, head: &Head, writer: &mut Writer) {
        let known = Self::without_resources(self.definition.clone(), head, 0).values.len();
        writer.length(self.values.len() - known);
        self.values[known..].iter().for_each(|value| writer.run(value.id.as_bytes()));
        writer.numbers(self.starts.windows(2).map(|row| row[1] - row[0]));
        writer.numbers(self.rows.iter().copied());
    }

    /// Reads the facet of a catalog of so many resources again; `None` where the bytes are none.
    pub(crate) fn saved(definition: Definition, head: &Head, source: &mut Source<'_>, n: usize) -> Option<Self> {
        let mut facet = Self::without_resources(definition, head, n);
        for at in (facet.values.len()..).take(source.length()?) {
            if facet.value(source.text()?) as usize != at {
                return None;
            }
        }
        // How many values each has becomes where they begin.
        let (mut starts, mut end) = (source.numbers()?, 0u32);
        for start in &mut starts {
            let length = *start;
            *start = end;
            end = end.checked_add(length)?;
        }
        starts.push(end);
        (facet.starts, facet.rows) = (starts, source.numbers()?);
        let fit = facet.rows.iter().max().is_none_or(|most| (*most as usize) < facet.values.len());
        if facet.starts.len() != n + 1 || facet.rows.len() != end as usize || !fit {
            return None;
        }
        facet.count();
        Some(facet)
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::Facet;
    use crate::catalog::{Reader, Source, Store, Writer};
    use crate::facet::definition::definitions;

    #[test]
    fn a_facet_comes_back_equal() {
        let catalog = br#"{"vocabulary": {"themes": [{"id": "a"}, {"id": "b", "parent": "a", "label": "B"}]},
            "resources": [{"id": "1", "title": "x", "themes": ["c", "b"], "keywords": ["k", "l"], "published": "2019"},
            {"id": "2", "title": "y", "published": "2016-02", "keywords": ["L", "l"], "language": "EN_us"}, {"id": "3", "title": "z"}]}"#;
        let (mut reader, mut store) = (Reader::default(), Store::default());
        reader.read(catalog, &mut |record| _ = store.push(record)).unwrap();
        let head = reader.finish(&mut |record| _ = store.push(record)).unwrap().head;
        for definition in definitions(&head) {
            let facet = Facet::new(definition.clone(), &head, &store);
            let mut writer = Writer::default();
            facet.save(&head, &mut writer);
            let mut source = Source(&writer.0);
            let again = Facet::saved(definition.clone(), &head, &mut source, 3).unwrap();
            assert_eq!((&again.values, &again.by_key), (&facet.values, &facet.by_key));
            assert_eq!((&again.rows, &again.starts, &again.totals), (&facet.rows, &facet.starts, &facet.totals));
            assert_eq!((again.gathered(), &again.stated), (facet.gathered(), &facet.stated));
            assert_eq!(again.member_starts, facet.member_starts);
            assert_eq!(source.end(), Some(()));
            assert!(Facet::saved(definition, &head, &mut Source(&writer.0), 4).is_none());
        }
    }
}
