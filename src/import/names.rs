//! What the names of columns and fields mean, in several spellings and languages.

use super::role::Role;
use crate::text::fold;

/// Names as [`normalized`], by what they mean.
const NAMES: [(Role, &[&str]); 25] = [
    (
        Role::Title,
        &[
            "title",
            "titles",
            "titel",
            "titre",
            "titulo",
            "titolo",
            "tytul",
            "otsikko",
            "rubrik",
            "название",
            "заглавие",
            "наименование",
            "タイトル",
            "題名",
            "书名",
            "标题",
            "제목",
            "العنوان",
            "כותרת",
            "full title",
            "title of resource",
            "name of resource",
            "resource",
            "resource name",
            "resource title",
            "document title",
            "book title",
            "article title",
            "course title",
            "dataset name",
            "name",
            "nom",
            "nombre",
            "nome",
            "naam",
            "namn",
            "navn",
            "имя",
            "名称",
            "format and title",
            "title name",
            "name title",
            "title of article",
            "title of document",
            "title of the resource",
            "name of the resource",
        ],
    ),
    (Role::Subtitle, &["subtitle", "sub title", "untertitel", "sous titre", "subtitulo"]),
    (
        Role::Author,
        &[
            "author",
            "authors",
            "author s",
            "autor es",
            "autor a",
            "author names",
            "author name",
            "autor",
            "autoren",
            "auteur",
            "auteurs",
            "autore",
            "autori",
            "autores",
            "autor in",
            "verfasser",
            "creator",
            "creators",
            "written by",
            "by",
            "who made it",
            "who wrote it",
            "writer",
            "writers",
            "forfatter",
            "forfattare",
            "författare",
            "автор",
            "авторы",
            "著者",
            "作者",
            "저자",
            "المؤلف",
            "מחבר",
            "dc creator",
            "creator s",
            "who wrote this",
            "authored by",
            "lead author",
            "author creator",
        ],
    ),
    (Role::Editor, &["editor", "editors", "editor s", "edited by", "herausgeber", "editeur scientifique"]),
    (Role::Translator, &["translator", "translators", "translated by", "ubersetzer", "traducteur", "traductor"]),
    (
        Role::Year,
        &[
            "year",
            "publication year",
            "year of publication",
            "year published",
            "pub year",
            "jahr",
            "erscheinungsjahr",
            "annee de publication",
            "ano de publicacion",
            "ano de publicacao",
            "anno di pubblicazione",
            "年份",
            "发表年份",
            "annee",
            "ano",
            "anno",
            "ar",
            "jaar",
            "vuosi",
            "rok",
            "год",
            "год издания",
            "年",
            "出版年",
            "연도",
            "published year",
            "pub yr",
            "yr",
            "year of pub",
        ],
    ),
    (
        Role::Date,
        &[
            "date",
            "published",
            "publication date",
            "date published",
            "date of publication",
            "pub date",
            "published on",
            "release date",
            "issued",
            "date issued",
            "datepublished",
            "publicationdate",
            "published at",
            "date de publication",
            "fecha de publicacion",
            "data de publicacao",
            "data di pubblicazione",
            "datum",
            "fecha",
            "data",
            "publicado",
            "veroffentlicht",
            "erscheinungsdatum",
            "дата",
            "日付",
            "date of pub",
            "date of release",
            "date de parution",
            "parution",
            "paru le",
            "publie le",
            "date publication",
            "fecha publicacion",
            "fecha de edicion",
            "veroffentlichungsdatum",
            "veroffentlicht am",
            "publicatiedatum",
            "utgivningsdatum",
            "when published",
        ],
    ),
    (
        Role::Link,
        &[
            "link",
            "links",
            "url",
            "urls",
            "website",
            "web site",
            "web address",
            "address of the page",
            "web page",
            "webpage",
            "href",
            "homepage",
            "home page",
            "where to find it",
            "lien",
            "liens",
            "adresse web",
            "enlace",
            "enlaces",
            "collegamento",
            "lank",
            "linkki",
            "ссылка",
            "адрес",
            "リンク",
            "链接",
            "링크",
            "الرابط",
            "קישור",
            "landing page",
            "landingpage",
            "access url",
            "download url",
            "uri",
            "link to resource",
            "link to the resource",
            "link to document",
            "resource link",
            "resource url",
            "direct link",
            "hyperlink",
            "web link",
            "weblink",
            "link url",
            "url link",
            "site web",
            "site internet",
            "lien vers la ressource",
            "lien de la ressource",
            "sitio web",
            "pagina web",
            "enlace web",
            "enlace al recurso",
            "webseite",
            "webadresse",
            "internetadresse",
            "link zur ressource",
            "sito web",
            "sitio de internet",
            "full text link",
            "pdf link",
        ],
    ),
    (Role::Doi, &["doi", "ids doi", "dois", "doi link"]),
    (
        Role::Summary,
        &[
            "description",
            "summary",
            "abstract",
            "abstract note",
            "annotation",
            "beschreibung",
            "zusammenfassung",
            "resume",
            "descripcion",
            "resumen",
            "descrizione",
            "beskrivning",
            "описание",
            "аннотация",
            "概要",
            "摘要",
            "short description",
            "what it says",
            "synopsis",
            "blurb",
            "overview",
            "about",
            "brief description",
            "brief summary",
            "short summary",
            "resource description",
            "description of resource",
            "description summary",
            "summary description",
            "abstract summary",
            "summary abstract",
            "kurzbeschreibung",
            "inhalt",
            "sinopsis",
            "resumo",
            "descricao",
            "riassunto",
            "samenvatting",
            "omschrijving",
            "sammanfattning",
        ],
    ),
    (
        Role::Keyword,
        &[
            "tag",
            "tags",
            "keyword",
            "keywords",
            "key words",
            "subject",
            "subjects",
            "topic",
            "topics",
            "genre",
            "genres",
            "manual tags",
            "automatic tags",
            "schlagwort",
            "schlagworte",
            "schlagworter",
            "stichworte",
            "mot cle",
            "mots cles",
            "etiquetas",
            "palabras clave",
            "parole chiave",
            "mots clefs",
            "descripteurs",
            "palavras chave",
            "trefwoorden",
            "nyckelord",
            "amnesord",
            "ключевые слова",
            "теги",
            "キーワード",
            "关键词",
            "what is it about",
            "what it is about",
            "labels",
            "main topic",
            "primary topic",
            "secondary topic",
            "subject area",
            "subject areas",
            "search terms",
        ],
    ),
    (
        Role::Theme,
        &[
            "theme",
            "themes",
            "thema",
            "themen",
            "category",
            "categories",
            "kategorie",
            "kategorien",
            "categorie",
            "categoria",
            "thematique",
            "tema",
            "temas",
            "tematica",
            "topic area",
            "topic areas",
            "focus area",
            "focus areas",
            "main theme",
        ],
    ),
    (
        Role::Type,
        &[
            "type",
            "item type",
            "resource type",
            "type of resource",
            "document type",
            "publication type",
            "typ",
            "tipo",
            "art",
            "kind",
            "type of material",
            "material type",
            "media type",
            "content type",
            "type of document",
            "type of publication",
            "kind of resource",
        ],
    ),
    (
        Role::Publisher,
        &[
            "publisher",
            "publishers",
            "published by",
            "verlag",
            "editeur",
            "editorial",
            "editora",
            "editore",
            "uitgever",
            "forlag",
            "издательство",
            "出版社",
            "publishing organization",
            "publishing org",
            "publisher organization",
            "source organization",
            "issuing organization",
            "produced by",
        ],
    ),
    (
        Role::Container,
        &[
            "journal",
            "journal title",
            "publication title",
            "container",
            "container title",
            "periodical",
            "zeitschrift",
            "revue",
            "revista",
        ],
    ),
    (
        Role::Audience,
        &[
            "audience",
            "audiences",
            "for whom",
            "who is it for",
            "intended audience",
            "target audience",
            "zielgruppe",
            "public cible",
            "publico",
            "publico objetivo",
            "destinatarios",
            "doelgroep",
            "malgrupp",
            "public",
            "who it is for",
            "who it s for",
            "who s it for",
            "who this is for",
            "primary audience",
        ],
    ),
    (
        Role::Level,
        &[
            "level",
            "levels",
            "grade level",
            "grade levels",
            "education level",
            "stage",
            "stufe",
            "niveau",
            "nivel",
            "livello",
            "grade band",
            "grade bands",
            "grade span",
            "grade range",
            "school level",
            "school levels",
            "education levels",
            "schulstufe",
        ],
    ),
    (
        Role::Place,
        &[
            "place",
            "places",
            "location",
            "locations",
            "state",
            "states",
            "ort",
            "lieu",
            "lugar",
            "region",
            "regions",
            "state region",
            "state province",
            "country",
            "countries",
            "state country",
            "city state",
            "geography",
            "geographic area",
            "geographic focus",
            "jurisdiction",
            "land",
            "pays",
            "pais",
        ],
    ),
    (
        Role::Language,
        &[
            "language",
            "languages",
            "lang",
            "inlanguage",
            "content language",
            "sprache",
            "langue",
            "idioma",
            "lingua",
            "sprak",
            "язык",
            "言語",
        ],
    ),
    (Role::Access, &["access", "availability", "zugang", "acces", "acceso", "free or paid", "paid or free"]),
    (Role::Minutes, &["minutes", "duration in minutes", "length in minutes", "running time in minutes"]),
    (Role::Volume, &["volume", "vol", "volume number", "jahrgang", "tome", "tomo", "volumen"]),
    (Role::Issue, &["issue", "issue number", "issue no", "heft", "fascicule"]),
    (Role::PageRange, &["page range", "page numbers"]),
    (
        Role::NumPages,
        &[
            "num pages",
            "number of pages",
            "page count",
            "pages",
            "seiten",
            "nombre de pages",
            "of pages",
            "no of pages",
            "length in pages",
        ],
    ),
];

