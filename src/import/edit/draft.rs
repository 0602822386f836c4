//! A catalog that is being edited, with the history of its edits.

use serde::{Deserialize, Serialize};

use super::apply::patches;
use super::edit::{Edit, Refusal};
use super::patch::{Patch, apply_all};
use crate::import::raw_catalog::RawCatalog;

/// A catalog that is being edited. Undo and redo go as far as there are edits.
#[derive(Debug, Clone, Default)]
pub struct Draft {
    catalog: RawCatalog,
    /// All edits, those that are undone last.
    edits: Vec<Edit>,
    /// For each edit that is in force, what takes it back.
    undo: Vec<Vec<Patch>>,
    /// For each edit that is undone, what brings it back, the next last.
    redo: Vec<Vec<Patch>>,
}

/// A draft as it is stored: the catalog before all edits, the edits, and how many of them are in force. Edits are only added or cut off
/// at the end, so a page may store the catalog once and the edits one by one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct SavedDraft {
    /// The catalog before all edits.
    pub original: RawCatalog,
    /// The edits, oldest first.
    pub edits: Vec<Edit>,
    /// How many of them are in force; the others are undone.
    pub n_in_force: usize,
}

impl Draft {
    /// A draft without edits.
    #[must_use]
    pub fn new(catalog: RawCatalog) -> Self {
        Self { catalog, ..Self::default() }
    }

    /// The catalog as it is now.
    #[must_use]
    pub fn catalog(&self) -> &RawCatalog {
        &self.catalog
    }

    /// Applies an edit; whether it changed anything. What was undone before can't be redone any more. An edit that is refused, or
    /// changes nothing, is no part of the history.
    pub fn apply(&mut self, edit: Edit) -> Result<bool, Refusal> {
        let back = apply(&edit, &mut self.catalog)?;
        if back.is_empty() {
            return Ok(false);
        }
        self.edits.truncate(self.undo.len());
        self.redo.clear();
        self.undo.push(back);
        self.edits.push(edit);
        Ok(true)
    }

    /// Takes the last edit back; the edit, or `None` where there is none.
    pub fn undo(&mut self) -> Option<&Edit> {
        let patches = self.undo.pop()?;
        self.redo.push(apply_all(patches, &mut self.catalog));
        self.edits.get(self.undo.len())
    }

    /// Brings the edit back that was undone last; the edit, or `None` where there is none.
    pub fn redo(&mut self) -> Option<&Edit> {
        let patches = self.redo.pop()?;
        self.undo.push(apply_all(patches, &mut self.catalog));
        self.edits.get(self.undo.len() - 1)
    }

    /// The edits that are in force, oldest first.
    #[must_use]
    pub fn edits(&self) -> &[Edit] {
        &self.edits[..self.undo.len()]
    }

    /// All edits, oldest first, and how many of them are in force: what is stored beside the catalog before all edits.
    #[must_use]
    pub fn history(&self) -> (&[Edit], usize) {
        (&self.edits, self.undo.len())
    }

    /// How many edits can be redone.
    #[must_use]
    pub fn n_undone(&self) -> usize {
        self.redo.len()
    }

    /// The draft as it is stored.
    #[must_use]
    pub fn saved(&self) -> SavedDraft {
        self.clone().into_saved()
    }

    /// The draft as it is stored, without a copy of the catalog.
    #[must_use]
    pub fn into_saved(mut self) -> SavedDraft {
        let n_in_force = self.undo.len();
        for patches in self.undo.into_iter().rev() {
            apply_all(patches, &mut self.catalog);
        }
        SavedDraft { original: self.catalog, edits: self.edits, n_in_force }
    }

    /// The draft that was stored, and the edits that no longer can be applied: from the first that is refused on.
    #[must_use]
    pub fn restored(saved: SavedDraft) -> (Self, Vec<Edit>) {
        let mut draft = Self::new(saved.original);
        let mut edits = saved.edits.into_iter();
        let mut rest = Vec::new();
        for edit in edits.by_ref() {
            if draft.apply(edit.clone()) != Ok(true) {
                rest.push(edit);
                break;
            }
        }
        rest.extend(edits);
        while draft.undo.len() > saved.n_in_force && draft.undo().is_some() {}
        (draft, rest)
    }
}

/// Applies an edit; what takes it back. One that is refused leaves the catalog as it was.
fn apply(edit: &Edit, catalog: &mut RawCatalog) -> Result<Vec<Patch>, Refusal> {
    let Edit::All { edits } = edit else { return Ok(apply_all(patches(catalog, edit)?, catalog)) };
    let mut applied: Vec<Vec<Patch>> = Vec::new();
    for edit in edits {
        match apply(edit, catalog) {
            Ok(back) => applied.push(back),
            Err(refusal) => {
                apply_all(applied.into_iter().rev().flatten().collect(), catalog);
                return Err(refusal);
            }
        }
    }
    Ok(applied.into_iter().rev().flatten().collect())
}
