//! How much of anything is taken in: the budgets of the whole program, beside each other.
//!
//! Whatever comes from outside (an address, a catalog, a file of lists, a query) may be of any size. Up to these numbers all of it
//! counts; of what is larger a part does, and one sentence says so. Data is never lost for it: what a record holds beyond a limit
//! is kept, and leaves with every export. `docs/limits.md` has the same numbers for authors and readers; `tests/engine/limits.rs` compares them.

pub mod work;

/// Bytes of an address that are read, from its `#` or `?` on.
pub const ADDRESS_BYTES: usize = 512 * 1024;

/// Bytes of a query.
pub const QUERY_BYTES: usize = 10_000;

/// Values that can be chosen of one facet, and as many that can be left out.
pub const CHOSEN_VALUES: usize = 200;

/// Resources that can be picked for comparison, and that a shared list in an address has.
pub const PICKED: usize = 1_000;

/// Keys of an address that mean nothing here and are kept.
pub const UNKNOWN_PAIRS: usize = 50;

/// Columns of a table that an address can ask for.
pub const SHOWN_COLUMNS: usize = 200;

/// Values of one field of a record that are searched and filtered by; the others are kept and exported.
pub const FIELD_VALUES: usize = 1_000;

/// Keys that the format does not know, of all records together, that are looked at for slips of typing; all are kept.
pub const UNKNOWN_KEYS: usize = 1_000;

/// Own fields of a catalog that are filters.
pub const OWN_FACETS: usize = 50;

/// Themes that stand one below the other, the topmost included.
pub const THEME_DEPTH: usize = 32;

/// Words of one synonym.
pub const SYNONYM_WORDS: usize = 16;

/// Synonyms of one group.
pub const GROUP_SYNONYMS: usize = 50;

/// Synonyms of all groups together.
pub const SYNONYMS: usize = 2_000;

/// Characters of a text by someone else that a message or a card shows.
pub const SHOWN_CHARS: usize = 80;

/// Values of one facet on the page at once; the others are found by typing.
pub const FACET_VALUES_DRAWN: usize = 200;

/// Results on the page at once; the others are found by narrowing down, and are all exported and printed.
pub const RESULTS_DRAWN: usize = 500;

/// Results that are made at once; others follow, as many with each frame of the screen, so that the page stays alive meanwhile.
pub const RESULTS_A_FRAME: usize = 50;

/// Bytes of a file of lists that are read.
pub const LIST_FILE_BYTES: usize = 16 * 1024 * 1024;

/// Resources of a file of lists that are read, of all its lists together.
pub const LIST_FILE_ITEMS: usize = 10_000;

/// Lists of a file that are read.
pub const LIST_FILE_LISTS: usize = 100;

/// Resources of a list that came with an address or a file that are on the page at once; all are saved.
pub const SHARED_ITEMS_DRAWN: usize = 50;

/// Bytes of a word that has a stem: longer ones are found as they are written.
pub const STEMMED_BYTES: usize = 64;

/// Values of one field of a record on the page at once, and in the metadata of the page.
pub const VALUES_DRAWN: usize = 200;

/// Rows of a comparison on the page at once; the others come with a button, as many at a time.
pub const ROWS_DRAWN: usize = 60;

/// Bytes of a title, a summary or another text on the page; exports have all.
pub const TEXT_DRAWN: usize = 20_000;

/// Broad themes on the first page; the others are found in their filter and in the search.
pub const TILES_DRAWN: usize = 60;

/// Values of a facet of names (such as keywords) that are rows of a gap map: the most frequent.
pub const MAP_ROWS: usize = 50;

/// Values of a facet of names that are columns of a gap map: the most frequent.
pub const MAP_COLUMNS: usize = 30;

/// Cells of a gap map on the page at once.
pub const MAP_CELLS_DRAWN: usize = 2_400;

/// Findings that are shown one by one; the others are counted.
pub const FINDINGS_SHOWN: usize = 100;

/// Columns of a table, or fields of a list of another format, that an import reads.
pub const IMPORT_FIELDS: usize = 2_000;

/// Cells of a sheet of a workbook that an import reads, with the blank ones before them in their rows.
pub const IMPORT_CELLS: usize = 10_000_000;

/// Bytes that a workbook may have when it is unpacked.
pub const IMPORT_UNPACKED_BYTES: usize = 1 << 30;

/// Bytes of a file that is read on the page where a catalog is made; the command has no such limit.
pub const OWN_FILE_BYTES: usize = 200_000_000;

/// Columns of a list that can be mapped on the page where a catalog is made; the others are read as they are guessed.
pub const OWN_COLUMNS_DRAWN: usize = 100;

/// Quotes without an end in a table, behind which an import takes no quote for one any more.
pub const IMPORT_UNCLOSED_QUOTES: usize = 100;

/// Returns the beginning of a text of at most so many bytes.
#[must_use]
pub fn beginning(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}
