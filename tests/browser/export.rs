//! Scenarios: citations and exports of what is found, and of one resource.

use serde_json::json;

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::shelf::push;

const ESCAPE: &str = "\u{e00c}";

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("what is found is cited and exported", what_is_found_is_cited_and_exported),
    ("a file is made of an export part by part", a_file_is_made_part_by_part),
    ("the licences of the parts go with the page", the_licences_of_the_parts_go_with_the_page),
    ("one resource is cited", one_resource_is_cited),
    ("a card's menu copies its citation in each style", a_cards_menu_copies_its_citation),
    ("results become pages to print", results_become_pages),
    ("what can't be copied stays to be selected", what_cant_be_copied_stays),
    ("a page from disk gives away no path, but a resource's own address or a file", a_page_from_disk_has_no_address),
    ("a file without the page for making catalogs says where it is", a_file_without_the_page_for_catalogs_says_so),
    ("reference managers find what is shown", reference_managers_find_what_is_shown),
];

fn text(page: &Page<'_>, id: &str) -> String {
    page.text_of(&format!("document.querySelector('#{id}')?.value"))
}

fn choose(page: &Page<'_>, id: &str, form: &str) {
    let script = format!(
        "const box = document.querySelector('#{id}'); box.value = '{form}';
        box.dispatchEvent(new Event('change', {{ bubbles: true }}))"
    );
    page.session.run(&script, &[]);
}

/// Opens the forms for a purpose, by its place, and chooses one.
fn choose_for(page: &Page<'_>, prefix: &str, purpose: usize, form: &str) {
    page.session.click(&format!("[id='{prefix}-for:{purpose}']"));
    choose(page, &format!("{prefix}-form"), form);
}

fn what_is_found_is_cited_and_exported(page: &Page<'_>) {
    page.open("#/?theme=grading");
    let n = page.count();
    page.open_export();
    page.session.click("#take-open");
    let entries = || page.n_shown("#take-entries p");
    becomes("an entry each", n, entries);
    becomes("as readers see them", true, || page.n_shown("#take-entries i") > 0);
    // The menu closes where the pointer goes elsewhere.
    let more = page.choose("type", "case-study");
    page.open_export();
    page.session.click("#take-open");
    becomes("the box has what the filters leave", more, entries);
    choose_for(page, "take", 1, "bibtex");
    let begins = |sign: &str| text(page, "take-text").lines().filter(|line| line.starts_with(sign)).count();
    becomes("entries of BibTeX", more, || begins("@"));
    let usual = || page.text_of("document.querySelector('.take-acts .primary').id");
    becomes("a file is downloaded", "take-save".to_owned(), usual);
    choose(page, "take-form", "ris");
    becomes("records of RIS", more, || begins("ER  -"));
    page.session.click("#cite-search");
    until(
        "one line",
        || text(page, "take-text"),
        |line| line.contains(&format!("{more} of ")) && line.contains("Case study"),
    );
    becomes("the form stays", "search".to_owned(), || text(page, "take-form"));
    becomes("a citation is copied", "take-copy".to_owned(), usual);
}

/// Keeps what the page makes its files of in `parts`, and the text of the last file in `saved`, in place of downloading it.
pub(crate) fn keep_files_here(page: &Page<'_>) {
    page.session.run(
        "const Whole = window.Blob; window.parts = []; window.saved = '';
        window.Blob = function (parts, options) {
            for (const part of Array.from(parts)) if (typeof part === 'string') window.parts.push(part.length);
            return new Whole(parts, options);
        };
        URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text }); return '#' };
        HTMLAnchorElement.prototype.click = () => {};",
        &[],
    );
}

fn the_licences_of_the_parts_go_with_the_page(page: &Page<'_>) {
    page.open("#/?");
    keep_files_here(page);
    page.session.click("#notices-link");
    until(
        "the licences",
        || page.text_of("window.saved"),
        |text| text.contains("leptos, 0.8") && text.contains("Permission is hereby granted"),
    );
}

