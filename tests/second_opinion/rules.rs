//! Where a manual has it otherwise than the styles that processors read: what each line of `rules.txt` does.
//!
//! A rule changes an item as a librarian would for that style, or what a processor made of it; it looks at the record and at
//! the processor's entry, never at ours. Each does one exact thing, so that no other difference passes with it.

use competency_explorer::catalog::without_acronym;
use competency_explorer::export::citation::Style;
use serde_json::{Value, json};

use super::{RECORDS, Voice};

/// What a rule does.
pub(crate) enum Change {
    /// To an item, before a processor reads it.
    Item(fn(&mut Value)),
    /// To the processor's entry, with the item that it is of.
    Entry(fn(&Value, &str) -> String),
    /// To the processor's entry and to ours: what does not count.
    Both(fn(&Value, &str) -> String),
    /// To the processor's entry of one record: this text for that.
    Record {
        /// The record.
        id: &'static str,
        /// What the processor writes.
        theirs: &'static str,
        /// What we write.
        ours: &'static str,
    },
}

/// A line of the list with what it does.
pub(crate) struct Rule {
    pub(crate) name: &'static str,
    pub(crate) voices: Vec<Voice>,
    pub(crate) styles: Vec<Style>,
    pub(crate) change: Change,
}

/// The rules by name.
const CHANGES: [(&str, Change); 38] = [
    ("a body that signs is named as publisher", Change::Item(publisher_that_signs)),
    ("a body that publishes does not sign", Change::Item(no_signer_that_publishes)),
    ("a page stands on its site", Change::Item(on_site)),
    ("a journal has its day", Change::Entry(day_of_journal)),
    ("no article before a periodical", Change::Item(no_article)),
    ("a slash between publishers", Change::Item(slash)),
    ("no medium", Change::Item(no_medium)),
    ("a video is no film", Change::Item(no_film)),
    ("a podcast is called one", Change::Item(podcast)),
    ("no day of retrieval", Change::Entry(not_retrieved)),
    ("no protocol", Change::Entry(no_protocol)),
    ("a recording in quotation marks", Change::Entry(quoted_recording)),
    ("a show stands behind its episode", Change::Entry(show_behind)),
    ("what it is stands behind the title", Change::Entry(medium_behind_title)),
    ("an academic press is shortened", Change::Entry(short_press)),
    ("a blog is called one", Change::Entry(blog)),
    ("a page has its whole date", Change::Entry(whole_date)),
    ("not ahead of print", Change::Entry(in_print)),
    ("no year twice", Change::Entry(year_once)),
    ("large and small letters of titles", Change::Both(small_titles)),
    ("an article in quotation marks", Change::Entry(quoted_article)),
    ("a word of two uses", Change::Both(small_word_of_two_uses)),
    ("a compound with a hyphen", Change::Both(small_compound)),
    ("no comma without a month", Change::Entry(no_comma)),
    ("single marks within double ones", Change::Entry(marks_within)),
    ("one stop", Change::Entry(one_stop)),
    ("two bodies without a comma", Change::Entry(two_bodies)),
    ("no tags", Change::Item(no_tags)),
    ("others are et al.", Change::Entry(et_al)),
    ("a blank between East Asian names", Change::Entry(east_asian)),
    ("a name as it is signed", Change::Entry(as_signed)),
    ("a comma behind the family name", Change::Entry(comma_behind_family)),
    ("editors sign as authors do", Change::Item(editors_sign)),
    ("the label of editors", Change::Entry(label_of_editors)),
    ("two roles of one person", Change::Entry(two_roles)),
    ("a family name of several words", Change::Entry(whole_family)),
    ("a particle that is joined", Change::Entry(joined_particle)),
    ("a particle before the family name", Change::Entry(particle_in_front)),
];

