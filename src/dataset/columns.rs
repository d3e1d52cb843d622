//! The columns of each file: a new one is one line here and one in the README of `maps`.

use geo::orient::Direction;
use geo::{Coord, GeodesicArea, InteriorPoint, MultiPolygon, Orient};

use super::rows::{
    CalendarRow, CommuneRow, DepotRow, FacilityKind, FacilityRow, OpeningHours, PointRow, Scope, ServiceLevel, TruckRow, TruckStatus,
};
use crate::fault::{Fault, NO_SUGGESTION, did_you_mean};
use crate::geometry::read_position;
use crate::table::{Choice, Clock, DateIso, Days, Number, Numbers, Record, Whole, Words, YES_NO};
use crate::units::Seconds;

/// Most people, and kilograms a day, that a point or a commune may have.
const MANY: i64 = 10_000_000;
/// Most đồng in a price.
const MOST_VND: i64 = 10_000_000_000;
/// Latest clock time.
const DAY_END: Seconds = Seconds(24 * 3600);
/// The end of the day after, the latest that a clock time can be.
const LATEST: Seconds = Seconds(48 * 3600);
/// Columns that people keep for themselves.
const REMARKS: &[&str] = &["note"];

const POINT_KINDS: Choice<&str> = Choice(&[
    ("hamlet", "hamlet"),
    ("street", "street"),
    ("market", "market"),
    ("school", "school"),
    ("office", "office"),
    ("transfer", "transfer"),
    ("other", "other"),
]);
const STOP_KINDS: Choice<&str> = Choice(&[("bins", "bins"), ("cart", "cart"), ("pile", "pile"), ("kerbside", "kerbside")]);
const COMMUNE_KINDS: Choice<bool> = Choice(&[("commune", false), ("town", true), ("xã", false), ("thị trấn", true)]);
const TRUCK_STATUS: Choice<TruckStatus> = Choice(&[("existing", TruckStatus::Existing), ("new", TruckStatus::New)]);
const FACILITY_KINDS: Choice<FacilityKind> = Choice(&[("incinerator", FacilityKind::Incinerator), ("landfill", FacilityKind::Landfill)]);
const CALENDAR_KINDS: Choice<&str> =
    Choice(&[("market", "market"), ("holiday", "holiday"), ("festival", "festival"), ("season", "season")]);
const SERVICE: Choice<ServiceLevel> =
    Choice(&[("normal", ServiceLevel::Normal), ("reduced", ServiceLevel::Reduced), ("none", ServiceLevel::None)]);

pub(super) fn commune(record: &mut Record, outline: MultiPolygon<f64>) -> CommuneRow {
    record.leave(&["note", "population_basis", "boundary_quality"]);
    let inside = outline.interior_point().map_or(Coord::zero(), Coord::from);
    // Many maps wind their rings the wrong way round, which would give the area of the rest of the earth.
    let drawn_area_km2 = || outline.orient(Direction::Default).geodesic_area_unsigned() / 1e6;
    CommuneRow {
        code: record.read("code", Words),
        name: record.read("name", Words),
        town: record.read("kind", COMMUNE_KINDS),
        population: record.read("population", Whole(0, MANY)),
        area_km2: record.read_optional("area_km2", Number(0.001, 100_000.0)).unwrap_or_else(drawn_area_km2),
        commune_2025: record.words("commune_2025"),
        label: Coord {
            x: record.read_or("label_lon", Number(-180.0, 180.0), inside.x),
            y: record.read_or("label_lat", Number(-90.0, 90.0), inside.y),
        },
        outline,
    }
}

/// A collection point; what its columns mean is in the README of `maps`.
pub fn point(record: &mut Record) -> PointRow {
    record.leave(REMARKS);
    PointRow {
        id: record.read("id", Words),
        name: record.read("name", Words),
        commune_code: record.read("commune_code", Words),
        kind: record.read_or("kind", POINT_KINDS, "other").to_owned(),
        position: read_position(record, "lon", "lat"),
        people_served: record.read("people_served", Whole(0, MANY)),
        kg_per_day: record.read("kg_per_day", Number(0.0, 200_000.0)),
        weekday_factor: weekday_factor(record),
        containers: record.read("containers", Whole(1, 1000)),
        container_litres: record.read("container_litres", Whole(10, 50_000)),
        max_days_between: record.read_or("max_days_between", Whole(1, 7), 7) as usize,
        access_width_m: record.read_optional("access_width_m", Number(0.5, 60.0)),
        current_visits_per_week: record.read_or("current_visits_per_week", Whole(0, 7), 0) as usize,
        service_min_fixed: record.read("service_min_fixed", Number(0.0, 240.0)),
        service_min_per_t: record.read("service_min_per_t", Number(0.0, 240.0)),
        visits_min: record.read_optional("visits_min", Whole(0, 7)).map(|visits| visits as usize),
        visits_max: record.read_or("visits_max", Whole(1, 7), 7) as usize,
        days_allowed: Days::bits(&record.read_or("days_allowed", Days, (0..7).collect())),
        days_fixed: record.read_optional("days_fixed", Days).map(|days| Days::bits(&days)),
        window_from: record.read_optional("window_from", Clock),
        window_to: record.read_optional("window_to", Clock),
        stop_kind: record.read_or("stop_kind", STOP_KINDS, "bins").to_owned(),
        provenance: record.words("provenance"),
    }
}

