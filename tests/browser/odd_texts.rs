//! Scenarios: texts of any length, direction and language are shown as they are, and reach no further than their place.

use serde_json::{Value, json};

use crate::Scenario;
use crate::harness::browsers::Browser;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::site::Site;
use crate::harness::window::NARROWEST;

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("a publisher that is a long address leaves the page as wide as the phone", a_long_publisher_fits),
    ("texts without a blank, of stacked marks and wide signs fit the narrowest phone", any_text_fits),
    ("on the narrowest phone a chosen theme scrolls nothing sideways, and its chip is one line", a_chip_is_one_line),
    ("each text of a record has its own direction", each_text_has_its_own_direction),
    ("labels keep their accents and capitals", labels_keep_their_accents),
    ("a translated page is renewed", a_translated_page_is_renewed),
    ("no id stands twice", no_id_stands_twice),
    ("a resource called Enter is compared when it is chosen", a_resource_called_enter),
];

const VIEWS: [&str; 9] = [
    "#/?view=list",
    "#/?view=table&show=author&show=publisher&show=place&show=keyword",
    "#/?view=cloud",
    "#/?view=cloud&cloud=publisher",
    "#/?view=map",
    "#/?view=time&stack=type",
    "#/?view=together",
    "#/?view=sets&a=type%3Dt0&b=type%3Dt1",
    "#/?about=h0",
];

/// A catalog with a text in every place that a text of a catalog can have, in each of its resources.
fn full_of(texts: &[&str], language: &str) -> Value {
    let terms = |kind: &str| {
        let term =
            |(at, text): (usize, &&str)| json!({ "id": format!("{kind}{at}"), "label": text, "definition": text });
        texts.iter().chain(texts).enumerate().map(term).collect::<Vec<_>>()
    };
    let resource = |at: usize| {
        let text = texts[at % texts.len()];
        json!({
            "id": format!("r{at}"), "title": text, "summary": format!("{text} {text}"), "language": [language],
            "authors": [text], "publishers": [text, "Plain"], "places": [text], "keywords": [text, "plain"],
            "type": format!("t{at}"), "themes": [format!("h{at}"), "h0"], "audiences": [format!("a{at}")],
            "published": format!("20{:02}", 10 + at), "sources": [text], "extra": { "own": text },
            "url": "https://example.org/",
        })
    };
    json!({
        "title": texts[0], "description": texts[0], "language": "en",
        "vocabulary": { "types": terms("t"), "themes": terms("h"), "audiences": terms("a") },
        "fields": [{ "id": "own", "label": texts[0], "kind": "terms", "filter": true, "compare": true }],
        "resources": (0..texts.len() * 2).map(resource).collect::<Vec<_>>(),
    })
}

const TOO_WIDE: &str = "[...document.querySelectorAll('body *')]
    .filter(element => innerWidth < element.getBoundingClientRect().right && !element.closest('.scroll'))
    .map(element => element.tagName + '.' + element.className + '#' + element.id).slice(0, 8).join(', ')";

/// The texts that the window or a box that clips cuts off at a side: they leave the page no wider than it is. A box that scrolls, or
/// ends its text with an ellipsis, shows what there is room for. U+FDFD is one sign that may be wider than a phone.
const CUT_OFF: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    const range = document.createRange();
    while (walker.nextNode()) {
        const node = walker.currentNode, parent = node.parentElement;
        if (!node.data.trim() || node.data.includes('\u{fdfd}') || !parent.checkVisibility()) continue;
        range.selectNodeContents(node);
        let { left, right } = range.getBoundingClientRect();
        if (right <= left) continue;
        let isCut = false;
        for (let box = parent; box; box = box.parentElement) {
            const overflow = getComputedStyle(box).overflowX, edge = box.getBoundingClientRect();
            if (overflow === 'visible') continue;
            if (overflow === 'clip') isCut ||= left < edge.left - 1 || edge.right + 1 < right;
            [left, right] = [Math.max(left, edge.left), Math.min(right, edge.right)];
        }
        if (isCut || left < -1 || innerWidth + 1 < right)
            found.push(`${parent.tagName}.${parent.className}#${parent.id}: ${node.data.slice(0, 20)}`);
    }
    return found.slice(0, 8);";

/// The page is as wide as the window was made, and cuts off no text; `MiniBrowser` has its own least width, and Chromium shows a
/// wider page smaller.
#[track_caller]
fn fits(page: &Page<'_>, width: u32, what: &str) {
    let width = if page.session.browser == Browser::WebKit { page.number("innerWidth") } else { f64::from(width) };
    let is_wide = || page.number("document.documentElement.scrollWidth");
    let wide = until(what, is_wide, |wide| *wide > 0.0);
    assert!(wide <= width, "{what}: {wide} px, not {width}, because of {}", page.text_of(TOO_WIDE));
    assert_eq!(page.session.run(CUT_OFF, &[]), json!([]), "{what}: texts are cut off");
}

