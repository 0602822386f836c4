//! What every picture has: a ground, a title, a line on its source, and texts that stay what they are in XML.

use std::fmt::Write as _;

use crate::text::{em_width, isolated};

/// How wide a picture is at least, and its margin, in pixels.
const WIDTH: i32 = 1200;
pub(super) const MARGIN: i32 = 40;
/// How wide what is drawn can be in a picture of that width.
pub(super) const INNER: i32 = WIDTH - 2 * MARGIN;

/// The colours of the light page (`style/tokens.css`).
pub(super) const INK: &str = "#1c2326";
pub(super) const QUIET: &str = "#566066";
pub(super) const LINE: &str = "#dedad1";
pub(super) const ACCENT: &str = "#12595e";

/// The faces of the page's texts; names of several words in single quotes, since they stand in an attribute.
const FACES: &str = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', sans-serif";

/// What stands around what is drawn.
#[derive(Debug, Clone, Copy)]
pub struct Frame<'a> {
    /// What the picture shows.
    pub title: &'a str,
    /// What was asked of which catalog, and when.
    pub source: &'a str,
}

/// A picture as a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The SVG.
    pub svg: String,
    /// How wide it is, in pixels.
    pub width: i32,
    /// How high it is.
    pub height: i32,
}

/// A picture that is being drawn.
pub(super) struct Canvas<'a> {
    frame: &'a Frame<'a>,
    width: i32,
    body: String,
}

impl<'a> Canvas<'a> {
    /// Returns a canvas for something so wide at least, with its title on it, and the y below that.
    pub(super) fn new(frame: &'a Frame<'a>, inner: i32) -> (Self, i32) {
        let mut canvas = Self { frame, width: inner.max(INNER) + 2 * MARGIN, body: String::new() };
        let y = canvas.lines(MARGIN + 18, 24, "font-weight=\"600\"", frame.title);
        (canvas, y + 16)
    }

    /// How wide what is drawn can be.
    pub(super) fn inner(&self) -> i32 {
        self.width - 2 * MARGIN
    }

    /// Writes a text at a point of its first line; `look` are attributes.
    pub(super) fn text(&mut self, (x, y): (i32, i32), size: i32, look: &str, text: &str) {
        let _ = write!(self.body, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\" {look}>");
        push_escaped(&mut self.body, &isolated(text));
        self.body.push_str("</text>\n");
    }

    /// Draws a rectangle; `look` are attributes.
    pub(super) fn rect(&mut self, (x, y): (i32, i32), (width, height): (i32, i32), look: &str) {
        let _ = writeln!(self.body, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\" {look}/>");
    }

    /// Writes a text in lines as long as the picture is wide; returns the y of what comes below.
    fn lines(&mut self, mut y: i32, size: i32, look: &str, text: &str) -> i32 {
        for line in wrapped(text, ems(self.inner(), size)) {
            self.text((MARGIN, y), size, look, &line);
            y += size * 13 / 10;
        }
        y
    }

    /// Returns the picture, whose drawing ends at a height.
    pub(super) fn finished(mut self, y: i32) -> Picture {
        let look = format!("fill=\"{QUIET}\"");
        let bottom = self.lines(y + 32, 12, &look, self.frame.source);
        let (width, height) = (self.width, bottom + MARGIN / 2);
        let mut svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             font-family=\"{FACES}\" fill=\"{INK}\">\n<title>"
        );
        push_escaped(&mut svg, self.frame.title);
        let _ = writeln!(svg, "</title>\n<rect width=\"{width}\" height=\"{height}\" fill=\"#ffffff\"/>");
        svg.push_str(&self.body);
        svg.push_str("</svg>\n");
        Picture { svg, width, height }
    }
}

/// Pixels in hundredths of the size of letters.
pub(super) fn ems(pixels: i32, size: i32) -> u32 {
    u32::try_from(pixels.max(0) * 100 / size.max(1)).unwrap_or(0)
}

/// A text that is no wider than a limit, in hundredths of the size of its letters: cut off where it is.
pub(super) fn fitted(text: &str, limit: u32) -> String {
    if em_width(text) <= limit {
        return text.to_owned();
    }
    let mut kept = String::new();
    let mut width = 95;
    for letter in text.chars() {
        width += em_width(letter.encode_utf8(&mut [0; 4]));
        if width > limit {
            break;
        }
        kept.push(letter);
    }
    format!("{}…", kept.trim_end())
}

/// A text in lines no wider than a limit, in hundredths of the size of its letters; a longer word is cut off.
fn wrapped(text: &str, limit: u32) -> Vec<String> {
    let mut lines = vec![String::new()];
    for word in text.split_whitespace() {
        let word = fitted(word, limit);
        let is_full = |line: &String| !line.is_empty() && em_width(line) + em_width(&word) + em_width(" ") > limit;
        if lines.last().is_some_and(is_full) {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(&word);
        }
    }
    lines
}

/// Adds a text as content of XML: what XML 1.0 has no place for is left out (section 2.2), its signs are escaped.
fn push_escaped(svg: &mut String, text: &str) {
    for c in text.chars() {
        match c {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '\t' | '\n' | '\r' => svg.push(' '),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            c => svg.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Canvas, Frame, fitted, wrapped};
    use crate::text::em_width;

    #[test]
    fn lines_are_no_wider_than_they_may_be_and_keep_every_word() {
        assert_eq!(wrapped("aa bb cc", 300), ["aa bb", "cc"]);
        assert_eq!(fitted("Assessment literacy", 500), "Assess…");
        arbtest::arbtest(|u| {
            let (text, limit): (String, u32) = (u.arbitrary()?, u.int_in_range(200..=3000)?);
            let lines = wrapped(&text, limit);
            assert!(lines.iter().all(|line| em_width(line) <= limit), "{lines:?}");
            Ok(())
        });
    }

    #[test]
    fn hostile_texts_stay_texts() {
        let frame = Frame { title: "</title><script>1</script> \u{0} & \u{202e}txet", source: "\"'<>&\u{1}\u{ffff}" };
        let (mut canvas, y) = Canvas::new(&frame, 0);
        canvas.text((0, y), 12, "", "]]><![CDATA[<b>");
        let svg = canvas.finished(y).svg;
        assert_eq!(
            svg.matches('<').count(),
            11,
            "svg, title and three texts, each begun and ended, and one rect: {svg}"
        );
        assert!(!svg.contains(['\u{0}', '\u{1}', '\u{ffff}']) && svg.contains("&lt;script&gt;"));
    }
}
