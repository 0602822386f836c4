//! Numbers of cells as text: as their format shows them, without separators of thousands.
//!
//! Of number formats (ECMA-376 part 1, 18.8.30) those are read that change what a reader sees of a value: leading zeros, percent,
//! places, currency.

/// A number in a format.
pub(super) fn shown(number: f64, code: &str) -> String {
    let positive = code.split(';').next().unwrap_or(code);
    let plain = without_quotes(positive);
    let places = places(&plain);
    if plain.contains('%') {
        return format!("{}%", rounded(number * 100.0, places.unwrap_or(0)));
    }
    let is_zeros = plain.len() > 1 && plain.bytes().all(|byte| byte == b'0');
    if is_zeros && number >= 0.0 {
        return format!("{:0>width$}", rounded(number, 0), width = plain.len());
    }
    let is_general = plain.is_empty() || plain.eq_ignore_ascii_case("general") || plain == "@";
    let digits = match places {
        Some(places) if !is_general => rounded(number, places),
        _ => general(number),
    };
    match currency(positive) {
        Some(sign) => format!("{sign} {digits}"),
        None => digits,
    }
}

/// A number without a format: whole numbers without a point.
fn general(number: f64) -> String {
    // Beyond 15 digits, a number of a spreadsheet is not exact.
    if number.fract() == 0.0 && number.abs() < 1e15 { format!("{number:.0}") } else { format!("{number}") }
}

fn rounded(number: f64, places: usize) -> String {
    format!("{number:.places$}")
}

/// How many places a format shows; `None` where it has no digits.
fn places(code: &str) -> Option<usize> {
    if !code.contains(['0', '#']) || code.contains(['E', '/']) {
        return None;
    }
    Some(code.split_once('.').map_or(0, |(_, places)| places.bytes().take_while(|byte| b"0#?".contains(byte)).count()))
}

/// The sign of a currency in a format: `[$€-407] #,##0.00`, `"$"#,##0`.
fn currency(code: &str) -> Option<String> {
    if let Some((_, rest)) = code.split_once("[$") {
        let sign = rest.split([']', '-']).next().unwrap_or_default();
        return (!sign.is_empty()).then(|| sign.to_owned());
    }
    ['€', '$', '£', '¥'].into_iter().find(|sign| code.contains(*sign)).map(String::from)
}

/// A format without what stands in quotes and brackets, blanks and fills.
fn without_quotes(code: &str) -> String {
    let (mut out, mut chars) = (String::new(), code.chars());
    while let Some(c) = chars.next() {
        match c {
            '"' => while chars.next().is_some_and(|c| c != '"') {},
            '[' => while chars.next().is_some_and(|c| c != ']') {},
            '\\' | '_' | '*' => {
                chars.next();
            }
            ' ' | '€' | '$' | '£' | '¥' => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::shown;

    #[test]
    fn a_number_is_shown_as_its_format_says() {
        for (number, code, text) in [
            (42.0, "00000", "00042"),
            (9_780_999_991_231.0, "0", "9780999991231"),
            (0.45, "0%", "45%"),
            (1.0, "0.0%", "100.0%"),
            (12.5, "[$€-407] #,##0.00", "€ 12.50"),
            (12_480.0, "#,##0", "12480"),
            (2014.0, "General", "2014"),
            (2.5, "General", "2.5"),
            (8.0, "\"$\"#,##0.00_);[Red]\\(\"$\"#,##0.00\\)", "$ 8.00"),
        ] {
            assert_eq!(shown(number, code), text, "{code}");
        }
    }
}
