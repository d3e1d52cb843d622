//! How islands work together, when they refine, and how a run is planned.

use super::*;
use crate::model::Window;
use crate::model::testing::{at, first_day, with_fixed_service};
use crate::solve::price::Prices;
use crate::solve::tests::{classic_week, random_district};

/// What `of` says of a search of 20,000 iterations in such a district.
fn planned<R>(n_points: usize, is_fixed: bool, parameters: &Parameters, of: impl Fn(&Search) -> R) -> R {
    let problem = random_district(11, n_points, 2);
    let problem = if is_fixed { with_fixed_service(problem) } else { problem };
    let stop = StopRule { iterations: Some(20_000), ..StopRule::default() };
    let setup = Setup::new(&problem);
    of(&Search::new(&setup, None, parameters, &stop, None, Instant::now()))
}

#[test]
fn searches_of_a_classic_week_of_many_points_refine_a_plan_each() {
    let problem = classic_week(7, 120, 25);
    let setup = Setup::new(&problem);
    let parameters = Parameters { iterations_per_short_epoch: 50, ..Parameters::default() };
    let stop = StopRule { iterations: Some(2_000), ..StopRule::default() };
    let mut search = Search::new(&setup, None, &parameters, &stop, None, Instant::now());
    assert_eq!(search.company, Company::Apart);
    search.run(&mut crate::solve::Silent);
    // What would be the last of the cycle is left to the last steps.
    assert_eq!(search.refinements, REFINEMENTS_OF_CYCLE - 1);
    let plans = |search: &Search| search.islands.iter().map(|island| island.best().clone()).collect::<Vec<_>>();
    let before = plans(&search);
    search.refine();
    let after = plans(&search);
    assert!(before.iter().zip(&after).all(|(before, after)| after.0 <= before.0));
}

#[test]
fn a_long_run_with_fixed_service_goes_through_the_schedule_several_times() {
    let parameters = Parameters { iterations_per_short_epoch: 20, iterations_per_cycle: 10, ..Parameters::default() };
    let cycles = |is_fixed: bool, parameters: &Parameters| planned(120, is_fixed, parameters, |search| search.cycles());
    // 8,400 iterations for a cycle; with epochs of 200 iterations, there are too few of them.
    assert_eq!(cycles(true, &parameters), 2);
    assert_eq!(cycles(true, &Parameters { iterations_per_short_epoch: 200, ..parameters.clone() }), 1);
    assert_eq!(cycles(true, &Parameters { most_cycles: 1, ..parameters.clone() }), 1);
    let short_epochs = Parameters { iterations_per_epoch: 20, ..parameters.clone() };
    assert_eq!(cycles(false, &short_epochs), 1, "a district goes through it once");
}

#[test]
fn a_week_of_fixed_service_is_refined_evenly_over_its_cycles() {
    let due = |problem: Problem| {
        let setup = Setup::new(&problem);
        let parameters = Parameters { iterations_per_short_epoch: 20, iterations_per_cycle: 10, ..Parameters::default() };
        let stop = StopRule { iterations: Some(20_000), ..StopRule::default() };
        let mut search = Search::new(&setup, None, &parameters, &stop, None, Instant::now());
        assert_eq!(search.pace.first(), Some(500));
        // A quarter and three quarters of what comes after the first epochs, and the end.
        [0, EPOCHS_AT_START, 131, 377, 500].map(|epoch| {
            search.epoch = epoch;
            search.refinements_due(moment(&setup, &parameters, search.span(), search.moment_in_schedule()))
        })
    };
    let problem = with_fixed_service(random_district(11, 120, 2));
    assert_eq!(due(first_day(problem.clone())), [0; 5]);
    // Two cycles.
    assert_eq!(due(problem), [0, 0, 2, 8, 11]);
}

#[test]
fn no_refinement_goes_back_to_a_plan_that_leaves_more_undone() {
    let problem = with_fixed_service(random_district(11, 120, 2));
    let (setup, parameters) = (Setup::new(&problem), Parameters::default());
    let stop = StopRule::default();
    let mut search = Search::new(&setup, None, &parameters, &stop, None, Instant::now());
    let nothing = search.best().0;
    search.islands.iter_mut().for_each(|island| island.run(5, moment(&setup, &parameters, Span::unknown(&setup, &parameters, false), 0.0)));
    assert_eq!(search.best().0, nothing, "two trucks are too few for all");
    let before = search.islands[0].draft().snapshot();
    search.refine();
    assert_eq!(search.islands[0].draft().snapshot(), before);
}