/// The rules of the list.
pub(crate) fn rules() -> Vec<Rule> {
    let lines = include_str!("rules.txt").lines().filter(|line| !line.starts_with('#') && !line.is_empty());
    let mut rules = Vec::new();
    for line in lines {
        let [voices, styles, name, why] = line.split(" | ").collect::<Vec<_>>()[..] else { panic!("{line}") };
        assert!(why.contains(|c: char| c.is_numeric()) || voices != "both", "{name}: which section says so?");
        let (name, change) = change_of(name);
        let voices = match voices {
            "both" => vec![Voice::Hayagriva, Voice::Citeproc],
            "hayagriva" => vec![Voice::Hayagriva],
            _ => vec![Voice::Citeproc],
        };
        let styles = styles.split(", ").map(|style| Style::ALL.into_iter().find(|one| one.name() == style).unwrap());
        rules.push(Rule { name, voices, styles: styles.collect(), change });
    }
    rules
}

/// What a rule of this name does: one of [`CHANGES`], or `in RECORD: THEIRS => OURS`.
fn change_of(name: &'static str) -> (&'static str, Change) {
    let record = name.strip_prefix("in ").and_then(|rest| {
        let (id, texts) = rest.split_once(": ")?;
        let (theirs, ours) = texts.split_once(" => ")?;
        Some(Change::Record { id, theirs, ours })
    });
    match record {
        Some(change) => (name, change),
        None => CHANGES.into_iter().find(|(known, _)| *known == name).unwrap_or_else(|| panic!("no rule “{name}”")),
    }
}

fn text<'a>(item: &'a Value, key: &str) -> &'a str {
    item[key].as_str().unwrap_or_default()
}

fn is_recording(item: &Value) -> bool {
    ["broadcast", "motion_picture", "speech"].contains(&text(item, "type"))
}

/// The month and the day, where the month is stated.
fn month_and_day(item: &Value) -> Option<String> {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let parts = &item["issued"]["date-parts"][0];
    let month = MONTHS[usize::try_from(parts[1].as_u64()?).unwrap() - 1];
    Some(parts[2].as_u64().map_or_else(|| month.to_owned(), |day| format!("{month} {day}")))
}

fn year(item: &Value) -> String {
    item["issued"]["date-parts"][0][0].to_string()
}

/// Gives a variable another text, or takes it away.
fn set(item: &mut Value, key: &str, text: &str) {
    let item = item.as_object_mut().unwrap();
    if text.is_empty() {
        item.shift_remove(key);
    } else if item.contains_key(key) {
        item.insert(key.to_owned(), json!(text));
    }
}

fn publisher_that_signs(item: &mut Value) {
    let record = RECORDS.iter().find(|record| record.id == text(item, "id")).unwrap();
    let signs = |body: &String| names(item).any(|name| text(name, "literal").to_lowercase() == body.to_lowercase());
    let publishers: Vec<String> = record.publishers.iter().map(|name| without_acronym(name).to_owned()).collect();
    if item["container-title"].is_null() && publishers.iter().any(signs) {
        item["publisher"] = json!(publishers.join("; "));
    }
}

fn no_signer_that_publishes(item: &mut Value) {
    let publishers: Vec<String> = text(item, "publisher").split("; ").map(str::to_owned).collect();
    if let Some(names) = item.get_mut("author").and_then(Value::as_array_mut) {
        names.retain(|name| name["literal"].is_null() || !publishers.iter().any(|body| text(name, "literal") == body));
    }
}

/// The first publisher of a page is the site that it stands on, unless the page is the site.
fn on_site(item: &mut Value) {
    let record = RECORDS.iter().find(|record| record.id == text(item, "id")).unwrap();
    let has_path = text(item, "URL").splitn(4, '/').nth(3).is_some_and(|path| !path.trim_matches('/').is_empty());
    let is_page = match record.r#type.as_deref() {
        Some("website") => has_path,
        Some("initiative" | "data-tool") => false,
        _ => true,
    };
    let publisher = text(item, "publisher").to_owned();
    if is_page && text(item, "type") == "webpage" && item["container-title"].is_null() && !publisher.is_empty() {
        let (site, others) = publisher.split_once("; ").unwrap_or((&publisher, ""));
        item["container-title"] = json!(site);
        set(item, "publisher", others);
    }
}

