//! The JSON Schema of catalogs, made from the types that read them.

use std::process::ExitCode;

use anyhow::Result;

use super::format_doc;
use super::output::Output;

/// How the format is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub(super) enum Form {
    Json,
    Markdown,
}

/// Prints it.
pub(super) fn run(form: Form) -> Result<ExitCode> {
    let mut out = Output::alone();
    match form {
        Form::Json => out.text(&(text() + "\n"))?,
        Form::Markdown => out.text(&markdown())?,
    }
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// The schema as it is published in `public/catalog.schema.json`.
pub fn text() -> String {
    let schema = schemars::schema_for!(crate::catalog::Catalog);
    serde_json::to_string_pretty(&schema).unwrap_or_default()
}

/// The format as it is documented in `docs/catalog-format.md`.
pub fn markdown() -> String {
    format_doc::markdown(&schemars::schema_for!(crate::catalog::Catalog).to_value())
}

#[cfg(test)]
mod tests {
    use crate::cli::format_doc::unmatched;

    #[test]
    fn every_field_of_the_format_has_an_example() {
        let schema = schemars::schema_for!(crate::catalog::Catalog).to_value();
        assert_eq!(unmatched(&schema), Vec::<String>::new());
    }
}
