//! What is chosen and decided, what was read, and the actions that change it.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;

use super::draft::{self, Decided, Draft};
use super::platform::{self, File};
use crate::i18n;
use crate::import::{Answer, Wishes};
use crate::limits::OWN_FILE_BYTES;

/// All that the page knows.
#[derive(Clone, Copy)]
pub(super) struct Making {
    /// The chosen files, with their sizes in bytes.
    pub(super) files: RwSignal<Vec<(String, usize)>>,
    /// What was decided of columns.
    pub(super) wishes: RwSignal<Wishes>,
    /// What was read, once it makes a catalog.
    pub(super) answer: RwSignal<Option<Arc<Answer>>>,
    pub(super) is_reading: RwSignal<bool>,
    /// What went wrong last.
    pub(super) trouble: RwSignal<String>,
    /// What a screen reader is told.
    pub(super) status: RwSignal<String>,
    /// Title and description, where they are others than the files propose.
    pub(super) title: RwSignal<Option<String>>,
    pub(super) description: RwSignal<Option<String>>,
    /// What is kept from before, until it is taken up or thrown away.
    pub(super) draft: RwSignal<Option<Draft>>,
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
            trouble: RwSignal::default(),
            status: RwSignal::default(),
            title: RwSignal::default(),
            description: RwSignal::default(),
            draft: RwSignal::default(),
            is_kept: RwSignal::default(),
        }
    }

    /// The state of the page that a component is on.
    pub(super) fn here() -> Self {
        expect_context()
    }

    /// The title of the catalog.
    pub(super) fn title(self) -> String {
        let proposed = || self.answer.with(|answer| answer.as_ref().map(|answer| answer.title.clone()));
        self.title.get().or_else(proposed).unwrap_or_default()
    }

    /// What the catalog says of itself.
    pub(super) fn description(self) -> String {
        let proposed = || self.answer.with(|answer| answer.as_ref().map(|answer| answer.description.clone()));
        self.description.get().or_else(proposed).unwrap_or_default()
    }

    /// Takes files in, and reads all that are chosen. One that is too large is refused before it is read.
    pub(super) fn take(self, files: Vec<File>) {
        let texts = i18n::own();
        self.trouble.set(String::new());
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
                    Err(trouble) => self.trouble.set(trouble),
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
        spawn_local(async move {
            match platform::keep_text(&name, &text).await {
                Ok(()) => self.add(vec![(name, text.len())]).await,
                Err(why) => self.trouble.set((i18n::own().not_read)(&name, &why)),
            }
        });
    }

    /// Adds files that are kept, and reads all. Where nothing can be read with them, they go again.
    async fn add(self, taken: Vec<(String, usize)>) {
        let names: Vec<String> = taken.iter().map(|(name, _)| name.clone()).collect();
        self.files.update(|files| {
            files.retain(|(name, _)| !names.contains(name));
            files.extend(taken);
        });
        if self.read_now().await {
            platform::focus("own-columns");
        } else {
            for name in &names {
                platform::leave(name);
            }
            self.files.update(|files| files.retain(|(name, _)| !names.contains(name)));
        }
    }

    /// Takes a file out, and reads the others.
    pub(super) fn leave(self, name: &str) {
        platform::leave(name);
        self.files.update(|files| files.retain(|(other, _)| other != name));
        if self.files.with(Vec::is_empty) {
            self.answer.set(None);
            spawn_local(platform::drop_draft());
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

    /// Gives columns back to what is guessed of them.
    pub(super) fn guess_anew(self) {
        self.wishes.set(Wishes::default());
        self.read_again("own-columns".to_owned());
    }

    /// Reads the files once more, and moves the focus to an element of what is shown then.
    fn read_again(self, focused: String) {
        spawn_local(async move {
            self.read_now().await;
            platform::focus(&focused);
        });
    }

    /// Reads the chosen files; whether that makes a catalog. What was read before stays where it does not.
    async fn read_now(self) -> bool {
        let texts = i18n::own();
        let wishes = self.wishes.with_untracked(|wishes| serde_json::to_string(wishes).unwrap_or_default());
        self.is_reading.set(true);
        self.status.set(texts.reading.to_owned());
        let answer = platform::read(&wishes).await;
        self.is_reading.set(false);
        let answer: Answer = match answer {
            Ok(json) => serde_json::from_str(&json).unwrap_or_default(),
            Err(why) if why == "cancelled" => {
                self.status.set(texts.was_cancelled.to_owned());
                return false;
            }
            Err(_) => return self.fail(texts.too_much.to_owned()),
        };
        if let Some(failure) = answer.failure {
            return self.fail((texts.no_catalog)(&failure));
        }
        if answer.n_items == 0 {
            return self.fail(texts.no_items.to_owned());
        }
        self.trouble.set(String::new());
        self.status.set((texts.read)(answer.n_items, answer.n_read));
        self.answer.set(Some(Arc::new(answer)));
        self.keep();
        true
    }

    fn fail(self, why: String) -> bool {
        self.status.set(why.clone());
        self.trouble.set(why);
        false
    }

    /// Keeps what was done so far on this device.
    pub(super) fn keep(self) {
        let decided = Decided {
            wishes: self.wishes.get_untracked(),
            title: self.title.get_untracked(),
            description: self.description.get_untracked(),
        };
        spawn_local(async move { self.is_kept.set(Some(draft::keep(&decided).await)) });
    }

    /// Looks whether there is work from before.
    pub(super) fn look_for_draft(self) {
        spawn_local(async move { self.draft.set(draft::load(false).await) });
    }

    /// Goes on where the work from before ended.
    pub(super) fn take_up(self) {
        spawn_local(async move {
            let Some(draft) = draft::load(true).await else { return };
            self.draft.set(None);
            self.files.set(draft.files);
            self.wishes.set(draft.decided.wishes);
            self.title.set(draft.decided.title);
            self.description.set(draft.decided.description);
            if self.read_now().await {
                platform::focus("own-columns");
            }
        });
    }

    /// Throws the work from before away.
    pub(super) fn throw_away(self) {
        self.draft.set(None);
        spawn_local(platform::drop_draft());
    }
}

/// Puts a value under a name, in place of the one that is there.
fn set(pairs: &mut Vec<(String, String)>, name: &str, value: String) {
    pairs.retain(|(other, _)| other != name);
    pairs.push((name.to_owned(), value));
}
