//! Expressions in normal form: how they are put together and how a leaf is taken out.

use crate::search::query::Expr;

impl Expr {
    /// All of some expressions; `None` for none.
    pub(super) fn all_of(parts: Vec<Self>) -> Option<Self> {
        joined(parts, Self::All, |part| match part {
            Self::All(inner) => Ok(inner),
            other => Err(other),
        })
    }

    /// Any of some expressions; `None` for none.
    pub(super) fn any_of(parts: Vec<Self>) -> Option<Self> {
        joined(parts, Self::Any, |part| match part {
            Self::Any(inner) => Ok(inner),
            other => Err(other),
        })
    }

    /// The opposite.
    pub(super) fn negated(self) -> Self {
        match self {
            Self::Not(inner) => *inner,
            other => Self::Not(Box::new(other)),
        }
    }

    /// This expression without a leaf; `None` when nothing is left.
    pub(super) fn without(&self, leaf: usize) -> Option<Self> {
        let parts = |parts: &[Self]| parts.iter().filter_map(|part| part.without(leaf)).collect();
        match self {
            Self::All(all) => Self::all_of(parts(all)),
            Self::Any(any) => Self::any_of(parts(any)),
            Self::Not(inner) => inner.without(leaf).map(Self::negated),
            Self::Leaf(at) => (*at != leaf).then_some(Self::Leaf(*at)),
        }
    }
}

/// Parts under one head; a part that has the same head gives its own parts.
fn joined(parts: Vec<Expr>, head: fn(Vec<Expr>) -> Expr, inner: fn(Expr) -> Result<Vec<Expr>, Expr>) -> Option<Expr> {
    let mut flat = Vec::with_capacity(parts.len());
    for part in parts {
        match inner(part) {
            Ok(parts) => flat.extend(parts),
            Err(part) => flat.push(part),
        }
    }
    if flat.len() > 1 { Some(head(flat)) } else { flat.pop() }
}
