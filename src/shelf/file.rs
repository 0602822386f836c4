//! A shelf as JSON: in the browser's storage, and in files that readers give each other.
//!
//! `{"format":"competency-explorer-shelf","version":1,"catalog":"…","current":"…","lists":[{"name":"…","for":"…","items":[{"id":"…",
//! "title":"…","note":"…"}]}]}`. Reading never fails: what can be read is, whatever is around it, and it is said whether that
//! was all. A web page with such a list in a `script` is read as well ([`super::page()`]).

use std::collections::BTreeMap;

use serde_json::{Deserializer, Map, Value};

use super::lists::{Item, ReadingList, Shelf, numbered, one_line};
use crate::limits::{LIST_FILE_BYTES, LIST_FILE_ITEMS, LIST_FILE_LISTS, beginning, work};

/// What `format` says.
const FORMAT: &str = "competency-explorer-shelf";
/// The version that is written.
const VERSION: u64 = 1;
/// The key of for whom a list is.
const FOR_WHOM: &str = "for";
/// The name of a list whose name is lost.
const NAMELESS: &str = "Rescued";

/// What was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reading {
    /// The lists that could be read.
    pub shelf: Shelf,
    /// Whether that was everything: the text is sound, and of the version that this page writes.
    pub is_whole: bool,
    /// Whether there was more in a file than is read of one.
    pub is_cut: bool,
}

/// The shelf that a text holds, up to [`LIST_FILE_BYTES`]. An empty text is an empty shelf.
pub fn read(text: &str) -> Reading {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Reading { is_whole: true, ..Reading::default() };
    }
    // Of a longer text the beginning is read, as of one that was cut off.
    let text = beginning(text, LIST_FILE_BYTES);
    let json = if text.starts_with('<') { in_page(text).unwrap_or(text) } else { text };
    match serde_json::from_str(json) {
        Ok(Value::Object(shelf)) => whole(&shelf),
        _ => Reading { shelf: salvaged(json), ..Reading::default() },
    }
}

/// Returns what a file of a reader holds, up to [`LIST_FILE_LISTS`] lists with [`LIST_FILE_ITEMS`] resources. What is stored in the
/// browser is read with [`read`]: browsers have room for less than [`LIST_FILE_BYTES`].
pub fn read_file(text: &str) -> Reading {
    let mut reading = read(text);
    let lists = &mut reading.shelf.lists;
    reading.is_cut = text.len() > LIST_FILE_BYTES || lists.len() > LIST_FILE_LISTS;
    lists.truncate(LIST_FILE_LISTS);
    let mut n_left = LIST_FILE_ITEMS;
    for list in lists {
        reading.is_cut |= list.items.len() > n_left;
        list.items.truncate(n_left);
        n_left -= list.items.len();
    }
    reading
}

/// The shelf, for the catalog of a title.
pub fn write(shelf: &Shelf, catalog: &str) -> String {
    let mut object = begun(catalog);
    object.insert("current".to_owned(), shelf.current.as_str().into());
    object.insert("lists".to_owned(), shelf.lists.iter().map(list_value).collect());
    Value::Object(object).to_string()
}

/// One list, as a file that another shelf takes in.
pub fn write_list(list: &ReadingList, catalog: &str) -> String {
    let mut object = begun(catalog);
    object.insert("lists".to_owned(), std::iter::once(list_value(list)).collect());
    Value::Object(object).to_string()
}

fn begun(catalog: &str) -> Map<String, Value> {
    let mut object = Map::new();
    object.insert("format".to_owned(), FORMAT.into());
    object.insert("version".to_owned(), VERSION.into());
    object.insert("catalog".to_owned(), catalog.into());
    object
}

fn list_value(list: &ReadingList) -> Value {
    let item = |item: &Item| {
        let mut object = Map::new();
        for (key, text) in [("id", &item.id), ("title", &item.title), ("note", &item.note)] {
            if !text.is_empty() {
                object.insert(key.to_owned(), text.as_str().into());
            }
        }
        Value::Object(object)
    };
    let mut object = Map::new();
    object.insert("name".to_owned(), list.name.as_str().into());
    if !list.for_whom.is_empty() {
        object.insert(FOR_WHOM.to_owned(), list.for_whom.as_str().into());
    }
    object.insert("items".to_owned(), list.items.iter().map(item).collect());
    Value::Object(object)
}

