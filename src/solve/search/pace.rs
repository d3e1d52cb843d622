//! How many epochs are planned, and how much of the schedule is done.
//!
//! # Why
//!
//! A time limit says nothing of epochs. By what the first ones took, runs of 30 seconds on Phú Lương planned 57 to 87 % of the epochs they had: a machine is slower in one
//! second than in the next, and an epoch takes longer in one part of the schedule than in another. So the clock is asked again at the start of each part of
//! the schedule, how many epochs there will be; what is left of the schedule is spread over them. All these answers together repeat the run.

use super::EPOCHS_AT_START;

/// The plans of a run, each for all of its epochs; none as long as it is not known how many there will be.
#[derive(Clone, Debug)]
pub(super) struct Pace {
    /// As decided at the end of the first epochs and then at the start of each part; in a run whose length was known before, the one plan.
    plans: Vec<u64>,
    /// Plans that were decided before: those of a run that is repeated.
    given: Vec<u64>,
    /// The epoch, and what was done of the schedule by then, from which the last plan holds.
    since: (u64, f64),
    /// The epoch at which the next plan is due, if one is.
    next: Option<u64>,
    /// In how many parts of the schedule it may change.
    n_parts: u64,
}

/// Parts of the schedule of a run that time limits.
pub(super) const PARTS: u64 = 16;
/// No plan follows one of fewer epochs: its parts would be too short to tell the time.
const FEWEST_EPOCHS: u64 = 4 * PARTS;

impl Pace {
    /// Of a run with plans that are known, or, where none is, to be decided under way, in each of `n_parts` parts of the schedule.
    pub fn new(given: Vec<u64>, n_parts: u64) -> Self {
        let plans = given.first().copied().into_iter().collect();
        let mut pace = Self { plans, given, since: (EPOCHS_AT_START, 0.0), next: None, n_parts };
        pace.next = pace.after(EPOCHS_AT_START).or(pace.plans.is_empty().then_some(EPOCHS_AT_START));
        pace
    }

    /// The first plan, by which all is laid out that is counted once for the whole run.
    pub fn first(&self) -> Option<u64> {
        self.plans.first().copied()
    }

    /// The plan that holds now.
    pub fn last(&self) -> Option<u64> {
        self.plans.last().copied()
    }

    /// All of them.
    pub fn plans(&self) -> &[u64] {
        &self.plans
    }

    /// Whether a plan is to be decided at the start of `epoch`.
    pub fn is_due(&self, epoch: u64) -> bool {
        self.next == Some(epoch)
    }

    /// The plan that was decided at this place before, where a run is repeated.
    pub fn given(&self) -> Option<u64> {
        self.given.get(self.plans.len()).copied()
    }

    /// Plans `epochs` in all, at the start of `epoch`.
    pub fn plan(&mut self, epoch: u64, epochs: u64) {
        let epochs = epochs.max(epoch + 1);
        if self.last().is_some_and(|last| last != epochs) {
            self.since = (epoch, self.progress(epoch));
        }
        self.plans.push(epochs);
        self.next = self.after(epoch);
    }

    /// The epoch at which the part of the schedule that begins with `epoch` ends, if it is not the last one and another plan may be asked for.
    fn after(&self, epoch: u64) -> Option<u64> {
        let (last, parts_left) = (self.last()?, self.n_parts.saturating_sub(self.plans.len() as u64));
        let may_change = if self.given.is_empty() { last >= FEWEST_EPOCHS } else { self.given.len() > self.plans.len() };
        let left = last.saturating_sub(epoch);
        (may_change && parts_left > 0).then(|| epoch + (left / (parts_left + 1)).max(1))
    }

