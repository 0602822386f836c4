//! RIS, as reference managers read it: two letters, two blanks, a hyphen, a blank, the value, CR LF.
//!
//! Every value is one line, so that no text of a record begins a line and with it a tag. Who published a work that no person signs
//! is its author, and not named as publisher again (APA 7 sections 9.11 and 9.29).

use super::csl_json::others;
use crate::catalog::{PartialDate, Resource, href};
use crate::export::citation::{Contributors, Work};
use crate::export::context::Context;
use crate::export::escape::line;
use crate::export::identifier::doi;
use crate::export::item::{FormatWriter, Item};
use crate::export::labels::{language, subjects, type_label};

/// Writes RIS.
#[derive(Debug)]
pub(in crate::export) struct Ris;

impl FormatWriter for Ris {
    fn push(&mut self, item: &Item<'_>, out: &mut String) {
        record(item.resource, item.context, out);
    }
}

fn record(resource: &Resource, context: Context<'_>, out: &mut String) {
    let head = context.head;
    let mut tag = |tag: &str, value: &str| {
        let value = line(value);
        if !value.is_empty() {
            for part in [tag, "  - ", &value, "\r\n"] {
                out.push_str(part);
            }
        }
    };
    let work = Work::of(resource, context, None);
    tag("TY", work.kind.ris);
    tag("ID", &resource.id);
    tag("TI", &resource.title);
    let Contributors { authors, editors, translators } = work.stated_contributors();
    // A4 is a translator to reference managers.
    for (role, names) in [("AU", &authors), ("ED", &editors), ("A4", &translators)] {
        names.list.iter().for_each(|name| tag(role, &name.split_by_commas()));
    }
    tag("N1", &others(&[("author", authors), ("editor", editors), ("translator", translators)]));
    tag("T2", work.container.unwrap_or_default());
    tag("PB", &work.stated_publishers().join("; "));
    if let Some(date) = resource.published {
        tag("PY", &date.year().to_string());
        tag("DA", &slashes(date));
    }
    tag("M3", type_label(resource, head));
    // Readers part several addresses of one tag at a semicolon.
    tag("UR", &resource.url.as_deref().and_then(href).unwrap_or_default().replace(';', "%3B"));
    tag("DO", &doi(resource).unwrap_or_default());
    tag("AB", resource.summary.as_deref().unwrap_or_default());
    for keyword in &subjects(resource, context) {
        tag("KW", keyword);
    }
    tag("LA", language(resource, head).unwrap_or_default());
    tag("N1", &resource.pages.map(|pages| format!("{pages} pages")).unwrap_or_default());
    out.push_str("ER  - \r\n\r\n");
}

/// `YYYY/MM/DD/`, parts left empty where they are not stated.
fn slashes(date: PartialDate) -> String {
    let two = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
    format!("{}/{}/{}/", date.year(), two(date.month()), two(date.day()))
}
