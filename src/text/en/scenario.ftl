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
cli-option-compare-output = Folder for tables (CSV, JSON) and charts (SVG)
cli-verb-compare = Compare scenarios with a baseline: which communes gain, at what cost
    .more =
        Every variant is planned with the same iterations and seeds; a change that is smaller than the spread over seeds is marked.
        For example: thugom compare maps/phu-luong base hai-xe-moi -o compared
cli-scenario = Scenario: { $name }
cli-nothing-to-compare = at least one scenario is needed to compare with base
cli-planning = Planning: { $name } ({ $seeds } times)
cli-resampling = Planning { $draws } resampled districts

# Faults in scenarios.

fault-scenario-missing = there is no scenario ‘{ $name }’
    .help = { $suggestion ->
        [no-suggestion] { $count ->
            [0] the project has no folder scenarios; write the path of a .toml file
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

compare-base = today
compare-headline = { $scenario } (against { $baseline }): { $gaining ->
        [0] no commune or town is clearly visited more often
       *[other] { $gaining } of { $communes } communes and towns are visited more often
    }{ $losing ->
        [0] {""}
       *[other] , { $losing } less often
    }; on average { $visits-before } → { $visits-after } visits a week; people short of a requirement { $short-before } → { $short-after }; the cost { $direction ->
        [up] rises
       *[other] falls
    } by { $cost-change } million VND a week ({ $cost-before } → { $cost-after }), for each person served { $person-before } → { $person-after } VND a month.
compare-gaining = More often (visits a week): { $communes }
compare-losing = Less often (visits a week): { $communes }
compare-commune = { $commune } { $before } → { $after }
compare-binding = What binds before: { $before }. After: { $after }.
compare-nothing-binds = nothing
compare-by-commune = By commune (before → after; a change in brackets is within the spread over seeds)
compare-seeds = { $seeds ->
        [1] One plan of each variant: the spread of the search is not known; --seeds 3 tells it.
       *[other] { $seeds } plans of each variant with equal iterations; figures are means, the spread is from the least to the greatest change between any two plans.
    }
compare-column-metric = Figure
compare-column-before = Before
compare-column-after = After
compare-column-change = Change
compare-column-spread = Spread
compare-column-commune = Commune
compare-column-visits = Visits a week
compare-column-visits-change = Change
compare-column-served = Served %
compare-column-short = People short
compare-column-age = Days waiting
compare-points = { $value } points
compare-resampled = On { $draws } resampled districts (waste of each commune, speed, time of a stop ±20%): the scenario is better in { $better } of { $draws }.
compare-resampled-metric = { $metric }: rises in { $rises }, falls in { $falls } of { $draws }; change from { $least } to { $most }, median { $median }
compare-chart-title = { $district }: { $scenario }
compare-chart-axis = visits a week, mean over people
compare-chart-note = Most of the input is assumed.
compare-map-legend = Visits a week:
compare-map-area = a larger dot is more people
