//! How dear broken rules are while a search is under way, and how a state is made to keep them.

use super::Island;
use crate::solve::mend::Mender;
use crate::solve::polish::polish;
use crate::solve::price::{PENALTY_BITS, Prices};
use crate::solve::repair::{repair, strict};
use crate::solve::setup::Setup;

/// Recent states, to adapt the penalties.
#[derive(Default)]
pub(super) struct Tries {
    pub all: u64,
    pub feasible: u64,
}

/// Units beyond a limit that cost as much as a visit where penalties are dearest: as long as every plan known misses a requirement, or as more would be lost by giving up visits.
const FEWEST_UNITS_PER_VISIT: f64 = 2.0;

/// Where more than so much waiting would come of giving up visits until every rule is kept, broken rules become dearer by this factor; else cheaper again.
const MOST_LOST: f64 = 0.02;
const STRICTER: f64 = 1.5;
/// With more truck-days at fault than this, a state is not polished before visits are given up: most of it will be changed again.
const MOST_AT_FAULT: usize = 12;
/// Tries to mend a state where service is decided: before it is seen to it that states can be mended, and then.
const TRIES_TO_MEND: (usize, usize) = (250, 1000);

/// States between two changes of the penalties: so many for each point, but no fewer than the first and no more than the second of these.
const TRIES_PER_ADAPTION: (u64, u64) = (25, 500);
const TRIES_PER_POINT: u64 = 2;

/// States between two changes of the penalties.
pub(super) fn tries_per_adaption(setup: &Setup) -> u64 {
    (TRIES_PER_POINT * setup.n_points as u64).clamp(TRIES_PER_ADAPTION.0, TRIES_PER_ADAPTION.1)
}

