# Faults of the input. Each says what is wrong (with the value), and its .help what to do.

# What a message calls a field: column (CSV), property (GeoJSON) or setting (project.toml).
fault-field =
    { $holder ->
        [column] column { $field }
        [property] property { $field }
       *[setting] setting { $field }
    }

## Folder and files

fault-project-missing = there is no folder “{ $folder }”.
    .help = Check the path of the project folder, for example maps/phu-luong.
fault-project-no-folder = “{ $folder }” is a file, not a project folder.
    .help = Name the folder that holds project.toml and the tables.
fault-file-missing = the file { $file } is missing: { $purpose ->
        [project] the settings of the project
        [communes] the communes, their people and outlines
        [roads] the roads
        [points] the collection points
        [trucks] the trucks and their shifts
        [depots] the depots
       *[facilities] the incinerators and landfills
    }.
    .help = { $suggestion ->
        [no-suggestion] Create it in the project folder; its columns and an example are in maps/README.md.
       *[other] The folder has “{ $suggestion }”: is it this file under a wrong name?
    }
fault-file-unreadable = the file can't be read: { $reason }.
    .help = Close it if it is open in Excel, and check that you may read it.
fault-file-too-large = the file has { $megabytes } MB, more than { $most } MB.
    .help = A district's file is far smaller; this is probably another file. Keep only the district's part.
fault-file-empty = the file is empty.
    .help = It was probably damaged when saved; take the backup or fill it in as maps/README.md says.
fault-file-without-rows = the file { $file } has no rows.
    .help = Fill in at least one row below the column names.
fault-file-binary = the file has binary content, not text.
    .help = Open the original in Excel and save it as “CSV UTF-8 (Comma delimited)”.
fault-file-is-workbook = this is an Excel workbook (.xlsx or .xls) under another name, not a text file.
    .help = Open it in Excel and choose Save As → “CSV UTF-8 (Comma delimited)”.
fault-file-utf16 = the file is saved as UTF-16 (“Unicode Text”); UTF-8 is needed.
    .help = In Excel choose Save As → “CSV UTF-8 (Comma delimited)”; in Notepad choose the encoding UTF-8.
fault-file-not-utf8 = byte { $offset } ({ $byte }) is no UTF-8; the file is probably in an older encoding (TCVN3, VNI, Windows-1258).
    .help = In Excel choose Save As → “CSV UTF-8 (Comma delimited)”, then check the Vietnamese letters.

## CSV tables

fault-column-missing = column { $field } is missing.
    .help = { $suggestion ->
        [no-suggestion] Add a column { $field }; its meaning and unit are in maps/README.md.
       *[other] Is the column “{ $suggestion }” meant to be { $field }? If so, correct its name.
    }
fault-column-unknown = unknown column “{ $field }”; it is ignored.
    .help = { $suggestion ->
        [no-suggestion] Delete it, or move remarks to the column note.
       *[other] Did you mean “{ $suggestion }”?
    }
fault-column-twice = column “{ $field }” is there twice (columns { $first } and { $second } in Excel).
    .help = Keep one and delete the other.
fault-header-too-wide = the first line has { $columns } cells, more than { $most } columns: this is no table.
    .help = The first line must hold the names of the columns; this is probably another file, or its line ends are lost.
fault-cells-too-few = the row has { $cells ->
        [one] one cell
       *[other] { $cells } cells
    }, but the table has { $columns } columns.
    .help = Add the missing cells (they may be blank, but their delimiters are needed).
fault-cells-too-many = the row has { $cells ->
        [one] one cell
       *[other] { $cells } cells
    }, but the table has only { $columns } columns.
    .help = Put a cell that contains the delimiter (a comma, say) in quotes "…".
fault-quote-not-closed = the quote opened here is never closed; the rest of the file can't be read.
    .help = Add " at the end of the cell, or delete the stray ".

## The value of a field

fault-field-blank = { fault-field }: blank, but a value is needed here.
    .help = Fill it in; its meaning and unit are in maps/README.md.
fault-field-missing = { fault-field } is missing.
    .help = Add { $field }; its meaning and unit are in maps/README.md.
fault-field-unknown = unknown { fault-field }; it is ignored.
    .help = { $suggestion ->
        [no-suggestion] Delete it if it isn't needed; the names that can be used are in maps/README.md.
       *[other] Did you mean “{ $suggestion }”?
    }
fault-not-words = { fault-field }: “{ $value }” is no text.
    .help = Write a single value, not a list.
fault-not-a-number = { fault-field }: “{ $value }” is not a number.
    .help = Write the number alone, without its unit, for example 12 or 12.5.
