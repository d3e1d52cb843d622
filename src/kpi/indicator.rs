//! What an indicator is.

use super::INDICATORS;
use super::facts::Facts;
use crate::text::{Argument, Text};

/// A figure of a plan, for the district or for a commune.
pub trait Indicator: Sync {
    /// Stable key, `kebab-case`; its name in the catalogue is `kpi-` and this.
    fn key(&self) -> &'static str;

    /// What it is measured in.
    fn unit(&self) -> Unit;

    /// Its value, or nothing where it means nothing (a mean over nobody, a figure of the district asked for a commune).
    fn measure(&self, facts: &Facts, scope: Scope) -> Option<f64>;
}

/// What an indicator is measured over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All communes.
    District,
    /// The commune of that index.
    Commune(usize),
    /// The commune of 2025 of that index in [`Facts::communes_2025`]: all communes that are part of it.
    Commune2025(usize),
}

/// What an indicator is measured in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// People.
    People,
    /// A share of 1, shown in per cent.
    Share,
    /// Visits.
    Visits,
    /// Visits a week.
    VisitsPerWeek,
    /// Days.
    Days,
    /// Tonnes.
    Tonnes,
    /// Kilometres.
    Kilometres,
    /// Hours.
    Hours,
    /// VND.
    Vnd,
    /// VND for each tonne.
    VndPerTonne,
    /// VND for each person and month.
    VndPerPersonMonth,
    /// Different sets of days.
    Patterns,
    /// A coefficient between 0 and 1.
    Coefficient,
}

/// The indicator of a key.
pub fn indicator(key: &str) -> Option<&'static dyn Indicator> {
    INDICATORS.iter().copied().find(|indicator| indicator.key() == key)
}

impl dyn Indicator {
    /// Its name in the words of a language.
    pub fn name(&self, text: &Text) -> String {
        text.plain(&format!("kpi-{}", self.key()))
    }
}

