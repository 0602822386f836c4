//! Scenarios: the shape of the catalog. The gap map, the timeline, the connections, the cloud, the page of a theme.

use crate::Scenario;
use crate::harness::page::Page;
use crate::harness::poll::{becomes, until};
use crate::harness::window::NARROWEST;
use crate::picture_files::at_rest;

pub(crate) const SCENARIOS: &[Scenario] = &[
    ("a cell of the gap map leads to as many as it says", a_cell_leads_to_as_many_as_it_says),
    ("rows of the gap map unfold and are sorted", rows_of_the_gap_map_unfold_and_are_sorted),
    ("years are chosen by keyboard and given back", years_are_chosen_by_keyboard_and_given_back),
    ("years are brushed by pointer", years_are_brushed_by_pointer),
    ("one year shows its months, each of which leads to as many as it says", one_year_shows_its_months),
    ("a few resources stand below the axis by their titles", few_resources_stand_below_the_axis_by_their_titles),
    ("the sentences of the gap map name its rows", the_sentences_name_rows_of_the_map),
    ("a pair of themes leads to as many as it says", a_pair_of_themes_leads_to_as_many_as_it_says),
    ("the cloud says what changed and what is special", the_cloud_says_what_changed),
    ("a theme has a page", a_theme_has_a_page),
    ("all themes have a page, and the cloud is another one", all_themes_have_a_page),
    ("a tag of the cloud is left out in one step", a_tag_is_left_out_in_one_step),
    ("on a phone tags stand by count, and settings are folded", a_phone_orders_tags_by_count),
    ("the years of a theme stand at their labels, all in sight", the_years_of_a_theme_meet_their_labels),
    ("where nothing is found, every view says so and helps", where_nothing_is_found),
];

/// Right arrow and Enter, as `WebDriver` names keys.
const RIGHT: &str = "\u{e014}";
const ENTER: &str = "\u{e007}";

fn digits(text: &str) -> usize {
    text.chars().filter(char::is_ascii_digit).collect::<String>().parse().unwrap_or(usize::MAX)
}

fn focus(page: &Page<'_>, selector: &str) {
    becomes(selector, true, || page.is(&format!("!!document.querySelector(\"{selector}\")")));
    page.session.run(&format!("document.querySelector(\"{selector}\").focus()"), &[]);
}

/// Follows the first link of a selector; the results are as many as its text says.
fn leads_to_as_many_as_it_says(page: &Page<'_>, selector: &str) {
    let n = digits(&until(selector, || page.texts(selector), |texts| !texts.is_empty())[0]);
    focus(page, selector);
    page.session.press(ENTER);
    becomes("the list shows", true, || page.session.shows("#results h3 a"));
    becomes("the count", n, || page.count());
}

fn a_cell_leads_to_as_many_as_it_says(page: &Page<'_>) {
    page.open("#/?view=map");
    leads_to_as_many_as_it_says(page, "#map tbody tr:nth-child(2) td:nth-child(3) a");
    until("the address", || page.fragment(), |at| at.contains("theme=") && at.contains("audience="));
    page.session.back();
    becomes("the map again", true, || page.session.shows("#map tbody td a"));
}

fn rows_of_the_gap_map_unfold_and_are_sorted(page: &Page<'_>) {
    page.open("#/?view=map");
    let rows = || page.n_shown("#map tbody tr");
    let n = until("rows", rows, |n| 5 < *n);
    focus(page, "#map tbody .unfold");
    page.session.press(ENTER);
    let unfolded = until("more rows", rows, |now| n < *now);
    becomes("the focus stays", true, || page.is("document.activeElement.matches('.unfold[aria-expanded=true]')"));
    page.session.press(ENTER);
    becomes("as many rows as before", n, rows);
    page.session.click("#map-open");
    until("all rows", rows, |now| unfolded < *now);
    until("gaps", || page.n_shown("#map td.gap"), |n| 0 < *n);
    until("their list", || page.n_shown("#map-gaps li"), |n| 0 < *n);
    page.session.click("[id='map-rows-by:1']");
    page.session.click("#map-open");
    let totals = || page.texts("#map tbody td.total").iter().map(|text| digits(text)).collect::<Vec<_>>();
    until("the most first", totals, |totals| totals.len() == n && totals.is_sorted_by(|a, b| a >= b));
}

fn years_are_chosen_by_keyboard_and_given_back(page: &Page<'_>) {
    page.open("#/?view=time");
    let all = page.count();
    let n_years = until("bars", || page.n_shown("#timeline .bars-by-year .slot"), |n| 5 < *n);
    focus(page, "#first-year");
    for _ in 0..n_years / 2 {
        page.session.press(RIGHT);
    }
    until("a range in the address", || page.fragment(), |at| at.contains("year="));
    let chosen = until("the count", || page.count(), |n| (1..all).contains(n));
    until("the same in words", || page.texts("#timeline output").concat(), |text| text.ends_with("resources"));
    let said = page.texts("#timeline output").concat();
    assert_eq!(digits(said.rsplit(':').next().unwrap_or_default()), chosen, "{said}");
    becomes("the focus stays", true, || page.is("document.activeElement.id === 'first-year'"));
    page.session.click("#all-years");
    becomes("all again", all, || page.count());
}