fn day_of_journal(item: &Value, entry: &str) -> String {
    let Some(date) = month_and_day(item).filter(|_| text(item, "type") == "article-journal") else {
        return entry.to_owned();
    };
    let Some((month, day)) = date.split_once(' ') else { return entry.to_owned() };
    let short = match month {
        "September" => "Sept.".to_owned(),
        _ if month.len() < 5 => month.to_owned(),
        _ => format!("{}.", &month[..3]),
    };
    let year = year(item);
    entry.replacen(&format!(", {short} {year}"), &format!(", {day} {short} {year}"), 1)
}

fn no_article(item: &mut Value) {
    let container = text(item, "container-title").trim_start_matches("The ").to_owned();
    if text(item, "type").starts_with("article") {
        set(item, "container-title", &container);
    }
}

fn slash(item: &mut Value) {
    let slashed = text(item, "publisher").replace("; ", " / ");
    set(item, "publisher", &slashed);
}

fn no_medium(item: &mut Value) {
    item.as_object_mut().unwrap().shift_remove("medium");
}

fn no_film(item: &mut Value) {
    if is_recording(item) {
        item["type"] = json!("broadcast");
    }
}

fn podcast(item: &mut Value) {
    if text(item, "medium") == "Audio podcast episode" {
        item["medium"] = json!("Podcast");
    }
}

fn not_retrieved(item: &Value, entry: &str) -> String {
    if item["issued"].is_null() { entry.replacen(" Retrieved http", " http", 1) } else { entry.to_owned() }
}

fn no_protocol(item: &Value, entry: &str) -> String {
    let (url, bare) = (text(item, "URL"), bare_url(item));
    if url.starts_with("https://doi.org/") {
        return entry.to_owned();
    }
    entry.strip_suffix(&format!("{url}.")).map_or_else(|| entry.to_owned(), |before| format!("{before}{bare}."))
}

fn quoted_recording(item: &Value, entry: &str) -> String {
    let mut parts = entry.splitn(3, '_');
    match (parts.next(), parts.next(), parts.next()) {
        // A part of a show is in quotation marks already.
        (Some(before), Some(title), Some(after)) if is_recording(item) && item["container-title"].is_null() => {
            let title = title.replace('"', "'");
            match after.strip_prefix('.') {
                Some(after) => format!("{before}\"{title}.\"{after}"),
                None => format!("{before}\"{title}\"{after}"),
            }
        }
        _ => entry.to_owned(),
    }
}

/// Puts the show of an episode that nobody signs behind it, and the year to its day again.
fn show_behind(item: &Value, entry: &str) -> String {
    if !is_recording(item) || item["container-title"].is_null() {
        return entry.to_owned();
    }
    let mut entry = entry.to_owned();
    let in_front = entry.strip_prefix('_').and_then(|rest| {
        let (show, rest) = rest.split_once("_. ")?;
        let (year, rest) = rest.split_once(" \"")?;
        let (title, rest) = rest.split_once("\" ")?;
        Some(format!("\"{title}\" {year} _{show}_. {rest}"))
    });
    entry = in_front.unwrap_or(entry);
    if let Some(day) = month_and_day(item) {
        let comma = if day.contains(' ') { "," } else { "" };
        entry = entry.replacen(&format!(" {day}. "), &format!(" {day}{comma} {}. ", year(item)), 1);
    }
    entry
}

/// Puts what a recording is behind its title where that stands in front, before the date.
fn medium_behind_title(item: &Value, entry: &str) -> String {
    let medium = format!(" [{}]", text(item, "medium"));
    let behind_date = format!(").{medium}.");
    match entry.split_once(". (") {
        Some((title, rest)) if item["author"].is_null() && entry.contains(&behind_date) => {
            format!("{title}{medium}. ({}", rest.replacen(&behind_date, ").", 1))
        }
        _ => entry.to_owned(),
    }
}

