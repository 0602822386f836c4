//! The folder of a web host: the page, its parts beside it, and a catalog that it fetches.

use super::html;
use super::places::Missing;
use crate::catalog::Catalog;

/// The page of the folder.
pub const PAGE_FILE: &str = "index.html";
/// The catalog, beside the page.
pub const CATALOG_FILE: &str = "catalog.json";
/// The page with everything inside, for sealed frames, from which it may fetch nothing.
pub const SINGLE_FILE: &str = "competency-explorer.html";

/// The page of a folder with the name, the metadata and the plain list of another catalog, which stands beside it without a saved index.
pub fn with_catalog_beside(html: &str, catalog: &Catalog) -> Result<String, Missing> {
    let html = html::name(&html::name_index(html, None)?, catalog)?;
    html::share(&html, catalog, None)
}

#[cfg(test)]
mod tests {
    use super::with_catalog_beside;
    use crate::catalog::{Catalog, Head};
    use crate::page::Missing;

    #[test]
    fn the_page_of_a_folder_names_its_catalog_and_no_index_of_another() -> Result<(), Missing> {
        let page = "<html lang=\"en\"><head><title>T</title><!-- share --><meta><!-- /share --></head><body>\
            <div id=\"app\" data-index=\"catalog.index\" data-catalog=\"catalog.json\"></div><!-- plain --><!-- /plain --></body></html>";
        let head = Head { title: "Ours".to_owned(), ..Head::default() };
        let made = with_catalog_beside(page, &Catalog { head, resources: Vec::new() })?;
        assert!(made.contains("<title>Ours</title>") && !made.contains("catalog.index"), "{made}");
        assert!(made.contains("<div id=\"app\" data-catalog=\"catalog.json\">"), "{made}");
        Ok(())
    }
}
