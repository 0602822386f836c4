//! What a field of a source becomes in a catalog.

/// The place of a field's values in a record of the catalog.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// The id of the record, where every record has another.
    Id,
    /// The title.
    Title,
    /// What stands behind the title: joined to it by a colon.
    Subtitle,
    /// The summary.
    Summary,
    /// Addresses: the first is that of the record, all are kept where there are several.
    Link,
    /// A DOI, in any form.
    Doi,
    /// Who wrote it, a person or body a value.
    Author,
    /// Who edited it.
    Editor,
    /// Who translated it.
    Translator,
    /// The publisher.
    Publisher,
    /// The journal, book or series that it is a part of.
    Container,
    /// The date of publication.
    Date,
    /// The year of publication: used where no date is.
    Year,
    /// What kind of work it is.
    Type,
    /// What it is about, by a controlled vocabulary.
    Theme,
    /// For whom it is.
    Audience,
    /// Stage of schooling.
    Level,
    /// Places that it is about.
    Place,
    /// Free words.
    Keyword,
    /// Its language.
    Language,
    /// How it can be had.
    Access,
    /// Volume of the container.
    Volume,
    /// Issue of the volume.
    Issue,
    /// Pages in the container.
    PageRange,
    /// Number of pages.
    NumPages,
    /// Running time in minutes.
    Minutes,
    /// A field of the catalog's own, under the name that it has in the source.
    Own,
    /// Not published unless that is asked for: remarks, addresses of mail, paths on a computer.
    Private,
    /// Left out: counters, keys and stamps of the program that wrote the file.
    LeftOut,
}

impl Role {
    /// The roles with the words that `--map` and reports have for them.
    pub const ALL: [(&'static str, Self); 29] = [
        ("id", Self::Id),
        ("title", Self::Title),
        ("subtitle", Self::Subtitle),
        ("summary", Self::Summary),
        ("link", Self::Link),
        ("doi", Self::Doi),
        ("authors", Self::Author),
        ("editors", Self::Editor),
        ("translators", Self::Translator),
        ("publishers", Self::Publisher),
        ("container", Self::Container),
        ("date", Self::Date),
        ("year", Self::Year),
        ("type", Self::Type),
        ("themes", Self::Theme),
        ("audiences", Self::Audience),
        ("levels", Self::Level),
        ("places", Self::Place),
        ("keywords", Self::Keyword),
        ("language", Self::Language),
        ("access", Self::Access),
        ("volume", Self::Volume),
        ("issue", Self::Issue),
        ("page range", Self::PageRange),
        ("pages", Self::NumPages),
        ("minutes", Self::Minutes),
        ("own", Self::Own),
        ("private", Self::Private),
        ("none", Self::LeftOut),
    ];

    /// The word for it.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::ALL.into_iter().find(|(_, role)| *role == self).map_or("", |(word, _)| word)
    }

    /// The role of a word.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|(known, _)| *known == word).map(|(_, role)| role)
    }
}
