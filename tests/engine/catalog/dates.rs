//! Dates of publication as spreadsheets, programs and librarians write them.

use super::field_values::one;
use competency_explorer::catalog::{Published, Resource, Span, Unpublished, read, write_resource};

/// Checks a date: as it is read, with or without a finding, or what is said where it is left out.
#[track_caller]
fn date(value: &str, read: Result<&str, &str>, is_said: bool) {
    let (resource, findings) = one(&format!("\"published\": {value}"));
    let text = value.trim_matches('"');
    let (date, said) = match read {
        Ok(date) => (Some(date), is_said.then(|| format!("“{text}” was read as {date}"))),
        Err(reason) => (None, Some(format!("“{text}” {reason}"))),
    };
    assert_eq!(resource.date().map(|date| date.to_string()).as_deref(), date, "{value}");
    // What is no date is kept, and written as it was.
    assert_eq!(resource.published.unwrap().text(), date.unwrap_or(text), "{value}");
    assert_eq!(findings.len(), usize::from(said.is_some()), "{value}: {findings:?}");
    let said = said.map(|said| format!("published: {said}"));
    assert!(findings.iter().zip(&said).all(|(finding, said)| finding.starts_with(said)), "{findings:?} {said:?}");
}

#[test]
fn a_date_that_can_mean_one_day_is_read() {
    for (value, expected) in [
        ("2019", "2019"),
        ("2019.0", "2019"),
        ("\"2019\"", "2019"),
        ("\"2019-10\"", "2019-10"),
        ("\"2019-10-28\"", "2019-10-28"),
    ] {
        date(value, Ok(expected), false);
    }
    for (text, expected) in [
        ("2019-10-28T00:00:00Z", "2019-10-28"),
        ("2019-10-28T00:00:00.000+02:00", "2019-10-28"),
        ("2019-10-28 00:00:00", "2019-10-28"),
        ("2019-10-28Z", "2019-10-28"),
        ("2019/10/28", "2019-10-28"),
        ("2019.10.28", "2019-10-28"),
        ("2019/1/5", "2019-01-05"),
        ("2019-1", "2019-01"),
        ("20191028", "2019-10-28"),
        ("20191028T000000Z", "2019-10-28"),
        ("October 2019", "2019-10"),
        ("OCT 2019", "2019-10"),
        ("Sept. 2019", "2019-09"),
        ("2019 October", "2019-10"),
        ("28 October 2019", "2019-10-28"),
        ("28th of October, 2019", "2019-10-28"),
        ("October 28, 2019", "2019-10-28"),
        ("Oct. 28, 2019", "2019-10-28"),
        ("Oct 28th 2019", "2019-10-28"),
        ("28-Oct-2019", "2019-10-28"),
        ("Monday, October 28, 2019", "2019-10-28"),
        ("Mon, 28 Oct 2019 00:00:00 GMT", "2019-10-28"),
        ("13/11/2019", "2019-11-13"),
        ("10/31/2019", "2019-10-31"),
        ("28.10.2019", "2019-10-28"),
        ("05/05/2019", "2019-05-05"),
        ("10/2019", "2019-10"),
        ("2019-00-00", "2019"),
        ("2019-10-00", "2019-10"),
        ("2019年10月28日", "2019-10-28"),
        ("Published 2019", "2019"),
        ("2019.10", "2019"),
        ("15 mars 2019", "2019-03-15"),
        ("1er août 2019", "2019-08-01"),
        ("juil. 2019", "2019-07"),
        ("15. März 2019", "2019-03-15"),
        ("Dezember 2019", "2019-12"),
        ("15 de marzo de 2019", "2019-03-15"),
        ("1º de março de 2019", "2019-03-01"),
        ("15 ottobre 2019", "2019-10-15"),
        ("2019.0", "2019"),
        ("２０１９", "2019"),
    ] {
        date(&format!("\"{text}\""), Ok(expected), true);
    }
    date("20191028", Ok("2019-10-28"), true);
    date("20191028.0", Ok("2019-10-28"), true);
}

