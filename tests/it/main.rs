//! Tests of the whole program, as one crate: it links once.

mod cli;
mod faults;
mod schema;
mod tidy;
