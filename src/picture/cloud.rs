//! The cloud as a file.

use super::canvas::{ACCENT, Canvas, Frame, INNER, MARGIN, Picture};
use crate::explore::{self, Engine, Star, Tags, constellation};

/// Returns the picture of a cloud: its tags where the page has them, in the colours of their families.
pub fn cloud(frame: &Frame<'_>, engine: &Engine, cloud: &explore::Cloud) -> Picture {
    let (mut canvas, top) = Canvas::new(frame, 0);
    let places = constellation(engine, cloud, INNER);
    let is_theme = matches!(cloud.of, Tags::Facet(facet) if engine.facets[facet].definition.key == "theme");
    let mut draw = |star: &Star, look: &str| {
        let theme = engine.themes().get(star.at as usize).filter(|_| is_theme);
        let colour = theme.map_or_else(|| ACCENT.to_owned(), |theme| theme.light.to_string());
        let look = format!("text-anchor=\"middle\" fill=\"{colour}\"{look}");
        let n = i32::try_from(star.lines.len()).unwrap_or(1);
        let rect = star.rect;
        // Lines are 1.1 times as high as letters, which stand on a line at 0.85 of that.
        let mut y = top + rect.y + (rect.height - n * star.size * 11 / 10) / 2 + star.size * 9 / 10;
        for line in &star.lines {
            canvas.text((MARGIN + rect.x + rect.width / 2, y), star.size, &look, line);
            y += star.size * 11 / 10;
        }
    };
    for family in &places.families {
        family.caption.iter().for_each(|caption| draw(caption, " font-weight=\"600\""));
        family.stars.iter().for_each(|star| draw(star, ""));
    }
    canvas.finished(top + places.height)
}
