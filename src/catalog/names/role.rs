//! What those who sign a work did, where their text says it: `Jane Doe (Ed.)`, `Edited by Jane Doe`, `Jane Doe (Hrsg. und Übers.)`.
//!
//! One table holds the marks of several languages; a mark may name two roles (`Ed. & Trans.`).

use super::body::bare;
use super::name::{Contributors, Maker, Names};
use super::words::{BEFORE_LABELS, DONE_BY, LABELS, has};
use crate::catalog::model::Role;
use crate::text::fold;

/// The words for a role, folded and without points.
struct Marks {
    role: u8,
    /// Of one.
    one: &'static str,
    /// Of several, or of all that are named before: German and Italian have one word for both.
    several: &'static str,
    /// What was done, before a word of [`BY`].
    done: &'static str,
}

/// The roles as bits; none is that of an author.
const EDITOR: u8 = 1;
const TRANSLATOR: u8 = 2;
const ILLUSTRATOR: u8 = 4;
/// Who wrote what stands before or behind the text of others signs no entry (APA 7 section 10.2).
const INTRODUCER: u8 = 8;
const HOST: u8 = 16;
const DIRECTOR: u8 = 32;
/// Who is talked with signs no recording that others host (APA 7 section 10.12).
const GUEST: u8 = 64;

/// The marks of each role in English, German, French, Spanish, Portuguese, Italian, Dutch and Hungarian.
const MARKS: [Marks; 7] = [
    Marks {
        role: EDITOR,
        one: " ed editor coeditor editora coord coordinador coordinadora coordinateur coordinatrice organizador organizadora red szerk ",
        several: " eds editors coeditors editores hrsg hg herausgeber herausgeberin dir dirs coords coordinadores coordinadoras org orgs \
            organizadores ",
        done: " edited ed eds edite edicion edition editado editada herausgegeben hrsg hg coordinado coordinada dirigido dirigida dirige \
            organizado organizada ",
    },
    Marks {
        role: TRANSLATOR,
        one: " trans transl translator trad traductor traductora traducteur traductrice traduttore traduttrice tradutor tradutora ",
        several: " translators trads traductores traducteurs traduttori tradutores ubers ubersetzer ubersetzerin ",
        done: " translated trans transl trad ubersetzt traducido traducida traduccion traduit traduite traduction tradotto traduzione \
            traduzido traducao vertaald ",
    },
    Marks {
        role: ILLUSTRATOR,
        one: " illus illustrator illustrateur illustratrice ilustrador ilustradora ",
        several: " illustrators ilustradores ",
        done: " illustrated photographs photography illus illustre illustriert ilustrado ilustrada illustrations ",
    },
    Marks {
        role: INTRODUCER,
        one: " intro introd foreword afterword preface prologue introduction prologo ",
        several: "",
        done: " foreword afterword preface prologue introduction introduced prologo prefacio introduccion vorwort nachwort einleitung ",
    },
    Marks { role: HOST, one: " host cohost ", several: " hosts ", done: " hosted " },
    Marks { role: GUEST, one: " guest interviewee ", several: " guests interviewees ", done: "" },
    Marks { role: DIRECTOR, one: " director ", several: " directors ", done: " directed " },
];
/// What joins two marks, and a mark with another.
const JOINTS: &str = " and und et y e i en ";
/// What may stand before such a word: not what an office has, as a managing editor.
const KINDS: &str = " guest volume ";
/// Words that role marks of several words contain: `a cura di`, `sous la direction de`.
const WITHIN: &str = " a di sous la de ";
/// What stands between what was done and by whom; what may be a particle, only behind a word that is no given name (`Ed de Vries`).
const BY: &str = " by por par ";
const PARTICLES: &str = " von vom da di de door ";

/// The roles of a contributor: author, unless any other.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(in crate::catalog) struct Roles(u8);

impl Roles {
    /// Whether it is nothing but writing it.
    pub(super) fn is_author(self) -> bool {
        self.0 == 0
    }

    /// Whether it is that of one whom others talk with.
    pub(super) fn is_guest(self) -> bool {
        self.0 == GUEST
    }

