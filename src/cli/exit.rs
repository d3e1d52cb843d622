//! How the program ends.

use std::process::ExitCode;

/// How a run ended, as other programs see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// Done.
    Good,
    /// The program is wrong, or what it made could not be written.
    Internal,
    /// The command line is wrong.
    Usage,
    /// The input is wrong.
    Input,
    /// Planned or checked, but some required service is unmet.
    Unmet,
    /// A checked plan breaks rules.
    Violations,
    /// Stopped by the user; the best plan so far was saved.
    Interrupted,
}

impl Exit {
    /// Every way to end, in the order of help.
    pub const ALL: [Self; 7] = [Self::Good, Self::Internal, Self::Usage, Self::Input, Self::Unmet, Self::Violations, Self::Interrupted];

    /// The number that the shell sees.
    pub fn code(self) -> u8 {
        match self {
            Self::Good => 0,
            Self::Internal => 1,
            Self::Usage => 2,
            Self::Input => 3,
            Self::Unmet => 4,
            Self::Violations => 5,
            Self::Interrupted => 130,
        }
    }

    /// The catalogue's key of what it means.
    pub fn key(self) -> &'static str {
        match self {
            Self::Good => "cli-exit-good",
            Self::Internal => "cli-exit-internal",
            Self::Usage => "cli-exit-usage",
            Self::Input => "cli-exit-input",
            Self::Unmet => "cli-exit-unmet",
            Self::Violations => "cli-exit-violations",
            Self::Interrupted => "cli-exit-interrupted",
        }
    }
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        Self::from(exit.code())
    }
}
