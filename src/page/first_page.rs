//! The first page of every form: what stands before the app does, in its place and its look, and stays where it can't run.
//!
//! All texts of a catalog are escaped: none of them ever becomes markup. the rules of `#plain` stand in `style/parts.css`.

use std::fmt::Write as _;

use super::texts;
use crate::catalog::{Catalog, Head, Record, Resource, Term, href};
use crate::explore::{Builder, Engine, PAGE_SIZE, numbers_of};
use crate::export::escape_html as escape;
use crate::i18n;

/// How many resources the list holds at most.
const MOST: usize = crate::limits::PLAIN_LIST;

/// How many themes a card names, as in the app.
const MOST_THEMES: usize = 3;

/// Places of the same size for what only the app has: what is above the results.
const TOOLS: &str = "<i class=\"place tools-place\"></i></div>\n";

/// The mark before the name, as in the app.
const BRAND: &str = "<svg class=\"brand\" viewBox=\"0 0 32 32\" aria-hidden=\"true\"><rect width=\"32\" height=\"32\" rx=\"7\"/>\
    <path d=\"M8 21l5-5 4 3 7-9\"/></svg>";

/// The logo of the catalog, else the mark.
fn brand(head: &Head) -> String {
    head.logo()
        .map_or_else(|| BRAND.to_owned(), |logo| format!("<img class=\"brand\" src=\"{}\" alt=\"\">", escape(logo)))
}

/// The first page as HTML: the catalog's name and description, and all titles with their links, in the order of the app.
pub(super) fn html(catalog: &Catalog, title: &str) -> String {
    let language = escape(catalog.head.language.as_deref().unwrap_or(i18n::language()));
    let engine = engine_of(catalog);
    let mut html = format!(
        "\n<div id=\"plain\" lang=\"{language}\"{}>\n<header class=\"top\">\n<div class=\"top-row\"><div class=\"name\"><h1 dir=\"auto\"><a>\
         {}<span>{}</span></a></h1></div>\n<div class=\"search search-place\"></div></div>\n</header>\n<main>\n{}<div class=\"explore\">\n",
        texts::of_first_page(),
        brand(&catalog.head),
        escape(title),
        home(catalog, &engine)
    );
    let total = catalog.resources.len();
    let _ = write!(html, "<div class=\"bar\"><h2>{}</h2>", escape(&i18n::resources(total)));
    html.push_str(TOOLS);
    html.push_str("<div class=\"split\">\n<div class=\"facets-place\"></div>\n<section class=\"found\">\n");
    // Scripts take this line away. It is no `noscript`: a script that is missing or forbidden does not run either.
    let _ = writeln!(
        html,
        "<p id=\"no-scripts\" class=\"notice\" lang=\"{}\">{}</p>",
        i18n::language(),
        escape(i18n::no_scripts())
    );
    if let Some(about) = &catalog.head.description {
        let _ = write!(html, "<p class=\"about-catalog\" dir=\"auto\">{}</p>", escape(about));
    }
    html.push_str("<ol>\n");
    list(catalog, &engine, &mut html);
    html.push_str("</ol>\n");
    if total > MOST {
        let _ = writeln!(html, "<p>{}</p>", escape(&i18n::first_of(MOST, total)));
    }
    html.push_str("</section>\n</div>\n</div>\n</main>\n</div>\n");
    html
}

/// The engine of a catalog for its numbers and its order; of the texts it searches the titles alone.
fn engine_of(catalog: &Catalog) -> Engine {
    let mut builder = Builder::searching(&[]);
    catalog.resources.iter().for_each(|resource| builder.push(&Record::from(resource)));
    builder.finish(catalog.head.clone())
}

/// The head of the first page, which stands there while the app loads at the bare address.
fn home(catalog: &Catalog, engine: &Engine) -> String {
    let numbers = numbers_of(engine);
    let promise = catalog.head.home.as_ref().and_then(|home| home.promise.as_ref());
    let promise = promise.map(|text| text.in_language(i18n::language()));
    let updated = catalog.head.updated.as_deref().map(i18n::updated).unwrap_or_default();
    format!(
        "<div class=\"explore whole first-home\"><div class=\"split\"><section class=\"found\"><div class=\"home\"><section class=\"promise\">\
         <h2 dir=\"auto\">{}</h2>{}<p class=\"quiet\">{} {}</p></section></div></section></div></div>\n",
        escape(&i18n::promise(promise, &numbers)),
        catalog
            .head
            .description
            .as_deref()
            .map_or_else(String::new, |text| format!("<p class=\"lead\" dir=\"auto\">{}</p>", escape(text))),
        escape(&i18n::in_numbers(&numbers)),
        escape(&updated)
    )
}

