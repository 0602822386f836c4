//! The import of a table of 100,000 rows (about 90 MB of CSV) beside the bare reader of the `csv` crate on the same bytes:
//! `cargo bench --bench import`.
//!
//! `csv_crate` splits the table into rows and cells and looks at nothing. `items` is what the importer reads: it tells format, encoding
//! and delimiter, splits, finds the row that names the columns and the rows that are no items. `catalog` is the whole import: columns
//! mapped, dates, links, names and lists recognized, records, vocabulary, duplicates; `json` is that with the catalog written.
//! Figures stand in `docs/limits.md`.

#![allow(missing_docs, reason = "what divan makes of the functions has no documentation")]
#![allow(clippy::unwrap_used, reason = "a benchmark fails by panicking")]

use std::fmt::Write;
use std::hint::black_box;
use std::sync::LazyLock;

use competency_explorer::catalog::{write_head, write_resource};
use competency_explorer::import::{Options, read, sources};
use divan::Bencher;
use divan::counter::BytesCount;

const N_ROWS: usize = 100_000;
const HEADER: &str =
    "Title,Summary,Authors,Publisher,Published,Type,Themes,Audience,Level,State,Keywords,Link,Language,Pages,Notes\n";

static TABLE: LazyLock<String> = LazyLock::new(table);

fn main() {
    divan::main();
}

/// Numbers that look random and are the same in each run (a linear congruential generator, Knuth's MMIX constants).
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % n
    }

    fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        of[self.below(of.len())]
    }

    fn words(&mut self, n: usize) -> String {
        const SYLLABLES: [&str; 16] = [
            "com", "pe", "ten", "cy", "learn", "ing", "mas", "ter", "y", "as", "sess", "ment", "cred", "it", "pa", "th",
        ];
        let word = |numbers: &mut Self| (0..=numbers.below(3)).map(|_| numbers.one(&SYLLABLES)).collect::<String>();
        (0..n).map(|_| word(self)).collect::<Vec<String>>().join(" ")
    }
}

/// A table as organizations have it: most cells plain, some in quotes for a comma, a quote or a second line in them, one in six blank.
fn table() -> String {
    let mut numbers = Numbers(1);
    let mut table = HEADER.to_owned();
    for at in 0..N_ROWS {
        let n = &mut numbers;
        let title = n.words(6);
        let title = match n.below(8) {
            0 => format!("\"{title}, {at}\""),
            1 => format!("\"The \"\"{title}\"\" {at}\""),
            _ => format!("{title} {at}"),
        };
        let (first, second) = (n.words(55), n.words(50));
        let summary = match n.below(4) {
            0 => format!("\"{first}, {second}\""),
            1 => format!("\"{first}\n{second}\""),
            _ => format!("{first}. {second}"),
        };
        let name = |n: &mut Numbers| {
            let family = n.one(&["Brennick", "Morrow", "Prandt", "Lark", "Straßner", "Dhálaigh", "Okafor", "Nguyen"]);
            format!("{} {family}", n.one(&["Oda", "Tavi", "Ilse", "Tam", "Zoë", "Jürgen", "Ada", "Minh"]))
        };
        let authors = (0..=n.below(3)).map(|_| name(n)).collect::<Vec<String>>().join("; ");
        let published = match n.below(3) {
            0 => format!("{}", 1990 + n.below(36)),
            1 => format!("{}-{:02}-{:02}", 1990 + n.below(36), 1 + n.below(12), 1 + n.below(28)),
            _ => format!("{} {}", n.one(&["March", "July", "November"]), 1990 + n.below(36)),
        };
        let list = |n: &mut Numbers, of: usize| {
            (0..=n.below(3)).map(|_| format!("subject {}", n.below(of))).collect::<Vec<String>>().join("; ")
        };
        let (themes, keywords) = (list(n, 55), list(n, 3000));
        writeln!(
            table,
            "{title},{summary},{authors},Publisher {},{published},{},{themes},{},{},{},{keywords},https://example.org/{}/{at},{},{},{}",
            n.below(400),
            n.one(&["report", "article", "video", "toolkit", "web page"]),
            n.one(&["Teachers", "Policymakers", "Researchers", ""]),
            n.one(&["K-12", "Higher education", ""]),
            n.one(&["Maine", "New Hampshire", "Vermont", "Utah", ""]),
            n.one(&["reports", "papers", "films"]),
            n.one(&["English", "Spanish", ""]),
            1 + n.below(300),
            if n.below(2) == 0 { String::new() } else { n.words(8) },
        )
        .unwrap();
    }
    table
}

fn measure<T>(bencher: Bencher<'_, '_>, run: impl Fn(&[u8]) -> T + Sync) {
    let table = TABLE.as_bytes();
    bencher.counter(BytesCount::new(table.len())).bench(|| run(black_box(table)));
}

#[divan::bench(sample_count = 9, sample_size = 1)]
fn a_csv_crate(bencher: Bencher<'_, '_>) {
    measure(bencher, |table| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(table);
        let (mut record, mut n_cells) = (csv::ByteRecord::new(), 0);
        while reader.read_byte_record(&mut record).unwrap() {
            n_cells += record.len();
        }
        n_cells
    });
}

#[divan::bench(sample_count = 9, sample_size = 1)]
fn b_items(bencher: Bencher<'_, '_>) {
    measure(bencher, |table| {
        let (_, sources) = sources(table, &Options::default()).unwrap();
        sources.iter().flat_map(|source| &source.items).map(|item| item.cells.len()).sum::<usize>()
    });
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn c_catalog(bencher: Bencher<'_, '_>) {
    measure(bencher, |table| read("table.csv", table, &Options::default()).unwrap());
}

#[divan::bench(sample_count = 3, sample_size = 1)]
fn d_json(bencher: Bencher<'_, '_>) {
    measure(bencher, |table| {
        let import = read("table.csv", table, &Options::default()).unwrap();
        let resources = import.catalog.resources.iter().map(|resource| write_resource(resource).len());
        write_head(&import.catalog.head).len() + resources.sum::<usize>()
    });
}
