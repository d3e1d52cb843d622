//! What a stretch of a route adds up to, so that routes can be priced from their pieces without a walk over the stops.
//!
//! # Why
//!
//! A move of the local search cuts routes into a few pieces and joins them anew. What a piece is like for the pieces around it is
//! a handful of numbers, and those of two pieces give those of both in O(1): Vidal, Crainic, Gendreau and Prins (2013),
//! <https://doi.org/10.1016/j.cor.2012.07.018>, and (2014), <https://doi.org/10.1016/j.ejor.2013.09.045>. Joining is associative,
//! so it makes no difference in which order pieces are joined.

/// An amount on board along a stretch of stops with unloads among them; an unload empties the truck.
///
/// Resets as in the concatenation with intermediate facilities of Vidal et al. (2014); the excess of the trips at both ends is left open,
/// for the stops around the stretch belong to them, too.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct LoadSegment {
    /// Whether there is an unload in it.
    pub unloads: bool,
    /// What is collected before its first unload; everything, where there is none.
    pub first: i64,
    /// What is on board at its end, if the truck begins it empty.
    pub last: i64,
    /// What the trips between two of its unloads collect beyond the limit, added up.
    pub excess: i64,
}

impl LoadSegment {
    /// An unload.
    pub const UNLOAD: Self = Self { unloads: true, first: 0, last: 0, excess: 0 };

    /// Stops without an unload among them.
    #[inline]
    pub fn collected(amount: i64) -> Self {
        Self { unloads: false, first: amount, last: amount, excess: 0 }
    }

    /// This stretch and then `next`, in a truck that holds `limit`.
    #[inline]
    pub fn merge(self, next: Self, limit: i64) -> Self {
        let between = self.last + next.first;
        match (self.unloads, next.unloads) {
            (false, false) => Self::collected(between),
            (false, true) => Self { first: between, ..next },
            (true, false) => Self { last: between, ..self },
            (true, true) => {
                Self { unloads: true, first: self.first, last: next.last, excess: self.excess + next.excess + over(between, limit) }
            }
        }
    }

    /// What goes beyond `limit` on a whole route, trip by trip.
    #[inline]
    pub fn total_excess(self, limit: i64) -> i64 {
        if self.unloads { self.excess + over(self.first, limit) + over(self.last, limit) } else { over(self.last, limit) }
    }
}

#[inline]
fn over(amount: i64, limit: i64) -> i64 {
    (amount - limit).max(0)
}

/// The clock of a stretch of stops and unloads with windows, in seconds.
///
/// Who is late for a window goes back in time to its end, at a price: Nagata, Bräysy and Dullaert (2010),
/// <https://doi.org/10.1016/j.cor.2009.06.022>; joined as in Vidal et al. (2013).
/// Times are of the order of days: sums are far from overflow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct TimeSegment {
    /// Driving, service and the least waiting.
    pub duration: i64,
    /// The least time to go back.
    pub warp: i64,
    /// Earliest and latest start with that duration and warp.
    pub earliest: i64,
    pub latest: i64,
}

impl TimeSegment {
    /// One event that takes `duration` and begins within a window.
    #[inline]
    pub fn event(duration: i64, (earliest, latest): (i64, i64)) -> Self {
        Self { duration, warp: 0, earliest, latest }
    }

    /// This stretch, then `travel` seconds on the way, then `next`.
    #[inline]
    pub fn merge(self, travel: i64, next: Self) -> Self {
        let ahead = self.duration - self.warp + travel;
        let wait = (next.earliest - ahead - self.latest).max(0);
        let warp = (self.earliest + ahead - next.latest).max(0);
        Self {
            duration: self.duration + travel + wait + next.duration,
            warp: self.warp + warp + next.warp,
            earliest: (next.earliest - ahead).max(self.earliest) - wait,
            latest: (next.latest - ahead).min(self.latest) + warp,
        }
    }

    /// End of the stretch, started as early as its duration allows.
    #[inline]
    pub fn end(self) -> i64 {
        self.earliest + self.duration - self.warp
    }
}

