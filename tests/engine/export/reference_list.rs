//! Lists of works: order, letters, repeated authors, days of access.

use crate::util::{SHIPPED, any_catalog};
use competency_explorer::catalog::{Head, Resource};
use competency_explorer::export::citation::{Citation, Style, reference_list};
use competency_explorer::text::fold;

fn work(title: &str, authors: &[&str], published: &str) -> Resource {
    Resource {
        id: title.to_owned(),
        title: title.to_owned(),
        authors: authors.iter().map(|author| (*author).into()).collect(),
        published: published.parse().ok(),
        r#type: Some("report".to_owned()),
        ..Resource::default()
    }
}

fn list(style: Style, works: &[Resource]) -> Vec<String> {
    reference_list(style, works, &Head::default(), None).iter().map(|(_, entry)| entry.plain()).collect()
}

#[test]
fn works_of_one_author_and_year_have_letters() {
    let works = [
        work("Zone Grading", &["Ann Lee"], "2019"),
        work("The Action Guide", &["Ann Lee"], "2019"),
        work("Old", &["Ann Lee"], "2018"),
        work("With Bo", &["Ann Lee", "Bo Ray"], "2019"),
        work("C Plan", &["Ann Lee"], ""),
        work("A Draft", &["Ann Lee"], ""),
        work("Blank", &["Ann Lee"], ""),
    ];
    let apa = list(Style::Apa, &works);
    // APA 7 section 9.46: undated works stand first; 9.47: letters in the order of the titles, without their articles.
    let wanted = [
        "(n.d.-a). Blank",
        "(n.d.-b). C plan",
        "(n.d.-c). A draft",
        "(2018). Old",
        "(2019a). The action guide",
        "(2019b). Zone grading",
        "(2019). With",
    ];
    for (entry, part) in apa.iter().zip(wanted) {
        assert!(entry.contains(part), "{part}: {apa:#?}");
    }
    let chicago = list(Style::Chicago, &works);
    let wanted = [
        "2018. Old",
        "2019a. The Action",
        "2019b. Zone",
        "n.d.-a. Blank",
        "n.d.-b. C",
        "n.d.-c. A Draft",
        "2019. With",
    ];
    for (entry, part) in chicago.iter().zip(wanted) {
        assert!(entry.contains(part), "{part}: {chicago:#?}");
    }
    let mla = list(Style::Mla, &works);
    assert!(mla.iter().all(|entry| !entry.contains("2019a") && !entry.contains("n.d.")), "{mla:#?}");
}

