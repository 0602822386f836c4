//! Broken catalogs: every way in which a file made by hand, by a spreadsheet or by a bad connection goes wrong.

use serde_json::{Value, json};

use crate::harness::catalog_facts::Known;

pub(crate) struct Damage {
    pub(crate) name: &'static str,
    /// The bytes of the broken catalog; none when the file is missing.
    pub(crate) break_it: fn(&Known) -> Option<Vec<u8>>,
    pub(crate) expected: Expected,
}

#[derive(Clone, Copy)]
pub(crate) enum Expected {
    /// No harm done.
    Everything,
    /// The page says what is wrong and falls back on the plain list.
    Failure,
    /// The page says what is wrong, in these words among others.
    Word(&'static str),
}

pub(crate) const WHOLE: &[Damage] = &[
    Damage { name: "no catalog", break_it: |_| None, expected: Expected::Failure },
    Damage { name: "an empty file", break_it: |_| Some(Vec::new()), expected: Expected::Failure },
    Damage { name: "no JSON", break_it: |_| Some(b"<h1>Please log in</h1>".to_vec()), expected: Expected::Failure },
    Damage {
        name: "half a catalog",
        break_it: |known| Some(half(known)),
        expected: Expected::Word("its file ends in the middle"),
    },
    Damage { name: "a JSON number", break_it: |_| Some(b"12".to_vec()), expected: Expected::Failure },
    Damage {
        name: "no resources at all",
        break_it: |known| Some(without_resources(known)),
        expected: Expected::Word("no resources yet"),
    },
    Damage {
        name: "Latin-1",
        break_it: |known| Some(in_latin_1(known)),
        expected: Expected::Word("save the file as UTF-8"),
    },
    Damage { name: "a byte order mark", break_it: |known| Some(with_mark(known)), expected: Expected::Everything },
    Damage { name: "line ends of Windows", break_it: |known| Some(with_crlf(known)), expected: Expected::Everything },
];

fn half(known: &Known) -> Vec<u8> {
    let text = known.catalog.to_string();
    text.as_bytes()[..text.len() / 2].to_vec()
}

fn without_resources(known: &Known) -> Vec<u8> {
    let mut catalog = known.catalog.clone();
    catalog["resources"] = json!([]);
    catalog.to_string().into_bytes()
}

fn in_latin_1(known: &Known) -> Vec<u8> {
    let mut catalog = known.catalog.clone();
    catalog["resources"][0]["title"] = json!("Évaluation des compétences");
    catalog.to_string().chars().map(|c| u8::try_from(c).unwrap_or(b'?')).collect()
}

fn with_mark(known: &Known) -> Vec<u8> {
    format!("\u{feff}{}", known.catalog).into_bytes()
}

fn with_crlf(known: &Known) -> Vec<u8> {
    serde_json::to_string_pretty(&known.catalog).unwrap().replace('\n', "\r\n").into_bytes()
}

/// How many of [`RECORDS`] cannot be shown at all, having no id or no title.
pub(crate) const N_UNUSABLE: usize = 12;

/// Ways to break one record: the first [`N_UNUSABLE`] leave nothing to show, the others something.
const RECORDS: &[fn(&mut Value)] = &[
    |record| *record = Value::Null,
    |record| *record = json!(7),
    |record| *record = json!("a title alone"),
    |record| *record = json!([]),
    |record| *record = json!({}),
    |record| record["id"] = Value::Null,
    |record| record["id"] = json!(""),
    |record| record["id"] = json!("golden-ticket"),
    |record| record["title"] = Value::Null,
    |record| record["title"] = json!("  "),
    |record| record["title"] = json!(["one", "two"]),
    |record| record["id"] = json!({ "id": "nested" }),
    |record| record["authors"] = json!({ "name": "not in a list" }),
    |record| record["themes"] = json!([["nested"], 3, null]),
    |record| record["url"] = json!("javascript:document.documentElement.dataset.owned=1"),
    |record| record["url"] = json!("not an address"),
    |record| record["published"] = json!("soon"),
    |record| record["published"] = json!("2019-02-31"),
    |record| record["type"] = json!("no-such-type"),
    |record| record["pages"] = json!("many"),
    |record| record["summary"] = json!("<img src=x onerror='document.documentElement.dataset.owned=1'>"),
];

/// The catalog with its last records broken, each in another way; and how many are whole.
pub(crate) fn with_broken_records(known: &Known) -> (Value, usize) {
    let mut catalog = known.catalog.clone();
    let records = catalog["resources"].as_array_mut().unwrap();
    let n_good = records.len() - RECORDS.len();
    for (record, break_it) in records[n_good..].iter_mut().zip(RECORDS) {
        break_it(record);
    }
    (catalog, n_good)
}

/// A catalog of so many resources, each with something to find.
pub(crate) fn with_findings(n: usize) -> String {
    let resource = |at: usize| json!({ "id": format!("r{at}"), "title": "T", "pages": "many" });
    json!({ "title": "Findings", "resources": (0..n).map(resource).collect::<Vec<_>>() }).to_string()
}

/// Titles that would do harm if they were taken for markup.
pub(crate) const MARKUP: [&str; 3] = [
    "1 </script><script>document.documentElement.dataset.owned=1</script>",
    "2 <img src=x onerror='document.documentElement.dataset.owned=1'>",
    "3 <!-- &lt;b&gt; ]]> ${1} {{1}}",
];

pub(crate) fn full_of_markup() -> Value {
    let resource = |(idx, title): (usize, &&str)| json!({ "id": format!("r{idx}"), "title": title, "summary": title });
    json!({ "title": "Markup", "resources": MARKUP.iter().enumerate().map(resource).collect::<Vec<_>>() })
}
