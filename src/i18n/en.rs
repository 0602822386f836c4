//! The page in English. A translation is a copy of this file with another language's sentences, and a row in `language.rs`.
//!
//! First come the texts that are always the same, then those with arguments, both in the order of the page's parts.

use super::en_findings;
use super::locale::{Locale, Plural};
use super::messages::{Language, Messages, Texts};
use crate::catalog::{Finding, FindingKind, PartialDate, ReadError};
use crate::embed::{Part, Scheme};
use crate::explore::{Hint, Lesson, Sort, Task, View};
use crate::export::citation::month_first;
use crate::export::{Format, MINUTES_PER_PAGE, Part as ReadPart, ReadingPlan, Unit};
use crate::search::TextField;
use crate::search::query::QueryHint;
use crate::shelf::NotStored;

/// English.
pub(super) static ENGLISH: Language =
    Language { tag: "en", name: "English", is_rtl: false, locale: &LOCALE, texts: &TEXTS, messages: &English };

static LOCALE: Locale = Locale {
    group: ",",
    grouped_from: 4,
    decimal: ".",
    percent: "%",
    comma: ", ",
    and: " and ",
    quotes: ["“", "”"],
    plural: |n| if n == 1 { Plural::One } else { Plural::Other },
};

struct English;

fn number(n: usize) -> String {
    LOCALE.number(n)
}

fn fixed(units: u64, digits: usize) -> String {
    LOCALE.fixed(usize::try_from(units).unwrap_or(usize::MAX), digits)
}

/// A number with what is counted, in its plural form.
fn counted(n: usize, one: &str, other: &str) -> String {
    format!("{} {}", number(n), if (LOCALE.plural)(n) == Plural::One { one } else { other })
}

/// "a", "a or b", "a, b or c"
fn either(names: &[&str]) -> String {
    Locale { and: " or ", ..LOCALE }.list(names)
}

/// The first few of some names, and how many more there are.
fn shortened_list(names: &[&str]) -> String {
    const MOST: usize = 6;
    let mut shown: Vec<String> = names.iter().take(MOST).map(|name| (*name).to_owned()).collect();
    if MOST < names.len() {
        shown.push(format!("{} more", number(names.len() - MOST)));
    }
    LOCALE.list(&shown)
}

