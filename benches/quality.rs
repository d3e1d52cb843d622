//! How good plans are: classic benchmark instances, planned in equal time and compared with the best known costs.
//!
//! The instances are other people's files and no part of this project; the bench takes their folder as an argument. Without one it
//! says where they are to be had, and ends.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Duration;

use clap::{Arg, ArgAction, ArgMatches, Command, value_parser};
use thugom::constraint::{Replay, objective, verify};
use thugom::fault::Source;
use thugom::instance::{FORMATS, Instance};
use thugom::model::Plan;
use thugom::pipeline::load_instance;
use thugom::solve::{self, Parameters, Silent, StopRule};
use thugom::text::{Language, Text};

/// Where the public instances are to be had.
const WHERE: &str = "\
The quality bench plans classic instances, which are no part of this project. To run it, give it their folder:

    cargo bench --bench quality -- --instances DIR --set SET --seconds 60 --threads 2 --seed 1 --csv FILE --plans FOLDER

DIR holds bks.csv (columns set, instance, bks) and a folder for each set:

    cvrp_x   .vrp      set X of Uchoa et al. (2017)               http://vrp.galgos.inf.puc-rio.br
    pvrp     p01 …     Cordeau, Gendreau and Laporte (1997)       https://neumann.hec.ca/chairedistributique/data/pvrp
    pvrpif   .geojson  Taverna and Tilk (2026)                    https://github.com/iolab-uniud/pvrpif-instances

SET is one of these, waste (.json files of waste instances, in DIR or in DIR/waste) or standard, a fixed mix that ends within 40 minutes.";

/// A fixed mix of small and large instances of each set: half an hour, with a minute for each.
const STANDARD: &[(&str, &[&str])] = &[
    ("pvrpif", &["Milano_030_6_9", "Milano_040_4_6", "Milano_050_6_0", "Roma_040_6_5", "Roma_050_6_8", "Torino_040_4_7", "Torino_050_6_4"]),
    ("pvrp", &["p02", "p08", "p11", "p13", "p20", "p26", "p32", "pr02", "pr04", "pr08"]),
    (
        "cvrp_x",
        &["X-n106-k14", "X-n153-k22", "X-n200-k36", "X-n256-k16", "X-n303-k21", "X-n401-k29", "X-n502-k39", "X-n701-k44", "X-n979-k58"],
    ),
    ("waste", &["waste_peak", "waste_week", "waste_week_fixed"]),
];

/// An instance that is to be planned.
struct Task {
    set: String,
    instance: Instance,
    file: PathBuf,
    bks: Option<f64>,
}

fn command() -> Command {
    let option = |name: &'static str, value: &'static str, help: &'static str| Arg::new(name).long(name).value_name(value).help(help);
    Command::new("quality")
        .after_help(WHERE)
        .arg(option("instances", "DIR", "Folder of the instances").value_parser(value_parser!(PathBuf)))
        .arg(option("set", "SET", "pvrpif, pvrp, cvrp_x, waste or standard").default_value("standard"))
        .arg(option("only", "GLOB", "Only instances whose name is like this (* and ?)"))
        .arg(option("seconds", "S", "Time for each instance").value_parser(seconds).default_value("60"))
        .arg(option("iterations", "N", "So many iterations instead: the same plans every time").value_parser(value_parser!(u64)))
        .arg(option("threads", "T", "Worker threads, 0 = one for each core").value_parser(value_parser!(usize)).default_value("0"))
        .arg(option("seed", "K", "Seed of all random numbers").value_parser(value_parser!(u64)).default_value("1"))
        .arg(option("csv", "FILE", "Where rows are added; what has one already is not planned again").value_parser(value_parser!(PathBuf)))
        .arg(option("plans", "DIR", "Where plans are written, in the form of the set's solutions").value_parser(value_parser!(PathBuf)))
        .arg(option("recost", "", "Plan nothing: what do the solutions beside the instances cost here?").action(ArgAction::SetTrue))
        .arg(Arg::new("bench").long("bench").hide(true).action(ArgAction::SetTrue))
}

/// A time limit: up to a week.
fn seconds(text: &str) -> Result<f64, String> {
    let seconds = text.parse().ok().filter(|seconds| (0.0..=604_800.0).contains(seconds));
    seconds.ok_or_else(|| "not a number of seconds from 0 to 604800".to_owned())
}

