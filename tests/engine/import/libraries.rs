//! Reference lists and JSON of others: what is read of them, one kind of mess a case.

use competency_explorer::import::{Item, Options, Role, Source, sources};

/// The items of a text, one a line: `title=A; authors=[B | C]`, by the roles that the format states, or else by the names of fields.
/// What is private or left out is not shown.
pub(super) fn shown(source: &Source<'_>) -> Vec<String> {
    let line = |item: &Item<'_>| {
        let mut values: Vec<(&str, Vec<&str>)> = Vec::new();
        for cell in &item.cells {
            let field = &source.fields[cell.field];
            let name = match field.role {
                Some(Role::Private | Role::LeftOut) => continue,
                Some(Role::Own) | None => field.name.as_str(),
                Some(role) => role.word(),
            };
            match values.iter_mut().find(|(known, _)| *known == name) {
                Some((_, values)) => values.push(&cell.text),
                None => values.push((name, vec![&cell.text])),
            }
        }
        let text = |(name, values): (&str, Vec<&str>)| match values[..] {
            [one] => format!("{name}={one}"),
            _ => format!("{name}=[{}]", values.join(" | ")),
        };
        values.into_iter().map(text).collect::<Vec<String>>().join("; ")
    };
    source.items.iter().map(line).collect()
}

pub(super) fn read(text: &str) -> Source<'_> {
    sources(text.as_bytes(), &Options::default()).unwrap().1.remove(0)
}

/// Asserts what is read of a text: its items, and the codes of the notes with their lines.
#[track_caller]
fn check(text: &str, items: &[&str], notes: &[&str]) {
    let source = read(text);
    assert_eq!(shown(&source), items, "{text}");
    let found: Vec<String> = source.notes.iter().map(|note| format!("{}:{}", note.place.line, note.code)).collect();
    assert_eq!(found, notes, "{text}");
    assert_eq!(source.n_read, items.len() + notes.iter().filter(|note| note.contains("broken")).count(), "{text}");
}

#[test]
fn bibtex_has_markup_macros_and_names_of_every_form() {
    check(
        "@string{hush = \"Journal of \" # {Hush}}\n@article{k, title = {The {\\'E}tude of {Stra{\\ss}e} \\& {\\\"U}ber}, journal = hush, month = 10 # \"~\" # oct, year = 1999, author = \"M{\\\"u}ller, J{\\\"o}rg and {\\L}ukasz {\\'S}wi{\\k{a}}tek\"}",
        &[
            "id=k; type=article; title=The Étude of Straße & Über; container=Journal of Hush; authors=[Müller, Jörg | Łukasz Świątek]; date=1999-10-10",
        ],
        &[],
    );
    check(
        "@online{a, title={Site}, author={{Moss End Town Council}}, url={https://example.org/~a/x}, date={2020-05-03}}\n@phdthesis{b, title={Dim}, school={Moss End University}, year=2001}\n@techreport{c, title={Brief}, type={Issue brief}, institution={Hush House; Lamp}}",
        &[
            "id=a; type=website; title=Site; authors={Moss End Town Council}; link=https://example.org/~a/x; date=2020-05-03",
            "id=b; type=thesis; type of work=PhD thesis; title=Dim; publishers=Moss End University; date=2001",
            "id=c; type=issue brief; title=Brief; publishers=[Hush House | Lamp]",
        ],
        &[],
    );
    check("@misc{a, title={A}, publisher = unknown}", &["id=a; title=A; publishers=unknown"], &["1:unknown-macro"]);
}

#[test]
fn an_entry_of_bibtex_that_is_broken_costs_itself_alone() {
    check(
        "@book{a, title={A}}\n\n@book{b,\n  title = {Salt and {Tin},\n  author = {Tavi}\n}\n@book{c, title={C}",
        &["id=a; type=book; title=A", "id=c; type=book; title=C"],
        &["7:mended-entry", "3:broken-entry"],
    );
    check("@book{a, title={A}, crossref={gone}}", &["id=a; type=book; title=A"], &["1:missing-crossref"]);
}

#[test]
fn paths_and_remarks_of_bibtex_are_private() {
    let source = read(
        "@book{a, title={A}, file={:/home/oda/a.pdf:PDF}, annote={mine}, owner={oda}, bdsk-url-1={x}, comment={c}}",
    );
    assert_eq!(shown(&source), ["id=a; type=book; title=A"]);
    let private = source.fields.iter().filter(|field| field.role == Some(Role::Private)).map(|field| &*field.name);
    assert_eq!(private.collect::<Vec<_>>(), ["file", "annote", "comment"]);
}

