//! Catalogs of our own format: read as they are, with their vocabulary, and not mapped.

use super::detect::Format;
use super::note::{Kind, Note, Place};
use super::report::Report;
use crate::catalog::{Catalog, Finding, FindingKind, read};
use crate::i18n;

/// Whether bytes begin as a catalog of our own does: with the bracket of an object.
pub(super) fn may_be(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"{")
}

/// The catalog that a text is, with a report; `None` where it is no catalog of our own.
pub(super) fn catalog(text: &str) -> Option<(Catalog, Report)> {
    // What no other JSON has together; the rest of it decides.
    let has = |key: &str| text.contains(&format!("\"{key}\""));
    if !has("resources") || !["vocabulary", "fields", "home"].into_iter().any(has) {
        return None;
    }
    let (catalog, findings) = read(text.as_bytes()).ok()?;
    let notes: Vec<Note> = findings.iter().map(note).collect();
    let n_left_out = notes.iter().filter(|note| note.kind == Kind::LeftOut).count();
    let n_items = catalog.resources.len();
    let is_own = n_items > n_left_out && catalog.head.vocabulary != crate::catalog::Vocabulary::default()
        || n_items > 0 && !catalog.head.fields.is_empty();
    is_own.then(|| {
        let report = Report { format: Format::Json, n_read: n_items + n_left_out, n_items, columns: Vec::new(), notes };
        (catalog, report)
    })
}

/// A finding as a note.
fn note(finding: &Finding) -> Note {
    use FindingKind::{BrokenRecord, DuplicateId, NoId, NoTitle, NotARecord, Truncated};
    let kind = match finding.kind {
        BrokenRecord(_) | DuplicateId | NoId | NoTitle | NotARecord(_) | Truncated => Kind::LeftOut,
        _ => Kind::Warning,
    };
    let place = Place { line: finding.place.line, column: finding.place.field.clone(), ..Place::default() };
    let id = finding.place.id.as_ref().map(|id| format!("{id}: ")).unwrap_or_default();
    Note::new(kind, "catalog", place, format!("{id}{}", i18n::finding_kind(&finding.kind)))
}
