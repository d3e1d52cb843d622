//! Plans bred from plans: the best of many short searches, and children that take the days of some points from one parent and of the others from another.

use rand::RngExt;
use rand::seq::SliceRandom;
use rand_xoshiro::Xoshiro256PlusPlus;

use super::draft::Draft;
use super::price::Prices;
use super::recreate::{RecreateSpace, put_back_as};
use super::ruin::Removed;
use super::setup::Setup;
use super::snapshot::{Ranked, Snapshot};

/// Weeks of fewer points than this are bred where service is fixed: three classic ones of 75 to 102 points gained 0.0 to 0.4 % by it, of two with 139 and 153 one gained
/// 0.3 % and one lost 0.6 % (equal iterations, some 60 seconds of two threads). A district of sixty points or more takes all its time to learn its service.
const POINTS_OF_FIXED_WEEK: usize = 110;

/// Whether plans are bred: those of weeks of few points. Of a single day, children would be their parents: no point has days to inherit.
pub(super) fn suits(setup: &Setup) -> bool {
    setup.n_days > 1 && (setup.is_small() || setup.is_service_fixed && setup.n_points < POINTS_OF_FIXED_WEEK)
}

/// The best plans found so far, no two of them with the same days for all points or of the same worth.
///
/// After the population of Vidal et al. (2012), <https://doi.org/10.1287/opre.1120.1048>, section 4, without their measure of diversity: where points are
/// few, plans of different worth differ enough.
#[derive(Default)]
pub(super) struct Population {
    plans: Vec<Ranked>,
}

impl Population {
    /// The best of them; the one that came first of equal ones.
    pub fn best(&self) -> Option<&Ranked> {
        self.plans.iter().min_by_key(|plan| plan.0)
    }

    /// Takes a plan in, unless it has a twin that is no worse; worse twins go, and so does the worst of more than `most`.
    pub fn take_in(&mut self, plan: &Ranked, most: usize) {
        let is_twin = |other: &Ranked| other.0 == plan.0 || other.1.pattern == plan.1.pattern;
        if self.plans.iter().any(|other| is_twin(other) && other.0 <= plan.0) {
            return;
        }
        self.plans.retain(|other| !is_twin(other));
        self.plans.push(plan.clone());
        while self.plans.len() > most.max(1) {
            let worst = (0..self.plans.len()).max_by_key(|index| self.plans[*index].0).expect("there are some");
            self.plans.remove(worst);
        }
    }

    /// Two plans, each the better of two that were drawn, but any other where the second would be the first again; none where there is but one.
    pub fn parents(&self, rng: &mut Xoshiro256PlusPlus) -> Option<(&Snapshot, &Snapshot)> {
        if self.plans.len() < 2 {
            return None;
        }
        let mut draw = || rng.random_range(0..self.plans.len());
        let mut better_of_two = || {
            let (one, other) = (draw(), draw());
            if self.plans[one].0 <= self.plans[other].0 { one } else { other }
        };
        let (first, mut second) = (better_of_two(), better_of_two());
        while second == first {
            second = draw();
        }
        Some((&self.plans[first].1, &self.plans[second].1))
    }
}

/// Makes the draft, which holds one parent, a child of it and of `other`: of the points whose days differ, some take those of `other`, at the places that
/// cost least.
///
/// They are as many as is drawn, every second time those nearest to one point, else any. What is routed alike in both stays. O(points · days · near points).
pub(super) fn cross(
    draft: &mut Draft,
    prices: &Prices,
    other: &Snapshot,
    (removed, space): (&mut Removed, &mut RecreateSpace),
    rng: &mut Xoshiro256PlusPlus,
) {
    let setup = draft.setup;
    let differs = |point: &usize| draft.pattern[*point] != other.pattern[*point];
    let seed = rng.random_range(0..setup.n_points);
    let nearest_first = std::iter::once(seed).chain(setup.near[seed].iter().map(|point| *point as usize));
    let mut heirs: Vec<usize> =
        if rng.random() { nearest_first.filter(differs).collect() } else { shuffled(setup.n_points, rng).filter(differs).collect() };
    if heirs.len() < 2 {
        return;
    }
    heirs.truncate(rng.random_range(1..heirs.len()));
    removed.clear();
    heirs.iter().for_each(|point| removed.take_point(draft, *point));
    draft.refresh_all(prices);
    for point in heirs {
        put_back_as(draft, prices, point, usize::from(other.pattern[point]), space, rng);
    }
    draft.settle(prices);
    draft.keep();
}

