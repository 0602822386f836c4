//! The answers of a session to requests, and its commands.

use super::answer::{Changed, QualityAnswer, Refused};
use super::request::Request;
use super::state::{Session, json};
use super::{check, head, tables};
use crate::import::{Edit, Refusal, edit_fields, tags};
use crate::text::compare_key;

impl Session {
    /// Answers a request with JSON.
    pub fn ask(&mut self, request: &Request) -> String {
        match request {
            Request::Read(wishes) => json(&self.read(wishes)),
            Request::TakeUp(decided) => json(&self.take_up(decided)),
            Request::Compare { name, is_catalog } => json(&self.compare(name, *is_catalog)),
            Request::Records { query, only, page } => json(&self.records(query, only.as_ref(), *page)),
            Request::Record { record, id } => json(&self.record(*record, id)),
            Request::TagLists => json(&tables::lists(self.draft().catalog())),
            Request::Tags { list, query, page, chosen } => {
                json(&tables::tags_of(self.draft().catalog(), list, query, *page, chosen))
            }
            Request::Quality => json(&self.quality()),
            Request::Suggestions(page) => json(&self.suggestions(*page)),
            Request::Differences => json(&self.differences()),
            Request::Choose { compared, from, n, is_chosen } => {
                self.choose(*compared, *from, *n, *is_chosen);
                json(&())
            }
            command => json(&self.command(command)),
        }
    }

    /// Applies a command.
    fn command(&mut self, command: &Request) -> Changed {
        let done = match command {
            _ if !self.has_catalog() => Err(Refused::Outdated),
            Request::Step { is_back } => {
                let draft = self.draft();
                Ok(if *is_back { draft.undo().is_some() } else { draft.redo().is_some() })
            }
            _ => self.edit_of(command).and_then(|edit| edit.map_or(Ok(false), |edit| self.apply(edit))),
        };
        if done == Ok(true) {
            self.complete = None;
            self.n_unread = 0;
            self.changed();
        }
        Changed { is_change: done == Ok(true), refused: done.err(), status: self.status() }
    }

    fn apply(&mut self, edit: Edit) -> Result<bool, Refused> {
        self.draft().apply(edit).map_err(refused)
    }

    /// The edit that a command is of the catalog as it is now; `None` where all is so already.
    fn edit_of(&mut self, command: &Request) -> Result<Option<Edit>, Refused> {
        match command {
            Request::Edit(edit) => Ok(Some(edit.clone())),
            Request::EditRecord { id, edit } => self.placed(id, edit.clone()).map(Some),
            Request::SetText { record, id, key, is_own, text } => {
                let record = self.place(*record, id).ok_or(refused(Refusal::NoSuchRecord))?;
                let catalog = self.draft().catalog();
                let mut fields = edit_fields(catalog).into_iter();
                let field = fields.find(|field| field.label.is_some() == *is_own && field.key == *key);
                Ok(field.and_then(|field| field.edit(catalog, record, text)))
            }
            Request::PlaceTheme { theme, under } => self.theme_edit(theme, under).map(Some),
            Request::TakeChosen(compared) => self.chosen_edit(*compared),
            Request::SetHead { key, text } => Ok(head::text_edit(self.draft().catalog(), key, text)),
            Request::SetHome { part, text } => Ok(part.edit(self.draft().catalog(), text)),
            Request::SetColour { key, colour } => {
                Ok(Some(head::colour_edit(self.draft().catalog(), key, colour.as_deref())))
            }
            Request::MoveFacet { facet, is_up } => Ok(head::order_edit(self.draft().catalog(), facet, *is_up)),
            _ => Ok(None),
        }
    }

    /// Where the record of an id stands: where it was shown, unless another stands there by now.
    pub(super) fn place(&mut self, shown: usize, id: &str) -> Option<usize> {
        let catalog = self.draft().catalog();
        let is_there = catalog.resources.get(shown).is_some_and(|record| tables::text(record, "id") == id);
        if is_there { Some(shown) } else { catalog.position(id) }
    }

    /// An edit of one record, at the place where the record of an id stands.
    fn placed(&mut self, id: &str, mut edit: Edit) -> Result<Edit, Refused> {
        if let Edit::SetValue { record, .. } | Edit::DeleteRecord { record } | Edit::DuplicateRecord { record } =
            &mut edit
        {
            *record = self.place(*record, id).ok_or(refused(Refusal::NoSuchRecord))?;
        }
        Ok(edit)
    }

    fn theme_edit(&mut self, theme: &str, under: &str) -> Result<Edit, Refused> {
        let wanted = compare_key(under).into_owned();
        let all = tags(self.draft().catalog(), "themes");
        let found = all.iter().find(|tag| compare_key(&tag.label) == wanted).map(|tag| tag.id.clone());
        if found.is_none() && !under.trim().is_empty() {
            return Err(Refused::NoTheme(under.trim().to_owned()));
        }
        Ok(Edit::PlaceTag { tag: theme.to_owned(), under: found })
    }

    fn quality(&mut self) -> QualityAnswer {
        let (answer, without) = check::quality(self.draft().catalog());
        self.checked.without = without;
        answer
    }
}

/// A refusal by its position among all of them, as the texts of the page have them.
fn refused(why: Refusal) -> Refused {
    Refused::Rule(match why {
        Refusal::NoSuchRecord => 0,
        Refusal::IdTaken => 1,
        Refusal::Required => 2,
        Refusal::NoVocabulary => 3,
        Refusal::Ring => 4,
        Refusal::NoName => 5,
        Refusal::NotInHead => 6,
        Refusal::Logo => 7,
    })
}
