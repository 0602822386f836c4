//! The page on somebody's website: how it is set up there, and what the page around it says.

use leptos::prelude::*;

use crate::app::platform::{self, FromHost, StateMessage};
use crate::app::reactive::Memo;
use crate::app::state::Explorer;
use crate::colour::Colour;
use crate::embed::{BasePalette, Scheme, Setup, ThemeOverrides, tokens};
use crate::explore::fragment;
use crate::text::css::pixels;

/// What a page without a skin looks like, should its style not say.
const PLAIN: BasePalette =
    BasePalette { paper: Colour::WHITE, card: Colour::WHITE, ink: Colour::BLACK, accent: Colour([0x12, 0x59, 0x5e]) };

/// What the host page asks this one to show.
#[derive(Clone)]
enum HostRequest {
    /// Nothing yet.
    Nothing,
    /// What is shown first.
    Preset,
    /// A fragment.
    Address(String),
}

/// The last request of the host page.
#[derive(Clone, Copy)]
pub(crate) struct Host {
    request: RwSignal<HostRequest>,
    skin: StoredValue<ThemeOverrides>,
}

/// Gives the page the colours and parts of its setup, and handles the messages of the host from now on.
pub(crate) fn start_host(setup: &'static Setup) -> Host {
    let skin = StoredValue::new(setup.skin.clone());
    let hosting = Host { request: RwSignal::new(HostRequest::Nothing), skin };
    let dressed = move || dress(setup.scheme, skin.get_value());
    dressed();
    platform::on_scheme(dressed);
    if setup.is_embedded || platform::is_framed() {
        platform::set_root("embed", "");
    }
    let hidden: Vec<&str> = setup.hidden.iter().map(|part| part.word()).collect();
    platform::set_root("hide", &hidden.join(" "));
    if setup.is_compact {
        platform::set_root("compact", "");
    }
    platform::listen(move |said| match said {
        FromHost::Greeting { is_auto, is_mirrored, fragment, skin: words } => {
            if is_auto {
                platform::set_root("height", "auto");
            }
            skin.update_value(|skin| words.iter().for_each(|(key, value)| _ = skin.take(key, value)));
            dressed();
            if is_mirrored {
                platform::mirror_outside();
            }
            if let Some(fragment) = fragment {
                hosting.request.set(HostRequest::Address(fragment));
            }
        }
        FromHost::Address(fragment) => hosting.request.set(fragment.map_or(HostRequest::Preset, HostRequest::Address)),
        FromHost::Seen(end) => platform::set_tokens(&[("--seen-end", pixels(end))]),
    });
    hosting
}

impl Host {
    /// Gives the page the colours of its catalog, where neither its address nor the page around has others.
    fn take_colours(self, explorer: Explorer) {
        let head = &explorer.engine.head;
        let colours = ["accent", "background", "text"].map(|word| head.colour(word).map(|colour| (word, colour)));
        if colours.iter().all(Option::is_none) || !self.skin.with_value(ThemeOverrides::is_empty) {
            return;
        }
        self.skin.update_value(|skin| colours.into_iter().flatten().for_each(|(key, value)| _ = skin.take(key, value)));
        dress(explorer.opened.setup.scheme, self.skin.get_value());
    }
}

/// Follows what the page around asks for.
pub(crate) fn follow_host(explorer: Explorer) {
    let hosting: Host = expect_context();
    hosting.take_colours(explorer);
    Effect::new(move || {
        let requested = match hosting.request.get() {
            HostRequest::Nothing => return,
            HostRequest::Preset => explorer.opened.setup.preset(explorer.engine),
            HostRequest::Address(address) => fragment::read(&address, &explorer.engine.facets),
        };
        if explorer.with_untracked(|state| *state != requested) {
            explorer.set(requested);
        }
    });
    let open = Memo::new(move |_| explorer.with(|state| state.open.clone()));
    Effect::new(move || {
        if let Some(idx) = open.get().and_then(|id| explorer.engine.find(&id)) {
            let store = &explorer.engine.store;
            platform::tell_open(store.id(idx), &explorer.engine.shown_title(idx), store.url(idx).unwrap_or_default());
        }
    });
}

/// Tells the page around of a state.
pub(crate) fn tell(explorer: Explorer, address: &str, is_step: bool) {
    if platform::is_framed() {
        let home = fragment::write(&explorer.opened.setup.preset(explorer.engine));
        let total = untrack(|| explorer.n_matched());
        platform::tell(&StateMessage { fragment: address, home: &home, is_step, total });
    }
}

/// Makes the page light or dark, and gives it its colours, font and corners once its styles are there.
fn dress(scheme: Scheme, skin: ThemeOverrides) {
    let is_dark = match (scheme, skin.background) {
        (_, Some(background)) => Some(background.is_dark()),
        // Inside another page its website decides, or the device.
        (Scheme::Auto, None) if platform::is_framed() => None,
        (Scheme::Auto, None) => Scheme::of(&platform::chosen_scheme()).is_dark(),
        (scheme, None) => Some(scheme == Scheme::Dark),
    };
    platform::set_scheme(is_dark);
    if !skin.is_empty() {
        platform::once_loaded(move || colour(&skin));
    }
}

/// Sets the tokens of a skin, on the ground that the scheme of the page has.
fn colour(skin: &ThemeOverrides) {
    // What was set before must not be taken for the ground.
    let undo = tokens(skin, PLAIN).into_iter().map(|(name, _)| (name, String::new()));
    platform::set_tokens(&undo.collect::<Vec<_>>());
    let colour = |name: &str, plain: Colour| Colour::read(&platform::token(name)).unwrap_or(plain);
    let ground = BasePalette {
        paper: colour("--paper", PLAIN.paper),
        card: colour("--card", PLAIN.card),
        ink: colour("--ink", PLAIN.ink),
        accent: colour("--accent", PLAIN.accent),
    };
    platform::set_tokens(&tokens(skin, ground));
}
