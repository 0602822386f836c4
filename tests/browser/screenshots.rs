//! Screenshots of many states beside those in `tests/pictures/`: what readers see changes only where somebody meant it to.
//!
//! A picture is kept small, one pixel for eight by eight, which tells a moved, missing or recoloured part and takes no notice of how
//! a letter is smoothed. `make pictures` takes them anew; look at what changed before it is committed. Pictures of one
//! machine are compared on machines that have its fonts: `fonts.txt` says how wide a sentence is in each of them. The catalog
//! that they show is `catalog.json` there: 88 resources of the one that ships as it once was, so that a newer one changes no picture.

use std::fs::{self, File};
use std::io::BufWriter;
use std::path::{Path, PathBuf};

use base64::Engine as _;
use serde_json::json;

use crate::harness::page::Page;
use crate::harness::poll::until;
use crate::harness::session::Session;
use crate::harness::site::{Form, Site};
use crate::own;
use crate::shelf::{SHELF, THREE};

#[derive(Clone, Copy)]
enum Screen {
    Desk,
    DarkDesk,
    Phone,
    DarkPhone,
}

use Screen::{DarkDesk, DarkPhone, Desk, Phone};

/// A name, a fragment of the address, and the screens on which it is looked at.
const STATES: &[(&str, &str, &[Screen])] = &[
    ("first-page", "#/", &[Desk, DarkDesk, Phone, DarkPhone]),
    ("list", "#/?view=list", &[Desk, Phone]),
    ("query-and-theme", "#/?q=competency&theme=assessment", &[Desk, DarkDesk, Phone, DarkPhone]),
    ("nothing-found", "#/?q=zzzzzz&type=report", &[Desk, Phone]),
    ("record", "#/?open=golden-ticket", &[Desk, DarkDesk, Phone]),
    ("theme", "#/?about=assessment", &[Desk, Phone]),
    ("place", "#/?about=place:Maine", &[Desk]),
    ("table", "#/?view=table", &[Desk, Phone]),
    ("cloud", "#/?view=cloud", &[Desk, DarkDesk, Phone]),
    ("gap-map", "#/?view=map", &[Desk, Phone]),
    ("timeline", "#/?view=time", &[Desk]),
    ("connections", "#/?view=together", &[Desk]),
    (
        "comparison",
        "#/?view=compare&compare=golden-ticket&compare=fit-for-purpose-taking-the-long-view",
        &[Desk, Phone],
    ),
    ("sets", "#/?view=sets&a=type%3Dreport&b=type%3Dguide", &[Desk]),
];

/// How many pixels of the screen one of a kept picture stands for, in each direction.
const SHRINK: usize = 8;
/// By how much a colour may differ, of 255, and how many of a thousand pixels may differ by more.
const TOLERANCE: u8 = 12;
const MOST_DIFFERENT: usize = 1;

/// Compares all states with their pictures, or takes the pictures anew where `EXPLORER_RENEW_PICTURES` says so.
pub(crate) fn look_as_in_the_pictures(session: &Session) -> Vec<String> {
    let catalog = fs::read_to_string(pictures().join("catalog.json")).unwrap();
    let site = Site::packed(&serde_json::from_str(&catalog).unwrap());
    let page = Page { session, site: &site };
    page.open("#/");
    let (fonts, kept) = (page.text_of(FONTS), pictures().join("fonts.txt"));
    let is_renewed = std::env::var_os("EXPLORER_RENEW_PICTURES").is_some();
    if is_renewed {
        fs::create_dir_all(pictures()).unwrap();
        fs::write(&kept, &fonts).unwrap();
    } else if fs::read_to_string(&kept).unwrap() != fonts {
        use std::io::Write as _;
        let _ = writeln!(
            std::io::stderr(),
            "screenshots are not compared: the fonts here differ from those of tests/pictures"
        );
        return Vec::new();
    }
    let list = format!("{SHELF}&list=Board&item={}&item={}", THREE[0], THREE[1]);
    let states = STATES.iter().copied().chain([("shared-list", list.as_str(), &[Desk, Phone][..])]);
    let cases =
        states.flat_map(|(name, fragment, screens)| screens.iter().map(move |screen| (name, fragment, *screen)));
    let failures = cases.filter_map(|(name, fragment, screen)| {
        let name = format!("{name}{}", screen.suffix());
        crate::failure_of(&format!("looks as in its picture: {name}"), session, &site, |page| {
            screen.set(session);
            page.open(fragment);
            let full = settled(session);
            let now = Picture::from_png(&full).shrunk();
            let file = pictures().join(format!("{name}.png"));
            if is_renewed {
                now.write(&file);
            } else {
                compare(&name, &now, &Picture::from_png(&fs::read(file).unwrap()), &full);
            }
        })
    });
    let mut failures: Vec<String> = failures.collect();
    Desk.set(session);
    if is_renewed {
        failures.extend(take_those_of_the_guide(session));
    }
    failures
}

/// Takes the pictures of `docs/curators.md`: the sample list at each step.
fn take_those_of_the_guide(session: &Session) -> Option<String> {
    crate::failure_of("the pictures of the curators' guide", session, &Site::built(Form::HostedFolder), |page| {
        own::open(page);
        page.session.click("#own-sample");
        until("the sample", || page.n_shown("#own-save-page:not(:disabled)"), |n| *n == 1);
        for step in ["columns", "check", "edit"] {
            let show = format!("document.getElementById('own-{step}').scrollIntoView({{ behavior: 'instant' }})");
            session.run(&show, &[]);
            let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/pictures/own-{step}.png"));
            fs::write(file, settled(session)).unwrap();
        }
    })
}

