//! The travel matrix: one row and whole tables, on grids of lanes made here and on the roads of Phú Lương.

use std::path::Path;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use geo::Coord;
use petgraph::algo::dijkstra;
use thugom::dataset::Dataset;
use thugom::matrix;
use thugom::model::Choices;
use thugom::pipeline;
use thugom::roads::{Provenance, RoadClass, RoadLine, RoadNetwork, TravelCost, TruckProfile, group_profiles};

/// The wide truck, the usual one and the narrow one.
const PROFILES: [TruckProfile; 3] = [
    TruckProfile { lane_width_m: 3.5, gross_weight_kg: 16_000, speed_factor: 0.9, max_speed_kmh: None },
    TruckProfile { lane_width_m: 3.0, gross_weight_kg: 11_000, speed_factor: 0.9, max_speed_kmh: None },
    TruckProfile { lane_width_m: 2.5, gross_weight_kg: 7_500, speed_factor: 0.9, max_speed_kmh: None },
];

/// A grid of `side` × `side` junctions 200 m apart with lanes of mixed width, speed and length, and `n_anchors` places spread over it.
fn grid(side: usize, n_anchors: usize) -> RoadNetwork {
    let mut dice = 1u64;
    let mut roll = |n: usize| {
        // Knuth's multiplier: enough chance for a bench, and the same every time.
        dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (dice >> 33) as usize % n
    };
    let place = |x: usize, y: usize| Coord { x: 105.5 + x as f64 * 0.002, y: 21.5 + y as f64 * 0.0018 };
    let mut lines = Vec::new();
    for (x, y) in (0..side).flat_map(|x| (0..side).map(move |y| (x, y))) {
        for (to_x, to_y) in [(x + 1, y), (x, y + 1)].into_iter().filter(|(x, y)| *x < side && *y < side) {
            lines.push(RoadLine {
                id: format!("L{}", lines.len()),
                name: String::new(),
                reference: String::new(),
                class: RoadClass::Unclassified,
                surface: "concrete".to_owned(),
                oneway: false,
                speed_kmh: [15.0, 20.0, 25.0, 40.0][roll(4)],
                width_m: [2.5, 3.0, 3.5, 5.0, 7.0][roll(5)],
                max_weight_t: None,
                flood_prone: false,
                provenance: Provenance::Synthetic,
                confidence: 0.1,
                length_m: 200.0 + roll(100) as f64,
                course: vec![place(x, y), place(to_x, to_y)].into(),
            });
        }
    }
    let span = side * 100;
    let anchors: Vec<Coord<f64>> =
        (0..n_anchors).map(|_| Coord { x: 105.5 + roll(span) as f64 * 0.000_02, y: 21.5 + roll(span) as f64 * 0.000_018 }).collect();
    RoadNetwork::new(lines, &anchors, &PROFILES)
}

/// One row by petgraph's Dijkstra, for comparison.
fn petgraph_row(network: &RoadNetwork, profile: &TruckProfile) -> usize {
    let from = network.anchor(0).node;
    let costs = dijkstra(network.graph(), from, None, |edge| {
        let segment = edge.weight();
        let length = segment.start_mm.abs_diff(segment.end_mm);
        profile.speed_kmh(&network.lines()[segment.line]).map_or(TravelCost::INFINITE, |speed| TravelCost::of_stretch(length, speed))
    });
    network.anchors().iter().filter(|anchor| costs.contains_key(&anchor.node)).count()
}

fn rows(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("row");
    for (side, n_anchors) in [(35, 337), (245, 2_000)] {
        let network = grid(side, n_anchors);
        let roads = network.roads_for(&PROFILES[2]);
        let mut search = roads.search();
        assert!(roads.costs_from(0, &mut search).iter().all(Option::is_some), "the narrow truck goes everywhere");
        group.bench_function(BenchmarkId::new("thugom", side * side), |bench| bench.iter(|| roads.costs_from(0, &mut search)));
        group.bench_function(BenchmarkId::new("petgraph", side * side), |bench| bench.iter(|| petgraph_row(&network, &PROFILES[2])));
    }
}

fn tables(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("table");
    let network = grid(35, 337);
    let all = |network: &RoadNetwork| PROFILES.each_ref().map(|profile| matrix::compute(network, profile));
    assert_eq!(all(&network)[2].len(), 337);
    group.sample_size(20);
    group.bench_function("district, 3 profiles", |bench| bench.iter(|| all(&network)));
    group.bench_function("district, network", |bench| bench.iter(|| grid(35, 337)));
    let province = grid(245, 200);
    group.sample_size(10);
    group.bench_function("60,000 nodes, 200 anchors", |bench| bench.iter(|| matrix::compute(&province, &PROFILES[2])));
}

/// The shipped district: its files, its network, its three tables, and all of these with the problem at the end.
fn district(criterion: &mut Criterion) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("maps/phu-luong");
    let read = || Dataset::read(&folder).0.expect("a sound district");
    let dataset = read();
    let lines = || dataset.roads.iter().map(|line| line.value.clone()).collect::<Vec<_>>();
    let depots = dataset.depots.iter().map(|row| row.value.position);
    let facilities = dataset.facilities.iter().map(|row| row.value.position);
    let points = dataset.points.iter().map(|row| row.value.position);
    let positions: Vec<Coord<f64>> = depots.chain(facilities).chain(points).collect();
    let speed_factor = dataset.settings.waste.speed_factor;
    let trucks = dataset.trucks.iter().map(|row| &row.value).map(|truck| TruckProfile {
        lane_width_m: truck.min_lane_width_m,
        gross_weight_kg: truck.gross_weight_kg,
        speed_factor,
        max_speed_kmh: truck.max_speed_kmh,
    });
    let (profiles, _) = group_profiles(&lines(), &trucks.collect::<Vec<_>>());
    let build = || RoadNetwork::new(lines(), &positions, &profiles);
    let network = build();
    let all = || profiles.iter().map(|profile| matrix::compute(&network, profile)).collect::<Vec<_>>();
    let load = || pipeline::load(&folder, &Choices::default()).expect("a sound district").problem;
    assert_eq!((all(), positions.len(), profiles.len()), (load().matrices, 337, 3));
    let mut group = criterion.benchmark_group("Phú Lương");
    group.sample_size(20);
    group.bench_function("read the files", |bench| bench.iter(read));
    group.bench_function("network", |bench| bench.iter(build));
    group.bench_function("3 tables", |bench| bench.iter(all));
    group.bench_function("files to problem", |bench| bench.iter(load));
    group.finish();
}

criterion_group!(benches, rows, tables, district);
criterion_main!(benches);
