//! The snippet that an organization pastes into its website.
//!
//! One text for every website: `embed.js` where scripts may run, the frame alone where only frames may, the link where
//! neither may. Where tags are taken out, the link is what stays.

use std::fmt::Write as _;

use super::setup::{Part, Scheme};
use crate::explore::{State, View, fragment};
use crate::export::escape_html as escape;

/// How high a frame is that can't follow its content, in pixels.
const FRAME_HEIGHT: u32 = 800;

/// How high the embed is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Height {
    /// As high as its content, where the script may run.
    #[default]
    Auto,
    /// So many pixels, with scrolling inside.
    Fixed(u32),
}

/// The choices of an organization for its embed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct EmbedConfig {
    /// The address of the folder or file of the explorer, whole.
    pub explorer: String,
    /// What is shown first.
    pub state: State,
    /// The keys of facets, or `q`, that are locked.
    pub locked: Vec<String>,
    /// The parts that are left out.
    pub hidden: Vec<Part>,
    /// Whether it takes little room.
    pub is_compact: bool,
    /// Light or dark.
    pub scheme: Scheme,
    /// Colours and other overrides of the theme, by their words in the address.
    pub skin: Vec<(&'static str, String)>,
    /// How high it is.
    pub height: Height,
    /// What a screen reader calls it.
    pub title: String,
    /// The text of the link.
    pub link: String,
}

/// What is to be pasted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snippet {
    /// For any website: script around frame beside link.
    pub whole: String,
    /// The frame alone.
    pub frame: String,
    /// The link alone.
    pub link: String,
    /// The address in the frame.
    pub address: String,
}

/// The snippet for a config.
pub fn snippet(config: &EmbedConfig) -> Snippet {
    let pairs = pairs(config);
    let folder = folder(&config.explorer);
    let address = format!(
        "{}?{}",
        config.explorer,
        fragment::query(&[&pairs[..], &[("embed".to_owned(), String::new())]].concat())
    );
    let full = format!("{}{}", config.explorer, fragment::write(&config.state));
    let height = match config.height {
        Height::Auto => FRAME_HEIGHT,
        Height::Fixed(height) => height,
    };
    let frame = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"100%\" height=\"{height}\" loading=\"lazy\" \
         frameborder=\"0\"></iframe>",
        escape(&address),
        escape(&config.title)
    );
    let link = format!("<a href=\"{}\">{}</a>", escape(&full), escape(&config.link));
    let mut attributes = attributes(&pairs);
    if let Height::Fixed(height) = config.height {
        let _ = write!(attributes, " height=\"{height}\"");
    }
    let whole = format!(
        "<script async src=\"{}embed.js\"></script>\n<competency-explorer{attributes}>\n  {frame}\n  <p>{link}</p>\n\
         </competency-explorer>\n",
        escape(folder)
    );
    Snippet { whole, frame, link, address }
}

/// Returns the snippet that shows on a page of a website which of the three ways works there: `check.html` beside the explorer,
/// with the name of its frame and the text of its link.
pub fn check_snippet(explorer: &str, title: &str, link: &str) -> String {
    let folder = escape(folder(explorer));
    let (title, link) = (escape(title), escape(link));
    format!(
        "<script async src=\"{folder}embed.js\"></script>\n<competency-explorer check>\n  <iframe \
         src=\"{folder}check.html\" title=\"{title}\" width=\"100%\" height=\"280\"></iframe>\n  <p><a \
         href=\"{folder}check.html\">{link}</a></p>\n</competency-explorer>\n"
    )
}

/// What is set, in the words of an address.
fn pairs(config: &EmbedConfig) -> Vec<(String, String)> {
    let mut pairs = fragment::pairs(&fragment::write(&config.state));
    // An embed begins with the list without being asked for it.
    pairs.retain(|(key, value)| key != "view" || View::of(value) != Some(View::List));
    let mut put = |key: &str, value: &str| pairs.push((key.to_owned(), value.to_owned()));
    config.locked.iter().for_each(|key| put("lock", key));
    config.hidden.iter().for_each(|part| put("hide", part.word()));
    if config.is_compact {
        put("compact", "");
    }
    if config.scheme != Scheme::default() {
        put("scheme", config.scheme.word());
    }
    config.skin.iter().for_each(|(key, value)| put(key, value));
    pairs
}

