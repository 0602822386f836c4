//! How a selection of resources leaves the catalog: the forms of its text, the layouts of its printed page, and the address
//! that stands for it in a message. Each view of the page and each control reads its choices here.

use super::Format;
use super::citation::Style;
use super::purpose::Purpose;
use crate::catalog::ResourceIdx;

/// Links with more letters than these are broken by some mail programs.
const LONGEST_LINK: usize = 2_000;
/// How many resources are printed unless all are wanted, and how many rows of a table.
const MOST_PRINTED: usize = crate::limits::PRINTED;
const MOST_ROWS: usize = crate::limits::PRINTED_ROWS;

/// The resources that are exported, printed or shared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Selection {
    /// All results, in their order.
    Results,
    /// One.
    One(ResourceIdx),
    /// Those selected for comparison.
    Picked,
    /// Those of the current reading list which the catalog has.
    List,
}

/// A form of the text that is copied or downloaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A reading list as a web page.
    ListPage,
    /// A reading list as a file that another shelf opens.
    ListFile,
    /// A list of references.
    References(Style),
    /// A format of other programs.
    Export(Format),
    /// One line that reports the search.
    SearchLine,
    /// A page to hand out.
    Handout,
    /// A plan that splits the readings into sittings.
    Plan,
    /// An outline of slides, as a page.
    Slides,
}

impl Purpose {
    /// Returns the forms of a selection for this purpose.
    pub fn forms(self, of: Selection) -> Vec<Form> {
        Form::offered(of).into_iter().filter(|form| form.purpose() == self).collect()
    }
}

impl Form {
    /// Returns the forms of a selection, in the order in which they are offered; the first is the one to begin with.
    pub fn offered(of: Selection) -> Vec<Self> {
        let mut forms = Vec::new();
        if of == Selection::List {
            forms.extend([Self::ListPage, Self::ListFile]);
        }
        forms.extend(Style::ALL.map(Self::References));
        if of == Selection::Results {
            forms.push(Self::SearchLine);
        }
        if !matches!(of, Selection::One(_)) {
            forms.extend([Self::Handout, Self::Plan, Self::Slides]);
        }
        forms.extend(Format::ALL.map(Self::Export));
        forms
    }

    /// Returns what it is wanted for.
    pub fn purpose(self) -> Purpose {
        match self {
            Self::References(_) | Self::SearchLine => Purpose::Cite,
            Self::ListFile => Purpose::Data,
            Self::ListPage | Self::Handout | Self::Plan | Self::Slides => Purpose::Page,
            Self::Export(format) => format.purpose(),
        }
    }

    /// Returns the form to begin with.
    pub fn first(of: Selection) -> Self {
        if of == Selection::List { Self::ListPage } else { Self::References(Style::default()) }
    }

    /// Returns the form that is offered where a selection has no address to share: a file that anybody can open.
    pub fn to_share(of: Selection) -> Self {
        if of == Selection::List { Self::ListPage } else { Self::Export(Format::Html) }
    }

    /// Returns the word for the form in a form control.
    pub fn word(self) -> &'static str {
        match self {
            Self::ListPage => "page",
            Self::ListFile => "list",
            Self::References(style) => style.word(),
            Self::Export(format) => format.word(),
            Self::SearchLine => "search",
            Self::Handout => "handout",
            Self::Plan => "plan",
            Self::Slides => "slides",
        }
    }

    /// Returns whether the form can show a reader's notes on the resources of a list.
    pub fn shows_notes(self) -> bool {
        let is_text = matches!(self, Self::ListFile | Self::References(_) | Self::Export(Format::Markdown));
        is_text || matches!(self.purpose(), Purpose::Page | Purpose::Manager)
    }

    /// Returns whether the text is as long for few resources as for many, or is never cut.
    pub fn is_whole(self) -> bool {
        matches!(self, Self::ListFile | Self::SearchLine) || self.purpose() == Purpose::Page
    }
}

/// How resources stand on paper.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Layout {
    /// Each with its facts, its summary and its address.
    #[default]
    ReadingList,
    /// Each as it is cited, with its summary and the reader's note, in the order of the alphabet.
    Annotated,
    /// Side by side.
    Brief,
    /// A row each, with the columns that the table shows.
    Table,
    /// Each with a box to tick, who it is by and its address.
    Checklist,
}

impl Layout {
    /// Returns the layouts of a selection of `n` resources, of which `most_columns` fit side by side.
    pub fn offered(of: Selection, n: usize, most_columns: usize) -> Vec<Self> {
        let mut layouts = vec![Self::ReadingList, Self::Annotated, Self::Checklist];
        if (2..=most_columns).contains(&n) {
            layouts.push(Self::Brief);
        }
        if of == Selection::Results {
            layouts.push(Self::Table);
        }
        layouts
    }

    /// Returns the layout of a selection for which a reader has chosen none.
    pub fn usual(of: Selection) -> Self {
        if of == Selection::Picked { Self::Brief } else { Self::ReadingList }
    }

    /// Returns the layout where it is among those that are offered, and the usual one where it is not.
    #[must_use]
    pub fn among(self, offered: &[Self]) -> Self {
        if offered.contains(&self) { self } else { Self::default() }
    }

    /// Returns how many resources are printed unless all are wanted.
    pub fn most(self) -> usize {
        if self == Self::Table { MOST_ROWS } else { MOST_PRINTED }
    }

