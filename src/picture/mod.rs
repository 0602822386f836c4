//! The pictures of the page as files: SVG made from what is computed, with a title, what was asked, the date and the source in it.
//!
//! Pure functions; the page draws their SVG where somebody wants a PNG. Files are light, whatever the page is: they go on paper and
//! into slides. Sizes of texts are estimated by [`em_width`](crate::text::em_width), since no browser is asked.

mod canvas;
mod cloud;
mod connections;
mod gap_map;
mod timeline;

pub use canvas::{Frame, Picture};
pub use cloud::cloud;
pub use connections::connections;
pub use gap_map::gap_map;
pub use timeline::timeline;
