//! Four times the input costs at most four and a half times the steps, whatever it holds (`docs/limits.md`).

use competency_explorer::import::{Import, Options, read};
use competency_explorer::limits::work;

/// The steps that an import takes, and what it gives.
fn steps(text: &str) -> (u64, Import) {
    let before = work::steps();
    let import = read("a.csv", text.as_bytes(), &Options::default()).unwrap();
    (work::steps() - before, import)
}

/// Repeats a part, with its number where `{n}` stands.
fn repeated(part: &str, n: usize) -> String {
    (0..n).map(|at| part.replace("{n}", &at.to_string())).collect()
}

#[test]
fn four_times_the_input_costs_four_times_the_steps() {
    for (name, before, part, behind) in [
        ("rows without a title", "Title,Note\nA,b\n", ",note {n}\n", ""),
        ("rows with one title", "Title,Note\n", "One,note {n}\n", ""),
        ("ids that are numbered titles", "Title,Note\n", "One,a\nOne 2,b\n", ""),
        (
            "records with a key of their own each",
            "[{\"title\": \"A\"}",
            ",{\"title\": \"T{n}\", \"key{n}\": \"v\"}",
            "]",
        ),
        ("fields of BibTeX of one entry each", "", "@book{k{n}, title={T{n}}, key{n}={v}}\n", ""),
        ("comments without an end", "Title\tSummary\nA\t<b>x</b>", "<!-- ", "\n"),
        ("tags in attributes", "Title\tSummary\nA\t<b>x</b>", "<a b=", "\n"),
        ("tags with open quotes", "Title\tSummary\nA\t<b>x</b>", "<a b='", "\n"),
        ("ampersands", "Title\tSummary\nA\t<b>x</b>", "a&b ", "\n"),
        ("opening brackets", "Title\tSummary\nA\tx", "[", "\n"),
        ("links without an end", "Title\tSummary\nA\tx", "[a](", "\n"),
        ("quotes without an end", "a,b\n", "\"x,1\n", ""),
    ] {
        let of = |n: usize| steps(&[before, &repeated(part, n), behind].concat()).0;
        let (few, many) = (of(300), of(1_200));
        assert!(few >= 300, "{name}: {few} steps are counted");
        assert!(many * 2 <= few * 9, "{name}: {few} steps, {many} for four times the input");
    }
}

#[test]
fn values_of_more_fields_than_are_read_are_kept_together() {
    let text = ["[{\"title\": \"A\"}", &repeated(",{\"title\": \"T{n}\", \"key{n}\": \"v{n}\"}", 2_100), "]"].concat();
    let (_, import) = steps(&text);
    assert_eq!(import.catalog.resources.len(), 2_101);
    assert_eq!(import.catalog.head.fields.len(), 1_999);
    assert!(import.report.notes.iter().any(|note| note.code == "too-many-fields"));
    let last = &import.catalog.resources[2_100];
    assert!(last.title == "T2099" && last.extra.values().any(|value| value == "v2099"), "{last:?}");
}

#[test]
fn a_private_field_beyond_those_that_are_read_stays_private() {
    let keys = repeated("\"key{n}\": \"v\", ", 2_100);
    let text = format!("[{{\"title\": \"A\", {keys}\"internal\": \"secret one\", \"email\": \"oda at home\"}}]");
    let (_, import) = steps(&text);
    let json = serde_json::to_string(&import.catalog).unwrap();
    assert!(!json.contains("secret one") && !json.contains("oda at home"));
}

#[test]
fn records_without_a_title_have_numbers_for_ids() {
    let (_, import) = steps("Title,Note\nA,b\n,c\n,d\n");
    let ids: Vec<&str> = import.catalog.resources.iter().map(|resource| resource.id.as_str()).collect();
    assert_eq!(ids, ["a", "item-2", "item-3"]);
}
