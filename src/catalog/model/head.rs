//! What stands beside the resources: title, description, vocabulary, an organization's own fields.

use serde::Serialize;
use serde_json::{Map, Value};

use super::home::Home;
use super::vocabulary::{Field, Vocabulary};

/// A catalog without its resources.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(feature = "cli", derive(schemars::JsonSchema))]
pub struct Head {
    /// Stable id of the catalog: what readers keep is stored under it, so that a corrected title costs nobody anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Name of the catalog.
    pub title: String,
    /// One sentence on what it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<String>,
    /// BCP 47 code of the language that its texts are in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<String>,
    /// Date of the last change: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<String>,
    /// Address of the organization's page about it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub homepage: Option<String>,
    /// Under which terms the catalog itself may be used.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub license: Option<String>,
    /// What its first page says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub home: Option<Home>,
    /// The words it classifies by.
    #[cfg_attr(feature = "cli", schemars(default))]
    pub vocabulary: Vocabulary,
    /// The organization's own columns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "cli", schemars(default))]
    pub fields: Vec<Field>,
    /// Keys that this version does not know, kept as they were.
    #[serde(flatten)]
    #[cfg_attr(feature = "cli", schemars(with = "schema::Look"))]
    pub other: Map<String, Value>,
}

/// Keys of the head that are read one by one, each leniently, as the schema has them.
#[cfg(feature = "cli")]
#[allow(dead_code, reason = "only the schema is made of it")]
mod schema {
    use schemars::JsonSchema;

    /// How the page looks.
    #[derive(JsonSchema)]
    pub(super) struct Look {
        /// Picture before the name: a `data:` address of an image, at most 200 kB.
        logo: Option<String>,
        /// Colours of the page.
        colours: Option<Colours>,
        /// Which filters show, and in which order.
        facets: Option<Facets>,
    }

    /// Colours of the page, as `#rrggbb`. A background decides between light and dark.
    #[derive(JsonSchema)]
    struct Colours {
        /// Links, buttons and what is chosen.
        accent: Option<String>,
        /// Behind everything.
        background: Option<String>,
        /// Letters.
        text: Option<String>,
    }

    /// Filters by their keys; that of an own field is its id.
    #[derive(JsonSchema)]
    struct Facets {
        /// Those that are not shown.
        hidden: Option<Vec<String>>,
        /// Those that come first, in their order.
        order: Option<Vec<String>>,
    }
}

impl Head {
    /// The name under which a reader's device stores what belongs to this catalog: its id, or its title where it has none.
    pub fn storage_id(&self) -> &str {
        self.id.as_deref().unwrap_or(&self.title)
    }

    /// The picture that stands before the name (`logo`): a `data:` address, as the page makes no request for it.
    pub fn logo(&self) -> Option<&str> {
        self.other.get("logo")?.as_str().filter(|logo| logo.starts_with("data:image/"))
    }

    /// A colour of the page (`colours`), by the word that an address has for it: `accent`, `background` or `text`.
    pub fn colour(&self, word: &str) -> Option<&str> {
        self.other.get("colours")?.get(word)?.as_str()
    }

    /// Whether a facet is left out (`facets.hidden`), and its place among those that are ordered (`facets.order`): both name it by its
    /// key, and that of an own field by the id of the field.
    pub fn facet_place(&self, facet: &str) -> (bool, Option<usize>) {
        let facets = self.other.get("facets");
        let is_it = |key: &Value| key.as_str().is_some_and(|key| key == facet || facet.strip_prefix("x-") == Some(key));
        let place = |list| facets?.get(list)?.as_array()?.iter().position(is_it);
        (place("hidden").is_some(), place("order"))
    }
}

#[cfg(test)]
mod tests {
    use super::Head;

    #[test]
    fn the_look_is_read_leniently() {
        let read = |json: &str| Head { other: serde_json::from_str(json).unwrap_or_default(), ..Head::default() };
        let head = read(
            r##"{"logo":"data:image/png;base64,AA==","colours":{"accent":"#123456"},"facets":{"hidden":["year"],"order":["type",3,"place"]}}"##,
        );
        assert_eq!((head.logo().is_some(), head.colour("accent"), head.colour("text")), (true, Some("#123456"), None));
        assert_eq!(
            ["year", "type", "place"].map(|key| head.facet_place(key)),
            [(true, None), (false, Some(0)), (false, Some(2))]
        );
        let odd = read(r#"{"logo":"https://a.example/x.png","colours":["red"],"facets":7}"#);
        assert_eq!((odd.logo(), odd.colour("accent"), odd.facet_place("year")), (None, None, (false, None)));
    }
}