fn shuffled(n: usize, rng: &mut Xoshiro256PlusPlus) -> impl Iterator<Item = usize> {
    let mut all: Vec<usize> = (0..n).collect();
    all.shuffle(rng);
    all.into_iter()
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;

    use super::*;
    use crate::model::Objective;
    use crate::solve::tests::{random_district, random_draft};
    use crate::units::Vnd;

    /// A plan of two points with these patterns and this cost.
    fn plan(cost: i64, pattern: [u16; 2]) -> Ranked {
        let objective = Objective { cost: Vnd(cost), ..Objective::default() };
        let mut snapshot = Snapshot::default();
        snapshot.pattern.extend(pattern);
        (objective, snapshot)
    }

    fn costs(population: &Population) -> Vec<i64> {
        population.plans.iter().map(|plan| plan.0.cost.0).collect()
    }

    #[test]
    fn a_population_keeps_the_best_and_no_twins() {
        let mut population = Population::default();
        assert_eq!(population.best(), None);
        for (cost, pattern) in [(50, [1, 1]), (40, [1, 2]), (60, [1, 1]), (45, [1, 1]), (40, [2, 2]), (70, [3, 3])] {
            population.take_in(&plan(cost, pattern), 3);
        }
        assert_eq!(costs(&population), [40, 45, 70]);
        population.take_in(&plan(30, [4, 4]), 3);
        population.take_in(&plan(80, [5, 5]), 3);
        assert_eq!(costs(&population), [40, 45, 30]);
        assert_eq!(population.best(), Some(&plan(30, [4, 4])));
        // A twin of two of them: of one in its days, of the other in its worth.
        population.take_in(&plan(40, [1, 1]), 3);
        assert_eq!(costs(&population), [40, 45, 30]);
        population.take_in(&plan(35, [1, 1]), 3);
        assert_eq!(costs(&population), [40, 30, 35]);
    }

    #[test]
    fn parents_are_two_and_better_ones_are_drawn_more_often() {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
        let mut population = Population::default();
        population.take_in(&plan(1, [0, 0]), 9);
        assert_eq!(population.parents(&mut rng), None);
        (2..=4).for_each(|cost| population.take_in(&plan(cost, [0, cost as u16]), 9));
        let mut drawn = [0; 5];
        for _ in 0..400 {
            let (first, second) = population.parents(&mut rng).expect("there are four");
            assert_ne!(first, second);
            drawn[usize::from(first.pattern[1])] += 1;
        }
        assert!(drawn[0] > drawn[3] && drawn[3] > drawn[4] && drawn[4] > 0, "{drawn:?}");
    }

    #[test]
    fn a_child_has_the_days_of_both_parents() {
        let mut of_both = 0;
        for seed in 0..40 {
            let problem = random_district(seed, 12, 2);
            let setup = Setup::new(&problem);
            let (other, prices) = (random_draft(&setup, !seed).0.snapshot(), Prices::new(&setup));
            let mut draft = random_draft(&setup, seed).0;
            let parent = draft.snapshot();
            let mut rng = Xoshiro256PlusPlus::seed_from_u64(seed);
            cross(&mut draft, &prices, &other, (&mut Removed::default(), &mut RecreateSpace::default()), &mut rng);
            let child = draft.snapshot();
            let from = |parent: &Snapshot| (0..12).filter(|point| child.pattern[*point] == parent.pattern[*point]).count();
            let of_neither = |point: &usize| ![parent.pattern[*point], other.pattern[*point]].contains(&child.pattern[*point]);
            // A point takes other days only where a visit has no place.
            assert_eq!((0..12).filter(of_neither).count(), 0, "seed {seed}");
            of_both += usize::from(from(&parent) < 12 && from(&other) < 12);
            // It is whole: made from its decisions alone it is worth the same.
            let mut again = Draft::new(&setup);
            again.restore(&child);
            assert_eq!(again.worth(), draft.worth(), "seed {seed}");
        }
        assert_eq!(of_both, 40);
    }
}
