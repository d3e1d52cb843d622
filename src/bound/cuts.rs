//! Driving from below: sets of places that a truck must enter and leave, with widths that no way is shorter than.
//!
//! # Why it is a bound
//! Let sets `S` without a facility have widths `w_S ≥ 0` such that, for any two places, the widths of the sets that hold just one of
//! them add up to no more than the way between them. Then the driving of a day is at least `Σ w_S ·` (legs that cross the border of `S`): a
//! packing of cuts (Jünger and Pulleyblank 1993, <https://doi.org/10.1007/978-3-322-90130-2_8>). Every excursion from a facility
//! that collects anything in `S` crosses its border twice, and there are at least as many as the loads of `S` fill trucks.
//!
//! Two packings are made. [`CutTree::from_facilities`] keeps the ways from the facilities exact: two places share the road from there as far as their
//! Gromov product (Gromov 1987; Farris 1970), enlarged to the subdominant ultrametric, so that only ways between places become shorter;
//! on a tree of roads it is exact. [`CutTree::moats`] has the moats of single-linkage clusters, half the distance at which clusters
//! are born and merged: better where places lie in clusters.

/// Sets of places, each within its parent's, with their widths.
pub(super) struct CutTree {
    /// Children before their parents; the last ones have none.
    cuts: Vec<Cut>,
}

struct Cut {
    parent: Option<usize>,
    width: f64,
    /// The place it is about, of a set with one place.
    place: Option<usize>,
}

/// What places ask of the borders around them.
pub(super) struct Crossings<'a> {
    /// Visits of each place: a set is entered at least as often as any place in it.
    pub visits: &'a [f64],
    /// Truck loads of each place: a set is entered at least as often as their sum.
    pub loads: &'a [f64],
}

/// Driving in linear terms: `Σ visits · per_visit + Σ loads · per_load` never exceeds it, whatever visits and loads are.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Tariff {
    /// Seconds for each visit of a place.
    pub per_visit: Vec<f64>,
    /// Seconds for each truck load of a place.
    pub per_load: Vec<f64>,
}

/// Ways between places and from the facilities, the shorter direction, in seconds; infinite where there is none.
pub(super) struct Ways {
    /// From the nearest facility to each place.
    pub home: Vec<f64>,
    /// Between places, row by row.
    pub between: Vec<f64>,
}

impl Ways {
    fn n(&self) -> usize {
        self.home.len()
    }

    fn way(&self, from: usize, to: usize) -> f64 {
        self.between[from * self.n() + to]
    }

    /// Makes no place farther from the facilities than by way of another place. O(places²).
    fn shorten_home(&mut self) {
        let n = self.n();
        let mut open: Vec<usize> = (0..n).collect();
        while let Some(at) = (0..open.len()).min_by(|a, b| self.home[open[*a]].total_cmp(&self.home[open[*b]])) {
            let nearest = open.swap_remove(at);
            for other in &open {
                self.home[*other] = self.home[*other].min(self.home[nearest] + self.way(nearest, *other));
            }
        }
    }
}

impl CutTree {
    /// The sets of places that share a part of the road from the facilities. O(places²).
    pub fn from_facilities(mut ways: Ways) -> Self {
        ways.shorten_home();
        let n = ways.n();
        let shared = |a: usize, b: usize| ((ways.home[a] + ways.home[b] - ways.way(a, b)) / 2.0).clamp(0.0, ways.home[a].min(ways.home[b]));
        let mut joins = spanning_tree(n, |a, b| -shared(a, b));
        joins.iter_mut().for_each(|join| join.0 = -join.0);
        joins.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut tree = Self { cuts: (0..n).map(|place| Cut { parent: None, width: ways.home[place], place: Some(place) }).collect() };
        let mut top: Vec<usize> = (0..n).collect();
        let mut leader: Vec<usize> = (0..n).collect();
        // Until it is joined, the width of a set is its whole way from the facilities beyond its own branches.
        for (height, a, b) in joins {
            let (a, b) = (find(&mut leader, a), find(&mut leader, b));
            let joined = tree.cuts.len();
            for child in [top[a], top[b]] {
                tree.cuts[child].parent = Some(joined);
                tree.cuts[child].width = (tree.cuts[child].width - height).max(0.0);
            }
            tree.cuts.push(Cut { parent: None, width: height, place: None });
            leader[b] = a;
            top[a] = joined;
        }
        tree
    }

