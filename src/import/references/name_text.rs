//! Names of reference lists, in the forms in which their formats write them, as texts that are read as the same names.

/// Parts of a name with commas between: family name, given names, suffix; empty parts left out.
pub(in crate::import) fn with_commas(family: &str, given: &str, suffix: &str) -> String {
    let parts = [family, given, suffix].map(str::trim);
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<&str>>().join(", ")
}

/// Whether a text is a name that begins with an initial and ends with a family name: `O. Brennick`.
fn has_initials(text: &str) -> bool {
    let Some((initials, family)) = text.trim().rsplit_once(['.', ' ']) else { return false };
    let are_initials = initials.split(['.', ' ', '-']).all(|part| {
        let mut letters = part.chars();
        letters.next().is_none_or(char::is_uppercase) && letters.next().is_none()
    });
    are_initials && family.chars().count() > 1
}

/// The names of a text that has commas between names, not within one: `O. Brennick, T. Morrow`. `None` where it may be one name.
pub(in crate::import) fn comma_list(text: &str) -> Option<Vec<&str>> {
    let parts: Vec<&str> = text.split(',').map(str::trim).collect();
    (parts.len() > 1 && parts.iter().all(|part| has_initials(part))).then_some(parts)
}

#[cfg(test)]
mod tests {
    use super::comma_list;

    #[test]
    fn a_list_with_commas_is_told_from_a_name_with_one() {
        assert_eq!(comma_list("O. Brennick, T. Morrow"), Some(vec!["O. Brennick", "T. Morrow"]));
        assert_eq!(comma_list("J.-P. Lark, T. E. Morrow, A Prandt").map(|names| names.len()), Some(3));
        for one in ["Brennick, Oda", "Brennick, O.", "Ortega y Gasset, José", "O. Brennick", "Lark, T. E."] {
            assert_eq!(comma_list(one), None, "{one}");
        }
    }
}
