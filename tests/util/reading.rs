//! Checks of reading: a file in, the ids that were read and the findings in words out.

use competency_explorer::catalog::{ReadError, read};
use competency_explorer::i18n;

/// Reads a list of records given as JSON; gives the ids that were read and the findings in words.
#[track_caller]
pub(crate) fn check(records: &str, ids: &[&str], findings: &[&str]) {
    check_file(format!("{{\n\"resources\": [\n{records}\n]}}"), ids, findings);
}

#[track_caller]
pub(crate) fn check_file(file: impl AsRef<[u8]>, ids: &[&str], findings: &[&str]) {
    let (catalog, found) = read(file.as_ref()).unwrap();
    let read: Vec<&str> = catalog.resources.iter().map(|resource| resource.id.as_str()).collect();
    let found: Vec<String> = found.iter().map(i18n::finding).collect();
    assert_eq!((read.as_slice(), found.iter().map(String::as_str).collect::<Vec<_>>().as_slice()), (ids, findings));
}

#[track_caller]
pub(crate) fn check_error(file: impl AsRef<[u8]>, error: &ReadError) {
    assert_eq!(read(file.as_ref()).unwrap_err(), *error);
}

pub(crate) const A: &str = r#"{"id": "a", "title": "A"}"#;
pub(crate) const B: &str = r#"{"id": "b", "title": "B"}"#;
