//! Draws plain pieces of a page: elements and texts that are said once and hold no signals. A few thousand of them cost
//! the module one function, where as many reactive views would each cost their own.
//!
//! Texts become text nodes and attributes are set, so that nothing in them is read as markup. The focus stays with the
//! element of its id when the pieces are drawn anew.

use leptos::ev::MouseEvent;
use leptos::prelude::document;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

use super::page::is_plain_click;

/// An element with its attributes and what stands in it, or a text.
#[derive(Debug, Default)]
pub(crate) struct Piece {
    /// Empty for a text.
    tag: &'static str,
    text: String,
    attributes: Vec<(&'static str, String)>,
    styles: Vec<(&'static str, String)>,
    children: Vec<Piece>,
}

impl Piece {
    /// Puts an element into this one, behind all that is there, and gives it.
    pub(crate) fn child(&mut self, tag: &'static str) -> &mut Self {
        self.children.push(Self { tag, ..Self::default() });
        let last = self.children.len() - 1;
        &mut self.children[last]
    }

    /// Gives it an attribute.
    pub(crate) fn with(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// Sets a property of its style, which no policy forbids, as it would an attribute `style`.
    pub(crate) fn style(&mut self, property: &'static str, value: &str) -> &mut Self {
        self.styles.push((property, value.to_owned()));
        self
    }

    /// Puts a text into it.
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.children.push(Self { text: text.to_owned(), ..Self::default() });
        self
    }

    fn draw_into(&self, parent: &Element) {
        for piece in &self.children {
            if piece.tag.is_empty() {
                drop(parent.append_child(&document().create_text_node(&piece.text)));
                continue;
            }
            let Ok(element) = document().create_element(piece.tag) else { continue };
            for (name, value) in &piece.attributes {
                drop(element.set_attribute(name, value));
            }
            if let Some(element) = element.dyn_ref::<HtmlElement>() {
                for (property, value) in &piece.styles {
                    drop(element.style().set_property(property, value));
                }
            }
            piece.draw_into(&element);
            drop(parent.append_child(&element));
        }
    }
}

/// Draws what stands in a piece in place of all that stands in an element.
pub(crate) fn draw(piece: &Piece, into: &Element) {
    let focused = document().active_element().filter(|element| into.contains(Some(element)));
    into.set_text_content(None);
    piece.draw_into(into);
    let again = focused.and_then(|element| document().get_element_by_id(&element.id()));
    if let Some(element) = again.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        drop(element.focus_with_options(&options));
    }
}

/// What a click asks for: the address of the link that it came to, or what its button does; and the element's id.
pub(crate) fn asked_by(click: &MouseEvent) -> Option<(String, String)> {
    let target = click.target()?.dyn_into::<Element>().ok()?;
    let element = target.closest("a[href^='#'], button[data-go]").ok()??;
    let address =
        element.get_attribute("data-go").or_else(|| element.get_attribute("href").filter(|_| is_plain_click(click)))?;
    click.prevent_default();
    Some((address, element.id()))
}
