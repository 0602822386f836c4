//! The modules of a package as a graph: which module uses which, by the paths that stand in its code.
//!
//! Reads Rust as far as that needs it: comments, texts and what is compiled for tests only are left out; `use` trees are
//! expanded; `crate`, `self` and `super` are resolved; and a name that a module exports further is followed to the module that
//! defines it. So `use super::{x, y::Z}` and `crate::layer::Z` are the same import wherever they stand.

use std::collections::{BTreeMap, BTreeSet};
use std::iter::Peekable;
use std::str::Chars;

/// A word or sign of the code, with the number of its line.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    text: String,
    line: usize,
}

/// One name that a `use` brings into a module.
#[derive(Debug)]
struct Import {
    path: Vec<String>,
    name: String,
    is_public: bool,
}

/// The code of one module.
#[derive(Debug, Default)]
struct Module {
    imports: Vec<Import>,
    /// Paths that stand in the code itself, such as `super::escape::line`.
    inline: Vec<Vec<String>>,
    /// Modules that are declared for tests only.
    for_tests: Vec<String>,
}

/// A function's name, its first line, and how many lines it has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) line: usize,
    pub(crate) n_lines: usize,
}

/// Modules, each with those that it uses.
pub(crate) type Uses = BTreeMap<String, BTreeSet<String>>;

/// The modules of a package by their names; the root of the package is the empty name.
#[derive(Debug)]
pub(crate) struct Modules {
    of: BTreeMap<String, Module>,
}

impl Modules {
    /// The modules of files, by their paths below `src/` and their texts.
    pub(crate) fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut of: BTreeMap<String, Module> =
            files.into_iter().map(|(path, text)| (module_name(path), module(&tokens(text)))).collect();
        let for_tests: Vec<String> = of
            .iter()
            .flat_map(|(name, module)| module.for_tests.iter().map(|child| joined(name, child)).collect::<Vec<_>>())
            .collect();
        of.retain(|name, _| !for_tests.iter().any(|test| is_within(name, test)));
        Self { of }
    }

    /// Every module with those that it uses. A module that exports names of its own children does not use them by that.
    pub(crate) fn uses(&self) -> Uses {
        let mut of_all = Uses::new();
        for (name, module) in &self.of {
            let imports = module.imports.iter().map(|import| (&import.path, import.is_public));
            let inline = module.inline.iter().map(|path| (path, false));
            let mut used = BTreeSet::new();
            for (path, is_public) in imports.chain(inline) {
                let Some((found, _)) = self.defining(name, path, 0) else { continue };
                if found != *name && !found.is_empty() && !(is_public && is_within(&found, name)) {
                    used.insert(found);
                }
            }
            of_all.insert(name.clone(), used);
        }
        of_all
    }

    /// The module that defines what a path in a module names, and whether the path names that module itself; a path that
    /// leads out of the package: `None`.
    fn defining(&self, from: &str, path: &[String], depth: usize) -> Option<(String, bool)> {
        let (mut at, mut rest) = self.start(from, path)?;
        while let Some((first, further)) = rest.split_first() {
            let child = joined(&at, first);
            let is_module = self.of.contains_key(&child);
            match self.of.get(&at)?.imports.iter().find(|import| import.name == *first) {
                // A module and a function of it may have one name: the last part of a path is the function.
                Some(import) if depth < 16 && (!is_module || further.is_empty()) => {
                    match self.defining(&at, &import.path, depth + 1) {
                        Some((found, true)) => (at, rest) = (found, further),
                        Some((found, false)) => return Some((found, false)),
                        None => return Some((at, false)),
                    }
                }
                _ if is_module => (at, rest) = (child, further),
                _ => return Some((at, false)),
            }
        }
        Some((at, true))
    }

    /// Where a path begins, and what of it is left.
    fn start<'p>(&self, from: &str, path: &'p [String]) -> Option<(String, &'p [String])> {
        let (first, rest) = path.split_first()?;
        match first.as_str() {
            "crate" | "competency_explorer" => Some((String::new(), rest)),
            "self" | "super" => {
                let n = path.iter().take_while(|part| ["self", "super"].contains(&part.as_str())).count();
                let n_up = path[..n].iter().filter(|part| *part == "super").count();
                let at = (0..n_up).fold(from, |at, _| parent(at));
                Some((at.to_owned(), &path[n..]))
            }
            _ => {
                let is_import =
                    self.of.get(from).is_some_and(|of| of.imports.iter().any(|import| import.name == *first));
                let is_child = self.of.contains_key(&joined(from, first));
                (is_import || is_child).then(|| (from.to_owned(), path))
            }
        }
    }

    /// Every file or folder with those beside it that it uses, by any of the modules in both.
    pub(crate) fn uses_of_folders(&self) -> Uses {
        let mut of_all = Uses::new();
        for (from, used) in self.uses() {
            for to in used {
                let (a, b): (Vec<&str>, Vec<&str>) = (from.split("::").collect(), to.split("::").collect());
                let n = 1 + a.iter().zip(&b).take_while(|(a, b)| a == b).count();
                of_all.entry(a[..n.min(a.len())].join("::")).or_default();
                of_all.entry(b[..n.min(b.len())].join("::")).or_default();
                if n <= a.len() && n <= b.len() {
                    of_all.entry(a[..n].join("::")).or_default().insert(b[..n].join("::"));
                }
            }
        }
        of_all
    }
}

