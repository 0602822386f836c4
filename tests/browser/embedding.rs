//! Scenarios: the explorer on an organization's page of another origin, in each of the ways in which it can stand there.

use serde_json::{Value, json};

use crate::Scenario;
use crate::harness::catalog_facts::{Known, texts};
use crate::harness::host_page::{
    Embed, POLICY, fits, heights, inside, n_heard, organization, push, script, scripted, told, visit,
};
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};

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
        assert!(counts.len() > 4 && counts.iter().all(|text| digits(text) <= n), "{counts:?} within {n}");
        page.unfold("type", "report");
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
    page.session.run("dispatchEvent(new Event('beforeprint'))", &[]);
    until(
        "all of it is printed: the heights of the frame and of its content",
        || heights(page, 1),
        // Without a bar to scroll by the content may be a line or two shorter than it was when it told its height.
        |(frame, content)| (-2.0..60.0).contains(&(frame - content)) && *content > 600.0,
    );
    page.session.run("dispatchEvent(new Event('afterprint'))", &[]);
    becomes("as it was", 500.0, || heights(page, 1).0);
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
    let host = organization(&(head + &script(address)), &POLICY.html(address));
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
        push(page, "#export");
        push(page, "#take-open");
        until("a text to copy", || page.texts("#take-entries").concat(), |text| text.len() > 100);
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
