//! Laws, bills and decisions of courts among the resources: recognized by the source that their titles state, and cited by it.
//!
//! `Every Student Succeeds Act, Pub. L. No. 114-95`, `33-1632. Mastery-Based Education` of the Idaho Legislature, `HB 1365 — Pilot Program` (APA 7
//! sections 11.4 to 11.6; Chicago 17 sections 14.276 to 14.300, and 15.58; MLA 9 chapter 5, on government documents).

use crate::catalog::Resource;
use crate::text::{without_entities, without_tags};

use super::escape;

/// What a source is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LawKind {
    /// A law, or a section of a code.
    Statute,
    /// What a legislature has before it, or had.
    Bill,
    /// What a court decided.
    Decision,
}

/// A law, a bill or a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Law {
    /// What it is.
    pub(super) kind: LawKind,
    /// Its name and its source, which no style changes.
    pub(super) cited: String,
    /// The legislature that has a bill, as the source goes on with it: `, Idaho Leg.`; else empty.
    pub(super) legislature: String,
}

impl Law {
    fn statute(cited: String) -> Self {
        Self { kind: LawKind::Statute, cited, legislature: String::new() }
    }

    /// Its name and its whole source.
    pub(super) fn in_full(&self) -> String {
        format!("{}{}", self.cited, self.legislature)
    }
}

/// Types of laws and decisions.
const LAWS: [&str; 8] =
    ["policy", "law", "legislation", "regulation", "statute", "bill", "court-case", "government-document"];
/// What stands between two numbers in the source of a law or a decision (APA 7 sections 11.4 and 11.5).
const REPORTERS: [&str; 7] = [" U.S. ", " U.S.C. ", " Stat. ", " S. Ct. ", " F.2d ", " F.3d ", " Fed. Reg. "];
/// What a code of laws ends with before the number of a section; or its abbreviation does, with a point.
const CODES: [&str; 5] = ["Code", "Laws", "Law", "Statutes", "Regulations"];
/// Words behind the number of a law.
const BEHIND_NUMBERS: [&str; 6] = ["et", "and", "&", "ff", "note", "through"];
/// What bills are numbered by, without points and blanks, in small letters.
const BILLS: [&str; 15] = [
    "hb",
    "sb",
    "ab",
    "hf",
    "sf",
    "ld",
    "hr",
    "hp",
    "hcr",
    "scr",
    "hjr",
    "sjr",
    "housebill",
    "senatebill",
    "assemblybill",
];
/// How states call their codes where it is not `Code Ann.` (*The Bluebook*, 21st edition, table T1.3).
const STATE_CODES: [(&str, &str); 38] = [
    ("Alabama", "Ala. Code"),
    ("Alaska", "Alaska Stat."),
    ("Arizona", "Ariz. Rev. Stat."),
    ("California", "Cal. Code"),
    ("Colorado", "Colo. Rev. Stat."),
    ("Connecticut", "Conn. Gen. Stat."),
    ("Florida", "Fla. Stat."),
    ("Georgia", "Ga. Code Ann."),
    ("Hawaii", "Haw. Rev. Stat."),
    ("Idaho", "Idaho Code"),
    ("Indiana", "Ind. Code"),
    ("Iowa", "Iowa Code"),
    ("Kansas", "Kan. Stat. Ann."),
    ("Kentucky", "Ky. Rev. Stat. Ann."),
    ("Louisiana", "La. Stat. Ann."),
    ("Minnesota", "Minn. Stat."),
    ("Mississippi", "Miss. Code Ann."),
    ("Missouri", "Mo. Rev. Stat."),
    ("Montana", "Mont. Code Ann."),
    ("Nebraska", "Neb. Rev. Stat."),
    ("Nevada", "Nev. Rev. Stat."),
    ("New Hampshire", "N.H. Rev. Stat. Ann."),
    ("New Mexico", "N.M. Stat. Ann."),
    ("North Carolina", "N.C. Gen. Stat."),
    ("North Dakota", "N.D. Cent. Code"),
    ("Ohio", "Ohio Rev. Code Ann."),
    ("Oregon", "Or. Rev. Stat."),
    ("Rhode Island", "R.I. Gen. Laws"),
    ("South Carolina", "S.C. Code Ann."),
    ("South Dakota", "S.D. Codified Laws"),
    ("Tennessee", "Tenn. Code Ann."),
    ("Utah", "Utah Code Ann."),
    ("Vermont", "Vt. Stat. Ann."),
    ("Virginia", "Va. Code Ann."),
    ("Washington", "Wash. Rev. Code"),
    ("West Virginia", "W. Va. Code"),
    ("Wisconsin", "Wis. Stat."),
    ("Wyoming", "Wyo. Stat. Ann."),
];

