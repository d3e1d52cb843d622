//! What a plan has written down is what its decisions lead to.

use super::finding::Finding;
use super::objective::objective;
use super::replay::Replay;
use super::replay::{Place, RouteReplay};
use super::rule::{Constraint, Kept, Rule};
use crate::model::{Load, Plan, Problem, Route};
use crate::units::Seconds;

/// Recorded times and loads agree with the replay, and the recorded objective with the one computed anew.
///
/// For each route the first difference is reported: all that follows it differs too.
pub struct Records;

impl Constraint for Records {
    fn code(&self) -> &'static str {
        "records"
    }

    fn verify(&self, problem: &Problem, plan: &Plan, replay: &Replay, findings: &mut Vec<Finding>) {
        let recorded = plan.days.iter().take(problem.horizon.n_days).flatten();
        let differences = recorded.zip(replay.routes()).filter_map(|(route, replayed)| first_difference(self.code(), route, replayed));
        let before = findings.len();
        findings.extend(differences);
        if findings.len() == before && plan.objective != objective(problem, plan, replay) {
            findings.push(Finding::rule(self.code(), 1).variant("objective"));
        }
    }
}

impl Rule for Records {
    fn kept(&self) -> Kept {
        Kept::ByConstruction("what is written down is what the clocks and sums of the search say")
    }
}

/// Arrival, start, end and load of a stop or an unload.
type Record = (Seconds, Seconds, Seconds, Load);

fn first_difference(code: &'static str, route: &Route, replayed: &RouteReplay) -> Option<Finding> {
    let finding = |excess: u64| Finding::rule(code, i64::try_from(excess).unwrap_or(i64::MAX).max(1)).of_route(replayed);
    let time = |variant, recorded: Seconds, found: Seconds| {
        let finding = finding(recorded.0.abs_diff(found.0)).variant(variant);
        finding.with_clock_down("recorded", recorded).with_clock_down("found", found)
    };
    if route.start != replayed.start {
        return Some(time("start", route.start, replayed.start));
    }
    for (recorded, halt) in records(route).zip(&replayed.halts) {
        let (arrive, start, end, load) = recorded;
        for (recorded, found) in [(arrive, halt.arrive), (start, halt.start), (end, halt.end)] {
            if recorded != found {
                return Some(of_halt(time("time", recorded, found), halt.place));
            }
        }
        if load != halt.load {
            let finding = finding(load.kg.0.abs_diff(halt.load.kg.0)).variant("load");
            let finding = finding.with_kg("recorded", load.kg).with_kg("found", halt.load.kg);
            return Some(of_halt(finding.with("recordedLitres", load.litres.0).with("foundLitres", halt.load.litres.0), halt.place));
        }
    }
    match (route.pause, replayed.pause) {
        (Some(_), None) => return Some(finding(1).variant("no-break")),
        (Some(recorded), Some(found)) if recorded.start != found.start => return Some(time("break", recorded.start, found.start)),
        _ => {}
    }
    (route.end != replayed.end).then(|| time("end", route.end, replayed.end))
}

fn records(route: &Route) -> impl Iterator<Item = Record> {
    route.trips.iter().flat_map(|trip| {
        let stops = trip.stops.iter().map(|stop| (stop.arrive, stop.start, stop.end, stop.load));
        stops.chain(trip.unload.iter().map(|unload| (unload.arrive, unload.start, unload.end, unload.load)))
    })
}

/// A finding about a stop or an unload, each with its own message.
fn of_halt(finding: Finding, place: Place) -> Finding {
    let variant = |at_point, at_gate| if matches!(place, Place::Point(_)) { at_point } else { at_gate };
    let finding = match finding.variant {
        Some("load") => finding.variant(variant("stop-load", "unload-load")),
        _ => finding.variant(variant("stop-time", "unload-time")),
    };
    match place {
        Place::Point(point) => finding.at_point(point),
        Place::Facility(facility) => finding.at_facility(facility),
        Place::Depot(_) => finding,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::trial::findings;
    use crate::model::testing::{at, district, plan};
    use crate::model::{Break, BreakMoment};
    use crate::units::Kilograms;

    #[test]
    fn every_record_is_compared() {
        let problem = district(1, 1);
        let decided = plan(&problem, &[(0, 0, at(6, 0), &[(&[0], Some(0))])]);
        let replay = Replay::new(&problem, &decided);
        let mut good = replay.recorded_in(&decided);
        good.objective = objective(&problem, &good, &replay);
        assert_eq!(findings(&Records, &problem, &good), []);
        let broken = |change: fn(&mut Route)| {
            let mut plan = good.clone();
            change(&mut plan.days[0][0]);
            let found = findings(&Records, &problem, &plan);
            assert_eq!(found.len(), 1);
            (found[0].variant.unwrap_or_default(), found[0].excess)
        };
        assert_eq!(broken(|route| route.end += Seconds(7)), ("end", 7));
        assert_eq!(broken(|route| route.trips[0].stops[0].start += Seconds(60)), ("stop-time", 60));
        assert_eq!(broken(|route| route.trips[0].stops[0].load.kg += Kilograms(3)), ("stop-load", 3));
        assert_eq!(broken(|route| route.pause = Some(Break { event: 9, moment: BreakMoment::After, start: at(9, 0) })), ("no-break", 1));
        assert_eq!(broken(|route| route.start = Seconds(i64::MAX)).0, "start");
        let mut plan = good.clone();
        plan.objective.people_short += 1;
        assert_eq!(findings(&Records, &problem, &plan)[0].variant, Some("objective"));
    }
}
