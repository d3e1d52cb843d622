//! Whole-program tests.

mod faults;
