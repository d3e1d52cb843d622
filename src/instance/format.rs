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
        Some(format) => {
            let read = format.read(source, &mut faults);
            if read.as_ref().is_some_and(|instance| instance.problem.points.is_empty()) && !faults.has_errors() {
                faults.push(Fault::error("instance-no-customers", source.place()));
            }
            read
        }
        None => {
            faults.push(Fault::error("instance-unknown", source.place()));
            None
        }
    };
    read.filter(|_| !faults.has_errors()).ok_or(faults)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::instance::trial::{faults, sample};

    #[test]
    fn a_file_of_no_format_is_refused() {
        for name in ["points.csv", "README.md", "plan.json"] {
            let source = Source { name: name.into(), text: "a b c d\n".to_owned() };
            assert_eq!(faults(&source), [": instance-unknown"], "{name}");
        }
    }

    #[test]
    fn an_instance_without_customers_is_refused() {
        let text = "NAME : none\nTYPE : CVRP\nDIMENSION : 1\nEDGE_WEIGHT_TYPE : EUC_2D\nCAPACITY : 9\nNODE_COORD_SECTION\n1 5 5\nDEMAND_SECTION\n1 0\nDEPOT_SECTION\n1\n-1\nEOF\n";
        assert_eq!(faults(&Source { name: "none.vrp".into(), text: text.to_owned() }), [": instance-no-customers"]);
        let text = "1 2 0 1\n0 50\n0 5 5 0 0 0 0\n";
        assert_eq!(faults(&Source { name: "none".into(), text: text.to_owned() }), [": instance-no-customers"]);
    }

    #[test]
    fn each_format_knows_its_own_files_only() {
        for (name, set) in
            [("tiny.vrp", "cvrp_x"), ("tiny", "pvrp"), ("tiny.geojson", "pvrpif"), ("tiny-day.json", "waste"), ("tiny-week.json", "waste")]
        {
            let source = sample(name, &[]);
            let knowing: Vec<_> = FORMATS.iter().filter(|format| format.recognizes(&source)).map(|format| format.set()).collect();
            assert_eq!(knowing, [set], "{name}");
        }
    }

    proptest! {
        #[test]
        fn no_file_makes_a_reader_panic(index in 0..5_usize, cuts in prop::collection::vec((0..2000_usize, 0..40_usize, "[0-9a-z:\\-\\. \\[\\]{}\",\n]{0,6}"), 1..4)) {
            let names = ["tiny.vrp", "tiny", "tiny.geojson", "tiny-day.json", "tiny-week.json"];
            let mut source = sample(names[index], &[]);
            for (start, length, words) in cuts {
                let start = start % (source.text.len() + 1);
                let end = (start + length).min(source.text.len());
                if source.text.is_char_boundary(start) && source.text.is_char_boundary(end) {
                    source.text.replace_range(start..end, &words);
                }
            }
            // Each reader, whatever the file now looks like.
            for format in FORMATS {
                let mut found = Faults::new();
                let read = format.read(&source, &mut found);
                prop_assert!(read.is_some() || found.has_errors());
            }
        }
    }
}
