//! The page on which a curator makes a catalog of a list, and a web page of it: a second module of WebAssembly, which readers of a
//! catalog never fetch.
//!
//! | file | what it does |
//! | --- | --- |
//! | `exports` | what the script around the module calls: the page is shown, files are read in a worker |
//! | `page` | the page: its steps one below the other |
//! | `choose`, `columns`, `check`, `save` | the steps |
//! | `state` | what is chosen and decided, what was read, and the actions |
//! | `draft` | work in progress, which is kept on this device |
//! | `platform` | the only file that knows the browser, by `public/own.js` |

#![allow(clippy::needless_pass_by_value, reason = "Leptos hands props over by value")]
#![allow(unreachable_pub, reason = "the component macro makes a public type of every component's props")]

mod check;
mod choose;
mod columns;
mod draft;
mod exports;
mod page;
mod platform;
mod save;
mod state;

pub use exports::{open_own, read};
