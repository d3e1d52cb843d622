//! One-to-many searches from every anchor, in parallel.

use rayon::prelude::*;

use super::{Matrix, UNREACHABLE};
use crate::roads::{RoadNetwork, TravelCost, TruckProfile};

/// Travel times and distances between all anchors of a network, in their order, for trucks of one profile.
///
/// Each leg is rounded half up to whole seconds and metres, once. Rows are searched in parallel and put together in order: the table
/// is the same on any number of threads. Cost: one Dijkstra search for each anchor.
pub fn compute(network: &RoadNetwork, profile: &TruckProfile) -> Matrix {
    let n = network.anchors().len();
    let roads = network.roads_for(profile);
    let rows: Vec<Vec<(u32, u32)>> = (0..n)
        .into_par_iter()
        .map_init(
            || roads.search(),
            |search, anchor| roads.costs_from(anchor, search).into_iter().map(|cost| cost.map_or(NO_WAY, entry)).collect(),
        )
        .collect();
    let (seconds, metres) = rows.into_iter().flatten().unzip();
    Matrix::new(n, seconds, metres)
}

const NO_WAY: (u32, u32) = (UNREACHABLE, UNREACHABLE);

fn entry(cost: TravelCost) -> (u32, u32) {
    let fitting = |number: i64| number.min(i64::from(UNREACHABLE) - 1) as u32;
    (fitting(cost.seconds().0), fitting(cost.metres().0))
}

#[cfg(test)]
mod tests {
    use geo::Coord;
    use petgraph::algo::floyd_warshall;
    use proptest::prelude::*;

    use super::*;
    use crate::roads::{RoadLine, straight_road};
    use crate::units::{Metres, Seconds};

    const TRUCK: TruckProfile = TruckProfile { lane_width_m: 3.0, gross_weight_kg: 11_000, speed_factor: 0.9, max_speed_kmh: None };

    fn at(x: f64, y: f64) -> Coord<f64> {
        Coord { x, y }
    }

    #[test]
    fn a_one_way_loop_makes_the_table_asymmetric() {
        // A square of 100 m sides driven one way at 36 · 0.9 = 32.4 km/h = 9 m/s: one side 11.1 s, three sides 33.3 s.
        let corners = [(0.0, 0.0), (0.001, 0.0), (0.001, 0.001), (0.0, 0.001), (0.0, 0.0)];
        let side = |i: usize| RoadLine { oneway: true, ..straight_road("", &corners[i..i + 2]) };
        let network = RoadNetwork::new((0..4).map(side).collect(), &[at(0.0, 0.0), at(0.001, 0.0)], &[TRUCK]);
        let matrix = compute(&network, &TRUCK);
        assert_eq!((matrix.duration(0, 1), matrix.distance(0, 1)), (Some(Seconds(11)), Some(Metres(100))));
        assert_eq!((matrix.duration(1, 0), matrix.distance(1, 0)), (Some(Seconds(33)), Some(Metres(300))));
        assert_eq!((matrix.duration(0, 0), matrix.distance(1, 1)), (Some(Seconds(0)), Some(Metres(0))));
    }

    #[test]
    fn narrow_lanes_and_weak_bridges_have_no_entry_for_big_trucks() {
        let lane = RoadLine { width_m: 2.5, ..straight_road("lane", &[(0.0, 0.0), (0.001, 0.0)]) };
        let bridge = RoadLine { max_weight_t: Some(10.0), ..straight_road("bridge", &[(0.0, 0.0), (0.0, 0.001)]) };
        let narrow = TruckProfile { lane_width_m: 2.5, ..TRUCK };
        let light = TruckProfile { gross_weight_kg: 10_000, ..TRUCK };
        let places = [at(0.0, 0.0), at(0.001, 0.0), at(0.0, 0.001)];
        let network = RoadNetwork::new(vec![lane, bridge], &places, &[TRUCK, narrow, light]);
        let ways = |profile: &TruckProfile| {
            let matrix = compute(&network, profile);
            (matrix.connected(0, 1), matrix.connected(0, 2), matrix.distance(1, 2).is_some())
        };
        assert_eq!(ways(&TRUCK), (false, false, false));
        assert_eq!(ways(&narrow), (true, false, false));
        assert_eq!(ways(&light), (false, true, false));
        assert_eq!(compute(&network, &TRUCK).raw_duration(0, 1), UNREACHABLE);
    }

