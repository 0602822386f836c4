//! Texts of the shelf, of lists that readers share, and of printing.

use super::{number, resources};
use crate::shelf::{NotStored, Removed};
use crate::text::isolated;

pub fn shelf() -> &'static str {
    "Shelf"
}

pub fn keep() -> &'static str {
    "Save"
}

pub fn kept_label() -> &'static str {
    "Saved"
}

pub fn first_list() -> &'static str {
    "My list"
}

pub fn new_list() -> &'static str {
    "New list"
}

pub fn your_lists() -> &'static str {
    "Your lists"
}

pub fn list_name() -> &'static str {
    "Name of this list"
}

pub fn delete_list() -> &'static str {
    "Delete this list"
}

pub fn compare_list() -> &'static str {
    "Compare them"
}

pub fn nothing_kept() -> &'static str {
    "Nothing is saved yet. Press “Save” on a resource in the results, and it stands here, ready to be ordered, noted on, cited, printed and shared. No account is needed: your lists stay on this device."
}

pub fn empty_list() -> &'static str {
    "This list is empty. What you save goes here while it is the chosen one."
}

pub fn open_file() -> &'static str {
    "Open a list that somebody gave you (a web page or JSON file)"
}

pub fn file_unread() -> &'static str {
    "There is no list in this file. It should be one that was saved with “Share as a file” here."
}

pub fn file_part() -> &'static str {
    "This file is damaged: what could be read of it is shown. Check that nothing is missing."
}

pub fn unnamed() -> &'static str {
    "Shared list"
}

pub fn keep_as_own() -> &'static str {
    "Save as a list of mine"
}

pub fn not_now() -> &'static str {
    "No, thanks"
}

pub fn add_note() -> &'static str {
    "Add a note"
}

pub fn show_shelf() -> &'static str {
    "Show the shelf"
}

pub fn undo() -> &'static str {
    "Undo"
}

pub fn gone() -> &'static str {
    "This catalog does not have this resource (any more)."
}

pub fn back_to_shelf() -> &'static str {
    "Back to the shelf"
}

pub fn unread() -> &'static str {
    "Something stored for your shelf could not be read. What could be rescued is below; the rest is still stored as it was."
}

pub fn save_unread() -> &'static str {
    "Download what was stored"
}

pub fn drop_unread() -> &'static str {
    "Delete it"
}

pub fn unread_deleted() -> &'static str {
    "The unreadable text is deleted."
}

pub fn unread_not_saved() -> &'static str {
    "This browser does not let the page make a file: select the text below and copy it before you delete it."
}

pub fn shelf_refused() -> &'static str {
    "This browser does not let the page keep anything (a private window or an embedded page): your lists and notes live only until you close it. Share a list as a file to keep it."
}

pub fn shelf_full() -> &'static str {
    "This browser has no room left to keep your lists: what you changed lives only until you close the page. Share the list as a file to keep it, or make room by deleting lists. It is stored as soon as there is room."
}

pub fn stored_again() -> &'static str {
    "There is room again: your lists and notes are stored."
}

pub fn where_kept() -> &'static str {
    "Your lists and notes are kept in this browser, on this device, and are sent nowhere. Notes are only for you: a list that you share has them only if you include them. Share a list as a file to take it to another device."
}

pub fn list_page() -> &'static str {
    "Web page of this list, to give to others (HTML)"
}

pub fn list_file() -> &'static str {
    "List file, to open here again (JSON)"
}

pub fn with_notes_label() -> &'static str {
    "Include my notes"
}

pub fn no_notes() -> &'static str {
    "Your notes are private: they are in what you give away only if you include them."
}

pub fn copy_list_link() -> &'static str {
    "Copy link to this list"
}

pub fn link_too_long() -> &'static str {
    "This list is too long for a link that survives e-mail. Share it as a file: choose “Web page of this list” below."
}

pub fn no_link_of_file() -> &'static str {
    "No link is copied: this page is a file on your device and has no address for others. Share a file instead: choose one below and download it, or give them this page’s own file."
}

pub fn own_address_copied() -> &'static str {
    "The resource’s own address is copied. This page is a file on your device and has no address for others: to share the page, give them the file."
}

pub fn own_address_not_copied() -> &'static str {
    "This browser does not let the page copy: open the resource and copy its address there. This page is a file on your device and has no address for others."
}

pub fn open_in_catalog() -> &'static str {
    "Open this list in the catalog"
}

pub fn print() -> &'static str {
    "Print …"
}

pub fn print_now() -> &'static str {
    "Print"
}

