//! How hot the search is, and what it asks for, from the start of a run to its end.
//!
//! # Why
//!
//! A raise of service and a missed requirement both cost hours, and hours bind. With all weights at once, the search is frozen
//! in the first week that fits: to serve a far village, ten visits elsewhere have to go first. So requirements come first, at
//! penalties so low that every point is served; the routes get short, the penalties rise, and the hours that are left buy service.

use super::params::Parameters;

/// What holds for an epoch.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Moment {
    /// Temperature in costs of a visit.
    pub temperature: f64,
    /// Share of its full price that service has.
    pub service_share: f64,
    /// Seconds beyond a limit that cost as much as a visit; nothing where the penalties adapt.
    pub seconds_per_visit: Option<f64>,
}

/// The moment at `progress`, from 0 (start) to 1 (end of the run).
pub(super) fn moment(parameters: &Parameters, progress: f64) -> Moment {
    let requirements = progress / parameters.requirements_until;
    let rise = (progress - parameters.requirements_until) / (parameters.service_from - parameters.requirements_until);
    let beyond = (progress - parameters.service_from) / (1.0 - parameters.service_from);
    Moment {
        temperature: geometric(parameters.temperature_first, parameters.temperature_last, progress),
        service_share: if beyond > 0.0 { geometric(1.0, parameters.service_share_last, beyond) } else { rise.clamp(0.0, 1.0) },
        seconds_per_visit: (requirements < 1.0)
            .then(|| geometric(parameters.seconds_per_visit_first, parameters.seconds_per_visit_last, requirements)),
    }
}

/// From `first` to `last` by equal factors. The logarithm is the same on every machine.
fn geometric(first: f64, last: f64, progress: f64) -> f64 {
    first * libm::exp(libm::log(last / first) * progress)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn requirements_come_first_and_service_later() {
        let parameters = Parameters::default();
        let (start, middle, end) = (moment(&parameters, 0.0), moment(&parameters, 0.7), moment(&parameters, 1.0));
        assert_eq!((start.service_share, start.seconds_per_visit), (0.0, Some(300.0)));
        assert!((middle.service_share - 0.5).abs() < 1e-9);
        assert_eq!(middle.seconds_per_visit, None);
        assert!((end.service_share - parameters.service_share_last).abs() < 1e-9);
        assert!((end.temperature - 0.05).abs() < 1e-12);
    }
}
