mod crew_day;
mod replay;
mod yard_week;
pub use replay::*;
pub use yard_week::*;
