//! Scenarios: a curator edits the records, the tags and the head of a catalog, and takes it away.

use base64::Engine as _;
use serde_json::{Value, json};

use crate::Scenario;
use crate::accessibility::finds_nothing;
use crate::export::keep_files_here;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::site::{Form, Site};
use crate::own::{LIST, N, choose, choose_in, has_read, open, save_data, saved_page};

/// What the editing page does.
pub(crate) const SCENARIOS: &[Scenario] = &[
    ("values are edited where they stand, and undone", values_are_edited_and_undone),
    ("edits are there again after the page was closed", edits_are_restored),
    ("edits stay when a column is mapped anew", edits_stay_when_a_column_is_mapped_anew),
    ("records are found, added, duplicated and deleted", records_are_found_added_and_deleted),
    ("tags are renamed, defined, placed and made one", tags_are_changed),
    ("a saved page has the head and the filters that were chosen", a_saved_page_has_what_was_chosen),
    ("a page is equal over three generations", a_page_is_equal_over_generations),
    ("a ZIP for a website is served as it is", a_zip_is_served),
    ("axe: editing a catalog, at a desk and on a phone", editing_is_accessible),
];

/// Opens the page with the list.
#[track_caller]
pub(crate) fn begin(page: &Page<'_>) {
    open(page);
    choose(page, &[("list.csv", LIST)]);
    has_read(page, N);
}

/// Unfolds a part, and waits until something of it is there.
#[track_caller]
pub(crate) fn unfold(page: &Page<'_>, part: &str, shows: &str) {
    page.session.click(part);
    becomes(shows, true, || page.session.shows(shows));
}

/// Edits a value where it stands, by the keyboard.
#[track_caller]
pub(crate) fn edit(page: &Page<'_>, value: &str, text: &str) {
    page.session.click(value);
    let field = format!("{value}-box");
    becomes(&field, true, || page.session.shows(&field));
    page.session.empty(&field);
    page.session.write(&field, text);
    page.session.write(&field, "\u{E007}");
    becomes("the value", text.to_owned(), || page.session.text(value));
}

/// The catalog as it would be saved.
#[track_caller]
pub(crate) fn catalog(page: &Page<'_>) -> Value {
    keep_files_here(page);
    choose_in(page, "#own-format", "catalog");
    let json = save_data(page, |text| text.ends_with('}'));
    serde_json::from_str(&json).unwrap()
}

/// Presses a key with Control, and perhaps Shift, beside all text boxes.
#[track_caller]
fn press_control(page: &Page<'_>, key: &str, with_shift: bool) {
    let script = "document.activeElement?.blur(); document.body.dispatchEvent(new window.KeyboardEvent('keydown',
        { key: arguments[0], ctrlKey: true, shiftKey: arguments[1], bubbles: true, cancelable: true }))";
    page.session.run(script, &[json!(key), json!(with_shift)]);
}

fn values_are_edited_and_undone(page: &Page<'_>) {
    begin(page);
    unfold(page, "#own-records", "#own-v-0-title");
    let before = page.session.text("#own-v-0-title");
    edit(page, "#own-v-0-title", "Atlas of Lanterns");
    becomes("the focus is back on it", "own-v-0-title".to_owned(), || page.text_of("document.activeElement?.id"));
    edit(page, "#own-v-0-themes", "Light; Deep water");
    let catalog = catalog(page);
    assert_eq!(catalog["resources"][0]["title"], "Atlas of Lanterns");
    let themes = catalog["vocabulary"]["themes"].as_array().unwrap();
    assert!(themes.iter().any(|term| term["label"] == "Deep water"), "{themes:?}");
    press_control(page, "z", false);
    press_control(page, "z", false);
    becomes("the old title", before.clone(), || page.session.text("#own-v-0-title"));
    becomes("nothing is left to undo", true, || page.is("document.querySelector('#own-undo').disabled"));
    press_control(page, "Z", true);
    becomes("the new title", "Atlas of Lanterns".to_owned(), || page.session.text("#own-v-0-title"));
    page.session.click("#own-undo");
    becomes("the old title", before.clone(), || page.session.text("#own-v-0-title"));
    // Escape leaves a value as it was.
    page.session.click("#own-v-0-title");
    becomes("the box", true, || page.session.shows("#own-v-0-title-box"));
    page.session.write("#own-v-0-title-box", "\u{E00C}");
    becomes("the old title", before, || page.session.text("#own-v-0-title"));
}

