//! Why a file gives no catalog.

use std::error::Error;
use std::fmt;

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

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let format = match self {
            Self::Encoding(encoding) => return write!(f, "no encoding is called {encoding}"),
            Self::Sheet(sheet) => return write!(f, "it has no sheet called {sheet}"),
            Self::Broken(why) => return write!(f, "the workbook can’t be read: {why}"),
            Self::Format(format) => format,
        };
        f.write_str(match format {
            Format::Empty => "the file is empty",
            Format::OldWorkbook => {
                "it is in the old Excel format (.xls) or protected by a password: save it as .xlsx without a password, or as CSV"
            }
            Format::Pdf => "it is a PDF: take the table or list that it was made of",
            Format::Html => "it is a web page: copy its table into a spreadsheet, and save that as CSV",
            Format::Xml => "it is XML: open it in the program that wrote it, and save it as CSV, XLSX, RIS or BibTeX",
            Format::Yaml => "it is YAML: save it as JSON or CSV",
            Format::References => {
                "it is a list of references in running text: take it as RIS or BibTeX from the program that keeps it, or put each part into a column"
            }
            Format::Archive => "it is an archive: take out the file that is meant",
            _ => "it is no text and no workbook: save it as CSV or XLSX",
        })
    }
}

impl Error for Failure {}