/// The first results as cards, the others as titles alone.
fn list(catalog: &Catalog, engine: &Engine, html: &mut String) {
    for (at, idx) in engine.newest().iter().enumerate().take(MOST) {
        let Some(resource) = catalog.resources.get(*idx as usize) else { continue };
        html.push_str("<li>");
        if at < PAGE_SIZE {
            card(catalog, resource, html);
        } else {
            link(resource, html);
        }
        html.push_str("</li>\n");
    }
}

/// A resource as the app's cards show it, as far as that needs no app.
fn card(catalog: &Catalog, resource: &Resource, html: &mut String) {
    let vocabulary = &catalog.head.vocabulary;
    let kind = resource.r#type.as_deref().map_or("", |id| label(&vocabulary.types, id));
    html.push_str("<article class=\"card\"><header><p class=\"kind\">");
    let _ = write!(html, "<span class=\"type\" dir=\"auto\">{}</span></p></header>", escape(kind));
    html.push_str("<div class=\"body\"><h3 dir=\"auto\">");
    link(resource, html);
    html.push_str("</h3>");
    if let Some(summary) = &resource.summary {
        let _ = write!(html, "<p class=\"summary\" dir=\"auto\">{}</p>", escape(summary));
    }
    html.push_str("</div><footer>");
    if !resource.publishers.is_empty() {
        let names = resource.publishers.iter().map(|name| format!("<bdi>{}</bdi>", escape(name)));
        let _ = write!(html, "<p class=\"byline\">{}</p>", names.collect::<Vec<_>>().join(", "));
    }
    let themes = resource.themes.iter().take(MOST_THEMES).map(|id| escape(label(&vocabulary.themes, id)));
    let themes: Vec<String> = themes.map(|label| format!("<li dir=\"auto\">{label}</li>")).collect();
    let _ = write!(html, "<ul class=\"tags\">{}</ul></footer></article>", themes.join(" "));
}

/// What a term of the vocabulary is called.
fn label<'a>(terms: &'a [Term], id: &'a str) -> &'a str {
    terms.iter().find(|term| term.id == id).map_or(id, |term| &term.label)
}

/// The title of a resource, as a link where it has an address.
fn link(resource: &Resource, html: &mut String) {
    let title = escape(&resource.title);
    let _ = match resource.url.as_deref().and_then(href) {
        Some(link) => {
            write!(html, "<a dir=\"auto\" href=\"{}\" rel=\"noopener noreferrer\">{title}</a>", escape(&link))
        }
        None => write!(html, "<bdi>{title}</bdi>"),
    };
}

#[cfg(test)]
mod tests {
    use super::html;
    use crate::catalog::{Catalog, Resource};

    fn of(resources: Vec<Resource>) -> String {
        html(&Catalog { resources, ..Catalog::default() }, "T")
    }

    #[test]
    fn no_text_of_a_catalog_becomes_markup() {
        let evil = "<script>alert('1')</script>";
        let resource = Resource {
            id: "x".to_owned(),
            title: evil.to_owned(),
            summary: Some(evil.to_owned()),
            publishers: vec![evil.to_owned()],
            themes: vec![evil.to_owned()],
            r#type: Some(evil.to_owned()),
            url: Some("https://example.org/?a=\"><img>".to_owned()),
            ..Resource::default()
        };
        let html = of(vec![resource]);
        assert!(html.contains("&lt;script&gt;") && !html.contains("<script>") && !html.contains("<img>"), "{html}");
    }

    #[test]
    fn only_web_addresses_become_links() {
        let with = |url: &str| Resource { title: "T".to_owned(), url: Some(url.to_owned()), ..Resource::default() };
        assert_eq!(of(vec![with("javascript:1"), with("https://a.b")]).matches("href=").count(), 1);
    }

    #[test]
    fn the_list_is_in_the_order_of_the_app_and_says_how_many_there_are() {
        let with = |at: usize, date: Option<&str>| Resource {
            id: at.to_string(),
            title: format!("Number {at}."),
            published: date.map(|date| date.parse().unwrap_or_else(|e| panic!("{date}: {e:?}"))),
            ..Resource::default()
        };
        let html = of(vec![with(0, None), with(1, Some("2016")), with(2, Some("2019-05"))]);
        let places: Vec<_> = [2, 1, 0].map(|at| html.find(&format!("Number {at}."))).to_vec();
        assert!(places.is_sorted() && places[0].is_some(), "{html}");
        assert!(html.contains("<h2>3 resources</h2>"), "{html}");
        assert!(of(vec![with(0, None)]).contains("<h2>1 resource</h2>"));
    }
}
