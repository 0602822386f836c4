//! Memos and event handlers as Leptos has them, compiled once: there each is a function of its own, for its own closure and its
//! own type of value. `docs/architecture.md` has what that costs in bytes.

use std::any::Any;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

use leptos::prelude::{Get, GetUntracked, Memo as LeptosMemo};

/// A value of any type that can be compared with another.
trait Value: Any + Send + Sync {
    fn is_same(&self, other: &dyn Value) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + Send + Sync + 'static> Value for T {
    fn is_same(&self, other: &dyn Value) -> bool {
        other.as_any().downcast_ref::<T>().is_some_and(|other| self == other)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Clone)]
struct Shared(Arc<dyn Value>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        self.0.is_same(&*other.0)
    }
}

/// A value that is computed again when what it reads has changed, and tells its readers only when it is another one.
pub(crate) struct Memo<T>(LeptosMemo<Shared>, PhantomData<fn() -> T>);

impl<T> Clone for Memo<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Memo<T> {}

/// A value that is read, for as long as this stands.
pub(crate) struct Read<T>(Shared, PhantomData<T>);

impl<T: 'static> Deref for Read<T> {
    type Target = T;

    fn deref(&self) -> &T {
        typed(&self.0)
    }
}

fn typed<T: 'static>(value: &Shared) -> &T {
    match value.0.as_any().downcast_ref() {
        Some(value) => value,
        None => unreachable!("a memo holds values of the type that it was made with"),
    }
}

/// Computes a value, from the one before.
type Compute = Box<dyn Fn(Option<&Shared>) -> Shared + Send + Sync>;

fn memo(compute: Compute) -> LeptosMemo<Shared> {
    LeptosMemo::new(compute)
}

fn tracked(memo: LeptosMemo<Shared>) -> Shared {
    memo.get()
}

fn untracked(memo: LeptosMemo<Shared>) -> Shared {
    memo.get_untracked()
}

impl<T: PartialEq + Send + Sync + 'static> Memo<T> {
    /// Makes a memo; the closure is given the value before, if there is one.
    pub(crate) fn new(compute: impl Fn(Option<&T>) -> T + Send + Sync + 'static) -> Self {
        let compute = move |before: Option<&Shared>| Shared(Arc::new(compute(before.map(typed))));
        Self(memo(Box::new(compute)), PhantomData)
    }

    /// Reads the value, and follows it.
    pub(crate) fn with<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(typed(&tracked(self.0)))
    }

    /// Reads the value, and does not follow it.
    pub(crate) fn with_untracked<R>(self, read: impl FnOnce(&T) -> R) -> R {
        read(typed(&untracked(self.0)))
    }

    /// Returns the value to read, and follows it.
    pub(crate) fn read(self) -> Read<T> {
        Read(tracked(self.0), PhantomData)
    }

    /// Follows the value. It is computed for that: a memo that nobody has read knows of nothing that it follows.
    pub(crate) fn track(self) {
        drop(tracked(self.0));
    }
}

impl<T: Clone + PartialEq + Send + Sync + 'static> Memo<T> {
    /// Returns a copy of the value, and follows it.
    pub(crate) fn get(self) -> T {
        self.with(T::clone)
    }

    /// Returns a copy of the value, and does not follow it.
    pub(crate) fn get_untracked(self) -> T {
        self.with_untracked(T::clone)
    }
}

/// Returns an event handler of the one type that all handlers of an event have.
pub(crate) fn handler<E: 'static>(handle: impl FnMut(E) + 'static) -> Box<dyn FnMut(E)> {
    Box::new(handle)
}

/// A view as Leptos' macro of the same name makes it, of the one type that all views have.
macro_rules! view {
    ($($tokens:tt)*) => {
        leptos::prelude::IntoAny::into_any(leptos::prelude::view! { $($tokens)* })
    };
}

pub(crate) use view;
