//! Several searches that bring one plan on: each makes its own changes for a few iterations, then all of them take over what all have changed.
//!
//! # Why
//!
//! Of ten changes that are tried in a week, hardly one is accepted, and it touches a few truck-days of dozens. So two searches that start from the
//! same plan can each go a few steps before they join: what they have changed is rarely the same but for the start (on Phú Lương, with 8 iterations
//! between joins, 73 % of them met something that both had changed in the first sixth of the search, 7 % before the descent), and what hangs together with nothing of the other's is
//! kept. So the plan comes on nearly twice as fast as with one search. Searches of their own bring two plans on, of which one is thrown away in the end: that pays only where
//! points are so few that a search is soon through with them.
//! A synchronous parallel annealing, of the kind that Delamarre and Virot (1998) survey, <http://www.numdam.org/item?id=RO_1998__32_1_43_0>.

/// Truck-days and points that were changed; each at most once.
#[derive(Clone, Debug, Default)]
pub(super) struct Changes {
    /// Truck-days: `day · trucks + truck`.
    pub routes: Vec<u32>,
    /// Points with another pattern.
    pub points: Vec<u32>,
}

impl Changes {
    pub fn is_empty(&self) -> bool {
        self.routes.is_empty() && self.points.is_empty()
    }

    pub fn add_route(&mut self, route: usize) {
        add(&mut self.routes, route as u32);
    }

    pub fn add_point(&mut self, point: usize) {
        add(&mut self.points, point as u32);
    }

    /// Adds what others have changed.
    pub fn extend(&mut self, others: &Self) {
        others.routes.iter().for_each(|route| add(&mut self.routes, *route));
        others.points.iter().for_each(|point| add(&mut self.points, *point));
    }

    /// Whether nothing was changed by both.
    pub fn are_apart(&self, others: &Self) -> bool {
        !self.routes.iter().any(|route| others.routes.contains(route)) && !self.points.iter().any(|point| others.points.contains(point))
    }
}

/// Changes that were made one after the other, in groups that have no truck-day and no point in common: each can be taken over without the others.
#[derive(Clone, Debug, Default)]
pub(super) struct ChangeLog {
    groups: Vec<Changes>,
}

impl ChangeLog {
    pub fn clear(&mut self) {
        self.groups.clear();
    }

    #[cfg(test)]
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// Adds a change; the groups that it touches become one with it.
    pub fn add(&mut self, mut change: Changes) {
        if change.is_empty() {
            return;
        }
        self.groups.retain(|group| {
            let is_apart = group.are_apart(&change);
            if !is_apart {
                change.extend(group);
            }
            is_apart
        });
        self.groups.push(change);
    }

    /// All changes together.
    pub fn all(&self) -> Changes {
        self.all_that(|_| true)
    }

    /// The groups together that touch nothing of `others`.
    pub fn apart_from(&self, others: &Changes) -> Changes {
        self.all_that(|group| group.are_apart(others))
    }

    fn all_that(&self, is_asked: impl Fn(&Changes) -> bool) -> Changes {
        let mut all = Changes::default();
        self.groups.iter().filter(|group| is_asked(group)).for_each(|group| all.extend(group));
        all
    }
}