#[test]
fn what_is_sure_of_a_date_is_read_and_the_rest_is_said() {
    let none = "is no day of the calendar";
    for (text, reason, read) in [
        ("2019-02-30", none, "2019-02"),
        ("2019-02-29", none, "2019-02"),
        ("20190230", none, "2019-02"),
        ("31/02/2019", none, "2019-02"),
        ("02/31/2019", none, "2019-02"),
        ("February 30, 2019", none, "2019-02"),
        ("30 février 2019", none, "2019-02"),
        ("31/31/2019", none, "2019"),
        ("2019-13-01", none, "2019"),
        ("2019-13", none, "2019"),
    ] {
        let (resource, findings) = one(&format!("\"published\": \"{text}\""));
        assert_eq!(resource.date().unwrap().to_string(), read, "{text}");
        assert_eq!(resource.published.unwrap().text(), text, "what is wrong is kept");
        let said = format!("published: “{text}” {reason}: read as {read}; write YYYY, YYYY-MM or YYYY-MM-DD");
        assert_eq!(findings, [said]);
    }
}

#[test]
fn a_date_of_which_nothing_is_sure_is_kept_as_text_and_said() {
    let day_or_month = "can mean two days: day and month can’t be told apart";
    let century = "has no year of four digits";
    let years = "is no range of years";
    let future = "has a year in which nothing can have been published";
    let form = "is not a date";
    let none = "is no day of the calendar";
    for (text, reason) in [
        ("10/11/2019", day_or_month),
        ("10.11.2019", day_or_month),
        ("01-02-2019", day_or_month),
        ("10/28/19", century),
        ("28 Oct 19", century),
        ("Oct 19", century),
        ("0019", none),
        ("2020-2019", years),
        ("3019", future),
        ("2101-05", future),
        ("ca. 3019", future),
        ("3018-3019", future),
        ("soon", form),
        ("43766", form),
        ("2019.55", form),
        ("jui 2019", form),
        ("1572220800000", form),
        ("October", form),
        ("October 28", century),
        ("2019-10-28 at noon", form),
    ] {
        date(&format!("\"{text}\""), Err(reason), true);
    }
    date("2019.5", Err(form), true);
    date("43766", Err(form), true);
    date("3019", Err(future), true);
}

#[test]
fn no_text_breaks_the_reading_of_dates() {
    arbtest::arbtest(|u| {
        const PARTS: [&str; 20] = [
            "2019", "10", "1", "00", "28", "-", "/", ".", " ", "T", ":", "Oct", "may", "Z", "é", "年", "月",
            "20191028", "+", "q",
        ];
        let mut text = String::new();
        for _ in 0..u.int_in_range(0..=7)? {
            text.push_str(u.choose(&PARTS)?);
        }
        let file = serde_json::json!({"resources": [{"id": "a", "title": "A", "published": text}]}).to_string();
        let (catalog, findings) = read(file.as_bytes()).unwrap();
        let date = catalog.resources[0].date();
        // What is read is a date of the text's own digits, and reads again as itself.
        if let Some(date) = date {
            let again = serde_json::json!({"resources": [{"id": "a", "title": "A", "published": date}]}).to_string();
            assert_eq!(read(again.as_bytes()).unwrap().0.resources[0].date(), Some(date));
            let year = date.year().to_string();
            // A decade is written with a dash in the place of its last digit, and read as its first year.
            let is_decade = year.strip_suffix('0').is_some_and(|digits| text.contains(&format!("{digits}-")));
            assert!(text.contains(&year) || is_decade, "{text} {date}");
        } else {
            assert!(!findings.is_empty() || text.trim().is_empty(), "{text}");
        }
        Ok(())
    });
}

/// What is stated of a date, in words: the date, the end of a range, the season, what is uncertain and how far the work is.
fn stated(text: &str) -> String {
    let statement = Published::read(text).map(|published| published.statement()).unwrap_or_default();
    let mut words: Vec<String> = statement.date.iter().map(ToString::to_string).collect();
    words.extend(statement.end.map(|end| format!("to {end}")));
    words.extend(statement.seasons(str::to_owned));
    let signs = [
        (statement.is_approximate, "about"),
        (statement.is_doubtful, "doubtful"),
        (statement.is_supplied, "supplied"),
        (statement.is_vague, "vague"),
    ];
    words.extend(signs.into_iter().filter(|(is, _)| *is).map(|(_, word)| word.to_owned()));
    words.extend((statement.span == Span::Open).then(|| "on".to_owned()));
    words.extend(statement.status.map(|status| status.words().to_owned()));
    words.join(" ")
}

