//! Scenarios: a thousand records of texts that were made to break a layout. Nothing is wider than the page, and every record opens.

use competency_explorer::catalog::read;
use competency_explorer::explore::{Engine, State, View, fragment};
use serde_json::{Value, json};

use crate::Scenario;
use crate::harness::browsers::Browser;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::site::Site;

pub(crate) const SCENARIOS: &[Scenario] = &[(
    "a thousand hostile records are no wider than the page, and those of each kind open by their addresses",
    hostile_records_fit_and_open,
)];

/// How many records there are, and how many of them are opened by one script: drivers give up on one that takes half a minute.
const N: usize = 1_000;
const BATCH: usize = 50;
/// The widths of a phone that is held upright at its narrowest, of phones, tablets and desks.
const WIDTHS: [u32; 5] = [320, 390, 768, 1024, 1280];

/// What is shown, each with more of the texts in it than any other view.
const SHOWN: &[&str] = &[
    "#/",
    "#/?view=list&page=3",
    "#/?view=table&show=author&show=publisher&show=place&show=keyword&show=own",
    "#/?view=cloud&cloud=keyword",
    "#/?view=map&rows=theme&columns=publisher",
    "#/?view=time&stack=publisher",
    "#/?view=together",
    "#/?view=sets&a=type%3Dt0&b=type%3Dt1",
    "#/?about=h1",
    "#/?view=shelf",
    "#/?view=embed",
];

/// Texts without a place to break, of any script, direction and sign, and what looks like markup.
fn texts() -> Vec<String> {
    let parts: [(&str, usize); 24] = [
        ("m", 333),
        ("W", 100),
        ("\u{202e}live\u{202d}\u{2067}", 20),
        ("\u{2066}a\u{2068}", 26),
        ("a\u{200d}", 100),
        ("a\u{200b}", 100),
        ("\u{1}\u{7}\u{1b}[31mx", 20),
        ("Z\u{35b}\u{323}\u{489}\u{35b}\u{323}\u{489}", 50),
        ("👩‍👩‍👧‍👦", 26),
        ("🇨🇭", 40),
        ("<img src=x onerror='document.documentElement.dataset.owned=1'>", 4),
        ("</script><b>&lt;&amp;", 10),
        ("\u{9f98}", 200),
        ("\u{fdfd}", 13),
        ("a\u{ad}", 100),
        ("word\u{a0}", 50),
        ("a\u{2011}", 100),
        ("https://a.example/", 13),
        ("x\t\n", 66),
        ("ابجد", 66),
        ("กขค", 83),
        ("_.", 100),
        ("𝕄", 100),
        ("a\u{2060}", 100),
    ];
    parts.iter().map(|(part, n)| part.repeat(*n)).collect()
}

/// Signs that ids begin with, have inside and end with.
const SIGNS: [&str; 24] = [
    "\u{feff}",
    "\u{85}",
    "=",
    "&",
    "%",
    "%41",
    "+",
    "#",
    "?",
    "/",
    "\u{a0}x",
    "\u{1b}",
    "\u{0}",
    "\u{202e}",
    "é",
    "-",
    ";",
    "\\",
    "\"",
    "'",
    "<b>",
    "👩‍👧",
    "..",
    "e\u{301}",
];

fn catalog() -> Value {
    let texts = texts();
    let terms = |kind: &str| {
        let term =
            |(at, text): (usize, &String)| json!({ "id": format!("{kind}{at}"), "label": text, "definition": text });
        texts.iter().enumerate().map(term).collect::<Vec<_>>()
    };
    let resource = |at: usize| {
        let (text, sign) = (&texts[at % texts.len()], SIGNS[at * 7 % SIGNS.len()]);
        let other = &texts[at * 5 % texts.len()];
        json!({
            "id": format!("{sign}{at}{sign}"), "title": format!("{text}{at}"), "summary": format!("{other} {text}"),
            "authors": [text, format!("{other}, {other}")], "publishers": [text, other], "places": [text], "keywords": [text, other],
            "type": format!("t{}", at % texts.len()), "themes": [format!("h{}", at % texts.len()), "h1"],
            "published": format!("20{:02}", at % 25), "sources": [text], "extra": { "own": other, "unknown key": text },
            "url": format!("https://{}example.org/{}?{text}", "sub-domain.".repeat(at % 20), "path/".repeat(at % 150)),
        })
    };
    json!({
        "title": texts[0], "description": texts[2], "language": "en",
        "vocabulary": { "types": terms("t"), "themes": terms("h") },
        "fields": [{ "id": "own", "label": texts[1], "kind": "terms", "filter": true, "compare": true }],
        "resources": (0..N).map(resource).collect::<Vec<_>>(),
    })
}

/// The address of each record, as its card has it.
fn addresses(catalog: &Value) -> Vec<(String, String)> {
    let engine = Engine::new(read(catalog.to_string().as_bytes()).unwrap().0);
    assert_eq!(engine.len(), N, "records that were read");
    let one = |idx| {
        let id = engine.store.id(idx).to_owned();
        let address = fragment::write(&State { view: View::List, ..State::default() }.opened(&id));
        let open = fragment::read(&address, &engine.facets).open;
        assert_eq!(open.as_deref().and_then(|open| engine.find(open)), Some(idx), "{id:?} by {address:?}");
        (id, address)
    };
    (0..u32::try_from(N).unwrap()).map(one).collect()
}