pub(super) fn truck(record: &mut Record) -> TruckRow {
    record.leave(REMARKS);
    TruckRow {
        id: record.read("id", Words),
        name: record.read("name", Words),
        plate: record.words("plate"),
        status: record.read_or("status", TRUCK_STATUS, TruckStatus::Existing),
        body_volume_m3: record.read("body_volume_m3", Number(0.1, 100.0)),
        payload_kg: record.read("payload_kg", Whole(1, 50_000)),
        gross_weight_kg: record.read("gross_weight_kg", Whole(1, 100_000)),
        min_lane_width_m: record.read("min_lane_width_m", Number(0.5, 60.0)),
        max_speed_kmh: record.read_optional("max_speed_kmh", Number(5.0, 120.0)),
        crew: record.read_or("crew", Whole(1, 20), 3),
        depot: record.read("depot", Words),
        shift_start: record.read("shift_start", Clock),
        shift_end: record.read("shift_end", Clock),
        max_work_hours: record.read_or("max_work_hours", Number(0.5, 24.0), 8.0),
        break_min: record.read_or("break_min", Number(0.0, 240.0), 30.0),
        break_after_hours_max: record.read_or("break_after_hours_max", Number(0.5, 24.0), 4.0),
        fuel_l_per_100km: record.read("fuel_l_per_100km", Number(0.0, 200.0)),
        other_vnd_per_km: record.read_or("other_vnd_per_km", Whole(0, MOST_VND), 0),
        crew_cost_per_hour_vnd: record.read("crew_cost_per_hour_vnd", Whole(0, MOST_VND)),
        fixed_cost_per_day_vnd: record.read_or("fixed_cost_per_day_vnd", Whole(0, MOST_VND), 0),
        available_days: Days::bits(&record.read_or("available_days", Days, (0..6).collect())),
        provenance: record.words("provenance"),
    }
}

pub(super) fn depot(record: &mut Record) -> DepotRow {
    record.leave(REMARKS);
    DepotRow {
        id: record.read("id", Words),
        name: record.read("name", Words),
        position: read_position(record, "lon", "lat"),
        open: OpeningHours {
            days: Days::bits(&record.read_or("open_days", Days, (0..7).collect())),
            from: record.read_or("open_from", Clock, Seconds::ZERO),
            to: record.read_or("open_to", Clock, LATEST),
        },
        provenance: record.words("provenance"),
    }
}

pub(super) fn facility(record: &mut Record) -> FacilityRow {
    record.leave(REMARKS);
    FacilityRow {
        id: record.read("id", Words),
        name: record.read("name", Words),
        kind: record.read("kind", FACILITY_KINDS),
        position: read_position(record, "lon", "lat"),
        open: OpeningHours {
            // Blank is never: a facility says when it is open.
            days: Days::bits(&record.read_or("open_days", Days, Vec::new())),
            from: record.read_or("open_from", Clock, Seconds::ZERO),
            to: record.read_or("open_to", Clock, DAY_END),
        },
        accept_max_t_per_day: record.read_optional("accept_max_t_per_day", Number(0.0, 100_000.0)),
        burn_kg_per_hour: record.read_optional("burn_kg_per_hour", Number(0.0, 1_000_000.0)),
        burn_hours_per_day: record.read_optional("burn_hours_per_day", Number(0.0, 24.0)),
        burn_days: record.read_optional("burn_days", Days).map(|days| Days::bits(&days)),
        yard_capacity_t: record.read_optional("yard_capacity_t", Number(0.0, 1_000_000.0)),
        bays: record.read_or("bays", Whole(0, 100), 1) as usize,
        unload_min_fixed: record.read("unload_min_fixed", Number(0.0, 240.0)),
        unload_min_per_t: record.read_or("unload_min_per_t", Number(0.0, 240.0), 0.0),
        tipping_cost_vnd_per_t: record.read_or("tipping_cost_vnd_per_t", Whole(0, MOST_VND), 0),
        priority: record.read_or("priority", Whole(1, 100), 1),
        approved: record.read("approved", YES_NO),
        provenance: record.words("provenance"),
    }
}

