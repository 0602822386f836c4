//! JSON in the writing, for formats that are no catalogs: objects with keys in a fixed order, empty values left out.

use super::escape;

/// An object, or a list, that is being written.
pub(super) struct Object<'a> {
    pub(super) out: &'a mut String,
    is_first: bool,
    close: char,
}

impl<'a> Object<'a> {
    /// Opens an object.
    pub(super) fn new(out: &'a mut String) -> Self {
        out.push('{');
        Self { out, is_first: true, close: '}' }
    }

    /// Closes it.
    pub(super) fn end(self) {
        self.out.push(self.close);
    }

    /// A text; nothing where it is empty.
    pub(super) fn text(&mut self, key: &str, text: &str) {
        if !text.is_empty() {
            self.key(key);
            escape::json(self.out, text);
        }
    }

    /// A text where there is one.
    pub(super) fn some(&mut self, key: &str, text: Option<&str>) {
        self.text(key, text.unwrap_or_default());
    }

    /// What is JSON already.
    pub(super) fn raw(&mut self, key: &str, json: &str) {
        self.key(key);
        self.out.push_str(json);
    }

    /// A list of texts; nothing where it is empty.
    pub(super) fn texts(&mut self, key: &str, texts: &[String]) {
        self.list(key, texts.len(), &mut |list, at| {
            list.comma();
            escape::json(list.out, &texts[at]);
        });
    }

    /// A list of `n` things, each written by `put`; nothing where there are none.
    pub(super) fn list(&mut self, key: &str, n: usize, put: &mut dyn FnMut(&mut Object<'_>, usize)) {
        if n == 0 {
            return;
        }
        self.key(key);
        self.out.push('[');
        let mut list = Object { out: self.out, is_first: true, close: ']' };
        (0..n).for_each(|at| put(&mut list, at));
        list.end();
    }

    /// An object under a key, or in a list (whose key is empty).
    pub(super) fn object(&mut self, key: &str, put: &mut dyn FnMut(&mut Object<'_>)) {
        if key.is_empty() {
            self.comma();
        } else {
            self.key(key);
        }
        let mut object = Object::new(self.out);
        put(&mut object);
        object.end();
    }

    fn key(&mut self, key: &str) {
        self.comma();
        escape::json(self.out, key);
        self.out.push(':');
    }

    fn comma(&mut self) {
        if !self.is_first {
            self.out.push(',');
        }
        self.is_first = false;
    }
}
