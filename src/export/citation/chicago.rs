//! Chicago style, 17th edition, author-date.
//!
//! Author. Year. Title. Publisher. URL. (section 15.6).

use super::apa::law;
use super::date::month_first;
use super::entry::{Citation, Span};
use super::mla::maker;
use super::work::{Signers, TitleContributors, Work};
use crate::catalog::{Name, Names};
use crate::export::escape;
use crate::export::kind::Class;
use crate::export::pages::{as_in_chicago, joined_pages};
use crate::export::title::{Manual, headline};
use crate::export::type_id::type_of;
use crate::text::without_tags;

/// From so many authors on, the first seven alone are named (sections 14.76 and 15.9).
const MANY: usize = 11;
const NAMED: usize = 7;

pub(super) fn cite(work: &Work<'_>) -> Citation {
    let mut out = Citation::default();
    // A body that published a work which no person signs is its author, and named as publisher again (section 15.37).
    let signed = work.signed_or_translators();
    let year = work.year_in_chicago();
    if let Some(cited) = work.cited_as_law(&signed) {
        // As in a note (section 15.58).
        law(work, &cited, &mut out);
        return end(work, out);
    }
    if signed.list.is_empty() && work.periodical_in_front().is_some() {
        return unsigned(work, &year);
    }
    if signed.list.is_empty() {
        // Without an author the title stands first (section 15.34).
        title(work, &mut out);
        part(&year, &mut out);
    } else {
        out.push(&authors(&signed));
        // What they did stands behind the names (sections 14.103 and 14.104).
        out.push(match (work.signers(), signed.are_several()) {
            (Signers::Editors, false) => ", ed",
            (Signers::Editors, true) => ", eds",
            (Signers::EditorsAndTranslators, false) => ", ed. and trans",
            (Signers::EditorsAndTranslators, true) => ", eds. and trans",
            (Signers::Translators, _) => ", trans",
            (Signers::Authors, are_several) => maker(work.made_by(), are_several),
        });
        out.stop();
        part(&year, &mut out);
        out.gap();
        title(work, &mut out);
    }
    // Who edited and translated what others wrote (section 14.104).
    let TitleContributors { editors, translators, both, illustrators } = work.after_title(true);
    for (verb, names) in [
        ("Edited", &editors),
        ("Edited and translated", &both),
        ("Translated", &translators),
        ("Illustrated", &illustrators),
    ] {
        let named = names.joined("and", &Name::natural);
        part(&if named.is_empty() { named } else { format!("{verb} by {named}") }, &mut out);
    }
    source(work, &mut out);
    end(work, out)
}

impl Work<'_> {
    /// The magazine or newspaper that stands in the place of an author where nobody signs (section 15.49); a blog and a journal do
    /// not (section 15.34).
    pub(super) fn periodical_in_front(&self) -> Option<&str> {
        self.container.filter(|_| self.kind.bibtex == "article" && !self.kind.is_dated_by_year()).map(without_the)
    }
}

/// The name of a periodical without the article in front (sections 14.170 and 14.194).
fn without_the(name: &str) -> &str {
    name.trim_start().strip_prefix("The ").unwrap_or(name)
}

/// An article that nobody signs: its periodical stands in the place of the author, and is not named again (section 15.49).
fn unsigned(work: &Work<'_>, year: &str) -> Citation {
    let mut out = Citation::default();
    out.italic(&escape::line(work.periodical_in_front().unwrap_or_default()));
    out.stop();
    part(year, &mut out);
    out.gap();
    title(work, &mut out);
    let pages = joined_pages(&work.locators()[2], "–", as_in_chicago);
    let parts: Vec<String> =
        work.day_in_chicago().into_iter().chain(Some(pages).filter(|pages| !pages.is_empty())).collect();
    part(&parts.join(", "), &mut out);
    end(work, out)
}

/// The day of access and the address, with a point behind it (section 14.12).
fn end(work: &Work<'_>, mut out: Citation) -> Citation {
    if let Some(day) = work.accessed {
        part(&format!("Accessed {}", month_first(day)), &mut out);
    }
    if let Some(url) = work.url() {
        out.gap();
        out.link(&url);
        out.spans.push(Span { text: ".".to_owned(), italic: false });
    }
    out
}

/// The first name is inverted, the others are not; `and` before the last (section 15.9).
fn authors(Names { list: names, has_others }: &Names) -> String {
    let natural = |names: &[Name]| names.iter().map(Name::natural).collect::<Vec<String>>().join(", ");
    match &names[..] {
        [] => String::new(),
        [first, more @ ..] if *has_others => {
            let more = if more.is_empty() { String::new() } else { format!(", {}", natural(more)) };
            format!("{}{more}, et al.", first.inverted_in_chicago())
        }
        [only] => only.inverted_in_chicago(),
        [first, second] if first.stands_as_signed() => format!("{} and {}", first.natural(), second.natural()),
        [first, between @ .., last] if names.len() < MANY => {
            let between = if between.is_empty() { String::new() } else { format!(", {}", natural(between)) };
            format!("{}{between}, and {}", first.inverted_in_chicago(), last.natural())
        }
        [first, others @ ..] => format!("{}, {}, et al.", first.inverted_in_chicago(), natural(&others[..NAMED - 1])),
    }
}

/// Italics for books and reports (section 14.220), quotation marks for articles, pages and recordings (sections 14.189,
/// 14.207, 14.208 and 14.267).
fn title(work: &Work<'_>, out: &mut Citation) {
    if let Some(law) = &work.law {
        return part(&law.cited, out);
    }
    let title = work.headline(Manual::Chicago);
    let title = work.title_end.cut_stated(&title);
    if work.kind.class == Class::Alone || work.is_whole_podcast() {
        out.italic_title(title);
    } else {
        out.quoted(title);
    }
    // (sections 14.118 and 14.220).
    part(&escape::line(work.title_end.edition()), out);
    part(&escape::line(work.title_end.number()), out);
}