/// `UP` for the words, and `P` behind the name of a school.
fn short_press(item: &Value, entry: &str) -> String {
    let mut entry = entry.to_owned();
    for press in text(item, "publisher").split(" / ").filter(|name| name.ends_with(" Press")) {
        let short = match press.strip_suffix("University Press") {
            Some(of) => format!("{of}UP"),
            None if press.contains("University") || press.contains("College") || press.contains("Education") => {
                press.replace(" Press", " P").replace("University", "U")
            }
            None => press.to_owned(),
        };
        entry = entry.replacen(press, &short, 1);
    }
    entry
}

fn blog(item: &Value, entry: &str) -> String {
    let container = text(item, "container-title");
    if text(item, "type") != "post-weblog" || container.to_lowercase().contains("blog") {
        return entry.to_owned();
    }
    entry.replacen(&format!("_{container}_"), &format!("_{container}_ (blog)"), 1)
}

fn whole_date(item: &Value, entry: &str) -> String {
    let Some(day) = month_and_day(item).filter(|_| is_recording(item) || text(item, "type") == "webpage") else {
        return entry.to_owned();
    };
    let publisher = text(item, "publisher");
    let comma = if day.contains(' ') { "," } else { "" };
    entry.replacen(&format!("{publisher}, {day}."), &format!("{publisher}. {day}{comma} {}.", year(item)), 1)
}

fn in_print(item: &Value, entry: &str) -> String {
    let container = text(item, "container-title");
    entry.replacen(&format!("_{container}_, ahead of print, "), &format!("_{container}_, "), 1)
}

fn year_once(item: &Value, entry: &str) -> String {
    let (container, year) = (text(item, "container-title"), year(item));
    if month_and_day(item).is_some() || container.is_empty() {
        return entry.to_owned();
    }
    let entry = entry.replacen(&format!("_{container}_, {year}."), &format!("_{container}_."), 1);
    entry.replacen(&format!("\" {year}. http"), "\" http", 1)
}

/// A letter in lower case, quotation marks in one shape.
fn small(c: char) -> char {
    if c == '"' || c == '”' || c == '“' || c == '’' || c == '‘' {
        '\''
    } else {
        c.to_lowercase().next().unwrap_or(c)
    }
}

fn small_titles(item: &Value, entry: &str) -> String {
    let mut entry: Vec<char> = entry.chars().collect();
    for title in [text(item, "title"), text(item, "container-title"), text(item, "publisher")] {
        let title: Vec<char> = title.chars().collect();
        for at in 0..(entry.len() + 1).saturating_sub(title.len()) {
            let end = at + title.len();
            // Not in an address: there a point goes on.
            let goes_on =
                |c: &char| !" _\".,?".contains(*c) || entry.get(end + 1).is_some_and(char::is_ascii_alphanumeric);
            let is_whole = (at == 0 || " _\"".contains(entry[at - 1])) && !entry.get(end).is_some_and(goes_on);
            let part = &mut entry[at..end];
            if is_whole && part.iter().zip(&title).all(|(one, other)| small(*one) == small(*other)) {
                part.iter_mut()
                    .zip(&title)
                    .filter(|(one, _)| one.is_alphabetic())
                    .for_each(|(one, other)| *one = *other);
            }
        }
    }
    entry.into_iter().collect()
}

/// The address without its protocol.
fn bare_url(item: &Value) -> &str {
    let url = text(item, "URL");
    url.split_once("://").map_or(url, |(_, bare)| bare)
}

/// An entry before its address, and the rest.
fn before_url<'a>(item: &Value, entry: &'a str) -> (&'a str, &'a str) {
    let url = bare_url(item);
    entry.split_at(entry.rfind(url).filter(|_| !url.is_empty()).unwrap_or(entry.len()))
}

