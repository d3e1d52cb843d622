# Ways of trucks, sheets and exported files.

way-along = { $road } { $length }
way-straight = straight on along { $road } { $length }
way-straight-on = straight on { $length }
way-slight-left = bear left onto { $road } { $length }
way-slight-left-on = bear left { $length }
way-slight-right = bear right onto { $road } { $length }
way-slight-right-on = bear right { $length }
way-left = left onto { $road } { $length }
way-left-on = left { $length }
way-right = right onto { $road } { $length }
way-right-on = right { $length }
way-u-turn = turn round, { $road } { $length }
way-u-turn-on = turn round, { $length }
way-here = at the same place
way-narrow = (narrow, { $width } m)
way-flood-prone = (ford, may flood)
way-kilometres = { $value } km
way-metres = { $value } m
way-road-named = road { $name }
way-road-trunk = national road
way-road-primary = provincial main road
way-road-secondary = provincial road
way-road-tertiary = commune road
way-road-unclassified = hamlet road
way-road-residential = street
way-road-service = service road
way-road-track = dirt road

export-file-routes = routes
export-file-schedule = schedule
export-file-week = week

cli-verb-export = Exports a plan as files for drivers, villagers, offices and other programs
    .more =
        All files are written to the folder of -o. A plan that breaks rules is not exported (exit code 5).
        Files by commune come unless a truck is chosen, files by truck unless a commune is; with both there are both.
cli-value-export-formats = all|FORMAT,FORMAT
cli-value-truck = TRUCK
cli-value-day = mon|tue|…|sun
cli-value-commune = COMMUNE
cli-option-export-format = Formats, separated by commas: csv; all means every one [default: all]
cli-option-export-truck = Only this truck
cli-option-export-day = Only this day
cli-option-export-commune = Only this commune or town (name or code)
cli-option-export-from = Monday of the first week, for a plan without dates
cli-option-export-output = Folder for the files; made where it is missing [default: out]
export-unknown-commune = there is no commune ‘{ $commune }’
export-other-week = the plan was made for the week that begins on { $monday }
export-other-week-hint = leave out --from, or plan another week with thugom plan --from
export-breaks-rules = the plan breaks { $count ->
        [one] { $count } rule
       *[other] { $count } rules
    } and is not exported
export-breaks-rules-hint = thugom check names each of them
export-written = wrote { $count ->
        [one] { $count } file
       *[other] { $count } files
    } to { $folder }