    /// The lists of those who made a work that one of these roles stands in.
    pub(super) fn lists(self, all: &mut Contributors) -> impl Iterator<Item = &mut Names> {
        let is = |bits: u8| self.0 & bits > 0;
        let is_author = self.0 & !(HOST | DIRECTOR) == 0 || is(HOST | DIRECTOR);
        let Contributors { authors, editors, translators, illustrators, .. } = all;
        let lists = [
            (is_author, authors),
            (is(EDITOR), editors),
            (is(TRANSLATOR), translators),
            (is(ILLUSTRATOR), illustrators),
        ];
        lists.into_iter().filter(|(is_in, _)| *is_in).map(|(_, names)| names)
    }

    /// What an author made who wrote nothing.
    pub(super) fn maker(self) -> Option<Maker> {
        match self.0 {
            HOST => Some(Maker::Host),
            DIRECTOR => Some(Maker::Director),
            _ => None,
        }
    }

    /// These roles and others.
    fn and(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

impl From<Role> for Roles {
    fn from(role: Role) -> Self {
        Self(match role {
            Role::Author => 0,
            Role::Editor => EDITOR,
            Role::Translator => TRANSLATOR,
        })
    }
}

/// A name without the one role behind it that a record can state, and that role; none where it has none, or several.
#[cfg(feature = "import")]
pub(crate) fn one_role(name: &str) -> Option<(&str, Role)> {
    let (bare, stated) = without_role(name);
    match stated?.roles.0 {
        EDITOR => Some((bare, Role::Editor)),
        TRANSLATOR => Some((bare, Role::Translator)),
        _ => None,
    }
}

/// A role that a text states, and of whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stated {
    /// The roles.
    pub(super) roles: Roles,
    /// Whether they are those of several: `Eds.`
    pub(super) is_plural: bool,
}

/// The roles that words state, and no other words: `Ed. & Trans.`, `guest editor`, `a cura di`.
pub(super) fn stated(words: &str) -> Option<Stated> {
    let words: Vec<String> = words.split([' ', '/', ',']).map(bare).filter(|word| !word.is_empty()).collect();
    let is_phrase = matches!(words.first().map(String::as_str), Some("a" | "sous"));
    let mut all: Option<Stated> = None;
    for (at, word) in words.iter().enumerate() {
        let joins = at > 0 && at + 1 < words.len() && has(JOINTS, word) || has(KINDS, word) && at + 1 < words.len();
        if joins || is_phrase && has(WITHIN, word) {
            continue;
        }
        let word = if is_phrase && matches!(word.as_str(), "direction" | "cura") { "dir" } else { word.as_str() };
        let marks = MARKS.iter().find(|marks| has(marks.one, word) || has(marks.several, word))?;
        let before = all.unwrap_or(Stated { roles: Roles::default(), is_plural: false });
        let roles = before.roles.and(Roles(marks.role));
        all = Some(Stated { roles, is_plural: before.is_plural || has(marks.several, word) });
    }
    all
}

/// A text without the roles at its end, in parentheses or behind commas. `Doe, Ed` has a given name.
pub(super) fn without_role(text: &str) -> (&str, Option<Stated>) {
    let (mut name, mut all) = (text, None::<Stated>);
    while let (rest, Some(stated)) = without_last_role(name) {
        let roles = all.map_or(stated.roles, |all| all.roles.and(stated.roles));
        all = Some(Stated { roles, is_plural: stated.is_plural || all.is_some_and(|all| all.is_plural) });
        name = rest;
    }
    (name, all)
}

fn without_last_role(text: &str) -> (&str, Option<Stated>) {
    let whole = text.trim_end_matches([' ', ',', ';']);
    let (name, role) = if let Some(inner) = whole.strip_suffix([')', ']']) {
        let Some(at) = inner.rfind(['(', '[']) else { return (text, None) };
        (&inner[..at], stated(inner[at + 1..].trim()))
    } else {
        let Some((name, last)) = whole.rsplit_once(',') else { return (text, None) };
        let last = last.trim();
        let is_family = !name.trim().contains(' ');
        let is_long = bare(last).len() > 3 && !is_family || bare(last).len() > 5;
        // Behind a comma these are offices: `Jane Doe, Director`.
        let is_office = |role: &Stated| role.roles.0 & (HOST | DIRECTOR) > 0 && !role.is_plural;
        (
            name,
            stated(last)
                .filter(|role| !is_office(role))
                .filter(|role| is_long || !is_family && (last.ends_with('.') || role.is_plural)),
        )
    };
    let name = name.trim_end_matches([' ', ',']);
    if role.is_some() && !name.is_empty() { (name, role) } else { (text, None) }
}

/// What stands before names and says what they did.
pub(super) struct Byline<'a> {
    /// The names.
    pub(super) names: &'a str,
    /// Whether what stood before them can be no part of a name.
    pub(super) is_sure: bool,
    /// Whether it is a label of several: `Editors:`.
    pub(super) is_plural: bool,
    /// What it says.
    pub(super) roles: Roles,
}

