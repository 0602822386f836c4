//! The JSON Schema of catalogs, made from the types that read them.

/// The schema as it is published in `public/catalog.schema.json`.
pub fn text() -> String {
    let schema = schemars::schema_for!(crate::catalog::Catalog);
    serde_json::to_string_pretty(&schema).unwrap_or_default()
}
