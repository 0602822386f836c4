//! The state of a session: the files, what was read of them, and the catalog with its edits.

use serde::Serialize;
use serde_json::Value;

use super::answer::{ReadAnswer, Status, SuggestionRow, TakenUp};
use super::request::Only;
use crate::catalog::Catalog;
use crate::import::{
    ColumnAnswer, Comparison, Draft, Edit, Import, Mapping, Note, NoteAnswer, RawCatalog, Replayed, SavedDraft, Sliced,
    Wishes, read_files, read_files_in_parts, replay,
};
use crate::limits::{FINDINGS_SHOWN, OWN_COLUMNS_DRAWN};
use crate::text::shortened;

/// Characters of a finding or of a failure that are shown.
const SENTENCE: usize = 400;

/// A catalog that is being made.
#[derive(Debug, Default)]
pub struct Session {
    /// The files that were added for the next reading.
    files: Vec<(String, Vec<u8>)>,
    /// What was decided of the files that were read last.
    pub(super) wishes: Wishes,
    /// What was decided when all edits could be applied last.
    complete_wishes: Wishes,
    /// What was found while they were read.
    pub(super) notes: Vec<Note>,
    /// What their columns became; none of a catalog of our own.
    pub(super) mapping: Mapping,
    /// What was read, until its records are looked at or edited.
    read: Option<Catalog>,
    draft: Option<Draft>,
    /// What is looked at where there is no catalog: it has no records, and is never edited.
    nothing: Draft,
    /// The last draft that had all edits, where this reading lacks some of them.
    pub(super) complete: Option<SavedDraft>,
    /// Edits from before, and how many of them are in force, for the next reading.
    kept: Option<(Vec<Edit>, usize)>,
    /// How many edits of the work that was taken up can't be read.
    pub(super) n_unread: usize,
    /// The reading that is done in parts, with what was decided of the files.
    reading: Option<(Wishes, Sliced<Result<Import, String>>)>,
    /// What is called with the share of a reading that is done.
    on_progress: Option<fn(f64)>,
    pub(super) checked: Checked,
    /// How often catalogs were compared.
    pub(super) n_compared: usize,
    pub(super) other: Option<Other>,
}

/// What was found of the catalog, until it changes.
#[derive(Debug, Default)]
pub(super) struct Checked {
    /// The ids of the records that lack a field, in order.
    pub(super) without: Vec<(String, Vec<String>)>,
    /// Those of them that are shown alone: they stay in sight when they lack it no more.
    alone: Option<(Only, Vec<String>)>,
    /// Whether each record has a theme, and what is suggested for the others.
    pub(super) suggestions: Option<(bool, Vec<SuggestionRow>)>,
}

impl Checked {
    /// Forgets what is not so any more when the catalog changes.
    pub(super) fn outdate(&mut self) {
        self.suggestions = None;
    }

    /// The ids of records that are shown alone, in order.
    pub(super) fn alone(&mut self, only: &Only) -> Vec<String> {
        let mut ids = match (only, &self.alone) {
            (Only::Ids(ids), _) => ids.clone(),
            (_, Some((of, ids))) if of == only => return ids.clone(),
            (Only::Without(key, _), _) => {
                let found = self.without.iter().find(|(of, _)| of == key);
                found.map(|(_, ids)| ids.clone()).unwrap_or_default()
            }
        };
        ids.sort_unstable();
        self.alone = Some((only.clone(), ids.clone()));
        ids
    }
}

/// Another catalog.
#[derive(Debug)]
pub(super) struct Other {
    pub(super) name: String,
    pub(super) catalog: RawCatalog,
    pub(super) compared: Comparison,
    /// For each difference whether it is chosen.
    pub(super) chosen: Vec<bool>,
    /// Whether this catalog was changed since they were compared.
    pub(super) is_outdated: bool,
}

/// What was decided, as it is kept on a device.
#[derive(Debug, Default, Serialize)]
struct Decided {
    wishes: Wishes,
    /// What was decided of columns when all edits could be applied, where some of them can't be now.
    #[serde(skip_serializing_if = "Option::is_none")]
    complete: Option<Wishes>,
    /// The edits of what was read, oldest first.
    edits: Vec<Edit>,
    /// How many of them are in force; the others are undone.
    n_in_force: usize,
}

impl Decided {
    /// What was decided, as it is kept, and how many of the edits in force can't be read: such an edit costs no other, unless the positions
    /// of the records behind it are of it.
    fn read(json: &str) -> (Self, usize) {
        let kept: Value = serde_json::from_str(json).unwrap_or_default();
        let wishes = |key: &str| serde_json::from_str(&kept.get(key)?.to_string()).ok();
        let stated =
            kept.get("n_in_force").and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
        let all = kept.get("edits").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let (mut edits, mut n_in_force) = (Vec::new(), 0);
        for (at, kept) in all.iter().enumerate() {
            match serde_json::from_str(&kept.to_string()) {
                Ok(edit) => {
                    edits.push(edit);
                    n_in_force += usize::from(at < stated);
                }
                Err(_) if moves_records(kept) => break,
                Err(_) => {}
            }
        }
        let decided =
            Self { wishes: wishes("wishes").unwrap_or_default(), complete: wishes("complete"), edits, n_in_force };
        (decided, stated.min(all.len()) - n_in_force)
    }
}

