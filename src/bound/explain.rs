//! Why a point is visited so often and not once more, and the cheapest change that would allow it.
//!
//! # Why it can be trusted
//! A change is never guessed from what is left over. Limits of one family are lifted, the visit is put in at its best places with the
//! search's own means, and what the resulting plan then lacks is read from the verifier, who judges it by the limits as they are. Last, the
//! problem is built in which just these limits are raised by just so much; only a plan that breaks no rule of it counts.

use super::relief::{Family, Need, given, needs};
use crate::constraint::{Replay, cost, verify};
use crate::model::{Plan, Problem};
use crate::solve::plans_with_visit;
use crate::units::Vnd;

/// Places tried of each truck and day.
const PLACES_PER_TRUCK: usize = 3;

/// Why a point has no visit more.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// Index of the point.
    pub point: usize,
    /// Visits that it has.
    pub visits: usize,
    /// Whether these are the most it may have.
    pub at_most: bool,
    /// Changes that allow a visit more, the cheapest first; the first one without needs where a visit fits as things are. Empty where
    /// no single family of limits stands in the way, nor all of them together.
    pub changes: Vec<Change>,
}

/// What allows a visit more.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// The day of the visit.
    pub day: usize,
    /// The truck that makes it.
    pub truck: usize,
    /// Whether the greatest frequency of the point has to be raised by one.
    pub raises_most: bool,
    /// What is needed: nothing where the visit fits.
    pub needs: Vec<Need>,
    /// What the week costs more with it.
    pub cost: Vnd,
}

/// Explains the frequency of each of `points` in `plan`, which breaks no rule of `problem`.
///
/// O(points · days · stops of a day) clocks of a day for each of seven families of limits.
pub fn explain(problem: &Problem, plan: &Plan, points: &[usize]) -> Vec<Explanation> {
    let schedule = plan.schedule(problem);
    let base = with_one_more(problem, &schedule.iter().map(|days| days.len()).collect::<Vec<_>>());
    let mut explanations: Vec<Explanation> = points
        .iter()
        .map(|point| Explanation {
            point: *point,
            visits: schedule[*point].len(),
            at_most: schedule[*point].len() >= problem.points[*point].visits_greatest,
            changes: Vec::new(),
        })
        .collect();
    let price = cost(&base, &Replay::new(&base, plan)).total();
    for family in Family::ALL {
        let open: Vec<usize> = (0..points.len()).filter(|index| !explanations[*index].is_settled(family)).collect();
        let Some(lifted) = family.lift(&base, points).filter(|_| !open.is_empty()) else { continue };
        let pairs = open.iter().flat_map(|index| (0..problem.horizon.n_days).map(|day| (*index, day)));
        let wanted: Vec<(usize, usize)> = pairs.filter(|(index, day)| !schedule[points[*index]].contains(*day)).collect();
        let visits: Vec<(usize, usize)> = wanted.iter().map(|(index, day)| (points[*index], *day)).collect();
        for ((index, day), plans) in wanted.iter().zip(plans_with_visit(&lifted, plan, &visits, PLACES_PER_TRUCK)) {
            let changes = plans.iter().filter_map(|longer| change(&base, family, longer, (points[*index], *day), price));
            let best = changes.min_by_key(Change::rank);
            explanations[*index].changes.extend(best);
        }
    }
    for explanation in &mut explanations {
        explanation.changes.iter_mut().for_each(|change| change.raises_most = explanation.at_most);
        explanation.changes.sort_by_key(Change::rank);
        keep_the_best_of_each_kind(&mut explanation.changes);
    }
    explanations
}

impl Explanation {
    /// Whether a family need not be tried: all limits together are, only where no family alone is enough.
    fn is_settled(&self, family: Family) -> bool {
        let fits = self.changes.iter().any(|change| change.needs.is_empty());
        fits || family == Family::Everything && !self.changes.is_empty()
    }
}

impl Change {
    /// Cheapest first: few kinds of needs, those that money can buy before those it can't, then money.
    fn rank(&self) -> (usize, usize, i64, usize, usize) {
        let dearest = self.needs.iter().map(Need::difficulty).max().unwrap_or(0);
        let premium: i64 = self.needs.iter().map(Need::premium).sum();
        (self.kinds().len(), dearest, self.cost.0 + premium, self.day, self.truck)
    }

    fn kinds(&self) -> Vec<&'static str> {
        let mut kinds: Vec<&'static str> = self.needs.iter().map(Need::kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        kinds
    }
}

fn keep_the_best_of_each_kind(changes: &mut Vec<Change>) {
    let mut seen: Vec<Vec<&'static str>> = Vec::new();
    changes.retain(|change| {
        let kinds = change.kinds();
        let is_new = !seen.contains(&kinds);
        seen.push(kinds);
        is_new
    });
}