impl Unit {
    /// Its key in the catalogue: a sentence that is filled with `$value`.
    pub fn key(self) -> &'static str {
        match self {
            Self::People => "kpi-unit-people",
            Self::Share => "kpi-unit-share",
            Self::Visits => "kpi-unit-visits",
            Self::VisitsPerWeek => "kpi-unit-visits-per-week",
            Self::Days => "kpi-unit-days",
            Self::Tonnes => "kpi-unit-tonnes",
            Self::Kilometres => "kpi-unit-kilometres",
            Self::Hours => "kpi-unit-hours",
            Self::Vnd => "kpi-unit-vnd",
            Self::VndPerTonne => "kpi-unit-vnd-per-tonne",
            Self::VndPerPersonMonth => "kpi-unit-vnd-per-person-month",
            Self::Patterns => "kpi-unit-patterns",
            Self::Coefficient => "kpi-unit-coefficient",
        }
    }

    /// How many decimals a value is shown with (a share as a percentage).
    pub fn decimals(self) -> usize {
        match self {
            Self::VisitsPerWeek | Self::Days | Self::Tonnes | Self::Hours => 1,
            Self::Coefficient => 2,
            _ => 0,
        }
    }

    /// A value with its unit, in the words of a language.
    pub fn worded(self, value: f64, text: &Text) -> String {
        let shown = if self == Self::Share { value * 100.0 } else { value };
        text.say(self.key(), &[("value", Argument::Number(shown, self.decimals()))])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{at, district, plan};
    use crate::text::Language;
    use crate::units::Kilograms;

    #[test]
    fn every_indicator_and_unit_has_its_words() {
        for text in Language::ALL.map(Text::new) {
            for (index, indicator) in INDICATORS.iter().enumerate() {
                assert!(!indicator.name(&text).starts_with('['), "{}", indicator.key());
                assert!(text.has(indicator.unit().key()));
                assert!(INDICATORS[..index].iter().all(|earlier| earlier.key() != indicator.key()));
            }
        }
        assert_eq!(Unit::Share.worded(0.331, &Text::new(Language::Vietnamese)), "33%");
        assert_eq!(Unit::Tonnes.worded(1234.5, &Text::new(Language::Vietnamese)), "1.234,5 tấn");
    }

    #[test]
    fn the_indicators_of_a_small_week_by_hand() {
        // Commune 0: point 0 (10 people, Monday and Saturday, 200 + 500 kg burnt), point 1 (20 people, Monday, 700 kg to a
        // landfill without approval). Commune 1: point 2 (30 people, today 2 visits, none in the plan). 700 kg each.
        let mut problem = district(3, 1);
        (problem.points[1].people, problem.points[2].people, problem.points[2].commune) = (20, 30, 1);
        problem.points[2].visits_today = 2;
        problem.facilities[1].approved = false;
        let monday: &[(&[usize], Option<usize>)] = &[(&[0], Some(0)), (&[1], Some(1))];
        let week = plan(&problem, &[(0, 0, at(6, 0), monday), (5, 0, at(6, 0), &[(&[0], Some(0))])]);
        let facts = Facts::new(&problem, &week);
        let measured = |key: &str, scope| {
            let value = indicator(key).unwrap_or_else(|| panic!("no indicator {key}")).measure(&facts, scope);
            value.map(|value| (value * 1000.0).round() / 1000.0)
        };
        let expected = [
            ("people", Some(60.0)),
            ("people-served-today", Some(30.0)),
            ("people-served-today-share", Some(0.5)),
            ("people-served", Some(30.0)),
            ("people-short", Some(30.0)),
            // 2 · 30 / 60 today; (10 · 2 + 20 · 1) / 60 in the plan.
            ("visits-mean-today", Some(1.0)),
            ("visits-mean", Some(0.667)),
            ("visits-least", Some(0.0)),
            ("visits", Some(3.0)),
            ("longest-gap", Some(7.0)),
            // (10 · (4 + 25) + 20 · 49 + 30 · 98) / (14 · 60) = 4210 / 840.
            ("waiting-age", Some(5.012)),
            ("waiting-age-worst-commune", Some(7.0)),
            ("waste-made", Some(2.1)),
            ("waste-collected", Some(1.4)),
            ("waste-burnt-share", Some(0.333)),
            ("waste-landfilled-share", Some(0.0)),
            ("waste-unapproved-share", Some(0.333)),
            ("waste-not-collected-share", Some(0.333)),
            // Five legs on Monday and three on Saturday, of 5 km.
            ("distance", Some(40.0)),
            // Monday 10 + 50 + 7 + 12 + 5:12 + 5:42 min, Saturday 10 + 30 + 10 + 5:30: 145 min 24 s.
            ("working-hours", Some(2.423)),
            // 280,000 + 290,800 + 600,000 + 0.7 t · 250,000 + 0.7 t · 120,000.
            ("cost", Some(1_429_800.0)),
            ("cost-per-tonne", Some(1_021_285.714)),
            ("cost-per-person-month", Some(206_526.667)),
            ("day-patterns", Some(2.0)),
            // 1,400 kg over three trips of 4,000.
            ("load-factor", Some(0.117)),
        ];
        for (key, value) in expected {
            assert_eq!(measured(key, Scope::District), value, "{key}");
        }
        let commune = Scope::Commune(1);
        assert_eq!((measured("people-served-share", commune), measured("day-patterns", commune)), (Some(0.0), Some(0.0)));
        assert_eq!((measured("cost-per-tonne", commune), measured("load-factor", commune)), (None, None));
        assert_eq!(problem.points[2].weekly, Kilograms(700));
        assert_eq!(measured("waste-not-collected", commune), Some(0.7));
    }

    #[test]
    fn nothing_is_measured_of_an_empty_district() {
        let problem = district(0, 0);
        let week = plan(&problem, &[]);
        let facts = Facts::new(&problem, &week);
        for indicator in INDICATORS {
            assert!(indicator.measure(&facts, Scope::District).is_none_or(|value| value == 0.0), "{}", indicator.key());
        }
    }
}