fn edits_are_restored(page: &Page<'_>) {
    begin(page);
    unfold(page, "#own-records", "#own-v-0-title");
    edit(page, "#own-v-0-title", "Kept title");
    edit(page, "#own-v-1-title", "Undone title");
    page.session.click("#own-undo");
    until("that it is kept", || page.session.text("#own-kept"), |text| text.contains("kept on this device"));
    let kept = "const done = arguments[arguments.length - 1], opening = indexedDB.open('competency-explorer/own');
        opening.onsuccess = () => { const database = opening.result, get = database.transaction('draft').objectStore('draft').get('decided');
            get.onsuccess = () => { database.close(); done(JSON.parse(get.result ?? '{}').n_in_force ?? -1) } }";
    becomes("the last step is kept", json!(1), || page.session.run_until_called(kept, &[]));
    page.load("#/own");
    page.session.click(".own-draft .primary");
    has_read(page, N);
    becomes("one edit to undo", "Undo (1)".to_owned(), || page.session.text("#own-undo"));
    unfold(page, "#own-records", "#own-v-0-title");
    becomes("the edit", "Kept title".to_owned(), || page.session.text("#own-v-0-title"));
    page.session.click("#own-redo");
    becomes("what was undone", "Undone title".to_owned(), || page.session.text("#own-v-1-title"));
    page.session.run("indexedDB.deleteDatabase('competency-explorer/own')", &[]);
}

fn edits_stay_when_a_column_is_mapped_anew(page: &Page<'_>) {
    begin(page);
    unfold(page, "#own-records", "#own-v-2-title");
    edit(page, "#own-v-2-title", "The Longest Lesson");
    let role = |column: &str| {
        let names = "[...document.querySelectorAll('#own tbody tr th bdi')]";
        format!("#own-role-{}", page.number(&format!("{names}.findIndex(name => name.textContent === '{column}')")))
    };
    choose_in(page, &role("Topics"), "keywords");
    until("the new mapping", || catalog(page), |catalog| catalog["resources"][0].get("keywords").is_some());
    assert_eq!(catalog(page)["resources"][2]["title"], "The Longest Lesson");
    // Ids are made of titles: a slip there costs no edit, once it is put right.
    choose_in(page, &role("Title"), "own");
    page.session.click(".own-trouble button");
    until("the slip", || catalog(page), |catalog| catalog["resources"][0]["title"] != "Lantern Atlas");
    choose_in(page, &role("Title"), "title");
    let title = || catalog(page)["resources"][2]["title"].clone();
    becomes("the edit", serde_json::json!("The Longest Lesson"), title);
}

fn records_are_found_added_and_deleted(page: &Page<'_>) {
    begin(page);
    unfold(page, "#own-records", "#own-find");
    page.session.write("#own-find", "mosey rivera");
    becomes("nothing has both", "0 of".to_owned(), || {
        page.session.text(".own-find [role=status]").chars().take(4).collect()
    });
    page.session.empty("#own-find");
    page.session.write("#own-find", "rivera");
    becomes("what has the word", 2, || page.n_shown(".own-records tbody tr"));
    page.session.click(".own-records tbody tr:first-child .own-actions button:nth-of-type(2)");
    becomes("a copy", 3, || page.n_shown(".own-records tbody tr"));
    page.session.click(".own-records tbody tr:first-child .own-actions button:nth-of-type(3)");
    becomes("one less", 2, || page.n_shown(".own-records tbody tr"));
    page.session.click("#own-add");
    becomes("the new one", true, || page.session.shows(&format!("#own-f-{N}-summary")));
    edit(page, &format!("#own-f-{N}-url"), "https://example.org/new");
    let catalog = catalog(page);
    let resources = catalog["resources"].as_array().unwrap();
    assert_eq!(resources.len(), N + 1);
    assert_eq!(resources[N]["url"], "https://example.org/new");
    let ids: std::collections::BTreeSet<&str> = resources.iter().filter_map(|of| of["id"].as_str()).collect();
    assert_eq!(ids.len(), N + 1, "each has an id of its own");
}

/// A list with tags that a curator has to put in order.
const TAGGED: &str = "Title,Themes,Keywords,Year
Lantern Atlas,Maps; Light,night walks; salt,2014
Fields of Grain,Food,night walks,2015
The Long Lesson,Schools; Food,Night-walks; tin,2016
Counting Rain,Maps; Weather,rain,2017
Paper Harbors,Light,rain; salt,2018
";

