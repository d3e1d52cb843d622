# rule

## Violations

rule-availability-closed = Truck { $truck }, { $day }: has a route on a day without service.
rule-availability-truck = Truck { $truck }, { $day }: is not available on this day.
rule-availability-twice = Truck { $truck }, { $day }: has more than one route.
rule-access-point = Truck { $truck }, { $day }: cannot reach and leave the point { $point }, { $commune }.
rule-access-facility = Truck { $truck }, { $day }: cannot reach and leave { $facility }.
rule-access-leg = Truck { $truck }, { $day }: no road admits it from { $from } to { $to }.
rule-allowed-days = Truck { $truck }, { $day }: the point { $point }, { $commune } allows no visit on this day.
rule-greatest-frequency = Point { $point }, { $commune }: { $visits } visits a week, at most { $limit } are allowed.
rule-listed-patterns = Point { $point }, { $commune }: the set of days { $days } is none of those that are allowed for it.
rule-once-a-day = Point { $point }, { $commune }, { $day }: { $visits } visits, one is allowed.
rule-window = Truck { $truck }, { $day }: starts service at { $point }, { $commune } at { $start }, { $late } min after the latest time { $latest }.
rule-payload = Truck { $truck }, { $day }, trip { $trip }: carries { $load } kg, { $excess } kg over the limit of { $limit } kg.
rule-volume = Truck { $truck }, { $day }, trip { $trip }: carries { $load } l after compaction, { $excess } l over the limit of { $limit } l.
rule-empty-at-home = Truck { $truck }, { $day }: comes home with { $load } kg on board.
rule-shift-early = Truck { $truck }, { $day }: starts preparation at { $start }, { $early } min before the shift begins at { $limit }.
rule-shift-late = Truck { $truck }, { $day }: returns at { $end }, { $late } min after the shift ends at { $limit }.
rule-shift-depot-early = Truck { $truck }, { $day }: starts preparation at { $start }, { $early } min before the depot opens at { $limit }.
rule-shift-depot-late = Truck { $truck }, { $day }: returns at { $end }, { $late } min after the depot closes at { $limit }.
rule-shift-depot-closed = Truck { $truck }, { $day }: the depot is closed all day.
rule-working-time = Truck { $truck }, { $day }: works { $working } min, { $excess } min over the limit of { $limit } min.
rule-driving-day = Truck { $truck }, { $day }: is driven { $driving } min in the day, { $excess } min over the limit of { $limit } min.
rule-driving-without-break = Truck { $truck }, { $day }: is driven { $driving } min without a break, { $excess } min over the limit of { $limit } min.
rule-break-none = Truck { $truck }, { $day }: has no break; one is due by { $latest }, it returns at { $end }.
rule-break-late = Truck { $truck }, { $day }: begins the break at { $start }, { $late } min after it is due at { $latest }.
rule-opening-hours-closed = Truck { $truck }, { $day }: unloads at { $facility }, which is closed all day.
rule-opening-hours-late = Truck { $truck }, { $day }: ends unloading at { $facility } at { $end }, { $late } min after it closes at { $limit }.
rule-bays = { $facility }, { $day }, { $at }: { $trucks } trucks unload at once, number of bays: { $bays }.
rule-yard-week = { $facility }: takes { $intake } kg a week, { $excess } kg more than it can burn; the yard grows from week to week.
rule-yard-level = { $facility }, { $day }: { $level } kg lie in the yard, { $excess } kg over its capacity of { $limit } kg.
rule-daily-intake = { $facility }, { $day }: takes { $intake } kg, { $excess } kg over its daily limit of { $limit } kg.
rule-budget = The week costs { $cost } VND, { $excess } VND over the budget of { $budget } VND.
rule-records-start = Truck { $truck }, { $day }: the plan records the start at { $recorded }, computed anew it is { $found }.
rule-records-stop-time = Truck { $truck }, { $day }, { $point }: the plan records { $recorded }, computed anew it is { $found }.
rule-records-unload-time = Truck { $truck }, { $day }, { $facility }: the plan records { $recorded }, computed anew it is { $found }.
rule-records-stop-load = Truck { $truck }, { $day }, { $point }: the plan records { $recorded } kg ({ $recordedLitres } l), computed anew it is { $found } kg ({ $foundLitres } l).
rule-records-unload-load = Truck { $truck }, { $day }, { $facility }: the plan records { $recorded } kg ({ $recordedLitres } l), computed anew it is { $found } kg ({ $foundLitres } l).
rule-records-break = Truck { $truck }, { $day }: the plan records the break at { $recorded }, computed anew it is { $found }.
rule-records-no-break = Truck { $truck }, { $day }: the plan records a break at a stop that the route does not have.
rule-records-end = Truck { $truck }, { $day }: the plan records the return at { $recorded }, computed anew it is { $found }.
rule-records-objective = What the plan records as its result (people short, waiting, not burnt, cost) differs from what is computed anew.

## Shortfalls

requirement-least-frequency = { $point }, { $commune } ({ $people } people): { $visits } visits a week, at least { $least } are due.
requirement-least-frequency-none = { $point }, { $commune } ({ $people } people): is not served, at least { $least } visits a week are due.
requirement-longest-wait = { $point }, { $commune } ({ $people } people): waits { $days } days between visits, at most { $limit } are due.
requirement-containers = { $point }, { $commune } ({ $people } people): { $overflow } kg overflow on { $day }, the containers hold { $limit } kg; { $all } kg over the week.
