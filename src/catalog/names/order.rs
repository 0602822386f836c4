//! Names that do not end with one family name: the family name stands first, or is of two words.
//!
//! Both are read so only where the words themselves show it. Where they may be so, a curator is asked.

use super::body::{bare, is_initials};
use super::given::{is_given, may_be_given};
use super::particle::is_particle;
use super::words::{KNOWN_FIRST, has};
use crate::text::fold;

/// Vietnamese family names as they are written, in small letters.
const VIETNAMESE: &str = " nguyễn trần lê phạm hoàng huỳnh phan vũ võ đặng bùi đỗ hồ ngô dương lý ";
/// Those of them that without their marks are still no names of others.
const VIETNAMESE_PLAIN: &str = " nguyen tran pham huynh hoang phan dang bui ngo duong ";
/// Words between a Vietnamese family name and the given name.
const VIETNAMESE_MIDDLE: &str = " thi van ";

/// Korean family names in Latin letters.
const KOREAN: &str = " kim lee yi rhee park choi jung jeong chung kang cho yoon yun chang jang lim han oh seo suh shin kwon hwang ahn \
    song yoo hong moon bae baek paik noh roh ban ryu nam son ";
/// Syllables of Korean given names in Latin letters.
const SYLLABLES: &str = " ah bin bo bum beom byung chan cheol chul dae do dong eun geun gi gu gyu ha hae han hee ho hoon hwa hyang hye hyeon \
    hyuk hyun il in jae jeong jeon ji jin jong joo joon ju jun jung ki kwan kwang kwon kyo kyu kyung mi min moo myung nam ok rae ran sam \
    sang seok seon seong seung sik so soo sook su suk sun sung tae ui un woo won woong yeol yeon yeong yong yoo yoon young yu yul yun ";
/// Chinese family names, in Pinyin and other spellings.
const CHINESE: &str = " bai cai cao chan chang chen cheng cheung chiang chow cui dai deng ding dong du fan fang feng fu gao gong gu guo han \
    hao he ho hou hsu hu huang jia jiang jin kong kwok lam lau lei leung li liang liao lin ling liu long lu luo ma mao meng ng pan \
    peng qian qin qiu ren shao shen shi song su sun tan tang tao tian tsai tseng wan wang wei wen wong wu xi xia xiang xiao xie xiong \
    xu xue yan yang yao ye yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou ";
/// Those of them that nobody is given as a name in other languages.
const CHINESE_ONLY: &str = " cai cao chen deng ding dong feng gao guo hu huang jiang kong liang liao liu luo mao peng qian qin qiu \
    shao wang wu xi xiang xiao xie xiong xu xue zeng zhang zhao zheng zhong zhou zhu zou ";
/// Chinese family names of two syllables.
const OF_TWO_SYLLABLES: &str = " ouyang shangguan situ sima zhuge ";
/// Initials and finals of syllables in Pinyin, the longer initials first.
const INITIALS: &str = " zh ch sh b p m f d t n l g k h j q x r z c s y w ";
const FINALS: &str =
    " a ai an ang ao e ei en eng i ia ian iang iao ie in ing iong iu o ong ou u ua uai uan ue ui un uo ";
/// Syllables without an initial.
const BARE: &str = " a ai an ang ao e ei en er o ou ";

/// Spanish family names, folded, that are no given names.
const SPANISH: &str = " acosta aguilar aguirre alvarez arias avila blanco cabrera calderon campos cardenas castellanos castillo castro \
    cervantes chavez contreras cordova correa cortes delgado diaz dominguez escobar espinosa espinoza estrada fernandez figueroa flores \
    fuentes gallegos garcia garza gimenez gomez gonzales gonzalez guerrero gutierrez guzman hernandez herrera ibarra iglesias jimenez \
    juarez lopez lozano luna marquez martinez medina mejia mendez mendoza miranda molina montoya morales moreno munoz narvaez navarro \
    nunez ochoa ojeda ortega ortiz padilla paredes pena peralta perez ponce quintero ramirez ramos reyes rios rivas rivera robles rodriguez \
    rojas romero rosales ruiz salas salazar saldana salinas sanchez sandoval santana serrano solis sosa soto suarez tapia torres trevino \
    valdez valencia valenzuela vargas vasquez vazquez vega velez velasco velasquez velazquez vera villanueva villarreal zamora zapata zavala zuniga ";