fn years_are_brushed_by_pointer(page: &Page<'_>) {
    page.open("#/?view=time");
    let all = page.count();
    until("bars", || page.n_shown("#timeline .bars-by-year .slot"), |n| 5 < *n);
    page.session.run(BRUSH, &[]);
    until("a range in the address", || page.fragment(), |at| at.contains("year="));
    until("the count", || page.count(), |n| (1..all).contains(n));
    page.session.run(
        "const box = document.querySelector('#stack'); box.value = 'type';
        box.dispatchEvent(new Event('change', { bubbles: true }))",
        &[],
    );
    until("what the parts are", || page.n_shown("#timeline .legend li"), |n| 3 < *n);
    until("the address", || page.fragment(), |at| at.contains("stack=type"));
}

fn one_year_shows_its_months(page: &Page<'_>) {
    page.open("#/?view=time&year=2018");
    let n = page.count();
    becomes("the headline is of the year", format!("2018: {n} resources"), || page.texts("#time-title").concat());
    leads_to_as_many_as_it_says(page, "#timeline .by-month a");
    until("the month in the query", || page.fragment(), |at| at.contains("year%3A2018-") || at.contains("year:2018-"));
    page.open("#/?view=time");
    until("bars", || page.n_shown("#timeline .bars-by-year .slot"), |n| 5 < *n);
    becomes("no months of several years", 0, || page.n_shown("#timeline .by-month"));
}

fn few_resources_stand_below_the_axis_by_their_titles(page: &Page<'_>) {
    page.open("#/?view=time");
    until("bars", || page.n_shown("#timeline .bars-by-year .slot"), |n| 5 < *n);
    assert_eq!(page.n_shown("#timeline .titles"), 0, "titles of a whole catalog");
    page.open("#/?view=time&q=mastery+transcript+consortium");
    let n = until("titles", || page.n_shown("#timeline .titles a"), |n| 0 < *n);
    assert!(n <= page.count());
    let title = page.texts("#timeline .titles a").swap_remove(0);
    page.session.click("#timeline .titles a");
    until("its record", || page.texts("#record-title").concat(), |shown| *shown == title);
}

fn the_sentences_name_rows_of_the_map(page: &Page<'_>) {
    page.open("#/?view=map");
    let said = until("sentences", || page.texts("#map .says a"), |said| !said.is_empty());
    let rows = page.texts("#map tbody th span");
    assert!(said.iter().all(|said| rows.iter().any(|row| said.starts_with(row.as_str()))), "{said:?} of {rows:?}");
}

/// Presses on the last bar but five, and lets go on the last but two.
const BRUSH: &str = "const bars = [...document.querySelectorAll('#timeline .bars-by-year .slot')];
    const tell = (at, name) => bars.at(at).dispatchEvent(new PointerEvent(name, { bubbles: true }));
    tell(-6, 'pointerdown'); tell(-5, 'pointerover'); tell(-3, 'pointerover'); tell(-3, 'pointerup')";

fn a_pair_of_themes_leads_to_as_many_as_it_says(page: &Page<'_>) {
    page.open("#/?view=together");
    leads_to_as_many_as_it_says(page, "#together .triangle tbody tr:nth-child(3) td a");
    page.open("#/?view=together");
    let column = |nth: usize| page.texts(&format!("#together .ranked td:nth-child({nth})"));
    let numbers = |nth: usize| column(nth).iter().map(|text| digits(text)).collect::<Vec<_>>();
    let is_falling = |numbers: &Vec<usize>| 10 < numbers.len() && numbers.is_sorted_by(|a, b| a >= b);
    let n = until("pairs, the most frequent first", || numbers(2), is_falling).len();
    page.session.click("[id='together-lift:1']");
    until("the most beyond chance first", || numbers(4), is_falling);
    page.session.click("#together-all");
    until("all pairs", || numbers(2), |counts| n < counts.len());
}

fn the_cloud_says_what_changed(page: &Page<'_>) {
    page.open("#/?view=cloud");
    until("tags", || page.n_shown("#cloud .cloud button"), |n| 10 <= *n);
    page.choose("type", "report");
    until("what changed", || page.texts("#cloud-changes").concat(), |text| text.contains("smaller"));
    page.session.click("[id='cloud-special:1']");
    until("what is special", || page.texts("#cloud h4").concat(), |text| text.contains("More here"));
    until("the address", || page.fragment(), |at| at.contains("weigh=special"));
    at_rest(page);
    page.session.click("#cloud-list summary");
    focus(page, "#cloud-list tbody a");
    page.session.press(ENTER);
    becomes("the list stays open", true, || page.session.shows("#cloud-list tbody tr"));
    let rows = page.n_shown("#cloud-list tbody tr");
    assert_eq!(rows, page.n_shown("#cloud .cloud button:not(.unfold)"), "the list says what the cloud says");
}

