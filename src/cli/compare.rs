//! `thugom compare PROJECT A B…`: variants of a district planned alike and laid side by side.

use std::path::{Path, PathBuf};

use clap::{Arg, ArgMatches};

use super::arguments::{self, Format};
use super::door::{self, Door};
use super::progress::ShownProgress;
use super::search_options::{self, SearchOptions};
use super::simulate::MOST_WEEKS;
use super::trouble::{Trouble, report_faults};
use super::{Exit, Verb, folder, interrupt, project};
use crate::export::map::{FrequencyWords, MapCommune, frequency_map};
use crate::export::{
    ComparisonReport, DumbbellWords, ResampledEffects, Side, SimulatedWeeks, assumed, assumed_lines, comparison_csv, dumbbell,
    leaders_page, road_origin,
};
use crate::fault::Faults;
use crate::model::Choices;
use crate::pipeline::{self, Project};
use crate::scenario::{Outcome, Scenario, Trial, Variant, World, resampled};
use crate::simulate::{self, Subject};
use crate::text::{Text, decimal};

/// Word for the project as its files have it.
const BASE: &str = "base";
/// Iterations of a plan where nothing else is said: some ten seconds on two cores.
const ITERATIONS: u64 = 100_000;
/// Iterations of a plan of a resampled district: there are many of them.
const RESAMPLED_ITERATIONS: u64 = 10_000;
/// Random weeks where nothing else is said.
const WEEKS: usize = 1000;
/// Seeds where nothing else is said.
const SEEDS: u64 = 3;

/// Compares scenarios.
pub struct Compare;

/// A variant that was asked for.
struct Candidate {
    id: String,
    name: String,
    scenario: Option<Scenario>,
}

/// What was asked for beside the variants.
struct Order {
    search: SearchOptions,
    seeds: Vec<u64>,
    draws: usize,
    weeks: usize,
    folder: Option<PathBuf>,
}

impl Verb for Compare {
    fn name(&self) -> &'static str {
        "compare"
    }

    fn arguments(&self, text: &Text) -> Vec<Arg> {
        let own = vec![
            arguments::project(text),
            arguments::positional("variants", "cli-value-variants", "cli-argument-variants", text).num_args(1..).required(true),
            arguments::trucks(text),
            arguments::from(text),
            arguments::option("seeds", "cli-value-number", "cli-option-seeds", text),
            arguments::option("resample", "cli-value-number", "cli-option-resample", text),
            arguments::option("weeks", "cli-value-number", "cli-option-compare-weeks", text),
            folder::option("cli-option-compare-output", text),
            arguments::format_option(text),
        ];
        own.into_iter().chain(search_options::options("cli-option-compare-iterations", "cli-option-compare-time-limit", text)).collect()
    }

    fn run(&self, matches: &ArgMatches, door: &Door) -> Result<Exit, Trouble> {
        let folder = arguments::path(matches, "project").expect("clap asks for the project");
        let monday = arguments::monday(matches, "from", door.text)?;
        let order = Order::new(matches, door)?;
        if !folder.is_dir() {
            // That there is no project comes before that it has no such scenario.
            project::read(folder, &Choices::default(), door)?;
        }
        let mut candidates = candidates(matches, folder, door)?;
        let of_scenarios = candidates.iter().find_map(|candidate| candidate.scenario.as_ref()?.trucks.clone());
        let trucks = project::named_trucks(matches).or(of_scenarios).unwrap_or_default();
        let (world, warnings) = project::read(folder, &Choices { trucks, monday }, door)?;
        report_faults(&warnings, door);
        let base_name = door.text.say("beside-base", &[("trucks", world.fleet.len().into())]);
        candidates.iter_mut().filter(|candidate| candidate.scenario.is_none()).for_each(|base| base.name.clone_from(&base_name));
        let projects = projects(&candidates, &world, door)?;
        let outcomes = order.plans(&candidates, &projects, door);
        let sides: Vec<Side> = (0..outcomes.len()).map(|index| side(&candidates[index], &projects[index], &outcomes[index])).collect();
        let mut reports = Vec::new();
        for index in 1..sides.len() {
            let effects = order.resampled(&projects[0], &projects[index], door);
            let weeks = order.simulated(&projects[0], sides[0], sides[index], door);
            reports.push(ComparisonReport::new(sides[0], sides[index], &order.seeds, (effects, weeks), door.text));
        }
        if let Some(folder) = &order.folder {
            write_files(folder, &reports, &sides, &projects[0], door)?;
        }
        show(&reports, matches, door)?;
        Ok(if interrupt::is_requested() { Exit::Interrupted } else { Exit::Good })
    }
}

