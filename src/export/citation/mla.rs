//! MLA style, 9th edition.
//!
//! The core elements in their order, chapter 5: author. title. title of the container, publisher, date, location.

use super::date::day_first;
use super::entry::Citation;
use super::work::{Signers, TitleContributors, Work};
use crate::catalog::{Contributors, Maker, Name, Names};
use crate::export::escape;
use crate::export::kind::Class;
use crate::export::pages::{as_in_mla, joined_pages};
use crate::export::title::{Manual, headline};
use crate::text::{fold, without_tags};

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
            (Signers::Authors, are_several) => maker(work.made_by(), are_several),
        });
        out.stop();
        out.gap();
    }
    // What stands alone is in italics, what is part of something in quotation marks (chapter 5, “Title of Source”).
    let title = work.headline(Manual::Mla);
    let title = work.title_end.cut_stated(&title);
    match (work.kind.class, &work.law) {
        // Laws are neither (chapter 2, “Titles That Take Neither”).
        (_, Some(law)) => {
            out.push(&law.cited);
            out.stop();
        }
        (Class::Page, _) if site(work).is_some() => out.quoted(title),
        (Class::Media(..), _) if work.is_whole_podcast() => out.italic_title(title),
        (Class::Part | Class::Chapter | Class::Media(..) | Class::Talk(..), _) => out.quoted(title),
        (Class::Alone | Class::Page | Class::Thesis(..), _) => out.italic_title(title),
    }
    container(work, &mut out);
    out
}

/// `edited by A and B`; of three or more the first and others; nothing of nobody.
fn by(verb: &str, names: &Names) -> Option<String> {
    let has_others = names.has_others || names.list.len() > 2;
    let n_named = if has_others { 1 } else { 2 };
    let names = Names { list: names.list.iter().take(n_named).cloned().collect(), has_others };
    (!names.list.is_empty()).then(|| format!("{verb} by {}", names.joined("and", &Name::natural)))
}

impl Work<'_> {
    /// The authors, or else the editors or the translators, without bodies that are publishers too: those are named as publishers only.
    pub(super) fn signed_apart_from_publishers(&self) -> Vec<&Name> {
        let mut named = self.publishers_beside_container(&[]);
        named.extend(self.container.map(escape::line));
        let is_publisher = |name: &&Name| name.is_body() && named.contains(&name.natural());
        let Contributors { authors, editors, translators, .. } = &self.contributors;
        let signed = match self.signers() {
            Signers::Authors => authors,
            Signers::Editors | Signers::EditorsAndTranslators => editors,
            Signers::Translators => translators,
        };
        signed.list.iter().filter(|name| !is_publisher(name)).collect()
    }

    /// `Edited by A and B`, `translated by C` of those who did so and do not sign (chapter 5, “Contributor”).
    fn other_contributors(&self) -> Vec<String> {
        let TitleContributors { editors, translators, both, illustrators } = self.after_title(true);
        let parts = [
            by("edited", &editors),
            by("edited and translated", &both),
            by("translated", &translators),
            by("illustrated", &illustrators),
        ];
        let mut parts: Vec<String> = parts.into_iter().flatten().collect();
        if let Some(first) = parts.first_mut() {
            // Behind a point.
            first.replace_range(..1, &first[..1].to_uppercase());
        }
        parts
    }
}

/// What those in an author's place did for a recording, in small letters as Chicago has it too.
pub(super) fn maker(maker: Option<Maker>, are_several: bool) -> &'static str {
    match (maker, are_several) {
        (Some(Maker::Host), false) => ", host",
        (Some(Maker::Host), true) => ", hosts",
        (Some(Maker::Director), false) => ", director",
        (Some(Maker::Director), true) => ", directors",
        (None, _) => "",
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
    parts.extend(by("edited", &work.book_editors));
    for text in title_end(work) {
        // A label is small within an element (chapter 5, “Number”).
        let is_label = ["Season ", "Episode "].iter().any(|label| text.starts_with(label));
        add(site(work).is_some(), if is_label { text[..1].to_lowercase() + &text[1..] } else { text }, &mut parts);
    }
    let [volume, issue, pages] = work.shown_locators();
    // (chapter 5, “Number”).
    let words = if matches!(work.kind.class, Class::Media(..)) { ["season", "episode"] } else { ["vol.", "no."] };
    let issue = if work.series.is_none() && issue.is_empty() { work.number() } else { issue };
    for (word, number) in words.iter().zip([volume, issue]).filter(|(_, number)| !number.is_empty()) {
        add(
            site(work).is_some(),
            if number.contains(char::is_numeric) { format!("{word} {number}") } else { number },
            &mut parts,
        );
    }
    let thesis = thesis(work, out);
    let site = site(work);
    let mut publishers = work.publishers_beside_container(&[]);
    publishers.retain(|publisher| site.as_ref() != Some(publisher));
    if !publishers.is_empty() {
        let short: Vec<String> = publishers.iter().map(|name| short_press(name)).collect();
        parts.push(short.join(" / "));
    }
    if let Some(date) = work.date_in_mla().filter(|_| !thesis) {
        add(site.is_some(), date, &mut parts);
    }
    if !pages.is_empty() {
        // (chapter 5, “Location”).
        let label = if pages.contains(['-', '–', ',']) { "pp." } else { "p." };
        add(site.is_some(), format!("{label} {}", joined_pages(&pages, "–", as_in_mla)), &mut parts);
    }
    parts.extend(work.url().map(|url| bare(&url).to_owned()));
    if let Some(site) = &site {
        out.gap();
        // A meeting is no work (chapter 5, “Title of Container”).
        if matches!(work.kind.class, Class::Talk(..)) {
            out.push(site);
        } else {
            out.italic(site);
        }
        out.push(if parts.is_empty() { "" } else { "," });
    }
    if !parts.is_empty() {
        out.gap();
        out.push(&parts.join(", "));
    }
    out.stop();
    optional(work, out);
}

