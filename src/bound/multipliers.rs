//! The relaxation's value from below, by multipliers of its scarce resources.
//!
//! Each round chooses the multipliers for the present tariffs of driving, one resource after the other, and then moves the tariffs towards
//! those that the cut trees prove for the mean of the choices so far (fictitious play, Brown 1951): any convex mixture of tariffs is one.
//! Whatever multipliers and tariffs are, the value is a bound (Lagrange; Geoffrion 1974, <https://doi.org/10.1007/BFb0120690>); the best is kept.

use super::cuts::{Crossings, CutTree, Tariff};
use super::relaxation::{Choice, Limit, Relaxation};

/// Rounds at most: then the value changes by less than a hundredth of a per cent a round on the weeks that were tried.
const ROUNDS: usize = 240;
/// Rounds without a better value after which it is enough.
const PATIENCE: usize = 60;
/// Halvings of an interval in the search for a multiplier.
const HALVINGS: usize = 24;

/// The best value found, and the multipliers that give it.
pub(super) struct Dual {
    /// No choice of patterns within the resources has a smaller `Σ people · Σ gap²`.
    pub squares: f64,
    /// What a unit of each row's resource is worth, times all there is of it: how much it adds to the value.
    pub worth: Vec<f64>,
    /// What the rows are.
    pub limits: Vec<Limit>,
}

/// Maximizes over multipliers. `people` weigh the points. O(rounds · halvings · rows · choices).
pub(super) fn maximize(relaxation: &Relaxation, people: &[f64]) -> Dual {
    let mut game = Game::new(relaxation, people);
    let limits = relaxation.rows.iter().map(|row| row.limit.clone()).collect();
    let mut best = Dual { squares: game.free_value(), worth: vec![0.0; relaxation.rows.len()], limits };
    let mut since = 0;
    for round in 0..ROUNDS {
        game.price();
        game.raise_multipliers();
        let value = game.value();
        since = if value > best.squares * (1.0 + 1e-6) { 0 } else { since + 1 };
        if value > best.squares {
            (best.squares, best.worth) = (value, game.worth());
        }
        if since > PATIENCE {
            break;
        }
        game.answer(round);
    }
    best
}

struct Game<'a> {
    relaxation: &'a Relaxation,
    people: &'a [f64],
    multipliers: Vec<f64>,
    /// For each row, the tariff of driving.
    tariffs: Vec<Tariff>,
    /// For each point and choice, what it takes of each row at the present tariffs.
    taken: Vec<Vec<Vec<f64>>>,
    /// For each row, what is left of it when the trucks have been to their depots.
    capacities: Vec<f64>,
    /// For each row, mean visits and loads of places over the rounds.
    visits: Vec<Vec<f64>>,
    loads: Vec<Vec<f64>>,
}

impl<'a> Game<'a> {
    fn new(relaxation: &'a Relaxation, people: &'a [f64]) -> Self {
        let (n_rows, n_points) = (relaxation.rows.len(), people.len());
        let n_places = relaxation.rows.iter().flat_map(|row| &row.truck_days).map(|(place, _)| place + 1).max().unwrap_or(0).max(n_points);
        let nothing = Tariff { per_visit: vec![0.0; n_places], per_load: vec![0.0; n_places] };
        Self {
            relaxation,
            people,
            multipliers: vec![0.0; n_rows],
            tariffs: vec![nothing; n_rows],
            taken: relaxation.choices.iter().map(|choices| vec![vec![0.0; n_rows]; choices.len()]).collect(),
            capacities: vec![0.0; n_rows],
            visits: vec![vec![0.0; n_places]; n_rows],
            loads: vec![vec![0.0; n_places]; n_rows],
        }
    }

    /// The value without any resource.
    fn free_value(&self) -> f64 {
        let least = |choices: &Vec<Choice>| choices.iter().map(|choice| choice.squares).min().unwrap_or(0);
        self.relaxation.choices.iter().zip(self.people).map(|(choices, people)| least(choices) as f64 * people).sum()
    }

    /// Notes what each choice takes at the present tariffs, and what there is.
    fn price(&mut self) {
        for (point, choices) in self.relaxation.choices.iter().enumerate() {
            for (choice, taken) in choices.iter().zip(&mut self.taken[point]) {
                for (row, used) in choice.uses.iter().enumerate() {
                    let tariff = &self.tariffs[row];
                    let driving = used.visits * tariff.per_visit[point] + used.loads * tariff.per_load[point];
                    taken[row] = used.fixed + driving * self.relaxation.rows[row].per_driving_second;
                }
            }
        }
        for (index, row) in self.relaxation.rows.iter().enumerate() {
            self.capacities[index] = match row.truck_days.is_empty() {
                true => row.capacity,
                false => row.truck_days.iter().map(|(depot, seconds)| (seconds - self.tariffs[index].per_visit[*depot]).max(0.0)).sum(),
            };
        }
    }

