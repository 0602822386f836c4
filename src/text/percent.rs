//! Percent-encoding: a byte as a percent sign and two digits (RFC 3986 section 2.1).

/// Appends a byte as a percent sign and its number in two large digits.
pub fn push_percent(out: &mut String, byte: u8) {
    out.extend(['%', hex(u32::from(byte) >> 4), hex(u32::from(byte))]);
}

/// Appends a text as part of an address: all but the unreserved characters (RFC 3986 section 2.3) percent-encoded.
pub fn push_encoded(out: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            push_percent(out, byte);
        }
    }
}

/// Returns a text without its percent-encoding, but for the bytes to be `kept` encoded; one whose bytes are no UTF-8 stays as it is.
pub fn percent_decoded(text: &str, kept: &[u8]) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, behind @ ..] = rest {
        let hex = |at: usize| behind.get(at).and_then(|digit| char::from(*digit).to_digit(16));
        let byte =
            (*first == b'%').then(|| Some((hex(0)? << 4) | hex(1)?)).flatten().and_then(|n| u8::try_from(n).ok());
        match byte {
            Some(byte) if kept.contains(&byte) => bytes.extend(rest[..3].to_ascii_uppercase()),
            Some(byte) => bytes.push(byte),
            None => bytes.push(*first),
        }
        rest = if byte.is_some() { &rest[3..] } else { behind };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

/// The large digit of the lowest four bits.
pub fn hex(bits: u32) -> char {
    char::from_digit(bits & 0xf, 16).unwrap_or('0').to_ascii_uppercase()
}