fn a_file_is_made_part_by_part(page: &Page<'_>) {
    page.open("#/?view=list");
    let n = page.count();
    page.open_export();
    page.session.click("#take-open");
    choose_for(page, "take", 2, "jsonld");
    keep_files_here(page);
    page.session.click("#take-save");
    let items = || page.number("JSON.parse(window.saved || 'null')?.['@graph'].at(-1).itemListElement.length ?? -1");
    #[allow(clippy::cast_precision_loss, reason = "some hundreds")]
    let expected = n as f64;
    becomes("the file has all of them", expected, items);
    let (n_parts, longest) = (page.number("window.parts.length"), page.number("Math.max(...window.parts)"));
    assert!(n_parts > 1.0 && longest < 600_000.0, "{n_parts} parts, the longest of {longest} letters");
}

/// What was copied is shown and said once; where the browser refuses, it stays to be selected.
fn a_cards_menu_copies_its_citation(page: &Page<'_>) {
    page.open("#/?q=title:golden+ticket");
    until(
        "one card",
        || page.attributes("#results article", "data-id"),
        |ids| ids.iter().any(|id| id == "golden-ticket"),
    );
    // A promise of the page itself: Firefox runs the script of a driver beside the page.
    let copies = "window.copied = []; Object.defineProperty(navigator, 'clipboard', { configurable: true, value: {
        writeText: text => { window.copied.push(text); return window.Promise.resolve() } } })";
    page.session.run(copies, &[]);
    let menu = "[id='cite-golden-ticket-menu']";
    push(page, "cite-golden-ticket");
    becomes("the styles", 3, || page.n_shown(&format!("{menu} .menu-panel button")));
    for (at, (name, begin)) in
        [("APA 7", "New Profit. (n.d.)"), ("MLA 9", "Golden Ticket. New Profit"), ("Chicago 17", "New Profit. n.d. ")]
            .into_iter()
            .enumerate()
    {
        page.session.run(
            "document.querySelectorAll(arguments[0])[arguments[1]].click()",
            &[json!(format!("{menu} .menu-panel button")), json!(at)],
        );
        let said = || page.texts(&format!("{menu} [role='status']"));
        becomes("what was copied is said", vec![format!("Copied as {name}.")], said);
        let shown = page.texts(&format!("{menu} .menu-panel > p:last-child")).concat();
        assert!(shown.starts_with(begin), "{name}: {shown}");
        assert_eq!(page.text_of("window.copied.at(-1)"), shown);
    }
    page.session.press(ESCAPE);
    becomes("the menu is closed", 0, || page.n_shown(&format!("{menu} .menu-panel")));
    let focused = page.text_of("document.activeElement.id");
    assert_eq!(focused, "cite-golden-ticket");
    page.session.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })", &[]);
    push(page, "cite-golden-ticket");
    page.session.run("document.querySelector(arguments[0]).click()", &[json!(format!("{menu} .menu-panel button"))]);
    until(
        "why not",
        || page.texts(&format!("{menu} [role='status']")).concat(),
        |text| text.contains("select the text"),
    );
}

fn one_resource_is_cited(page: &Page<'_>) {
    page.open("#/?open=golden-ticket");
    page.session.click("#cite-open");
    let shown = || page.texts("#cite-entries p").concat();
    let entry = until("the entry", shown, |text| text.starts_with("New Profit. (n.d.)"));
    assert!(entry.trim_end().ends_with("http://goldenticketlawrence.newprofit.org/"), "{entry}");
    choose_for(page, "cite", 1, "csl-json");
    until("CSL-JSON", || text(page, "cite-text"), |text| text.contains("\"id\":\"golden-ticket\""));
}

fn what_cant_be_copied_stays(page: &Page<'_>) {
    page.open("#/?theme=grading");
    page.session.run("Object.defineProperty(navigator, 'clipboard', { value: undefined })", &[]);
    page.open_export();
    page.session.click("#take-open");
    page.session.click("#take-copy");
    until("what to do", || page.texts(".take [role=status]").concat(), |text| text.contains("select the text"));
    assert!(page.n_shown("#take-entries p") > 0);
}

