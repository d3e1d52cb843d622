//! What a planner sees while the search runs: a bar on a terminal, else a line every five seconds.

use std::io::IsTerminal;
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};

use super::door::Door;
use crate::instance::Instance;
use crate::simulate;
use crate::solve::{Observer, Progress};
use crate::text::{Argument, Text};

/// Time between two lines.
const PERIOD: Duration = Duration::from_secs(5);

/// Steps of the bar.
const STEPS: u64 = 1000;

/// Shows how the search goes on.
pub struct ShownProgress<'a> {
    door: &'a Door<'a>,
    way: Way,
    /// The instance that is planned, where it is no district: its cost has a unit of its own.
    instance: Option<&'a Instance>,
    /// The reserve that is tried, in percent, where one is searched for.
    reserve: Option<f64>,
}

enum Way {
    /// Not at all.
    Hidden,
    /// As a bar.
    Bar(ProgressBar),
    /// As lines: the time of the last one.
    Lines(Duration),
}

impl<'a> ShownProgress<'a> {
    /// Progress as it suits the door.
    pub fn new(door: &'a Door<'a>) -> Self {
        Self { door, way: Way::new(door), instance: None, reserve: None }
    }

    /// The same for an instance.
    pub fn of_instance(instance: &'a Instance, door: &'a Door<'a>) -> Self {
        Self { instance: Some(instance), ..Self::new(door) }
    }

    /// Takes the bar away.
    pub fn finish(&self) {
        if let Way::Bar(bar) = &self.way {
            bar.finish_and_clear();
        }
    }
}

impl Way {
    fn new(door: &Door) -> Self {
        if door.quiet {
            return Self::Hidden;
        }
        if !std::io::stderr().is_terminal() {
            return Self::Lines(Duration::ZERO);
        }
        let style = ProgressStyle::with_template("{bar:24} {wide_msg}").expect("a well-formed template");
        Self::Bar(ProgressBar::new(STEPS).with_style(style))
    }
}

impl ShownProgress<'_> {
    /// Shows how far a stage is: a share of it, its time so far, and a sentence, made where it is shown.
    fn show(&mut self, share: f64, elapsed: Duration, sentence: impl Fn() -> String) {
        let text = self.door.text;
        let whole = || match self.reserve {
            Some(percent) => {
                text.say("simulate-progress-reserve", &[("reserve", Argument::Number(percent, 1)), ("stage", sentence().into())])
            }
            None => sentence(),
        };
        match &mut self.way {
            Way::Hidden => {}
            Way::Bar(bar) => {
                bar.set_position((share * STEPS as f64) as u64);
                bar.set_message(whole());
            }
            Way::Lines(last) => {
                if elapsed >= *last + PERIOD {
                    *last = elapsed;
                    self.door.note(&whole(), None);
                }
            }
        }
    }
}

impl Observer for ShownProgress<'_> {
    fn progress(&mut self, progress: &Progress) {
        let (instance, text) = (self.instance, self.door.text);
        self.show(share_done(progress), progress.elapsed, || sentence(progress, instance, text));
    }
}

impl simulate::Observer for ShownProgress<'_> {
    fn progress(&mut self, progress: &simulate::Progress) {
        let (share, text) = (progress.weeks as f64 / progress.planned.max(1) as f64, self.door.text);
        let arguments = [("weeks", progress.weeks.into()), ("planned", progress.planned.into())];
        self.show(share, progress.elapsed, || text.say("simulate-progress", &arguments));
    }
}

impl simulate::ReserveObserver for ShownProgress<'_> {
    fn trying(&mut self, reserve_permille: i64) {
        self.reserve = Some(reserve_permille as f64 / 10.0);
        // Every stage has its own clock.
        if let Way::Lines(last) = &mut self.way {
            *last = Duration::ZERO;
        }
    }

    /// Stands as a line on a terminal, too: the search goes on for minutes.
    fn tried(&mut self, trial: &simulate::ReserveTrial) {
        let reserve = Argument::Number(trial.reserve_permille as f64 / 10.0, 1);
        let words =
            self.door.text.say("simulate-progress-tried", &[("reserve", reserve), ("share", Argument::Number(trial.share * 100.0, 1))]);
        match &self.way {
            Way::Hidden => {}
            Way::Bar(bar) => bar.suspend(|| self.door.note(&words, None)),
            Way::Lines(_) => self.door.note(&words, None),
        }
    }
}

/// How much of the run is over, by iterations or by time, whichever is further.
fn share_done(progress: &Progress) -> f64 {
    let by_iterations = progress.iterations_planned.map(|planned| progress.iterations as f64 / planned.max(1) as f64);
    let by_time = progress.time_limit.map(|limit| progress.elapsed.as_secs_f64() / limit.as_secs_f64().max(1e-3));
    by_iterations.unwrap_or(0.0).max(by_time.unwrap_or(0.0)).clamp(0.0, 1.0)
}

fn sentence(progress: &Progress, instance: Option<&Instance>, text: &Text) -> String {
    let seconds = ("seconds", Argument::Number(progress.elapsed.as_secs_f64(), 0));
    let iterations = ("iterations", Argument::Number(progress.iterations as f64, 0));
    if let Some(instance) = instance {
        let cost = Argument::Number(instance.cost(progress.best.cost), instance.decimals);
        return text.say("cli-progress-instance", &[seconds, iterations, ("points", progress.best.people_short.into()), ("cost", cost)]);
    }
    let people = ("people", progress.best.people_short.into());
    let cost = ("cost", Argument::Number(progress.best.cost.0 as f64 / 1e6, 1));
    // Waste always waits; nothing is known of it where the search does not look at it, as for the cheapest plan.
    if progress.best.service_millidays == 0 {
        return text.say("cli-progress-cheapest", &[seconds, iterations, people, cost]);
    }
    let age = ("age", Argument::Number(progress.best.service_millidays as f64 / 1000.0, 3));
    text.say("cli-progress", &[seconds, iterations, people, age, cost])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Objective;
    use crate::text::Language;

    #[test]
    fn a_run_is_as_far_as_its_further_limit() {
        let progress = Progress {
            iterations: 25,
            iterations_planned: Some(100),
            elapsed: Duration::from_secs(5),
            time_limit: Some(Duration::from_secs(10)),
            best: Objective::default(),
        };
        assert_eq!(share_done(&progress), 0.5);
        assert_eq!(share_done(&Progress { iterations_planned: None, time_limit: None, ..progress }), 0.0);
    }

    #[test]
    fn where_no_waiting_is_looked_at_none_is_shown() {
        let progress = Progress {
            iterations: 25,
            iterations_planned: None,
            elapsed: Duration::from_secs(5),
            time_limit: None,
            best: Objective::default(),
        };
        let text = Text::new(Language::English);
        assert_eq!(sentence(&progress, None, &text), "5 s · 25 iterations · 0 people short of a requirement · 0.0 million VND");
        let waits = Progress { best: Objective { service_millidays: 1400, ..Objective::default() }, ..progress };
        assert!(sentence(&waits, None, &text).contains("waiting age 1.400 days"));
    }
}
