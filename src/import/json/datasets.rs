//! Catalogs of data sets as public offices publish them: `data.json` (DCAT-US Schema 1.1, "Project Open Data").

use super::flat::texts;
use super::value::{Object, Value};
use crate::import::references::work::Work;
use crate::import::role::Role;
use crate::import::source::Source;

/// Keys of a data set that become something else than a field of the catalog's own, and under which name.
const FIELDS: &[(&str, &str, Role)] = &[
    ("@type", "@type", Role::LeftOut),
    ("accessLevel", "access level", Role::Own),
    ("accrualPeriodicity", "update frequency", Role::Own),
    ("bureauCode", "bureauCode", Role::LeftOut),
    ("contactPoint", "contact", Role::Private),
    ("description", "description", Role::Summary),
    ("identifier", "identifier", Role::Id),
    ("keyword", "keyword", Role::Keyword),
    ("landingPage", "landing page", Role::Link),
    ("language", "language", Role::Language),
    ("programCode", "programCode", Role::LeftOut),
    ("publisher", "publisher", Role::Publisher),
    ("references", "references", Role::LeftOut),
    ("spatial", "spatial", Role::Own),
    ("temporal", "temporal", Role::Own),
    ("theme", "theme", Role::Theme),
    ("title", "title", Role::Title),
];

/// The data sets of a value; `None` where it is no catalog of data sets.
pub(super) fn of(value: &Value) -> Option<Vec<&Object>> {
    let catalog = value.object()?;
    let Value::List(items) = catalog.get("dataset").or(catalog.get("dcat:dataset"))? else { return None };
    let objects: Vec<&Object> = items.iter().filter_map(Value::object).collect();
    let is_dataset = |object: &&Object| {
        object.get("title").is_some()
            && ["distribution", "modified", "keyword", "accessLevel", "landingPage"]
                .iter()
                .any(|key| object.get(key).is_some())
    };
    (!objects.is_empty() && objects.iter().filter(|object| is_dataset(object)).count() * 2 > objects.len())
        .then_some(objects)
}

/// Adds the items of data sets.
pub(super) fn push(datasets: Vec<&Object>, source: &mut Source<'static>) {
    for dataset in datasets {
        source.n_read += 1;
        let mut work = Work::at(dataset.line, source);
        for (key, value) in &dataset.members {
            match FIELDS.iter().find(|(known, ..)| known == key) {
                Some((_, name, role)) => work.put_all(name, *role, &texts(value)),
                None if key == "distribution" => put_distribution(value, &mut work),
                None if matches!(key.as_str(), "issued" | "modified") => {}
                None => work.put_all(key, Role::Own, &texts(value)),
            }
            if key == "contactPoint"
                && let Some(contact) = value.object()
            {
                work.put("contact e-mail", Role::Private, contact.text("hasEmail"));
            }
        }
        // A duration (`R/P1Y`) says how often it changes.
        let dates = ["issued", "modified"].map(|key| dataset.text(key));
        let date = dates.into_iter().find(|date| date.starts_with(|c: char| c.is_ascii_digit()));
        work.put("date", Role::Date, date.unwrap_or_default());
        work.finish();
    }
}

/// The addresses and formats of the files of a data set.
fn put_distribution(value: &Value, work: &mut Work<'_>) {
    for file in value.items().iter().filter_map(Value::object) {
        let address = ["downloadURL", "accessURL"].into_iter().map(|key| file.text(key)).find(|text| !text.is_empty());
        work.add(Role::Link, address.unwrap_or_default());
        let format = ["format", "mediaType"].into_iter().map(|key| file.text(key)).find(|text| !text.is_empty());
        work.put("formats", Role::Own, format.unwrap_or_default());
    }
}