/// The variants of the command line, the baseline first: `base` where only one is named.
fn candidates(matches: &ArgMatches, folder: &Path, door: &Door) -> Result<Vec<Candidate>, Trouble> {
    let mut names: Vec<&str> = matches.get_many::<String>("variants").into_iter().flatten().map(String::as_str).collect();
    if names.len() == 1 && names[0] != BASE {
        names.insert(0, BASE);
    }
    if names.len() == 1 {
        let hint = door.text.say("cli-valid-values", &[("values", pipeline::scenarios_of(folder).join(", ").into())]);
        return Err(Trouble::Usage(door.text.plain("cli-nothing-to-compare"), Some(hint)));
    }
    let mut faults = Faults::new();
    let mut candidates = Vec::new();
    for name in names {
        if name == BASE {
            candidates.push(Candidate { id: BASE.to_owned(), name: String::new(), scenario: None });
            continue;
        }
        match pipeline::read_scenario(folder, name) {
            Ok(scenario) => {
                let shown = scenario.name(door.text.language()).to_owned();
                candidates.push(Candidate { id: scenario.id.clone(), name: shown, scenario: Some(scenario) });
            }
            Err(found) => faults.append(found),
        }
    }
    if faults.is_empty() { Ok(candidates) } else { Err(faults.into()) }
}

/// The problem of each variant, once all scenarios are known to be sound.
fn projects(candidates: &[Candidate], world: &World, door: &Door) -> Result<Vec<Project>, Trouble> {
    let mut faults = Faults::new();
    let mut worlds = Vec::new();
    for candidate in candidates {
        match candidate.scenario.as_ref().map(|scenario| scenario.apply(world)) {
            None => worlds.push(None),
            Some(Ok(changed)) => worlds.push(Some(changed)),
            Some(Err(found)) => faults.append(found),
        }
    }
    if !faults.is_empty() {
        return Err(faults.into());
    }
    let mut projects = Vec::new();
    for (candidate, changed) in candidates.iter().zip(worlds) {
        let built = match (&candidate.scenario, changed) {
            (Some(scenario), Some(changed)) => pipeline::build_changed(world, scenario, changed),
            _ => pipeline::build(world.clone()),
        };
        match built {
            Ok(project) => {
                report_faults(&project.warnings, door);
                projects.push(project);
            }
            Err(found) => faults.append(found),
        }
    }
    if faults.has_errors() { Err(faults.into()) } else { Ok(projects) }
}

fn side<'a>(candidate: &'a Candidate, project: &'a Project, outcome: &'a Outcome) -> Side<'a> {
    Side { id: &candidate.id, name: &candidate.name, problem: &project.problem, outcome }
}

impl Order {
    fn new(matches: &ArgMatches, door: &Door) -> Result<Self, Trouble> {
        let search = SearchOptions::read(matches, door)?.or_iterations(ITERATIONS);
        let number = arguments::number::<u64>(matches, "seeds", door.text)?.unwrap_or(SEEDS).clamp(1, 1000);
        let draws = arguments::number::<u16>(matches, "resample", door.text)?.map_or(0, usize::from);
        let folder = arguments::path(matches, "output").map(Path::to_owned);
        if let Some(folder) = &folder {
            folder::make(folder, door.text)?;
        }
        let weeks = arguments::number(matches, "weeks", door.text)?.unwrap_or(WEEKS);
        if weeks > MOST_WEEKS {
            let hint = door.text.say("simulate-hint-weeks", &[("most", MOST_WEEKS.into())]);
            return Err(arguments::bad_value("weeks", &weeks.to_string(), hint, door.text));
        }
        let seeds = (0..number).map(|index| search.seed.wrapping_add(index)).collect();
        Ok(Self { search, seeds, draws, weeks, folder })
    }

