//! What is chosen and decided, what was read, and the actions that change it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::editing::{Editing, json};
use super::platform::{self, File};
use crate::i18n;
use crate::import::{Edit, Wishes};
use crate::limits::OWN_FILE_BYTES;
use crate::session::{Changed, Only, ReadAnswer, Refused, Request, Save, TakenUp};

/// What is said to have gone wrong where the module could not go on: mostly it had no memory left.
const TRAP: &str = "trap";

/// How a reading ended.
enum Reading {
    /// The files make a catalog.
    Done,
    /// They make none, which was said.
    Failed,
    /// Another one was begun meanwhile.
    Outdated,
    /// It was ended, or what reads came to an end: why.
    Ended(String),
}

/// All that the page knows.
#[derive(Clone, Copy)]
pub(super) struct Making {
    /// The chosen files, with their sizes in bytes.
    pub(super) files: RwSignal<Vec<(String, usize)>>,
    /// What was decided of columns.
    pub(super) wishes: RwSignal<Wishes>,
    /// What was read, once it makes a catalog.
    pub(super) answer: RwSignal<Option<Arc<ReadAnswer>>>,
    pub(super) is_reading: RwSignal<bool>,
    /// How many readings were begun: the answer of an earlier one counts no more.
    n_readings: StoredValue<usize>,
    /// What went wrong last.
    pub(super) trouble: RwSignal<String>,
    /// What a screen reader is told.
    pub(super) status: RwSignal<String>,
    /// What was saved last, in a sentence.
    pub(super) saved: RwSignal<String>,
    /// The catalog and its edits.
    pub(super) editing: Editing,
    /// The records that the table shows alone, and what they have in common.
    pub(super) only: RwSignal<Option<(String, Only)>>,
    /// How often records were shown alone.
    n_shown_alone: StoredValue<usize>,
    /// The files that are kept from before, with their sizes, until they are taken up or thrown away.
    pub(super) draft: RwSignal<Option<Vec<(String, usize)>>>,
    /// Whether the browser keeps what is done; `None` until it was asked to.
    pub(super) is_kept: RwSignal<Option<bool>>,
}

impl Making {
    /// A page on which nothing was done.
    pub(super) fn new() -> Self {
        Self {
            files: RwSignal::default(),
            wishes: RwSignal::default(),
            answer: RwSignal::default(),
            is_reading: RwSignal::default(),
            n_readings: StoredValue::new(0),
            trouble: RwSignal::default(),
            status: RwSignal::default(),
            saved: RwSignal::default(),
            editing: Editing::new(),
            only: RwSignal::default(),
            n_shown_alone: StoredValue::new(0),
            draft: RwSignal::default(),
            is_kept: RwSignal::default(),
        }
    }

    /// The state of the page that a component is on.
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// Applies an edit, and keeps it; why it is refused is said where it is seen.
    pub(super) fn edit(self, edit: Edit) {
        self.command(Request::Edit(edit), |_| {});
    }

    /// Does what changes the catalog, and what follows where that is not refused.
    pub(super) fn command(self, command: Request, then: impl FnOnce(bool) + 'static) {
        spawn_local(async move {
            let texts = i18n::own_edit();
            let changed: Changed = match platform::ask(&json(&command)).await {
                Ok(json) => serde_json::from_str(&json).unwrap_or_default(),
                Err(why) => return self.recover(&why).await,
            };
            if let Some(why) = changed.refused {
                let why = match why {
                    Refused::Rule(at) => texts.refusals.get(at).copied().unwrap_or_default().to_owned(),
                    Refused::NoTheme(name) => (texts.no_such_theme)(&name),
                    Refused::Outdated => i18n::own().outdated.to_owned(),
                };
                self.fail((texts.refused)(&why));
                return;
            }
            self.trouble.set(String::new());
            if changed.is_change {
                self.saved.set(String::new());
                self.editing.set(changed.status);
                self.status.set(
                    match command {
                        Request::Step { is_back: true } => texts.undone,
                        Request::Step { is_back: false } => texts.redone,
                        _ => texts.done,
                    }
                    .to_owned(),
                );
                self.keep();
            }
            then(changed.is_change);
        });
    }

