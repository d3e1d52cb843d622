//! A plan lived through random weeks: does it hold?
//!
//! [`simulate`] runs a plan through as many weeks as are asked for, [`paired`] two plans through the same weeks, [`sensitivity`] shows which
//! figure of the settings decides, [`find_reserve`] how much reserve makes a plan hold, and what that costs in service.
//!
//! # What is random
//!
//! The waste of a week, of a day at a point and of a market day; rain, which makes waste heavier and driving and burning slower; travel times of a
//! day and of a leg; service and unloading times; breakdowns of trucks and their repair; throughput and stops of furnaces. The figures are in
//! `[simulation]` of `project.toml` ([`crate::settings::Figure`]). Variations are standard deviation over mean of log-normal factors with mean 1; rain does not move the
//! mean over dry and rainy days, which is the planned value times the level of the settings. Each random
//! number belongs to a week, a day and a point, truck or facility by its id, not to the order in which it is asked for: two plans meet the same
//! world (common random numbers; Law, *Simulation Modeling and Analysis*, 5th ed. 2015, ch. 11.2).
//!
//! # What crews do
//!
//! 1. They keep to the plan: its start, order, facilities and break. With nothing random they do exactly what the plan says, to the second.
//! 2. A visit takes all that lies at the point. Where that does not fit beside what is on board (full payload and volume, not those less reserve), the crew
//!    unloads first, at the facility that ends its trip, and comes back; after that it leaves out a planned unload where all that is expected on its next trip
//!    fits, too. A point that is too much for an empty truck is emptied as far as the truck holds.
//! 3. At the start and after each unload the crew reckons with planned times when it would be home. As long as that is beyond its longest working time or its shift, it puts off
//!    stops that can wait: planned ones that were not missed before, are visited again within two days, and whose containers are expected to hold until then. Before each stop it
//!    reckons whether it can still serve it, unload and be home in time. If not, it leaves out the rest of the day, unloads and goes home. Whatever then runs late
//!    nevertheless is overtime.
//! 4. A missed point is added on the next day on which it may be visited, at the place of a route where the detour is least, where a crew has room in its hours; for a point that is not
//!    visited tomorrow anyway, an hour of other stops may have to give way. Otherwise it waits for its next planned visit, or for the day after.
//! 5. A truck that breaks down stands at its next halt. The crew waits for a short repair; a long one ends the day, with the load on board, and the truck misses
//!    its routes until it is repaired.
//! 6. A gate lets in a truck that can be done before it closes, whose load the day's limit and the yard have room for. Others go to the next open facility,
//!    first by priority, then by distance; where none takes them, they go home loaded and tip on their next route.
//! 7. A break that the plan does not have is taken at the first halt after the time by which one is due.
//!
//! Simplified: law limits on driving time are those of the plan; crews do not swap trucks; a day's waste grows evenly over its 24 hours for the
//! hours of overflow, but a visit takes all of its day's, as in the plan.
//!
//! # Statistics
//!
//! Weeks come in runs of at most 50 with streams of their own (method of independent replications; Law 2015, ch. 9.5.2). Containers, yards, loads on board and repairs carry
//! over from week to week within a run, and the first weeks of each run are left out. Percentiles are over weeks, confidence intervals (95 %, Student's t) over the means of the
//! runs. Results are merged in the order of runs: the same to the bit on any number of threads.

mod account;
mod agenda;
mod chance;
mod crew;
mod day;
mod dispatch;
mod gate;
mod hardest;
mod live;
mod measure;
mod order;
mod outcome;
mod paired;
#[cfg(test)]
mod queue_tests;
mod reserve;
mod sensitivity;
mod setup;
mod statistics;
mod stock;
mod streams;
#[cfg(test)]
mod tests;
mod week;
mod yard;

pub use account::Balance;
pub use hardest::{HardHour, HardPoint};
pub use live::{Subject, trace};
pub use measure::{MEASURES, Measure, MeasureFacts, MeasureUnit};
pub use order::{Observer, Order, Progress, Silent};
pub use outcome::{Bands, Holding, Outcome, Row, RowScope, simulate};
pub use paired::{Difference, Paired, paired};
pub use reserve::{Criterion, ReserveObserver, ReserveTrial, find_reserve};
pub use sensitivity::{Influence, sensitivity};
pub use statistics::{Interval, Spread};
