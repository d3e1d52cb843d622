# report

# Faults of a plan's file.

fault-plan-missing = there is no such plan
    .help = make one first: thugom plan FOLDER
fault-plan-unreadable = the plan cannot be read ({ $problem })
    .help = check the name of the file and the right to read it
fault-plan-too-large = the file is too large to be a plan
    .help = choose the plan.json that thugom plan wrote
fault-plan-not-text = the file is not UTF-8 text
    .help = choose the plan.json that thugom plan wrote
fault-plan-not-json = the plan is not whole JSON ({ $problem })
    .help = the file was cut off or spoilt; make it again with thugom plan
fault-plan-format = the file has the format ‘{ $found }’, this program reads ‘{ $expected }’
    .help = make the plan again with the thugom you use
fault-plan-shape = this part of the plan is not as it should be ({ $problem })
    .help = for the right form see: thugom schema plan
fault-plan-from = ‘{ $date }’ is no first day of a week
    .help = write a Monday as year-month-day, such as 2026-11-23, or null
fault-plan-day = there is no day { $day }
    .help = days are numbered from 0 (Monday) to { $last }
fault-plan-day-twice = day { $day } stands here twice
    .help = put the routes of the day in one place
fault-plan-weekday = ‘{ $weekday }’ does not agree with the number of the day
    .help = write { $expected }
fault-plan-date = the date ‘{ $date }’ does not agree with the number of the day
    .help = write { $expected }
fault-plan-truck-twice = truck ‘{ $truck }’ has two routes on one day
    .help = make them one route of several trips
fault-plan-without-trucks = the plan names no truck in choices.trucks
    .help = write the ids of the trucks that are used, or make the plan again with thugom plan
fault-plan-unknown-truck = there is no truck ‘{ $id }’
    .help = { $meant ->
        [no-suggestion] trucks.csv has the ids
       *[other] did you mean ‘{ $meant }’?
    }
fault-plan-unknown-point = there is no collection point ‘{ $id }’
    .help = { $meant ->
        [no-suggestion] points.csv has the ids
       *[other] did you mean ‘{ $meant }’?
    }
fault-plan-unknown-facility = there is no facility ‘{ $id }’
    .help = { $meant ->
        [no-suggestion] facilities.csv has the ids
       *[other] did you mean ‘{ $meant }’?
    }
fault-plan-time = ‘{ $time }’ is no clock time
    .help = write hours:minutes:seconds, such as 06:10:00; past midnight go on with 25:10:00
fault-plan-amount = an amount of { $amount } can't be
    .help = write a whole number, 0 or more
fault-plan-break-event = the break is at event { $event }, but the route has { $events } events only
    .help = stops and unloads are counted from 0 in driving order
fault-plan-break-moment = ‘{ $moment }’ is no moment of a break
    .help = write before or after

# thugom info.

report-info-counts = { $district }: { $communes } communes and towns · { $people } people · { $points } collection points · { $trucks } trucks · { $facilities } facilities
report-info-waste = Waste of a week: { $waste } t · the furnace can burn { $furnace } t at most ({ $share }%)
report-info-visits = Visits a week: { $fewest } at least (longest waits and containers) · { $today } today · { $both } keep both
report-info-quantity = Need and supply of a week
report-info-fleet-existing = { $count } trucks of today
report-info-fleet-all = all { $count } trucks
report-info-fleet-chosen = { $count } trucks chosen
report-info-payload = One load of every truck (t)
report-info-payload-reserve = … less the reserve (t)
report-info-loads = Full loads needed
report-info-loads-day = … for each truck and working day
report-info-hours-stops = Hours at the points
report-info-hours-unloading = Hours of unloading
report-info-hours-preparation = Hours of preparation at the depot
report-info-hours-travel = Hours on the road (estimate)
report-info-hours-needed = Hours needed (estimate)
report-info-hours-available = Hours available, less the reserve
report-info-hours-ratio = Needed of available
report-info-travel-note = Hours on the road are only estimated from mean distances; the right figure comes with a plan (thugom plan).
report-info-pressure = { $resource } ({ $percent }% of what there is)
report-info-binds = What binds: { $resources }
report-info-nothing-binds = Nothing clearly binds: hours, furnace and facilities suffice by the estimate.
report-resource-hours-existing = working hours of today's trucks
report-resource-hours-all = working hours of all trucks
report-resource-hours-chosen = working hours of the chosen trucks
report-resource-furnace = the furnace
report-resource-disposal = what the facilities take
report-roads = Roads: { $total } km, { $measured }% measured, { $schematic }% schematic, { $synthetic }% synthetic
report-assumed = Assumed figures: { $parts }
report-assumed-part = { $subject } { $assumed } of { $rows }
report-subject-points = collection points
report-subject-trucks = trucks
report-subject-depots = depots
report-subject-facilities = facilities
report-subject-calendar = holidays and market days

# The report of thugom plan.

report-all-met = Every requirement is met.
report-unmet = Requirements not met: { $points } collection points, { $people } people
report-unmet-more = … and { $points } more points
report-column-point = Collection point
report-column-commune = Commune
report-column-people = People
report-column-visits = Visits/owed
report-column-requirement = Not met
report-column-why = Why
report-why-no-truck = no chosen truck can take the road there
report-why-no-pattern = no set of the allowed days has visits and containers enough
report-why-no-day = no truck that can take the road there runs on the allowed days
report-why-budget = the weekly budget has no room for another visit
report-why-times = hours are left, but window, shift and opening hours do not fit together
report-why-disposal = the facilities take no more
report-why-hours = hours of { $trucks }: { $percent }% used
report-why-hours-all = hours of all trucks: { $percent }% used
report-requirement-least-frequency = visits
report-requirement-longest-wait = wait
report-requirement-containers = containers

