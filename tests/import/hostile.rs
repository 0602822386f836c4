//! Files that nobody made in good faith: bounded work, a report, no panic.

use competency_explorer::import::{Options, read};

#[test]
fn any_file_is_answered() {
    let wide = format!("Title,{}\nA,{}", "x,".repeat(10_000), "1,".repeat(10_000));
    let long = format!("Title,Note\nA,\"{}\"", "word ".repeat(200_000));
    let deep = "[".repeat(10_000);
    let texts = [
        "",
        " ",
        "\u{0}",
        "\"",
        "\"\"\"",
        ",",
        "\n\n\n",
        "=\"",
        "<",
        "&",
        "[",
        "{",
        "@",
        "@book{",
        "TY  - ",
        "a\u{0}b,c\nd,e",
        &wide,
        &long,
        &deep,
    ];
    for text in texts {
        let _ = read("any.csv", text.as_bytes(), &Options::default());
    }
    for n in 0..=255_u8 {
        let _ = read("any.csv", &[n; 64], &Options::default());
        let _ = read("any.csv", &[b'P', b'K', 3, 4, n, n, n], &Options::default());
    }
}
