//! Decimal numbers, for ranges: exact to four places, without floating point.
//!
//! An organization's number may be a price, a grade, an effect size. `1e3` is no number here.

/// A plain decimal number (`12`, `-0.5`, `.25`) in ten-thousandths; further places are cut off. `None` for anything else,
/// and for what is beyond 18 digits.
pub fn decimal(text: &str) -> Option<i64> {
    const PLACES: usize = 4;
    let text = text.trim();
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (whole, places) = digits.split_once('.').unwrap_or((digits, ""));
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() + places.len() == 0 || whole.len() > 14 || !is_number(whole) || !is_number(places) {
        return None;
    }
    let places = &places[..places.len().min(PLACES)];
    let ten_thousandths: i64 = format!("0{whole}{places:0<PLACES$}").parse().ok()?;
    Some(if negative { -ten_thousandths } else { ten_thousandths })
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_are_read_to_four_places() {
        for (text, expected) in [
            ("2016", Some(20_160_000)),
            (" -0.5 ", Some(-5_000)),
            (".25", Some(2_500)),
            ("3.", Some(30_000)),
            ("0.123456", Some(1_234)),
            ("", None),
            ("-", None),
            (".", None),
            ("soon", None),
            ("1e3", None),
            ("1.2.3", None),
            ("999999999999999", None),
        ] {
            assert_eq!(decimal(text), expected, "{text}");
        }
    }
}
