//! The commands that change a catalog, and the reasons for which one is refused.

use std::fmt;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::import::raw_catalog::Object;

/// Bytes of a logo as it is written, which is a `data:` address: every reader of the page loads it.
pub const LOGO_BYTES: usize = 200_000;

/// A command. Records go by their position, 0-based; tags by their id where their list has a vocabulary (`themes`, `type`,
/// `audiences`, `levels`, `access`), and else by their text. `list` is the key of a list of records, such as `keywords`, or the id of an
/// own field.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "snake_case")]
pub enum Edit {
    /// Sets the value of a key of a record; null removes the key.
    SetValue {
        /// Position of the record.
        record: usize,
        /// Key of the record.
        key: String,
        /// The new value.
        value: Value,
    },
    /// Sets the value of an own field of a record; null removes it.
    SetOwnValue {
        /// Position of the record.
        record: usize,
        /// Id of the own field.
        field: String,
        /// The new value.
        value: Value,
    },
    /// Adds a record; without an id it gets one of its title, and another where its id is taken.
    AddRecord {
        /// Position that it gets; behind all where there are fewer.
        at: usize,
        /// The record.
        record: Object,
    },
    /// Deletes a record.
    DeleteRecord {
        /// Position of the record.
        record: usize,
    },
    /// Adds a record like another behind it, with an id of its own.
    DuplicateRecord {
        /// Position of the record.
        record: usize,
    },
    /// Makes one tag of several, in the vocabulary and in all records; what stood below them stands below the one.
    MergeTags {
        /// The list.
        list: String,
        /// The tags that vanish.
        from: Vec<String>,
        /// The tag that stays.
        into: String,
    },
    /// Gives a tag another name. Where its list has a vocabulary its id stays, which is in people's links.
    RenameTag {
        /// The list.
        list: String,
        /// The tag.
        tag: String,
        /// The new name.
        label: String,
    },
    /// Takes a tag out of the vocabulary and out of all records; what stood below it stands below what was above it.
    DeleteTag {
        /// The list.
        list: String,
        /// The tag.
        tag: String,
    },
    /// Says in a sentence what a tag means; `None` takes the sentence away.
    DefineTag {
        /// The list, of those with a vocabulary.
        list: String,
        /// The tag.
        tag: String,
        /// The sentence.
        definition: Option<String>,
    },
    /// Places a theme below another, or at the top.
    PlaceTag {
        /// The theme.
        tag: String,
        /// The broader theme; `None` for the top.
        under: Option<String>,
    },
    /// Sets a member of the head: `title`, `description`, `homepage`, `home`, `colours`, `logo` and the like; null removes it.
    SetHead {
        /// The key; not that of the records.
        key: String,
        /// The new value.
        value: Value,
    },
    /// Shows or hides a facet.
    ShowFacet {
        /// Key of the facet, which of an own field is its id.
        facet: String,
        /// Whether readers see it.
        is_shown: bool,
    },
    /// Several commands as one, which undo takes back together; where one is refused, none is applied.
    All {
        /// The commands, applied one after the other.
        edits: Vec<Edit>,
    },
    /// Sets the order in which facets stand; those that are not named follow.
    OrderFacets {
        /// The keys, first to last.
        order: Vec<String>,
    },
}

/// Why a command changes nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No record stands at the position.
    NoSuchRecord,
    /// Another record has the id.
    IdTaken,
    /// A record can't be without an id or a title.
    Required,
    /// The list has no vocabulary, or there is no such list.
    NoVocabulary,
    /// The theme would stand below itself.
    Ring,
    /// A tag needs a name.
    NoName,
    /// The records are no member of the head.
    NotInHead,
    /// The logo is longer than [`LOGO_BYTES`], or is no picture in a `data:` address.
    Logo,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoSuchRecord => "there is no such record",
            Self::IdTaken => "another record has this id",
            Self::Required => "a record needs an id and a title",
            Self::NoVocabulary => "the list has no vocabulary",
            Self::Ring => "a theme can’t stand below itself",
            Self::NoName => "a tag needs a name",
            Self::NotInHead => "records are edited one by one",
            Self::Logo => "a logo is a picture of at most 200 kB",
        })
    }
}

impl std::error::Error for Refusal {}
