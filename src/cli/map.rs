//! `thugom map PROJECT PLAN --day mon`: one day's routes on the roads.

use clap::{Arg, ArgMatches};

use super::door::Door;
use super::trouble::Trouble;
use super::{Exit, Verb, arguments, check};
use crate::dataset::CommuneRow;
use crate::export::map::{MapCommune, day_map, draw};
use crate::text::{Text, WEEKDAY_CODES};

/// Draws a day.
pub struct Map;

impl Verb for Map {
    fn name(&self) -> &'static str {
        "map"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        vec![
            arguments::project(text),
            arguments::plan(text),
            arguments::scenario(text),
            arguments::choice("day", "cli-option-day", &WEEKDAY_CODES, text),
            arguments::output(text, "cli-option-output"),
        ]
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let (project, plan) = check::open(matches, door)?;
        let day = arguments::word(matches, "day").and_then(|name| WEEKDAY_CODES.iter().position(|day| *day == name)).unwrap_or(0);
        let communes: Vec<MapCommune> = project.dataset.communes.iter().map(|row| outlined(&row.value)).collect();
        let map = day_map(&project.problem, &plan, &project.network, day, &communes);
        door.deliver(arguments::path(matches, "output"), draw(&map, door.text).as_bytes())?;
        Ok(Exit::Good)
    }
}

fn outlined(row: &CommuneRow) -> MapCommune {
    MapCommune { name: row.name.clone(), outline: row.outline.clone(), label: row.label }
}
