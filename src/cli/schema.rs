//! The JSON Schema of catalogs, made from the types that read them.

use std::process::ExitCode;

use anyhow::Result;

use super::output::Output;

/// Prints it.
pub(super) fn run() -> Result<ExitCode> {
    let mut out = Output::alone();
    out.text(&text())?;
    out.text("\n")?;
    out.finish()?;
    Ok(ExitCode::SUCCESS)
}

/// The schema as it is published in `public/catalog.schema.json`.
pub fn text() -> String {
    let schema = schemars::schema_for!(crate::catalog::Catalog);
    serde_json::to_string_pretty(&schema).unwrap_or_default()
}
