//! The words that are no part of a name, that join names, or that only bodies have: one list of each.
//!
//! Lists are words with blanks around each, folded and without points.

/// Titles before a name; no list of works shows them (APA 7 section 9.8; MLA 9 section 5.8; Chicago 17 section 14.73).
pub(super) const TITLES: &str = " dr dra drs prof professor profa mr mrs ms mx miss mme mlle herr frau sir dame baroness archbishop reverend honorable \
    honourable senator representative congressman congresswoman governor ambassador rabbi imam monsignor pope ";

/// Words of a style before a name: two of them are no given name: `The Rt Hon`, `Most Rev.`
pub(super) const STYLES: &str = " the rt right most very hon honorable honourable rev reverend ";

/// Offices that stand before a name of two words or more as titles do; bodies are called by some of them, and persons.
pub(super) const OFFICES: &str = " president superintendent principal secretary dean chancellor commissioner mayor judge justice director \
    provost chairman chairwoman treasurer councilman councilwoman assemblyman assemblywoman sheriff lord baron father sheikh sheik ";

/// What stands before a title or an office: `U.S. Sen.`, `Vice President`.
pub(super) const BEFORE_TITLES: &str =
    " us state former vice assistant deputy associate lt lieutenant acting interim chief ";

/// Titles that are given or family names without their point or bracket: `Sen`, `Gen`.
pub(super) const TITLES_WITH_POINT: &str =
    " em emer sen rep rev hon gov gen col capt lt sgt maj fr msgr ing lic sr sra srta pres supt amb asst ret ";

/// Degrees and orders behind a name.
pub(super) const DEGREES: &str = " phd edd md jd ma ms med mba msed esq dphil mphil ba bs bsc msc bed mfa dba psyd scd thd mdiv \
    mpa mpp mph msw lcsw lmft eds cpa rn bsn msn np dds dvm pharmd llb llm mat mlis mls pmp cfa nbct cae esquire sj op csj osb frs \
    obe cbe mbe kbe dbe gbe kcb kcmg frsl frcp mbbs abd edm maed cags lcswr mp mep msp qc kc ";

/// Parts of degrees that are no initials: `Ph.D.`, `M.Ed.`, `Psy.D.`, `D.Phil.`
pub(super) const FIELDS_OF_DEGREES: &str = " ed eng fil juris lib litt mus nurs ph pharm phil psy sc soc tech th ";

/// What a person did, in parentheses or behind a comma.
pub(super) const ROLES: &str = " ed eds editor editors author authors trans translator translators illus illustrator compiler comp comps \
    contributor host producer director interviewer interviewee narrator photographer moderator presenter chair cochair ceo \
    president superintendent professor principal dean fellow researcher analyst coeditor coauthor hrsg coordinator \
    administrator advisor adviser blogger candidate coach columnist consultant correspondent cofounder counselor educator founder \
    instructor journalist lead lecturer librarian manager officer provost reporter scholar specialist teacher writer ";

/// Roles and offices that are given names too: `Doe, Dean`, `Dean Keith Simonton`.
pub(super) const GIVEN_ROLES: &str = " dean ";

/// What was done `by` those whose names follow.
pub(super) const DONE_BY: &str = " adapted article authored compiled composed contributed contributions coordinated developed interview interviewed narrated post posted prepared presented \
    produced published report reported research reviewed story submitted text words written ";

/// What stands before names with a colon behind it, and what does so with a point.
pub(super) const LABELS: &str = " author authors blogger bloggers by editor editors ed eds contributor contributors presenter presenters speaker speakers translator translators ";

/// What stands before such a word: `Guest blogger:`, `Guest post by`.
pub(super) const BEFORE_LABELS: &str = " guest lead ";

/// What follows a family name and belongs to it.
pub(super) const SUFFIXES: &str = " jr sr ii iii iv v vi vii viii 2nd 3rd 4th ";

/// What ends a Portuguese family name and is part of it.
pub(super) const PORTUGUESE: &str = " filho junior neto sobrinho ";

/// Particles in small letters (Chicago 17 sections 8.5 to 8.14; CSL 1.0.2, "Name Particles").
pub(super) const PARTICLES: &str = " af al ap av bar bat ben bin bint da dal dalla das de de' degli dei del della den der des di do dos \
    du el het ibn 't la las le les lo los op ter ten van vande vanden vander ver vom von wa zu zum zur ";