/// Changes the words of an entry before its address; a hyphen is part of a word.
fn with_words(item: &Value, entry: &str, change: impl Fn(&str) -> String) -> String {
    let (entry, url) = before_url(item, entry);
    let is_part = |c: char| c.is_alphanumeric() || c == '-';
    let words = entry.split_inclusive(|c: char| !is_part(c)).map(|part| {
        let at = part.trim_end_matches(|c: char| !is_part(c)).len();
        change(&part[..at]) + &part[at..]
    });
    words.collect::<String>() + url
}

fn small_word_of_two_uses(item: &Value, entry: &str) -> String {
    const WORDS: &str = " about above across after along around as before behind below beyond by down for from in inside near next \
        off on out outside over past round since so than through throughout till under until up within without yet ";
    with_words(item, entry, |word| {
        let lower = word.to_lowercase();
        if WORDS.contains(&format!(" {lower} ")) { lower } else { word.to_owned() }
    })
}

fn small_compound(item: &Value, entry: &str) -> String {
    let small = |word: &str| if word.trim_matches('-').contains('-') { word.to_lowercase() } else { word.to_owned() };
    with_words(item, entry, small)
}

fn quoted_article(item: &Value, entry: &str) -> String {
    let parts: Vec<&str> = entry.splitn(5, '_').collect();
    match parts[..] {
        ["", container, between, title, after] if item["author"].is_null() => {
            let title = title.replace('"', "'");
            match after.strip_prefix('.') {
                Some(after) => format!("_{container}_{between}\"{title}.\"{after}"),
                None => format!("_{container}_{between}\"{title}\"{after}"),
            }
        }
        _ => entry.to_owned(),
    }
}

fn no_comma(item: &Value, entry: &str) -> String {
    let publisher = text(item, "publisher");
    let entry = entry.replacen(&format!("({},)", year(item)), &format!("({})", year(item)), 1);
    entry.replacen(&format!("{publisher},."), &format!("{publisher}."), 1)
}

fn one_stop(item: &Value, entry: &str) -> String {
    let mut entry = entry.to_owned();
    for stop in ["?", "!", "..."] {
        for after in ["\"", "_", "", "'\"", "\"_"] {
            entry = entry.replacen(&format!("{stop}{after}. "), &format!("{stop}{after} "), 1);
            entry = entry.replacen(&format!("{stop}.{after} "), &format!("{stop}{after} "), 1);
        }
        entry = entry.replacen(&format!("{stop}'.\" "), &format!("{stop}'\" "), 1);
    }
    if text(item, "title").ends_with(['"', '”']) {
        for (after, within) in [("\"_. ", ".\"_ "), ("'.\" ", ".'\" "), ("\". ", ".\" ")] {
            entry = entry.replacen(after, within, 1);
        }
    }
    if let Some(title) = text(item, "title").strip_suffix('.') {
        let end = title.chars().rev().take(3).collect::<Vec<_>>().into_iter().rev().collect::<String>();
        entry = entry.replacen("..\" ", ".\" ", 1).replacen(&format!("{end}_. "), &format!("{end}._ "), 1);
    }
    entry
}

/// Single marks for the double ones of a title that stands in double ones itself.
fn marks_within(item: &Value, entry: &str) -> String {
    let title = crate::normalized(text(item, "title"));
    let (outer, title) = (entry.to_lowercase().find(&format!("\"{}", title.to_lowercase())), title);
    match outer
        .filter(|_| title.contains('"'))
        .and_then(|at| entry.get(at + 1..at + 1 + title.len()).map(|part| (at, part)))
    {
        Some((at, part)) => format!("{}{}{}", &entry[..=at], part.replace('"', "'"), &entry[at + 1 + title.len()..]),
        None => entry.to_owned(),
    }
}

fn two_bodies(item: &Value, entry: &str) -> String {
    let name = |at: usize| text(&item["author"][at], "literal").to_owned();
    let joint = |and: &str| format!("{}{and} {}", name(0), name(1));
    let bodies = item["author"].as_array().map(|names| names.iter().filter(|name| !name["literal"].is_null()).count());
    if bodies == Some(2) && item["author"][2].is_null() {
        entry.replacen(&joint(", and"), &joint(" and"), 1).replacen(&joint(", &"), &joint(" &"), 1)
    } else {
        entry.to_owned()
    }
}

