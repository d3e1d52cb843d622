//! The command line: `thugom VERB [PROJECT]`.
//!
//! Data go to standard output, messages to standard error. A subcommand is one file here and one line in [`VERBS`];
//! help, completions and the man page are derived from that list and from the text catalogue.

mod arguments;
mod check;
mod compare;
mod completions;
mod door;
mod entrance;
mod exit;
mod explain;
mod export;
mod folder;
mod frontier;
mod graph;
mod info;
mod instance_input;
mod interrupt;
mod language;
mod last_resort;
mod man;
mod map;
mod plan;
mod plan_input;
mod progress;
mod project;
mod replan;
mod schema;
mod search_options;
mod simulate;
mod trouble;
mod trucks;
mod usage;
mod verb;

pub use entrance::main;
pub use exit::Exit;
pub use verb::Verb;

/// Every subcommand, in the order in which help lists them.
pub const VERBS: &[&dyn Verb] = &[
    &plan::Plan,
    &check::Check,
    &frontier::Frontier,
    &explain::Explain,
    &info::Info,
    &map::Map,
    &export::Export,
    &compare::Compare,
    &trucks::Trucks,
    &replan::Replan,
    &simulate::Simulate,
    &graph::Graph,
    &schema::Schema,
    &completions::Completions,
    &man::Man,
];