/// Names in another language that are words of English too, each with names of columns that show a table to be in that language.
const FOREIGN: [(&str, &[&str]); 6] = [
    ("data", ROMANCE),
    ("public", FRENCH),
    ("resume", FRENCH),
    ("editorial", ROMANCE),
    (
        "art",
        &[
            "titel",
            "autor",
            "autoren",
            "autor in",
            "verfasser",
            "herausgeber",
            "jahr",
            "erscheinungsjahr",
            "datum",
            "verlag",
            "beschreibung",
            "zusammenfassung",
            "schlagwort",
            "schlagworte",
            "schlagworter",
            "stichworte",
            "thema",
            "themen",
            "kategorie",
            "kategorien",
            "zielgruppe",
            "stufe",
            "ort",
            "sprache",
            "zugang",
            "seiten",
        ],
    ),
    ("ar", &["titel", "forfattare", "författare", "lank", "beskrivning", "amnesord", "nyckelord", "forlag", "sprak"]),
];
const FRENCH: &[&str] = &[
    "titre",
    "sous titre",
    "auteur",
    "auteurs",
    "annee",
    "lien",
    "liens",
    "adresse web",
    "mot cle",
    "mots cles",
    "categorie",
    "editeur",
    "revue",
    "niveau",
    "lieu",
    "langue",
    "acces",
    "traducteur",
];
/// Of Spanish, Portuguese, Italian and Polish.
const ROMANCE: &[&str] = &[
    "titulo",
    "titolo",
    "tytul",
    "subtitulo",
    "nombre",
    "nome",
    "autore",
    "autori",
    "autor",
    "autores",
    "ano",
    "anno",
    "rok",
    "enlace",
    "enlaces",
    "collegamento",
    "descripcion",
    "descrizione",
    "resumen",
    "etiquetas",
    "palabras clave",
    "parole chiave",
    "categoria",
    "tipo",
    "editora",
    "editore",
    "revista",
    "nivel",
    "livello",
    "lugar",
    "idioma",
    "lingua",
    "acceso",
    "traductor",
];

