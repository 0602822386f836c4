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

/// The large digit of the lowest four bits.
pub fn hex(bits: u32) -> char {
    char::from_digit(bits & 0xf, 16).unwrap_or('0').to_ascii_uppercase()
}
