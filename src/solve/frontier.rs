//! Service against cost: plans from the cheapest one that meets the requirements to the most frequent one.

use super::today::rejudged;
use super::{Observer, Parameters, StopRule, plan, plan_from};
use crate::constraint::{Replay, cost};
use crate::model::{Plan, Problem};
use crate::units::Vnd;

/// A plan of the frontier.
#[derive(Clone, Debug, PartialEq)]
pub struct FrontierPlan {
    /// The budget it was made for; nothing for the cheapest and the most frequent plan.
    pub budget: Option<Vnd>,
    /// The plan, one of the problem without a budget.
    pub plan: Plan,
}

/// About `n_plans` plans, cheapest first; none is better in service and no dearer than one after it.
///
/// The first is the cheapest found of those that miss as few requirements as can be: by a search for which waiting and burning do not count, by up to
/// three more from its plan, and from the most frequent plan where that misses less. The last is the most frequent one. The plans between are the most
/// frequent ones found for budgets at even steps, and in the widest gaps where steps gave no better plan, and for those in `budgets` that lie between.
/// Each search begins with the plan before it, so that more money never gives less service; each runs until `stop`. Where steps gave too few plans,
/// there are as many further searches as plans are missing, and up to four in vain. Interrupted, the frontier has the plans found so far, and the last
/// of them may be cut short.
pub fn frontier(
    problem: &Problem,
    n_plans: usize,
    budgets: &[Vnd],
    parameters: &Parameters,
    stop: &StopRule,
    observer: &mut dyn Observer,
) -> Vec<FrontierPlan> {
    let mut rich = problem.clone();
    rich.policy.budget = None;
    let price = |plan: &Plan| cost(problem, &Replay::new(problem, plan)).total();
    let mut cheap = rich.clone();
    (cheap.policy.waiting_counts, cheap.policy.burn_first) = (false, false);
    let mut cheapest = plan(&cheap, parameters, stop, observer);
    for _ in 0..MOST_CHEAPER {
        if stop.is_interrupted() {
            break;
        }
        let next = plan_from(&cheap, &cheapest, parameters, stop, observer);
        if next.objective >= cheapest.objective {
            break;
        }
        cheapest = next;
    }
    let mut most = plan(&rich, parameters, stop, observer);
    if most.objective.people_short < cheapest.objective.people_short {
        cheapest = plan_from(&cheap, &most, parameters, stop, observer);
    }
    let cheapest = rejudged(&rich, cheapest);
    let (low, high) = (price(&cheapest), price(&most));
    let mut found = vec![FrontierPlan { budget: None, plan: cheapest }];
    for budget in steps(low, high, n_plans, budgets) {
        if stop.is_interrupted() {
            break;
        }
        let mut limited = rich.clone();
        limited.policy.budget = Some(budget);
        let before = &found[found.len() - 1].plan;
        let next = plan_from(&limited, before, parameters, stop, observer);
        found.push(FrontierPlan { budget: Some(budget), plan: next });
    }
    if !stop.is_interrupted() {
        let from_below = plan_from(&rich, &found[found.len() - 1].plan, parameters, stop, observer);
        most = if from_below.objective < most.objective { from_below } else { most };
    }
    found.push(FrontierPlan { budget: None, plan: most });
    let mut kept = without_dominated(found, price);
    // Budgets for which a search gave no plan that is better than its neighbours.
    let mut in_vain: Vec<Vnd> = Vec::new();
    while kept.len() < n_plans && in_vain.len() < MOST_IN_VAIN && !stop.is_interrupted() {
        let Some((at, budget)) = widest_gap(&kept, &in_vain, price) else { break };
        let mut limited = rich.clone();
        limited.policy.budget = Some(budget);
        let between = plan_from(&limited, &kept[at].plan, parameters, stop, observer);
        let before = kept.len();
        kept.push(FrontierPlan { budget: Some(budget), plan: between });
        kept = without_dominated(kept, price);
        // A plan at the price of its neighbour would have the same gap looked at again and again.
        let is_new = kept.iter().any(|one| one.budget == Some(budget) && budget.0 - price(&one.plan).0 < (high.0 - low.0) / n_plans as i64);
        if kept.len() <= before || !is_new {
            in_vain.push(budget);
        }
    }
    kept
}

/// At most so often the cheapest plan is searched for again, from the one before, as long as it gets cheaper. On Phú Lương the first time saved 1.2 of 147 million đồng.
const MOST_CHEAPER: usize = 3;

/// Searches between two neighbours that may give no better plan before no more are tried.
const MOST_IN_VAIN: usize = 4;

