# The command line: help, usage errors, messages.

cli-about = Plans the weekly collection of household waste: as often as trucks, crews and the incinerator allow, fairly over the communes, and then at the least cost.
cli-after-help =
    Examples:
      thugom plan maps/phu-luong
      thugom check maps/phu-luong plan.json
    Help on a verb: thugom <VERB> --help. Results go to standard output, messages to standard error.

cli-heading-usage = Usage
cli-heading-verbs = Verbs
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-heading-exit = Exit codes:

cli-exit-good = done
cli-exit-internal = internal error, or the result could not be written
cli-exit-usage = wrong command line
cli-exit-input = faulty input
cli-exit-unmet = planned or checked, but some required service is unmet
cli-exit-violations = the checked plan breaks rules
cli-exit-interrupted = stopped with Ctrl-C (while planning: the best plan was saved)

cli-value-verb = VERB
cli-value-options = OPTIONS
cli-value-lang = vi|en
cli-value-number = NUMBER
cli-value-numbers = NUMBER[,NUMBER…]
cli-value-project = FOLDER
cli-value-project-or-instance = FOLDER|FILE
cli-value-plan = PLAN
cli-value-file = FILE
cli-value-trucks = existing|all|X1,X4
cli-value-date = YYYY-MM-DD
cli-value-duration = DURATION
cli-value-schema = plan
cli-value-shell = bash|elvish|fish|powershell|zsh

cli-argument-project = The project's folder, such as maps/phu-luong
cli-argument-project-or-instance = The project's folder, such as maps/phu-luong; or a benchmark instance: .vrp, .geojson, .json or a file in Cordeau's format
cli-argument-plan = A plan's file (plan.json); ‘-’ is standard input
cli-argument-schema = The file format: plan
cli-argument-shell = The shell that is to complete

cli-option-help = Print this help
cli-option-version = Print the version
cli-option-lang = Language; without it LC_ALL, LC_MESSAGES, LANG or the system decides, else Vietnamese
cli-option-threads = Worker threads; they change how long a run takes, never its result [default: one for each core]
cli-option-quiet = Print results and errors only, no progress and no messages
cli-option-format = Form of the result [default: text]; csv has a byte order mark for Excel when it goes to a file
cli-option-output = File for the result; ‘-’ is standard output [default: standard output]
cli-option-plan-output = File for the plan; ‘-’ is standard output, and the report goes to standard error [default: plan.json]
cli-option-trucks = Trucks to use: today's, all, or a list of ids [default: all]
cli-option-from = The Monday the week begins on; a dated week follows the calendar's holidays and closed days
cli-option-seed = Seed of the random numbers [default: 1]
cli-option-time-limit = Time to search, such as 30s, 5m, 1h [default: 10s, unless --iterations is given]
cli-option-iterations = Iterations; the same seed and iterations give the identical plan
cli-option-planned-iterations = To repeat a run that the clock ended: the iterations it was planned for, with commas between them where there are several (the plan records them)
cli-option-start = A plan to start from instead of from nothing; the new plan is no worse if that one breaks no rule
cli-option-graph-format = Form of the graph: dot (Graphviz) or graphml [default: dot]
cli-option-day = The day to draw [default: mon]

cli-verb-plan = Plan a week of collection and report on it
    .more =
        The plan is written to plan.json (or to the file of -o). Ctrl-C once: stop and keep the best plan; twice: quit at once.
        Exit codes: 0 every requirement is met · 4 some are not · 130 stopped with Ctrl-C.
cli-verb-check = Check a plan: recompute everything from the input, name every broken rule and every unmet requirement
    .more = Exit codes: 0 nothing found · 4 some requirements are unmet · 5 some rules are broken.
cli-verb-info = Waste against trucks, crews and furnace; what binds; which figures are assumed
cli-verb-map = Draw a day's routes on the map (SVG)
cli-verb-graph = Export the graph of the model: communes, points, trucks, depots, facilities
cli-verb-schema = Print the JSON Schema of a file format
cli-verb-completions = Print the completion script for a shell
cli-verb-man = Print the manual page (roff)

cli-error = error:
cli-warning = note:
cli-help = hint:
cli-faults-found = { $count ->
    [one] { $count } fault in the input
   *[other] { $count } faults in the input
}

cli-unknown-verb = there is no verb ‘{ $verb }’
cli-missing-verb = a verb is missing
cli-unknown-argument = ‘{ $argument }’ is not understood here
cli-missing-argument = { $argument } is missing
cli-missing-value = { $argument } lacks a value
cli-bad-value = ‘{ $value }’ is no value for { $argument }
cli-argument-twice = { $argument } can be given only once
cli-wrong-number-of-values = { $argument } has too many or too few values
cli-not-unicode = an argument is not Unicode text
cli-did-you-mean = did you mean ‘{ $suggestion }’?
cli-valid-values = it can be: { $values }
cli-see-help = see: thugom --help
cli-unknown-truck = the project has no truck ‘{ $truck }’
cli-only-of-a-district = { $argument } is for a project's folder, not for a benchmark instance
cli-no-trucks = no truck is chosen
cli-hint-number = write a whole number, 0 or more, not too large
cli-hint-numbers = write whole numbers, 0 or more, not too large, with commas between them
cli-hint-duration = write 30s, 5m or 1h30m, for example; a week at most
cli-hint-date = write a date as year-month-day, such as 2026-11-23
cli-hint-monday = a week begins on a Monday: { $monday }

cli-cannot-write = cannot write ‘{ $file }’: { $why }
cli-why-no-folder = the folder does not exist
cli-why-forbidden = it is not permitted
cli-why-folder = it is a folder
cli-why-no-folder-but-file = a file stands where a folder is needed
cli-why-read-only = the disk can only be read
cli-why-name = no file can have this name: it is too long, or has characters that are not allowed
cli-why-full = the disk is full
cli-written = Wrote { $file }.
cli-stopping = Stopping, keeping what is done so far … (Ctrl-C again to quit at once)
cli-stopped = Stopped as asked; this is the best plan found so far.
cli-other-input = this plan was made for another version of the input; it is checked against the input as it is now.
cli-internal-error = internal error (thugom { $version }, { $place }); please report it with the command and the input
cli-plan-breaks-rules = internal error: the plan just made breaks { $count } rules and was not written
cli-progress = { $seconds } s · { $iterations } iterations · { $people } people short of a requirement · waiting age { $age } days · { $cost } million VND
cli-progress-cheapest = { $seconds } s · { $iterations } iterations · { $people } people short of a requirement · { $cost } million VND
cli-progress-instance = { $seconds } s · { $iterations } iterations · { $points } points not served · cost { $cost }
