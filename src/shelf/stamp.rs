//! When and where a change was made: a hybrid logical clock.
//!
//! A stamp is the larger of the device's time and the latest stamp that was seen, plus a counter, plus the tab (Kulkarni et
//! al., "Logical Physical Clocks", OPODIS 2014). So a change that was made in sight of another one is always the later of the
//! two, whatever the device's clock says: a clock that jumps forward or back orders nothing wrongly, and only changes that
//! no tab had seen of one another are ordered by the clock, then by the number of the tab.

use std::fmt;
use std::str::FromStr;

/// Times at and after this are no times but damage: about the year 10,889.
const END_OF_TIME: u64 = 1 << 48;

/// The time and place of one change; no two changes have the same.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Milliseconds since 1970, as far as the clock of the device was right.
    pub time: u64,
    /// Tells changes of one millisecond apart.
    pub count: u32,
    /// The tab that made it.
    pub tab: u32,
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:x}.{:x}.{:x}", self.time, self.count, self.tab)
    }
}

impl FromStr for Stamp {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let mut parts = text.splitn(3, '.').map(|part| u64::from_str_radix(part, 16).map_err(drop));
        let mut part = || parts.next().unwrap_or(Err(()));
        let (time, count, tab) = (part()?, part()?, part()?);
        let small = |number: u64| u32::try_from(number).map_err(drop);
        if time < END_OF_TIME { Ok(Self { time, count: small(count)?, tab: small(tab)? }) } else { Err(()) }
    }
}

/// The clock of one tab: hands out stamps, each later than every stamp that it has handed out or seen.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    tab: u32,
    latest: Stamp,
}

impl Clock {
    /// A clock for a tab of this number, which no other tab has.
    pub fn new(tab: u32) -> Self {
        Self { tab, latest: Stamp::default() }
    }

    /// The number of the tab.
    pub fn tab(&self) -> u32 {
        self.tab
    }

    /// Takes note of a stamp: all that are handed out from now on are later.
    pub fn see(&mut self, stamp: Stamp) {
        self.latest = self.latest.max(stamp);
    }

    /// The stamp of a change that is made when the device says `now`, in milliseconds since 1970.
    pub fn stamp(&mut self, now: u64) -> Stamp {
        let now = now.min(END_OF_TIME - 1);
        let Stamp { time, count, .. } = self.latest;
        let (time, count) = match count.checked_add(1) {
            _ if now > time => (now, 0),
            Some(count) => (time, count),
            None => (time + 1, 0),
        };
        self.latest = Stamp { time, count, tab: self.tab };
        self.latest
    }
}

#[cfg(test)]
mod tests {
    use super::{Clock, END_OF_TIME, Stamp};

    #[test]
    fn a_stamp_is_later_than_all_that_its_clock_has_seen_whatever_the_device_says() {
        let mut clock = Clock::new(7);
        let mut last = Stamp::default();
        for now in [100, 100, 99, 5, 2_000, 0, 2_000, 3_000] {
            let stamp = clock.stamp(now);
            assert!(stamp > last, "{stamp:?} after {last:?} at {now}");
            last = stamp;
        }
        clock.see(Stamp { time: 9_000, count: u32::MAX, tab: 9 });
        assert_eq!(clock.stamp(10), Stamp { time: 9_001, count: 0, tab: 7 });
    }

    #[test]
    fn a_stamp_is_read_as_it_is_written_and_damage_is_none() {
        for stamp in [Stamp::default(), Stamp { time: END_OF_TIME - 1, count: u32::MAX, tab: u32::MAX }] {
            assert_eq!(stamp.to_string().parse(), Ok(stamp));
        }
        for text in ["", "1", "1.2", "1.2.x", "1.2.100000000", "1000000000000.0.0", "1.2.3.4", "-1.0.0"] {
            assert!(text.parse::<Stamp>().is_err(), "{text}");
        }
    }
}
