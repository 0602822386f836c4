//! Values that are counted as one, and values that are nearly equal: what `explorer check` says of them.

use competency_explorer::catalog::{FindingKind, read_with_spellings};
use competency_explorer::i18n;

/// What is said of records with one value each under a key.
fn said(key: &str, values: &[&str]) -> Vec<String> {
    let record = |(n, value): (usize, &&str)| serde_json::json!({"id": format!("r{n}"), "title": "T", key: [value]});
    let records: Vec<_> = values.iter().enumerate().map(record).collect();
    let file = serde_json::json!({"resources": records}).to_string();
    let (_, findings, spellings) = read_with_spellings(file.as_bytes()).unwrap();
    assert_eq!(findings, []);
    spellings.iter().map(i18n::finding).collect()
}

#[test]
fn what_was_joined_is_listed_with_each_spelling_and_its_count() {
    assert_eq!(
        said("keywords", &["open data", "Open Data", "Open Data", "open\u{a0}data", "other"]),
        [
            "line 1, record 1 “r0”, keywords: “Open Data” (2 records), “open data” (1 record), “open\\u{a0}data” (1 record) are counted as one value: write all as “Open Data”"
        ]
    );
    assert_eq!(
        said("places", &["Québec", "Que\u{301}bec"]),
        [
            "line 1, record 2 “r1”, places: “Québec” (1 record), “Que\\u{301}bec” (1 record) are counted as one value: write all as “Québec”"
        ]
    );
}

#[test]
fn a_term_in_another_spelling_than_the_vocabulary_has_is_listed() {
    let file = r#"{"vocabulary": {"types": [{"id": "report", "label": "Report"}]}, "resources": [{"id": "a", "title": "A", "type": "Report"}]}"#;
    let (_, findings, spellings) = read_with_spellings(file.as_bytes()).unwrap();
    assert_eq!(findings, []);
    let said: Vec<String> = spellings.iter().map(i18n::finding).collect();
    assert_eq!(said, ["line 1, record 1 “a”, type: “Report” (1 record) is read as “report”: write it so"]);
}

#[test]
fn nearly_equal_values_are_listed_with_a_proposal() {
    let offices = [
        "U.S. Department of Education Office of Educational Technology",
        "U.S. Department of Education, Office of Educational Technology",
    ];
    assert_eq!(
        said("publishers", &[offices[0], offices[1], offices[1]]),
        [format!(
            "line 1, record 1 “r0”, publishers: “{}” (2 records), “{}” (1 record) are nearly equal: if they are one value, write all as “{}”",
            offices[1], offices[0], offices[1]
        )]
    );
}

#[test]
fn a_proposal_has_no_signs_of_html() {
    for (values, proposed) in [
        (&["<i>Grading</i> guides", "<i>Grading</i> guides", "Grading guides"][..], "write all as “Grading guides”"),
        (&["<i>Grading</i> guides", "<i>Grading</i> guides", "<i>Grading</i>-guides"], "write all as “Grading guides”"),
        (&["R&amp;D at work", "R&amp;D at work", "r&amp;d at work"], "write all as “R&D at work”"),
        (&["Grading guides", "Grading-guides"], "write all in the same way"),
    ] {
        let record =
            |(n, value): (usize, &&str)| serde_json::json!({"id": format!("r{n}"), "title": "T", "keywords": [value]});
        let records: Vec<_> = values.iter().enumerate().map(record).collect();
        let file = serde_json::json!({"resources": records}).to_string();
        let asked: Vec<String> = read_with_spellings(file.as_bytes()).unwrap().2.iter().map(i18n::finding).collect();
        assert!(asked.len() == 1 && asked[0].ends_with(proposed), "{values:?}: {asked:?}");
    }
}

#[test]
fn what_is_said_of_nearly_equal_values_does_not_hang_on_the_order_of_the_records() {
    for values in [
        &["assessment", "assesment"][..],
        &["K-12 Education", "K12 education", "k12 education"],
        &["learning pathway", "learning pathways", "learning pathways"],
        &["résumé", "resume", "Resume", "rėsumé"],
    ] {
        // Without the place, which is where the record stands.
        let kind = |values: &[&str]| -> Vec<String> {
            let said = said("keywords", values).into_iter().filter(|one| one.contains("nearly equal"));
            said.map(|one| one.split_once("keywords: ").unwrap().1.to_owned()).collect()
        };
        let forward = kind(values);
        assert_eq!(forward.len(), 1, "{values:?}");
        let mut turned = values.to_vec();
        for _ in values {
            turned.rotate_left(1);
            assert_eq!(kind(&turned), forward, "{turned:?}");
        }
        turned.reverse();
        assert_eq!(kind(&turned), forward, "{turned:?}");
    }
    let said = said("keywords", &["assessment", "assesment"]);
    assert!(said[0].ends_with("are nearly equal: if they are one value, write all in the same way"), "{said:?}");
}

