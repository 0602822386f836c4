//! Laws, bills and decisions of courts among the resources: recognized by the source that their titles state, and cited by it.
//!
//! `Every Student Succeeds Act, Pub. L. No. 114-95`, `33-1632. Mastery-Based Education` of the Idaho Legislature, `20 U.S.C. § 6311. State Plans`,
//! `HB 1365 — Pilot Program` (APA 7 sections 11.4 to 11.7; Chicago 17 sections 14.276 to 14.300, and 15.58; MLA 9 chapter 5, on government
//! documents). What its type alone says to be a law has no source, and stands under its name all the same; no style changes the letters of either.

use crate::catalog::Resource;
use crate::text::{without_entities, without_tags};

use super::escape;
use super::type_id::type_of;

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
    /// Whether its source is stated, by which it is cited.
    pub(super) has_source: bool,
}

impl Law {
    fn statute(cited: String) -> Self {
        Self { kind: LawKind::Statute, cited, legislature: String::new(), has_source: true }
    }

    /// Its name and its whole source.
    pub(super) fn in_full(&self) -> String {
        format!("{}{}", self.cited, self.legislature)
    }
}

/// Types that laws and decisions have among other works.
const MIXED: [&str; 2] = ["policy", "government-document"];
/// Types of laws and decisions alone.
const LAWS: [&str; 6] = ["law", "legislation", "regulation", "statute", "bill", "court-case"];
/// What stands between two numbers in the source of a law or a decision (APA 7 sections 11.4, 11.5 and 11.7).
const REPORTERS: [&str; 10] =
    [" U.S. ", " U.S.C. ", " USC ", " C.F.R. ", " CFR ", " Stat. ", " S. Ct. ", " F.2d ", " F.3d ", " Fed. Reg. "];
/// What a code of laws ends with before the number of a section; or its abbreviation does, with a point.
const CODES: [&str; 5] = ["Code", "Laws", "Law", "Statutes", "Regulations"];
/// Codes and regulations of the United States by their initials, without points, in small letters.
const FEDERAL: [&str; 3] = ["usc", "usca", "cfr"];
/// These, and those of states.
const INITIALS: [&str; 16] =
    ["usc", "usca", "cfr", "rcw", "wac", "ors", "oar", "krs", "nrs", "rsa", "hrs", "crs", "ars", "mgl", "mrs", "ocga"];
/// Words behind the number of a law, and before the number of a part.
const BEHIND_NUMBERS: [&str; 8] = ["et", "and", "&", "ff", "note", "through", "Part", "Parts"];
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

/// States whose codes go by subjects or have titles for chapters, so that no number tells them; and as codes are abbreviated.
const OTHER_STATES: [(&str, &str); 12] = [
    ("Arkansas", "Ark."),
    ("Delaware", "Del."),
    ("Illinois", "Ill."),
    ("Maine", "Me."),
    ("Maryland", "Md."),
    ("Massachusetts", "Mass."),
    ("Michigan", "Mich."),
    ("New Jersey", "N.J."),
    ("New York", "N.Y."),
    ("Oklahoma", "Okla."),
    ("Pennsylvania", "Pa."),
    ("Texas", "Tex."),
];
/// Words in the names of bodies that make laws, or put them out.
const LEGISLATURES: [&str; 5] = ["Legislature", "Senate", "Assembly", "Congress", "Court"];

/// The law that a resource is; none where its type is another, or its title states no source and its type may be of other works.
pub(super) fn law_of(resource: &Resource) -> Option<Law> {
    let id = type_of(resource);
    let is_law = LAWS.contains(&id);
    if !id.is_empty() && !is_law && !MIXED.contains(&id) {
        return None;
    }
    let title = escape::line(&without_tags(&without_entities(&resource.title)));
    if has_source(&title) {
        let kind = if title.contains(" v. ") { LawKind::Decision } else { LawKind::Statute };
        return Some(Law { kind, ..Law::statute(out_of_brackets(title)) });
    }
    let is_of = |body: fn(&str) -> bool| is_law || resource.publishers.iter().any(|name| body(name));
    let sure_behind: &[&str] = match (is_of(is_legislature), is_of(is_department)) {
        (true, _) => &["", ":"],
        (false, true) => &[""],
        _ => &[],
    };
    if let Some(law) = source_in_front(&title, sure_behind) {
        return Some(law);
    }
    // What has no type is a law only where its source is written as sources are.
    resource.r#type.as_ref()?;
    section(&title, &resource.publishers).or_else(|| bill(&title, resource)).or_else(|| {
        let kind = match id {
            "bill" => LawKind::Bill,
            "court-case" => LawKind::Decision,
            _ => LawKind::Statute,
        };
        is_law.then(|| Law { kind, has_source: false, ..Law::statute(title) })
    })
}

