//! What the page asks of the session.

use serde::{Deserialize, Serialize};

use crate::import::{Edit, HomePart, Wishes};

/// A question or a command. Positions are 0-based; pages are of [`OWN_ROWS`](crate::limits::OWN_ROWS) rows.
///
/// What the page shows may be of a moment before the last commands. So a record goes by its id, beside its position when it was shown, and
/// commands state the part that changes: what it becomes is made of the catalog as it is then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Reads the files that were added: a [`ReadAnswer`](super::ReadAnswer).
    Read(Wishes),
    /// Takes up work from before, as [`Session::decided`](super::Session::decided) stated it, for the next reading: a
    /// [`TakenUp`](super::TakenUp).
    TakeUp(String),
    /// Compares with the file that was added: why it can't be read, or null.
    Compare {
        /// What the other catalog is called.
        name: String,
        /// Whether it is a catalog as it is, and no list of another format.
        is_catalog: bool,
    },
    /// A page of the table of records: a [`RecordsAnswer`](super::RecordsAnswer).
    Records {
        /// The words that are looked for.
        query: String,
        /// The records that are shown alone.
        only: Option<Only>,
        /// The page.
        page: usize,
    },
    /// All fields of a record: a list of [`FieldAnswer`](super::FieldAnswer)s.
    Record {
        /// Its position when it was shown.
        record: usize,
        /// Its id.
        id: String,
    },
    /// The lists that have tags, each with its label if it has one.
    TagLists,
    /// A page of the tags of a list: a [`TagsAnswer`](super::TagsAnswer).
    Tags {
        /// The list.
        list: String,
        /// A part of their names.
        query: String,
        /// The page.
        page: usize,
        /// The tags that are chosen, by their ids.
        chosen: Vec<String>,
    },
    /// What may be mended: a [`QualityAnswer`](super::QualityAnswer).
    Quality,
    /// A page of the themes that are suggested: a [`SuggestionsAnswer`](super::SuggestionsAnswer).
    Suggestions(usize),
    /// What differs from the other catalog: a [`DifferencesAnswer`](super::DifferencesAnswer), or null where there is none.
    Differences,
    /// Chooses differences, by the position of the first and how many they are: null. Of an earlier comparison it chooses none.
    Choose {
        /// The number of the comparison.
        compared: usize,
        /// The first.
        from: usize,
        /// How many.
        n: usize,
        /// Whether they are chosen.
        is_chosen: bool,
    },
    /// Takes the chosen differences of the comparison of a number over, as one edit: a [`Changed`](super::Changed), as of all that follow.
    TakeChosen(usize),
    /// Applies an edit.
    Edit(Edit),
    /// Applies an edit of one record, which stands where the record of an id was shown.
    EditRecord {
        /// Id of the record.
        id: String,
        /// The edit.
        edit: Edit,
    },
    /// Sets a text of the head; a blank one takes it away.
    SetHead {
        /// Its key.
        key: String,
        /// The text.
        text: String,
    },
    /// Sets a part of the first page to what lines of text are.
    SetHome {
        /// The part.
        part: HomePart,
        /// The lines.
        text: String,
    },
    /// Sets a colour of the page; of none, the one that it has by itself.
    SetColour {
        /// Its key.
        key: String,
        /// The colour.
        colour: Option<String>,
    },
    /// Moves a facet one place up or down.
    MoveFacet {
        /// Its key.
        facet: String,
        /// Whether it goes up.
        is_up: bool,
    },
    /// Sets the value of a field of a record to what a text is.
    SetText {
        /// Position of the record when it was shown.
        record: usize,
        /// Id of the record.
        id: String,
        /// Key of the field; of an own field its id.
        key: String,
        /// Whether it is an own field.
        is_own: bool,
        /// The text.
        text: String,
    },
    /// Places a theme below the one of a name; a blank name below none.
    PlaceTheme {
        /// Id of the theme.
        theme: String,
        /// The name.
        under: String,
    },
    /// Undoes the last edit, or redoes what was undone last.
    Step {
        /// Whether it is undone.
        is_back: bool,
    },
}

/// Records that are shown alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Only {
    /// Those that lacked a field in the last look at the quality, by its key, and a number that is another whenever they are asked for anew:
    /// who fills in what is missing keeps the record in sight.
    Without(String, usize),
    /// Those of these ids.
    Ids(Vec<String>),
}

/// A file that is made of the catalog.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Save {
    /// A page with everything inside.
    Page,
    /// The folder that a web host serves.
    Folder,
    /// A data package.
    Package,
    /// The format of another program by its word; of none, our own.
    Data(String),
    /// All that was found while the files were read, as CSV.
    Findings,
    /// All that may be mended, as CSV.
    Quality,
    /// What has changed since the other catalog, as Markdown.
    Changes,
}