fn main() -> ExitCode {
    // Run together with other benches it is given options it does not know; only its own folder makes it work.
    if !std::env::args().any(|argument| argument == "--instances" || argument.starts_with("--instances=") || argument == "--help") {
        println!("{WHERE}");
        return ExitCode::SUCCESS;
    }
    let asked = command().get_matches();
    match run(&asked) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            eprintln!("quality: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn run(asked: &ArgMatches) -> Result<(), String> {
    let folder = asked.get_one::<PathBuf>("instances").ok_or("--instances is missing")?;
    let tasks = tasks(folder, &word(asked, "set"), asked.get_one::<String>("only").map_or("*", String::as_str))?;
    if tasks.is_empty() {
        return Err(format!("no instance in {}", folder.display()));
    }
    if asked.get_flag("recost") { recost(&tasks) } else { measure(asked, &tasks) }
}

fn word(asked: &ArgMatches, name: &str) -> String {
    asked.get_one::<String>(name).cloned().unwrap_or_default()
}

/// The instances of a set, in the order of their names.
fn tasks(folder: &Path, set: &str, only: &str) -> Result<Vec<Task>, String> {
    let mut tasks = Vec::new();
    if set == "standard" {
        for (set, names) in STANDARD {
            let home = if folder.join(set).is_dir() { folder.join(set) } else { folder.to_owned() };
            let found = read_all(&home, set, folder)?;
            for name in names.iter().filter(|name| found.iter().all(|task| task.instance.name != **name)) {
                println!("{set} {name} is not there");
            }
            tasks.extend(found.into_iter().filter(|task| names.contains(&task.instance.name.as_str())));
        }
    } else if FORMATS.iter().any(|format| format.set() == set) {
        let home = if folder.join(set).is_dir() { folder.join(set) } else { folder.to_owned() };
        tasks = read_all(&home, set, folder)?;
    } else {
        return Err(format!("there is no set {set}"));
    }
    tasks.retain(|task| is_like(only.as_bytes(), task.instance.name.as_bytes()));
    Ok(tasks)
}

/// Every file of a folder that the set's format recognizes; of an instance with given days, that one, too.
fn read_all(home: &Path, set: &str, folder: &Path) -> Result<Vec<Task>, String> {
    let format = FORMATS.iter().find(|format| format.set() == set).ok_or("there is no such set")?;
    let best = best_known(&[folder.join("bks.csv"), home.join("../bks.csv")], set);
    let entries = fs::read_dir(home).map_err(|error| format!("{}: {error}", home.display()))?;
    let mut files: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| path.is_file()).collect();
    files.sort();
    let mut tasks = Vec::new();
    for file in files {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let source = Source { name: file.display().to_string().into(), text };
        if !format.recognizes(&source) {
            continue;
        }
        let instance = load_instance(&file).map_err(|faults| {
            let text = Text::new(Language::English);
            let words = faults.sorted().into_iter().map(|fault| fault.worded(&text));
            words.map(|fault| format!("{}: {}\n", fault.place, fault.message)).collect::<String>()
        })?;
        for instance in [Some(instance.clone()), instance.fixed()].into_iter().flatten() {
            let bks = best.get(&instance.name).copied();
            tasks.push(Task { set: set.to_owned(), instance, file: file.clone(), bks });
        }
    }
    Ok(tasks)
}

/// Best known costs of a set's instances, from the first file that is there.
fn best_known(files: &[PathBuf], set: &str) -> BTreeMap<String, f64> {
    let Some(mut reader) = files.iter().find_map(|file| csv::Reader::from_path(file).ok()) else { return BTreeMap::new() };
    let rows = reader.records().filter_map(Result::ok).filter(|row| row.get(0) == Some(set));
    rows.filter_map(|row| Some((row.get(1)?.to_owned(), row.get(2)?.parse().ok()?))).collect()
}

/// Whether a name is like a pattern with `*` (any letters) and `?` (any one).
fn is_like(pattern: &[u8], name: &[u8]) -> bool {
    match (pattern.split_first(), name.split_first()) {
        (None, None) => true,
        (Some((b'*', rest)), _) => (0..=name.len()).any(|skipped| is_like(rest, &name[skipped..])),
        (Some((b'?', rest)), Some((_, letters))) => is_like(rest, letters),
        (Some((wanted, rest)), Some((letter, letters))) => wanted == letter && is_like(rest, letters),
        _ => false,
    }
}

/// A row of the CSV file.
struct Row {
    key: [String; 5],
    cost: f64,
    bks: Option<f64>,
    feasible: bool,
    iterations: u64,
    decimals: usize,
}

