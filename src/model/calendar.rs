//! What the calendar makes of a week: factors of waste, and days without service.

use jiff::civil::Date;

use super::DaySet;
use crate::dataset::{CalendarRow, Dataset, Scope, ServiceLevel};

const N_DAYS: usize = 7;

/// The week as each point has it.
pub(super) struct Week {
    /// Days without any service.
    pub closed: DaySet,
    /// Factor of the waste of an ordinary day, by point and day.
    factors: Vec<[f64; N_DAYS]>,
    /// Days on which a point may be served.
    open: Vec<DaySet>,
}

impl Week {
    /// The ordinary week, or the dated one from `monday` on.
    pub fn new(dataset: &Dataset, monday: Option<Date>) -> Self {
        let mut week = Self {
            closed: DaySet::EMPTY,
            factors: dataset.points.iter().map(|point| point.value.weekday_factor).collect(),
            open: vec![DaySet::all(N_DAYS); dataset.points.len()],
        };
        for row in &dataset.calendar {
            week.apply(dataset, &row.value, monday);
        }
        week
    }

    /// Waste of a point on a day, as a factor of its ordinary day.
    pub fn factor(&self, point: usize, day: usize) -> f64 {
        self.factors[point][day]
    }

    /// Days on which a point may be served, as far as the calendar is concerned.
    pub fn open_days(&self, point: usize) -> DaySet {
        DaySet(self.open[point].0 & !self.closed.0)
    }

    fn apply(&mut self, dataset: &Dataset, row: &CalendarRow, monday: Option<Date>) {
        let concerned: Vec<usize> = (0..dataset.points.len()).filter(|point| concerns(dataset, &row.scope, *point)).collect();
        for (day, factor) in &row.weekdays {
            concerned.iter().for_each(|point| self.factors[*point][*day] *= factor);
        }
        let (Some(monday), Some((first, last))) = (monday, row.dates) else { return };
        for day in 0..N_DAYS {
            let date = monday.saturating_add(jiff::Span::new().days(day as i64));
            if date < first || date > last {
                continue;
            }
            concerned.iter().for_each(|point| self.factors[*point][day] *= row.kg_factor);
            self.restrict(dataset, row, day, &concerned);
        }
    }

    fn restrict(&mut self, dataset: &Dataset, row: &CalendarRow, day: usize, concerned: &[usize]) {
        match row.service {
            ServiceLevel::Normal => {}
            ServiceLevel::None if row.scope == Scope::All => self.closed = self.closed.with(day),
            ServiceLevel::None => concerned.iter().for_each(|point| self.open[*point] = self.open[*point].without(day)),
            ServiceLevel::Reduced => {
                for point in concerned.iter().filter(|point| !is_town_or_market(dataset, **point)) {
                    self.open[*point] = self.open[*point].without(day);
                }
            }
        }
    }
}

fn concerns(dataset: &Dataset, scope: &Scope, point: usize) -> bool {
    let row = &dataset.points[point].value;
    match scope {
        Scope::All => true,
        Scope::Commune(code) => row.commune_code == *code,
        Scope::Point(id) => row.id == *id,
    }
}

/// Reduced service runs to towns and markets only.
fn is_town_or_market(dataset: &Dataset, point: usize) -> bool {
    let row = &dataset.points[point].value;
    row.kind == "market" || dataset.communes.iter().any(|commune| commune.value.code == row.commune_code && commune.value.town)
}
