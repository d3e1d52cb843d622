//! Problem → Plan.

mod observe;
mod params;
mod stop;

pub use observe::{Observer, Progress, Silent};
pub use params::Parameters;
pub use stop::StopRule;
