//! MLA style, 9th edition.
//!
//! The core elements in their order, chapter 5: author. title. title of the container, publisher, date, location.

use super::date::day_first;
use super::entry::Citation;
use super::work::{Signers, TitleContributors, Work};
use crate::catalog::{Contributors, Name, Names};
use crate::export::escape;
use crate::export::kind::Class;
use crate::export::pages::{as_in_mla, joined_pages};
use crate::export::title::Manual;

pub(super) fn cite(work: &Work<'_>) -> Citation {
    let mut out = Citation::default();
    // A body that is publisher too is named as publisher only, and the title stands first (chapter 5, “Author”, on organizations
    // as authors).
    let signed = work.signed_apart_from_publishers();
    if !signed.is_empty() {
        // Three hyphens stand for the authors of the entry before (section 5.126).
        let has_others = work.signed_or_translators().has_others;
        out.push(&if work.repeats { "---".to_owned() } else { authors(&signed, has_others) });
        // The label of what they did (chapter 5, “Author”).
        out.push(match (work.signers(), signed.len() + usize::from(has_others) > 1) {
            (Signers::Editors, false) => ", editor",
            (Signers::Editors, true) => ", editors",
            (Signers::EditorsAndTranslators, false) => ", editor and translator",
            (Signers::EditorsAndTranslators, true) => ", editors and translators",
            (Signers::Translators, false) => ", translator",
            (Signers::Translators, true) => ", translators",
            (Signers::Authors, _) => "",
        });
        out.stop();
        out.gap();
    }
    // What stands alone is in italics, what is part of something in quotation marks (chapter 5, “Title of Source”).
    match work.kind.class {
        Class::Part | Class::Media(..) => out.quoted(&work.headline(Manual::Mla)),
        Class::Page if work.container.is_some() => out.quoted(&work.headline(Manual::Mla)),
        Class::Alone | Class::Page => {
            out.italic_title(&work.headline(Manual::Mla));
        }
    }
    container(work, &mut out);
    out
}

impl Work<'_> {
    /// The authors, or else the editors or the translators, without bodies that are publishers too: those are named as publishers only.
    pub(super) fn signed_apart_from_publishers(&self) -> Vec<&Name> {
        let mut named = self.publishers_beside_container(&[]);
        named.extend(self.container.map(escape::line));
        let is_publisher = |name: &&Name| name.is_body() && named.contains(&name.natural());
        let Contributors { authors, editors, translators } = &self.contributors;
        let signed = match self.signers() {
            Signers::Authors => authors,
            Signers::Editors | Signers::EditorsAndTranslators => editors,
            Signers::Translators => translators,
        };
        signed.list.iter().filter(|name| !is_publisher(name)).collect()
    }

    /// `Edited by A and B`, `translated by C` of those who did so and do not sign (chapter 5, “Contributor”).
    fn other_contributors(&self) -> Vec<String> {
        let one = |verb: &str, names: &Names| {
            // Three or more are the first and others.
            let has_others = names.has_others || names.list.len() > 2;
            let n_named = if has_others { 1 } else { 2 };
            let names = Names { list: names.list.iter().take(n_named).cloned().collect(), has_others };
            (!names.list.is_empty()).then(|| format!("{verb} by {}", names.joined("and", &Name::natural)))
        };
        let TitleContributors { editors, translators, both } = self.after_title(true);
        let parts = [one("edited", &editors), one("edited and translated", &both), one("translated", &translators)];
        let mut parts: Vec<String> = parts.into_iter().flatten().collect();
        if let Some(first) = parts.first_mut() {
            // TitleContributors a point.
            first.replace_range(..1, &first[..1].to_uppercase());
        }
        parts
    }
}

/// `Patrick, Susan.`, `Patrick, Susan, and Dale Frost.`, `Patrick, Susan, et al.` (chapter 5, “Author”: one, two, three or more);
/// the comma before `and` is that of the inverted name, which bodies and names that are signed with the family name first have not.
fn authors(names: &[&Name], has_others: bool) -> String {
    match names {
        [] => String::new(),
        [first, ..] if has_others => format!("{}, et al.", first.inverted()),
        [only] => only.inverted(),
        [first, second] if first.stands_as_signed() => format!("{} and {}", first.natural(), second.natural()),
        [first, second] => format!("{}, and {}", first.inverted(), second.natural()),
        [first, ..] => format!("{}, et al.", first.inverted()),
    }
}

/// The container in italics, several publishers with a slash between them, the date, the address without its protocol but for
/// a DOI (chapter 5, “Publisher”, “Publication Date”, “Location”); commas between, a point at the end.
fn container(work: &Work<'_>, out: &mut Citation) {
    let mut parts = work.other_contributors();
    if work.container.is_some() && !parts.is_empty() {
        // Of the article, not of what it stands in.
        out.gap();
        out.push(&parts.join(", "));
        out.stop();
        parts.clear();
    }
    let [volume, issue, pages] = work.locators();
    // (chapter 5, “Number”).
    for (word, number) in [("vol.", volume), ("no.", issue)].iter().filter(|(_, number)| !number.is_empty()) {
        add(work, format!("{word} {number}"), &mut parts);
    }
    let publishers = work.publishers_beside_container(&[]);
    if !publishers.is_empty() {
        parts.push(publishers.join(" / "));
    }
    if let Some(date) = work.date_in_mla() {
        add(work, date, &mut parts);
    }
    if !pages.is_empty() {
        // (chapter 5, “Location”).
        let label = if pages.contains(['-', '–', ',']) { "pp." } else { "p." };
        add(work, format!("{label} {}", joined_pages(&pages, "–", as_in_mla)), &mut parts);
    }
    parts.extend(work.url().map(|url| bare(&url).to_owned()));
    if let Some(container) = work.container {
        out.gap();
        out.italic(&escape::line(container));
        out.push(if parts.is_empty() { "" } else { "," });
    }
    if !parts.is_empty() {
        out.gap();
        out.push(&parts.join(", "));
    }
    out.stop();
    if let Some(day) = work.accessed {
        out.push(&format!(" Accessed {}.", day_first(day)));
    }
}

/// Adds an element that begins with a word in small letters; behind a point with a capital.
fn add(work: &Work<'_>, mut text: String, parts: &mut Vec<String>) {
    if parts.is_empty() && work.container.is_none() {
        let at = usize::from(text.starts_with('['));
        if let Some(capital) = text.get(at..=at).map(str::to_uppercase) {
            text.replace_range(at..=at, &capital);
        }
    }
    parts.push(text);
}

fn bare(url: &str) -> &str {
    if url.starts_with("https://doi.org/") {
        return url;
    }
    url.strip_prefix("https://").or(url.strip_prefix("http://")).unwrap_or(url)
}
