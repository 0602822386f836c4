//! The format of catalogs as a page of documentation: each field with its meaning, an example and the views that show it.
//!
//! Meanings and types are those of the JSON Schema, and so of the doc comments of the types; examples and views stand here.

use std::fmt::Write as _;

use serde_json::{Map, Value};

/// A field: its key, an example, and where it is shown.
type Row = (&'static str, &'static str, &'static str);

/// The objects of the format, in the order of the page: its name in the schema (the catalog has none), a heading, and each field with
/// an example and where it is shown.
const OBJECTS: [(&str, &str, &[Row]); 11] = [
    (
        "",
        "The catalog",
        &[
            ("id", "\"example-catalog\"", "where a device keeps what readers save"),
            ("title", "\"Guides to competency-based education\"", "top of every page, exports"),
            ("description", "\"What schools try, and how it went.\"", "home page, shared links"),
            ("language", "\"en\"", "language of the page, exports"),
            ("updated", "\"2026-03-01\"", "home page; a date far behind it is a finding"),
            ("homepage", "\"https://www.example.org/guides\"", "home page"),
            ("license", "\"CC BY 4.0\"", "home page, JSON-LD, data package"),
            ("home", "{\"promise\": \"{count} resources, each checked.\"}", "home page"),
            ("vocabulary", "{\"themes\": […], \"types\": […]}", "filters, cloud, gap map, connections"),
            (
                "fields",
                "[{\"id\": \"grant\", \"label\": \"Grant\", \"kind\": \"terms\"}]",
                "filters, record page, comparison",
            ),
            ("resources", "[{\"id\": \"a\", \"title\": \"A\"}]", "every view"),
            ("logo", "\"data:image/png;base64,…\"", "before the name"),
            ("colours", "{\"accent\": \"#7a1f3d\"}", "every view"),
            ("facets", "{\"hidden\": [\"level\"], \"order\": [\"place\", \"grant\"]}", "filters"),
        ],
    ),
    (
        "Colours",
        "The colours",
        &[
            ("accent", "\"#7a1f3d\"", "links, buttons, what is chosen"),
            ("background", "\"#ffffff\"", "every view"),
            ("text", "\"#1d2321\"", "every view"),
        ],
    ),
    (
        "Facets",
        "The filters that show",
        &[("hidden", "[\"level\"]", "filters"), ("order", "[\"place\", \"grant\"]", "filters")],
    ),
    (
        "Resource",
        "A resource",
        &[
            ("id", "\"seat-time-2019\"", "the address of its page"),
            ("title", "\"Beyond Seat Time\"", "every view, search"),
            ("summary", "\"How four states replaced seat time.\"", "list, record page, search"),
            ("url", "\"https://www.example.org/beyond\"", "link of list and record page, citations"),
            ("doi", "\"10.5555/12345678\"", "citations, exports"),
            (
                "authors",
                "[\"Oda Brennick\", {\"name\": \"Moss Institute\", \"kind\": \"organization\"}]",
                "list, citations, search",
            ),
            ("publishers", "[\"Moss Institute\"]", "filter, list, citations, search"),
            ("container", "\"Journal of Quiet\"", "citations, exports"),
            ("volume", "\"12\"", "citations, exports"),
            ("issue", "\"3\"", "citations, exports"),
            ("page_range", "\"45-67\"", "citations, exports"),
            ("published", "\"2019-05\"", "filter, order, timeline, citations"),
            ("type", "\"report\"", "filter, list, gap map, comparison, citations"),
            ("themes", "[\"grading\", \"pacing\"]", "filter, cloud, gap map, connections, theme page, comparison"),
            ("audiences", "[\"teachers\"]", "filter, gap map, comparison"),
            ("levels", "[\"high-school\"]", "filter, gap map, comparison"),
            ("places", "[\"Maine\"]", "filter, place page, cloud"),
            ("keywords", "[\"mastery\", \"credit\"]", "filter, cloud, search"),
            ("language", "\"es\"", "filter, record page, exports"),
            ("access", "\"free\"", "filter, list, comparison"),
            ("pages", "48", "record page, comparison"),
            ("minutes", "35", "record page, comparison"),
            ("sources", "[\"https://www.example.org/evaluation\"]", "record page"),
            ("confidence", "\"high\"", "record page"),
            ("extra", "{\"grant\": [\"2019 pilot\"]}", "filter, record page, comparison, search"),
            ("title_sentence", "\"Beyond seat time in Maine\"", "citations in APA style"),
        ],
    ),
    (
        "NamedAuthor",
        "An author whose kind is stated",
        &[
            ("name", "\"Moss Institute\"", "list, citations"),
            ("kind", "\"organization\"", "citations"),
            ("role", "\"editor\"", "citations"),
        ],
    ),
    (
        "NameParts",
        "A person’s name in its parts",
        &[
            ("family", "\"van den Berg\"", "list, citations"),
            ("given", "\"Oda K.\"", "list, citations"),
            ("suffix", "\"Jr.\"", "citations"),
            ("role", "\"translator\"", "citations"),
        ],
    ),
    (
        "Vocabulary",
        "The vocabulary",
        &[
            (
                "themes",
                "[{\"id\": \"grading\", \"label\": \"Grading\"}]",
                "filter, cloud, gap map, connections, theme page",
            ),
            ("types", "[{\"id\": \"report\", \"label\": \"Report\"}]", "filter, gap map"),
            ("audiences", "[{\"id\": \"teachers\", \"label\": \"Teachers\"}]", "filter, gap map"),
            ("levels", "[{\"id\": \"high-school\", \"label\": \"High school\"}]", "filter, gap map"),
            ("access", "[{\"id\": \"free\", \"label\": \"Free\"}]", "filter"),
            ("synonyms", "[[\"competency\", \"mastery\"]]", "search"),
        ],
    ),
    (
        "Term",
        "A term of the vocabulary",
        &[
            ("id", "\"grading\"", "addresses"),
            ("label", "\"Grading\"", "everywhere"),
            ("parent", "\"assessment\"", "the tree of themes"),
            ("definition", "\"How learning becomes a mark.\"", "theme page"),
            ("icon", "\"scales\"", "theme page, cards"),
        ],
    ),
    (
        "Field",
        "A field of your own",
        &[
            ("id", "\"grant\"", "addresses, key in `extra`"),
            ("label", "\"Grant\"", "filters, record page"),
            ("kind", "\"terms\"", "`terms`, `number`, `date` or `text`"),
            ("filter", "true", "filters"),
            ("compare", "true", "comparison"),
        ],
    ),
    (
        "Home",
        "The first page",
        &[
            ("promise", "\"{count} resources, each checked.\"", "home page"),
            ("examples", "[\"seat time\"]", "home page, search box"),
            ("doors", "[{\"label\": \"Teachers\", \"address\": \"#/?audience=teachers\"}]", "home page"),
            ("starts", "[{\"label\": \"What is it?\", \"address\": \"#/?open=intro\"}]", "home page"),
        ],
    ),
    (
        "HomeLink",
        "A link of the first page",
        &[
            ("label", "{\"en\": \"Teachers\", \"es\": \"Docentes\"}", "home page"),
            ("text", "\"What to try on Monday.\"", "home page"),
            ("address", "\"#/?audience=teachers\"", "home page"),
        ],
    ),
];

/// The page, in Markdown, of a schema.
pub(super) fn markdown(schema: &Value) -> String {
    let mut page = String::from(
        "# The format of a catalog\n\n\
         This page is made by `explorer schema --format markdown`, of the types that read catalogs; do not edit it. The same as JSON Schema is\n\
         `catalog.schema.json`.\n\n\
         A catalog is one JSON object. Fields that are not required may be missing, and then read “Not stated”. Keys that are not listed here are\n\
         kept as they are.\n",
    );
    for (name, heading, fields) in OBJECTS {
        let object = if name.is_empty() { schema } else { &schema["$defs"][name] };
        object_section(object, heading, fields, &mut page);
    }
    page
}

fn object_section(object: &Value, heading: &str, fields: &[Row], page: &mut String) {
    let _ = write!(
        page,
        "\n## {heading}\n\n| field | type | meaning | example | where it is shown |\n| --- | --- | --- | --- | --- |\n"
    );
    let none = Map::new();
    let properties = object["properties"].as_object().unwrap_or(&none);
    let is_required =
        |key: &str| object["required"].as_array().is_some_and(|keys| keys.iter().any(|other| other == key));
    for (key, property) in properties {
        let row = fields.iter().find(|(field, ..)| field == key);
        let (example, shown) = row.map_or(("", ""), |(_, example, shown)| (*example, *shown));
        let required = if is_required(key) { ", required" } else { "" };
        let meaning = property["description"].as_str().unwrap_or_default();
        let _ = writeln!(
            page,
            "| `{key}` | {}{required} | {} | `{}` | {shown} |",
            type_of(property),
            cell(meaning),
            cell(example)
        );
    }
}

/// The fields that have no example, and the examples of no field: none, where the page is whole.
#[cfg(test)]
pub(super) fn unmatched(schema: &Value) -> Vec<String> {
    let mut unmatched = Vec::new();
    for (name, _, fields) in OBJECTS {
        let object = if name.is_empty() { schema } else { &schema["$defs"][name] };
        let known: Vec<&String> = object["properties"].as_object().into_iter().flat_map(Map::keys).collect();
        unmatched.extend(
            known
                .iter()
                .filter(|key| !fields.iter().any(|(field, ..)| field == *key))
                .map(|key| format!("{name}.{key}")),
        );
        let extra = fields.iter().filter(|(field, ..)| !known.iter().any(|key| key == field));
        unmatched.extend(extra.map(|(field, ..)| format!("{name}.{field} is no field")));
    }
    unmatched
}

/// What a field holds, in a word or two.
fn type_of(property: &Value) -> String {
    let of = property["anyOf"].as_array().and_then(|of| of.first()).unwrap_or(property);
    let named = |of: &Value| match of["$ref"].as_str().and_then(|name| name.rsplit('/').next()) {
        Some("LocalText") => "text, or texts by language".to_owned(),
        Some("FieldKind" | "AuthorKind" | "Role") => "word".to_owned(),
        Some("Author") => "texts or objects".to_owned(),
        Some(_) => "object".to_owned(),
        None => String::new(),
    };
    if of.get("$ref").is_some() {
        return named(of);
    }
    let types = of["type"].as_array().and_then(|types| types.first()).unwrap_or(&of["type"]);
    match types.as_str().unwrap_or_default() {
        "string" => "text".to_owned(),
        "integer" => "whole number".to_owned(),
        "boolean" => "`true` or `false`".to_owned(),
        "array" => match named(&of["items"]).as_str() {
            "" if of["items"]["type"] == "string" => "list of texts".to_owned(),
            "" => "list of lists of texts".to_owned(),
            items => format!("list of {}", if items == "object" { "objects" } else { items }),
        },
        other => other.to_owned(),
    }
}

/// A text in a cell of a table.
fn cell(text: &str) -> String {
    text.replace('|', "\\|").replace('\n', " ")
}
