//! What follows the state outside of the page: its address, its title and metadata, and the page around an embed.
//!
//! Only the root of the app starts it; nothing else imports it.

mod host;
mod url;

pub(crate) use host::{follow_host, start_host};
pub(crate) use url::follow_state;
