//! JSON-LD in the words of schema.org, for search engines and other readers of learning resources (LRMI).
//!
//! Who published a work that no person signs is its author, as in all formats, and its publisher too: a reader of data wants both.
//! Every resource is a `LearningResource` besides its primary type, as schema.org asks. Its themes are terms of one set, the
//! catalog's themes. Several resources are an `ItemList`.

use crate::catalog::{Head, List, Resource, Term, Unpublished, doi_address, href};
use crate::export::citation::{Contributors, Name, Names, Work, extended_date};
use crate::export::context::Context;
use crate::export::identifier::doi;
use crate::export::item::{FormatWriter, Heading, Item, separate};
use crate::export::kind::Class;
use crate::export::labels::{label, labels, language, type_label};
use crate::export::object::Object;
use crate::export::periodical::{Periodical, periodical_of};

/// The address of the set of themes, within the document.
const THEME_SET: &str = "#themes";

/// One resource as a document of its own.
pub fn record<'a>(resource: &Resource, context: impl Into<Context<'a>>) -> String {
    let context = context.into();
    let mut out = String::from("{\"@context\":\"https://schema.org\",\"@graph\":[");
    let terms: Vec<&Term> = resource.themes.iter().filter_map(|id| context.term(List::Themes, id)).collect();
    themes(context.head, &terms, &mut out);
    out.push(',');
    put(&mut Object::new(&mut out), resource, context);
    out.push_str("}]}\n");
    out
}

/// Writes JSON-LD.
#[derive(Debug)]
pub(in crate::export) struct JsonLd;

impl FormatWriter for JsonLd {
    fn open(&mut self, heading: &Heading<'_>, out: &mut String) {
        open(heading.head, out);
    }

    fn push(&mut self, item: &Item<'_>, out: &mut String) {
        separate(item, out);
        put_item(item, out);
    }

    fn finish(&mut self, out: &mut String) {
        out.push_str("\n]}]}\n");
    }
}

fn open(head: &Head, out: &mut String) {
    out.push_str("{\"@context\":\"https://schema.org\",\"@graph\":[");
    themes(head, &head.vocabulary.themes.iter().collect::<Vec<&Term>>(), out);
    out.push_str(",\n{");
    out.push_str("\"@type\":\"ItemList\"");
    for (key, text) in [(",\"name\":", Some(&head.title)), (",\"description\":", head.description.as_ref())] {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            out.push_str(key);
            crate::export::escape::json(out, text);
        }
    }
    out.push_str(",\"itemListElement\":[");
}

fn put_item(item: &Item<'_>, out: &mut String) {
    let mut entry = Object::new(out);
    entry.text("@type", "ListItem");
    entry.raw("position", &item.n.to_string());
    entry.object("item", &mut |object| put(object, item.resource, item.context));
    entry.end();
}

/// The set of themes, with some of its terms.
fn themes(head: &Head, terms: &[&Term], out: &mut String) {
    let mut set = Object::new(out);
    set.text("@type", "DefinedTermSet");
    set.text("@id", THEME_SET);
    set.text("name", if head.title.is_empty() { "Themes" } else { &head.title });
    set.list("hasDefinedTerm", terms.len(), &mut |list, at| {
        let term = terms[at];
        list.object("", &mut |object| {
            object.text("@type", "DefinedTerm");
            object.text("@id", &term_address(&term.id));
            object.text("termCode", &term.id);
            object.text("name", &term.label);
            object.some("description", term.definition.as_deref());
        });
    });
    set.end();
}

fn term_address(id: &str) -> String {
    let mut address = String::from("#theme-");
    crate::text::push_encoded(&mut address, id);
    address
}

/// The members of a resource.
fn put(item: &mut Object<'_>, resource: &Resource, context: Context<'_>) {
    let work = Work::of(resource, context, None);
    let head = context.head;
    let made_by = work.stated_contributors();
    let Contributors { authors, editors, translators, illustrators, guests, .. } = &made_by;
    item.texts("@type", &[work.kind.schema.to_owned(), "LearningResource".to_owned()]);
    item.text("identifier", &resource.id);
    item.text("name", &resource.title);
    item.some("description", resource.summary.as_deref());
    item.text("url", &resource.url.as_deref().and_then(href).unwrap_or_default());
    item.text("sameAs", &doi(resource).map(|doi| doi_address(&doi)).unwrap_or_default());
    let roles = [
        ("author", authors),
        ("editor", editors),
        ("translator", translators),
        ("illustrator", illustrators),
        ("contributor", guests),
    ];
    for (key, Names { list: names, .. }) in roles {
        item.list(key, names.len(), &mut |list, at| list.object("", &mut |object| put_name(object, &names[at])));
    }
    if [authors, editors, translators].into_iter().any(|names| names.has_others) {
        // schema.org has no word for others that are not named.
        item.text("creditText", &made_by.as_signed());
    }
    put_source(item, &work);
    item.text("datePublished", &extended_date(work.date));
    item.text("creativeWorkStatus", work.date.status.map_or("", Unpublished::words));
    item.text("learningResourceType", type_label(resource, context));
    put_terms(item, resource, context);
    item.texts("keywords", &context.keywords(resource));
    item.some("inLanguage", language(resource, head));
    put_access(item, resource, context);
    if let Some(pages) = resource.pages.filter(|_| work.kind.schema == "Book") {
        item.raw("numberOfPages", &pages.to_string());
    }
    item.text("timeRequired", &resource.minutes.map(|minutes| format!("PT{minutes}M")).unwrap_or_default());
    item.texts("citation", &resource.sources);
}

