//! The search's tunables.

/// How the search works; the same parameters, seed and iterations give the same plan on any number of threads.
///
/// Defaults without another source were measured on the weeks of Phú Lương with 4 and 6 trucks, at equal iterations.
#[derive(Clone, Debug, PartialEq)]
pub struct Parameters {
    /// Seed of all random numbers.
    pub seed: u64,
    /// Worker threads; they change the time a run takes, never its result. 0 = one for each core.
    pub threads: usize,
    /// Searches at work; part of what a seed gives. 1 to 64. Default 2: they bring one plan on together, each with its own changes, or, on a single day of many points, in its
    /// own part. Where points are few, or only the costs of a week without unloads under way are searched for, each has its own plan: of few points in a week, what they find is bred; elsewhere, and from a
    /// plan that exists, it is exchanged now and then.
    pub islands: usize,
    /// Mean iterations of an island before it joins the others, where they bring one plan on together. Default 16.
    pub iterations_between_joins: u64,
    /// Iterations of an island in an epoch, in which the moment of the schedule stays. Default 200.
    pub iterations_per_epoch: u64,
    /// The same where service is fixed and iterations are short. Default 2,000.
    pub iterations_per_short_epoch: u64,
    /// Iterations, of all islands together, for each point and day of one cycle through the schedule. Weeks of fixed service that are not bred go through it several times, where iterations suffice. Default 1,500.
    pub iterations_per_cycle: u64,
    /// The most cycles through the schedule. Default 8.
    pub most_cycles: u64,
    /// Where in the schedule a cycle begins, but for the first. Default 0.45.
    pub entry_of_cycle: f64,
    /// Iterations of an island for each point in one generation, where plans of few points are bred; three times as many where service is not fixed. Default 500: on a classic
    /// week of 20 points 400 were better than 1,000, on two others alike; of weeks of three points in which every rule binds, more were solved with more.
    pub iterations_per_generation: u64,
    /// The plans from which others are bred; so many are made without parents first, in no more than a third of the generations. Default 12.
    pub most_parents: usize,
    /// Where in the schedule a generation begins that has parents. Default 0.7: at 400 iterations better than 0.8 on one of three classic
    /// weeks and alike on the others; from 0.3 on, more weeks of three points were solved the later it was.
    pub entry_of_generation: f64,
    /// Temperatures at start and end where service is fixed, in costs of a visit of a first plan: with patterns to choose. Default 1.0 and
    /// 0.02, after the trial described in the design of the search.
    pub temperatures_of_week: (f64, f64),
    /// The same on a single day, where it begins no hotter. Default 0.3 and 0.005.
    pub temperatures_of_day: (f64, f64),
    /// A single day begins as many times hotter as each of its points has this many iterations, of all islands together, from 1 up to `most_heat` times. Default
    /// 3,000: with 6,000 to 16,000 for each point, a start four times hotter was 0.05 to 0.11 % better on the mean of four and six classic days (two seeds each), with
    /// 4,000 to 6,000 it was worse; what lies between is a guess.
    pub iterations_per_heat: u64,
    /// See `iterations_per_heat`. Default 4: eight times was no better.
    pub most_heat: f64,
    /// Temperature at the start, in costs of an ordinary visit. Default 4.
    pub temperature_first: f64,
    /// Iterations, of all islands together, for each point in a run that is long, and in one that is short; what lies between has a course between theirs. Where service is to be decided. Default
    /// 600 and 200: on Phú Lương some 12 and 4 seconds of a fast machine, twice that of a slow one. With 205,000 iterations (seeds 1 to 8) the mean objective was 1,807 so, and 1,870 with 1,000 and 200.
    pub long_and_short_run: (u64, u64),
    /// Course of a long run. Default: requirements until 0.3, service from 0.95, facilities from 0.85, descent from 0.9, where it is as hot as a fifth of a visit and service counts twice; 600 units beyond a limit for a visit, then fewer, down to 60.
    ///
    /// What matters is the temperature at which service begins to count: about one visit's cost at 0.3. On Phú Lương (400,000 iterations, seeds 1 to 4) the mean objective was, with service in full from 0.95 on, 1,808
    /// with requirements until 0.15, 1,774 until 0.3, 1,821 until 0.4; with service in full from 0.8 on, 1,796 until 0.3 and 1,875 (six seeds) until 0.6.
    ///
    /// Penalties adapt until a third of the states keep every rule. Where three dozen truck-days are full to the brim, some one of them is a second too long nearly always, and a second soon costs as much as it may: with half a visit
    /// nothing moves any more. With 340,000 iterations (seeds 1 to 12) the mean objective was 1,784 (standard deviation 26) with 2 units for a visit and a last temperature of 0.05, 1,782 with 10, 1,776 with 40 units; with
    /// 0.12 it was 1,764 with 40, 1,752 (23) with 150 to 20, 1,728 (23) with 300 to 40 and 1,720 (17) with 600 to 15 units. With cheaper ones, and with 0.2, some runs broke so many rules when the descent began that a tenth was lost.
    /// Since states are mended, and rules become dearer where that fails, that is rare: with 0.2 and 600 to 60 units it is 1,698 (17; seeds 1 to 8), and whether service counts 1.5 or 4 times in the end makes no difference. With 0.2 and 600 to 30 (six seeds) it was
    /// 1,717, with 0.3 and 600 to 60 one run of six lost a tenth.
    pub course_of_long_run: ServiceCourse,
    /// Course of a short run. Default 0.4, 0.95, 0.85 and 0.85, 0.05 and 2 units: with 60,000 iterations those of a long run are no worse on the mean, but one seed in eight missed a requirement when the descent had a tenth, and with 200,000 and
    /// a budget one in six when service counted from 0.3 on. Facilities stay alike until the descent there: with 60,000 iterations as much is burnt as when they began to differ earlier. With the temperature and the units of a long run the mean
    /// objective of 60,000 iterations (seeds 1 to 12) was 2,054 instead of 2,032, and one run missed a requirement.
    pub course_of_short_run: ServiceCourse,
    /// Course of all other searches: of a generation, where plans of few points are bred, and of a run in which waiting does not count. Default 0.6, 0.8, 0.77 and 0.85, 0.05 and 2 units: with the shares of a long run, not all weeks of three points
    /// in which every rule binds were solved, and the cheapest plan of Phú Lương was 0.8 % dearer (60,000 iterations, one seed).
    pub course_of_other_searches: ServiceCourse,
    /// What service counts from the start in a long run, in shares of its full price; nothing in shorter ones. Default 0.2.
    ///
    /// On Phú Lương the mean objective was 1,834 without it, 1,808 with 0.15 and 1,800 with 0.2 (240,000 iterations, seeds 1 to 16; standard deviations 24 to 38), 1,819 with 0.3 (seeds 1 to 8), and with
    /// 480,000 iterations (seeds 1 to 6) 1,755 without it and 1,720 with 0.2. But with 150,000 iterations and 0.06 two weeks of six of Phú Lương without the wish to burn missed a requirement, with 60,000 and 0.2 one of
    /// sixteen; none without it, and none of those weeks with 340,000 and 0.2.
    pub service_share_first: f64,
    /// Service counts from the start in a run of so many iterations, of all islands together, for each point. Default 1,000: see `service_share_first`.
    pub iterations_of_service_at_first: u64,
    /// Where in its schedule a run from an existing plan begins, as a share of a whole run. Default 0.6: at a temperature of a fifth of a visit, where service has half its price.
    pub entry_of_start: f64,
    /// Seconds beyond a limit that cost as much as an ordinary visit, at the start. Default 300: so cheap that first every point is
    /// served, then the routes are made short, and only then hours bind.
    pub seconds_per_visit_first: f64,
    /// The same at the end of the requirements' part; from then on the penalty adapts, and grows with service beyond its full price. Default 20.
    pub seconds_per_visit_last: f64,
}

