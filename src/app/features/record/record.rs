//! One resource, whole: every field, each value a filter, and what the record rests on.

use leptos::children::ViewFn;
use leptos::prelude::*;

use super::similar::SimilarResources;
use crate::app::components::Link;
use crate::app::components::{
    Byline, CompareCheckbox, Facts, IN_RECORD, KeepButton, OutsideLink, Summary, highlighted, value,
};
use crate::app::reactive::{Memo, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::ui::Show;
use crate::catalog::{ResourceIdx, host, href, values};
use crate::explore::{Attribute, Entry, State, View, attributes, entries, neighbours};
use crate::facet::Facet;
use crate::i18n;
use crate::limits::{SHOWN_COLUMNS, TEXT_DRAWN, VALUES_DRAWN};
use crate::text::shortened_bytes;

/// The record of a resource.
#[component]
pub(crate) fn Record(
    /// The resource.
    idx: ResourceIdx,
    /// The buttons that give it away.
    #[prop(into)]
    export: ViewFn,
) -> impl IntoView {
    let explorer = use_explorer();
    let store = &explorer.engine.store;
    let visit = match store.url(idx).and_then(href) {
        Some(link) => {
            let text = i18n::visit(host(&link).unwrap_or(&link));
            view! { <OutsideLink text href=link class="visit primary"/> }
        }
        None => view! { <span class="quiet">{i18n::no_link()}</span> },
    };
    view! {
        <article id="record" data-id=store.id(idx)>
            <WayBack idx/>
            <div class="record-columns">
                <div>
                    <p class="kind"><Facts idx resource=explorer.engine.resource(idx)/></p>
                    <h2 id="record-title" tabindex="-1" dir="auto" lang=explorer.language(idx)>
                        {highlighted(explorer, store.title(idx))}
                    </h2>
                    <Byline idx/>
                    <Summary idx visible=usize::MAX/>
                    <div class="actions">
                        {visit} " " <KeepButton idx place=IN_RECORD/> " " {export.run()} <CompareCheckbox idx place=IN_RECORD/>
                    </div>
                    {sources(explorer, idx)}
                </div>
                <aside aria-labelledby="record-facts">
                    <h3 id="record-facts">{i18n::about()}</h3>
                    {fields(explorer, idx)}
                </aside>
            </div>
            <SimilarResources idx/>
        </article>
    }
}

/// The link back to where the reader came from, and those to the results before and after this one.
#[component]
fn WayBack(
    /// The resource.
    idx: ResourceIdx,
) -> impl IntoView {
    let explorer = use_explorer();
    // Whoever came from the comparison or the shelf goes back there, and has no results to step through.
    let view = Memo::new(move |_| explorer.with(|state| state.view));
    let text = move || match view.get() {
        View::Compare => i18n::back_to_comparison(),
        View::Shelf => i18n::back_to_shelf(),
        _ => i18n::back(),
    };
    view! {
        <nav class="back-nav" aria-label=i18n::results()>
            <Link id="back" to=State::closed>{text}</Link>
            <Show when=move || !matches!(view.get(), View::Compare | View::Shelf)>{steps(explorer, idx)}</Show>
        </nav>
    }
}

/// The links to the results before and after a resource; nothing where it is none of them.
fn steps(explorer: Explorer, idx: ResourceIdx) -> AnyView {
    let place = Memo::new(move |_| {
        let order = explorer.order();
        neighbours(&order, idx).map(|place| (place, order.len()))
    });
    let step = move |id: &'static str, to: Option<ResourceIdx>, text: &'static str| {
        to.map(|to| {
            let to = move |state: &State| state.opened(explorer.engine.store.id(to));
            view! { <Link id to>{text}</Link> }
        })
    };
    view! {
        {move || place.get().map(|((at, before, after), n)| view! {
            <span class="steps">
                {step("previous", before, i18n::previous())}
                <span class="position">{i18n::position(at, n)}</span>
                {step("next", after, i18n::next())}
            </span>
        })}
    }
}

/// All fields that the record states, and the names of those that it does not.
fn fields(explorer: Explorer, idx: ResourceIdx) -> AnyView {
    let engine = explorer.engine;
    let is_used = |attribute: &Attribute| match attribute {
        Attribute::Facet(key) => engine.facet(key).is_some_and(Facet::is_used),
        _ => true,
    };
    let (mut stated, mut missing) = (Vec::new(), Vec::new());
    // Read once: there may be thousands of own fields.
    let extra = engine.store.extra(idx);
    let mut n_own = 0;
    for attribute in attributes(engine).iter().filter(|attribute| is_used(attribute)) {
        let name = i18n::attribute(engine, attribute);
        let entries = match attribute {
            Attribute::Field { id, .. } => {
                let texts = values(&extra, id);
                n_own += usize::from(!texts.is_empty());
                if n_own > SHOWN_COLUMNS && !texts.is_empty() {
                    continue;
                }
                texts.into_iter().map(|text| Entry { text, choice: None }).collect()
            }
            _ => entries(engine, idx, attribute),
        };
        match entries {
            entries if entries.is_empty() => missing.push(name),
            entries => stated.push(field(name, attribute, entries)),
        }
    }
    let rest =
        (n_own > SHOWN_COLUMNS).then(|| view! { <p class="quiet">{i18n::first_drawn(SHOWN_COLUMNS, n_own)}</p> });
    missing.truncate(SHOWN_COLUMNS);
    let missing =
        (!missing.is_empty()).then(|| view! { <p class="quiet" dir="auto">{i18n::missing_fields(&missing)}</p> });
    view! { <dl>{stated}</dl> {rest} {missing} }
}

fn field(name: String, attribute: &Attribute, entries: Vec<Entry>) -> AnyView {
    let rest = rest(entries.len()).map(|text| view! { <dd class="quiet">{text}</dd> });
    // Themes and places have a page, where the results are one click further.
    let value = |entry: Entry| match entry.choice {
        Some((key, id)) if matches!(key.as_str(), "theme" | "place") => {
            let to = move |state: &State| state.about_value(&key, &id);
            view! { <dd><Link to isolated=true>{shortened_bytes(&entry.text, TEXT_DRAWN).into_owned()}</Link></dd> }
        }
        _ => view! { <dd>{value(attribute, entry)}</dd> },
    };
    let values: Vec<AnyView> = entries.into_iter().take(VALUES_DRAWN).map(value).collect();
    view! { <div><dt dir="auto">{name}</dt> {values} {rest}</div> }
}

/// What is said of so many values where not all are on the page.
fn rest(n: usize) -> Option<String> {
    (n > VALUES_DRAWN).then(|| i18n::first_drawn(VALUES_DRAWN, n))
}

/// What the record rests on; nothing where that is not stated.
fn sources(explorer: Explorer, idx: ResourceIdx) -> AnyView {
    let store = &explorer.engine.store;
    let (sources, confidence) = (store.sources(idx), store.confidence(idx));
    if sources.is_empty() && confidence.is_none() {
        return ().into_any();
    }
    let level = confidence.map(|level| view! { <p>{i18n::confidence(level)}</p> });
    let source = |source: &str| match href(source) {
        Some(link) => view! { <li><OutsideLink href=link text=source.to_owned() isolated=true/></li> },
        None => view! { <li dir="auto">{source.to_owned()}</li> },
    };
    let rest = rest(sources.len()).map(|text| view! { <p class="quiet">{text}</p> });
    let list: Vec<AnyView> = sources.into_iter().take(VALUES_DRAWN).map(source).collect();
    view! { <section class="sources"><h3>{i18n::sources()}</h3> {level} <ul>{list}</ul> {rest}</section> }
}
