//! The numbers behind the views: clouds, gap map, timeline, co-occurrence, page of a theme.
//!
//! Nothing here searches: a view is given the set of resources that it counts.

mod axis;
mod bubbles;
mod cloud;
mod cloud_diff;
mod constellation;
mod cooccurrence;
mod gap_map;
mod leaders;
mod months;
mod packing;
mod pairs;
mod statistics;
mod theme;
mod timeline;

pub use axis::{Axis, Line, LineOrder, ShownLine};
pub use bubbles::{BUBBLE_GRID, BUBBLE_PLACE, Bubble, bubbles};
pub use cloud::{Cloud, SUMMARY, Tag, Tags, cloud, clouds};
pub use cloud_diff::{Change, Changes, changes};
pub use constellation::{Constellation, Family, MOST_PACKED, Star, TagDetail, constellation, tag_detail};
pub use cooccurrence::{
    CoOccurrences, MAX_VALUES_TOGETHER, Pair, TreeLevel, co_occurrences, connected, has_tree_levels,
};
pub use gap_map::{GapMap, MOST_COLUMNS, MOST_KINDS, MOST_ROWS, ShownMap, crossed, gap_map};
pub use leaders::{Leaders, leaders};
pub use months::{Months, months};
pub use packing::Rect;
pub use statistics::{CLEAR, Contrast, LEAST_FOUND, VERY_CLEAR};
pub use theme::{Counted, Missing, Neighbour, Reason, Start, ThemePage, on_theme, subject, theme_page};
pub use timeline::{Bar, MOST_PARTS, Slot, Timeline, by_date, timeline};
