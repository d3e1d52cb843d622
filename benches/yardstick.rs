//! What it gains to choose frequencies and routes together: the plan beside one whose frequencies were chosen first.
//!
//! The yardstick is what an office would do by hand: every point gets as many visits as today and as its requirements ask for, on days spread as evenly
//! as they allow. Then all points of a commune get one visit more, the commune with the fewest visits first, as long as the trucks of the
//! district still drive every visit. This search routes both: the plan once, the yardstick twice for the same time, from the last of the raises and anew,
//! of which the better one counts.

use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Duration;

use clap::{Arg, Command, value_parser};
use thugom::constraint::{Replay, cost, objective, verify};
use thugom::model::{Choices, Objective, Pattern, Plan, Point, Problem};
use thugom::pipeline;
use thugom::solve::{self, Parameters, Silent, StopRule};

/// Iterations that tell whether a raise still fits.
const ITERATIONS_OF_TRIAL: u64 = 20_000;

fn main() -> ExitCode {
    let option = |name: &'static str, value: &'static str, help: &'static str| Arg::new(name).long(name).value_name(value).help(help);
    let command = Command::new("yardstick")
        .arg(option("project", "DIR", "Folder of the district").value_parser(value_parser!(PathBuf)))
        .arg(option("seconds", "S", "Time for each plan").value_parser(value_parser!(u64)).default_value("30"))
        .arg(option("seeds", "N", "Seeds 1 to N").value_parser(value_parser!(u64)).default_value("3"))
        .arg(option("threads", "T", "Worker threads, 0 = one for each core").value_parser(value_parser!(usize)).default_value("0"));
    // Run together with other benches it is given options it does not know; only a folder makes it work.
    if !std::env::args().any(|argument| argument == "--project" || argument.starts_with("--project=") || argument == "--help") {
        println!("A frequency first, routes after yardstick: cargo bench --bench yardstick -- --project maps/phu-luong");
        return ExitCode::SUCCESS;
    }
    let asked = command.arg(Arg::new("bench").long("bench").hide(true).action(clap::ArgAction::SetTrue)).get_matches();
    let Some(folder) = asked.get_one::<PathBuf>("project") else { return ExitCode::FAILURE };
    let problem = match pipeline::load(folder, &Choices::default()) {
        Ok(project) => project.problem,
        Err(faults) => {
            eprintln!("yardstick: {} is no sound district: {faults:?}", folder.display());
            return ExitCode::FAILURE;
        }
    };
    let number = |name: &str| asked.get_one::<u64>(name).copied().unwrap_or_default();
    let parameters = Parameters { threads: asked.get_one::<usize>("threads").copied().unwrap_or_default(), ..Parameters::default() };
    let time = StopRule { time: Some(Duration::from_secs(number("seconds"))), ..StopRule::default() };
    println!("plan,seed,visits,people_short,service_millidays,vnd_a_week,hours_with_breaks,broken_rules");
    for seed in 1..=number("seeds") {
        let parameters = Parameters { seed, ..parameters.clone() };
        let together = solve::plan(&problem, &parameters, &time, &mut Silent);
        show("together", seed, &problem, &together);
        let (visits, tried) = raised(&problem, &parameters);
        let given = with_visits(&problem, &visits);
        let routed = solve::plan_from(&given, &tried, &parameters, &time, &mut Silent);
        let anew = solve::plan(&given, &parameters, &time, &mut Silent);
        show("frequencies first", seed, &problem, if routed.objective < anew.objective { &routed } else { &anew });
    }
    ExitCode::SUCCESS
}

/// Visits of each point, raised commune by commune until no commune can be raised, and the last plan that leaves no more people short than before.
fn raised(problem: &Problem, parameters: &Parameters) -> (Vec<usize>, Plan) {
    let stop = StopRule { iterations: Some(ITERATIONS_OF_TRIAL), ..StopRule::default() };
    let mut visits: Vec<usize> = problem
        .points
        .iter()
        .map(|point| fit(point, point.visits_today.max(point.fewest_visits().unwrap_or(point.visits_least))))
        .collect();
    let given = with_visits(problem, &visits);
    let mut plan = solve::plan(&given, parameters, &stop, &mut Silent);
    let mut short = plan.objective.people_short;
    let mut full = vec![false; problem.communes.len()];
    loop {
        let mean = |commune: &usize| {
            let of_commune = || (0..visits.len()).filter(|point| problem.points[*point].commune == *commune);
            1_000 * of_commune().map(|point| visits[point]).sum::<usize>() / of_commune().count().max(1)
        };
        let Some(commune) = (0..full.len()).filter(|commune| !full[*commune]).min_by_key(mean) else { return (visits, plan) };
        let mut more = visits.clone();
        for (point, visits) in problem.points.iter().zip(&mut more).filter(|(point, _)| point.commune == commune) {
            *visits = fit(point, *visits + 1);
        }
        if more == visits {
            full[commune] = true;
            continue;
        }
        let given = with_visits(problem, &more);
        let tried = solve::plan_from(&given, &plan, parameters, &stop, &mut Silent);
        if tried.objective.people_short > short {
            full[commune] = true;
            continue;
        }
        (short, visits, plan) = (tried.objective.people_short, more, tried);
    }
}

/// At most as many visits as some set of the point's days has.
fn fit(point: &Point, visits: usize) -> usize {
    visits.min(point.patterns.iter().map(|pattern| pattern.days.len()).max().unwrap_or(0))
}

/// The problem in which each point is owed just so many visits, on days as even as can be.
fn with_visits(problem: &Problem, visits: &[usize]) -> Problem {
    let mut given = problem.clone();
    for (point, visits) in given.points.iter_mut().zip(visits.iter().copied()) {
        // The most even days of those that meet the requirements, if any do.
        let rank = |pattern: &Pattern| (!pattern.admissible, pattern.gaps_squared);
        let best = point.patterns.iter().filter(|pattern| pattern.days.len() == visits).map(rank).min();
        point.allow_at_most(visits);
        (point.visits_least, point.visits_greatest) = (visits, visits);
        for pattern in &mut point.patterns {
            pattern.admissible = pattern.days.len() == visits && Some(rank(pattern)) == best;
        }
    }
    given
}

fn show(name: &str, seed: u64, problem: &Problem, plan: &Plan) {
    let replay = Replay::new(problem, plan);
    let Objective { people_short, service_millidays, .. } = objective(problem, plan, &replay);
    let visits: usize = plan.schedule(problem).iter().map(|days| days.len()).sum();
    let hours: f64 = plan.days.iter().flatten().map(|route| (route.end - route.start).0 as f64 / 3600.0).sum();
    let broken = verify(problem, &Plan { objective: objective(problem, plan, &replay), ..plan.clone() }).violations.len();
    println!("{name},{seed},{visits},{people_short},{service_millidays},{},{hours:.1},{broken}", cost(problem, &replay).total().0);
}
