//! What stands at the end of a title and is no part of it: an edition, the number of a report or of an episode, a description.
//!
//! The format of catalogs has no keys for them, and library catalogs write them there: `(2nd ed.)`, `(Report No. RR-322)`, `(NCES 2020-144)`,
//! `[Data set]`. They are not in italics and keep their letters (APA 7 sections 9.19 to 9.21 and 10.4); MLA and Chicago have edition and
//! number as elements of their own (MLA 9 chapter 5, “Version” and “Number”; Chicago 17 section 14.118), and the description is APA's alone.

/// What the end of a title states.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Stated {
    /// Nothing.
    #[default]
    Nothing,
    /// An edition: `2nd ed.`
    Edition,
    /// A number: `Report No. RR-322`, `NCES 2020-144`, `Season 2, Ep 7`.
    Number,
    /// What it is: `Data set`, `Video`, `Doctoral dissertation, University of Maine`.
    Description,
    /// What else stands in brackets: a translation of the title.
    Aside,
}

/// The end of a title.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct TitleEnd {
    /// What it states.
    pub(super) stated: Stated,
    /// What stands between its brackets.
    pub(super) text: String,
    /// All of it, with the blank before it.
    pub(super) whole: String,
}

/// How descriptions of theses begin, with the type that each states.
const DEGREES: [(&str, &str); 7] = [
    ("Doctoral dissertation", "doctoral-dissertation"),
    ("PhD dissertation", "phd-dissertation"),
    ("PhD diss.", "phd-dissertation"),
    ("EdD dissertation", "edd-dissertation"),
    ("Master's thesis", "masters-thesis"),
    ("Master’s thesis", "masters-thesis"),
    ("Masters thesis", "masters-thesis"),
];

/// Words of descriptions in brackets (APA 7 section 9.22), in small letters.
const DESCRIPTIONS: [&str; 34] = [
    "address",
    "animation",
    "app",
    "audio",
    "audiobook",
    "blog",
    "broadcast",
    "brochure",
    "dissertation",
    "documentary",
    "editorial",
    "episode",
    "film",
    "infographic",
    "interview",
    "lecture",
    "manuscript",
    "map",
    "photograph",
    "podcast",
    "poster",
    "powerpoint",
    "presentation",
    "recording",
    "session",
    "slides",
    "software",
    "speech",
    "thesis",
    "transcript",
    "video",
    "webcast",
    "webinar",
    "website",
];

/// Words before the last of a description: `[Audio podcast episode]`, but not `[Road map]`.
const MODIFIERS: [&str; 24] = [
    "animated",
    "audio",
    "blog",
    "conference",
    "documentary",
    "feature",
    "interactive",
    "keynote",
    "mobile",
    "online",
    "paper",
    "podcast",
    "poster",
    "powerpoint",
    "recorded",
    "short",
    "slide",
    "television",
    "tv",
    "unpublished",
    "video",
    "web",
    "webinar",
    "youtube",
];

/// Words that end with a point before the number of a report.
const NUMBERED: [&str; 4] = ["Season ", "Episode ", "Ep. ", "Ep "];

impl TitleEnd {
    /// The end of a title; nothing of one that is all in brackets.
    pub(super) fn of(title: &str) -> Self {
        let (open, stated) = if let Some(inner) = title.strip_suffix(']') {
            let open = inner.rfind('[');
            (open, open.map_or(Stated::Nothing, |open| in_brackets(&inner[open + 1..])))
        } else if let Some(inner) = title.strip_suffix(')') {
            let open = inner.rfind('(');
            (open, open.map_or(Stated::Nothing, |open| stated(&inner[open + 1..])))
        } else {
            (None, Stated::Nothing)
        };
        let Some(open) = open.filter(|_| stated != Stated::Nothing) else { return Self::default() };
        let before = title[..open].trim_end();
        if before.is_empty() {
            return Self::default();
        }
        Self { stated, text: title[open + 1..title.len() - 1].to_owned(), whole: title[before.len()..].to_owned() }
    }

    /// What the title, in whatever letters, is without it.
    pub(super) fn cut<'t>(&self, title: &'t str) -> &'t str {
        title.strip_suffix(self.whole.as_str()).unwrap_or(title)
    }

    /// What the title is in formats that have a field for what the end states: without it.
    pub(super) fn cut_stated<'t>(&self, title: &'t str) -> &'t str {
        if self.stated == Stated::Aside { title } else { self.cut(title) }
    }

    /// The description; empty where it has none.
    pub(super) fn description(&self) -> &str {
        if self.stated == Stated::Description { &self.text } else { "" }
    }

    /// The type of a thesis whose degree it states.
    pub(super) fn degree(&self) -> Option<&'static str> {
        degree(self.description())
    }

    /// The edition; empty where it states none.
    pub(super) fn edition(&self) -> &str {
        if self.stated == Stated::Edition { &self.text } else { "" }
    }

    /// The number; empty where it states none.
    pub(super) fn number(&self) -> &str {
        if self.stated == Stated::Number { &self.text } else { "" }
    }
}

