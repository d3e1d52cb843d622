//! From the district's files to a verdict on its plan: building the problem, searching, verifying. Everything on Phú Lương, with one seed.

use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use thugom::constraint::verify;
use thugom::model::{self, Choices, Ground, Plan, Problem};
use thugom::pipeline::{self, Project};
use thugom::solve::{self, Parameters, Silent, StopRule};

fn project() -> Project {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps/phu-luong");
    pipeline::load(&folder, &Choices::default()).expect("a sound district")
}

/// A plan of a seed after so many iterations, on one thread: other work on the machine disturbs it least.
fn plan(problem: &Problem, iterations: u64) -> Plan {
    let parameters = Parameters { seed: 1, threads: 1, ..Parameters::default() };
    let stop = StopRule { iterations: Some(iterations), ..StopRule::default() };
    solve::plan(problem, &parameters, &stop, &mut Silent)
}

fn build(criterion: &mut Criterion) {
    let Project { dataset, problem, .. } = project();
    let ground =
        Ground { profile_of_truck: problem.trucks.iter().map(|truck| truck.profile).collect(), matrices: problem.matrices.clone() };
    let build = || model::build(&dataset, &ground, &Choices::default());
    assert_eq!((build().points.len(), build().fingerprint), (334, problem.fingerprint.clone()));
    criterion.bench_function("build the problem", |bench| bench.iter(build));
}

fn judge(criterion: &mut Criterion) {
    let problem = project().problem;
    let plan = plan(&problem, 800);
    let verdict = verify(&problem, &plan);
    assert!(verdict.violations.is_empty(), "the plan keeps every rule");
    assert_eq!(verify(&problem, &plan), verdict);
    criterion.bench_function("verify a plan", |bench| bench.iter(|| verify(&problem, &plan)));
}

/// One epoch of every island, with what comes before and after it in each run: setting up, first plans, filling, writing down.
fn search(criterion: &mut Criterion) {
    let problem = project().problem;
    let defaults = Parameters::default();
    let epoch = defaults.iterations_per_epoch * defaults.islands as u64;
    let first = plan(&problem, epoch);
    assert_eq!(first.run.iterations, epoch);
    assert!(plan(&problem, epoch) == first, "the same seed gives the same plan");
    let mut group = criterion.benchmark_group("search");
    group.sample_size(10);
    // The difference of the two is an epoch alone.
    group.bench_function("one epoch", |bench| bench.iter(|| plan(&problem, epoch)));
    group.bench_function("eleven epochs", |bench| bench.iter(|| plan(&problem, 11 * epoch)));
    group.finish();
}

criterion_group!(benches, build, judge, search);
criterion_main!(benches);