/// The rings among the modules that `is_asked` wants: groups that use each other, directly or round about, each with the arrows
/// that tie it.
pub(crate) fn rings(uses: &Uses, is_asked: &dyn Fn(&str) -> bool) -> Vec<String> {
    let asked: Vec<&String> = uses.keys().filter(|name| is_asked(name)).collect();
    let reached: BTreeMap<&String, BTreeSet<&String>> =
        asked.iter().map(|from| (*from, reached(from, uses, is_asked))).collect();
    let mut rings = BTreeSet::new();
    for from in &asked {
        let is_both = |to: &&String| reached[from].contains(to) && reached[to].contains(from);
        let ring: Vec<&String> = asked.iter().copied().filter(is_both).collect();
        let arrow = |a: &&String| {
            let inside = uses[*a].iter().filter(|b| ring.contains(b));
            inside.fold(String::new(), |arrows, b| format!("{arrows}\n    {a} -> {b}"))
        };
        if ring.len() > 1 {
            rings.insert(format!("{} modules:{}", ring.len(), ring.iter().map(arrow).collect::<String>()));
        }
    }
    rings.into_iter().collect()
}

/// The modules that one uses, directly or round about.
fn reached<'a>(from: &str, uses: &'a Uses, is_asked: &dyn Fn(&str) -> bool) -> BTreeSet<&'a String> {
    let mut reached = BTreeSet::new();
    let mut open: Vec<&String> = uses[from].iter().collect();
    while let Some(at) = open.pop() {
        if is_asked(at) && reached.insert(at) {
            open.extend(uses.get(at).into_iter().flatten());
        }
    }
    reached
}

/// The functions of a file outside its tests.
pub(crate) fn functions(text: &str) -> Vec<Function> {
    let tokens = without_tests(&tokens(text)).0;
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.text == "fn") {
        // A type `fn(…)` has no name; a function of a trait may have no body.
        let Some(name) = tokens.get(at + 1).filter(|name| is_word(&name.text)) else { continue };
        let Some(end) = end_of_item(&tokens, at) else { continue };
        found.push(Function { name: name.text.clone(), line: token.line, n_lines: tokens[end].line - token.line + 1 });
    }
    found
}

fn module_name(path: &str) -> String {
    let name = path.trim_end_matches(".rs").replace('/', "::");
    let name = name.strip_suffix("::mod").unwrap_or(&name);
    if name == "lib" { String::new() } else { name.to_owned() }
}

fn joined(parent: &str, child: &str) -> String {
    if parent.is_empty() { child.to_owned() } else { format!("{parent}::{child}") }
}

fn parent(name: &str) -> &str {
    name.rsplit_once("::").map_or("", |(parent, _)| parent)
}

/// Whether a module is another one or lies below it.
fn is_within(name: &str, other: &str) -> bool {
    other.is_empty() || name == other || name.strip_prefix(other).is_some_and(|rest| rest.starts_with("::"))
}

fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// The words and signs of code; `::` is one sign; comments, texts and lifetimes are left out.
fn tokens(text: &str) -> Vec<Token> {
    let (mut tokens, mut line) = (Vec::new(), 1);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let at = line;
        match c {
            '\n' => line += 1,
            '/' if chars.peek() == Some(&'/') => skip_until(&mut chars, &mut line, "\n"),
            '/' if chars.peek() == Some(&'*') => skip_until(&mut chars, &mut line, "*/"),
            '"' => skip_text(&mut chars, &mut line),
            '\'' => skip_char(&mut chars),
            ':' if chars.next_if_eq(&':').is_some() => tokens.push(Token { text: "::".to_owned(), line: at }),
            _ if c.is_alphanumeric() || c == '_' => {
                let mut word = String::from(c);
                while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                    word.push(c);
                }
                if ["r", "br"].contains(&word.as_str()) && matches!(chars.peek(), Some('"' | '#')) {
                    let mut end = String::from("\"");
                    while chars.next_if_eq(&'#').is_some() {
                        end.push('#');
                    }
                    if chars.next_if_eq(&'"').is_some() {
                        skip_until(&mut chars, &mut line, &end);
                        continue;
                    }
                    // `r#type` is a name.
                    word = String::new();
                    while let Some(c) = chars.next_if(|c| c.is_alphanumeric() || *c == '_') {
                        word.push(c);
                    }
                }
                tokens.push(Token { text: word, line: at });
            }
            _ if c.is_whitespace() => {}
            _ => tokens.push(Token { text: c.to_string(), line: at }),
        }
    }
    tokens
}

