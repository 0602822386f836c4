//! What of a resource is searched beside its own texts: the labels of its ids, and which own fields.

use crate::catalog::{Field, FieldKind, List};
use crate::search::TextField;

/// The lists of ids whose labels are searched, with the keys of their facets.
pub(in crate::explore) const LABELLED: [(List, &str, TextField); 5] = [
    (List::Themes, "theme", TextField::Themes),
    (List::Type, "type", TextField::Type),
    (List::Audiences, "audience", TextField::Audiences),
    (List::Levels, "level", TextField::Levels),
    (List::Access, "access", TextField::Access),
];

/// Whether the texts of an own field are searched.
pub(in crate::explore) fn is_searched(field: &Field) -> bool {
    matches!(field.kind, FieldKind::Text | FieldKind::Terms)
}

/// Whether a name in a query, which is in lower case, is that of a field: its id or label, with a hyphen for each blank.
pub(in crate::explore) fn is_called(name: &str, id: &str, label: &str) -> bool {
    [id, label].iter().any(|own| !own.is_empty() && own.to_lowercase().replace(char::is_whitespace, "-") == name)
        || id.to_lowercase() == name
}
