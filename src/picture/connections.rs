//! The connections as a file: the pairs in their order, each with a bar.

use super::canvas::{ACCENT, Canvas, Frame, INK, MARGIN, Picture, QUIET, ems, fitted};
use crate::explore::Pair;
use crate::i18n;

/// How many pairs are drawn.
const MOST: usize = 20;
/// How high a row is, and where its bar and its figures stand.
const ROW: i32 = 28;
const BARS: i32 = 580;
const LONGEST: i32 = 260;
const FIGURES: [i32; 3] = [910, 1010, 1160];

/// Returns the picture of pairs; `label` names the value at a place of them, `total` is how many results there are.
pub fn connections<'a>(frame: &Frame<'_>, pairs: &[Pair], label: &dyn Fn(usize) -> &'a str, total: usize) -> Picture {
    let (mut canvas, mut y) = Canvas::new(frame, 0);
    let total = u32::try_from(total).unwrap_or(u32::MAX);
    let most = i64::from(pairs.iter().map(|pair| pair.count).max().unwrap_or(1).max(1));
    let figure = |colour: &str| format!("text-anchor=\"end\" fill=\"{colour}\"");
    let heads = [i18n::count(), i18n::share_label(), i18n::beside_chance()];
    y += 12;
    for (x, head) in FIGURES.into_iter().zip(heads) {
        canvas.text((x, y), 12, &figure(QUIET), head);
    }
    for pair in pairs.iter().take(MOST) {
        let half = ems((BARS - MARGIN - 40) / 2, 14);
        let names = [pair.a, pair.b].map(|at| fitted(label(at), half)).join(" + ");
        canvas.text((MARGIN, y + 22), 14, "", &names);
        let length = i32::try_from(i64::from(pair.count) * i64::from(LONGEST) / most).unwrap_or(0).max(2);
        canvas.rect((BARS, y + 10), (length, 14), &format!("fill=\"{ACCENT}\""));
        let figures = [i18n::number(pair.count as usize), i18n::share(pair.count, total), i18n::tenths(pair.lift)];
        for (x, text) in FIGURES.into_iter().zip(figures) {
            canvas.text((x, y + 22), 14, &figure(INK), &text);
        }
        y += ROW;
    }
    canvas.finished(y)
}
