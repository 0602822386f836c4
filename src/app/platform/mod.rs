//! The only place that names the browser: its address, history, scroll position, focus, network and clock.
//!
//! Everything here may be refused by a browser (a sandboxed frame has no history, a private window no storage): what is
//! refused is left undone, and nothing panics.

mod address;
mod calls;
mod copy;
mod drag;
mod fetch;
mod frame;
mod host;
mod lock;
mod page;
mod pause;
mod picture;
mod print;
mod save;
mod skin;
mod storage;

pub(crate) use address::{
    current, elsewhere, leave_mark, mirror_outside, on_travel, push, query_part, replace, web_address,
};
pub(crate) use copy::{can_share, copy, copy_rich, share};
pub(crate) use drag::on_drag;
pub(crate) use fetch::{FetchError, Whole, fetch, now, stop_fetching};
pub(crate) use frame::{is_framed, is_sealed};
pub(crate) use host::{FromHost, StateMessage, go_through_host, listen, tell, tell_open};
pub(crate) use lock::{hold_lock, random, time, with_free_lock};
pub(crate) use page::{
    catalog_address, checkbox_value, describe, describe_page, focus, focus_first, focus_first_result, focus_in_place,
    focus_top, has, holds_focus, index_address, is_packed, is_plain_click, is_typing, is_wide, is_within, keep_focus,
    languages, leave_field, mount_point, on_gesture, page_address, reload, scroll_into_view, scroll_to_top,
    set_language, set_root, set_state, set_title, today, whole_address, width_of,
};
pub(crate) use pause::Pace;
pub(crate) use picture::save_png;
pub(crate) use print::{on_print, print};
pub(crate) use save::{FileInParts, chosen_text, save};
pub(crate) use skin::{choose_scheme, chosen_scheme, on_scheme, once_loaded, set_scheme, set_tokens, token};
pub(crate) use storage::{forget, on_return, on_stored, store, stored, stored_keys};