/// Dates as they are written, and what they state.
const STATED: [(&str, &str); 123] = [
    ("ca. 2019", "2019 about"),
    ("ca 2019", "2019 about"),
    ("c. 2019", "2019 about"),
    ("c2019", "2019 vague"),
    ("[c2019]", "2019 supplied vague"),
    ("cop. 2019", "2019 vague"),
    ("p2019", "2019 vague"),
    ("2019, cop. 2018", "2019 vague"),
    ("c 1890", "1890 about"),
    ("199?", "1990 to 1999 doubtful"),
    ("[199?]", "1990 to 1999 doubtful supplied"),
    ("19--", "1900 to 1999"),
    ("[19--?]", "1900 to 1999 doubtful supplied"),
    ("19??", "1900 to 1999 doubtful"),
    ("18uu", "1800 to 1899"),
    ("circa 2019", "2019 about"),
    ("Circa 2019", "2019 about"),
    ("about 2019", "2019 about"),
    ("approx. 2019", "2019 about"),
    ("~2019", "2019 about"),
    ("2019~", "2019 about"),
    ("2019%", "2019 about doubtful"),
    ("um 2019", "2019 about"),
    ("vers 2019", "2019 about"),
    ("hacia 2019", "2019 about"),
    ("2019?", "2019 doubtful"),
    ("2019 ?", "2019 doubtful"),
    ("[2019]", "2019 supplied"),
    ("[2019?]", "2019 doubtful supplied"),
    ("[2019]?", "2019 doubtful supplied"),
    ("[ca. October 2019]", "2019-10 about supplied"),
    ("ca. 2019-10-28", "2019-10-28 about"),
    ("Spring 2019", "2019 Spring"),
    ("2019 Spring", "2019 Spring"),
    ("Autumn 2019", "2019 Fall"),
    ("printemps 2019", "2019 Spring"),
    ("Frühjahr 2019", "2019 Spring"),
    ("Herbst 2019", "2019 Fall"),
    ("verano 2019", "2019 Summer"),
    ("ca. Spring 2019", "2019 Spring about"),
    ("Winter 2019/20", "2019 to 2020 Winter"),
    ("Winter 2019-2020", "2019 to 2020 Winter"),
    ("Spring/Summer 2019", "2019 Spring/Summer"),
    ("2020 (Fall)", "2020 Fall"),
    ("Spring Term 2020", "2020 Spring"),
    ("Winter/Spring 2019-2020", "2019 to 2020 Winter/Spring"),
    ("late 1990s", "1990 to 1999 about"),
    ("advance online publication", "in press"),
    ("1990s", "1990 to 1999"),
    ("199-", "1990 to 1999"),
    ("[199-?]", "1990 to 1999 doubtful supplied"),
    ("1800s", "1800 to 1899"),
    ("2000s", "2000 to 2009"),
    ("mid-1990s", "1990 to 1999 about"),
    ("18th century", "1700 to 1799"),
    ("19th Cent.", "1800 to 1899"),
    ("ca. 19th century", "1800 to 1899 about"),
    ("early 20th century", "1900 to 1999 about"),
    ("19. Jahrhundert", "1800 to 1899"),
    ("between 1990 and 1995", "1990 to 1995 about"),
    ("Between 1990 and 1995", "1990 to 1995 about"),
    ("[between 1990 and 1995?]", "1990 to 1995 about doubtful supplied"),
    ("from 2015 to 2018", "2015 to 2018"),
    ("1995, c1994", "1995 vague"),
    ("1995, ©1994", "1995 vague"),
    ("1995 (c1994)", "1995 vague"),
    ("ca. 1995, copyright 1994", "1995 about vague"),
    ("©1994", "1994 vague"),
    ("© 1994", "1994 vague"),
    ("(c) 1994", "1994 vague"),
    ("Copyright 1994", "1994 vague"),
    ("2018 – present", "2018 on"),
    ("2018–Present", "2018 on"),
    ("2018 to present", "2018 on"),
    ("2018-", "2018 on"),
    ("2018–", "2018 on"),
    ("(2018-)", "2018 on"),
    ("2018 (ongoing)", "2018 on"),
    ("since 2018", "2018 on"),
    ("ca. 2018–", "2018 about on"),
    ("May 2018–present", "2018-05 on"),
    ("2018-05 to present", "2018-05 on"),
    ("2018-05-04 – today", "2018-05-04 on"),
    ("April 28 – May 2, 2020", "2020-04-28 to 2020-05-02"),
    ("28 April - 2 May 2020", "2020-04-28 to 2020-05-02"),
    ("Q3 2019", "2019 vague"),
    ("3rd quarter 2019", ""),
    ("FY2019", "2019 vague"),
    ("Fiscal Year 2019", "2019 vague"),
    ("FY2020-21", "2020 to 2021 vague"),
    ("2015-2018", "2015 to 2018"),
    ("2015–2018", "2015 to 2018"),
    ("2015 - 2018", "2015 to 2018"),
    ("2015 to 2018", "2015 to 2018"),
    ("2015/2018", "2015 to 2018"),
    ("2018–19", "2018 to 2019"),
    ("2010/11", "2010 to 2011"),
    ("1999-00", "1999 to 2000"),
    ("2019-20", "2019 to 2020"),
    ("[2015-2018?]", "2015 to 2018 doubtful supplied"),
    ("May/June 2019", "2019-05 to 2019-06"),
    ("October 28-30, 2019", "2019-10-28 to 2019-10-30"),
    ("28–30 October 2019", "2019-10-28 to 2019-10-30"),
    ("October 2019 – March 2020", "2019-10 to 2020-03"),
    ("2019-10/2020-03", "2019-10 to 2020-03"),
    ("2019-10-28/2019-11-02", "2019-10-28 to 2019-11-02"),
    ("Fall 2018–Spring 2019", "2018 to 2019 vague"),
    ("in press", "in press"),
    ("In Press", "in press"),
    ("(in press)", "in press"),
    ("2027, in press", "2027 in press"),
    ("im Druck", "in press"),
    ("forthcoming", "forthcoming"),
    ("Forthcoming 2027", "2027 forthcoming"),
    ("forthcoming (Spring 2027)", "2027 Spring forthcoming"),
    ("à paraître", "forthcoming"),
    ("n.d.", ""),
    ("N. d.", ""),
    ("[n.d.]", ""),
    ("no date", ""),
    ("undated", ""),
    ("o. J.", ""),
    ("s.d.", ""),
];

