//! Static pages beside the page: one for each resource and theme, for search engines and for browsers without scripts; a sitemap
//! (sitemaps.org, protocol 0.9) and an Atom feed of what is newest (RFC 4287).
//!
//! A page has no script and makes no request; all text of a catalog is escaped.

use std::fmt::Write as _;

use crate::catalog::{Catalog, HashMap, PartialDate, Record, Resource, Store, Term, href};
use crate::explore::newest;
use crate::export::{Context, Known, escape_html as escape, json_ld};
use crate::i18n;

/// The sitemap, and the feed.
const SITEMAP: &str = "sitemap.xml";
const FEED: &str = "feed.atom";
/// Addresses that a sitemap holds at most, and resources of the feed.
const MOST_ADDRESSES: usize = 50_000;
const MOST_ENTRIES: usize = 50;
/// The longest name of a file, in bytes, that every file system takes.
const LONGEST_NAME: usize = 200;

const STYLE: &str = "body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem}";

/// The pages of a catalog that stands at an address, each with the name of its file; then the sitemap, and the feed where a date is known.
pub(super) fn pages(catalog: &Catalog, url: &str) -> Vec<(String, String)> {
    let mut store = Store::default();
    for resource in &catalog.resources {
        store.push(&Record::from(resource));
    }
    let known = Known::new(&store);
    let context = Context::new(&catalog.head, &known);
    let mut pages = Vec::new();
    for resource in &catalog.resources {
        if let Some(name) = file_name("resource", &resource.id) {
            let data = json_ld(resource, context);
            pages.push((
                name.clone(),
                page(catalog, &resource.title, &format!("{url}{name}"), &data, &of_resource(catalog, resource, url)),
            ));
        }
    }
    let mut by_theme: HashMap<&str, Vec<&Resource>> = HashMap::default();
    for resource in &catalog.resources {
        for theme in &resource.themes {
            by_theme.entry(theme).or_default().push(resource);
        }
    }
    for theme in &catalog.head.vocabulary.themes {
        if let Some(name) = file_name("theme", &theme.id) {
            let resources = by_theme.get(theme.id.as_str()).map_or(&[][..], Vec::as_slice);
            pages.push((
                name.clone(),
                page(catalog, &theme.label, &format!("{url}{name}"), "", &of_theme(theme, resources, url)),
            ));
        }
    }
    let sitemap = sitemap(pages.iter().map(|(name, _)| name.as_str()), url);
    pages.push((SITEMAP.to_owned(), sitemap));
    pages.extend(feed(catalog, &store, url).map(|feed| (FEED.to_owned(), feed)));
    pages
}

/// The name of the file of an id: small letters, digits, hyphens and points as they are, any other byte as its number, so that two ids have
/// two names where capitals do not count too. `None` of an id that is too long.
fn file_name(kind: &str, id: &str) -> Option<String> {
    let mut name = format!("{kind}-");
    for byte in id.bytes() {
        match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' => name.push(char::from(byte)),
            byte => {
                let _ = write!(name, "_{byte:02x}");
            }
        }
    }
    name.push_str(".html");
    (name.len() <= LONGEST_NAME).then_some(name)
}

/// A page with a title, its own address, data for machines and its content.
fn page(catalog: &Catalog, title: &str, address: &str, data: &str, content: &str) -> String {
    let language = escape(catalog.head.language.as_deref().unwrap_or(i18n::language()));
    let data =
        if data.is_empty() { String::new() } else { format!("<script type=\"application/ld+json\">{data}</script>\n") };
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{} – {}</title>\n\
         <link rel=\"canonical\" href=\"{}\">\n{data}<style>{STYLE}</style>\n</head>\n<body>\n\
         <p dir=\"auto\"><a href=\"index.html\">{}</a></p>\n<main>\n<h1 dir=\"auto\">{}</h1>\n{content}</main>\n</body>\n</html>\n",
        escape(title),
        escape(&catalog.head.title),
        escape(address),
        escape(&catalog.head.title),
        escape(title)
    )
}

fn of_resource(catalog: &Catalog, resource: &Resource, url: &str) -> String {
    let mut html = String::new();
    let names = resource.author_names().into_iter().chain(resource.publishers.iter().cloned());
    let date = resource.published.iter().map(ToString::to_string);
    let byline: Vec<String> = names.chain(date).map(|part| format!("<bdi>{}</bdi>", escape(&part))).collect();
    if !byline.is_empty() {
        let _ = writeln!(html, "<p>{}</p>", byline.join(", "));
    }
    if let Some(summary) = &resource.summary {
        let _ = writeln!(html, "<p dir=\"auto\">{}</p>", escape(summary));
    }
    if let Some(link) = resource.url.as_deref().and_then(href) {
        let _ = writeln!(html, "<p><a href=\"{0}\" rel=\"noopener\">{0}</a></p>", escape(&link));
    }
    let theme = |id: &String| {
        let label = catalog.head.vocabulary.themes.iter().find(|term| term.id == *id).map_or(id, |term| &term.label);
        let label = escape(label);
        match file_name("theme", id) {
            Some(file) => format!("<li dir=\"auto\"><a href=\"{url}{file}\">{label}</a></li>", url = escape(url)),
            None => format!("<li dir=\"auto\">{label}</li>"),
        }
    };
    let known = |id: &&String| catalog.head.vocabulary.themes.iter().any(|term| term.id == **id);
    let themes: String = resource.themes.iter().filter(known).map(theme).collect();
    if !themes.is_empty() {
        let _ = writeln!(html, "<ul>{themes}</ul>");
    }
    html
}

