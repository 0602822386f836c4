//! A work of a reference list, as it becomes an item: fields with the roles that the format states.

use super::work_types::{TypeVocabulary, word};
use crate::catalog::HashSet;
use crate::export::{edition_at_end, number_at_end};
use crate::import::note::{Kind, Place};
use crate::import::role::Role;
use crate::import::source::{FieldIdx, Item, Source};

/// Writes the values of one work into its item.
pub(in crate::import) struct Work<'a> {
    source: &'a mut Source<'static>,
    item: Item<'static>,
    /// What the end of its title has in parentheses: an edition or a number.
    title_end: Option<String>,
}

/// What of a number stands at the end of a title.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::import) struct AtEnd {
    /// The number.
    pub(in crate::import) number: bool,
    /// The words for what is numbered.
    pub(in crate::import) words: bool,
}

impl<'a> Work<'a> {
    /// A work that begins on a line.
    pub(in crate::import) fn at(line: usize, source: &'a mut Source<'static>) -> Self {
        Self { source, item: Item::at(line), title_end: None }
    }

    /// Adds a value of a field.
    pub(in crate::import) fn put(&mut self, name: &str, role: Role, text: &str) {
        if text.trim().is_empty() {
            return;
        }
        if role == Role::Private && has_mail(text) {
            self.note(Kind::NotPublished, "mail", format!("{name} holds an address of mail and is not published"));
        }
        let field = self.source.field(name, Some(role));
        self.item.push(field, text);
    }

    /// Adds a body to a field of names: in braces, which say that it is no person.
    pub(in crate::import) fn put_body(&mut self, name: &str, role: Role, text: &str) {
        match role {
            Role::Author | Role::Editor | Role::Translator if !text.trim().is_empty() => {
                self.put(name, role, &format!("{{{}}}", text.trim()));
            }
            _ => self.put(name, role, text),
        }
    }

    /// Puts a text in parentheses behind the title, or the subtitle where there is one; a work without a title has none of it.
    fn put_at_end_of_title(&mut self, end: &str) {
        let fields = &self.source.fields;
        let last = |role| self.item.cells.iter().rposition(|cell| fields[cell.field].role == Some(role));
        if let Some(at) = last(Role::Subtitle).or_else(|| last(Role::Title)) {
            let cell = &mut self.item.cells[at];
            cell.text = format!("{} ({end})", &*cell.text).into();
        }
    }

    /// Adds values of a field.
    pub(in crate::import) fn put_all(&mut self, name: &str, role: Role, texts: &[String]) {
        for text in texts {
            self.put(name, role, text);
        }
    }

    /// Adds a value of a role, under the word that is common for it.
    pub(in crate::import) fn add(&mut self, role: Role, text: &str) {
        let name = match role {
            Role::Author => "author",
            Role::Editor => "editor",
            Role::Translator => "translator",
            Role::Keyword => "keywords",
            Role::Publisher => "publisher",
            Role::Link => "url",
            _ => role.word(),
        };
        self.put(name, role, text);
    }

    /// Adds the others whom a note of our own exports says, as `et al. (author, editor)` does; returns whether it is such a note.
    pub(in crate::import) fn add_others(&mut self, note: &str) -> bool {
        let Some(roles) = note.strip_prefix("et al. (").and_then(|rest| rest.strip_suffix(')')) else { return false };
        for role in roles.split(", ") {
            match role {
                "author" => self.add(Role::Author, "et al."),
                "editor" => self.add(Role::Editor, "et al."),
                "translator" => self.add(Role::Translator, "et al."),
                _ => {}
            }
        }
        true
    }

    /// Adds an edition of a work of a type, at the end of the title, where exports read it; a field of the catalog's own where the title has an
    /// end already, where it is called in another way, or where it is the date of an article or the version of software.
    pub(in crate::import) fn add_edition(&mut self, text: &str, kind: &str) {
        let is_alone = self.title_end.is_none() && !matches!(kind, "article" | "software");
        match edition_at_end(text).filter(|_| is_alone) {
            Some(end) => self.title_end = Some(end),
            None => self.put("edition", Role::Own, text),
        }
    }

    /// Adds the number of a report, at the end of the title, with the words for what is numbered; returns what of both stands there. Of what
    /// `appeared` in a book or a series it does where it says what is numbered itself.
    pub(in crate::import) fn add_number(&mut self, words: &str, number: &str, appeared: bool) -> AtEnd {
        let is_alone = !appeared || !number.starts_with("No. ");
        let stated = if appeared { "" } else { words };
        let Some(end) = number_at_end(stated, number).filter(|_| is_alone && self.title_end.is_none()) else {
            return AtEnd::default();
        };
        let at_end = AtEnd { number: true, words: end.contains(words.trim()) };
        self.title_end = Some(end);
        at_end
    }

    /// Adds a remark: public where it holds no address of mail.
    pub(in crate::import) fn add_remark(&mut self, name: &str, text: &str) {
        let role = if has_mail(text) { Role::Private } else { Role::Own };
        self.put(name, role, text);
    }

    /// Adds addresses, each once.
    pub(in crate::import) fn add_links(&mut self, links: &[String]) {
        let mut added: HashSet<&String> = HashSet::default();
        for link in links {
            if added.insert(link) {
                self.add(Role::Link, link);
            }
        }
    }

    /// Adds the type, by its name in a format; returns the word for it. A type that nobody knows is noted.
    pub(in crate::import) fn add_type(&mut self, name: &str, namer: TypeVocabulary) -> &'static str {
        let known = word(name, namer);
        if known.is_none() && !name.trim().is_empty() {
            let text = format!("the type “{}” is not known; the item has the type “other”", name.trim());
            self.note(Kind::Warning, "unknown-type", text);
        }
        let word = known.unwrap_or(if name.trim().is_empty() { "" } else { "other" });
        self.add(Role::Type, word);
        word
    }

    /// Notes something on this work.
    pub(in crate::import) fn note(&mut self, kind: Kind, code: &'static str, text: impl Into<String>) {
        let place = self.item.place.clone();
        self.source.note(kind, code, place, text);
    }

    /// The work is an item, if it has any value.
    pub(in crate::import) fn finish(mut self) {
        if let Some(end) = self.title_end.take() {
            self.put_at_end_of_title(&end);
        }
        if !self.item.cells.is_empty() {
            self.source.items.push(self.item);
        }
    }
}

/// Whether a text holds an address of mail.
fn has_mail(text: &str) -> bool {
    let is_mail =
        |word: &str| word.split_once('@').is_some_and(|(before, host)| !before.is_empty() && host.contains('.'));
    text.split_whitespace().any(is_mail)
}

impl Source<'static> {
    /// Notes an entry that makes no item.
    pub(in crate::import) fn leave_out(&mut self, code: &'static str, line: usize, text: impl Into<String>) {
        self.note(Kind::LeftOut, code, Place::line(line), text);
    }

    /// The field of a name without a role.
    pub(in crate::import) fn plain_field(&mut self, name: &str) -> FieldIdx {
        self.field(name, None)
    }
}
