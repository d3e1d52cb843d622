//! Opening a classic instance, where the command line names a file rather than a project's folder.

use clap::ArgMatches;

use super::arguments;
use super::door::Door;
use super::trouble::Trouble;
use crate::instance::Instance;
use crate::pipeline::load_instance;

/// Options that speak of a district.
const OF_A_DISTRICT: [&str; 3] = ["trucks", "from", "scenario"];

/// The instance that the command line names, or nothing where it names no file.
///
/// # Errors
/// Every fault of the file; options that mean nothing for an instance.
pub fn open(matches: &ArgMatches, door: &Door) -> Result<Option<Instance>, Trouble> {
    let file = arguments::path(matches, "project").expect("clap asks for the project");
    if !file.is_file() {
        return Ok(None);
    }
    for name in OF_A_DISTRICT {
        // A verb without the option does not know its name.
        if matches.try_get_one::<String>(name).is_ok_and(|word| word.is_some()) {
            let sentence = door.text.say("cli-only-of-a-district", &[("argument", format!("--{name}").into())]);
            return Err(Trouble::usage(sentence));
        }
    }
    Ok(Some(load_instance(file)?))
}
