//! Columns that are filled only where their value changes, as the levels of an outline are: the blanks below hold the value above.

use crate::catalog::HashSet;
use crate::import::cell_text::CellText;
use crate::import::column::Column;
use crate::import::note::{Kind, Place};
use crate::import::role::Role;
use crate::import::source::{FieldIdx, Source};

/// Fills the blanks of such columns, with a note on each.
pub(super) fn fill(source: &mut Source<'_>, columns: &[Column]) {
    let title = columns.iter().position(|column| column.role == Role::Title);
    let Some(title) = title.filter(|title| columns[*title].n_filled == source.items.len()) else { return };
    for (field, column) in columns.iter().enumerate().take(title) {
        if column.is_decided || !is_outline(source, field) {
            return;
        }
        let mut above: Option<CellText<'_>> = None;
        for item in &mut source.items {
            let own = item.cells.iter().find(|cell| cell.field == field).map(|cell| cell.text.clone());
            match (own, &above) {
                (Some(own), _) => above = Some(own),
                (None, Some(text)) => item.set(field, text.clone()),
                (None, None) => {}
            }
        }
        let sheet = source.items.first().and_then(|item| item.place.sheet.clone());
        let place = Place { sheet, ..Place::column(&column.name) };
        source.note(
            Kind::Guess,
            "filled-down",
            place,
            "blanks are filled with the value above, as it is given only where it changes",
        );
    }
}

/// Whether a column is filled from the first item on, has more than one value, none twice, and blanks below most.
fn is_outline(source: &Source<'_>, field: FieldIdx) -> bool {
    let values: Vec<Option<&str>> = source.items.iter().map(|item| item.values(field).next()).collect();
    let filled: Vec<&str> = values.iter().copied().flatten().collect();
    let distinct: HashSet<&str> = filled.iter().copied().collect();
    values.first().is_some_and(Option::is_some)
        && filled.len() > 1
        && filled.len() * 3 <= values.len() * 2
        && distinct.len() == filled.len()
        && filled.iter().all(|value| value.contains(char::is_alphabetic) && !value.contains("://"))
}