/// Particles that are left out where a German family name stands alone (Chicago 17 section 8.8; MLA 9, on German names;
/// APA 7 has `Helmholtz, H. L. F. von`).
pub(super) const DROPPING: &str = " vom von zu zum zur de' ";

/// Family names with `van` whose bearers were of the German language, which drops it (Chicago 17 sections 8.8 and 16.71); any other `van` is Dutch,
/// or of an English bearer, and stays. Folded.
pub(super) const GERMAN_VAN: &str = " beethoven ";

/// French given names: `de` behind them goes with them, unless one syllable or an elision follows (Chicago 17 section 8.7; MLA 9, on French
/// names). Folded.
pub(super) const FRENCH: &str = " alexis alfred alphonse antoine auguste blaise etienne francois francoise germaine gilles guillaume guy \
    henri henry honore hubert jacques jean joachim madeleine marguerite maxime michel olivier philippe pierre \
    rene simone theodore thibaut tristan xavier yves ";

/// Spanish given names: `de` alone behind them goes with them (MLA 9, on Spanish names; Chicago 17 section 16.71). Folded.
pub(super) const SPANISH_GIVEN: &str = " alonso alvaro bartolome bernardino felix fernando francisco gonzalo ignacio inigo jose juan lope luis \
    manuel miguel pedro rafael ramiro ramon salvador teresa vicente ";

/// Persons who have no family name, by which they are known whole, folded (Chicago 17 section 16.71 has Leonardo da Vinci under L; names of
/// Burma have no family names).
pub(super) const WHOLE: [&str; 13] = [
    "aung san suu kyi",
    "chretien de troyes",
    "christine de pizan",
    "garcilaso de la vega",
    "haile selassie",
    "leonardo da vinci",
    "machado de assis",
    "malcolm x",
    "marie de france",
    "ne win",
    "thomas aquinas",
    "tirso de molina",
    "u thant",
];

/// Persons whose family name stands first, where the words alone do not show it, folded.
pub(super) const KNOWN_FIRST: [&str; 10] = [
    "ai weiwei",
    "bei dao",
    "han kang",
    "ho chi minh",
    "lee hsien loong",
    "lee kuan yew",
    "lu xun",
    "ma jian",
    "mo yan",
    "yu hua",
];

/// Titles with which a number makes one name: `Pope John Paul II`, and those that one name alone stands behind: `Mother Teresa`.
pub(super) const OF_RULERS: &str = " pope queen king emperor empress ";
pub(super) const OF_ONE_NAME: &str = " mother saint queen ";

/// Particles of Dutch names, and the Arabic article: Chicago writes and sorts them behind the given names (17, sections 16.71
/// and 16.75).
pub(super) const DEMOTED: &str = " al- an- ar- as- at- el- 't den der het in op ten ter van vande vanden vander ver ";

/// Particles that are written together with the family name, with the sign that joins them.
pub(super) const JOINED: &str = " d' l' dell' dall' al- an- ar- as- at- ad- az- ash- el- ul- 's- ";

/// Particles in capitals: part of the family name, as their bearers write it (Chicago 17 section 8.5). With their accents.
pub(super) const CAPITALS: &str = " abou abu abū al bin da dal de del dela della den der des di dos du el ibn la las le les los mac mc o ó o\u{301} st ste \
    saint san santa ten ter van vanden vander vom von ";

/// Irish particles, which without their accents are names of others.
pub(super) const IRISH: &str = " Ní Uí Nic ";

/// What joins the halves of a family name: `Ortega y Gasset`, `Gaudí i Cornet`, `Costa e Silva` (Chicago 17 section 8.11).
pub(super) const JOINTS: &str = " y e i ";

