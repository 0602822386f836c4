//! Fields that entries have from others: `crossref` (Patashnik, *`BibTeXing`*, section 2; biblatex manual, appendix B) and `xdata`.

use super::scan::{Budget, Entry};
use crate::catalog::{HashMap, HashSet};

/// How many entries may stand behind one another.
const MOST_PARENTS: usize = 8;
/// Fields that a child entry does not inherit: names and addresses of the parent itself, what is said of it, and fields of programs.
const OWN: &[&str] = &[
    "abstract",
    "annotation",
    "annote",
    "bookpagination",
    "crossref",
    "doi",
    "entryset",
    "entrysubtype",
    "eprint",
    "eprinttype",
    "execute",
    "file",
    "ids",
    "key",
    "keywords",
    "label",
    "note",
    "options",
    "pages",
    "pagetotal",
    "pagination",
    "presort",
    "related",
    "shorthand",
    "shorttitle",
    "sortkey",
    "sorttitle",
    "subtitle",
    "titleaddon",
    "type",
    "url",
    "urldate",
    "xdata",
    "xref",
];

/// Gives entries the fields of those that they name, whatever the order in the file. Returns the names that no entry has, with the
/// lines of those that name them.
pub(super) fn inherit(entries: &mut [Entry], budget: &mut Budget) -> Vec<(usize, String)> {
    let mut by_key: HashMap<String, usize> = HashMap::default();
    for (at, entry) in entries.iter().enumerate().filter(|(_, entry)| !entry.key.is_empty()) {
        by_key.entry(entry.key.to_lowercase()).or_insert(at);
    }
    let mut missing = Vec::new();
    let mut inherited = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        let mut added: Vec<(String, String)> = Vec::new();
        let (mut met, mut next) = (vec![at], parents(entry, &by_key, &mut |key| missing.push((entry.line, key))));
        while let Some((parent, is_data)) = next.pop() {
            if met.contains(&parent) || met.len() > MOST_PARENTS {
                continue;
            }
            met.push(parent);
            add(entry, &entries[parent], is_data, &mut added, budget);
            next.extend(parents(&entries[parent], &by_key, &mut |_| {}));
        }
        inherited.push(added);
    }
    for (entry, added) in entries.iter_mut().zip(inherited) {
        entry.fields.extend(added);
    }
    missing
}

/// The entries that an entry names, the last one first, each with whether it is data alone; what is not there is called `missing` with.
fn parents(entry: &Entry, by_key: &HashMap<String, usize>, missing: &mut dyn FnMut(String)) -> Vec<(usize, bool)> {
    let mut parents = Vec::new();
    for (name, value) in &entry.fields {
        let is_data = name == "xdata";
        if !is_data && name != "crossref" {
            continue;
        }
        for key in value.split(',').map(str::trim).filter(|key| !key.is_empty()).take(MOST_PARENTS) {
            match by_key.get(&key.to_lowercase()) {
                Some(at) => parents.push((*at, is_data)),
                None => missing(key.to_owned()),
            }
        }
    }
    parents.reverse();
    parents
}

/// Adds the fields of a parent that an entry does not have.
fn add(entry: &Entry, parent: &Entry, is_data: bool, added: &mut Vec<(String, String)>, budget: &mut Budget) {
    let has: HashSet<&str> = entry.fields.iter().chain(&*added).map(|(name, _)| name.as_str()).collect();
    let mut new = Vec::new();
    for (name, value) in &parent.fields {
        let name = match name.as_str() {
            _ if is_data => name,
            // The title of a book is the book title of its chapter; a book that lists it twice has it once.
            "title" if !["book", "mvbook", "collection", "proceedings"].contains(&&*entry.kind) => "booktitle",
            "title" => "maintitle",
            name if OWN.contains(&name) => continue,
            // Who wrote the book wrote its chapter where no editor collected it.
            "author" if entry.kind != "inbook" => continue,
            name => name,
        };
        let is_dated = |name: &str| matches!(name, "date" | "year");
        let has_date = is_dated(name) && has.iter().any(|name| is_dated(name));
        let is_new = !has.contains(name) && !has_date && !new.iter().any(|(known, _)| known == name);
        if is_new && budget.takes(value.len()) {
            new.push((name.to_owned(), value.clone()));
        }
    }
    added.extend(new);
}

#[cfg(test)]
mod tests {
    use super::inherit;
    use crate::import::references::bibtex::scan::{Budget, scan};

    fn fields(text: &str) -> Vec<Vec<String>> {
        let mut budget = Budget::of(text);
        let mut entries = scan(text, &mut budget).entries;
        inherit(&mut entries, &mut budget);
        let of = |fields: &[(String, String)]| fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
        entries.iter().map(|entry| of(&entry.fields)).collect()
    }

    #[test]
    fn a_chapter_has_from_its_book_what_is_of_the_book() {
        let found = fields(
            "@incollection{c, title={C}, crossref={B}}\n@book{b, title={Reader}, editor={E}, author={A}, year=2015, doi={10.1/b}, crossref={s}}\n@collection{s, series={S}, year=2010}",
        );
        assert_eq!(found[0], ["title=C", "crossref=B", "booktitle=Reader", "editor=E", "year=2015", "series=S"]);
        assert_eq!(found[1].last().map(String::as_str), Some("series=S"));
    }

    #[test]
    fn rings_and_missing_entries_end() {
        let found =
            fields("@book{a, crossref={b}, title={A}}\n@book{b, crossref={a}, publisher={P}}\n@book{c, crossref={c}}");
        assert_eq!(found[0], ["crossref=b", "title=A", "publisher=P"]);
        assert_eq!(found[1], ["crossref=a", "publisher=P", "maintitle=A"]);
        assert_eq!(found[2], ["crossref=c"]);
        let text = "@book{a, crossref={x}}";
        let mut budget = Budget::of(text);
        let mut entries = scan(text, &mut budget).entries;
        assert_eq!(inherit(&mut entries, &mut budget), [(1, "x".to_owned())]);
    }

    #[test]
    fn data_entries_give_all_that_they_have() {
        let found = fields("@xdata{x, publisher={P}, url={u}}\n@book{a, title={A}, xdata={x}}");
        assert_eq!(found[1], ["title=A", "xdata=x", "publisher=P", "url=u"]);
    }
}
