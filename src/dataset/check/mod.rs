//! Checks of the files against each other: one file per matter, one line per check.

mod points;
mod references;
mod sites;
mod trucks;

pub(super) use references::restore_zeros;

use super::read::Draft;
use crate::fault::Faults;

/// A check looks at what was read and records what is wrong.
type Check = fn(&Draft, &mut Faults);

/// Every check, in the order in which they run.
pub(super) const CHECKS: &[Check] = &[
    references::ids_are_unique,
    references::references_lead_somewhere,
    sites::positions_are_near_each_other,
    sites::points_lie_in_their_communes,
    sites::facilities_can_be_used,
    sites::facilities_are_not_too_many,
    sites::hours_are_in_order,
    points::days_and_frequencies_agree,
    points::windows_are_in_order,
    points::every_point_has_a_pattern,
    points::people_and_waste_make_sense,
    trucks::shifts_are_in_order,
    trucks::weights_make_sense,
    trucks::every_truck_has_a_road,
    trucks::every_visit_fits_a_truck,
];