/// The type of a thesis whose degree a description states: `Doctoral dissertation, University of Maine`, and not what is about one.
fn degree(description: &str) -> Option<&'static str> {
    let is_degree =
        |begin: &str| description.strip_prefix(begin).is_some_and(|rest| rest.is_empty() || rest.starts_with(','));
    DEGREES.iter().find(|(begin, _)| is_degree(begin)).map(|(_, id)| *id)
}

/// What the text in the brackets at the end of a title states: a description, or else a translation of the title, which is a part of it.
fn in_brackets(inner: &str) -> Stated {
    let what = inner.split(',').next().unwrap_or_default().to_lowercase();
    let words: Vec<&str> = what.split([' ', '-']).collect();
    let is_known = |(last, before): (&&str, &[&str])| {
        DESCRIPTIONS.contains(last) && before.iter().all(|word| MODIFIERS.contains(word))
    };
    let is_set = ["data set", "dataset", "computer software", "mobile app"].contains(&what.as_str());
    let is_description = is_set || degree(inner).is_some() || words.split_last().is_some_and(is_known);
    if is_description { Stated::Description } else { Stated::Aside }
}

/// What the text in the parentheses at the end of a title states.
fn stated(inner: &str) -> Stated {
    let has_digit = inner.contains(|c: char| c.is_ascii_digit());
    let last = inner.rsplit(' ').next().unwrap_or_default();
    if matches!(last, "ed." | "Ed." | "edition" | "Edition") && inner.len() > last.len() {
        return Stated::Edition;
    }
    if degree(inner).is_some() {
        return Stated::Description;
    }
    // `NCES 2020-144`: who numbers them, and a year and a number.
    let numbered_by = || {
        let (series, number) = inner.split_once(' ')?;
        let is_series = series.len() > 1 && series.bytes().all(|byte| byte.is_ascii_uppercase());
        let (year, of_year) = number.split_once(['-', '–'])?;
        let are_numbers = [year, of_year].iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()));
        Some(is_series && are_numbers && year.len() == 4 && !of_year.is_empty())
    };
    let is_number = has_digit
        && (inner.contains("No. ")
            || NUMBERED.iter().any(|word| inner.starts_with(word))
            || numbered_by() == Some(true));
    if is_number { Stated::Number } else { Stated::Nothing }
}

#[cfg(test)]
mod tests {
    use super::{Stated, TitleEnd};

    #[test]
    fn the_end_of_a_title_is_told_from_the_title() {
        for (title, stated, text) in [
            ("Guide to Grading (2nd ed.)", Stated::Edition, "2nd ed."),
            ("Guide to Grading (Second Edition)", Stated::Edition, "Second Edition"),
            ("Achieving Results (Report No. RR-322)", Stated::Number, "Report No. RR-322"),
            ("The Condition of Education (NCES 2020-144)", Stated::Number, "NCES 2020-144"),
            ("Giving students a say (Season 2, Ep 2)", Stated::Number, "Season 2, Ep 2"),
            ("Mastery map [Data set]", Stated::Description, "Data set"),
            ("Seat time [Video]", Stated::Description, "Video"),
            ("Seat time [Audio podcast episode]", Stated::Description, "Audio podcast episode"),
            ("La evaluación [Grading]", Stated::Aside, "Grading"),
            ("El cine [Film and school]", Stated::Aside, "Film and school"),
            ("El camino [Road map]", Stated::Aside, "Road map"),
            ("La sesión [The session]", Stated::Aside, "The session"),
            ("Seat time [Interview with A. Lee]", Stated::Aside, "Interview with A. Lee"),
            ("Mastery map [dataset]", Stated::Description, "dataset"),
            ("Seat time [PowerPoint slides]", Stated::Description, "PowerPoint slides"),
            ("On Motivation [Doctoral dissertation]", Stated::Description, "Doctoral dissertation"),
            ("Defending well (Doctoral dissertation defense tips)", Stated::Nothing, ""),
            ("Winners [PhD dissertation award speech]", Stated::Aside, "PhD dissertation award speech"),
            (
                "On Motivation (Doctoral dissertation, University of Maine)",
                Stated::Description,
                "Doctoral dissertation, University of Maine",
            ),
            ("Grading Guide (Mastery-Based Learning)", Stated::Nothing, ""),
            (
                "Badges at Work (Master's thesis, University of Maine)",
                Stated::Description,
                "Master's thesis, University of Maine",
            ),
            ("The Consortium (MAPLE)", Stated::Nothing, ""),
            ("Innovation Zones (updated August 2018)", Stated::Nothing, ""),
            ("Competencies (CASE 2018)", Stated::Nothing, ""),
            ("The Keller Plan (Part 1)", Stated::Nothing, ""),
            ("[Untitled]", Stated::Nothing, ""),
            ("(2nd ed.)", Stated::Nothing, ""),
            ("", Stated::Nothing, ""),
        ] {
            let end = TitleEnd::of(title);
            assert_eq!((end.stated, end.text.as_str()), (stated, text), "{title}");
            assert_eq!(format!("{}{}", end.cut(title), end.whole), title);
        }
    }
}
