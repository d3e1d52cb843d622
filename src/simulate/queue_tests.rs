//! The queue at the gate against queueing theory.
//!
//! With Poisson arrivals at one bay, load ρ and mean service time s, the mean wait is ρs/(1−ρ) where service is exponential (M/M/1) and half of that where it is constant
//! (M/D/1): Pollaczek and Khinchine; Kleinrock, *Queueing Systems* I (1975), eq. 5.70.

use rand::RngExt;

use super::gate::Gate;
use super::statistics::{Interval, student_99};
use super::streams::{Chance, Streams};

/// Mean service time, in units so small that whole numbers do not matter.
const SERVICE: f64 = 1_000_000.0;
/// Independent runs.
const RUNS: usize = 20;

/// Mean wait of `n` trucks in a run, in service times; as many as a tenth of them go before.
fn mean_wait(run: usize, load: f64, constant: bool, n: usize) -> f64 {
    let mut rng = Streams::new(1, run).of(Chance::Unload, u64::from(constant), (load * 100.0) as u64);
    let mut exponential = |mean: f64| -mean * libm::log(1.0 - rng.random::<f64>());
    let (mut gate, mut now, mut waited) = (Gate::new(1), 0, 0);
    for truck in 0..n + n / 10 {
        now += exponential(SERVICE / load) as i64;
        let service = if constant { SERVICE as i64 } else { exponential(SERVICE) as i64 };
        let start = gate.turn(now, i64::MIN);
        gate.hold(start + service);
        waited += if truck >= n / 10 { start - now } else { 0 };
    }
    waited as f64 / n as f64 / SERVICE
}

fn check(load: f64, constant: bool, n: usize, narrow: f64) {
    let means: Vec<f64> = (0..RUNS).map(|run| mean_wait(run, load, constant, n)).collect();
    let interval = Interval::of_runs(&means).expect("there are twenty runs");
    let expected = load / (1.0 - load) * if constant { 0.5 } else { 1.0 };
    let half = interval.half_width / super::statistics::student(RUNS - 1) * student_99(RUNS - 1);
    println!("load {load}, constant {constant}: {:.4} ± {half:.4} (99 %), theory {expected:.4}", interval.mean);
    assert!((interval.mean - expected).abs() <= half, "load {load}: {} ± {half}, not {expected}", interval.mean);
    // The interval is narrow enough to say something.
    assert!(half < narrow * expected, "load {load}: ± {half}");
}

#[test]
fn exponential_service_waits_as_m_m_1() {
    check(0.5, false, 50_000, 0.03);
    check(0.8, false, 100_000, 0.04);
    check(0.95, false, 400_000, 0.08);
}

#[test]
fn constant_service_waits_as_m_d_1() {
    check(0.5, true, 50_000, 0.03);
    check(0.8, true, 100_000, 0.04);
    check(0.95, true, 400_000, 0.08);
}

#[test]
fn two_bays_serve_two_at_once_and_in_order_of_arrival() {
    // Trucks of 10 at 0, 1, 2 and 3: the third gets the first bay at 10, the fourth the second at 11.
    let mut gate = Gate::new(2);
    let starts: Vec<i64> = (0..4)
        .map(|arrive| {
            let start = gate.turn(arrive, 0);
            gate.hold(start + 10);
            start
        })
        .collect();
    assert_eq!(starts, [0, 1, 10, 11]);
    gate.clear();
    assert_eq!(gate.turn(5, 8), 8);
}
