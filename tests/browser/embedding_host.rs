//! Scenarios: how the explorer and an organization's page get on: who is heard, who has the focus, what it looks like, and the
//! view that makes the snippet.

use serde_json::{Value, json};

use crate::Scenario;
use crate::accessibility::finds_nothing;
use crate::harness::catalog_facts::Known;
use crate::harness::host_page::{
    Embed, POLICY, fits, heights, inside, n_heard, organization, push, script, scripted, told, visit,
};
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("forged messages change nothing", forgery),
    ("WordPress is told the height in its own words", word_press),
    ("the focus stays where the reader is", focus),
    ("colours come from the organization's style", colours),
    ("without header, search, filters, views and tools", parts),
    ("the check says what a website allows", the_check),
    ("axe: an embed, and the page around it", accessible),
    ("axe: making a snippet", the_wizard),
    ("a catalog of another website is asked for in vain", another_catalog),
];

fn forgery(page: &Page<'_>) {
    let forger = "<iframe sandbox=\"allow-scripts\" srcdoc=\"<script>
        for (let n = 0; n < 200; n++) {
            parent.postMessage({ explorer: 1, type: 'height', height: 5000 + n }, '*');
            parent.postMessage({ explorer: 1, type: 'state', fragment: '#/?q=forged' + n, home: '#/', push: true, total: n }, '*');
            parent.frames[0].postMessage({ explorer: 1, type: 'hello', auto: true, mirror: true, fragment: '#/?q=forged' }, '*');
            parent.frames[0].postMessage({ explorer: 1, type: 'state', fragment: '#/?q=forged' }, '*');
        }
        </script>\" title=\"Forger\"></iframe>";
    let host = scripted(page, "", &POLICY.html(&page.site.address));
    visit(page, &host, "");
    fits(page, 0);
    let before = heights(page, 0);
    page.session.run("document.querySelector('#below').innerHTML = arguments[0]", &[json!(forger)]);
    becomes("all of it has come", true, || n_heard(page, "state") > 200 && n_heard(page, "height") > 200);
    assert_eq!(heights(page, 0), before);
    assert_eq!(page.text_of("location.hash"), "");
    assert_eq!(inside(page, 0, || page.fragment()), "");
    assert_eq!(told(page), [] as [Value; 0]);
}

fn word_press(page: &Page<'_>) {
    // As wp-embed.js does it: only messages with the secret of a frame, only numbers, 200 to 1000 pixels.
    let head = "<script>addEventListener('message', ({ data, source }) => {
        if (!data || !data.secret || /[^a-zA-Z0-9]/.test(data.secret)) return;
        const frame = document.querySelector(`iframe[data-secret='${data.secret}']`);
        if (!frame || frame.contentWindow !== source || data.message !== 'height') return;
        frame.height = Math.min(1000, Math.max(200, parseInt(data.value, 10)));
    });
    addEventListener('load', ({ target }) => {
        if (target.dataset && target.dataset.secret) {
            target.contentWindow.postMessage({ message: 'ready', secret: target.dataset.secret }, '*');
        }
    }, true)</script>";
    let frame = format!(
        "<iframe class=\"wp-embedded-content\" sandbox=\"allow-scripts\" security=\"restricted\" title=\"Resources\" \
         data-secret=\"abcDEF1234\" width=\"600\" height=\"338\" src=\"{}index.html?view=cloud&embed=#?secret=abcDEF1234\"></iframe>",
        page.site.address
    );
    let host = organization(head, &frame);
    visit(page, &host, "");
    becomes("the height", 1000.0, || page.number("Number(document.querySelector('iframe').height)"));
    inside(page, 0, || {
        assert_eq!(page.n_shown("#hints"), 0, "the secret is no part of what is asked for");
        assert_eq!(page.attributes("#view-cloud", "aria-current"), ["page"], "the preset is shown");
    });
}

fn focus(page: &Page<'_>) {
    let record = Embed { attributes: "open=\"golden-ticket\"", query: "open=golden-ticket", frame: "" };
    let host = scripted(
        page,
        "",
        &("<input id=\"theirs\" aria-label=\"Theirs\" autofocus>".to_owned() + &record.html(&page.site.address)),
    );
    visit(page, &host, "");
    page.session.run("document.querySelector('#theirs').focus()", &[]);
    inside(page, 0, || becomes("the record", "golden-ticket".to_owned(), || page.open_record()));
    fits(page, 0);
    assert_eq!(page.text_of("document.activeElement.id"), "theirs");
    assert!(page.number("scrollY").abs() < 1.0);
}

