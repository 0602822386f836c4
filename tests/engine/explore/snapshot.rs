//! A saved index: an engine that takes it answers as one that was built, and what is damaged or of another catalog is left.

use crate::util::{any_catalog, any_state};
use arbtest::arbitrary::{Result, Unstructured};
use competency_explorer::catalog::{Catalog, Fingerprint, Reader};
use competency_explorer::explore::{Builder, Engine, Prebuilt, State, explore};

/// The engine of a catalog's bytes, by way of a builder.
fn engine(bytes: &[u8], mut builder: Builder) -> Engine {
    let mut reader = Reader::default();
    for chunk in bytes.chunks(1_000) {
        builder.hash_bytes(chunk);
        reader.read(chunk, &mut |record| builder.push(record)).unwrap();
    }
    let rest = reader.finish(&mut |record| builder.push(record)).unwrap();
    builder.finish(rest.head)
}

fn bytes(mut catalog: Catalog, u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    if u.arbitrary()? {
        let synonyms = [["seat time", "grading"], ["time", "the grade"]];
        catalog.head.vocabulary.synonyms = synonyms.map(|group| group.map(str::to_owned).to_vec()).to_vec();
    }
    Ok(serde_json::to_vec(&catalog).unwrap())
}

#[track_caller]
fn same(engine: &Engine, built: &Engine, state: &State) {
    let ((found, counts), (expected, expected_counts)) = (explore(engine, state), explore(built, state));
    assert_eq!(found.first, expected.first, "{}", state.query);
    assert_eq!((found.total, found.set, counts), (expected.total, expected.set, expected_counts), "{}", state.query);
    assert_eq!(format!("{:?}", found.also), format!("{:?}", expected.also), "{}", state.query);
}

#[test]
fn a_saved_engine_answers_as_the_built_one() {
    arbtest::arbtest(|u| {
        let catalog = bytes(any_catalog(u)?, u)?;
        let built = engine(&catalog, Builder::default());
        let snapshot = built.snapshot(Fingerprint::of(&catalog));
        let prebuilt = || Prebuilt::read(snapshot.clone()).unwrap();
        let saved = engine(&catalog, Builder::with_prebuilt(prebuilt()));
        let late = engine(&catalog, Builder::deferred());
        let bare = prebuilt().into_engine_without_records(built.head.clone()).unwrap();
        assert_eq!(saved.snapshot(Fingerprint::of(&catalog)), snapshot);
        for _ in 0..4 {
            let state = any_state(u)?;
            same(&saved, &built, &state);
            same(&late, &built, &state);
            // Phrases are read in the records.
            if !state.query.contains('"') {
                same(&bare, &built, &state);
            }
        }
        Ok(())
    });
}