    fn trial(&self, search: &SearchOptions) -> Trial<'static> {
        Trial { parameters: search.parameters(), seeds: self.seeds.clone(), stop: search.stop() }
    }

    fn plans(&self, candidates: &[Candidate], projects: &[Project], door: &Door) -> Vec<Outcome> {
        let trial = self.trial(&self.search);
        let mut outcomes = Vec::new();
        for (candidate, project) in candidates.iter().zip(projects) {
            let arguments = [("name", candidate.name.as_str().into()), ("seeds", self.seeds.len().into())];
            door.note(&door.text.say("cli-planning", &arguments), None);
            let mut shown = ShownProgress::new(door);
            outcomes.push(trial.run(&project.problem, &mut shown));
            shown.finish();
        }
        outcomes
    }

    /// The best plans of both in the same random weeks, unless nobody wants them.
    fn simulated(&self, base: &Project, before: Side, after: Side, door: &Door) -> Option<SimulatedWeeks> {
        if self.weeks == 0 {
            return None;
        }
        door.note(&door.text.say("cli-simulating", &[("name", after.name.into()), ("weeks", self.weeks.into())]), None);
        let order = simulate::Order { weeks: self.weeks, seed: self.search.seed, interrupt: Some(interrupt::keep_plan()) };
        let [first, second] = [before, after].map(|side| Subject { problem: side.problem, plan: &side.outcome.best });
        let mut shown = ShownProgress::new(door);
        let paired = simulate::paired(first, second, &base.dataset.settings.simulation, &order, &mut shown);
        shown.finish();
        SimulatedWeeks::new(before.problem, &paired)
    }

    /// The effect on resampled districts, where it was asked for.
    fn resampled(&self, baseline: &Project, scenario: &Project, door: &Door) -> Option<ResampledEffects> {
        if self.draws == 0 {
            return None;
        }
        let iterations = self.search.iterations.unwrap_or(RESAMPLED_ITERATIONS).min(RESAMPLED_ITERATIONS);
        let trial = self.trial(&SearchOptions { iterations: Some(iterations), time: None, ..self.search });
        door.note(&door.text.say("cli-resampling", &[("draws", self.draws.into())]), None);
        let choices = [baseline, scenario].map(Project::choices);
        let (better, effects) = resampled(
            Variant { dataset: &baseline.dataset, ground: &baseline.ground, choices: &choices[0] },
            Variant { dataset: &scenario.dataset, ground: &scenario.ground, choices: &choices[1] },
            self.draws,
            &trial,
            &mut crate::solve::Silent,
        );
        let draws = effects.first().map_or(0, |effect| effect.draws);
        Some(ResampledEffects { draws, better, effects })
    }
}

/// The long table, the report as JSON, and for each scenario two charts and the page for those who decide.
fn write_files(folder: &Path, reports: &[ComparisonReport], sides: &[Side], base: &Project, door: &Door) -> Result<(), Trouble> {
    let text = door.text;
    let table = ["\u{feff}".as_bytes(), &comparison_csv(reports)].concat();
    door.deliver(Some(&folder.join("comparison.csv")), &table)?;
    door.deliver(Some(&folder.join("comparison.json")), &door::json(&reports))?;
    let communes: Vec<MapCommune> = base.dataset.communes.iter().map(|row| MapCommune::from(&row.value)).collect();
    let assumed = assumed_lines(&road_origin(&base.dataset), &assumed(&base.dataset), text);
    for (report, side) in reports.iter().zip(&sides[1..]) {
        let title = text.say("beside-chart-title", &[("district", report.district.as_str().into()), ("scenario", side.name.into())]);
        let (axis, note) = (text.plain("beside-chart-axis"), text.plain("beside-chart-note"));
        let words = DumbbellWords { title: &title, axis: &axis, before: &report.baseline, after: &report.scenario, note: &note };
        let drawn = dumbbell(&report.visits_by_commune(), words, |value| decimal(value, 1, text.language()));
        door.deliver(Some(&folder.join(format!("{}-communes.svg", report.id))), drawn.as_bytes())?;
        let visits = |side: &Side| side.outcome.measured[side.outcome.best_seed].points.clone();
        let words = FrequencyWords { title: &title, before: &report.baseline, after: &report.scenario, note: &note };
        let drawn = frequency_map(&communes, &visits(&sides[0]), &visits(side), words, text);
        door.deliver(Some(&folder.join(format!("{}-map.svg", report.id))), drawn.as_bytes())?;
        let page = leaders_page(report, &drawn, &assumed, text);
        door.deliver(Some(&folder.join(format!("{}-leaders.html", report.id))), page.as_bytes())?;
    }
    Ok(())
}

fn show(reports: &[ComparisonReport], matches: &ArgMatches, door: &Door) -> Result<(), Trouble> {
    match arguments::format(matches) {
        Format::Text => {
            let screens: Vec<String> = reports.iter().map(|report| report.screen(door.text, door.width())).collect();
            door.data(screens.join("\n").as_bytes())
        }
        Format::Json => door.data(&door::json(&reports)),
        Format::Csv => door.data(&[door.byte_order_mark().as_bytes(), &comparison_csv(reports)].concat()),
    }
}
