//! The tool for catalog authors.
fn main() {}