#[test]
fn a_saved_index_that_fits_is_taken() {
    let catalog = |title: &str| format!(r#"{{"resources": [{{"id": "a", "title": "{title}"}}]}}"#).into_bytes();
    let (own, other) = (catalog("pacing"), catalog("grading"));
    // An index of another catalog that says it were of this one: what it answers comes from it.
    let lying = engine(&other, Builder::default()).snapshot(Fingerprint::of(&own));
    let taken = engine(&own, Builder::with_prebuilt(Prebuilt::read(lying).unwrap()));
    let n = |query: &str| explore(&taken, &State { query: query.to_owned(), ..State::default() }).0.total;
    assert_eq!((n("grading"), n("pacing")), (1, 0));
}

/// What the bytes of an index of some catalog hash to, by the version of the format that they name.
const HASH_OF_VERSION: (u8, u64) = (6, 7_076_517_435_487_433_079);

#[test]
fn other_bytes_have_another_version() {
    let words = ["Grading", "grades", "K-12", "l’état", "Straße", "学習", "mastery-based", "policies", "policy"];
    let record = |n: usize| {
        let title = [words[n % 9], words[n / 9 % 9], words[n / 81 % 9]].join(" ");
        let (theme, year) = (["a", "b"][n % 2], 2000 + n % 17);
        format!(
            r#"{{"id": "r{n}", "title": "{title}", "summary": "The {title} of {n}", "themes": ["{theme}"], "published": "{year}-0{}", "places": ["Maine"], "keywords": ["{}"]}}"#,
            1 + n % 9,
            words[n % 7]
        )
    };
    let head = r#""vocabulary": {"themes": [{"id": "a", "label": "Étude"}, {"id": "b", "label": "Time", "parent": "a"}], "synonyms": [["policy", "law of time"]]}"#;
    let records: Vec<String> = (0..700).map(record).collect();
    let catalog = format!(r#"{{{head}, "resources": [{}]}}"#, records.join(",")).into_bytes();
    let snapshot = engine(&catalog, Builder::default()).snapshot(Fingerprint { length: 0, hash: 0 });
    let found = (snapshot[4], Fingerprint::of(&snapshot).hash);
    assert_eq!(found, HASH_OF_VERSION, "the bytes of a saved index have changed: raise its VERSION, and say both here");
}

#[test]
fn what_stands_far_apart_is_found_again() {
    let rare = |n: u32| if n % 700 == 3 { "rare" } else { "" };
    let record = |n: u32| format!(r#"{{"id": "{n}", "title": "x {} w{}"}}"#, rare(n), n / 2);
    let records: Vec<String> = (0..1_400).map(record).collect();
    let catalog = format!(r#"{{"resources": [{}]}}"#, records.join(",")).into_bytes();
    let built = engine(&catalog, Builder::default());
    let snapshot = built.snapshot(Fingerprint::of(&catalog));
    let saved = engine(&catalog, Builder::with_prebuilt(Prebuilt::read(snapshot.clone()).unwrap()));
    assert_eq!(saved.snapshot(Fingerprint::of(&catalog)), snapshot);
    for (query, n) in [("rare", 2), ("w", 1_400), ("w699", 2), ("rare w351", 1), ("x", 1_400)] {
        let state = State { query: query.to_owned(), only_words: true, ..State::default() };
        same(&saved, &built, &state);
        assert_eq!(explore(&saved, &state).0.total, n, "{query}");
    }
}

#[test]
fn an_index_of_another_catalog_is_left() {
    arbtest::arbtest(|u| {
        let [catalog, other] = [bytes(any_catalog(u)?, u)?, bytes(any_catalog(u)?, u)?];
        let built = engine(&catalog, Builder::default());
        let snapshot = engine(&other, Builder::default()).snapshot(Fingerprint::of(&other));
        let prebuilt = Prebuilt::read(snapshot).unwrap();
        let state = any_state(u)?;
        same(&engine(&catalog, Builder::with_prebuilt(prebuilt)), &built, &state);
        Ok(())
    });
}

/// Bytes with some of them changed, left out or put in.
fn damaged(mut bytes: Vec<u8>, u: &mut Unstructured<'_>) -> Result<Vec<u8>> {
    for _ in 0..u.int_in_range(1..=4u8)? {
        let at = u.int_in_range(0..=bytes.len())?;
        match u.int_in_range(0..=3u8)? {
            0 => bytes.truncate(at),
            1 => bytes.insert(at, u.arbitrary()?),
            2 => drop(bytes.drain(at..(at + 3).min(bytes.len()))),
            _ => bytes.iter_mut().skip(at).take(1).try_for_each(|byte| {
                *byte = u.arbitrary()?;
                Ok(())
            })?,
        }
    }
    Ok(bytes)
}

#[test]
fn damaged_bytes_are_no_index_and_never_panic() {
    arbtest::arbtest(|u| {
        let catalog = bytes(any_catalog(u)?, u)?;
        let built = engine(&catalog, Builder::default());
        let whole = built.snapshot(Fingerprint::of(&catalog));
        let bytes = damaged(whole.clone(), u)?;
        assert!(bytes == whole || Prebuilt::read(bytes).is_none());
        // The same where the checksum fits again, as that of a file made to harm would: it may answer anything, but answers.
        let mut bytes = damaged(whole[..whole.len() - 8].to_vec(), u)?;
        let checksum = Fingerprint::of(&bytes).hash;
        bytes.extend_from_slice(&checksum.to_le_bytes());
        let state = any_state(u)?;
        if let Some(prebuilt) = Prebuilt::read(bytes.clone()) {
            explore(&engine(&catalog, Builder::with_prebuilt(prebuilt)), &state);
        }
        if let Some(engine) = Prebuilt::read(bytes).and_then(|it| it.into_engine_without_records(built.head.clone())) {
            explore(&engine, &state);
        }
        Ok(())
    });
}

#[test]
fn any_bytes_are_an_index_or_not() {
    arbtest::arbtest(|u| {
        assert!(Prebuilt::read(u.arbitrary()?).is_none());
        Ok(())
    });
}