fn a_long_publisher_fits(page: &Page<'_>) {
    let publisher = "https://www.globalinnovation.fund/international-development-funding";
    let site = Site::packed(&full_of(&[publisher, "Plain"], "en"));
    let page = Page { session: page.session, site: &site };
    page.session.be_wide(NARROWEST);
    for view in ["", "#/?open=r0", "#/?theme=h0", "#/?view=compare&compare=r0&compare=r1"] {
        page.open(view);
        fits(&page, NARROWEST, view);
    }
}

fn any_text_fits(page: &Page<'_>) {
    let (letters, marks) = ("m".repeat(1000), format!("Z{}", "\u{35b}\u{323}\u{489}".repeat(300)));
    let (wide, ideographs) = ("\u{fdfd}".repeat(40), "\u{9f98}".repeat(1000));
    let site = Site::packed(&full_of(&[&letters, &marks, &wide, &ideographs], "en"));
    let page = Page { session: page.session, site: &site };
    page.session.be_wide(NARROWEST);
    let records = (0..4).map(|at| format!("#/?open=r{at}"));
    let chosen = (0..4).map(|at| format!("#/?theme=h{at}&-type=t{}", at + 1));
    let compared = "#/?view=compare&compare=r0&compare=r1&compare=r2&compare=r3".to_owned();
    for view in VIEWS.map(str::to_owned).into_iter().chain(records).chain(chosen).chain([compared]) {
        page.open(&view);
        fits(&page, NARROWEST, &view);
    }
    page.open("#/?view=list");
    page.search("mmm");
    becomes("suggestions", true, || page.session.shows("#suggestions [role=option]"));
    fits(&page, NARROWEST, "suggestions");
    page.session.press("\u{e00c}");
    becomes("no suggestions", false, || page.session.shows("#suggestions [role=option]"));
    page.session.click("#open-filters");
    becomes("the filters show", true, || page.session.shows("#facets [data-facet='type']"));
    fits(&page, NARROWEST, "the filters");
}

fn a_chip_is_one_line(page: &Page<'_>) {
    for width in [NARROWEST, 390] {
        page.session.be_wide(width);
        // More than there is room for, so that none is made narrower than its text.
        page.open("#/?theme=assessment&-type=video&-type=report&-type=article&-type=podcast&q=learning");
        until("chips", || page.n_shown("#chips .pill"), |n| 5 <= *n);
        fits(page, width, "a chosen theme");
        let highest =
            page.number("Math.max(...[...document.querySelectorAll('#chips li')].map(chip => chip.clientHeight))");
        assert!(highest < 60.0, "a chip is {highest} px high");
        // Short names stand whole.
        let is_cut =
            "[...document.querySelectorAll('#chips .chip-name')].some(name => name.clientWidth < name.scrollWidth)";
        assert!(!page.is(is_cut), "the name of a chip is cut off");
    }
}

const HEBREW: &str = "שלום (Hello)!";

/// The texts of records that stand neither in an element of their own direction nor between signs that isolate them.
const NOT_ISOLATED: &str = "
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), found = [];
    while (walker.nextNode()) {
        const node = walker.currentNode, parent = node.parentElement;
        if (!node.data.includes('ש') || parent.closest('script, style, option, textarea, #plain')) continue;
        if (parent.closest('[dir=auto], bdi') || /^[^ש]*\\u2068/.test(node.data)) continue;
        found.push(`${parent.tagName}.${parent.className}#${parent.id}: ${node.data}`);
    }
    return found;";

fn each_text_has_its_own_direction(page: &Page<'_>) {
    let site = Site::packed(&full_of(&[HEBREW, "שלום"], "he"));
    let page = Page { session: page.session, site: &site };
    let others =
        ["#/?open=r0", "#/?view=compare&compare=r0&compare=r1", "#/?theme=h0&-type=t1", "#/?theme=h0&type=t1&place=x"];
    let mut found = Vec::new();
    for view in VIEWS.into_iter().chain(others) {
        page.open(view);
        until("a text", || page.text_of("document.querySelector('main').textContent"), |text| text.contains('ש'));
        let here = page.session.run(NOT_ISOLATED, &[]);
        found.extend(here.as_array().into_iter().flatten().map(|one| format!("{view}: {one}")));
    }
    assert!(found.is_empty(), "{found:#?}");
    page.open("#/?open=r0");
    let title = "document.querySelector('#record-title')";
    assert_eq!(page.text_of(&format!("getComputedStyle({title}).direction")), "rtl");
    assert_eq!(page.text_of(&format!("{title}.lang")), "he");
}