    /// The moats around single-linkage clusters; those around the facilities' cluster are those of all other places. O(places²).
    pub fn moats(ways: &Ways) -> Self {
        let n = ways.n();
        // Place n stands for the facilities.
        let far = |a: usize, b: usize| match (a == n, b == n) {
            (true, _) => ways.home[b],
            (_, true) => ways.home[a],
            _ => ways.way(a, b),
        };
        let mut joins = spanning_tree(n + 1, far);
        joins.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
        let mut tree = Self { cuts: (0..n).map(|place| Cut { parent: None, width: 0.0, place: Some(place) }).collect() };
        let mut top: Vec<usize> = (0..n).collect();
        let (mut born, mut leader) = (vec![0.0; n + 1], (0..=n).collect::<Vec<usize>>());
        // The clusters that join the facilities' one, in order, with the width of the moat that the facilities have grown since the last.
        let mut outside: Vec<(usize, f64)> = Vec::new();
        for (height, a, b) in joins {
            if !height.is_finite() {
                break;
            }
            let (mut a, mut b) = (find(&mut leader, a), find(&mut leader, b));
            if b == find(&mut leader, n) {
                (a, b) = (b, a);
            }
            let home = a == find(&mut leader, n);
            tree.cuts[top[b]].width = (height - born[b]) / 2.0;
            if home {
                outside.push((top[b], (height - born[a]) / 2.0));
                leader[b] = a;
            } else {
                tree.cuts[top[a]].width = (height - born[a]) / 2.0;
                let joined = tree.cuts.len();
                tree.cuts[top[a]].parent = Some(joined);
                tree.cuts[top[b]].parent = Some(joined);
                tree.cuts.push(Cut { parent: None, width: 0.0, place: None });
                leader[b] = a;
                top[a] = joined;
            }
            born[a] = height;
        }
        // All places beyond the k-th growth of the facilities' cluster are a set within those beyond the one before.
        let mut inner: Option<usize> = None;
        for (cluster, width) in outside.into_iter().rev() {
            let all = tree.cuts.len();
            tree.cuts[cluster].parent = Some(all);
            if let Some(inner) = inner {
                tree.cuts[inner].parent = Some(all);
            }
            tree.cuts.push(Cut { parent: None, width, place: None });
            inner = Some(all);
        }
        tree
    }

    /// The tariff whose driving for `crossings` is the most that this tree proves, and that driving in seconds. O(places).
    pub fn tariff(&self, crossings: &Crossings) -> (Tariff, f64) {
        let n = crossings.visits.len();
        let mut most: Vec<Option<usize>> = self.cuts.iter().map(|cut| cut.place).collect();
        let mut loads: Vec<f64> = self.cuts.iter().map(|cut| cut.place.map_or(0.0, |place| crossings.loads[place])).collect();
        for (index, cut) in self.cuts.iter().enumerate() {
            let Some(parent) = cut.parent else { continue };
            loads[parent] += loads[index];
            let visits = |place: Option<usize>| place.map_or(-1.0, |place| crossings.visits[place]);
            if visits(most[index]) > visits(most[parent]) {
                most[parent] = most[index];
            }
        }
        let mut tariff = Tariff { per_visit: vec![0.0; n], per_load: vec![0.0; n] };
        let mut per_load = vec![0.0; self.cuts.len()];
        let mut driving = 0.0;
        for (index, cut) in self.cuts.iter().enumerate().rev() {
            let most = most[index].expect("every set has a place");
            let above = cut.parent.map_or(0.0, |parent| per_load[parent]);
            let by_load = loads[index] >= crossings.visits[most];
            per_load[index] = above + if by_load { 2.0 * cut.width } else { 0.0 };
            if !by_load {
                tariff.per_visit[most] += 2.0 * cut.width;
            }
            driving += 2.0 * cut.width * loads[index].max(crossings.visits[most]);
            if let Some(place) = cut.place {
                tariff.per_load[place] = per_load[index];
            }
        }
        (tariff, driving)
    }

    /// Sum of the widths that separate two places, or a place from the facilities.
    #[cfg(test)]
    pub fn separation(&self, a: usize, b: Option<usize>) -> f64 {
        let above = |place: usize| {
            let mut path = vec![place];
            while let Some(parent) = self.cuts[path[path.len() - 1]].parent {
                path.push(parent);
            }
            path
        };
        let (a, b) = (above(a), b.map(above).unwrap_or_default());
        let only =
            |one: &[usize], other: &[usize]| one.iter().filter(|cut| !other.contains(cut)).map(|cut| self.cuts[*cut].width).sum::<f64>();
        only(&a, &b) + only(&b, &a)
    }
}