/// States whose codes go by subjects or have titles for chapters, so that no number tells them.
const OTHER_STATES: [&str; 12] = [
    "Arkansas",
    "Delaware",
    "Illinois",
    "Maine",
    "Maryland",
    "Massachusetts",
    "Michigan",
    "New Jersey",
    "New York",
    "Oklahoma",
    "Pennsylvania",
    "Texas",
];

/// The law that a resource is; none where its type is another, or its title states no source.
pub(super) fn law_of(resource: &Resource) -> Option<Law> {
    if !resource.r#type.as_deref().is_none_or(|id| LAWS.contains(&id)) {
        return None;
    }
    let title = escape::line(&without_tags(&without_entities(&resource.title)));
    if has_source(&title) {
        let kind = if title.contains(" v. ") { LawKind::Decision } else { LawKind::Statute };
        return Some(Law { kind, ..Law::statute(title) });
    }
    // What has no type is a law only where its source is written as sources are.
    resource.r#type.as_ref()?;
    section(&title, &resource.publishers).or_else(|| bill(&title, resource))
}

/// A section of a code whose number stands in front: `33-1632. Mastery-Based Education`, `Utah Code 53F-5-502: Grants Program`.
fn section(title: &str, publishers: &[String]) -> Option<Law> {
    let state = |code: &str| {
        let bodies = [" State Legislature", " Legislature", " General Assembly", " General Court"];
        let of = publishers.iter().find_map(|body| bodies.iter().find_map(|end| body.strip_suffix(end)))?;
        let (_, of_state) = STATE_CODES.iter().find(|(state, _)| *state == of)?;
        Some(if code.is_empty() { (*of_state).to_owned() } else { code.to_owned() })
    };
    let (front, name) =
        title.split_once([':']).filter(|(front, _)| !front.contains(". ")).or_else(|| title.split_once(". "))?;
    let (code, number) = front.rsplit_once(' ').unwrap_or(("", front));
    let code = code.trim_end_matches([' ', '§']);
    let is_code = code.is_empty()
        || code.rsplit(' ').next().is_some_and(|last| CODES.contains(&last) || last.ends_with('.'))
            && is_of_state(code);
    let code = state(code)
        .or_else(|| (!code.is_empty()).then(|| code.to_owned()))
        .filter(|_| is_code && is_section_number(number))?;
    Some(Law::statute(format!("{}, {code} § {number}", name.trim())))
}

/// Whether a text is the number of a section, `33-1632`, `53F-5-502`, and no range of years or grades.
fn is_section_number(text: &str) -> bool {
    let is_of_signs = text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
    let Some((chapter, section)) = text.split_once('-') else { return false };
    let are_years = chapter.len() == 4 && chapter.starts_with(['1', '2']);
    let is_long = section.len() > 2 || chapter.ends_with(|c: char| c.is_ascii_alphabetic());
    text.starts_with(|c: char| c.is_ascii_digit()) && is_of_signs && is_long && !are_years
}

/// Whether the name of a code begins with that of a state, or with its abbreviation; a district's policies are no laws.
fn is_of_state(code: &str) -> bool {
    let first = |text: &str| text.split(' ').next().unwrap_or_default().to_owned();
    STATE_CODES.iter().any(|(state, of)| code.starts_with(state) || first(code) == first(of))
        || OTHER_STATES.iter().any(|state| code.starts_with(state))
}

/// A bill with its number in front or at the end: `CS/CS/HB 1365 — Pilot Program`, `An Act Relating to Mastery, H.B. 1234`.
fn bill(title: &str, resource: &Resource) -> Option<Law> {
    let is_number = |text: &str| {
        let Some((letters, digits)) = text.rsplit_once([' ', '.']) else { return false };
        let letters: String =
            letters.rsplit('/').next().unwrap_or_default().chars().filter(|c| c.is_alphabetic()).collect();
        !digits.is_empty()
            && digits.bytes().all(|byte| byte.is_ascii_digit())
            && (BILLS.contains(&&*letters.to_lowercase()) || letters == "S" && text.starts_with("S. "))
            && (letters != "HR" || text.starts_with("H.R."))
    };
    let in_front = || {
        [" — ", " – ", " - ", ": "]
            .iter()
            .find_map(|sign| title.split_once(sign).filter(|(number, _)| is_number(number)))
    };
    let (name, number) = match in_front() {
        Some((number, name)) => (name, number),
        None => title.rsplit_once(", ").filter(|(_, number)| is_number(number))?,
    };
    let names = resource.publishers.iter().cloned().chain(resource.author_names());
    let words = ["Legislature", "Senate", "Assembly", "Congress", "Court"];
    let is_legislature =
        |name: &String| name.contains("House of ") || name.split(' ').any(|word| words.contains(&word));
    let before = names.into_iter().find(is_legislature).map(|body| match body.strip_suffix("Legislature") {
        Some(state) => format!(", {state}Leg."),
        None => format!(", {body}"),
    });
    Some(Law { kind: LawKind::Bill, cited: format!("{name}, {number}"), legislature: before.unwrap_or_default() })
}