#[test]
fn what_is_uncertain_of_a_date_is_kept_with_the_text_and_the_year_is_what_is_sorted_by() {
    for (text, expected) in STATED {
        assert_eq!(stated(text), expected, "{text}");
        let (resource, findings) = one(&format!("\"published\": \"{text}\""));
        if text != "3rd quarter 2019" {
            assert_eq!(findings, [""; 0], "{text} says what it means");
        }
        assert_eq!(resource.published.as_ref().unwrap().text(), text, "kept as it is written");
        assert_eq!(
            resource.date().map(|date| date.to_string()).unwrap_or_default(),
            expected
                .split(' ')
                .next()
                .filter(|word| word.starts_with('2') || word.starts_with('1'))
                .unwrap_or_default()
        );
        assert_eq!(read_again(&resource), resource, "{text}");
    }
    assert_eq!(Published::read("in press").unwrap().statement().status, Some(Unpublished::InPress));
    assert_eq!((Published::read(" "), Published::read("2019-10-28").unwrap().stated()), (None, None));
    // Of one of two days the year is sure: no date to sort by, but one to cite.
    assert_eq!(stated("10/11/2019"), "2019 vague");
}

/// The resource that is read from what is written of one.
fn read_again(resource: &Resource) -> Resource {
    let file = format!("{{\"resources\": [{}]}}", write_resource(resource));
    read(file.as_bytes()).unwrap().0.resources.remove(0)
}

#[test]
fn any_date_of_publication_is_read_back_as_it_was_written() {
    arbtest::arbtest(|u| {
        const PARTS: [&str; 32] = [
            "2019", "10", "1", "00", "28", "-", "/", ".", " ", "T", ":", "Oct", "may", "Z", "é", "?", "[", "]", "ca. ",
            "c", "Spring", "–", "in press", "~", "FY", "3019", "between ", " and ", "present", ", c", "19th",
            " century",
        ];
        let mut text = String::new();
        for _ in 0..u.int_in_range(1..=7)? {
            text.push_str(u.choose(&PARTS)?);
        }
        let published = Published::read(&text);
        let resource = Resource { id: "a".to_owned(), title: "A".to_owned(), published, ..Resource::default() };
        assert_eq!(read_again(&resource), resource, "{text}");
        Ok(())
    });
}

#[test]
fn a_comma_or_a_bracket_behind_a_date_does_not_say_that_it_goes_on() {
    for (text, date) in [("2018,", "2018"), ("2018 (", "2018"), ("2018 ,", "2018"), ("May 2018,", "2018-05")] {
        let statement = Published::read(text).unwrap().statement();
        assert_eq!((statement.date, statement.span), (date.parse().ok(), Span::Stated), "{text}");
    }
}