/// A spanning tree of least height over `n` places: height and ends of each edge (Prim). O(n²).
fn spanning_tree(n: usize, height: impl Fn(usize, usize) -> f64) -> Vec<(f64, usize, usize)> {
    let mut best: Vec<(f64, usize)> = (0..n).map(|place| (height(0, place), 0)).collect();
    let mut open: Vec<usize> = (1..n).collect();
    let mut edges = Vec::new();
    while let Some(at) = (0..open.len()).min_by(|a, b| best[open[*a]].0.total_cmp(&best[open[*b]].0).then(open[*a].cmp(&open[*b]))) {
        let place = open.swap_remove(at);
        edges.push((best[place].0, best[place].1, place));
        for other in &open {
            let across = height(place, *other);
            if across < best[*other].0 {
                best[*other] = (across, place);
            }
        }
    }
    edges
}

/// The leader of a place's set.
fn find(leader: &mut [usize], mut place: usize) -> usize {
    while leader[place] != place {
        leader[place] = leader[leader[place]];
        place = leader[place];
    }
    place
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Places on a line, the facility at 0.
    fn line(places: &[f64]) -> Ways {
        let between = places.iter().flat_map(|a| places.iter().map(move |b| (a - b).abs())).collect();
        Ways { home: places.to_vec(), between }
    }

    #[test]
    fn on_a_straight_road_a_round_trip_is_twice_its_length() {
        let tree = CutTree::from_facilities(line(&[10.0, 20.0, 30.0]));
        let (tariff, driving) = tree.tariff(&Crossings { visits: &[1.0, 1.0, 1.0], loads: &[0.1, 0.1, 0.1] });
        assert_eq!(driving, 60.0);
        // 1.5 loads from the far end need one and a half round trips.
        let heavy = tree.tariff(&Crossings { visits: &[1.0, 1.0, 1.0], loads: &[0.1, 0.1, 1.5] }).1;
        assert!((heavy - (20.0 * 1.7 + 20.0 * 1.6 + 20.0 * 1.5)).abs() < 1e-9);
        // For other visits the tariff is below what the tree proves.
        let other: f64 = tariff.per_visit.iter().zip([2.0, 1.0, 0.0]).map(|(seconds, visits)| seconds * visits).sum();
        assert!(other <= tree.tariff(&Crossings { visits: &[2.0, 1.0, 0.0], loads: &[0.0; 3] }).1);
    }

    #[test]
    fn moats_know_clusters() {
        // Three places 10 from the facility and 5 from each other: 10 + 5 + 5 + 10.
        let between = (0..9).map(|at| if at % 4 == 0 { 0.0 } else { 5.0 }).collect();
        let ways = Ways { home: vec![10.0; 3], between };
        let crossings = Crossings { visits: &[1.0; 3], loads: &[0.1; 3] };
        assert_eq!(CutTree::moats(&ways).tariff(&crossings).1, 30.0);
    }

    proptest! {
        #[test]
        fn no_way_is_shorter_than_what_separates_its_ends(places in prop::collection::vec((0..1000_i32, 0..1000_i32), 1..12), detour in 0..300_i32) {
            // Manhattan ways with a detour on some of them: no metric, as with trucks of different speeds.
            let length = |a: &(i32, i32), b: &(i32, i32)| {
                let straight = (a.0 - b.0).abs() + (a.1 - b.1).abs();
                f64::from(if straight % 3 == 1 { straight + detour } else { straight })
            };
            let home: Vec<f64> = places.iter().map(|place| length(place, &(500, 500))).collect();
            let ways = || Ways { home: home.clone(), between: places.iter().flat_map(|a| places.iter().map(|b| length(a, b)).collect::<Vec<_>>()).collect() };
            for tree in [CutTree::from_facilities(ways()), CutTree::moats(&ways())] {
                for a in 0..places.len() {
                    prop_assert!(tree.separation(a, None) <= home[a] + 1e-9);
                    for b in 0..places.len() {
                        prop_assert!(tree.separation(a, Some(b)) <= length(&places[a], &places[b]) + 1e-9);
                    }
                }
            }
        }
    }
}