/// Returns pairs as attributes of the element: the values of one key in one attribute, with bars between; where a key or a value does
/// not fit in, all pairs in the attribute `query`, as the query part of an address.
fn attributes(pairs: &[(String, String)]) -> String {
    let is_name =
        |key: &str| !key.is_empty() && key.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    let is_own = |key: &str| matches!(key, "title" | "height" | "src" | "style" | "class" | "id" | "query");
    let fits = pairs.iter().all(|(key, value)| is_name(key) && !is_own(key) && !value.contains('|'));
    if !fits {
        return format!(" query=\"{}\"", escape(&fragment::query(pairs)));
    }
    let mut grouped: Vec<(&str, Vec<&str>)> = Vec::new();
    for (key, value) in pairs {
        match grouped.iter_mut().find(|(other, _)| other == key) {
            Some((_, values)) => values.push(value),
            None => grouped.push((key, vec![value])),
        }
    }
    let attribute = |(key, values): (&str, Vec<&str>)| match values.join("|") {
        value if value.is_empty() => format!(" {key}"),
        value => format!(" {key}=\"{}\"", escape(&value)),
    };
    grouped.into_iter().map(attribute).collect()
}

/// The folder of an address.
fn folder(address: &str) -> &str {
    &address[..address.rfind('/').map_or(0, |at| at + 1)]
}

#[cfg(test)]
mod tests {
    use super::{EmbedConfig, Height, check_snippet, snippet};
    use crate::embed::{Part, Setup};
    use crate::explore::State;

    #[test]
    fn the_check_stands_beside_the_explorer_and_no_address_ends_its_attribute() {
        let text = check_snippet("https://a.example/\"><b>/index.html", "What & where", "A <link>");
        assert!(text.contains(" src=\"https://a.example/&quot;&gt;&lt;b&gt;/embed.js\""), "{text}");
        assert!(
            text.contains(" src=\"https://a.example/&quot;&gt;&lt;b&gt;/check.html\" title=\"What &amp; where\""),
            "{text}"
        );
        assert!(text.contains("/check.html\">A &lt;link&gt;</a>"), "{text}");
    }

    fn config() -> EmbedConfig {
        let mut state = State::default();
        state.filter.choose("theme", "policy");
        state.filter.choose("theme", "grading");
        EmbedConfig {
            explorer: "https://example.org/cbe/index.html".to_owned(),
            state,
            locked: vec!["theme".to_owned()],
            hidden: vec![Part::Header],
            title: "Resources \"on\" policy".to_owned(),
            link: "See <them>".to_owned(),
            ..EmbedConfig::default()
        }
    }

    #[test]
    fn the_frame_says_what_the_element_says() {
        let snippet = snippet(&config());
        assert!(
            snippet.whole.contains("<competency-explorer theme=\"policy|grading\" lock=\"theme\" hide=\"header\">")
        );
        assert_eq!(
            snippet.address,
            "https://example.org/cbe/index.html?theme=policy&theme=grading&lock=theme&hide=header&embed="
        );
        let setup = Setup::read(snippet.address.split_once('?').map_or("", |(_, query)| query));
        assert!(setup.is_embedded && setup.hides(Part::Header) && setup.locked == ["theme"]);
        assert!(snippet.whole.contains(&snippet.frame) && snippet.whole.contains(&snippet.link));
    }

    #[test]
    fn no_text_becomes_markup() {
        let snippet = snippet(&config());
        assert!(snippet.whole.contains("See &lt;them&gt;") && snippet.whole.contains("&quot;on&quot;"), "{snippet:?}");
    }

    /// What a website leaves of a text that may have nothing but paragraphs and links (as the filter of `WordPress` does it for
    /// authors whom it does not trust): the tags go, what stands between them stays.
    fn filtered(html: &str) -> String {
        let mut parts = html.split('<');
        let mut text = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            let (tag, behind) = part.split_once('>').unwrap_or((part, ""));
            let name = tag.trim_start_matches('/').split([' ', '\n']).next();
            if matches!(name, Some("p" | "a")) {
                text.extend(["<", tag, ">"]);
            }
            text.push_str(behind);
        }
        text
    }

    #[test]
    fn where_tags_are_taken_out_the_link_is_what_stays() {
        let snippet = snippet(&config());
        assert_eq!(filtered(&snippet.whole).trim(), format!("<p>{}</p>", snippet.link));
        let href = "<a href=\"https://example.org/cbe/index.html#/?theme=policy&amp;theme=grading\">";
        assert!(snippet.link.starts_with(href), "{}", snippet.link);
    }

    #[test]
    fn a_value_with_a_bar_is_said_as_an_address() {
        let mut config = config();
        config.state.filter.choose("publisher", "A|B");
        config.height = Height::Fixed(500);
        let whole = snippet(&config).whole;
        assert!(whole.contains(" query=\"") && whole.contains("A%7CB") && whole.contains(" height=\"500\""), "{whole}");
    }
}
