//! Authors of which a reader of citations could not tell what they are: findings, each with what to write.
//!
//! A body that is called by plain words (`Digital Promise`) reads as a person does. It is found where every word is one that
//! bodies like, or that the titles and summaries of the catalog have in small letters.

use super::finding::{Finding, FindingKind, Odd, Place, add, kept};
use crate::catalog::hash::HashSet;
use crate::catalog::model::{Author, Head};
use crate::catalog::names::{
    Name, body_initials, has_family_of_body, has_marks, is_appositive, is_unclear, known_bodies, known_labels,
    may_be_family, may_be_given, read, starts_with_given,
};
use crate::catalog::store::Store;
use crate::limits::{FIELD_VALUES, NAME_BYTES};
use crate::text::{fold, without_markup};

/// Words that bodies like to be called by, folded.
const PLAIN: &str = " access achieve action advance advancing ahead america american applied aspire better beyond big bold bridge \
    bridges bright building business campus capital career careers catalyst central change child childhood children choice citizen \
    city civic class classroom classrooms college commons common communities competency connect connected country create creative \
    credential culture curriculum data deeper design development digital dimension direct discovery district diverse drive early \
    economic edge elements empower empowering engage engaging engine environment equity essential excellence experience \
    exploratory family fair first focus focused forward foundry free frontier fusion future futures generation getting girls global \
    good great green grade grading ground grow growing growth health help higher history home horizon house human idea ideas impact \
    inclusion inclusive independent innovation inside insight inspire instruction integrated justice key kids knowledge land language \
    leaders leadership leading leap learn learner learners learnlaunch legacy level life light lighthouse link literacy lives local \
    making mastery math matters measured measures mental middle mind minds mission modern moving new next north northern ocean online \
    open opportunity our outcomes outreach path paths pathways peace people performance personal personalized picture pioneer place \
    planet play plus point policy power practice pride problem profit progress promise promising proof purpose quality quest rapid \
    reach reaching ready real reform reimagined relay renaissance rising road root roots rural safe save school science second sense \
    share shared signal simple skills smart social solution solutions southern source spark speak spring standards star start state \
    step steps story strategic strive strong student success summit support sustainable talent teach teaching tech technical \
    technology ten thinking third thought thread together tomorrow training transcend transform transforming tree trends true truth turnaround \
    understanding united unlimited urban valley value values venture ventures viable view village virtual vision visions voice \
    voices water wave ways well western whole wide wisdom work working works world writing young zone ";

/// Adds what is found of the authors; `places` holds record number and line of each record.
pub(super) fn authors(head: &Head, store: &Store, places: &[(u32, u32)], findings: &mut Vec<Finding>) {
    let (bodies, labels) = (known_bodies(store), known_labels(head));
    let mut met = HashSet::default();
    let mut doubtful = Vec::new();
    for (idx, place) in (0..).zip(places) {
        for text in texts(&store.resource(idx).authors).take(FIELD_VALUES) {
            if !met.insert(text.clone()) {
                continue;
            }
            if text.len() > NAME_BYTES {
                add(findings, finding(store, idx, *place, FindingKind::LongName(kept(&text))));
                continue;
            }
            if let Some(plain) = without_markup(&text) {
                add(findings, finding(store, idx, *place, FindingKind::Markup(text, plain)));
                continue;
            }
            let signed =
                read(&text, &|name| bodies.contains(&fold(name)) || labels.contains(&name.to_ascii_lowercase()));
            let names: Vec<&Name> = signed.names.iter().map(|(name, _)| name).collect();
            let kind = match names[..] {
                [] if !signed.has_others() => FindingKind::NamesNobody(text),
                [Name::Person(person)] if has_marks(&text) => {
                    let read = format!("{} {}", person.given, person.full_family());
                    FindingKind::AuthorMarks(text, read.trim().to_owned())
                }
                [Name::Person(_)] if has_family_of_body(&text.split(' ').collect::<Vec<&str>>()) => {
                    FindingKind::LooksLikeBody(text)
                }
                [Name::Person(person)] if !person.given.is_empty() && has_unclear_part(&text) => {
                    FindingKind::UnclearPart(text)
                }
                [Name::Person(_)] if is_plain(&text) || body_initials(&text) => {
                    doubtful.push((idx, *place, text));
                    continue;
                }
                [Name::Body(name)] if may_be_family(name) && !bodies.contains(&fold(name)) => {
                    FindingKind::LooksLikePerson(text)
                }
                [Name::Body(name)] if has_unclear_part(name) && !bodies.contains(&fold(name)) => {
                    FindingKind::UnclearPart(text)
                }
                [_, _, ..] => FindingKind::SeveralAuthors(text, names.len()),
                _ => continue,
            };
            add(findings, finding(store, idx, *place, kind));
        }
    }
    let common = common_words(store, &doubtful.iter().map(|(.., text)| text.as_str()).collect::<Vec<&str>>());
    for (idx, place, text) in doubtful {
        let words: Vec<String> = text.split(' ').map(fold).collect();
        let is_common = |word: &String| has(PLAIN, word) || common.contains(word);
        if body_initials(&text) || !may_be_given(&words[0]) && words.iter().all(is_common) {
            add(findings, finding(store, idx, place, FindingKind::LooksLikeBody(text)));
        }
    }
}

