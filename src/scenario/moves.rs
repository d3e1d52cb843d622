//! A plan edited by hand: a table of moved stops, applied without asking whether any rule is kept.

use super::replan::edit_by_hand;
use crate::constraint::{Replay, objective};
use crate::fault::{Fault, Faults, NO_SUGGESTION, Source, did_you_mean};
use crate::model::{Plan, Problem};
use crate::table::{Days, Located, Record, Words, read_sheet, shorten};

/// A row of the table: a visit of the plan, and what becomes of it.
struct Row {
    point: String,
    day: Option<Vec<usize>>,
    truck: Option<String>,
    to_day: Option<Vec<usize>>,
    to_truck: Option<String>,
    after: Option<String>,
}

/// What a row means: the point, where it was, where it goes and behind which stop.
struct Edit {
    point: usize,
    from: Option<(usize, usize)>,
    to: Option<(usize, usize)>,
    after: Option<usize>,
}

/// The plan after the moves in `source`: columns `point`, `day`, `truck` (the visit; both blank: a new one), `to_day`, `to_truck` (both blank: it falls out) and
/// `after` (the stop before it on its new route; blank: where the detour is least).
///
/// Times, loads and the worth of the plan are computed anew; breaks of the changed routes are placed anew. What is wrong with the result is for the verifier to say.
///
/// # Errors
/// Rows that can't be read, points and trucks that are not there, visits that the plan does not have: all at once, with their places.
pub fn apply_moves(problem: &Problem, plan: &Plan, source: &Source) -> Result<Plan, Faults> {
    let mut faults = Faults::new();
    let rows = read_sheet(source, &mut faults, read);
    if rows.is_empty() && !faults.has_errors() {
        faults.push(Fault::error("moves-empty", source.place()));
    }
    let mut edited = plan.clone();
    let mut touched = Vec::new();
    for row in rows.into_sound() {
        let Some(edit) = resolve(problem, &edited, &row, &mut faults) else { continue };
        edit_by_hand(problem, &mut edited, edit.point, edit.from, edit.to, edit.after);
        touched.extend(edit.from.into_iter().chain(edit.to));
    }
    if faults.has_errors() {
        return Err(faults);
    }
    let rested = super::replan::with_breaks_placed(problem, edited, &touched);
    let replay = Replay::new(problem, &rested);
    let mut edited = replay.recorded_in(&rested);
    edited.objective = objective(problem, &edited, &replay);
    Ok(edited)
}

fn read(record: &mut Record) -> Row {
    record.leave(&["note"]);
    Row {
        point: record.read("point", Words),
        day: record.read_optional("day", Days),
        truck: record.read_optional("truck", Words),
        to_day: record.read_optional("to_day", Days),
        to_truck: record.read_optional("to_truck", Words),
        after: record.read_optional("after", Words),
    }
}

fn resolve(problem: &Problem, plan: &Plan, row: &Located<Row>, faults: &mut Faults) -> Option<Edit> {
    let before = faults.clone();
    let value = &row.value;
    let points = || problem.points.iter().map(|point| point.id.as_str());
    let mut find_point = |field: &str, id: &str| {
        let found = points().position(|other| other == id);
        if found.is_none() {
            let meant = did_you_mean(id, points()).unwrap_or(NO_SUGGESTION);
            faults.push(Fault::error("plan-unknown-point", row.field(field)).with("id", shorten(id)).with("meant", meant));
        }
        found
    };
    let point = find_point("point", &value.point);
    let after = value.after.as_ref().map(|id| find_point("after", id));
    let from = truck_day(problem, row, ("day", &value.day), ("truck", &value.truck), faults);
    let to = truck_day(problem, row, ("to_day", &value.to_day), ("to_truck", &value.to_truck), faults);
    if *faults != before {
        return None;
    }
    let point = point?;
    if from.is_none() && to.is_none() {
        faults.push(Fault::error("moves-nothing", row.place()).with("point", value.point.clone()));
        return None;
    }
    let has = |visit: (usize, usize), point: usize| {
        let routes = plan.days[visit.0].iter().filter(|route| route.truck == visit.1);
        routes.flat_map(|route| route.stops()).any(|stop| stop.point == point)
    };
    if from.is_some_and(|visit| !has(visit, point)) {
        faults.push(Fault::error("moves-no-visit", row.field("day")).with("point", value.point.clone()));
        return None;
    }
    let after = after.flatten();
    if after.is_some_and(|other| !to.is_some_and(|visit| has(visit, other))) {
        faults.push(Fault::error("moves-no-stop-before", row.field("after")).with("point", value.after.clone().unwrap_or_default()));
        return None;
    }
    Some(Edit { point, from, to, after })
}

