//! The instruments themselves: a page that does everything wrong has to be noticed by them in every browser, and one that
//! does nothing wrong must not be.

use std::collections::BTreeSet;

use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::session::Session;
use crate::harness::site::{Form, Site};
use crate::harness::window::WIDEST_PHONE;

const WRONG: &str = r#"<!DOCTYPE html><html lang="en" data-state="ready"><meta charset="utf-8"><title>wrong</title>
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src *; script-src 'unsafe-inline'">
    <button>Go wrong</button>
    <script>
        document.querySelector("button").onclick = () => {
            console.warn("a warning");
            console.error("an error");
            const [image, script] = ["img", "script"].map(kind => document.createElement(kind));
            image.src = "ELSEWHERE/seen.png";
            script.src = "ELSEWHERE/refused.js";
            document.body.append(image, script);
            throw new Error("a thrown error");
        };
    </script></html>"#;

const RIGHT: &str = r#"<!DOCTYPE html><html lang="en" data-state="ready"><meta charset="utf-8">
    <meta name="viewport" content="width=device-width"><title>right</title><link rel="icon" href="data:,">
    <label>Search <input id="search"></label><p id="seen" style="margin-bottom: 3000px">nothing</p><p hidden id="unseen">x</p>
    <script>
        console.log("only information");
        document.querySelector("input").oninput = event => { document.querySelector("p").textContent = event.target.value };
    </script></html>"#;

pub(crate) fn notices_what_is_wrong(session: &Session) -> Vec<String> {
    let elsewhere = Site::of_one_page(Form::HostedFolder, RIGHT);
    in_both_forms(session, &WRONG.replace("ELSEWHERE/", &elsewhere.address), |page| {
        page.open("");
        page.session.click("button");
        let mut heard = BTreeSet::new();
        // From disk, WebKit keeps the words of a thrown error to itself.
        for wrong in [["a warning"; 2], ["an error"; 2], ["a thrown error", "Script error."], ["refused.js"; 2]] {
            let listen = || {
                heard.extend(page.session.complaints());
                heard.clone()
            };
            let is_heard =
                |heard: &BTreeSet<String>| heard.iter().any(|one| wrong.iter().any(|wrong| one.contains(wrong)));
            until(wrong[0], listen, is_heard);
        }
        until("requests", || page.session.requests(), |all| all.iter().any(|one| one.contains("seen.png")));
    })
}

pub(crate) fn leaves_alone_what_is_right(session: &Session) -> Vec<String> {
    in_both_forms(session, RIGHT, |page| {
        page.open("#/?q=1");
        assert_eq!(page.fragment(), "/?q=1");
        page.search("some words");
        becomes("the text", "some words".to_owned(), || page.session.text("#seen"));
        assert!(page.session.shows("#seen") && !page.session.shows("#unseen"));
        page.session.visit(&format!("{}#/?q=2", page.site.address));
        page.session.back();
        becomes("the fragment", "/?q=1".to_owned(), || page.fragment());
        page.session.be_phone();
        page.open("");
        until("the width of a phone", || page.number("innerWidth"), |width| *width <= WIDEST_PHONE);
        assert_eq!(page.session.complaints(), Vec::<String>::new());
        assert!(page.session.requests().is_empty(), "{:?}", page.session.requests());
    })
}

fn in_both_forms(session: &Session, html: &str, scenario: impl Fn(&Page<'_>)) -> Vec<String> {
    let both = [Form::SingleFile, Form::HostedFolder].into_iter().filter_map(|form| {
        crate::failure_of(&format!("instruments, {form}"), session, &Site::of_one_page(form, html), &scenario)
    });
    both.collect()
}
