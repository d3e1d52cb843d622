//! Limits that can be lifted, what a plan then needs of them, and problems in which just that is given.

use crate::constraint::{Finding, verify};
use crate::model::{DaySet, Furnace, Pattern, Plan, Point, Problem};
use crate::units::{Kilograms, Litres, Seconds, Vnd};

/// Overtime is paid at one and a half times the ordinary rate or more (Labour Code 45/2019/QH14, article 98): what is added for it.
const OVERTIME_PREMIUM_PERCENT: i64 = 50;
/// By how much times are lifted: more than any visit takes.
const HOURS_LIFTED: Seconds = Seconds(6 * 3600);

/// Limits that are lifted together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    /// None: does the visit fit as things are?
    Nothing,
    /// Working and driving time, shifts, hours of depots.
    Hours,
    /// Payload and volume of trips.
    Loads,
    /// What facilities take, burn and store.
    Disposal,
    /// Windows of points, opening hours of facilities.
    Times,
    /// Money.
    Budget,
    /// Width and weight limits of roads.
    Roads,
    /// Days on which trucks stand still and points are not served.
    Days,
    /// Hours, loads, disposal, times and budget.
    Everything,
}

/// Something that is needed for a visit more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// More time of a crew on a day.
    Minutes {
        /// The truck.
        truck: usize,
        /// The day.
        day: usize,
        /// So much longer.
        time: Seconds,
        /// What the crew is paid for an hour.
        pay: Vnd,
    },
    /// More payload on a trip of a truck.
    Payload {
        /// The truck.
        truck: usize,
        /// The day.
        day: usize,
        /// So much more.
        kg: Kilograms,
    },
    /// More volume on a trip of a truck.
    Volume {
        /// The truck.
        truck: usize,
        /// The day.
        day: usize,
        /// So much more.
        litres: Litres,
    },
    /// A facility takes more on a day.
    Intake {
        /// The facility.
        facility: usize,
        /// The day.
        day: usize,
        /// So much more.
        kg: Kilograms,
    },
    /// More room in the yard on a day.
    Yard {
        /// The facility.
        facility: usize,
        /// The day.
        day: usize,
        /// So much more.
        kg: Kilograms,
    },
    /// A furnace burns more in a week.
    Furnace {
        /// The facility.
        facility: usize,
        /// So much more in the week.
        kg: Kilograms,
    },
    /// A point is served later than its window.
    Window {
        /// The point.
        point: usize,
        /// So much later.
        time: Seconds,
    },
    /// A facility is open longer on a day.
    Opening {
        /// The facility.
        facility: usize,
        /// The day.
        day: usize,
        /// So much longer.
        time: Seconds,
    },
    /// More money.
    Budget {
        /// So much more in the week.
        vnd: Vnd,
    },
    /// A truck that passes the lanes to a point.
    Lane {
        /// The truck that has time for it.
        truck: usize,
        /// The point.
        point: usize,
        /// A truck that passes them.
        like: usize,
    },
    /// A day on which the point may be served and the truck runs.
    Day {
        /// The truck.
        truck: usize,
        /// The point.
        point: usize,
        /// The day.
        day: usize,
    },
}

impl Family {
    /// Every family, in the order in which they are tried.
    pub const ALL: [Self; 9] =
        [Self::Nothing, Self::Hours, Self::Loads, Self::Disposal, Self::Times, Self::Budget, Self::Roads, Self::Days, Self::Everything];

