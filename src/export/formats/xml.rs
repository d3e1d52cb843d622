//! What the formats for maps and devices that are XML have in common.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use crate::export::itinerary::{StopRow, UnloadRow, directions};
use crate::text::{Text, clock_time_short};

/// A document that is being written.
pub(super) type Document = Writer<Vec<u8>>;

/// A document with its first line.
pub(super) fn begin() -> io::Result<Document> {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 1);
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    Ok(writer)
}

/// The written document.
pub(super) fn end(writer: Document) -> Vec<u8> {
    let mut bytes = writer.into_inner();
    bytes.push(b'\n');
    bytes
}

/// An element with words; letters that XML can't hold are left out.
pub(super) fn words(writer: &mut Document, element: &str, words: &str) -> io::Result<()> {
    let allowed: String = words.chars().filter(|letter| !letter.is_control()).collect();
    writer.create_element(element).write_text_content(BytesText::new(&allowed)).map(|_| ())
}

/// Name and description of a stop: its number, time and place, and how to get there.
pub(super) fn stop_words(stop: &StopRow, text: &Text) -> (String, String) {
    let name = format!("{} {} {}", stop.number, clock_time_short(stop.arrive), stop.name);
    let about = [("commune", stop.commune_name.as_str().into()), ("kg", stop.kg.0.into()), ("way", directions(&stop.leg, text).into())];
    (name, text.say("gpx-stop", &about))
}

/// The same of an unload.
pub(super) fn unload_words(unload: &UnloadRow, text: &Text) -> (String, String) {
    let name = format!("{} {}", clock_time_short(unload.arrive), unload.place.name);
    let about = [("kg", unload.kg.0.into()), ("way", directions(&unload.leg, text).into())];
    (name, text.say("gpx-unload", &about))
}
