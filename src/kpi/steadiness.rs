//! Whether the truck comes at about the same hour each time.

use super::facts::Facts;
use super::indicator::{Indicator, Scope, Unit};
use crate::constraint::RouteReplay;

/// Hours between the earliest and the latest pick-up of a point within the week, weighted by people over the points that are visited
/// more than once.
pub struct PickupSpread;

impl Indicator for PickupSpread {
    fn key(&self) -> &'static str {
        "pickup-spread"
    }

    fn unit(&self) -> Unit {
        Unit::Hours
    }

    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64> {
        let mut times: Vec<Option<(i64, i64)>> = vec![None; facts.problem.points.len()];
        for (point, halt) in facts.replay.routes().flat_map(RouteReplay::stops) {
            let (first, last) = times[point].unwrap_or((halt.start.0, halt.start.0));
            times[point] = Some((first.min(halt.start.0), last.max(halt.start.0)));
        }
        let (mut people, mut spread) = (0, 0);
        for (index, point) in facts.problem.points.iter().enumerate() {
            let visited_again = facts.replay.schedule[index].len() > 1 && facts.is_in(point.commune, scope);
            if let Some((first, last)) = times[index].filter(|_| visited_again) {
                people += point.people;
                spread += point.people * (last - first);
            }
        }
        (people > 0).then(|| spread as f64 / (3600 * people) as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn a_point_that_is_visited_an_hour_later_on_another_day() {
        // Point 0 at 6:20 and 7:20, point 1 once: an hour for those who are visited twice.
        let problem = district(2, 1);
        let week = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1], Some(0))]), (3, 0, at(7, 0), &[(&[0], Some(0))])]);
        let facts = Facts::new(&problem, &week);
        assert_eq!(PickupSpread.measure(&facts, Scope::District), Some(1.0));
        assert_eq!(PickupSpread.measure(&facts, Scope::Commune(1)), None);
    }
}
