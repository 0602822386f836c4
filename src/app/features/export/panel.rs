//! The panel that gives resources away: as citations or in formats of other programs, on paper, and as a link.

use leptos::children::ViewFn;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::print_form::PrintForm;
use super::text::{ExportText, TextChoice, begin_export, export_text, file_name};
use crate::app::components::entry;
use crate::app::platform::{self, FileInParts, Pace};
use crate::app::reactive::{Memo, handler, view};
use crate::app::state::{Explorer, use_explorer};
use crate::app::state::{Layout, Of, PrintJob};
use crate::app::ui::{Button, Checkbox, Choice, ReadOnlyText};
use crate::app::ui::{Show, close_outside};
use crate::catalog::{Resource, href};
use crate::export::citation::Style;
use crate::export::{Form, Format, Parts, Purpose, SITTINGS, Share, USUAL_SITTING, reading_plan, share};
use crate::i18n;

/// How many resources the text shows.
const MOST_SHOWN: usize = 200;
/// How many resources are copied at most: a clipboard, and a text of the browser, has its limits.
const MOST_COPIED: usize = crate::limits::COPIED;
/// The id of the panel that lies over the page.
const TAKE: &str = "picked-take";

/// What is open below the buttons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Open {
    Nothing,
    Text,
    Print,
}

/// What a reader has set, and the message on the last action.
#[derive(Clone, Copy)]
struct Settings {
    of: Of,
    /// How many resources there are.
    n: Memo<usize>,
    open: RwSignal<Open>,
    form: RwSignal<Form>,
    /// Whether a list that is given away has the reader's notes, which are private.
    has_notes: RwSignal<bool>,
    /// The minutes of a sitting of a plan.
    sitting: RwSignal<u32>,
    job: RwSignal<PrintJob>,
    /// The message on a link, shown beside the buttons.
    message: RwSignal<&'static str>,
    /// The message on a text, shown where it is copied and saved.
    text_message: RwSignal<&'static str>,
}

/// The buttons that give some resources away, and what they open; nothing where there are none.
#[component]
pub(crate) fn ExportPanel(
    /// The resources.
    of: Of,
    /// What else there is to take away.
    #[prop(optional, into)]
    more: ViewFn,
) -> impl IntoView {
    let explorer = use_explorer();
    let (n, more) = (Memo::new(move |_| explorer.n_of(of)), StoredValue::new(more));
    let job = PrintJob { of, layout: Layout::usual(of), style: Style::default(), has_notes: false, is_all: false };
    let settings = Settings {
        of,
        n,
        open: RwSignal::new(Open::Nothing),
        form: RwSignal::new(Form::first(of)),
        has_notes: RwSignal::new(false),
        sitting: RwSignal::new(USUAL_SITTING),
        job: RwSignal::new(job),
        message: RwSignal::new(""),
        text_message: RwSignal::new(""),
    };
    let Settings { open, job, message, .. } = settings;
    // Below the bar it lies over the page, like any other menu.
    if of == Of::Picked {
        close_outside(
            TAKE,
            settings.id("open"),
            move || open.get_untracked() != Open::Nothing,
            move || open.set(Open::Nothing),
        );
    }
    view! {
        <Show when=move || n.get() != 0>
            <section class="take" id={(of == Of::Picked).then_some(TAKE)} aria-label=i18n::exported()>
                <Buttons settings/>
                <Show when=move || open.get() == Open::Text><div class="take-panel"><TextForm settings/> {more.with_value(ViewFn::run)}</div></Show>
                <Show when=move || open.get() == Open::Print>
                    <div class="take-panel"><PrintForm of n job message/></div>
                </Show>
            </section>
        </Show>
    }
}

