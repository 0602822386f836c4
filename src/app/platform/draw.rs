//! Draws plain pieces of a page: elements and texts that are said anew with every state, of which only what differs from
//! the last time is touched. A few thousand of them cost the module one function, where as many reactive views would each
//! cost their own.
//!
//! Texts become text nodes and attributes are set, so that nothing in them is read as markup. What a reader has done to an
//! element (its focus, how far it is scrolled, whether it is unfolded) stays, since the element does. Children are told
//! apart by their ids, or else by their order.
//!
//! The functions that make a piece are called from a thousand places and are never put in line: that would double the views.

use js_sys::Reflect;
use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::prelude::document;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, FocusOptions, HtmlElement, Node};

use super::page::is_plain_click;

/// The namespace of drawings (SVG 2, section 1.4).
const SVG: &str = "http://www.w3.org/2000/svg";

/// What the reader changes too: it is made true as a property, whatever was said the last time.
const PROPERTIES: [&str; 3] = ["value", "checked", "selected"];

/// An element with its attributes and what stands in it, or a text.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Piece {
    /// Empty for a text.
    tag: &'static str,
    text: String,
    attributes: Vec<(&'static str, String)>,
    children: Vec<Piece>,
}

impl Piece {
    /// Puts an element into this one, behind all that is there, and gives it.
    #[inline(never)]
    pub(crate) fn child(&mut self, tag: &'static str) -> &mut Self {
        self.children.push(Self { tag, ..Self::default() });
        let last = self.children.len() - 1;
        &mut self.children[last]
    }

    /// Gives it an attribute.
    #[inline(never)]
    pub(crate) fn with(&mut self, name: &'static str, value: &str) -> &mut Self {
        self.attributes.push((name, value.to_owned()));
        self
    }

    /// Gives it an attribute without a value, or not.
    #[inline(never)]
    pub(crate) fn flag(&mut self, name: &'static str, is_set: bool) -> &mut Self {
        if is_set { self.with(name, "") } else { self }
    }

    /// Gives it its classes.
    #[inline(never)]
    pub(crate) fn class(&mut self, names: &str) -> &mut Self {
        self.with("class", names)
    }

    /// Gives it its id.
    #[inline(never)]
    pub(crate) fn id(&mut self, id: &str) -> &mut Self {
        self.with("id", id)
    }

    /// Gives the text in it, which a catalog or a reader wrote, the direction of its first letter, apart from what stands around
    /// (HTML, section 3.2.6.4).
    #[inline(never)]
    pub(crate) fn isolated(&mut self) -> &mut Self {
        self.with("dir", "auto")
    }

    /// Puts a text into it.
    #[inline(never)]
    pub(crate) fn text(&mut self, text: &str) -> &mut Self {
        self.children.push(Self { text: text.to_owned(), ..Self::default() });
        self
    }

    /// The node of this piece, new.
    fn node(&self, parent: &Element) -> Node {
        let is_drawing = self.tag == "svg" || parent.namespace_uri().as_deref() == Some(SVG);
        let element = match self.tag {
            "" => return document().create_text_node(&self.text).into(),
            tag if is_drawing => document().create_element_ns(Some(SVG), tag),
            tag => document().create_element(tag),
        };
        let Ok(element) = element else { return document().create_text_node("").into() };
        self.set(&Self::default(), &element);
        for piece in &self.children {
            drop(element.append_child(&piece.node(&element)));
        }
        self.set_properties(&element);
        element.into()
    }

    /// Makes the attributes true where they differ from those that were said before.
    fn set(&self, before: &Self, element: &Element) {
        for (name, _) in before.attributes.iter().filter(|(name, _)| self.attributes.iter().all(|(own, _)| own != name))
        {
            drop(element.remove_attribute(name));
        }
        for (name, value) in self.attributes.iter().filter(|own| !before.attributes.contains(own)) {
            drop(element.set_attribute(name, value));
        }
    }

    /// Makes true what a reader may have changed.
    fn set_properties(&self, element: &Element) {
        let names = match self.tag {
            "input" => &PROPERTIES[..2],
            "textarea" => &PROPERTIES[..1],
            "option" => &PROPERTIES[2..],
            _ => return,
        };
        for name in names {
            let said = self.attributes.iter().find(|(own, _)| own == name);
            let value = match *name {
                "value" => JsValue::from_str(said.map_or("", |(_, value)| value)),
                _ => JsValue::from_bool(said.is_some()),
            };
            if Reflect::get(element, &(*name).into()).is_ok_and(|now| now != value) {
                drop(Reflect::set(element, &(*name).into(), &value));
            }
        }
    }

    fn has_control(&self) -> bool {
        matches!(self.tag, "input" | "textarea" | "option") || self.children.iter().any(Self::has_control)
    }

    /// Turns the node of the piece before into that of this one.
    fn patch(&self, before: &Self, node: &Node) {
        let Some(element) = node.dyn_ref::<Element>() else {
            if before.text != self.text {
                node.set_text_content(Some(&self.text));
            }
            return;
        };
        self.set(before, element);
        if self.children != before.children || self.has_control() {
            self.patch_children(before, element);
        }
        self.set_properties(element);
    }

