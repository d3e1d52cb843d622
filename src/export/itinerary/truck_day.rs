//! One truck's day, row by row.

use geo::Coord;
use jiff::civil::Date;

use super::Leg;
use crate::dataset::FacilityKind;
use crate::kpi::Figures;
use crate::roads::ProvenanceLengths;
use crate::units::{Kilograms, Metres, Seconds};

/// One truck's day from the depot to the depot.
///
/// Invariants: `figures` are those of [`crate::kpi::route_figures`]; the metres of all legs (those of `trips` and `home`) are
/// `figures.metres`, their seconds `figures.driving`; the kilograms of all stops `figures.kg`.
#[derive(Clone, Debug, PartialEq)]
pub struct TruckDay {
    /// The day, 0 = Monday.
    pub day: usize,
    /// Its date, where the week has dates.
    pub date: Option<Date>,
    /// Index of the truck in [`super::Itinerary::trucks`].
    pub truck: usize,
    /// Where it starts and ends.
    pub depot: PlaceCard,
    /// Start of preparation.
    pub start: Seconds,
    /// Leaves the depot.
    pub leave: Seconds,
    /// Returns to the depot.
    pub end: Seconds,
    /// The trips, in order.
    pub trips: Vec<TripRows>,
    /// The way home.
    pub home: Leg,
    /// The break, where the route has one.
    pub pause: Option<BreakRow>,
    /// Sums of the day.
    pub figures: Figures,
    /// How much of the way is measured, drawn or invented.
    pub provenance: ProvenanceLengths,
    /// Code that tells this sheet from those of other plans: `7F3A-09C2`.
    pub check_code: String,
}

/// A trip: stops and the unload that ends it.
#[derive(Clone, Debug, PartialEq)]
pub struct TripRows {
    /// Number of the trip on this day, from 1.
    pub number: usize,
    /// The stops, in order.
    pub stops: Vec<StopRow>,
    /// The unload; nothing only where the truck comes home loaded.
    pub unload: Option<UnloadRow>,
}

/// A depot or facility.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceCard {
    /// Name.
    pub name: String,
    /// Position, longitude first.
    pub position: Coord<f64>,
}

/// A visit to a point.
#[derive(Clone, Debug, PartialEq)]
pub struct StopRow {
    /// Number of the stop on this day, from 1, counted through all trips.
    pub number: usize,
    /// Index of the point in [`super::Itinerary::points`].
    pub point: usize,
    /// Id of the point.
    pub id: String,
    /// Name of the point.
    pub name: String,
    /// Index of its commune in [`super::Itinerary::communes`].
    pub commune: usize,
    /// Name of its commune.
    pub commune_name: String,
    /// Position, longitude first.
    pub position: Coord<f64>,
    /// What stands there, as in `points.csv`: `bins`, `cart`, `pile` or `kerbside`.
    pub stop_kind: String,
    /// Number of containers.
    pub containers: i64,
    /// Clear width at the point where it is narrower than the road, in metres.
    pub access_width_m: Option<f64>,
    /// The way to it from the place before.
    pub leg: Leg,
    /// Metres driven since the depot.
    pub driven: Metres,
    /// Arrival.
    pub arrive: Seconds,
    /// Start of service.
    pub start: Seconds,
    /// End of service.
    pub end: Seconds,
    /// Expected.
    pub kg: Kilograms,
    /// On board when the truck leaves.
    pub on_board: Kilograms,
}

/// A visit to a facility.
#[derive(Clone, Debug, PartialEq)]
pub struct UnloadRow {
    /// Number of the unload on this day, from 1.
    pub number: usize,
    /// Index of the facility.
    pub facility: usize,
    /// Name and position.
    pub place: PlaceCard,
    /// What it does with the waste.
    pub kind: FacilityKind,
    /// Whether what it takes counts as treated.
    pub approved: bool,
    /// The way to it from the place before.
    pub leg: Leg,
    /// Metres driven since the depot.
    pub driven: Metres,
    /// Joins the queue (after a break taken there).
    pub arrive: Seconds,
    /// Unloading starts.
    pub start: Seconds,
    /// Unloading ends.
    pub end: Seconds,
    /// Expected at the weighbridge.
    pub kg: Kilograms,
}

/// The break of a route.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BreakRow {
    /// At which row: stops and unloads counted from 0 in driving order.
    pub event: usize,
    /// Before or after the service or unload there.
    pub moment: Moment,
    /// Start.
    pub start: Seconds,
    /// End.
    pub end: Seconds,
}

pub use crate::model::BreakMoment as Moment;

/// A row of a sheet, in the order of the clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Row<'a> {
    /// A visit to a point.
    Stop(&'a StopRow),
    /// A visit to a facility.
    Unload(&'a UnloadRow),
    /// The break.
    Break(&'a BreakRow),
    /// The way home, and when it ends.
    Home(&'a Leg, Seconds),
}

impl TruckDay {
    /// All rows of a sheet: stops, unloads, the break at its place, and the return. A break before a stop or unload comes ahead of its row.
    pub fn rows(&self) -> Vec<Row<'_>> {
        let halts = self.trips.iter().flat_map(|trip| trip.stops.iter().map(Row::Stop).chain(trip.unload.iter().map(Row::Unload)));
        let mut rows = Vec::new();
        for (event, halt) in halts.enumerate() {
            let pause = self.pause.as_ref().filter(|pause| pause.event == event);
            rows.extend(pause.filter(|pause| pause.moment == Moment::Before).map(Row::Break));
            rows.push(halt);
            rows.extend(pause.filter(|pause| pause.moment == Moment::After).map(Row::Break));
        }
        rows.push(Row::Home(&self.home, self.end));
        rows
    }

    /// All stops, in driving order.
    pub fn stops(&self) -> impl Iterator<Item = &StopRow> {
        self.trips.iter().flat_map(|trip| &trip.stops)
    }

    /// All unloads, in driving order.
    pub fn unloads(&self) -> impl Iterator<Item = &UnloadRow> {
        self.trips.iter().filter_map(|trip| trip.unload.as_ref())
    }

    /// All legs, in driving order, the way home last.
    pub fn legs(&self) -> impl Iterator<Item = &Leg> {
        let of_trips = self.trips.iter().flat_map(TripRows::legs);
        of_trips.chain([&self.home])
    }
}

impl TripRows {
    /// The legs to its stops and to its unload.
    pub fn legs(&self) -> impl Iterator<Item = &Leg> {
        self.stops.iter().map(|stop| &stop.leg).chain(self.unload.iter().map(|unload| &unload.leg))
    }

    /// Expected on the whole trip.
    pub fn kg(&self) -> Kilograms {
        self.stops.iter().map(|stop| stop.kg).sum()
    }

    /// Driven on it, from the place before its first stop to its unload.
    pub fn metres(&self) -> Metres {
        self.legs().map(|leg| leg.metres).sum()
    }
}
