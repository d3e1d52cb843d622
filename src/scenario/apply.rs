//! A scenario applied to a copy of a project: every change is resolved first, and with any fault nothing comes of it.

use sha2::{Digest, Sha256};

use super::{Scenario, World};
use crate::fault::{Fault, Faults, NO_SUGGESTION, Severity, did_you_mean};
use crate::table::{Content, Holder, Record};

impl Scenario {
    /// The world after all changes, in their order.
    ///
    /// # Errors
    /// The faults of all changes: unknown names and fields, values out of range, changes that affect nothing. A faulty change is left out while the ones
    /// after it are looked at.
    pub fn apply(&self, world: &World) -> Result<World, Faults> {
        let mut faults = Faults::new();
        let mut changed = world.clone();
        for number in 0..self.n_changes() {
            changed = self.step(number, changed, &mut faults);
        }
        if faults.has_errors() {
            return Err(faults);
        }
        let digest = Sha256::digest(format!("{}\nscenario\n{}", world.dataset.fingerprint, self.text));
        changed.dataset.fingerprint = digest.iter().map(|byte| format!("{byte:02x}")).collect();
        Ok(changed)
    }

    /// The world after the first `n` changes, which are known to be sound.
    pub fn apply_first(&self, n: usize, world: &World) -> World {
        let mut nobody_asks = Faults::new();
        (0..n.min(self.n_changes())).fold(world.clone(), |world, number| self.step(number, world, &mut nobody_asks))
    }

    fn step(&self, number: usize, before: World, faults: &mut Faults) -> World {
        let step = &self.steps[number];
        let mut after = before.clone();
        let mut found = Faults::new();
        let mut record = Record::new(Holder::Setting, step.place.clone(), step.fields.clone(), &mut found);
        step.change.apply(&mut record, &mut after);
        let known: Vec<&'static str> = record.asked().iter().map(|(name, _)| *name).chain(["kind"]).collect();
        for field in step.fields.iter().filter(|field| !known.contains(&field.name.as_str())) {
            let missing = known.iter().copied().filter(|known| step.fields.iter().all(|field| field.name != *known));
            let suggestion = did_you_mean(&field.name, missing).unwrap_or(NO_SUGGESTION);
            let fault = Fault::error("scenario-unknown-field", field.place.clone()).with("kind", step.change.kind());
            let fault = fault.with("field", Content::words(&field.name).shown()).with("known", known[..known.len() - 1].join(", "));
            record.record(fault.with("suggestion", suggestion));
        }
        if record.is_sound() && after.is_like(&before) {
            record.record(Fault::error("scenario-without-effect", step.place.clone()).with("kind", step.change.kind()));
        }
        let is_faulty = found.sorted().iter().any(|fault| fault.severity == Severity::Error);
        faults.append(found);
        if is_faulty { before } else { after }
    }
}
