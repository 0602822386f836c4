//! Scenarios: the one style sheet of the built page says what its sources say.

use std::fs;

use serde_json::json;

use crate::Scenario;
use crate::harness::page::Page;

pub(crate) const SCENARIOS: &[Scenario] =
    &[("the joined style sheet has the rules of its sources in their order", has_the_rules_of_its_sources)];

/// The sources that `index.html` links, in its order, as one text; without the sheet that has a medium of its own.
fn sources() -> String {
    let index = fs::read_to_string("index.html").unwrap();
    let links = index.lines().filter(|line| line.contains("rel=\"css\"") && !line.contains(" media="));
    let files = links.filter_map(|line| line.split_once("href=\"")?.1.split('"').next().map(str::to_owned));
    files.map(|file| fs::read_to_string(file).unwrap()).collect()
}

fn has_the_rules_of_its_sources(page: &Page<'_>) {
    page.open("");
    let sheets = page.session.run("return document.styleSheets.length", &[]);
    assert_eq!(sheets, json!(2), "one for all, and the dark one");
    // An inline sheet may come from a constructed one in nothing but white space inside values of its own properties.
    let rules = page.session.run(
        "const wanted = new CSSStyleSheet();
         wanted.replaceSync(arguments[0]);
         const texts = sheet => [...sheet.cssRules].map(rule => rule.cssText.replace(/\\s+/g, ' ').replace(/([(:,>]) | (?=[),>])/g, '$1'));
         return [texts(document.styleSheets[0]), texts(wanted)]",
        &[json!(sources())],
    );
    let list = |at: usize| rules[at].as_array().cloned().unwrap_or_default();
    let (built, wanted) = (list(0), list(1));
    assert!(wanted.len() > 20, "{} rules", wanted.len());
    assert_eq!(built.len(), wanted.len());
    for (built, wanted) in built.iter().zip(&wanted) {
        assert_eq!(built, wanted);
    }
}
