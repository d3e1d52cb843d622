//! KML for map programs: the week's routes on the road, day by day, and every collection point with its days.

use std::io;

use geo::Coord;

use super::xml::{Document, begin, end, stop_words, unload_words, words};
use super::{Edition, ExportError, ExportFile, FileFormat};
use crate::export::itinerary::{PointWeek, TruckDay};
use crate::text::{capitalized, clock_time_short, weekday, weekday_short};

/// KML 2.2 (OGC 07-147r2), one file of all that is asked for.
///
/// A folder for each day holds a folder for each truck: its course as a line, a trip after the other, and its stops and unloads in order.
/// A last folder holds the points of the communes, each with the days and times of its visits.
pub struct Kml;

/// Colours of the lines by truck, `aabbggrr`: those of Okabe and Ito, told apart by the colour-blind.
const COLOURS: [&str; 6] = ["ffb27200", "ff005ed5", "ff739e00", "ffa779cc", "ff009fe6", "ffe9b456"];

impl FileFormat for Kml {
    fn name(&self) -> &'static str {
        "kml"
    }

    fn files(&self, edition: &Edition) -> Result<Vec<ExportFile>, ExportError> {
        if edition.communes().is_empty() && edition.truck_days().next().is_none() {
            return Ok(Vec::new());
        }
        let name = format!("{}.kml", edition.file_names().week);
        match document(edition) {
            Ok(bytes) => Ok(vec![ExportFile { name, bytes }]),
            Err(error) => Err(ExportError { file: name, reason: error.to_string() }),
        }
    }
}

fn document(edition: &Edition) -> io::Result<Vec<u8>> {
    let (itinerary, text) = (edition.itinerary, edition.text);
    let codes = [("plan", itinerary.identity.plan_number.as_str().into()), ("code", itinerary.identity.check_code.as_str().into())];
    let mut writer = begin()?;
    let kml = writer.create_element("kml").with_attributes([("xmlns", "http://www.opengis.net/kml/2.2")]);
    kml.write_inner_content(|writer| {
        writer.create_element("Document").write_inner_content(|writer| {
            words(writer, "name", &itinerary.district)?;
            words(writer, "description", &text.say("ics-code", &codes))?;
            for (number, colour) in COLOURS.iter().enumerate() {
                style(writer, number, colour)?;
            }
            for day in &itinerary.days {
                let truck_days: Vec<&TruckDay> = day.truck_days.iter().filter(|one| edition.selection.holds(one)).collect();
                if edition.selection.has_trucks() && !truck_days.is_empty() {
                    let title = capitalized(&weekday(day.day, text.language()));
                    folder(writer, &title, |writer| truck_days.iter().try_for_each(|one| truck_folder(writer, one, edition)))?;
                }
            }
            for commune in edition.communes() {
                let mut points = itinerary.points_of(commune);
                folder(writer, &itinerary.communes[commune].name, |writer| {
                    points.try_for_each(|point| point_placemark(writer, point, edition))
                })?;
            }
            Ok(())
        })?;
        Ok(())
    })?;
    Ok(end(writer))
}

fn style(writer: &mut Document, number: usize, colour: &str) -> io::Result<()> {
    let style = writer.create_element("Style").with_attributes([("id", format!("truck-{number}").as_str())]);
    style.write_inner_content(|writer| {
        writer.create_element("LineStyle").write_inner_content(|writer| {
            words(writer, "color", colour)?;
            words(writer, "width", "4")
        })?;
        Ok(())
    })?;
    Ok(())
}

fn truck_folder(writer: &mut Document, truck_day: &TruckDay, edition: &Edition) -> io::Result<()> {
    let (text, truck) = (edition.text, &edition.itinerary.trucks[truck_day.truck]);
    let day = weekday(truck_day.day, text.language());
    let title = text.say("gpx-name", &[("truck", truck.id.as_str().into()), ("day", day.into())]);
    folder(writer, &title, |writer| {
        let codes = [("plan", edition.itinerary.identity.plan_number.as_str().into()), ("code", truck_day.check_code.as_str().into())];
        let line = writer.create_element("Placemark");
        line.write_inner_content(|writer| {
            words(writer, "name", &title)?;
            words(writer, "description", &text.say("gpx-about", &codes))?;
            words(writer, "styleUrl", &format!("#truck-{}", truck_day.truck % COLOURS.len()))?;
            writer.create_element("MultiGeometry").write_inner_content(|writer| {
                let mut courses = truck_day.legs().map(|leg| &leg.course.0).filter(|course| course.len() > 1);
                courses.try_for_each(|course| {
                    let line = writer.create_element("LineString");
                    line.write_inner_content(|writer| words(writer, "coordinates", &coordinates(course))).map(|_| ())
                })
            })?;
            Ok(())
        })?;
        for trip in &truck_day.trips {
            for stop in &trip.stops {
                let (name, about) = stop_words(stop, text);
                placemark(writer, &name, &about, stop.position)?;
            }
            if let Some(unload) = &trip.unload {
                let (name, about) = unload_words(unload, text);
                placemark(writer, &name, &about, unload.place.position)?;
            }
        }
        Ok(())
    })
}

/// A point with "Mon 07:15, Thu 07:20"; nothing behind its name where it is never visited.
fn point_placemark(writer: &mut Document, point: &PointWeek, edition: &Edition) -> io::Result<()> {
    let language = edition.text.language();
    let visits = point.visits.iter().filter(|visit| edition.selection.day.is_none_or(|only| only == visit.day));
    let times: Vec<String> =
        visits.map(|visit| format!("{} {}", weekday_short(visit.day, language), clock_time_short(visit.arrive))).collect();
    placemark(writer, &point.name, &times.join(", "), point.position)
}

fn placemark(writer: &mut Document, name: &str, about: &str, at: Coord<f64>) -> io::Result<()> {
    writer.create_element("Placemark").write_inner_content(|writer| {
        words(writer, "name", name)?;
        words(writer, "description", about)?;
        writer.create_element("Point").write_inner_content(|writer| words(writer, "coordinates", &coordinates(&[at])))?;
        Ok(())
    })?;
    Ok(())
}

fn folder(writer: &mut Document, name: &str, inside: impl FnOnce(&mut Document) -> io::Result<()>) -> io::Result<()> {
    writer.create_element("Folder").write_inner_content(|writer| {
        words(writer, "name", name)?;
        inside(writer)
    })?;
    Ok(())
}

/// "longitude,latitude" for each position, separated by blanks.
fn coordinates(course: &[Coord<f64>]) -> String {
    course.iter().map(|at| format!("{:.6},{:.6}", at.x, at.y)).collect::<Vec<_>>().join(" ")
}
