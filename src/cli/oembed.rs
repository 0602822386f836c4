//! The oEmbed document of a page.

use anyhow::Result;

use crate::catalog::Catalog;
use crate::embed::{EmbedConfig, snippet};
use crate::page::{SHARE_IMAGE, title};

/// The oEmbed document of a page (oEmbed 1.0, type `rich`): the frame as programs take it that make frames of addresses.
pub(super) fn oembed(catalog: &Catalog, url: &str) -> Result<String> {
    let config = EmbedConfig {
        explorer: format!("{url}index.html"),
        title: title(catalog).to_owned(),
        ..EmbedConfig::default()
    };
    let document = serde_json::json!({
        "version": "1.0",
        "type": "rich",
        "title": title(catalog),
        "provider_name": title(catalog),
        "provider_url": url,
        "cache_age": 86_400,
        "width": 800,
        "height": 800,
        "html": snippet(&config).frame,
        "thumbnail_url": format!("{url}{SHARE_IMAGE}"),
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    });
    Ok(serde_json::to_string_pretty(&document)?)
}
