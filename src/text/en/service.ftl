## Equity

kpi-people-visited-once-share = Share of people visited at least once a week
kpi-people-visited-twice-share = Share of people visited at least twice a week
kpi-people-visited-thrice-share = Share of people visited at least three times a week
kpi-waiting-age-gini = Gini coefficient of the waiting age
kpi-pickup-spread = Spread of a point's pick-up times over the week
kpi-unit-coefficient = { $value }

## Bound and equity in the report of thugom plan

service-disposal-short = The facilities take only { $capacity } of { $waste } tonnes of waste a week: { $percent }% has nowhere to go, however many trucks there are.
service-equity = People visited at least 1, 2, 3 times a week: { $once }%, { $twice }%, { $thrice }% · longest waiting commune: { $commune } ({ $age } days) · Gini { $gini }
service-bound = Waste waits { $age } days on average · lower bound { $bound } days (no plan with these trucks, hours and facilities waits less), because of { $resources }
service-bound-of-days = Waste waits { $age } days on average · lower bound { $bound } days (no plan waits less), because of the points' allowed days and greatest frequencies
service-by-commune-2025 = By new commune (since 1 July 2025)

limit-hours-all = working hours of all trucks, { $days } ({ $amount } h)
limit-hours = working hours of truck { $trucks }, { $days } ({ $amount } h), at points that only these reach
limit-intake = what all facilities take in a day, { $days } ({ $amount } t)
limit-disposal = what furnaces and landfills take in a week ({ $amount } t)
limit-budget = the budget ({ $amount } million VND/week)

## Against today (thugom plan --compare-today)

cli-option-compare-today = Compares with today's schedule, which is routed with today's trucks in as much time
comparison-title = Against today (today's visits of each point, routed as well as can be for today's trucks)
comparison-findings = Today's schedule misses requirements at { $points } collection points.
comparison-missing = The hours of today's trucks don't suffice for { $visits } of today's visits.
comparison-none-below = No commune has fewer visits than today.
comparison-below = Fewer visits than today: { $communes }
comparison-by-commune = By commune: today → this plan
comparison-column-figure = Figure
comparison-column-today = Today
comparison-column-plan = This plan
comparison-column-change = Change
comparison-column-burnt = t burnt
comparison-column-landfilled = t landfilled
comparison-column-month = VND/person/month

## thugom frontier

cli-verb-frontier = Frequency against cost: plans from the cheapest that meets the requirements to the most frequent one
    .more = Written into a folder: each plan as a file that the other verbs open, a table frontier.csv and a picture frontier.svg.
cli-value-vnd = VND
cli-option-plans = Number of plans [default: 8; from 2 to 50]
cli-option-budget = Money for a week, to mark the most frequent plan within it [default: budget_vnd_per_week]
cli-option-time-limit-each = Time to search for each plan, such as 30s, 5m [default: 10s, unless --iterations is given]
cli-option-frontier-output = Folder for the plans, the table and the picture [default: frontier]
cli-frontier-breaks-rules = the plan { $file } breaks rules, which is a fault of the program; no file is written
frontier-title = { $district }: frequency against cost, { $plans } plans
frontier-column-cost = M VND/week
frontier-column-bound = Bound
frontier-column-visits = Visits
frontier-column-short = People short
frontier-column-hours = Hours
frontier-column-file = File
frontier-column-mark = Chosen
frontier-chosen = chosen
frontier-budget = Chosen: the most frequent plan within { $budget } million VND a week
frontier-budget-too-small = No plan here is within { $budget } million VND a week.
frontier-note = Bound: for that money, no plan lets waste wait fewer days.
frontier-picture-title = { $district }: how much less waste waits for more money
frontier-picture-cost = Cost, million VND a week
frontier-picture-age = Mean time that waste waits, days
frontier-picture-bound = lower bound of every plan
frontier-picture-budget = budget
frontier-picture-visits = { $visits } a week

## thugom explain

cli-verb-explain = Why a point (or the points of a commune) has no visit more, and the cheapest change that would allow it
cli-value-where = POINT|COMMUNE
cli-argument-where = Id or name of a collection point, or name of a commune (diacritics may be left out)
cli-unknown-where = no collection point or commune is called ‘{ $word }’
cli-hint-where = See the ids of points in points.csv, the names of communes in communes.geojson.
cli-explain-broken = this plan breaks rules, so there is nothing to explain; see thugom check
explain-nothing = There is no point to explain.
explain-point = { $point } ({ $commune }): { $people } people, { $visits } a week ({ $days }), waste waits { $age } days on average.
explain-point-unserved = { $point } ({ $commune }): { $people } people, not served.
explain-at-most = It has the most visits that are set for it (visits_max = { $most }). If that is raised by one:
explain-at-most-short = has visits_max
explain-fits = There is room for a visit more as things are:
explain-fits-raised = Then there is room, without any other change:
explain-needs = A visit more is possible with one of these changes (cheapest first):
explain-no-change = Neither any limit alone nor all of them together, when lifted, make room for a visit more.
explain-no-change-short = nothing helps
explain-change = { $rank }. { $needs } (truck { $truck }, { $day }; { $cost } thousand VND a week more)
explain-change-saves = { $rank }. { $needs } (truck { $truck }, { $day }; saves { $cost } thousand VND a week)
explain-need-nothing = nothing is needed
explain-column-visits = Visits/most
explain-column-needs = For a visit more
explain-column-cost = kVND/week
need-minutes = truck { $truck } needs { $minutes } minutes more on { $day }
need-payload = truck { $truck } must carry { $kg } kg more in a trip on { $day }
need-volume = truck { $truck } must hold { $litres } litres more on { $day }
need-intake = { $facility } takes { $tonnes } t more on { $day }
need-yard = the yard of { $facility } holds { $tonnes } t more on { $day }
need-furnace = { $facility } burns { $tonnes } t more a week
need-window = point { $point } is served { $minutes } minutes later
need-opening = { $facility } is open { $minutes } minutes longer on { $day }
need-budget = { $cost } thousand VND a week more
need-lane = a truck that passes a lane of { $width } m to { $point } (as truck { $like } does): truck { $truck } has time
need-day = point { $point } is served and truck { $truck } runs on { $day }
