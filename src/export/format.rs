//! The formats that resources are written in, by their words, endings and media types.

/// A format that resources can be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// For LaTeX, with BibTeX or biblatex.
    Bibtex,
    /// For reference managers.
    Ris,
    /// For citation processors, and Zotero.
    CslJson,
    /// For spreadsheets.
    Csv,
    /// A catalog of its own, with the vocabulary.
    Json,
    /// For notes and wikis.
    Markdown,
    /// A plain list that can be pasted into a word processor.
    Html,
    /// schema.org, for search engines.
    JsonLd,
}

impl Format {
    /// All of them.
    pub const ALL: [Self; 8] =
        [Self::Bibtex, Self::Ris, Self::CslJson, Self::Csv, Self::Json, Self::Markdown, Self::Html, Self::JsonLd];

    /// The word for the format, in commands and addresses.
    pub fn word(self) -> &'static str {
        self.facts().0
    }

    /// The ending of a file's name, without the point.
    pub fn ending(self) -> &'static str {
        self.facts().1
    }

    /// The media type of a file, all in UTF-8.
    pub fn media_type(self) -> &'static str {
        self.facts().2
    }

    /// The format that a word names.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.word() == word)
    }

    fn facts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Bibtex => ("bibtex", "bib", "application/x-bibtex"),
            Self::Ris => ("ris", "ris", "application/x-research-info-systems"),
            Self::CslJson => ("csl-json", "json", "application/vnd.citationstyles.csl+json"),
            Self::Csv => ("csv", "csv", "text/csv"),
            Self::Json => ("json", "json", "application/json"),
            Self::Markdown => ("markdown", "md", "text/markdown"),
            Self::Html => ("html", "html", "text/html"),
            Self::JsonLd => ("jsonld", "jsonld", "application/ld+json"),
        }
    }
}
