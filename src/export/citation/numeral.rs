//! Numbers in words, as lists of works sort them.

const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

/// A text with the number at its start in words, as a title that begins with one is sorted (MLA 9 section 5.123; Chicago 17 section
/// 16.65). Four digits are a year: `2017` is `twenty seventeen`, `2009` is `two thousand nine`. Larger numbers stay.
pub(super) fn spelled(text: &str) -> String {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = text.split_at(digits);
    match number.parse::<usize>() {
        Ok(number) if number < 10_000 => {
            let gap = if rest.starts_with(char::is_alphabetic) { " " } else { "" };
            format!("{}{gap}{rest}", words(number))
        }
        _ => text.to_owned(),
    }
}

fn words(number: usize) -> String {
    match number {
        0..20 => SMALL[number].to_owned(),
        20..100 => joined(TENS[number / 10 - 2], number % 10),
        100..1000 => joined(&format!("{} hundred", SMALL[number / 100]), number % 100),
        _ if (number / 10).is_multiple_of(100) => joined(&format!("{} thousand", words(number / 1000)), number % 1000),
        _ if number.is_multiple_of(100) => format!("{} hundred", words(number / 100)),
        _ => format!("{} {}", words(number / 100), words(number % 100)),
    }
}

fn joined(head: &str, rest: usize) -> String {
    if rest == 0 { head.to_owned() } else { format!("{head} {}", words(rest)) }
}

#[cfg(test)]
mod tests {
    use super::spelled;

    #[test]
    fn a_number_at_the_start_is_in_words() {
        for (title, key) in [
            ("4 Strategies", "four Strategies"),
            ("21st Century", "twenty one st Century"),
            ("2017 State", "twenty seventeen State"),
            ("2009: A Year", "two thousand nine: A Year"),
            ("1900", "nineteen hundred"),
            ("101 Ways", "one hundred one Ways"),
            ("123456 Ways", "123456 Ways"),
            ("Ten", "Ten"),
            ("", ""),
        ] {
            assert_eq!(spelled(title), key);
        }
    }
}
