//! The places that a page keeps for what the command puts into it, each between two marks.

use anyhow::{Context, Result};

/// Replaces what stands between two marks.
pub(super) fn between(html: &str, start: &str, end: &str, content: &str) -> Result<String> {
    let missing = || format!("index.html has no place between {start} and {end}: is it a built page of this version?");
    let from = html.find(start).with_context(missing)? + start.len();
    let to = from + html[from..].find(end).with_context(missing)?;
    Ok(format!("{}{content}{}", &html[..from], &html[to..]))
}

#[cfg(test)]
mod tests {
    use super::between;

    #[test]
    fn a_place_is_filled_again_and_again() -> anyhow::Result<()> {
        let page = between("a<!--x-->1<!--/x-->b", "<!--x-->", "<!--/x-->", "2")?;
        assert_eq!(between(&page, "<!--x-->", "<!--/x-->", "3")?, "a<!--x-->3<!--/x-->b");
        assert!(between("none", "<!--x-->", "<!--/x-->", "2").is_err());
        Ok(())
    }
}
