//! Several islands bring one plan on: how they come to the same one again.

use super::Island;
use crate::solve::changes::Changes;
use crate::solve::draft::Draft;

impl<'a> Island<'a> {
    /// Takes over what the islands have changed since they last joined, so that all are at the same plan again, with the same prices and best plan.
    ///
    /// What one changed that another changed too is given up with all that hangs together with it, and so is, in the descent, what is no improvement together with the rest: the lower
    /// island's changes stay.
    pub fn join(islands: &mut [Self]) {
        let Some((first, others)) = islands.split_first_mut() else { return };
        let mut taken = first.changes.all();
        let mut all = taken.clone();
        first.changes.clear();
        for other in others.iter_mut() {
            let changes = other.changes.apart_from(&taken);
            if !changes.is_empty() {
                first.try_changes(&other.draft, &changes);
                taken.extend(&changes);
            }
            all.extend(&other.changes.all());
            other.changes.clear();
            first.tries.all += std::mem::take(&mut other.tries.all);
            first.tries.feasible += std::mem::take(&mut other.tries.feasible);
        }
        let better = others.iter().filter(|other| other.found_better).min_by_key(|other| other.best.0);
        if let Some(better) = better.filter(|better| better.best.0 < first.best.0) {
            first.best.clone_from(&better.best);
        }
        let found = first.found_better || others.iter().any(|other| other.found_better);
        first.found_better = false;
        for other in others {
            if !all.is_empty() {
                other.draft.take_changes(&first.draft, &all);
                other.draft.keep();
            }
            if found {
                other.best.clone_from(&first.best);
                other.found_better = false;
            }
            other.prices.clone_from(&first.prices);
            other.strictness = first.strictness;
            other.reprice();
            (other.value, other.is_feasible) = (first.value, first.is_feasible);
        }
    }

    /// Takes over what another island has changed, unless it only descends and that is not the way down.
    fn try_changes(&mut self, theirs: &Draft<'a>, changes: &Changes) {
        self.draft.take_changes(theirs, changes);
        let value = self.judge();
        if self.descends && !self.is_best {
            self.draft.undo();
            self.judge();
            return;
        }
        self.draft.keep();
        (self.value, self.is_feasible) = (value, self.candidate_is_feasible);
    }
}