fn no_tags(item: &mut Value) {
    let plain = text(item, "title").replace("<i>", "").replace("</i>", "");
    set(item, "title", &plain);
}

/// The names of an item.
fn names(item: &Value) -> impl Iterator<Item = &Value> {
    ["author", "editor", "translator"].iter().filter_map(|role| item[role].as_array()).flatten()
}

/// Adds those whom a record says that it does not name, where the item has a note of them.
fn et_al(item: &Value, entry: &str) -> String {
    if !text(item, "note").starts_with("et al. (") {
        return entry.to_owned();
    }
    let is_body = names(item).last().is_some_and(|name| !name["literal"].is_null());
    let year = format!(" ({})", year(item));
    let ends = [
        (" (Ed.)".to_owned(), ", et al. (Eds.)".to_owned()),
        (", editor.".to_owned(), ", et al., editors.".to_owned()),
        (", ed.".to_owned(), ", et al., eds.".to_owned()),
        (if is_body { format!(".{year}") } else { year.clone() }, format!(", et al.{year}")),
        (". ".to_owned(), ", et al. ".to_owned()),
    ];
    let found = ends.iter().find(|(end, _)| entry.contains(end.as_str()));
    found.map_or_else(|| entry.to_owned(), |(end, with)| entry.replacen(end, with, 1))
}

fn east_asian(item: &Value, entry: &str) -> String {
    let is_east_asian = |c: char| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    let mut entry = entry.to_owned();
    for name in names(item).filter(|name| text(name, "family").contains(is_east_asian)) {
        let (family, given) = (text(name, "family"), text(name, "given"));
        for between in ["", ", "] {
            entry = entry.replacen(&format!("{family}{between}{given}"), &format!("{family} {given}"), 1);
        }
    }
    entry
}

/// Leaves the comma out of a name that is signed with the family name first, and the one before `and` behind it; one that was turned
/// around gets its order back.
fn as_signed(item: &Value, entry: &str) -> String {
    let mut entry = entry.to_owned();
    for (at, name) in names(item).enumerate().filter(|(_, name)| name["static-ordering"] == true) {
        let (family, given) = (text(name, "family"), text(name, "given"));
        let whole = format!("{family} {given}");
        if at == 0 {
            for inverted in [format!("{family}, {given}, and"), format!("{whole}, and")] {
                entry = entry.replacen(&inverted, &format!("{whole} and"), 1);
            }
        }
        for other in [format!("{family}, {given}"), format!("{given} {family}")] {
            entry = entry.replacen(&other, &whole, 1);
        }
    }
    entry
}

fn comma_behind_family(item: &Value, entry: &str) -> String {
    names(item).filter(|name| name["static-ordering"] == true).fold(entry.to_owned(), |entry, name| {
        let family = text(name, "family");
        entry.replacen(&format!("{family} "), &format!("{family}, "), 1)
    })
}

/// Names those once behind whom an entry has their label as editors, and whom it names again as translators.
fn two_roles(item: &Value, entry: &str) -> String {
    let signed = if text(item, "annote").is_empty() { &item["editor"] } else { &item["author"] };
    if item["translator"].is_null() || *signed != item["translator"] {
        return entry.to_owned();
    }
    let labels = [
        (" (Ed.)", " (Ed. & Trans.)"),
        (" (Eds.)", " (Eds. & Trans.)"),
        (", editor.", ", editor and translator."),
        (", editors.", ", editors and translators."),
        (", ed. ", ", ed. and trans. "),
        (", eds. ", ", eds. and trans. "),
    ];
    let Some((label, both)) = labels.iter().find(|(label, _)| entry.contains(label)) else { return entry.to_owned() };
    let entry = entry.replacen(label, both, 1);
    let year = year(item);
    for (before, start, end, after) in
        [("_", " (", ", Trans.)", "."), ("_. ", "Translated by ", ", ", &*year), ("_.", " Translated by ", ".", "")]
    {
        let found = entry.find(&format!("{before}{start}")).map(|at| at + before.len());
        if let Some(at) = found
            && let Some(length) = entry[at..].find(&format!("{end}{after}"))
        {
            return entry[..at].to_owned() + &entry[at + length + end.len()..];
        }
    }
    entry
}