fn a_theme_has_a_page(page: &Page<'_>) {
    page.open("#/?theme=assessment");
    page.session.click("#chip-menu-0");
    page.session.click("#chips .about");
    becomes("the page", true, || page.session.shows("#theme-title"));
    becomes("the focus", true, || page.is("document.activeElement.id === 'theme-title'"));
    let n = digits(&page.texts("#theme .actions a").concat());
    page.session.click("#theme .actions a");
    becomes("its resources", n, || page.count());
}

fn all_themes_have_a_page(page: &Page<'_>) {
    page.open("#/?view=cloud");
    let current = || page.texts(".sections [aria-current]").concat();
    becomes("the cloud is one of the ways to show results", "Explore".to_owned(), current);
    page.session.click("#section-themes");
    let n = until("tiles", || page.n_shown(".home .tile h4 a"), |n| 5 < *n);
    becomes("the section", "Themes".to_owned(), current);
    becomes("the address", "/?view=themes".to_owned(), || page.fragment());
    until("narrower themes", || page.n_shown(".home .tile li a"), |narrow| n < *narrow);
    let name = page.texts(".home .tile li a")[0].clone();
    page.session.click(".home .tile li a");
    becomes("its page", name, || page.texts("#theme-title").concat());
}

fn a_tag_is_left_out_in_one_step(page: &Page<'_>) {
    page.open("#/?view=cloud");
    let all = page.count();
    let tag = "#cloud .star:has([aria-pressed])";
    until("tags", || page.n_shown(tag), |n| 2 < *n);
    at_rest(page);
    focus(page, "#cloud .star [aria-pressed]");
    until("what is said of it", || page.n_shown("#cloud .tip button"), |n| *n == 1);
    focus(page, "#cloud .tip button");
    page.session.press(ENTER);
    until("the address", || page.fragment(), |at| at.contains("-theme="));
    until("fewer", || page.count(), |n| *n < all);
}

/// The counts in the order in which tags are seen.
const COUNTS_DOWN: &str = "[...document.querySelectorAll('#cloud .caption .count')]
    .sort((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top).map(count => count.textContent)";

fn a_phone_orders_tags_by_count(page: &Page<'_>) {
    page.session.be_phone();
    page.open("#/?view=cloud");
    until("families", || page.n_shown("#cloud .caption"), |n| 5 < *n);
    let is_falling = format!("{COUNTS_DOWN}.every((n, at, all) => at === 0 || +n <= +all[at - 1])");
    assert!(page.is(&is_falling), "{}", page.text_of(&format!("{COUNTS_DOWN}.join()")));
    assert!(!page.session.shows("#cloud-of"), "the settings are open from the start");
    page.session.click("#cloud .open-settings");
    becomes("the settings", true, || page.session.shows("#cloud-of"));
    page.open("#/?view=map");
    until("cells", || page.n_shown("#map td.gap"), |n| 0 < *n);
    becomes("one sentence", [true, false], || {
        [1, 2].map(|nth| page.session.shows(&format!("#map .says li:nth-child({nth})")))
    });
    page.session.click("#more-gaps");
    until("their list", || page.n_shown("#map-gaps li"), |n| 1 < *n);
}

fn where_nothing_is_found(page: &Page<'_>) {
    for view in ["list", "table", "cloud", "map", "time", "together"] {
        page.open(&format!("#/?q=zzzzzz&type=report&view={view}"));
        becomes(view, true, || page.session.shows(".nothing .relaxations button"));
    }
}

/// The labels of years that stand at another place than the bars of those years, and the bars that are out of sight.
const NOT_AT_THEIR_PLACE: &str = "
    const box = element => element.getBoundingClientRect();
    const bars = [...document.querySelectorAll('#theme .years li a')];
    const labels = [...document.querySelectorAll('#theme .years *')].filter(element =>
        !element.children.length && /^\\d{4}$/.test(element.textContent) && box(element).width);
    const bar = label => bars.find(bar => bar.ariaLabel.startsWith(label.textContent));
    const away = labels.filter(label => box(label).right <= box(bar(label)).left || box(bar(label)).right <= box(label).left);
    const cut = bars.filter(bar => innerWidth < box(bar).right);
    return [labels.length, ...away.map(label => label.textContent), ...cut.map(bar => bar.ariaLabel)]";

fn the_years_of_a_theme_meet_their_labels(page: &Page<'_>) {
    // Few years, and as many as stand beside each other.
    let themes = ["assessment", "grading"];
    for (width, theme) in [1280, 900, 390, NARROWEST].into_iter().flat_map(|width| themes.map(|theme| (width, theme))) {
        page.session.be_wide(width);
        page.open(&format!("#/?about={theme}"));
        let n = until("bars", || page.n_shown("#theme .years li a"), |n| 3 < *n);
        let found = page.session.run(NOT_AT_THEIR_PLACE, &[]);
        let found = found.as_array().cloned().unwrap_or_default();
        let n_labels =
            found.first().and_then(serde_json::Value::as_u64).and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        assert!((2..=n).contains(&n_labels) && found.len() == 1, "{theme} at {width} px: {found:?}");
    }
}
