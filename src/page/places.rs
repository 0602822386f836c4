//! The places that a page keeps for what the command puts into it, each between two marks.

use std::error::Error;
use std::fmt;

/// What a page lacks: it is none of this version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing(pub(super) String);

impl fmt::Display for Missing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "index.html has no {}: is it a built page of this version?", self.0)
    }
}

impl Error for Missing {}

/// Replaces what stands between two marks.
pub(super) fn between(html: &str, start: &str, end: &str, content: &str) -> Result<String, Missing> {
    let missing = || Missing(format!("place between {start} and {end}"));
    let from = html.find(start).ok_or_else(missing)? + start.len();
    let to = from + html[from..].find(end).ok_or_else(missing)?;
    Ok(format!("{}{content}{}", &html[..from], &html[to..]))
}

#[cfg(test)]
mod tests {
    use super::{Missing, between};

    #[test]
    fn a_place_is_filled_again_and_again() -> Result<(), Missing> {
        let page = between("a<!--x-->1<!--/x-->b", "<!--x-->", "<!--/x-->", "2")?;
        assert_eq!(between(&page, "<!--x-->", "<!--/x-->", "3")?, "a<!--x-->3<!--/x-->b");
        assert!(between("none", "<!--x-->", "<!--/x-->", "2").is_err());
        Ok(())
    }
}
