//! What a format of classic instances can do.

use super::FORMATS;
use super::kind::Instance;
use crate::fault::{Fault, Faults, Source};
use crate::model::Plan;

/// A format of benchmark instances, and of the solutions published for them.
pub trait Format: Sync {
    /// Name of the set of instances that are written in it.
    fn set(&self) -> &'static str;

    /// Whether the file is in this format, by its name and how it begins. Says nothing about whether it is sound.
    fn recognizes(&self, source: &Source) -> bool;

    /// The instance in `source`, or nothing where its faults leave none.
    fn read(&self, source: &Source, faults: &mut Faults) -> Option<Instance>;

    /// How the name of a solution's file ends.
    fn solution_ending(&self) -> &'static str;

    /// A plan in the form of the set's published solutions.
    fn write_solution(&self, instance: &Instance, plan: &Plan) -> String;

    /// The decisions of a solution in that form; its times, loads and objective are all nothing. Nothing where it is no such solution.
    fn read_solution(&self, instance: &Instance, text: &str) -> Option<Plan>;
}

/// The instance in `source`, in the first format that recognizes it.
///
/// # Errors
/// No format does, or the file has faults: all of them.
pub fn read(source: &Source) -> Result<Instance, Faults> {
    let mut faults = Faults::new();
    let read = match FORMATS.iter().find(|format| format.recognizes(source)) {
        Some(format) => format.read(source, &mut faults),
        None => {
            faults.push(Fault::error("instance-unknown", source.place()));
            None
        }
    };
    read.filter(|_| !faults.has_errors()).ok_or(faults)
}
