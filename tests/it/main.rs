//! Tests of the whole program, as one crate: it links once.

mod ba_xa;
mod cli;
mod export;
mod faults;
mod instances;
mod itinerary;
mod phu_luong;
mod scenarios;
mod schema;
mod service;
mod settings;
mod sheets;
mod simulate;
mod tidy;
