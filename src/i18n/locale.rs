//! Numbers, plural forms and lists as a language writes them: only for readers. Machines (CSS, SVG, files) have
//! [`crate::text::css`] and the writers of `export`.

/// The plural categories of CLDR (Unicode Technical Standard 35, part 3, section 5). A language has some of them: English
/// `One` and `Other`, Polish `One`, `Few`, `Many` and `Other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plural {
    /// Arabic 0.
    Zero,
    /// English 1.
    One,
    /// Arabic 2.
    Two,
    /// Polish 2 to 4, 22 to 24.
    Few,
    /// Polish 0, 5 to 21, 25.
    Many,
    /// All else.
    Other,
}

/// How a language writes numbers and lists.
#[derive(Debug, Clone, Copy)]
pub struct Locale {
    /// Between groups of three digits.
    pub group: &'static str,
    /// Digits from which a number is grouped: 4 for English 1,000; 5 for Spanish 1000 and 10 000.
    pub grouped_from: usize,
    /// Between whole and fraction.
    pub decimal: &'static str,
    /// Behind the number of a percentage, with its space.
    pub percent: &'static str,
    /// Between the members of a list.
    pub comma: &'static str,
    /// Before the last member of a list, with its spaces.
    pub and: &'static str,
    /// Around what is quoted.
    pub quotes: [&'static str; 2],
    /// The plural category of a whole number.
    pub plural: fn(usize) -> Plural,
}

impl Locale {
    /// A whole number: 12,345.
    pub fn number(&self, n: usize) -> String {
        let digits = n.to_string();
        if digits.len() < self.grouped_from {
            return digits;
        }
        let mut text = String::new();
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                text.push_str(self.group);
            }
            text.push(digit);
        }
        text
    }

    /// A number of so many digits behind its decimal sign, from a whole number of the last one's unit: 1234 with 2 is 12.34.
    /// In whole numbers, as the standard library's formatting of fractions is a twentieth of the module.
    pub fn fixed(&self, units: usize, digits: usize) -> String {
        let unit = (0..digits).fold(1, |unit, _| unit * 10);
        let whole = self.number(units / unit);
        if digits == 0 {
            return whole;
        }
        let fraction = (units % unit).to_string();
        format!("{whole}{}{}{fraction}", self.decimal, "0".repeat(digits.saturating_sub(fraction.len())))
    }

    /// A number rounded to so many digits behind its decimal sign.
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "what a reader is told is neither large nor negative"
    )]
    pub fn decimal(&self, value: f64, digits: usize) -> String {
        let unit = (0..digits).fold(1_u32, |unit, _| unit * 10);
        self.fixed((value * f64::from(unit)).round() as usize, digits)
    }

    /// "a", "a and b", "a, b and c"
    pub fn list<T: AsRef<str>>(&self, items: &[T]) -> String {
        let mut text = String::new();
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                text.push_str(if at + 1 == items.len() { self.and } else { self.comma });
            }
            text.push_str(item.as_ref());
        }
        text
    }

    /// A text in quotation marks.
    pub fn quoted(&self, text: &str) -> String {
        let [open, close] = self.quotes;
        format!("{open}{text}{close}")
    }
}