#[test]
fn ris_of_endnote_zotero_scopus_and_ebsco_is_read() {
    // EndNote: tabs of its own, the suffix second, pages in SP alone, a DOI with a blank behind it.
    check(
        "TY  - BOOK\r\nA1  - Lark, Jr., Tam\r\nT1  - Night\r\nSP  - 312\r\nY1  - 2014/05//\r\nKW  - maps; night\r\nL1  - internal-pdf://1/a.pdf\r\nL2  - https://example.org/full\r\nER  - \r\n",
        &[
            "type=book; authors=Lark, Tam, Jr.; title=Night; keywords=[maps | night]; link=https://example.org/full; date=2014-05; pages=312",
        ],
        &[],
    );
    // Scopus: M3 says what TY says; the DOI is bare; C2, N1 and LB are of the data base.
    check(
        "TY  - JOUR\nTI  - Quiet Rooms\nT2  - Journal of Hush\nJ2  - J. Hush\nVL  - 7\nIS  - 3\nSP  - 12\nEP  - 19\nPY  - 2021\nDO  - 10.5555/hush.7\nUR  - https://scopus.example/a?b=1&c=2\nAU  - Prandt, I.\nM3  - Article\nDB  - Scopus\nN1  - Export Date: 1 May 2024\nER  - ",
        &[
            "type=article; title=Quiet Rooms; container=Journal of Hush; volume=7; issue=3; doi=10.5555/hush.7; link=https://scopus.example/a?b=1&c=2; authors=Prandt, I.; database=Scopus; date=2021; page range=12–19",
        ],
        &[],
    );
    // Zotero: the type of a chapter has its editors in A2, the date in DA and PY.
    check(
        "TY  - CHAP\nTI  - On Salt\nAU  - Morrow, Tavi\nA2  - Prandt, Ilse\nT2  - A Reader\nPY  - 2015\nDA  - 2015/03/02/\nSP  - 1\nEP  - 9\nER  - ",
        &[
            "type=chapter; title=On Salt; authors=Morrow, Tavi; editors=Prandt, Ilse; container=A Reader; date=2015-03-02; page range=1–9",
        ],
        &[],
    );
}

#[test]
fn pubmed_and_endnote_tags_are_read() {
    check(
        "\nPMID- 7\nFAU - Brennick, Oda K\nAU  - Brennick OK\nAU  - Lark T\nCN  - Moss End Group\nTI  - Dusk\n      and dawn.\nDP  - 2020 Spring\nPT  - Journal Article\nLID - S1 [pii]\nAID - 10.5555/a [doi]\nAD  - Town\nVI  - 3\n",
        &[
            "type=article; PMID=7; authors=[Brennick, Oda K | Lark T | Moss End Group]; title=Dusk and dawn.; date=2020 Spring; volume=3; doi=10.5555/a",
        ],
        &[],
    );
    check(
        "%0 Book Section\n%A Morrow, Tavi\n%E Prandt, Ilse\n%D 2014\n%8 May 3\n%T On Salt\n%B A Reader\n%P 1-9\n%K salt\ntin\n%X Two\nlines.\n%Z mine\n%U https://example.org/a\n\n%0 Thesis\n%T Dim\n",
        &[
            "type=chapter; authors=Morrow, Tavi; editors=Prandt, Ilse; title=On Salt; container=A Reader; page range=1-9; keywords=[salt | tin]; summary=Two\nlines.; link=https://example.org/a; date=2014-05-03",
            "type=thesis; title=Dim",
        ],
        &[],
    );
}

#[test]
fn csl_has_dates_and_names_of_every_form() {
    check(
        r#"{"items": [{"id":"a","type":"article-journal","title":["Quiet"],"author":[{"family":"Alembert","given":"Jean","non-dropping-particle":"d’"},{"literal":"Hush, Inc."}],"issued":{"date-parts":[[2020,21]]},"container-title":["Journal of Hush"],"page":"1-9","keyword":"a; b, c"},
            {"type":"post-weblog","title":"B","issued":{"date-parts":[["2019","5","3"]]},"URL":"https://example.org","note":"mine"},
            {"type":"book","title":"C <i>minor</i> &amp; H<sub>2</sub>O","abstract":"<jats:title>Abstract</jats:title><jats:p>Lamps<jats:sup>1–4</jats:sup> glow.</jats:p>","issued":{"date-parts":[[1999,2],[1999,4]],"circa":1},"language":"de"}]}"#,
        &[
            "type=article; id=a; title=Quiet; authors=[d’Alembert, Jean | {Hush, Inc.}]; date=Spring 2020; container=Journal of Hush; page range=1-9; keywords=[a | b, c]",
            "type=blog post; title=B; date=2019-05-03; link=https://example.org",
            "type=book; title=C minor & H2O; summary=Lamps1–4 glow.; date=c. February 1999 – April 1999; language=de",
        ],
        &[],
    );
}

