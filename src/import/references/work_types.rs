//! What reference formats call the types of works, and the word for each here: one table.
//!
//! Sources of the names: the styles of BibTeX and the biblatex manual (section 2.1), the RIS specification of Reference Manager with the
//! additions of `EndNote`, CSL 1.0.2 (appendix III), the reference types of `EndNote`.

/// A format that names types.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::import) enum TypeVocabulary {
    /// Entry types of BibTeX and biblatex.
    Bibtex,
    /// `TY` of RIS.
    Ris,
    /// `type` of CSL.
    Csl,
    /// `%0` of `EndNote`.
    EndNote,
}

/// The word for a type, and its names in BibTeX, RIS, CSL (blanks between) and `EndNote` (bars between).
const TYPES: &[(&str, &str, &str, &str, &str)] = &[
    (
        "article",
        "article suppperiodical",
        "JOUR JFULL EJOUR MGZN NEWS ABST INPR ART",
        "article article-journal article-magazine article-newspaper review review-book",
        "journal article|magazine article|newspaper article|electronic article",
    ),
    (
        "book",
        "book mvbook collection mvcollection reference mvreference",
        "BOOK EBOOK EDBOOK WHOLE CLSWK",
        "book classic",
        "book|edited book|electronic book",
    ),
    (
        "chapter",
        "incollection inbook suppbook suppcollection bookinbook inreference",
        "CHAP ECHAP ENCYC DICT",
        "chapter entry entry-dictionary entry-encyclopedia",
        "book section|electronic book section|encyclopedia|dictionary",
    ),
    ("booklet", "booklet", "PAMP PCOMM", "pamphlet", "pamphlet"),
    ("conference paper", "inproceedings conference", "CPAPER", "paper-conference", "conference paper"),
    ("proceedings", "proceedings mvproceedings", "CONF", "", "conference proceedings"),
    ("report", "techreport report", "RPRT GOVDOC STAND", "report standard", "report|government document|standard"),
    ("thesis", "thesis phdthesis mastersthesis", "THES", "thesis", "thesis"),
    ("manuscript", "unpublished", "UNPB MANSCPT", "manuscript personal_communication", "unpublished work|manuscript"),
    ("manual", "manual", "", "", ""),
    ("periodical", "periodical", "SER JOURNAL", "periodical", "serial"),
    ("website", "online electronic www", "ELEC WEB ICOMM", "webpage", "web page|electronic source"),
    ("blog post", "", "BLOG", "post-weblog post", "blog"),
    ("video", "video movie", "VIDEO MPCT ADVS", "motion_picture", "film or broadcast|audiovisual material"),
    ("audio recording", "audio music", "SOUND MUSIC", "song musical_score", "music"),
    ("podcast", "", "", "broadcast", "podcast"),
    ("presentation", "", "SLIDE HEAR", "speech performance", "hearing"),
    ("data set", "dataset", "DATA AGGR", "dataset", "dataset|aggregated database"),
    ("database", "", "DBASE", "", "online database"),
    ("software", "software", "COMP", "software", "computer program"),
    ("image", "image artwork", "FIGURE", "graphic figure", "figure|artwork"),
    ("map", "", "MAP", "map", "map"),
    ("patent", "patent", "PAT", "patent", "patent"),
    (
        "law or policy document",
        "legislation legal jurisdiction",
        "BILL STAT LEGAL CASE UNBILL",
        "legislation bill regulation legal_case treaty hearing",
        "bill|statute|case|legal rule or regulation",
    ),
    ("interview", "", "", "interview", "interview"),
    ("grant", "", "GRANT GRNT", "", "grant"),
];

/// Types of other formats that say nothing: a work of any kind.
const ANY: [&str; 8] = ["misc", "GEN", "document", "generic", "set", "custom", "UNDEF", "unspecified"];

/// Words that the built-in catalogs have for types, which say more than the type of a format does.
const PRECISE: [&str; 19] = [
    "report",
    "issue brief",
    "guide",
    "toolkit",
    "case study",
    "article",
    "blog post",
    "research study",
    "framework",
    "law or policy document",
    "policy",
    "video",
    "podcast",
    "webinar",
    "website",
    "initiative",
    "data tool",
    "book",
    "chapter",
];

/// The word for a type of a format: empty where the type says nothing, `None` where nobody knows it.
pub(in crate::import) fn word(name: &str, namer: TypeVocabulary) -> Option<&'static str> {
    let name = name.trim();
    if ANY.iter().any(|any| any.eq_ignore_ascii_case(name)) {
        return Some("");
    }
    let is = |known: &str| known.eq_ignore_ascii_case(name);
    let row = TYPES.iter().find(|(_, bibtex, ris, csl, endnote)| match namer {
        TypeVocabulary::Bibtex => bibtex.split(' ').any(is),
        TypeVocabulary::Ris => ris.split(' ').any(is),
        TypeVocabulary::Csl => csl.split(' ').any(is),
        TypeVocabulary::EndNote => endnote.split('|').any(is),
    });
    row.filter(|_| !name.is_empty()).map(|(word, ..)| *word)
}

/// Whether a text that stands beside a type is a type itself, and a more precise one.
pub(in crate::import) fn is_precise(text: &str) -> bool {
    PRECISE.iter().any(|word| word.eq_ignore_ascii_case(text.trim()))
}

/// Whether a work of this type appears within another work that has editors and a title of its own.
pub(in crate::import) fn is_part(word: &str) -> bool {
    matches!(word, "chapter" | "conference paper")
}

/// Whether a work of this type has pages that are counted, not those of a journal.
pub(in crate::import) fn is_whole(word: &str) -> bool {
    matches!(word, "book" | "report" | "thesis" | "booklet" | "manual" | "manuscript")
}

#[cfg(test)]
mod tests {
    use super::{TYPES, TypeVocabulary, is_precise, word};

    #[test]
    fn every_name_of_a_type_has_one_word() {
        assert_eq!(word("PhdThesis", TypeVocabulary::Bibtex), Some("thesis"));
        assert_eq!(word("chap", TypeVocabulary::Ris), Some("chapter"));
        assert_eq!(word("post-weblog", TypeVocabulary::Csl), Some("blog post"));
        assert_eq!(word("Book Section", TypeVocabulary::EndNote), Some("chapter"));
        assert_eq!(
            [word("misc", TypeVocabulary::Bibtex), word("XXXX", TypeVocabulary::Ris), word("", TypeVocabulary::Ris)],
            [Some(""), None, None]
        );
        assert!(is_precise("Issue brief") && !is_precise("Review"));
        let mut names: Vec<String> = TYPES
            .iter()
            .flat_map(|(_, bibtex, ris, csl, endnote)| {
                let split = |namer: &str, names: &str, at: char| -> Vec<String> {
                    names.split(at).filter(|name| !name.is_empty()).map(|name| format!("{namer} {name}")).collect()
                };
                [split("b", bibtex, ' '), split("r", ris, ' '), split("c", csl, ' '), split("e", endnote, '|')].concat()
            })
            .collect();
        let n = names.len();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), n);
    }
}
