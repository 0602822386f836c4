//! Where a JSON value ends, byte by byte.
//!
//! Looks at quotes and brackets only, and takes any closing bracket for any opening one: whether the value is right is for
//! the JSON parser. Two kinds of damage are noticed on the way, so that a broken record ends near where it breaks: a text
//! without its closing quote ends with its line, and an object in which another begins where a key should stand has lost
//! its closing brace.

/// The depth of brackets inside a value, and whether a string or a key begins.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct BracketTracker {
    depth: usize,
    in_string: bool,
    escaped: bool,
    /// Whether the outermost bracket is at a place for a key: right behind it, or behind a comma.
    key_due: bool,
}

impl BracketTracker {
    /// Whether a value that began with `first` ends before this byte.
    pub(super) fn ends_before(self, byte: u8, first: u8) -> bool {
        match first {
            b'{' => self.depth == 1 && self.key_due && byte == b'{',
            b'"' | b'[' => false,
            _ => byte.is_ascii_whitespace() || matches!(byte, b',' | b']' | b'}'),
        }
    }

    /// Takes one byte of the value in; whether the value ends with it.
    pub(super) fn ends_with(&mut self, byte: u8) -> bool {
        if self.in_string {
            return self.string_ends_with(byte);
        }
        if !byte.is_ascii_whitespace() {
            self.key_due = byte == b',' && self.depth == 1 || byte == b'{' && self.depth == 0;
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

    /// Takes one byte of a text in; whether the value is this text and ends with it.
    fn string_ends_with(&mut self, byte: u8) -> bool {
        match byte {
            b'\n' => (self.in_string, self.escaped) = (false, false),
            _ if self.escaped => self.escaped = false,
            b'\\' => self.escaped = true,
            b'"' => {
                self.in_string = false;
                return self.depth == 0;
            }
            _ => {}
        }
        false
    }
}
