//! Keyness: whether something is more or less frequent in one set of resources than in another, and by how much.
//!
//! Two figures that say different things: how sure it is that there is a difference, and how large the difference is.

/// In how many of each of two sets of resources something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contrast {
    /// In how many resources of the first set it is.
    pub here: u32,
    /// How many resources the first set has.
    pub of_here: u32,
    /// In how many resources of the second set it is.
    pub there: u32,
    /// How many resources the second set has.
    pub of_there: u32,
}

/// What is expected or found in fewer resources than this is not weighed: chance alone makes such differences.
pub const LEAST_FOUND: f64 = 3.0;

/// A difference of at least this [G²](Contrast::log_likelihood) is one: without any, chance exceeds it once in 20 times (the 95th
/// percentile of the chi-squared distribution with one degree of freedom).
pub const CLEAR: f64 = 3.84;

/// From this on a difference is far beyond chance, which exceeds it once in 1,000 times (the 99.9th percentile).
pub const VERY_CLEAR: f64 = 10.83;

impl Contrast {
    /// Of something in `here` resources of a set of `of_here`, and in `total` of all `of_total`, against the resources that are
    /// not in the set.
    pub fn of_part(here: u32, of_here: u32, total: u32, of_total: u32) -> Self {
        Self { here, of_here, there: total.saturating_sub(here), of_there: of_total.saturating_sub(of_here) }
    }

    /// In how many resources of the first set it would be if it were as frequent in both.
    pub fn expected(self) -> f64 {
        let of_all = f64::from(self.of_here) + f64::from(self.of_there);
        if of_all == 0.0 {
            return 0.0;
        }
        (f64::from(self.here) + f64::from(self.there)) * f64::from(self.of_here) / of_all
    }

    /// The log-likelihood ratio G² for the hypothesis that it is as frequent in both sets; never negative, 0 for no difference.
    ///
    /// `G² = 2 Σ O ln(O / E)` over the four cells (here or there, with or without it), O found and E expected: Dunning,
    /// "Accurate Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19(1), 1993. The form in
    /// which Rayson and Garside compare corpora ("Comparing Corpora using Frequency Profiling", 2000) leaves out the two cells
    /// of what is without: that is right for words that are rare among all words of a text, and not for something that half of
    /// the resources may have.
    pub fn log_likelihood(self) -> f64 {
        let sets = [(self.here, self.of_here), (self.there, self.of_there)];
        let total = |of: fn((u32, u32)) -> u32| f64::from(of(sets[0])) + f64::from(of(sets[1]));
        let (with, all) = (total(|(with, _)| with), total(|(_, all)| all));
        let mut sum = 0.0;
        for (found, size) in sets {
            for (found, of_both) in [(found, with), (size.saturating_sub(found), all - with)] {
                let (found, expected) = (f64::from(found), of_both * f64::from(size) / all);
                sum += if found > 0.0 { found * (found / expected).ln() } else { 0.0 };
            }
        }
        (2.0 * sum).max(0.0)
    }

    /// What it weighs in a cloud: by how many resources of the first set have it, or by how [surely](Self::log_likelihood) that is
    /// special.
    pub(super) fn weight(self, by_special: bool) -> f64 {
        if by_special { self.log_likelihood() } else { f64::from(self.here) }
    }

    /// How many times as frequent it is in the first set as in the second; above 1 for more, below for less. Where it is in
    /// none of a set, half a resource is put in its place, so that the figure is finite (as in Hardie, "Log Ratio: an informal
    /// introduction", 2014).
    pub fn ratio(self) -> f64 {
        let share = |n: u32, of: u32| if n == 0 { 0.5 } else { f64::from(n) } / f64::from(of.max(1));
        share(self.here, self.of_here) / share(self.there, self.of_there)
    }

    /// Whether it is more frequent in the first set.
    pub fn is_more(self) -> bool {
        f64::from(self.here) > self.expected()
    }

    /// Whether there is a difference that is [clear](CLEAR), of something that is found or expected in
    /// [enough](LEAST_FOUND) resources of the first set.
    pub fn is_clear(self) -> bool {
        f64::from(self.here).max(self.expected()) >= LEAST_FOUND && self.log_likelihood() >= CLEAR
    }

    /// Whether it is a gap: in fewer than half of the resources that are expected, [far beyond chance](VERY_CLEAR). Of a hundred cells
    /// of the gap map about a tenth are, so that they stand out.
    pub fn is_gap(self) -> bool {
        f64::from(self.here) * 2.0 < self.expected() && self.is_clear() && self.log_likelihood() >= VERY_CLEAR
    }
}

#[cfg(test)]
mod tests {
    use super::Contrast;

    /// Dunning's table of word pairs in a text of 31,777 words (1993, table 2): -2 log λ, how often the second word follows the
    /// first, something else does, the second follows something else, and neither.
    #[test]
    fn surprise_is_that_of_the_worked_examples() {
        for (published, [both, first, second, neither]) in [
            (270.72, [110, 2442, 111, 29114]),
            (263.90, [29, 13, 123, 31612]),
            (256.84, [31, 23, 139, 31584]),
            (167.23, [10, 0, 3, 31764]),
            (157.21, [76, 104, 2476, 29121]),
        ] {
            let pair = Contrast { here: both, of_here: both + first, there: second, of_there: second + neither };
            assert!((pair.log_likelihood() - published).abs() < 0.005, "{} is not {published}", pair.log_likelihood());
            assert!(pair.is_more() && pair.is_clear());
        }
    }

    #[test]
    fn the_ratio_says_how_many_times_as_frequent_it_is() {
        let of = |here, there| Contrast { here, of_here: 100, there, of_there: 300 };
        for (contrast, size) in [(of(20, 30), 2.0), (of(10, 60), 0.5), (of(7, 21), 1.0), (of(0, 3), 0.5)] {
            assert!((contrast.ratio() - size).abs() < 1e-9, "{contrast:?}");
        }
        assert!(of(7, 21).log_likelihood() < 1e-9 && !of(7, 21).is_clear() && !of(7, 21).is_more());
        assert!(!of(2, 0).is_clear() && of(3, 0).is_clear(), "less than three says nothing");
        assert!(!of(0, 11).is_clear() && of(0, 30).is_clear() && !of(0, 30).is_more());
    }

    #[test]
    fn every_contrast_has_figures() {
        arbtest::arbtest(|u| {
            let (part, rest) = (u.int_in_range(0..=50)?, u.int_in_range(0..=u32::MAX - 50)?);
            let (here, there) = (u.int_in_range(0..=part)?, u.int_in_range(0..=rest)?);
            let contrast = Contrast { here, of_here: part, there, of_there: rest };
            let turned = Contrast { here: there, of_here: rest, there: here, of_there: part };
            assert!(contrast.log_likelihood().is_finite() && contrast.log_likelihood() >= 0.0);
            assert!(contrast.ratio().is_finite() && contrast.ratio() > 0.0);
            let least = contrast.log_likelihood().max(1.0);
            assert!((contrast.log_likelihood() - turned.log_likelihood()).abs() / least < 1e-6, "{contrast:?}");
            assert!((contrast.ratio() * turned.ratio() - 1.0).abs() < 1e-6, "{contrast:?}");
            Ok(())
        });
    }
}
