//! Tests of the whole program, as one crate: it links once.

mod ba_xa;
mod cli;
mod faults;
mod instances;
mod phu_luong;
mod schema;
mod simulate;
mod tidy;
