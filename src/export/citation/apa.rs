//! APA style, 7th edition.
//!
//! Author. (Date). Title. Source. URL (section 9.5).

use super::entry::Citation;
use super::work::{Signers, TitleContributors, Work};
use crate::catalog::{Maker, Name, Names};
use crate::export::escape;
use crate::export::kind::Class;
use crate::export::pages::{in_full, joined_pages};
use crate::export::title::with_point;
use crate::export::title_end::Stated;

/// From so many authors on, some are left out (section 9.8).
const MANY: usize = 21;

pub(super) fn cite(work: &Work<'_>) -> Citation {
    let mut out = Citation::default();
    // Who published a work that no person signs is its author (section 9.11).
    let signed = work.signed();
    if let Some(cited) = work.cited_as_law(&signed) {
        law(work, &cited, &mut out);
        return end(work, out);
    }
    if signed.list.is_empty() {
        // Without an author the title stands first (section 9.12).
        title(work, &mut out);
        date(work, &mut out);
    } else {
        out.push(&authors(&signed));
        // What they did stands behind the last name (section 9.10).
        out.push(match (work.signers(), signed.are_several()) {
            (Signers::Editors, false) => " (Ed.)",
            (Signers::Editors, true) => " (Eds.)",
            (Signers::EditorsAndTranslators, false) => " (Ed. & Trans.)",
            (Signers::EditorsAndTranslators, true) => " (Eds. & Trans.)",
            (Signers::Authors | Signers::Translators, are_several) => match (work.made_by(), are_several) {
                (Some(Maker::Host), false) => " (Host)",
                (Some(Maker::Host), true) => " (Hosts)",
                (Some(Maker::Director), false) => " (Director)",
                (Some(Maker::Director), true) => " (Directors)",
                (None, _) => "",
            },
        });
        out.stop();
        date(work, &mut out);
        title(work, &mut out);
    }
    source(work, &signed.list, &mut out);
    end(work, out)
}

/// `Every Student Succeeds Act, Pub. L. No. 114-95 (2015).`, `An Act Relating to Mastery, H.B. 1234, Idaho Leg. (2015).`, `Brown v. Board of
/// Education, 347 U.S. 483 (1954).` (sections 11.4 to 11.6; names of cases are in italics in the text alone).
pub(super) fn law(work: &Work<'_>, cited: &str, out: &mut Citation) {
    out.push(cited);
    if let Some(year) = work.date.year().map(|year| format!(" ({year})")).filter(|year| !cited.ends_with(&**year)) {
        out.push(&year);
    }
    out.stop();
}

/// The address.
fn end(work: &Work<'_>, mut out: Citation) -> Citation {
    if let Some(url) = work.url() {
        // No point behind an address (section 9.35).
        out.gap();
        out.link(&url);
    }
    out
}

/// `A., & B.`; `A., et al.` where the record says that there are others, whom it does not name; two bodies without the comma; of more than twenty the first nineteen, three points and the last (section 9.8).
fn authors(names: &Names) -> String {
    let all: Vec<String> = names.list.iter().map(Name::with_initials).collect();
    if names.has_others {
        return format!("{}, et al.", all.join(", "));
    }
    match &all[..] {
        [only] => only.clone(),
        [first, second] if names.list.iter().all(Name::is_body) => format!("{first} & {second}"),
        [first @ .., last] if all.len() < MANY => format!("{}, & {last}", first.join(", ")),
        [.., last] => format!("{}, . . . {last}", all[..MANY - 2].join(", ")),
        [] => String::new(),
    }
}

/// The year; for magazines, newspapers, pages and recordings the whole date; `n.d.` without one (sections 9.14 and 9.17).
fn date(work: &Work<'_>, out: &mut Citation) {
    out.gap();
    out.push(&format!("({}).", work.date_in_apa()));
}

/// Sentence case; italics for what stands alone (section 9.19); in brackets what is no usual text (section 9.21), before them in
/// parentheses who edited and translated the work.
fn title(work: &Work<'_>, out: &mut Citation) {
    out.gap();
    if let Some(law) = &work.law {
        out.push(&law.cited);
        return out.stop();
    }
    let title = work.sentence();
    let end = work.end_of_sentence(&title);
    let title = end.cut(&title);
    // What the title itself states is not said once more; a set of data is called one (section 10.9).
    let (numbered, stated) = match end.stated {
        Stated::Description => ("", end.text.as_str()),
        _ => (end.whole.as_str(), ""),
    };
    let described = match work.kind.class {
        Class::Thesis(degree, ..) => {
            let university = work.university().map(|name| format!(", {name}")).unwrap_or_default();
            format!(" [{degree}{university}]")
        }
        _ if !stated.is_empty() => format!(" [{stated}]"),
        _ if work.kind.csl == "dataset" => " [Data set]".to_owned(),
        _ if work.description().is_empty() => String::new(),
        _ => format!(" [{}]", work.description()),
    };
    let behind = format!("{numbered}{}{described}", others(work));
    // A part of something is in roman, an episode too (section 9.19).
    let is_part = match work.kind.class {
        Class::Part | Class::Chapter => true,
        Class::Media(..) => work.container.is_some(),
        Class::Thesis(..) | Class::Talk(..) | Class::Alone | Class::Page => false,
    };
    match (is_part, behind.is_empty()) {
        (true, true) => out.push(&with_point(title)),
        (true, false) => out.push(&format!("{title}{behind}")),
        (false, true) => out.italic_title(title),
        (false, false) => {
            out.italic(title);
            out.push(&behind);
        }
    }
    out.stop();
}