/// A text without `Written by`, `Edited and translated by`, `Herausgegeben von`, `A cura di`, `By` or `Author:` before the names.
pub(super) fn without_byline(text: &str) -> Byline<'_> {
    let text = text.strip_prefix("with ").filter(|rest| rest.starts_with("contributions ")).unwrap_or(text);
    let whole = Byline { names: text, is_sure: true, is_plural: false, roles: Roles::default() };
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    if rest.is_empty() {
        return whole;
    }
    if let Some((roles, names)) = done_by(text) {
        return Byline { names, roles, ..whole };
    }
    let word = bare(first);
    // `Guest post by Ann Lee`, `Lead author: Ann Lee`.
    if has(BEFORE_LABELS, &word) && !rest.starts_with("by ") {
        let byline = without_byline(rest);
        if byline.is_sure && byline.names.len() < rest.len() {
            return byline;
        }
    }
    // `Prepared for the Board by Ann Lee`.
    if has(DONE_BY, &word)
        && rest.starts_with("for ")
        && let Some((_, names)) = rest.rsplit_once(" by ")
    {
        return Byline { names, ..whole };
    }
    let label = stated(first);
    let is_plural = label.is_some_and(|label| label.is_plural);
    let is_label = has(LABELS, &word) && (first.ends_with(':') || first.ends_with('.') && is_plural)
        || label.is_some() && (first.ends_with(':') || first.ends_with('.') && word.len() > 2);
    if is_label {
        return Byline { names: rest, is_plural, roles: label.map_or(whole.roles, |label| label.roles), ..whole };
    }
    match rest.split_once(' ') {
        Some((by, names)) if has(DONE_BY, &word) && matches!(bare(by).as_str(), "by" | "from") => {
            Byline { names, ..whole }
        }
        _ if word == "by" => Byline { names: rest, is_sure: first.starts_with(char::is_lowercase), ..whole },
        // Who wrote with others whom other texts name.
        _ if first == "with" => Byline { names: rest, is_sure: false, ..whole },
        _ => whole,
    }
}

/// What the words before the names say that was done, and the names: `Edited and translated by …`, `Sous la direction de …`.
pub(super) fn done_by(text: &str) -> Option<(Roles, &str)> {
    /// Openings of several words.
    const OPENINGS: [&str; 3] = ["a cura di ", "sous la direction de ", "sous la dir. de "];
    let is_opening = |opening: &&&str| text.get(..opening.len()).is_some_and(|start| fold(start) == **opening);
    if let Some(opening) = OPENINGS.iter().find(is_opening) {
        return Some((Role::Editor.into(), &text[opening.len()..]));
    }
    let text = ["with a ", "with an "].iter().find_map(|with| text.strip_prefix(with)).unwrap_or(text);
    let (mut roles, mut rest, mut is_no_name) = (Roles::default(), text, false);
    loop {
        let (word, behind) = rest.split_once(' ')?;
        let bare = bare(word);
        match MARKS.iter().find(|marks| has(marks.done, &bare)) {
            Some(marks) => {
                roles = roles.and(Roles(marks.role));
                is_no_name = bare.len() > 5 || bare.starts_with('h');
            }
            None if roles.is_author() => return None,
            None if has(BY, &bare) || is_no_name && has(PARTICLES, &bare) => return Some((roles, behind)),
            None if has(JOINTS, &bare) || word == "&" => {}
            // `Translated from the German by`.
            None if bare == "from" => {
                let (_, names) = behind.split_once(" by ")?;
                return Some((roles, names));
            }
            None => return None,
        }
        rest = behind;
    }
}