    /// Sets a text of the head; a blank one takes it away.
    pub(super) fn set_head(self, key: &str, text: &str) {
        self.command(Request::SetHead { key: key.to_owned(), text: text.to_owned() }, |_| {});
    }

    /// Takes the last edit back, or brings it back.
    pub(super) fn step(self, is_back: bool) {
        self.command(Request::Step { is_back }, |_| {});
    }

    /// Saves a file, and says what came of it.
    pub(super) fn save(self, save: Save, with_importer: bool) {
        spawn_local(async move {
            let texts = i18n::own();
            let is_folder = save == Save::Folder;
            let request = serde_json::to_string(&save).unwrap_or_default();
            match platform::save(&request, is_folder || save == Save::Page, is_folder, with_importer).await {
                Ok(name) => {
                    self.trouble.set(String::new());
                    self.status.set((texts.saved)(&name));
                    self.saved.set((texts.saved)(&name));
                }
                Err(why) if why == TRAP => self.recover(&why).await,
                Err(why) => _ = self.fail((texts.not_saved)(&why)),
            }
        });
    }

    /// Takes files in, and reads all that are chosen. One that is too large is refused before it is read.
    pub(super) fn take(self, files: Vec<File>) {
        let texts = i18n::own();
        self.trouble.set(String::new());
        platform::mark_files();
        spawn_local(async move {
            let mut taken = Vec::new();
            for file in files {
                let (name, size) = (file.name.clone(), file.size);
                let kept = if size > OWN_FILE_BYTES {
                    Err((texts.too_large)(&name, OWN_FILE_BYTES))
                } else {
                    platform::keep(file).await.map_err(|why| (texts.not_read)(&name, &why))
                };
                match kept {
                    Ok(()) => taken.push((name, size)),
                    Err(trouble) => _ = self.fail(trouble),
                }
            }
            if !taken.is_empty() {
                self.add(taken).await;
            }
        });
    }

    /// Takes in a text, under a name.
    pub(super) fn take_text(self, name: String, text: String) {
        self.trouble.set(String::new());
        platform::mark_files();
        spawn_local(async move {
            match platform::keep_text(&name, &text).await {
                Ok(()) => self.add(vec![(name, text.len())]).await,
                Err(why) => _ = self.fail((i18n::own().not_read)(&name, &why)),
            }
        });
    }

    /// Takes in the catalog of the page itself, to be edited.
    pub(super) fn take_catalog_of_page(self) {
        const NAME: &str = "catalog of this page.json";
        self.trouble.set(String::new());
        self.is_reading.set(true);
        platform::mark_files();
        spawn_local(async move {
            match platform::keep_catalog_of_page(NAME).await {
                Ok(size) => self.add(vec![(NAME.to_owned(), size)]).await,
                Err(why) => {
                    self.is_reading.set(false);
                    self.fail((i18n::own().not_read)(NAME, &why));
                }
            }
        });
    }

    /// Adds files that are kept, and reads all. Where nothing can be read with them, the files are those from before.
    async fn add(self, taken: Vec<(String, usize)>) {
        let before = self.files.get_untracked();
        self.saved.set(String::new());
        self.files.update(|files| {
            files.retain(|(name, _)| !taken.iter().any(|(other, _)| other == name));
            files.extend(taken);
        });
        let read = self.read_now().await;
        match read {
            Reading::Done => platform::focus("own-columns"),
            Reading::Outdated => {}
            Reading::Failed | Reading::Ended(_) => {
                platform::return_files();
                self.files.set(before);
            }
        }
        self.recover_from(read).await;
    }