/// Words that name a body, wherever they stand.
pub(super) const BODIES: &str = " academy agency alliance association associates authority board bureau center centre coalition \
    collaboration collaborative college commission committee community company conference congress consortium consulting \
    contributors cooperative coop corp corporation council court department dept district division embassy faculty federation forum \
    foundation fund gmbh government group hospital inc initiative institute institution institutes laboratory lab labs league \
    legislature libraries library llc llp ltd ministry museum network networks nonprofit office organisation organization panel \
    parliament partners partnership plc project school schools secretariat senate service services society staff studio \
    studios taskforce team teams trust union universities university workgroup \
    asociacion associacao associazione centro centrum comite consejo ecole escuela fundacion fundacao gesellschaft grupo hochschule \
    academie accademia agence agencia agenzia ajuntament akademie ayuntamiento bibliotheque biblioteca bibliothek bundesamt camara \
    comision comunidad conseil conselho consiglio consejeria departamento departement dipartimento diputacion editorial \
    federacion fondation fondazione generalitat gemeente gobierno gouvernement governo instituto institut junta kommune landesinstitut \
    academia assemblee banco estados inspectie jawatan kementerian mairie mundial ordem riksdag unidas ministere ministerie ministerio ministero ministerstvo municipalidad museo musee observatoire observatorio oficina organizacion \
    parlamento prefeitura rectorado region republica republique secretaria schule senat sindicato sociedad sociedade societe societa \
    stiftung uniwersytet uniao unione \
    universidad universidade universita universitat universite verband verein \
    академия департамент институт министерство υπουργειο وزارة جامعة правительство университет федерация ";

/// Of these, of [`NO_NAMES`] and of [`LAST_OF_BODIES`], those that are family names too.
pub(super) const BODIES_AND_FAMILIES: &str = " bank board center club council court crew force fund lab league parents press public school schools \
    senate service staff states trust union ";

/// Initials that stand for a place and no given name, without points: `Washington D.C. Council`.
pub(super) const PLACES_OF_INITIALS: &str = " bc dc eu la nb nc nd nh nj nm ny ri sc sd uk un us usa wv ";

/// What compounds in German, Dutch and the languages of the North end with that name bodies, folded.
pub(super) const ENDS_OF_BODIES: [&str; 16] = [
    "ministerium",
    "ministerie",
    "institut",
    "instituut",
    "universitat",
    "universiteit",
    "universitet",
    "verband",
    "gesellschaft",
    "hochschule",
    "behorde",
    "konferenz",
    "agentur",
    "verwaltung",
    "stiftung",
    "akademie",
];

/// Of these, those that no title makes a family name: `Dr. Pepper Museum`.
pub(super) const NO_FAMILIES: &str = " academy agency alliance association associates coalition college commission committee consortium corp \
    corporation foundation inc initiative institute institution institutes laboratory library llc ltd museum organization partnership \
    school schools society team universities university ";

/// Words that no person is called, wherever they stand.
pub(super) const NO_NAMES: &str = " america american archives assessment blog bulletin education educational editorial educators \
    innovations international journal kids learning magazine media national news newsletter newspaper online parents podcast policy \
    program programs public publications publishing report reports research resources review science sciences state states \
    strategies strategists students systems teachers technologies website women youth ";

/// Words that end the name of a body, and may be in a person's elsewhere.
pub(super) const LAST_OF_BODIES: &str = " author authors bank blogger book kommission plus poll campaign club crew editors force hub movement nations press workshop ";

/// Words for bodies that are numbered as persons are: `Hope Fund II`.
pub(super) const NUMBERED: &str = " fund trust ";

/// Words in small letters that names of persons do not have.
pub(super) const PREPOSITIONS: &str = " and at against for from fur in of on pour the to und with ";

/// Words in capitals that names of bodies begin with.
pub(super) const FIRST_OF_BODIES: &str = " The Comune Kanton Regione Stadt ";

/// What names of bodies have in Chinese, Japanese and Korean.
pub(super) const EAST_ASIAN_BODIES: [&str; 16] = [
    "大学",
    "大學",
    "学校",
    "學校",
    "学院",
    "研究",
    "协会",
    "協会",
    "協會",
    "委员会",
    "委員会",
    "会社",
    "公司",
    "대학",
    "학교",
    "협회",
];

/// Whether a folded word without points stands before a name as a title or an office does.
pub(crate) fn is_title(word: &str) -> bool {
    has(TITLES, word) || has(OFFICES, word)
}

/// Bytes of the longest word of a list.
const LONGEST: usize = 30;

/// Whether a list has a word. The word is looked for with its blanks, which is several times faster than word by word.
pub(super) fn has(list: &str, word: &str) -> bool {
    let mut with_blanks = [b' '; LONGEST + 2];
    if word.is_empty() || word.len() > LONGEST || word.contains(' ') {
        return false;
    }
    with_blanks[1..=word.len()].copy_from_slice(word.as_bytes());
    std::str::from_utf8(&with_blanks[..word.len() + 2]).is_ok_and(|word| list.contains(word))
}
