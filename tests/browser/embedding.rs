//! Scenarios: the explorer on an organization's page of another origin, in each of the ways in which it can stand there.

use serde_json::{Value, json};

use crate::Scenario;
use crate::access::finds_nothing;
use crate::hosting::{Embed, POLICY, fits, heights, inside, n_heard, organization, push, scripted, told, visit};
use crate::known::{Known, texts};
use crate::page::Page;
use crate::poll::{becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("with the script the frame is as high as its content", the_script),
    ("what is locked bounds every number and can't be taken away", locks),
    ("two embeds have two locks", two_embeds),
    ("the frame alone scrolls inside", the_frame_alone),
    ("an organization's style changes nothing inside", hostile_style),
    ("a strict policy is kept", strict_policy),
    ("a sealed frame works, with its lists in memory", sealed),
    ("the height follows up and down, and comes to rest", resizing),
    ("the organization's address follows and leads", deep_links),
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

fn the_script(page: &Page<'_>) {
    let host = scripted(page, "", &POLICY.html(&page.site.address));
    visit(page, &host, "");
    fits(page, 0);
    let link = "getComputedStyle(document.querySelector('competency-explorer p')).display";
    assert_eq!(page.text_of(link), "none", "the link is only for where nothing else is allowed");
    let target = inside(page, 0, || page.attributes("#full-explorer", "target"));
    assert_eq!(target, ["_top"]);
}

fn locks(page: &Page<'_>) {
    let host = scripted(page, "", &POLICY.html(&page.site.address));
    visit(page, &host, "");
    let n = Known::read().n_with_theme("policy");
    inside(page, 0, || {
        assert_eq!(page.count(), n);
        assert_eq!(page.texts("#results-title"), [format!("{n} resources")]);
        assert_eq!(page.n_shown("#chips .pill.fixed"), 1);
        assert_eq!(page.n_shown("#chips button"), 0);
        assert!(page.is("document.querySelector('[data-facet=theme] input[value=policy]').disabled"));
        let counts = page.texts("#facets .count");
        let digits = |text: &String| text.replace(',', "").parse::<usize>().unwrap_or_default();
        assert!(counts.len() > 20 && counts.iter().all(|text| digits(text) <= n), "{counts:?} within {n}");
        push(page, "[data-facet=type] input[type=checkbox]");
    });
    // WebKit's driver loses a frame whose page gets another address, and has to go in again.
    inside(page, 0, || until("fewer", || page.count(), |now| *now < n));
    inside(page, 0, || push(page, "#clear-all"));
    inside(page, 0, || {
        becomes("the lock stays", n, || page.count());
        let full = page.attributes("#full-explorer", "href");
        assert!(full[0].ends_with("#/?theme=policy"), "the whole page has it as a filter: {full:?}");
    });
}

fn two_embeds(page: &Page<'_>) {
    let reports =
        Embed { attributes: "type=\"report\" lock=\"type\" height=\"500\"", query: "type=report&lock=type", frame: "" };
    let text = [POLICY.html(&page.site.address), reports.html(&page.site.address)].concat();
    let host = scripted(page, "", &text);
    visit(page, &host, "");
    page.session.run("document.querySelectorAll('iframe')[1].scrollIntoView()", &[]);
    let known = Known::read();
    let n = known.resources().iter().filter(|one| texts(one, "type").any(|one| one == "report")).count();
    inside(page, 1, || becomes("reports", n, || page.count()));
    assert_eq!(inside(page, 0, || page.count()), known.n_with_theme("policy"));
    let height = page.number("document.querySelectorAll('iframe')[1].getBoundingClientRect().height");
    assert!((height - 500.0).abs() < 1.0, "a fixed height stays: {height}");
    inside(page, 1, || push(page, "#view-cloud"));
    becomes("its own prefix", "#explorer2.view=cloud".to_owned(), || page.text_of("location.hash"));
    assert_eq!(inside(page, 0, || page.fragment()), "", "the other one is as it was");
}

fn the_frame_alone(page: &Page<'_>) {
    let host = organization("", &POLICY.html(&page.site.address));
    visit(page, &host, "");
    let (frame, content) = heights(page, 0);
    assert!((frame - 700.0).abs() < 5.0 && content > frame, "{frame} {content}");
    inside(page, 0, || {
        assert_eq!(page.count(), Known::read().n_with_theme("policy"));
        page.session.run("scrollTo(0, 400)", &[]);
        becomes("scrolled inside", true, || page.number("scrollY") > 100.0);
        push(page, "#view-table");
        becomes("its own address", "/?view=table".to_owned(), || page.fragment());
    });
    assert!(page.session.shows("competency-explorer a"), "the link stands below");
    assert_eq!(page.text_of("location.hash"), "");
}

fn hostile_style(page: &Page<'_>) {
    let style = "<style>* { all: revert; font-size: 40px !important; box-sizing: content-box !important }
        iframe { height: 50px !important; padding: 30px !important; border: 9px solid red !important; opacity: 0.2 !important }
        html { background: #111; color: #eee; color-scheme: dark }</style>";
    let host = scripted(page, style, &POLICY.html(&page.site.address));
    visit(page, &host, "");
    fits(page, 0);
    let style = |name: &str| page.text_of(&format!("getComputedStyle(document.querySelector('iframe')).{name}"));
    assert_eq!((style("padding"), style("borderTopWidth"), style("opacity")), ("0px".into(), "0px".into(), "1".into()));
    let size = inside(page, 0, || page.text_of("getComputedStyle(document.body).fontSize"));
    assert_eq!(size, "15px");
    assert_eq!(page.text_of("getComputedStyle(document.querySelector('#below')).fontSize"), "40px");
}

fn strict_policy(page: &Page<'_>) {
    let address = &page.site.address;
    let origin = &address[..address.find("/some").unwrap()];
    let policy = format!("default-src 'none'; script-src {origin}; frame-src {origin}; img-src data:");
    let head = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
    let host = organization(&(head + &crate::hosting::script(address)), &POLICY.html(address));
    visit(page, &host, "");
    fits(page, 0);
}

fn sealed(page: &Page<'_>) {
    let embed = Embed { frame: "sandbox=\"allow-scripts\"", ..POLICY };
    let host = scripted(page, "", &embed.html(&page.site.address));
    visit(page, &host, "");
    fits(page, 0);
    inside(page, 0, || {
        assert_eq!(page.text_of("self.origin"), "null");
        assert_eq!(page.count(), Known::read().n_with_theme("policy"));
        push(page, "#results .keep");
        becomes("kept in memory", 1, || page.n_shown("#results .keep[aria-pressed=true]"));
        push(page, "#take-open");
        until(
            "a text to copy",
            || page.text_of("document.querySelector('#take-text')?.value"),
            |text| text.len() > 100,
        );
        assert_eq!((page.n_shown("#take-save"), page.n_shown("#take-paper")), (0, 0), "files and paper can't leave");
        push(page, "#results h3 a");
    });
    inside(page, 0, || {
        until(
            "the address as a text",
            || page.texts("#record .outside-address").concat(),
            |text| text.starts_with("http"),
        );
        push(page, "#back");
    });
    becomes("mirrored", String::new(), || page.text_of("location.hash"));
}

fn resizing(page: &Page<'_>) {
    let host = scripted(page, "", &format!("<div id=\"column\">{}</div>", POLICY.html(&page.site.address)));
    visit(page, &host, "");
    fits(page, 0);
    for width in ["420px", "900px", "420px", "auto"] {
        let before = n_heard(page, "height");
        let (old, _) = heights(page, 0);
        page.session.run("document.querySelector('#column').style.width = arguments[0]", &[json!(width)]);
        becomes("another height", true, || (heights(page, 0).0 - old).abs() > 1.0);
        fits(page, 0);
        let n = n_heard(page, "height") - before;
        assert!(n <= 5, "{n} messages for one change to {width}");
    }
    let rest = n_heard(page, "height");
    page.session.run_until_called("const done = arguments[arguments.length - 1]; setTimeout(done, 600)", &[]);
    assert_eq!(n_heard(page, "height"), rest, "it has come to rest");
}

fn deep_links(page: &Page<'_>) {
    let host = scripted(page, "", &POLICY.html(&page.site.address));
    visit(page, &host, "#explorer.type=report&section");
    let hash = || page.text_of("location.hash");
    inside(page, 0, || becomes("the address leads", "/?type=report".to_owned(), || page.fragment()));
    inside(page, 0, || push(page, "#results h3 a"));
    until("a record", hash, |hash| hash.contains("section&explorer.type=report&explorer.open="));
    // Not the driver's own way back: WebKit's passes over entries that no person's click has made.
    page.session.run("history.back()", &[]);
    inside(page, 0, || becomes("back in the results", String::new(), || page.open_record()));
    becomes("the organization's address", "#explorer.type=report&section".to_owned(), hash);
    inside(page, 0, || push(page, "#clear-all"));
    becomes("nothing of ours", "#section".to_owned(), hash);
    let events = told(page);
    let names: Vec<&Value> = events.iter().map(|event| &event["name"]).collect();
    assert!(names.contains(&&json!("explorer:open")) && names.contains(&&json!("explorer:filter")), "{events:?}");
    assert!(events.iter().any(|event| event["total"].is_u64() && event["address"].is_string()), "{events:?}");
}

fn forgery(page: &Page<'_>) {
    let forger = "<iframe srcdoc=\"<script>
        for (let n = 0; n < 200; n++) {
            parent.postMessage({ explorer: 1, type: 'height', height: 5000 + n }, '*');
            parent.postMessage({ explorer: 1, type: 'state', fragment: '#/?q=forged' + n, home: '#/', push: true, total: n }, '*');
            parent.frames[0].postMessage({ explorer: 1, type: 'hello', auto: true, mirror: true, fragment: '#/?q=forged' }, '*');
            parent.frames[0].postMessage({ explorer: 1, type: 'state', fragment: '#/?q=forged' }, '*');
        }
        parent.forged = true;
        </script>\" title=\"Forger\"></iframe>";
    let host = scripted(page, "", &POLICY.html(&page.site.address));
    visit(page, &host, "");
    fits(page, 0);
    let before = heights(page, 0);
    page.session.run("document.querySelector('#below').innerHTML = arguments[0]", &[json!(forger)]);
    becomes("forged", true, || page.is("window.forged === true"));
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
    for (head, tier) in [(crate::hosting::script(&page.site.address), "script"), (String::new(), "frame")] {
        let host = organization(&head, &frame);
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
    push(page, "[id='embed-lock:theme']");
    push(page, "[id='embed-accent:on']");
    push(page, "[id='embed-part:search']");
    until("what was set", snippet, |text| text.contains(" lock=\"theme\" hide=\"search\" accent=\""));
    page.session.run("document.querySelector('#embed-preview').scrollIntoView()", &[]);
    let n = Known::read().n_with_theme("policy");
    inside(page, 0, || {
        becomes("the preview", n.to_string(), || page.text_of("document.documentElement.dataset.count"));
        assert_eq!(page.n_shown("#search"), 0);
    });
    finds_nothing(page);
    // What a preview was loading when it was changed breaks off, and Firefox says so.
    page.session.forget();
}

/// The policy of the folder refuses before anything is asked for, which the browsers tell in the console.
fn another_catalog(page: &Page<'_>) {
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
