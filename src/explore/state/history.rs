//! Which entries the history of a tab gets: discrete acts and entered queries each one, typing one however many keys it takes.
//!
//! Pure bookkeeping: the page tells of changes, and writes what it is given here.

use super::state::State;

/// What happens to the history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// The entry that the reader is at changes its address.
    Replace,
    /// There is one more entry, to which Back comes from the next.
    Push,
}

/// What is written of a change, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// A query that is being typed: written by [`History::write`] once the reader pauses.
    Later,
    /// Now: first the state before, where it was still waiting, then the new one.
    Now(Option<Step>, Step),
}

/// What is known of the entry that the reader is at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct History {
    /// Whether the next change comes from a key in the search box.
    is_typed: bool,
    /// Whether that change was entered before it was seen: a page may see it only after the key that enters it.
    is_entered: bool,
    /// Whether the entry is a query that is neither entered nor left standing yet.
    is_draft: bool,
    /// What has not been written yet.
    waiting: Option<Step>,
}

impl History {
    /// Announces that the next change comes from a key in the search box. Returns whether that leaves an entry that stays.
    pub fn typing(&mut self) -> bool {
        self.is_typed = true;
        !self.is_draft
    }

    /// Takes note of a change of the state.
    pub fn change(&mut self, before: &State, now: &State) -> Written {
        let (is_typed, is_entered) = (std::mem::take(&mut self.is_typed), std::mem::take(&mut self.is_entered));
        if is_typed && (State { query: now.query.clone(), ..before.clone() }) == *now {
            let step = if self.is_draft { Step::Replace } else { Step::Push };
            if is_entered {
                self.is_draft = false;
                return Written::Now(None, self.waiting.take().unwrap_or(step));
            }
            self.waiting = self.waiting.or(Some(step));
            self.is_draft = true;
            return Written::Later;
        }
        if (State { pages: now.pages, ..before.clone() }) == *now {
            // More of the same results are no step that Back should take.
            return Written::Now(None, self.waiting.take().unwrap_or(Step::Replace));
        }
        self.is_draft = false;
        Written::Now(Some(self.waiting.take().unwrap_or(Step::Replace)), Step::Push)
    }

    /// Takes what waits to be written of the query that was typed.
    pub fn write(&mut self) -> Option<Step> {
        self.waiting.take()
    }

    /// Forgets what waited to be written: the entry that the reader is at says already what is shown.
    pub fn drop_waiting(&mut self) {
        if self.waiting.take() == Some(Step::Push) {
            // The draft was never written, so this is still the entry before it.
            self.is_draft = false;
        }
    }

    /// Makes the entry one that stays: its query was entered or left standing, or the reader came back to it.
    pub fn settle(&mut self) {
        self.is_entered = self.is_typed;
        self.is_draft &= self.is_entered;
    }

    /// Begins anew with the entry that the reader travelled to; what waited was of another one.
    pub fn arrive(&mut self) {
        *self = Self::default();
    }
}

#[cfg(test)]
mod tests {
    use super::{History, State, Step, Written};

    /// A tab: its entries, of which the last is the one that the reader is at.
    struct Tab {
        entries: Vec<State>,
        state: State,
        history: History,
    }

    impl Tab {
        fn open() -> Self {
            Self { entries: vec![State::default()], state: State::default(), history: History::default() }
        }

        fn write(&mut self, step: Step, state: State) {
            if step == Step::Replace {
                self.entries.pop();
            }
            self.entries.push(state);
        }

        fn go(&mut self, now: State) {
            let before = std::mem::replace(&mut self.state, now.clone());
            if let Written::Now(of_before, step) = self.history.change(&before, &now) {
                if let Some(step) = of_before {
                    self.write(step, before);
                }
                self.write(step, now);
            }
        }

        /// Types a text letter by letter, with pauses behind some.
        fn type_in(&mut self, text: &str, pauses: &[usize]) {
            for at in 1..=text.len() {
                self.history.typing();
                self.go(self.state.with_query(&text[..at]));
                if pauses.contains(&at) {
                    self.pause();
                }
            }
        }

        fn pause(&mut self) {
            if let Some(step) = self.history.write() {
                self.write(step, self.state.clone());
            }
        }

