//! What was searched besides the words as they were typed.

/// Words that the results answer too.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Also {
    /// Words of the catalog that are spelled nearly like typed ones that it does not have.
    pub spelled: Vec<String>,
    /// Words that the vocabulary calls the same as typed ones.
    pub synonyms: Vec<String>,
}

impl Also {
    /// Whether nothing but the typed words was searched.
    pub fn is_empty(&self) -> bool {
        self.spelled.is_empty() && self.synonyms.is_empty()
    }
}
