//! Where a JSON value ends, byte by byte.
//!
//! Looks at quotes and brackets only, and takes any closing bracket for any opening one: whether the value is right is for
//! the JSON parser.

/// How deep inside a value the scan stands.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Nest {
    depth: usize,
    in_string: bool,
    escaped: bool,
}

impl Nest {
    /// Whether a value that is neither text nor bracketed ends before this byte.
    pub(super) fn ends_before(byte: u8, first: u8) -> bool {
        let plain = !matches!(first, b'"' | b'{' | b'[');
        plain && (byte.is_ascii_whitespace() || matches!(byte, b',' | b']' | b'}'))
    }

    /// Takes one byte of the value in; whether the value ends with it.
    pub(super) fn ends_with(&mut self, byte: u8) -> bool {
        if self.in_string {
            match byte {
                _ if self.escaped => self.escaped = false,
                b'\\' => self.escaped = true,
                b'"' => {
                    self.in_string = false;
                    return self.depth == 0;
                }
                _ => {}
            }
            return false;
        }
        match byte {
            b'"' => self.in_string = true,
            b'{' | b'[' => self.depth += 1,
            b'}' | b']' => {
                self.depth = self.depth.saturating_sub(1);
                return self.depth == 0;
            }
            _ => {}
        }
        false
    }
}
