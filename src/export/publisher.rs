//! Presses among publishers: who publishes what others write, and so signs nothing that nobody signs.

use crate::text::fold;

/// Last words of the names of presses, folded.
const ENDS: [&str; 14] = [
    "press",
    "presses",
    "verlag",
    "publishing",
    "publishers",
    "publications",
    "books",
    "editions",
    "editores",
    "ediciones",
    "editora",
    "forlag",
    "uitgeverij",
    "kiado",
];
/// First words of them.
const STARTS: [&str; 6] = ["editorial", "edizioni", "editions", "ediciones", "presses", "verlag"];
/// Publishers of books whose names do not say that they are, folded: they sign no book.
const NAMED: [&str; 34] = [
    "ascd",
    "bloomsbury",
    "corwin",
    "elsevier",
    "guilford",
    "hachette",
    "harcourt",
    "harpercollins",
    "heinemann",
    "herder and herder",
    "houghton mifflin",
    "houghton mifflin harcourt",
    "information age",
    "jossey-bass",
    "knopf",
    "macmillan",
    "mcgraw hill",
    "mcgraw-hill",
    "norton",
    "palgrave macmillan",
    "pearson",
    "penguin",
    "penguin random house",
    "prentice hall",
    "random house",
    "routledge",
    "rowman & littlefield",
    "sage",
    "scholastic",
    "simon & schuster",
    "solution tree",
    "springer",
    "wiley",
    "w. w. norton",
];

/// Whether a publisher is a press: by its name, or of a book one of the known ones.
pub(super) fn is_press(name: &str, is_book: bool) -> bool {
    let folded = fold(name.trim());
    let first = folded.split(' ').next().unwrap_or_default();
    let last = folded.rsplit(' ').next().unwrap_or_default();
    folded.contains(' ') && (ENDS.contains(&last) || STARTS.contains(&first))
        || is_book && NAMED.contains(&folded.as_str())
}

#[cfg(test)]
mod tests {
    use super::{NAMED, is_press};
    use crate::text::fold;

    #[test]
    fn presses_are_told_from_bodies_that_publish_what_they_write() {
        for press in [
            "Corwin Press",
            "Harvard Education Press",
            "Beltz Verlag",
            "Teachers College Press",
            "Editorial Graó",
            "Presses universitaires de France",
        ] {
            assert!(is_press(press, false), "{press}");
        }
        assert!(is_press("Routledge", true) && !is_press("Scholastic", false));
        for body in [
            "RAND Corporation",
            "Press",
            "American Psychological Association",
            "Associated Press Association",
            "KnowledgeWorks",
        ] {
            assert!(!is_press(body, true), "{body}");
        }
        assert!(NAMED.iter().all(|name| fold(name) == *name));
    }
}