    /// Returns the word for the layout in a form control.
    pub fn word(self) -> &'static str {
        match self {
            Self::ReadingList => "reading",
            Self::Annotated => "annotated",
            Self::Brief => "brief",
            Self::Table => "table",
            Self::Checklist => "checklist",
        }
    }
}

/// What stands for a selection in a message to others.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Share {
    /// The address of the page that shows it.
    Link(String),
    /// A link that is too long for some mail programs.
    LongLink(String),
    /// The address of the resource itself.
    Original(String),
    /// A file: nothing has an address.
    File,
}

/// Returns what stands for a selection: the address of the page that shows it, unless that is a file on this device (such an
/// address serves nobody else, and its path is private), or else the resource's own address. Only the link of a reading list,
/// which names each resource, becomes too long.
pub fn share(of: Selection, page: &str, original: Option<String>) -> Share {
    if !page.starts_with("http") {
        return original.map_or(Share::File, Share::Original);
    }
    let is_long = of == Selection::List && page.len() > LONGEST_LINK;
    if is_long { Share::LongLink(page.to_owned()) } else { Share::Link(page.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::{Form, Layout, Purpose, Selection, Share, share};
    use crate::export::Format;

    const SELECTIONS: [Selection; 4] = [Selection::Results, Selection::One(7), Selection::Picked, Selection::List];

    #[test]
    fn forms_begin_with_an_offered_one_and_have_words_of_their_own() {
        for of in SELECTIONS {
            let forms = Form::offered(of);
            assert_eq!(forms.first(), Some(&Form::first(of)));
            assert!(forms.contains(&Form::to_share(of)), "{of:?}");
            for format in Format::ALL {
                assert!(forms.contains(&Form::Export(format)), "{of:?} {format:?}");
            }
            for (at, form) in forms.iter().enumerate() {
                assert!(forms[..at].iter().all(|other| other.word() != form.word()), "{form:?}");
            }
        }
    }

    #[test]
    fn only_a_list_is_a_list_and_only_results_were_searched_for() {
        for of in SELECTIONS {
            let forms = Form::offered(of);
            for form in [Form::ListPage, Form::ListFile] {
                assert_eq!(forms.contains(&form), of == Selection::List, "{of:?} {form:?}");
            }
            assert_eq!(forms.contains(&Form::SearchLine), of == Selection::Results, "{of:?}");
        }
        let noted: Vec<&str> =
            Form::offered(Selection::List).into_iter().filter(|form| form.shows_notes()).map(Form::word).collect();
        let unnoted: Vec<&str> =
            Form::offered(Selection::List).iter().filter(|form| !form.shows_notes()).map(|form| form.word()).collect();
        assert_eq!(
            (noted.len() + unnoted.len(), unnoted),
            (Form::offered(Selection::List).len(), vec!["csv", "json", "jsonld"])
        );
    }

    #[test]
    fn every_form_has_a_purpose_and_every_purpose_a_form() {
        for of in SELECTIONS {
            let forms: Vec<Form> = Purpose::ALL.into_iter().flat_map(|purpose| purpose.forms(of)).collect();
            assert_eq!(forms.len(), Form::offered(of).len(), "{of:?}");
            assert!(Purpose::ALL.into_iter().all(|purpose| !purpose.forms(of).is_empty()), "{of:?}");
        }
        assert_eq!(Form::to_share(Selection::List).purpose(), Purpose::Page);
    }

    #[test]
    fn a_layout_is_offered_where_so_many_resources_fit() {
        let words = |of, n| Layout::offered(of, n, 6).into_iter().map(Layout::word).collect::<Vec<_>>();
        assert_eq!(words(Selection::List, 1), ["reading", "annotated", "checklist"]);
        assert_eq!(words(Selection::List, 2), ["reading", "annotated", "checklist", "brief"]);
        assert_eq!(words(Selection::Picked, 6), ["reading", "annotated", "checklist", "brief"]);
        assert_eq!(words(Selection::Picked, 7), ["reading", "annotated", "checklist"]);
        assert_eq!(words(Selection::Results, 7), ["reading", "annotated", "checklist", "table"]);
        let offered = Layout::offered(Selection::List, 7, 6);
        assert_eq!(Layout::Brief.among(&offered), Layout::ReadingList);
        assert_eq!(Layout::Annotated.among(&offered), Layout::Annotated);
    }

    #[test]
    fn a_page_on_the_web_is_shared_by_its_address() {
        let own = || Some("https://own.example/a".to_owned());
        let page = "https://here.example/#/?theme=grading";
        for of in SELECTIONS {
            assert_eq!(share(of, page, own()), Share::Link(page.to_owned()), "{of:?}");
            let long = format!("{page}{}", "&item=a".repeat(400));
            let expected = if of == Selection::List { Share::LongLink } else { Share::Link };
            assert_eq!(share(of, &long, own()), expected(long.clone()), "{of:?}");
        }
    }

    #[test]
    fn a_page_from_disk_is_shared_without_its_path() {
        let own = "https://own.example/a".to_owned();
        for page in ["file:///home/somebody/page.html#/", "blob:null/1", ""] {
            assert_eq!(share(Selection::One(7), page, Some(own.clone())), Share::Original(own.clone()));
            assert_eq!(share(Selection::Results, page, None), Share::File);
        }
    }

    #[test]
    fn the_usual_layout_is_offered_and_what_was_picked_stands_side_by_side() {
        for of in SELECTIONS {
            assert!(Layout::offered(of, 3, 12).contains(&Layout::usual(of)), "{of:?}");
        }
        assert_eq!(Layout::usual(Selection::Picked), Layout::Brief);
    }
}