impl Island<'_> {
    /// So high that no shorter way is worth the least breach of a rule.
    pub(super) fn strict_penalty(&self) -> i64 {
        (100 * self.prices.visit) << PENALTY_BITS
    }

    /// At the end service grows dearer faster than penalties adapt, and a run of few iterations would come to its descent with many rules broken: of eight weeks of Phú Lương (60,000 iterations) one
    /// missed a requirement so. So the penalties grow with it.
    ///
    /// No further than where they adapt to, so that a missed requirement stays dearer than a quarter of an hour.
    pub(super) fn let_penalties_grow(&mut self, times: f64) {
        let most = self.dearest_penalty();
        for penalty in [&mut self.prices.second_over, &mut self.prices.kg_over] {
            *penalty = ((*penalty as f64 * times) as i64).min(most).max(*penalty);
        }
    }

    /// The most that a second or a kilogram beyond a limit costs while penalties adapt, where service is decided.
    ///
    /// As the schedule has it only once a plan is known that misses no requirement: where hours are short, states far beyond them would lead to plans that miss far more. With four trucks on
    /// Phú Lương (205,000 iterations, seeds 1 to 4) 39,200 people were short so, and 22,900 where rules are strict.
    fn dearest_penalty(&self) -> i64 {
        let visit = (self.prices.visit << PENALTY_BITS) as f64;
        let is_short = self.best.0.people_short > 0;
        let units = |planned: f64| {
            if is_short { FEWEST_UNITS_PER_VISIT.min(planned) } else { (planned / self.strictness).max(FEWEST_UNITS_PER_VISIT) }
        };
        self.units_per_visit_least.map_or(i64::MAX, |planned| (visit / units(planned)) as i64)
    }

    pub(super) fn adapt_penalties(&mut self) {
        let share = 100 * self.tries.feasible / self.tries.all;
        self.tries = Tries::default();
        let (numerator, denominator) = match share {
            0..25 => (11, 10),
            45.. if self.penalties_fall => (10, 11),
            _ => return,
        };
        let visit = self.prices.visit << PENALTY_BITS;
        let (is_fixed, dearest) = (self.draft.setup.is_service_fixed, self.dearest_penalty());
        let range = |first: i64| if is_fixed { (first / 1000, first.saturating_mul(1000)) } else { (visit / 2000, dearest) };
        let first = &self.first_prices;
        let penalties = [(&mut self.prices.second_over, first.second_over), (&mut self.prices.kg_over, first.kg_over)];
        for (penalty, first) in penalties {
            // One more at least: small penalties grow too.
            let adapted = *penalty * numerator / denominator + i64::from(numerator > denominator);
            let (least, most) = range(first);
            *penalty = adapted.clamp(least.max(1), most.max(1));
        }
    }

    /// Makes a copy of the draft keep every rule, by giving up visits if it must be, and remembers it if it is the best; the search goes on where it was.
    ///
    /// Where service is decided it mends first what it can; and where much is lost all the same, towards the end, broken rules become dearer from now on, as what the search finds would not be kept.
    pub fn salvage(&mut self) {
        let (here, before) = (self.draft.snapshot(), self.draft.service_worth());
        // Towards the end service grows so dear that a few seconds would seem cheaper than a visit.
        let waiting = self.prices.waiting.min(self.full_waiting);
        let strict = strict(&Prices { passed_over: self.facility_prices.1, waiting, ..self.prices.clone() });
        let at_fault = self.draft.routes_at_fault();
        if self.mends && (1..=MOST_AT_FAULT).contains(&at_fault.len()) {
            polish(&mut self.draft, &strict, Some(&at_fault), &mut self.polish_space);
        }
        // Islands that bring one plan on together must come to the same: no random numbers of their own are drawn.
        let tries = match self.draft.setup.is_service_fixed {
            true => 0,
            false if self.mends => TRIES_TO_MEND.1,
            false => TRIES_TO_MEND.0,
        };
        let worth = repair(&mut self.draft, &strict, &mut Mender::new(tries, before.squares as u64));
        if self.mends {
            let is_much_lost = before.is_much_less_than(&worth.service, MOST_LOST);
            self.strictness = if is_much_lost { self.strictness * STRICTER } else { (self.strictness / STRICTER).max(1.0) };
        }
        if worth.is_feasible() && worth.objective < self.best.0 {
            self.best = (worth.objective, self.draft.snapshot());
            self.found_better = true;
        }
        self.draft.restore(&here);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::solve::params::Parameters;
    use crate::solve::schedule::{Moment, Span, moment};
    use crate::solve::tests::random_district;

    #[test]
    fn penalties_grow_up_to_where_they_adapt_to_and_no_growth_lowers_one() {
        let problem = random_district(1, 8, 2);
        let setup = Setup::new(&problem);
        let mut island = Island::new(&setup, None, 1, 0);
        assert_eq!(island.dearest_penalty(), i64::MAX);
        island.units_per_visit_least = Some(20.0);
        island.best.0.people_short = 0;
        let dearest = island.dearest_penalty();
        assert_eq!(dearest, (island.prices.visit << PENALTY_BITS) / 20);
        island.best.0.people_short = 1;
        assert_eq!(island.dearest_penalty(), (island.prices.visit << PENALTY_BITS) / 2);
        island.best.0.people_short = 0;
        // Stricter than planned, but no stricter than where people are short.
        island.strictness = 4.0;
        assert_eq!(island.dearest_penalty(), (island.prices.visit << PENALTY_BITS) / 5);
        island.strictness = 100.0;
        assert_eq!(island.dearest_penalty(), (island.prices.visit << PENALTY_BITS) / 2);
        island.strictness = 1.0;
        (island.prices.second_over, island.prices.kg_over) = (dearest / 8, 2 * dearest);
        island.let_penalties_grow(2.0);
        assert_eq!((island.prices.second_over, island.prices.kg_over), (dearest / 8 * 2, 2 * dearest));
        island.let_penalties_grow(20.0);
        assert_eq!((island.prices.second_over, island.prices.kg_over), (dearest, 2 * dearest));
        // Where too few states keep the rules, penalties rise; where they are dearest already, they stay.
        island.tries = Tries { all: 100, feasible: 0 };
        island.prices.kg_over = dearest / 2;
        island.adapt_penalties();
        assert_eq!(island.prices.second_over, dearest);
        assert!(island.prices.kg_over > dearest / 2);
    }

    #[test]
    fn where_much_would_be_given_up_broken_rules_become_dearer_and_where_little_is_cheaper_again() {
        let mut problem = random_district(3, 30, 2);
        problem.trucks.iter_mut().for_each(|truck| truck.work_limit = crate::units::Seconds(3 * 3600));
        let setup = Setup::new(&problem);
        let mut island = Island::new(&setup, None, 1, 0);
        island.salvage();
        assert_eq!(island.strictness, 1.0, "before it is time");
        // Hours cost next to nothing, and far more visits are made than there are hours for.
        let parameters = Parameters::default();
        let span = Span::unknown(&setup, &parameters, false);
        let now = moment(&setup, &parameters, span, 0.8);
        island.run(300, Moment { seconds_per_visit: Some(1e6), mends: true, ..now });
        assert!(!island.draft.worth().is_feasible());
        let here = island.draft.snapshot();
        island.salvage();
        assert_eq!(island.strictness, STRICTER);
        assert!(island.draft.snapshot() == here, "the search goes on where it was");
        let best = island.best().1.clone();
        island.draft.restore(&best);
        island.salvage();
        island.salvage();
        assert_eq!(island.strictness, 1.0);
    }
}