/// Spanish family names that are given names too, or words of other languages: the second of two alone.
const SPANISH_SECOND: &str =
    " alonso bautista benitez cruz gil leon marin martin pascual rosario santiago santos silva vidal vicente ";

/// Family names of two words by which their bearers are known, folded, whatever accents are written.
const SPANISH_PAIRS: [&str; 17] = [
    "abdul kalam",
    "bioy casares",
    "blasco ibanez",
    "cabrera infante",
    "garcia lorca",
    "garcia marquez",
    "giscard d'estaing",
    "gomez bolanos",
    "lopez obrador",
    "martin gaite",
    "menchu tum",
    "pardo bazan",
    "pena nieto",
    "perez galdos",
    "roa bastos",
    "sanchez ferlosio",
    "vargas llosa",
];

/// Hungarian given names that are spelled so in no other language, in small letters with their accents.
const HUNGARIAN: &str = " ágnes andrás anikó attila balázs béla csaba csilla dezső enikő ernő erzsébet éva ferenc gábor györgy gyula ildikó \
    ilona imre istván jános jenő józsef kálmán károly katalin lajos lászló mihály miklós ödön pál péter piroska réka sándor tamás tünde \
    zoltán zsolt zsófia zsuzsa zsuzsanna ";
/// Hungarian family names, in small letters with their accents.
const HUNGARIAN_FAMILIES: &str = " balogh farkas fekete horváth juhász kertész kiss kovács lakatos mészáros molnár nagy németh oláh papp rácz \
    szabó szent-györgyi szilágyi takács tóth varga ";

/// Japanese family names in Latin letters, folded.
const JAPANESE: &str = " abe akutagawa aoki dazai endo fujii fujita fukuda goto harada hasegawa hashimoto hayashi ikeda inoue ishiguro \
    ishii ishikawa ito kaneko kato kawabata kimura kobayashi kondo kurosawa maeda matsuda matsumoto mishima miura mori murakami nakagawa \
    nakajima nakamura nakano natsume nishimura oe ogawa okada okamoto ono ota saito sakamoto sasaki sato shimizu suzuki takahashi takeuchi \
    tamura tanaka tanizaki ueda wada watanabe yamada yamaguchi yamamoto yamashita yamazaki yoshida yoshimoto ";
/// Japanese given names in Latin letters, folded.
const JAPANESE_GIVEN: &str = " akiko akira banana daisuke eiko emi fumiko hanako haruki haruko hayao hideo hiroko hiroshi ichiro jiro \
    junichiro junko kaori kazuo keiko kenji kenta kenzaburo kumiko kyoko makoto mariko masako masao mayumi michiko midori minoru mitsuo \
    miyuki momoko naoko nobuko noboru noriko osamu reiko ryoko ryunosuke saburo sachiko satoshi sayaka shigeru shinichi shinji shinzo \
    shusaku soseki tadao takashi taro tetsuya tomoko toru toshio yasunari yoko yoshio yoshiro yuki yukio yuko yumi yumiko ";

/// Whether the family name of a person stands first, and the words show it: what follows it can be no family name.
pub(super) fn is_family_first(words: &[&str]) -> bool {
    let [first, given @ ..] = words else { return false };
    KNOWN_FIRST.contains(&fold(&words.join(" ")).as_str())
        || is_vietnamese(first, given)
        || is_east_asian(first, given)
        || is_japanese(first, given)
}

/// Whether words are a Japanese name in Latin letters in its own order, by the names that both are (Chicago 17 section 16.81).
fn is_japanese(first: &str, given: &[&str]) -> bool {
    matches!(given, [given] if has(JAPANESE, &fold(first)) && has(JAPANESE_GIVEN, &fold(given)))
}

/// Whether words are a Hungarian name in its own order: they end with a given name that is Hungarian alone and begin with none. In English
/// such a name is turned around, and has its comma in lists (Chicago 17 section 16.79).
pub(super) fn is_hungarian(words: &[&str]) -> bool {
    let [first, .., last] = words else { return false };
    words.len() < 4
        && has(HUNGARIAN, &last.to_lowercase())
        && !has(HUNGARIAN, &first.to_lowercase())
        && !may_be_given(&bare(first))
        && !words.iter().any(|word| is_initials(word))
}

