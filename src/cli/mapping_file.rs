//! The file of a mapping (TOML): what the columns of a sheet become, for the next version of it.

use std::path::Path;

use anyhow::{Context, Result, bail};

use super::input::read_text;
use crate::import::{Column, Mapping};

/// What stands at the top of a file that is written.
const HEADING: &str = "# What the columns of a sheet become: `explorer import FILE --map THIS -o CATALOG`.\n\
    # A column that is not named here, or a key that is left out, is guessed of the names and values of the sheet.\n\n";

/// Reads a mapping; a word that means nothing is an error, as nobody would see its column guessed.
pub(super) fn read(path: &Path) -> Result<Mapping> {
    let name = path.display();
    let mapping: Mapping = toml::from_str(&read_text(path)?).with_context(|| format!("{name} is no mapping"))?;
    if let Some((column, key, word)) = mapping.unknown_word() {
        bail!("{name}: column {column}: {key} = “{word}” is no word for a {key}");
    }
    Ok(mapping)
}

/// The file of the mapping that an import used.
pub(super) fn text(columns: &[Column]) -> Result<String> {
    Ok(format!("{HEADING}{}", toml::to_string(&Mapping::of(columns))?))
}
