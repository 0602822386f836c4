//! A column of a source: what it becomes, and how its values are read.

use super::names::normalized;
use super::role::Role;
use super::values::dates::DayOrder;
use super::values::lists::Separator;
use super::values::numbers::Numbers;
use crate::catalog::FieldKind;

/// What becomes of a field.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name in the source.
    pub name: String,
    /// The sheet that it is a column of.
    pub sheet: Option<String>,
    /// What it becomes.
    pub role: Role,
    /// The name under which readers see it, where it is a field of the catalog's own.
    pub label: String,
    /// What a field of the catalog's own holds.
    pub kind: FieldKind,
    /// Whether readers can filter by it.
    pub is_filter: bool,
    /// What stands between its values.
    pub separator: Separator,
    /// Which number of its dates is the day.
    pub order: DayOrder,
    /// How many items have a value.
    pub n_filled: usize,
    /// The first values.
    pub samples: Vec<String>,
    /// Whether the format decided the role: the values are taken whole.
    pub(super) is_decided: bool,
    /// How its numbers are written.
    pub(super) numbers: Option<Numbers>,
    /// Whether its values are True and False.
    pub(super) is_yes_no: bool,
    /// The value that a mark in it stands for, where it is one of several columns that are one field.
    pub(super) topic: Option<String>,
}

impl Column {
    /// Whether that is its name, in any capitals and with any signs.
    #[must_use]
    pub fn is_called(&self, name: &str) -> bool {
        self.name == name || normalized(&self.name) == normalized(name)
    }
}
