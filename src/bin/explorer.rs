//! The tool for catalog authors: everything is in `competency_explorer::cli`.

fn main() -> std::process::ExitCode {
    competency_explorer::cli::main()
}