/// Who published it, and what it is part of, which is no organization: an issue of a volume of a periodical, as far as they are stated.
fn put_source(item: &mut Object<'_>, work: &Work<'_>) {
    let resource = work.resource();
    let periodical = periodical_of(resource);
    let is_periodical = |name: &String| periodical.is_some_and(|(periodical, _)| periodical == name);
    let show = work.container.filter(|_| matches!(work.kind.class, Class::Media(..)));
    let is_whole = |name: &String| is_periodical(name) || show == Some(name.as_str());
    let bodies: Vec<&String> = resource.publishers.iter().filter(|name| !is_whole(name)).collect();
    item.list("publisher", bodies.len(), &mut |list, at| {
        list.object("", &mut |object| put_name(object, &Name::Body(bodies[at].clone())));
    });
    let [volume, issue, pages] = work.locators();
    let [_, number] = work.stated_number();
    item.text("position", &number);
    item.text("bookEdition", work.title_end.edition());
    let class = match periodical {
        Some((_, Periodical::Newspaper)) => "Newspaper",
        Some(_) => "Periodical",
        None if work.kind.class == Class::Chapter => "Book",
        None if work.kind.csl == "broadcast" => "PodcastSeries",
        None => "CreativeWorkSeries",
    };
    let mut wholes =
        vec![("PublicationIssue", "issueNumber", issue.as_str()), ("PublicationVolume", "volumeNumber", &volume)];
    wholes.retain(|(.., number)| !number.is_empty());
    wholes.extend(
        periodical
            .map(|(name, _)| name)
            .or(work.series.as_ref().map(|series| series.name))
            .or(resource.container.as_deref())
            .or(show)
            .map(|name| (class, "name", name)),
    );
    put_wholes(item, if class == "PodcastSeries" { "partOfSeries" } else { "isPartOf" }, &wholes);
    item.text("pagination", &pages);
}

/// What something is part of, from the smallest, each part of the next.
fn put_wholes(item: &mut Object<'_>, part_of: &str, wholes: &[(&str, &str, &str)]) {
    if let [(class, key, value), larger @ ..] = wholes {
        item.object(part_of, &mut |object| {
            object.text("@type", class);
            object.text(key, value);
            put_wholes(object, "isPartOf", larger);
        });
    }
}

fn put_name(object: &mut Object<'_>, name: &Name) {
    object.text("@type", if name.is_body() { "Organization" } else { "Person" });
    object.text("name", &name.natural());
    if let Name::Person(person) = name {
        object.text("familyName", &person.full_family());
        object.text("givenName", &person.given);
        object.text("honorificSuffix", &person.suffix);
    }
}

/// What it is about, for whom, at which level, and where.
fn put_terms(item: &mut Object<'_>, resource: &Resource, context: Context<'_>) {
    item.list("about", resource.themes.len(), &mut |list, at| {
        let id = &resource.themes[at];
        list.object("", &mut |term| {
            term.text("@type", "DefinedTerm");
            term.text("@id", &term_address(id));
            term.text("termCode", id);
            term.text("name", label(context, List::Themes, id));
            term.object("inDefinedTermSet", &mut |set| set.text("@id", THEME_SET));
        });
    });
    item.list("audience", resource.audiences.len(), &mut |list, at| {
        list.object("", &mut |audience| {
            audience.text("@type", "EducationalAudience");
            audience.text("educationalRole", label(context, List::Audiences, &resource.audiences[at]));
        });
    });
    item.texts("educationalLevel", &labels(context, List::Levels, &resource.levels));
    item.list("spatialCoverage", resource.places.len(), &mut |list, at| {
        list.object("", &mut |place| {
            place.text("@type", "Place");
            place.text("name", &resource.places[at]);
        });
    });
}

/// Whether it is free, where the kind of access says so by the ids of the vocabulary that ships.
fn put_access(item: &mut Object<'_>, resource: &Resource, context: Context<'_>) {
    match resource.access.as_deref() {
        None | Some("unknown") => {}
        Some(id) => {
            match id {
                "free" | "registration" => item.raw("isAccessibleForFree", "true"),
                "paid" => item.raw("isAccessibleForFree", "false"),
                _ => {}
            }
            item.text("conditionsOfAccess", label(context, List::Access, id));
        }
    }
}