fn tags_are_changed(page: &Page<'_>) {
    open(page);
    choose(page, &[("tags.csv", TAGGED)]);
    has_read(page, 5);
    unfold(page, "#own-tags", ".own-tag-table");
    let id = |label: &str| {
        let find = "return [...document.querySelectorAll('.own-tag-table tbody tr')].find(row => row.querySelector('.own-value').textContent === arguments[0])
            ?.querySelector('.own-value').id.slice('own-t-'.length)";
        page.session.run(find, &[json!(label)]).as_str().unwrap_or_default().to_owned()
    };
    let (maps, weather, light) = (id("Maps"), id("Weather"), id("Light"));
    edit(page, &format!("#own-t-{maps}"), "Cartography");
    edit(page, &format!("#own-d-{maps}"), "All about maps.");
    edit(page, &format!("#own-p-{weather}"), "Cartography");
    for tag in [&weather, &light] {
        let script =
            "document.getElementById(arguments[0]).closest('tr').querySelector('input[type=checkbox]').click()";
        page.session.run(script, &[json!(format!("own-t-{tag}"))]);
    }
    becomes("the way to merge", true, || page.session.shows("#own-merge"));
    choose_in(page, "#own-into", &light);
    page.session.click("#own-merge");
    becomes("one is gone", false, || page.is(&format!("!!document.getElementById('own-t-{weather}')")));
    let catalog = catalog(page);
    let themes = catalog["vocabulary"]["themes"].as_array().unwrap();
    let term = |id: &str| themes.iter().find(|term| term["id"] == id);
    assert_eq!(
        term(&maps).map(|term| (&term["label"], &term["definition"])),
        Some((&json!("Cartography"), &json!("All about maps.")))
    );
    assert!(term(&weather).is_none(), "{themes:?}");
    assert_eq!(catalog["resources"][3]["themes"], json!([maps, light]));
}

fn a_saved_page_has_what_was_chosen(page: &Page<'_>) {
    open(page);
    choose(page, &[("tags.csv", TAGGED)]);
    has_read(page, 5);
    for (field, text) in [("#own-name", "Our shelf"), ("#own-about", "All that we lend.")] {
        page.session.empty(field);
        page.session.write(field, text);
    }
    unfold(page, "#own-first-page", "#own-home-promise");
    page.session.write("#own-home-promise", "{count} things to borrow");
    page.session.write("#own-home-doors", "Readers | For the evening | #/?keyword=salt");
    unfold(page, "#own-look", "#own-colour-accent");
    choose_in(page, "#own-colour-accent", "#7a1fa2");
    let picture = "const transfer = new window.DataTransfer(), input = document.querySelector('#own-logo');
        transfer.items.add(new window.File([arguments[0]], 'logo.svg', { type: 'image/svg+xml' }));
        input.files = transfer.files; input.dispatchEvent(new window.Event('change', { bubbles: true }))";
    let logo = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='20'><rect width='40' height='20'/></svg>";
    page.session.run(picture, &[json!("x".repeat(300_000))]);
    until("too large a logo is refused", || page.session.text(".own-trouble"), |text| text.contains("200 kB"));
    page.session.run(picture, &[json!(logo)]);
    becomes("the logo", true, || page.session.shows(".own-logo img"));
    unfold(page, "#own-filters", "#own-facet-year");
    page.session.click("#own-facet-year");
    for _ in 0..8 {
        page.session.click("#own-up-keyword");
    }
    let html = saved_page(page);
    let site = Site::of_one_page(Form::SingleFile, &html);
    let saved = Page { session: page.session, site: &site };
    saved.open("#/");
    assert_eq!(saved.text_of("document.title"), "Our shelf");
    assert!(saved.session.text(".home").contains("5 things to borrow"), "{}", saved.session.text(".home"));
    assert!(saved.session.text(".home").contains("For the evening"));
    becomes("its colour", "#7a1fa2".to_owned(), || {
        saved.text_of("getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()")
    });
    until("its logo", || saved.number("document.querySelector('img.brand')?.naturalWidth ?? 0"), |width| *width > 0.0);
    saved.open("#/?view=list");
    let facets = saved.attributes("#facets [data-facet]", "data-facet");
    assert_eq!(facets.first().map(String::as_str), Some("keyword"), "{facets:?}");
    assert!(!facets.contains(&"year".to_owned()), "{facets:?}");
}

