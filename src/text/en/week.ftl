# The report on the week, one web page that needs no network.

week-title = { $district }: waste collection of the week
week-undated = Repeats every week
week-figures = Main results
week-today = today { $value }
week-routes = Routes day by day
week-days = Choose a day
week-all-days = Whole week
week-idle = no work
week-zoom-in = Zoom in
week-zoom-out = Zoom out
week-zoom-all = Whole district
week-map-hint = Drag to move; wheel or pinch to zoom; tap a stop to see it.
week-chart-day = { $day }: { $trucks ->
    [one] { $trucks } truck
   *[other] { $trucks } trucks
} · { $tonnes } t · { $km } km
week-no-routes = No truck is out.
week-key-serve = collecting
week-key-drive = driving
week-key-unload = unloading
week-key-break = break
week-key-wait = waiting
week-key-prepare = preparation
week-stop-note = { $truck }, stop { $number }: { $name }, { $commune } · { $start }–{ $end } · { $kg } kg
week-unmet = Requirements not met
week-footer = Made by thugom { $version } · seed { $seed }
