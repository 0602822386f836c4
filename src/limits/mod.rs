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

/// Words of a query, over all its parts.
pub const QUERY_WORDS: usize = 64;

/// Parentheses of a query that stand in each other.
pub const QUERY_DEPTH: usize = 64;

/// Resources whose texts are read for the pieces of a word that is written apart.
pub const SPLIT_WORD_TEXTS: usize = 10_000;

/// Values that can be chosen of one facet, and as many that can be left out.
pub const CHOSEN_VALUES: usize = 200;

/// Resources that can be picked for comparison, and that a shared list in an address has.
pub const PICKED: usize = 1_000;

/// Keys of an address that mean nothing here and are kept.
pub const UNKNOWN_PAIRS: usize = 50;

/// Columns of a table that an address can ask for; own fields that can be columns, or are on the page of a record.
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

/// Characters of the name of an author or publisher on a card, and of the label of a theme, a type or another value on the page; exports have all.
pub const LABEL_DRAWN: usize = 200;

/// Values of one facet on the page at once, and of the themes below a broad one; the others are found by typing.
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

/// Bytes of the text of an author that is read for names and roles.
pub const NAME_BYTES: usize = 10_000;

/// Characters of a summary, which is a few sentences.
pub const SUMMARY_CHARS: usize = 5_000;

/// Bytes of a title by which it is sorted.
pub const SORTED_BYTES: usize = 1_000;

/// Values of one field of a record on the page at once, and in the metadata of the page.
pub const VALUES_DRAWN: usize = 200;

/// Bytes of the names of the authors of a record, together, in the metadata of the page; as many of its publishers.
pub const NAMES_DRAWN: usize = 5_000;

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

/// Values of a facet of other kinds that are rows of a gap map.
pub const MAP_VALUE_ROWS: usize = 120;

/// Values of a facet of other kinds that are columns of a gap map.
pub const MAP_VALUE_COLUMNS: usize = 60;

/// Cells of a gap map on the page at once.
pub const MAP_CELLS_DRAWN: usize = 2_400;

/// Sentences on what of an address means nothing here; the others are counted.
pub const HINTS_SHOWN: usize = 5;

/// Findings that are shown one by one; the others are counted.
pub const FINDINGS_SHOWN: usize = 100;

/// Findings of a catalog that are kept; the others are counted.
pub const FINDINGS_KEPT: usize = 10_000;

/// Characters of a text in which a DOI is looked for.
pub const DOI_CHARS: usize = 2_048;

/// Bytes of a comment, or of a list that is no record, between records.
pub const BETWEEN_BYTES: usize = 4_096;

/// How many times over the bytes of records that swallowed others are read again.
pub const RECORDS_AGAIN: usize = 16;

/// How many times over the bytes of a file are read for the lines of keys.
pub const LINES_AGAIN: usize = 8;

/// Letters of a value that is compared with others for nearly equal ones.
pub const ALIKE_LETTERS: usize = 400;

/// Bytes of the summaries of a catalog that are read for pairs of words.
pub const PAIRED_BYTES: usize = 1_048_576;

/// Bytes of records that are read for what says how words of titles are written.
pub const EVIDENCE_BYTES: usize = 6_291_456;

/// Resources that are printed unless all are wanted.
pub const PRINTED: usize = 500;

/// Rows of a table that are printed unless all are wanted.
pub const PRINTED_ROWS: usize = 5_000;

/// Resources that are copied at once.
pub const COPIED: usize = 100_000;

/// Values of one facet that a set can be chosen from.
pub const SET_VALUES_DRAWN: usize = 300;

/// Tags that are drawn as circles packed by what they go with.
pub const TAGS_PACKED: usize = 150;

/// Resources of the plain list that a page has without the app.
pub const PLAIN_LIST: usize = 2_000;

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

/// Rows of a table of resources or tags that the page where a catalog is made draws at once.
pub const OWN_ROWS: usize = 25;

/// Findings, tags and records of a kind that the quality report shows one by one; the others are counted.
pub const OWN_FIRST: usize = 20;

/// Themes that are proposed where one is placed below another.
pub const OWN_PROPOSALS: usize = 1_000;

/// Differences of one kind that the page where a catalog is made draws; those that are not drawn can be chosen with all.
pub const OWN_DIFFERENCES_DRAWN: usize = 100;

/// Quotes without an end in a table, behind which an import takes no quote for one any more.
pub const IMPORT_UNCLOSED_QUOTES: usize = 100;

/// Returns the beginning of a text of at most so many bytes.
#[must_use]
pub fn beginning(text: &str, most: usize) -> &str {
    &text[..text.floor_char_boundary(most)]
}