static TEXTS: Texts = Texts {
    // The page
    skip: "Skip to the results",
    close: "Close",
    results: "Results",
    sort_by: "Sort by",
    shown_as: "Show as",
    no_resources: "This catalog has no resources yet.",
    dismiss: "Dismiss",
    third_party: "Licences of the parts",
    nothing_leaves: "Nothing you type here leaves your device.",
    make_own: "Make your own catalog",
    own_failed: "The page for making your own catalog could not be loaded.",
    own_missing: "This file holds the catalog without the page for making your own. Open the catalog on its website, where that page is; or ask whoever gave you the file for one that has it.",
    own_back: "Back to the catalog",
    sections: "Sections",
    section_results: "Explore",
    section_themes: "Themes",
    section_saved: "Saved",
    export_label: "Export",
    quick_label: "Quick filters",
    quick_free: "Free",
    quick_practical: "Practical",
    clear_facet: "Clear",
    colours_of_device: "Colors: like your device",
    colours_light: "Colors: light",
    colours_dark: "Colors: dark",
    // Loading the catalog
    not_fetched: "The catalog could not be loaded: there was no answer. Check the connection and load the page again.",
    failed: "The catalog could not be opened",
    plain_below: "Below is the plain list of resources that came with the page.",
    loading: "Opening the catalog",
    stop_loading: "Stop loading",
    load_all: "Load all",
    try_again: "Try again",
    // The search box, and what it finds or does not find
    search: "Search",
    search_example: "Title, topic, author, place …",
    clear_search: "Clear the search",
    nothing_found_help: "Use fewer words, or take away one of the things named above.",
    suggestions: "Suggestions",
    tips: "Search tips",
    type_this: "Type this",
    to_find: "to find",
    here: "here",
    tips_note: "Capitals and accents are ignored. Click an example to run it.",
    only_typed: "Only your own words are searched.",
    search_also: "Search similar words too",
    mostly: "Hardly anything has all of these words: shown is what has most of them.",
    only_my_words: "Only my words",
    suggest_only: "Only",
    suggest_search: "Search",
    suggest_spelling: "Did you mean",
    suggest_places: "Places",
    suggest_types: "Types",
    suggest_filters: "Filters",
    suggest_resources: "Resources",
    suggest_words: "More searches",
    slash_setting: "The key / moves to the search box",
    filters_cleared: "Filters cleared.",
    search_cleared: "Search cleared.",
    // Facets and chips
    filters_label: "Filters",
    more_filters: "More filters",
    clear_all: "Clear filters",
    chosen: "Chosen filters",
    not_this: "Exclude",
    only_this: "Only this",
    any_of_these: "Any of these",
    all_of_these: "All of these",
    no_value_found: "No matches",
    not_stated_text: "Not stated",
    not_stated_within: "not stated",
    from: "From",
    to: "to",
    earliest: "earliest",
    latest: "latest",
    show_fewer: "Show fewer",
    any_filter: "any filter",
    what_you_typed: "what you typed",
    and: "and",
    or: "or",
    lead_without: "without",
    lead_with: "with",
    // One resource
    compare: "Compare",
    comparison: "Side by side",
    comparison_table: "Table of the picked resources",
    put_back: "Clear",
    shared: "shared by all",
    back: "Back to the results",
    back_to_comparison: "Back to the comparison",
    previous: "Previous",
    next: "Next",
    about: "About this resource",
    sources: "How do we know?",
    new_tab: "(opens in a new tab)",
    no_link: "No address is stated for this resource.",
    authors: "Authors",
    publishers: "Publishers",
    places: "Places",
    keywords: "Keywords",
    published: "Published",
    pages: "Pages",
    minutes: "Minutes",
    summary: "Summary",
    link: "Link",
    sources_label: "Sources",
    confidence_label: "Confidence in the record",
    // The cloud
    tags_are: "Show",
    sized_by: "Sized by",
    by_number: "Most common",
    by_special: "Most distinctive",
    order: "Order",
    by_name: "A–Z",
    by_weight: "Largest first",
    least: "In at least",
    least_unit: "resources",
    most: "At most",
    most_unit: "tags",
    cloud_settings: "How the cloud is shown",
    any_tag: "With several chosen, resources that have any of them are shown.",
    as_list: "The same as a list, with counts",
    more_here: "More here than in the rest of the catalog",
    less_here: "Less here than in the rest of the catalog",
    special_of_all: "This is the whole catalog. Choose a filter or search for something, and see what is special about that part.",
    nothing_special: "Nothing here is clearly more or less frequent than elsewhere.",
    special_help: "Larger = more distinctive of these results (log-likelihood above 3.84, in at least three resources).",
    size_help: "The larger, the more resources.",
    more_settings: "More settings",
    stop_words_left_out: "Forms of a word count as one. Words such as “the” are left out (the English list of the Snowball project), and those that are as frequent in every theme.",
    show_rare: "Show rare ones too",
    count: "Resources",
    share_label: "Of these",
    share_elsewhere: "Elsewhere",
    difference_label: "Here, it is",
    words_of_summaries: "Words of the summaries",
    only_here: "only here",
    // Gap map, timeline, connections
    rows: "Rows",
    swap_axes: "Swap",
    swap_hint: "Swap rows and columns",
    order_of_rows: "Order of the rows",
    order_of_columns: "Order of the columns",
    many_first: "Most first",
    in_order: "In order",
    cells_as: "What cells show",
    shading: "Shading",
    bubbles: "Bubbles by type",
    open_all: "Open all rows",
    close_all: "Close all rows",
    gap: "gap: none",
    gap_legend: "Gap: less than half of what is expected",
    fewer_legend: "Fewer than expected",
    more_gaps: "More gaps",
    settings: "Settings",
    few: "few",
    picture_label: "Download picture",
    many: "many",
    all: "All",
    others: "Others",
    no_values: "There is nothing to cross: no resource of this catalog states a theme, a type, an audience or the like.",
    time_title: "Resources by year",
    stacked_by: "Split by",
    undivided: "None",
    first_year: "First year",
    last_year: "Last year",
    all_years: "All years",
    same_as_table: "View as table",
    year: "Year",
    resources_label: "Resources",
    several_values: "A resource with several of these stands in each, so a bar can be higher than its number of resources.",
    no_years: "No resource of this catalog states its year, so there is no timeline.",
    together_title: "Themes that occur together",
    pair_of_themes_label: "Themes",
    beside_chance: "× expected",
    lift_help: "× expected: how many times as many as if the two had nothing to do with each other.",
    broad: "Broad themes",
    narrow: "Narrow themes",
    which_themes: "Which themes",
    order_of_pairs: "Order of the pairs",
    beyond_chance: "Most beyond chance",
    no_themes: "No resource of this catalog states a theme, so nothing can be connected.",
    nothing_together: "None of these resources has two of these themes. Take a filter away, or look at other themes.",
    connections_table: "Themes by themes",
    // The page of a theme
    examples_label: "Try",
    doors_label: "Where to go on",
    states_label: "By state",
    states_on_map: "All states on a map",
    states_note: "The stronger the color of a state, the more resources are about it.",
    states_list: "The states as a list",
    newest_label: "Newest",
    similar_label: "Similar",
    about_this_theme: "About this theme",
    about_short: "About",
    part_of_label: "part of",
    start_here: "Start here",
    within_label: "Within this theme",
    beside: "Related themes",
    beside_lead: "Resources here are",
    beside_end: "as the catalog as a whole",
    beside_shown: "Compared with the whole catalog, resources here are",
    who: "Top publishers",
    when: "By year",
    for_whom: "For whom",
    missing_label: "What is missing",
    none_on_it: "No resource of this catalog is on it yet.",
    // Comparing resources, comparing sets, table of results
    only_differences: "Only differences",
    only_complete: "Only complete rows",
    no_rows: "No row is left: take one of the two restrictions away.",
    my_note: "My note",
    note_example: "Only for you",
    notes_here: "Notes stay in this browser on this device; nobody else sees them, and a link does not carry them.",
    notes_not_kept: "This browser does not let the page keep notes: they are gone when you close it. Copy or download the table to keep them.",
    note_merged: "Another tab had changed this note too: both texts are here now.",
    add_one: "Add a resource",
    nearest_label: "Most like these",
    add_example: "Add a resource: find a title …",
    nothing_to_add: "No other resource answers this.",
    sets_instead: "Compare two sets of resources instead",
    how_alike: "Shared themes",
    how_alike_help: "Themes that both have, of all themes that either has.",
    all_miss: "Fill the gap",
    add: "Add",
    copy_markdown: "Copy as Markdown",
    save_markdown: "Markdown file",
    save_csv: "Spreadsheet (CSV)",
    copied: "Copied.",
    not_copied: "This browser does not let the page copy: take the Markdown file.",
    not_saved: "This browser does not let the page make a file: copy the table instead.",
    title: "Title",
    result_table: "Table of the results",
    columns: "Columns",
    compare_with_label: "Compare …",
    both_sets: "In both",
    several_sets: "In more than one",
    set_a: "A",
    set_b: "B",
    set_c: "C",
    set_d: "D",
    sets_lead: "Compare two to four sets of resources: choose what each is, or begin with an example.",
    add_set: "Add a set",
    choose_set: "Choose a set",
    choose_value: "Choose …",
    remove_set: "Remove",
    compare_by: "By",
    set_value: "Which",
    compare_my_state: "Compare my state",
    whole_catalog: "The whole catalog",
    no_theme_stated: "neither states a theme",
    as_bars: "Bars",
    as_table: "Table",
    any_value: "Any",
    distinctive: "Words distinctive of each",
    distinctive_help: "Words of titles, keywords and summaries that stand in one set far more often than chance would have it.",
    no_words: "No word stands out.",
    years_label: "Years",
    share_of_each: "Share of the resources of each set",
    same_sets: "Two of these sets are the same. Choose another value for one of them.",
    nothing_to_show: "None of the sets states any.",
    comparison_file: "comparison",
    // The shelf, shared lists, printing
    shelf: "Saved",
    keep: "Save",
    kept_label: "Saved",
    first_list: "My list",
    new_list: "New list",
    your_lists: "Your lists",
    list_name: "Name of this list",
    cite_short: "Cite",
    for_whom_example: "Name a group or a person",
    delete_list: "Delete this list",
    compare_list: "Compare them",
    nothing_kept: "Resources that you save appear here. Put them in order, add notes, cite or share them. No account is needed: your lists stay on this device.",
    empty_list: "This list is empty. What you save goes here while it is the chosen one.",
    open_file: "Open a list file",
    file_unread: "There is no list in this file. It should be one that was saved with “Share as a file” here.",
    file_part: "This file is damaged: what could be read of it is shown. Check that nothing is missing.",
    file_cut: "This file holds more than is read at once: its beginning is shown. The rest stays in the file.",
    unnamed: "Shared list",
    keep_as_own: "Save a copy",
    not_now: "Close",
    to_first_page: "Back to the first page",
    address_cut: "The address is longer than is read: its end is left out.",
    few_found: "Few have all of this. There is more:",
    add_note: "Add a note",
    show_shelf: "Show saved",
    undo: "Undo",
    gone: "This catalog does not have this resource (any more).",
    back_to_shelf: "Back to what is saved",
    unread: "Something that you saved could not be read. What could be rescued is below; the rest is still stored as it was.",
    save_unread: "Download what was stored",
    drop_unread: "Delete it",
    unread_deleted: "The unreadable text is deleted.",
    unread_not_saved: "This browser does not let the page make a file: select the text below and copy it before you delete it.",
    shelf_refused: "This browser does not let the page keep anything (a private window or an embedded page): your lists and notes live only until you close it. Share a list as a file to keep it.",
    shelf_full: "This browser has no room left to keep your lists: what you changed lives only until you close the page. Share the list as a file to keep it, or make room by deleting lists. It is stored as soon as there is room.",
    stored_again: "There is room again: your lists and notes are stored.",
    where_kept: "Your lists and notes are kept in this browser, on this device, and are sent nowhere. Notes are only for you: a list that you share has them only if you include them. Share a list as a file to take it to another device.",
    list_page: "Web page of this list, to give to others (HTML)",
    list_file: "List file, to open here again (JSON)",
    handout_form: "Handout, to print",
    plan_form: "Reading plan",
    slides_form: "Slide outline",
    purposes: "What for",
    purpose_cite: "Cite",
    purpose_manager: "Reference manager",
    purpose_data: "Data",
    purpose_page: "Pages",
    page_help: "A page that anybody opens in a browser or a word processor.",
    handout_help: "Each resource with its facts, its summary and its address, on Letter or A4.",
    slides_help: "A title, a slide for each resource with the sentences of its summary, and the references; prints in landscape.",
    sitting_label: "Sittings of",
    no_length: "Length not stated",
    references_label: "References",
    cite_search: "Cite this search",
    qr_code: "QR code of the address below",
    too_long_for_code: "The link to this list is too long for a QR code: share it as a file.",
    with_notes_label: "Include my notes",
    no_notes: "Your notes are private: they are in what you give away only if you include them.",
    copy_list_link: "Copy link to this list",
    link_too_long: "This list is too long for a link that survives e-mail. Share it as a file: choose “Web page of this list” below.",
    no_link_of_file: "No link is copied: this page is a file on your device and has no address for others. Share a file instead: choose one and download it, or give them this page’s own file.",
    own_address_copied: "The resource’s own address is copied. This page is a file on your device and has no address for others: to share the page, give them the file.",
    own_address_not_copied: "This browser does not let the page copy: open the resource and copy its address there. This page is a file on your device and has no address for others.",
    open_in_catalog: "Open this list in the catalog",
    print: "Print …",
    print_now: "Print",
    layout_label: "Layout",
    reading_list: "Reading list",
    checklist: "Checklist, with boxes to tick",
    annotated: "Annotated bibliography, with my notes",
    brief: "Comparison brief",
    table_layout: "Table, with the columns that the table shows",
    cited_as: "Cited as",
    no_print: "This browser does not let the page print here: copy or download the list as HTML and print that.",
    my_note_says: "My note:",
    references_file: "references",
    unread_file: "saved-unread",
    // Citing and exporting
    take_as: "Format",
    search_line: "One line on this search, for a methods section",
    copy_link: "Copy link",
    share_as_file: "Share as a file",
    share_link: "Share …",
    download: "Download",
    exported: "What you take away",
    copy_by_hand: "This browser does not let the page copy: select the text below and copy it.",
    no_file: "This browser does not let the page make a file: copy the text below.",
    making_file: "Making the file …",
    too_many_to_copy: "These are too many to copy: download them.",
    link_copied: "The link is copied.",
    link_not_copied: "This browser does not let the page copy: take the address from its address bar.",
    // On other websites
    embed: "Embed",
    embed_this: "Embed this on your website",
    open_full: "Open full explorer",
    only_this_language: "This page speaks English; the resources keep their own language.",
    locked_hint: "(fixed by this page)",
    sealed: "This website lets the frame save no files: copy the text instead.",
    embed_intro: "One snippet for any website. Where scripts are allowed it fits itself into the page, where only frames are it scrolls inside, and where neither is it is a link. Nothing is sent anywhere, no account, no cookie.",
    embed_what: "What it shows",
    embed_all: "All resources. Filter the results first, and the embed begins there.",
    embed_filtered: "It begins with what is filtered now. Tick what readers should not be able to undo:",
    embed_change: "Change the filters",
    embed_view: "Shown first as",
    embed_parts: "Parts",
    embed_compact: "Compact: little above, filters behind a button",
    embed_look: "Look",
    embed_scheme: "Light or dark",
    embed_colours: "As the catalog has it",
    embed_font: "Font families (as in CSS)",
    embed_height: "Height",
    embed_address: "Where this explorer stands on the web",
    embed_address_field: "Address of its index.html",
    embed_address_hint: "This page was opened from disk. Put the folder of the explorer on a web server first, and say here where.",
    embed_snippet: "Paste this",
    embed_frame: "The frame alone, for editors that take only frames",
    embed_link_label: "The link alone",
    embed_copy: "Copy the snippet",
    embed_address_first: "Add your address first",
    embed_preview: "Preview",
    embed_check: "Check my site",
    embed_check_text: "Not sure what your website allows? Paste this into a page of it and look at the page: it says which of the three ways works there.",
    accent: "Links and buttons",
    background: "Background",
    text_colour: "Texts",
    radius: "Corners",
    height_auto: "As high as its content",
    check_title: "What this website allows",
    check_link: "If you see nothing but this line, this website allows only links.",
    check_without_scripts: "Frames are allowed: you see this one. Without scripts in the frame the explorer can’t run here; a link to it works everywhere.",
    check_alone: "This page is not in a frame: paste the check into a page of your website, and look there.",
    check_script: "Everything works here: paste the whole snippet. The explorer takes the height of its content, and your page’s address follows it.",
    check_frame: "Frames work here, our script does not: paste the whole snippet or the frame alone. The explorer has a fixed height and scrolls inside.",
    fact_script: "embed.js runs: height, address and events are connected.",
    fact_no_script: "embed.js was not heard from.",
    fact_sealed: "The frame is sealed (sandbox): lists live as long as the page, files are copied instead of saved.",
    fact_not_sealed: "The frame is not sealed.",
    fact_stored: "Readers’ lists are kept on their device.",
    fact_not_stored: "Readers’ lists are kept only until the page is closed.",
    fact_can_run: "This browser can run the explorer.",
    fact_too_old: "This browser is too old for the explorer.",
    // Before the module is there, or without it
    no_scripts: "Search and filters need JavaScript, which does not run here: it is switched off, forbidden, or could not be loaded. Without it, here is the list of resources.",
    no_wasm: "This browser can’t run WebAssembly, which search and filters need. A current version of any browser can.",
    too_old: "This browser is too old for search and filters. A current version of any browser can run them.",
    needs_server: "This folder needs a web server. To open the explorer from disk, use the file competency-explorer.html.",
    not_started: "Search and filters could not start. Loading the page again may help.",
    has_stopped: "The explorer has stopped",
    could_not_start: "The explorer could not start",
    stalled: "This takes unusually long: the connection may be slow or down.",
    list_below: "Below is the plain list of resources.",
    // Measuring
    how_fast: "Speed test",
    measurement: "Measurement",
    how_fast_help: "This measures search and counts on your own device, over this catalog or over generated ones of any size. Nothing is sent anywhere. A large catalog takes a while, and memory.",
    measured_in: "Milliseconds, median / 95th percentile",
    made_in: "Made ready in",
    copy: "Copy",
    as_text: "The results as text",
};

