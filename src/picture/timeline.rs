//! The timeline as a file: a bar a year, divided as on the page.

use super::canvas::{Canvas, Frame, INNER, LINE, MARGIN, Picture, QUIET, ems, fitted};
use crate::explore::{self, Engine, MOST_PARTS};
use crate::i18n;

/// How high the tallest bar is, how much room the figures of the scale have, and how many years are written at most.
const HIGHEST: i32 = 360;
const SCALE: i32 = 44;
const LABELS: usize = 12;
/// How wide the name of a part is at most.
const NAME: i32 = 160;

/// The looks of parts: named ones, all others, what is not stated.
const LOOKS: [&str; MOST_PARTS + 2] = [
    "fill=\"#0b4246\"",
    "fill=\"#a4541b\"",
    "fill=\"#88acae\"",
    "fill=\"#d6b297\"",
    "fill=\"#dedad1\"",
    "fill=\"#ffffff\" stroke=\"#8a8f8c\"",
];

/// Returns the picture of a timeline.
pub fn timeline(frame: &Frame<'_>, engine: &Engine, line: &explore::Timeline) -> Picture {
    let (mut canvas, mut top) = Canvas::new(frame, 0);
    if line.stack.is_some() {
        legend(&mut canvas, top, engine, line);
        top += 32;
    }
    let (most, bottom) = (line.most(), top + HIGHEST);
    let height =
        |n: u32| i32::try_from(u64::from(n) * u64::from(HIGHEST.unsigned_abs()) / u64::from(most)).unwrap_or(0);
    for n in line.lines() {
        let y = bottom - height(n);
        canvas.rect((MARGIN + SCALE, y), (INNER - SCALE, 1), &format!("fill=\"{LINE}\""));
        let look = format!("text-anchor=\"end\" fill=\"{QUIET}\"");
        canvas.text((MARGIN + SCALE - 8, y + 4), 12, &look, &i18n::number(n as usize));
    }
    let n_slots = i32::try_from(line.slots.len()).unwrap_or(i32::MAX).max(1);
    let left = |at: usize| MARGIN + SCALE + (INNER - SCALE) * i32::try_from(at).unwrap_or(0) / n_slots;
    for (at, slot) in line.slots.iter().enumerate() {
        let (x, mut y) = (left(at), bottom);
        let room = left(at + 1) - x;
        let width = (room * 8 / 10).clamp(1, 72);
        let mut so_far = 0;
        for (look, count) in slot.bar.layers() {
            so_far += count;
            let above = bottom - height(so_far);
            canvas.rect((x + (room - width) / 2, above), (width, y - above), LOOKS[look.min(LOOKS.len() - 1)]);
            y = above;
        }
    }
    for at in line.labelled(LABELS) {
        let Some(slot) = line.slots.get(at) else { continue };
        let is_early = at == 0 && slot.from < slot.to;
        let years = if is_early { i18n::before_year(slot.to + 1) } else { slot.from.to_string() };
        let middle = left(at).midpoint(left(at + 1));
        canvas.text((middle, bottom + 20), 13, &format!("text-anchor=\"middle\" fill=\"{QUIET}\""), &years);
    }
    canvas.rect((MARGIN + SCALE, bottom), (INNER - SCALE, 1), &format!("fill=\"{QUIET}\""));
    let mut end = bottom + 24;
    if line.undated.total > 0 {
        end += 22;
        canvas.text((MARGIN, end), 13, "", &i18n::without_year(line.undated.total));
    }
    canvas.finished(end)
}

/// What the parts of the bars are, one behind the other.
fn legend(canvas: &mut Canvas<'_>, y: i32, engine: &Engine, line: &explore::Timeline) {
    let Some((facet, values)) = &line.stack else { return };
    let named = values.iter().enumerate().map(|(at, value)| (at, i18n::line(&engine.facets[*facet], Some(*value))));
    let rest = [(MOST_PARTS, i18n::others()), (MOST_PARTS + 1, i18n::not_stated_text())];
    let looks = line.looks();
    for (nth, (look, name)) in (0..).zip(named.chain(rest).filter(|(look, _)| looks.contains(look))) {
        let x = MARGIN + nth * (NAME + 26);
        canvas.rect((x, y), (14, 14), LOOKS[look.min(LOOKS.len() - 1)]);
        canvas.text((x + 20, y + 12), 13, "", &fitted(name, ems(NAME, 13)));
    }
}