# The report of thugom check.

report-check-plan = The plan has { $routes } routes with { $visits } visits.
report-check-no-violation = No rule is broken.
report-check-violations = Rules broken: { $count }
report-check-shortfalls = Requirements not met: { $count } ({ $people } people)

report-column-day = Day
report-column-truck = Truck
report-column-hours-of-day = From–to
report-column-trips = Trips
report-column-stops = Stops
report-column-unloads = Unloads
report-column-tonnes = Tonnes
report-column-km = km
report-column-hours = Hours
report-column-load-factor = Load
report-column-amount = Load
report-column-length = Length
report-column-time = Time
report-day-sum = sum
report-week-sum = week

report-plan-counts = { $district }: { $communes } communes and towns · { $people } people · { $points } collection points · { $trucks } trucks · incinerators: { $incinerators }, landfills: { $landfills }
report-plan-service = People served { $served-today }% → { $served }% · visits a week: mean { $mean-today } → { $mean }, least { $least-today } → { $least } · longest gap { $gap } days
report-plan-waste = Burnt { $burnt }% · landfilled { $landfilled }% · not collected { $left }%
report-plan-waste-unapproved = Burnt { $burnt }% · landfilled { $landfilled }% · tipped at unapproved places { $unapproved }% · not collected { $left }%
report-plan-effort = Visits { $visits-today } → { $visits } a week · { $km } km · { $hours } working hours · { $cost } million VND a week
report-plan-binds = What binds: { $resources }
report-plan-nothing-binds = What binds: nothing; hours, payload and facilities have room.
report-instance-counts = { $instance } ({ $set }): { $points } points · days: { $days } · trucks: { $trucks } · facilities: { $facilities }
report-instance-cost = Cost { $cost } · length { $length } · routes: { $routes } · visits: { $visits }
report-instance-served = Every point is visited as it asks.
report-instance-unserved = Not visited as they ask: { $count } points ({ $points })
report-by-day = By day and truck
report-by-commune = By commune
report-column-commune-2025 = New commune
report-column-served = Served
report-column-frequency-today = A week today
report-column-frequency = A week
report-column-frequency-least = Least
report-column-longest-gap = Longest
report-column-waiting-age = Waiting
## Indicators

kpi-people = People
kpi-people-served-today = People served today
kpi-people-served-today-share = Share of people served today
kpi-people-served = People served
kpi-people-served-share = Share of people served
kpi-people-short = People below requirement
kpi-visits-mean-today = Mean frequency today
kpi-visits-mean = Mean frequency
kpi-visits-least-today = Least frequency today
kpi-visits-least = Least frequency
kpi-visits-today = Visits a week today
kpi-visits = Visits a week
kpi-longest-gap = Longest gap between visits
kpi-waiting-age = Mean time that waste waits
kpi-waiting-age-worst-commune = Mean time that waste waits in the worst commune
kpi-waste-made = Waste made
kpi-waste-collected = Waste collected
kpi-waste-collected-share = Share collected
kpi-waste-burnt = Waste burnt
kpi-waste-burnt-share = Share burnt
kpi-waste-landfilled = Waste landfilled
kpi-waste-landfilled-share = Share landfilled
kpi-waste-unapproved = Waste tipped at unapproved places
kpi-waste-unapproved-share = Share tipped at unapproved places
kpi-waste-not-collected = Waste not collected
kpi-waste-not-collected-share = Share not collected
kpi-distance = Kilometres
kpi-working-hours = Working hours of the trucks
kpi-cost = Cost a week
kpi-cost-per-tonne = Cost per tonne
kpi-cost-per-person-month = Cost per person and month
kpi-day-patterns = Different day patterns in a commune
kpi-load-factor = Load factor

kpi-unit-people = { $value } people
kpi-unit-share = { $value }%
kpi-unit-visits = { $value } visits
kpi-unit-visits-per-week = { $value } a week
kpi-unit-days = { $value } days
kpi-unit-tonnes = { $value } t
kpi-unit-kilometres = { $value } km
kpi-unit-hours = { $value } h
kpi-unit-vnd = { $value } VND
kpi-unit-vnd-per-tonne = { $value } VND/t
kpi-unit-vnd-per-person-month = { $value } VND per person and month
kpi-unit-patterns = { $value } patterns

binding-hours = working hours of truck { $trucks }, { $days } ({ $percent }%)
binding-hours-all = working hours of all trucks, { $days } ({ $percent }%)
binding-hours-many = working hours: { $full } of { $all } truck-days of the week are full ({ $percent }%), of truck { $trucks }
binding-payload = payload of truck { $trucks } ({ $percent }%)
binding-payload-all = payload of all trucks ({ $percent }%)
binding-volume = body volume of truck { $trucks } ({ $percent }%)
binding-volume-all = body volume of all trucks ({ $percent }%)
binding-daily-intake = daily intake of { $facility }, { $days } ({ $percent }%)
binding-budget = budget ({ $percent }%)
binding-furnace = what { $facility } burns in a week ({ $percent }%)
binding-yard = yard of { $facility }, { $days } ({ $percent }%)
