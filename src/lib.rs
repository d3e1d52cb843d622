//! thugom plans the weekly collection of household waste.
pub mod cli;
pub mod constraint;
pub mod dataset;
pub mod export;
pub mod fault;
pub mod geometry;
pub mod kpi;
pub mod matrix;
pub mod model;
pub mod pipeline;
pub mod roads;
pub mod settings;
pub mod solve;
pub mod table;
pub mod text;
pub mod units;
