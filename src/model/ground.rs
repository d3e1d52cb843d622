//! What the roads give the model: travel times for each kind of truck.

use crate::matrix::Matrix;

/// Tables of travel times and distances over all locations (depots, facilities, points, in the order of their files).
#[derive(Clone, Debug)]
pub struct Ground {
    /// One table for each truck profile.
    pub matrices: Vec<Matrix>,
    /// The profile of each truck of the file.
    pub profile_of_truck: Vec<usize>,
}
