//! Example queries, for a reader who wants to learn how to ask: only such as find something in this catalog.

use crate::explore::engine::Engine;
use crate::explore::results::{parse_query, text_hits};
use crate::facet::Facet;

/// What an example shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lesson {
    /// One word.
    Word,
    /// Words in quotes.
    Phrase,
    /// Either of two words.
    Either,
    /// One word without another.
    Without,
    /// The value of a facet by its id.
    Value,
    /// The value of a facet by its name.
    Name,
    /// A range of years.
    Years,
    /// The beginning of words.
    Beginning,
    /// Parentheses.
    Group,
}

/// One example, and how many resources it finds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Example {
    /// What it shows.
    pub lesson: Lesson,
    /// What to type.
    pub query: String,
    /// How many resources that gives; never 0.
    pub count: usize,
}

/// The examples that find something.
pub fn examples(engine: &Engine) -> Vec<Example> {
    let most_used = |key: &str, write: fn(&str, &str) -> String| {
        let at = engine.facets.iter().position(|facet| facet.definition.key == key)?;
        let (facet, totals): (&Facet, _) = (&engine.facets[at], &engine.totals()[at].values);
        let (value, _) = facet.values.iter().zip(totals).rev().max_by_key(|(_, total)| **total)?;
        Some(write(&value.id, &value.label))
    };
    let theme = most_used("theme", |id, _| format!("theme:{id}"));
    let publisher = most_used("publisher", |_, label| format!("publisher:\"{}\"", label.replace('"', "")));
    let examples = [
        (Lesson::Word, Some("grading".to_owned())),
        (Lesson::Phrase, Some("\"seat time\"".to_owned())),
        (Lesson::Either, Some("guide OR toolkit".to_owned())),
        (Lesson::Without, Some("mastery -video".to_owned())),
        (Lesson::Value, theme),
        (Lesson::Name, publisher),
        (Lesson::Years, Some("year:2016..2019".to_owned())),
        (Lesson::Beginning, Some("assess*".to_owned())),
        (Lesson::Group, Some("(rubric OR scale) competency".to_owned())),
    ];
    let found = |(lesson, query): (Lesson, Option<String>)| {
        let query = query?;
        let count = text_hits(engine, &parse_query(engine, &query), false).set.len();
        (count > 0).then_some(Example { lesson, query, count })
    };
    examples.into_iter().filter_map(found).collect()
}
