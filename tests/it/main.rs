//! Tests of the whole program, as one crate: it links once.

mod cli;
mod schema;
mod tidy;
