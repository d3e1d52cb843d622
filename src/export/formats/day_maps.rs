//! Maps of days as drawings.

use super::{Edition, ExportError, ExportFile, FileFormat};
use crate::export::map::{DayMap, MapCommune, day_map, draw};

/// An SVG map of each day that is asked for.
pub struct DayMaps;

impl FileFormat for DayMaps {
    fn name(&self) -> &'static str {
        "map"
    }

    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError> {
        if !edition.selection.has_trucks() {
            return Ok(Vec::new());
        }
        let (names, word) = (edition.file_names(), edition.text.plain("export-file-map"));
        let files = maps(edition)
            .into_iter()
            .map(|map| ExportFile { name: format!("{word}-{}.svg", names.day(map.day)), bytes: draw(&map, edition.text).into_bytes() });
        Ok(files.collect())
    }
}

/// The maps of the days that are asked for, with the routes that are.
pub(super) fn maps(edition: &Edition) -> Vec<DayMap> {
    let communes: Vec<MapCommune> = edition.dataset.communes.iter().map(|row| MapCommune::from(&row.value)).collect();
    let selection = edition.selection;
    let mut plan = edition.facts.plan.clone();
    for (routes, day) in plan.days.iter_mut().zip(&edition.itinerary.days) {
        let held = |truck: usize| day.truck_days.iter().any(|one| one.truck == truck && selection.holds(one));
        routes.retain(|route| held(route.truck));
    }
    let days = edition.itinerary.days.iter().filter(|day| selection.day.is_none_or(|chosen| chosen == day.day));
    let maps = days.map(|day| {
        let map = day_map(edition.facts.problem, &plan, edition.network, day.day, &communes);
        DayMap { date: day.date, ..map }
    });
    maps.collect()
}
