//! A list as a small web page of its own: it opens by double click, reads well, prints well, and another shelf takes it in.

use std::fmt::Write as _;

use super::file::write_list;
use super::lists::{Item, ReadingList};
use crate::catalog::{PartialDate, Resource, href};
use crate::export::Context;
use crate::export::citation::{Citation, Style, reference_list};
use crate::export::escape_html as html;

/// The look of the page, which allows itself nothing else.
const STYLE: &str = "body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:1.0625rem/1.55 Georgia,serif;color:#1c2326;background:#fff}\
h1{font-size:1.6rem;line-height:1.25}li{margin:0 0 1.4rem;break-inside:avoid}li p{margin:.3rem 0}a{color:#12595e;overflow-wrap:anywhere}\
.note{border-left:3px solid #a4541b;padding-left:.8rem;white-space:pre-line}.quiet{color:#566066}";

/// An item with its resource, where the catalog has it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What is kept.
    pub item: Item,
    /// The resource.
    pub resource: Option<Resource>,
}

/// What stands above the entries of a page.
#[derive(Debug, Clone, Copy, Default)]
pub struct Above<'a> {
    /// The name of the list.
    pub name: &'a str,
    /// Where it is from, and of when.
    pub about: &'a str,
    /// Where it is found in the catalog, where that is on the web, and what the link is called.
    pub link: Option<(&'a str, &'a str)>,
}

/// The page of a list: each resource as APA cites it, with its summary and the note.
pub fn page<'a>(
    above: Above<'_>,
    entries: &[Entry],
    context: impl Into<Context<'a>>,
    accessed: Option<PartialDate>,
) -> String {
    let context = context.into();
    let head = context.head;
    let mut out = String::new();
    let (title, lang) = (html(above.name), html(head.language.as_deref().unwrap_or("en")));
    let _ = write!(
        out,
        "<!DOCTYPE html>\n<html lang=\"{lang}\">\n<head>\n<meta charset=\"utf-8\">\n\
        <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
        <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
        <title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n\
        <p class=\"quiet\">{}</p>\n",
        html(above.about)
    );
    if let Some((link, word)) = above.link.and_then(|(link, word)| Some((href(link)?, word))) {
        let _ = writeln!(out, "<p><a href=\"{}\">{}</a></p>", html(&link), html(word));
    }
    out.push_str("<ol>\n");
    // The letters of works of one year are those of the whole list, which stays in the reader's order.
    let resources: Vec<Resource> = entries.iter().filter_map(|entry| entry.resource.clone()).collect();
    let mut cited: Vec<Citation> = vec![Citation::default(); resources.len()];
    for (at, citation) in reference_list(Style::Apa, &resources, context, accessed) {
        cited[at] = citation;
    }
    let mut cited = cited.into_iter();
    for entry in entries {
        let citation = entry.resource.as_ref().and_then(|_| cited.next());
        put(entry, citation, &mut out);
    }
    out.push_str("</ol>\n");
    let list = ReadingList {
        name: above.name.to_owned(),
        items: entries.iter().map(|entry| entry.item.clone()).collect(),
        ..ReadingList::default()
    };
    // No text ends the script that it stands in.
    let data = write_list(&list, &head.title).replace('<', "\\u003c");
    let _ = write!(out, "<script type=\"application/json\">{data}</script>\n</body>\n</html>\n");
    out
}

fn put(entry: &Entry, citation: Option<Citation>, out: &mut String) {
    out.push_str("<li>");
    if let (Some(resource), Some(citation)) = (&entry.resource, citation) {
        let _ = write!(out, "<p>{}</p>", citation.html());
        if let Some(summary) = resource.summary.as_ref().filter(|summary| !summary.is_empty()) {
            let _ = write!(out, "<p>{}</p>", html(summary));
        }
    } else {
        let title = if entry.item.title.is_empty() { &entry.item.id } else { &entry.item.title };
        let _ = write!(out, "<p>{}</p>", html(title));
    }
    if !entry.item.note.is_empty() {
        let _ = write!(out, "<p class=\"note\">{}</p>", html(&entry.item.note));
    }
    out.push_str("</li>\n");
}

#[cfg(test)]
mod tests {
    use super::super::{Item, read};
    use super::{Above, Entry, page};
    use crate::catalog::{Head, Resource};

    #[test]
    fn a_page_is_read_as_the_list_that_it_shows() {
        let resource = Resource {
            id: "a".into(),
            title: "Seat Time </script><b>".into(),
            url: Some("https://example.org/a".into()),
            ..Resource::default()
        };
        let item = |id: &str, note: &str| Item { id: id.into(), title: "T </script>".into(), note: note.into() };
        let entries = [
            Entry { item: item("a", "Read <first>"), resource: Some(resource) },
            Entry { item: item("gone", ""), resource: None },
        ];
        let text = page(
            Above { name: "Board & co", about: "2 resources", link: Some(("javascript:alert(1)", "Open")) },
            &entries,
            &Head::default(),
            None,
        );
        assert!(text.contains("<a href=\"https://example.org/a\">https://example.org/a</a>"), "{text}");
        assert_eq!(text.matches("</script>").count(), 1);
        assert!(!text.contains("javascript:") && !text.contains("<b>"));
        let reading = read(&text);
        assert!(reading.is_whole);
        let list = &reading.shelf.lists[0];
        assert_eq!(list.name, "Board & co");
        assert_eq!(list.items, [item("a", "Read <first>"), item("gone", "")]);
    }
}
