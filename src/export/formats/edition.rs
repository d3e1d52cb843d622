//! What a format has before it.

use super::FileNames;
use crate::dataset::Dataset;
use crate::export::itinerary::{Itinerary, Selection, TruckDay};
use crate::kpi::Facts;
use crate::roads::RoadNetwork;
use crate::text::Text;

/// A week, the part of it that is asked for, and the language: all that a format reads from.
pub struct Edition<'a> {
    /// The week.
    pub itinerary: &'a Itinerary,
    /// What of it is handed out.
    pub selection: Selection,
    /// The catalogue.
    pub text: &'a Text,
    /// The files of the district: outlines, calendar, provenance.
    pub dataset: &'a Dataset,
    /// The roads, with the problem's locations as anchors.
    pub network: &'a RoadNetwork,
    /// The plan, lived through and judged; problem and plan are in it.
    pub facts: &'a Facts<'a>,
}

impl<'a> Edition<'a> {
    /// The truck-days that are asked for, by day and then in the order of the trucks.
    pub fn truck_days(&self) -> impl Iterator<Item = &'a TruckDay> {
        self.itinerary.truck_days(&self.selection)
    }

    /// Indices of the trucks for which files are asked for, in order; none where only a commune is.
    pub fn trucks(&self) -> Vec<usize> {
        let all = 0..self.itinerary.trucks.len();
        all.filter(|truck| self.selection.has_trucks() && self.selection.truck.is_none_or(|chosen| chosen == *truck)).collect()
    }

    /// Indices of the communes for which files are asked for, in order; none where only a truck is.
    pub fn communes(&self) -> Vec<usize> {
        let all = 0..self.itinerary.communes.len();
        all.filter(|commune| self.selection.has_communes() && self.selection.commune.is_none_or(|chosen| chosen == *commune)).collect()
    }

    /// Names of files about its trucks and communes.
    pub fn file_names(&self) -> FileNames {
        FileNames::new(self.itinerary, self.text)
    }
}
