//! Sends out another truck.

use super::Operator;
use super::relocate::{insert, rows_beside};
use super::workbench::{Place, Workbench};

/// Moves one to three stops in a row into the first unused truck of each kind.
pub(super) struct OpenTruck;

impl Operator for OpenTruck {
    fn improve(&self, bench: &mut Workbench, number: usize) -> bool {
        bench.over_visits(number, send_out)
    }
}

fn send_out(bench: &mut Workbench, here: Place) -> bool {
    let (setup, day) = (bench.setup, bench.day(here.route));
    (0..setup.kinds.len()).any(|kind| {
        let Some(truck) = bench.draft.unused_truck(kind, day) else { return false };
        let there = Place { route: setup.route(truck, day), at: 0 };
        rows_beside(here, there, bench.len(here.route))
            .filter(|(_, _, at, reversed)| *at == 0 && !reversed)
            .any(|(first, end, _, _)| insert(bench, (here.route, first, end), (there.route, 0), false))
    })
}