/// `NBER Working Paper No. 24567` of a report (section 10.4), `No. 42` of an episode (section 10.12); a series of books is left out.
fn number(work: &Work<'_>) -> Option<String> {
    let number = work.number();
    match &work.series {
        Some(series) if series.is_of_reports && number.is_empty() => Some(escape::line(series.name)),
        Some(series) if series.is_of_reports => {
            let name = escape::line(series.name);
            // One of several: `Working Papers`.
            let one = ["Papers", "Reports", "Briefs", "Digests"].iter().find(|ending| name.ends_with(**ending));
            let name = one.map_or(&*name, |_| &name[..name.len() - 1]);
            Some(format!("{name} No. {number}"))
        }
        Some(_) => None,
        None => (!number.is_empty()).then(|| format!("No. {number}")),
    }
}

/// ` (A. Editor & B. Editor, Eds.; C. Translator, Trans.)`, nothing where there are none (section 10.2, on edited and translated books).
fn others(work: &Work<'_>) -> String {
    let TitleContributors { editors, translators, both, illustrators } = work.after_title(false);
    let one = |names: &Names, role: &str| {
        let named = names.joined("&", &Name::natural_with_initials);
        if named.is_empty() { named } else { format!("{named}, {role}") }
    };
    let eds = one(&editors, if editors.are_several() { "Eds." } else { "Ed." });
    let both = one(&both, if both.are_several() { "Eds. & Trans." } else { "Ed. & Trans." });
    let parts = [eds, both, one(&translators, "Trans."), one(&illustrators, "Illus.")];
    let number = number(work);
    let parts: Vec<&str> =
        parts.iter().map(String::as_str).filter(|part| !part.is_empty()).chain(number.as_deref()).collect();
    if parts.is_empty() { String::new() } else { format!(" ({})", parts.join("; ")) }
}

/// The periodical and its volume in italics, its issue and the pages (sections 9.25 to 9.27); what a recording is an episode of (section
/// 10.12), a site without italics (section 10.16); the publishers with semicolons between them, without those who sign (section 9.29).
fn source(work: &Work<'_>, signed: &[Name], out: &mut Citation) {
    if let Some(container) = work.container {
        let name = escape::line(container);
        out.gap();
        match work.kind.class {
            // A meeting is no work (section 10.5).
            Class::Page | Class::Talk(..) => out.push(&name),
            Class::Media(..) => {
                out.push("In ");
                out.italic(&name);
            }
            Class::Chapter => book(work, &name, out),
            Class::Part | Class::Alone | Class::Thesis(..) => return periodical(work, &name, out),
        }
        out.stop();
    }
    let publishers = work.publishers_beside_container(signed);
    if !publishers.is_empty() {
        out.gap();
        out.push(&publishers.join("; "));
        out.stop();
    }
}

/// `In A. Editor & B. Editor (Eds.), Title of the book (Vol. 2, pp. 45–67)` (section 10.3).
fn book(work: &Work<'_>, name: &str, out: &mut Citation) {
    out.push("In ");
    let editors = work.book_editors.joined("&", &Name::natural_with_initials);
    if !editors.is_empty() {
        let role = if work.book_editors.are_several() { "Eds." } else { "Ed." };
        out.push(&format!("{editors} ({role}), "));
    }
    out.italic(&work.book_sentence(name));
    let [volume, _, pages] = work.shown_locators();
    let several = pages.contains(['-', '–', ',']);
    let mut places = Vec::new();
    places.extend((!volume.is_empty()).then(|| format!("Vol. {volume}")));
    let page = if several { "pp." } else { "p." };
    places.extend((!pages.is_empty()).then(|| format!("{page} {}", joined_pages(&pages, "–", in_full))));
    if !places.is_empty() {
        out.push(&format!(" ({})", places.join(", ")));
    }
}

/// `Journal, 12(3), 45–67`: commas between, what is not stated left out.
fn periodical(work: &Work<'_>, name: &str, out: &mut Citation) {
    let [volume, issue, pages] = work.shown_locators();
    out.italic(name);
    if !volume.is_empty() {
        out.italic(&format!(", {volume}"));
    } else if !issue.is_empty() {
        out.push(", ");
    }
    if !issue.is_empty() {
        out.push(&format!("({issue})"));
    }
    if !pages.is_empty() {
        // The number of an article stands behind the word (section 9.27).
        let is_number = pages.strip_prefix(['e', 'E']).is_some_and(|n| n.bytes().all(|byte| byte.is_ascii_digit()));
        let label = if is_number { "Article " } else { "" };
        out.push(&format!(", {label}{}", joined_pages(&pages, "–", in_full)));
    }
    out.stop();
}