pub fn layout_label() -> &'static str {
    "Layout"
}

pub fn reading_list() -> &'static str {
    "Reading list"
}

pub fn annotated() -> &'static str {
    "Annotated bibliography, with my notes"
}

pub fn brief() -> &'static str {
    "Comparison brief"
}

pub fn table_layout() -> &'static str {
    "Table, with the columns that the table shows"
}

pub fn cited_as() -> &'static str {
    "Cited as"
}

pub fn no_print() -> &'static str {
    "This browser does not let the page print here: copy or download the list as HTML and print that."
}

pub fn my_note_says() -> &'static str {
    "My note:"
}

/// "Includes 3 notes": what a list that is given away has of what is private.
pub fn with_notes(n: usize) -> String {
    match n {
        0 => "There are no notes on these resources.".to_owned(),
        1 => "Includes 1 note. Whoever gets the list can read it.".to_owned(),
        n => format!("Includes {} notes. Whoever gets the list can read them.", number(n)),
    }
}

pub fn keep_this(title: &str) -> String {
    format!("Save “{title}” to your shelf")
}

pub fn list_with_count(name: &str, n: usize) -> String {
    format!("{name} ({})", number(n))
}

pub fn kept(list: &str, refusal: Option<NotStored>) -> String {
    let list = isolated(list);
    match refusal {
        None => format!("Saved to “{list}”."),
        Some(NotStored::Refused) => {
            format!("Saved to “{list}”, but only until you close this page: the browser keeps nothing.")
        }
        Some(NotStored::Full) => {
            format!("Saved to “{list}”, but only until you close this page: the browser has no room left.")
        }
    }
}

pub fn removed(removed: &Removed) -> String {
    match removed {
        Removed::Item { list, item, .. } => format!("Removed “{}” from “{}”.", isolated(&item.title), isolated(list)),
        Removed::List { list, .. } => {
            format!("Deleted the list “{}” of {}.", isolated(&list.name), resources(list.items.len()))
        }
    }
}

pub fn restored(removed: &Removed) -> String {
    match removed {
        Removed::Item { item, .. } => format!("“{}” is back.", isolated(&item.title)),
        Removed::List { list, .. } => format!("The list “{}” is back.", isolated(&list.name)),
    }
}

pub fn moved(title: &str, place: usize, of: usize) -> String {
    format!("“{}” is now {} of {}.", isolated(title), number(place + 1), number(of))
}

pub fn place_of(title: &str) -> String {
    format!("Place of “{title}” in the list")
}

pub fn move_item(title: &str, up: bool) -> String {
    format!("Move “{title}” {}", if up { "up" } else { "down" })
}

pub fn shared_with_you(n: usize, n_gone: usize) -> String {
    let gone = match n_gone {
        0 => String::new(),
        1 => ", one of which this catalog does not have".to_owned(),
        n => format!(", {} of which this catalog does not have", number(n)),
    };
    format!("Somebody shares this list with you: {}{gone}.", resources(n))
}

pub fn add_to(list: &str) -> String {
    format!("Add to “{}”", isolated(list))
}

pub fn added(n: usize, list: &str) -> String {
    let list = isolated(list);
    match n {
        0 => format!("“{list}” had them all."),
        n => format!("{} added to “{list}”.", resources(n)),
    }
}

pub fn cite_list(n: usize) -> String {
    format!("Cite, export or share {}", resources(n))
}

pub fn print_all(n: usize, most: usize) -> String {
    format!("All {}, not only the first {}", resources(n), number(most))
}

pub fn cut_short(most: usize, n: usize) -> String {
    format!("The first {} of {}. To print all, choose “Print …” on the page.", number(most), resources(n))
}

/// "12 resources · printed November 23, 2026"
pub fn printed(n: usize, date: &str) -> String {
    format!("{} · printed {}", resources(n), printed_on(date))
}

pub fn printed_on(date: &str) -> String {
    date.parse().map_or_else(|_| date.to_owned(), super::date)
}

/// "12 resources from Competency Education Explorer, November 23, 2026."
pub fn list_from(n: usize, catalog: &str, date: &str) -> String {
    format!("{} from {catalog}, {}.", resources(n), printed_on(date))
}

pub fn references_file() -> &'static str {
    "references"
}

/// The name of a file for a list: its name with all but letters and digits as hyphens.
pub fn file_of(list: &str) -> String {
    let words: Vec<&str> = list.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    if words.is_empty() { "list".to_owned() } else { words.join("-").to_lowercase() }
}
pub fn unread_file() -> &'static str {
    "shelf-unread"
}