    /// The problem without the family's limits; none where there are none.
    pub fn lift(self, base: &Problem, points: &[usize]) -> Option<Problem> {
        let mut lifted = base.clone();
        match self {
            Self::Nothing => {}
            Self::Hours => lift_hours(&mut lifted),
            Self::Loads => lift_loads(&mut lifted),
            Self::Disposal => lift_disposal(&mut lifted, heaviest_visit(base, points)),
            Self::Times => lift_times(&mut lifted),
            Self::Budget => {
                lifted.policy.budget?;
                lifted.policy.budget = None;
            }
            Self::Roads => points.iter().for_each(|point| lift_roads(&mut lifted, *point)),
            Self::Days => {
                lifted.trucks.iter_mut().for_each(|truck| truck.available = DaySet::all(base.horizon.n_days));
                points.iter().for_each(|point| allow_all_days(&mut lifted.points[*point], base.horizon));
            }
            Self::Everything => {
                lift_hours(&mut lifted);
                lift_loads(&mut lifted);
                lift_disposal(&mut lifted, heaviest_visit(base, points));
                lift_times(&mut lifted);
                lifted.policy.budget = None;
            }
        }
        Some(lifted)
    }
}

impl Need {
    /// A word for what it is; needs of the same kind are compared by money.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Minutes { .. } => "minutes",
            Self::Payload { .. } => "payload",
            Self::Volume { .. } => "volume",
            Self::Intake { .. } => "intake",
            Self::Yard { .. } => "yard",
            Self::Furnace { .. } => "furnace",
            Self::Window { .. } => "window",
            Self::Opening { .. } => "opening",
            Self::Budget { .. } => "budget",
            Self::Lane { .. } => "lane",
            Self::Day { .. } => "day",
        }
    }

    /// 0: money and overtime buy it; 1: an agreement; 2: another truck or road.
    pub(super) fn difficulty(&self) -> usize {
        match self {
            Self::Minutes { .. } | Self::Intake { .. } | Self::Budget { .. } => 0,
            Self::Window { .. } | Self::Opening { .. } | Self::Day { .. } => 1,
            Self::Payload { .. } | Self::Volume { .. } | Self::Yard { .. } | Self::Furnace { .. } | Self::Lane { .. } => 2,
        }
    }

    /// What it costs beyond the cost of the plan, in đồng.
    pub(super) fn premium(&self) -> i64 {
        match self {
            Self::Minutes { time, pay, .. } => time.0 * pay.0 * OVERTIME_PREMIUM_PERCENT / 360_000,
            _ => 0,
        }
    }
}

fn lift_hours(problem: &mut Problem) {
    for truck in &mut problem.trucks {
        truck.work_limit += HOURS_LIFTED;
        truck.shift.to += HOURS_LIFTED;
        truck.driving_limit += HOURS_LIFTED;
        truck.driving_limit_without_break += HOURS_LIFTED;
    }
    problem.depots.iter_mut().flat_map(|depot| depot.open.iter_mut().flatten()).for_each(|open| open.to += HOURS_LIFTED);
}

fn lift_loads(problem: &mut Problem) {
    for truck in &mut problem.trucks {
        truck.payload_limit += truck.payload_limit;
        truck.volume_limit += truck.volume_limit;
    }
}

/// What the heaviest visit of the points brings.
fn heaviest_visit(problem: &Problem, points: &[usize]) -> Kilograms {
    points.iter().flat_map(|point| &problem.points[*point].loads).map(|load| load.kg).max().unwrap_or(Kilograms::ZERO)
}

/// Lets each facility take a visit more: without any limit, the dearer unloads of other visits would be moved there too.
fn lift_disposal(problem: &mut Problem, visit: Kilograms) {
    let n_days = problem.horizon.n_days;
    for facility in &mut problem.facilities {
        facility.daily_limit = facility.daily_limit.map(|limit| limit + visit);
        if let Some(furnace) = &mut facility.furnace {
            furnace.burn_per_hour += per_hour(visit, furnace, n_days);
            furnace.yard_capacity += visit;
        }
    }
}

/// Kilograms an hour, rounded up, that burn `kg` within a week.
fn per_hour(kg: Kilograms, furnace: &Furnace, n_days: usize) -> Kilograms {
    let burning = (furnace.burn_time.0 * furnace.n_burn_days(n_days)).max(1);
    Kilograms((kg.0 * 3600 + burning - 1) / burning)
}