const HEAD: &str = "set,instance,seed,seconds,threads,cost,bks,gap_percent,feasible,iterations";

impl Row {
    /// Percent above the best known cost; a plan that leaves customers out has none.
    fn gap(&self) -> Option<f64> {
        self.bks.filter(|_| self.feasible).map(|bks| 100.0 * (self.cost - bks) / bks)
    }

    fn line(&self) -> String {
        let number = |number: Option<f64>, decimals: usize| number.map_or(String::new(), |number| format!("{number:.decimals$}"));
        let (cost, bks, gap) = (number(Some(self.cost), self.decimals), number(self.bks, self.decimals), number(self.gap(), 3));
        format!("{},{cost},{bks},{gap},{},{}", self.key.join(","), self.feasible, self.iterations)
    }
}

fn measure(asked: &ArgMatches, tasks: &[Task]) -> Result<(), String> {
    let csv = asked.get_one::<PathBuf>("csv");
    let mut done = csv.map(|file| rows_of(file)).unwrap_or_default();
    println!("{HEAD}");
    let mut rows = Vec::new();
    for task in tasks {
        let key = key(asked, task);
        let plan_file = plan_file(asked, task, &key);
        if let Some(line) = done.remove(&key.join(",")) {
            let is_lost = plan_file.is_some_and(|file| !file.exists());
            println!("{line} ({})", if is_lost { "had it, but not its plan" } else { "had it" });
            rows.push((task.set.as_str(), gap_of(&line)));
            continue;
        }
        let (row, plan) = plan(asked, task, key);
        println!("{}", row.line());
        // The plan first: a row says that the instance is done.
        if let Some(file) = plan_file {
            let solution = task.instance.format.write_solution(&task.instance, &plan);
            let folder = file.parent().map_or(Ok(()), fs::create_dir_all);
            folder.and_then(|()| fs::write(&file, solution)).map_err(|error| format!("{}: {error}", file.display()))?;
        }
        if let Some(file) = csv {
            append(file, &row.line()).map_err(|error| format!("{}: {error}", file.display()))?;
        }
        rows.push((task.set.as_str(), row.gap()));
    }
    summarize(&rows);
    Ok(())
}

/// Where the plan of a run is written, if it is to be: each run has its own file.
fn plan_file(asked: &ArgMatches, task: &Task, key: &[String; 5]) -> Option<PathBuf> {
    let [_, instance, seed, length, threads] = key;
    let length = if asked.contains_id("iterations") { length.replace(' ', "-") } else { format!("{length}s") };
    let ending = task.instance.format.solution_ending();
    Some(asked.get_one::<PathBuf>("plans")?.join(format!("{instance}.seed{seed}.{length}.threads{threads}.{ending}")))
}

/// What tells runs apart: set, instance, seed, seconds (or iterations), threads.
fn key(asked: &ArgMatches, task: &Task) -> [String; 5] {
    let number = |name: &str| asked.get_one::<u64>(name).copied().unwrap_or_default().to_string();
    let seconds = asked.get_one::<f64>("seconds").copied().unwrap_or_default();
    let length = asked.get_one::<u64>("iterations").map_or(seconds.to_string(), |n| format!("{n} iterations"));
    let threads = asked.get_one::<usize>("threads").copied().unwrap_or_default().to_string();
    [task.set.clone(), task.instance.name.clone(), number("seed"), length, threads]
}

fn plan(asked: &ArgMatches, task: &Task, key: [String; 5]) -> (Row, Plan) {
    let problem = &task.instance.problem;
    let seed = asked.get_one::<u64>("seed").copied().unwrap_or_default();
    let threads = asked.get_one::<usize>("threads").copied().unwrap_or_default();
    let parameters = Parameters { seed, threads, ..Parameters::default() };
    let iterations = asked.get_one::<u64>("iterations").copied();
    let seconds = asked.get_one::<f64>("seconds").copied().unwrap_or_default().max(0.0);
    let time = if iterations.is_none() { Duration::try_from_secs_f64(seconds).ok() } else { None };
    let plan = solve::plan(problem, &parameters, &StopRule { iterations, time, ..StopRule::default() }, &mut Silent);
    let verdict = verify(problem, &plan);
    let row = Row {
        key,
        cost: task.instance.cost(plan.objective.cost),
        bks: task.bks,
        feasible: verdict.violations.is_empty() && verdict.shortfalls.is_empty(),
        iterations: plan.run.iterations,
        decimals: task.instance.decimals,
    };
    (row, plan)
}

