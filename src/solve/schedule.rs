//! How hot the search is, and what it asks for, from the start of its schedule to the end. A run goes through the schedule once, or several times.
//!
//! # Why
//!
//! In a district, a raise of service and a missed requirement both cost hours, and hours bind. With all weights at once, the search is frozen
//! in the first week that fits: to serve a far village, ten visits elsewhere have to go first. So requirements come first, at
//! penalties so low that every point is served; the routes get short, the penalties rise, and the hours that are left buy service. A long run
//! has the time to meet the requirements while service counts a little from the start, and routes made with it in mind leave room for more of it.
//!
//! Which facility takes a load is hardly a matter of the route where they lie side by side, but one that is filled to its limit, for its price or because
//! waste is to be burnt first, forbids every change that adds a kilogram to one of its loads. So they cost the same until the routes are found.
//!
//! Where service is fixed, as in classic instances, there is nothing to wait for: only the temperature falls, on a single day from the higher the more iterations it has.

use super::params::{Parameters, ServiceCourse, geometric};
use super::setup::Setup;

/// What holds for an epoch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Moment {
    /// Temperature in costs of a visit.
    pub temperature: f64,
    /// Share of its full price that service has.
    pub service_share: f64,
    /// Share that the difference between facilities has, in what they cost and in the wish to burn.
    pub facility_share: f64,
    /// Seconds beyond a limit that cost as much as a visit; nothing where the penalties adapt.
    pub seconds_per_visit: Option<f64>,
    /// While penalties adapt, no fewer seconds or kilograms beyond a limit cost as much as a visit; nothing where there is no such limit.
    pub units_per_visit_least: Option<f64>,
    /// Whether broken rules become dearer the more would be lost by giving up visits until every rule is kept.
    pub mends: bool,
    /// Whether penalties may still fall.
    pub penalties_fall: bool,
    /// Whether the search only goes from its best plan to plans that keep every rule and are no worse, level by level.
    pub descends: bool,
}

/// Share of the schedule from which penalties only rise, so that it ends among plans that keep every rule.
const PENALTIES_RISE_FROM: f64 = 0.85;

/// Share of the schedule before the descent from which a search for service sees to it that its states can be mended.
const MENDS_FROM: f64 = 0.75;

/// How often a search goes through the schedule in so many iterations: where more of them per visit gain nothing, one that is heated up again may find
/// another basin.
pub(super) fn cycles(setup: &Setup, parameters: &Parameters, iterations: u64) -> u64 {
    let visits = (setup.n_points * setup.n_days).max(1) as u64;
    (iterations / (parameters.iterations_per_cycle * visits).max(1)).clamp(1, parameters.most_cycles.max(1))
}

/// In which of `turns` through the schedule a run is, and how much of the turn is done.
pub(super) fn turn(progress: f64, turns: u64) -> (u64, f64) {
    let passed = (progress * turns as f64).min(turns as f64);
    let turn = (libm::ceil(passed) as u64).saturating_sub(1);
    (turn, passed - turn as f64)
}

/// Where in the schedule a run stands that goes through it `turns` times: first from its start on, then from `entry` on.
pub(super) fn within_turn(progress: f64, turns: u64, entry: f64) -> f64 {
    let (turn, done) = turn(progress, turns);
    let from = if turn == 0 { 0.0 } else { entry };
    from + (1.0 - from) * done
}

/// What of the schedule depends on how long a run is and how its islands work together.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Span {
    /// How many times hotter than usual the search begins.
    pub heat: f64,
    /// Share of its full price that service has from the start.
    pub service_at_first: f64,
    /// Where the parts of a search for service lie.
    pub course: ServiceCourse,
}

impl Span {
    /// Of a run of so many iterations.
    pub fn of(setup: &Setup, parameters: &Parameters, iterations: u64, is_bred: bool) -> Self {
        let per_point = iterations as f64 / setup.n_points.max(1) as f64;
        let unknown = Self::unknown(setup, parameters, is_bred);
        let learns = learns_service(setup, is_bred);
        let course = if learns { parameters.course_of_run(per_point) } else { unknown.course };
        let service_at_first = if learns && parameters.serves_from_the_start(per_point) { parameters.service_share_first } else { 0.0 };
        Self { heat: heat(setup, parameters, iterations), service_at_first, course }
    }

    /// Of a run of which it is not known how many iterations it will have: the parts of a long one, but no service at first.
    pub fn unknown(setup: &Setup, parameters: &Parameters, is_bred: bool) -> Self {
        let of_run = learns_service(setup, is_bred);
        Self {
            heat: 1.0,
            service_at_first: 0.0,
            course: if of_run { parameters.course_of_long_run } else { parameters.course_of_other_searches },
        }
    }
}

/// Whether a run learns in one go what service is worth.
fn learns_service(setup: &Setup, is_bred: bool) -> bool {
    setup.problem.policy.waiting_counts && !is_bred
}