/// The persons whose family name may be another than the one that is read, each text once: nothing is the matter with these, but a
/// curator should see them.
pub(super) fn unclear_names(head: &Head, store: &Store, places: &[(u32, u32)]) -> Vec<Finding> {
    let (bodies, labels) = (known_bodies(store), known_labels(head));
    let (mut met, mut findings) = (HashSet::default(), Vec::new());
    for (idx, place) in (0..).zip(places) {
        let authors = store.resource(idx).authors;
        for text in texts(&authors).filter(|text| text.len() <= NAME_BYTES && is_unclear(text)) {
            let is_body = |name: &str| bodies.contains(&fold(name)) || labels.contains(&name.to_ascii_lowercase());
            if let [(Name::Person(person), _)] = &read(&text, &is_body).names[..]
                && met.insert(text.clone())
            {
                let read = format!("{}, {}", person.full_family(), person.given);
                findings.push(finding(store, idx, *place, FindingKind::UnclearFamily(text, read)));
            }
        }
        // `Plato`, or `Edutopia`: no capitals within and no sign tell.
        let is_one_name = |text: &String| {
            let mut letters = text.chars();
            letters.next().is_some_and(char::is_uppercase) && letters.all(char::is_lowercase)
        };
        for text in texts(&authors).filter(is_one_name) {
            if !bodies.contains(&fold(&text))
                && !labels.contains(&text.to_ascii_lowercase())
                && met.insert(text.clone())
            {
                findings.push(finding(store, idx, *place, FindingKind::Odd(Odd::OneName, text)));
            }
        }
    }
    findings
}

/// Whether a whole person's name with a common given name stands before a comma, and behind it what is neither a known degree,
/// suffix or role: a place of work, or another role.
fn has_unclear_part(text: &str) -> bool {
    let mut parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
    parts.next().is_some_and(|first| {
        first.contains(' ') && starts_with_given(first) && parts.any(|part| !is_appositive(first, part))
    })
}

/// The texts of authors that do not state what they are.
fn texts(authors: &[Author]) -> impl Iterator<Item = String> {
    authors.iter().filter_map(|author| match author {
        Author::Text(name) => Some(name.clone()),
        Author::Named(named) if named.kind.is_none() => Some(named.name.clone()),
        Author::Named(_) | Author::Parts(_) => None,
    })
}

fn finding(store: &Store, idx: u32, (record, line): (u32, u32), kind: FindingKind) -> Finding {
    let id = Some(kept(store.id(idx)));
    let place = Place { record: Some(record as usize), id, field: Some("authors".to_owned()), line: line as usize };
    Finding { place, kind }
}

/// Whether a name is two to four words of letters alone, each of three or more.
fn is_plain(name: &str) -> bool {
    let is_word = |word: &str| word.chars().count() > 2 && word.chars().all(char::is_alphabetic);
    (2..=4).contains(&name.split(' ').count()) && name.split(' ').all(is_word)
}

/// The words of names that titles and summaries have in small letters.
fn common_words(store: &Store, names: &[&str]) -> HashSet<String> {
    let wanted: HashSet<String> = names.iter().flat_map(|name| name.split(' ')).map(str::to_lowercase).collect();
    let mut common = HashSet::default();
    for idx in (0..).take(store.len()) {
        let words = [store.title(idx), store.summary(idx)].into_iter().flat_map(str::split_whitespace);
        for word in words.map(|word| word.trim_matches(|c: char| !c.is_alphabetic())) {
            if wanted.contains(word) {
                common.insert(fold(word));
            }
        }
    }
    common
}

fn has(list: &str, word: &str) -> bool {
    list.split(' ').any(|known| known == word)
}