impl Messages for English {
    // The page

    fn date(&self, date: PartialDate) -> String {
        month_first(date)
    }

    fn resources(&self, n: usize) -> String {
        counted(n, "resource", "resources")
    }

    fn of_resources(&self, n: usize, total: usize) -> String {
        if n == total { self.resources(total) } else { format!("{} of {}", number(n), self.resources(total)) }
    }

    fn first_results(&self, shown: usize, total: usize) -> String {
        format!(
            "The first {} of {} are shown. Narrow them down to see others; an export has all.",
            number(shown),
            self.resources(total)
        )
    }

    fn show_more(&self, n: usize) -> String {
        format!("Show {} more", number(n))
    }

    fn findings(&self, n: usize) -> String {
        format!("{} in this catalog", counted(n, "problem", "problems"))
    }

    fn more_findings(&self, n: usize) -> String {
        format!("… and {} more", number(n))
    }

    fn catalog_of(&self, date: &str) -> String {
        format!("Updated {date}.")
    }

    fn view_name(&self, view: View) -> &'static str {
        match view {
            View::List => "List",
            View::Home => "Home",
            View::Table => "Table",
            View::Cloud => "Cloud",
            View::Map => "Gap map",
            View::Time => "Timeline",
            View::Together => "Connections",
            View::Themes => TEXTS.section_themes,
            View::Sets => "Compare sets",
            View::Compare => "Compare",
            View::Shelf => TEXTS.shelf,
            View::Embed => TEXTS.embed,
            View::Bench => TEXTS.how_fast,
        }
    }

    fn with_count(&self, name: &str, n: usize) -> String {
        format!("{name} ({})", number(n))
    }

    fn sort(&self, sort: Sort) -> &'static str {
        match sort {
            Sort::Relevance => "Best match",
            Sort::Newest => "Newest first",
            Sort::Oldest => "Oldest first",
            Sort::Title => "Title",
        }
    }

    fn finding(&self, finding: &Finding) -> String {
        en_findings::finding(finding)
    }

    fn finding_kind(&self, kind: &FindingKind) -> String {
        en_findings::finding_kind(kind)
    }

    fn read_error(&self, error: &ReadError) -> String {
        en_findings::read_error(error)
    }

    fn chip_actions(&self, chip: &str) -> String {
        format!("{chip}: exclude, compare")
    }

    fn left_out_chip(&self, value: &str) -> String {
        format!("Not {value}")
    }

    fn since_year(&self, year: &str) -> String {
        format!("Since {year}")
    }

    fn clear_of_facet(&self, facet: &str) -> String {
        format!("Clear: {facet}")
    }

    fn n_pages(&self, n: usize) -> String {
        counted(n, "page", "pages")
    }

    fn n_minutes(&self, n: usize) -> String {
        counted(n, "minute", "minutes")
    }

    fn not_stated_fields(&self, names: &str) -> String {
        format!("Not stated: {names}")
    }

    fn not_value(&self, value: &str) -> String {
        format!("not {value}")
    }

    // Loading the catalog

    fn not_served(&self, status: u16) -> String {
        format!("The catalog could not be loaded: the server answered {status}. Is catalog.json beside this page?")
    }

    fn first_of(&self, most: usize, n: usize) -> String {
        format!("These are the first {} of {}.", number(most), self.resources(n))
    }

    fn loaded(&self, n: usize) -> String {
        format!("{} …", self.resources(n))
    }

    fn interrupted(&self, n: usize) -> String {
        format!("This is a part of the catalog: the connection broke off, and {} could be read.", self.resources(n))
    }

    fn truncated(&self, n: usize) -> String {
        format!("This catalog is damaged: its file ends in the middle, and {} could be read.", self.resources(n))
    }

    fn stopped(&self, n: usize) -> String {
        format!("{} were read before you stopped.", self.resources(n))
    }

    // The search box, and what it finds or does not find

    fn also_matched(&self, words: &str) -> String {
        format!("Also matched: {words}.")
    }

    fn also_searched(&self, words: &str) -> String {
        format!("Also searched: {words}.")
    }

    fn nothing_has(&self, all: &[String], left_out: &[String]) -> String {
        let but = if left_out.is_empty() { String::new() } else { format!(", leaving out {}", left_out.join(", ")) };
        match all {
            [] => format!("There is nothing{but}."),
            [one] => format!("Nothing has {one}{but}."),
            [one, other] => format!("Nothing has both {one} and {other}{but}."),
            [_, _, _, _, _, ..] => "Nothing has all of this.".to_owned(),
            all => format!("Nothing has all of {}{but}.", LOCALE.list(all)),
        }
    }

    fn search_everywhere(&self, n: usize) -> String {
        format!("Search without any filter ({})", self.resources(n))
    }

    fn without_query(&self, n: usize) -> String {
        format!("Remove what you typed ({})", self.resources(n))
    }

    fn without_choice(&self, facet: &str, n: usize) -> String {
        format!("Remove all choices of {facet} ({})", self.resources(n))
    }

    fn with_again(&self, condition: &str, n: usize) -> String {
        format!("Allow {condition} again ({})", self.resources(n))
    }

    fn without_condition(&self, condition: &str, n: usize) -> String {
        format!("Remove {condition} ({})", self.resources(n))
    }

    fn broaden_to(&self, value: &str, above: &str, n: usize) -> String {
        format!("Broaden {value} to {above} ({})", self.resources(n))
    }

    fn broaden(&self, above: &str) -> String {
        format!("Broaden to {above}")
    }

    fn removed_condition(&self, condition: &str) -> String {
        format!("Removed: {condition}")
    }

    fn broadened(&self, above: &str) -> String {
        format!("Broadened to {above}")
    }

    fn n_suggestions(&self, n: usize) -> String {
        format!("{}, down arrow to reach them", counted(n, "suggestion", "suggestions"))
    }

    fn query_in(&self, query: &str, values: &str) -> String {
        format!("{query} in {values}")
    }

    fn plural_label(&self, label: &str) -> String {
        let vowel_before_y = ["ay", "ey", "oy", "uy"].iter().any(|end| label.ends_with(end));
        match label.strip_suffix('y') {
            Some(stem) if !vowel_before_y => format!("{stem}ies"),
            _ if label.ends_with('s') => label.to_owned(),
            _ if ["x", "ch", "sh"].iter().any(|end| label.ends_with(end)) => format!("{label}es"),
            _ => format!("{label}s"),
        }
    }

    fn label_within(&self, label: &str) -> String {
        let mut letters = label.chars();
        let is_word = letters.clone().nth(1).is_some_and(char::is_lowercase);
        let first = letters.next().filter(|_| is_word);
        first.map_or_else(|| label.to_owned(), |first| first.to_lowercase().collect::<String>() + letters.as_str())
    }

    fn only_in_values(&self, values: &str, n: usize) -> String {
        format!("Only {values}: {}", self.resources(n))
    }

    fn nothing_in(&self, values: &[String]) -> String {
        format!("Nothing in {}.", values.join(" and "))
    }

    fn none_on(&self, types: &str, query: &str) -> String {
        format!("No {types} on “{query}”.")
    }

    fn nothing_on_in(&self, query: &str, values: &[String]) -> String {
        format!("Nothing on “{query}” in {}.", values.join(" and "))
    }

    fn of_type(&self, n: usize, one: &str, many: &str) -> String {
        counted(n, one, many)
    }

    fn on_rest_of_query(&self, n: usize, rest: &str) -> String {
        format!("{} on “{rest}”", number(n))
    }

    fn lesson(&self, lesson: Lesson) -> &'static str {
        match lesson {
            Lesson::Word => "the word anywhere: title, summary, themes, keywords, names, places, types",
            Lesson::Phrase => "these words exactly, one after the other",
            Lesson::Either => "either word",
            Lesson::Without => "the first word without the second",
            Lesson::Value => "a theme, with all themes within it",
            Lesson::Name => "a name in one field; in quotes it may have several words",
            Lesson::Years => "a range of years",
            Lesson::Beginning => "words that begin like this",
            Lesson::Group => "either of two words together with a third",
        }
    }

    fn field_name(&self, field: TextField) -> &'static str {
        match field {
            TextField::Title => "title",
            TextField::Keywords => "keywords",
            TextField::Themes => "themes",
            TextField::Authors => "authors",
            TextField::Publishers => "publishers",
            TextField::Places => "places",
            TextField::Summary => "summary",
            TextField::Type => "type",
            TextField::Audiences => "audience",
            TextField::Levels => "level",
            TextField::Access => "access",
            TextField::Own => "other details",
        }
    }

    fn matched_in_fields(&self, fields: &str) -> String {
        format!("Matched in: {fields}")
    }

    fn query_hint(&self, hint: &QueryHint, meant: Option<&str>) -> String {
        match hint {
            QueryHint::UnclosedQuote => "The quote was never closed: read as words.".to_owned(),
            QueryHint::UnclosedParen => "A parenthesis was never closed: it ends with the text.".to_owned(),
            QueryHint::StrayParen => "A parenthesis was closed that was not open: left aside.".to_owned(),
            QueryHint::LoneOperator(word) => {
                format!("“{word}” has nothing to join: left aside. For the word itself, write it in lower case.")
            }
            QueryHint::LowerCase(word) => {
                let written = word.to_lowercase();
                format!("“{written}” does not count as it is written. As an operator it is written {word}.")
            }
            QueryHint::EmptyField(field) => format!("“{field}:” has no value yet: left aside."),
            QueryHint::UnknownField(field) => match meant {
                Some(meant) => format!("There is no field “{field}”: read as words. Did you mean “{meant}:”?"),
                None => format!("There is no field “{field}”: read as words."),
            },
            QueryHint::TooLong => "This is a long query: only its first words count.".to_owned(),
            QueryHint::TooDeep => "Too many parentheses in each other: the innermost are left aside.".to_owned(),
        }
    }

    fn address_hint(&self, hint: &Hint, facet: &str, most_compared: usize) -> String {
        match hint {
            Hint::Unknown { key, value } if value.is_empty() => format!("“{key}” in the address means nothing here."),
            Hint::Unknown { key, value } => format!("“{key}={value}” in the address means nothing here."),
            Hint::TooMany { key } => {
                format!("The address has more of “{key}” and the like than is read: the rest is left out.")
            }
            Hint::ManyUnknown(key) => format!("“{key}” and other keys in the address mean nothing here."),
            Hint::NoSuchValue { value, .. } => format!("This catalog has no {facet} “{value}”."),
            Hint::NoSuchResource(id) => format!("The resource “{id}” is not in this catalog."),
            Hint::NoSuchTheme(id) => format!("The theme “{id}” is not in this catalog."),
            Hint::NoSuchCloud(key) => format!("This catalog has no cloud of “{key}”: another is shown."),
            Hint::TooManyCompared(n) => {
                format!("{} resources are picked; the first {} are compared.", number(*n), number(most_compared))
            }
        }
    }

    // Facets and chips

    fn facet_name(&self, key: &str) -> Option<(&'static str, &'static str)> {
        Some(match key {
            "theme" => ("Themes", "Theme"),
            "type" => ("Type", "Type"),
            "audience" => ("For whom", "For"),
            "level" => ("Level", "Level"),
            "place" => ("Place", "Place"),
            "year" => ("Year", "Year"),
            "publisher" => ("Publisher", "Publisher"),
            "author" => ("Author", "Author"),
            "keyword" => ("Keyword", "Keyword"),
            "language" => ("Language", "Language"),
            "access" => ("Access", "Access"),
            _ => return None,
        })
    }

    fn lead_of_facet(&self, key: &str) -> Option<&'static str> {
        Some(match key {
            "theme" => "about",
            "type" => "of type",
            "audience" => "for",
            "level" => "at level",
            "place" => "from",
            "year" => "dated",
            "publisher" => "published by",
            "author" => "by",
            "keyword" => "on",
            "language" => "in language",
            "access" => "with access",
            _ => return None,
        })
    }

    fn lead_of_field(&self, label: &str) -> String {
        format!("with {label}")
    }

    fn lead_not(&self, lead: &str) -> String {
        format!("not {lead}")
    }

    fn show_results(&self, n: usize) -> String {
        format!("Show {}", counted(n, "result", "results"))
    }

    fn show_all(&self, n: usize, most: usize) -> String {
        if n > most { format!("Show {} of {}", number(most), number(n)) } else { format!("Show all {}", number(n)) }
    }

    fn first_values(&self, most: usize, n: usize) -> String {
        format!("The first {} of {}. Find the others by name in the box above.", number(most), number(n))
    }

    fn first_drawn(&self, most: usize, n: usize) -> String {
        format!("These are the first {} of {}. Exports have all.", number(most), number(n))
    }

    fn first_tiles(&self, most: usize, n: usize) -> String {
        format!("These are the first {} of {}. All are in the filters beside the list.", number(most), number(n))
    }

    fn narrower(&self, label: &str) -> String {
        format!("Themes within {label}")
    }

    fn remove_filter(&self, text: &str) -> String {
        format!("Remove filter: {text}")
    }

    fn chosen_value(&self, facet: &str, value: &str) -> String {
        format!("{facet}: {value}")
    }

    fn left_out_value(&self, facet: &str, value: &str) -> String {
        format!("Not {facet}: {value}")
    }

    fn turn(&self, word: &str, condition: &str) -> String {
        format!("{word}: {condition}")
    }

    fn any_or_all_of(&self, facet: &str) -> String {
        format!("{facet}: any or all of the chosen values")
    }

    fn find_in_facet(&self, facet: &str) -> String {
        format!("Find in {facet}")
    }

    fn forecast(&self, n: usize, is_chosen: bool) -> String {
        format!("{} {} this", self.resources(n), if is_chosen { "without" } else { "with" })
    }

    fn range_from(&self, from: &str) -> String {
        format!("from {from} on")
    }

    fn range_to(&self, to: &str) -> String {
        format!("up to {to}")
    }

    fn range(&self, from: &str, to: &str) -> String {
        format!("{from} to {to}")
    }

    // One resource

    fn nothing_picked(&self, most: usize) -> String {
        let most = number(most);
        format!("Select two to {most} resources to compare: tick “Compare” on them in the list.")
    }

    fn place_among(&self, place: usize, of: usize) -> String {
        format!("{} of {}", number(place), number(of))
    }

    fn visit(&self, host: &str) -> String {
        format!("Open at {host}")
    }

    fn compare_this(&self, title: &str) -> String {
        format!("Compare “{title}”")
    }

    fn picked(&self, n: usize, most: usize) -> String {
        format!("{} selected (up to {})", number(n), number(most))
    }

    fn remove(&self, title: &str) -> String {
        format!("Remove “{title}”")
    }

    fn confidence(&self, level: &str) -> String {
        format!("Confidence in this record: {level}. It rests on these sources:")
    }

    // The cloud

    fn tag(&self, label: &str, n: usize) -> String {
        format!("{label}, {}", self.resources(n))
    }

    fn tags_in_results(&self, tags: &str, n: usize) -> String {
        if n == 1 { format!("{tags} in this resource") } else { format!("{tags} in these {}", self.resources(n)) }
    }

    fn cloud_leads(&self, tags: &[&str], n: usize, total: usize, is_special: bool) -> String {
        let quoted: Vec<String> = tags.iter().map(|tag| format!("“{tag}”")).collect();
        let tags = &quoted.iter().map(String::as_str).collect::<Vec<&str>>()[..];
        let list = LOCALE.list(tags);
        match n {
            _ if is_special => format!("Most distinctive: {list}"),
            0 => format!("Most common: {list}"),
            n if n * 2 > total => format!("Most are on {}: {} of {}", either(tags), number(n), self.resources(total)),
            n => format!("Most common: {list}, in {} of {}", number(n), self.resources(total)),
        }
    }

    fn none_so_frequent(&self, least: usize) -> String {
        if least > 1 { format!("Nothing stands in {} of them.", number(least)) } else { "They have none.".to_owned() }
    }

    fn often_with(&self, tags: &str) -> String {
        format!("Often with {tags}")
    }

    fn times_as_frequent(&self, times: &str) -> String {
        format!("{times} times as frequent")
    }

    fn tag_changes(&self, new: usize, gone: usize, larger: usize, smaller: usize) -> String {
        let changes = [(new, "new"), (gone, "gone"), (larger, "larger"), (smaller, "smaller")];
        let changes = changes.iter().filter(|(n, _)| *n > 0).map(|(n, what)| format!("{} {what}", number(*n)));
        let changes: Vec<String> = changes.collect();
        if changes.is_empty() { String::new() } else { format!("Tags since the last step: {}.", changes.join(", ")) }
    }

    // Gap map, timeline, connections

    fn table_of(&self, title: &str) -> String {
        format!("{title}: table")
    }

    fn download_as(&self, kind: &str) -> String {
        format!("{kind}: download this picture")
    }

    fn map_leads(&self, title: &str, gaps: usize) -> String {
        format!(
            "{title}: {}",
            if gaps == 0 { "no clear gap".to_owned() } else { counted(gaps, "clear gap", "clear gaps") }
        )
    }

    fn map_sentence(&self, n: usize, gaps: usize, cells: usize) -> String {
        let gaps = match gaps {
            0 => "None has".to_owned(),
            1 => format!("1 of {} has", number(cells)),
            gaps => format!("{} of {} have", number(gaps), number(cells)),
        };
        format!(
            "{}: each cell counts those that have both values, and leads to them. {gaps} less than half of what both values let \
             expect (log-likelihood above 10.83); a line marks what is less clear (above 3.84).",
            self.resources(n)
        )
    }

    fn values_left_out(&self, facet: &str, n: usize) -> String {
        let values = counted(n, "value with fewer resources is", "values with fewer resources are");
        format!("{facet}: {values} not shown. A filter or a search brings other values up.")
    }

    fn first_rows(&self, shown: usize, n: usize) -> String {
        format!("The first {} of {} rows are shown.", number(shown), number(n))
    }

    fn map_cell(&self, row: &str, column: &str, n: usize, types: &str) -> String {
        let resources = self.resources(n);
        if types.is_empty() {
            format!("{row}, {column}: {resources}")
        } else {
            format!("{row}, {column}: {resources}; {types}")
        }
    }

    fn gaps_as_list(&self, n: usize) -> String {
        format!("{} as a list", counted(n, "gap", "gaps"))
    }

    fn would_be_expected(&self, n: &str) -> String {
        format!("{n} would be expected")
    }

    fn none_for(&self, row: &str, columns: &str) -> String {
        format!("{row}: few for {columns}")
    }

    fn fewer_than_expected(&self, row: &str, column: &str, n: usize, expected: &str) -> String {
        let n = if n == 0 { "nothing".to_owned() } else { format!("only {}", number(n)) };
        format!("{row} and {column}: {n}, where {expected} would be expected")
    }

    fn within(&self, label: &str) -> String {
        format!("Values within {label}")
    }

    fn time_leads(&self, years: &str, n: usize, dated: usize) -> String {
        let dated = counted(dated, "resource with a year", "resources with a year");
        format!("Most in {years}: {} of {dated}", number(n))
    }

    fn half_since(&self, since: i64) -> String {
        format!("Half of all with a year are of {since} or later.")
    }

    fn before_year(&self, year: i64) -> String {
        format!("before {year}")
    }

    fn year_by_month(&self, year: i64) -> String {
        format!("{year} by month")
    }

    fn short_month(&self, month: usize) -> &'static str {
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        month.checked_sub(1).and_then(|at| MONTHS.get(at)).copied().unwrap_or_default()
    }

    fn month_and_year(&self, date: PartialDate) -> String {
        let month = date.month().map(|month| format!("{} ", self.short_month(month.into())));
        format!("{}{}", month.unwrap_or_default(), date.year())
    }

    fn without_month(&self, n: usize) -> String {
        let state = if n == 1 { "states" } else { "state" };
        format!("{} {state} no month.", self.resources(n))
    }

    fn in_catalog_of_years(&self, n: usize, years: &str, undated: usize) -> String {
        let undated = if undated > 0 { format!("; {} without a year", number(undated)) } else { String::new() };
        let resources = self.resources(n);
        format!("{resources}, of {years}{undated}. Drag over the bars, or move the two ends, to choose years.")
    }

    fn pair_leads(&self, a: &str, b: &str, n: usize, total: usize) -> String {
        format!("“{a}” and “{b}” share the most resources: {} of {}", number(n), self.resources(total))
    }

    fn together_sentence(&self, n: usize, values: usize) -> String {
        let (resources, values) = (self.resources(n), number(values));
        format!("{resources}: how many have two of the {values} most frequent themes. Each number leads to them.")
    }

    fn show_all_pairs(&self, n: usize) -> String {
        format!("Show all {} pairs", number(n))
    }

    fn pair_together(&self, a: &str, b: &str, n: usize, lift: &str) -> String {
        format!("{a} and {b}: {} together, {lift}", self.resources(n))
    }

    fn lift(&self, tenths: u64) -> String {
        match tenths {
            10 => "as often as chance".to_owned(),
            0 => "far less often than chance".to_owned(),
            tenths => format!("{} times as often as chance", fixed(tenths, 1)),
        }
    }

    // The page of a theme

    fn about_theme(&self, shown: &str, label: &str) -> String {
        format!("{shown}: {label}")
    }

    fn show_them(&self, n: usize) -> String {
        if n == 1 { "Show the one resource".to_owned() } else { format!("Show all {}", self.resources(n)) }
    }

    fn times_as_likely(&self, times: &str) -> String {
        format!("{times} times as likely to be about")
    }

    fn together(&self, n: usize) -> String {
        format!("{} on both", self.resources(n))
    }

    fn in_pages(&self, n: usize) -> String {
        format!("{} {}", number(n), if n == 1 { "page" } else { "pages" })
    }

    fn in_minutes(&self, n: usize) -> String {
        format!("{} min", number(n))
    }

    fn without_date(&self, n: usize) -> String {
        format!("{} without a date", self.resources(n))
    }

    fn in_year(&self, year: &str, n: usize) -> String {
        format!("{year}: {}", self.resources(n))
    }

    fn promise_of(&self, n: usize) -> String {
        format!("{} to search, filter and compare.", self.resources(n))
    }

    fn catalog_in_numbers(
        &self,
        resources: usize,
        publishers: usize,
        places: usize,
        years: Option<(u32, u32)>,
    ) -> String {
        let mut text = self.resources(resources);
        if publishers > 1 {
            text = format!("{text} by {} publishers", number(publishers));
        }
        if places > 1 {
            text = format!("{text}, about {} places", number(places));
        }
        match years {
            Some((first, last)) if first < last => format!("{text}, {first} to {last}."),
            _ => format!("{text}."),
        }
    }

    fn browse_all(&self, n: usize) -> String {
        format!("Browse all {}", self.resources(n))
    }

    fn about_place(&self, name: &str, n: usize) -> String {
        format!("{name}: {}", self.resources(n))
    }

    fn gap_on_theme(&self, key: &str, value: &str, theme: &str, here: usize, expected: usize) -> String {
        let here = if here == 0 { "Nothing".to_owned() } else { format!("Only {}", self.resources(here)) };
        let what = if key == "audience" { "for" } else { "of the type" };
        format!("{here} {what} {value} on {theme}, where about {} would be expected.", number(expected))
    }

    fn both_on(&self, names: &str) -> String {
        format!("Both on {names}")
    }

    fn also_by(&self, names: &str) -> String {
        format!("Also by {names}")
    }

    fn more_from(&self, publisher: &str) -> String {
        format!("More from {publisher}")
    }

    // Comparing resources, comparing sets, table of results

    fn full(&self, most: usize) -> String {
        format!("{} are compared, and that is the most. Remove one to add another.", number(most))
    }

    fn start_with_first(&self, n: usize) -> String {
        if n == 1 { "Compare the first result".to_owned() } else { format!("Compare the first {} results", number(n)) }
    }

    fn in_common(&self, n: usize, all: &[&str], some: &[&str]) -> String {
        let who = if n == 2 { "Both".to_owned() } else { format!("All {}", number(n)) };
        match (all, some) {
            ([], []) => "These resources have no theme, audience or place in common.".to_owned(),
            (all, []) => format!("{who} have in common: {}.", shortened_list(all)),
            ([], some) => format!("Two or more have in common: {}.", shortened_list(some)),
            (all, some) => {
                format!("{who} have in common: {}. Two or more: {}.", shortened_list(all), shortened_list(some))
            }
        }
    }

    fn same_for_all(&self, n: usize, rows: &[&str]) -> String {
        let who = if n == 2 { "both".to_owned() } else { format!("all {}", number(n)) };
        format!("Same for {who}: {}", LOCALE.list(rows))
    }

    fn in_one_alone(&self, attribute: &str) -> String {
        format!("{attribute}, only here")
    }

    fn move_to(&self, title: &str, left: bool) -> String {
        format!("Move “{title}” to the {}", if left { "left" } else { "right" })
    }

    fn note_on(&self, title: &str) -> String {
        format!("My note on “{title}”")
    }

    fn add_this(&self, title: &str) -> String {
        format!("Add “{title}”")
    }

    fn themes_shared(&self, shared: usize, of: usize, themes: &str) -> String {
        match shared {
            0 => format!("share none of {}", counted(of, "theme", "themes")),
            n => format!("share {} of {}: {themes}", number(n), counted(of, "theme", "themes")),
        }
    }

    fn adds_values(&self, values: &str) -> String {
        format!("This one adds {values}.")
    }

    fn compare_with(&self, condition: &str) -> String {
        format!("{condition}: {}", TEXTS.compare_with_label)
    }

    fn show_set(&self, n: usize) -> String {
        if n == 1 { "Show it".to_owned() } else { format!("Show these {}", number(n)) }
    }

    fn current_results(&self, n: usize) -> String {
        format!("The current results ({})", number(n))
    }

    fn one_or_other(&self, a: &str, b: &str) -> String {
        format!("{a} or {b}")
    }

    fn before_and_since(&self, year: &str) -> String {
        format!("Before and since {year}")
    }

    fn compare_place(&self, place: &str) -> String {
        format!("Compare {place} with …")
    }

    fn n_of(&self, n: usize, of: usize) -> String {
        format!("{} of {}", number(n), number(of))
    }

    fn only_in_set(&self, set: &str) -> String {
        format!("Only in {set}")
    }

    fn sets_in_short(&self, sets: &[(String, usize)], shared: usize) -> String {
        let shared = match shared {
            0 => "none is".to_owned(),
            1 => "1 is".to_owned(),
            n => format!("{} are", number(n)),
        };
        let sizes: Vec<String> = sets.iter().map(|(name, n)| format!("{name}: {}", self.resources(*n))).collect();
        let both = if sets.len() == 2 { "both" } else { "more than one" };
        format!("{}; {shared} in {both}.", sizes.join(", "))
    }

    fn and_more(&self, n: usize) -> String {
        format!("and {} more", number(n))
    }

    fn in_set_and_others(&self, own: usize, others: usize) -> String {
        format!("in {} here, {} elsewhere", number(own), number(others))
    }

    fn year_of_sets(&self, year: &str, counts: &[u32]) -> String {
        let names = [TEXTS.set_a, TEXTS.set_b, TEXTS.set_c, TEXTS.set_d];
        let sets: Vec<String> =
            names.iter().zip(counts).map(|(name, n)| format!("{name} {}", number(*n as usize))).collect();
        format!("{year}: {}", sets.join(", "))
    }

    // The shelf, shared lists, printing

    fn with_notes(&self, n: usize) -> String {
        match n {
            0 => "There are no notes on these resources.".to_owned(),
            1 => "Includes 1 note. Whoever gets the list can read it.".to_owned(),
            n => format!("Includes {} notes. Whoever gets the list can read them.", number(n)),
        }
    }

    fn keep_this(&self, title: &str) -> String {
        format!("Save “{title}”")
    }

    fn saved_to(&self, list: &str, refusal: Option<NotStored>) -> String {
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

    fn removed_from(&self, title: &str, list: &str) -> String {
        format!("Removed “{title}” from “{list}”.")
    }

    fn deleted_list(&self, list: &str, n: usize) -> String {
        format!("Deleted the list “{list}” of {}.", self.resources(n))
    }

    fn item_is_back(&self, title: &str) -> String {
        format!("“{title}” is back.")
    }

    fn list_is_back(&self, list: &str) -> String {
        format!("The list “{list}” is back.")
    }

    fn moved_to_place(&self, title: &str, place: usize, of: usize) -> String {
        format!("“{title}” is now {} of {}.", number(place), number(of))
    }

    fn place_of(&self, title: &str) -> String {
        format!("Place of “{title}” in the list")
    }

    fn move_item(&self, title: &str, up: bool) -> String {
        format!("Move “{title}” {}", if up { "up" } else { "down" })
    }

    fn shared_with_you(&self, n: usize, n_gone: usize) -> String {
        format!("A shared list: {}{}.", self.resources(n), gone(n_gone))
    }

    fn readings(&self, n: usize, n_gone: usize) -> String {
        format!("{} to begin with{}.", self.resources(n), gone(n_gone))
    }

    fn add_to_list(&self, list: &str) -> String {
        format!("Add to “{list}”")
    }

    fn added_to_list(&self, n: usize, list: &str) -> String {
        match n {
            0 => format!("“{list}” had them all."),
            n => format!("{} added to “{list}”.", self.resources(n)),
        }
    }

    fn cite_this(&self, title: &str) -> String {
        format!("Cite “{title}”")
    }

    fn copied_as(&self, style: &str) -> String {
        format!("Copied as {style}.")
    }

    fn cite_list(&self, n: usize) -> String {
        format!("Cite, export or share {}", self.resources(n))
    }

    fn sitting(&self, n: usize, minutes: u32) -> String {
        format!("Sitting {} · {} min", number(n), number(minutes as usize))
    }

    fn part(&self, part: &ReadPart) -> String {
        let (from, to, of) = (number(part.from as usize), number(part.to as usize), number(part.of as usize));
        let minutes = number(part.minutes() as usize);
        match (part.unit, part.is_whole()) {
            (Unit::Pages, true) => format!("{} · {minutes} min", counted(part.of as usize, "page", "pages")),
            (Unit::Pages, false) => format!("pages {from}–{to} of {of} · {minutes} min"),
            (Unit::Minutes, true) => format!("{minutes} min"),
            (Unit::Minutes, false) => format!("minutes {from}–{to} of {of}"),
        }
    }

    fn plan_about(&self, plan: &ReadingPlan, sitting: u32) -> String {
        let n_sittings = plan.sittings.len();
        let unstated = match plan.unstated.len() {
            0 => String::new(),
            1 => " 1 resource states no length.".to_owned(),
            n => format!(" {} resources state no length.", number(n)),
        };
        if n_sittings == 0 {
            return unstated.trim_start().to_owned();
        }
        let pages = match plan.pages {
            0 => String::new(),
            n => format!(
                " ({} at {} minutes each)",
                counted(n as usize, "page", "pages"),
                number(MINUTES_PER_PAGE as usize)
            ),
        };
        format!(
            "{} minutes in all{pages}: {} of up to {} minutes.{unstated}",
            number(plan.minutes as usize),
            counted(n_sittings, "sitting", "sittings"),
            number(sitting as usize),
        )
    }

    fn print_all(&self, n: usize, most: usize) -> String {
        format!("All {}, not only the first {}", self.resources(n), number(most))
    }

    fn cut_short(&self, most: usize, n: usize) -> String {
        format!("The first {} of {}. To print all, choose “Print …” on the page.", number(most), self.resources(n))
    }

    fn resources_printed(&self, n: usize, date: &str) -> String {
        format!("{} · printed {date}", self.resources(n))
    }

    fn resources_of_catalog(&self, n: usize, catalog: &str, date: &str) -> String {
        format!("{} from {catalog}, {date}.", self.resources(n))
    }

    // Citing and exporting

    fn format(&self, format: Format) -> &'static str {
        match format {
            Format::Bibtex => "BibTeX (LaTeX, Zotero)",
            Format::Ris => "RIS (EndNote, Zotero, Mendeley)",
            Format::CslJson => "CSL-JSON (Zotero, Pandoc)",
            Format::Csv => "CSV (spreadsheets)",
            Format::Json => "JSON (a catalog of its own)",
            Format::Markdown => "Markdown (notes)",
            Format::Html => "HTML (Word, Google Docs)",
            Format::JsonLd => "JSON-LD (schema.org)",
        }
    }

    fn take(&self, n: usize) -> String {
        if n == 1 { "Cite or export this one".to_owned() } else { format!("Cite or export these {}", number(n)) }
    }

    fn shortened_text(&self, most: usize, n: usize) -> String {
        format!("The box shows the first {}; Copy and Download give all {}.", number(most), self.resources(n))
    }

    // On other websites

    fn pixels(&self, n: u32) -> String {
        format!("{} pixels", number(n as usize))
    }

    fn part_name(&self, part: Part) -> &'static str {
        match part {
            Part::Header => "Name of the catalog",
            Part::Search => "Search box",
            Part::Facets => "Filters",
            Part::Views => "Ways to show the results",
            Part::Tools => "Saving, comparing, citing, printing",
        }
    }

    fn scheme(&self, scheme: Scheme) -> &'static str {
        match scheme {
            Scheme::Auto => "As the reader’s device",
            Scheme::Light => "Light",
            Scheme::Dark => "Dark",
        }
    }

    fn explore_link(&self, n: usize, which: &str, catalog: &str) -> String {
        let space = if which.is_empty() { "" } else { " " };
        format!("Explore {}{space}{which} in {catalog}", self.resources(n))
    }

    fn catalog_elsewhere(&self, there: &str, here: &str) -> String {
        format!(
            "The catalog is on another website, {there}, and could not be read from here ({here}). Two things have to allow \
             it: that website by the header “Access-Control-Allow-Origin: {here}” on its catalog, and this explorer by being \
             made with “explorer render --catalogs-from {there}”. Or put the catalog beside the explorer."
        )
    }

    // Measuring

    fn measure(&self, n: usize, is_this: bool) -> String {
        if is_this { format!("This catalog ({})", number(n)) } else { format!("{} generated", number(n)) }
    }

    fn measuring(&self, n: usize) -> String {
        format!("Measuring over {} …", self.resources(n))
    }

    fn task(&self, task: Task) -> &'static str {
        match task {
            Task::Keystroke => "A keystroke",
            Task::Facets => "A filter, all counts",
            Task::TextAndFacets => "Both",
            Task::Cloud => "Tag cloud",
            Task::Typo => "A typo",
            Task::Map => "Gap map",
            Task::Timeline => "Timeline",
            Task::Sets => "Two sets",
        }
    }
}

/// How many resources of a list the catalog does not have.
fn gone(n: usize) -> String {
    match n {
        0 => String::new(),
        1 => ", one of which this catalog does not have".to_owned(),
        n => format!(", {} of which this catalog does not have", number(n)),
    }
}
