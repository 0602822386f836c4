//! Which facets are filters on the page, and in which order.

use super::engine::Engine;
use crate::catalog::sorted_positions;
use crate::facet::Facet;

/// The facets that come first where a catalog has them, by their use; the others follow in the order of the engine.
const FIRST: [&str; 5] = ["theme", "type", "audience", "place", "year"];

/// Returns the positions of the facets that are shown as filters: those that the catalog orders come first, in its order, and those
/// that it hides, or that no resource has a value of, are left out.
pub fn facet_order(engine: &Engine) -> Vec<usize> {
    let (all, head) = (&engine.facets, &engine.head);
    let rank = |facet: &Facet| {
        let usual = FIRST.iter().position(|key| *key == facet.definition.key).unwrap_or(FIRST.len());
        let ordered = head.facet_place(&facet.definition.key).1;
        (ordered.is_none(), ordered.unwrap_or(usual))
    };
    let order = sorted_positions(all.len(), &mut |a, b| rank(&all[a as usize]).cmp(&rank(&all[b as usize])));
    let is_shown = |facet: &Facet| facet.is_used() && !head.facet_place(&facet.definition.key).0;
    order.into_iter().map(|at| at as usize).filter(|at| is_shown(&all[*at])).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::facet_order;
    use crate::catalog::read;
    use crate::explore::Engine;

    /// The keys of the filters of a catalog with these `facets` in its head.
    fn keys(facets: &serde_json::Value) -> Vec<String> {
        let resource = json!({
            "id": "a", "title": "A", "themes": ["t"], "type": "r", "audiences": ["u"], "places": ["Maine"], "published": "2019",
            "keywords": ["k"], "publishers": ["P"], "extra": {"grant": "G"},
        });
        let other = json!({"id": "b", "title": "B"});
        let fields = json!([{"id": "grant", "label": "Grant", "kind": "terms", "filter": true}]);
        let catalog = json!({"title": "C", "facets": facets, "fields": fields, "resources": [resource, other]});
        let engine = Engine::new(read(catalog.to_string().as_bytes()).map(|(catalog, _)| catalog).unwrap_or_default());
        facet_order(&engine).into_iter().map(|at| engine.facets[at].definition.key.clone()).collect()
    }

    #[test]
    fn what_a_catalog_orders_comes_first_and_what_it_hides_is_left_out() {
        let usual = keys(&json!({}));
        assert_eq!(usual[..5], ["theme", "type", "audience", "place", "year"]);
        let ordered = keys(&json!({"order": ["place", "grant"], "hidden": ["year"]}));
        assert_eq!(ordered[..5], ["place", "grant", "theme", "type", "audience"], "{ordered:?}");
        assert_eq!(ordered.len() + 1, usual.len());
        assert_eq!(keys(&json!({"order": ["keyword"]}))[..2], ["keyword", "theme"]);
    }
}