fault-not-whole = { fault-field }: “{ $value }” is not a whole number.
    .help = Write a whole number, for example 12.
fault-number-negative = { fault-field }: { $value } is negative.
    .help = Write a number from { $least } to { $most }.
fault-number-out-of-range = { fault-field }: { $value } is not within { $least } to { $most }.
    .help = Check the figure and its unit; columns and units are in maps/README.md.
fault-not-one-of = { fault-field }: “{ $value }” can't be used.
    .help = { $suggestion ->
        [no-suggestion] Choose one of: { $options }.
       *[other] Did you mean “{ $suggestion }”? Possible are: { $options }.
    }
fault-not-days = { fault-field }: “{ $part }” is no day of the week.
    .help = Write for example T2;T4;CN, mon;wed;sun or 1;3;7 (1 = Monday, 7 = Sunday), or a range like T2-T7.
fault-days-became-date = { fault-field }: “{ $part }” is a date; Excel has probably turned 1-6 into one.
    .help = Write T2-T7 in place of 1-6, or format the whole column as Text and type it again.
fault-days-backwards = { fault-field }: the range “{ $part }” ends before it starts.
    .help = The week runs from T2 (Monday) to CN (Sunday); write a range across Sunday day by day.
fault-days-mixed = { fault-field }: “{ $part }” mixes numbers and names of days.
    .help = Write T2;T4;CN throughout. In a list of numbers alone 1 is Monday and 7 is Sunday.
fault-day-twice = { fault-field }: “{ $part }” repeats a day.
    .help = Write each day once.
fault-not-a-time = { fault-field }: “{ $value }” is no time of day.
    .help = Write hours:minutes of 24 hours, for example 06:30; past midnight go on, for example 29:00 for 5 in the morning.
fault-not-a-date = { fault-field }: “{ $value }” is no date.
    .help = Write year-month-day, for example 2026-02-17, or day/month/year, for example 17/02/2026.
fault-list-length = { fault-field }: the list has { $length } numbers, not { $wanted }.
    .help = Write { $wanted } numbers separated by semicolons, Monday to Sunday, for example 1;1;2;1;1;2.5;1; leave it blank if every day is the same.
fault-id-twice = { $field } “{ $value }” is already used in line { $first }.
    .help = Each row needs an id of its own; change one of the two, or delete the repeated row.

## GeoJSON maps

fault-json-syntax = wrong JSON here.
    .help = A comma, bracket or quote is probably missing or too many just before; edit maps in QGIS and export them as GeoJSON.
fault-json-ends-early = the file breaks off.
    .help = It was cut short when copied or downloaded; take the complete file.
fault-not-feature-collection = the file is no FeatureCollection of GeoJSON.
    .help = Export it from QGIS: Export → Save Features As… → GeoJSON, in EPSG:4326.
fault-feature-malformed = this is no Feature of GeoJSON.
    .help = Each feature needs "type": "Feature", "properties" and "geometry"; see the example in maps/README.md.
fault-geometry-missing = the feature has no geometry.
    .help = Draw it ({ $kinds }), or delete the feature.
fault-geometry-kind = a geometry of type “{ $value }” can't be used here.
    .help = It must be { $kinds }. In QGIS: Multipart to singleparts, or choose the right layer.
fault-geometry-empty = the geometry has no coordinates.
    .help = Draw it again, or delete the feature.
fault-line-without-length = the line has only one position, hence no length.
    .help = Draw it through at least two different positions, or delete the feature.
fault-ring-too-short = the ring has too few corners for an area.
    .help = An area needs at least three corners, and the last position must repeat the first.
fault-ring-open = the ring isn't closed: its last position differs from the first.
    .help = Repeat the first position at the end of the list.
fault-position-malformed = “{ $value }” is no position [longitude, latitude].
    .help = Write two numbers, longitude first, for example [105.7119, 21.7229].
fault-coordinates-swapped = the coordinates { $value } are swapped: latitude stands before longitude.
    .help = GeoJSON has longitude first, then latitude, for example [105.7119, 21.7229].
fault-coordinates-off-earth = the coordinates { $value } are not on the earth.
    .help = Longitude is from -180 to 180, latitude from -90 to 90. Convert VN-2000 (metres) to EPSG:4326 in QGIS.
fault-position-swapped = longitude { $lon } and latitude { $lat } are swapped.
    .help = In Vietnam longitude (lon) is about 102–110 and latitude (lat) about 8–24: exchange the two values.