/// The content of the first script of JSON in a page.
fn in_page(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("<script type=\"application/json\"")?;
    let (_, rest) = rest.split_once('>')?;
    Some(rest.split_once("</script")?.0)
}

fn text_of<'a>(of: &'a Value, key: &str) -> &'a str {
    of.get(key).and_then(Value::as_str).unwrap_or_default()
}

fn whole(object: &Map<String, Value>) -> Reading {
    let is_known = object.get("format").and_then(Value::as_str) == Some(FORMAT)
        && object.get("version").and_then(Value::as_u64) == Some(VERSION);
    let lists = object.get("lists").and_then(Value::as_array);
    let mut reading = Reading { is_whole: is_known && lists.is_some(), ..Reading::default() };
    let mut made = Made::default();
    for list in lists.into_iter().flatten() {
        let items = list.get("items").and_then(Value::as_array);
        let items: Vec<&Value> = items.into_iter().flatten().collect();
        made.begin(text_of(list, "name"));
        made.set_for_whom(text_of(list, FOR_WHOM));
        made.items.extend(items.iter().map(|item| Item {
            id: text_of(item, "id").to_owned(),
            title: text_of(item, "title").to_owned(),
            note: text_of(item, "note").to_owned(),
        }));
        let n = made.end();
        reading.is_whole &= n == items.len() && list.get("items").is_some_and(Value::is_array);
    }
    reading.shelf = made.shelf();
    let first = reading.shelf.lists.first().map(|list| list.name.clone()).unwrap_or_default();
    reading.shelf.current = first;
    reading.shelf.choose(object.get("current").and_then(Value::as_str).unwrap_or_default());
    reading
}

/// The lists of a damaged text: whatever stands behind the keys of names and items, in its order.
fn salvaged(text: &str) -> Shelf {
    let mut made = Made::default();
    for (at, _) in text.match_indices(':') {
        work::count(1);
        let key = text[..at].trim_end();
        let value = || Deserializer::from_str(&text[at + 1..]).into_iter::<String>().next()?.ok();
        if key.ends_with("\"name\"") {
            made.begin(&value().unwrap_or_default());
        } else if key.ends_with("\"for\"") {
            made.set_for_whom(&value().unwrap_or_default());
        } else if key.ends_with("\"id\"") {
            let Some(id) = value() else { continue };
            if made.lists.is_empty() {
                made.begin(NAMELESS);
            }
            made.items.push(Item::new(&id, ""));
        } else if (key.ends_with("\"title\"") || key.ends_with("\"note\""))
            && let (Some(item), Some(text)) = (made.items.last_mut(), value())
        {
            *if key.ends_with("\"note\"") { &mut item.note } else { &mut item.title } = text;
        }
    }
    made.shelf()
}

/// Lists in the making. Neither the lists before nor the items before are passed again for each.
#[derive(Debug, Default)]
struct Made {
    lists: Vec<ReadingList>,
    /// The items of the last list, not in it yet.
    items: Vec<Item>,
    /// The names that are taken, each with the last number that was put behind it.
    names: BTreeMap<String, usize>,
}

impl Made {
    /// Ends the last list and begins another, under a name that none has.
    fn begin(&mut self, wanted: &str) {
        self.end();
        let wanted = Some(one_line(wanted)).filter(|name| !name.is_empty()).unwrap_or_else(|| NAMELESS.to_owned());
        let mut n = self.names.get(&wanted).copied().unwrap_or(0);
        let mut name = wanted.clone();
        while n > 0 && (name == wanted || self.names.contains_key(&name)) {
            work::count(1);
            n += 1;
            name = numbered(&wanted, n);
        }
        self.names.insert(wanted, n.max(1));
        self.names.entry(name.clone()).or_insert(1);
        self.lists.push(ReadingList { name, ..ReadingList::default() });
    }

    /// Sets for whom the last list is.
    fn set_for_whom(&mut self, text: &str) {
        if let Some(list) = self.lists.last_mut() {
            list.for_whom = one_line(text);
        }
    }

    /// Ends the last list; how many items it has.
    fn end(&mut self) -> usize {
        let items = std::mem::take(&mut self.items);
        work::count(items.len());
        self.lists.last_mut().map_or(0, |list| list.add(items))
    }

    /// The lists; the last one is looked at.
    fn shelf(mut self) -> Shelf {
        self.end();
        let current = self.lists.last().map(|list| list.name.clone()).unwrap_or_default();
        Shelf { lists: self.lists, current }
    }
}

