//! A list of readings split into sittings of one length, from the lengths that its catalog states.

use crate::catalog::Resource;

/// Minutes that a page takes: a page of a report has some 450 words, and adults read 238 words of non-fiction a minute
/// (M. Brysbaert, "How many words do we read per minute?", Journal of Memory and Language 109, 2019).
pub const MINUTES_PER_PAGE: u32 = 2;

/// The lengths of a sitting that are offered, in minutes.
pub const SITTINGS: [u32; 5] = [15, 30, 45, 60, 90];

/// The length of a sitting unless another one is chosen, in minutes.
pub const USUAL_SITTING: u32 = 30;

/// Longer works than this are counted as this: a number of pages that no work has splits no list into millions of sittings.
const MOST_MINUTES: u32 = 100_000;

/// What a length is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// Pages.
    Pages,
    /// Minutes of a recording.
    Minutes,
}

impl Unit {
    fn minutes(self) -> u32 {
        if self == Self::Pages { MINUTES_PER_PAGE } else { 1 }
    }
}

/// What of a work is read in a sitting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Part {
    /// The position of the work in the list.
    pub work: usize,
    /// What is counted.
    pub unit: Unit,
    /// The first page or minute.
    pub from: u32,
    /// The last one.
    pub to: u32,
    /// How many the work has.
    pub of: u32,
}

impl Part {
    /// Returns the minutes that it takes.
    pub fn minutes(&self) -> u32 {
        (self.to + 1 - self.from) * self.unit.minutes()
    }

    /// Returns whether it is all of its work.
    pub fn is_whole(&self) -> bool {
        self.to + 1 - self.from == self.of
    }
}

/// A list split into sittings.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadingPlan {
    /// The parts of each sitting, in the order of the list.
    pub sittings: Vec<Vec<Part>>,
    /// How long all works take whose length is stated, in minutes.
    pub minutes: u32,
    /// How many pages they have.
    pub pages: u32,
    /// The positions of the works whose length is not stated.
    pub unstated: Vec<usize>,
}

/// Splits works into sittings of `most` minutes. Works keep their order; one that fits into a sitting is not divided.
pub fn reading_plan<'a>(works: impl Iterator<Item = &'a Resource>, most: u32) -> ReadingPlan {
    let most = most.max(MINUTES_PER_PAGE);
    let mut plan = ReadingPlan::default();
    let mut left = 0;
    for (work, resource) in works.enumerate() {
        let Some((unit, of)) = length(resource) else {
            plan.unstated.push(work);
            continue;
        };
        let all = of * unit.minutes();
        plan.minutes += all;
        plan.pages += if unit == Unit::Pages { of } else { 0 };
        if all > left && all <= most {
            left = 0;
        }
        let mut from = 1;
        while from <= of {
            if left < unit.minutes() {
                plan.sittings.push(Vec::new());
                left = most;
            }
            let to = of.min(from - 1 + left / unit.minutes());
            let part = Part { work, unit, from, to, of };
            left -= part.minutes();
            from = to + 1;
            plan.sittings.last_mut().into_iter().for_each(|sitting| sitting.push(part));
        }
    }
    plan
}

/// The stated length of a work: its pages, or else its minutes.
fn length(resource: &Resource) -> Option<(Unit, u32)> {
    let stated = |unit: Unit, n: Option<u32>| {
        let n = n.filter(|n| *n > 0)?;
        Some((unit, n.min(MOST_MINUTES / unit.minutes())))
    };
    stated(Unit::Pages, resource.pages).or_else(|| stated(Unit::Minutes, resource.minutes))
}

#[cfg(test)]
mod tests {
    use super::{Part, Unit, reading_plan};
    use crate::catalog::Resource;

    fn work(pages: Option<u32>, minutes: Option<u32>) -> Resource {
        Resource { pages, minutes, ..Resource::default() }
    }

    #[test]
    fn a_work_that_fits_is_not_divided_and_a_long_one_is() {
        let works = [work(Some(10), None), work(None, Some(15)), work(None, None), work(Some(35), None)];
        let plan = reading_plan(works.iter(), 30);
        let part = |work, unit, from, to, of| Part { work, unit, from, to, of };
        assert_eq!(
            plan.sittings,
            [
                vec![part(0, Unit::Pages, 1, 10, 10)],
                vec![part(1, Unit::Minutes, 1, 15, 15), part(3, Unit::Pages, 1, 7, 35)],
                vec![part(3, Unit::Pages, 8, 22, 35)],
                vec![part(3, Unit::Pages, 23, 35, 35)],
            ]
        );
        assert_eq!((plan.minutes, plan.pages, plan.unstated), (105, 45, vec![2]));
    }

    #[test]
    fn any_plan_has_all_of_every_work_in_order_and_no_sitting_is_too_long() {
        arbtest::arbtest(|u| {
            let most = u.int_in_range(2..=90)?;
            let mut works = Vec::new();
            for _ in 0..u.int_in_range(0..=6)? {
                let n: u32 = u.int_in_range(0..=70)?;
                works.push(if u.arbitrary()? { work(Some(n), None) } else { work(None, Some(n)) });
            }
            let plan = reading_plan(works.iter(), most);
            let minutes = |sitting: &Vec<Part>| sitting.iter().map(Part::minutes).sum::<u32>();
            assert!(plan.sittings.iter().all(|sitting| !sitting.is_empty() && minutes(sitting) <= most));
            assert_eq!(plan.sittings.iter().map(minutes).sum::<u32>(), plan.minutes);
            let parts: Vec<Part> = plan.sittings.concat();
            assert!(parts.is_sorted_by_key(|part| (part.work, part.from)));
            for (at, resource) in works.iter().enumerate() {
                let own: Vec<&Part> = parts.iter().filter(|part| part.work == at).collect();
                let n = resource.pages.or(resource.minutes).unwrap_or(0);
                assert_eq!(own.iter().map(|part| part.to + 1 - part.from).sum::<u32>(), n);
                assert_eq!(plan.unstated.contains(&at), n == 0);
                let fits = own.first().is_some_and(|part| part.of * part.unit.minutes() <= most);
                assert!(!fits || own.len() == 1, "{own:?}");
            }
            Ok(())
        });
    }

    #[test]
    fn no_number_of_pages_is_too_large() {
        let works = vec![work(Some(u32::MAX), None); 3];
        assert_eq!(reading_plan(works.iter(), 0).minutes, 300_000);
    }
}
