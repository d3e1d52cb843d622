//! The judge: every rule and every requirement, asked in turn.

use super::finding::Finding;
use super::replay::Replay;
use super::{CONSTRAINTS, REQUIREMENTS};
use crate::model::{Plan, Problem};

/// What is wrong with a plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Verdict {
    /// Broken rules.
    pub violations: Vec<Finding>,
    /// Missed requirements.
    pub shortfalls: Vec<Finding>,
    /// People at points with a shortfall, each point counted once.
    pub people_short: i64,
}

/// Judges a plan by its decisions, and what it has recorded by these.
pub fn verify(problem: &Problem, plan: &Plan) -> Verdict {
    verify_replayed(problem, plan, &Replay::new(problem, plan))
}

/// Judges a plan whose replay is at hand.
pub fn verify_replayed(problem: &Problem, plan: &Plan, replay: &Replay) -> Verdict {
    let mut violations = Vec::new();
    for rule in CONSTRAINTS {
        rule.verify(problem, plan, replay, &mut violations);
    }
    let shortfalls = shortfalls(problem, plan, replay);
    let people_short = people_short(problem, &shortfalls);
    Verdict { violations, shortfalls, people_short }
}

/// The missed requirements alone.
pub fn shortfalls(problem: &Problem, plan: &Plan, replay: &Replay) -> Vec<Finding> {
    let mut findings = Vec::new();
    for requirement in REQUIREMENTS {
        requirement.verify(problem, plan, replay, &mut findings);
    }
    findings
}

/// People at the points that have any of `shortfalls`.
pub(super) fn people_short(problem: &Problem, shortfalls: &[Finding]) -> i64 {
    let is_short = |point: usize| shortfalls.iter().any(|finding| finding.point == Some(point));
    problem.points.iter().enumerate().filter(|(index, _)| is_short(*index)).map(|(_, point)| point.people).sum()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::constraint::objective;
    use crate::model::testing::{DEPOT, FIRST_POINT, LANDFILL, at, district, plan, set_leg};
    use crate::model::{Break, BreakMoment, DaySet, Load, Route, Stop, Trip, Unload};
    use crate::text::{Language, Text};
    use crate::units::{Kilograms, Litres, Seconds};

    #[test]
    fn people_are_counted_once_at_each_point_that_is_short() {
        // Point 0 waits too long and overflows, point 1 is not served: 10 + 20 people.
        let mut problem = district(3, 1);
        problem.points[1].people = 20;
        (problem.points[0].longest_wait, problem.points[0].container_capacity) = (6, Kilograms(600));
        let verdict = verify(&problem, &plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 2], Some(0))])]));
        let codes: Vec<_> = verdict.shortfalls.iter().map(|finding| (finding.code, finding.point)).collect();
        assert_eq!(codes, [("least-frequency", Some(1)), ("longest-wait", Some(0)), ("containers", Some(0))]);
        assert_eq!(verdict.people_short, 30);
    }

    #[test]
    fn a_plan_with_true_records_breaks_no_rule() {
        let problem = district(4, 2);
        let week = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0)), (&[2], Some(1))]), (3, 1, at(7, 0), &[(&[3], Some(0))])]);
        let replay = Replay::new(&problem, &week);
        let mut week = replay.recorded_in(&week);
        week.objective = objective(&problem, &week, &replay);
        assert_eq!(verify(&problem, &week), Verdict::default());
        // The same decisions with empty records are told apart.
        week.days[0][0].end = Seconds::ZERO;
        assert_eq!(verify(&problem, &week).violations.len(), 1);
    }

    #[test]
    fn no_two_rules_share_a_code() {
        let requirements = REQUIREMENTS.iter().map(|requirement| requirement.code());
        let mut codes: Vec<_> = CONSTRAINTS.iter().map(|rule| rule.code()).chain(requirements).collect();
        codes.sort_unstable();
        assert!(codes.windows(2).all(|pair| pair[0] != pair[1]));
    }

    fn any_time() -> impl Strategy<Value = Seconds> {
        prop_oneof![8 => -10_000..200_000_i64, 1 => Just(i64::MAX), 1 => Just(i64::MIN)].prop_map(Seconds)
    }

    prop_compose! {
        fn any_stop()(point in 0..4_usize, arrive in any_time(), start in any_time(), end in any_time(), kg in 0..9000_i64) -> Stop {
            Stop { point, arrive, start, end, load: Load { kg: Kilograms(kg), litres: Litres(kg) } }
        }
    }

    prop_compose! {
        fn any_unload()(facility in 0..2_usize, arrive in any_time(), start in any_time(), end in any_time()) -> Unload {
            Unload { facility, arrive, start, end, load: Load::default() }
        }
    }

    prop_compose! {
        fn any_trip()(stops in prop::collection::vec(any_stop(), 0..4), unload in prop::option::of(any_unload())) -> Trip {
            Trip { stops, unload }
        }
    }

    prop_compose! {
        fn any_route()(
            truck in 0..2_usize,
            (start, end) in (any_time(), any_time()),
            trips in prop::collection::vec(any_trip(), 0..4),
            pause in prop::option::of((0..9_usize, any::<bool>(), any_time())),
        ) -> Route {
            let moment = |before| if before { BreakMoment::Before } else { BreakMoment::After };
            let pause = pause.map(|(event, before, start)| Break { event, moment: moment(before), start });
            Route { truck, start, trips, pause, end }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(128))]
        #[test]
        fn any_plan_is_judged_and_its_replay_is_sound(days in prop::collection::vec(prop::collection::vec(any_route(), 0..4), 0..9)) {
            let mut problem = district(4, 2);
            set_leg(&mut problem, DEPOT, FIRST_POINT + 3, None);
            set_leg(&mut problem, LANDFILL, DEPOT, None);
            problem.facilities[1].open[6] = None;
            problem.horizon.closed = DaySet::EMPTY.with(6);
            let mut week = plan(&problem, &[]);
            week.days = days;
            let replay = Replay::new(&problem, &week);
            for text in Language::ALL.map(Text::new) {
                let verdict = verify(&problem, &week);
                for finding in verdict.violations.iter().chain(&verdict.shortfalls) {
                    prop_assert!(finding.excess > 0);
                    let message = finding.worded(&text, &problem).message;
                    prop_assert!(!message.contains('{'), "{}", message);
                }
            }
            // Events follow one another without gaps, and what is collected is tipped or still on board.
            for route in replay.routes() {
                prop_assert!(route.events.windows(2).all(|pair| pair[0].end == pair[1].start));
                prop_assert_eq!(route.events.last().map(|event| event.end), Some(route.end));
                let collected: Load = route.stops().map(|(_, halt)| halt.load).sum();
                let tipped: Load = route.unloads().map(|(_, halt)| halt.load).sum();
                prop_assert_eq!(collected, tipped + route.left_on_board);
            }
            // With the replay's own records and objective, neither `records` nor `bays` has anything to say, except of a break that no route has.
            week.days.truncate(7);
            let mut written = replay.recorded_in(&week);
            written.objective = objective(&problem, &written, &replay);
            for finding in verify(&problem, &written).violations {
                prop_assert!(finding.code != "bays" && finding.code != "records", "{:?}", finding);
            }
        }
    }
}