fn a_page_is_equal_over_generations(page: &Page<'_>) {
    begin(page);
    unfold(page, "#own-records", "#own-v-0-title");
    edit(page, "#own-v-0-title", "Atlas of Lanterns");
    let json = serde_json::to_string(&catalog(page)).unwrap();
    let mut generations = vec![saved_page(page)];
    for _ in 0..2 {
        let site = Site::of_one_page(Form::SingleFile, generations.last().unwrap());
        let saved = Page { session: page.session, site: &site };
        open(&saved);
        choose(&saved, &[("catalog.json", &json)]);
        has_read(&saved, N);
        generations.push(saved_page(&saved));
    }
    for of in [1..3, 0..2] {
        let [a, b] = [of.start, of.end - 1].map(|at| &generations[at]);
        if let Some(at) = a.bytes().zip(b.bytes()).position(|(a, b)| a != b) {
            let near = |html: &str| {
                html[html.floor_char_boundary(at.saturating_sub(80))..].chars().take(200).collect::<String>()
            };
            panic!("{of:?} differ at {at}: {:?} and {:?}", near(a), near(b));
        }
    }
    assert!(generations.iter().all(|html| html.len() == generations[0].len()));
}

/// The files of the archive that a button saves, by their names.
#[track_caller]
pub(crate) fn archive(page: &Page<'_>, button: &str) -> Vec<(String, Vec<u8>)> {
    let keep = "window.address = ''; HTMLAnchorElement.prototype.click = () => {};
        URL.createObjectURL = blob => { const reader = new window.FileReader();
            reader.onload = () => { window.address = reader.result }; reader.readAsDataURL(blob); return '#' }";
    page.session.run(keep, &[]);
    page.session.click(button);
    let address = until("the archive", || page.text_of("window.address"), |address| !address.is_empty());
    let (_, packed) = address.split_once(";base64,").unwrap();
    let bytes = base64::engine::general_purpose::STANDARD.decode(packed).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let files = (0..archive.len()).map(|at| {
        let mut file = archive.by_index(at).unwrap();
        let mut content = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut content).unwrap();
        (file.name().unwrap().into_owned(), content)
    });
    files.collect()
}

fn a_zip_is_served(page: &Page<'_>) {
    begin(page);
    page.session.empty("#own-name");
    page.session.write("#own-name", "Our folder");
    let files = archive(page, "#own-save-zip");
    let (_, single) = files.iter().find(|(name, _)| name == "competency-explorer.html").unwrap();
    let single = String::from_utf8(single.clone()).unwrap();
    let site = Site::of_one_page(Form::HostedFolder, "");
    for (name, bytes) in &files {
        site.add(name, bytes);
    }
    let served = Page { session: page.session, site: &site };
    served.open("#/?view=list");
    assert_eq!((served.count(), served.text_of("document.title").as_str()), (N, "Our folder"));
    begin(&served);

    // From a file there is no folder to fetch: the archive holds the one page, and the page says so.
    let site = Site::of_one_page(Form::SingleFile, &single);
    let saved = Page { session: page.session, site: &site };
    begin(&saved);
    assert!(saved.session.shows("#own-zip-of-file"));
    let names: Vec<String> = archive(&saved, "#own-save-zip").into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["index.html"]);
    let package = archive(&saved, "#own-save-package");
    let (_, descriptor) = package.iter().find(|(name, _)| name == "datapackage.json").unwrap();
    let descriptor: Value = serde_json::from_slice(descriptor).unwrap();
    assert_eq!(descriptor["profile"], "tabular-data-package");
    let (_, table) = package.iter().find(|(name, _)| name == "resources.csv").unwrap();
    assert!(String::from_utf8_lossy(table).contains("Lantern Atlas"));
}

fn editing_is_accessible(page: &Page<'_>) {
    open(page);
    choose(page, &[("tags.csv", TAGGED)]);
    has_read(page, 5);
    let parts = [
        ("#own-quality", "#own-save-quality"),
        ("#own-suggest", "#own-suggest ~ .own-inner"),
        ("#own-compare", "#own-compare-built-in"),
        ("#own-records", "#own-v-0-title"),
        ("#own-tags", ".own-tag-table"),
        ("#own-first-page", "#own-home-promise"),
        ("#own-look", "#own-logo"),
        ("#own-filters", "#own-facet-year"),
    ];
    for (part, shows) in parts {
        unfold(page, part, shows);
    }
    page.session.click(".own-records tbody tr:first-child .own-actions button");
    becomes("all fields", true, || page.session.shows("#own-f-0-summary"));
    finds_nothing(page);
    page.session.be_phone();
    finds_nothing(page);
    let overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth";
    assert!(page.number(overflow) <= 0.0, "it is wider than the phone");
    let small = "[...document.querySelectorAll('#own button, #own input, #own select, #own summary')].filter(element => {
        const { width, height } = element.getBoundingClientRect(); return width > 0 && (width < 24 || height < 24) }).map(element => element.outerHTML.slice(0, 80)).join()";
    assert_eq!(page.text_of(small), "", "these are too small to be hit");
    page.session.be_desk();
}
