//! From the search's draft to a plan with clock times.

use super::draft::Draft;
use super::setup::{NO_UNLOAD, Setup};
use super::snapshot::Ranked;
use crate::model::{Break, Load, Plan, Route, RunRecord, Stop, Trip, Unload};
use crate::units::{Kilograms, Litres, Seconds};

/// The plan of a snapshot.
pub(super) fn finish(setup: &Setup, best: &Ranked, run: RunRecord) -> Plan {
    let mut draft = Draft::new(setup);
    draft.restore(&best.1);
    draft.run_clocks_stop_by_stop();
    let days = (0..setup.n_days)
        .map(|day| (0..setup.n_trucks).filter_map(|truck| route(&draft, truck, setup.route(truck, day))).collect())
        .collect();
    Plan { days, run, objective: best.0 }
}

fn route(draft: &Draft, truck: usize, index: usize) -> Option<Route> {
    let (draft_route, clock) = (&draft.routes[index], &draft.clocks[index]);
    if draft_route.is_empty() {
        return None;
    }
    let mut trips = vec![Trip { stops: Vec::new(), unload: None }];
    let mut unloads = clock.unloads.iter();
    let mut tipped = Load::default();
    for (j, times) in clock.stops.iter().enumerate() {
        let load =
            Load { kg: Kilograms(i64::from(draft_route.halts[j].size.kg)), litres: Litres(i64::from(draft_route.halts[j].size.litres)) };
        tipped = tipped + load;
        let trip = trips.last_mut().expect("a trip is always open");
        trip.stops.push(Stop {
            point: draft_route.halts[j].point as usize,
            arrive: Seconds(times.arrive),
            start: Seconds(times.start),
            end: Seconds(times.end),
            load,
        });
        if draft_route.halts[j].unload != NO_UNLOAD {
            let times = unloads.next().expect("each unload has its clock");
            trip.unload = Some(Unload {
                facility: usize::from(draft_route.halts[j].unload),
                arrive: Seconds(times.arrive),
                start: Seconds(times.start),
                end: Seconds(times.end),
                load: std::mem::take(&mut tipped),
            });
            if j + 1 < draft_route.len() {
                trips.push(Trip { stops: Vec::new(), unload: None });
            }
        }
    }
    let pause = clock.pause.map(|(event, moment, start)| Break { event, moment, start: Seconds(start) });
    Some(Route { truck, start: Seconds(clock.start), trips, pause, end: Seconds(clock.end) })
}