/// The row of buttons, with the message behind them.
#[component]
fn Buttons(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let explorer = use_explorer();
    let Settings { of, n, message, .. } = settings;
    let cite = move || match of {
        Of::One(_) => i18n::cite_short().to_owned(),
        Of::List => i18n::cite_list(n.get()),
        Of::Picked => i18n::export_label().to_owned(),
        Of::Results => i18n::take(n.get()),
    };
    let prints = !matches!(of, Of::One(_)) && !platform::is_sealed();
    let print = prints.then(|| {
        let button = unfold(settings, "paper", Open::Print, || i18n::print().to_owned());
        view! { " " {button} }
    });
    // A page from disk has no address for others: a file is given instead.
    let has_address = untrack(|| share_of(explorer, of)) != Share::File;
    let link = match of {
        _ if !has_address => i18n::share_as_file(),
        Of::List => i18n::copy_list_link(),
        _ => i18n::copy_link(),
    };
    let share = (has_address && platform::can_share()).then(|| {
        let share = move || share_address(explorer, settings);
        view! { " " <Button id=settings.id("share") class="plain" text=i18n::share_link() on_press=Box::new(share)/> }
    });
    let copy = move || copy_link(explorer, settings);
    let search = (of == Of::Results).then(|| {
        let cite = move || {
            settings.open.set(Open::Text);
            settings.form.set(Form::SearchLine);
            copy_text(explorer, settings);
        };
        view! { " " <Button id="cite-search" text=i18n::cite_search() on_press=Box::new(cite)/> }
    });
    view! {
        <p class="take-buttons">
            {unfold(settings, "open", Open::Text, cite)}
            {search}
            {print}
            " "
            <Button id=settings.id("link") class="plain" text=link on_press=Box::new(copy)/>
            {share}
            " "
            <span class="quiet" role="status">{move || message.get()}</span>
        </p>
    }
}

/// A button that opens or closes something below it.
fn unfold(settings: Settings, name: &str, what: Open, text: impl Fn() -> String + Send + 'static) -> AnyView {
    let open = settings.open;
    let toggle = move |_| open.update(|open| *open = if *open == what { Open::Nothing } else { what });
    let is_open = move || (open.get() == what).to_string();
    view! {
        <button type="button" id=settings.id(name) aria-expanded=is_open on:click=handler(toggle)>{move || text()}</button>
    }
}

/// What the text is for, the choice of a form, and the text in it.
#[component]
fn TextForm(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let explorer = use_explorer();
    let Settings { of, form, .. } = settings;
    let is_file = Memo::new(move |_| form.get().purpose() != Purpose::Cite);
    view! {
        <Purposes settings/>
        <FormChoice settings/>
        <Show when=move || form.get() == Form::Plan><SittingChoice settings/></Show>
        <Show when=move || of == Of::List && form.get().shows_notes()><NotesChoice settings/></Show>
        <p class="take-acts">
            {move || acts(explorer, settings, is_file.get())}
            " "
            <span class="quiet" role="status">{settings.text_message}</span>
        </p>
        <Preview settings/>
    }
}

/// The buttons that copy the text and make a file of it, the usual one first: a citation is copied, everything else is a file.
fn acts(explorer: Explorer, settings: Settings, is_file: bool) -> Vec<AnyView> {
    let button = |name: &str, text: &'static str, is_usual: bool, act: fn(Explorer, Settings)| {
        let class = if is_usual { "primary" } else { "" };
        view! { <Button id=settings.id(name) class text on_press=Box::new(move || act(explorer, settings))/> " " }
    };
    let copy = |is_usual: bool| button("copy", i18n::copy(), is_usual, copy_text);
    if platform::is_sealed() {
        return vec![copy(true), view! { <span class="quiet">{i18n::sealed()}</span> }];
    }
    let mut acts = vec![copy(!is_file), button("save", i18n::download(), is_file, save_text)];
    if is_file {
        acts.reverse();
    }
    acts
}

/// What a text can be for, one of which is pressed.
#[component]
fn Purposes(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let Settings { of, form, .. } = settings;
    let button = |purpose: Purpose| {
        let is_pressed = move || (form.get().purpose() == purpose).to_string();
        let choose = move |_| purpose.forms(of).first().into_iter().for_each(|first| form.set(*first));
        let id = settings.id(&format!("for:{}", purpose as u8));
        view! { <button type="button" id=id aria-pressed=is_pressed on:click=handler(choose)>{i18n::purpose(purpose)}</button> }
    };
    let buttons: Vec<AnyView> = Purpose::ALL.into_iter().map(button).collect();
    view! { <p class="lists purposes" role="group" aria-label=i18n::purposes()>{buttons}</p> }
}

