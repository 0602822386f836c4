//! What exports know besides the record at hand: the head of its catalog, and what the records of the catalog say together.

use std::sync::OnceLock;

use super::title::{Evidence, TextKind, kind_of_title};
use super::type_id::known;
use crate::catalog::{
    HashMap, HashSet, Head, List, Name, Resource, Store, Term, contributors, is_label, known_bodies, known_labels,
};
use crate::limits::work;
use crate::text::{compare_key, fold};

/// What the records of a catalog say together, gathered when it is first wanted and once.
#[derive(Debug)]
pub struct Known<'a> {
    store: &'a Store,
    bodies: OnceLock<HashSet<String>>,
    labels: OnceLock<HashSet<String>>,
    /// The places of the terms of each list of the vocabulary by their ids, of equal ones that of the first.
    terms: OnceLock<Vec<HashMap<String, u32>>>,
    evidence: OnceLock<Evidence>,
    keywords: OnceLock<HashMap<String, String>>,
    publishers: OnceLock<HashSet<String>>,
}

/// Types of what sites and channels put out day by day; who publishes anything else is a body.
const OF_SITES: [&str; 5] = ["article", "blog-post", "podcast", "video", "webinar"];

/// Above so many bytes of records not all of them are read for the evidence on words, but some at equal distances.
const MOST_READ: usize = crate::limits::EVIDENCE_BYTES;

impl<'a> Known<'a> {
    /// The knowledge of a catalog's records; nothing is read yet.
    pub fn new(store: &'a Store) -> Self {
        Self {
            store,
            bodies: OnceLock::new(),
            labels: OnceLock::new(),
            terms: OnceLock::new(),
            evidence: OnceLock::new(),
            keywords: OnceLock::new(),
            publishers: OnceLock::new(),
        }
    }

    /// Whether any record has this publisher or place, or states that an author of this name is an organization, whatever the case and
    /// the accents.
    pub fn is_known_body(&self, name: &str) -> bool {
        self.bodies.get_or_init(|| known_bodies(self.store)).contains(&fold(name))
    }

    /// A keyword as most records write it, the first of equally many; `None` where all write it in one way.
    fn spelling(&self, key: &str) -> Option<&str> {
        self.keywords.get_or_init(|| spellings(self.store)).get(key).map(String::as_str)
    }

    /// How the records write their words.
    pub(super) fn evidence(&self) -> &Evidence {
        self.evidence.get_or_init(|| evidence(self.store))
    }
}

/// The keywords that records write in several ways, by what they are compared by, each as the facet of keywords shows it: as most
/// records write it.
fn spellings(store: &Store) -> HashMap<String, String> {
    let (mut counts, mut met) = (vec![0_u32; store.n_strings()], Vec::new());
    for idx in (0..).take(store.len()) {
        for number in store.list(idx, List::Keywords) {
            if counts[number as usize] == 0 {
                met.push(number);
            }
            counts[number as usize] += 1;
        }
    }
    // Of each keyword: the most frequent spelling, its count, and whether there are others.
    let mut by_key: HashMap<String, (u32, u32, bool)> = HashMap::default();
    for number in met {
        let count = counts[number as usize];
        let most = by_key.entry(compare_key(store.string(number)).into_owned()).or_insert((number, count, false));
        if most.0 != number {
            *most = if count > most.1 { (number, count, true) } else { (most.0, most.1, true) };
        }
    }
    let several = by_key.into_iter().filter(|(_, (_, _, has_others))| *has_others);
    several.map(|(key, (number, ..))| (key, store.string(number).to_owned())).collect()
}

/// The publishers of works that no site or channel puts out, folded.
fn publishers_of_works(store: &Store) -> HashSet<String> {
    let is_work = |idx: &u32| {
        let mut of = store.list(*idx, List::Type).map(|number| store.string(number));
        of.next().is_some_and(|id| !OF_SITES.contains(&known(id)))
    };
    let works = (0..).take(store.len()).filter(is_work);
    works.flat_map(|idx| store.list(idx, List::Publishers)).map(|number| fold(store.string(number))).collect()
}

/// Whether an author is a body by its own name.
pub(super) fn is_body(author: &str) -> bool {
    let signed = contributors(&[author.into()], &|_| false);
    matches!(signed.authors.list[..], [Name::Body(_)])
}