/// The day of access, what a talk was, the series.
fn optional(work: &Work<'_>, out: &mut Citation) {
    if let Some(day) = work.accessed {
        out.push(&format!(" Accessed {}.", day_first(day)));
    }
    // What a talk was stands behind it (chapter 5, “Medium of Publication”).
    if let Class::Talk(_, called, _) = work.kind.class {
        out.gap();
        out.push(called);
        out.stop();
    }
    // A series stands behind the rest of the entry (section 5.118).
    if let Some(series) = &work.series {
        let named = format!("{} {}", escape::line(series.name), work.number());
        out.gap();
        out.push(named.trim_end());
        out.stop();
    }
}

/// The edition and the number at the end of the title (chapter 5, “Version” and “Number”).
fn title_end(work: &Work<'_>) -> impl Iterator<Item = String> {
    let number = escape::line(work.title_end.number()).replace(", Ep ", ", episode ");
    [escape::line(work.title_end.edition()), number].into_iter().filter(|text| !text.is_empty())
}

/// `2019. Harvard U, PhD dissertation.`; whether it is a thesis (section 5.119).
fn thesis(work: &Work<'_>, out: &mut Citation) -> bool {
    let Class::Thesis(_, called, _) = work.kind.class else { return false };
    let alone = || called[..1].to_uppercase() + &called[1..];
    for text in [
        work.date_in_mla(),
        Some(work.university().map_or_else(alone, |name| format!("{}, {called}", short_university(&name)))),
    ] {
        out.gap();
        out.push(&text.unwrap_or_default());
        out.stop();
    }
    true
}

/// The name of an academic press: `Oxford UP`, `UP of Kentucky`, `U of Iowa P`, `Teachers College P`; any other as it stands (chapter 5, “Publisher”).
fn short_press(name: &str) -> String {
    if let Some(of) = name.strip_prefix("University Press of ") {
        return format!("UP of {of}");
    }
    let is_academic = ["University", "College"].iter().any(|word| name.contains(word))
        || ["Harvard Education Press", "MIT Press"].contains(&name);
    match name.strip_suffix(" Press").filter(|_| is_academic) {
        Some(before) => match before.strip_suffix("University") {
            Some(of) => format!("{of}UP"),
            None => format!("{} P", short_university(before)),
        },
        None => name.to_owned(),
    }
}

/// The name of a university with `U` for the word (chapter 5, “Publisher”, and section 5.119).
fn short_university(name: &str) -> String {
    let short = |word: &str| if word == "University" { "U".to_owned() } else { word.to_owned() };
    name.split(' ').map(short).collect::<Vec<String>>().join(" ")
}

/// Sites whose names are those of containers, folded.
const PLATFORMS: [&str; 5] = ["apple podcasts", "soundcloud", "spotify", "vimeo", "youtube"];

/// What the entry names in italics: what the work appeared in, or the site that a page or a recording stands on, which is called as the body whose
/// it is (chapter 5, “Title of Container”). What is a site itself stands on none.
fn site(work: &Work<'_>) -> Option<String> {
    if let Some(container) = work.container {
        let is_book = work.is_english && work.kind.class == Class::Chapter;
        return Some(if is_book {
            headline(&without_tags(&escape::line(container)), Manual::Mla)
        } else {
            escape::line(container)
        });
    }
    let publishers = work.publishers_beside_container(&[]);
    match work.kind.class {
        Class::Page if work.is_page_of_site() => publishers.into_iter().next(),
        Class::Media(..) => publishers.into_iter().find(|name| PLATFORMS.contains(&fold(name).as_str())),
        _ => None,
    }
}

/// Adds an element that begins with a word in small letters; behind a point with a capital.
fn add(has_site: bool, mut text: String, parts: &mut Vec<String>) {
    if parts.is_empty() && !has_site {
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
