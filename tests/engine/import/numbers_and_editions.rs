//! Numbers, editions, types and meetings of reference lists: at the end of the title where exports read them, or else in fields of their own.

use super::libraries::{read, shown};

/// Asserts the items that are read of texts, one each.
#[track_caller]
fn check_each(cases: &[(&str, &str)]) {
    for (text, item) in cases {
        assert_eq!(shown(&read(text)), [*item], "{text}");
    }
}

#[test]
fn what_is_numbered_without_a_number_is_no_end_of_a_title() {
    check_each(&[
        (
            "@techreport{a, title={Alpha}, type={Phase 2 evaluation}}",
            "id=a; type=report; type of work=Phase 2 evaluation; title=Alpha",
        ),
        (
            r#"[{"id": "a", "type": "report", "title": "Alpha", "genre": "Phase 2 evaluation", "issued": {"date-parts": [[2020]]}}]"#,
            "type=report; type of work=Phase 2 evaluation; id=a; title=Alpha; date=2020",
        ),
        (
            "TY  - RPRT\nTI  - Alpha\nM3  - Phase 2 evaluation\nER  - ",
            "type=report; type of work=Phase 2 evaluation; title=Alpha",
        ),
    ]);
}

#[test]
fn what_is_no_edition_stands_in_a_field_of_its_own() {
    check_each(&[
        (
            "TY  - JOUR\nTI  - Alpha study\nET  - 2018/12/01\nER  - ",
            "type=article; title=Alpha study; edition=2018/12/01",
        ),
        ("TY  - JOUR\nTI  - Alpha study\nET  - 2\nER  - ", "type=article; title=Alpha study; edition=2"),
        ("TY  - COMP\nTI  - Alpha\nET  - 2\nER  - ", "type=software; title=Alpha; edition=2"),
        ("TY  - BOOK\nTI  - Alpha\nET  - 2\nER  - ", "type=book; title=Alpha (2nd ed.)"),
        ("@book{a, title={Alpha}, edition={2nd edn}}", "id=a; type=book; title=Alpha (2nd ed.)"),
        ("@book{a, title={Alpha}, edition={2. Auflage}}", "id=a; type=book; title=Alpha; edition=2. Auflage"),
        ("@book{a, title={Alpha}, edition={2019}}", "id=a; type=book; title=Alpha; edition=2019"),
        ("@software{a, title={Alpha}, edition={2.1.0}}", "id=a; type=software; title=Alpha; edition=2.1.0"),
    ]);
}

#[test]
fn the_words_of_a_type_that_are_not_in_the_title_stand_in_a_field_of_their_own() {
    check_each(&[
        (
            "@techreport{a, title={Alpha}, type={Statistical Analysis Report}, number={NCES 2020-144}}",
            "id=a; type=report; type of work=Statistical Analysis Report; title=Alpha (NCES 2020-144)",
        ),
        (
            "@techreport{a, title={Alpha}, type={Research Report}, number={RR-3}}",
            "id=a; type=report; title=Alpha (Research Report No. RR-3)",
        ),
        (
            "TY  - RPRT\nTI  - Alpha\nM3  - Statistical Analysis Report\nSN  - NCES 2020-144\nER  - ",
            "type=report; type of work=Statistical Analysis Report; title=Alpha (NCES 2020-144)",
        ),
        (
            r#"[{"type": "report", "title": "Alpha", "genre": "Statistical Analysis Report", "number": "NCES 2020-144", "issued": {"date-parts": [[2020]]}}]"#,
            "type=report; type of work=Statistical Analysis Report; title=Alpha (NCES 2020-144); date=2020",
        ),
    ]);
}

#[test]
fn a_second_number_is_kept_beside_the_one_in_the_title() {
    check_each(&[
        (
            "TY  - RPRT\nTI  - Alpha\nSN  - Report No. RR-3\nSN  - 1234-5678\nER  - ",
            "type=report; title=Alpha (Report No. RR-3); ISSN/ISBN=1234-5678",
        ),
        (
            "TY  - RPRT\nTI  - Alpha\nSN  - 1234-5678\nSN  - Report No. RR-3\nER  - ",
            "type=report; title=Alpha (Report No. RR-3); ISSN/ISBN=1234-5678",
        ),
        (
            r#"[{"type": "report", "title": "Alpha", "number": "Report No. RR-3", "collection-number": "12", "issued": {"date-parts": [[2020]]}}]"#,
            "type=report; title=Alpha (Report No. RR-3); issue=12; date=2020",
        ),
    ]);
}