/// What the records show of their words: summaries are sentences, titles sentences or headlines, authors, publishers and places
/// names, as are keywords with a capital where most keywords have none.
fn evidence(store: &Store) -> Evidence {
    let mut evidence = Evidence::default();
    let mut is_met = vec![false; store.n_strings()];
    let mut keywords = Vec::new();
    for idx in (0..).take(store.len()).step_by(1 + store.bytes() / MOST_READ) {
        evidence.read(store.summary(idx), TextKind::Prose);
        evidence.read(store.title(idx), kind_of_title(store.title(idx)));
        for list in [List::Authors, List::Publishers, List::Places, List::Keywords] {
            for number in store.list(idx, list) {
                if std::mem::replace(&mut is_met[number as usize], true) {
                    continue;
                }
                match store.string(number) {
                    keyword if list == List::Keywords => keywords.push(keyword),
                    name => {
                        evidence.read(name, TextKind::Name);
                        if list != List::Authors || is_body(name) {
                            evidence.read_body(name);
                        }
                    }
                }
            }
        }
    }
    let large = || keywords.iter().filter(|keyword| keyword.starts_with(char::is_uppercase));
    if large().count() * 2 < keywords.len() {
        large().for_each(|keyword| evidence.read(keyword, TextKind::Name));
    }
    evidence.finish()
}

fn places(terms: &[Term]) -> HashMap<String, u32> {
    work::count(terms.len());
    let mut places = HashMap::default();
    for (at, term) in (0..).zip(terms) {
        places.entry(term.id.clone()).or_insert(at);
    }
    places
}

/// The catalog that a resource is exported from: its head, and what is known of its records where they are at hand.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    /// What stands beside the resources.
    pub head: &'a Head,
    known: Option<&'a Known<'a>>,
}

impl<'a> Context<'a> {
    /// The context of a whole catalog.
    pub fn new(head: &'a Head, known: &'a Known<'a>) -> Self {
        Self { head, known: Some(known) }
    }

    /// How the records of the catalog write their words, where they are at hand.
    pub(super) fn evidence(&self) -> Option<&'a Evidence> {
        self.known.map(Known::evidence)
    }

    /// The keywords of a resource, each once whatever its case, blanks and storage of accents, as most records of the catalog write it
    /// where they are at hand, or else as the resource does first.
    pub(super) fn keywords(&self, resource: &Resource) -> Vec<String> {
        let mut keys = Vec::with_capacity(resource.keywords.len());
        let mut keywords = Vec::with_capacity(resource.keywords.len());
        for keyword in &resource.keywords {
            let key = compare_key(keyword).into_owned();
            if !keys.contains(&key) {
                let spelling = self.known.and_then(|known| known.spelling(&key));
                keywords.push(spelling.unwrap_or(keyword).to_owned());
                keys.push(key);
            }
        }
        keywords
    }

    /// Whether the catalog has a work that a publisher published and no site or channel puts out: a report, a toolkit.
    pub(super) fn publishes_works(&self, name: &str) -> bool {
        let publishers = self.known.map(|known| known.publishers.get_or_init(|| publishers_of_works(known.store)));
        publishers.is_some_and(|publishers| publishers.contains(&fold(name)))
    }

    /// The term of a list of the vocabulary that has an id.
    pub(super) fn term(&self, list: List, id: &str) -> Option<&'a Term> {
        let terms = self.head.vocabulary.terms(list);
        let Some(known) = self.known else {
            return terms.iter().inspect(|_| work::count(1)).find(|term| term.id == id);
        };
        let of = |list: &List| places(self.head.vocabulary.terms(*list));
        let places = known.terms.get_or_init(|| List::ALL.iter().map(of).collect());
        terms.get(*places.get(list as usize)?.get(id)? as usize)
    }

    /// Whether the catalog knows a name to be no person's: a publisher, a place, a term of its vocabulary.
    pub fn is_known_body(&self, name: &str) -> bool {
        let Some(known) = self.known else { return is_label(name, self.head) };
        known.labels.get_or_init(|| known_labels(self.head)).contains(&name.to_ascii_lowercase())
            || known.is_known_body(name)
    }
}

impl<'a> From<&'a Head> for Context<'a> {
    /// The context of a record whose catalog is not at hand.
    fn from(head: &'a Head) -> Self {
        Self { head, known: None }
    }
}
