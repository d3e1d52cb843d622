//! Numbers by which a plan and its sheets are known again.

use jiff::civil::Date;
use sha2::{Digest, Sha256};

use crate::model::{Plan, Problem, RunRecord};

/// Which plan it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// Number of the plan: the year and ISO week of a dated one, then six digits of its digest (`2026-W48-7F3A09`).
    pub plan_number: String,
    /// Code that tells it from any other plan (`7F3A-09C2`): the first eight digits of its digest.
    pub check_code: String,
    /// SHA-256 of the plan's file, as hexadecimal.
    pub digest: String,
    /// How the plan was made, with the fingerprint of its input.
    pub run: RunRecord,
}

impl Identity {
    /// The identity of a plan whose sheets have dates from `first_date` on.
    pub(super) fn new(problem: &Problem, plan: &Plan, first_date: Option<Date>) -> Self {
        let file = serde_json::to_vec(&plan.to_file(problem)).expect("a plan has string keys only");
        let digest = hexadecimal(&Sha256::digest(&file));
        let six = digest[..6].to_uppercase();
        let week = first_date.map(|date| date.iso_week_date());
        let plan_number = week.map_or(six.clone(), |week| format!("{}-W{:02}-{six}", week.year(), week.week()));
        Self { plan_number, check_code: code(&digest), digest, run: plan.run.clone() }
    }

    /// The code of one truck's day: other than that of the plan, so that a sheet can't be taken for another.
    pub(super) fn code_of(&self, truck_id: &str, day: usize) -> String {
        code(&hexadecimal(&Sha256::digest(format!("{} {truck_id} {day}", self.digest).as_bytes())))
    }
}

fn code(digest: &str) -> String {
    let digits = digest[..8].to_uppercase();
    format!("{}-{}", &digits[..4], &digits[4..])
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::testing::{at, district, plan};

    #[test]
    fn another_plan_truck_or_day_has_another_code() {
        let problem = district(2, 1);
        let identity = |hour| Identity::new(&problem, &plan(&problem, &[(0, 0, at(hour, 0), &[(&[0], Some(0))])]), None);
        let (early, late) = (identity(6), identity(7));
        assert_eq!(early, identity(6));
        assert_ne!(early.check_code, late.check_code);
        assert_eq!(early.plan_number.len(), 6);
        let codes = [early.code_of("X1", 0), early.code_of("X1", 1), early.code_of("X2", 0), late.code_of("X1", 0)];
        assert!((1..4).all(|i| codes[i] != codes[0]) && codes[0].len() == 9, "{codes:?}");
    }

    #[test]
    fn a_dated_plan_is_numbered_by_its_week() {
        let problem = district(1, 1);
        let dated = Identity::new(&problem, &plan(&problem, &[]), Some(jiff::civil::date(2026, 11, 23)));
        assert!(dated.plan_number.starts_with("2026-W48-"), "{}", dated.plan_number);
    }
}