fn of_theme(theme: &Term, resources: &[&Resource], url: &str) -> String {
    let mut html = String::new();
    if let Some(definition) = &theme.definition {
        let _ = writeln!(html, "<p dir=\"auto\">{}</p>", escape(definition));
    }
    let _ = writeln!(html, "<p>{}</p>\n<ul>", escape(&i18n::resources(resources.len())));
    for resource in resources {
        let title = escape(&resource.title);
        let _ = match file_name("resource", &resource.id) {
            Some(file) => writeln!(html, "<li dir=\"auto\"><a href=\"{}{file}\">{title}</a></li>", escape(url)),
            None => writeln!(html, "<li dir=\"auto\">{title}</li>"),
        };
    }
    html.push_str("</ul>\n");
    html
}

fn sitemap<'a>(names: impl Iterator<Item = &'a str>, url: &str) -> String {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for name in [""].into_iter().chain(names).take(MOST_ADDRESSES) {
        let _ = writeln!(xml, "<url><loc>{}{name}</loc></url>", escape(url));
    }
    xml.push_str("</urlset>\n");
    xml
}

/// A feed of the newest resources. Times are days at midnight UTC; of a month or a year its first day.
fn feed(catalog: &Catalog, store: &Store, url: &str) -> Option<String> {
    let newest: Vec<(&Resource, PartialDate)> = newest(store, catalog.head.language.as_deref())
        .into_iter()
        .filter_map(|idx| catalog.resources.get(idx as usize))
        .filter_map(|resource| Some((resource, resource.date()?)))
        .take(MOST_ENTRIES)
        .collect();
    let time = |date: PartialDate| {
        format!("{:04}-{:02}-{:02}T00:00:00Z", date.year(), date.month().unwrap_or(1), date.day().unwrap_or(1))
    };
    let updated = catalog.head.updated.as_deref().and_then(|text| text.parse().ok());
    let updated = updated.or_else(|| newest.first().map(|(_, date)| *date))?;
    let mut xml = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<id>{0}</id>\n<title>{1}</title>\n\
         <link href=\"{0}\"/>\n<link rel=\"self\" href=\"{0}{FEED}\"/>\n<author><name>{1}</name></author>\n<updated>{2}</updated>\n",
        escape(url),
        escape(&visible(&catalog.head.title)),
        time(updated)
    );
    for (resource, date) in newest {
        let Some(file) = file_name("resource", &resource.id) else { continue };
        let summary = resource.summary.as_deref().unwrap_or_default();
        let _ = writeln!(
            xml,
            "<entry><id>{0}{file}</id><title>{1}</title><link href=\"{0}{file}\"/><updated>{2}</updated><summary>{3}</summary></entry>",
            escape(url),
            escape(&visible(&resource.title)),
            time(date),
            escape(&visible(summary))
        );
    }
    xml.push_str("</feed>\n");
    Some(xml)
}

/// A text without the control characters that XML may not have (XML 1.0, section 2.2).
fn visible(text: &str) -> String {
    text.replace(|c: char| c.is_control() && !matches!(c, '\t' | '\n') || matches!(c, '\u{fffe}' | '\u{ffff}'), " ")
}

#[cfg(test)]
mod tests {
    use super::{file_name, pages};
    use crate::catalog::{Catalog, Head, Resource, Term, Vocabulary};

    #[test]
    fn an_id_has_a_file_name_of_its_own_on_every_file_system() {
        assert_eq!(file_name("resource", "seat-time.2").as_deref(), Some("resource-seat-time.2.html"));
        assert_eq!(file_name("resource", "A_b/é").as_deref(), Some("resource-_41_5fb_2f_c3_a9.html"));
        assert_eq!(file_name("resource", &"x".repeat(300)), None);
    }

    #[test]
    fn every_resource_and_theme_has_a_page_that_the_sitemap_names_and_no_text_becomes_markup() {
        let evil = "</script><b>&\u{1}";
        let resource = |id: &str, published: &str| Resource {
            id: id.to_owned(),
            title: evil.to_owned(),
            summary: Some(evil.to_owned()),
            themes: vec!["t".to_owned(), "unknown".to_owned()],
            published: published.parse().ok(),
            ..Resource::default()
        };
        let theme = Term { id: "t".to_owned(), label: evil.to_owned(), ..Term::default() };
        let vocabulary = Vocabulary { themes: vec![theme], ..Vocabulary::default() };
        let head = Head { title: evil.to_owned(), vocabulary, ..Head::default() };
        let catalog =
            Catalog { head, resources: vec![resource("a", "2014"), resource("B", "2019-05"), resource("c", "")] };
        let pages = pages(&catalog, "https://example.org/x/");
        let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(
            names,
            ["resource-a.html", "resource-_42.html", "resource-c.html", "theme-t.html", "sitemap.xml", "feed.atom"]
        );
        for (name, text) in &pages[..4] {
            assert!(!text.contains("<b>") && text.matches("</script>").count() <= 1, "{name}: {text}");
            assert!(pages[4].1.contains(&format!("<loc>https://example.org/x/{name}</loc>")), "{name}");
        }
        assert!(pages[3].1.contains("href=\"https://example.org/x/resource-_42.html\""), "{}", pages[3].1);
        let feed = &pages[5].1;
        assert!(feed.contains("<updated>2019-05-01T00:00:00Z</updated>") && !feed.contains('\u{1}'), "{feed}");
        assert!(feed.find("resource-_42") < feed.find("resource-a"), "{feed}");
        assert_eq!(feed.matches("<entry>").count(), 2);
    }
}
