//! Whole files or none: a reader never sees half a file, whatever stops the program.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::{Builder, NamedTempFile};

/// A file that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("cannot write `{}`", path.display())]
pub struct WriteError {
    /// The file.
    pub path: PathBuf,
    /// Why.
    pub source: io::Error,
}

/// Writes `bytes` to `path`: first to a new file beside it, then, once that is on the disk, under its name.
///
/// # Why
/// The temporary file is in the same folder, because a file can be renamed in one step only within one volume. Renaming
/// replaces an older file on Windows, too. What stands under the name and is no file (a pipe, a device) is written to, never
/// replaced; a link is followed to its file.
///
/// # Errors
/// Where the folder does not exist or may not be written, or the disk is full; an older file is then still whole.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), WriteError> {
    replace(path, bytes).map_err(|source| WriteError { path: path.to_owned(), source })
}

/// Whether [`write_whole`] could write to `path` now, as far as can be told without replacing what stands there; leaves nothing behind.
///
/// # Errors
/// As those of [`write_whole`]. A disk that is full, a pipe that nobody reads and a file that is locked against replacement are found only by writing.
pub fn check_writable(path: &Path) -> Result<(), WriteError> {
    try_writing(path).map_err(|source| WriteError { path: path.to_owned(), source })
}

fn try_writing(path: &Path) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    let Ok(followed) = path.canonicalize() else {
        if path.to_string_lossy().ends_with(std::path::is_separator) {
            return Err(io::ErrorKind::NotFound.into());
        }
        // With its own name in it, for the system may refuse that; not under it, for somebody else may write there meanwhile.
        let name = path.file_name().unwrap_or_default();
        return Builder::new().prefix("").rand_bytes(1).suffix(name).tempfile_in(folder_of(path)).map(drop);
    };
    if !followed.is_file() {
        return Ok(());
    }
    if cfg!(windows) && followed.metadata()?.permissions().readonly() {
        return Err(io::ErrorKind::PermissionDenied.into());
    }
    tempfile_in(folder_of(&followed)).map(drop)
}

/// Whether files can be written into a folder now; leaves nothing behind.
///
/// # Errors
/// Where the folder does not exist or may not be written.
pub fn check_writable_folder(folder: &Path) -> Result<(), WriteError> {
    tempfile_in(folder).map(drop).map_err(|source| WriteError { path: folder.to_owned(), source })
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if path.is_dir() {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if path.exists() && !path.is_file() {
        return OpenOptions::new().write(true).open(path)?.write_all(bytes);
    }
    let followed = path.canonicalize();
    let path = followed.as_deref().unwrap_or(path);
    let mut file = tempfile_in(folder_of(path))?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

fn tempfile_in(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".thugom-").suffix(".tmp");
    #[cfg(unix)]
    {
        // Temporary files are private by default; a plan is for everybody whom the user's own mask lets read it.
        use std::os::unix::fs::PermissionsExt;
        builder.permissions(std::fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_older_file_is_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let path = folder.path().join("plan.json");
        write_whole(&path, b"one").expect("written");
        write_whole(&path, b"two").expect("written");
        assert_eq!(std::fs::read(&path).expect("read"), b"two");
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 1);
    }

    #[test]
    fn whether_a_file_could_be_written_is_known_before_and_leaves_no_trace() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (path, missing) = (folder.path().join("plan.json"), folder.path().join("missing"));
        check_writable(&path).expect("it can");
        check_writable_folder(folder.path()).expect("it can");
        assert_eq!(std::fs::read_dir(folder.path()).expect("listed").count(), 0);
        std::fs::write(&path, b"old").expect("written");
        check_writable(&path).expect("it can be replaced");
        assert_eq!(std::fs::read(&path).expect("read"), b"old");
        let why = |result: Result<(), WriteError>| result.expect_err("it cannot").source.kind();
        assert_eq!(why(check_writable(folder.path())), io::ErrorKind::IsADirectory);
        assert_eq!(why(check_writable(&missing.join("plan.json"))), io::ErrorKind::NotFound);
        // Names that no file can have.
        check_writable(&folder.path().join("x".repeat(1000))).expect_err("too long");
        check_writable(&folder.path().join("week/")).expect_err("a folder that is not there");
        assert_eq!(why(check_writable_folder(&missing)), io::ErrorKind::NotFound);
    }

    #[cfg(unix)]
    #[test]
    fn a_device_is_written_to_and_stays_a_device() {
        write_whole(Path::new("/dev/null"), b"x").expect("written");
        assert!(!Path::new("/dev/null").is_file());
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let (file, link) = (folder.path().join("week.json"), folder.path().join("plan.json"));
        std::fs::write(&file, b"old").expect("written");
        std::os::unix::fs::symlink(&file, &link).expect("linked");
        write_whole(&link, b"new").expect("written");
        assert!(link.is_symlink());
        assert_eq!(std::fs::read(&file).expect("read"), b"new");
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let error = write_whole(&folder.path().join("missing").join("plan.json"), b"x").expect_err("no folder");
        assert_eq!(error.source.kind(), io::ErrorKind::NotFound);
        assert!(write_whole(folder.path(), b"x").is_err());
    }
}