pub(super) fn calendar(record: &mut Record) -> CalendarRow {
    record.leave(REMARKS);
    let dates = (record.read_optional("date_from", DateIso), record.read_optional("date_to", DateIso));
    let days = record.read_or("weekdays", Days, Vec::new());
    let factors = record.read_or("kg_factor", Numbers(Number(0.0, 20.0)), vec![1.0]);
    let row = CalendarRow {
        id: record.read("id", Words),
        kind: record.read("kind", CALENDAR_KINDS).to_owned(),
        name: record.read("name", Words),
        scope: scope(record),
        dates: match dates {
            (Some(from), to) => Some((from, to.unwrap_or(from))),
            (None, _) => None,
        },
        weekdays: days.iter().enumerate().map(|(i, day)| (*day, *factors.get(i).or(factors.last()).unwrap_or(&1.0))).collect(),
        kg_factor: if days.is_empty() { *factors.first().unwrap_or(&1.0) } else { 1.0 },
        service: record.read_or("service", SERVICE, ServiceLevel::Normal),
        certainty: record.words("certainty"),
    };
    if let Some((from, to)) = row.dates.filter(|(from, to)| from > to) {
        let fault = record.fault_of("dates-reversed", "date_to").with("from", from.to_string()).with("to", to.to_string());
        record.record(fault);
    }
    let is_dated = record.has("date_from") || record.has("date_to");
    if is_dated == record.has("weekdays") || record.has("date_to") && !record.has("date_from") {
        let fault = Fault::error("calendar-when", record.place()).with("value", row.id.clone());
        record.record(fault);
    }
    if factors.len() != 1 && factors.len() != days.len() {
        let fault = record.fault_of("calendar-factors", "kg_factor").with("factors", factors.len()).with("days", days.len());
        record.record(fault);
    }
    row
}

/// `all`, `commune:CODE` or `point:ID`; an id alone is a point's.
fn scope(record: &mut Record) -> Scope {
    let text = record.read("scope", Words);
    match text.split_once(':').map(|(whom, which)| (whom.trim().to_lowercase(), which.trim().to_owned())) {
        Some((whom, which)) if whom == "commune" && !which.is_empty() => Scope::Commune(which),
        Some((whom, which)) if whom == "point" && !which.is_empty() => Scope::Point(which),
        None if text.is_empty() || text.eq_ignore_ascii_case("all") => Scope::All,
        None => Scope::Point(text),
        Some((whom, _)) => {
            let suggestion = did_you_mean(&whom, ["commune", "point"]).unwrap_or(NO_SUGGESTION);
            let fault = record.fault_of("scope-malformed", "scope").with("suggestion", suggestion);
            record.record(fault);
            Scope::All
        }
    }
}

fn weekday_factor(record: &mut Record) -> [f64; 7] {
    let factors = record.read_or("weekday_factor", Numbers(Number(0.0, 20.0)), vec![1.0; 7]);
    <[f64; 7]>::try_from(factors.as_slice()).unwrap_or_else(|_| {
        // An empty list is one that couldn't be read, and has its fault.
        if !factors.is_empty() {
            let fault = record.fault_of("list-length", "weekday_factor").with("length", factors.len()).with("wanted", 7_usize);
            record.record(fault);
        }
        [1.0; 7]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::{Faults, Place};
    use crate::table::Content;
    use crate::table::{Field, Holder};

    #[test]
    fn an_area_does_not_depend_on_how_the_outline_is_wound() {
        // 0.01 degrees at the equator: 1,113.2 m × 1,105.7 m = 1.231 km².
        let corners = [(0.0, 0.0), (0.01, 0.0), (0.01, 0.01), (0.0, 0.01), (0.0, 0.0)];
        let mut wound = corners;
        wound.reverse();
        for ring in [corners, wound] {
            let outline = MultiPolygon::new(vec![geo::Polygon::new(ring.to_vec().into(), vec![])]);
            let mut faults = Faults::new();
            let field = |name: &str, text: &str| Field { name: name.into(), content: Content::words(text), place: Place::default() };
            let fields = [("code", "1"), ("name", "A"), ("kind", "Xã"), ("population", "1.234")].map(|(name, text)| field(name, text));
            let row = commune(&mut Record::new(Holder::Property, Place::default(), fields.to_vec(), &mut faults), outline);
            assert_eq!((row.area_km2 * 1000.0).round(), 1231.0);
            assert_eq!((row.town, row.population), (false, 1234));
            assert!(faults.is_empty());
        }
    }
}
