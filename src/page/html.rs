//! The parts that every form of the page has: its policy, the catalog's name, the plain list of titles and links.
//!
//! `index.html` keeps a place for each between two comments (`<!-- plain -->…<!-- /plain -->`), so that a finished page can
//! be made into another one. All text of a catalog is escaped: none of it ever becomes markup.

use std::fmt::Write as _;

use super::encode::hash;
use super::first_page;
use super::places::{Missing, between};
use crate::catalog::Catalog;
use crate::export::escape_html as escape;
use crate::i18n;

/// The oEmbed document, beside the page.
pub const OEMBED: &str = "oembed.json";
/// The picture that others show of the page, beside it.
pub const SHARE_IMAGE: &str = "share.png";

/// Puts a catalog's name and its plain list into a page.
pub fn name(html: &str, catalog: &Catalog) -> Result<String, Missing> {
    // Without a module the page speaks the language of its catalog, as far as there is one for it.
    i18n::set_current(i18n::language_for(catalog.head.language.as_deref()));
    let html = between(html, "<html lang=\"", "\"", i18n::language())?;
    let html = between(&html, "<title>", "</title>", &escape(title(catalog)))?;
    between(&html, "<!-- plain -->", "<!-- /plain -->", &first_page::html(catalog, title(catalog)))
}

/// Says in a page where the saved index of its catalog is, in place of what it said before.
pub fn name_index(html: &str, index: Option<&str>) -> Result<String, Missing> {
    const MOUNT: &str = "<div id=\"app\"";
    const NAME: &str = " data-index=\"";
    let missing = || Missing(MOUNT.to_owned());
    let at = html.find(MOUNT).ok_or_else(missing)? + MOUNT.len();
    let end = at + html[at..].find('>').ok_or_else(missing)?;
    let mut tag = html[at..end].to_owned();
    if let Some((before, (_, behind))) = tag.split_once(NAME).and_then(|(a, rest)| Some((a, rest.split_once('"')?))) {
        tag = format!("{before}{behind}");
    }
    let named = index.map(|index| format!("{NAME}{}\"", escape(index))).unwrap_or_default();
    Ok(format!("{}{named}{tag}{}", &html[..at], &html[end..]))
}

/// What others show of a page where somebody shares its address: Open Graph, and the way to its oEmbed document where the
/// address on the web is known (Open Graph and oEmbed want whole addresses).
pub fn share(html: &str, catalog: &Catalog, url: Option<&str>) -> Result<String, Missing> {
    let about = catalog.head.description.as_deref().unwrap_or_default();
    let mut tags = format!("\n<meta name=\"description\" content=\"{}\">\n", escape(about));
    let mut put = |property: &str, content: &str| {
        let _ = writeln!(tags, "<meta property=\"og:{property}\" content=\"{}\">", escape(content));
    };
    put("type", "website");
    put("title", title(catalog));
    put("description", about);
    if let Some(url) = url {
        put("url", url);
        put("image", &format!("{url}{SHARE_IMAGE}"));
        put("image:width", "1200");
        put("image:height", "630");
        put("image:alt", title(catalog));
        let _ = writeln!(tags, "<meta name=\"twitter:card\" content=\"summary_large_image\">");
        let (url, title) = (escape(url), escape(title(catalog)));
        let _ = writeln!(
            tags,
            "<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{url}{OEMBED}\" title=\"{title}\">"
        );
    }
    between(html, "<!-- share -->", "<!-- /share -->", &tags)
}

/// Leads from the folder's page to the file that has all parts inside, in a sealed frame (`sandbox` without
/// `allow-same-origin`): there the parts are another origin's, which neither policies nor web servers let a page have.
/// It stands in the page itself, allowed by its hash, which holds whatever the origin.
const LEAVE_SEALED: &str = "if (self.origin === \"null\" && parent !== self && location.protocol !== \"file:\") \
    location.replace(new URL(\"competency-explorer.html\", document.baseURI) + location.search + location.hash);";

/// What holds before anything is painted: that the page loads, in a frame or as a first page, and the reader's choice of light or dark.
/// It stands in the page itself, so that `boot.js` holds nothing up; where that does not come, or not within 15 seconds, the page is the
/// plain list, which says so.
const FIRST: &str = include_str!("first.js");

/// Puts the scripts that stand in the page itself into it, and returns what a policy names them by; a file is not led away from.
pub fn first_scripts(html: &str, is_folder: bool) -> Result<(String, String), Missing> {
    let scripts = if is_folder { &[LEAVE_SEALED, FIRST][..] } else { &[FIRST] };
    let tags: Vec<String> = scripts.iter().map(|script| format!("<script>{script}</script>")).collect();
    let hashes: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    Ok((between(html, "<!-- first -->", "<!-- /first -->", &tags.concat())?, hashes.join(" ")))
}

/// Puts a Content-Security-Policy into a page.
pub fn policy(html: &str, scripts: &str, styles: &str, connections: &str) -> Result<String, Missing> {
    // The preview of an embed is a frame of the page itself, which from disk is no 'self'.
    let frames = if connections.is_empty() { " file:" } else { "" };
    let policy = format!(
        "default-src 'none'; script-src {scripts} 'wasm-unsafe-eval'; style-src {styles}; img-src data:; \
         connect-src {connections} blob: data:; worker-src blob:; frame-src 'self'{frames}; base-uri 'none'; form-action 'none'"
    );
    let meta = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    between(html, "<!-- policy -->", "<!-- /policy -->", &meta)
}

/// The title of a catalog; where it has none, the name of the product.
pub fn title(catalog: &Catalog) -> &str {
    if catalog.head.title.is_empty() { "Competency Explorer" } else { &catalog.head.title }
}

#[cfg(test)]
mod tests {
    use super::{Missing, name_index};

    #[test]
    fn a_page_names_one_index_or_none() -> Result<(), Missing> {
        let page = "<p><div id=\"app\" data-catalog=\"c\"></div>";
        let named = name_index(page, Some("a&b"))?;
        assert_eq!(named, "<p><div id=\"app\" data-index=\"a&amp;b\" data-catalog=\"c\"></div>");
        assert_eq!(name_index(&named, Some("d"))?, named.replace("a&amp;b", "d"));
        assert_eq!(name_index(&named, None)?, page);
        assert!(name_index("<p>", None).is_err());
        Ok(())
    }
}
