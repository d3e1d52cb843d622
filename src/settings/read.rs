//! Reads `project.toml`.

use toml::de::{DeTable, DeValue};

use super::{Cost, Crew, Figure, Reserve, Service, Settings, Simulation, Waste};
use crate::fault::{Fault, Faults, NO_SUGGESTION, Source, did_you_mean};
use crate::table::{Content, Field, Holder, Lines, Number, Record, Whole, Words, YES_NO, toml_content};
use crate::units::Vnd;

/// Most money a setting may name: a thousand billion đồng.
const MOST_VND: i64 = 1_000_000_000_000;
/// Largest share that may be kept in reserve.
const MOST_RESERVE: f64 = 0.9;

impl Settings {
    /// The settings in a TOML file. Everything but the name has a default; unknown keys are warned of.
    ///
    /// Gives nothing where the file is no TOML; a value that can't be read is replaced by a neutral one and recorded as a fault.
    pub fn read(source: &Source, faults: &mut Faults) -> Option<Settings> {
        let lines = Lines::new(source);
        let (root, errors) = DeTable::parse_recoverable(&source.text);
        for error in &errors {
            let place = error.span().map_or(source.place(), |span| lines.place(span.start));
            faults.push(Fault::error("toml-syntax", place));
        }
        if !errors.is_empty() {
            return None;
        }
        let root = root.get_ref();
        let mut sections = Sections { root, lines: &lines, source, faults, known: vec!["name"] };
        let name = sections.root_name();
        let settings = Settings {
            name,
            service: sections.read("service", service),
            reserve: sections.read("reserve", reserve),
            cost: sections.read("cost", cost),
            crew: sections.read("crew", crew),
            waste: sections.read("waste", waste),
            simulation: with_origins(sections.read("simulation", simulation), sections.read("simulation_origin", origins)),
        };
        sections.check_unknown();
        Some(settings)
    }
}

fn service(record: &mut Record) -> Service {
    Service {
        never_below_today: record.read_or("never_below_today", YES_NO, true),
        worst_commune_weight: record.read_or("worst_commune_weight", Number(0.0, 100.0), 0.25),
        day_patterns_per_commune: record.read_or("day_patterns_per_commune", Whole(1, 127), 3) as usize,
    }
}

fn reserve(record: &mut Record) -> Reserve {
    Reserve {
        hours: record.read_or("hours", Number(0.0, MOST_RESERVE), 0.05),
        payload: record.read_or("payload", Number(0.0, MOST_RESERVE), 0.05),
    }
}

fn cost(record: &mut Record) -> Cost {
    let budget = record.read_or("budget_vnd_per_week", Whole(0, MOST_VND), 0);
    Cost {
        budget_per_week: (budget > 0).then_some(Vnd(budget)),
        burn_first: record.read_or("burn_first", YES_NO, true),
        diesel_vnd_per_l: record.read_or("diesel_vnd_per_l", Number(0.0, 1_000_000.0), 20_000.0),
        extra_day_pattern: Vnd(record.read_or("extra_day_pattern_vnd_per_week", Whole(0, MOST_VND), 50_000)),
    }
}

fn crew(record: &mut Record) -> Crew {
    Crew {
        preparation_min: record.read_or("preparation_min", Number(0.0, 240.0), 10.0),
        max_driving_hours_per_day: record.read_or("max_driving_hours_per_day", Number(0.5, 24.0), 10.0),
        max_driving_hours_without_break: record.read_or("max_driving_hours_without_break", Number(0.5, 24.0), 4.0),
    }
}

fn waste(record: &mut Record) -> Waste {
    Waste {
        container_density_kg_per_m3: record.read_or("container_density_kg_per_m3", Number(10.0, 2000.0), 250.0),
        compacted_density_kg_per_m3: record.read_or("compacted_density_kg_per_m3", Number(10.0, 2000.0), 500.0),
        speed_factor: record.read_or("speed_factor", Number(0.05, 2.0), 0.9),
    }
}

fn simulation(record: &mut Record) -> Simulation {
    Figure::ALL.iter().fold(Simulation::default(), |read, figure| {
        let facts = figure.facts();
        read.with(*figure, record.read_or(facts.key, Number(facts.least, facts.most), facts.default))
    })
}

fn origins(record: &mut Record) -> Vec<Option<String>> {
    Figure::ALL.iter().map(|figure| record.read_optional(figure.facts().key, Words)).collect()
}

fn with_origins(simulation: Simulation, origins: Vec<Option<String>>) -> Simulation {
    Figure::ALL.iter().zip(origins).fold(simulation, |simulation, (figure, origin)| simulation.with_origin(*figure, origin))
}

/// The tables of the file, and which of them were asked for.
struct Sections<'s, 'f> {
    root: &'s DeTable<'s>,
    lines: &'s Lines<'s>,
    source: &'s Source,
    faults: &'f mut Faults,
    known: Vec<&'static str>,
}

impl Sections<'_, '_> {
    fn root_name(&mut self) -> String {
        let mut record = Record::new(Holder::Setting, self.source.place(), fields(self.root, self.lines), self.faults);
        record.read("name", Words)
    }