#[test]
fn plans_of_few_points_are_bred() {
    let parameters =
        Parameters { iterations_per_epoch: 20, iterations_per_short_epoch: 20, iterations_per_generation: 10, ..Parameters::default() };
    let generations = |is_fixed: bool, parameters: &Parameters| {
        planned(20, is_fixed, parameters, |search| (search.company, search.generations(), search.generations_without_parents()))
    };
    // 10,000 iterations of an island: 200 for a generation, 600 where service is to be decided. Twelve parents come from two islands.
    assert_eq!(generations(true, &parameters), (Company::Breeding, 50, 6));
    assert_eq!(generations(false, &parameters), (Company::Breeding, 16, 5));
    // An epoch of 200 iterations; five of them at least for a generation.
    assert_eq!(generations(false, &Parameters { iterations_per_epoch: 200, ..parameters.clone() }), (Company::Breeding, 10, 3));
    assert_eq!(generations(true, &Parameters { islands: 1, ..parameters.clone() }).0, Company::Breeding);
    assert_eq!(Company::of(&Setup::new(&random_district(1, 9, 1)), 2, false), Company::Breeding);
    assert_eq!(Company::of(&Setup::new(&random_district(1, 9, 1)), 2, true), Company::Apart, "a plan to start from has no mate");
    assert_eq!(planned(120, true, &parameters, |search| search.company), Company::Together);
    assert_eq!(planned(60, true, &parameters, |search| search.company), Company::Breeding);
    assert_eq!(planned(60, false, &parameters, |search| search.company), Company::Together);
}

#[test]
fn what_an_epoch_takes_is_known_whether_the_clock_plans_or_not() {
    let problem = random_district(11, 64, 2);
    let setup = Setup::new(&problem);
    let parameters = Parameters { iterations_per_epoch: 10, ..Parameters::default() };
    let hour = Some(Duration::from_secs(3600));
    for planned in [&[][..], &[400], &[400, 600]] {
        let stop = StopRule { iterations: Some(300), planned, time: hour, ..StopRule::default() };
        let mut search = Search::new(&setup, None, &parameters, &stop, None, Instant::now());
        search.run(&mut crate::solve::Silent);
        assert!(search.seconds_per_epoch > 0.0 && search.share_for_last_steps(Duration::from_secs(3600)) < SHARES_FOR_LAST_STEPS.1);
        assert_eq!(search.timed_at.0, EPOCHS_AT_START + if planned.len() == 2 { 1 } else { 0 }, "{planned:?}");
    }
    // No time is too long for a plan.
    let stop = StopRule { iterations: None, time: Some(Duration::MAX), ..StopRule::default() };
    let mut search = Search::new(&setup, None, &parameters, &stop, None, Instant::now());
    (search.epoch, search.seconds_per_epoch) = (EPOCHS_AT_START, 1e-9);
    search.plan_anew(&[1e-9; 8]);
    assert!(search.pace.last() > Some(1 << 60));
}

#[test]
fn a_run_from_a_plan_has_no_service_at_first() {
    let problem = random_district(11, 64, 2);
    let (setup, parameters) = (Setup::new(&problem), Parameters::default());
    let stop = StopRule { iterations: Some(400), ..StopRule::default() };
    let start = plan(&problem, &parameters, &stop, &mut crate::solve::Silent);
    let of_long_run = |start| Search::new(&setup, start, &parameters, &stop, None, Instant::now()).span_of(1_000_000);
    let (anew, from_plan) = (of_long_run(None), of_long_run(Some(&start)));
    assert_eq!((anew.service_at_first, from_plan.service_at_first), (parameters.service_share_first, 0.0));
    let cool = parameters.course_of_other_searches;
    assert_eq!(
        (from_plan.course.temperature_last, from_plan.course.service_share_last, from_plan.course.units_per_visit_least),
        (cool.temperature_last, cool.service_share_last, cool.units_per_visit_least)
    );
    assert_eq!(anew.course.descent_from, from_plan.course.descent_from);
}

#[test]
fn what_is_left_of_the_time_breeds_on() {
    let parameters = Parameters { iterations_per_short_epoch: 20, iterations_per_generation: 10, ..Parameters::default() };
    let problem = with_fixed_service(random_district(5, 10, 2));
    let setup = Setup::new(&problem);
    let stop = StopRule { iterations: Some(20_000), planned: &[10_000], ..StopRule::default() };
    let mut search = Search::new(&setup, None, &parameters, &stop, None, Instant::now());
    // 250 epochs are planned, five for each generation.
    assert_eq!((search.pace.first(), search.generations()), (Some(250), 50));
    let mut at = |epoch: u64| {
        search.epoch = epoch;
        (search.generation_under_way(), search.moment_in_schedule())
    };
    let first = parameters.entry_of_generation + (1.0 - parameters.entry_of_generation) * 0.2;
    assert_eq!(at(249).0.0, 49);
    assert_eq!(at(250), ((50, 0.2), first));
    assert_eq!(at(254), ((50, 1.0), 1.0));
    assert_eq!(at(255), ((51, 0.2), first));
    assert_eq!(at(500), ((100, 0.2), first));
    search.epoch = 0;
    search.run(&mut crate::solve::Silent);
    assert_eq!((search.epoch, search.generation), (500, 99));
}