fn a_page_from_disk_has_no_address(page: &Page<'_>) {
    page.open("#/?type=report");
    page.session.run("dispatchEvent(new Event('beforeprint'))", &[]);
    becomes("a head on paper", 1, || page.n_shown("#sheet .sheet-head"));
    assert_eq!(page.n_shown("#sheet svg.code"), 0, "a code of its address on paper");
    // A promise of the page itself: Firefox runs the script of a driver beside the page.
    let copying = "window.copied = []; Object.defineProperty(navigator, 'clipboard', { value: {
        writeText: text => { window.copied.push(text); return window.Promise.resolve() } } })";
    let copied = || page.text_of("JSON.stringify(window.copied)");
    let said = || page.texts(".take [role=status]").concat();
    page.open("#/?open=golden-ticket");
    page.session.run(copying, &[]);
    page.session.click("#cite-link");
    becomes("its own address", "[\"http://goldenticketlawrence.newprofit.org/\"]".to_owned(), copied);
    until("that the page has none", said, |said| said.contains("no address for others") && said.contains("the file"));
    page.open("#/?q=mastery&theme=grading");
    page.session.run(copying, &[]);
    page.open_export();
    becomes("what the button does", vec!["Share as a file".to_owned()], || page.texts("#take-link"));
    page.session.click("#take-link");
    until("that there is none", said, |said| said.contains("no address for others"));
    becomes("a file in its place", true, || page.session.shows("#take-save"));
    becomes("nothing of the path", "[]".to_owned(), copied);
    choose_for(page, "take", 0, "search");
    let line = until("the line", || text(page, "take-text"), |line| line.contains("query: mastery"));
    assert!(!line.contains("file:"), "{line}");
}

fn a_file_without_the_page_for_catalogs_says_so(page: &Page<'_>) {
    page.load("#/own");
    until("where it is", || page.texts("#own p").concat(), |text| text.contains("on its website"));
    assert_eq!(page.n_shown("#own button"), 0, "what the file does not hold no other attempt finds");
    page.session.click("#own a");
    becomes("the catalog", "ready".to_owned(), || page.state());
}

fn results_become_pages(page: &Page<'_>) {
    page.open("#/?q=austin&view=list");
    page.open_export();
    page.session.click("#take-open");
    keep_files_here(page);
    for (form, sign) in [("handout", "<ol>"), ("plan", "<h2>"), ("slides", "size:landscape")] {
        choose_for(page, "take", 3, form);
        becomes("what it is", true, || !page.texts("#take-about").concat().is_empty());
        page.session.click("#take-save");
        until(form, || page.text_of("window.saved"), |saved| saved.contains(sign) && saved.contains("</html>"));
    }
    choose(page, "take-form", "plan");
    let about = || page.texts("#take-about").concat();
    let before = until("how long", about, |text| text.contains("no length"));
    choose(page, "take-sitting", "90");
    until("with longer sittings", about, |text| *text != before || !text.contains("minutes"));
}

fn reference_managers_find_what_is_shown(page: &Page<'_>) {
    page.open("#/?theme=grading");
    let shown = page.titles().len();
    becomes("a title each", shown, || page.n_shown("#results span.Z3988[title^='ctx_ver=Z39.88-2004']"));
    let data = "JSON.parse(document.querySelector('script[type=\"application/ld+json\"]')?.textContent ?? 'null')";
    let items = || page.number(&format!("{data}?.['@graph'].at(-1).itemListElement?.length ?? -1"));
    #[allow(clippy::cast_precision_loss, reason = "a page of results")]
    let expected = shown as f64;
    becomes("a list of as many", expected, items);
    page.open("#/?open=golden-ticket");
    let title = || page.attributes("meta[name=citation_title]", "content").concat();
    becomes("the title of the open one", "Golden Ticket".to_owned(), title);
    becomes("its name", "Golden Ticket".to_owned(), || page.text_of(&format!("{data}?.['@graph'].at(-1).name")));
    page.session.click("#back");
    becomes("no title of one", String::new(), title);
}