/// A day and a truck that stand together or are both blank.
fn truck_day(
    problem: &Problem,
    row: &Located<Row>,
    (day_field, day): (&str, &Option<Vec<usize>>),
    (truck_field, truck): (&str, &Option<String>),
    faults: &mut Faults,
) -> Option<(usize, usize)> {
    match (day.as_deref(), truck) {
        (None, None) => None,
        (Some([day]), Some(id)) => {
            let trucks = || problem.trucks.iter().map(|truck| truck.id.as_str());
            let found = trucks().position(|other| other == id);
            if found.is_none() {
                let meant = did_you_mean(id, trucks()).unwrap_or(NO_SUGGESTION);
                faults.push(Fault::error("plan-unknown-truck", row.field(truck_field)).with("id", shorten(id)).with("meant", meant));
            }
            found.map(|truck| (*day, truck))
        }
        _ => {
            faults.push(Fault::error("moves-half", row.field(day_field)));
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::verify;
    use crate::model::testing::{at, district, plan};

    fn source(text: &str) -> Source {
        Source { name: "moves.csv".into(), text: text.to_owned() }
    }

    #[test]
    fn a_moved_stop_is_timed_anew_and_every_broken_rule_is_found() {
        let mut problem = district(3, 2);
        problem.points[1].days_allowed = crate::model::DaySet(0b11);
        problem.trucks[1].payload_limit = crate::units::Kilograms(500);
        let week = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1, 2], Some(0))])]);
        let moved = "point,day,truck,to_day,to_truck,after\nP1,T2,X0,T5,X1,\nP2,mon,X0,mon,X0,P0\n";
        let edited = apply_moves(&problem, &week, &source(moved)).expect("it can be done");
        assert_eq!(edited.days[0][0].stops().map(|stop| stop.point).collect::<Vec<_>>(), [0, 2]);
        assert_eq!(edited.days[3][0].stops().map(|stop| stop.point).collect::<Vec<_>>(), [1]);
        // Thursday is not allowed at point 1, and its 700 kg are too many for truck 1; the records are right.
        let mut codes: Vec<_> = verify(&problem, &edited).violations.iter().map(|finding| finding.code).collect();
        codes.sort_unstable();
        assert_eq!(codes, ["allowed-days", "payload"]);
        let dropped =
            apply_moves(&problem, &week, &source("point,day,truck,to_day,to_truck,after\nP1,T2,X0,,,\n")).expect("it can be done");
        assert_eq!(dropped.days[0][0].stops().count(), 2);
    }

    #[test]
    fn every_row_that_can_t_be_done_is_named() {
        let problem = district(3, 2);
        let week = plan(&problem, &[(0, 0, at(6, 0), &[(&[0, 1, 2], Some(0))])]);
        let text = "point,day,truck,to_day,to_truck,after\nP9,T2,X0,T3,X0,\nP1,T3,X0,T4,X0,\nP1,T2,X7,T4,X0,\nP1,T2,,T4,X0,\nP1,T2,X0,T4,X0,P2\nP1,,,,,\n";
        let faults = apply_moves(&problem, &week, &source(text)).expect_err("it is faulty");
        let found: Vec<_> = faults.sorted().iter().map(|fault| format!("{} {}", fault.place, fault.code)).collect();
        let expected = [
            "moves.csv:2:1 plan-unknown-point",
            "moves.csv:3:4 moves-no-visit",
            "moves.csv:4:7 plan-unknown-truck",
            "moves.csv:5:4 moves-half",
            "moves.csv:6:16 moves-no-stop-before",
            "moves.csv:7 moves-nothing",
        ];
        assert_eq!(found, expected);
    }
}