#[cfg(test)]
mod tests {
    use rand::{Rng, RngExt, SeedableRng};
    use rand_xoshiro::Xoshiro256PlusPlus;

    use super::*;

    /// Joins segments in a random order of neighbours.
    fn join<T: Copy>(mut parts: Vec<T>, rng: &mut impl Rng, merge: impl Fn(T, T) -> T) -> T {
        while parts.len() > 1 {
            let at = rng.random_range(0..parts.len() - 1);
            parts[at] = merge(parts[at], parts[at + 1]);
            parts.remove(at + 1);
        }
        parts[0]
    }

    /// Excess and load at the end, by driving the route; nothing is an unload.
    fn drive_load(route: &[Option<i64>], limit: i64) -> (i64, i64) {
        let (mut load, mut excess) = (0, 0);
        for event in route {
            match event {
                Some(amount) => load += amount,
                None => {
                    excess += over(load, limit);
                    load = 0;
                }
            }
        }
        (excess + over(load, limit), load)
    }

    #[test]
    fn joined_loads_are_those_of_the_driven_route() {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(1);
        for _ in 0..100_000 {
            let n = rng.random_range(1..20);
            let limit = rng.random_range(1..60);
            let route: Vec<Option<i64>> = (0..n).map(|_| (rng.random_range(0..4) > 0).then(|| rng.random_range(0..30))).collect();
            let parts = route.iter().map(|event| event.map_or(LoadSegment::UNLOAD, LoadSegment::collected)).collect();
            let whole = join(parts, &mut rng, |a, b| LoadSegment::merge(a, b, limit));
            assert_eq!((whole.total_excess(limit), whole.last), drive_load(&route, limit), "{route:?} with {limit}");
        }
    }

    /// Window, duration and the way to the next.
    type Event = ((i64, i64), i64, i64);

    /// Duration and warp of a start, by driving the route.
    fn drive_time(route: &[Event], start: i64) -> (i64, i64) {
        let (mut clock, mut warp) = (start, 0);
        for (number, ((earliest, latest), duration, travel)) in route.iter().enumerate() {
            clock = clock.max(*earliest);
            warp += (clock - latest).max(0);
            clock = clock.min(*latest) + duration + if number + 1 < route.len() { *travel } else { 0 };
        }
        (clock - start + warp, warp)
    }

    #[test]
    fn joined_clocks_are_those_of_the_driven_route() {
        let mut rng = Xoshiro256PlusPlus::seed_from_u64(2);
        for _ in 0..100_000 {
            let n = rng.random_range(1..10);
            let route: Vec<Event> = (0..n)
                .map(|_| {
                    let earliest = rng.random_range(0..80);
                    ((earliest, earliest + rng.random_range(0..60)), rng.random_range(0..10), rng.random_range(0..15))
                })
                .collect();
            // Each part knows the way on from its last event.
            let parts = route.iter().map(|(window, duration, travel)| (TimeSegment::event(*duration, *window), *travel)).collect();
            let (whole, _) = join(parts, &mut rng, |a: (TimeSegment, i64), b: (TimeSegment, i64)| (a.0.merge(a.1, b.0), b.1));
            let (promised, warp_only) = ((whole.duration, whole.warp), |start| drive_time(&route, start).1);
            assert_eq!(drive_time(&route, whole.earliest), promised, "{route:?}: the earliest start of {whole:?}");
            assert_eq!(drive_time(&route, whole.latest), promised, "{route:?}: the latest start of {whole:?}");
            // An earlier start waits longer, a later one goes back further.
            assert!(drive_time(&route, whole.earliest - 1).0 > whole.duration, "{route:?}: before the earliest start of {whole:?}");
            assert!(warp_only(whole.latest + 1) > whole.warp, "{route:?}: after the latest start of {whole:?}");
            // And no start does with less of either.
            let (start, end) = (rng.random_range(-50..200), whole.end());
            let (duration, warp) = drive_time(&route, start);
            assert!(duration >= whole.duration && warp >= whole.warp, "{route:?}: a start at {start} against {whole:?}");
            assert_eq!(end, whole.earliest + drive_time(&route, whole.earliest).0 - whole.warp);
        }
    }
}
