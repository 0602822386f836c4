//! What the forms of a text are wanted for.

/// What a form is wanted for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Citations to copy.
    Cite,
    /// Files for reference managers.
    Manager,
    /// Files for other programs.
    Data,
    /// Pages to read, print and give to others.
    Page,
}

impl Purpose {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Cite, Self::Manager, Self::Data, Self::Page];
}
