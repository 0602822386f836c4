//! A page with everything inside: its catalog, its saved index and the importer, each in an inert script.

use super::encode::{Content, compress, hash, json_of_at_most};
use super::html;
use super::places::{Missing, between};
use crate::catalog::Catalog;

/// Catalogs above this many bytes are packed compressed: the single file of the shipped catalog (1.12 MB of JSON) has 1,604 kB so,
/// 2,348 kB otherwise, and is ready from disk no later (Chromium, ten loads each in turn, medians 1,149 and 1,258 ms).
const LARGE: usize = 1_000_000;

/// The part before which the others stand: scripts read them once the page is there.
const MODULE: &str = "<script type=\"text/plain\" id=\"module\">";
/// How a part ends.
const END: &str = "</script>\n";

/// The importer, as it was built: a script, a module of WebAssembly and a style sheet.
#[derive(Debug, Clone, Copy)]
pub struct Own<'a> {
    /// The script that loads the module.
    pub script: &'a str,
    /// The module.
    pub module: &'a [u8],
    /// The style sheet.
    pub style: &'a str,
}

/// Puts a catalog into a page with everything inside, in place of the one that is there: name, metadata, plain list and data.
/// `bytes` are the catalog as the page reads it, `index` is its saved index.
pub fn with_catalog(html: &str, catalog: &Catalog, bytes: &[u8], index: Option<&[u8]>) -> Result<String, Missing> {
    let mut html = named(html, catalog)?;
    if let Some(index) = index {
        add_part(&mut html, "index", index)?;
        add_part(&mut html, "catalog", bytes)?;
        return Ok(html);
    }
    match std::str::from_utf8(bytes) {
        Ok(text) if text.len() <= LARGE => add_json(&mut html, text)?,
        _ => add_part(&mut html, "catalog", bytes)?,
    }
    Ok(html)
}

/// Like [`with_catalog`], for a catalog that is in memory and has no saved index: a large one is compressed while it is written, and no
/// copy of it as a text is made.
pub fn with_catalog_in_memory(html: &str, catalog: &Catalog) -> Result<String, Missing> {
    let mut html = named(html, catalog)?;
    match json_of_at_most(catalog, LARGE) {
        Some(json) => add_json(&mut html, &json)?,
        None => add_content(&mut html, "catalog", Content::Json(catalog))?,
    }
    Ok(html)
}

/// A page with the name and the metadata of a catalog, and the data of none.
fn named(html: &str, catalog: &Catalog) -> Result<String, Missing> {
    let html = html::name(&html::name_index(html, None)?, catalog)?;
    let mut html = html::share(&html, catalog, None)?;
    for id in ["index", "catalog"] {
        remove_part(&mut html, id);
    }
    Ok(html)
}

/// Adds a catalog as it is.
fn add_json(html: &mut String, json: &str) -> Result<(), Missing> {
    let json = json.replace('<', "\\u003c");
    before_module(html, &format!("<script type=\"application/json\" id=\"catalog\">{json}{END}"))
}

/// Adds the importer to a page with everything inside, unless it is there.
pub fn add_own(html: &str, own: Own<'_>) -> Result<String, Missing> {
    if has_own(html) {
        return Ok(html.to_owned());
    }
    let (script, style) = (inert(own.script), inert(own.style));
    let mut html = html.to_owned();
    add_part(&mut html, "own-module", own.module)?;
    for (id, text) in [("own-script", &script), ("own-style", &style)] {
        before_module(&mut html, &format!("<script type=\"text/plain\" id=\"{id}\">{text}{END}"))?;
    }
    // What the page makes of these texts is allowed by their hashes, as all that it runs.
    let (start, end) = ("<!-- policy -->", "<!-- /policy -->");
    let from = html.find(start).ok_or_else(|| Missing(start.to_owned()))? + start.len();
    let to = html[from..].find(end).ok_or_else(|| Missing(end.to_owned()))? + from;
    let policy = html[from..to].replacen("script-src ", &format!("script-src {} ", hash(&script)), 1).replacen(
        "style-src ",
        &format!("style-src {} ", hash(&style)),
        1,
    );
    between(&html, start, end, &policy)
}

/// Takes the importer out of a page with everything inside, if it is there.
pub fn leave_own(html: &str) -> Result<String, Missing> {
    let mut html = html.to_owned();
    for id in ["own-script", "own-style"] {
        let start = format!("<script type=\"text/plain\" id=\"{id}\">");
        let text = html.split_once(&start).and_then(|(_, rest)| rest.split_once(END)).map(|(text, _)| hash(text));
        if let Some(hash) = text {
            html = html.replacen(&format!("{hash} "), "", 1);
        }
    }
    for id in ["own-module", "own-script", "own-style"] {
        remove_part(&mut html, id);
    }
    Ok(html)
}

/// Whether a page with everything inside holds the importer.
pub fn has_own(html: &str) -> bool {
    html.contains("<script type=\"text/plain\" id=\"own-module\">")
}

/// A script or sheet as it can stand in an inert script: nothing in it ends that.
fn inert(text: &str) -> String {
    text.replace("</script", "<\\/script").replace("<!--", "<\\!--").replace("\r\n", "\n")
}

/// Adds a part before the scripts that read it, compressed.
pub fn add_part(html: &mut String, id: &str, bytes: &[u8]) -> Result<(), Missing> {
    add_content(html, id, Content::Bytes(bytes))
}

