//! Numbers of a column: which sign is the decimal mark, what is a unit, and what only looks like a number.

/// How the numbers of a column are written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::import) struct Numbers {
    /// The decimal mark: a point or a comma.
    mark: char,
    /// What stands beside each number: a currency or `%`; empty where nothing does.
    pub(in crate::import) unit: String,
    /// Whether another mark would read other numbers.
    pub(in crate::import) is_ambiguous: bool,
    /// Whether every number ends with `.0`, as whole numbers do that a program took for fractions.
    are_floats: bool,
}

/// Digits that a number has at most; more are those of a code.
const MOST_DIGITS: usize = 14;
/// Digits without a separator from which on a number is taken for a code, such as an ISBN.
const CODE_DIGITS: usize = 9;

impl Numbers {
    /// How the values of a column are written, where all are numbers.
    pub(in crate::import) fn of(values: &[&str]) -> Option<Self> {
        let parts: Vec<(&str, &str)> = values.iter().map(|value| split_unit(value)).collect::<Option<_>>()?;
        let (_, unit) = *parts.first()?;
        if parts.iter().any(|(_, other)| *other != unit) || parts.iter().any(|(number, _)| is_code(number)) {
            return None;
        }
        let reads = |mark: char| parts.iter().map(|(number, _)| plain(number, mark)).collect::<Option<Vec<String>>>();
        let (mark, is_ambiguous) = match (reads('.'), reads(',')) {
            (Some(point), Some(comma)) => ('.', point != comma),
            (Some(_), None) => ('.', false),
            (None, Some(_)) => (',', false),
            (None, None) => return None,
        };
        let are_floats = parts.iter().all(|(number, _)| number.ends_with(".0"));
        Some(Self { mark, unit: unit.to_owned(), is_ambiguous, are_floats })
    }

    /// A value with a point for decimal mark, without separators of thousands and unit.
    pub(in crate::import) fn read(&self, value: &str) -> Option<String> {
        let number = plain(split_unit(value)?.0, self.mark)?;
        Some(if self.are_floats { number.trim_end_matches(".0").to_owned() } else { number })
    }
}

/// The number of a value, and the unit before or behind it; `None` where something else stands there.
fn split_unit(value: &str) -> Option<(&str, &str)> {
    const UNITS: [&str; 13] = ["€", "$", "£", "¥", "%", "EUR", "USD", "GBP", "CHF", "US$", "kr", "zł", "₽"];
    let value = value.trim();
    let value = value.strip_prefix('+').unwrap_or(value);
    if value.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.' | '−')) {
        let end = value.rfind(|c: char| c.is_ascii_digit())? + 1;
        let (number, unit) = (value[..end].trim(), value[end..].trim());
        return (unit.is_empty() || UNITS.contains(&unit)).then_some((number, unit));
    }
    let unit = UNITS.into_iter().find(|unit| value.starts_with(unit))?;
    Some((value[unit.len()..].trim(), unit))
}

/// Whether digits are a code: they begin with a zero, or are many without a separator.
fn is_code(number: &str) -> bool {
    let number = number.trim_start_matches(['-', '+']);
    let has_separator = number.contains(['.', ',', '\'', '’', ' ']);
    number.len() > 1 && number.starts_with('0') && number[1..].starts_with(|c: char| c.is_ascii_digit())
        || number.len() >= CODE_DIGITS && !has_separator
}

/// A number with that decimal mark and groups of three digits between separators of thousands.
fn plain(number: &str, mark: char) -> Option<String> {
    let (sign, digits) = match number.strip_prefix(['-', '−']) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", number),
    };
    let (whole, places) = match digits.split_once(mark) {
        Some((whole, places)) => (whole, Some(places)),
        None => (digits, None),
    };
    let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if places.is_some_and(|places| !are_digits(places)) {
        return None;
    }
    let thousands = whole.chars().find(|c| !c.is_ascii_digit());
    let allowed: &[char] = if mark == '.' { &[',', '\'', '’', ' '] } else { &['.', '\'', '’', ' '] };
    let whole = match thousands {
        Some(sign) if allowed.contains(&sign) => {
            let groups: Vec<&str> = whole.split(sign).collect();
            let is_first = |at: usize| at == 0;
            let fits = |(at, group): (usize, &&str)| {
                are_digits(group) && if is_first(at) { group.len() <= 3 } else { group.len() == 3 }
            };
            groups.iter().enumerate().all(fits).then(|| groups.concat())?
        }
        None if are_digits(whole) => whole.to_owned(),
        _ => return None,
    };
    (whole.len() <= MOST_DIGITS).then(|| match places {
        Some(places) => format!("{sign}{whole}.{places}"),
        None => format!("{sign}{whole}"),
    })
}

#[cfg(test)]
mod tests {
    use super::Numbers;

    #[track_caller]
    fn check(values: &[&str], read: &[&str]) {
        let numbers = Numbers::of(values);
        let found: Vec<String> =
            numbers.iter().flat_map(|numbers| values.iter().filter_map(|value| numbers.read(value))).collect();
        assert_eq!(found, read, "{values:?}");
    }

    #[test]
    fn the_column_decides_which_sign_is_the_decimal_mark() {
        check(&["12,50", "8,00", "1.250,00"], &["12.50", "8.00", "1250.00"]);
        check(&["12,480", "950", "1,234,567"], &["12480", "950", "1234567"]);
        check(&["12.480", "950", "1.234.567"], &["12480", "950", "1234567"]);
        check(&["12 480", "950"], &["12480", "950"]);
        check(&["12'480", "1'234'567"], &["12480", "1234567"]);
        check(&["2019.0", "170.0"], &["2019", "170"]);
        check(&["0.0", "6.457"], &["0.0", "6.457"]);
        assert!(Numbers::of(&["12,480", "950"]).is_some_and(|numbers| numbers.is_ambiguous));
    }

    #[test]
    fn one_unit_of_all_values_is_a_unit() {
        check(&["45%", "100%", "7%"], &["45", "100", "7"]);
        check(&["-12.5 %", "0%", "+3 %"], &["-12.5", "0", "3"]);
        check(&["€ 12,00", "€ 8,50"], &["12.00", "8.50"]);
        check(&["1.5", "90 min"], &[]);
    }

    #[test]
    fn codes_versions_and_telephone_numbers_are_no_numbers() {
        for values in
            [["00042", "007"], ["9780999991237", "2"], ["+44 20 5550 0100", "1"], ["5.4", "1.18a"], ["2.3", "1.2.3"]]
        {
            check(&values, &[]);
        }
    }
}