fn skip_until(chars: &mut Peekable<Chars<'_>>, line: &mut usize, end: &str) {
    let mut seen = String::new();
    for c in chars.by_ref() {
        *line += usize::from(c == '\n');
        seen.push(c);
        if seen.ends_with(end) {
            return;
        }
    }
}

fn skip_text(chars: &mut Peekable<Chars<'_>>, line: &mut usize) {
    while let Some(c) = chars.next() {
        let c = if c == '\\' { chars.next().filter(|c| *c == '\n') } else { Some(c) };
        *line += usize::from(c == Some('\n'));
        if c == Some('"') {
            return;
        }
    }
}

/// Behind a quote: `'a'` and `'\n'` are characters, `'a` is a lifetime, which is skipped as well.
fn skip_char(chars: &mut Peekable<Chars<'_>>) {
    let Some(first) = chars.next() else { return };
    if first == '\\' {
        chars.next();
        chars.by_ref().find(|c| *c == '\'');
    } else if chars.next_if_eq(&'\'').is_none() {
        while chars.next_if(|c| c.is_alphanumeric() || *c == '_').is_some() {}
    }
}

/// The position of the token that ends the item that begins somewhere before: its `}`, or its `;`, which has no body: `None`
/// only where neither comes.
fn end_of_item(tokens: &[Token], from: usize) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token.text.as_str() {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => {
                depth = depth.saturating_sub(1);
                if depth == 0 && token.text == "}" {
                    return Some(at);
                }
            }
            ";" if depth == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

/// The tokens of a file without the items that `#[cfg(test)]` stands before, and the names of the modules among these.
fn without_tests(tokens: &[Token]) -> (Vec<Token>, Vec<String>) {
    let texts = |from: usize, n: usize| tokens.iter().skip(from).take(n).map(|token| token.text.as_str());
    let (mut kept, mut modules, mut at) = (Vec::new(), Vec::new(), 0);
    while at < tokens.len() {
        if texts(at, 7).eq(["#", "[", "cfg", "(", "test", ")", "]"]) {
            let end = end_of_item(tokens, at + 7).unwrap_or(tokens.len() - 1);
            let name = (at + 7..end).find(|at| tokens[*at].text == "mod").map(|at| tokens[at + 1].text.clone());
            modules.extend(name);
            at = end + 1;
        } else {
            kept.push(tokens[at].clone());
            at += 1;
        }
    }
    (kept, modules)
}

/// The imports and paths of a file.
fn module(tokens: &[Token]) -> Module {
    let (tokens, for_tests) = without_tests(tokens);
    let mut module = Module { for_tests, ..Module::default() };
    let mut at = 0;
    while at < tokens.len() {
        let before = at.checked_sub(1).map_or("", |at| tokens[at].text.as_str());
        let text = tokens[at].text.as_str();
        // `use<'a>` in a type captures a lifetime.
        let is_import = text == "use" && tokens.get(at + 1).is_some_and(|next| next.text != "<");
        if is_import {
            let mut leaves = Vec::new();
            at = expand(&tokens, at + 1, &[], &mut leaves);
            let is_public = ["pub", ")"].contains(&before);
            module.imports.extend(leaves.into_iter().map(|(path, name)| Import { path, name, is_public }));
        } else if is_word(text) && before != "::" {
            let (start, mut path) = (at, vec![text.to_owned()]);
            while let [sign, name, ..] = &tokens[at + 1..] {
                if sign.text != "::" || !is_word(&name.text) {
                    break;
                }
                path.push(name.text.clone());
                at += 2;
            }
            at += 1;
            // `pub(in crate::layer)` says who may use, not what is used.
            let is_scope = before == "in" && start.checked_sub(3).is_some_and(|at| tokens[at].text == "pub");
            if path.len() > 1 && !is_scope {
                module.inline.push(path);
            }
        } else {
            at += 1;
        }
    }
    module
}

/// Expands one `use` tree: each path with the name that it gets; the position behind the tree.
fn expand(tokens: &[Token], from: usize, head: &[String], leaves: &mut Vec<(Vec<String>, String)>) -> usize {
    let (mut path, mut at, mut name) = (head.to_vec(), from, None);
    while let Some(token) = tokens.get(at) {
        match token.text.as_str() {
            "," | ";" | "}" => break,
            // All names of a module (`*`) are the module.
            "::" | "*" => {}
            "{" => {
                at += 1;
                while tokens.get(at).is_some_and(|token| !["}", ";"].contains(&token.text.as_str())) {
                    at = expand(tokens, at, &path, leaves);
                    at += usize::from(tokens.get(at).is_some_and(|token| token.text == ","));
                }
                return at + 1;
            }
            "as" => {
                name = tokens.get(at + 1).map(|token| token.text.clone());
                at += 1;
            }
            "self" if !path.is_empty() => {}
            word => path.push(word.to_owned()),
        }
        at += 1;
    }
    if let Some(last) = path.last() {
        let name = name.unwrap_or_else(|| last.clone());
        leaves.push((path, name));
    }
    at
}