#[test]
fn values_are_nearly_equal_in_signs_accents_and_one_letter_of_ten_alone() {
    for (one, other) in [
        ("K-12 education", "K12 education"),
        ("Barnes & Noble", "Barnes and Noble"),
        ("Aurora Institute", "The Aurora Institute"),
        ("résumé", "resume"),
        ("Straße", "STRASSE"),
        ("competency based", "competency-based"),
        ("assessment", "assesment"),
        ("assessment", "assessmnet"),
        ("Education Commission of the States", "Educaton Comission of the States"),
        ("learning pathway", "learning pathways"),
        ("International Association for K-12 Online Learning", "Internatonal Asociation for K-12 Onlin Learnings"),
    ] {
        assert_eq!(said("keywords", &[one, other]).len(), 1, "{one} {other}");
    }
    for (one, other) in [
        ("grading", "trading"),
        ("C++", "C#"),
        ("Title I schools 2019", "Title I schools 2018"),
        ("grade 9 mathematics", "grade 8 mathematics"),
        ("John A. Sullivan", "John B. Sullivan"),
        ("North Carolina", "South Carolina"),
        ("online learning", "offline learning"),
        ("Education Commission of the States", "Educaton Comision of the Staes"),
    ] {
        assert_eq!(said("keywords", &[one, other]), [""; 0], "{one} {other}");
    }
}

#[test]
fn values_that_are_nearly_equal_by_way_of_another_are_one_group() {
    let said =
        said("keywords", &["project based learning", "project-based learning", "project-based learnings", "seat time"]);
    assert_eq!(said.len(), 1, "{said:?}");
    assert!(said[0].contains("“project-based learnings” (1 record) are nearly equal"), "{said:?}");
}

#[test]
fn a_slip_of_the_pen_is_found_wherever_it_is() {
    arbtest::arbtest(|u| {
        let letters: Vec<char> = "abcdefghij ".chars().collect();
        let n = u.int_in_range(12..=60usize)?;
        let mut value: Vec<char> = (0..n).map(|_| u.choose(&letters).copied()).collect::<Result<_, _>>()?;
        // Blanks are no letters.
        (value[0], value[n - 1]) = ('x', 'y');
        let plain = String::from_iter(&value);
        let n_letters = value.iter().filter(|c| **c != ' ').count();
        let most = (n_letters.saturating_sub(4) / 10).clamp(1, 4);
        if n_letters < 14 {
            return Ok(());
        }
        for _ in 0..u.int_in_range(1..=most)? {
            let at = u.int_in_range(0..=value.len() - 1)?;
            match u.int_in_range(0..=2u8)? {
                0 => value[at] = 'k',
                1 => value.insert(at, 'k'),
                _ if value[at] != ' ' => drop(value.remove(at)),
                _ => {}
            }
        }
        let other = String::from_iter(value);
        // Words of one letter are initials, which tell persons apart.
        let has_initial = |text: &str| text.split(' ').any(|word| word.chars().count() == 1);
        if plain != other && !has_initial(&plain) && !has_initial(&other) {
            let said = said("keywords", &[plain.as_str(), "something else", other.as_str()]);
            assert_eq!(said.len(), 1, "{plain} {other}");
        }
        Ok(())
    });
}

#[test]
fn many_values_with_much_in_common_are_compared_in_one_go() {
    let values: Vec<String> = (0..5_000u32)
        .map(|n| {
            let letters: String = (0..6)
                .map(|at| char::from(b'a' + u8::try_from(n.wrapping_mul(2_654_435_761) >> (4 * at) & 15).unwrap()))
                .collect();
            format!("Department of Education, Office of {letters}")
        })
        .collect();
    let values: Vec<&str> = values.iter().map(String::as_str).collect();
    said("publishers", &values);
}

#[test]
fn each_pair_of_nearly_equal_values_of_the_shipped_catalog_has_an_answer_for_its_keeper() {
    let spellings = read_with_spellings(include_bytes!("../../../public/catalog.json")).unwrap().2;
    let note = include_str!("../../../docs/shipped-catalog.md");
    let rows: Vec<&str> = note.lines().filter(|line| line.contains("| join") || line.contains("| right")).collect();
    for finding in &spellings {
        let FindingKind::Similar(values) = &finding.kind else { continue };
        let is_of = |row: &&&str| values.iter().all(|(value, _)| row.contains(&format!("“{value}”")));
        assert!(
            rows.iter().any(|row| is_of(&row)),
            "docs/shipped-catalog.md has no row for {}",
            i18n::finding(finding)
        );
    }
}
