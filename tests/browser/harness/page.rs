//! The page as a reader uses it: its search box, its filters, its results, by the names that they have in the page.

use serde_json::{Value, json};

use crate::harness::poll::becomes;
use crate::harness::session::Session;
use crate::harness::site::Site;

pub(crate) struct Page<'a> {
    pub(crate) session: &'a Session,
    pub(crate) site: &'a Site,
}

impl Page<'_> {
    /// Opens the page anew at a fragment such as `#/?q=credit`, of none at the list, and waits until it can be used. The first page
    /// is at `#/`.
    #[track_caller]
    pub(crate) fn open(&self, fragment: &str) {
        self.load(fragment);
        becomes("the page's state", "ready".to_owned(), || self.state());
    }

    /// Opens the page anew and waits for nothing. From an empty page: a new fragment alone loads nothing.
    #[track_caller]
    pub(crate) fn load(&self, fragment: &str) {
        self.session.visit("about:blank");
        let fragment = if fragment.is_empty() { "#/?view=list" } else { fragment };
        self.session.visit(&format!("{}{fragment}", self.site.address));
    }

    pub(crate) fn state(&self) -> String {
        self.text_of("document.documentElement?.dataset.state")
    }

    /// How many resources the page says are left.
    pub(crate) fn count(&self) -> usize {
        self.text_of("document.documentElement.dataset.count").parse().unwrap_or(usize::MAX)
    }

    /// What a screen reader is told.
    pub(crate) fn status(&self) -> String {
        self.text_of("document.querySelector('#status')?.textContent")
    }

    /// The part of the address after `#`.
    pub(crate) fn fragment(&self) -> String {
        self.text_of("location.hash.slice(1)")
    }

    pub(crate) fn titles(&self) -> Vec<String> {
        self.texts("#results h3 a")
    }

    pub(crate) fn n_shown(&self, selector: &str) -> usize {
        self.texts(selector).len()
    }

    /// The record that is open, or nothing.
    pub(crate) fn open_record(&self) -> String {
        self.text_of("document.querySelector('article#record')?.dataset.id")
    }

    /// Replaces what is in the search box, key by key.
    #[track_caller]
    pub(crate) fn search(&self, query: &str) {
        self.session.empty("#search");
        self.session.write("#search", query);
    }

    /// Ticks a value of a facet, and returns the count that stood beside it.
    #[track_caller]
    pub(crate) fn choose(&self, facet: &str, value: &str) -> usize {
        self.unfold(facet, value);
        let count = self.count_beside(facet, value);
        self.session.click(&format!("[data-facet='{facet}'] input[type=checkbox][value='{value}']"));
        count
    }

    /// Unfolds a facet, wherever it stands, and all of its values where the wanted one is not among the first.
    #[track_caller]
    pub(crate) fn unfold(&self, facet: &str, value: &str) {
        let script = "const [facet, value] = arguments, box = document.querySelector(`[data-facet='${facet}']`);
            for (let around = box; around; around = around.parentElement.closest('details')) around.open = true;
            if (box?.querySelector(`input[type=checkbox][value='${value}']`)) return true;
            box?.querySelector('.more[aria-expanded=false]')?.click();
            return false";
        let is_there = || self.session.run(script, &[json!(facet), json!(value)]) == true;
        becomes(&format!("the value {value} of {facet}"), true, is_there);
    }

    /// Opens the menu of all ways to take the results away.
    #[track_caller]
    pub(crate) fn open_export(&self) {
        self.session.click("#export");
        becomes("the menu", true, || self.session.shows("#take-open"));
    }

    pub(crate) fn count_beside(&self, facet: &str, value: &str) -> usize {
        let label = format!(
            "document.querySelector(`[data-facet='{facet}'] input[type=checkbox][value='{value}']`)?.closest('label')"
        );
        let text = self.text_of(&format!("{label}?.querySelector('.count')?.textContent"));
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        digits.parse().unwrap_or_else(|_| panic!("no count beside {facet} {value}: {text:?}"))
    }

    pub(crate) fn is_chosen(&self, facet: &str, value: &str) -> bool {
        self.is(&format!("document.querySelector(`[data-facet='{facet}'] input[value='{value}']`)?.checked"))
    }

    /// The texts of all elements of a selector, with every run of white space as one space.
    pub(crate) fn texts(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .map(element => element.textContent.replace(/\\s+/g, ' ').trim())";
        let texts = self.session.run(script, &[json!(selector)]);
        texts.as_array().into_iter().flatten().filter_map(|text| text.as_str().map(str::to_owned)).collect()
    }

    /// The values that an attribute has in all elements of a selector.
    pub(crate) fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let script =
            "return [...document.querySelectorAll(arguments[0])].map(element => element.getAttribute(arguments[1]))";
        let values = self.session.run(script, &[json!(selector), json!(name)]);
        values.as_array().into_iter().flatten().filter_map(|value| value.as_str().map(str::to_owned)).collect()
    }

    /// The value of an expression as text; what is not there is empty.
    pub(crate) fn text_of(&self, expression: &str) -> String {
        let value = self.value_of(expression);
        value.as_str().map_or_else(|| if value.is_null() { String::new() } else { value.to_string() }, str::to_owned)
    }

    pub(crate) fn is(&self, expression: &str) -> bool {
        self.value_of(expression) == true
    }

    pub(crate) fn number(&self, expression: &str) -> f64 {
        self.value_of(expression).as_f64().unwrap_or(f64::NAN)
    }

    fn value_of(&self, expression: &str) -> Value {
        self.session.run(&format!("return {expression}"), &[])
    }
}