#[cfg(test)]
mod tests {
    use super::super::lists::{Item, ReadingList, Shelf};
    use super::{read, write, write_list};

    fn item(id: &str, title: &str, note: &str) -> Item {
        Item { id: id.to_owned(), title: title.to_owned(), note: note.to_owned() }
    }

    fn list(name: &str, for_whom: &str, items: Vec<Item>) -> ReadingList {
        ReadingList { name: name.to_owned(), for_whom: for_whom.to_owned(), items, ..ReadingList::default() }
    }

    fn example() -> Shelf {
        let board =
            vec![item("a", "Seat \"time\": a <history>", ""), item("b", "", "two\nlines"), item("ç", "日本", "")];
        let lists = vec![
            list("Board: May", "The \"board\" of May", board),
            list("Grant", "", vec![item("a", "Seat", "")]),
            list("Empty", "Nobody", Vec::new()),
        ];
        Shelf { lists, current: "Grant".to_owned() }
    }

    #[test]
    fn what_is_written_is_read() {
        for shelf in [Shelf::default(), example()] {
            let reading = read(&write(&shelf, "Catalog"));
            assert!(reading.is_whole);
            assert_eq!(reading.shelf, shelf);
        }
        let list = &example().lists[0];
        assert_eq!(read(&write_list(list, "")).shelf.lists, std::slice::from_ref(list));
        assert!(read("").is_whole && read(" \n").shelf.is_empty());
    }

    /// Cut off anywhere, all items before the cut are still there, in their lists.
    #[test]
    fn a_text_that_was_cut_off_keeps_what_it_has() {
        let text = write(&example(), "Catalog");
        for cut in (0..text.len()).filter(|cut| text.is_char_boundary(*cut)) {
            let reading = read(&text[..cut]);
            assert!(!reading.is_whole || cut == 0, "{cut}");
            let n_ids = text[..cut].matches("\"id\":\"a\"").count();
            let found = reading.shelf.lists.iter().filter(|list| list.has("a")).count();
            assert_eq!(found, n_ids, "{}", &text[..cut]);
        }
    }

    #[test]
    fn what_is_no_shelf_is_read_as_far_as_it_goes() {
        for (text, n_lists, n_items) in [
            ("[1, 2", 0, 0),
            ("{}", 0, 0),
            (r#"{"format":"competency-explorer-shelf","version":2,"lists":[{"name":"A","items":[{"id":"a"}]}]}"#, 1, 1),
            (
                r#"{"format":"competency-explorer-shelf","version":1,"lists":[{"items":[{"id":"a"},5,{"id":"a"}]}]}"#,
                1,
                1,
            ),
            (
                r#"{"format":"competency-explorer-shelf","version":1,"lists":[{"name":"A"},{"name":"A","items":[]}]}"#,
                2,
                0,
            ),
            (r#"[{"id":"a"},{"id":"b"}]"#, 1, 2),
        ] {
            let reading = read(text);
            assert!(!reading.is_whole, "{text}");
            assert_eq!((reading.shelf.lists.len(), reading.shelf.len()), (n_lists, n_items), "{text}");
        }
    }

    #[test]
    fn lists_without_a_name_get_one_and_no_two_have_the_same() {
        let names = ["", " ", "Rescued (2)", "L", "L", "Rescued"];
        let lists: Vec<String> = names.iter().map(|name| format!(r#"{{"name":"{name}","items":[]}}"#)).collect();
        let text = format!(r#"{{"lists":[{}"#, lists.join(","));
        for text in [format!("{text}]}}"), text] {
            let shelf = read(&text).shelf;
            let read: Vec<&str> = shelf.lists.iter().map(|list| list.name.as_str()).collect();
            assert_eq!(read, ["Rescued", "Rescued (2)", "Rescued (2) (2)", "L", "L (2)", "Rescued (3)"]);
        }
    }

    #[test]
    fn any_text_is_read_without_a_panic() {
        arbtest::arbtest(|u| {
            const PIECES: [&str; 12] =
                ["\"id\"", ":", "\"name\"", "\"a\"", "\"note\"", "{", "}", "[", ",", "é", "\\", "<"];
            let n = u.int_in_range(0..=20)?;
            let text = (0..n).map(|_| u.choose(&PIECES).copied()).collect::<Result<String, _>>()?;
            let _ = read(&text);
            Ok(())
        });
    }
}