/// Last words of names that name the thing itself: `Course`, `Name of the film`.
const THINGS: [&str; 24] = [
    "resources",
    "readings",
    "software",
    "logiciel",
    "film",
    "movie",
    "book",
    "buch",
    "livre",
    "libro",
    "course",
    "kurs",
    "cours",
    "tool",
    "dataset",
    "article",
    "report",
    "podcast",
    "game",
    "app",
    "video",
    "program",
    "programme",
    "project",
];

/// Words that make another title or name of one: `Journal title`, `Author name`.
const OTHERS: [&str; 24] = [
    "journal",
    "publication",
    "series",
    "short",
    "organisation",
    "organization",
    "publisher",
    "author",
    "first",
    "last",
    "family",
    "given",
    "middle",
    "user",
    "file",
    "sheet",
    "container",
    "conference",
    "proceedings",
    "company",
    "institution",
    "school",
    "contact",
    "display",
];

/// A name in lower case without accents, signs and the number behind it: `Author(s) 2` is `author s`.
pub(super) fn normalized(name: &str) -> String {
    let folded = fold(&super::values::clean::visible(name));
    // What stands in brackets explains the name.
    let plain = folded.split_once('(').filter(|(_, rest)| rest.len() > 3).map_or(folded.as_str(), |(before, _)| before);
    let plain = if plain.trim().is_empty() { folded.as_str() } else { plain };
    let words: Vec<&str> = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// Whether a text is a name that is normalized.
pub(super) fn is_named(text: &str, name: &str) -> bool {
    // Words of ASCII stay but for their case, so that most texts are told apart by their first one.
    let n = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let is_word = n > 0 && text.as_bytes().get(n).is_none_or(|next| *next == b' ');
    let may_be = !is_word || name.split(' ').next().is_some_and(|first| first.eq_ignore_ascii_case(&text[..n]));
    may_be && normalized(text) == name
}

/// Whether a normalized name is a known one.
pub(super) fn is_known(name: &str) -> bool {
    role_of(name).is_some() || THINGS.contains(&name)
}

/// What a normalized name means. `Audience(s)` means what `Audience` does.
pub(super) fn role_of(name: &str) -> Option<Role> {
    let of = |name: &str| NAMES.into_iter().find(|(_, names)| names.contains(&name)).map(|(role, _)| role);
    let plain = |name: &str| of(name).or_else(|| of(without_number(name))).or_else(|| of(name.strip_suffix(" s")?));
    plain(name).or_else(|| of_question(name, &plain))
}

/// Words with which the questions of a form begin.
const ASKING: [&str; 12] =
    ["what", "which", "who", "whom", "when", "please", "paste", "enter", "select", "choose", "list", "provide"];
/// Words of a question that say nothing of what is asked for.
const FILLING: [&str; 33] = [
    "is",
    "are",
    "was",
    "were",
    "does",
    "do",
    "did",
    "should",
    "would",
    "will",
    "can",
    "the",
    "a",
    "an",
    "this",
    "that",
    "these",
    "it",
    "its",
    "of",
    "to",
    "in",
    "here",
    "resource",
    "cover",
    "covers",
    "best",
    "fit",
    "fits",
    "for",
    "describe",
    "describes",
    "all",
];

/// What a question of a form asks for: `Which topics does it cover` for topics, `Who should use it` for audiences.
fn of_question(name: &str, role_of: &dyn Fn(&str) -> Option<Role>) -> Option<Role> {
    let words: Vec<&str> = name.split(' ').collect();
    let first = words.first().filter(|first| ASKING.contains(first))?;
    // What is asked of whoever fills the form in is not about the resource.
    if words.iter().any(|word| ["you", "your"].contains(word)) {
        return None;
    }
    let rest: Vec<&str> =
        words.iter().copied().filter(|word| !ASKING.contains(word) && !FILLING.contains(word)).collect();
    let is_for = words.iter().any(|word| ["for", "use", "benefit", "whom"].contains(word));
    match (*first, rest.join(" ").as_str()) {
        ("who" | "whom", "" | "use" | "benefit") if is_for => Some(Role::Audience),
        (_, rest) => role_of(rest),
    }
}

/// Whether a normalized name is that of the body behind a resource, where something else is the resource: in a list of bodies it is the title.
pub(super) fn is_body(name: &str) -> bool {
    matches!(
        name,
        "organization" | "organisation" | "institution" | "agency" | "organizacion" | "organisatie" | "institut"
    )
}

/// Whether a normalized name means in English what it does not mean in the language of its role, and no other name of the table is of
/// that language.
pub(super) fn is_foreign(name: &str, names: &[String]) -> bool {
    let languages = FOREIGN.into_iter().find(|(word, _)| *word == name).map(|(_, others)| others);
    languages.is_some_and(|others| !names.iter().any(|name| others.contains(&name.as_str())))
}

/// Whether a normalized name is that of dates or years in another language, and a word of English.
pub(super) fn is_date_elsewhere(name: &str) -> bool {
    name == "data" || name == "ar"
}

/// The words of a name in brackets too, normalized: they may say that it is private.
pub(super) fn all_words(name: &str) -> String {
    normalized(&name.replace(['(', ')'], " "))
}

/// Whether a name says that its column is not for readers.
pub(super) fn is_private(name: &str) -> bool {
    const WORDS: [&str; 21] = [
        "private",
        "internal",
        "confidential",
        "intern",
        "prive",
        "privado",
        "e mail",
        "email",
        "mail",
        "password",
        "passwort",
        "contrasena",
        "do not publish",
        "notes for us",
        "note to self",
        "notes to self",
        "our notes",
        "staff notes",
        "team notes",
        "admin notes",
        "staff only",
    ];
    let padded = format!(" {name} ");
    WORDS.iter().any(|word| padded.contains(&format!(" {word} ")))
}

/// How well a normalized name says that its field holds titles, from 0.
pub(super) fn title_score(name: &str) -> u8 {
    let last = name.rsplit(' ').next().unwrap_or(name);
    if name.split(' ').any(|word| OTHERS.contains(&word)) {
        return 0;
    }
    match role_of(name) {
        Some(Role::Title) if last.starts_with("tit") || !["name", "nom", "nome", "naam"].contains(&name) => 9,
        Some(Role::Title) => 7,
        None if ["title", "titel", "titre"].contains(&last) => 6,
        None if THINGS.contains(&name) => 5,
        None if last == "name" || THINGS.contains(&last) => 4,
        _ => 0,
    }
}

/// A name without the number behind it: `tag2`, `author 1`.
pub(super) fn without_number(name: &str) -> &str {
    let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
    let stem = if stem.len() == name.len() { name } else { stem.trim_end_matches([' ', '_', '-', '.', '#']) };
    if stem.is_empty() { name } else { stem }
}

#[cfg(test)]
mod tests {
    use super::{NAMES, normalized, role_of, title_score};
    use crate::import::Role;

    #[test]
    fn every_known_name_is_written_as_it_is_compared() {
        for (role, names) in NAMES {
            for name in names {
                assert_eq!(role_of(&normalized(name)), Some(role), "{name}");
            }
        }
    }

    #[test]
    fn names_are_known_in_any_dress() {
        for (name, role) in [
            ("\u{200b}Author(s)", Some(Role::Author)),
            ("ids.doi", Some(Role::Doi)),
            ("Année", Some(Role::Year)),
            ("Tag2", Some(Role::Keyword)),
            ("What is it about?", Some(Role::Keyword)),
            ("Which topics does it cover?", Some(Role::Keyword)),
            ("Who should use this resource? (check all that apply)", Some(Role::Audience)),
            ("What grade levels is it for?", Some(Role::Level)),
            ("Who is this for?", Some(Role::Audience)),
            ("Who are you?", None),
            ("What is your name?", None),
            ("When was it published?", Some(Role::Date)),
            ("Please select the type of resource", Some(Role::Type)),
            ("What is this?", None),
            ("Date de parution", Some(Role::Date)),
            ("Público objetivo", Some(Role::Audience)),
            ("Date added", None),
        ] {
            assert_eq!(role_of(&normalized(name)), role, "{name}");
        }
        assert!(title_score("title") > title_score("name") && title_score("name") > title_score("sector"));
        assert_eq!(title_score("organisation title"), 0);
    }
}
