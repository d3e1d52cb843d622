//! Reads all files of a project.

use std::fs;
use std::path::Path;

use sha2::{Digest, Sha256};

use super::check::{CHECKS, restore_zeros};
use super::rows::{CalendarRow, CommuneRow, DepotRow, FacilityRow, PointRow, TruckRow};
use super::{Dataset, columns};
use crate::fault::{Fault, Faults, NO_SUGGESTION, Place, Source, did_you_mean};
use crate::geometry::read_features;
use crate::roads::RoadLine;
use crate::settings::Settings;
use crate::table::{Record, Rows, decode, read_sheet};

/// The files of a project, in the order in which they are read and counted into the fingerprint; whether each must be there.
const FILES: [(&str, bool); 8] = [
    ("project.toml", true),
    ("communes.geojson", true),
    ("roads.geojson", true),
    ("points.csv", true),
    ("trucks.csv", true),
    ("depots.csv", true),
    ("facilities.csv", true),
    ("calendar.csv", false),
];

/// Largest file that is read, in bytes: a district has less than a hundredth of it.
const LARGEST_FILE: u64 = 256 << 20;

/// What has been read so far, faulty rows included; checks look at it as a whole.
pub(super) struct Draft {
    pub settings: Option<Settings>,
    pub communes: Rows<CommuneRow>,
    pub roads: Rows<RoadLine>,
    pub points: Rows<PointRow>,
    pub trucks: Rows<TruckRow>,
    pub depots: Rows<DepotRow>,
    pub facilities: Rows<FacilityRow>,
    pub calendar: Rows<CalendarRow>,
}

impl Dataset {
    /// Reads the project in `folder`, with every fault of every file.
    ///
    /// There is a dataset where no fault is an error.
    pub fn read(folder: &Path) -> (Option<Self>, Faults) {
        let mut faults = Faults::new();
        if !folder.is_dir() {
            let code = if folder.exists() { "project-no-folder" } else { "project-missing" };
            faults.push(Fault::error(code, Place::default()).with("folder", folder.display().to_string()));
            return (None, faults);
        }
        let files: Vec<_> = FILES.iter().map(|(name, required)| read_file(folder, name, *required, &mut faults)).collect();
        let dataset = Self::from_files(&files, &mut faults);
        (dataset, faults)
    }

    /// Reads a project from the contents of its files, in the order of the shelf; nothing for a file that isn't there.
    fn from_files(files: &[Option<Vec<u8>>], faults: &mut Faults) -> Option<Self> {
        let mut fingerprint = Sha256::new();
        for ((name, _), bytes) in FILES.iter().zip(files) {
            // Lengths keep the end of one file apart from the start of the next.
            let bytes = bytes.as_deref().unwrap_or_default();
            fingerprint.update(format!("{name}\0{}\0", bytes.len()));
            fingerprint.update(bytes);
        }
        let sources: Vec<Option<Source>> =
            FILES.iter().zip(files).map(|((name, _), bytes)| decode(name, bytes.as_deref()?, faults)).collect();
        let mut draft = Draft::read(&sources, faults);
        restore_zeros(&mut draft, faults);
        for check in CHECKS {
            check(&draft, faults);
        }
        let complete = !faults.has_errors();
        let fingerprint = fingerprint.finalize().iter().map(|byte| format!("{byte:02x}")).collect();
        draft.settings.filter(|_| complete).map(|settings| Self {
            settings,
            communes: draft.communes.into_sound(),
            points: draft.points.into_sound(),
            trucks: draft.trucks.into_sound(),
            depots: draft.depots.into_sound(),
            facilities: draft.facilities.into_sound(),
            calendar: draft.calendar.into_sound(),
            roads: draft.roads.into_sound(),
            fingerprint,
        })
    }
}