fault-position-off-earth = longitude { $lon }, latitude { $lat } is not on the earth.
    .help = Longitude is from -180 to 180, latitude from -90 to 90. Convert VN-2000 (metres) to EPSG:4326.
fault-position-far = longitude { $lon }, latitude { $lat } is about { $km } km from the rest of the district.
    .help = Check the coordinates; a digit may be wrong.
fault-length-below-straight = property length_m: the road is { $length } m long, less than the straight line between its ends ({ $straight } m).
    .help = Check the figure (metres, not kilometres), or leave length_m out: it is then computed from the drawing.
fault-roads-in-parts = the roads fall into { $parts } parts that don't meet; { $roads ->
        [one] one road lies
       *[other] { $roads } roads lie
    } outside the largest part, the first of them { $road }.
    .help = Two roads meet only where their ends have exactly the same coordinates. Join them in QGIS (with snapping), or delete the stray ones.

## Settings, project.toml

fault-toml-syntax = wrong TOML here.
    .help = Each line reads name = value; words are quoted, decimals have a point, for example hours = 0.05.
fault-section-malformed = { $section } must be a group of settings.
    .help = Write a line [{ $section }], and its settings in the lines below.

## References

fault-commune-unknown = column { $field }: no commune has the code “{ $value }”.
    .help = { $suggestion ->
        [no-suggestion] The codes are in the property code of communes.geojson: { $known }.
       *[other] Did you mean “{ $suggestion }” ({ $suggestion_name })?
    }
fault-depot-unknown = column { $field }: no depot has the id “{ $value }”.
    .help = { $suggestion ->
        [no-suggestion] The ids are in the column id of depots.csv: { $known }.
       *[other] Did you mean “{ $suggestion }” ({ $suggestion_name })?
    }
fault-point-unknown = column { $field }: no collection point has the id “{ $value }”.
    .help = { $suggestion ->
        [no-suggestion] The ids are in the column id of points.csv: { $known }.
       *[other] Did you mean “{ $suggestion }” ({ $suggestion_name })?
    }
fault-commune-without-points = commune { $commune } has no collection point.
    .help = Add its points to points.csv; delete it from communes.geojson if it isn't collected from.
fault-codes-without-zeros = { $count ->
        [one] one commune code
       *[other] { $count } commune codes
    } lost the leading zeros, like “{ $short }”; read as “{ $code }”.
    .help = Excel drops leading zeros when it opens a CSV file: format the column commune_code as Text before typing.

## Calendar

fault-scope-malformed = column scope: “{ $value }” is not understood.
    .help = { $suggestion ->
        [no-suggestion] Write all (the district), commune:CODE or point:ID.
       *[other] Did you mean “{ $suggestion }:…”? Write all (the district), commune:CODE or point:ID.
    }
fault-dates-reversed = column date_to: the last day { $to } is before the first { $from }.
    .help = Exchange the two dates, or check the year.
fault-calendar-when = the row “{ $value }” must have either dates (date_from, date_to) or weekdays, not both and not neither.
    .help = A weekly market has weekdays; a holiday, festival or season has date_from and date_to.
fault-calendar-factors = column kg_factor: { $factors ->
        [one] one factor
       *[other] { $factors } factors
    } for { $days ->
        [one] one day
       *[other] { $days } days
    }.
    .help = Write one factor for all, or one for each of the weekdays in the same order.

## Communes and collection points

fault-point-outside-commune = point { $point } lies about { $metres } m outside the outline of { $commune }.
    .help = { $suggestion ->
        [no-suggestion] Correct the coordinates, or the column commune_code.
       *[other] It lies in { $suggestion_name }: should commune_code be “{ $suggestion }”? If not, correct the coordinates.
    }
fault-point-near-outline = point { $point } lies about { $metres } m outside the outline of { $commune }.
    .help = { $suggestion ->
        [no-suggestion] Outlines are approximate, so it is accepted; check the coordinates if you can.
       *[other] Outlines are approximate, so it is accepted; if it belongs to { $suggestion_name }, commune_code is “{ $suggestion }”.
    }
fault-people-differ = { $commune } has { $population } inhabitants, but its points add up to { $sum } people.
    .help = Correct people_served of the points or the commune's population; reports count the people of the points.
fault-waste-per-person-absurd = point { $point }: { $kg } kg a day for { $people } people is { $rate } kg each, unusually much.
    .help = Check kg_per_day (a day, not a week) and people_served.
fault-fixed-days-not-allowed = point { $point }: the fixed days { $days } are not among the allowed ones ({ $allowed }).
    .help = Correct days_fixed, or add the days to days_allowed.