fn labels_keep_their_accents(page: &Page<'_>) {
    let mut catalog = full_of(&["Étude de cas"], "fr");
    catalog["vocabulary"]["types"] = json!([{ "id": "guide", "label": "Étude de cas" }]);
    catalog["resources"][0]["type"] = json!("guide");
    catalog["fields"] = json!([{ "id": "own", "label": "Año", "kind": "terms", "filter": true }]);
    let site = Site::packed(&catalog);
    let page = Page { session: page.session, site: &site };
    page.open("#/?about=h0");
    let reasons = until("reasons", || page.texts("#theme .start .quiet").concat(), |text| !text.is_empty());
    assert!(reasons.starts_with("Étude de cas"), "{reasons}");
    let value = "%C3%89tude+de+cas";
    page.open(&format!("#/?-own={value}"));
    until(
        "the chip",
        || page.attributes("#chips .chip", "aria-label").concat(),
        |text| text.contains("Not Año: Étude de cas"),
    );
    page.open("#/?own=nothing");
    until("what is not there", || page.texts("#hints").concat(), |text| text.contains("no Año “nothing”"));
}

/// What browsers do that translate a page: a `font` in place of each text, or around it.
const TRANSLATE: &str = "
    const walker = document.createTreeWalker(document.querySelector('#app'), NodeFilter.SHOW_TEXT), texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts.filter(text => text.data.trim())) {
        const [outer, inner] = ['font', 'font'].map(name => document.createElement(name));
        outer.append(inner);
        if (arguments[0]) {
            inner.textContent = `[${text.data}]`;
            text.parentNode.replaceChild(outer, text);
        } else {
            text.parentNode.insertBefore(outer, text);
            inner.append(text);
        }
    }";

fn a_translated_page_is_renewed(page: &Page<'_>) {
    for in_place in [true, false] {
        page.open("");
        let all = page.texts("#results-title").concat();
        let title = || page.texts("#results-title").concat();
        page.session.run(TRANSLATE, &[json!(in_place)]);
        becomes("translated", if in_place { format!("[{all}]") } else { all.clone() }, title);
        let n = page.choose("type", "report");
        becomes("the count", n, || page.count());
        until("the title", title, |text| text.starts_with(&format!("{n} of ")));
        until(
            "the first result is one of them",
            || page.texts("#results .type"),
            |types| types.iter().all(|kind| kind.contains("Report")),
        );
        page.session.run(TRANSLATE, &[json!(in_place)]);
        page.session.click("#clear-all");
        becomes("the title of all", all, title);
        becomes("no chip is left", 0, || page.n_shown("#chips"));
        assert_eq!(page.n_shown("#app font:empty"), 0);
    }
}

/// The results stay behind what is open in front of them.
fn no_id_stands_twice(page: &Page<'_>) {
    const TWICE: &str = "const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
        return ids.filter((id, at) => ids.indexOf(id) !== at)";
    for view in ["list", "table"] {
        page.open(&format!("#/?view={view}&q=golden+ticket"));
        page.session.click("[id='hit-golden-ticket']");
        becomes("the record", "golden-ticket".to_owned(), || page.open_record());
        assert_eq!(page.session.run(TWICE, &[]), json!([]), "a record before the {view}");
    }
    for view in
        ["#/?about=assessment", "#/?view=cloud", "#/?view=map", "#/?view=together", "#/?view=sets&a=type%3Dreport"]
    {
        page.open(view);
        until("the page", || page.n_shown("#app h2"), |n| *n > 0);
        assert_eq!(page.session.run(TWICE, &[]), json!([]), "{view}");
    }
}

fn a_resource_called_enter(page: &Page<'_>) {
    let resource = |id: &str| json!({ "id": id, "title": format!("The one called {id}") });
    let resources: Vec<Value> = ["first", "second", "Enter", "Escape"].into_iter().map(resource).collect();
    let site = Site::packed(&json!({ "title": "T", "resources": resources }));
    let page = Page { session: page.session, site: &site };
    page.open("#/?view=compare&compare=first");
    page.session.write("#add-title", "called");
    becomes("offers", 3, || page.n_shown(".offered button"));
    for (n, id) in [(2, "Enter"), (3, "Escape")] {
        page.session.empty("#add-title");
        page.session.write("#add-title", id);
        becomes("one offer", 1, || page.n_shown(".offered button"));
        page.session.click(".offered button");
        becomes("compared", n, || page.n_shown("#comparison thead th"));
        assert!(page.fragment().contains(&format!("compare={id}")), "{}", page.fragment());
    }
}