/// How many times hotter than its first temperature a single day begins: the more iterations each point has, the more basins it can look into.
fn heat(setup: &Setup, parameters: &Parameters, iterations: u64) -> f64 {
    if setup.n_days > 1 || !setup.is_service_fixed {
        return 1.0;
    }
    let per_point = iterations as f64 / setup.n_points.max(1) as f64;
    (per_point / parameters.iterations_per_heat.max(1) as f64).clamp(1.0, parameters.most_heat.max(1.0))
}

/// The moment at `progress`, from 0 (start) to 1 (end of the schedule).
pub(super) fn moment(setup: &Setup, parameters: &Parameters, span: Span, progress: f64) -> Moment {
    if !setup.is_service_fixed {
        return of_service(parameters, span, progress);
    }
    let (first, last) = if setup.n_days > 1 { parameters.temperatures_of_week } else { parameters.temperatures_of_day };
    Moment {
        temperature: geometric(span.heat * first, last, progress),
        service_share: 0.0,
        facility_share: 1.0,
        seconds_per_visit: None,
        units_per_visit_least: None,
        mends: false,
        penalties_fall: progress < PENALTIES_RISE_FROM,
        descends: false,
    }
}

fn of_service(parameters: &Parameters, span: Span, whole: f64) -> Moment {
    let Span { service_at_first, course, .. } = span;
    let progress = (whole / course.descent_from).min(1.0);
    let requirements = progress / course.requirements_until;
    let rise = (progress - course.requirements_until) / (course.service_from - course.requirements_until);
    let rising = service_at_first + (1.0 - service_at_first) * rise.clamp(0.0, 1.0);
    let after_requirements = (progress - course.requirements_until) / (1.0 - course.requirements_until);
    let (least_first, least_last) = course.units_per_visit_least;
    let beyond = (progress - course.service_from) / (1.0 - course.service_from);
    Moment {
        temperature: geometric(parameters.temperature_first, course.temperature_last, progress),
        service_share: if beyond > 0.0 { geometric(1.0, course.service_share_last, beyond) } else { rising },
        facility_share: ((whole - course.facilities_from) / (1.0 - course.facilities_from)).clamp(0.0, 1.0),
        seconds_per_visit: (requirements < 1.0)
            .then(|| geometric(parameters.seconds_per_visit_first, parameters.seconds_per_visit_last, requirements)),
        units_per_visit_least: Some(geometric(least_first, least_last, after_requirements.clamp(0.0, 1.0))),
        mends: progress >= MENDS_FROM,
        penalties_fall: true,
        descends: whole >= course.descent_from,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{district, first_day, with_fixed_service};

    #[test]
    fn requirements_come_first_and_service_later() {
        let (problem, parameters) = (district(2, 1), Parameters::default());
        let setup = Setup::new(&problem);
        let at = |progress: f64| moment(&setup, &parameters, Span::unknown(&setup, &parameters, false), progress);
        let course = parameters.course_of_long_run;
        let before_descent = |progress: f64| at(progress * course.descent_from);
        let half_way = (course.requirements_until + course.service_from) / 2.0;
        let (start, middle, end) = (at(0.0), before_descent(half_way), at(1.0));
        assert!(!before_descent(0.99).descends && end.descends);
        assert_eq!((start.service_share, start.seconds_per_visit), (0.0, Some(300.0)));
        assert!((middle.service_share - 0.5).abs() < 1e-9);
        assert_eq!(middle.seconds_per_visit, None);
        assert!((end.service_share - course.service_share_last).abs() < 1e-9);
        assert_eq!((start.facility_share, at(course.facilities_from).facility_share, end.facility_share), (0.0, 0.0, 1.0));
        assert!((end.temperature - course.temperature_last).abs() < 1e-12);
    }

    #[test]
    fn broken_rules_may_become_dearer_the_nearer_the_descent_is() {
        let (problem, parameters) = (district(2, 1), Parameters::default());
        let setup = Setup::new(&problem);
        let span = Span::unknown(&setup, &parameters, false);
        let (course, (first, last)) = (span.course, span.course.units_per_visit_least);
        let at = |before_descent: f64| moment(&setup, &parameters, span, before_descent * course.descent_from).units_per_visit_least;
        let is_near = |found: Option<f64>, expected: f64| found.is_some_and(|found| (found - expected).abs() < 1e-9);
        let mends = |before_descent: f64| moment(&setup, &parameters, span, before_descent * course.descent_from).mends;
        assert!(!mends(0.74) && mends(0.76) && mends(1.0));
        assert!(first > last && is_near(at(course.requirements_until), first) && is_near(at(1.0), last));
        assert!(is_near(at(f64::midpoint(course.requirements_until, 1.0)), (first * last).sqrt()));
        let fixed = with_fixed_service(problem.clone());
        assert_eq!(moment(&Setup::new(&fixed), &parameters, span, 0.5).units_per_visit_least, None);
    }

    #[test]
    fn a_turn_begins_in_the_midst_of_the_schedule_and_ends_at_its_end() {
        let at = |progress: f64| within_turn(progress, 4, 0.4);
        assert_eq!((at(0.0), at(0.125), at(0.25)), (0.0, 0.5, 1.0));
        assert!((at(0.2501) - 0.4).abs() < 1e-3 && (at(0.375) - 0.7).abs() < 1e-9);
        assert_eq!((at(0.5), at(1.0)), (1.0, 1.0));
        assert_eq!((within_turn(0.3, 1, 0.4), within_turn(1.0, 1, 0.4)), (0.3, 1.0));
    }

    #[test]
    fn turns_follow_each_other() {
        let turns: Vec<u64> = (0..=8).map(|step| turn(f64::from(step) / 8.0, 4).0).collect();
        assert_eq!(turns, [0, 0, 0, 1, 1, 2, 2, 3, 3]);
    }

    #[test]
    fn a_day_with_more_iterations_begins_hotter_up_to_a_limit_and_ends_as_cool() {
        let (problem, parameters) = (with_fixed_service(district(2, 1)), Parameters::default());
        let week = Setup::new(&problem);
        assert_eq!(heat(&week, &parameters, u64::MAX), 1.0);
        let first = first_day(problem.clone());
        let day = Setup::new(&first);
        let unit = 2 * parameters.iterations_per_heat;
        assert_eq!(
            [0, unit, 2 * unit, 100 * unit].map(|iterations| heat(&day, &parameters, iterations)),
            [1.0, 1.0, 2.0, parameters.most_heat]
        );
        let (first, last) = parameters.temperatures_of_day;
        let at =
            |progress: f64| moment(&day, &parameters, Span { heat: 2.0, ..Span::unknown(&day, &parameters, false) }, progress).temperature;
        assert!((at(0.0) - 2.0 * first).abs() < 1e-12 && (at(1.0) - last).abs() < 1e-12);
    }

    #[test]
    fn a_short_run_has_more_time_for_requirements_and_for_the_descent() {
        let (problem, parameters) = (district(2, 1), Parameters::default());
        let setup = Setup::new(&problem);
        let ((long, short), early) = (parameters.long_and_short_run, parameters.iterations_of_service_at_first);
        let of = |per_point: u64| Span::of(&setup, &parameters, per_point * setup.n_points as u64, false);
        let unknown = Span::unknown(&setup, &parameters, false);
        let long_run = Span { service_at_first: parameters.service_share_first, ..unknown };
        assert_eq!((unknown, of(10 * long)), (of(long), long_run));
        assert_eq!(unknown.course, parameters.course_of_long_run);
        assert_eq!((of(0).course, of(short).course), (parameters.course_of_short_run, parameters.course_of_short_run));
        let at_first = |span: Span| {
            let at = |progress: f64| moment(&setup, &parameters, span, progress * span.course.descent_from).service_share;
            (at(0.0), at(span.course.requirements_until), at(span.course.service_from))
        };
        let share = parameters.service_share_first;
        assert_eq!((at_first(of(early)), at_first(of(early - 1))), ((share, share, 1.0), (0.0, 0.0, 1.0)));
        let middle = of(u64::midpoint(short, long)).course;
        let mean = |share: fn(ServiceCourse) -> f64| (share(parameters.course_of_long_run) + share(parameters.course_of_short_run)) / 2.0;
        assert!((middle.descent_from - mean(|course| course.descent_from)).abs() < 1e-9);
        assert!((middle.requirements_until - mean(|course| course.requirements_until)).abs() < 1e-9);
        let of_others = |setup: &Setup, is_bred| {
            let spans = [Span::of(setup, &parameters, 1, is_bred), Span::unknown(setup, &parameters, is_bred)];
            spans.iter().all(|span| span.course == parameters.course_of_other_searches)
        };
        assert!(of_others(&setup, true) && !of_others(&setup, false));
        let mut indifferent = problem.clone();
        indifferent.policy.waiting_counts = false;
        assert!(of_others(&Setup::new(&indifferent), false));
    }

    #[test]
    fn where_service_is_fixed_only_the_temperature_falls() {
        let (problem, parameters) = (with_fixed_service(district(2, 1)), Parameters::default());
        let setup = Setup::new(&problem);
        let span = Span::unknown(&setup, &parameters, false);
        let (start, end) = (moment(&setup, &parameters, span, 0.0), moment(&setup, &parameters, span, 1.0));
        assert!((start.temperature - parameters.temperatures_of_week.0).abs() < 1e-12);
        assert!((end.temperature - parameters.temperatures_of_week.1).abs() < 1e-12);
        assert_eq!((start.service_share, start.seconds_per_visit, end.seconds_per_visit), (0.0, None, None));
        assert!(start.penalties_fall && !end.penalties_fall);
    }
}
