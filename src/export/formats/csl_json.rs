//! CSL-JSON: a list of items as citation processors take them (CSL 1.0.2, `csl-data.json`).
//!
//! An item states what a style needs to write the entry that [`crate::export::citation`] writes: titles in sentence case, for processors
//! can raise letters but know no names to leave standing (CSL 1.0.2, “Sentence Case Conversion”); the body that published an
//! unsigned work as its author and not as its publisher again (APA 7 sections 9.11 and 9.29): CSL cannot compare two variables, and
//! would print the name twice; a medium only where manuals ask for a description (APA 7 section 9.22), for processors print it.

use crate::catalog::{DateStatement, PartialDate, Resource, Unpublished, href};
use crate::export::citation::{Contributors, Name, Names, Work};
use crate::export::context::Context;
use crate::export::escape::line;
use crate::export::identifier::doi;
use crate::export::item::{FormatWriter, Heading, Item, separate};
use crate::export::kind::Class;
use crate::export::labels::{language, subjects};
use crate::export::object::Object;
use crate::export::pages::{in_full, joined_pages};
use crate::export::stated_number::bare_edition;

/// Writes CSL-JSON.
#[derive(Debug)]
pub(in crate::export) struct CslJson;

impl FormatWriter for CslJson {
    fn open(&mut self, _: &Heading<'_>, out: &mut String) {
        out.push('[');
    }

    fn push(&mut self, item: &Item<'_>, out: &mut String) {
        separate(item, out);
        put(item.resource, item.context, item.note, out);
    }

    fn finish(&mut self, out: &mut String) {
        out.push_str("\n]\n");
    }
}

fn put(resource: &Resource, context: Context<'_>, note: &str, out: &mut String) {
    let head = context.head;
    let work = Work::of(resource, context, None);
    let mut item = Object::new(out);
    item.text("id", &resource.id);
    item.text("type", work.kind.csl);
    item.text("title", &title(&work));
    let Contributors { authors, editors, translators, illustrators, guests, .. } = work.stated_contributors();
    let roles = [("author", authors), ("editor", editors), ("translator", translators), ("illustrator", illustrators)];
    for (key, Names { list: names, .. }) in &roles {
        item.list(key, names.len(), &mut |list, at| list.object("", &mut |object| put_name(object, &names[at])));
    }
    // Processors would print who published a blog or a site beside it (Chicago 17 section 14.208: a larger publication alone).
    let is_beside = work.container.is_none()
        || work.kind.bibtex == "article"
        || resource.container.is_some()
        || matches!(work.kind.class, Class::Media(..));
    let publishers = work.stated_publishers().join("; ");
    let (publisher, beside) = if is_beside { (publishers, String::new()) } else { (String::new(), publishers) };
    let beside = if beside.is_empty() { beside } else { format!("Also published by {beside}") };
    // Styles would print the variable `guest`; a note none prints.
    let guests = guests.list.iter().map(|name| format!("Guest: {}", name.natural()));
    let notes: Vec<String> =
        guests.chain([others(&roles), beside, line(note)]).filter(|note| !note.is_empty()).collect();
    item.text("note", &notes.join("; "));
    let is_talk = matches!(work.kind.class, Class::Talk(..));
    item.text(if is_talk { "event-title" } else { "container-title" }, work.container.unwrap_or_default());
    let series = work.series.as_ref().map(|series| series.name);
    item.some("collection-title", series.or(resource.container.as_deref().filter(|_| work.container.is_none())));
    let is_book = work.kind.csl == "book";
    let [numbered, number] = work.stated_number();
    item.text(if is_book { "collection-number" } else { "number" }, &number);
    item.text("edition", bare_edition(work.stated_edition()));
    let [_, issue, pages] = work.locators();
    for (key, text) in
        [("volume", work.stated_volume()), ("issue", issue), ("page", joined_pages(&pages, "-", in_full))]
    {
        item.text(key, &text);
    }
    item.text("publisher", &publisher);
    put_date(&mut item, work.date);
    let is_genre = matches!(work.kind.class, Class::Thesis(..) | Class::Talk(..));
    let is_called = work.kind.csl == "interview" || work.kind.csl == "dataset";
    item.text("genre", if is_genre { work.description() } else { &numbered });
    // What it is called anyway says nothing more.
    let is_plain = ["data set", "dataset", "interview"].contains(&work.description().to_lowercase().as_str());
    item.text("medium", if is_genre || is_called && is_plain { "" } else { work.description() });
    if let Class::Media(..) = work.kind.class {
        item.text("dimensions", &resource.minutes.map(|minutes| format!("{minutes} min.")).unwrap_or_default());
    }
    item.text("URL", &resource.url.as_deref().and_then(href).unwrap_or_default());
    item.text("DOI", &doi(resource).unwrap_or_default());
    item.some("abstract", resource.summary.as_deref());
    item.text("keyword", &subjects(resource, context).join("; "));
    item.some("language", language(resource, head));
    if let Some(pages) = resource.pages {
        item.raw("number-of-pages", &pages.to_string());
    }
    item.end();
}

/// The title without what other variables state; of a law with its source.
fn title(work: &Work<'_>) -> String {
    if let Some(law) = &work.law {
        return law.in_full();
    }
    let title = work.sentence_with_tags();
    let end = work.end_of_sentence(&title);
    work.cut_stated(&end, &title).to_owned()
}

/// What CSL 1.0.2 and RIS have no names for: that a record says of others whom it does not name.
pub(super) fn others(roles: &[(&str, Names)]) -> String {
    let with_others: Vec<&str> = roles.iter().filter(|(_, names)| names.has_others).map(|(role, _)| *role).collect();
    if with_others.is_empty() { String::new() } else { format!("et al. ({})", with_others.join(", ")) }
}

fn put_name(object: &mut Object<'_>, name: &Name) {
    match name {
        // Processors take particles out of a family name, which a name that is one whole has not.
        Name::Person(person) if person.is_whole() && person.family.contains(' ') => {
            object.text("literal", &person.full_family());
        }
        Name::Person(person) => {
            object.text("family", &person.family);
            object.text("non-dropping-particle", &person.non_dropping);
            object.text("dropping-particle", &person.dropping);
            object.text("given", &person.given);
            object.text("suffix", &person.suffix);
            // The order in which it is signed.
            if person.is_family_first {
                object.raw("static-ordering", "true");
            }
        }
        Name::Body(body) => object.text("literal", body),
    }
}

/// The date, of a range with its end, and what is said of it (CSL 1.0.2, “Date Variables”, `csl-data.json`); of what is yet to appear its
/// status alone.
fn put_date(item: &mut Object<'_>, date: DateStatement) {
    item.text("status", date.status.map_or("", Unpublished::words));
    let parts: Vec<String> = [date.date, date.end].into_iter().flatten().map(date_parts).collect();
    if parts.is_empty() || date.status.is_some() {
        return;
    }
    item.object("issued", &mut |object| {
        object.raw("date-parts", &format!("[{}]", parts.join(",")));
        // Two seasons have no number.
        if date.season > 0 && date.season_end == 0 {
            object.raw("season", &date.season.to_string());
        }
        if date.is_uncertain() {
            object.raw("circa", "true");
        }
    });
}

/// As many parts as are stated.
fn date_parts(date: PartialDate) -> String {
    let parts = [Some(date.year()), date.month().map(u16::from), date.day().map(u16::from)];
    let parts: Vec<String> = parts.into_iter().flatten().map(|part| part.to_string()).collect();
    format!("[{}]", parts.join(","))
}