    #[test]
    fn an_empty_network_has_an_empty_table() {
        assert!(compute(&RoadNetwork::new(Vec::new(), &[], &[]), &TRUCK).is_empty());
    }

    /// Roads between five junctions on a line, and the junctions as anchors.
    fn networks() -> impl Strategy<Value = RoadNetwork> {
        let road = (0..5u8, 0..5u8, any::<bool>(), 1..5u8, 1..2000u32);
        proptest::collection::vec(road, 1..16).prop_map(|roads| {
            let place = |i: u8| at(f64::from(i) * 0.001, 0.0);
            let lines = roads.into_iter().filter(|(a, b, ..)| a != b).map(|(a, b, oneway, speed, length)| RoadLine {
                oneway,
                speed_kmh: f64::from(speed) * 11.0,
                length_m: f64::from(length) * 0.7,
                ..straight_road("", &[place(a).x_y(), place(b).x_y()])
            });
            // One more road, so that every junction has a node.
            let mut lines: Vec<RoadLine> = lines.collect();
            lines.extend((0..4).map(|i| RoadLine {
                oneway: true,
                length_m: 9_000.0,
                ..straight_road("", &[place(i).x_y(), place(i + 1).x_y()])
            }));
            RoadNetwork::new(lines, &[place(0), place(1), place(2), place(3), place(4)], &[TRUCK])
        })
    }

    proptest! {
        #[test]
        fn the_table_is_what_floyd_and_warshall_find(network in networks()) {
            let matrix = compute(&network, &TRUCK);
            let cost = |edge: petgraph::graph::EdgeReference<crate::roads::RoadSegment>| {
                let segment = edge.weight();
                let speed = TRUCK.speed_kmh(&network.lines()[segment.line]).unwrap();
                TravelCost::of_stretch(segment.start_mm.abs_diff(segment.end_mm), speed).milliseconds as i64
            };
            let judge = floyd_warshall(network.graph(), cost).unwrap();
            for (i, from) in network.anchors().iter().enumerate() {
                for (j, to) in network.anchors().iter().enumerate() {
                    let milliseconds = judge[&(from.node, to.node)];
                    let seconds = (milliseconds < i64::MAX / 2).then(|| Seconds((milliseconds + 500) / 1000));
                    prop_assert_eq!(matrix.duration(i, j), seconds);
                }
            }
        }

        #[test]
        fn no_detour_is_faster_but_for_rounding(network in networks()) {
            let matrix = compute(&network, &TRUCK);
            for (i, j, k) in (0..125).map(|t| (t / 25, t / 5 % 5, t % 5)) {
                if let (Some(first), Some(second)) = (matrix.duration(i, j), matrix.duration(j, k)) {
                    // Three roundings of half a second each.
                    prop_assert!(matrix.duration(i, k).unwrap().0 <= first.0 + second.0 + 1);
                }
            }
        }

        #[test]
        fn a_leg_is_as_long_as_its_way(network in networks()) {
            let matrix = compute(&network, &TRUCK);
            for (i, j) in (0..25).map(|t| (t / 5, t % 5)) {
                let way = network.path(&TRUCK, i, j).map(|path| (path.cost.seconds(), path.cost.metres()));
                prop_assert_eq!(way, matrix.duration(i, j).zip(matrix.distance(i, j)));
            }
        }

        #[test]
        fn the_table_does_not_depend_on_threads(network in networks()) {
            let on = |threads| rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            prop_assert_eq!(on(1).install(|| compute(&network, &TRUCK)), on(2).install(|| compute(&network, &TRUCK)));
        }
    }
}