/// The choice of a form of the purpose.
#[component]
fn FormChoice(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let Settings { of, form, .. } = settings;
    let forms = Memo::new(move |_| form.get().purpose().forms(of));
    let option = |form: &Form| (form.word().to_owned(), i18n::form(*form).to_owned());
    let options = Signal::derive(move || forms.read().iter().map(option).collect());
    let chosen = Signal::derive(move || {
        let form = form.get();
        forms.read().iter().position(|one| *one == form).unwrap_or_default()
    });
    let choose = move |place: usize| forms.with_untracked(|forms| form.set(forms[place]));
    view! { <Choice id=settings.id("form") label=i18n::take_as() options chosen on_choose=Box::new(choose)/> }
}

/// The choice of how long a sitting is.
#[component]
fn SittingChoice(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let sitting = settings.sitting;
    let option = |minutes: u32| (minutes.to_string(), i18n::n_minutes(minutes as usize));
    let options: Vec<(String, String)> = SITTINGS.into_iter().map(option).collect();
    let chosen = Signal::derive(move || {
        let minutes = sitting.get();
        SITTINGS.iter().position(|one| *one == minutes).unwrap_or_default()
    });
    view! {
        <Choice
            id=settings.id("sitting")
            label=i18n::sitting_label()
            options
            chosen
            on_choose=Box::new(move |place| sitting.set(SITTINGS[place]))
        />
    }
}

/// The text: citations as readers see them, what a page is, or the text of a file.
#[component]
fn Preview(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let explorer = use_explorer();
    let Settings { of, n, form, .. } = settings;
    let resources = Memo::new(move |_| explorer.first_of(of, MOST_SHOWN));
    let text = Signal::derive(move || {
        let resources = resources.read();
        export_text(explorer, settings.choice(), resources.iter().copied().take(MOST_SHOWN)).plain
    });
    let shown = Memo::new(move |_| match form.get() {
        Form::References(style) => Shown::Cited(style),
        form if form.purpose() == Purpose::Page => Shown::Page(form),
        _ => Shown::Text,
    });
    let preview = move || match shown.get() {
        Shown::Cited(style) => {
            let shown = resources.read().iter().map(|idx| explorer.engine.resource(*idx)).collect::<Vec<_>>();
            let entries: Vec<AnyView> =
                explorer.cited(style, shown.into_iter()).into_iter().map(|(_, citation)| entry(citation)).collect();
            view! { <div class="entries" id=settings.id("entries") tabindex="0" role="region" aria-label=style.name()>{entries}</div> }
        }
        Shown::Page(Form::Plan) => {
            let plan = move || {
                let all: Vec<Resource> =
                    explorer.resources_of(of).into_iter().map(|idx| explorer.engine.resource(idx)).collect();
                i18n::plan_about(&reading_plan(all.iter(), settings.sitting.get()), settings.sitting.get())
            };
            view! { <p id=settings.id("about") role="status">{plan}</p> }
        }
        Shown::Page(form) => view! { <p class="quiet" id=settings.id("about")>{i18n::page_about(form)}</p> },
        Shown::Text => view! { <ReadOnlyText id=settings.id("text") label=i18n::exported() rows="9" text/> },
    };
    view! {
        {preview}
        <Show when=move || MOST_SHOWN < n.get() && !form.get().is_whole()>
            <p class="quiet">{move || i18n::shortened_text(MOST_SHOWN, n.get())}</p>
        </Show>
    }
}

/// How a text is shown.
#[derive(Clone, Copy, PartialEq)]
enum Shown {
    /// As citations in a style.
    Cited(Style),
    /// By what it is.
    Page(Form),
    /// As it is.
    Text,
}

/// The choice whether a list has the reader's notes, and what that means.
#[component]
fn NotesChoice(
    /// What is set.
    settings: Settings,
) -> impl IntoView {
    let shelf = use_explorer().shelf;
    let has_notes = settings.has_notes;
    let toggle = move || has_notes.update(|has_notes| *has_notes ^= true);
    let text = move || {
        if !has_notes.get() {
            return i18n::no_notes().to_owned();
        }
        let items = shelf.with(|shelf| shelf.current().map(|list| list.items.clone()).unwrap_or_default());
        i18n::with_notes(shelf.n_notes(items.iter().map(|item| item.id.as_str())))
    };
    view! {
        <Checkbox
            id=settings.id("notes")
            name="notes"
            text=i18n::with_notes_label()
            checked=has_notes.into()
            on_change=Box::new(toggle)
        />
        <p class="quiet" id=settings.id("noted") role="status">{text}</p>
    }
}

