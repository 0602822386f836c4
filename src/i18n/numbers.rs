//! Numbers, shares, dates and lists in the language of the page.

use super::current;
use super::functions::date;

/// A whole number: 12,345.
pub fn number(n: usize) -> String {
    current().locale.number(n)
}

/// A number with so many digits behind its decimal sign, 0 or more.
pub fn decimal(value: f64, digits: usize) -> String {
    current().locale.decimal(value, digits)
}

/// A number of tenths, with one digit behind its decimal sign: 1.8.
pub fn tenths(n: u64) -> String {
    current().locale.fixed(usize::try_from(n).unwrap_or(usize::MAX), 1)
}

/// A whole percentage: 46%.
pub fn percent(n: usize) -> String {
    format!("{}{}", number(n), current().locale.percent)
}

/// The share that one number is of another, with a decimal where it is small: 46%, 0.4%.
pub fn share(n: u32, of: u32) -> String {
    let share = 100.0 * f64::from(n) / f64::from(of.max(1));
    format!("{}{}", decimal(share, usize::from(share > 0.0 && share < 9.95)), current().locale.percent)
}

/// "12 of 30 (40%)": the first, and the share that it is.
pub fn part_of(n: usize, of: usize) -> String {
    format!("{} ({})", number(n), percent((n * 200 + of).checked_div(of * 2).unwrap_or(0)))
}

/// How many times as many: 2.4, 12, 0.03.
pub fn times(ratio: f64) -> String {
    decimal(ratio, if ratio < 0.095 { 2 } else { usize::from(ratio < 9.95) })
}

/// A time in microseconds: 12 ms, 1.2 ms, 0.012 ms.
pub fn milliseconds(time: u32) -> String {
    let fixed = |units: u32, digits| current().locale.fixed(units as usize, digits);
    let number = match time {
        10_000.. => fixed(time.saturating_add(500) / 1000, 0),
        1000.. => fixed(time.saturating_add(50) / 100, 1),
        _ => fixed(time, 3),
    };
    format!("{number} ms")
}

/// A date of the form 2018, 2018-01 or 2018-01-04; any other text as it is.
pub fn date_text(text: &str) -> String {
    text.parse().map_or_else(|_| text.to_owned(), date)
}

/// Texts behind one another, with commas.
pub fn commas<T: AsRef<str>>(texts: &[T]) -> String {
    let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
    texts.join(current().locale.comma)
}

/// A text in quotation marks.
pub fn quoted(text: &str) -> String {
    current().locale.quoted(text)
}

/// A text with a capital letter at its beginning.
pub fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
