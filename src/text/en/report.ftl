# report

## Indicators

kpi-people = People
kpi-people-served-today = People served today
kpi-people-served-today-share = Share of people served today
kpi-people-served = People served
kpi-people-served-share = Share of people served
kpi-people-short = People below requirement
kpi-visits-mean-today = Mean frequency today
kpi-visits-mean = Mean frequency
kpi-visits-least-today = Least frequency today
kpi-visits-least = Least frequency
kpi-visits-today = Visits a week today
kpi-visits = Visits a week
kpi-longest-gap = Longest gap between visits
kpi-waiting-age = Mean time that waste waits
kpi-waiting-age-worst-commune = Mean time that waste waits in the worst commune
kpi-waste-made = Waste made
kpi-waste-collected = Waste collected
kpi-waste-collected-share = Share collected
kpi-waste-burnt = Waste burnt
kpi-waste-burnt-share = Share burnt
kpi-waste-landfilled = Waste landfilled
kpi-waste-landfilled-share = Share landfilled
kpi-waste-unapproved = Waste tipped at unapproved places
kpi-waste-unapproved-share = Share tipped at unapproved places
kpi-waste-not-collected = Waste not collected
kpi-waste-not-collected-share = Share not collected
kpi-distance = Kilometres
kpi-working-hours = Working hours of the trucks
kpi-cost = Cost a week
kpi-cost-per-tonne = Cost per tonne
kpi-cost-per-person-month = Cost per person and month
kpi-day-patterns = Different day patterns in a commune
kpi-load-factor = Load factor

kpi-unit-people = { $value } people
kpi-unit-share = { $value }%
kpi-unit-visits = { $value } visits
kpi-unit-visits-per-week = { $value } a week
kpi-unit-days = { $value } days
kpi-unit-tonnes = { $value } t
kpi-unit-kilometres = { $value } km
kpi-unit-hours = { $value } h
kpi-unit-vnd = { $value } VND
kpi-unit-vnd-per-tonne = { $value } VND/t
kpi-unit-vnd-per-person-month = { $value } VND per person and month
kpi-unit-patterns = { $value } patterns

binding-hours = working hours of truck { $trucks }, { $days } ({ $percent }%)
binding-hours-all = working hours of all trucks, { $days } ({ $percent }%)
binding-hours-many = working hours: { $full } of { $all } truck-days of the week are full ({ $percent }%), of truck { $trucks }
binding-payload = payload of truck { $trucks } ({ $percent }%)
binding-payload-all = payload of all trucks ({ $percent }%)
binding-volume = body volume of truck { $trucks } ({ $percent }%)
binding-volume-all = body volume of all trucks ({ $percent }%)
binding-daily-intake = daily intake of { $facility }, { $days } ({ $percent }%)
binding-budget = budget ({ $percent }%)
binding-furnace = what { $facility } burns in a week ({ $percent }%)
binding-yard = yard of { $facility }, { $days } ({ $percent }%)
