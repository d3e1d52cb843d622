//! What the calendar makes of a week: factors of waste, and days without service.

use jiff::civil::Date;

use super::DaySet;
use crate::dataset::{CalendarRow, Dataset, Scope, ServiceLevel, factors_of_week};

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
        let rows = || dataset.calendar.iter().map(|row| &row.value);
        let mut week = Self {
            closed: DaySet::EMPTY,
            factors: dataset.points.iter().map(|point| factors_of_week(&point.value, rows())).collect(),
            open: vec![DaySet::all(N_DAYS); dataset.points.len()],
        };
        if let Some(monday) = monday {
            rows().for_each(|row| week.apply(dataset, row, monday));
        }
        week
    }

    /// Waste of a point on each day, as factors of its ordinary day.
    pub fn factors(&self, point: usize) -> [f64; N_DAYS] {
        self.factors[point]
    }

    /// Days on which a point may be served, as far as the calendar is concerned.
    pub fn open_days(&self, point: usize) -> DaySet {
        DaySet(self.open[point].0 & !self.closed.0)
    }

    /// What the dates of a row change; its weekdays are in the factors already.
    fn apply(&mut self, dataset: &Dataset, row: &CalendarRow, monday: Date) {
        let Some((first, last)) = row.dates else { return };
        let concerned: Vec<usize> = (0..dataset.points.len()).filter(|point| row.scope.holds(&dataset.points[*point].value)).collect();
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
        if row.service == ServiceLevel::None && row.scope == Scope::All {
            self.closed = self.closed.with(day);
            return;
        }
        for point in concerned.iter().filter(|point| stops_service(dataset, row, **point)) {
            self.open[*point] = self.open[*point].without(day);
        }
    }
}

/// Whether nobody comes to the point of that index on the dates of a row.
pub fn stops_service(dataset: &Dataset, row: &CalendarRow, point: usize) -> bool {
    let concerned = row.scope.holds(&dataset.points[point].value);
    concerned
        && match row.service {
            ServiceLevel::Normal => false,
            ServiceLevel::Reduced => !is_town_or_market(dataset, point),
            ServiceLevel::None => true,
        }
}

/// Reduced service runs to towns and markets only.
fn is_town_or_market(dataset: &Dataset, point: usize) -> bool {
    let row = &dataset.points[point].value;
    row.kind == "market" || dataset.communes.iter().any(|commune| commune.value.code == row.commune_code && commune.value.town)
}
