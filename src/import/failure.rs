//! Why a file gives no catalog.

use super::detect::Format;

/// Why a file gives no items at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// It is in a format that is not read.
    Format(Format),
    /// It is a workbook that is damaged, or larger than is read; why.
    Broken(String),
    /// No sheet has the name that was asked for.
    Sheet(String),
    /// No encoding has the name that was asked for.
    Encoding(String),
}