/// Whether an edit that can't be read may add or delete records.
fn moves_records(edit: &Value) -> bool {
    let name = edit.get("edit").and_then(Value::as_str).unwrap_or_default();
    name == "all" || name.ends_with("_record")
}

impl Session {
    /// Calls a function with the share of a reading that is done, from 0 to 1.
    pub fn on_progress(&mut self, on_progress: fn(f64)) {
        self.on_progress = Some(on_progress);
    }

    /// Begins a file for the next reading, in parts.
    pub fn begin_file(&mut self, name: &str, size: usize) {
        let mut bytes = Vec::new();
        // A file may be larger than what there is memory for: then its parts are added as long as that goes.
        let _ = bytes.try_reserve_exact(size);
        self.files.push((name.to_owned(), bytes));
    }

    /// Adds bytes to the file that was begun last.
    pub fn add_bytes(&mut self, bytes: &[u8]) {
        if let Some((_, file)) = self.files.last_mut() {
            file.extend_from_slice(bytes);
        }
    }

    /// Forgets the files that were added.
    pub fn drop_files(&mut self) {
        self.files = Vec::new();
    }

    /// What was decided, with the edits: what is kept on a device.
    #[must_use]
    pub fn decided(&mut self) -> String {
        if self.complete.is_none() && self.has_catalog() {
            self.complete_wishes.clone_from(&self.wishes);
        }
        let is_other = self.complete.is_some() || self.complete_wishes != self.wishes;
        let complete = is_other.then(|| self.complete_wishes.clone());
        let (edits, n_in_force) = self.history();
        json(&Decided { wishes: self.wishes.clone(), complete, edits, n_in_force })
    }

    /// The edits, and how many of them are in force, with those that what was read lacks.
    fn history(&self) -> (Vec<Edit>, usize) {
        if let Some(saved) = &self.complete {
            return (saved.edits.clone(), saved.n_in_force);
        }
        let Some(draft) = &self.draft else { return self.kept.clone().unwrap_or_default() };
        let (edits, n_in_force) = draft.history();
        (edits.to_vec(), n_in_force)
    }

    /// Takes work from before up for the next reading. Edits are of the list as it was read when all of them could be applied.
    pub(super) fn take_up(&mut self, decided: &str) -> TakenUp {
        let (Decided { wishes, complete, edits, n_in_force }, n_unread) = Decided::read(decided);
        *self = Self {
            files: std::mem::take(&mut self.files),
            on_progress: self.on_progress,
            n_compared: self.n_compared,
            complete_wishes: complete.clone().unwrap_or_else(|| wishes.clone()),
            wishes: wishes.clone(),
            n_unread,
            kept: (!edits.is_empty()).then_some((edits, n_in_force)),
            ..Self::default()
        };
        TakenUp { wishes, complete }
    }

    /// The catalog that the file that was added is.
    pub(super) fn added_catalog(&mut self) -> Result<RawCatalog, String> {
        let bytes = std::mem::take(&mut self.files).pop().map(|(_, bytes)| bytes).unwrap_or_default();
        RawCatalog::read(&bytes).map(|(catalog, _)| catalog).map_err(|why| why.to_string())
    }

    /// Reads the files that were added.
    pub(super) fn taken(&mut self, wishes: &Wishes) -> Result<Import, String> {
        let read = read_files(std::mem::take(&mut self.files), wishes, self.on_progress);
        read.map_err(|why| shortened(&why, SENTENCE).into_owned())
    }

    /// Begins to read the files that were added, in parts: for a page that may have no worker, and would stand still. One that is under way
    /// ends.
    pub fn begin_reading(&mut self, wishes: Wishes) {
        let files = std::mem::take(&mut self.files);
        let reading = read_files_in_parts(files, wishes.clone(), self.on_progress);
        self.reading = Some((wishes, Sliced::new(reading)));
    }

    /// Does the next part of the reading; where that was the last, the answer as JSON, as of [`Request::Read`](super::Request::Read).
    pub fn read_on(&mut self) -> Option<String> {
        let Some((_, reading)) = &mut self.reading else { return Some(json(&ReadAnswer::default())) };
        let import = reading.go_on()?;
        let (wishes, _) = self.reading.take()?;
        Some(json(&self.take_import(&wishes, import.map_err(|why| shortened(&why, SENTENCE).into_owned()))))
    }

    /// Ends the reading that is under way; what was read before stays.
    pub fn end_reading(&mut self) {
        self.reading = None;
    }

    /// Reads the files that were added; where they make no catalog, what was read before stays.
    pub(super) fn read(&mut self, wishes: &Wishes) -> ReadAnswer {
        let import = self.taken(wishes);
        self.take_import(wishes, import)
    }

