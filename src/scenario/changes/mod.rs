//! The kinds of changes, one file each.

use super::Change;

mod add_point;
mod add_trucks;
mod budget;
mod buy_trucks;
mod change_depot;
mod change_facility;
mod change_points;
mod change_trucks;
mod close_facility;
mod close_fords;
mod close_roads;
mod floors;
mod holiday_week;
mod narrow_roads;
mod remove_points;
mod reserve;
mod retire_trucks;
mod scale_waste;
mod season;
mod second_shift;
mod slow_roads;
mod waste_rate;

/// Every kind of change, in the order of the README of `maps`.
pub const CHANGES: &[&dyn Change] = &[
    &add_trucks::AddTrucks,
    &buy_trucks::BuyTrucks,
    &retire_trucks::RetireTrucks,
    &change_trucks::ChangeTrucks,
    &second_shift::SecondShift,
    &change_facility::ChangeFacility,
    &close_facility::CloseFacility,
    &change_depot::ChangeDepot,
    &scale_waste::ScaleWaste,
    &waste_rate::WasteRate,
    &season::Season,
    &holiday_week::HolidayWeek,
    &add_point::AddPoint,
    &remove_points::RemovePoints,
    &change_points::ChangePoints,
    &close_roads::CloseRoads,
    &narrow_roads::NarrowRoads,
    &close_fords::CloseFords,
    &slow_roads::SlowRoads,
    &floors::Floors,
    &budget::Budget,
    &reserve::Reserve,
];
