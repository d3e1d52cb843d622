# Scenarios, comparisons, more trucks, changed plans.

cli-value-scenario = SCENARIO
cli-value-variants = VARIANT
cli-value-folder = FOLDER
cli-argument-variants = A scenario (a name in the project's folder scenarios, or a .toml file) or base (the project as it is); the first is what the others are compared with
cli-option-scenario = Change the project by a scenario: a name in its folder scenarios, or a .toml file
cli-option-seeds = Plans of each variant, each with another seed [default: 3]
cli-option-compare-iterations = Iterations of each plan [default: 100000, unless there is --time-limit]
cli-option-compare-time-limit = Time to search for each plan, such as 20s
cli-option-resample = Compare on N resampled districts, too: waste of each commune, speed and time of a stop within ±20% [default: 0]
cli-option-compare-weeks = Random weeks in which both best plans are tried; 0: none [default: 1000]
cli-option-compare-output = Folder for tables (CSV, JSON), charts (SVG) and a page for those who decide (HTML)
cli-option-trucks-output = Folder for tables (CSV, JSON) and charts (SVG)
cli-verb-compare = Compare scenarios with a baseline: which communes gain, at what cost
    .more =
        Every variant is planned with the same iterations and seeds; a change that is smaller than the spread over seeds is marked.
        For example: thugom compare maps/phu-luong base hai-xe-moi -o compared
cli-scenario = Scenario: { $name }
cli-nothing-to-compare = at least one scenario is needed to compare with base
cli-planning = Planning: { $name } ({ $seeds } times)
cli-simulating = Trying { $weeks } weeks: { $name }
cli-resampling = Planning { $draws } resampled districts

# Faults in scenarios.

fault-scenario-missing = there is no scenario ‘{ $name }’
    .help = { $suggestion ->
        [no-suggestion] { $any ->
            [none] the project has no folder scenarios; write the path of a .toml file
           *[other] the project's scenarios: { $known }; or write the path of a .toml file
        }
       *[other] did you mean ‘{ $suggestion }’? the project's scenarios: { $known }
    }
fault-scenario-without-changes = the scenario has no change
    .help = write at least one [[change]] with its kind
fault-scenario-change-malformed = change must be items of [[change]]
    .help = every change is an item of its own and begins with the line [[change]]
fault-scenario-unknown-setting = ‘{ $field }’ is not known
    .help = { $suggestion ->
        [no-suggestion] it can be: { $known }, and items of [[change]]
       *[other] did you mean ‘{ $suggestion }’?
    }
fault-scenario-unknown-kind = { fault-field }: there is no kind of change ‘{ $value }’
    .help = { $suggestion ->
        [no-suggestion] the kinds: { $known }
       *[other] did you mean ‘{ $suggestion }’? the kinds: { $known }
    }
fault-scenario-unknown-field = a change { $kind } has no field ‘{ $field }’
    .help = { $suggestion ->
        [no-suggestion] it can be: { $known }
       *[other] did you mean ‘{ $suggestion }’? it can be: { $known }
    }
fault-scenario-without-effect = the change { $kind } affects nothing
    .help = the project is like that already: correct the value, or delete this change
fault-scenario-scope = { fault-field }: ‘{ $value }’ is no scope
    .help = write all, town, rural, commune:NAME or point:ID
fault-scenario-unknown-truck = there is no truck ‘{ $name }’
    .help = { $suggestion ->
        [no-suggestion] the trucks: { $known }
       *[other] did you mean ‘{ $suggestion }’?
    }
fault-scenario-unknown-facility = there is no facility ‘{ $name }’
    .help = { $suggestion ->
        [no-suggestion] the facilities: { $known }
       *[other] did you mean ‘{ $suggestion }’?
    }
fault-scenario-unknown-depot = there is no depot ‘{ $name }’
    .help = { $suggestion ->
        [no-suggestion] the depots: { $known }
       *[other] did you mean ‘{ $suggestion }’?
    }
fault-scenario-unknown-road = there is no road ‘{ $name }’
    .help = { $suggestion ->
        [no-suggestion] write an id or a name of roads.geojson, for example: { $known }
       *[other] did you mean ‘{ $suggestion }’?
    }
fault-scenario-unknown-class = there is no road of the class ‘{ $name }’
    .help = { $suggestion ->
        [no-suggestion] the classes: { $known }
       *[other] did you mean ‘{ $suggestion }’?
    }
fault-scenario-unknown-point = there is no collection point ‘{ $name }’
    .help = { $suggestion ->
        [no-suggestion] write an id or a name of points.csv, for example: { $known }
       *[other] did you mean ‘{ $suggestion }’?
    }
fault-scenario-unknown-commune = there is no commune ‘{ $name }’
    .help = { $suggestion ->
        [no-suggestion] the communes: { $known }
       *[other] did you mean ‘{ $suggestion }’?
    }
fault-scenario-unknown-season = calendar.csv has no dated row ‘{ $name }’
    .help = { $suggestion ->
        [no-suggestion] write the id of a row that has date_from
       *[other] did you mean ‘{ $suggestion }’?
    }
fault-scenario-one-truck = name exactly one truck to be like
    .help = a change buy-trucks buys trucks like one truck; write another [[change]] for another type
fault-scenario-no-truck-left = no truck is left
    .help = keep at least one
fault-scenario-no-point-left = no collection point is left
    .help = keep at least one
fault-scenario-no-facility-left = no facility is left open
    .help = keep at least one, or close it on some days only (days)
fault-scenario-shift-reversed = the shift of truck { $truck } ends ({ $to }) before it starts ({ $from })
    .help = for a shift past midnight the hours go on beyond 24:00, such as 29:00
fault-scenario-shifts-overlap = the second shift of truck { $truck } overlaps the first ({ $from }–{ $to })
    .help = a second shift begins when the first is home
fault-scenario-shift-twice = truck { $truck } has a second shift already (the first is { $from }–{ $to })
    .help = delete this change
fault-scenario-payload-above-gross = truck { $truck }: the payload of { $payload } kg is not below the gross weight of { $gross } kg
    .help = write the payload of the inspection certificate
fault-scenario-no-furnace = { $facility } is no incinerator
    .help = delete this field, or choose an incinerator
fault-scenario-hours-reversed = it closes ({ $to }) before it opens ({ $from })
    .help = correct open_from or open_to
fault-scenario-not-monday = this is no Monday
    .help = a week begins on a Monday: write { $monday }
fault-scenario-id-taken = there is a collection point ‘{ $name }’ already
    .help = choose another id
fault-scenario-cuts-off = after this change no truck reaches { $count } collection points: { $places }
    .help = choose another road; where these points really have to go unserved, write may_cut_off = true at the top of the file
fault-scenario-cuts-off-facility = after this change no truck reaches { $count } places: { $places }
    .help = facilities and depots need a road; choose another one to close

# Comparison.

beside-base = today ({ $trucks } trucks)
beside-headline = { $scenario } against { $baseline }: { $any-gaining ->
        [none] no commune or town is clearly visited more often
       *[other] { $gaining } of { $communes } communes and towns are visited more often
    }{ $any-losing ->
        [none] {""}
       *[other] , { $losing } less often
    }; on average { $visits-before } → { $visits-after } visits a week; people short of a requirement { $short-before } → { $short-after }; the cost { $direction ->
        [up] rises
       *[other] falls
    } by { $cost-change } million VND a week ({ $cost-before } → { $cost-after }), for each person served { $person-before } → { $person-after } VND a month.
beside-weeks = In { $weeks } random weeks, with the same waste, rain and breakdowns for both best plans: the visits made change by { $visits } a week (±{ $visits-width }; in 90 % of the weeks from { $visits-low } to { $visits-high }); the cost changes by { $cost } million VND a week (±{ $cost-width }; from { $cost-low } to { $cost-high }); share of weeks that the plan stands { $holds-before }% → { $holds-after }%.
beside-one-week = In { $weeks } random weeks, with the same waste, rain and breakdowns for both best plans: the visits made change by { $visits } a week; the cost changes by { $cost } million VND a week; too few weeks to know the error.
beside-weeks-title = Over the same { $weeks } random weeks (each week; the change is taken week by week)
beside-gaining = More often (visits a week): { $communes }
beside-losing = Less often (visits a week): { $communes }
beside-commune = { $commune } { $before } → { $after }
beside-binding = What binds before: { $before }. After: { $after }.
beside-nothing-binds = nothing
beside-by-commune = By commune (before → after; a change in brackets is within the spread over seeds)
beside-page-one-seed = One plan of each variant: the spread of the search is not known.
beside-page-seeds = { $seeds } plans of each variant with equal iterations; figures are means.
beside-one-seed = One plan of each variant (--seeds { $seeds }): the spread of the search is not known.
beside-seeds = { $seeds } plans of each variant with equal iterations; figures are means, the spread is from the least to the greatest change between any two plans, “tried” is the mean change over the random weeks.
beside-column-metric = Figure
beside-column-unit = Unit
beside-column-before = Before
beside-column-after = After
beside-column-change = Change
beside-column-spread = Spread
beside-column-weeks = Tried
beside-column-commune = Commune
beside-column-visits = Visits a week
beside-column-visits-change = Change
beside-column-served = Served %
beside-column-short = People short
beside-column-age = Days waiting
beside-million = million VND
beside-resampled = On { $draws } resampled districts (waste of each commune, speed, time of a stop ±20%): the scenario is better in { $better } of { $draws }.
beside-resampled-metric = { $metric }: rises in { $rises }, falls in { $falls } of { $draws }; change from { $least } to { $most }, median { $median } { $unit }
leaders-subject = { $district } · collection of household waste: two variants side by side
leaders-title-assumed = { $headline } (Assumed figures.)
beside-chart-title = { $district }: { $scenario }
beside-chart-axis = visits a week, mean over people
beside-chart-note = Most of the input is assumed.
beside-map-legend = Visits a week:
beside-map-area = a larger dot is more people

# More trucks.

cli-value-one-truck = TRUCK
cli-option-trucks-from = Further trucks, from [default: 0]
cli-option-trucks-to = Further trucks, to [default: 4]
cli-option-like = Type of the further trucks: like the truck with this id [default: the first new one of trucks.csv]
cli-option-fleet = The fleet at the start: existing, all, or ids [default: existing]
cli-option-trucks-iterations = Iterations of a search, two for each size of the fleet [default: 60000, unless there is --time-limit]
cli-verb-trucks = What each further truck buys: service, cost with depreciation, what binds, by commune
    .more =
        Every size gets two equal searches; the plan for fewer trucks is where one begins, so more trucks are never worse.
        For example: thugom trucks maps/phu-luong --from 0 --to 4 --like X5 -o more-trucks
cli-hint-sizes = write a number from { $from } to { $most }
cli-planning-trucks = Planning with { $extra } further trucks
trucks-title = { $district }: more trucks like { $like }
trucks-step = Truck { $number }: people short { $short-before } → { $short-after }; on average { $visits-before } → { $visits-after } visits a week; { $cost } million VND a week more
trucks-column-extra = More
trucks-column-trucks = Trucks
trucks-column-served = Served
trucks-column-short = People short
trucks-column-visits = Visits a week
trucks-column-age = Days waiting
trucks-column-worst = Worst commune
trucks-column-burnt = Burnt
trucks-column-cost = Million VND a week
trucks-column-days = … of it truck-days
trucks-binding = What binds
trucks-binding-row = +{ $extra }: { $binding }
trucks-by-commune = Visits a week, mean over people, by further trucks
trucks-note = Every plan is at least as good as the one with fewer trucks, by people short of a requirement, then waiting, then burning, then cost.
trucks-axis = further trucks
trucks-panel-visits = Visits a week, mean over people
trucks-panel-short = People short of a requirement
trucks-panel-cost = Cost, million VND a week (with depreciation)

# Repairs.

cli-value-truck-days = TRUCK@DAYS
cli-value-days = DAYS
cli-value-one-day = DAY
cli-value-road = ROAD
cli-value-time = TIME
cli-value-lock = POINT|COMMUNE|TRUCK
cli-option-truck-down = The truck is down on these days, such as X2@tue or X2@tue-wed; can be given several times
cli-option-skip-day = Nobody collects on these days; can be given several times
cli-option-close-road = A road that can't be used (id or name of roads.geojson); can be given several times
cli-option-today = Which day it is [default: the first on which something happens]; the days before it are over
cli-option-from-time = What time it is, such as 09:40 [default: the start of the day]; what began before stays
cli-option-lock = Keep day and truck of a point or of a commune, or all routes of a truck; can be given several times
cli-option-keep-reserve = Keep the reserve of hours and payload free
cli-option-replan-output = File for the repaired plan; “-” is standard output [default: plan-replanned.json]
cli-option-moves = CSV table of stops moved by hand (point, day, truck, to_day, to_truck, after): check the plan after these moves
cli-option-use-reserve = Allow the reserve of hours and payload to be used, as repaired plans do
cli-option-check-output = File for the plan after the moves (--moves)
cli-verb-replan = Repair a plan with the smallest change when a truck is down, a road closed or a day falls out
    .more =
        What is done stays; affected stops go to another truck of the day, else to another day, else they fall out.
        The reserve of hours and payload is used, unless there is --keep-reserve. To check the result: thugom check … --use-reserve.
        For example: thugom replan maps/phu-luong plan.json --truck-down X2@tue --from-time 09:40
        Exit codes: 0 every requirement is met · 4 some are not, or no repair was found · 5 the given plan breaks rules.
cli-hint-truck-down = write the id of a truck, @ and days, such as X2@tue or X2@tue-thu
cli-hint-days = write days, such as wed or T4
cli-hint-day = write one day, such as tue or T3
cli-hint-time = write hours:minutes, such as 09:40
cli-nothing-happened = nothing has happened
cli-hint-nothing-happened = write --truck-down, --skip-day or --close-road
cli-hint-all-over = all that happens lies before that day: there is nothing left to repair
replan-broken-before = the given plan breaks { $count } rules
replan-check-first = see: thugom check
replan-impossible = no repair was found that keeps every rule
replan-impossible-help = lock less (--lock), leave out --keep-reserve, or plan anew with thugom plan --start
replan-locked-and-hit = { $count } visits are locked but can't be made: { $visits }
replan-headline = { $affected } visits are affected: { $truck } change their truck, { $day } change their day, { $missed } fall out; { $told } people to be told.
replan-short = People short of a requirement in this week: { $before } → { $after }.
replan-lost = Collection points without any visit left: { $count }, with { $people } people. Their waste must be fetched outside this plan: in overtime, or by a hired truck.
replan-changes-next-week = Days before { $day } are over and differ all the same: those are the days of next week. Drive by this plan until the day before { $day } of next week, then by the old one again.
replan-visit-next-week = { $visit } next week
replan-nothing = Nothing has to change.
replan-reserve-used = The repaired plan uses some of the reserve of hours and payload (--keep-reserve leaves it alone); check it with thugom check --use-reserve.
replan-column-kind = Change
replan-column-point = Collection point
replan-column-commune = Commune
replan-column-from = As it was
replan-column-to = Now
replan-column-told = To be told
replan-kind-truck = truck
replan-kind-day = day
replan-kind-missed = missed
replan-kind-added = added
replan-this-week = caught up { $day }
replan-next-week = caught up { $day } next week
replan-never = no further visit

# Tables of moves.

fault-moves-empty = the table has no row
    .help = its columns: point, day, truck, to_day, to_truck, after
fault-moves-half = day and truck stand together
    .help = leave both blank, or write both; one day a row
fault-moves-nothing = { $point }: neither a visit nor a place for one is named
    .help = write day and truck of a visit there is, or to_day and to_truck of a new one
fault-moves-no-visit = the plan has no such visit to { $point }
    .help = look up day and truck of the point in the plan
fault-moves-no-stop-before = { $point } is not on the new route
    .help = write a point of that very route, or leave it blank

# Dated weeks.

week-waste = Week { $from } – { $to } beside an ordinary one: { $tonnes } t of waste instead of { $ordinary } t ({ $percent }%)
week-as-usual = There is no holiday in this week.
week-event = • { $name } ({ $whom }), { $days }: waste × { $factor }{ $service ->
        [none] , no service
        [reduced] , towns and markets only
       *[normal] {""}
    }
week-whole-district = whole district
week-closed = • No service: { $days }
week-catch-up = • What gathers meanwhile is collected from { $day } on
week-catch-up-next = • What gathers on the closed days at the end is collected in the week after; the plan takes that week to be like this one
week-fewer-days = • { $points } collection points have fewer days than in an ordinary week