fn add_content(html: &mut String, id: &str, content: Content<'_>) -> Result<(), Missing> {
    let mut part = format!("<script type=\"text/plain\" id=\"{id}\">");
    // Memory takes everything, and a catalog can always be written.
    let _ = compress(&mut part, content);
    part.push_str(END);
    before_module(html, &part)
}

/// Puts a part before the module. Those of a catalog stand next to it, so that the order of all does not depend on which was added when.
fn before_module(html: &mut String, part: &str) -> Result<(), Missing> {
    let tag = part.split_once('>').map_or(part, |(tag, _)| tag);
    let is_of_catalog = ["index", "catalog"].iter().any(|id| tag.ends_with(&format!(" id=\"{id}\"")));
    let at = |start: &str| html.find(start).filter(|_| !is_of_catalog);
    let starts = ["text/plain\" id=\"index", "text/plain\" id=\"catalog", "application/json\" id=\"catalog"];
    let first = starts.iter().filter_map(|start| at(&format!("<script type=\"{start}\">"))).min();
    let at = first.or_else(|| html.find(MODULE)).ok_or_else(|| Missing("part #module".to_owned()))?;
    html.insert_str(at, part);
    Ok(())
}

/// Takes a part out, if it is there.
fn remove_part(html: &mut String, id: &str) {
    for kind in ["text/plain", "application/json"] {
        let start = format!("<script type=\"{kind}\" id=\"{id}\">");
        if let Some(from) = html.find(&start)
            && let Some(n) = html[from..].find(END)
        {
            html.replace_range(from..from + n + END.len(), "");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Own, add_own, has_own, leave_own, with_catalog, with_catalog_in_memory};
    use crate::catalog::{Catalog, Head, Resource};
    use crate::page::{Missing, hash};

    /// What a file with everything inside has that is filled.
    const PAGE: &str = "<html lang=\"en\"><head><!-- policy --><meta content=\"script-src 'a'; style-src 'b';\"><!-- /policy --><title>T</title>\
        <!-- share --><!-- /share --></head><body><div id=\"app\" data-catalog=\"c\"></div><!-- plain --><!-- /plain -->\
        <script type=\"text/plain\" id=\"module\">AA</script></body></html>";

    fn catalog(title: &str, n: usize) -> (Catalog, Vec<u8>) {
        let head = Head { title: title.to_owned(), ..Head::default() };
        let of =
            |at: usize| Resource { id: at.to_string(), title: format!("No. {at} </script>"), ..Resource::default() };
        let catalog = Catalog { head, resources: (0..n).map(of).collect() };
        let bytes = serde_json::to_vec(&catalog).unwrap_or_default();
        (catalog, bytes)
    }

    #[test]
    fn a_page_is_the_same_whichever_catalog_was_in_it_before() -> Result<(), Missing> {
        let ((a, of_a), (b, of_b)) = (catalog("A", 2), catalog("B </title>", 5));
        let fresh = with_catalog(PAGE, &b, &of_b, None)?;
        assert!(fresh.contains("<title>B &lt;/title&gt;</title>") && fresh.contains("No. 4"), "{fresh}");
        for index in [None, Some(b"index".as_slice())] {
            let other = with_catalog(PAGE, &a, &of_a, index)?;
            assert_ne!(other, fresh);
            assert_eq!(with_catalog(&other, &b, &of_b, None)?, fresh);
        }
        Ok(())
    }

    #[test]
    fn a_large_catalog_is_compressed_and_replaced_like_a_small_one() -> Result<(), Missing> {
        let ((a, of_a), (b, of_b)) = (catalog("A", 40_000), catalog("B", 1));
        let large = with_catalog(PAGE, &a, &of_a, None)?;
        assert!(with_catalog_in_memory(PAGE, &a)? == large, "it depends on how the catalog is written");
        assert_eq!(with_catalog_in_memory(PAGE, &b)?, with_catalog(PAGE, &b, &of_b, None)?);
        assert!(large.contains("<script type=\"text/plain\" id=\"catalog\">H4sI"));
        assert_eq!(with_catalog(&large, &b, &of_b, None)?, with_catalog(PAGE, &b, &of_b, None)?);
        Ok(())
    }

    #[test]
    fn the_importer_is_added_once_and_allowed_by_its_hash() -> Result<(), Missing> {
        let own = Own { script: "let a = '</script>';", module: b"module", style: "p{}" };
        let page = add_own(PAGE, own)?;
        assert!(!has_own(PAGE) && has_own(&page));
        assert!(page.contains(&format!("script-src {} 'a'", hash("let a = '<\\/script>';"))), "{page}");
        assert!(page.contains(&format!("style-src {} 'b'", hash("p{}"))), "{page}");
        assert_eq!(add_own(&page, own)?, page);
        assert_eq!(leave_own(&page)?, PAGE);
        assert_eq!(leave_own(PAGE)?, PAGE);
        // Another catalog leaves it where it is, and it comes to the same place behind a catalog.
        let ((a, of_a), (b, of_b)) = (catalog("A", 1), catalog("B", 2));
        let first = with_catalog(&add_own(PAGE, own)?, &a, &of_a, None)?;
        assert_eq!(add_own(&with_catalog(PAGE, &a, &of_a, None)?, own)?, first);
        assert_eq!(with_catalog(&first, &b, &of_b, None)?, with_catalog(&page, &b, &of_b, None)?);
        Ok(())
    }

    #[test]
    fn a_page_of_another_version_is_refused() {
        let (a, bytes) = catalog("A", 1);
        assert!(with_catalog("<html>", &a, &bytes, None).is_err());
        assert!(add_own("<html>", Own { script: "", module: b"", style: "" }).is_err());
    }
}