/// The course of a search that decides on service: where its parts begin and end, as shares above 0 and below 1, of which requirements end before service begins in full; how cold it ends; and
/// how dear broken rules become.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ServiceCourse {
    /// Up to here the requirements come first and the penalties rise as planned; of what comes before the descent.
    pub requirements_until: f64,
    /// From here on service counts in full and more; it rises evenly from the end of the requirements' part. Of what comes before the descent.
    pub service_from: f64,
    /// Up to here all facilities cost the same; then the wish to burn, or what they cost, counts evenly more until the end. Of the whole, below 1. A furnace that is filled to the brim, or a landfill that is, stands in the way of most changes.
    pub facilities_from: f64,
    /// From here on the search only descends: from its best plan to plans that keep every rule and are no worse, compared level by level. Of the whole. The descent fills the hours that are left, too.
    pub descent_from: f64,
    /// Temperature where the descent begins, in costs of an ordinary visit.
    pub temperature_last: f64,
    /// What service counts where the descent begins, in shares of its full price.
    pub service_share_last: f64,
    /// While penalties adapt, no fewer seconds or kilograms beyond a limit cost as much as a visit: at the end of the requirements' part, and where the descent begins; in between it changes by equal factors.
    pub units_per_visit_least: (f64, f64),
}

impl ServiceCourse {
    /// So far from this course to another: at 0 this one, at 1 the other.
    fn towards(self, others: Self, way: f64) -> Self {
        if way >= 1.0 {
            return others;
        }
        let between = |from: f64, to: f64| from + (to - from) * way;
        let ((first, last), (other_first, other_last)) = (self.units_per_visit_least, others.units_per_visit_least);
        Self {
            requirements_until: between(self.requirements_until, others.requirements_until),
            service_from: between(self.service_from, others.service_from),
            facilities_from: between(self.facilities_from, others.facilities_from),
            descent_from: between(self.descent_from, others.descent_from),
            temperature_last: geometric(self.temperature_last, others.temperature_last, way),
            service_share_last: geometric(self.service_share_last, others.service_share_last, way),
            units_per_visit_least: (geometric(first, other_first, way), geometric(last, other_last, way)),
        }
    }
}

