//! Names that do not end with one family name: the family name stands first, or is of two words.
//!
//! Both are read so only where the words themselves show it. Where they may be so, a curator is asked.

use super::body::{bare, is_initials};
use super::given::{is_given, may_be_given};
use super::words::has;
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
    nunez ochoa ojeda ortega ortiz padilla paredes pena peralta perez quintero ramirez ramos reyes rios rivas rivera robles rodriguez \
    rojas romero rosales ruiz salas salazar saldana salinas sanchez sandoval santana serrano solis sosa soto suarez tapia torres trevino \
    valdez valencia valenzuela vargas vasquez vazquez vega velasco velasquez velazquez vera villanueva villarreal zamora zapata zavala zuniga ";
/// Spanish family names that are given names too, or words of other languages: the second of two alone.
const SPANISH_SECOND: &str =
    " alonso bautista benitez cruz gil leon marin martin pascual rosario santiago santos silva vidal vicente ";

/// Whether the family name of a person stands first, and the words show it: what follows it can be no family name.
pub(super) fn is_family_first(words: &[&str]) -> bool {
    let [first, given @ ..] = words else { return false };
    is_vietnamese(first, given) || is_east_asian(first, given)
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
    let family = first.to_lowercase();
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
    !given.is_empty()
        && has(SPANISH, &fold(first))
        && (has(SPANISH, &fold(second)) || has(SPANISH_SECOND, &fold(second)))
        && words.iter().any(|word| !word.is_ascii())
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
    let is_middle_spanish = words.len() > 2 && has(SPANISH, &fold(words[words.len() - 2])) && !is_given(&bare(last));
    let is_vietnamese = has(VIETNAMESE_PLAIN, &fold(first)) && !has(VIETNAMESE_PLAIN, &fold(last));
    let given: Vec<&str> = end.split('-').collect();
    let is_asian = is_family(&small)
        && words.len() == 2
        && !is_given(&small)
        && !is_family(&end)
        && !has(OF_TWO_SYLLABLES, &end)
        && !may_be_given(&end)
        && (given.iter().all(|part| is_syllable(part) || has(SYLLABLES, part)) || is_of_two_syllables(&end));
    let is_dean = small == "dean" && words.len() > 2 && may_be_given(&bare(words[1]));
    is_middle_spanish || is_vietnamese || is_asian || is_dean
}