fn lift_times(problem: &mut Problem) {
    problem.points.iter_mut().for_each(|point| point.window.to += HOURS_LIFTED);
    problem.facilities.iter_mut().flat_map(|facility| facility.open.iter_mut().flatten()).for_each(|open| open.to += HOURS_LIFTED);
}

/// Lets every truck go where the widest truck that reaches the point goes.
fn lift_roads(problem: &mut Problem, point: usize) {
    let Some(like) = widest(problem, point) else { return };
    for truck in 0..problem.trucks.len() {
        if !problem.points[point].reached_by[truck] {
            let profile = problem.trucks[like].profile;
            give_way(problem, truck, profile);
        }
    }
}

/// The truck that needs the widest lanes of those that reach the point.
fn widest(problem: &Problem, point: usize) -> Option<usize> {
    let reached_by = &problem.points[point].reached_by;
    let reaching = (0..problem.trucks.len()).filter(|truck| reached_by[*truck]);
    reaching.max_by(|a, b| problem.trucks[*a].lane_width_m.total_cmp(&problem.trucks[*b].lane_width_m).then(b.cmp(a)))
}

/// Lets a truck use the roads of a profile, and serve the points there.
fn give_way(problem: &mut Problem, truck: usize, profile: usize) {
    problem.trucks[truck].profile = profile;
    let like: Vec<usize> = (0..problem.trucks.len()).filter(|other| *other != truck && problem.trucks[*other].profile == profile).collect();
    for point in &mut problem.points {
        point.reached_by[truck] |= like.iter().any(|other| point.reached_by[*other]);
    }
}

fn allow_all_days(point: &mut Point, horizon: crate::model::Horizon) {
    point.days_allowed = DaySet(DaySet::all(horizon.n_days).0 & !horizon.closed.0);
    list_patterns(point, horizon.n_days);
}

/// Lists the patterns of a point anew, after its days or frequencies were changed.
pub(super) fn list_patterns(point: &mut Point, n_days: usize) {
    let possible =
        (0..1u32 << n_days).map(DaySet).filter(|days| days.is_subset_of(point.days_allowed) && days.len() <= point.visits_greatest);
    let keeps = |days: DaySet, day: usize| {
        let gap = days.gap(day, n_days);
        gap <= point.longest_wait && point.load(day, gap, n_days).kg <= point.container_capacity
    };
    let is_admissible = |days: DaySet| days.len() >= point.visits_least.max(1) && days.iter().all(|day| keeps(days, day));
    let patterns =
        possible.map(|days| Pattern { days, admissible: is_admissible(days), gaps_squared: Pattern::gaps_squared(days, n_days) });
    point.patterns = patterns.collect();
}

/// What `longer`, in which `truck` makes a visit more, needs beyond the limits of `base`.
pub(super) fn needs(base: &Problem, family: Family, longer: &Plan, (point, day): (usize, usize), truck: usize) -> Vec<Need> {
    let mut needs = Vec::new();
    match family {
        Family::Roads if !base.points[point].reached_by[truck] => {
            needs.extend(widest(base, point).map(|like| Need::Lane { truck, point, like }));
        }
        Family::Days => needs.push(Need::Day { truck, point, day }),
        _ => {}
    }
    for finding in verify(&given(base, &needs), longer).violations {
        note(base, &finding, &mut needs);
    }
    needs
}

