//! The parts of a resource that are searched, each a bit of the byte that an index keeps of a word in a resource.

/// A searched part of a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TextField {
    /// The title.
    Title,
    /// The keywords.
    Keywords,
    /// The labels of the themes.
    Themes,
    /// The authors.
    Authors,
    /// The publishers.
    Publishers,
    /// The places it is about.
    Places,
    /// The summary.
    Summary,
    /// The label of the type.
    Type,
    /// The labels of the audiences.
    Audiences,
    /// The labels of the levels.
    Levels,
    /// The label of the access.
    Access,
    /// The organization's own columns of texts and terms.
    Own,
}

/// How many bits of a byte stand for parts; the other one is [`REPEATED`].
pub(super) const N_BITS: u8 = 7;

/// The bit for a word that stands in a resource more than once.
pub(in crate::search) const REPEATED: u8 = 0x80;

impl TextField {
    /// All parts, in the order in which they are named.
    pub const ALL: [Self; 12] = [
        Self::Title,
        Self::Keywords,
        Self::Themes,
        Self::Authors,
        Self::Publishers,
        Self::Places,
        Self::Summary,
        Self::Type,
        Self::Audiences,
        Self::Levels,
        Self::Access,
        Self::Own,
    ];

    /// The bit of this part.
    pub(in crate::search) fn bit(self) -> u8 {
        1 << match self {
            Self::Title => 0,
            Self::Keywords => 1,
            Self::Themes | Self::Places => 2,
            Self::Authors => 3,
            Self::Publishers => 4,
            Self::Summary => 5,
            Self::Type | Self::Audiences | Self::Levels | Self::Access | Self::Own => 6,
        }
    }
}