#[test]
fn of_a_single_day_each_search_has_its_own_plan() {
    let problem = with_fixed_service(random_district(11, 120, 2));
    assert_eq!(Company::of(&Setup::new(&problem), 2, false), Company::Together);
    assert_eq!(Company::of(&Setup::new(&first_day(problem)), 2, false), Company::Apart);
}

#[test]
fn of_parts_only_one_puts_in_a_point_that_no_route_visits() {
    let mut problem = first_day(with_fixed_service(random_district(11, 450, 25)));
    problem.facilities.clear();
    let always = Window { from: at(0, 0), to: at(48, 0) };
    for point in &mut problem.points {
        point.window = always;
        point.patterns.iter_mut().for_each(|pattern| pattern.admissible = !pattern.days.is_empty());
    }
    for truck in &mut problem.trucks {
        (truck.break_latest, truck.driving_limit, truck.driving_limit_without_break) = (at(24, 0), at(24, 0), at(24, 0));
        truck.home_empty = false;
    }
    let setup = Setup::new(&problem);
    let parameters = Parameters { iterations_per_short_epoch: 200, ..Parameters::default() };
    let stop = StopRule { iterations: Some(20_000), ..StopRule::default() };
    let mut search = Search::new(&setup, None, &parameters, &stop, None, Instant::now());
    assert_eq!(search.company, Company::InParts);
    let mut changed = false;
    while search.epoch < 50 {
        let before = search.islands[0].draft().pattern.clone();
        search.run_shared_epoch(moment(&setup, &parameters, Span::unknown(&setup, &parameters, false), 0.0));
        search.epoch += 1;
        let draft = search.islands[0].draft();
        changed |= (0..450).any(|point| before[point] == 0 && draft.pattern[point] != 0);
        let stops: usize = draft.routes.iter().map(|route| route.len()).sum();
        let served = (0..450).filter(|point| draft.days(*point) != 0).count();
        assert!(served < 450);
        assert_eq!(stops, served, "epoch {}", search.epoch);
    }
    assert!(changed, "points are put in and left out");
}

#[test]
fn a_generation_without_parents_begins_anew_and_a_child_from_both() {
    let problem = random_district(5, 12, 2);
    let (setup, parameters) = (Setup::new(&problem), Parameters::default());
    let mut island = Island::new(&setup, None, 1, 0);
    let found = |island: &mut Island| {
        (0..60).for_each(|epoch| {
            island.run(200, moment(&setup, &parameters, Span::unknown(&setup, &parameters, false), f64::from(epoch) / 60.0))
        });
        island.best().clone()
    };
    let first = found(&mut island);
    island.begin_generation(None);
    assert!(island.best().0 > first.0, "a first plan is not yet as good");
    let second = found(&mut island);
    assert_ne!(first.1.pattern, second.1.pattern);
    island.begin_generation(Some((&first.1, &second.1)));
    let child = island.draft().snapshot();
    let heir = |parent: &Ranked| (0..12).filter(|point| child.pattern[*point] == parent.1.pattern[*point]).count();
    assert!(heir(&first) < 12 && heir(&second) < 12 && heir(&first) + heir(&second) >= 12);
    assert_eq!(island.prices().second_over, Prices::new(&setup).second_over);
}

#[test]
fn no_generation_loses_what_one_before_it_found() {
    let problem = random_district(5, 12, 2);
    let (setup, parameters) = (Setup::new(&problem), Parameters { iterations_per_generation: 50, ..Parameters::default() });
    let stop = StopRule { iterations: Some(20_000), ..StopRule::default() };
    let mut search = Search::new(&setup, None, &parameters, &stop, None, Instant::now());
    let (mut best, mut generations) = (search.best().0, 1);
    while search.epoch < 50 {
        let (before, moment) = (search.generation, moment(&setup, &parameters, search.span(), search.moment_in_schedule()));
        search.run_breeding_epoch(moment);
        search.epoch += 1;
        assert!(search.best().0 <= best);
        best = search.best().0;
        generations += usize::from(search.generation != before);
    }
    assert!(generations > 2 && search.population.best().is_some());
    assert!(search.finish().objective <= best);
}