/// The whole rows of earlier runs, by what tells runs apart.
fn rows_of(file: &Path) -> BTreeMap<String, String> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let key = |line: &str| line.split(',').take(5).collect::<Vec<_>>().join(",");
    let is_whole = |line: &&str| line.split(',').count() == HEAD.split(',').count();
    text.lines().skip(1).filter(is_whole).map(|line| (key(line), line.to_owned())).collect()
}

fn gap_of(line: &str) -> Option<f64> {
    let cells: Vec<&str> = line.split(',').collect();
    cells.get(7)?.parse().ok()
}

/// Adds a row in one piece, so that another run may add to the same file; below the head, and below a row that was cut off.
fn append(file: &Path, line: &str) -> std::io::Result<()> {
    use std::io::{Read, Write};
    let mut file = fs::OpenOptions::new().create(true).read(true).append(true).open(file)?;
    file.lock()?;
    let mut before = Vec::new();
    file.read_to_end(&mut before)?;
    let start = match before.last() {
        None => format!("{HEAD}\n"),
        Some(b'\n') => String::new(),
        Some(_) => "\n".to_owned(),
    };
    file.write_all(format!("{start}{line}\n").as_bytes())
}

/// Mean and worst gap of each set.
fn summarize(rows: &[(&str, Option<f64>)]) {
    let mut sets: BTreeMap<&str, (usize, Vec<f64>)> = BTreeMap::new();
    for (set, gap) in rows {
        let of_set = sets.entry(set).or_default();
        of_set.0 += 1;
        of_set.1.extend(gap);
    }
    for (set, (n, gaps)) in sets {
        let worst = gaps.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mean = gaps.iter().sum::<f64>() / gaps.len().max(1) as f64;
        if gaps.is_empty() {
            println!("{set}: {n} instances, no gap to a best known cost");
        } else {
            println!(
                "{set}: {n} instances, mean gap {mean:.3} %, worst {worst:.3} % over the {} with a sound plan and a best known cost",
                gaps.len()
            );
        }
    }
}

/// Whether the solutions that lie beside the instances cost here what they are said to cost.
fn recost(tasks: &[Task]) -> Result<(), String> {
    println!("set,instance,published,cost,best_known,broken_rules");
    let (mut n, mut equal) = (0, 0);
    for task in tasks {
        let instance = &task.instance;
        let file = task.file.with_extension(instance.format.solution_ending());
        let Ok(text) = fs::read_to_string(&file) else { continue };
        n += 1;
        let Some(decisions) = instance.format.read_solution(instance, &text) else {
            println!("{},{},unreadable,,,", task.set, instance.name);
            continue;
        };
        let replay = Replay::new(&instance.problem, &decisions);
        let mut plan = replay.recorded_in(&decisions);
        plan.objective = objective(&instance.problem, &plan, &replay);
        let cost = instance.cost(plan.objective.cost);
        let verdict = verify(&instance.problem, &plan);
        let broken: Vec<&str> = verdict.violations.iter().chain(&verdict.shortfalls).map(|finding| finding.code).collect();
        let claimed = claimed(&task.file, &text).or(task.bks);
        let decimals = instance.decimals;
        let shown = |cost: Option<f64>| cost.map_or(String::new(), |cost| format!("{cost:.decimals$}"));
        // Published with two decimals, and here the sum of some hundred legs rounded to a thousandth.
        let unit = if decimals == 0 { 0.0 } else { 0.02 };
        let same = claimed.is_some_and(|claimed| (claimed - cost).abs() <= unit);
        equal += usize::from(same && broken.is_empty());
        println!("{},{},{},{},{},{}", task.set, instance.name, shown(claimed), shown(Some(cost)), shown(task.bks), broken.join(" "));
    }
    println!("{equal} of {n} published solutions keep every rule and cost what they are said to cost");
    Ok(())
}

/// The cost that a solution is said to have: in its `Cost` line, or at the head of the `.res` file beside it.
fn claimed(instance: &Path, solution: &str) -> Option<f64> {
    let cost = solution.lines().find_map(|line| line.strip_prefix("Cost"));
    if let Some(cost) = cost {
        return cost.trim_start_matches(':').trim().parse().ok();
    }
    let res = fs::read_to_string(instance.with_extension("res")).ok()?;
    res.split_whitespace().next()?.parse().ok()
}
