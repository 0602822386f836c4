//! Scenarios: what each picture says above itself, how it moves, and its files.

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("each picture says what it shows, of what is found", each_picture_says_what_it_shows),
    ("each picture is given as SVG and as PNG", each_picture_is_given_as_svg_and_as_png),
    ("tags move from place to place, and not as they appear", tags_move_and_do_not_as_they_appear),
];

/// The view of each picture, its heading, and what its files are called.
const PICTURES: [(&str, &str, &str); 4] = [
    ("cloud", "#cloud-title", "cloud"),
    ("map", "#map-title", "gap-map"),
    ("time", "#time-title", "timeline"),
    ("together", "#together-title", "connections"),
];

/// Waits until nothing on the page moves.
pub(crate) fn at_rest(page: &Page<'_>) {
    becomes("the page at rest", true, || page.is("document.getAnimations().length === 0"));
}

fn each_picture_says_what_it_shows(page: &Page<'_>) {
    for (view, heading, _) in PICTURES {
        page.open(&format!("#/?view={view}"));
        let all = until(heading, || page.texts(heading).concat(), |text| !text.is_empty());
        page.open(&format!("#/?view={view}&type=report"));
        until(heading, || page.texts(heading).concat(), |text| !text.is_empty() && *text != all);
        let name = page.text_of(&format!("document.querySelector('{heading}').tagName"));
        assert_eq!(name, "H3", "{view}");
    }
    page.open("#/?view=together&type=report");
    let n = page.count().to_string();
    until("how many", || page.texts("#together-title").concat(), |text| text.contains(&format!("of {n} resources")));
}

/// Keeps the files that the page makes in `files`, in place of downloading them.
const KEEP: &str = "window.files = []; URL.createObjectURL = file => { files.push(file); return '#' };
    HTMLAnchorElement.prototype.click = () => {}";

/// How wide and how high the last file is as a picture, and of how many colours its pixels are, once it is one.
const LAST_PICTURE: &str = "const done = arguments[arguments.length - 1];
    createImageBitmap(files.at(-1)).then(picture => {
        const canvas = document.createElement('canvas');
        [canvas.width, canvas.height] = [picture.width, picture.height];
        const context = canvas.getContext('2d');
        context.drawImage(picture, 0, 0);
        const pixels = new Uint32Array(context.getImageData(0, 0, picture.width, picture.height).data.buffer);
        done([picture.width, picture.height, new Set(pixels).size].join());
    }, error => done(String(error)))";

fn each_picture_is_given_as_svg_and_as_png(page: &Page<'_>) {
    for (view, heading, name) in PICTURES {
        page.open(&format!("#/?view={view}&type=report"));
        let title = until(heading, || page.texts(heading).concat(), |text| !text.is_empty());
        page.session.run(KEEP, &[]);
        page.session.click(&format!("#{name}-svg"));
        becomes("a file", true, || page.is("files.length === 1"));
        let script = "const done = arguments[arguments.length - 1]; files[0].text().then(done)";
        let svg = page.session.run_until_called(script, &[]).as_str().unwrap_or_default().to_owned();
        assert!(svg.starts_with("<svg ") && svg.contains("Report"), "{svg}");
        let read = format!(
            "new DOMParser().parseFromString({}, 'image/svg+xml').querySelector('title').textContent",
            serde_json::Value::from(svg)
        );
        assert_eq!(page.text_of(&read), title);
        page.session.click(&format!("#{name}-png"));
        becomes("another file", true, || page.is("files.length === 2 && files[1].type === 'image/png'"));
        let picture = page.session.run_until_called(LAST_PICTURE, &[]);
        let numbers: Vec<u32> =
            picture.as_str().unwrap_or_default().split(',').filter_map(|text| text.parse().ok()).collect();
        let &[width, height, n_colours] = &numbers[..] else { panic!("{picture}") };
        assert!(width >= 2400 && height > 400 && n_colours > 10, "{view}: {picture}");
    }
}

const REDUCED: &str = "(prefers-reduced-motion: reduce)";

fn tags_move_and_do_not_as_they_appear(page: &Page<'_>) {
    page.open("#/?view=list");
    page.session.run(
        "window.moved = 0;
        addEventListener('transitionrun', event => window.moved += event.target.matches('#cloud .star'))",
        &[],
    );
    page.session.click("#view-cloud");
    until("tags", || page.n_shown("#cloud .star button"), |n| 10 <= *n);
    becomes("the picture has settled", true, || page.session.shows("#cloud-picture.moves"));
    assert!(page.is("window.moved === 0"), "something moved as it appeared");
    page.choose("type", "report");
    let n = page.count();
    // Where a reader wants less motion nothing moves at all.
    let moves = format!("matchMedia('{REDUCED}').matches ? window.moved === 0 : window.moved > 0");
    becomes("something moves", true, || page.is(&moves));
    at_rest(page);
    page.session.click("#cloud .star button[aria-pressed='false']");
    until("fewer", || page.count(), |now| *now < n);
}
