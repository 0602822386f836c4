//! The address grammar: what is written reads back, what a person writes is read as well as it can be.

use crate::util::{SHIPPED, any_catalog, any_state};
use competency_explorer::embed::{EmbedConfig, Part, Scheme, Setup, snippet};
use competency_explorer::explore::fragment::{read, write};
use competency_explorer::explore::{Engine, Hint, MAX_COMPARED, State, hints, remove_unknown};

/// Reads an address for the shipped catalog; it is written back in canonical form, with hints on what is unknown.
#[track_caller]
fn check(address: &str, canonical: &str, expected: &[Hint]) {
    let state = read(address, &SHIPPED.facets);
    assert_eq!(write(&state), canonical);
    assert_eq!(hints(&SHIPPED, &state), expected);
}

#[test]
fn what_is_written_reads_back() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        let state = any_state(u)?;
        assert_eq!(read(&write(&state), &engine.facets), state, "{}", write(&state));
        Ok(())
    });
}

#[test]
fn any_text_is_an_address() {
    arbtest::arbtest(|u| {
        let state = read(u.arbitrary()?, &SHIPPED.facets);
        assert_eq!(read(&write(&state), &SHIPPED.facets), state);
        Ok(())
    });
}

#[test]
fn defaults_are_left_out_and_keys_stand_in_order() {
    assert_eq!(write(&State::default()), "#/?view=list");
    check("", "#/", &[]);
    check("#", "#/", &[]);
    check("#/?", "#/", &[]);
    check("#/?sort=relevance&view=list&page=1&q=", "#/?view=list", &[]);
    check("#/?view=home&compare=golden-ticket", "#/?view=home&compare=golden-ticket", &[]);
    check(
        "#/?sort=newest&-place=Maine&type=report&year=2016..2019&theme=grading&theme=pacing&view=cloud&q=seat time",
        "#/?q=seat+time&-place=Maine&theme=grading&theme=pacing&type=report&year=2016..2019&sort=newest&view=cloud",
        &[],
    );
}

#[test]
fn a_language_is_asked_for_last_whether_there_is_one_or_not() {
    check("#/?lang=es&q=seat time", "#/?q=seat+time&lang=es", &[]);
    check("#/?utm=x&lang=xx", "#/?lang=xx&utm=x", &[Hint::Unknown { key: "utm".to_owned(), value: "x".to_owned() }]);
    let state = read("#/?lang=es&q=x&sort=title", &SHIPPED.facets);
    for next in [state.with_query("y"), state.only("theme", "grading"), state.opened("x"), state.about("grading")] {
        assert_eq!(next.language.as_deref(), Some("es"));
    }
}

#[test]
fn the_query_part_of_an_address_reads_the_same() {
    check("?q=seat+time&type=report", "#/?q=seat+time&type=report", &[]);
    check("?utm_source=mail&q=seat+time", "#/?q=seat+time", &[]);
}

#[test]
fn values_are_read_as_the_catalog_spells_them() {
    check(
        "#/?place=new+hampshire&theme=Grading and reporting&type=REPORT",
        "#/?place=New+Hampshire&theme=grading&type=report",
        &[],
    );
    check("#/?place=", "#/?place=", &[]);
    check("#/?all=theme&theme=grading&theme=pacing", "#/?theme=grading&theme=pacing&all=theme", &[]);
    check("#/?all=theme&q=x&only=words", "#/?q=x&only=words", &[]);
}

#[test]
fn what_is_gone_is_kept_and_told() {
    let unknown = |key: &str, value: &str| Hint::Unknown { key: key.to_owned(), value: value.to_owned() };
    check(
        "#/?colour=red&sort=up&page=0&q=x&all=type",
        "#/?q=x&colour=red&sort=up&page=0&all=type",
        &[unknown("colour", "red"), unknown("sort", "up"), unknown("page", "0"), unknown("all", "type")],
    );
    check(
        "#/?theme=alchemy&open=gone&compare=gone2&year=soon",
        "#/?theme=alchemy&year=soon&open=gone&compare=gone2",
        &[
            Hint::NoSuchValue { key: "theme".to_owned(), value: "alchemy".to_owned() },
            Hint::NoSuchValue { key: "year".to_owned(), value: "soon".to_owned() },
            Hint::NoSuchResource("gone".to_owned()),
            Hint::NoSuchResource("gone2".to_owned()),
        ],
    );
}

#[test]
fn more_than_can_be_compared_are_kept_and_told() {
    let n = MAX_COMPARED + 1;
    let all = 0..u32::try_from(n).unwrap();
    let ids: Vec<String> = all.map(|idx| format!("compare={}", SHIPPED.resource(idx).id)).collect();
    let address = format!("#/?{}", ids.join("&"));
    check(&address, &address, &[Hint::TooManyCompared(n)]);
    // What is gone takes no place.
    let address = format!("#/?compare=gone&{}", ids[1..].join("&"));
    check(&address, &address, &[Hint::NoSuchResource("gone".to_owned())]);
}

#[test]
fn what_sets_and_tables_ask_for_in_vain_is_told() {
    let value = |value: &str| Hint::NoSuchValue { key: "place".to_owned(), value: value.to_owned() };
    let sets = "#/?view=sets&a=%23%2F%3Fplace%3DAtlantis%26place%3DMaine&b=%23%2F%3F-place%3DAtlantis";
    check(sets, sets, &[value("Atlantis")]);
    let column = Hint::Unknown { key: "show".to_owned(), value: "gone".to_owned() };
    check("#/?view=table&show=gone&show=pages", "#/?view=table&show=gone&show=pages", &[column]);
}

#[test]
fn nothing_is_asked_in_vain_once_that_is_dropped() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        let mut state = any_state(u)?;
        remove_unknown(&engine, &mut state);
        assert_eq!(hints(&engine, &state), [], "{}", write(&state));
        let dropped = state.clone();
        remove_unknown(&engine, &mut state);
        assert_eq!(state, dropped);
        Ok(())
    });
}

/// What an organization chose in the wizard is what its page begins with.
#[test]
fn an_embed_begins_as_its_snippet_says() {
    arbtest::arbtest(|u| {
        let engine = Engine::new(any_catalog(u)?);
        // The language of an embed is a word of its setup, and so are keys that are not known.
        let state = State { language: None, unknown: Vec::new(), ..any_state(u)? };
        let mut hidden = Part::ALL.to_vec();
        while u.arbitrary()? && hidden.pop().is_some() {}
        let config = EmbedConfig {
            explorer: "https://example.org/explorer/index.html".to_owned(),
            state: state.clone(),
            hidden: hidden.clone(),
            is_compact: u.arbitrary()?,
            scheme: *u.choose(&Scheme::ALL)?,
            ..EmbedConfig::default()
        };
        let address = snippet(&config).address;
        let setup = Setup::read(&address[address.find('?').unwrap_or_default()..]);
        assert!(setup.is_embedded, "{address}");
        assert_eq!(
            (&setup.hidden, setup.is_compact, setup.scheme),
            (&hidden, config.is_compact, config.scheme),
            "{address}"
        );
        assert_eq!(setup.preset(&engine), state, "{address}");
        Ok(())
    });
}
