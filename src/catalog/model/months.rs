//! The names of the months and the seasons: one table each for what is read and for what is written.

use crate::text::fold;

/// Of each month the English name as it is written, then the names in English, German, French, Spanish, Italian and Portuguese, folded.
const MONTHS: [&str; 12] = [
    "January january januar janvier enero gennaio janeiro",
    "February february februar fevrier febrero febbraio fevereiro",
    "March march marz maerz mars marzo marco",
    "April april avril abril aprile",
    "May may mai mayo maggio maio",
    "June june juni juin junio giugno junho",
    "July july juli juillet julio luglio julho",
    "August august aout agosto",
    "September september septembre septiembre settembre setembro",
    "October october oktober octobre octubre ottobre outubro",
    "November november novembre noviembre novembro",
    "December december dezember decembre diciembre dicembre dezembro",
];
/// Of each season the English name as it is written, then the names in the same languages, folded.
const SEASONS: [&str; 4] = [
    "Spring spring fruhling fruhjahr fruehjahr printemps primavera",
    "Summer summer sommer ete verano estate verao",
    "Fall fall autumn herbst automne otono autunno outono",
    "Winter winter hiver invierno inverno",
];
/// The fewest letters that name a month.
const FEWEST_LETTERS: usize = 3;

/// The English name of a month from 1 to 12.
pub(crate) fn month_name(month: u8) -> Option<&'static str> {
    MONTHS.get(usize::from(month).checked_sub(1)?)?.split(' ').next()
}

/// The English name of a season from 1, which is spring, to 4.
pub(crate) fn season_name(season: u8) -> Option<&'static str> {
    SEASONS.get(usize::from(season).checked_sub(1)?)?.split(' ').next()
}

/// The season, from 1, that a word names in one of six languages.
pub(in crate::catalog) fn season_named(word: &str) -> Option<u8> {
    let word = fold(word);
    let names = |names: &str| names.split(' ').skip(1).any(|name| name == word);
    (1..).zip(SEASONS).find(|(_, season)| names(season)).map(|(season, _)| season)
}

/// The month, from 1, that a word names in one of six languages, whole or shortened to three letters or more; `None` where none does,
/// or several (`jui`).
pub(crate) fn month_named(word: &str) -> Option<u8> {
    let word = fold(word);
    if word.chars().count() < FEWEST_LETTERS {
        return None;
    }
    let begins = |names: &str| names.split(' ').skip(1).any(|name| name.starts_with(&word));
    let mut months = (1..).zip(MONTHS).filter(|(_, names)| begins(names)).map(|(month, _)| month);
    let month = months.next()?;
    months.next().is_none().then_some(month)
}
