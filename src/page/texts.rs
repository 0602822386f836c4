//! The texts that a page shows before its module is there, or without it: from the messages into attributes, from which
//! `public/boot.js` and `public/check.js` take them. Scripts stay as they are, and so do their hashes in the policy.

use std::fmt::Write as _;

use super::places::{Missing, between};
use crate::export::escape_html as escape;
use crate::i18n;

/// `data-` attributes with their texts, each with a space before it.
fn attributes(texts: &[(&str, &str)]) -> String {
    let mut attributes = String::new();
    for (name, text) in texts {
        let _ = write!(attributes, " data-{name}=\"{}\"", escape(text));
    }
    attributes
}

/// The attributes of the first page: why search and filters do not run.
pub(super) fn of_first_page() -> String {
    attributes(&[
        ("no-wasm", i18n::no_wasm()),
        ("too-old", i18n::too_old()),
        ("needs-server", i18n::needs_server()),
        ("not-started", i18n::not_started()),
        ("has-stopped", i18n::has_stopped()),
        ("could-not-start", i18n::could_not_start()),
        ("stalled", i18n::stalled()),
        ("list-below", i18n::list_below()),
        ("try-again", i18n::try_again()),
        ("own-failed", i18n::own_failed()),
        ("own-missing", i18n::own_missing()),
        ("own-back", i18n::own_back()),
    ])
}

/// The page that says what a website allows, with its texts.
pub fn check_page(html: &str) -> Result<String, Missing> {
    let (title, texts) = (
        escape(i18n::check_title()),
        attributes(&[("alone", i18n::check_alone()), ("script", i18n::check_script()), ("frame", i18n::check_frame())]),
    );
    let facts = attributes(&[
        ("script", i18n::fact_script()),
        ("no-script", i18n::fact_no_script()),
        ("sealed", i18n::fact_sealed()),
        ("not-sealed", i18n::fact_not_sealed()),
        ("stored", i18n::fact_stored()),
        ("not-stored", i18n::fact_not_stored()),
        ("can-run", i18n::fact_can_run()),
        ("too-old", i18n::fact_too_old()),
    ]);
    let verdict = escape(i18n::check_without_scripts());
    let html = between(html, "<html lang=\"", "\"", i18n::language())?;
    let html = between(&html, "<title>", "</title>", &title)?;
    let main = format!(
        "\n<h1>{title}</h1>\n<p id=\"verdict\" role=\"status\"{texts}>{verdict}</p>\n<ul id=\"facts\"{facts}></ul>\n"
    );
    between(&html, "<main>", "</main>", &main)
}

#[cfg(test)]
mod tests {
    use super::{Missing, check_page, of_first_page};

    /// What a script reads of `dataset`, as attributes have it.
    fn read_by(script: &str, of: &str) -> Vec<String> {
        let names = script.split(of).skip(1).map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next());
        let kebab = |name: &str| {
            name.chars().fold(String::new(), |text, c| {
                if c.is_uppercase() { format!("{text}-{}", c.to_ascii_lowercase()) } else { format!("{text}{c}") }
            })
        };
        names.flatten().map(kebab).collect()
    }

    #[test]
    fn every_text_that_a_script_reads_is_there() -> Result<(), Missing> {
        let check = check_page(include_str!("../../public/check.html"))?;
        let first_page = of_first_page();
        for (script, of, page, n) in [
            (include_str!("../../public/boot.js"), "texts.", &first_page, 10),
            (include_str!("../../public/check.js"), "verdicts.", &check, 3),
            (include_str!("../../public/check.js"), "facts.", &check, 8),
        ] {
            let names = read_by(script, of);
            assert!(names.len() >= n, "{names:?}");
            for name in names {
                assert!(page.contains(&format!(" data-{name}=\"")), "data-{name} is not in {page}");
            }
        }
        assert_eq!(check_page(&check)?, check);
        Ok(())
    }

    #[test]
    fn scripts_have_no_texts_of_their_own() {
        for script in [include_str!("../../public/boot.js"), include_str!("../../public/check.js")] {
            for line in script.lines().map(str::trim_start).filter(|line| !line.starts_with("//")) {
                let is_text = |quoted: &str| quoted.contains(' ') && quoted.starts_with(char::is_uppercase);
                assert!(!line.split('"').skip(1).step_by(2).any(is_text), "is this a text for readers? {line}");
            }
        }
    }
}
