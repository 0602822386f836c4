//! Rows of texts as files for other programs: CSV for spreadsheets, a table in Markdown for notes.

/// What a spreadsheet takes for a formula at the start of a cell, in either breadth of letters (OWASP, "CSV Injection").
const FORMULA: [char; 11] = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

/// CSV as RFC 4180 has it: lines end with CR LF, quotes are doubled. A byte order mark tells spreadsheets that it is UTF-8; a
/// cell that they would run as a formula gets an apostrophe in front, which they take for "this is text".
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut csv = String::from('\u{feff}');
    for row in rows {
        for (at, cell) in row.iter().enumerate() {
            if at > 0 {
                csv.push(',');
            }
            let guard = if cell.starts_with(FORMULA) { "'" } else { "" };
            if cell.contains([',', '"', '\r', '\n']) {
                csv.push('"');
                csv.push_str(guard);
                csv.push_str(&cell.replace('"', "\"\""));
                csv.push('"');
            } else {
                csv.push_str(guard);
                csv.push_str(cell);
            }
        }
        csv.push_str("\r\n");
    }
    csv
}

/// A table in Markdown (GitHub Flavored Markdown, "Tables"): the first row is the header; what would end a cell or mean
/// something else in it is escaped, a new line becomes a blank.
pub fn markdown(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for (at, row) in rows.iter().enumerate() {
        for cell in row {
            text.push_str("| ");
            escape(cell, &mut text);
            text.push(' ');
        }
        text.push_str("|\n");
        if at == 0 {
            text.push_str(&"| --- ".repeat(row.len()));
            text.push_str("|\n");
        }
    }
    text
}

fn escape(cell: &str, text: &mut String) {
    for letter in cell.trim().chars() {
        match letter {
            '\r' => {}
            '\n' => text.push(' '),
            '\\' | '|' | '*' | '_' | '`' | '[' | ']' | '<' => {
                text.push('\\');
                text.push(letter);
            }
            _ => text.push(letter),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{csv, markdown};

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect()
    }

    #[test]
    fn a_cell_of_csv_is_quoted_where_it_must_be() {
        let text = csv(&rows(&[&["a", "b, c"], &["say \"x\"", "two\nlines"], &["", "état"]]));
        assert_eq!(text, "\u{feff}a,\"b, c\"\r\n\"say \"\"x\"\"\",\"two\nlines\"\r\n,état\r\n");
    }

    #[test]
    fn no_cell_of_csv_is_a_formula() {
        let text = csv(&rows(&[&["=1+1", "-2", "@x", "+1", "\tx", "=a,b", "a=b"]]));
        assert_eq!(text, "\u{feff}'=1+1,'-2,'@x,'+1,'\tx,\"'=a,b\",a=b\r\n");
    }

    #[test]
    fn no_cell_of_markdown_ends_early() {
        let text = markdown(&rows(&[&["", "A|B"], &["x", "1\n2 *3* [4]"]]));
        assert_eq!(text, "|  | A\\|B |\n| --- | --- |\n| x | 1 2 \\*3\\* \\[4\\] |\n");
    }

    #[test]
    fn what_was_written_as_csv_is_read_again() {
        arbtest::arbtest(|u| {
            const PIECES: [&str; 9] = ["a", ",", "\"", "\r\n", "\n", " ", "é", "=", "-"];
            let mut table = Vec::new();
            for _ in 0..u.int_in_range(1..=4)? {
                let mut row = Vec::new();
                for _ in 0..3 {
                    let n = u.int_in_range(0..=4)?;
                    row.push((0..n).map(|_| u.choose(&PIECES).copied()).collect::<Result<String, _>>()?);
                }
                table.push(row);
            }
            assert_eq!(naive_read(&csv(&table)), table);
            Ok(())
        });
    }

    /// A reader of RFC 4180, letter by letter, that takes the guard off again.
    fn naive_read(csv: &str) -> Vec<Vec<String>> {
        let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
        let letters: Vec<char> = csv.trim_start_matches('\u{feff}').chars().collect();
        let mut at = 0;
        let plain = |cell: String| cell.strip_prefix('\'').map_or(cell.clone(), str::to_owned);
        while at < letters.len() {
            match (letters[at], quoted) {
                ('"', true) if letters.get(at + 1) == Some(&'"') => {
                    cell.push('"');
                    at += 1;
                }
                ('"', _) => quoted = !quoted,
                (',', false) => row.push(plain(std::mem::take(&mut cell))),
                ('\r', false) => {
                    row.push(plain(std::mem::take(&mut cell)));
                    rows.push(std::mem::take(&mut row));
                    at += 1;
                }
                (letter, _) => cell.push(letter),
            }
            at += 1;
        }
        rows
    }
}
