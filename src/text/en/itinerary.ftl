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
cli-option-export-format = Formats, separated by commas; all means every one [default: all]:
cli-option-export-truck = Only this truck
cli-option-export-day = Only this day
cli-option-export-commune = Only this commune or town (name or code)
cli-option-export-from = Monday of the first week, for a plan without dates
cli-option-export-output = Folder for the files; made where it is missing [default: out]
export-format-xlsx = workbook: by day and truck, summary, by commune, by point, routes
export-format-txt = messages for drivers, each trip on one phone screen
export-format-kml = routes and collection points for Google Earth or QGIS (KML 2.2)
export-format-gpx = routes for navigation devices and phones (GPX 1.1)
export-format-ics = calendars for each commune and each truck (iCalendar)
export-format-geojson = maps for QGIS: routes, stops, communes
export-format-csv = plain tables for other programs
export-unknown-commune = there is no commune ‘{ $commune }’
export-other-week = the plan was made for the week that begins on { $monday }
export-other-week-hint = leave out --from, or plan another week with thugom plan --from
export-breaks-rules = the plan breaks { $count ->
        [one] { $count } rule
       *[other] { $count } rules
    } and is not exported
export-breaks-rules-hint = thugom check names each of them
export-nothing = nothing to write: the chosen formats have no file for that truck, day or commune
export-nothing-hint = the truck does not drive on that day, or the format is for trucks only (or for communes only)
export-hint-folder = a format may have many files: name a folder
export-written = wrote { $count ->
        [one] { $count } file
       *[other] { $count } files
    } to { $folder }

# Files of each format.

export-file-stops = stops
export-file-communes = communes
export-file-truck = truck
export-file-commune = commune

txt-dated = { $day } { $d }/{ $m }
txt-head = Truck { $truck } – { $day }
txt-sums = { $leave }–{ $end } · { $trips ->
        [one] { $trips } trip
       *[other] { $trips } trips
    } · { $tonnes } t · { $km } km
txt-break = Break { $start }–{ $end }
txt-trip = Trip { $trip }: { $stops ->
        [one] { $stops } stop
       *[other] { $stops } stops
    }, { $kg } kg, { $km } km
txt-stop = { $number }. { $time } { $point }: { $kg } kg
txt-commune = { $time } { $commune }: { $points }
txt-count = { $time } { $commune }: { $stops ->
        [one] { $stops } stop
       *[other] { $stops } stops
    } (no. { $first }–{ $last })
txt-more = … see the driver’s sheet
txt-unload = UNLOAD { $arrive }–{ $end } { $facility }: { $kg } kg
txt-home = { $time } back at { $depot }
txt-code = Plan { $plan } · sheet code { $code }

gpx-name = Truck { $truck }, { $day }
gpx-about = Plan { $plan }, sheet code { $code }.
gpx-unmeasured = { $share } of the way is schematic or assumed: not for navigation.
gpx-stop = { $commune } · { $kg } kg · { $way }
gpx-unload = Unload { $kg } kg · { $way }

ics-truck-calendar = Truck { $truck }
ics-commune-calendar = Waste collection { $commune }
ics-truck-day = Truck { $truck }: { $trips ->
        [one] { $trips } trip
       *[other] { $trips } trips
    }, { $stops ->
        [one] { $stops } stop
       *[other] { $stops } stops
    }, { $tonnes } t, { $km } km
ics-commune-day = Waste collection { $commune }: { $points }
ics-closed = No collection: { $dates }
ics-more = { $names } and { $count } more
ics-trip = Trip { $trip } from { $time }: { $stops ->
        [one] { $stops } stop
       *[other] { $stops } stops
    } ({ $communes }), unloads at { $facility }
ics-code = Plan { $plan }, code { $code }

xlsx-title = Waste collection plan of { $district }
xlsx-head = { $district } – { $sheet }
xlsx-plan = Plan { $plan } · check code { $code }
xlsx-sheet-routes = By day and truck
xlsx-sheet-summary = Summary
xlsx-sheet-communes = By commune
xlsx-sheet-points = By point
xlsx-sheet-rows = Routes
xlsx-sum = Total
xlsx-day = Day
xlsx-date = Date
xlsx-truck = Truck
xlsx-trip = Trip
xlsx-number = No.
xlsx-what = What
xlsx-what-stop = collect
xlsx-what-unload = unload
xlsx-what-break = break
xlsx-what-home = return
xlsx-arrive = Arrive
xlsx-start = Start
xlsx-end = End
xlsx-point-id = Point id
xlsx-point = Collection point, facility
xlsx-commune = Commune
xlsx-commune-2025 = New commune
xlsx-kg = kg collected
xlsx-kg-unloaded = kg unloaded
xlsx-kg-on-board = kg on board
xlsx-km = km
xlsx-containers = Containers
xlsx-way = Way
xlsx-leaves = Leaves
xlsx-returns = Returns
xlsx-trips = Trips
xlsx-stops = Stops
xlsx-unloads = Unloads
xlsx-tonnes = Tonnes
xlsx-payload = Payload of trips (t)
xlsx-load-factor = Load factor
xlsx-hours = Hours
xlsx-check-code = Sheet code
xlsx-truck-days = Truck-days
xlsx-people = People
xlsx-points = Points
xlsx-visits = Visits a week
xlsx-visits-least = Fewest
xlsx-served = People served
xlsx-frequency-today = Visits a week today
xlsx-frequency = Visits a week
xlsx-longest-gap = Longest gap (days)
xlsx-waiting-age = Mean waiting (days)
xlsx-kg-week = kg a week
xlsx-requirement = Requirement
xlsx-met = met
xlsx-missed = missed