/// Whether a body is a part of a government that puts out regulations, and what explains them.
fn is_department(name: &str) -> bool {
    name.split(' ').any(|word| matches!(word, "Department" | "Government"))
}

/// Whether a body makes laws, or is a part of one that does.
fn is_legislature(name: &str) -> bool {
    name.contains("House of ") || name.split(' ').any(|word| LEGISLATURES.contains(&word))
}

/// A name and its source with a comma between them, where the source stands in brackets behind it: `State Plans (20 U.S.C. § 6311)`.
fn out_of_brackets(title: String) -> String {
    let source = title.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    match source.filter(|(_, source)| has_source(source) && code_length(source).is_some()) {
        Some((name, source)) => format!("{name}, {source}"),
        None => title,
    }
}

/// How many words of a text are the name of a code before the number of a section: `20 U.S.C. §`, `Cal. Educ. Code §`, `RCW`.
fn code_length(text: &str) -> Option<usize> {
    let words: Vec<&str> = text.split(' ').collect();
    let is_initials = |word: &&str| INITIALS.contains(&&*word.replace('.', "").to_lowercase());
    let has_digit = |word: &&&str| word.starts_with(|c: char| c.is_ascii_digit());
    let marked = words.iter().take(8).position(|word| word.starts_with('§'));
    let n = match marked {
        Some(at) => at,
        None => {
            1 + words
                .iter()
                .take(2)
                .position(is_initials)
                .filter(|at| words.get(at + 1).is_some_and(|next| has_digit(&next)))?
        }
    };
    let last = words[..n].last()?;
    let is_whole = last.ends_with('.')
        || CODES.contains(&last.trim_end_matches(','))
        || is_initials(last)
        || last.contains(|c: char| c.is_ascii_digit());
    let first = usize::from(has_digit(&&words[0]));
    // The number of a title stands before those of the United States alone.
    let is_federal = |word: &&str| FEDERAL.contains(&&*word.replace('.', "").to_lowercase());
    let is_own = |word: &&str| is_initials(word) && is_federal(word) == (first == 1);
    let is_known = words[first..n].first().is_some_and(is_own) || is_of_state(&words[first..n].join(" "));
    (is_whole && is_known)
        .then_some(n + usize::from(marked.is_some_and(|at| words[at].trim_start_matches('§').is_empty())))
}

/// A section of a code or of regulations whose source stands in front: `20 U.S.C. § 6311. State Plans`, `34 C.F.R. § 200.1 State Responsibilities`. A
/// colon, or nothing, stands before what others say of it too: those are sections where the sign is one of `sure_behind`.
fn source_in_front(title: &str, sure_behind: &[&str]) -> Option<Law> {
    let n = code_length(title)?;
    let words: Vec<&str> = title.split(' ').collect();
    let is_of_number = |word: &&&str| {
        let bare = word.trim_end_matches([',', ';', '.', ':']);
        bare.starts_with(|c: char| c.is_ascii_digit() || "(§–".contains(c))
            || BEHIND_NUMBERS.contains(&bare)
            || bare == "seq"
    };
    let mut end = n;
    while words.get(end).is_some_and(|word| is_of_number(&word)) {
        end += 1;
        // `6311.` ends it, `et seq.` does too.
        if words[end - 1].ends_with(['.', ':']) {
            break;
        }
    }
    let source = words[..end].join(" ");
    let (mark, name) = match words.get(end)? {
        dash @ (&"-" | &"–" | &"—" | &"--") => (*dash, words[end + 1..].join(" ")),
        _ => (&source[source.trim_end_matches(['.', ':']).len()..], words[end..].join(" ")),
    };
    let is_sure = !matches!(mark, "" | ":") || sure_behind.contains(&mark);
    let source = if source.ends_with("seq.") { &*source } else { source.trim_end_matches(['.', ':']) };
    (end > n && is_sure && name.starts_with(char::is_uppercase))
        .then(|| Law::statute(format!("{}, {source}", name.trim_end_matches('.'))))
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
        || OTHER_STATES.iter().any(|(state, of)| code.starts_with(state) || first(code) == *of)
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
    let before =
        names.into_iter().find(|name| is_legislature(name)).map(|body| match body.strip_suffix("Legislature") {
            Some(state) => format!(", {state}Leg."),
            None => format!(", {body}"),
        });
    let law = Law::statute(format!("{name}, {number}"));
    Some(Law { kind: LawKind::Bill, legislature: before.unwrap_or_default(), ..law })
}

