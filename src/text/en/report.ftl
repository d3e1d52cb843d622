# report

# Faults of a plan's file.

fault-plan-not-json = the plan is not whole JSON ({ $problem })
    .help = the file was cut off or spoilt; make it again with thugom plan
fault-plan-format = the file has the format ‘{ $found }’, this program reads ‘{ $expected }’
    .help = make the plan again with the thugom you use
fault-plan-shape = this part of the plan is not as it should be ({ $problem })
    .help = for the right form see: thugom schema plan
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
fault-plan-unknown-truck = there is no truck ‘{ $id }’
    .help = { $meant ->
        [none] trucks.csv has the ids
       *[other] did you mean ‘{ $meant }’?
    }
fault-plan-unknown-point = there is no collection point ‘{ $id }’
    .help = { $meant ->
        [none] points.csv has the ids
       *[other] did you mean ‘{ $meant }’?
    }
fault-plan-unknown-facility = there is no facility ‘{ $id }’
    .help = { $meant ->
        [none] facilities.csv has the ids
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
