//! A saved index: what an engine makes of its records, as bytes, so that a page need not make it again.
//!
//! The bytes: `CXIX`; the version of the format, a byte; of the catalog's bytes the number and the hash, eight bytes each, the
//! lowest first (see [`Fingerprint`]); the hash of its [shape], eight bytes; the number of resources. Then the text index (`search::index::snapshot`), the number of facets
//! and each of them (`facet::snapshot`), the orders (`explore::engine::orders`); last the hash of all bytes before it. Nothing that stands
//! in records is kept: titles and summaries come from the catalog itself.
//!
//! The version grows whenever the same catalog would give other bytes or bytes would mean something else: a word is cut,
//! folded or stemmed in another way, a weight class is drawn elsewhere, a facet takes other values.

use std::fmt::Write as _;

use super::engine::Engine;
use super::orders::Orders;
use crate::catalog::{Fingerprint, Head, Source, Store, Writer};
use crate::facet::{Definition, Facet, definitions};
use crate::search::{Index, TextField};

/// What a saved index begins with.
const MAGIC: &[u8] = b"CXIX";

/// The version of the format that is written and read.
const VERSION: u8 = 6;

/// The length of a number of eight bytes.
const EIGHT: usize = size_of::<u64>();

impl Engine {
    /// The index, the facets and the orders as bytes, for later loads of the same catalog. `catalog` is the fingerprint of the
    /// bytes of the catalog as a page will read them.
    pub fn snapshot(&self, catalog: Fingerprint) -> Vec<u8> {
        let mut writer = Writer([MAGIC, &[VERSION]].concat());
        writer.0.extend_from_slice(&catalog.length.to_le_bytes());
        writer.0.extend_from_slice(&catalog.hash.to_le_bytes());
        writer.0.extend_from_slice(&shape(&self.head).to_le_bytes());
        writer.length(self.len());
        self.index.save(&mut writer);
        writer.length(self.facets.len());
        self.facets.iter().for_each(|facet| facet.save(&self.head, &mut writer));
        self.orders.save(&self.store, &mut writer);
        let hash = Fingerprint::of(&writer.0).hash;
        writer.0.extend_from_slice(&hash.to_le_bytes());
        writer.0
    }
}

/// What the parts of a saved index mean, as a hash: which texts are searched; which facets there are, in their order, with their kinds
/// and the terms that their first values are. An index that was made with others would be read as something else than it is.
fn shape(head: &Head) -> u64 {
    let mut shape = format!("{:?}", TextField::ALL);
    for definition in definitions(head) {
        _ = write!(shape, "\n{definition:?}");
        let terms = definition.terms(head).iter();
        terms.for_each(|term| _ = write!(shape, " {:?} {:?}", term.id, term.parent));
    }
    Fingerprint::of(shape.as_bytes()).hash
}

/// A saved index that is whole; whether it is of a catalog is seen when that was read.
#[derive(Debug)]
pub struct Prebuilt {
    catalog: Fingerprint,
    shape: u64,
    n_resources: usize,
    bytes: Vec<u8>,
    /// Where the parts begin.
    start: usize,
}

impl Prebuilt {
    /// A saved index; `None` where the bytes are none of this version, or not as they were written.
    pub fn read(mut bytes: Vec<u8>) -> Option<Self> {
        let body = bytes.len().checked_sub(EIGHT)?;
        let hash = u64::from_le_bytes(bytes[body..].try_into().ok()?);
        if Fingerprint::of(&bytes[..body]).hash != hash {
            return None;
        }
        bytes.truncate(body);
        let mut source = Source(&bytes);
        if source.take(MAGIC.len())? != MAGIC || source.take(1)? != [VERSION] {
            return None;
        }
        let mut eight = || source.take(EIGHT).and_then(|eight| eight.try_into().ok()).map(u64::from_le_bytes);
        let (catalog, shape) = (Fingerprint { length: eight()?, hash: eight()? }, eight()?);
        let n_resources = source.number()? as usize;
        let start = body - source.0.len();
        Some(Self { catalog, shape, n_resources, bytes, start })
    }

    /// Whether it was made of the catalog with this fingerprint and so many resources.
    pub fn is_of(&self, catalog: Fingerprint, n_resources: usize) -> bool {
        (self.catalog, self.n_resources) == (catalog, n_resources)
    }

    /// An engine without records: sets, counts and orders are right, texts are empty, phrases find nothing. `None` where the
    /// bytes make no engine.
    pub fn into_engine_without_records(self, head: Head) -> Option<Engine> {
        let mut loading = Loading::new(self, &head);
        while loading.step(&head)? {}
        loading.parts().map(|parts| parts.engine(head, Store::default()))
    }
}

/// What is made of a catalog's records, whether from them or from a saved index.
#[derive(Debug)]
pub(super) struct BuiltParts {
    pub(super) index: Index,
    pub(super) facets: Vec<Facet>,
    pub(super) orders: Orders,
}

/// A saved index on its way into an engine, in steps of a few hundredths of a second.
#[derive(Debug)]
pub(super) struct Loading {
    prebuilt: Prebuilt,
    /// Where the next part begins.
    at: usize,
    index: Option<Index>,
    /// The facets that are still to be read, the next one last.
    left: Vec<Definition>,
    facets: Vec<Facet>,
    orders: Option<Orders>,
}

impl Loading {
    pub(super) fn new(prebuilt: Prebuilt, head: &Head) -> Self {
        let left = definitions(head).into_iter().rev().collect();
        let at = prebuilt.start;
        Self { prebuilt, at, index: None, left, facets: Vec::new(), orders: None }
    }

    /// Reads the next part; whether any is left. `None` where the bytes are none, or were made with other facets or texts.
    pub(super) fn step(&mut self, head: &Head) -> Option<bool> {
        if self.index.is_none() && self.prebuilt.shape != shape(head) {
            return None;
        }
        let n = self.prebuilt.n_resources;
        let mut source = Source(self.prebuilt.bytes.get(self.at..)?);
        if self.index.is_none() {
            self.index = Some(Index::saved(&mut source).filter(|index| index.n_resources() == n)?);
            if source.number()? as usize != self.left.len() {
                return None;
            }
        } else if let Some(definition) = self.left.pop() {
            self.facets.push(Facet::saved(definition, head, &mut source, n)?);
        } else {
            self.orders = Some(Orders::saved(&mut source, n)?);
            return source.end().map(|()| false);
        }
        self.at = self.prebuilt.bytes.len() - source.0.len();
        Some(true)
    }

    /// All parts, when none is left.
    pub(super) fn parts(self) -> Option<BuiltParts> {
        Some(BuiltParts { index: self.index?, facets: self.facets, orders: self.orders? })
    }
}