/// Fails where a picture is not as it was, and keeps the full one for who wants to see it.
fn compare(name: &str, now: &Picture, before: &Picture, full: &[u8]) {
    let size = |picture: &Picture| (picture.width, picture.pixels.len() / picture.width);
    assert_eq!(size(now), size(before), "width and height, in pixels of {SHRINK}");
    let differs = |(a, b): (&[u8; 3], &[u8; 3])| a.iter().zip(b).any(|(a, b)| TOLERANCE < a.abs_diff(*b));
    let different: Vec<usize> =
        now.pixels.iter().zip(&before.pixels).enumerate().filter(|(_, pair)| differs(*pair)).map(|(i, _)| i).collect();
    if different.len() * 1000 <= now.pixels.len() * MOST_DIFFERENT {
        return;
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let file = folder.join(format!("{name}.png"));
    fs::write(&file, full).unwrap();
    let of = |ends: fn(usize, usize) -> usize, part: &dyn Fn(usize) -> usize| {
        different.iter().map(|i| part(*i) * SHRINK).reduce(ends).unwrap_or_default()
    };
    let (x, y) = (|i: usize| i % now.width, |i: usize| i / now.width);
    panic!(
        "{} of {} pixels differ, from ({}, {}) to ({}, {}); see {}. If that is meant: make pictures",
        different.len(),
        now.pixels.len(),
        of(usize::min, &x),
        of(usize::min, &y),
        of(usize::max, &x),
        of(usize::max, &y),
        file.display()
    );
}

fn pictures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pictures")
}

/// The screenshot as soon as two in a row are the same.
fn settled(session: &Session) -> Vec<u8> {
    let mut last = Vec::new();
    until(
        "a page that has come to rest",
        || {
            let before = std::mem::replace(&mut last, session.screenshot());
            before == last
        },
        |is_same| *is_same,
    );
    last
}

impl Screen {
    fn suffix(self) -> &'static str {
        match self {
            Desk => "",
            DarkDesk => "-dark",
            Phone => "-phone",
            DarkPhone => "-phone-dark",
        }
    }

    fn set(self, session: &Session) {
        let scheme = if matches!(self, DarkDesk | DarkPhone) { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        session.devtools("Emulation.setEmulatedMedia", &features);
        let (width, height) = if matches!(self, Phone | DarkPhone) { (390, 844) } else { (1280, 900) };
        let is_phone = width < 600;
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": is_phone });
        session.devtools("Emulation.setDeviceMetricsOverride", &size);
    }
}

/// Rows of red, green and blue.
struct Picture {
    width: usize,
    pixels: Vec<[u8; 3]>,
}

impl Picture {
    fn from_png(bytes: &[u8]) -> Self {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(bytes));
        decoder.set_transformations(png::Transformations::normalize_to_color8());
        let mut reader = decoder.read_info().unwrap();
        let mut rows = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut rows).unwrap();
        let n_channels = info.color_type.samples();
        assert!(3 <= n_channels, "a picture without colours");
        let pixels = rows[..info.buffer_size()].chunks_exact(n_channels).map(|pixel| [pixel[0], pixel[1], pixel[2]]);
        Self { width: info.width as usize, pixels: pixels.collect() }
    }

    /// The mean colour of each square; what is over at the right and at the bottom is left out.
    fn shrunk(&self) -> Self {
        let (width, height) = (self.width / SHRINK, self.pixels.len() / self.width / SHRINK);
        let mean = |x: usize, y: usize| {
            let rows = y * SHRINK..(y + 1) * SHRINK;
            let square = rows.flat_map(|row| &self.pixels[row * self.width + x * SHRINK..][..SHRINK]);
            let sums =
                square.fold([0_usize; 3], |sums, pixel| std::array::from_fn(|i| sums[i] + usize::from(pixel[i])));
            sums.map(|sum| u8::try_from(sum / (SHRINK * SHRINK)).unwrap())
        };
        let pixels = (0..height).flat_map(|y| (0..width).map(move |x| mean(x, y))).collect();
        Self { width, pixels }
    }

    fn write(&self, file: &Path) {
        let (width, height) = (self.width, self.pixels.len() / self.width);
        let out = BufWriter::new(File::create(file).unwrap());
        let mut encoder = png::Encoder::new(out, u32::try_from(width).unwrap(), u32::try_from(height).unwrap());
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::High);
        encoder.write_header().unwrap().write_image_data(self.pixels.as_flattened()).unwrap();
    }
}

impl Session {
    /// What the window shows, as a PNG.
    fn screenshot(&self) -> Vec<u8> {
        let shot = self.devtools("Page.captureScreenshot", &json!({ "format": "png" }));
        base64::engine::general_purpose::STANDARD.decode(shot["data"].as_str().unwrap()).unwrap()
    }
}

/// How wide a sentence is in each font of the page.
const FONTS: &str = "(() => {
    const context = document.createElement('canvas').getContext('2d');
    const families = new Set(['body', 'h1', 'h2', 'button', 'input'].map(tag => getComputedStyle(document.querySelector(tag)).fontFamily));
    return [...families].map(family => {
        context.font = `40px ${family}`;
        return `${Math.round(context.measureText('Competencies 0123 – learners advance on mastery').width)} ${family}`;
    }).join('\\n') + '\\n';
})()";