/// Makes authors of the editors of a work without authors, or of the translators where there are none either, and notes what they are.
fn editors_sign(item: &mut Value) {
    let item = item.as_object_mut().unwrap();
    if item.contains_key("author") {
        return;
    }
    if let Some(translators) = if item.contains_key("editor") { None } else { item.shift_remove("translator") } {
        item.insert("annote".to_owned(), json!("trans"));
        item.insert("author".to_owned(), translators);
        return;
    }
    if let Some(editors) = item.shift_remove("editor") {
        let has_others = item.get("note").is_some();
        let is_plural = has_others || editors.as_array().is_some_and(|editors| editors.len() > 1);
        item.insert("annote".to_owned(), json!(if is_plural { "eds" } else { "ed" }));
        item.insert("author".to_owned(), editors);
    }
}

/// Puts the label that was noted behind the names, before the year.
fn label_of_editors(item: &Value, entry: &str) -> String {
    let (label, year) = (text(item, "annote"), format!(". {}", year(item)));
    match entry.split_once(&year).filter(|_| !label.is_empty()) {
        Some((names, rest)) => {
            let point = if names.ends_with("Jr") || names.ends_with("et al") { "." } else { "" };
            format!("{names}{point}, {label}{year}{rest}")
        }
        None => entry.to_owned(),
    }
}

/// Sets a family name together of which the first words were put behind the given names.
fn whole_family(item: &Value, entry: &str) -> String {
    let mut entry = entry.to_owned();
    for name in names(item) {
        let Some((first, last)) = text(name, "family").rsplit_once(' ') else { continue };
        if let Some(rest) = entry.strip_prefix(&format!("{last}, "))
            && rest.contains(&format!(" {first}."))
        {
            entry = format!("{first} {last}, {}", rest.replacen(&format!(" {first}."), ".", 1).replacen("..", ".", 1));
        }
    }
    entry
}

/// The particle that stays with a family name, with a straight apostrophe.
fn particle(name: &Value) -> String {
    text(name, "non-dropping-particle").replace('’', "'")
}

fn joined_particle(item: &Value, entry: &str) -> String {
    let mut entry = entry.to_owned();
    for name in names(item).filter(|name| particle(name).ends_with(['-', '\''])) {
        let (family, particle) = (text(name, "family"), particle(name));
        entry = entry.replacen(&format!("{particle} {family}"), &format!("{particle}{family}"), 1);
    }
    entry
}

/// Puts particles of French, Italian, Spanish and Portuguese names and the like before the family name, and the Arabic article behind
/// the given names.
fn particle_in_front(item: &Value, entry: &str) -> String {
    const DEMOTED: &str = " al- el- 't den der het in op ten ter van vande vanden vander ver ";
    let mut entry = entry.to_owned();
    for name in names(item) {
        let (family, given, particle) = (text(name, "family"), text(name, "given"), particle(name));
        let gap = if particle.ends_with(['-', '\'']) { "" } else { " " };
        let [front, behind] = [format!("{particle}{gap}{family}, {given}"), format!("{family}, {given} {particle}")];
        let is_demoted = DEMOTED.contains(&format!(" {} ", particle.split(' ').next().unwrap_or_default()));
        let (from, to) = if is_demoted { (front, behind) } else { (behind, front) };
        if !particle.is_empty() && !entry.contains(&to) {
            entry = entry.replacen(&from, &to, 1);
        }
    }
    entry
}
