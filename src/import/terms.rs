//! The vocabulary of a catalog out of the values of its columns: an id for each, whatever its capitals, and the themes as a tree.

use std::borrow::Cow;

use super::slug::Ids;
use crate::catalog::{HashMap, Term};
use crate::text::compare_key;

/// The terms of a list, in the order in which they first appear.
#[derive(Debug, Default)]
pub(super) struct Terms {
    list: Vec<Term>,
    ids: Ids,
    known: HashMap<String, String>,
    /// The ids of the terms without another above, by their labels as they are written.
    written: HashMap<String, String>,
}

impl Terms {
    /// The id of a value.
    pub(super) fn id(&mut self, label: &str) -> String {
        if let Some(id) = self.written.get(label) {
            return id.clone();
        }
        let id = self.id_below(label, None);
        self.written.insert(label.to_owned(), id.clone());
        id
    }

    /// The id of the last step of a path such as `Arts > Music` or `Arts » Music`, whose steps become terms one below the other.
    pub(super) fn id_of_path(&mut self, path: &str) -> String {
        // Arrows and pointed quotation marks between blanks stand for the same.
        let written: Cow<'_, str> = if path.is_ascii() {
            Cow::Borrowed(path)
        } else {
            Cow::Owned(path.replace(" » ", " > ").replace(['→', '›'], ">"))
        };
        let path = written.as_ref();
        if !path.contains('>') {
            let step = path.trim();
            return if step.is_empty() { String::new() } else { self.id(step) };
        }
        let mut parent: Option<String> = None;
        for step in path.split('>').map(str::trim).filter(|step| !step.is_empty()) {
            parent = Some(self.id_below(step, parent.as_deref()));
        }
        parent.unwrap_or_default()
    }

    fn id_below(&mut self, label: &str, parent: Option<&str>) -> String {
        let key = format!("{}\n{}", parent.unwrap_or_default(), compare_key(label));
        if let Some(id) = self.known.get(&key) {
            return id.clone();
        }
        let id = self.ids.unique(label, "term");
        let term =
            Term { id: id.clone(), label: label.to_owned(), parent: parent.map(str::to_owned), ..Term::default() };
        self.list.push(term);
        self.known.insert(key, id.clone());
        id
    }

    /// All terms.
    pub(super) fn into_terms(self) -> Vec<Term> {
        self.list
    }
}

/// The code (BCP 47) of a language by its name or another code; `None` where it is none that is known.
pub(super) fn language(text: &str) -> Option<String> {
    const LANGUAGES: [(&str, &[&str]); 16] = [
        ("en", &["english", "eng", "englisch", "anglais", "ingles"]),
        ("es", &["spanish", "spa", "espanol", "castellano", "spanisch"]),
        ("fr", &["french", "fre", "fra", "francais", "franzosisch"]),
        ("de", &["german", "ger", "deu", "deutsch", "allemand"]),
        ("it", &["italian", "ita", "italiano"]),
        ("pt", &["portuguese", "por", "portugues"]),
        ("nl", &["dutch", "dut", "nld", "nederlands"]),
        ("sv", &["swedish", "swe", "svenska"]),
        ("da", &["danish", "dan", "dansk"]),
        ("nb", &["norwegian", "nor", "norsk"]),
        ("fi", &["finnish", "fin", "suomi"]),
        ("ru", &["russian", "rus", "русскии"]),
        ("zh", &["chinese", "chi", "zho", "中文"]),
        ("ja", &["japanese", "jpn", "日本語"]),
        ("ar", &["arabic", "ara", "العربية"]),
        ("he", &["hebrew", "heb", "עברית"]),
    ];
    let folded = crate::text::fold(text.trim());
    let word = folded.split([' ', '-', '_', ',', '(']).next()?;
    let of = |word: &str| LANGUAGES.into_iter().find(|(code, names)| *code == word || names.contains(&word));
    let (code, _) = of(&folded).or_else(|| of(word))?;
    // A region is kept: `pt-BR`.
    let is_tag = word.len() == 2 && folded.len() == 5 && folded.as_bytes()[2] == b'-';
    Some(if is_tag { format!("{code}-{}", folded[3..].to_ascii_uppercase()) } else { code.to_owned() })
}

#[cfg(test)]
mod tests {
    use super::{Terms, language};

    #[test]
    fn values_are_one_term_by_letters_and_never_by_guess() {
        let mut terms = Terms::default();
        assert_eq!(["Video", "video", "Vidoe"].map(|label| terms.id(label)), ["video", "video", "vidoe"]);
        let path = terms.id_of_path("Arts > Music");
        assert_eq!(
            ["Arts » Music", "Arts → Music", "Arts›Music"].map(|path| terms.id_of_path(path)),
            [path.as_str(); 3]
        );
        let terms = terms.into_terms();
        assert_eq!(terms.iter().find(|term| term.id == path).and_then(|term| term.parent.as_deref()), Some("arts"));
    }

    #[test]
    fn languages_are_codes() {
        for text in ["English", "EN", "eng", "eng - English", "en"] {
            assert_eq!(language(text).as_deref(), Some("en"), "{text}");
        }
        assert_eq!(language("pt-BR").as_deref(), Some("pt-BR"));
        assert_eq!(language("Klingon"), None);
    }
}
