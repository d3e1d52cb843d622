//! From the names in a scenario to rows of the project; what isn't there is a fault, with what was probably meant.

use super::World;
use super::names::Names;
use crate::fault::{Fault, NO_SUGGESTION, did_you_mean, plain_letters};
use crate::table::{Record, shorten};

/// Most ids that a message names.
const SHOWN_IDS: usize = 8;

/// Trucks by id or name; `all` is the whole fleet.
pub(super) fn trucks(record: &mut Record, field: &'static str, world: &World) -> Vec<usize> {
    let names = record.read(field, Names);
    if names == ["all"] {
        return (0..world.dataset.trucks.len()).filter(|truck| world.is_in_fleet(*truck)).collect();
    }
    let rows = world.dataset.trucks.iter().map(|row| (row.value.id.as_str(), row.value.name.as_str())).collect::<Vec<_>>();
    find_all(record, field, &names, &rows, "scenario-unknown-truck")
}

/// One facility by id or name.
pub(super) fn facility(record: &mut Record, world: &World) -> Option<usize> {
    let rows = world.dataset.facilities.iter().map(|row| (row.value.id.as_str(), row.value.name.as_str())).collect::<Vec<_>>();
    let names = record.read("facility", Names);
    find_all(record, "facility", &names, &rows, "scenario-unknown-facility").first().copied()
}

/// One depot by id or name.
pub(super) fn depot(record: &mut Record, world: &World) -> Option<usize> {
    let rows = world.dataset.depots.iter().map(|row| (row.value.id.as_str(), row.value.name.as_str())).collect::<Vec<_>>();
    let names = record.read("depot", Names);
    find_all(record, "depot", &names, &rows, "scenario-unknown-depot").first().copied()
}

/// Roads by id; by name all that have it.
pub(super) fn roads(record: &mut Record, world: &World) -> Vec<usize> {
    let rows: Vec<(&str, &str)> = world.dataset.roads.iter().map(|row| (row.value.id.as_str(), row.value.name.as_str())).collect();
    let names = record.read("roads", Names);
    find_all(record, "roads", &names, &rows, "scenario-unknown-road")
}

/// Points by id or name.
pub(super) fn points(record: &mut Record, world: &World) -> Vec<usize> {
    let rows: Vec<(&str, &str)> = world.dataset.points.iter().map(|row| (row.value.id.as_str(), row.value.name.as_str())).collect();
    let names = record.read("points", Names);
    find_all(record, "points", &names, &rows, "scenario-unknown-point")
}

/// The points of `scope`: `all` (also where it is left out), `town`, `rural`, `commune:NAME` or `point:ID`, or a list of these.
pub(super) fn scope(record: &mut Record, world: &World) -> Vec<usize> {
    let dataset = &world.dataset;
    let names = record.read_or("scope", Names, vec!["all".to_owned()]);
    let communes: Vec<(&str, &str)> = dataset.communes.iter().map(|row| (row.value.code.as_str(), row.value.name.as_str())).collect();
    let points: Vec<(&str, &str)> = dataset.points.iter().map(|row| (row.value.id.as_str(), row.value.name.as_str())).collect();
    let is_town = |code: &str| dataset.communes.iter().any(|row| row.value.code == code && row.value.town);
    let mut chosen = vec![false; dataset.points.len()];
    for name in &names {
        let mut choose = |holds: &dyn Fn(usize) -> bool| (0..chosen.len()).filter(|i| holds(*i)).for_each(|i| chosen[i] = true);
        match name.split_once(':').map(|(kind, which)| (kind.trim(), which.trim().to_owned())) {
            None if name == "all" => choose(&|_| true),
            None if name == "town" => choose(&|i| is_town(&dataset.points[i].value.commune_code)),
            None if name == "rural" => choose(&|i| !is_town(&dataset.points[i].value.commune_code)),
            Some(("commune", which)) => {
                let found = find_all(record, "scope", &[which], &communes, "scenario-unknown-commune");
                choose(&|i| found.iter().any(|commune| communes[*commune].0 == dataset.points[i].value.commune_code));
            }
            Some(("point", which)) => {
                let found = find_all(record, "scope", &[which], &points, "scenario-unknown-point");
                choose(&|i| found.contains(&i));
            }
            _ => {
                let fault = record.fault_of("scenario-scope", "scope");
                record.record(fault);
            }
        }
    }
    (0..chosen.len()).filter(|i| chosen[*i]).collect()
}

/// The rows with these ids or, where no id fits, with these names, blind to diacritics and case.
fn find_all(record: &mut Record, field: &'static str, names: &[String], rows: &[(&str, &str)], code: &'static str) -> Vec<usize> {
    let mut found = Vec::new();
    for name in names {
        let by_id = rows.iter().position(|(id, _)| id == name);
        let plain = plain_letters(name);
        let of_name = || (0..rows.len()).filter(|i| plain_letters(rows[*i].1) == plain).collect::<Vec<_>>();
        let these = by_id.map_or_else(of_name, |id| vec![id]);
        if these.is_empty() {
            let fault = unknown(record.fault_of(code, field), name, rows);
            record.record(fault);
        }
        found.extend(these.into_iter().filter(|i| !found.contains(i)).collect::<Vec<_>>());
    }
    found
}

fn unknown(fault: Fault, name: &str, rows: &[(&str, &str)]) -> Fault {
    let words = rows.iter().flat_map(|(id, name)| [*id, *name]).filter(|word| !word.is_empty());
    let meant = did_you_mean(name, words).unwrap_or(NO_SUGGESTION);
    let known: Vec<&str> = rows.iter().take(SHOWN_IDS).map(|(id, _)| *id).collect();
    let more = if rows.len() > SHOWN_IDS { ", …" } else { "" };
    fault.with("name", shorten(name)).with("suggestion", meant.to_owned()).with("known", format!("{}{more}", known.join(", ")))
}
