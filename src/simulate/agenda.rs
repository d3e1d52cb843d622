//! What a crew has before it on a day.

use crate::constraint::Place;
use crate::model::{BreakMoment, Route};

/// Something to be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Task {
    /// Where.
    pub place: Place,
    /// Which trip it belongs to.
    pub trip: usize,
    /// Which stop or unload of the plan it is; nothing for what the plan does not have.
    pub halt: Option<usize>,
}

/// A day's tasks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Agenda {
    /// In driving order, the next one last.
    pub tasks: Vec<Task>,
    /// At which halt the break is planned, and when there.
    pub pause: Option<(usize, BreakMoment)>,
}

impl Agenda {
    /// The tasks of a planned route.
    pub fn of(route: &Route) -> Self {
        let mut tasks = Vec::new();
        for (trip, planned) in route.trips.iter().enumerate() {
            let stops = planned.stops.iter().map(|stop| Place::Point(stop.point));
            let unload = planned.unload.iter().map(|unload| Place::Facility(unload.facility));
            for place in stops.chain(unload) {
                tasks.push(Task { place, trip, halt: Some(tasks.len()) });
            }
        }
        tasks.reverse();
        Self { tasks, pause: route.pause.map(|pause| (pause.event, pause.moment)) }
    }

    /// The points still to be visited as planned.
    pub fn planned_points(&self) -> impl Iterator<Item = usize> {
        self.tasks.iter().rev().filter(|task| task.halt.is_some()).filter_map(|task| match task.place {
            Place::Point(point) => Some(point),
            _ => None,
        })
    }
}