fn add(list: &mut Vec<u32>, item: u32) {
    if !list.contains(&item) {
        list.push(item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::solve::Parameters;
    use crate::solve::draft::Draft;
    use crate::solve::island::Island;
    use crate::solve::schedule::{Span, moment};
    use crate::solve::setup::Setup;
    use crate::solve::tests::random_district;

    /// Several islands from one start, as a search has them.
    fn islands<'a>(setup: &'a Setup<'a>, n_islands: usize) -> Vec<Island<'a>> {
        let mut islands: Vec<Island> = (0..n_islands).map(|_| Island::new(setup, None, 1, 0)).collect();
        for (index, island) in islands.iter_mut().enumerate() {
            island.reseed(1, index as u64);
            island.note_from_now_on();
        }
        islands
    }

    #[test]
    fn islands_that_joined_are_at_the_same_plan() {
        let parameters = Parameters::default();
        for n_islands in [2, 3] {
            let problem = random_district(n_islands as u64, 60, 3);
            let setup = Setup::new(&problem);
            let mut islands = islands(&setup, n_islands);
            let (mut n_joint, mut n_in_part) = (0, 0);
            for turn in 0..120 {
                let now = moment(&setup, &parameters, Span::unknown(&setup, &parameters, false), f64::from(turn) / 120.0);
                islands.iter_mut().for_each(|island| island.run(12, now));
                let (taken, others) = (islands[0].changes().all(), islands[1].changes());
                let apart = others.apart_from(&taken);
                n_in_part += usize::from(!apart.is_empty() && apart.routes.len() < others.all().routes.len());
                let apart = islands.iter().filter(|island| !island.changes().is_empty()).count();
                Island::join(&mut islands);
                n_joint += usize::from(apart > 1);
                let (first, others) = islands.split_first_mut().expect("several");
                let (worth, value) = (first.draft_mut().worth(), first.value());
                for other in others {
                    assert_eq!(other.draft().snapshot(), first.draft().snapshot(), "turn {turn}");
                    assert_eq!((other.draft_mut().worth(), other.value()), (worth, value), "turn {turn}");
                    assert_eq!(other.best(), first.best(), "turn {turn}");
                }
                // What stands in the joint plan is what its decisions come to.
                let mut rebuilt = Draft::new(&setup);
                rebuilt.restore(&first.draft().snapshot());
                assert_eq!(rebuilt.worth(), worth, "turn {turn}");
            }
            assert!(n_in_part > 5, "hardly ever was a part of what an island changed taken over: {n_in_part}");
            assert!(n_joint > 20, "islands hardly ever changed something at the same time: {n_joint}");
        }
    }

    #[test]
    fn changes_of_the_same_truck_day_or_point_are_not_apart() {
        let changes = |routes: &[u32], points: &[u32]| Changes { routes: routes.to_vec(), points: points.to_vec() };
        let mine = changes(&[1, 2], &[7]);
        assert!(mine.are_apart(&changes(&[3], &[8])));
        assert!(!mine.are_apart(&changes(&[2], &[])) && !mine.are_apart(&changes(&[4], &[7])));
        let mut all = mine.clone();
        all.extend(&changes(&[2, 5], &[9]));
        assert_eq!((all.routes, all.points), (vec![1, 2, 5], vec![7, 9]));
    }

    #[test]
    fn changes_that_touch_each_other_are_one_group_and_the_others_can_be_taken_over_alone() {
        let changes = |routes: &[u32], points: &[u32]| Changes { routes: routes.to_vec(), points: points.to_vec() };
        let sorted = |changes: Changes| {
            let (mut routes, mut points) = (changes.routes, changes.points);
            routes.sort_unstable();
            points.sort_unstable();
            (routes, points)
        };
        let mut log = ChangeLog::default();
        log.add(changes(&[1, 2], &[7]));
        log.add(changes(&[3], &[8]));
        log.add(changes(&[4, 5], &[]));
        // The first two become one by what touches both.
        log.add(changes(&[2, 6], &[8]));
        assert_eq!(sorted(log.all()), (vec![1, 2, 3, 4, 5, 6], vec![7, 8]));
        assert_eq!(sorted(log.apart_from(&changes(&[9], &[9]))), sorted(log.all()));
        assert_eq!(sorted(log.apart_from(&changes(&[3], &[]))), (vec![4, 5], vec![]));
        assert_eq!(sorted(log.apart_from(&changes(&[], &[7]))), (vec![4, 5], vec![]));
        assert_eq!(sorted(log.apart_from(&changes(&[5], &[]))), (vec![1, 2, 3, 6], vec![7, 8]));
        assert!(log.apart_from(&log.all()).is_empty());
        log.clear();
        assert!(log.is_empty() && log.all().is_empty());
    }
}
