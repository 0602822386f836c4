//! A mapping as it is kept: what each column of a sheet becomes, for the next version of the same sheet.

use serde::{Deserialize, Serialize};

use super::column::Column;
use super::role::Role;
use super::values::dates::DayOrder;
use super::values::lists::Separator;
use super::values::numbers::Numbers;
use crate::catalog::FieldKind;

/// The words for a separator that is no sign.
const NO_SEPARATOR: &str = "none";
const LINE: &str = "line";
/// The words for the orders of day and month.
const ORDERS: [(&str, DayOrder); 2] = [("day-month", DayOrder::DayFirst), ("month-day", DayOrder::MonthFirst)];
/// The words for what an own field holds.
const KINDS: [(&str, FieldKind); 4] =
    [("terms", FieldKind::Terms), ("number", FieldKind::Number), ("date", FieldKind::Date), ("text", FieldKind::Text)];

/// The member of a catalog that keeps the mapping of the list that it was made of.
pub const KEPT_MAPPING: &str = "import";

/// What the columns of a sheet become. It is written as TOML or JSON; what it does not say of a column is guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapping {
    /// The columns.
    #[serde(rename = "column", default, skip_serializing_if = "Vec::is_empty")]
    pub columns: Vec<ColumnMapping>,
}

/// What one column becomes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ColumnMapping {
    /// Its name.
    pub name: String,
    /// The sheet that it is a column of; left out: every sheet.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sheet: Option<String>,
    /// The field that it becomes, by the word of its [`Role`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// What stands between its values: a sign, `line` or `none`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub separator: Option<String>,
    /// Which number of its dates comes first: `day-month` or `month-day`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order: Option<String>,
    /// The name that readers see of an own field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<String>,
    /// What an own field holds: `terms`, `number`, `date` or `text`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// Whether readers can filter by an own field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub facet: Option<bool>,
    /// Whether a mark in it stands for its name, as in one column for each topic.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub topic: bool,
}

impl Mapping {
    /// The mapping that an import used: of each column what was decided or guessed.
    #[must_use]
    pub fn of(columns: &[Column]) -> Self {
        Self { columns: columns.iter().map(ColumnMapping::of).collect() }
    }

    /// This mapping where it says something, and `earlier` where it does not.
    #[must_use]
    pub fn over(self, earlier: &Self) -> Self {
        let Self { mut columns } = self;
        for of in &earlier.columns {
            match columns.iter_mut().find(|column| column.name == of.name && column.sheet == of.sheet) {
                Some(column) => {
                    let said = std::mem::take(column);
                    *column = ColumnMapping {
                        separator: said.separator.or_else(|| of.separator.clone()),
                        order: said.order.or_else(|| of.order.clone()),
                        kind: said.kind.or_else(|| of.kind.clone()),
                        facet: said.facet.or(of.facet),
                        ..of.clone()
                    };
                }
                None => columns.push(of.clone()),
            }
        }
        Self { columns }
    }

    /// The first word that means nothing, with its column and its key.
    #[must_use]
    pub fn unknown_word(&self) -> Option<(&str, &'static str, &str)> {
        self.columns.iter().find_map(|column| {
            let of = |key, word: &'_ Option<String>, is_known: fn(&str) -> bool| {
                word.as_deref().is_some_and(|word| !is_known(word)).then_some(key)
            };
            let key = of("field", &column.field, |word| Role::of(word).is_some())
                .or_else(|| of("separator", &column.separator, |word| separator(word).is_some()))
                .or_else(|| of("order", &column.order, |word| value(&ORDERS, word).is_some()))
                .or_else(|| of("kind", &column.kind, |word| value(&KINDS, word).is_some()))?;
            let words = [&column.field, &column.separator, &column.order, &column.kind];
            let at = ["field", "separator", "order", "kind"].iter().position(|other| *other == key)?;
            Some((column.name.as_str(), key, words[at].as_deref().unwrap_or_default()))
        })
    }

    /// What is said of a column; what is said of its sheet counts before what is said of all.
    pub(super) fn column(&self, column: &Column) -> Option<&ColumnMapping> {
        let named = || self.columns.iter().filter(|mapping| column.is_called(&mapping.name));
        let of_sheet = || named().find(|mapping| mapping.sheet.is_some() && mapping.sheet == column.sheet);
        of_sheet().or_else(|| named().find(|mapping| mapping.sheet.is_none()))
    }
}

impl ColumnMapping {
    fn of(column: &Column) -> Self {
        let is_own = column.role == Role::Own;
        let word = |words: &[(&'static str, FieldKind)]| {
            words.iter().find(|(_, kind)| *kind == column.kind).map(|(word, _)| (*word).to_owned())
        };
        let order = ORDERS.iter().find(|(_, order)| *order == column.order).map(|(word, _)| (*word).to_owned());
        let separator = match column.separator {
            Separator::None => None,
            Separator::Line => Some(LINE.to_owned()),
            Separator::Sign(sign) => Some(sign.to_string()),
        };
        Self {
            name: column.name.clone(),
            sheet: column.sheet.clone(),
            field: Some(column.role.word().to_owned()),
            separator,
            order,
            label: (is_own && column.label != column.name).then(|| column.label.clone()),
            kind: is_own.then(|| word(&KINDS)).flatten(),
            facet: is_own.then_some(column.is_filter),
            topic: column.topic.is_some(),
        }
    }

    /// Gives a column the role that is said of it; whether one is.
    pub(super) fn set_role(&self, column: &mut Column) -> bool {
        let Some(role) = self.field.as_deref().and_then(Role::of) else { return false };
        column.role = role;
        if self.topic {
            column.topic = Some(column.name.clone());
            (column.kind, column.is_filter) = (FieldKind::Terms, true);
        }
        if let Some(label) = self.label.as_ref().filter(|_| role == Role::Own) {
            column.label.clone_from(label);
        }
        true
    }

    /// Puts what is said of a column in place of what was guessed of its values.
    pub(super) fn set_details(&self, column: &mut Column, values: &[&str]) {
        if let Some(separator) = self.separator.as_deref().and_then(separator) {
            column.separator = separator;
        }
        if let Some(order) = self.order.as_deref().and_then(|word| value(&ORDERS, word)) {
            column.order = order;
        }
        if let Some(kind) = self.kind.as_deref().and_then(|word| value(&KINDS, word)).filter(|_| !self.topic) {
            if kind != column.kind {
                column.is_yes_no = false;
                column.numbers = if kind == FieldKind::Number { Numbers::of(values) } else { None };
            }
            column.kind = kind;
        }
        if let Some(is_filter) = self.facet {
            column.is_filter = is_filter;
        }
    }
}

fn separator(word: &str) -> Option<Separator> {
    let mut signs = word.chars();
    match (word, signs.next(), signs.next()) {
        (NO_SEPARATOR, ..) => Some(Separator::None),
        (LINE, ..) => Some(Separator::Line),
        (_, Some(sign), None) => Some(Separator::Sign(sign)),
        _ => None,
    }
}

fn value<T: Copy>(words: &[(&str, T)], word: &str) -> Option<T> {
    words.iter().find(|(known, _)| *known == word).map(|(_, value)| *value)
}