/// Where two neighbours differ most in cost: the cheaper one, and the budget halfway, of those that are not `in_vain`.
fn widest_gap(plans: &[FrontierPlan], in_vain: &[Vnd], price: impl Fn(&Plan) -> Vnd) -> Option<(usize, Vnd)> {
    let prices: Vec<i64> = plans.iter().map(|one| price(&one.plan).0).collect();
    let halfway = |next: &usize| Vnd((prices[*next - 1] + prices[*next]) / 2);
    let gaps = (1..prices.len()).filter(|next| !in_vain.contains(&halfway(next)));
    let widest = gaps.max_by_key(|next| prices[*next] - prices[next - 1])?;
    Some((widest - 1, halfway(&widest)))
}

/// Budgets between `low` and `high`: `n_plans − 2` even steps, and those wished for, in order.
fn steps(low: Vnd, high: Vnd, n_plans: usize, wished: &[Vnd]) -> Vec<Vnd> {
    let n_steps = n_plans.saturating_sub(1) as i64;
    let even = (1..n_steps).map(|step| Vnd(low.0 + (high.0 - low.0) * step / n_steps));
    let mut budgets: Vec<Vnd> = even.chain(wished.iter().copied()).filter(|budget| low < *budget && *budget < high).collect();
    budgets.sort_unstable();
    budgets.dedup();
    budgets
}

/// Without plans that another one beats in requirements, service and cost, in order of cost; of equal ones the first is kept.
fn without_dominated(plans: Vec<FrontierPlan>, price: impl Fn(&Plan) -> Vnd) -> Vec<FrontierPlan> {
    let mut priced: Vec<(Vnd, FrontierPlan)> = plans.into_iter().map(|one| (price(&one.plan), one)).collect();
    priced.sort_by_key(|(price, one)| (*price, one.plan.objective));
    let mut kept: Vec<FrontierPlan> = Vec::new();
    for (_, one) in priced {
        let worth = |one: &FrontierPlan| (one.plan.objective.people_short, one.plan.objective.service_millidays);
        if kept.last().is_none_or(|last| worth(&one) < worth(last)) {
            kept.push(one);
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::constraint::verify;
    use crate::model::testing::{at, district};
    use crate::solve::Silent;
    use crate::solve::tests::random_district;

    #[test]
    fn more_money_buys_more_service() {
        let mut problem = district(6, 2);
        problem.trucks.iter_mut().for_each(|truck| truck.work_limit = at(2, 30));
        let stop = StopRule { iterations: Some(1_200), ..StopRule::default() };
        let wished = Vnd(4_000_000);
        let frontier = frontier(&problem, 6, &[wished], &Parameters::default(), &stop, &mut Silent);
        assert!(frontier.len() >= 4, "{}", frontier.len());
        let price = |plan: &Plan| cost(&problem, &Replay::new(&problem, plan)).total();
        for one in &frontier {
            assert_eq!(verify(&problem, &one.plan).violations, [], "a plan of the problem itself");
            assert!(one.budget.is_none_or(|budget| price(&one.plan) <= budget));
        }
        for pair in frontier.windows(2) {
            assert!(price(&pair[0].plan) < price(&pair[1].plan));
            assert!(pair[0].plan.objective.service_millidays > pair[1].plan.objective.service_millidays);
        }
    }

    #[test]
    fn the_cheapest_plan_meets_what_the_most_frequent_one_meets() {
        let stop = StopRule { iterations: Some(6_400), ..StopRule::default() };
        let (mut cheaper, mut all) = (0, 0);
        for seed in 0..6 {
            let problem = random_district(seed, 10, 2);
            let price = |plan: &Plan| cost(&problem, &Replay::new(&problem, plan)).total().0;
            let frontier = frontier(&problem, 2, &[], &Parameters { seed, ..Parameters::default() }, &stop, &mut Silent);
            let (first, last) = (&frontier[0].plan, &frontier[frontier.len() - 1].plan);
            assert!(first.objective.people_short <= last.objective.people_short, "seed {seed}");
            (cheaper, all) = (cheaper + price(first), all + price(last));
        }
        assert!(5 * cheaper < 4 * all, "{cheaper} beside {all}");
    }

    #[test]
    fn budgets_lie_between_the_ends() {
        let budgets = steps(Vnd(100), Vnd(200), 6, &[Vnd(50), Vnd(130), Vnd(120), Vnd(900)]);
        assert_eq!(budgets, [Vnd(120), Vnd(130), Vnd(140), Vnd(160), Vnd(180)]);
        assert_eq!(steps(Vnd(100), Vnd(100), 8, &[]), []);
    }
}
