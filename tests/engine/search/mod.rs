//! Queries: what they mean, what they find and in which order, and what helps to write them.

mod help;
mod oracle;
mod queries;
mod random_input;
mod ranking;