/// Goes where a link of the page would lead.
fn go(page: &Page<'_>, fragment: &str) {
    page.session.run("location.hash = arguments[0]", &[json!(fragment)]);
    until("what is shown", || page.text_of("location.hash"), |hash| !hash.is_empty());
}

/// What reaches out of the page, where it can't be scrolled to inside of something.
const TOO_WIDE: &str = "
    const page = document.documentElement, width = page.clientWidth;
    if (page.scrollWidth <= width) return [];
    const elements = [...document.querySelectorAll('body *')].filter(element => width < element.getBoundingClientRect().right);
    const outer = elements.filter(element => !element.closest('.scroll'));
    return [`${page.scrollWidth} px`, ...outer.slice(0, 6).map(({ tagName, className, id }) => `${tagName}.${className}#${id}`)];";

/// Looks at what is shown at some widths.
fn fits(page: &Page<'_>, what: &str, widths: &[u32], failures: &mut Vec<String>) {
    // The window of MiniBrowser is wider than a phone: the narrowest width stands for both.
    let is_tried = |width: &u32| page.session.browser != Browser::WebKit || *width != 390;
    for width in widths.iter().copied().filter(is_tried) {
        page.session.be_wide(width);
        let is_so_wide = |now: &f64| (now - f64::from(width)).abs() < 20.0 || page.session.browser == Browser::WebKit;
        until("the width", || page.number("document.documentElement.clientWidth"), is_so_wide);
        let found = page.session.run(TOO_WIDE, &[]);
        if found != json!([]) {
            failures.push(format!("{what} at {width} px: {found}"));
        }
    }
}

fn hostile_records_fit_and_open(page: &Page<'_>) {
    let catalog = catalog();
    let opened = addresses(&catalog);
    let site = Site::packed(&catalog);
    let page = Page { session: page.session, site: &site };
    page.open("#/?view=list");
    // Saved, so that the saved list has them, too.
    page.session.run("[...document.querySelectorAll('#results .keep')].forEach(button => button.click())", &[]);
    let compared: Vec<&str> = opened[..4].iter().map(|(_, address)| address.split("open=").nth(1).unwrap()).collect();
    let compared = format!("#/?view=compare&compare={}", compared.join("&compare="));
    let mut failures = Vec::new();
    for shown in SHOWN.iter().copied().chain([compared.as_str()]) {
        go(&page, shown);
        fits(&page, &shown.chars().take(60).collect::<String>(), &WIDTHS, &mut failures);
    }
    opens(&page, &opened, &mut failures);
    // The list that stands there before the app, and in its place where it can't run.
    page.session.run(
        "document.querySelector('#app').hidden = true;
         document.querySelector('#plain').hidden = false;
         document.documentElement.dataset.state = 'failed'",
        &[],
    );
    fits(&page, "the plain list", &WIDTHS, &mut failures);
    assert!(failures.is_empty(), "{failures:#?}");
    assert!(!page.is("'owned' in document.documentElement.dataset"), "a record's text ran as a script");
}

/// Opens four records of each kind by their addresses, in one page, and some by their cards; each text is looked at in a record, at the
/// narrowest width and at one with two columns. That the address of each of the thousand is that of its record is asked of the engine
/// ([`addresses`]): browsers refuse an address that changes more than 100 times in ten seconds (`WebKit`), or 200.
fn opens(page: &Page<'_>, opened: &[(String, String)], failures: &mut Vec<String>) {
    const IS_OPEN: &str = "return document.querySelector('article#record')?.dataset.id === arguments[0]";
    const OPEN_ALL: &str = "
        const [all, done] = arguments, missing = [];
        const isOpen = id => document.querySelector('article#record')?.dataset.id === id;
        (async () => {
            for (const [id, address] of all) {
                location.hash = address;
                const begin = Date.now();
                while (!isOpen(id) && Date.now() < begin + 5000) await new Promise(next => setTimeout(next));
                if (!isOpen(id)) missing.push(id);
                // The page writes its own address once it has shown the record: two changes each.
                await new Promise(next => setTimeout(next, 220));
            }
            done(missing);
        })()";
    for some in opened[..4 * SIGNS.len()].chunks(BATCH) {
        let missing = page.session.run_until_called(OPEN_ALL, &[json!(some)]);
        if missing != json!([]) {
            failures.push(format!("not open by their addresses: {missing}"));
        }
    }
    // A step of 25 meets all of 24 texts, one after the other.
    for (at, (id, address)) in opened.iter().step_by(25).enumerate().take(texts().len()) {
        go(page, address);
        becomes(&format!("{id:?} is open"), true, || page.session.run(IS_OPEN, &[json!(id)]) == true);
        fits(page, &format!("record {id:?}"), &[[320, 1024][at % 2]], failures);
    }
    for at in 0..6 {
        go(page, "#/?view=list");
        let open = "const card = document.querySelectorAll('#results .card')[arguments[0]];
            if (!card) return null;
            card.querySelector('h3 a').click();
            return card.dataset.id";
        let id = until("a card", || page.session.run(open, &[json!(at)]), |id| !id.is_null());
        becomes(&format!("{id} is open"), true, || page.session.run(IS_OPEN, std::slice::from_ref(&id)) == true);
    }
}
