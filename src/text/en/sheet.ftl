# The driver's sheet.

sheet-title = WASTE COLLECTION ROUTE SHEET
sheet-truck = Truck { $id } · { $name }
sheet-plate = plate { $plate }
sheet-plate-blank = plate
sheet-no-date = date
sheet-facts = Preparation { $start } · Leaves { $leave } · Back (expected) { $end } · { $trips ->
    [one] { $trips } trip
   *[other] { $trips } trips
} · { $stops ->
    [one] { $stops } stop
   *[other] { $stops } stops
} · { $tonnes } t · { $km } km
sheet-driver = Driver
sheet-helpers = Helpers
sheet-dispatcher = Dispatcher
sheet-odometer-start = Odometer: start
sheet-odometer-end = end
sheet-fuel = Diesel
sheet-litres = litres
sheet-column-number = No
sheet-column-time = Time
sheet-column-place = Collection point, commune
sheet-column-way = Way
sheet-column-kg = kg expected
sheet-column-km = km
sheet-column-containers = Bins
sheet-column-fill = Full · ½ · Low
sheet-column-done = Done
sheet-trip = TRIP { $trip }
sheet-trip-facts = { $stops ->
    [one] { $stops } stop
   *[other] { $stops } stops
} · { $tonnes } t · { $km } km
sheet-wait = wait until { $time }
sheet-narrow-point = narrow point, { $width } m
sheet-unload = UNLOAD AT { $place }
sheet-unload-times = arrive { $arrive }, unload { $start }–{ $end }
sheet-unload-facts = { $kg } kg expected · { $km } km
sheet-weighed = Weighed
sheet-kilograms = kg
sheet-odometer = Odometer
sheet-confirmed = Signed for
sheet-break = BREAK { $minutes } min: { $start }–{ $end }
sheet-home = BACK TO DEPOT: { $place }
sheet-home-facts = { $time } · { $km } km
sheet-idle = The truck has no trip on this day.
sheet-closed = Holiday, no collection.
sheet-codes = Scan to open the way on a phone (needs a network)
sheet-code-stop = stop { $stop }
sheet-code-stops = stops { $first }–{ $last }
sheet-code-unload = unload
sheet-code-home = depot
sheet-notes = Notes
sheet-note-unmeasured = ° Schematic or assumed road ({ $km } km of { $total } km): follow the road as it is, and the signs.
sheet-note-narrow = Narrow road: { $places }.
sheet-note-narrow-places = { $width } m on the way to { $places }
sheet-note-flood = Ford, floods in rain, on the way to { $places }. Don't cross high water; call the dispatcher.
sheet-note-stops = stops { $numbers }
sheet-note-unloads = unloads { $numbers }
sheet-note-home = the depot
sheet-note-unapproved = { $place } is not approved for treatment: a stopgap only.
sheet-note-space = Remarks
sheet-sign-driver = Driver's signature
sheet-sign-dispatcher = Dispatcher's signature
sheet-footer-plan = Plan { $number }
sheet-footer-code = Check code { $code }
sheet-footer-page = Page { $page }/{ $pages }

export-file-sheet = sheet
export-file-sheets = route-sheets
export-file-map = map
export-file-report = report
export-format-pdf = A4 route sheets for printing, one for each truck and day
export-format-svg = route sheets as drawings, a file for each truck and day
export-format-html = route sheets for phones, a file for each truck and day
export-format-map = a map (SVG) of each day
export-format-report = the week in one web page that needs no network
