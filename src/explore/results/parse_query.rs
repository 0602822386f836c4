//! What a reader asks, with the fields that the catalog has.

use crate::explore::engine::Engine;
use crate::explore::engine::searched::is_called;
use crate::explore::state::address::record_of;
use crate::search::query::{Expr, Leaf, MAX_WORDS, Word};
use crate::search::{Query, What, parse};
use crate::text::{Edits, MAX_EDITS, fold, tokens};

/// The texts of a record that no facet has and a query can name as a field.
const TEXTS: [&str; 2] = ["title", "summary"];

/// Names shorter than this are near only to what is one letter off.
const LONG_NAME: usize = 6;

/// What a query text asks of a catalog. Fields are the keys of its facets, the ids and labels of its own fields, and the texts
/// that only a query names, and the keys by which the format of catalogs calls what a facet shows; function words are optional; a text that is the address or the id of a record finds that.
pub fn parse_query(engine: &Engine, text: &str) -> Query {
    let record = record_of(engine, text);
    if let Some((idx, true)) = record {
        let words = tokens(text).into_iter().take(MAX_WORDS);
        let words = words.map(|text| Word { typed: text.clone(), text, prefix: false });
        let start = text.len() - text.trim_start().len();
        let what = What::Words(words.collect());
        let leaf = Leaf { span: start..text.trim_end().len(), start, what, negated: false };
        return Query { expr: Some(Expr::Leaf(0)), leaves: vec![leaf], record: Some(idx), ..Query::default() };
    }
    let is_own = |name: &str| engine.head.fields.iter().any(|field| is_called(name, &field.id, &field.label));
    let is_known = |name: &str| field_names(engine).any(|field| is_called(name, field, "")) || is_own(name);
    let alias = |name: &str| key_of_format(engine, name).filter(|_| !is_known(name));
    let mut query = parse(text, &|name| is_known(name) || alias(name).is_some()).without_function_words(text);
    for leaf in &mut query.leaves {
        if let What::Field { field, .. } = &mut leaf.what
            && let Some(key) = alias(field)
        {
            *field = key.to_owned();
        }
    }
    Query { record: record.map(|(idx, _)| idx), ..query }
}

/// The facet that shows what a key of the format of catalogs holds: `year` of `published`, `keyword` of `keywords`.
fn key_of_format<'a>(engine: &'a Engine, name: &str) -> Option<&'a str> {
    let key = match name {
        "published" | "date" => "year",
        plural => plural.strip_suffix('s')?,
    };
    engine.facets.iter().map(|facet| facet.definition.key.as_str()).find(|facet| *facet == key)
}

/// The names of all fields that a query can ask for.
pub fn field_names(engine: &Engine) -> impl Iterator<Item = &str> {
    let facets = engine.facets.iter().map(|facet| facet.definition.key.as_str());
    facets.chain(engine.head.fields.iter().map(|field| field.id.as_str())).chain(TEXTS)
}

/// The field that may be meant by a name that none has: one that begins as it does, the other way round, or is spelled nearly
/// so; the nearest, of equal ones the first.
pub fn nearest_field<'a>(engine: &'a Engine, name: &str) -> Option<&'a str> {
    let name = fold(name);
    let distance = |field: &str| {
        let field = fold(field);
        if field.starts_with(&name) || name.starts_with(&field) {
            return Some(0);
        }
        let most = if name.len() < LONG_NAME { 1 } else { MAX_EDITS };
        let mut edits = Edits::new(&name, most);
        field.chars().all(|letter| edits.push(letter)).then(|| edits.distance())?
    };
    let near =
        field_names(engine).filter(|field| !field.is_empty()).filter_map(|field| Some((distance(field)?, field)));
    near.min_by_key(|(distance, _)| *distance).map(|(_, field)| field)
}

#[cfg(test)]
mod tests {
    use super::nearest_field;
    use crate::catalog::{Catalog, Field, FieldKind, Head};
    use crate::explore::engine::Engine;

    #[test]
    fn a_field_that_may_be_meant_is_the_nearest() {
        let own = Field { id: "board-note".to_owned(), kind: FieldKind::Text, ..Field::default() };
        let head = Head { fields: vec![own], ..Head::default() };
        let engine = Engine::new(Catalog { head, ..Catalog::default() });
        for (name, field) in [
            ("themes", Some("theme")),
            ("autor", Some("author")),
            ("pub", Some("publisher")),
            ("langauge", Some("language")),
            ("Titel", Some("title")),
            ("board", Some("board-note")),
            ("foo", None),
            ("http", None),
        ] {
            assert_eq!(nearest_field(&engine, name), field, "{name}");
        }
    }
}
