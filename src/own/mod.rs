//! The page on which a curator makes a catalog of a list, and a web page of it: a second module of WebAssembly, which readers of a
//! catalog never fetch.
//!
//! | file | what it does |
//! | --- | --- |
//! | `exports` | what the script around the module calls: the page is shown, a worker keeps the catalog (`session`) and is asked |
//! | `page` | the page: its steps one below the other |
//! | `choose`, `columns`, `check`, `edit`, `save` | the steps |
//! | `reading` | how files are read, where what is found is not right |
//! | `quality`, `compare`, `suggest` | parts of the check: what may be mended, another catalog beside it, themes that are suggested |
//! | `head`, `records`, `tags`, `filters` | the parts of the edit; `editable` a value that a click makes a text box, `pager` the way through a table |
//! | `state` | what is chosen and decided, what was read, and the actions |
//! | `editing` | what the page knows of the catalog, which is in the worker, and how it asks for more |
//! | `platform` | what the browser does for the page, by `public/own.js`; beside it only `exports` names a type of the browser |

#![allow(clippy::needless_pass_by_value, reason = "Leptos hands props over by value")]
#![allow(unreachable_pub, reason = "the component macro makes a public type of every component's props")]

mod check;
mod choose;
mod columns;
mod compare;
mod edit;
mod editable;
mod editing;
mod exports;
mod filters;
mod head;
mod page;
mod pager;
mod platform;
mod quality;
mod reading;
mod records;
mod save;
mod state;
mod suggest;
mod tags;

pub use exports::{
    add_bytes, ask, begin_file, begin_reading, decided, drop_files, end_reading, open_own, read_on, save,
};