/// Whether a title ends with the source of a law or a decision.
fn has_source(title: &str) -> bool {
    let is_number = |c: char| c.is_ascii_digit() || c == '§';
    let reporter = |reporter: &&str| {
        let at = title.find(*reporter)?;
        let is_one = title[..at].ends_with(is_number) && title[at + reporter.len()..].starts_with(is_number);
        is_one.then_some(at)
    };
    // A section is one of a code: `Utah Code § 53F-5-501`, not `A Guide to § 504 Plans`.
    let section = || {
        let at = title.find("§ ")?;
        let before = title[..at].trim_end_matches(['§', ',', ' ']);
        let code = before.rsplit(' ').next().unwrap_or_default();
        (code.ends_with('.') || CODES.contains(&code) || code.contains(|c: char| c.is_ascii_digit())).then_some(at)
    };
    let source = || title.find("Pub. L. ").or_else(|| REPORTERS.iter().find_map(reporter)).or_else(section);
    // `20 U.S.C. § 1400: A Guide` speaks of one.
    let is_of_source = |word: &str| {
        let bare = word.trim_end_matches([',', ';']);
        bare.ends_with('.')
            || BEHIND_NUMBERS.contains(&bare)
            || !bare.contains(char::is_alphabetic)
            || bare.contains(|c: char| c.is_ascii_digit())
    };
    let ends_so = |at: usize| title[at..].split(" (").next().unwrap_or_default().split_whitespace().all(is_of_source);
    source().is_some_and(ends_so)
}

#[cfg(test)]
mod tests {
    use super::{LawKind, law_of};
    use crate::catalog::Resource;

    #[test]
    fn laws_and_bills_are_known_by_their_sources() {
        let of = |title: &str, publisher: &str| {
            let resource = Resource {
                title: title.to_owned(),
                publishers: vec![publisher.to_owned()],
                r#type: Some("policy".to_owned()),
                ..Resource::default()
            };
            law_of(&resource).map(|law| (law.kind, law.in_full()))
        };
        for (title, publisher, kind, cited) in [
            (
                "33-1632. Mastery-Based Education",
                "Idaho Legislature",
                LawKind::Statute,
                "Mastery-Based Education, Idaho Code § 33-1632",
            ),
            (
                "20-7-1605. Transformational Learning -- Phase II Grant Program",
                "Montana Legislature",
                LawKind::Statute,
                "Transformational Learning -- Phase II Grant Program, Mont. Code Ann. § 20-7-1605",
            ),
            (
                "Utah Code 53F-5-502: Grants Program",
                "Utah Legislature",
                LawKind::Statute,
                "Grants Program, Utah Code § 53F-5-502",
            ),
            (
                "CS/CS/HB 1365 — Competency-Based Education Pilot Program",
                "Florida Senate",
                LawKind::Bill,
                "Competency-Based Education Pilot Program, CS/CS/HB 1365, Florida Senate",
            ),
            (
                "An Act Relating to Mastery, H.B. 1234",
                "Idaho Legislature",
                LawKind::Bill,
                "An Act Relating to Mastery, H.B. 1234, Idaho Leg.",
            ),
            ("HB 1365: Pilot — Phase II", "Florida Senate", LawKind::Bill, "Pilot — Phase II, HB 1365, Florida Senate"),
            ("Mastery Act, H.R. 12", "Random House", LawKind::Bill, "Mastery Act, H.R. 12"),
            ("Mental Health Act, S. 1100", "U.S. Congress", LawKind::Bill, "Mental Health Act, S. 1100, U.S. Congress"),
            (
                "Brown v. Board of Education, 347 U.S. 483 (1954)",
                "",
                LawKind::Decision,
                "Brown v. Board of Education, 347 U.S. 483 (1954)",
            ),
        ] {
            assert_eq!(of(title, publisher), Some((kind, cited.to_owned())), "{title}");
        }
        for (title, publisher) in [
            ("33-1632. Mastery-Based Education", "KnowledgeWorks"),
            ("Circular 2016-01: Guidelines for Training", "U.S. Department of Labor"),
            ("Section 1.423 - Graduation Requirements", "Illinois State Board of Education"),
            ("K-12 Student Reporting Policy: Information", "British Columbia Ministry of Education"),
            ("Graduation Guidelines", "Colorado Department of Education"),
            ("What HB 1365 Means: A Guide", "Florida Senate"),
            ("Postsecondary and Workforce Readiness Act", "Illinois Legislature"),
            ("2019-2020. Interim Report", "Utah Legislature"),
            ("9-12: Graduation Requirements", "Idaho Legislature"),
            ("Policy Code 5127-200: Grading", "Any School District"),
            ("HR 101: Human Resources Policy", "Any School District"),
            ("S. Africa 2030: National Plan", "Department of Education"),
        ] {
            assert_eq!(of(title, publisher), None, "{title}");
        }
    }
}