    /// The choice of a point that costs least at the present multipliers.
    fn cheapest(&self, point: usize) -> (f64, usize) {
        let choices = self.relaxation.choices[point].iter().zip(&self.taken[point]).enumerate();
        let priced = choices.map(|(index, (choice, taken))| {
            let paid: f64 = taken.iter().zip(&self.multipliers).map(|(amount, multiplier)| amount * multiplier).sum();
            (choice.squares as f64 * self.people[point] + paid, index)
        });
        priced.min_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((0.0, 0))
    }

    fn value(&self) -> f64 {
        let points: f64 = (0..self.people.len()).map(|point| self.cheapest(point).0).sum();
        points - self.worth().iter().sum::<f64>()
    }

    fn worth(&self) -> Vec<f64> {
        self.multipliers.iter().zip(&self.capacities).map(|(multiplier, capacity)| multiplier * capacity).collect()
    }

    /// How much more of a row is taken than there is.
    fn excess(&self, row: usize) -> f64 {
        let taken: f64 = (0..self.people.len()).map(|point| self.taken[point][self.cheapest(point).1][row]).sum();
        taken - self.capacities[row]
    }

    /// Sets each multiplier where its row is just used up, the others as they are: the value is concave in it.
    fn raise_multipliers(&mut self) {
        for row in 0..self.multipliers.len() {
            let was = self.multipliers[row];
            self.multipliers[row] = 0.0;
            if self.excess(row) <= 0.0 {
                continue;
            }
            let mut above = if was > 0.0 { was } else { self.people.iter().sum::<f64>() / self.capacities[row].max(1.0) };
            self.multipliers[row] = above;
            let mut doublings = 0;
            while self.excess(row) > 0.0 && doublings < 60 {
                above *= 2.0;
                self.multipliers[row] = above;
                doublings += 1;
            }
            let mut below = if doublings > 0 { above / 2.0 } else { 0.0 };
            for _ in 0..HALVINGS {
                let middle = (below + above) / 2.0;
                self.multipliers[row] = middle;
                if self.excess(row) > 0.0 {
                    below = middle
                } else {
                    above = middle
                }
                if above - below < 1e-7 * above {
                    break;
                }
            }
            self.multipliers[row] = above;
        }
    }

    /// Takes the present choices into the mean, and moves the tariffs towards those that the mean calls for.
    fn answer(&mut self, round: usize) {
        let step = 2.0 / (round as f64 + 2.0);
        let chosen: Vec<usize> = (0..self.people.len()).map(|point| self.cheapest(point).1).collect();
        for (index, row) in self.relaxation.rows.iter().enumerate().filter(|(_, row)| row.per_driving_second > 0.0) {
            let (visits, loads) = (&mut self.visits[index], &mut self.loads[index]);
            for (place, (visits, loads)) in visits.iter_mut().zip(loads.iter_mut()).enumerate() {
                let used = chosen.get(place).map(|choice| self.relaxation.choices[place][*choice].uses[index]).unwrap_or_default();
                let seconds_left = |seconds: f64| seconds > self.tariffs[index].per_visit[place];
                let at_home = row.truck_days.iter().filter(|(depot, seconds)| *depot == place && seconds_left(*seconds)).count();
                *visits += step * (used.visits + at_home as f64 - *visits);
                *loads += step * (used.loads - *loads);
            }
            let crossings = Crossings { visits, loads };
            let proved = self.relaxation.trees.iter().map(|tree: &CutTree| tree.tariff(&crossings));
            let Some((tariff, _)) = proved.max_by(|a, b| a.1.total_cmp(&b.1)) else { continue };
            self.tariffs[index].approach(&tariff, step);
        }
    }
}

impl Tariff {
    /// Goes a part of the way to another tariff.
    fn approach(&mut self, other: &Self, step: f64) {
        let all = self.per_visit.iter_mut().zip(&other.per_visit).chain(self.per_load.iter_mut().zip(&other.per_load));
        all.for_each(|(mine, theirs)| *mine += step * (theirs - *mine));
    }
}
