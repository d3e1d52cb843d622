//! `thugom graph PROJECT`: the model as a graph.

use clap::{Arg, ArgMatches};

use super::door::Door;
use super::trouble::Trouble;
use super::{Exit, Verb, arguments, project};
use crate::export::{to_dot, to_graphml};
use crate::model::ModelGraph;
use crate::text::Text;

/// Exports the graph of communes, points, trucks, depots and facilities.
pub struct Graph;

impl Verb for Graph {
    fn name(&self) -> &'static str {
        "graph"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        vec![
            arguments::project(text),
            arguments::trucks(text),
            arguments::choice("format", "cli-option-graph-format", &["dot", "graphml"], text),
            arguments::output(text, "cli-option-output"),
        ]
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let project = project::open(matches, None, door)?;
        let graph = ModelGraph::new(&project.problem, Some(&project.network));
        let written = match arguments::word(matches, "format") {
            Some("graphml") => to_graphml(&graph),
            _ => to_dot(&graph),
        };
        door.deliver(arguments::path(matches, "output"), written.as_bytes())?;
        Ok(Exit::Good)
    }
}