    /// Takes in what came of a reading.
    fn take_import(&mut self, wishes: &Wishes, import: Result<Import, String>) -> ReadAnswer {
        let Import { catalog, report } = match import {
            Ok(import) if !import.catalog.resources.is_empty() => import,
            Ok(_) => return ReadAnswer::default(),
            Err(failure) => return ReadAnswer { failure: Some(failure), ..ReadAnswer::default() },
        };
        self.wishes.clone_from(wishes);
        let n_lost = self.go_on(catalog) + self.n_unread;
        let note = |note: &Note| {
            let note = NoteAnswer::from(note);
            NoteAnswer { text: shortened(&note.text, SENTENCE).into_owned(), ..note }
        };
        let mut n_notes = [0; 4];
        report.notes.iter().for_each(|note| n_notes[NoteAnswer::from(note).kind] += 1);
        self.notes = report.notes;
        self.mapping = Mapping::of(&report.columns);
        ReadAnswer {
            failure: None,
            n_read: report.n_read,
            n_items: report.n_items,
            n_columns: report.columns.len(),
            columns: report.columns.into_iter().take(OWN_COLUMNS_DRAWN).map(ColumnAnswer::from).collect(),
            notes: self.notes.iter().take(FINDINGS_SHOWN).map(note).collect(),
            n_notes,
            n_lost,
            status: self.status(),
        }
    }

    /// Goes on with a catalog that was read, and applies the edits that there are; how many of them can't be. They are tried again at the
    /// next reading, unless the catalog is edited before.
    fn go_on(&mut self, catalog: Catalog) -> usize {
        self.changed();
        let draft = self.draft.take().filter(|draft| !draft.history().0.is_empty());
        self.read = Some(catalog);
        let Some(saved) = self.complete.take().or_else(|| draft.map(Draft::into_saved)) else {
            return if self.kept.is_some() { self.make() } else { 0 };
        };
        let original = self.read.take().map(RawCatalog::from).unwrap_or_default();
        let Replayed { draft, n_lost, complete } = replay(saved, original);
        self.draft = Some(draft);
        self.complete = complete;
        n_lost
    }

    /// Makes the catalog of what was read, with the edits from before; how many of them can't be applied.
    fn make(&mut self) -> usize {
        let original = self.read.take().map(RawCatalog::from).unwrap_or_default();
        let (edits, n_in_force) = self.kept.take().unwrap_or_default();
        let (draft, rest) = Draft::restored(SavedDraft { original, edits, n_in_force });
        if !rest.is_empty() {
            let edits = [draft.history().0, &rest].concat();
            self.complete = Some(SavedDraft { edits, n_in_force, ..draft.saved() });
        }
        self.draft = Some(draft);
        rest.len()
    }

    /// The catalog with its edits.
    pub(super) fn draft(&mut self) -> &mut Draft {
        if self.draft.is_none() && self.read.is_some() {
            self.make();
        }
        self.draft.as_mut().unwrap_or(&mut self.nothing)
    }

    /// Whether there is a catalog. Where there is none, questions are answered with nothing, and nothing can be edited; what was kept waits
    /// for the next reading.
    pub(super) fn has_catalog(&self) -> bool {
        self.read.is_some() || self.draft.is_some()
    }

    /// The catalog as its reader sees it; not copied where nothing has looked at its records yet.
    pub(super) fn with_catalog<T>(&mut self, look: impl FnOnce(&mut Catalog) -> T) -> T {
        match &mut self.read {
            Some(catalog) => look(catalog),
            None => look(&mut self.draft().catalog().catalog()),
        }
    }

    /// How many edits are in force.
    pub(super) fn n_edits(&self) -> usize {
        self.draft.as_ref().map_or(0, |draft| draft.edits().len())
    }

    pub(super) fn status(&mut self) -> Status {
        let (n_records, mut head) = match (&self.read, &self.draft) {
            (Some(catalog), _) => (catalog.resources.len(), RawCatalog::of_head(&catalog.head)),
            (None, Some(draft)) => {
                let catalog = draft.catalog();
                (catalog.resources.len(), RawCatalog { head: without_vocabulary(catalog), resources: Vec::new() })
            }
            (None, None) => return Status::default(),
        };
        head.head.shift_remove("vocabulary");
        let n_undone = self.draft.as_ref().map_or(0, Draft::n_undone);
        Status { n_records, n_edits: self.n_edits(), n_undone, head }
    }

    /// Forgets what was found of the catalog before it changed.
    pub(super) fn changed(&mut self) {
        self.checked.outdate();
        if let Some(other) = &mut self.other {
            other.is_outdated = true;
        }
    }
}

/// The members of the head but the vocabulary, which may be long.
fn without_vocabulary(catalog: &RawCatalog) -> crate::import::Object {
    let members = catalog.head.iter().filter(|(key, _)| *key != "vocabulary");
    members.map(|(key, value)| (key.clone(), value.clone())).collect()
}

/// A value as JSON.
pub(super) fn json(value: &impl Serialize) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