/// The periodical in italics with what tells where the article stands in it, or the publishers; pages and recordings
/// have their day and their medium on their own (sections 15.50 and 14.267).
fn source(work: &Work<'_>, out: &mut Citation) {
    let day = work.day_in_chicago();
    if let Class::Talk(_, called, given) = work.kind.class {
        return talk(work, called, given, out);
    }
    if let Some(container) = work.container {
        out.gap();
        if work.kind.class == Class::Chapter {
            book(work, container, out);
        } else if work.kind.class == Class::Page {
            // The title of a site is in roman (section 14.206).
            out.push(&escape::line(container));
        } else {
            let name = if work.kind.bibtex == "article" { without_the(container) } else { container };
            out.italic(&escape::line(name));
        }
        let number = if work.series.is_none() { work.number() } else { String::new() };
        if !number.is_empty() {
            out.push(&format!(", episode {number}"));
        }
        if work.kind.class == Class::Part {
            // A blog is said to be one where its title does not say it (section 15.51).
            let is_blog = type_of(work.resource) == "blog-post";
            out.push(if is_blog && !container.to_lowercase().contains("blog") { " (blog)" } else { "" });
            out.push(&place_in_periodical(work, day));
            return out.stop();
        }
        out.stop();
    }
    // (section 14.123).
    if let Some(series) = &work.series {
        part(format!("{} {}", escape::line(series.name), work.number()).trim_end(), out);
    }
    if let Class::Thesis(.., called) = work.kind.class {
        let university = work.university().map(|name| format!(", {name}")).unwrap_or_default();
        part(&format!("{called}{university}"), out);
    }
    // Several publishers have a slash between them (section 14.140).
    part(&work.publishers_beside_container(&[]).join(" / "), out);
    if !matches!(work.kind.class, Class::Alone | Class::Chapter | Class::Thesis(..)) {
        part(&day.unwrap_or_default(), out);
    }
    if let Class::Media(_, medium) = work.kind.class {
        let length = work.resource.minutes.map(|minutes| format!(", {minutes} min.")).unwrap_or_default();
        part(&format!("{medium}{length}"), out);
    }
}

/// `Paper presented at the Annual Meeting of Teachers, May 4, 2019` (section 14.217), or what it is called where no meeting is stated.
fn talk(work: &Work<'_>, called: &str, given: &str, out: &mut Citation) {
    let place = work.container.map(|name| {
        let name = escape::line(name);
        let is_meeting = |word: &str| MEETINGS.contains(&word.trim_end_matches(',')) && !name.starts_with("The ");
        let the = if name.split(' ').any(is_meeting) { "the " } else { "" };
        format!("{given} at {the}{name}")
    });
    let parts: Vec<String> =
        [Some(place.unwrap_or_else(|| called.to_owned())), work.day_in_chicago()].into_iter().flatten().collect();
    part(&parts.join(", "), out);
    part(&work.publishers_beside_container(&[]).join(" / "), out);
}

/// Words for meetings, before whose names stands the article.
const MEETINGS: [&str; 8] =
    ["Meeting", "Conference", "Convention", "Symposium", "Congress", "Summit", "Forum", "Workshop"];

/// `In Title of the Book, vol. 2, edited by A and B, 45–67` (sections 14.107 and 15.9).
fn book(work: &Work<'_>, name: &str, out: &mut Citation) {
    out.push("In ");
    let name = escape::line(&without_tags(name));
    out.italic(&if work.is_english { headline(&name, Manual::Chicago) } else { name });
    let [volume, _, pages] = work.shown_locators();
    let editors = work.book_editors.joined("and", &Name::natural);
    let named = [("vol. ", volume), ("edited by ", editors), ("", joined_pages(&pages, "–", as_in_chicago))];
    for (word, text) in named.iter().filter(|(_, text)| !text.is_empty()) {
        out.push(&format!(", {word}{text}"));
    }
}

/// ` 12 (3): 45–67` of a journal, ` 12 (Spring): 45–67` without an issue, `, no. 3: 45–67` without a volume (sections 14.171 and 15.48); of
/// a magazine, and where neither is stated, the day: `, January 4, 2018, 45–67` (sections 15.49 and 15.51).
fn place_in_periodical(work: &Work<'_>, day: Option<String>) -> String {
    let [volume, issue, pages] = work.shown_locators();
    let pages = joined_pages(&pages, "–", as_in_chicago);
    let is_by_day = day.is_some() && !work.kind.is_dated_by_year();
    let in_volume = if issue.is_empty() { work.season_in_chicago() } else { issue.clone() };
    let (place, colon) = match (volume.as_str(), issue.as_str()) {
        (_, _) if is_by_day => (format!(", {}", day.unwrap_or_default()), ", "),
        ("", "") => (day.map(|day| format!(", {day}")).unwrap_or_default(), ", "),
        ("", issue) => (format!(", no. {issue}"), ": "),
        (volume, _) if in_volume.is_empty() => (format!(" {volume}"), ": "),
        (volume, _) => (format!(" {volume} ({in_volume})"), ": "),
    };
    if pages.is_empty() { place } else { format!("{place}{colon}{pages}") }
}

/// A part of its own, ended by a point; nothing where it is empty.
fn part(text: &str, out: &mut Citation) {
    if !text.is_empty() {
        out.gap();
        out.push(text);
        out.stop();
    }
}