/// Whether words are a Vietnamese name in its own order: the family name, often a word between, the given name (Chicago 17
/// section 16.86).
fn is_vietnamese(first: &str, rest: &[&str]) -> bool {
    let Some((last, between)) = rest.split_last() else { return false };
    let (small, plain) = (first.to_lowercase(), fold(first));
    // Letters with their marks apart count as whole ones do.
    let is_marked = |word: &str| word.chars().any(|c| matches!(c, '\u{300}'..='\u{36f}'));
    let is_known = has(VIETNAMESE, &small) || is_marked(first) && VIETNAMESE.split(' ').any(|name| fold(name) == plain);
    if is_known && (!first.is_ascii() || rest.iter().any(|word| is_vietnamese_word(word))) {
        return true;
    }
    has(VIETNAMESE_PLAIN, &plain)
        && !has(VIETNAMESE_PLAIN, &fold(last))
        && (between.iter().any(|word| has(VIETNAMESE_MIDDLE, &fold(word)))
            || rest.iter().any(|word| is_vietnamese_word(word)))
}

/// Whether a word has a letter that Vietnamese alone has.
fn is_vietnamese_word(word: &str) -> bool {
    word.chars().any(|c| matches!(c, '\u{1ea0}'..='\u{1ef9}' | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ơ' | 'ơ' | 'Ư' | 'ư'))
}

/// Whether words are a Chinese or Korean name in Latin letters in its own order (Chicago 17 sections 16.77 and 16.82).
fn is_east_asian(first: &str, given: &[&str]) -> bool {
    // `Ts'ai`.
    let family = first.to_lowercase().replace(['\'', '’'], "");
    let is_korean = has(KOREAN, &family);
    match given {
        // A small letter behind the hyphen is that of a second syllable: `Kim Jong-un`, `Chiang Kai-shek`.
        [given] => match given.split_once(['-', '‐', '‑']) {
            Some((one, two)) => {
                let both = [one.to_lowercase(), two.to_lowercase()];
                let is_second = two.starts_with(char::is_lowercase) && one.starts_with(char::is_uppercase);
                (is_korean || has(CHINESE, &family))
                    && !both.iter().any(|part| is_given(part))
                    && (is_second || both.iter().all(|part| has(SYLLABLES, part) || is_syllable(part)))
            }
            None => has(CHINESE_ONLY, &family) && is_of_two_syllables(&given.to_lowercase()),
        },
        [one, two] => {
            let both = [one.to_lowercase(), two.to_lowercase()];
            is_korean && both.iter().all(|part| has(SYLLABLES, part)) && !is_family(&both[1])
        }
        _ => false,
    }
}

/// Whether a word in small letters is a Chinese or Korean family name.
fn is_family(word: &str) -> bool {
    has(KOREAN, word) || has(CHINESE, word)
}

/// Whether a word in small letters is a syllable in Pinyin.
fn is_syllable(word: &str) -> bool {
    let initial = INITIALS.split(' ').find(|initial| !initial.is_empty() && word.starts_with(initial));
    initial.map_or_else(|| has(BARE, word), |initial| has(FINALS, &word[initial.len()..]))
}

/// Whether a word in small letters is two syllables in Pinyin, and no family name.
fn is_of_two_syllables(word: &str) -> bool {
    word.is_ascii()
        && !has(OF_TWO_SYLLABLES, word)
        && !is_family(word)
        && !is_syllable(word)
        && (1..word.len()).any(|at| is_syllable(&word[..at]) && is_syllable(&word[at..]))
}

/// Whether the last two words are a Spanish family name of two (APA 7 section 9.8; Chicago 17 sections 8.11 and 16.84): both are known
/// as such, and an accent shows that the name is written as Spanish is. Portuguese names go by their last one (Chicago 17
/// section 8.12).
pub(super) fn has_two_families(words: &[&str]) -> bool {
    let [given @ .., first, second] = words else { return false };
    let [one, two] = [fold(first), fold(second)];
    let is_known = || has(SPANISH, &one) && (has(SPANISH, &two) || has(SPANISH_SECOND, &two)) && is_accented(words);
    !given.is_empty() && (is_known() || SPANISH_PAIRS.contains(&format!("{one} {two}").as_str()))
}

/// Whether a family name behind whose particle others stand (`Pérez` in `Juan Pérez de León`) ends before a place: it is known as a Spanish one
/// and has a given name before it, and an accent shows that the name is written as Spanish is.
pub(super) fn begins_family(words: &[&str], at: usize) -> bool {
    let before = at.checked_sub(1).map(|before| fold(words[before])).unwrap_or_default();
    // `Ludwig Mies van der Rohe`, `Pierre Teilhard de Chardin`.
    at > 1
        && (matches!(words[at], "de" | "del") && has(SPANISH, &before) && is_accented(words)
            || matches!(
                (before.as_str(), words[at]),
                ("mies" | "teilhard", _) | ("martin", "du") | ("pico", "della") | ("tomasi", "di")
            ))
}

fn is_accented(words: &[&str]) -> bool {
    words.iter().any(|word| !word.is_ascii())
}

/// Whether a name that is read with its last word as the family name may have it elsewhere, or a given name that reads as an office:
/// a curator should say.
pub(in crate::catalog) fn is_unclear(name: &str) -> bool {
    let words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    let [first, .., last] = words[..] else { return false };
    let [small, end] = [first.to_lowercase(), last.to_lowercase()];
    if is_family_first(&words) {
        // Both ends are family names: `Trần Lê`.
        return words.len() == 2 && has(VIETNAMESE, &small) && has(VIETNAMESE, &end);
    }
    if words.iter().any(|word| is_initials(word) || word.contains(',')) || has_two_families(&words) {
        return false;
    }
    let particles = words.iter().rev().skip(1).take_while(|word| is_particle(word)).count();
    let is_middle_spanish = words.len() > 2 + particles
        && has(SPANISH, &fold(words[words.len() - 2 - particles]))
        && !is_given(&bare(last))
        && !(particles > 0 && is_accented(&words));
    // `László Péter`, `Szent-Györgyi Albert`, `Mori Kenzo`.
    let is_hungarian = !is_hungarian(&words)
        && (has(HUNGARIAN, &small) && has(HUNGARIAN, &end)
            || has(HUNGARIAN_FAMILIES, &small) && may_be_given(&bare(last)));
    let is_japanese = words.len() == 2
        && has(JAPANESE, &fold(first))
        && !has(JAPANESE, &fold(last))
        && !may_be_given(&fold(last))
        && is_of_japanese_syllables(&fold(last));
    // `Lee Kuan Yew`.
    let is_short = |word: &&str| {
        word.len() < 6 && word.is_ascii() && !may_be_given(&bare(word)) && !is_family(&word.to_lowercase())
    };
    let is_of_three = words.len() == 3 && is_family(&small) && !is_given(&small) && words[1..].iter().all(is_short);
    let is_vietnamese = has(VIETNAMESE_PLAIN, &fold(first)) && !has(VIETNAMESE_PLAIN, &fold(last));
    let given: Vec<&str> = end.split('-').collect();
    let is_asian = is_family(&small)
        && words.len() == 2
        && !is_given(&small)
        && !is_family(&end)
        && !has(OF_TWO_SYLLABLES, &end)
        && !may_be_given(&end)
        && (given.iter().all(|part| is_syllable(part) || has(SYLLABLES, part)) || is_of_two_syllables(&end));
    // Patronymics are no family names: `Mohammed bin Salman`, `Björk Guðmundsdóttir` (Chicago 17 sections 16.75 and 8.14).
    let is_patronymic = words.iter().any(|word| matches!(*word, "bin" | "binti" | "bint" | "ibn"))
        || end.ends_with("dóttir")
        || end.ends_with("son") && name.contains(['ð', 'þ', 'Þ']);
    let is_dean = small == "dean" && words.len() > 2 && may_be_given(&bare(words[1]));
    is_middle_spanish
        || is_vietnamese
        || is_asian
        || is_patronymic
        || is_dean
        || is_hungarian
        || is_japanese
        || is_of_three
}

/// Whether a folded word is made of Japanese syllables: a vowel, with a consonant or two before it, or `n`.
fn is_of_japanese_syllables(word: &str) -> bool {
    const CONSONANTS: [&str; 20] =
        ["", "k", "s", "t", "h", "m", "y", "r", "w", "g", "z", "d", "b", "p", "j", "f", "sh", "ch", "ts", "ky"];
    let mut rest = word;
    while !rest.is_empty() {
        let vowel = rest.find(['a', 'e', 'i', 'o', 'u']);
        rest = match vowel {
            Some(at) if CONSONANTS.contains(&&rest[..at]) || rest[..at] == *"n" => &rest[at + 1..],
            _ if rest.starts_with('n') => &rest[1..],
            _ => return false,
        };
    }
    !word.is_empty()
}
