//! RIS, as reference managers read it: two letters, two blanks, a hyphen, a blank, the value, CR LF.
//!
//! Every value is one line, so that no text of a record begins a line and with it a tag. A name is parted at its commas into last name, first name and
//! suffix (RIS Format Specifications, “Authors”), and Zotero drops what stands behind a second comma: a body's name has a dash for each. Who published a work that no person signs
//! is its author, and not named as publisher again (APA 7 sections 9.11 and 9.29).

use super::csl_json::others;
use crate::catalog::{DateStatement, Resource, Span, Unpublished, href};
use crate::export::citation::{Contributors, Work, years};
use crate::export::context::Context;
use crate::export::escape::line;
use crate::export::identifier::doi;
use crate::export::item::{FormatWriter, Item};
use crate::export::kind::Class;
use crate::export::labels::{language, subjects, type_label};
use crate::export::pages::{in_full, joined_pages, page_ranges};
use crate::text::{without_entities, without_tags};

/// Writes RIS.
#[derive(Debug)]
pub(in crate::export) struct Ris;

impl FormatWriter for Ris {
    fn push(&mut self, item: &Item<'_>, out: &mut String) {
        record(item.resource, item.context, item.note, out);
    }
}

fn record(resource: &Resource, context: Context<'_>, note: &str, out: &mut String) {
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
    tag("TI", work.cut_stated(&work.title_end, &without_tags(&without_entities(&resource.title))));
    tag("ET", work.stated_edition());
    let Contributors { authors, editors, translators, guests, .. } = work.stated_contributors();
    // A4 is a translator to reference managers.
    for (role, names) in [("AU", &authors), ("ED", &editors), ("A4", &translators)] {
        names.list.iter().for_each(|name| tag(role, &name.split_by_commas()));
    }
    guests.list.iter().for_each(|name| tag("N1", &format!("Guest: {}", name.natural())));
    tag("N1", &others(&[("author", authors), ("editor", editors), ("translator", translators)]));
    // T2 of a book is the series that it appeared in.
    let series = work.series.as_ref().map(|series| series.name);
    tag("T2", work.container.or(series).or(resource.container.as_deref()).unwrap_or_default());
    // SN of a report is its number.
    let [numbered, number] = work.stated_number();
    tag(if work.kind.ris == "RPRT" { "SN" } else { "IS" }, &number);
    let [_, issue, pages] = work.locators();
    tag("VL", &work.stated_volume());
    tag("IS", &issue);
    if let [(first, last)] = &page_ranges(&pages)[..] {
        tag("SP", first);
        tag("EP", last);
    } else {
        tag("SP", &joined_pages(&pages, "-", in_full));
    }
    tag("PB", &work.stated_publishers().join("; "));
    let [year, day] = dates(work.date);
    tag("PY", &year);
    tag("DA", &day);
    // M3 of a thesis is its degree; of a number it says what is numbered, which styles print before it.
    let is_described = matches!(work.kind.class, Class::Thesis(..)) || !work.title_end.description().is_empty();
    let called = if is_described { work.description() } else { type_label(resource, context) };
    tag("M3", if numbered.is_empty() { called } else { &numbered });
    // Readers part several addresses of one tag at a semicolon.
    tag("UR", &resource.url.as_deref().and_then(href).unwrap_or_default().replace(';', "%3B"));
    tag("DO", &doi(resource).unwrap_or_default());
    tag("AB", resource.summary.as_deref().unwrap_or_default());
    for keyword in &subjects(resource, context) {
        tag("KW", keyword);
    }
    tag("LA", language(resource, head).unwrap_or_default());
    tag("N1", &resource.pages.map(|pages| format!("{pages} pages")).unwrap_or_default());
    tag("N1", note);
    out.push_str("ER  - \r\n\r\n");
}

/// The year, and `YYYY/MM/DD/` with other information behind it; parts left empty where they are not stated (RIS Format Specifications, “Dates”).
/// The other information is a season, `ca.`, first and last of a range, a decade, or of what is yet to appear its words.
fn dates(date: DateStatement) -> [String; 2] {
    let none = String::new;
    match (date.status.map(Unpublished::words), date.date) {
        (Some(words), _) => [format!("///{words}"), none()],
        (None, None) => [none(), none()],
        (None, Some(start)) => {
            let two = |part: Option<u8>| part.map(|part| format!("{part:02}")).unwrap_or_default();
            let about = if date.is_uncertain() { "ca." } else { "" };
            let span = match (date.seasons(str::to_owned), date.end) {
                (Some(seasons), Some(end)) => format!("{seasons} {}-{}", start.year(), end.year()),
                (Some(seasons), None) => seasons,
                (None, Some(_)) if date.span != Span::Stated => years(date, false),
                (None, Some(end)) => format!("{start} - {end}"),
                (None, None) if date.span == Span::Open => format!("{start} -"),
                (None, None) => none(),
            };
            let gap = if about.is_empty() || span.is_empty() { "" } else { " " };
            let day = format!("{}/{}/{}/{about}{gap}{span}", start.year(), two(start.month()), two(start.day()));
            [start.year().to_string(), day]
        }
    }
}
