//! Scenarios: a curator looks a catalog over, takes what another has, and has themes suggested.

use serde_json::json;

use crate::Scenario;
use crate::export::keep_files_here;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::own::{choose, has_read, open, summary};
use crate::own_edit::{catalog, unfold};

/// What the checking page does.
pub(crate) const SCENARIOS: &[Scenario] = &[
    ("the quality of a catalog is seen, and mended by clicks", quality_is_mended),
    ("another file is compared, merged and noted", another_file_is_merged),
    ("the catalog of the page is compared", the_built_in_catalog_is_compared),
    ("themes are suggested, and taken when clicked", themes_are_suggested),
];

const LIST: &str = "Title,Themes,Keywords,Link,Year
Lantern Atlas,Maps,night walks; salt,https://a.example/1,2014
Lantern atlas!,Maps,night walks,http://b.example/2,2014
The Long Lesson,Schools,Night-walks; tin,,2016
Counting Rain,Maps,rain,https://doi.org/10.5555/d,
";

fn quality_is_mended(page: &Page<'_>) {
    open(page);
    choose(page, &[("list.csv", LIST)]);
    has_read(page, 4);
    unfold(page, "#own-quality", "#own-save-quality");
    let report = || page.session.text("#own-quality ~ .own-inner");
    let text = report();
    for part in [
        "Summary: missing in 4 of 4 resources",
        "Date: missing in 1",
        "Perhaps twice in it",
        "DOI: 1",
        "tin",
        "night walks",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    page.session.click(".own-merge-near");
    until("they are one", report, |text| !text.contains("nearly equal"));
    let merged = catalog(page);
    assert_eq!(merged["resources"][2]["keywords"], json!(["night walks", "tin"]));
    page.session.click("#own-undo");
    until("they are two again", report, |text| text.contains("nearly equal"));
    // What is missing leads to the records that lack it.
    let show = "[...document.querySelectorAll('#own-quality ~ .own-inner button')].find(button => button.ariaLabel?.includes('without Date')).click()";
    page.session.run(show, &[]);
    becomes("the one without a date", 1, || page.n_shown(".own-records tbody tr"));
    becomes("its title", "Counting Rain".to_owned(), || page.session.text(".own-records tbody th .own-value"));
    page.session.run("window.saved = ''", &[]);
    page.session.click("#own-save-quality");
    until(
        "the report",
        || page.text_of("window.saved"),
        |text| text.contains("duplicate") && text.contains("near-equal"),
    );
}

const OTHER: &str = "Title,Themes,Keywords,Link,Year,Summary
Lantern Atlas,Maps,night walks,http://www.a.example/1/,2014,All lanterns of the coast.
Paper Harbors,Ships,paper,https://c.example/3,2018,Boats that are folded.
";

/// Chooses the file to compare with.
#[track_caller]
fn compare_with(page: &Page<'_>, name: &str, text: &str) {
    let script = "const transfer = new window.DataTransfer(), input = document.querySelector('#own-other');
        transfer.items.add(new window.File([arguments[1]], arguments[0])); input.files = transfer.files;
        input.dispatchEvent(new window.Event('change', { bubbles: true }))";
    page.session.run(script, &[json!(name), json!(text)]);
}

fn another_file_is_merged(page: &Page<'_>) {
    open(page);
    choose(page, &[("list.csv", LIST)]);
    has_read(page, 4);
    unfold(page, "#own-compare", "#own-other");
    compare_with(page, "broken.csv", "");
    until("what is no list is said", || page.session.text(".own-trouble"), |text| text.contains("broken.csv"));
    compare_with(page, "other.csv", OTHER);
    until("what differs", || page.session.text("#own-compared"), |text| text.starts_with("other.csv"));
    let text = page.session.text("#own-compare ~ .own-inner");
    for part in ["Paper Harbors", "All lanterns of the coast.", "Only in yours", "The Long Lesson", "the same by its"] {
        assert!(text.contains(part), "{part}: {text}");
    }
    keep_files_here(page);
    page.session.click("#own-save-note");
    until(
        "the note",
        || page.text_of("window.saved"),
        |text| text.starts_with("# Changes") && text.contains("The Long Lesson"),
    );
    // What is new and what is missing is chosen; what is stated otherwise, and what is here alone, is not.
    page.session.click("#own-take-chosen");
    until("one edit", || page.session.text("#own-undo"), |text| text.contains('1'));
    let merged = catalog(page);
    let titles: Vec<&str> =
        merged["resources"].as_array().unwrap().iter().filter_map(|of| of["title"].as_str()).collect();
    assert_eq!(titles, ["Lantern Atlas", "Lantern atlas!", "The Long Lesson", "Counting Rain", "Paper Harbors"]);
    assert_eq!(merged["resources"][0]["summary"], "All lanterns of the coast.");
    assert_eq!(merged["resources"][0]["url"], "https://a.example/1");
    let ships = &merged["resources"][4]["themes"][0];
    assert!(
        merged["vocabulary"]["themes"]
            .as_array()
            .unwrap()
            .iter()
            .any(|term| term["id"] == *ships && term["label"] == "Ships")
    );
    page.session.click("#own-undo");
    becomes("all is as it was", 4, || catalog(page)["resources"].as_array().map_or(0, Vec::len));
}

fn the_built_in_catalog_is_compared(page: &Page<'_>) {
    open(page);
    choose(page, &[("list.csv", LIST)]);
    has_read(page, 4);
    unfold(page, "#own-compare", "#own-compare-built-in");
    page.session.click("#own-compare-built-in");
    until("what differs", || page.session.text("#own-compared"), |text| text.contains("differences"));
    // One of many is chosen.
    let all = page.session.elements("[id^=own-all-]").len();
    assert!(all >= 2, "{all} kinds of differences");
    page.session.click("[id^=own-all-]");
    page.session.click("#own-difference-0");
    until("one is chosen", || page.session.text("#own-take-chosen"), |text| text.contains('1'));
    page.session.click("#own-take-chosen");
    becomes("it is here", 5, || catalog(page)["resources"].as_array().map_or(0, Vec::len));
    assert!(summary(page).starts_with("4 resource"), "what was read stays what it was");
}

fn themes_are_suggested(page: &Page<'_>) {
    let list = "Title,Themes,Summary
Sea charts of the north,Maps,Charts and atlases for sailors of the northern sea
Atlas of harbor charts,Maps,Atlases with charts of every harbor
Road atlas and charts,Maps,Charts of all roads in one atlas
Baking bread at school,Food,Bread and flour for school kitchens
Flour and bread,Food,Kitchens that bake bread with flour
An atlas of charts for walkers,,Charts and atlases of paths
";
    open(page);
    choose(page, &[("list.csv", list)]);
    has_read(page, 6);
    unfold(page, "#own-suggest", ".own-suggested");
    assert_eq!(catalog(page)["resources"][5].get("themes"), None, "nothing is set unasked");
    until(
        "the theme with how sure it is",
        || page.session.text(".own-suggested button"),
        |text| text.starts_with("Maps (") && text.ends_with("%)"),
    );
    page.session.click(".own-suggested button");
    until(
        "all have themes",
        || page.session.text("#own-suggest ~ .own-inner"),
        |text| text.contains("Every resource has a theme"),
    );
    let now = catalog(page);
    assert_eq!(now["resources"][5]["themes"], now["resources"][0]["themes"]);
    page.session.click("#own-undo");
    until("it is suggested again", || page.session.text(".own-suggested button"), |text| text.starts_with("Maps ("));
}
