# map
map-title = { $district }: waste collection routes, { $day }
map-day-1 = Monday
map-day-2 = Tuesday
map-day-3 = Wednesday
map-day-4 = Thursday
map-day-5 = Friday
map-day-6 = Saturday
map-day-7 = Sunday
map-date = { $y }-{ $m }-{ $d }
map-facts = { $trucks ->
    [one] { $trucks } truck
   *[other] { $trucks } trucks
} · { $trips ->
    [one] { $trips } trip
   *[other] { $trips } trips
} · { $stops ->
    [one] { $stops } stop
   *[other] { $stops } stops
} · { $tonnes } t · { $km } km
map-route = { $trips ->
    [one] { $trips } trip
   *[other] { $trips } trips
} · { $stops ->
    [one] { $stops } stop
   *[other] { $stops } stops
} · { $tonnes } t · { $km } km
map-depot = depot
map-incinerator = incinerator
map-landfill = landfill
map-other-point = collection point, other days
map-road-measured = road, measured
map-road-schematic = road, schematic course
map-road-synthetic = road, assumed
map-border = commune boundary
map-north = N
map-assumed = Most roads are schematic or assumed ({ $share } of their length): not for navigation.
map-trip = Trip { $trip }
map-trip-stop = Trip { $trip }: stop { $stop }
map-trip-stops = Trip { $trip }: stops { $first }–{ $last }