fault-visits-min-above-max = point { $point }: the fewest visits ({ $least }) are more than the most ({ $most }).
    .help = Lower visits_min (blank: it is computed), or raise visits_max.
fault-window-ends-before-start = point { $point }: the time window ends ({ $to }) before it starts ({ $from }).
    .help = Correct window_from or window_to; past midnight go on, for example 25:30.
fault-pattern-impossible = point { $point }: no set of collection days will do: { $reason ->
        [containers] even between the closest visits { $kg } kg come together, and the containers hold { $holds } kg
        [today] it is visited { $needed } times a week today, but at most { $given } are allowed
        [days] at least { $needed } visits a week are needed, but the days allowed are only { $given }
        [wait] with the days and visits allowed the waste waits at least { $needed } days, more than { $given }
       *[fixed] it has { $needed } fixed days, but the most visits allowed a week are { $given }
    }.
    .help = { $reason ->
        [containers] Put up more containers, at least { $needed } (now { $given }), or allow more days or visits.
        [today] Raise visits_max to { $needed }, or set never_below_today = false in project.toml.
        [days] Add days to days_allowed, or lower the fewest visits (visits_min, or today's).
        [wait] Raise max_days_between or visits_max, or add days to days_allowed.
       *[fixed] Raise visits_max, or take days off days_fixed.
    }
fault-visit-too-heavy = point { $point }: a visit collects at least { $kg } kg, but the largest truck takes { $most } kg in a trip.
    .help = Split it into several points, allow more visits (visits_max, days_allowed), or check kg_per_day.

## Trucks

fault-shift-ends-before-start = truck { $truck }: the shift ends ({ $to }) before it starts ({ $from }).
    .help = For a shift past midnight write the end as { $next_day }.
fault-shift-outside-depot-hours = truck { $truck }: the shift is not within the opening hours of depot { $depot } ({ $from }–{ $to }).
    .help = Trucks leave and return while the depot is open; correct the shift, or open_from and open_to in depots.csv.
fault-payload-above-gross = truck { $truck }: the payload of { $payload } kg is not less than the gross weight of { $gross } kg.
    .help = See its registration: gross_weight_kg includes truck, crew and waste.
fault-truck-wider-than-roads = truck { $truck } needs lanes { $width } m wide, but the widest road has { $widest } m.
    .help = Check min_lane_width_m (metres), or width_m in roads.geojson.
fault-truck-heavier-than-roads = truck { $truck } weighs { $weight } t, but no road admits more than { $strongest } t.
    .help = Check gross_weight_kg (kg), or max_weight_t in roads.geojson.

## Depots, incinerators, landfills

fault-hours-end-before-start = { $site }: it closes ({ $to }) no later than it opens ({ $from }).
    .help = Correct open_from or open_to; all day is 00:00 and 24:00.
fault-facilities-too-many = the file has { $found } facilities; at most { $most } are planned for.
    .help = Delete those where the trucks of this district never unload.
fault-facility-never-open = { $name } ({ $facility }) is never open.
    .help = Write its open days in the column open_days, for example T2-T7.
fault-facility-without-bays = { $name } ({ $facility }) has no bay to unload at.
    .help = Write in the column bays how many trucks can unload at the same time, at least 1.
fault-facility-accepts-nothing = { $name } ({ $facility }) accepts no tonne a day.
    .help = Leave accept_max_t_per_day blank if there is no limit; delete the row if it is closed.
fault-furnace-figure-missing = { $name } ({ $facility }): column { $field } is blank.
    .help = An incinerator needs burn_kg_per_hour, burn_hours_per_day and yard_capacity_t.
fault-furnace-never-burns = { $name } ({ $facility }): column { $field } is 0, so that it never burns anything.
    .help = Write its capacity, hours and yard; delete the row if it no longer runs.
fault-landfill-with-furnace = { $name } ({ $facility }) is a landfill, so column { $field } is not used.
    .help = Leave it blank, or change kind to incinerator.

## Ways

fault-point-unreachable = point { $point }: no truck ({ $trucks }) can both reach and leave it.
    .help = Check widths, weight limits and directions of the roads around it in roads.geojson, or use a smaller truck.
fault-point-access-too-narrow = point { $point }: its access is only { $width } m wide, but the smallest truck with a road to it ({ $trucks }) needs { $needed } m.
    .help = Check its access_width_m (metres; blank if no narrower than the road), or use a smaller truck.
fault-visit-too-heavy-for-access = point { $point }: a visit collects at least { $kg } kg, but the trucks that can get there ({ $trucks }) take at most { $most } kg in a trip.
    .help = Split it into several points, allow more visits (visits_max, days_allowed), or move it to where a larger truck can get.
fault-point-far-from-road = point { $point } is { $metres } m from the nearest road that a truck may take.
    .help = Check its coordinates, draw the road that leads there, or check width and weight limit of the road beside it.
fault-facility-unreachable = { $facility }: no truck ({ $trucks }) can both reach and leave it.
    .help = Check widths, weight limits and directions of the roads that lead there in roads.geojson.
fault-facility-far-from-road = { $facility } is { $metres } m from the nearest road that a truck may take.
    .help = Check its coordinates in facilities.csv, draw the road that leads there, or check width and weight limit of the road beside it.
fault-depot-far-from-road = depot { $depot } is { $metres } m from the nearest road that a truck may take.
    .help = Check its coordinates in depots.csv, draw the road that leads there, or check width and weight limit of the road beside it.

## Benchmark instances

fault-instance-unknown = the file is in no format of benchmark instances that is read here.
    .help = Name a project folder such as maps/phu-luong, or an instance: .vrp (VRPLIB), .geojson (periodic with facilities), .json (waste), or a file without ending in Cordeau's format (periodic).
fault-instance-number = “{ $value }” is no number from { $least } to { $most }.
    .help = Write a number with a decimal point, or get the instance again: it was probably damaged.
fault-instance-whole-number = “{ $value }” is no whole number from { $least } to { $most }.
    .help = Write a whole number, or get the instance again: it was probably damaged.
fault-instance-not-json = the file is not whole JSON.
    .help = It was cut off or spoilt; get the instance again.
fault-instance-field-missing = the field “{ $field }” is missing.
    .help = Add it to this part of the file, or get the instance again.
fault-instance-not-a-list = “{ $value }” is no list.
    .help = Write a list in square brackets, or get the instance again.
fault-instance-list-length = the list has { $found } items, not { $expected }.
    .help = Complete or shorten the list, or get the instance again.
fault-instance-flag = “{ $value }” is neither true nor false.
    .help = Write true or false.
fault-instance-section-unknown = the section “{ $section }” is not known here.
    .help = It belongs to another kind of problem; only NODE_COORD_SECTION, DEMAND_SECTION and DEPOT_SECTION are read.
fault-instance-section-missing = the section “{ $section }” is missing or has too few rows.
    .help = Add it, with a row for each node, or get the instance again: it was probably cut off.
fault-instance-key-missing = the line “{ $key }” is missing.
    .help = Add it at the head of the file, as { $key } : value.
fault-instance-unsupported = { $key } is “{ $value }”; only { $expected } is read here.
    .help = The file is of another kind of problem; choose an instance of this one.
fault-instance-dimension = DIMENSION is { $dimension }, but NODE_COORD_SECTION has { $nodes } rows.
    .help = Get the instance again: it was probably cut off.
fault-instance-line = “{ $line }” belongs to nothing.
    .help = Delete the line, or get the instance again.
fault-instance-row = row { $number } of the section must begin with { $number } and have { $words } numbers; here it begins with “{ $first }” and has { $found }.
    .help = Number the rows from 1 on, in order, or get the instance again.
fault-instance-line-length = the line has { $found } numbers, not { $expected }.
    .help = Complete the line, or get the instance again.
fault-instance-too-few-lines = the file has { $found } lines, but its head announces { $expected }.
    .help = Get the instance again: it was probably cut off.
fault-instance-too-many-nodes = the instance has { $found } nodes; at most { $most } are read.
    .help = Choose a smaller instance.
fault-instance-too-many-facilities = the instance has { $found } facilities; at most { $most } are read.
    .help = Choose an instance with fewer.
fault-instance-frequency = this code stands for { $days } days, but the frequency is { $frequency }.
    .help = Write a code with as many ones in binary as the frequency.
fault-instance-frequency-uneven = { $frequency } visits cannot be spread evenly over { $days } days.
    .help = Write a frequency that divides the number of days.
fault-instance-first-depot = the first node is no depot.
    .help = Put the depot first: nodes are called by their place in the list.
fault-instance-node-type = “{ $value }” is no type that a node can have here.
    .help = Write depot (the first node only), customer or intermediateFacility.
fault-instance-no-patterns = there is no list of days for frequency { $frequency }.
    .help = Add it to “patterns”, or change the frequency.
fault-instance-no-customers = the instance has no customers, so there is nothing to plan.
    .help = Get the instance again, or choose another one.
fault-instance-no-day = the list of days is empty.
    .help = Name at least one day.
