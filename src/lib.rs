//! Competency Explorer: a catalog of resources on competency-based education that a person explores in a browser, with no
//! server.
//!
//! A catalog (one JSON file) goes in; an immutable [`explore::Engine`] — catalog, text index, facets — is built once; a
//! small value, [`explore::State`], which is what an address says, goes through pure functions and comes out as results.
//! The page shows them and changes the state. The command reads the same catalogs to check them and to make pages of them.
//!
//! ```
//! use competency_explorer::catalog::{ReadError, read};
//! use competency_explorer::explore::{Engine, explore, fragment};
//!
//! let json = r#"{"title": "Two", "resources": [
//!     {"id": "a", "title": "Grading for mastery", "published": "2016-05"},
//!     {"id": "b", "title": "Seat time and grades", "published": "2019"}]}"#;
//! let (catalog, _findings) = read(json.as_bytes())?;
//! let engine = Engine::new(catalog);
//! let state = fragment::read("#/?q=grading&year=2015..2017", &engine.facets);
//! let (results, _counts) = explore(&engine, &state);
//! assert_eq!((results.total, engine.store.title(results.first[0])), (1, "Grading for mastery"));
//! # Ok::<(), ReadError>(())
//! ```
//!
//! # Code map
//!
//! Dependencies run one way, from the bottom of this list to its top; inside a layer too, between its folders and between its
//! files. The `mod.rs` of each folder says what lives there, and what may not.
//!
//! | module | what it is | uses |
//! | --- | --- | --- |
//! | [`limits`] | how much of anything is taken in, and the count of work by which tests know that more is not read; all use it | |
//! | [`text`] | how words compare: folding, tokens, stems, edits, highlights | |
//! | [`colour`] | sRGB, its contrast, and OKLCH | |
//! | [`catalog`] | what we know: `model` (types), `read` (bytes to records and findings), `store` (records), `names` | text |
//! | [`search`] | which resources answer a question: `query`, `index`, `bm25f`, `rank` (best k), `eval` | catalog, text |
//! | [`facet`] | which resources share a property: definition, values, filter, count, scale | catalog, text |
//! | [`explore`] | the pure app: `engine`, `state` and its address, `results`, `views`, `compare`, suggestions, examples, hints | all above |
//! | [`export`] | what a reader takes away: `formats` (eight), `citation` (three styles), `title`, `metadata` | catalog, text |
//! | [`shelf`] | what a reader keeps: named lists, their file and their page | catalog, export |
//! | [`embed`] | the page on other websites: setup, colours, snippet | catalog, colour, facet, explore, export |
//! | [`i18n`] | every text that a reader sees, by language; numbers, dates and lists as they are read | all above |
//! | [`picture`] | pictures of the views as SVG files | text, facet, explore, i18n |
//! | `import` (feature `import`) | from tables, reference lists and JSON of others to a catalog and a report | catalog, export, facet, i18n, text |
//! | `app` (feature `web`) | the page: `platform` (the browser), `state`, `sync`, `ui`, `components`, `features` | all above, Leptos |
//! | `bench` (feature `bench`) | the engine as others measure it in a browser | explore and below |
//! | `page` (feature `page`) | the HTML of pages, out of a built one and a catalog | catalog, explore, export, i18n |
//! | `session` (features `import`, `page`) | a catalog that is made on a page, as a worker keeps it: reading, editing, parts to look at, files to save | import, page and below |
//! | `own` (feature `own`) | the page on which a curator makes a catalog of a list: a second module | all above but `app`, Leptos |
//! | `cli` (feature `cli`) | the tool for authors: check, completions, diff, export, import, index, man, pack, package, render, stats, schema | catalog to page |
//!
//! Where to look: the page starts in `bin/explorer_web.rs`, goes through `app::boot` (bytes to engine) to `app::state` (the
//! state, what follows from it, and the actions that change it) and is shown by `app::page`, out of `app::features`. `app::sync` follows the state:
//! address, title and metadata of the document, and the website around an embedded page, whose side is `public/embed.js`.
//! `public/boot.js` hands the WebAssembly module its parts; `cli::pack` puts all of it into one file. `docs/architecture.md` follows
//! the data from a key, an address, a host page and the storage to what is shown.
//!
//! # Invariants
//!
//! 1. The engine does no I/O, reads no clock, no locale, no randomness, and returns no `Result` once a catalog is read.
//! 2. Only `app::platform`, and `platform` and `exports` of `own`, name `web_sys` and `js_sys`. Only [`explore::fragment`] knows the address grammar. Only
//!    [`i18n`] holds text of the interface, also what `public/boot.js`, `public/check.js` and the plain list show, which `page::texts`
//!    writes into the page. Findings and errors of a catalog are codes that `i18n` words, for page and command alike.
//!    Each third-party crate outside Leptos and serde is named in one place; `tests/tidy.rs` lists the exceptions.
//! 3. The engine is immutable. Everything a reader can change is one value, and `read(write(state)) == state`.
//! 4. Text from a person is never an error: a query or an address gets its best reading, and [`explore::hints`] says what
//!    of it is unknown here. Files may fail: [`catalog::ReadError`] says where and what to do. One bad record never costs the
//!    others: [`catalog::Finding`].
//! 5. No record's text ever reaches the page as markup; only `http`, `https`, `mailto` and `doi:` become links
//!    ([`catalog::href`]).
//!
//! `tests/tidy.rs` keeps 1 and 2, the arrows of the map, that no modules or folders use one another in a ring, and the length
//! of functions. The tests of the engine have the folders of the engine: `tests/engine/catalog` keeps 4 (what is read, damaged
//! files, spellings), `tests/engine/search` that every hit is that of a naive search (`oracle`), what queries mean, what ranks first
//! and that any input gets an answer, `tests/engine/explore` keeps 3 (`address`) and the numbers of the views,
//! `tests/engine/export` what leaves the catalog. `tests/second_opinion` has citation processors of others agree with our citations,
//! `tests/import` reads lists of all kinds, `tests/cli` runs the command, `tests/browser` the page.

pub mod catalog;
pub mod colour;
pub mod embed;
pub mod explore;
pub mod export;
pub mod facet;
pub mod i18n;
pub mod limits;
pub mod picture;
pub mod search;
pub mod shelf;
pub mod text;

#[cfg(feature = "web")]
pub mod app;
#[cfg(feature = "bench")]
pub mod bench;
#[cfg(feature = "cli")]
pub mod cli;
#[cfg(feature = "import")]
pub mod import;
#[cfg(feature = "own")]
pub mod own;
#[cfg(feature = "page")]
pub mod page;
#[cfg(all(feature = "import", feature = "page"))]
pub mod session;