#[test]
fn a_letter_stands_behind_the_year_of_a_whole_date() {
    let page =
        |title: &str, date: &str| Resource { r#type: Some("website".to_owned()), ..work(title, &["Ann Lee"], date) };
    let works = [page("B", "2020-08-12"), page("A", "2020-03"), page("C", "2020")];
    let entries = list(Style::Apa, &works);
    // APA 7 section 9.47: the year alone first, then by month and day.
    assert!(entries[0].contains("(2020a). C."), "{entries:#?}");
    assert!(entries[1].contains("(2020b, March). A."), "{entries:#?}");
    assert!(entries[2].contains("(2020c, August 12). B."), "{entries:#?}");
}

#[test]
fn entries_are_in_the_order_of_the_manuals() {
    let works = [
        work("“Goodbye” Said", &[], "2001"),
        work("The Zoo", &[], "2001"),
        work("4 Strategies", &[], "2001"),
        work("An Essay", &["Ann Lee", "Bo Adams"], "2000"),
        work("Late", &["Ann Lee"], "2020"),
        work("Early", &["Ann Lee"], "1999"),
        work("Report", &["Amy Lee"], "2021"),
        work("Leaf", &["Al Leeds"], "1990"),
        work("Dash", &["Eva de la Cruz"], "1990"),
    ];
    let first = |style: Style| -> Vec<String> {
        let order = reference_list(style, &works, &Head::default(), None);
        order.iter().map(|(at, _)| works[*at].title.clone()).collect()
    };
    // MLA 9 section 5.123 and Chicago 17 section 16.65: a number as if in words; quotation marks and articles do not count.
    let by_date = ["Dash", "4 Strategies", "“Goodbye” Said", "Report", "Early", "Late", "An Essay", "Leaf", "The Zoo"];
    assert_eq!(first(Style::Apa), by_date);
    assert_eq!(first(Style::Chicago), by_date);
    assert_eq!(first(Style::Mla), by_date);
}

/// The letter under which a reader looks an entry up: the first one behind signs and an English article.
fn significant_letter(entry: &str) -> char {
    let folded = fold(entry);
    let text = folded.trim_start_matches(|c: char| !c.is_alphanumeric());
    let behind = ["the ", "an ", "a "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(text);
    behind.chars().find(|c| c.is_alphanumeric()).unwrap_or_default()
}

#[test]
fn titles_of_the_shipped_catalog_are_sorted_by_their_first_significant_word() {
    let resources: Vec<Resource> = (0..).take(SHIPPED.len()).map(|idx| SHIPPED.resource(idx)).collect();
    let mut n_articles = 0;
    for style in Style::ALL {
        let entries = reference_list(style, &resources, &SHIPPED.head, None);
        // An article in front does not move an entry to T, nor a quotation mark to the top.
        let letters: Vec<(char, String)> =
            entries.iter().map(|(_, entry)| entry.plain()).map(|text| (significant_letter(&text), text)).collect();
        // Numbers stand as in words, and three hyphens for who signs the entry before.
        let is_word = |(letter, text): &&(char, String)| letter.is_alphabetic() && !text.starts_with('-');
        let firsts: Vec<&(char, String)> = letters.iter().filter(is_word).collect();
        for pair in firsts.windows(2) {
            let [(before, first), (letter, second)] = pair else { continue };
            assert!(before <= letter, "{style:?}: {second} stands behind {first}");
        }
        n_articles += letters.iter().filter(|(_, text)| text.trim_start_matches('“').starts_with("The ")).count();
        let mut seen: Vec<usize> = entries.iter().map(|(at, _)| *at).collect();
        seen.sort_unstable();
        assert!(seen.iter().copied().eq(0..resources.len()), "{style:?} loses entries");
    }
    assert!(n_articles > 0, "no entry begins with an article");
}

#[test]
fn mla_has_hyphens_for_the_authors_of_the_entry_before_and_chicago_repeats_names() {
    let works = [
        work("Beta", &["Ann Lee"], "2001"),
        work("Alpha", &["Ann Lee"], "2002"),
        work("Gamma", &["Ann Lee", "Bo Ray"], "2002"),
    ];
    assert_eq!(
        list(Style::Mla, &works),
        ["Lee, Ann. Alpha. 2002.", "---. Beta. 2001.", "Lee, Ann, and Bo Ray. Gamma. 2002."]
    );
    assert!(list(Style::Chicago, &works).iter().all(|entry| entry.starts_with("Lee, Ann")));
}

#[test]
fn a_day_of_access_stands_only_with_an_address_and_without_a_date() {
    let day = "2026-11-27".parse().ok();
    let undated = work("A", &["Ann Lee"], "");
    let url = Some("https://example.org/a".to_owned());
    for style in [Style::Mla, Style::Chicago] {
        let entry = |resource: &Resource| {
            let works = [resource.clone()];
            let entries: Vec<(usize, Citation)> = reference_list(style, &works, &Head::default(), day);
            entries[0].1.plain()
        };
        assert!(!entry(&undated).contains("Accessed"), "{}", entry(&undated));
        assert!(entry(&Resource { url: url.clone(), ..undated.clone() }).contains("Accessed"));
        assert!(!entry(&Resource { url: url.clone(), ..work("A", &[], "2019") }).contains("Accessed"));
    }
}

#[test]
fn any_list_has_every_work_once_and_no_letter_twice() {
    arbtest::arbtest(|u| {
        let catalog = any_catalog(u)?;
        for style in Style::ALL {
            let entries = reference_list(style, &catalog.resources, &catalog.head, None);
            let mut seen: Vec<usize> = entries.iter().map(|(at, _)| *at).collect();
            seen.sort_unstable();
            assert!(seen.iter().copied().eq(0..catalog.resources.len()));
        }
        Ok(())
    });
}
