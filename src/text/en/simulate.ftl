# thugom simulate: many random weeks.

cli-verb-simulate = Lives a plan through many random weeks: does it hold, and where does it break
    .more =
        Waste, travel and service times, breakdowns, the furnace and rain vary as [simulation] in project.toml says. The same seed gives the same result.
        Ctrl-C once: stop and keep the weeks that are done; twice: quit at once. Exit codes: 0 done · 130 stopped with Ctrl-C.

simulate-option-weeks = Number of weeks [default: 1000]
simulate-option-against = A second plan, compared with the first in the same weeks
simulate-option-sensitivity = Moves each figure to both ends of its plausible range, one at a time: which of them decides
simulate-option-find-reserve = Plans again with more and more reserve, up to the smallest that holds; says its price in service
simulate-option-criterion = What must not happen too often, for --find-reserve: overtime, missed visits not made up for, overflow or any of them [default: overtime]
simulate-option-percent = Per cent of weeks in which it may happen, for --find-reserve [default: 10]
simulate-option-iterations = Iterations of the search for each reserve [default: 50000]
simulate-option-save-plan = File for the plan whose reserve holds
simulate-option-charts = SVG file for charts: the yard, what waits at the points, overtime
simulate-hint-weeks = write a number from 1 to { $most }
simulate-hint-percent = write a number from 0 to 100
simulate-progress = { $weeks } of { $planned } weeks
simulate-stopped = Stopped as asked; this is what the weeks that were done say.
simulate-stopped-early = Stopped as asked, before any week was done.

simulate-head = { $district }: { $weeks } random weeks · seed { $seed } · { $assumed } of { $figures } figures of chance are assumed
simulate-sentence = This plan holds in { $holds }% of weeks (±{ $width }); there is too much overtime in { $overtime }% of weeks, too many visits are missed and not made up for in { $missed }%, too many containers overflow in { $overflow }%.
simulate-unserved = Besides, { $share }% of the waste lies at points that the plan never visits; they are not counted as overflowing.
simulate-overload = The plan is overloaded: each week { $tonnes } t more are left at the points it visits. That piles up, so the figures below get worse with the number of weeks.

simulate-title-district = Each week
simulate-title-days = By day (mean of a week)
simulate-title-trucks = By truck (mean of a week)
simulate-title-communes = By commune (mean of a week)
simulate-title-points = Points that overflow most
simulate-title-hours = Hours with the most waiting at the gates

simulate-column-measure = Measure
simulate-column-mean = Mean
simulate-column-interval = Margin ±
simulate-column-p5 = 5%
simulate-column-p50 = 50%
simulate-column-p95 = 95% of weeks
simulate-column-day = Day
simulate-column-truck = Truck
simulate-column-commune = Commune
simulate-column-point = Point
simulate-column-overflow-share = Weeks with overflow
simulate-column-hour = Arrival
simulate-column-arrivals = Trucks
simulate-column-wait = Minutes each waits
simulate-column-this = This plan
simulate-column-other = Other plan
simulate-column-difference = Other − this
simulate-column-figure = Figure
simulate-column-range = Range
simulate-column-holds = Holds %
simulate-column-weight = Influence
simulate-column-reserve = Reserve
simulate-column-share = Weeks that fail
simulate-column-visits-mean = Visits a week
simulate-column-waiting-age = Days waste waits
simulate-column-short = People short
simulate-column-cost = Million đồng

simulate-measure-planned = Planned visits
simulate-measure-visits-made = Visits made, on their day or the next
simulate-measure-missed = Visits not made on their day
simulate-measure-caught-up = … made on the next day of service
simulate-measure-lapsed = … not made on the next day of service either
simulate-measure-overflows = Times containers overflowed
simulate-measure-overflow-hours = Hours of overflow, over all points
simulate-measure-overflowing = Points that overflowed in the week
simulate-measure-overtime = Hours of overtime
simulate-measure-working = Hours of work
simulate-measure-waiting = Hours of waiting at gates
simulate-measure-made = Waste made, t
simulate-measure-unserved = … at points that are never visited, t
simulate-measure-collected = Collected, t
simulate-measure-burnt = Burnt, t
simulate-measure-landfilled = Landfilled, t
simulate-measure-unapproved = Tipped without approval, t
simulate-measure-load-factor = Load factor
simulate-measure-distance = Distance, km
simulate-measure-cost = Cost, million đồng
simulate-measure-breakdowns = Breakdowns
simulate-measure-idle = Truck-days in repair
simulate-measure-early-unloads = Early unloads of full trucks
simulate-measure-turned-away = Times a gate sent a truck away
simulate-measure-yard-peak = Yard at its fullest, t

simulate-short-planned = Visits
simulate-short-missed = Missed
simulate-short-caught-up = Caught up
simulate-short-lapsed = Lapsed
simulate-short-overflows = Overflows
simulate-short-overflow-hours = Overflow hours
simulate-short-overflowing = Points overflowing
simulate-short-overtime = Overtime hours
simulate-short-waiting = Gate hours
simulate-short-collected = t
simulate-short-burnt = Burnt, t
simulate-short-breakdowns = Breakdowns
simulate-short-early-unloads = Early unloads
simulate-short-load-factor = Load factor

simulate-against = Beside { $plan } in the same weeks: that plan holds in { $holds }% of them, this one in { $own }%.
simulate-decisive = These { $count } assumed figures decide; measure them first: { $figures }.
simulate-none-assumed = No figure is assumed.
simulate-reserve = A reserve of { $reserve }% is enough: only { $share }% of weeks fail. Its price beside no reserve: { $visits } visits a week, { $age } days of waiting, { $cost } million đồng a week (less is negative).
simulate-no-reserve = No reserve up to { $reserve }% is enough: with that, { $share }% of weeks still fail.

simulate-figure-waste-level = true amount of waste over the planned one
simulate-figure-waste-week-deviation = variation of waste between weeks
simulate-figure-waste-day-deviation = variation of a day's waste at a point
simulate-figure-market-deviation = variation of the waste of market days
simulate-figure-rainy-days = share of rainy days
simulate-figure-rain-waste = waste heavier in rain
simulate-figure-rain-travel = driving slower in rain
simulate-figure-rain-burning = burning slower in rain
simulate-figure-travel-level = true travel time over the planned one
simulate-figure-travel-day-deviation = variation of travel time between days
simulate-figure-leg-deviation = variation of travel time of single legs
simulate-figure-service-level = true service time over the planned one
simulate-figure-service-deviation = variation of service time
simulate-figure-unload-deviation = variation of unloading time
simulate-figure-breakdowns = breakdowns per truck-day
simulate-figure-repair-hours = hours of a repair
simulate-figure-burn-level = true throughput of the furnace over the planned one
simulate-figure-burn-deviation = variation of throughput between days
simulate-figure-furnace-stops = stops of the furnace per day
simulate-figure-furnace-stop-hours = hours of a stop of the furnace

simulate-chart-title = { $district }: { $weeks } random weeks
simulate-chart-yard = Waste in the yard of { $facility }, tonnes
simulate-chart-capacity = capacity
simulate-chart-waiting = Waste waiting at the points at the end of the day, tonnes
simulate-chart-overtime = Hours of overtime each day, over all trucks
simulate-chart-outer = 90% of weeks (5–95%)
simulate-chart-inner = half of the weeks (25–75%)
simulate-chart-median = median
