//! Stop words: English function words, which say nothing of what a text is about.
//!
//! The function words of the English list of the Snowball project (snowballstem.org, `english/stop.txt`), those that it
//! proposes in comments among them as far as they are no matter of opinion; and, of the same closed classes, what it leaves
//! out: prepositions (`without`, `within`, `across`, `versus`), determiners and pronouns (`every`, `many`, `anything`), modal verbs
//! (`may`), `done`, and contractions without their apostrophe. Other languages have none.

/// Folded, with spaces between them.
const STOP_WORDS: &str = "a about above after again against all also am an and any are as at be because been before being \
    below between both but by can could did do does doing down during each few for from further had has \
    have having he her here hers herself him himself his how i if in into is it its itself me more most \
    must my myself no nor not of off on once only or other ought our ours ourselves out over own same \
    she should so some such than that the their theirs them themselves then there these they this those \
    through to too under until up upon us very was we were what when where whether which while who whom \
    whose why will with would you your yours yourself yourselves \
    across along among another anyone anything around done either every let many may might much neither onto per shall since \
    someone something toward towards upon versus via vs within without \
    arent cant couldnt didnt doesnt dont hasnt havent hows im isnt ive lets shouldnt theyre wasnt werent whats wheres whos \
    wont wouldnt youre";

/// Whether a folded word says nothing of what a text is about.
pub fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.split_ascii_whitespace().any(|stop| stop == word)
}

#[cfg(test)]
mod tests {
    use super::is_stop_word;

    #[test]
    fn whole_words_only() {
        for word in ["a", "the", "yourselves", "between"] {
            assert!(is_stop_word(word), "{word}");
        }
        for word in ["", " ", "th", "grading", "a about", "state", "é"] {
            assert!(!is_stop_word(word), "{word:?}");
        }
    }
}