impl Parameters {
    /// Whether service counts from the start in a run with so many iterations for each point.
    pub(super) fn serves_from_the_start(&self, iterations_per_point: f64) -> bool {
        iterations_per_point >= self.iterations_of_service_at_first as f64
    }

    /// The course of a run of so many iterations for each point.
    pub(super) fn course_of_run(&self, iterations_per_point: f64) -> ServiceCourse {
        let (long, short) = self.long_and_short_run;
        let shortness = (long as f64 - iterations_per_point) / long.saturating_sub(short).max(1) as f64;
        self.course_of_long_run.towards(self.course_of_short_run, shortness.clamp(0.0, 1.0))
    }

    /// The most searches at work.
    const MOST_ISLANDS: usize = 64;
    /// The most iterations between joins: an epoch has fewer as a rule.
    const MOST_BETWEEN_JOINS: u64 = 1_000_000;

    /// The same parameters, with counts that there must be one of, or that have a greatest, brought within these limits.
    #[must_use]
    pub(super) fn within_limits(&self) -> Self {
        Self {
            islands: self.islands.clamp(1, Self::MOST_ISLANDS),
            iterations_between_joins: self.iterations_between_joins.clamp(1, Self::MOST_BETWEEN_JOINS),
            iterations_per_epoch: self.iterations_per_epoch.max(1),
            iterations_per_short_epoch: self.iterations_per_short_epoch.max(1),
            ..self.clone()
        }
    }
}

impl Default for Parameters {
    fn default() -> Self {
        Self {
            seed: 1,
            threads: 0,
            islands: 2,
            iterations_between_joins: 16,
            iterations_per_epoch: 200,
            iterations_per_short_epoch: 2_000,
            iterations_per_cycle: 1_500,
            most_cycles: 8,
            entry_of_cycle: 0.45,
            iterations_per_generation: 500,
            most_parents: 12,
            entry_of_generation: 0.7,
            temperatures_of_week: (1.0, 0.02),
            temperatures_of_day: (0.3, 0.005),
            iterations_per_heat: 3_000,
            most_heat: 4.0,
            temperature_first: 4.0,
            long_and_short_run: (600, 200),
            course_of_long_run: ServiceCourse {
                requirements_until: 0.3,
                service_from: 0.95,
                facilities_from: 0.85,
                descent_from: 0.9,
                temperature_last: 0.2,
                service_share_last: 2.0,
                units_per_visit_least: (600.0, 60.0),
            },
            course_of_short_run: ServiceCourse {
                requirements_until: 0.4,
                service_from: 0.95,
                facilities_from: 0.85,
                descent_from: 0.85,
                temperature_last: 0.05,
                service_share_last: 20.0,
                units_per_visit_least: (2.0, 2.0),
            },
            course_of_other_searches: ServiceCourse {
                requirements_until: 0.6,
                service_from: 0.8,
                facilities_from: 0.77,
                descent_from: 0.85,
                temperature_last: 0.05,
                service_share_last: 20.0,
                units_per_visit_least: (2.0, 2.0),
            },
            service_share_first: 0.2,
            iterations_of_service_at_first: 1_000,
            entry_of_start: 0.6,
            seconds_per_visit_first: 300.0,
            seconds_per_visit_last: 20.0,
        }
    }
}

/// From `first` to `last` by equal factors. The logarithm is the same on every machine.
pub(super) fn geometric(first: f64, last: f64, progress: f64) -> f64 {
    first * libm::exp(libm::log(last / first) * progress)
}
