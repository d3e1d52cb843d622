//! Which routes run on which road: stretches used by the same routes, joined into long lines.

use std::collections::BTreeMap;

use geo::{Coord, LineString};

use super::day_map::Strand;
use crate::roads::{PathPiece, RoadNetwork};

/// The stretches that the routes' pieces use, each with its routes. The direction of travel doesn't matter.
pub(super) fn strands(network: &RoadNetwork, routes: &[Vec<PathPiece>]) -> Vec<Strand> {
    let mut uses: BTreeMap<usize, Vec<(u64, u64, usize)>> = BTreeMap::new();
    for (route, pieces) in routes.iter().enumerate() {
        for piece in pieces {
            let stretch = (piece.start_mm.min(piece.end_mm), piece.start_mm.max(piece.end_mm), route);
            uses.entry(piece.line).or_default().push(stretch);
        }
    }
    let mut courses: BTreeMap<Vec<usize>, Vec<LineString<f64>>> = BTreeMap::new();
    for (line, uses) in uses {
        for (start_mm, end_mm, routes) in stretches(&uses) {
            courses.entry(routes).or_default().push(network.stretch_course(line, start_mm, end_mm));
        }
    }
    let joined = courses
        .into_iter()
        .flat_map(|(routes, courses)| join(courses).into_iter().map(move |course| Strand { course, routes: routes.clone() }));
    joined.collect()
}

/// The stretches of one line between all places where a route enters or leaves it, neighbours with the same routes made one.
fn stretches(uses: &[(u64, u64, usize)]) -> Vec<(u64, u64, Vec<usize>)> {
    let mut ends: Vec<u64> = uses.iter().flat_map(|(start, end, _)| [*start, *end]).collect();
    ends.sort_unstable();
    ends.dedup();
    let mut stretches: Vec<(u64, u64, Vec<usize>)> = Vec::new();
    for ends in ends.windows(2) {
        let mut routes: Vec<usize> =
            uses.iter().filter(|(start, end, _)| *start <= ends[0] && ends[1] <= *end).map(|(.., route)| *route).collect();
        routes.sort_unstable();
        routes.dedup();
        match stretches.last_mut() {
            _ if routes.is_empty() => {}
            Some(before) if before.1 == ends[0] && before.2 == routes => before.1 = ends[1],
            _ => stretches.push((ends[0], ends[1], routes)),
        }
    }
    stretches
}

/// Joins courses where exactly two ends meet, so that dashes run on past junctions.
fn join(courses: Vec<LineString<f64>>) -> Vec<LineString<f64>> {
    let mut meeting: BTreeMap<(i64, i64), Vec<usize>> = BTreeMap::new();
    for (i, course) in courses.iter().enumerate() {
        for end in [course.0.first(), course.0.last()].into_iter().flatten() {
            meeting.entry(microdegrees(*end)).or_default().push(i);
        }
    }
    let mut used = vec![false; courses.len()];
    let mut joined = Vec::new();
    for start in 0..courses.len() {
        if used[start] || courses[start].0.is_empty() {
            continue;
        }
        used[start] = true;
        let mut chain = courses[start].0.clone();
        for _ in 0..2 {
            grow(&mut chain, &courses, &meeting, &mut used);
            chain.reverse();
        }
        joined.push(LineString::new(chain));
    }
    joined
}

/// Adds to the end of `chain` as long as exactly one unused course goes on from there.
fn grow(chain: &mut Vec<Coord<f64>>, courses: &[LineString<f64>], meeting: &BTreeMap<(i64, i64), Vec<usize>>, used: &mut [bool]) {
    while let Some(end) = chain.last().map(|end| microdegrees(*end)) {
        let Some([a, b]) = meeting.get(&end).map(Vec::as_slice) else { return };
        let Some(&next) = [a, b].into_iter().find(|i| !used[**i]) else { return };
        used[next] = true;
        let course = &courses[next].0;
        if microdegrees(course[0]) == end {
            chain.extend(course.iter().skip(1));
        } else {
            chain.extend(course.iter().rev().skip(1));
        }
    }
}

fn microdegrees(position: Coord<f64>) -> (i64, i64) {
    ((position.x * 1e6).round() as i64, (position.y * 1e6).round() as i64)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::roads::{TravelCost, TruckProfile, straight_road};

    const TRUCK: TruckProfile = TruckProfile { lane_width_m: 2.0, gross_weight_kg: 5_000, speed_factor: 1.0, max_speed_kmh: None };

    fn piece(line: usize, start_mm: u64, end_mm: u64) -> PathPiece {
        PathPiece { line, start_mm, end_mm, cost: TravelCost::default() }
    }

    #[test]
    fn a_shared_road_is_cut_where_a_route_leaves_it() {
        // A road of 400 m: route 0 drives all of it and back, route 1 only the last 100 m.
        let network = RoadNetwork::new(vec![straight_road("a", &[(0.0, 0.0), (0.004, 0.0)])], &[], &[TRUCK]);
        let strands = strands(&network, &[vec![piece(0, 0, 400_000), piece(0, 400_000, 0)], vec![piece(0, 400_000, 300_000)]]);
        let routes: Vec<&[usize]> = strands.iter().map(|strand| strand.routes.as_slice()).collect();
        assert_eq!(routes, [&[0][..], &[0, 1][..]]);
        assert!((strands[1].course.0[0].x - 0.003).abs() < 1e-9);
    }

    #[test]
    fn roads_that_go_on_are_joined_but_not_past_a_fork() {
        let roads = vec![
            straight_road("a", &[(0.0, 0.0), (0.001, 0.0)]),
            straight_road("b", &[(0.002, 0.0), (0.001, 0.0)]),
            straight_road("c", &[(0.002, 0.0), (0.003, 0.001)]),
            straight_road("d", &[(0.002, 0.0), (0.003, -0.001)]),
        ];
        let network = RoadNetwork::new(roads, &[], &[TRUCK]);
        let pieces = vec![piece(0, 0, 100_000), piece(1, 100_000, 0), piece(2, 0, 100_000), piece(3, 0, 100_000)];
        let courses: Vec<usize> = strands(&network, &[pieces]).iter().map(|strand| strand.course.0.len()).collect();
        // a and b are one line of three positions; c and d stay alone.
        assert_eq!(courses, [3, 2, 2]);
    }
}