    fn patch_children(&self, before: &Self, element: &Element) {
        let nodes = element.child_nodes();
        let all = (0..nodes.length()).filter_map(|at| nodes.item(at));
        let before_nodes: Vec<Node> = all.filter(|node| !is_translation(node)).collect();
        if before_nodes.len() != before.children.len() {
            // Something else has been here.
            element.set_text_content(None);
            self.children.iter().for_each(|piece| drop(element.append_child(&piece.node(element))));
            return;
        }
        // A text is not continued by an element that something else has put in its place.
        let is_as_before =
            |at: &usize| before.children[*at].tag.is_empty() != before_nodes[*at].is_instance_of::<Element>();
        let pairs: Vec<Option<usize>> =
            pairs(&before.children, &self.children).into_iter().map(|pair| pair.filter(is_as_before)).collect();
        let mut stays = vec![false; before_nodes.len()];
        pairs.iter().flatten().for_each(|at| stays[*at] = true);
        for (node, _) in before_nodes.iter().zip(stays).filter(|(_, stays)| !stays) {
            drop(element.remove_child(node));
        }
        let mut next = first_own(element.first_child());
        for (piece, pair) in self.children.iter().zip(pairs) {
            let node = match pair.and_then(|was| Some((&before.children[was], before_nodes.get(was)?))) {
                Some((was, node)) => {
                    piece.patch(was, node);
                    node.clone()
                }
                None => piece.node(element),
            };
            if next.as_ref() == Some(&node) {
                next = first_own(node.next_sibling());
            } else {
                drop(element.insert_before(&node, next.as_ref()));
            }
        }
    }

    fn id_said(&self) -> Option<&str> {
        self.attributes.iter().find(|(name, _)| *name == "id").map(|(_, id)| id.as_str())
    }
}

/// Whether a node is what a browser put in place of a text when it translated the page; `boot.js` keeps the text before it.
fn is_translation(node: &Node) -> bool {
    node.node_name() == "FONT"
}

/// This node or the first one behind it that is no translation.
fn first_own(mut node: Option<Node>) -> Option<Node> {
    while let Some(translation) = node.as_ref().filter(|node| is_translation(node)) {
        node = translation.next_sibling();
    }
    node
}

/// For each child of now, which one of before it continues: the one with the same id, or the next one without an id, each of
/// the same tag.
fn pairs(before: &[Piece], now: &[Piece]) -> Vec<Option<usize>> {
    let mut next: Vec<(&str, usize)> = Vec::new();
    let mut pair = |piece: &Piece| {
        if let Some(id) = piece.id_said() {
            return before.iter().position(|was| was.tag == piece.tag && was.id_said() == Some(id));
        }
        let known = next.iter().position(|(tag, _)| *tag == piece.tag).unwrap_or_else(|| {
            next.push((piece.tag, 0));
            next.len() - 1
        });
        let from = next[known].1;
        let found = before[from..].iter().position(|was| was.tag == piece.tag && was.id_said().is_none());
        next[known].1 = found.map_or(before.len(), |found| from + found + 1);
        found.map(|found| from + found)
    };
    now.iter().map(&mut pair).collect()
}

/// Turns what stood in an element, as it was said before, into what is said now. The focus follows the id of its element.
pub(crate) fn draw(before: &Piece, now: &Piece, into: &Element) {
    let focused =
        document().active_element().filter(|element| into.contains(Some(element))).map(|element| element.id());
    now.patch_children(before, into);
    let is_elsewhere = |id: &String| document().active_element().is_none_or(|element| element.id() != *id);
    let moved = focused.filter(|id| !id.is_empty() && is_elsewhere(id));
    let element = moved.and_then(|id| document().get_element_by_id(&id)).and_then(|element| element.dyn_into().ok());
    if let Some(element) = element {
        let element: HtmlElement = element;
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        drop(element.focus_with_options(&options));
    }
}

/// What an event asks for.
#[derive(Debug)]
pub(crate) enum Asked {
    /// To go to an address; the id of the link or button, or an empty text.
    Way(String, String),
    /// To do what the element names in `data-act`, and its value; keys that end what is typed are named behind it.
    Act(String, String),
}

/// Reads an event that came to a piece: clicks of links and buttons, choices of form controls, and what is typed into those
/// with `data-typed`.
pub(crate) fn asked_by(event: &Event) -> Option<Asked> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let value = || Reflect::get(&target, &"value".into()).ok().and_then(|value| value.as_string()).unwrap_or_default();
    let act = |name: &str| Some(Asked::Act(target.get_attribute(name)?, value()));
    match event.type_().as_str() {
        "change" => act("data-act"),
        "input" => act("data-typed"),
        "keydown" => {
            let key = event.dyn_ref::<KeyboardEvent>()?.key();
            let typed = target.get_attribute("data-typed").filter(|_| matches!(key.as_str(), "Enter" | "Escape"))?;
            // Behind a sign of its own: behind a colon stand ids, and a resource may be called “Enter”.
            Some(Asked::Act(format!("{typed}!{key}"), value()))
        }
        _ => {
            let element = target.closest("a[href^='#'], button[data-go], button[data-act]").ok()??;
            if element.get_attribute("aria-disabled").as_deref() == Some("true") {
                return None;
            }
            if let Some(act) = element.get_attribute("data-act") {
                return Some(Asked::Act(act, String::new()));
            }
            let is_plain = event.dyn_ref::<MouseEvent>().is_none_or(is_plain_click);
            let link = element.get_attribute("href").filter(|_| is_plain);
            let address = element.get_attribute("data-go").or(link)?;
            event.prevent_default();
            Some(Asked::Way(address, element.id()))
        }
    }
}