/// What a longer plan needs, where raising just that makes it keep every rule.
fn change(base: &Problem, family: Family, longer: &Plan, (point, day): (usize, usize), price: Vnd) -> Option<Change> {
    let truck = longer.days[day].iter().find(|route| route.stops().any(|stop| stop.point == point))?.truck;
    let needs = needs(base, family, longer, (point, day), truck);
    let relaxed = given(base, &needs);
    let replay = Replay::new(&relaxed, longer);
    let cost = cost(&relaxed, &replay).total() - price;
    // The times are those of the lifted limits, which set none; the objective is that of another problem.
    let written = Plan { objective: crate::constraint::objective(&relaxed, longer, &replay), ..longer.clone() };
    verify(&relaxed, &written).violations.is_empty().then_some(Change { day, truck, raises_most: false, needs, cost })
}

/// The problem in which each point may have a visit more than it has in the plan.
fn with_one_more(problem: &Problem, visits: &[usize]) -> Problem {
    let mut base = problem.clone();
    for (point, visits) in base.points.iter_mut().zip(visits) {
        if *visits >= point.visits_greatest {
            point.visits_greatest = visits + 1;
            super::relief::list_patterns(point, problem.horizon.n_days);
        }
    }
    base
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{at, complete, district};
    use crate::model::{DaySet, Load};
    use crate::solve::{Parameters, Silent, StopRule, plan};
    use crate::units::{Kilograms, Seconds};

    fn planned(problem: &Problem) -> Plan {
        plan(problem, &Parameters::default(), &StopRule { iterations: Some(1_200), ..StopRule::default() }, &mut Silent)
    }

    #[test]
    fn minutes_that_lack_are_counted() {
        // Two points on Mondays and Tuesdays only, one truck: 10 min to prepare, 10 to a point, 5 and 1 min of service for each 100 kg,
        // 10 to the gate, 5 min and 6 s a 100 kg there, 10 home. With both: 10 min of driving and a stop more. Loads of 100 (Tuesday) and 600 kg.
        let mut problem = district(2, 1);
        problem.points.iter_mut().for_each(|point| point.days_allowed = DaySet(0b11));
        problem.trucks[0].work_limit = at(1, 2);
        complete(&mut problem);
        let week = planned(&problem);
        let lacking: Vec<usize> = (0..2).filter(|point| week.schedule(&problem)[*point].len() < 2).collect();
        assert!(!lacking.is_empty());
        let explanations = explain(&problem, &week, &lacking);
        for explanation in &explanations {
            let first = &explanation.changes[0];
            assert!(matches!(first.needs[..], [Need::Minutes { truck: 0, .. }]), "{first:?}");
            assert!(first.cost > Vnd(0));
        }
    }

    #[test]
    fn a_lane_too_narrow_for_the_truck_that_has_time() {
        // Truck 0 alone passes the lane and has no time left; truck 1 stands idle.
        let mut problem = district(2, 2);
        for point in &mut problem.points {
            (point.reached_by, point.visits_greatest) = (vec![true, false], 6);
        }
        problem.trucks[0].available = DaySet(0b1);
        complete(&mut problem);
        let week = planned(&problem);
        let explanation = &explain(&problem, &week, &[0])[0];
        assert_eq!(explanation.visits, 1);
        assert!(explanation.changes.iter().any(|change| matches!(change.needs[..], [Need::Lane { truck: 1, .. }])), "{explanation:?}");
        assert!(explanation.changes.iter().any(|change| matches!(change.needs[..], [Need::Day { .. }])), "{explanation:?}");
    }

    #[test]
    fn tonnes_that_the_facilities_do_not_take() {
        // 1,000 kg a day at one point on two days, and facilities that take 4,000 in all of a day: a week's 7,000 kg don't go in one visit.
        let mut problem = district(2, 2);
        for point in &mut problem.points {
            point.days_allowed = DaySet(0b1001);
            let load = |gap: i64| Load { kg: Kilograms(500 * gap), litres: crate::units::Litres(500 * gap) };
            point.loads = (0..7).flat_map(|_| (1..=7).map(load)).collect();
            point.container_capacity = Kilograms(9_000);
        }
        problem.facilities.iter_mut().for_each(|facility| facility.daily_limit = Some(Kilograms(1_000)));
        problem.facilities[0].furnace = None;
        complete(&mut problem);
        let week = planned(&problem);
        assert!(week.schedule(&problem).iter().all(|days| days.is_empty()));
        let explanation = &explain(&problem, &week, &[1])[0];
        let first = &explanation.changes[0];
        assert!(first.needs.iter().all(|need| matches!(need, Need::Intake { .. })), "{first:?}");
    }

    #[test]
    fn a_point_with_all_its_visits_says_so() {
        let mut problem = district(1, 1);
        problem.points[0].visits_greatest = 2;
        complete(&mut problem);
        let week = planned(&problem);
        let explanation = &explain(&problem, &week, &[0])[0];
        assert!(explanation.at_most && explanation.visits == 2);
        // There is room for a third.
        assert!(explanation.changes[0].raises_most && explanation.changes[0].needs.is_empty(), "{explanation:?}");
        assert!(explanation.changes[0].cost > Vnd(0));
        assert_eq!(Seconds(60).minutes(), 1.0);
    }
}
