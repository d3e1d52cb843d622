//! GPX for navigation devices and phone apps: the stops of a truck's day as a route, and the road between them as a track.

use std::io;

use geo::Coord;

use super::xml::{Document, begin, end, stop_words, unload_words, words};
use super::{Edition, ExportError, ExportFile, FileFormat};
use crate::export::itinerary::{Row, TruckDay, directions};
use crate::text::{Text, clock_time_short, percent, weekday};

/// GPX 1.1 (Topografix 2004, <https://www.topografix.com/GPX/1/1/>), a file for each truck's day.
///
/// # Why no library of the format
/// The one there is writes tracks before routes, which the schema forbids.
pub struct Gpx;

impl FileFormat for Gpx {
    fn name(&self) -> &'static str {
        "gpx"
    }

    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError> {
        if !edition.selection.has_trucks() {
            return Ok(Vec::new());
        }
        let names = edition.file_names();
        let files = edition.truck_days().map(|truck_day| {
            let name = format!("{}.gpx", names.truck_day(truck_day));
            match document(truck_day, edition) {
                Ok(bytes) => Ok(ExportFile { name, bytes }),
                Err(error) => Err(ExportError { file: name, reason: error.to_string() }),
            }
        });
        files.collect()
    }
}

fn document(truck_day: &TruckDay, edition: &Edition) -> io::Result<Vec<u8>> {
    let truck = &edition.itinerary.trucks[truck_day.truck];
    let day = weekday(truck_day.day, edition.text.language());
    let title = edition.text.say("gpx-name", &[("truck", truck.id.as_str().into()), ("day", day.into())]);
    let identity = &edition.itinerary.identity;
    let codes = [("plan", identity.plan_number.as_str().into()), ("code", truck_day.check_code.as_str().into())];
    let mut about = edition.text.say("gpx-about", &codes);
    let provenance = &truck_day.provenance;
    let unmeasured = provenance.share(provenance.total_m() - provenance.measured_m);
    if unmeasured > 0.005 {
        about.push(' ');
        about.push_str(&edition.text.say("gpx-unmeasured", &[("share", percent(unmeasured, 0, edition.text.language()).into())]));
    }
    let mut writer = begin()?;
    let gpx = writer.create_element("gpx").with_attributes([
        ("version", "1.1"),
        ("creator", concat!("thugom ", env!("CARGO_PKG_VERSION"))),
        ("xmlns", "http://www.topografix.com/GPX/1/1"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ("xsi:schemaLocation", "http://www.topografix.com/GPX/1/1 http://www.topografix.com/GPX/1/1/gpx.xsd"),
    ]);
    gpx.write_inner_content(|writer| {
        writer.create_element("metadata").write_inner_content(|writer| {
            words(writer, "name", &title)?;
            words(writer, "desc", &about)
        })?;
        writer.create_element("rte").write_inner_content(|writer| {
            words(writer, "name", &title)?;
            words(writer, "desc", &about)?;
            route(writer, truck_day, edition.text)
        })?;
        writer.create_element("trk").write_inner_content(|writer| {
            words(writer, "name", &title)?;
            truck_day.legs().filter(|leg| !leg.course.0.is_empty()).try_for_each(|leg| {
                let segment = writer.create_element("trkseg");
                let course = |writer: &mut Document| leg.course.0.iter().try_for_each(|at| position(writer, "trkpt", *at, None, None));
                segment.write_inner_content(course).map(|_| ())
            })
        })?;
        Ok(())
    })?;
    Ok(end(writer))
}

/// Depot, stops, unloads and depot, each with what the driver should see.
fn route(writer: &mut Document, truck_day: &TruckDay, text: &Text) -> io::Result<()> {
    let depot = |time| format!("{} {}", clock_time_short(time), truck_day.depot.name);
    position(writer, "rtept", truck_day.depot.position, Some(&depot(truck_day.leave)), None)?;
    for row in truck_day.rows() {
        match row {
            Row::Stop(stop) => {
                let (name, about) = stop_words(stop, text);
                position(writer, "rtept", stop.position, Some(&name), Some(&about))?;
            }
            Row::Unload(unload) => {
                let (name, about) = unload_words(unload, text);
                position(writer, "rtept", unload.place.position, Some(&name), Some(&about))?;
            }
            Row::Break(_) => {}
            Row::Home(leg, end) => {
                position(writer, "rtept", truck_day.depot.position, Some(&depot(end)), Some(&directions(leg, text)))?;
            }
        }
    }
    Ok(())
}

fn position(writer: &mut Document, element: &str, at: Coord<f64>, name: Option<&str>, about: Option<&str>) -> io::Result<()> {
    let (latitude, longitude) = (format!("{:.6}", at.y), format!("{:.6}", at.x));
    let element = writer.create_element(element).with_attributes([("lat", latitude.as_str()), ("lon", longitude.as_str())]);
    if name.is_none() && about.is_none() {
        return element.write_empty().map(|_| ());
    }
    let inner = |writer: &mut Document| {
        name.map_or(Ok(()), |name| words(writer, "name", name))?;
        about.map_or(Ok(()), |about| words(writer, "desc", about))
    };
    element.write_inner_content(inner).map(|_| ())
}