    /// Takes a file out, and reads the others.
    pub(super) fn leave(self, name: &str) {
        platform::leave(name);
        self.files.update(|files| files.retain(|(other, _)| other != name));
        if self.files.with(Vec::is_empty) {
            self.answer.set(None);
            self.wishes.update(|wishes| *wishes = Wishes { earlier: wishes.earlier.take(), ..Wishes::default() });
            // The answer of a reading that is under way counts no more.
            self.n_readings.update_value(|n| *n += 1);
            self.is_reading.set(false);
            platform::forget();
        } else {
            self.read_again("own-choose".to_owned());
        }
    }

    /// Decides what a column becomes; the focus stays on the control of that id.
    pub(super) fn set_role(self, column: &str, word: String, control: String) {
        self.wishes.update(|wishes| set(&mut wishes.roles, column, word));
        self.read_again(control);
    }

    /// Decides what stands between the values of a column; the focus stays on the control of that id.
    pub(super) fn set_separator(self, column: &str, sign: String, control: String) {
        self.wishes.update(|wishes| set(&mut wishes.separators, column, sign));
        self.read_again(control);
    }

    /// Decides which number of the dates of a column comes first; the focus stays on the control of that id.
    pub(super) fn set_order(self, column: &str, order: String, control: String) {
        self.wishes.update(|wishes| set(&mut wishes.orders, column, order));
        self.read_again(control);
    }

    /// Decides how files are read; the focus stays on the control of that id.
    pub(super) fn set_reading(self, change: impl FnOnce(&mut Wishes), control: &str) {
        self.wishes.update(change);
        self.read_again(control.to_owned());
    }

    /// Gives columns back to what is guessed of them.
    pub(super) fn guess_anew(self) {
        self.wishes.set(Wishes::default());
        self.read_again("own-columns".to_owned());
    }

    /// Reads the files once more, and moves the focus to an element of what is shown then.
    fn read_again(self, focused: String) {
        // At once: nothing may be saved of what was decided otherwise.
        self.is_reading.set(true);
        spawn_local(async move {
            let read = self.read_now().await;
            self.recover_from(read).await;
            platform::focus(&focused);
        });
    }

    /// Reads the chosen files. What was read before stays where they make no catalog.
    async fn read_now(self) -> Reading {
        let texts = i18n::own();
        let request = self.wishes.with_untracked(|wishes| json(&Request::Read(wishes.clone())));
        let nth = self.begin_reading();
        let answer = platform::read(&request).await;
        if self.n_readings.get_value() != nth {
            return Reading::Outdated;
        }
        self.is_reading.set(false);
        let answer: ReadAnswer = match answer {
            Ok(json) => serde_json::from_str(&json).unwrap_or_default(),
            Err(why) => return Reading::Ended(why),
        };
        if let Some(failure) = answer.failure {
            self.fail((texts.no_catalog)(&failure));
            return Reading::Failed;
        }
        if answer.n_items == 0 {
            self.fail(texts.no_items.to_owned());
            return Reading::Failed;
        }
        self.take_answer(answer);
        self.keep();
        Reading::Done
    }

    /// Says that files are read; the number of the reading.
    fn begin_reading(self) -> usize {
        self.is_reading.set(true);
        self.status.set(i18n::own().reading.to_owned());
        let nth = self.n_readings.get_value() + 1;
        self.n_readings.set_value(nth);
        nth
    }

    /// Shows what was read.
    fn take_answer(self, answer: ReadAnswer) {
        let n_lost = answer.n_lost;
        self.status.set((i18n::own().read)(answer.n_items, answer.n_read));
        self.editing.set(answer.status.clone());
        self.trouble.set(if n_lost == 0 { String::new() } else { (i18n::own_edit().lost)(n_lost) });
        self.answer.set(Some(Arc::new(answer)));
    }

    async fn recover_from(self, read: Reading) {
        if let Reading::Ended(why) = read {
            self.recover(&why).await;
        }
    }

    /// Says why another catalog could not be compared with.
    pub(super) async fn not_compared(self, name: &str, why: &str) {
        if why == TRAP {
            self.recover(why).await;
        } else {
            self.fail((i18n::own_edit().not_compared)(name, why));
        }
    }

