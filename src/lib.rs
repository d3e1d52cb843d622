//! thugom plans the weekly collection of household waste: which point is visited on which days, by which truck, in which order.
//!
//! The program is a thin door to this library: `thugom plan` does little more than the example below.
//!
//! # Code map
//!
//! One folder for each room. A room imports only from rooms above it; `tests/it/tidy.rs` fails otherwise.
//!
//! | room | what is in it |
//! |---|---|
//! | [`units`] | whole seconds, metres, kilograms, litres and đồng; rounding half up |
//! | [`text`] | every sentence a user reads, in Vietnamese and in English |
//! | [`fault`] | what is wrong with an input, at which place, and what to do about it |
//! | [`table`] | CSV, GeoJSON and TOML as rows of cells that know their line and column |
//! | [`geometry`] | positions, distances and outlines on the ground |
//! | [`settings`] | `project.toml` |
//! | [`roads`] | road lines → road graph → shortest paths of a kind of truck |
//! | [`matrix`] | travel times and distances between all places, for each kind of truck |
//! | [`dataset`] | the files of a district, row by row and checked; the plan's file |
//! | [`model`] | the question ([`model::Problem`]), the answer ([`model::Plan`]), and the glossary |
//! | [`instance`] | classic benchmark instances as problems, and plans as their solutions |
//! | [`constraint`] | rules, requirements, objective: the judge of any plan |
//! | [`kpi`] | figures of a plan that people ask for |
//! | [`solve`] | `Problem` → `Plan` |
//! | [`bound`] | what no plan can exceed, and which resource is why |
//! | [`scenario`] | changes to a copy of a project: what if … |
//! | [`simulate`] | a plan lived through random weeks: does it hold? |
//! | [`export`] | plan → reports, tables, maps, graphs |
//! | [`pipeline`] | files → problem, in one call |
//! | [`cli`] | the door: one file for each verb |
//!
//! What flows where:
//!
//! ```text
//! files ─ table ─> dataset ─> roads ─> matrix ─> model::Problem ─> solve ─> model::Plan ─> export ─> cli
//!                     │                              │                          │            ^
//!                     └── faults, all at once        └───────> constraint, kpi <┴────────────┘
//! ```
//!
//! # What always holds
//!
//! - A [`model::Problem`] is checked once, when it is built, and trusted ever after: solving it cannot fail.
//! - A [`model::Plan`] is complete and never edited. The search works on a draft of its own and writes the plan at its end.
//! - The judge shares no arithmetic with the search: [`constraint::verify`] replays a plan from its decisions, the obvious, slow way,
//!   and what the plan has recorded must agree.
//! - From [`model`] onward seconds, metres, kilograms, litres and đồng are integers, rounded once, when the problem is built. Floats are for the ground, for
//!   display, and for the temperature of the annealing (with logarithms that are the same on every machine).
//! - Same files, seed and iterations, same plan, on any number of threads. No hash map is iterated, nothing that steers the search reads a clock
//!   (a time limit decides only how many iterations are run), and ties go to the lower index.
//! - Nothing but [`cli`] prints. Exporters return text or bytes; whoever called them decides where these go.
//! - Reading input stops at no fault, and no input makes the library panic.
//!
//! # How to add …
//!
//! One file, and one line on a shelf; help, reports and tests are derived from the shelves. The words go into the catalogue `src/text/{vi,en}`.
//!
//! - **a rule**: `src/constraint/NAME.rs` and its line in [`constraint::CONSTRAINTS`]; words `rule-CODE` in `rule.ftl`. The file states the rule twice:
//!   obviously, for the judge ([`constraint::Constraint::verify`]), and fast, for the search: by how much a stop, an unload, a trip, a route or the week
//!   goes beyond it ([`constraint::Rule`]). The search adds up whatever these say, prices it, and gives no plan in which anything is left; `src/solve` needs
//!   no change as long as [`constraint::RouteSums`] and the like tell what the rule asks for. A rule that no state of the search can break says why instead
//!   ([`constraint::Kept::ByConstruction`]). The test `solve::tests::every_rule_has_two_forms_that_agree` walks through the list and fails until both forms
//!   agree on random plans, some of which keep the rule and some of which break it: give its random districts a limit that binds now and then.
//!   (How a visit is *priced* before it is made, `src/solve/insertion.rs`, knows of time and load only: a guess, which the excess then corrects.)
//! - **a requirement**: `src/constraint/NAME.rs` and its line in [`constraint::REQUIREMENTS`]; words `requirement-CODE` in `rule.ftl`. That makes the judge
//!   know it; the search knows it by the patterns that meet it (`src/model/build.rs`).
//! - **an indicator**: `src/kpi/NAME.rs` and its line in [`kpi::INDICATORS`]; words `kpi-KEY` in `report.ftl`. JSON and CSV reports have it at once; a column in the
//!   table by commune is one more line in `src/export/indicator_rows.rs`.
//! - **a ruin**, a way in which the search takes visits out: `src/solve/ruin/NAME.rs` and its line, with a weight, in `RUINS`.
//! - **a kind of change in scenarios**: `src/scenario/changes/NAME.rs` and its line in [`scenario::CHANGES`]; its row in `maps/README.md`.
//! - **a verb**: `src/cli/NAME.rs` and its line in [`cli::VERBS`]; words `cli-verb-NAME` in `cli.ftl`. Help, completions and the man page follow.
//! - **a format of benchmark instances**: `src/instance/NAME.rs` and its line in [`instance::FORMATS`]. `thugom plan` and the quality bench take its files at once.
//! - **a format of `thugom export`**: `src/export/formats/NAME.rs` and its line in [`export::formats::FORMATS`]; words `export-format-NAME` in
//!   `itinerary.ftl`. It gets an [`export::formats::Edition`] and returns files; all figures are in its [`export::itinerary::Itinerary`].
//! - **another export**: `src/export/NAME.rs`, a function that returns text or bytes, and its line in `src/export/mod.rs`; then a verb offers it.
//!
//! # Example
//!
//! ```
//! use std::path::Path;
//! use thugom::constraint::verify;
//! use thugom::model::Choices;
//! use thugom::solve::{Parameters, Silent, StopRule, plan};
//!
//! let project = thugom::pipeline::load(Path::new("maps/ba-xa"), &Choices::default()).expect("the files have no faults");
//! let stop = StopRule { iterations: Some(2_000), ..StopRule::default() };
//! let week = plan(&project.problem, &Parameters::default(), &stop, &mut Silent);
//!
//! let verdict = verify(&project.problem, &week);
//! assert!(verdict.violations.is_empty()); // no rule is broken, ever
//! assert_eq!(verdict.people_short, 0); // and here every requirement is met
//! ```

pub mod bound;
pub mod cli;
pub mod constraint;
pub mod dataset;
pub mod export;
pub mod fault;
pub mod geometry;
pub mod instance;
pub mod kpi;
pub mod matrix;
pub mod model;
pub mod pipeline;
pub mod roads;
pub mod scenario;
pub mod settings;
pub mod simulate;
pub mod solve;
pub mod table;
pub mod text;
pub mod units;