impl Settings {
    /// Returns the id of a control: panels of two selections may be in the document at the same time.
    fn id(self, name: &str) -> String {
        format!("{}-{name}", self.of.prefix())
    }

    /// Opens the text in a form that is shared as a file, and says why.
    fn offer_file(self, message: &'static str) {
        self.open.set(Open::Text);
        self.form.set(Form::to_share(self.of));
        // Once the region is there, so that what changes in it is read aloud.
        request_animation_frame(move || _ = self.text_message.try_set(message));
    }

    /// Returns the whole text.
    fn text(self, explorer: Explorer) -> ExportText {
        untrack(|| export_text(explorer, self.choice(), explorer.resources_of(self.of).into_iter()))
    }

    /// Returns what is chosen of the text.
    fn choice(self) -> TextChoice {
        let (form, has_notes, sitting) = (self.form.get(), self.has_notes.get(), self.sitting.get());
        TextChoice { of: self.of, form, has_notes, sitting }
    }
}

/// Returns what stands for the resources in a message to others.
fn share_of(explorer: Explorer, of: Of) -> Share {
    let page = match of {
        Of::List => untrack(|| explorer.list_link()),
        _ => explorer.with_untracked(|state| explorer.opened.shared_address(state)),
    };
    let original = match of {
        Of::One(idx) => explorer.engine.store.url(idx).and_then(href),
        Of::Results | Of::Picked | Of::List => None,
    };
    share(of, &page, original)
}

fn copy_link(explorer: Explorer, settings: Settings) {
    let (address, messages) = match share_of(explorer, settings.of) {
        Share::Link(link) => (link, [i18n::link_copied(), i18n::link_not_copied()]),
        Share::Original(address) => (address, [i18n::own_address_copied(), i18n::own_address_not_copied()]),
        Share::LongLink(_) => return settings.offer_file(i18n::link_too_long()),
        Share::File => return settings.offer_file(i18n::no_link_of_file()),
    };
    spawn_local(async move {
        let is_copied = platform::copy(&address).await;
        // Of a view that is gone by now nothing is said.
        settings.message.try_set(messages[usize::from(!is_copied)]);
    });
}

/// Offers the address to other programs of the device.
fn share_address(explorer: Explorer, settings: Settings) {
    match share_of(explorer, settings.of) {
        Share::Link(address) | Share::LongLink(address) | Share::Original(address) => {
            let title = explorer.with_untracked(|state| i18n::page_title(explorer.engine, state));
            _ = platform::share(&title, &address);
        }
        Share::File => settings.offer_file(i18n::no_link_of_file()),
    }
}

fn copy_text(explorer: Explorer, settings: Settings) {
    if MOST_COPIED < settings.n.get_untracked() {
        return settings.text_message.set(i18n::too_many_to_copy());
    }
    let text = settings.text(explorer);
    spawn_local(async move {
        let is_copied = match &text.rich {
            Some(rich) => platform::copy_rich(&text.plain, rich).await,
            None => platform::copy(&text.plain).await,
        };
        settings.text_message.try_set(if is_copied { i18n::copied() } else { i18n::copy_by_hand() });
    });
}

fn save_text(explorer: Explorer, settings: Settings) {
    if let Form::Export(format) = settings.form.get_untracked() {
        return save_in_parts(explorer, settings, format);
    }
    let text = settings.text(explorer);
    let is_saved = platform::save(&text.file_name, text.media_type, &text.plain);
    settings.text_message.set(if is_saved { "" } else { i18n::no_file() });
}

/// Makes a file of an export, part by part, while the page goes on.
fn save_in_parts(explorer: Explorer, settings: Settings, format: Format) {
    let Settings { of, has_notes, text_message: message, .. } = settings;
    let (resources, export) =
        untrack(|| (explorer.resources_of(of), begin_export(explorer, of, format, has_notes.get())));
    if MOST_COPIED < resources.len() {
        message.set(i18n::making_file());
    }
    spawn_local(async move {
        let (mut file, mut pace) = (FileInParts::default(), Pace::start());
        let resources = resources.into_iter().map(|idx| explorer.engine.resource(idx));
        for part in Parts::new(export, resources) {
            file.push(&part);
            pace.pause().await;
        }
        let is_saved = file.save(&untrack(|| file_name(explorer, of, format)), format.media_type());
        message.try_set(if is_saved { "" } else { i18n::no_file() });
    });
}