    fn read<T>(&mut self, name: &'static str, read: fn(&mut Record) -> T) -> T {
        self.known.push(name);
        let value = self.root.get(name);
        let place = value.map_or(self.source.place(), |value| self.lines.place(value.span().start));
        let section = match value.map(|value| value.get_ref()) {
            Some(DeValue::Table(section)) => Some(section),
            Some(_) => {
                self.faults.push(Fault::error("section-malformed", place.clone()).with("section", name));
                None
            }
            None => None,
        };
        let fields = section.map(|section| fields(section, self.lines)).unwrap_or_default();
        let mut record = Record::new(Holder::Setting, place, fields, self.faults);
        let value = read(&mut record);
        let known: Vec<&'static str> = record.asked().iter().map(|(name, _)| *name).collect();
        if let Some(section) = section {
            warn_of_strangers(section, &known, self.lines, self.faults);
        }
        value
    }

    fn check_unknown(self) {
        warn_of_strangers(self.root, &self.known, self.lines, self.faults);
    }
}

fn warn_of_strangers(section: &DeTable, known: &[&'static str], lines: &Lines, faults: &mut Faults) {
    for key in section.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
        let name = key.get_ref();
        let missing = known.iter().copied().filter(|known| !section.contains_key(*known));
        let fault = Fault::warning("field-unknown", lines.place(key.span().start)).with("holder", Holder::Setting.key());
        let suggestion = did_you_mean(name, missing).unwrap_or(NO_SUGGESTION);
        faults.push(fault.with("field", Content::words(name).shown()).with("suggestion", suggestion));
    }
}

fn fields(section: &DeTable, lines: &Lines) -> Vec<Field> {
    let field = |key: &str, value: &toml::Spanned<DeValue>| Field {
        name: key.to_owned(),
        content: toml_content(value.get_ref()),
        place: lines.place(value.span().start),
    };
    section.iter().map(|(key, value)| field(key.get_ref(), value)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Option<Settings>, Vec<String>) {
        let source = Source { name: "project.toml".into(), text: text.to_owned() };
        let mut faults = Faults::new();
        let settings = Settings::read(&source, &mut faults);
        (settings, faults.sorted().iter().map(|fault| format!("{} {}", fault.place, fault.code)).collect())
    }

    #[test]
    fn a_name_is_enough() {
        let (settings, faults) = read("name = \"Ba Xã\"\n");
        assert_eq!(faults, Vec::<String>::new());
        let settings = settings.expect("settings");
        assert_eq!((settings.name.as_str(), settings.reserve.hours), ("Ba Xã", 0.05));
        assert_eq!(settings.cost.budget_per_week, None);
    }

    #[test]
    fn a_figure_of_the_simulation_is_assumed_until_it_has_an_origin() {
        let text = "name = \"x\"\n[simulation]\nleg_deviation = 0.1\nbreakdown = 1\n[simulation_origin]\nleg_deviation = \"GPS, 2025\"\n";
        let (settings, faults) = read(text);
        assert_eq!(faults, ["project.toml:4:1 field-unknown"]);
        let simulation = settings.expect("settings").simulation;
        assert_eq!((simulation.value(Figure::LegDeviation), simulation.origin(Figure::LegDeviation)), (0.1, Some("GPS, 2025")));
        assert_eq!((simulation.value(Figure::Breakdowns), simulation.origin(Figure::Breakdowns)), (0.01, None));
        assert_eq!(read("name = \"x\"\n[simulation]\nbreakdowns = 2\n").1, ["project.toml:3:14 number-out-of-range"]);
    }

    #[test]
    fn values_out_of_range_and_strange_keys_are_named() {
        let (_, faults) = read("name = \"x\"\n[reserve]\nhours = 1.5\npayloads = 0.1\n[cots]\n");
        assert_eq!(faults, ["project.toml:3:9 number-out-of-range", "project.toml:4:1 field-unknown", "project.toml:5:2 field-unknown"]);
        assert_eq!(read("name = \"x\"\n[cost]\nbudget_vnd_per_week = -1\n").1, ["project.toml:3:23 number-negative"]);
        assert_eq!(read("name = \"x\"\n[crew]\npreparation_min = [1]\n").1, ["project.toml:3:19 not-a-number"]);
        assert_eq!(read("[reserve]\n").1, ["project.toml field-missing"]);
        assert_eq!(read("name = \"x\"\nreserve = 3\n").1, ["project.toml:2:11 section-malformed"]);
    }

    #[test]
    fn broken_toml_is_named_with_its_line() {
        let (settings, faults) = read("name = \"x\"\nhours = = 3\n");
        assert!(settings.is_none());
        assert!(faults[0].starts_with("project.toml:2:"), "{faults:?}");
        assert!(faults[0].ends_with("toml-syntax"), "{faults:?}");
        assert!(read(&"[".repeat(100_000)).0.is_none());
        assert!(read(&format!("a = {}", "[".repeat(100_000))).0.is_none());
    }
}
