//! A list as a small web page of its own: it opens by double click, reads well, prints well, and another shelf takes it in.

use std::fmt::Write as _;

use super::file::write_list;
use super::lists::{Item, ReadingList};
use crate::catalog::{PartialDate, Resource};
use crate::export::citation::{Citation, Style, reference_list};
use crate::export::{Context, DocumentHead, close_document, escape_html as html, open_document};

/// An item with its resource, where the catalog has it.
#[derive(Debug, Clone)]
pub struct Entry {
    /// What is kept.
    pub item: Item,
    /// The resource.
    pub resource: Option<Resource>,
}

/// The page of a list for somebody: each resource as APA cites it, with its summary and the note.
pub fn page<'a>(
    above: DocumentHead<'_>,
    for_whom: &str,
    entries: &[Entry],
    context: impl Into<Context<'a>>,
    accessed: Option<PartialDate>,
) -> String {
    let context = context.into();
    let head = context.head;
    let mut out = String::new();
    open_document(above, context, "", &mut out);
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
        for_whom: for_whom.to_owned(),
        items: entries.iter().map(|entry| entry.item.clone()).collect(),
        ..ReadingList::default()
    };
    // No text ends the script that it stands in.
    let data = write_list(&list, &head.title).replace('<', "\\u003c");
    let _ = writeln!(out, "<script type=\"application/json\">{data}</script>");
    close_document(&mut out);
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
    use super::{DocumentHead, Entry, page};
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
            DocumentHead { name: "Board & co", about: "2 resources", link: Some(("javascript:alert(1)", "Open")) },
            "The </script> board",
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
        assert_eq!((list.name.as_str(), list.for_whom.as_str()), ("Board & co", "The </script> board"));
        assert_eq!(list.items, [item("a", "Read <first>"), item("gone", "")]);
    }
}
