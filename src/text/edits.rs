//! Edits: how many letters two words are apart.
//!
//! One edit inserts, deletes or replaces a letter, or swaps two neighbours (the optimal string alignment distance; Damerau,
//! "A technique for computer detection and correction of spelling errors", CACM 7(3), 1964). Words are compared letter by
//! letter along a row for each letter of the second word, so that words in alphabetical order share the rows of their
//! common beginning.

/// The most edits by which a typed word is taken for another.
pub const MAX_EDITS: u8 = 2;

/// A word, compared with others one letter at a time.
#[derive(Debug)]
pub struct Edits {
    word: Vec<char>,
    most: u8,
    /// The letters of the other word so far, and at least one row more than letters: `rows[n][i]` is the distance between the first
    /// `i` letters of the word and the first `n` of the other, or more than `most`.
    other: Vec<char>,
    rows: Vec<Vec<u8>>,
}

impl Edits {
    /// Compares with `word`, up to `most` edits.
    pub fn new(word: &str, most: u8) -> Self {
        let word: Vec<char> = word.chars().collect();
        let first = (0..=word.len()).map(|n| u8::try_from(n).unwrap_or(u8::MAX).min(most + 1)).collect();
        Self { word, most, other: Vec::new(), rows: vec![first] }
    }

    /// How many letters of the other word are taken in.
    pub fn depth(&self) -> usize {
        self.other.len()
    }

    /// Goes back to the first `depth` letters of the other word.
    pub fn back_to(&mut self, depth: usize) {
        self.other.truncate(depth);
    }

    /// Takes the next letter of the other word in; whether a word that begins so can still be near enough.
    pub fn push(&mut self, letter: char) -> bool {
        let n = self.other.len();
        let far = self.most + 1;
        if self.rows.len() == n + 1 {
            self.rows.push(vec![far; self.word.len() + 1]);
        }
        let (above, below) = self.rows.split_at_mut(n + 1);
        let (above, before, row) = (&above[n], n.checked_sub(1).map(|two_up| &above[two_up]), &mut below[0]);
        row.fill(far);
        row[0] = u8::try_from(n + 1).unwrap_or(u8::MAX).min(far);
        // Cells farther from the diagonal than `most` are more than `most`.
        let (first, last) = (n.saturating_sub(self.most.into()), (n + 1 + usize::from(self.most)).min(self.word.len()));
        let mut is_near = row[0] <= self.most;
        for i in first + 1..=last {
            let replaced = above[i - 1] + u8::from(self.word[i - 1] != letter);
            let mut edits = replaced.min(above[i] + 1).min(row[i - 1] + 1);
            if let Some(before) = before
                && i > 1
                && self.word[i - 1] == self.other[n - 1]
                && self.word[i - 2] == letter
            {
                edits = edits.min(before[i - 2] + 1);
            }
            row[i] = edits.min(far);
            is_near |= edits <= self.most;
        }
        self.other.push(letter);
        is_near
    }

    /// The distance to the other word as it stands, where it is not more than `most`.
    pub fn distance(&self) -> Option<u8> {
        self.rows[self.other.len()].last().copied().filter(|distance| *distance <= self.most)
    }
}

#[cfg(test)]
mod tests {
    use super::Edits;

    fn distance(word: &str, other: &str) -> Option<u8> {
        let mut edits = Edits::new(word, 2);
        other.chars().for_each(|letter| _ = edits.push(letter));
        edits.distance()
    }

    /// The definition, written out.
    fn naive(a: &[char], b: &[char]) -> usize {
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i == 0 || j == 0 {
                    i + j
                } else {
                    let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let least = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    let swaps = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                    if swaps { least.min(table[i - 2][j - 2] + 1) } else { least }
                };
            }
        }
        table[a.len()][b.len()]
    }

    #[test]
    fn slips_of_typing_are_one_edit() {
        for (typed, meant) in
            [("competancy", "competency"), ("gradnig", "grading"), ("asess", "assess"), ("rrubric", "rubric")]
        {
            assert_eq!(distance(typed, meant), Some(1), "{typed}");
        }
        assert_eq!((distance("", ""), distance("abc", ""), distance("é", "e")), (Some(0), None, Some(1)));
    }

    #[test]
    fn distances_are_those_of_the_definition() {
        arbtest::arbtest(|u| {
            let word = |u: &mut arbtest::arbitrary::Unstructured<'_>| {
                let n = u.int_in_range(0..=7usize)?;
                (0..n).map(|_| u.choose(&['a', 'b', 'c', 'é']).copied()).collect::<Result<Vec<char>, _>>()
            };
            let (a, b) = (word(u)?, word(u)?);
            let expected = u8::try_from(naive(&a, &b)).ok().filter(|distance| *distance <= 2);
            assert_eq!(distance(&String::from_iter(&a), &String::from_iter(&b)), expected, "{a:?} {b:?}");
            Ok(())
        });
    }

    #[test]
    fn going_back_forgets_the_letters_since() {
        let mut edits = Edits::new("grading", 1);
        "gradxyz".chars().for_each(|letter| _ = edits.push(letter));
        edits.back_to(4);
        "ing".chars().for_each(|letter| _ = edits.push(letter));
        assert_eq!((edits.depth(), edits.distance()), (7, Some(0)));
    }
}