        fn enter(&mut self) {
            self.pause();
            self.history.settle();
        }

        fn queries(&self) -> Vec<&str> {
            self.entries.iter().map(|state| state.query.as_str()).collect()
        }
    }

    #[test]
    fn an_entered_query_is_a_step_that_back_takes() {
        let mut tab = Tab::open();
        tab.type_in("education", &[3, 5]);
        tab.enter();
        tab.type_in("environment", &[2]);
        tab.enter();
        assert_eq!(tab.queries(), ["", "education", "environment"]);
    }

    #[test]
    fn a_query_is_entered_also_where_its_last_letters_are_seen_after_the_key_that_enters_it() {
        let mut tab = Tab::open();
        for (pauses, query) in [(&[][..], "education"), (&[2, 4], "environment")] {
            tab.type_in(&query[..4], pauses);
            tab.history.typing();
            tab.enter();
            tab.go(tab.state.with_query(query));
        }
        tab.type_in("equity", &[]);
        tab.pause();
        assert_eq!(tab.queries(), ["", "education", "environment", "equity"]);
    }

    #[test]
    fn a_query_that_is_typed_on_is_one_entry() {
        let mut tab = Tab::open();
        tab.type_in("edu", &[1, 2, 3]);
        tab.type_in("education", &[4, 9]);
        assert_eq!(tab.queries(), ["", "education"]);
    }

    #[test]
    fn a_choice_keeps_the_query_before_it_however_soon_it_comes() {
        let mut tab = Tab::open();
        tab.type_in("edu", &[]);
        let chosen = tab.state.with(|state| state.filter.choose("type", "report"));
        tab.go(chosen);
        assert_eq!(tab.queries(), ["", "edu", "edu"]);
        tab.type_in("grading", &[4]);
        tab.pause();
        assert_eq!(tab.queries(), ["", "edu", "edu", "grading"], "the choice stays a step of its own");
    }

    #[test]
    fn a_query_taken_from_a_list_or_away_is_a_step() {
        let mut tab = Tab::open();
        tab.type_in("grad", &[4]);
        tab.go(tab.state.with_query("grading"));
        tab.go(tab.state.with_query(""));
        assert_eq!(tab.queries(), ["", "grad", "grading", ""]);
    }

    #[test]
    fn what_is_typed_and_deleted_at_once_leaves_the_entry_as_it_was() {
        let mut tab = Tab::open();
        tab.type_in("grading", &[]);
        tab.enter();
        tab.history.typing();
        tab.go(tab.state.with_query("gradings"));
        tab.history.typing();
        tab.go(tab.state.with_query("grading"));
        tab.history.drop_waiting();
        tab.type_in("pacing", &[6]);
        assert_eq!(tab.queries(), ["", "grading", "pacing"]);
    }

    #[test]
    fn more_results_are_no_step() {
        let mut tab = Tab::open();
        tab.go(tab.state.with(|state| state.pages = 2));
        assert_eq!(tab.entries.len(), 1);
        assert_eq!(tab.entries[0].pages, 2);
    }

    /// Whatever a reader does, no entry that stayed is ever lost, and the last entry is what is shown.
    #[test]
    fn no_entry_that_stayed_is_lost() {
        arbtest::arbtest(|u| {
            let (mut tab, mut stayed) = (Tab::open(), vec![State::default()]);
            for n in 0..u.int_in_range(0..=40)? {
                match u.int_in_range(0..=3)? {
                    0 => tab.type_in(&format!("q{n}"), &[u.int_in_range(0..=3)?]),
                    1 => tab.pause(),
                    2 => {
                        tab.enter();
                        stayed.push(tab.state.clone());
                    }
                    _ => {
                        let next = tab.state.with(|state| state.filter.toggle("type", &format!("t{n}")));
                        tab.go(next.clone());
                        stayed.push(next);
                    }
                }
                let mut entries = tab.entries.iter();
                stayed.dedup();
                assert!(stayed.iter().all(|state| entries.any(|entry| entry == state)), "{stayed:#?}");
            }
            tab.pause();
            assert_eq!(tab.entries.last(), Some(&tab.state));
            Ok(())
        });
    }
}