impl Draft {
    fn read(sources: &[Option<Source>], faults: &mut Faults) -> Self {
        let source = |name: &str| FILES.iter().position(|(file, _)| *file == name).and_then(|i| sources[i].as_ref());
        Self {
            settings: source("project.toml").and_then(|source| Settings::read(source, faults)),
            communes: source("communes.geojson")
                .map_or_else(Rows::default, |source| filled(source, read_features(source, faults, columns::commune), faults)),
            roads: source("roads.geojson").map_or_else(Rows::default, |source| filled(source, RoadLine::read(source, faults), faults)),
            points: sheet(source("points.csv"), columns::point, faults),
            trucks: sheet(source("trucks.csv"), columns::truck, faults),
            depots: sheet(source("depots.csv"), columns::depot, faults),
            facilities: sheet(source("facilities.csv"), columns::facility, faults),
            // A district without market days and holidays has a calendar with nothing but its header.
            calendar: source("calendar.csv").map_or_else(Rows::default, |source| read_sheet(source, faults, columns::calendar)),
        }
    }
}

fn sheet<T>(source: Option<&Source>, read: fn(&mut Record) -> T, faults: &mut Faults) -> Rows<T> {
    source.map_or_else(Rows::default, |source| filled(source, read_sheet(source, faults, read), faults))
}

/// The rows, with a fault where a file that could be read has none.
fn filled<T>(source: &Source, rows: Rows<T>, faults: &mut Faults) -> Rows<T> {
    let is_known = faults.sorted().iter().any(|fault| fault.place.file() == &*source.name);
    if rows.is_empty() && !is_known {
        faults.push(Fault::error("file-without-rows", source.place()).with("file", &*source.name));
    }
    rows
}

fn read_file(folder: &Path, name: &'static str, required: bool, faults: &mut Faults) -> Option<Vec<u8>> {
    let path = folder.join(name);
    let size = match fs::metadata(&path) {
        Ok(metadata) if metadata.is_file() => metadata.len(),
        _ => {
            if required {
                faults.push(missing(folder, name));
            }
            return None;
        }
    };
    if size > LARGEST_FILE {
        let fault = Fault::error("file-too-large", Place::of_file(name)).with("megabytes", (size >> 20) as usize);
        faults.push(fault.with("most", (LARGEST_FILE >> 20) as usize));
        return None;
    }
    match fs::read(&path) {
        Ok(bytes) => Some(bytes),
        Err(error) => {
            faults.push(Fault::error("file-unreadable", Place::of_file(name)).with("reason", error.to_string()));
            None
        }
    }
}

fn missing(folder: &Path, name: &'static str) -> Fault {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut others: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    others.retain(|other| FILES.iter().all(|(file, _)| file != other));
    others.sort();
    let suggestion = did_you_mean(name, others.iter().map(String::as_str)).unwrap_or(NO_SUGGESTION);
    let purpose = name.split('.').next().unwrap_or(name);
    Fault::error("file-missing", Place::of_file(name)).with("file", name).with("purpose", purpose).with("suggestion", suggestion)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_real_district_has_no_fault() {
        let (dataset, faults) = Dataset::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("maps/phu-luong"));
        let codes: Vec<_> = faults.sorted().iter().map(|fault| format!("{} {}", fault.place, fault.code)).collect();
        assert_eq!(codes, Vec::<String>::new());
        let dataset = dataset.expect("a dataset");
        let people: i64 = dataset.points.iter().map(|point| point.value.people_served).sum();
        assert_eq!((dataset.communes.len(), dataset.points.len(), dataset.roads.len(), people), (15, 334, 1142, 116_538));
        assert_eq!((dataset.trucks.len(), dataset.depots.len(), dataset.facilities.len(), dataset.calendar.len()), (6, 1, 2, 32));
        let fewest = dataset.points.iter().map(|point| dataset.fewest_visits(&point.value).unwrap_or(0)).sum::<usize>();
        assert_eq!(fewest, 617);
        let grams: i64 = dataset.points.iter().flat_map(|point| dataset.grams_of_week(&point.value)).sum();
        assert_eq!((grams + 50_000) / 100_000, 4234, "423.4 t a week");
    }
}