/// Whether a title ends with the source of a law or a decision.
fn has_source(title: &str) -> bool {
    let is_number = |c: char| c.is_ascii_digit() || c == '§';
    let reporter = |reporter: &&str| {
        let at = title.find(*reporter)?;
        let behind = &title[at + reporter.len()..];
        let is_one = title[..at].ends_with(is_number) && behind.trim_start_matches("Part ").starts_with(is_number);
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

    /// The kind of a policy's law and how it is cited.
    fn of(title: &str, publisher: &str) -> Option<(LawKind, String)> {
        let resource = Resource {
            title: title.to_owned(),
            publishers: vec![publisher.to_owned()],
            r#type: Some("policy".to_owned()),
            ..Resource::default()
        };
        law_of(&resource).map(|law| (law.kind, law.in_full()))
    }

    #[test]
    fn laws_and_bills_are_known_by_their_sources() {
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
            ("20 U.S.C. § 6311. State Plans", "Aurora Institute", LawKind::Statute, "State Plans, 20 U.S.C. § 6311"),
            ("20 USC 6311 - State plans", "", LawKind::Statute, "State plans, 20 USC 6311"),
            (
                "34 C.F.R. § 200.1 State Responsibilities",
                "U.S. Department of Education",
                LawKind::Statute,
                "State Responsibilities, 34 C.F.R. § 200.1",
            ),
            ("Minn. Stat. § 120B.02", "Minnesota Legislature", LawKind::Statute, "Minn. Stat. § 120B.02"),
            (
                "Cal. Educ. Code § 51225.3: Course Requirements",
                "California Legislature",
                LawKind::Statute,
                "Course Requirements, Cal. Educ. Code § 51225.3",
            ),
            (
                "RCW 28A.230.090. High School Graduation Requirements",
                "",
                LawKind::Statute,
                "High School Graduation Requirements, RCW 28A.230.090",
            ),
            (
                "Me. Rev. Stat. tit. 20-A, § 4722-A. Proficiency-Based Diploma",
                "",
                LawKind::Statute,
                "Proficiency-Based Diploma, Me. Rev. Stat. tit. 20-A, § 4722-A",
            ),
            (
                "20 U.S.C. §§ 1400 et seq. Individuals with Disabilities",
                "",
                LawKind::Statute,
                "Individuals with Disabilities, 20 U.S.C. §§ 1400 et seq.",
            ),
            ("State Plans (20 U.S.C. § 6311)", "", LawKind::Statute, "State Plans, 20 U.S.C. § 6311"),
            ("34 C.F.R. Part 200", "", LawKind::Statute, "34 C.F.R. Part 200"),
            (
                "Brown v. Board of Education, 347 U.S. 483 (1954)",
                "",
                LawKind::Decision,
                "Brown v. Board of Education, 347 U.S. 483 (1954)",
            ),
        ] {
            assert_eq!(of(title, publisher), Some((kind, cited.to_owned())), "{title}");
        }
    }

    #[test]
    fn what_only_speaks_of_a_law_or_is_no_law_has_no_source() {
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
            ("20 U.S.C. § 1400: What Parents Should Know", "Aurora Institute"),
            ("34 C.F.R. § 200.1: What Parents Should Know", "U.S. Department of Education"),
            ("34 C.F.R. § 200.1 Explained", "Aurora Institute"),
            ("Understanding Minn. Stat. § 120B.02. A Guide", "Aurora Institute"),
            ("Policy § 12. Grading", "Any School District"),
            ("USC 2030. A Plan", "University of Southern California"),
            ("A Guide to 34 CFR 200.1 - State Plans", "Aurora Institute"),
        ] {
            assert_eq!(of(title, publisher), None, "{title}");
        }
    }
}
