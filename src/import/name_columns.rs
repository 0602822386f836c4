//! Two columns that hold the parts of one name: `First Name` and `Last Name` are the author of an item.

use super::column_mapping::Mapping;
use super::names::{normalized, role_of};
use super::note::{Kind, Place};
use super::role::Role;
use super::source::{FieldIdx, Item, Source};

const GIVEN: [&str; 9] = [
    "first name",
    "given name",
    "forename",
    "author first name",
    "vorname",
    "prenom",
    "fornamn",
    "voornaam",
    "имя автора",
];
const FAMILY: [&str; 9] = [
    "last name",
    "family name",
    "surname",
    "author last name",
    "nachname",
    "nom de famille",
    "apellidos",
    "achternaam",
    "фамилия",
];
/// What the column of whole names is called.
const NAME: &str = "Author";

/// Joins the columns, where nothing else holds authors and neither a person nor a kept mapping decided what one of them becomes. Returns the
/// column that holds nothing any more.
pub(super) fn join(source: &mut Source<'_>, roles: &[(String, Role)], kept: &Mapping) -> Option<FieldIdx> {
    let names: Vec<String> = source.fields.iter().map(|field| normalized(&field.name)).collect();
    let find = |of: &[&str]| names.iter().position(|name| of.contains(&name.as_str()));
    let (given, family) = (find(&GIVEN)?, find(&FAMILY)?);
    let is_of_sheet = |sheet: &Option<String>| sheet.is_none() || *sheet == source.sheet;
    let kept = kept.columns.iter().filter(|column| is_of_sheet(&column.sheet)).map(|column| &column.name);
    let decided: Vec<String> = roles.iter().map(|(name, _)| name).chain(kept).map(|name| normalized(name)).collect();
    let is_decided = |field: FieldIdx| decided.contains(&names[field]);
    if is_decided(given) || is_decided(family) || names.iter().any(|name| role_of(name) == Some(Role::Author)) {
        return None;
    }
    for item in &mut source.items {
        let value = |item: &Item<'_>, field| item.values(field).next().map(str::to_owned);
        let name = match (value(item, family), value(item, given)) {
            (Some(family), Some(given)) => format!("{family}, {given}"),
            (Some(one), None) | (None, Some(one)) => one,
            (None, None) => continue,
        };
        item.cells.retain(|cell| cell.field != given && cell.field != family);
        item.set(family, name.into());
    }
    let text = format!("{} and {} are read as one name", source.fields[given].name, source.fields[family].name);
    NAME.clone_into(&mut source.fields[family].name);
    let place = Place { sheet: source.sheet.clone(), ..Place::column(NAME) };
    source.note(Kind::Guess, "name-columns", place, text);
    Some(given)
}