#[test]
fn json_is_read_in_every_shape() {
    let two = &["title=A; year=2014", "title=B; year=2021"];
    for text in [
        r#"[{"title":"A","year":2014},{"title":"B","year":2021.0}]"#,
        r#"{"count":2,"result":{"facets":[{"n":1}],"results":[{"title":"A","year":2014},{"title":"B","year":"2021"}]}}"#,
        "[\n{\"title\":\"A\",\"year\":2014},\n{\"title\":\"B\",\"year\":2021}\n]",
        "{\n\"title\":\"A\",\n\"year\":2014\n}\n{\n\"title\":\"B\",\n\"year\":2021\n}",
        "{\"items\": [\n{\"title\":\"A\",\"year\":2014},\n{\"title\":\"B\",\"year\":2021}\n]}",
        r#"{"title":["A","B"],"year":[2014,2021]}"#,
        r#"{"title":{"0":"A","1":"B"},"year":{"0":2014.0,"1":2021.0}}"#,
        r#"{"columns":["title","year"],"index":[0,1],"data":[["A",2014],["B",2021]]}"#,
        r#"[["title","year"],["A",2014],["B",2021]]"#,
        r#"{"schema":{"fields":[{"name":"title"},{"name":"year"},{"name":"x"}]},"data":[{"title":"A","year":2014},{"title":"B","year":2021}]}"#,
        r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":{"title":"A","year":2014}},{"type":"Feature","properties":{"title":"B","year":2021}}]}"#,
        r#"[{"title":"A","year":2014,"x":NaN,},{"title":"B","year":2021}]"#,
    ] {
        let source = read(text);
        assert_eq!(shown(&source), two, "{text}");
        assert_eq!(source.n_read, 2, "{text}");
    }
    check("[\n{\"title\":\"A\"}\n]", &["title=A"], &[]);
    check("{\"items\": [\n{\"title\":\"A\"}\n]}", &["title=A"], &[]);
    check(r#"{"a1":{"year":2014},"b2":{"year":2021}}"#, &["title=a1; year=2014", "title=b2; year=2021"], &[]);
    check(
        r#"{"title":"A","files":[{"format":"CSV","size":1},{"format":"PDF","size":2}]}"#,
        &["title=A; files=[format: CSV, size: 1 | format: PDF, size: 2]"],
        &[],
    );
    check(
        r#"[{"name":"A","place":{"city":"Moss","geo":{"lat":1.5}},"by":{"first":"Oda","last":"Brennick","email":"o@e.x"}}]"#,
        &["name=A; place.city=Moss; place.geo.lat=1.5; by=Oda Brennick"],
        &[],
    );
}

#[test]
fn a_line_or_an_object_of_json_that_is_broken_costs_itself_alone() {
    check(
        "{\"a\":\"x\"}\n{\"a\":\"y\"\n\nnot json\n{\"a\":\"z\"}\n",
        &["a=x", "a=z"],
        &["2:broken-json", "4:broken-json"],
    );
    check("{\"a\":\"x\"\n{\"a\":\"y\"}\n", &["a=y"], &["1:broken-json"]);
    check("[\n {\"a\":1},\n {\"a\":\"2},\n {\"a\":3}\n]", &["a=1", "a=3"], &["3:broken-json"]);
    check("[\n {\"a\":1},\n {\"a\":2},\n {\"a\"", &["a=1", "a=2"], &["4:broken-json", "4:mended-json"]);
}

#[test]
fn a_source_of_any_depth_or_width_is_bounded() {
    let deep = format!("[{}]", "{\"a\":[".repeat(5_000));
    assert!(read(&deep).items.len() < 2);
    let keys: Vec<String> = (0..10_000).map(|n| format!("\"k{n}\":{n}")).collect();
    let wide = format!("[{{{}}}]", keys.join(","));
    let wide = read(&wide);
    assert_eq!(wide.items[0].cells.len(), 10_000);
    assert!(wide.fields.len() < 3_000);
    let braces = format!("@book{{a, title={}x}}", "{".repeat(100_000));
    let braces = read(&braces);
    assert_eq!(braces.items.len() + braces.notes.len(), 1);
}

#[test]
fn an_address_of_mail_in_a_remark_is_said_and_not_published() {
    let text = "TY  - JOUR\nTI  - A\nN1  - Email: oda@example.com\nER  - \n@";
    check(text, &["type=article; title=A"], &["1:mail"]);
    check("@misc{a, title={A}, note={ask oda@example.com}}", &["id=a; title=A"], &["1:mail"]);
}

#[test]
fn the_work_of_a_long_list_is_linear() {
    let steps = |n: usize| {
        let names: Vec<String> = (0..n).map(|n| format!("B{n}, C")).collect();
        let words: Vec<String> = (0..n).map(|n| format!("w{n}")).collect();
        let text =
            format!("@book{{a, title={{A}}, author={{{}}}, keywords={{{}}}}}", names.join(" and "), words.join(", "));
        let import = competency_explorer::import::read("a", text.as_bytes(), &Options::default()).unwrap();
        let resource = &import.catalog.resources[0];
        assert_eq!((resource.authors.len(), resource.keywords.len()), (n, n));
    };
    // Ten thousand of each take hours where each is compared with all before it.
    steps(10_000);
}