    /// Goes on where the work was before what went wrong, or was ended, and says which of them it was.
    async fn recover(self, why: &str) {
        let texts = i18n::own();
        let is_cancelled = why == "cancelled";
        if !is_cancelled && why != TRAP {
            self.fail((texts.no_catalog)(why));
            return;
        }
        if self.answer.with_untracked(Option::is_some) {
            let nth = self.begin_reading();
            let is_there = self.resume().await;
            if self.n_readings.get_value() != nth {
                return;
            }
            self.is_reading.set(false);
            if !is_there {
                self.answer.set(None);
                self.look_for_draft();
            }
        }
        if is_cancelled {
            self.status.set(texts.was_cancelled.to_owned());
        } else {
            self.fail(texts.too_much.to_owned());
        }
    }

    /// Reads the files as they were read when the work was kept last, with its edits; whether that could be done.
    async fn resume(self) -> bool {
        let Some(taken) = platform::take_up(false).await else { return false };
        let taken: TakenUp = serde_json::from_str(&taken).unwrap_or_default();
        let mut read = None;
        for wishes in taken.complete.into_iter().chain([taken.wishes]) {
            self.wishes.set(wishes.clone());
            let Ok(json) = platform::read(&json(&Request::Read(wishes))).await else { return false };
            read = serde_json::from_str::<ReadAnswer>(&json).ok().filter(|answer| answer.n_items > 0);
        }
        read.map(|answer| self.take_answer(answer)).is_some()
    }

    /// A number that is another whenever records are shown alone.
    pub(super) fn n_shown_alone(self) -> usize {
        self.n_shown_alone.update_value(|n| *n += 1);
        self.n_shown_alone.get_value()
    }

    /// Says what went wrong, to the eye and to the ear.
    pub(super) fn fail(self, why: String) -> bool {
        self.status.set(why.clone());
        self.trouble.set(why);
        false
    }

    /// Keeps what was done so far on this device.
    pub(super) fn keep(self) {
        spawn_local(async move { self.is_kept.set(Some(platform::keep_draft().await)) });
    }

    /// Looks whether there is work from before.
    pub(super) fn look_for_draft(self) {
        spawn_local(async move {
            self.draft.set(platform::draft().await.and_then(|json| serde_json::from_str(&json).ok()));
        });
    }

    /// Has the columns of a list become what those of the list became that the page was made of.
    pub(super) fn look_for_mapping(self) {
        spawn_local(async move {
            let earlier = platform::mapping_of_page().await.and_then(|json| serde_json::from_str(&json).ok());
            if earlier.is_some() && self.wishes.with_untracked(|wishes| *wishes == Wishes::default()) {
                self.wishes.update(|wishes| wishes.earlier = earlier);
            }
        });
    }

    /// Goes on where the work from before ended.
    pub(super) fn take_up(self) {
        spawn_local(async move {
            let Some(taken) = platform::take_up(true).await else {
                self.fail(i18n::own().not_taken_up.to_owned());
                return;
            };
            let taken: TakenUp = serde_json::from_str(&taken).unwrap_or_default();
            self.files.set(self.draft.try_update(Option::take).flatten().unwrap_or_default());
            // Edits are of the list as it was read when all of them could be applied.
            for wishes in taken.complete.into_iter().chain([taken.wishes]) {
                self.wishes.set(wishes);
                let read = self.read_now().await;
                if !matches!(read, Reading::Done) {
                    return self.recover_from(read).await;
                }
            }
            platform::focus("own-columns");
        });
    }

    /// Throws the work from before away.
    pub(super) fn throw_away(self) {
        self.draft.set(None);
        spawn_local(platform::drop_draft());
        platform::focus("own-file");
    }
}

/// Puts a value under a name, in place of the one that is there.
fn set(pairs: &mut Vec<(String, String)>, name: &str, value: String) {
    pairs.retain(|(other, _)| other != name);
    pairs.push((name.to_owned(), value));
}