    /// Share of the schedule that is done at the start of `epoch`; 0 for the first epochs, in which it is not known how many there will be.
    pub fn progress(&self, epoch: u64) -> f64 {
        let Some(last) = self.last().filter(|_| epoch >= EPOCHS_AT_START) else { return 0.0 };
        let (since, done) = self.since;
        let of_rest = epoch.saturating_sub(since) as f64 / last.saturating_sub(since).max(1) as f64;
        (done + (1.0 - done) * of_rest).min(1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A run of so many epochs, in which the clock says, one after the other and over again, how many epochs are left.
    fn run(mut pace: Pace, epochs: u64, clock: &[u64]) -> (Pace, Vec<f64>) {
        let mut clock = clock.iter().copied().cycle();
        let progress = (0..epochs).map(|epoch| {
            if pace.is_due(epoch) {
                let plan = pace.given().unwrap_or_else(|| epoch + clock.next().expect("it never ends"));
                pace.plan(epoch, plan);
            }
            pace.progress(epoch)
        });
        let progress = progress.collect();
        (pace, progress)
    }

    #[test]
    fn a_run_of_known_length_goes_evenly_through_the_schedule() {
        let (pace, progress) = run(Pace::new(vec![108], PARTS), 120, &[]);
        assert_eq!((pace.plans(), pace.first(), pace.last()), (&[108][..], Some(108), Some(108)));
        assert!(progress.iter().enumerate().all(|(epoch, done)| *done == ((epoch as f64 - 8.0) / 100.0).clamp(0.0, 1.0)));
    }

    #[test]
    fn a_plan_that_changes_moves_neither_back_nor_by_leaps_and_ends_the_schedule_in_time() {
        for clock in [&[400_u64, 800, 500, 700, 650][..], &[300, 1_200], &[1_000, 100, 5_000], &[64]] {
            let (pace, progress) = run(Pace::new(Vec::new(), PARTS), 20_000, clock);
            assert_eq!(pace.plans().len(), PARTS as usize);
            assert_eq!((progress[0], progress[EPOCHS_AT_START as usize]), (0.0, 0.0));
            for pair in progress.windows(2) {
                assert!(pair[0] <= pair[1] && (pair[1] - pair[0] < 0.07), "{clock:?}: {pair:?}");
            }
            let last = pace.last().expect("it is planned") as usize;
            assert_eq!(progress[last], 1.0, "{clock:?}");
            assert!(progress[..last].iter().all(|done| *done < 1.0), "{clock:?}");
        }
    }

    #[test]
    fn a_run_is_repeated_by_its_plans_and_so_is_a_part_of_it() {
        let (pace, progress) = run(Pace::new(Vec::new(), PARTS), 700, &[400, 800, 500, 700, 650, 720]);
        let (again, repeated) = run(Pace::new(pace.plans().to_vec(), PARTS), 700, &[]);
        assert_eq!((again.plans(), repeated), (pace.plans(), progress.clone()));
        let (cut, start) = run(Pace::new(Vec::new(), PARTS), 300, &[400, 800, 500, 700, 650, 720]);
        assert!(cut.plans().len() < pace.plans().len());
        let (again, repeated) = run(Pace::new(cut.plans().to_vec(), PARTS), 300, &[]);
        assert_eq!((again.plans(), &repeated[..], &start[..]), (cut.plans(), &progress[..300], &progress[..300]));
    }

    #[test]
    fn a_short_run_and_one_of_a_single_part_are_planned_once() {
        let (pace, _) = run(Pace::new(Vec::new(), PARTS), 100, &[50, 90]);
        assert_eq!(pace.plans(), [EPOCHS_AT_START + 50]);
        let (pace, _) = run(Pace::new(Vec::new(), 1), 2_000, &[600, 900]);
        assert_eq!(pace.plans(), [EPOCHS_AT_START + 600]);
        // No number is too large.
        assert!(run(Pace::new(vec![100, u64::MAX], PARTS), 100, &[]).1[99] < 0.1);
        let (pace, progress) = run(Pace::new(vec![0, 0, 0, u64::MAX], PARTS), 100, &[]);
        assert_eq!((pace.plans().len(), progress[99]), (4, 1.0));
    }
}
