//! The form that prints resources: in which layout, cited in which style, and how many of them.

use leptos::prelude::*;

use crate::app::platform;
use crate::app::reactive::{Memo, view};
use crate::app::state::use_explorer;
use crate::app::state::{Layout, Of, PrintJob};
use crate::app::ui::Show;
use crate::app::ui::{Button, Checkbox, Choice};
use crate::explore::MAX_COMPARED;
use crate::export::citation::Style;
use crate::i18n;

/// The choices, and the button.
#[component]
pub(crate) fn PrintForm(
    /// The resources.
    of: Of,
    /// How many there are.
    n: Memo<usize>,
    /// What is chosen.
    job: RwSignal<PrintJob>,
    /// The message on the last action.
    message: RwSignal<&'static str>,
) -> impl IntoView {
    let explorer = use_explorer();
    let offered = Memo::new(move |_| Layout::offered(of, n.get(), MAX_COMPARED));
    let layout = Memo::new(move |_| job.with(|job| job.layout).among(&offered.read()));
    let most = move || layout.get().most();
    let toggle_notes = move || job.update(|job| job.has_notes ^= true);
    let toggle_all = move || job.update(|job| job.is_all ^= true);
    let print = move || {
        let job = PrintJob { layout: layout.get_untracked(), ..job.get_untracked() };
        explorer.print_job.set_value(Some(job));
        let is_printed = platform::print();
        explorer.print_job.set_value(None);
        message.set(if is_printed { "" } else { i18n::no_print() });
    };
    let id = move |name: &str| format!("{}-{name}", of.prefix());
    view! {
        <LayoutChoice id=id("layout") offered layout job/>
        <Show when=move || layout.get() == Layout::Annotated><StyleChoice id=id("style") job/></Show>
        <Show when=move || of == Of::List && layout.get() == Layout::Checklist>
            <Checkbox
                id=id("paper-notes")
                name="notes"
                text=i18n::with_notes_label()
                checked=Signal::derive(move || job.with(|job| job.has_notes))
                on_change=Box::new(toggle_notes)
            />
        </Show>
        <Show when=move || { most() < n.get() }>
            <Checkbox
                id=id("all")
                name="all"
                text=i18n::print_all(n.get(), most())
                checked=Signal::derive(move || job.with(|job| job.is_all))
                on_change=Box::new(toggle_all)
            />
        </Show>
        <p class="take-acts"><Button id=id("print") class="primary" text=i18n::print_now() on_press=Box::new(print)/></p>
    }
}

#[component]
fn LayoutChoice(
    /// Its id.
    id: String,
    /// The layouts in which so many resources can be printed.
    offered: Memo<Vec<Layout>>,
    /// The chosen one.
    layout: Memo<Layout>,
    /// Where the choice goes.
    job: RwSignal<PrintJob>,
) -> impl IntoView {
    let option = |layout: &Layout| (layout.word().to_owned(), i18n::layout(*layout).to_owned());
    let options = Signal::derive(move || offered.read().iter().map(option).collect());
    let chosen = Signal::derive(move || {
        let layout = layout.get();
        offered.read().iter().position(|one| *one == layout).unwrap_or_default()
    });
    let choose = move |place: usize| {
        let layout = offered.with_untracked(|offered| offered.get(place).copied()).unwrap_or_default();
        job.update(|job| job.layout = layout);
    };
    view! { <Choice id label=i18n::layout_label() options chosen on_choose=Box::new(choose)/> }
}

#[component]
fn StyleChoice(
    /// Its id.
    id: String,
    /// Where the choice is and goes.
    job: RwSignal<PrintJob>,
) -> impl IntoView {
    let options = Style::ALL.map(|style| (style.word().to_owned(), style.name().to_owned())).to_vec();
    let chosen = Signal::derive(move || {
        let style = job.with(|job| job.style);
        Style::ALL.iter().position(|one| *one == style).unwrap_or_default()
    });
    let choose = move |place: usize| job.update(|job| job.style = Style::ALL.get(place).copied().unwrap_or_default());
    view! { <Choice id label=i18n::cited_as() options chosen on_choose=Box::new(choose)/> }
}