/// Adds what a finding asks for; of needs of the same crew the longest stays.
fn note(base: &Problem, finding: &Finding, needs: &mut Vec<Need>) {
    let (day, excess) = (finding.day.unwrap_or(0), finding.excess);
    let need = match (finding.code, finding.truck, finding.facility, finding.point) {
        ("working-time" | "shift" | "driving" | "break", Some(truck), ..) => {
            let known = needs.iter_mut().find_map(|need| match need {
                Need::Minutes { truck: of, day: on, time, .. } if (*of, *on) == (truck, day) => Some(time),
                _ => None,
            });
            if let Some(time) = known {
                *time = (*time).max(Seconds(excess));
                return;
            }
            Need::Minutes { truck, day, time: Seconds(excess), pay: base.trucks[truck].cost_per_hour }
        }
        ("payload", Some(truck), ..) => Need::Payload { truck, day, kg: Kilograms(excess) },
        ("volume", Some(truck), ..) => Need::Volume { truck, day, litres: Litres(excess) },
        ("daily-intake", _, Some(facility), _) => Need::Intake { facility, day, kg: Kilograms(excess) },
        ("yard", _, Some(facility), _) if finding.variant == Some("week") => Need::Furnace { facility, kg: Kilograms(excess) },
        ("yard", _, Some(facility), _) => Need::Yard { facility, day, kg: Kilograms(excess) },
        ("window", .., Some(point)) => Need::Window { point, time: Seconds(excess) },
        ("opening-hours", _, Some(facility), _) => Need::Opening { facility, day, time: Seconds(excess) },
        ("budget", ..) => Need::Budget { vnd: Vnd(excess) },
        // Recorded times and worth are those of the lifted problem; anything else keeps the change from being verified.
        _ => return,
    };
    needs.push(need);
}

/// The problem in which just these needs are given.
pub(super) fn given(base: &Problem, needs: &[Need]) -> Problem {
    let mut given = base.clone();
    let n_days = base.horizon.n_days;
    for need in needs {
        match *need {
            Need::Minutes { truck, time, .. } => {
                let depot = given.trucks[truck].depot;
                let truck = &mut given.trucks[truck];
                truck.work_limit += time;
                truck.shift.to += time;
                truck.driving_limit += time;
                truck.driving_limit_without_break += time;
                truck.break_latest += time;
                given.depots[depot].open.iter_mut().flatten().for_each(|open| open.to += time);
            }
            Need::Payload { truck, kg, .. } => {
                given.trucks[truck].payload_limit = given.trucks[truck].payload_limit.max(base.trucks[truck].payload_limit + kg);
            }
            Need::Volume { truck, litres, .. } => {
                given.trucks[truck].volume_limit = given.trucks[truck].volume_limit.max(base.trucks[truck].volume_limit + litres);
            }
            Need::Intake { facility, kg, .. } => {
                let limit = base.facilities[facility].daily_limit.map(|limit| limit + kg);
                given.facilities[facility].daily_limit = given.facilities[facility].daily_limit.max(limit);
            }
            Need::Yard { facility, kg, .. } => {
                if let (Some(now), Some(then)) = (base.facilities[facility].furnace, &mut given.facilities[facility].furnace) {
                    then.yard_capacity = then.yard_capacity.max(now.yard_capacity + kg);
                }
            }
            Need::Furnace { facility, kg } => {
                if let Some(furnace) = &mut given.facilities[facility].furnace {
                    furnace.burn_per_hour += per_hour(kg, furnace, n_days);
                }
            }
            Need::Window { point, time } => given.points[point].window.to = base.points[point].window.to + time,
            Need::Opening { facility, day, time } => {
                if let (Some(now), Some(then)) = (base.facilities[facility].open[day], &mut given.facilities[facility].open[day]) {
                    then.to = then.to.max(now.to + time);
                }
            }
            Need::Budget { vnd } => given.policy.budget = base.policy.budget.map(|budget| budget + vnd),
            Need::Lane { truck, like, .. } => {
                let profile = base.trucks[like].profile;
                give_way(&mut given, truck, profile);
            }
            Need::Day { truck, point, day } => {
                given.trucks[truck].available = given.trucks[truck].available.with(day);
                given.points[point].days_allowed = given.points[point].days_allowed.with(day);
                list_patterns(&mut given.points[point], base.horizon.n_days);
            }
        }
    }
    given
}
