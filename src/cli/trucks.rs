//! `thugom trucks PROJECT --from 0 --to 4`: what each further truck buys.

use std::path::Path;

use clap::{Arg, ArgMatches};

use super::arguments::{self, Format};
use super::door::{self, Door};
use super::progress::ShownProgress;
use super::search_options::{self, SearchOptions};
use super::trouble::Trouble;
use super::{Exit, Verb, folder, interrupt, project};
use crate::dataset::TruckStatus;
use crate::export::{FleetReport, Panel, small_multiples};
use crate::fault::did_you_mean;
use crate::model::{self, Choices, Problem, TruckChoice};
use crate::scenario::{Trial, World, fleet_curve};
use crate::text::{Text, decimal, integer};

/// Iterations of a plan where nothing else is said.
const ITERATIONS: u64 = 60_000;
/// Most trucks that are added.
const MOST: usize = 30;
/// Sizes where nothing else is said.
const SIZES: (usize, usize) = (0, 4);

/// Plans a growing fleet.
pub struct Trucks;

impl Verb for Trucks {
    fn name(&self) -> &'static str {
        "trucks"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        let own = vec![
            arguments::project(text),
            arguments::option("from", "cli-value-number", "cli-option-trucks-from", text),
            arguments::option("to", "cli-value-number", "cli-option-trucks-to", text),
            arguments::option("like", "cli-value-one-truck", "cli-option-like", text),
            arguments::option("trucks", "cli-value-trucks", "cli-option-fleet", text),
            arguments::scenario(text),
            folder::option("cli-option-trucks-output", text),
            arguments::format_option(text),
        ];
        own.into_iter().chain(search_options::options("cli-option-trucks-iterations", "cli-option-compare-time-limit", text)).collect()
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let text = door.text;
        let (first, last) = sizes(matches, door)?;
        let search = SearchOptions::read(matches, door)?.or_iterations(ITERATIONS);
        let trial = Trial { parameters: search.parameters(), seeds: vec![search.seed], stop: search.stop() };
        let output = arguments::path(matches, "output");
        if let Some(output) = output {
            folder::make(output, door.text)?;
        }
        let folder = arguments::path(matches, "project").expect("clap asks for the project");
        let scenario = project::scenario(matches, folder)?;
        let of_scenario = scenario.as_ref().and_then(|scenario| scenario.trucks.clone());
        let trucks = project::named_trucks(matches).or(of_scenario).unwrap_or(TruckChoice::Existing);
        let (world, warnings) = project::read(folder, &Choices { trucks, monday: None }, door)?;
        let model = model_truck(matches, &world, door)?;
        let like = world.dataset.trucks[model].value.name.clone();
        let start = world.fleet.clone();
        // Travel times are the same for every size: they are worked out once, for the largest.
        let project = project::built(warnings, &world, scenario.as_ref(), |world| world.buy(model, last), door)?;
        let fleet = project.world().fleet;
        let n_start = fleet.len() - last;
        debug_assert!(scenario.is_some() || n_start == start.len());
        let of_size = |extra: usize| {
            let choices = Choices { trucks: TruckChoice::Named(fleet[..n_start + extra].to_vec()), monday: project.choices().monday };
            model::build(&project.dataset, &project.ground, &choices)
        };
        let problems: Vec<Problem> = (first..=last).map(of_size).collect();
        let mut shown = ShownProgress::new(door);
        let begin = |number: usize| door.note(&text.say("cli-planning-trucks", &[("extra", (first + number).into())]), None);
        let steps = fleet_curve(&problems, &trial, begin, &mut shown);
        shown.finish();
        let report = FleetReport::new(&problems, &steps, first, &like, text);
        if let Some(folder) = output {
            write_files(folder, &report, door)?;
        }
        match arguments::format(matches) {
            Format::Text => door.data(report.screen(text, door.width()).as_bytes())?,
            Format::Json => door.data(&door::json(&report))?,
            Format::Csv => door.data(&[door.byte_order_mark().as_bytes(), &report.csv()].concat())?,
        }
        Ok(if interrupt::is_requested() { Exit::Interrupted } else { Exit::Good })
    }
}

fn sizes(matches: &ArgMatches, door: &Door) -> Result<(usize, usize), Trouble> {
    let first: usize = arguments::number(matches, "from", door.text)?.unwrap_or(SIZES.0);
    let last: usize = arguments::number(matches, "to", door.text)?.unwrap_or(SIZES.1.max(first));
    if first > last || last > MOST {
        let word = arguments::word(matches, "to").unwrap_or_default().to_owned();
        let hint = door.text.say("cli-hint-sizes", &[("from", first.into()), ("most", MOST.into())]);
        return Err(arguments::bad_value("to", &word, hint, door.text));
    }
    Ok((first, last))
}

/// The truck to buy more of: the one that is named, else the first newly bought, else the last.
fn model_truck(matches: &ArgMatches, world: &World, door: &Door) -> Result<usize, Trouble> {
    let rows = &world.dataset.trucks;
    let Some(wanted) = arguments::word(matches, "like") else {
        let newest = rows.iter().position(|row| row.value.status == TruckStatus::New);
        return Ok(newest.unwrap_or(rows.len().saturating_sub(1)));
    };
    let ids = || rows.iter().map(|row| row.value.id.as_str());
    ids().position(|id| id == wanted).ok_or_else(|| {
        let hint = match did_you_mean(wanted, ids()) {
            Some(meant) => door.text.say("cli-did-you-mean", &[("suggestion", meant.into())]),
            None => door.text.say("cli-valid-values", &[("values", ids().collect::<Vec<_>>().join(", ").into())]),
        };
        Trouble::Usage(door.text.say("cli-unknown-truck", &[("truck", wanted.into())]), Some(hint))
    })
}

/// Table, JSON and plot.
fn write_files(folder: &Path, report: &FleetReport, door: &Door) -> Result<(), Trouble> {
    let (text, language) = (door.text, door.text.language());
    door.deliver(Some(&folder.join("trucks.csv")), &["\u{feff}".as_bytes(), &report.csv()].concat())?;
    door.deliver(Some(&folder.join("trucks.json")), &door::json(report))?;
    let panel = |key: &str, value: &dyn Fn(&crate::export::FleetRow) -> (f64, String)| Panel {
        title: text.plain(key),
        values: report.sizes.iter().map(value).collect(),
    };
    let panels = [
        panel("trucks-panel-visits", &|row| (row.visits, decimal(row.visits, 2, language))),
        panel("trucks-panel-short", &|row| (row.objective.people_short as f64, integer(row.objective.people_short, language))),
        panel("trucks-panel-cost", &|row| (row.cost_vnd, decimal(row.cost_vnd * 1e-6, 1, language))),
    ];
    let title = text.say("trucks-title", &[("district", report.district.as_str().into()), ("like", report.like.as_str().into())]);
    let places: Vec<String> = report.sizes.iter().map(|row| format!("+{}", row.extra)).collect();
    let drawn = small_multiples(&title, &places, &text.plain("trucks-axis"), &text.plain("beside-chart-note"), &panels);
    door.deliver(Some(&folder.join("trucks.svg")), drawn.as_bytes())
}
