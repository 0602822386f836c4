//! Identifiers of works beside the DOI: ISBNs and the numbers of ERIC documents.

use crate::catalog::{Resource, values};

/// The names that own fields and unknown keys for identifiers have.
const ISBN_FIELDS: [&str; 2] = ["isbn", "ISBN"];
const ERIC_FIELDS: [&str; 4] = ["eric", "ERIC", "eric_number", "accession_number"];
/// Where ERIC shows a document, and where it keeps its text.
const ERIC_HOST: &str = "eric.ed.gov/";

/// The ISBN that a resource states in a field of that name, with 13 digits.
pub(super) fn isbn(resource: &Resource) -> Option<String> {
    stated(resource, &ISBN_FIELDS).find_map(|text| isbn_13(&text))
}

/// The number of the ERIC document that a resource is, such as `ED123456`: in its address or in a field of that name.
pub(super) fn eric(resource: &Resource) -> Option<String> {
    let address = resource.url.as_deref().and_then(|url| url.split_once(ERIC_HOST)).map(|(_, path)| path.to_owned());
    address.into_iter().chain(stated(resource, &ERIC_FIELDS)).find_map(|text| eric_number(&text))
}

fn stated<'a>(resource: &'a Resource, fields: &'a [&str]) -> impl Iterator<Item = String> + 'a {
    fields.iter().flat_map(|field| [values(&resource.extra, field), values(&resource.other, field)]).flatten()
}

/// The first number of an ERIC document in a text: `ED` (documents) or `EJ` (articles) and at least six digits.
fn eric_number(text: &str) -> Option<String> {
    let text = text.to_ascii_uppercase();
    text.split(|c: char| !c.is_ascii_alphanumeric()).find_map(|word| {
        let digits = word.strip_prefix("ED").or_else(|| word.strip_prefix("EJ"))?;
        ((6..=8).contains(&digits.len()) && digits.bytes().all(|digit| digit.is_ascii_digit())).then(|| word.to_owned())
    })
}

/// An ISBN with 13 digits (ISO 2108), of one with 10 or 13 whose check digit is right.
fn isbn_13(text: &str) -> Option<String> {
    let digits: Vec<u8> = text.bytes().filter(u8::is_ascii_alphanumeric).collect();
    // A label may stand before it.
    let digits = digits.strip_prefix(b"ISBN").unwrap_or(&digits);
    let value = |digit: &u8| digit.is_ascii_digit().then(|| u32::from(digit - b'0'));
    let check = |first: &[u8]| -> Option<u32> {
        let weighed = first.iter().enumerate().map(|(at, digit)| Some(value(digit)? * if at % 2 == 0 { 1 } else { 3 }));
        Some((10 - weighed.sum::<Option<u32>>()? % 10) % 10)
    };
    let of = |first: &[u8]| Some(format!("{}{}", std::str::from_utf8(first).ok()?, check(first)?));
    match digits.len() {
        13 if value(&digits[12]) == check(&digits[..12]) => of(&digits[..12]),
        10 => {
            let weighed = digits.iter().zip((1..=10).rev()).map(|(digit, weight)| {
                let ten = (weight == 1 && *digit == b'X').then_some(10);
                Some(ten.or_else(|| value(digit))? * weight)
            });
            let is_right = weighed.sum::<Option<u32>>()? % 11 == 0;
            is_right.then(|| of(&[b"978", &digits[..9]].concat())).flatten()
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::{eric_number, isbn_13};

    #[test]
    fn an_isbn_of_either_length_is_one_number_and_a_wrong_check_digit_none() {
        for text in ["978-0-306-40615-7", "0-306-40615-2", "ISBN 0306406152", "9780306406157"] {
            assert_eq!(isbn_13(text).as_deref(), Some("9780306406157"), "{text}");
        }
        assert_eq!(isbn_13("0-8044-2957-X").as_deref(), Some("9780804429573"));
        for text in ["978-0-306-40615-8", "0-306-40615-3", "12", "", "X-306-40615-2", "été"] {
            assert_eq!(isbn_13(text), None, "{text}");
        }
    }

    #[test]
    fn the_number_of_an_eric_document_is_found_in_addresses_and_texts() {
        for text in ["?id=ED612345", "fulltext/ED612345.pdf", "ed612345", "ERIC Number: ED612345"] {
            assert_eq!(eric_number(text).as_deref(), Some("ED612345"), "{text}");
        }
        for text in ["ED12", "EDUCATION", "612345", "?q=ED"] {
            assert_eq!(eric_number(text), None, "{text}");
        }
    }
}
