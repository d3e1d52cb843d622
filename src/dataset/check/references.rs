//! Ids, and what refers to them.

use crate::dataset::Scope;
use crate::dataset::read::Draft;
use crate::fault::{Fault, Faults, NO_SUGGESTION, Place, did_you_mean};
use crate::table::Rows;

/// Most ids that a message names.
const SHOWN_IDS: usize = 6;

/// What an id stands for.
struct Candidate<'d> {
    id: &'d str,
    name: &'d str,
}

pub(super) fn ids_are_unique(draft: &Draft, faults: &mut Faults) {
    draft.communes.check_unique("code", |row| &row.code, faults);
    draft.points.check_unique("id", |row| &row.id, faults);
    draft.trucks.check_unique("id", |row| &row.id, faults);
    draft.depots.check_unique("id", |row| &row.id, faults);
    draft.facilities.check_unique("id", |row| &row.id, faults);
    draft.calendar.check_unique("id", |row| &row.id, faults);
}

pub(super) fn references_lead_somewhere(draft: &Draft, faults: &mut Faults) {
    let communes = candidates(&draft.communes, |row| (&row.code, &row.name));
    let depots = candidates(&draft.depots, |row| (&row.id, &row.name));
    let points = candidates(&draft.points, |row| (&row.id, &row.name));
    for row in draft.points.all() {
        look_up("commune-unknown", "commune_code", &row.value.commune_code, &communes, || row.field("commune_code"), faults);
    }
    for row in draft.trucks.all() {
        look_up("depot-unknown", "depot", &row.value.depot, &depots, || row.field("depot"), faults);
    }
    for row in draft.calendar.sound() {
        match &row.value.scope {
            Scope::All => {}
            Scope::Commune(code) => look_up("commune-unknown", "scope", code, &communes, || row.field("scope"), faults),
            Scope::Point(id) => look_up("point-unknown", "scope", id, &points, || row.field("scope"), faults),
        }
    }
    // A point that can't be read may be the one that it lacks.
    if draft.points.is_empty() || faults.has_errors_in("points.csv") {
        return;
    }
    let communes_used = |code: &str| draft.points.all().any(|point| point.value.commune_code == code);
    for row in draft.communes.sound().filter(|row| !communes_used(&row.value.code)) {
        faults.push(Fault::warning("commune-without-points", row.field("code")).with("commune", row.value.name.clone()));
    }
}

/// Gives commune codes their leading zeros back, which spreadsheets take away, and warns once of it.
pub(crate) fn restore_zeros(draft: &mut Draft, faults: &mut Faults) {
    let codes: Vec<String> = draft.communes.all().map(|commune| commune.value.code.clone()).collect();
    let whole = |code: &str| {
        let same = |known: &&String| *known != code && known.trim_start_matches('0') == code.trim_start_matches('0');
        (!codes.iter().any(|known| known == code)).then(|| codes.iter().find(same).cloned()).flatten()
    };
    let mut restored: Vec<(Place, String, String)> = Vec::new();
    for row in draft.points.sound_mut() {
        if let Some(code) = whole(&row.value.commune_code) {
            restored.push((row.field("commune_code"), std::mem::replace(&mut row.value.commune_code, code.clone()), code));
        }
    }
    if let Some((place, short, code)) = restored.first() {
        let fault = Fault::warning("codes-without-zeros", place.clone()).with("count", restored.len());
        faults.push(fault.with("short", short.clone()).with("code", code.clone()));
    }
    for row in draft.calendar.sound_mut() {
        if let Scope::Commune(code) = &mut row.value.scope
            && let Some(restored) = whole(code)
        {
            *code = restored;
        }
    }
}

fn candidates<'d, T>(rows: &'d Rows<T>, of: impl Fn(&'d T) -> (&'d String, &'d String)) -> Vec<Candidate<'d>> {
    let all = rows.all().map(|row| of(&row.value)).map(|(id, name)| Candidate { id, name });
    all.filter(|candidate| !candidate.id.is_empty()).collect()
}

fn look_up(code: &'static str, field: &'static str, id: &str, candidates: &[Candidate], place: impl Fn() -> Place, faults: &mut Faults) {
    // Nothing to look up in: the file that should say it has its own fault.
    if id.is_empty() || candidates.is_empty() || candidates.iter().any(|candidate| candidate.id == id) {
        return;
    }
    let meant = did_you_mean(id, candidates.iter().flat_map(|candidate| [candidate.id, candidate.name]));
    let meant = meant.and_then(|word| candidates.iter().find(|candidate| candidate.id == word || candidate.name == word));
    let fault = Fault::error(code, place()).with("field", field).with("value", crate::table::shorten(id));
    let known: Vec<&str> = candidates.iter().take(SHOWN_IDS).map(|candidate| candidate.id).collect();
    let more = if candidates.len() > SHOWN_IDS { ", …" } else { "" };
    let fault = fault.with("known", format!("{}{more}", known.join(", ")));
    let fault = fault.with("suggestion", meant.map_or(NO_SUGGESTION, |candidate| candidate.id));
    faults.push(fault.with("suggestion_name", meant.map_or("", |candidate| candidate.name)));
}
