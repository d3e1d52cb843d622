//! The program `thugom`; everything it does is in the library.

use std::process::ExitCode;

fn main() -> ExitCode {
    thugom::cli::main()
}
