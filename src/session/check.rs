//! What may be mended in a catalog, and the themes that are suggested for its records.

use super::answer::{Doubled, NearEqual, QualityAnswer, SpreadAnswer, SuggestionRow, SuggestionsAnswer};
use super::state::Session;
use super::tables::rows_of;
use crate::catalog::{Catalog, HashMap, List};
use crate::import::{Proposal, Quality, RawCatalog, Remark, Spread, Suggestion, proposals, remarks, suggest_themes};
use crate::limits::OWN_FIRST;

/// How many values of a list are shown of the most frequent and of the rarest.
const SPREAD: usize = 8;
/// How many themes are suggested for a record, and how sure each is at least.
const MOST: usize = 3;
const LEAST: f32 = 0.2;
/// The fields that readers look for.
const WANTED: [&str; 6] = ["summary", "published", "url", "authors", "type", "themes"];

/// What may be mended, and the ids of the records that lack each field.
pub(super) fn quality(raw: &RawCatalog) -> (QualityAnswer, Vec<(String, Vec<String>)>) {
    let catalog: Catalog = raw.catalog();
    let quality = Quality::of(&catalog);
    let proposals = proposals(raw, &quality);
    let remarks = remarks(&catalog, &quality);
    let lacking = |key: &&str| {
        let of = remarks.iter().filter(|remark| remark.code == "missing" && remark.field == **key);
        ((**key).to_owned(), of.filter_map(|remark| remark.id.clone()).collect::<Vec<String>>())
    };
    let without: Vec<(String, Vec<String>)> = WANTED.iter().map(lacking).filter(|(_, ids)| !ids.is_empty()).collect();
    let spreads = quality.spreads.iter().filter(|spread| spread.list != List::Keywords);
    let answer = QualityAnswer {
        n_records: quality.n_records,
        n_remarks: remarks.len(),
        missing: without.iter().map(|(key, ids)| (key.clone(), ids.len())).collect(),
        near_equal: (proposals.iter().take(OWN_FIRST).map(near_equal).collect(), proposals.len()),
        doubled: doubled(&catalog, &remarks),
        links: (quality.links.iter().take(OWN_FIRST).cloned().collect(), quality.links.len()),
        used_once: labels(&quality, |n, is_free| is_free && n == 1),
        unused: labels(&quality, |n, is_free| !is_free && n == 0),
        spreads: spreads.map(spread_of).filter(|spread| spread.n > 0).collect(),
    };
    (answer, without)
}

fn near_equal(proposal: &Proposal) -> NearEqual {
    let Proposal { list, spellings, edits } = proposal.clone();
    NearEqual { list, spellings, edits }
}

/// The first records that seem to be there twice.
fn doubled(catalog: &Catalog, remarks: &[Remark]) -> (Vec<Doubled>, usize) {
    let of = || remarks.iter().filter(|remark| remark.code == "duplicate");
    let doubled = |remark: &Remark| {
        let of = catalog.resources.iter().find(|resource| Some(&resource.id) == remark.id.as_ref());
        Doubled {
            title: of.map(|resource| resource.title.clone()).unwrap_or_default(),
            text: remark.text.clone(),
            ids: [&remark.other, &remark.id].into_iter().flatten().cloned().collect(),
        }
    };
    (of().take(OWN_FIRST).map(doubled).collect(), of().count())
}

/// The first values of the lists that are used so often; `is_free` says of a list that it has no vocabulary.
fn labels(quality: &Quality, is: fn(usize, bool) -> bool) -> (Vec<String>, usize) {
    let all = || {
        let of = |spread: &'_ Spread| spread.list == List::Keywords;
        quality.spreads.iter().flat_map(move |spread| {
            spread.counts.iter().filter(move |(_, n)| is(*n, of(spread))).map(|(label, _)| label)
        })
    };
    (all().take(OWN_FIRST).cloned().collect(), all().count())
}

fn spread_of(spread: &Spread) -> SpreadAnswer {
    let used: Vec<&(String, usize)> = spread.counts.iter().filter(|(_, n)| *n > 0).collect();
    let n = used.len();
    let rows = if n > 2 * SPREAD { [&used[..SPREAD], &used[n - SPREAD..]].concat() } else { used };
    SpreadAnswer { list: spread.list.key().to_owned(), rows: rows.into_iter().cloned().collect(), n }
}

/// All that may be mended, as rows of a table.
pub(super) fn table(catalog: &Catalog) -> Vec<Vec<String>> {
    let mut rows = vec![["code", "id", "field", "text"].map(str::to_owned).to_vec()];
    for Remark { code, id, field, text, .. } in remarks(catalog, &Quality::of(catalog)) {
        rows.push(vec![code.to_owned(), id.unwrap_or_default(), field, text]);
    }
    rows
}

impl Session {
    /// A page of the records without themes that themes can be suggested for.
    pub(super) fn suggestions(&mut self, page: usize) -> SuggestionsAnswer {
        if self.checked.suggestions.is_none() {
            let found = suggestions(self.draft().catalog());
            self.checked.suggestions = Some((found.is_none(), found.unwrap_or_default()));
        }
        let (is_complete, rows) = self.checked.suggestions.as_ref().map_or((true, &[][..]), |(is, all)| (*is, all));
        SuggestionsAnswer { is_complete, n: rows.len(), rows: rows_of(rows, page).to_vec() }
    }
}

/// The suggestions; `None` where each record has a theme.
fn suggestions(raw: &RawCatalog) -> Option<Vec<SuggestionRow>> {
    let catalog = raw.catalog();
    if catalog.resources.iter().all(|record| !record.themes.is_empty()) {
        return None;
    }
    let terms = &catalog.head.vocabulary.themes;
    let labels: HashMap<&str, &str> = terms.iter().map(|term| (term.id.as_str(), term.label.as_str())).collect();
    let label = |id: &str| labels.get(id).copied().unwrap_or(id).to_owned();
    // The first of an id counts, so it is put in last.
    let places: HashMap<&str, usize> = raw
        .resources
        .iter()
        .enumerate()
        .rev()
        .map(|(at, record)| (record.get("id").and_then(|id| id.as_str()).unwrap_or_default(), at))
        .collect();
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share, from 0 to 1")]
    let theme = |of: Suggestion| (label(&of.theme), of.theme, (of.confidence * 100.0).round() as usize);
    let found = suggest_themes(&catalog, LEAST).into_iter().filter_map(|(at, themes)| {
        let resource = catalog.resources.get(at)?;
        let at = *places.get(resource.id.as_str())?;
        let themes = themes.into_iter().take(MOST).map(theme).collect();
        Some(SuggestionRow { at, id: resource.id.clone(), title: resource.title.clone(), themes })
    });
    Some(found.collect())
}