fn colours(page: &Page<'_>) {
    let style = "<style>competency-explorer { --explorer-accent: maroon; --explorer-background: #fff; --explorer-radius: 0 }</style>";
    let host = scripted(page, style, &POLICY.html(&page.site.address));
    visit(page, &host, "");
    inside(page, 0, || {
        let token = |name: &str| {
            page.text_of(&format!("getComputedStyle(document.documentElement).getPropertyValue('{name}').trim()"))
        };
        becomes("the colour of links", "#800000".to_owned(), || token("--accent"));
        assert_eq!((token("--paper"), token("--radius")), ("#ffffff".to_owned(), "0px".to_owned()));
    });
}

fn parts(page: &Page<'_>) {
    let bare = Embed {
        attributes: "hide=\"header|search|facets|views|tools\"",
        query: "hide=header&hide=search&hide=facets&hide=views&hide=tools",
        frame: "",
    };
    let host = scripted(page, "", &bare.html(&page.site.address));
    visit(page, &host, "");
    fits(page, 0);
    inside(page, 0, || {
        for gone in ["#search", "#facets", ".tabs", "#results .keep", "#take-open", "header.top .name"] {
            assert!(!page.session.shows(gone), "{gone} is shown");
        }
        assert!(page.session.shows("#results h3"));
    });
}

fn the_check(page: &Page<'_>) {
    let frame = format!(
        "<competency-explorer check><iframe title=\"Check\" src=\"{}check.html\" width=\"100%\" height=\"280\"></iframe></competency-explorer>",
        page.site.address
    );
    let sealed = frame.replace("<iframe", "<iframe sandbox=\"allow-scripts\"");
    let with_script = script(&page.site.address);
    for (head, frame, tier) in
        [(&with_script, &frame, "script"), (&with_script, &sealed, "script"), (&String::new(), &frame, "frame")]
    {
        let host = organization(head, frame);
        page.session.visit(&host.address);
        inside(page, 0, || {
            becomes("the tier", tier.to_owned(), || page.text_of("document.documentElement.dataset.tier"));
        });
    }
}

fn accessible(page: &Page<'_>) {
    let host = scripted(page, "", &POLICY.html(&page.site.address));
    visit(page, &host, "");
    fits(page, 0);
    finds_nothing(page);
    inside(page, 0, || finds_nothing(page));
}

fn the_wizard(page: &Page<'_>) {
    page.open("#/?view=embed&theme=policy");
    let snippet = || page.text_of("document.querySelector('#embed-snippet')?.value");
    until("the snippet", snippet, |text| text.contains("<competency-explorer theme=\"policy\">"));
    page.session.run("document.querySelector('#embed-preview').scrollIntoView()", &[]);
    // What a preview was loading when it is changed would break off, and Firefox says so: each is waited for.
    let previewed = || inside(page, 0, || becomes("the preview", "ready".to_owned(), || page.state()));
    for choice in ["embed-lock:theme", "embed-accent:on", "embed-part:search"] {
        previewed();
        push(page, &format!("[id='{choice}']"));
    }
    until("what was set", snippet, |text| text.contains(" lock=\"theme\" hide=\"search\" accent=\""));
    let n = Known::read().n_with_theme("policy");
    // The preview is loaded anew for each choice: one before the last has the same number.
    let preview = || inside(page, 0, || (page.state(), page.n_shown("#search"), page.count()));
    becomes("the preview without a search box", ("ready".to_owned(), 0, n), preview);
    finds_nothing(page);
}

/// The policy of the folder refuses before anything is asked for, which the browsers tell in the console.
fn another_catalog(page: &Page<'_>) {
    page.session.visit(&format!("{}?catalog=./catalog.json", page.site.address));
    becomes("one of this website", Known::read().n_resources(), || page.count());
    let other = organization("", "");
    page.session.visit("about:blank");
    page.session.visit(&format!("{}?catalog={}catalog.json", page.site.address, other.address));
    becomes("failed", "failed".to_owned(), || page.state());
    let origin = &other.address[..other.address.find("/some").unwrap()];
    until(
        "what to do",
        || page.texts("#failure").concat(),
        |text| {
            text.contains(origin) && text.contains("Access-Control-Allow-Origin") && text.contains("--catalogs-from")
        },
    );
    assert_eq!(other.server.as_ref().unwrap().asked(), [] as [String; 0], "nothing was asked of the other website");
    page.session.visit("about:blank");
    page.session.forget();
}
